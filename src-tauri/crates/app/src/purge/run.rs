//! Destroying what is due and taking in receipts.

use std::sync::Arc;

use domain::{
    AttachmentId, CopyId, Timestamp,
    audit::{Action, AuditActor, AuditEvent},
};
use store::ReceiptRecord;
use vault::{ItemKind, PurgeError, Receipt, SealedId, Trigger, UnixMillis};

use crate::{App, failure::Failure, state::Opened, topic::Topic};

/// Destroys everything that is due. Returns how many items were destroyed.
///
/// # Errors
/// When the purge area or the store cannot be read. A single item that is stuck is no failure here: it is logged, stays due,
/// and the next run tries again.
pub(crate) async fn purge_due(app: &App, opened: &Arc<Opened>, trigger: Trigger) -> Result<usize, Failure> {
    let purge = Arc::clone(&opened.purge);
    let now = UnixMillis(app.now().as_millis());
    let run = blocking(move || purge.run(trigger, now)).await?.map_err(|error| Failure::unexpected(&error))?;
    for (_, error) in &run.stuck {
        tracing::warn!(cause = %error, "an item that is due could not be destroyed yet");
    }
    after(app, opened, run.receipts.len()).await?;
    Ok(run.receipts.len())
}

/// Destroys one item now, due or not.
///
/// # Errors
/// When something of it could not be removed.
pub(crate) async fn destroy(app: &App, opened: &Arc<Opened>, item: SealedId, trigger: Trigger) -> Result<(), Failure> {
    let purge = Arc::clone(&opened.purge);
    let now = UnixMillis(app.now().as_millis());
    match blocking(move || purge.destroy(item, trigger, now)).await? {
        Ok(_) => after(app, opened, 1).await,
        Err(PurgeError::Unknown) => take_in_receipts(app, opened).await,
        Err(error) => Err(Failure::unexpected(&error)),
    }
}

/// Once something is gone, the master key is changed: remnants of the destroyed keys on the disk are then worthless.
async fn after(app: &App, opened: &Arc<Opened>, destroyed: usize) -> Result<(), Failure> {
    if destroyed > 0 {
        let (vault, keys) = (Arc::clone(&opened.vault), Arc::clone(&opened.keys));
        if let Err(error) = blocking(move || vault.rotate(&*keys)).await? {
            tracing::warn!(cause = %error, "the vault's master key could not be changed after the purge");
        }
    }
    take_in_receipts(app, opened).await
}

/// Takes in receipts that the store does not know yet, whoever wrote them: this program, or the scheduled job while it was
/// not running.
///
/// # Errors
/// When the receipts or the store cannot be read.
pub(crate) async fn take_in_receipts(app: &App, opened: &Arc<Opened>) -> Result<(), Failure> {
    let last = opened.store.read().await?.last_receipt().await?;
    let purge = Arc::clone(&opened.purge);
    let known = u64::try_from(last).unwrap_or(0);
    let receipts = blocking(move || purge.receipts_after(known)).await?.map_err(|error| Failure::unexpected(&error))?;
    if receipts.is_empty() {
        return Ok(());
    }
    let mut writer = opened.store.begin().await?;
    let Some(unit) = writer.unit().await? else { return Ok(()) };
    let mut events = Vec::with_capacity(receipts.len());
    for receipt in &receipts {
        writer.ingest_receipt(&record(receipt)).await?;
        let at = Timestamp::from_millis(receipt.purged_at.0);
        let uuid = uuid::Uuid::from_bytes(*receipt.item.as_bytes());
        let action = match receipt.kind {
            ItemKind::Sealed => {
                writer.mark_attachment_purged(AttachmentId::from_uuid(uuid), at).await?;
                Action::AttachmentPurged
            }
            ItemKind::Copy => {
                writer.mark_copy_purged(CopyId::from_uuid(uuid), at).await?;
                Action::CopyPurged
            }
        };
        events.push(AuditEvent {
            at: app.now(),
            unit: unit.id,
            actor: AuditActor::System,
            action,
            subject: uuid.hyphenated().to_string(),
            citizen: None,
        });
    }
    writer.commit_all(&events).await?;
    app.announce(&[Topic::Attachments, Topic::Purge]);
    Ok(())
}

fn record(receipt: &Receipt) -> ReceiptRecord {
    let word = |value: serde_json::Result<serde_json::Value>| match value {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    };
    ReceiptRecord {
        seq: i64::try_from(receipt.seq).unwrap_or(i64::MAX),
        item: receipt.item.to_string(),
        kind: word(serde_json::to_value(receipt.kind)),
        // What never had a deadline was due when it was found.
        deadline: Timestamp::from_millis(receipt.deadline.unwrap_or(receipt.purged_at).0),
        purged_at: Timestamp::from_millis(receipt.purged_at.0),
        trigger: word(serde_json::to_value(receipt.trigger)),
        outcome: word(serde_json::to_value(receipt.outcome)),
        size: receipt.size,
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failure::unexpected(&error))
}
