//! Where a temporary copy may lie, for how long, and putting it there: the deadline is on disk before the copy is.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{CitizenId, CopyId, audit::Action, copy::CopyKind, retention::deadline};
use serde::Serialize;
use store::{AttachmentRecord, CaseRecord, CopyRecord};
use vault::{CopyEntry, CopyProblem, SealedId, UnixMillis, is_full};
use zeroize::Zeroizing;

use super::{CopyView, sealed};
use crate::{
    App,
    failure::{CopyFault, Failure},
    purge::{blocking, destroy, proven_now},
    state::Desk,
};

/// What holds for copies at this unit on this computer.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyRules {
    /// Copies lie below one of these.
    pub folders: Vec<String>,
    /// Whether the organisation decides the folders, rather than the unit.
    pub folders_governed: bool,
    /// Hours that a copy may live at most.
    pub max_hours: u32,
    /// Whether a copy of the file as it came may be made.
    pub originals: bool,
}

/// What holds for copies.
///
/// # Errors
/// When nobody is signed in.
pub async fn copy_rules(app: &App, (): ()) -> Result<CopyRules, Failure> {
    let desk = app.any_desk().await?;
    rules(app, &desk)
}

pub(super) fn rules(app: &App, desk: &Desk) -> Result<CopyRules, Failure> {
    let copies = &app.policy()?.copies;
    let folders = secure_folders(app, desk)?;
    Ok(CopyRules {
        folders: folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect(),
        folders_governed: !copies.secure_folders.is_empty(),
        max_hours: desk.unit.retention.copy_hours.min(copies.max_hours),
        originals: copies.originals,
    })
}

/// The organisation's folders; where it has decided nothing, the unit's own.
fn secure_folders(app: &App, desk: &Desk) -> Result<Vec<PathBuf>, Failure> {
    let decided = &app.policy()?.copies.secure_folders;
    Ok(if decided.is_empty() { vec![PathBuf::from(&desk.unit.secure_folder)] } else { decided.clone() })
}

/// Checks the hours and asks for a folder, beginning in the first secure one that is there. `None` when the person changes
/// their mind.
pub(super) async fn chosen(app: &App, desk: &Desk, hours: u32, title: &str) -> Result<Option<PathBuf>, Failure> {
    if hours == 0 || hours > rules(app, desk)?.max_hours {
        return Err(fault(CopyFault::TooLong));
    }
    let folders = secure_folders(app, desk)?;
    let start = folders.iter().find(|folder| folder.is_dir()).ok_or(fault(CopyFault::FolderMissing))?;
    let Some(chosen) = app.outside().dialogs.choose_folder(title, start.clone()).await else {
        return Ok(None);
    };
    below(&folders, &chosen).map(Some)
}

/// The chosen folder in its true form, if it is a secure folder or lies below one. Links are followed first, so that a
/// link out of a secure folder is seen for what it is.
fn below(secure: &[PathBuf], chosen: &Path) -> Result<PathBuf, Failure> {
    let chosen = chosen.canonicalize().map_err(|error| fault(of_folder(error.kind())))?;
    let is_below = |folder: &PathBuf| folder.canonicalize().is_ok_and(|folder| chosen.starts_with(folder));
    if !secure.iter().any(is_below) {
        Err(fault(CopyFault::OutsideSecureFolder))
    } else if chosen.is_dir() {
        Ok(chosen)
    } else {
        Err(fault(CopyFault::FolderMissing))
    }
}

/// What is put down, where and for how long.
pub(super) struct Wish<'a> {
    pub(super) attachment: &'a AttachmentRecord,
    pub(super) case: &'a CaseRecord,
    pub(super) folder: PathBuf,
    /// Of us, never of the citizen; without the moment and the extension.
    pub(super) stem: &'static str,
    pub(super) extension: &'static str,
    pub(super) bytes: Zeroizing<Vec<u8>>,
    pub(super) hours: u32,
    pub(super) kind: CopyKind,
    /// What the audit log says once it is whole.
    pub(super) made: Action,
}

