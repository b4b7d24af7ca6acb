//! *Gallringsbeslut* and extensions: a history that is only added to.

use domain::{
    AttachmentId, DecisionId, StaffId, Timestamp, UnitId,
    copy::CopyKind,
    retention::{RetainedKind, RetentionDecision},
};
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::{Rows, StoreError, Writer, fields::Fields};

/// That one attachment's deadline was moved, and why.
#[derive(Clone, PartialEq, Eq)]
pub struct ExtensionRecord {
    /// Identity.
    pub id: Uuid,
    /// Whose deadline.
    pub attachment: AttachmentId,
    /// By whom.
    pub staff: StaffId,
    /// When.
    pub at: Timestamp,
    /// Why, in the person's own words.
    pub reason: String,
    /// The deadline before.
    pub before: Timestamp,
    /// The deadline since.
    pub until: Timestamp,
}

/// Something that is kept, with the event that its time counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetainedItem {
    /// The id of the attachment or copy.
    pub id: Uuid,
    /// For a copy: of which attachment.
    pub attachment: AttachmentId,
    /// What it is.
    pub kind: RetainedKind,
    /// What a copy is; `None` for an attachment.
    pub copy: Option<CopyKind>,
    /// When its time began.
    pub start: Timestamp,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// A person extended it, with a reason.
    pub extended: bool,
}

impl Rows {
    /// Every decision of the unit, the latest decided first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn retention_decisions(&mut self, unit: UnitId) -> Result<Vec<RetentionDecision>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, name, kind, hours, decided_by, decided, valid_from, applied_to_kept FROM retention_decisions \
             WHERE unit = $1 ORDER BY decided DESC, id DESC",
        )
        .bind(unit.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(decision).collect()
    }

    /// Everything that is not purged, with the event that its time counts from; what is due first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn retained_items(&mut self) -> Result<Vec<RetainedItem>, StoreError> {
        let rows = sqlx::query(
            "SELECT a.id AS id, a.id AS attachment, CASE a.submitted WHEN 1 THEN 'submitted' ELSE 'unsent' END AS kind, \
             CASE a.submitted WHEN 1 THEN COALESCE(c.answered_at, a.received) ELSE a.received END AS start, \
             a.expires AS expires, \
             CASE WHEN EXISTS (SELECT 1 FROM extensions e WHERE e.attachment = a.id) THEN 1 ELSE 0 END AS extended, \
             NULL AS copy \
             FROM attachments a JOIN cases c ON c.id = a.case_id WHERE a.purged IS NULL \
             UNION ALL SELECT k.id, k.attachment, 'copy', k.made, k.expires, 0, k.kind FROM copies k WHERE k.purged IS NULL \
             ORDER BY expires, id",
        )
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                let copy = row.maybe_text("copy")?.map(|word| CopyKind::from_word(&word));
                Ok(RetainedItem {
                    id: row.parsed("id")?,
                    attachment: row.parsed("attachment")?,
                    kind: kind(row)?,
                    copy: copy.map(|kind| kind.ok_or(StoreError::Unreadable { column: "copy" })).transpose()?,
                    start: row.time("start")?,
                    expires: row.time("expires")?,
                    extended: row.flag("extended")?,
                })
            })
            .collect()
    }

    /// Every extension of an attachment, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn extensions_of(&mut self, attachment: AttachmentId) -> Result<Vec<ExtensionRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, attachment, staff, at, reason, before, until FROM extensions WHERE attachment = $1 ORDER BY at, id",
        )
        .bind(attachment.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(ExtensionRecord {
                    id: row.parsed("id")?,
                    attachment: row.parsed("attachment")?,
                    staff: row.parsed("staff")?,
                    at: row.time("at")?,
                    reason: row.text("reason")?,
                    before: row.time("before")?,
                    until: row.time("until")?,
                })
            })
            .collect()
    }
}

impl Writer {
    /// Adopts a decision.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_retention_decision(
        &mut self,
        unit: UnitId,
        decision: &RetentionDecision,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO retention_decisions (id, unit, name, kind, hours, decided_by, decided, valid_from, \
             applied_to_kept) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(decision.id.to_string())
        .bind(unit.to_string())
        .bind(&decision.name)
        .bind(decision.kind.as_str())
        .bind(i64::from(decision.hours))
        .bind(decision.decided_by.map(|id| id.to_string()))
        .bind(decision.decided.as_millis())
        .bind(decision.valid_from.as_millis())
        .bind(i64::from(decision.applied_to_kept))
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Remembers why an attachment's deadline was moved. The deadline itself is
    /// [`Writer::set_attachment_expiry`]'s.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_extension(&mut self, extension: &ExtensionRecord) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO extensions (id, attachment, staff, at, reason, before, until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(extension.id.to_string())
        .bind(extension.attachment.to_string())
        .bind(extension.staff.to_string())
        .bind(extension.at.as_millis())
        .bind(&extension.reason)
        .bind(extension.before.as_millis())
        .bind(extension.until.as_millis())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Moves a copy's deadline.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], also when it is purged.
    pub async fn set_copy_expiry(&mut self, id: domain::CopyId, expires: Timestamp) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE copies SET expires = $2 WHERE id = $1 AND purged IS NULL")
            .bind(id.to_string())
            .bind(expires.as_millis())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

fn kind(row: &SqliteRow) -> Result<RetainedKind, StoreError> {
    RetainedKind::from_word(&row.text("kind")?).ok_or(StoreError::Unreadable { column: "kind" })
}

fn decision(row: &SqliteRow) -> Result<RetentionDecision, StoreError> {
    let decided_by = match row.maybe_text("decided_by")? {
        Some(text) => Some(text.parse::<StaffId>().map_err(|_| StoreError::Unreadable { column: "decided_by" })?),
        None => None,
    };
    Ok(RetentionDecision {
        id: row.parsed::<DecisionId>("id")?,
        name: row.text("name")?,
        kind: kind(row)?,
        hours: u32::try_from(row.whole("hours")?).map_err(|_| StoreError::Unreadable { column: "hours" })?,
        decided_by,
        decided: row.time("decided")?,
        valid_from: row.time("valid_from")?,
        applied_to_kept: row.flag("applied_to_kept")?,
    })
}
