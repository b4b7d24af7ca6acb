//! Whether there is room for what citizens attach: what the organisation lets all files take, and the disk itself.

use std::sync::{Mutex, PoisonError};

use domain::Timestamp;
use serde::Serialize;
use store::Rows;

use crate::{App, failure::Failure, topic::Topic};

/// How much room there is, and whether a citizen's file had to be refused for want of it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RoomView {
    /// Bytes that all kept files take.
    pub taken: i64,
    /// Bytes that they may take.
    pub most: i64,
    /// Nothing can be written to the disk now: not even what a purge must write down before it destroys.
    pub disk_full: bool,
    /// The last file of a citizen that was refused for want of room, if none has been taken since.
    pub refused: Option<RefusedFile>,
}

/// A citizen's file that there was no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RefusedFile {
    /// When.
    pub at: Timestamp,
    /// What was full.
    pub full: Full,
}

/// What was full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Full {
    /// All that the organisation's policy lets the files take.
    Vault,
    /// The disk.
    Disk,
}

/// The last file that was refused for want of room; forgotten when one is taken.
#[derive(Default)]
pub(crate) struct LastRefused(Mutex<Option<RefusedFile>>);

impl LastRefused {
    fn get(&self) -> Option<RefusedFile> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, app: &App, refused: Option<RefusedFile>) {
        let before = std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), refused);
        if before != refused {
            app.announce(&[Topic::Purge]);
        }
    }

    /// A file was refused.
    pub(crate) fn refused(&self, app: &App, full: Full) {
        self.set(app, Some(RefusedFile { at: app.now(), full }));
    }

    /// A file was taken.
    pub(crate) fn taken(&self, app: &App) {
        self.set(app, None);
    }
}

pub(super) async fn room(app: &App, rows: &mut Rows, last: &LastRefused, disk_full: bool) -> Result<RoomView, Failure> {
    let most = u64::from(app.policy()?.attachments.max_total_megabytes) * 1_000_000;
    let whole = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
    Ok(RoomView { taken: whole(rows.kept_bytes().await?), most: whole(most), disk_full, refused: last.get() })
}
