//! *Gallra nu*: destroy an attachment or a copy before its deadline.

use domain::{AttachmentId, CopyId, Permission};
use serde::Deserialize;
use vault::SealedId;

use super::{case_of, sealed};
use crate::{App, failure::Failure, purge::destroy};

/// Which copy.
#[derive(Deserialize, ts_rs::TS)]
pub struct PurgeCopy {
    copy: CopyId,
}

/// Which attachment.
#[derive(Deserialize, ts_rs::TS)]
pub struct PurgeAttachment {
    attachment: AttachmentId,
}

/// Destroys a temporary copy now.
///
/// # Errors
/// When not permitted, or there is no such copy.
pub async fn purge_copy(app: &App, request: PurgeCopy) -> Result<(), Failure> {
    let desk = app.desk(Permission::KeepCopies).await?;
    let mut reader = desk.opened.store.read().await?;
    let copy = reader.copy(request.copy).await?.ok_or(Failure::CopyNotFound)?;
    let attachment = reader.attachment(copy.attachment).await?.ok_or(Failure::CopyNotFound)?;
    case_of(&desk, &mut reader, attachment.case).await.map_err(|_| Failure::CopyNotFound)?;
    drop(reader);
    destroy(app, &desk.opened, SealedId::from_bytes(copy.id.to_bytes()), desk.by()).await
}

/// Destroys an attachment now, and every copy of it.
///
/// # Errors
/// When not permitted, or there is no such attachment.
pub async fn purge_attachment(app: &App, request: PurgeAttachment) -> Result<(), Failure> {
    let desk = app.desk(Permission::KeepCopies).await?;
    let mut reader = desk.opened.store.read().await?;
    let attachment = reader.attachment(request.attachment).await?.ok_or(Failure::AttachmentNotFound)?;
    let case = case_of(&desk, &mut reader, attachment.case).await?;
    let copies = reader.copies_of_case(case.id).await?;
    drop(reader);
    for copy in copies.iter().filter(|copy| copy.attachment == attachment.id && copy.purged.is_none()) {
        destroy(app, &desk.opened, SealedId::from_bytes(copy.id.to_bytes()), desk.by()).await?;
    }
    app.previews().close_all();
    destroy(app, &desk.opened, sealed(attachment.id), desk.by()).await
}
