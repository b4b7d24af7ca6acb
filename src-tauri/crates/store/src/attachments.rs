//! What is known of attached files. Their bytes are sealed in the vault under the same id.

use std::fmt;

use domain::{AttachmentId, CaseId, CitizenId, ItemId, Timestamp, attachment::AttachmentKind};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_size},
};

/// An attached file.
#[derive(Clone, PartialEq, Eq)]
pub struct AttachmentRecord {
    /// Identity; also the sealed item's in the vault.
    pub id: AttachmentId,
    /// To which case.
    pub case: CaseId,
    /// The question it answers.
    pub item: ItemId,
    /// Who attached it.
    pub citizen: CitizenId,
    /// The citizen's name for it, cleaned.
    pub name: String,
    /// By content.
    pub kind: AttachmentKind,
    /// Bytes.
    pub size: u64,
    /// When it came.
    pub received: Timestamp,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// Whether it was sent in with a reply; until then the citizen can take it away.
    pub submitted: bool,
    /// When it was destroyed.
    pub purged: Option<Timestamp>,
}

impl fmt::Debug for AttachmentRecord {
    /// The id alone: a file's name may say anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttachmentRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Rows {
    /// The attachment with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn attachment(&mut self, id: AttachmentId) -> Result<Option<AttachmentRecord>, StoreError> {
        let row = sqlx::query(
            "SELECT id, case_id, item, citizen, name, kind, size, received, expires, submitted, purged \
             FROM attachments WHERE id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(record).transpose()
    }

    /// Everything attached to a case, in the order it came: submitted or not, purged or not.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn attachments_of(&mut self, case: CaseId) -> Result<Vec<AttachmentRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, case_id, item, citizen, name, kind, size, received, expires, submitted, purged \
             FROM attachments WHERE case_id = $1 ORDER BY received, id",
        )
        .bind(case.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(record).collect()
    }

    /// Everything that is not purged, what is due first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn kept_attachments(&mut self) -> Result<Vec<AttachmentRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, case_id, item, citizen, name, kind, size, received, expires, submitted, purged \
             FROM attachments WHERE purged IS NULL ORDER BY expires, id",
        )
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(record).collect()
    }
}

impl Rows {
    /// Bytes of all files that are still kept.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn kept_bytes(&mut self) -> Result<u64, StoreError> {
        sqlx::query("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS size FROM attachments WHERE purged IS NULL")
            .fetch_one(self.connection())
            .await?
            .size("size")
    }
}

impl Writer {
    /// Remembers a file that came.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_attachment(&mut self, attachment: &AttachmentRecord) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO attachments (id, case_id, item, citizen, name, kind, size, received, expires, submitted, \
             purged) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(attachment.id.to_string())
        .bind(attachment.case.to_string())
        .bind(attachment.item.to_string())
        .bind(attachment.citizen.to_string())
        .bind(&attachment.name)
        .bind(attachment.kind.as_str())
        .bind(to_size(attachment.size))
        .bind(attachment.received.as_millis())
        .bind(attachment.expires.as_millis())
        .bind(i64::from(attachment.submitted))
        .bind(attachment.purged.map(Timestamp::as_millis))
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// The reply was sent with these files: as far as they are still there, they live until `expires`. Says how many.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn submit_attachments(&mut self, ids: &[AttachmentId], expires: Timestamp) -> Result<u64, StoreError> {
        let mut count = 0;
        for id in ids {
            let done = sqlx::query(
                "UPDATE attachments SET submitted = 1, expires = $2 WHERE id = $1 AND submitted = 0 AND purged IS NULL",
            )
            .bind(id.to_string())
            .bind(expires.as_millis())
            .execute(self.connection())
            .await?;
            count += done.rows_affected();
        }
        Ok(count)
    }

    /// Moves a file's deadline.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], also when it is purged.
    pub async fn set_attachment_expiry(&mut self, id: AttachmentId, expires: Timestamp) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE attachments SET expires = $2 WHERE id = $1 AND purged IS NULL")
            .bind(id.to_string())
            .bind(expires.as_millis())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Remembers that a file was destroyed. Returns whether that is news: the first time stands, so a purge that was
    /// cut short can say it again.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn mark_attachment_purged(&mut self, id: AttachmentId, at: Timestamp) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE attachments SET purged = $2 WHERE id = $1 AND purged IS NULL")
            .bind(id.to_string())
            .bind(at.as_millis())
            .execute(self.connection())
            .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Forgets a file that the citizen took away before sending.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], also when it was sent in.
    pub async fn delete_unsubmitted_attachment(&mut self, id: AttachmentId) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM attachments WHERE id = $1 AND submitted = 0")
            .bind(id.to_string())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

fn record(row: &SqliteRow) -> Result<AttachmentRecord, StoreError> {
    let kind = AttachmentKind::from_word(&row.text("kind")?).ok_or(StoreError::Unreadable { column: "kind" })?;
    Ok(AttachmentRecord {
        id: row.parsed("id")?,
        case: row.parsed("case_id")?,
        item: row.parsed("item")?,
        citizen: row.parsed("citizen")?,
        name: row.text("name")?,
        kind,
        size: row.size("size")?,
        received: row.time("received")?,
        expires: row.time("expires")?,
        submitted: row.flag("submitted")?,
        purged: row.maybe_time("purged")?,
    })
}
