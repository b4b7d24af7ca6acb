//! Templates: at most one draft each, and versions that never change once published.

use domain::{
    StaffId, TemplateId, Timestamp, UnitId, VersionId,
    template::{Draft, Submission, Template, TemplateContent, TemplateStatus, Version, fingerprint},
};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// A row of *Mallar för invånarärende*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateRow {
    /// Identity.
    pub id: TemplateId,
    /// As the draft says, or else the published version.
    pub name: String,
    /// As the draft says, or else the published version.
    pub answerable: bool,
    /// Where it is in its life.
    pub status: TemplateStatus,
    /// Whether somebody is working on a new version.
    pub has_draft: bool,
    /// The number of the version that can be sent.
    pub published_number: Option<i64>,
    /// Whether the draft waits for approval.
    pub awaits_approval: bool,
    /// What it is put under; empty when nothing.
    pub category: String,
    /// Words that it is found by.
    pub tags: Vec<String>,
    /// Whether it is a favourite of who asks.
    pub is_favourite: bool,
    /// How many cases were sent with it.
    pub sent: u64,
    /// When the last was.
    pub last_sent: Option<Timestamp>,
    /// When anything about it last changed.
    pub changed: Timestamp,
}

/// A template that a handler can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendableRow {
    /// The template.
    pub template: TemplateId,
    /// The version that would be sent.
    pub version: VersionId,
    /// Its name.
    pub name: String,
    /// Marked (Fråga) or (Information).
    pub answerable: bool,
    /// What it is put under; empty when nothing.
    pub category: String,
    /// Whether it is a favourite of who asks.
    pub is_favourite: bool,
}

impl Rows {
    /// A template with its draft and its published version.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn template(&mut self, id: TemplateId) -> Result<Option<Template>, StoreError> {
        let row = sqlx::query(
            "SELECT t.archived, t.draft, t.revision, t.draft_since, t.changed, t.submitted, t.submitted_by, \
             v.id, v.number, v.content, v.published \
             FROM templates t LEFT JOIN template_versions v ON v.id = t.published WHERE t.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let published = row.maybe_text("id")?.map(|_| version(&row)).transpose()?;
        let draft = match row.maybe_text("draft")? {
            Some(_) => Some(Draft {
                content: row.json::<TemplateContent>("draft")?.into_draft(),
                revision: row.whole("revision")?,
                since: row.whole("draft_since")?,
            }),
            None => None,
        };
        let submission = match row.maybe_time("submitted")? {
            Some(at) => Some(Submission { by: row.parsed("submitted_by")?, at }),
            None => None,
        };
        Ok(Some(Template {
            id,
            status: status(row.flag("archived")?, published.is_some()),
            draft,
            published,
            submission,
            changed: row.time("changed")?,
        }))
    }

    /// The administrator's list, by name; archived ones too. Favourites are those of `person`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn template_rows(&mut self, unit: UnitId, person: StaffId) -> Result<Vec<TemplateRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT t.id, t.name, t.answerable, t.archived, t.changed, t.category, t.tags, v.number, \
             CAST(CASE WHEN t.draft IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_draft, \
             CAST(CASE WHEN t.submitted IS NULL THEN 0 ELSE 1 END AS BIGINT) AS awaits_approval, \
             CAST(CASE WHEN f.staff IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_favourite, \
             (SELECT COUNT(*) FROM cases c WHERE c.template = t.id) AS sent, \
             (SELECT MAX(c.sent) FROM cases c WHERE c.template = t.id) AS last_sent \
             FROM templates t LEFT JOIN template_versions v ON v.id = t.published \
             LEFT JOIN favourites f ON f.template = t.id AND f.staff = $2 \
             WHERE t.unit = $1 ORDER BY t.name, t.id",
        )
        .bind(unit.to_string())
        .bind(person.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                let published_number = row.maybe_whole("number")?;
                Ok(TemplateRow {
                    id: row.parsed("id")?,
                    name: row.text("name")?,
                    answerable: row.flag("answerable")?,
                    status: status(row.flag("archived")?, published_number.is_some()),
                    has_draft: row.flag("has_draft")?,
                    published_number,
                    awaits_approval: row.flag("awaits_approval")?,
                    category: row.text("category")?,
                    tags: row.json("tags")?,
                    is_favourite: row.flag("is_favourite")?,
                    sent: row.size("sent")?,
                    last_sent: row.maybe_time("last_sent")?,
                    changed: row.time("changed")?,
                })
            })
            .collect()
    }

    /// What a handler can choose: published and not archived, by name. Favourites are those of `person`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn sendable(&mut self, unit: UnitId, person: StaffId) -> Result<Vec<SendableRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT t.id AS template, v.id AS version, v.name, v.answerable, t.category, \
             CAST(CASE WHEN f.staff IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_favourite \
             FROM templates t JOIN template_versions v ON v.id = t.published \
             LEFT JOIN favourites f ON f.template = t.id AND f.staff = $2 \
             WHERE t.unit = $1 AND t.archived = 0 ORDER BY v.name, t.id",
        )
        .bind(unit.to_string())
        .bind(person.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(SendableRow {
                    template: row.parsed("template")?,
                    version: row.parsed("version")?,
                    name: row.text("name")?,
                    answerable: row.flag("answerable")?,
                    category: row.text("category")?,
                    is_favourite: row.flag("is_favourite")?,
                })
            })
            .collect()
    }

    /// A published version and the template it is of, whatever became of the template since.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn version(&mut self, id: VersionId) -> Result<Option<(TemplateId, Version)>, StoreError> {
        let row = sqlx::query("SELECT template, id, number, content, published FROM template_versions WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.as_ref().map(|row| Ok((row.parsed("template")?, version(row)?))).transpose()
    }

    /// The draft's revision, and whether there is a draft.
    async fn revision(&mut self, id: TemplateId) -> Result<(i64, bool), StoreError> {
        let row = sqlx::query("SELECT revision, draft FROM templates WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.connection())
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok((row.whole("revision")?, row.maybe_text("draft")?.is_some()))
    }
}

