//! After a crash: the vault and the database say the same again. The database says what was confirmed to a person; what it
//! does not know was never confirmed and is destroyed, with a receipt.

use std::sync::Arc;

use domain::{AttachmentId, CopyId};
use vault::{ItemKind, Trigger};

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
        let uuid = uuid::Uuid::from_bytes(*item.id.as_bytes());
        let mut reader = opened.store.read().await?;
        let deadline = match item.kind {
            ItemKind::Sealed => reader.attachment(AttachmentId::from_uuid(uuid)).await?.map(|record| record.expires),
            ItemKind::Copy => reader.copy(CopyId::from_uuid(uuid)).await?.map(|record| record.expires),
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
