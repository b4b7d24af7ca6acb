//! *Spara tillfällig säker kopia*: made from pixels, below the unit's secure folder, with a deadline before it exists.

use domain::{AttachmentId, CopyId, Permission, Timestamp, audit::Action, copy::CopyKind};
use pipeline::preview::Hand;
use pipeline::safe_copy::{SafeCopyFailure, safe_copy};
use serde::{Deserialize, Serialize};
use store::CopyRecord;
use zeroize::Zeroizing;

use super::{
    attack::{Origin, failed_at},
    kept,
    place::{Wish, chosen, fault, put},
    preview::open_document,
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
    /// The open preview of it, if there is one: it draws the copy, and has the password of a locked file.
    ticket: Option<String>,
    /// Of a locked file without an open preview. Never kept.
    #[ts(as = "Option<String>")]
    password: Option<Zeroizing<String>>,
}

/// A temporary copy.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// Identity.
    pub id: CopyId,
    /// Copy of which attachment.
    pub attachment: AttachmentId,
    /// What it is.
    pub kind: CopyKind,
    /// When it was made.
    pub made: Timestamp,
    /// It was whole at its place. What never was is destroyed at the next start at the latest.
    pub finished: bool,
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
            kind: record.kind,
            made: record.made,
            finished: record.finished.is_some(),
            expires: record.expires,
            purged: record.purged,
        }
    }
}

/// Asks for a folder and makes the copy there. `None` when the person changes their mind in the dialog.
///
/// # Errors
/// When not permitted, the attachment is gone, the time is too long, the folder is not below a secure folder, the file is
/// locked, or the copy cannot be made; nothing of it is left then.
pub async fn save_copy(app: &App, request: SaveCopy) -> Result<Option<CopyView>, Failure> {
    let desk = app.desk(Permission::KeepCopies).await?;
    let mut reader = desk.opened.store.read().await?;
    let (attachment, case) = kept(app, &desk, &mut reader, request.attachment).await?;
    drop(reader);
    let open = match &request.ticket {
        Some(ticket) => {
            let open = app.previews().get(ticket).filter(|open| open.of.attachment == attachment.id);
            Some(open.ok_or(Failure::PreviewClosed)?)
        }
        None => None,
    };
    let of = Origin { attachment: attachment.id, citizen: case.citizen };
    // Before the folder is asked for: a locked file says so at once.
    let mut hand = match &open {
        Some(open) => Hand::Viewing(&open.viewing),
        None => Hand::Document(open_document(app, &desk, of, request.password.as_ref()).await?),
    };
    let Some(folder) = chosen(app, &desk, request.hours, "Välj mapp för den tillfälliga kopian").await? else {
        return Ok(None);
    };
    // Without the password of a locked file none comes.
    let help = async { open_document(app, &desk, of, request.password.as_ref()).await.ok().map(Hand::Document) };
    let copy = match safe_copy(&mut hand, help).await {
        Ok(copy) => copy,
        Err(SafeCopyFailure::TooManyPages) => return Err(fault(CopyFault::TooManyPages)),
        Err(SafeCopyFailure::Page(failure)) => return Err(failed_at(app, &desk, of, failure).await),
        Err(SafeCopyFailure::NotWritten) => return Err(fault(CopyFault::Unwritable)),
    };
    let wish = Wish {
        attachment: &attachment,
        case: &case,
        folder,
        stem: "bilaga",
        extension: copy.kind.extension(),
        bytes: copy.bytes,
        hours: request.hours,
        kind: CopyKind::Safe,
        made: Action::CopyMade,
    };
    put(app, &desk, wish).await.map(Some)
}
