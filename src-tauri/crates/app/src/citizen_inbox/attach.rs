//! A citizen attaches a file: sealed while it streams in, known to the database only when it is whole.

use std::sync::Arc;

use domain::{
    AttachmentId, CaseId, CitizenId, ItemId,
    attachment::{Attachment, AttachmentKind, displayable_name},
    audit::Action,
    retention::deadline,
    template::{FileKinds, ItemKind, tree::find},
};
use inbox::{ByteSource, FileRefusal, MailboxFailure};
use pipeline::{
    kind::{FileKind, Refused},
    receive::{Incoming, ReceiveFailure, Received},
};
use store::{AttachmentRecord, CaseRecord, Rows, StoreError};
use tokio::sync::mpsc;
use vault::{Trigger, UnixMillis, VaultError, is_full};

use super::{
    answer::unanswerable,
    mailbox::{Visit, failed, own_case, store_failed, unexpected},
};
use crate::{
    attachments::sealed,
    cases::attachment as shown,
    failure::Failure,
    purge::{self, Full},
    retention::unsent_hours,
};

/// Pieces on their way from the network to the vault: enough to keep both busy, little enough to hold back a fast sender.
const PIECES: usize = 8;

/// Takes a file. That there was no room for one is remembered, for those who can make room.
///
/// # Errors
/// When it is refused, not asked for, one too many, or stops half-way. Nothing of it is kept then.
pub(super) async fn attach(
    visit: &Visit,
    citizen: CitizenId,
    case: CaseId,
    item: ItemId,
    name: &str,
    body: &mut (dyn ByteSource + Send),
) -> Result<Attachment, MailboxFailure> {
    let outcome = take(visit, citizen, case, item, name, body).await;
    match &outcome {
        Ok(_) => visit.opened.refused.taken(&visit.app),
        Err(MailboxFailure::FileRefused { reason: FileRefusal::NoRoom }) => {
            visit.opened.refused.refused(&visit.app, Full::Vault);
        }
        Err(MailboxFailure::FileRefused { reason: FileRefusal::DiskFull }) => {
            visit.opened.refused.refused(&visit.app, Full::Disk);
        }
        Err(_) => {}
    }
    outcome
}

async fn take(
    visit: &Visit,
    citizen: CitizenId,
    case: CaseId,
    item: ItemId,
    name: &str,
    body: &mut (dyn ByteSource + Send),
) -> Result<Attachment, MailboxFailure> {
    let mut reader = visit.opened.store.read().await.map_err(store_failed)?;
    let record = own_case(&mut reader, citizen, case, visit.now).await?;
    let asked = room(visit, &mut reader, &record, item, 0).await?;
    let hours = unsent_hours(&mut reader, visit.unit.id, visit.now).await.map_err(store_failed)?;
    drop(reader);

    let id = visit.app.new_id(AttachmentId::from_uuid);
    let start = purge::proven_now(&visit.app, &visit.opened).await.map_err(refused_or_failed)?;
    let expires = deadline(start, hours);
    let received = seal(visit, id, UnixMillis(expires.as_millis()), asked.max_bytes, body).await?;

    let kept = AttachmentRecord {
        id,
        case,
        item,
        citizen,
        name: displayable_name(name),
        kind: known_as(received.kind),
        size: received.size,
        received: visit.now,
        expires,
        submitted: false,
        purged: None,
    };
    let outcome = match asked.refuses(kept.kind) {
        Some(reason) => Err(refused(reason)),
        None => remember(visit, &kept).await,
    };
    if outcome.is_err() {
        let _ = purge::destroy(&visit.app, &visit.opened, sealed(id), Trigger::Person).await;
    }
    outcome.map(|()| shown(kept))
}