/// Puts a copy where it was to lie: begun in the database and with a deadline on disk, then written, then finished. Nothing
/// of it is left when that fails; what a killed program leaves is found unfinished at the next start.
pub(super) async fn put(app: &App, desk: &Desk, wish: Wish<'_>) -> Result<CopyView, Failure> {
    // The dialog and the drawing may have taken minutes: the deadline counts from now, and the folder is looked at again.
    let folder = below(&secure_folders(app, desk)?, &wish.folder)?;
    let made = app.now();
    let expires = deadline(proven_now(app, &desk.opened).await?, wish.hours).min(wish.attachment.expires);
    let id = app.new_id(CopyId::from_uuid);
    let sealed_id = SealedId::from_bytes(id.to_bytes());
    let name = format!("{}-{}.{}", wish.stem, made.to_local_text().replace([' ', ':'], "-"), wish.extension);
    let bytes = wish.bytes;
    let entry =
        CopyEntry::plan(sealed_id, sealed(wish.attachment.id), &folder, &name, &bytes, UnixMillis(expires.as_millis()))
            .map_err(|problem| unwritten(&problem))?;

    let mut writer = desk.opened.store.begin().await?;
    let record = CopyRecord {
        id,
        attachment: wish.attachment.id,
        kind: wish.kind,
        made_by: desk.actor.staff,
        made,
        finished: None,
        expires,
        purged: None,
    };
    writer.insert_copy(&record).await?;
    // Its entry lies in the profile, not in the folder.
    desk.opened.purge.register_copy(&entry).map_err(|problem| match problem {
        CopyProblem::File(error) if is_full(error.kind()) => Failure::DiskFull,
        other => unwritten(&other),
    })?;
    let begun = match wish.kind {
        CopyKind::Safe => Action::CopyBegun,
        CopyKind::Original => Action::OriginalBegun,
    };
    writer.commit(&desk.event_about(wish.case.citizen, begun, id)).await?;

    let purge = Arc::clone(&desk.opened.purge);
    let written = match blocking(move || purge.write_copy(&entry, &bytes)).await? {
        Ok(()) => finish(app, desk, record, wish.case.citizen, wish.made).await,
        Err(problem) => Err(unwritten(&problem)),
    };
    if written.is_err() {
        // Its entry goes too, with a receipt; if that fails the next start takes it, or the deadline.
        let _ = destroy(app, &desk.opened, sealed_id, desk.by()).await;
    }
    written
}

/// The copy is whole at its place; only now is it one.
async fn finish(
    app: &App,
    desk: &Desk,
    record: CopyRecord,
    citizen: CitizenId,
    made: Action,
) -> Result<CopyView, Failure> {
    let finished = app.now();
    let mut writer = desk.opened.store.begin().await?;
    writer.finish_copy(record.id, finished).await?;
    writer.commit(&desk.event_about(citizen, made, record.id)).await?;
    Ok(CopyRecord { finished: Some(finished), ..record }.into())
}

fn unwritten(problem: &CopyProblem) -> Failure {
    fault(match problem {
        CopyProblem::File(error) => of_folder(error.kind()),
        _ => CopyFault::Unwritable,
    })
}

/// What is wrong with a folder that answers so.
fn of_folder(kind: ErrorKind) -> CopyFault {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => CopyFault::FolderMissing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => CopyFault::FolderReadOnly,
        kind if is_full(kind) => CopyFault::NoRoom,
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::ConnectionRefused
        | ErrorKind::TimedOut => CopyFault::FolderUnreachable,
        _ => CopyFault::Unwritable,
    }
}

pub(super) fn fault(fault: CopyFault) -> Failure {
    Failure::CopyFailed { fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_in_which_a_folder_fails_is_told_apart() {
        for (kind, expected) in [
            (ErrorKind::NotFound, CopyFault::FolderMissing),
            (ErrorKind::PermissionDenied, CopyFault::FolderReadOnly),
            (ErrorKind::ReadOnlyFilesystem, CopyFault::FolderReadOnly),
            (ErrorKind::StorageFull, CopyFault::NoRoom),
            (ErrorKind::QuotaExceeded, CopyFault::NoRoom),
            (ErrorKind::HostUnreachable, CopyFault::FolderUnreachable),
            (ErrorKind::StaleNetworkFileHandle, CopyFault::FolderUnreachable),
            (ErrorKind::InvalidInput, CopyFault::Unwritable),
        ] {
            assert_eq!(of_folder(kind), expected, "{kind:?}");
        }
    }
}
