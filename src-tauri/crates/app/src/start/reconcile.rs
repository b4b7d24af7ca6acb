//! After a crash: the vault and the database say the same again. The database says what was confirmed to a person; what it
//! does not know was never confirmed and is destroyed, with a receipt. So is a copy that was begun and never finished.

use std::{path::Path, sync::Arc};

use domain::{AttachmentId, CopyId};
use vault::{ItemKind, SealedId, Trigger};

use crate::{App, failure::Failure, purge, retention, state::Opened};

/// Makes vault and database agree.
///
/// # Errors
/// When either cannot be read.
pub(super) async fn reconcile(app: &App, opened: &Arc<Opened>) -> Result<(), Failure> {
    let vault = Arc::clone(&opened.vault);
    let now = app.clocks();
    let area = Arc::clone(&opened.purge);
    let held = tokio::task::spawn_blocking(move || {
        vault.sweep_unfinished(now)?;
        area.list()
    });
    let held = held.await.map_err(|error| Failure::unexpected(&error))?.map_err(|error| Failure::unexpected(&error))?;
    for item in held {
        let id = *item.id.as_bytes();
        let mut reader = opened.store.read().await?;
        let deadline = match item.kind {
            ItemKind::Sealed => reader.attachment(AttachmentId::from_bytes(id)).await?.map(|record| record.expires),
            ItemKind::Copy => {
                let copy = reader.copy(CopyId::from_bytes(id)).await?;
                if copy.as_ref().is_some_and(|copy| copy.finished.is_none()) && is_within_reach(opened, item.id) {
                    drop(reader);
                    destroy_unfinished(app, opened, item.id).await;
                    continue;
                }
                copy.map(|record| record.expires)
            }
        };
        drop(reader);
        match deadline {
            None => purge::destroy(app, opened, item.id, Trigger::Start).await?,
            Some(expires) if expires.as_millis() != item.deadline.0 => {
                retention::set_deadline(opened, item.kind, item.id, expires).await?;
            }
            Some(_) => {}
        }
    }
    purge::take_in_receipts(app, opened).await
}

/// Whether the folder that a copy's own folder was to lie in is there: on a disk that is not connected nothing can be found
/// or destroyed, and nothing may be said of it before its deadline.
fn is_within_reach(opened: &Opened, id: SealedId) -> bool {
    let entry = opened.purge.copy(id).ok().flatten();
    entry.is_none_or(|entry| entry.path.parent().and_then(Path::parent).is_some_and(Path::is_dir))
}

/// What cannot be removed now must not keep the program from starting: it is tried again, and shown as stuck.
async fn destroy_unfinished(app: &App, opened: &Arc<Opened>, id: SealedId) {
    if purge::destroy(app, opened, id, Trigger::Start).await.is_err() {
        tracing::warn!("a copy that was never finished could not be destroyed yet");
    }
}
