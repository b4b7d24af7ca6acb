//! The vault's purge receipts, copied here to be shown. The vault's own log is what counts; these hold no personal data.

use domain::{Timestamp, copy::PurgedCopy};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_size},
};

/// That something was destroyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptRecord {
    /// Its number in the vault's log.
    pub seq: i64,
    /// The item's id in the vault, hexadecimal.
    pub item: String,
    /// The vault's word for what it was.
    pub kind: String,
    /// When it was due.
    pub deadline: Timestamp,
    /// When it was destroyed.
    pub purged_at: Timestamp,
    /// The vault's word for what set the purge going.
    pub trigger: String,
    /// The vault's word for how it went.
    pub outcome: String,
    /// Bytes.
    pub size: u64,
    /// What a copy was; `None` for an attachment, and for a copy that is not known here.
    pub copy: Option<PurgedCopy>,
}

/// Which receipts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceiptPeriod {
    /// Destroyed at this moment or later.
    pub from: Timestamp,
    /// Destroyed before this moment.
    pub until: Timestamp,
    /// Numbers below this one: for the next page.
    pub before: i64,
}

impl ReceiptPeriod {
    /// All there are.
    pub const ALL: Self =
        Self { from: Timestamp::from_millis(i64::MIN), until: Timestamp::from_millis(i64::MAX), before: i64::MAX };
}

impl Rows {
    /// The number of the newest receipt that was copied; 0 when none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_receipt(&mut self) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar("SELECT COALESCE(MAX(seq), 0) FROM receipts").fetch_one(self.connection()).await?)
    }

    /// The newest receipts, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn receipts(&mut self, limit: u32) -> Result<Vec<ReceiptRecord>, StoreError> {
        self.receipts_between(ReceiptPeriod::ALL, limit).await
    }

    /// The receipts of a period, newest first, at most `limit`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn receipts_between(
        &mut self,
        period: ReceiptPeriod,
        limit: u32,
    ) -> Result<Vec<ReceiptRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT seq, item, kind, deadline, purged_at, started_by, outcome, size, copy FROM receipts \
             WHERE purged_at >= $1 AND purged_at < $2 AND seq < $3 ORDER BY seq DESC LIMIT $4",
        )
        .bind(period.from.as_millis())
        .bind(period.until.as_millis())
        .bind(period.before)
        .bind(i64::from(limit))
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(receipt).collect()
    }

    /// How many attachments came in during a period, and were kept or destroyed since.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn received_between(&mut self, from: Timestamp, until: Timestamp) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM attachments WHERE received >= $1 AND received < $2")
            .bind(from.as_millis())
            .bind(until.as_millis())
            .fetch_one(self.connection())
            .await?;
        Ok(count.unsigned_abs())
    }
}

fn receipt(row: &SqliteRow) -> Result<ReceiptRecord, StoreError> {
    let copy = match row.maybe_text("copy")? {
        Some(word) => Some(PurgedCopy::from_word(&word).ok_or(StoreError::Unreadable { column: "copy" })?),
        None => None,
    };
    Ok(ReceiptRecord {
        seq: row.whole("seq")?,
        item: row.text("item")?,
        kind: row.text("kind")?,
        deadline: row.time("deadline")?,
        purged_at: row.time("purged_at")?,
        trigger: row.text("started_by")?,
        outcome: row.text("outcome")?,
        size: row.size("size")?,
        copy,
    })
}

impl Writer {
    /// Copies a receipt. Returns whether it is news: the same number again changes nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn ingest_receipt(&mut self, receipt: &ReceiptRecord) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "INSERT INTO receipts (seq, item, kind, deadline, purged_at, started_by, outcome, size, copy) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (seq) DO NOTHING",
        )
        .bind(receipt.seq)
        .bind(&receipt.item)
        .bind(&receipt.kind)
        .bind(receipt.deadline.as_millis())
        .bind(receipt.purged_at.as_millis())
        .bind(&receipt.trigger)
        .bind(&receipt.outcome)
        .bind(to_size(receipt.size))
        .bind(receipt.copy.map(PurgedCopy::as_str))
        .execute(self.connection())
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
