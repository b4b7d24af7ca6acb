//! Temporary copies outside the vault: that they exist, who made them, until when. Where they lie is known only to
//! whoever destroys them.

use domain::{AttachmentId, CaseId, CopyId, StaffId, Timestamp};
use sqlx::sqlite::SqliteRow;

use crate::{Rows, StoreError, Writer, fields::Fields};

/// A temporary copy of an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRecord {
    /// Identity.
    pub id: CopyId,
    /// Of what.
    pub attachment: AttachmentId,
    /// By whom.
    pub made_by: StaffId,
    /// When.
    pub made: Timestamp,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// When it was destroyed.
    pub purged: Option<Timestamp>,
}

impl Rows {
    /// The copy with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn copy(&mut self, id: CopyId) -> Result<Option<CopyRecord>, StoreError> {
        let row = sqlx::query("SELECT id, attachment, made_by, made, expires, purged FROM copies WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.as_ref().map(record).transpose()
    }

    /// Every copy of anything attached to a case, oldest first, purged ones too.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn copies_of_case(&mut self, case: CaseId) -> Result<Vec<CopyRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT k.id, k.attachment, k.made_by, k.made, k.expires, k.purged \
             FROM copies k JOIN attachments a ON a.id = k.attachment WHERE a.case_id = $1 ORDER BY k.made, k.id",
        )
        .bind(case.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(record).collect()
    }

    /// Every copy that is not purged, what is due first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn kept_copies(&mut self) -> Result<Vec<CopyRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, attachment, made_by, made, expires, purged FROM copies \
             WHERE purged IS NULL ORDER BY expires, id",
        )
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(record).collect()
    }
}

impl Writer {
    /// Remembers a copy, before it exists.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_copy(&mut self, copy: &CopyRecord) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO copies (id, attachment, made_by, made, expires, purged) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(copy.id.to_string())
        .bind(copy.attachment.to_string())
        .bind(copy.made_by.to_string())
        .bind(copy.made.as_millis())
        .bind(copy.expires.as_millis())
        .bind(copy.purged.map(Timestamp::as_millis))
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Remembers that a copy was destroyed. Returns whether that is news; the first time stands.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn mark_copy_purged(&mut self, id: CopyId, at: Timestamp) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE copies SET purged = $2 WHERE id = $1 AND purged IS NULL")
            .bind(id.to_string())
            .bind(at.as_millis())
            .execute(self.connection())
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

fn record(row: &SqliteRow) -> Result<CopyRecord, StoreError> {
    Ok(CopyRecord {
        id: row.parsed("id")?,
        attachment: row.parsed("attachment")?,
        made_by: row.parsed("made_by")?,
        made: row.time("made")?,
        expires: row.time("expires")?,
        purged: row.maybe_time("purged")?,
    })
}
