//! What happened to a template, its versions, and waiting for approval.

use domain::{
    StaffId, TemplateId, Timestamp, VersionId,
    template::{TemplateChange, fingerprint},
};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// A published version and what depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Identity.
    pub id: VersionId,
    /// 1, 2, 3 …
    pub number: i64,
    /// When it was published.
    pub published: Timestamp,
    /// The name of who published it; `None` of what was published before schema 5.
    pub by: Option<String>,
    /// The fingerprint taken when it was published; `None` as of `by`.
    pub fingerprint: Option<String>,
    /// Whether what it says now has that fingerprint, and every case that was sent with it was sent with that. What has none is taken
    /// as it is.
    pub is_intact: bool,
    /// Cases that were sent with it.
    pub sent: u64,
    /// … that can still be answered.
    pub open: u64,
}

/// Who has sent a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateUser {
    /// The name of who did.
    pub name: String,
    /// Cases since the moment that was asked for.
    pub lately: u64,
    /// Cases in all.
    pub sent: u64,
    /// When the last was sent.
    pub last: Timestamp,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRecord {
    /// When.
    pub at: Timestamp,
    /// The name of who did it; `None` of what happened before schema 5.
    pub by: Option<String>,
    /// What.
    pub what: TemplateChange,
}

impl Rows {
    /// Who has sent a template, the latest first. Of a citizen nothing is read.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn template_users(&mut self, of: TemplateId, since: Timestamp) -> Result<Vec<TemplateUser>, StoreError> {
        let rows = sqlx::query(
            "SELECT s.name, COUNT(*) AS sent, MAX(c.sent) AS last, \
             SUM(CASE WHEN c.sent >= $2 THEN 1 ELSE 0 END) AS lately \
             FROM cases c JOIN staff s ON s.id = c.sender WHERE c.template = $1 \
             GROUP BY c.sender, s.name ORDER BY last DESC, s.name",
        )
        .bind(of.to_string())
        .bind(since.as_millis())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(TemplateUser {
                    name: row.text("name")?,
                    lately: row.size("lately")?,
                    sent: row.size("sent")?,
                    last: row.time("last")?,
                })
            })
            .collect()
    }

    /// A template's versions, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn template_versions(&mut self, of: TemplateId) -> Result<Vec<VersionRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT v.id, v.number, v.published, v.fingerprint, v.content, s.name, \
             (SELECT COUNT(*) FROM cases c WHERE c.template = v.template AND c.version = v.id) AS sent, \
             (SELECT COUNT(*) FROM cases c WHERE c.template = v.template AND c.version = v.id \
              AND c.answerable = 1 AND c.answered_at IS NULL AND c.ended IS NULL) AS open, \
             (SELECT COUNT(*) FROM cases c WHERE c.template = v.template AND c.version = v.id \
              AND c.version_fingerprint <> v.fingerprint) AS strays \
             FROM template_versions v LEFT JOIN staff s ON s.id = v.published_by \
             WHERE v.template = $1 ORDER BY v.number DESC",
        )
        .bind(of.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                let print = row.maybe_text("fingerprint")?;
                let content = row.text("content")?;
                Ok(VersionRow {
                    id: row.parsed("id")?,
                    number: row.whole("number")?,
                    published: row.time("published")?,
                    by: row.maybe_text("name")?,
                    is_intact: row.size("strays")? == 0
                        && print.as_ref().is_none_or(|print| *print == fingerprint(&content)),
                    fingerprint: print,
                    sent: row.size("sent")?,
                    open: row.size("open")?,
                })
            })
            .collect()
    }

    /// How many cases that were sent with a version can still be answered.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn open_cases(&mut self, of: TemplateId, version: VersionId) -> Result<u64, StoreError> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS open FROM cases \
             WHERE template = $1 AND version = $2 AND answerable = 1 AND answered_at IS NULL AND ended IS NULL",
        )
        .bind(of.to_string())
        .bind(version.to_string())
        .fetch_one(self.connection())
        .await?;
        row.size("open")
    }

    /// What happened to a template, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn template_changes(&mut self, of: TemplateId) -> Result<Vec<ChangeRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT c.at, c.what, s.name FROM template_changes c LEFT JOIN staff s ON s.id = c.by_staff \
             WHERE c.template = $1 ORDER BY c.number DESC",
        )
        .bind(of.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| Ok(ChangeRecord { at: row.time("at")?, by: row.maybe_text("name")?, what: row.json("what")? }))
            .collect()
    }

    /// The fingerprint that a version was published with; `None` when it was before schema 5, or is not there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn version_fingerprint(&mut self, of: VersionId) -> Result<Option<String>, StoreError> {
        let found = sqlx::query_scalar("SELECT fingerprint FROM template_versions WHERE id = $1")
            .bind(of.to_string())
            .fetch_optional(self.connection())
            .await?;
        Ok(found.flatten())
    }
}

impl Writer {
    /// Writes down what happened to a template.
    ///
    /// # Errors
    /// When the database refuses, or there is no such template.
    pub async fn record_change(
        &mut self,
        of: TemplateId,
        by: StaffId,
        at: Timestamp,
        what: &TemplateChange,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO template_changes (template, number, at, by_staff, what) \
             SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4 FROM template_changes WHERE template = $1",
        )
        .bind(of.to_string())
        .bind(at.as_millis())
        .bind(by.to_string())
        .bind(to_json(what, "what")?)
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Hands the draft in for approval.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::DraftMissing`], or [`StoreError::Stale`] as of [`Writer::save_draft`].
    pub async fn submit_draft(
        &mut self,
        of: TemplateId,
        expected: i64,
        by: StaffId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.expect_draft(of, expected).await?;
        sqlx::query("UPDATE templates SET submitted = $2, submitted_by = $3, changed = $2 WHERE id = $1")
            .bind(of.to_string())
            .bind(now.as_millis())
            .bind(by.to_string())
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// The draft waits no more: it was taken back, returned or published.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_submission(&mut self, of: TemplateId) -> Result<(), StoreError> {
        sqlx::query("UPDATE templates SET submitted = NULL, submitted_by = NULL WHERE id = $1")
            .bind(of.to_string())
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
