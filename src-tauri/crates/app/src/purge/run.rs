//! Destroying what is due and taking in receipts.

use std::sync::{Arc, PoisonError};

use domain::{
    AttachmentId, CopyId, Timestamp,
    audit::{Action, AuditActor, AuditEvent},
    copy::{CopyKind, PurgedCopy},
};
use store::ReceiptRecord;
use vault::{By, ItemKind, PurgeError, Receipt, SealedId, Trigger, is_full};

use crate::{App, failure::Failure, state::Opened, topic::Topic};

/// Minutes from one change of the master key to the next, when nothing is purged.
const ROTATE_EVERY: i64 = 24 * 60;

/// Minutes until a change that failed is tried again.
const ROTATE_AGAIN: i64 = 15;

/// Destroys everything that is due. Returns how many items were destroyed.
///
/// # Errors
/// When the purge area or the store cannot be read. A single item that is stuck is no failure here: it is logged, stays due,
/// and the next run tries again.
pub(crate) async fn purge_due(app: &App, opened: &Arc<Opened>, by: impl Into<By>) -> Result<usize, Failure> {
    let (purge, by) = (Arc::clone(&opened.purge), by.into());
    let clocks = app.clocks();
    let run = blocking(move || purge.run(by, clocks)).await??;
    for (_, error) in &run.stuck {
        tracing::warn!(cause = %error, "an item that is due could not be destroyed yet");
    }
    after(app, opened, run.receipts.len()).await?;
    Ok(run.receipts.len())
}

/// The moment that deadlines count from: what the time is taken to be, also while the computer's clock is wrong. A clock that
/// is a year ahead must not give what comes in meanwhile a year of life.
///
/// # Errors
/// When the purge area cannot be read or written.
pub(crate) async fn proven_now(app: &App, opened: &Arc<Opened>) -> Result<Timestamp, Failure> {
    let (purge, clocks) = (Arc::clone(&opened.purge), app.clocks());
    let reading = blocking(move || purge.observe(clocks)).await??;
    Ok(Timestamp::from_millis(reading.now.0))
}

/// Destroys one item now, due or not.
///
/// # Errors
/// When something of it could not be removed.
pub(crate) async fn destroy(app: &App, opened: &Arc<Opened>, item: SealedId, by: impl Into<By>) -> Result<(), Failure> {
    let (purge, by) = (Arc::clone(&opened.purge), by.into());
    let clocks = app.clocks();
    match blocking(move || purge.destroy(item, by, clocks)).await? {
        Ok(_) => match after(app, opened, 1).await {
            // The next run takes the receipt in.
            Err(Failure::DiskFull) => Err(Failure::DiskFullAtPurge { gone: true }),
            after => after,
        },
        Err(PurgeError::Unknown) => take_in_receipts(app, opened).await,
        Err(PurgeError::File(cause) | PurgeError::Stuck(cause)) if is_full(cause.kind()) => {
            Err(Failure::DiskFullAtPurge { gone: false })
        }
        Err(error) => Err(error.into()),
    }
}

/// Once something is gone, and at least once a day, the master key is changed: remnants of the destroyed keys on the disk
/// are then worthless. And what the database wrote meanwhile is moved out of its log, where old pages lie.
async fn after(app: &App, opened: &Arc<Opened>, destroyed: usize) -> Result<(), Failure> {
    if destroyed > 0 || *opened.next_rotation.lock().unwrap_or_else(PoisonError::into_inner) <= app.now() {
        let wait = if rotate(app, opened).await? { ROTATE_EVERY } else { ROTATE_AGAIN };
        *opened.next_rotation.lock().unwrap_or_else(PoisonError::into_inner) = app.now().plus_minutes(wait);
    }
    take_in_receipts(app, opened).await?;
    if destroyed > 0
        && let Err(error) = opened.store.checkpoint().await
    {
        // Somebody is reading; the next run does it.
        tracing::info!(cause = %error, "the store's log could not be emptied after the purge");
    }
    Ok(())
}

/// Changes the master key, and destroys what it turns out that nobody can read. Whether that could be done.
async fn rotate(app: &App, opened: &Arc<Opened>) -> Result<bool, Failure> {
    let (vault, keys) = (Arc::clone(&opened.vault), Arc::clone(&opened.keys));
    let rotation = match blocking(move || vault.rotate(&*keys)).await? {
        Ok(rotation) => rotation,
        Err(error) => {
            tracing::warn!(cause = %error, "the vault's master key could not be changed");
            return Ok(false);
        }
    };
    for item in rotation.unreadable {
        let (purge, clocks) = (Arc::clone(&opened.purge), app.clocks());
        let destroyed = blocking(move || purge.destroy_unreadable(item, Trigger::Timer, clocks)).await?;
        if let Err(error) = destroyed {
            tracing::warn!(cause = %error, "a file that cannot be read could not be destroyed yet");
        }
    }
    Ok(true)
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
    let receipts = blocking(move || purge.receipts_after(known)).await??;
    if receipts.is_empty() {
        return Ok(());
    }
    let mut writer = opened.store.begin().await?;
    let Some(unit) = writer.unit().await? else { return Ok(()) };
    let mut events = Vec::with_capacity(receipts.len());
    for receipt in &receipts {
        let at = Timestamp::from_millis(receipt.purged_at.0);
        let uuid = uuid::Uuid::from_bytes(*receipt.item.as_bytes());
        let (copy, action) = match receipt.kind {
            ItemKind::Sealed => {
                writer.mark_attachment_purged(AttachmentId::from_uuid(uuid), at).await?;
                (None, Action::AttachmentPurged)
            }
            ItemKind::Copy => {
                let id = CopyId::from_uuid(uuid);
                let copy = writer.copy(id).await?.map(|copy| copy.purged_as());
                writer.mark_copy_purged(id, at).await?;
                (copy, copy_action(copy))
            }
        };
        writer.ingest_receipt(&record(receipt, copy)).await?;
        events.push(AuditEvent {
            at: app.now(),
            unit: unit.id,
            actor: AuditActor::System,
            action,
            subject: uuid.hyphenated().to_string(),
            citizen: None,
        });
    }
    if let Some(last) = receipts.last() {
        events.push(AuditEvent {
            at: app.now(),
            unit: unit.id,
            actor: AuditActor::System,
            action: Action::ReceiptsTakenIn,
            subject: anchor(last.seq, &last.hash),
            citizen: None,
        });
    }
    writer.commit_all(&events).await?;
    app.announce(&[Topic::Attachments, Topic::Purge]);
    Ok(())
}

const fn copy_action(copy: Option<PurgedCopy>) -> Action {
    match copy {
        None | Some(PurgedCopy::Whole(CopyKind::Safe)) => Action::CopyPurged,
        Some(PurgedCopy::Whole(CopyKind::Original)) => Action::OriginalPurged,
        Some(PurgedCopy::Unfinished) => Action::UnfinishedCopyPurged,
    }
}

/// Number and hash of a receipt, as the audit log holds them.
pub(crate) fn anchor(seq: u64, hash: &str) -> String {
    format!("{seq}:{hash}")
}

fn record(receipt: &Receipt, copy: Option<PurgedCopy>) -> ReceiptRecord {
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
        copy,
    }
}

pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failure::unexpected(&error))
}
