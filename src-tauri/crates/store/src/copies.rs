//! Temporary copies outside the vault: that they exist, who made them, until when. Where they lie is known only to
//! whoever destroys them.

use domain::{
    AttachmentId, CaseId, CopyId, StaffId, Timestamp,
    copy::{CopyKind, PurgedCopy},
};
use sqlx::sqlite::SqliteRow;

use crate::{Rows, StoreError, Writer, fields::Fields};

/// A temporary copy of an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRecord {
    /// Identity.
    pub id: CopyId,
    /// Of what.
    pub attachment: AttachmentId,
    /// What it is.
    pub kind: CopyKind,
    /// By whom.
    pub made_by: StaffId,
    /// When it was begun.
    pub made: Timestamp,
    /// When it was whole at its place; `None` before that, and for ever if it never came so far.
    pub finished: Option<Timestamp>,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// When it was destroyed.
    pub purged: Option<Timestamp>,
}

impl CopyRecord {
    /// What is said of it once it is destroyed.
    pub const fn purged_as(&self) -> PurgedCopy {
        match self.finished {
            Some(_) => PurgedCopy::Whole(self.kind),
            None => PurgedCopy::Unfinished,
        }
    }
}

/// A copy that was never finished and of which nothing is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfinishedCopy {
    /// The case of the attachment.
    pub case: CaseId,
    /// When it was begun.
    pub made: Timestamp,
    /// When what there was of it was destroyed.
    pub purged: Timestamp,
}

impl Rows {
    /// The copy with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn copy(&mut self, id: CopyId) -> Result<Option<CopyRecord>, StoreError> {
        let row = sqlx::query(
            "SELECT id, attachment, kind, made_by, made, finished, expires, purged FROM copies WHERE id = $1",
        )
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
            "SELECT k.id, k.attachment, k.kind, k.made_by, k.made, k.finished, k.expires, k.purged \
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
            "SELECT id, attachment, kind, made_by, made, finished, expires, purged FROM copies \
             WHERE purged IS NULL ORDER BY expires, id",
        )
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(record).collect()
    }

    /// Copies that were never finished and were destroyed at `since` or later, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn unfinished_copies(&mut self, since: Timestamp) -> Result<Vec<UnfinishedCopy>, StoreError> {
        let rows = sqlx::query(
            "SELECT a.case_id, k.made, k.purged FROM copies k JOIN attachments a ON a.id = k.attachment \
             WHERE k.finished IS NULL AND k.purged >= $1 ORDER BY k.purged DESC, k.id",
        )
        .bind(since.as_millis())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(UnfinishedCopy {
                    case: row.parsed("case_id")?,
                    made: row.time("made")?,
                    purged: row.time("purged")?,
                })
            })
            .collect()
    }
}

impl Writer {
    /// Remembers a copy, before it exists.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_copy(&mut self, copy: &CopyRecord) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO copies (id, attachment, made_by, made, expires, purged, kind, finished) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(copy.id.to_string())
        .bind(copy.attachment.to_string())
        .bind(copy.made_by.to_string())
        .bind(copy.made.as_millis())
        .bind(copy.expires.as_millis())
        .bind(copy.purged.map(Timestamp::as_millis))
        .bind(copy.kind.as_str())
        .bind(copy.finished.map(Timestamp::as_millis))
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Remembers that a copy is whole at its place.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], also when it was destroyed meanwhile.
    pub async fn finish_copy(&mut self, id: CopyId, at: Timestamp) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE copies SET finished = $2 WHERE id = $1 AND finished IS NULL AND purged IS NULL")
            .bind(id.to_string())
            .bind(at.as_millis())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
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
        kind: CopyKind::from_word(&row.text("kind")?).ok_or(StoreError::Unreadable { column: "kind" })?,
        made_by: row.parsed("made_by")?,
        made: row.time("made")?,
        finished: row.maybe_time("finished")?,
        expires: row.time("expires")?,
        purged: row.maybe_time("purged")?,
    })
}