fn known_as(kind: FileKind) -> AttachmentKind {
    match kind {
        FileKind::Pdf => AttachmentKind::Pdf,
        FileKind::Jpeg => AttachmentKind::Jpeg,
        FileKind::Png => AttachmentKind::Png,
        FileKind::Gif => AttachmentKind::Gif,
        FileKind::Webp => AttachmentKind::Webp,
        FileKind::Bmp => AttachmentKind::Bmp,
        FileKind::Tiff => AttachmentKind::Tiff,
        FileKind::Heic => AttachmentKind::Heic,
    }
}

/// Streams the body into the vault on a thread that may block.
async fn seal(
    visit: &Visit,
    id: AttachmentId,
    expires: UnixMillis,
    max_bytes: u64,
    body: &mut (dyn ByteSource + Send),
) -> Result<Received, MailboxFailure> {
    let (pieces, mut arriving) = mpsc::channel(PIECES);
    let vault = Arc::clone(&visit.opened.vault);
    let sealing = tokio::task::spawn_blocking(move || {
        let mut incoming = Incoming::start(&vault, sealed(id), expires, max_bytes)?;
        loop {
            match arriving.blocking_recv() {
                Some(Piece::Bytes(bytes)) => incoming.push(&bytes)?,
                Some(Piece::End) => return incoming.finish().map(Some),
                // The sender went away before the end: dropping `incoming` leaves nothing.
                None => return Ok(None),
            }
        }
    });
    let mut interrupted = false;
    loop {
        let piece = match body.next().await {
            Some(Ok(bytes)) => Piece::Bytes(bytes),
            Some(Err(_)) => {
                interrupted = true;
                break;
            }
            None => Piece::End,
        };
        let end = matches!(piece, Piece::End);
        // The receiver is gone when it has refused the file.
        if pieces.send(piece).await.is_err() || end {
            break;
        }
    }
    drop(pieces);
    let outcome: Result<Option<Received>, ReceiveFailure> = sealing.await.map_err(|error| unexpected(&error))?;
    match outcome {
        Ok(Some(received)) if !interrupted => Ok(received),
        Ok(_) => Err(MailboxFailure::Interrupted),
        Err(ReceiveFailure::TooLarge) => Err(refused(FileRefusal::TooLarge)),
        Err(ReceiveFailure::Refused(reason)) => Err(refused(match reason {
            Refused::Empty => FileRefusal::Empty,
            Refused::LooksLikeHeic => FileRefusal::Heic,
            Refused::LooksLikeOfficeOrArchive => FileRefusal::OfficeOrArchive,
            Refused::PdfHeaderNotFirst
            | Refused::LooksLikeSvg
            | Refused::LooksLikeMarkup
            | Refused::LooksLikeOtherImage
            | Refused::LooksLikeProgram
            | Refused::UnknownKind => FileRefusal::UnknownKind,
        })),
        Err(ReceiveFailure::Vault(error)) if is_disk_full(&error) => {
            tracing::warn!("a citizen's file was refused: the disk of the vault is full");
            Err(refused(FileRefusal::DiskFull))
        }
        Err(ReceiveFailure::Vault(error)) => Err(unexpected(&error)),
    }
}

/// Whether the system had no room for what was to be written.
fn is_disk_full(error: &VaultError) -> bool {
    matches!(error, VaultError::File(error) if is_full(error.kind()))
}

enum Piece {
    Bytes(bytes::Bytes),
    End,
}

/// That the disk is full is said of the file, whichever part of the work met it.
fn refused_or_failed(failure: Failure) -> MailboxFailure {
    match failure {
        Failure::DiskFull => refused(FileRefusal::DiskFull),
        other => failed(other),
    }
}

/// Looks again, now that it matters, whether there is room: two files may have been on their way at once.
async fn remember(visit: &Visit, kept: &AttachmentRecord) -> Result<(), MailboxFailure> {
    let mut writer = visit.opened.store.begin().await.map_err(store_failed)?;
    let case = own_case(&mut writer, kept.citizen, kept.case, visit.now).await?;
    let _ = room(visit, &mut writer, &case, kept.item, kept.size).await?;
    let full_or_failed = |error: StoreError| refused_or_failed(error.into());
    writer.insert_attachment(kept).await.map_err(full_or_failed)?;
    writer.commit(&visit.event(kept.citizen, Action::AttachmentReceived, kept.id)).await.map_err(full_or_failed)
}