impl Writer {
    /// A new template, with a draft at revision 1.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_template(
        &mut self,
        id: TemplateId,
        unit: UnitId,
        content: &TemplateContent,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO templates (id, unit, name, answerable, archived, draft, revision, draft_since, changed) \
             VALUES ($1, $2, $3, $4, 0, $5, 1, 1, $6)",
        )
        .bind(id.to_string())
        .bind(unit.to_string())
        .bind(&content.name)
        .bind(i64::from(content.answerable))
        .bind(to_json(content, "draft")?)
        .bind(now.as_millis())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Saves the draft over revision `expected` and returns the new revision.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::DraftMissing`], or [`StoreError::Stale`] when another window saved
    /// since.
    pub async fn save_draft(
        &mut self,
        id: TemplateId,
        content: &TemplateContent,
        expected: i64,
        now: Timestamp,
    ) -> Result<i64, StoreError> {
        self.expect_draft(id, expected).await?;
        self.put_draft(id, content, expected + 1, now).await?;
        Ok(expected + 1)
    }

    /// Begins a new version from the published one; when there is a draft already, that is it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such template, or it was never published and has no draft.
    pub async fn start_draft_from_published(&mut self, id: TemplateId, now: Timestamp) -> Result<Draft, StoreError> {
        let template = self.template(id).await?.ok_or(StoreError::NotFound)?;
        if let Some(draft) = template.draft {
            return Ok(draft);
        }
        let content = template.published.ok_or(StoreError::NotFound)?.content.into_draft();
        // From where the last draft ended: an old window still holding that one must not pass for this one.
        let revision = self.revision(id).await?.0 + 1;
        self.put_draft(id, &content, revision, now).await?;
        sqlx::query("UPDATE templates SET draft_since = revision WHERE id = $1")
            .bind(id.to_string())
            .execute(self.connection())
            .await?;
        Ok(Draft { content, revision, since: revision })
    }

    /// Makes the draft at revision `expected` the version that is sent from now on. The draft is gone, and whether it waited for
    /// approval.
    ///
    /// # Errors
    /// As [`Writer::save_draft`].
    pub async fn publish(
        &mut self,
        id: TemplateId,
        version_id: VersionId,
        expected: i64,
        by: StaffId,
        now: Timestamp,
    ) -> Result<Version, StoreError> {
        self.expect_draft(id, expected).await?;
        let draft = self.template(id).await?.and_then(|template| template.draft).ok_or(StoreError::DraftMissing)?;
        let content = to_json(&draft.content, "content")?;
        let number: i64 = sqlx::query_scalar(
            "INSERT INTO template_versions \
             (id, template, number, name, answerable, content, published, published_by, fingerprint) \
             SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8 FROM template_versions \
             WHERE template = $2 RETURNING number",
        )
        .bind(version_id.to_string())
        .bind(id.to_string())
        .bind(&draft.content.name)
        .bind(i64::from(draft.content.answerable))
        .bind(&content)
        .bind(now.as_millis())
        .bind(by.to_string())
        .bind(fingerprint(&content))
        .fetch_one(self.connection())
        .await?;
        self.delete_steps(id).await?;
        self.end_submission(id).await?;
        sqlx::query("UPDATE templates SET draft = NULL, published = $2, changed = $3 WHERE id = $1")
            .bind(id.to_string())
            .bind(version_id.to_string())
            .bind(now.as_millis())
            .execute(self.connection())
            .await?;
        Ok(Version { id: version_id, number, content: draft.content, published: now })
    }

    /// Takes a template out of the handlers' list. Cases that were sent keep their version.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn archive_template(&mut self, id: TemplateId, now: Timestamp) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE templates SET archived = 1, changed = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(now.as_millis())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Takes a template back from the archive.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn restore_template(&mut self, id: TemplateId, now: Timestamp) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE templates SET archived = 0, changed = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(now.as_millis())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// That there is a draft, and that it is at this revision.
    pub(crate) async fn expect_draft(&mut self, id: TemplateId, expected: i64) -> Result<(), StoreError> {
        match self.revision(id).await? {
            (_, false) => Err(StoreError::DraftMissing),
            (current, true) if current != expected => Err(StoreError::Stale { current }),
            (_, true) => Ok(()),
        }
    }

    async fn put_draft(
        &mut self,
        id: TemplateId,
        content: &TemplateContent,
        revision: i64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE templates SET draft = $2, revision = $3, name = $4, answerable = $5, changed = $6 WHERE id = $1",
        )
        .bind(id.to_string())
        .bind(to_json(content, "draft")?)
        .bind(revision)
        .bind(&content.name)
        .bind(i64::from(content.answerable))
        .bind(now.as_millis())
        .execute(self.connection())
        .await?;
        Ok(())
    }
}

const fn status(archived: bool, published: bool) -> TemplateStatus {
    match (archived, published) {
        (true, _) => TemplateStatus::Archived,
        (false, true) => TemplateStatus::Published,
        (false, false) => TemplateStatus::Draft,
    }
}

fn version(row: &SqliteRow) -> Result<Version, StoreError> {
    Ok(Version {
        id: row.parsed("id")?,
        number: row.whole("number")?,
        content: row.json("content")?,
        published: row.time("published")?,
    })
}
