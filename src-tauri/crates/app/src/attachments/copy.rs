//! *Spara tillfällig säker kopia*: made from pixels, below the unit's secure folder, with a deadline before it exists.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{AttachmentId, CopyId, Permission, Timestamp, audit::Action, retention::deadline};
use pipeline::safe_copy::{SafeCopyFailure, safe_copy};
use serde::{Deserialize, Serialize};
use store::CopyRecord;
use vault::{CopyEntry, SealedId, Trigger, UnixMillis};

use super::{
    kept,
    preview::{failed, open_document},
    sealed,
};
use crate::{
    App,
    failure::{CopyFault, Failure},
};

/// Which attachment, and for how long.
#[derive(Deserialize, ts_rs::TS)]
pub struct SaveCopy {
    attachment: AttachmentId,
    /// Whole hours, at most what the unit allows.
    hours: u32,
}

/// A temporary copy.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// Identity.
    pub id: CopyId,
    /// Copy of which attachment.
    pub attachment: AttachmentId,
    /// When it was made.
    pub made: Timestamp,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// When it was destroyed, if it was.
    pub purged: Option<Timestamp>,
}

impl From<CopyRecord> for CopyView {
    fn from(record: CopyRecord) -> Self {
        Self {
            id: record.id,
            attachment: record.attachment,
            made: record.made,
            expires: record.expires,
            purged: record.purged,
        }
    }
}

/// Asks for a folder and makes the copy there. `None` when the person changes their mind in the dialog.
///
/// # Errors
/// When not permitted, the attachment is gone, the time is too long, the folder is not below the secure folder, or the
/// copy cannot be made; nothing of it is left then.
pub async fn save_copy(app: &App, request: SaveCopy) -> Result<Option<CopyView>, Failure> {
    let desk = app.desk(Permission::KeepCopies).await?;
    let longest = desk.unit.retention.copy_hours.min(app.policy()?.copies.max_hours);
    if request.hours == 0 || request.hours > longest {
        return Err(Failure::CopyFailed { fault: CopyFault::TooLong });
    }
    let mut reader = desk.opened.store.read().await?;
    let (attachment, case) = kept(&desk, &mut reader, request.attachment).await?;
    drop(reader);

    let secure = PathBuf::from(&desk.unit.secure_folder);
    let Some(chosen) =
        app.outside().dialogs.choose_folder("Välj mapp för den tillfälliga kopian", secure.clone()).await
    else {
        return Ok(None);
    };
    let folder = below(&secure, &chosen)?;

    let mut document = open_document(app, &desk, attachment.id).await?;
    let copy = safe_copy(&mut document).await.map_err(|failure| match failure {
        SafeCopyFailure::TooManyPages => Failure::CopyFailed { fault: CopyFault::TooManyPages },
        SafeCopyFailure::Page(failure) => failed(failure),
        SafeCopyFailure::NotWritten => Failure::CopyFailed { fault: CopyFault::Unwritable },
    })?;

    // The dialog and the drawing may have taken minutes: the deadline counts from now.
    let made = app.now();
    let expires = deadline(made, request.hours).min(attachment.expires);
    let id = app.new_id(CopyId::from_uuid);
    let sealed_id = SealedId::from_bytes(id.to_bytes());
    let name = format!("bilaga-{}.{}", made.to_local_text().replace([' ', ':'], "-"), copy.kind.extension());
    let unwritable = |_| Failure::CopyFailed { fault: CopyFault::Unwritable };
    let entry =
        CopyEntry::plan(sealed_id, sealed(attachment.id), &folder, &name, &copy.bytes, UnixMillis(expires.as_millis()))
            .map_err(unwritable)?;

    let mut writer = desk.opened.store.begin().await?;
    let record = CopyRecord { id, attachment: attachment.id, made_by: desk.actor.staff, made, expires, purged: None };
    writer.insert_copy(&record).await?;
    desk.opened.purge.register_copy(&entry).map_err(unwritable)?;
    writer.commit(&desk.event_about(case.citizen, Action::CopyMade, id)).await?;

    let purge = Arc::clone(&desk.opened.purge);
    let written = tokio::task::spawn_blocking(move || {
        let outcome = purge.write_copy(&entry, &copy.bytes);
        if outcome.is_err() {
            // Its entry goes too, with a receipt; if that fails the deadline takes it.
            let _ = purge.destroy(sealed_id, Trigger::Person, UnixMillis(made.as_millis()));
        }
        outcome
    });
    match written.await {
        Ok(Ok(())) => Ok(Some(record.into())),
        Ok(Err(_)) => {
            crate::purge::take_in_receipts(app, &desk.opened).await?;
            Err(Failure::CopyFailed { fault: CopyFault::Unwritable })
        }
        Err(error) => Err(Failure::unexpected(&error)),
    }
}

/// The chosen folder in its true form, if it is the secure folder or lies below it. Links are followed first, so that a
/// link out of the secure folder is seen for what it is.
fn below(secure: &Path, chosen: &Path) -> Result<PathBuf, Failure> {
    let true_form = |path: &Path| path.canonicalize().map_err(|_| Failure::SecureFolderUnusable);
    let (secure, chosen) = (true_form(secure)?, true_form(chosen)?);
    if chosen.starts_with(&secure) {
        Ok(chosen)
    } else {
        Err(Failure::CopyFailed { fault: CopyFault::OutsideSecureFolder })
    }
}
