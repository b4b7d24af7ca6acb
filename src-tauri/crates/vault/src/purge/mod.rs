//! Destroying on time, with evidence. Nothing here needs a key, a database or a key store, so that it can run while
//! nobody is signed in: each deadline stands in a file's name.

mod area;
mod batch;
mod circumstances;
mod clock;
mod copies;
mod crash;
#[cfg(test)]
mod crash_tests;
mod destroy;
mod file_name;
mod receipts;
mod reserve;
mod verify;
mod watch;
mod zeros;

use std::io;

use serde::{Deserialize, Serialize};

use crate::id::{SealedId, UnixMillis};

pub use area::PurgeArea;
pub use circumstances::{By, Circumstances, ClockState, Pseudonym, Sandbox};
pub(crate) use clock::latest_moment;
pub use clock::{BootClock, ClockReading, Clocks, Doubt};
pub use copies::{CopyEntry, CopyProblem};
pub(crate) use destroy::keys as destroy_keys;
pub(crate) use reserve::keep_if_room as keep_reserve;
pub use verify::{ChainError, ChainReport, LineFault, verify_receipts};
pub use watch::{BegunItem, LastRuns, STUCK_AFTER};

/// What set a purge off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The running program's timer.
    Timer,
    /// The program's start.
    Start,
    /// A job of the operating system.
    Scheduled,
    /// A person chose to purge.
    Person,
}

/// What kind of thing an item is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A sealed file of the vault.
    Sealed,
    /// A temporary copy outside the vault.
    Copy,
}

/// How a purge ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What was recorded was there and has been removed.
    Removed,
    /// Nothing was at the recorded place: somebody moved or removed it before. It may exist elsewhere.
    NotFoundAtRecordedPlace,
    /// Something else was at the recorded place than what was put there. It has been removed.
    ContentChanged,
    /// Its key was lost, so that nobody could read it any more. What was left of it has been removed.
    Unreadable,
}

/// A thing that a purge did or found out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// An interrupted purge was taken up; what it had removed before is not found again.
    Resumed,
    /// The wrapped key was overwritten and removed: the content is unreadable from here on.
    KeyDestroyed,
    /// There was no key.
    KeyAbsent,
    /// The sealed body was removed.
    BodyRemoved,
    /// There was no body.
    BodyAbsent,
    /// The copy and its folder were removed.
    CopyRemoved,
    /// There was no copy at the recorded place.
    CopyAbsent,
    /// The copy's entry could not be read, so its place is not known.
    EntryUnreadable,
    /// A last look found nothing of the item.
    VerifiedAbsent,
}

/// Something that is to be destroyed now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DueItem {
    /// Which.
    pub id: SealedId,
    /// What kind.
    pub kind: ItemKind,
    /// Its deadline; `None` when a purge was interrupted after the name that carried it was gone, or for remains that
    /// never had one.
    pub deadline: Option<UnixMillis>,
    /// A purge of it began and did not end: it is due whatever its deadline.
    pub begun: bool,
}

/// Something that is held until its deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HeldItem {
    /// Which.
    pub id: SealedId,
    /// What kind.
    pub kind: ItemKind,
    /// When it is to be destroyed.
    pub deadline: UnixMillis,
    /// Bytes of content; 0 when the body is absent or the entry unreadable.
    pub size: u64,
}

/// Proof that an item was purged. Holds no personal data: the id is random.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// The receipt's place in the log.
    pub seq: u64,
    /// What was purged.
    pub item: SealedId,
    /// What kind of thing it was.
    pub kind: ItemKind,
    /// Bytes of content.
    pub size: u64,
    /// The deadline, where one was known.
    pub deadline: Option<UnixMillis>,
    /// When the purge was complete.
    pub purged_at: UnixMillis,
    /// What set it off.
    pub trigger: Trigger,
    /// How it ended.
    pub outcome: Outcome,
    /// What was done and found.
    pub steps: Vec<Step>,
    /// Under what circumstances; `None` in receipts of versions 1 and 2.
    pub circumstances: Option<Circumstances>,
    /// The line's hash, in hexadecimal; it covers all lines before it.
    pub hash: String,
}

/// What one run over all due items did.
#[derive(Debug, Default)]
pub struct PurgeRun {
    /// One for each item that was purged.
    pub receipts: Vec<Receipt>,
    /// Items of which something is still there; a later run tries again, 1, 5 and 15 minutes after the first.
    pub stuck: Vec<(SealedId, PurgeError)>,
}

/// Why something was not destroyed, or not wholly.
#[derive(Debug, thiserror::Error)]
pub enum PurgeError {
    /// There is nothing under this id, and there is no receipt of it.
    #[error("nothing is known under this id")]
    Unknown,
    /// Something of the item could not be removed, for example because another program holds it open. Where the
    /// key was removed the content is unreadable already. The purge stays begun.
    #[error("something of the item could not be removed yet")]
    Stuck(#[source] io::Error),
    /// A file of the purge area could not be read or written.
    #[error("a file of the purge area could not be read or written")]
    File(#[from] io::Error),
}
