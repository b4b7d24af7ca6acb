//! The *Gallring* screen: what is kept and until when, and the receipts of what is gone. No personal data.

use domain::{CaseId, Permission, Timestamp};
use serde::Serialize;

use crate::{App, failure::Failure};

/// Receipts shown.
const RECEIPTS: u32 = 100;

/// What is kept and what is gone.
#[derive(Serialize, ts_rs::TS)]
pub struct PurgeOverview {
    /// Attachments and copies that are kept, next deadline first.
    pub kept: Vec<KeptItem>,
    /// Receipts, newest first.
    pub receipts: Vec<ReceiptView>,
}

/// An attachment or a copy that is kept.
#[derive(Serialize, ts_rs::TS)]
pub struct KeptItem {
    /// Whether it is a copy outside the vault.
    pub copy: bool,
    /// Which case it belongs to.
    pub case: CaseId,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// Bytes; `None` for a copy.
    pub size: Option<i64>,
}

/// A receipt.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptView {
    /// Number in the chain.
    pub seq: i64,
    /// Random id of what was destroyed.
    pub item: String,
    /// `sealed` or `copy`.
    pub kind: String,
    /// When it was to be destroyed.
    pub deadline: Timestamp,
    /// When it was.
    pub purged_at: Timestamp,
    /// `timer`, `start`, `scheduled` or `person`.
    pub trigger: String,
    /// `removed`, `not_found_at_recorded_place` or `content_changed`.
    pub outcome: String,
}

/// What is kept and what is gone.
///
/// # Errors
/// When not permitted.
pub async fn overview(app: &App, (): ()) -> Result<PurgeOverview, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let mut reader = desk.opened.store.read().await?;
    let mut kept = Vec::new();
    for attachment in reader.kept_attachments().await? {
        let size = i64::try_from(attachment.size).ok();
        kept.push(KeptItem { copy: false, case: attachment.case, expires: attachment.expires, size });
    }
    for copy in reader.kept_copies().await? {
        if let Some(attachment) = reader.attachment(copy.attachment).await? {
            kept.push(KeptItem { copy: true, case: attachment.case, expires: copy.expires, size: None });
        }
    }
    kept.sort_by_key(|item| item.expires);
    let receipt = |record: store::ReceiptRecord| ReceiptView {
        seq: record.seq,
        item: record.item,
        kind: record.kind,
        deadline: record.deadline,
        purged_at: record.purged_at,
        trigger: record.trigger,
        outcome: record.outcome,
    };
    let receipts = reader.receipts(RECEIPTS).await?.into_iter().map(receipt).collect();
    Ok(PurgeOverview { kept, receipts })
}