/// What a question asks of a file.
struct Asked {
    accepts: FileKinds,
    max_bytes: u64,
}

impl Asked {
    /// Why a file of this kind is not what was asked for; `None` when it is.
    const fn refuses(&self, kind: AttachmentKind) -> Option<FileRefusal> {
        match (self.accepts, matches!(kind, AttachmentKind::Pdf)) {
            (FileKinds::Images, true) => Some(FileRefusal::OnlyImages),
            (FileKinds::Pdf, false) => Some(FileRefusal::OnlyPdf),
            _ => None,
        }
    }
}

/// Whether one more file, of this many bytes as far as is known, may be attached to this question of this case, and what it must
/// be like.
async fn room(
    visit: &Visit,
    rows: &mut Rows,
    case: &CaseRecord,
    item: ItemId,
    size: u64,
) -> Result<Asked, MailboxFailure> {
    case.state.answered(true, case.closure, visit.now).map_err(unanswerable)?;
    let question = find(case.message.form.as_deref().unwrap_or_default(), item);
    let Some(ItemKind::Attachment { max_files, accepts, max_megabytes }) = question.map(|question| &question.kind)
    else {
        return Err(refused(FileRefusal::NotAsked));
    };
    let limits = visit.limits()?;
    let files = rows.attachments_of(case.id).await.map_err(store_failed)?;
    let files = files.iter().filter(|file| file.purged.is_none());
    let (mut all, mut here) = (0, 0);
    for file in files {
        all += 1;
        here += u32::from(file.item == item);
    }
    if all >= limits.max_files || here >= *max_files {
        return Err(refused(FileRefusal::TooMany));
    }
    let taken = rows.kept_bytes().await.map_err(store_failed)?;
    let most = visit.most_bytes()?;
    if taken >= most || size > most - taken {
        tracing::warn!(taken, most, "a citizen's file was refused: attachments.max_total_megabytes is reached");
        return Err(refused(FileRefusal::NoRoom));
    }
    let asked_bytes = max_megabytes.map_or(u64::MAX, |size| u64::from(size) * 1_000_000);
    Ok(Asked { accepts: *accepts, max_bytes: limits.max_bytes.min(asked_bytes) })
}

/// Takes back a file that is not sent in yet, and destroys it at once.
///
/// # Errors
/// When the citizen has no such file, or it was sent in.
pub(super) async fn withdraw(
    visit: &Visit,
    citizen: CitizenId,
    case: CaseId,
    id: AttachmentId,
) -> Result<(), MailboxFailure> {
    let mut writer = visit.opened.store.begin().await.map_err(store_failed)?;
    own_case(&mut writer, citizen, case, visit.now).await?;
    let file = writer.attachment(id).await.map_err(store_failed)?;
    if file.is_none_or(|file| file.case != case || file.submitted) {
        return Err(MailboxFailure::LetterNotFound);
    }
    writer.delete_unsubmitted_attachment(id).await.map_err(store_failed)?;
    writer.commit(&visit.event(citizen, Action::AttachmentWithdrawn, id)).await.map_err(store_failed)?;
    // If this fails, the next start finds a sealed file that the database does not know, and destroys it.
    let _ = purge::destroy(&visit.app, &visit.opened, sealed(id), Trigger::Person).await;
    Ok(())
}

fn refused(reason: FileRefusal) -> MailboxFailure {
    MailboxFailure::FileRefused { reason }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_full_disk_is_told_from_every_other_trouble_with_the_vault() {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded] {
            assert!(is_disk_full(&VaultError::File(kind.into())));
        }
        assert!(!is_disk_full(&VaultError::File(io::ErrorKind::PermissionDenied.into())));
        assert!(!is_disk_full(&VaultError::WriteFailed));
    }
}
