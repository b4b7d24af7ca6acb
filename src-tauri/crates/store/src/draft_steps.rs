//! The steps of a draft: what was done, by whom, and what takes it back.

use domain::{StaffId, TemplateId, Timestamp, template::edit::Edit};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// One step back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftStep {
    /// 1, 2, 3 … within the draft, in the order they were first made.
    pub number: i64,
    /// Who made it.
    pub author: StaffId,
    /// When.
    pub made: Timestamp,
    /// What was done.
    pub edit: Edit,
    /// What takes it back.
    pub inverse: Edit,
}

/// Whether a step counts. What [`Writer::drop_undone`] drops is neither any more, and only news to who has not seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// The draft has it.
    Made,
    /// It was taken back and can be made again.
    Undone,
}

impl StepState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Undone => "undone",
        }
    }
}

const COLUMNS: &str = "SELECT number, author, made, edit, inverse FROM draft_steps";

impl Rows {
    /// The step that this person would take back: their last that was made. What a colleague did stays.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn step_to_undo(&mut self, of: TemplateId, author: StaffId) -> Result<Option<DraftStep>, StoreError> {
        self.step(of, author, "state = 'made' ORDER BY number DESC").await
    }

    /// The step that this person would make again: the first of those that they took back.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn step_to_redo(&mut self, of: TemplateId, author: StaffId) -> Result<Option<DraftStep>, StoreError> {
        self.step(of, author, "state = 'undone' ORDER BY number").await
    }

    /// What was done, taken back or made again after the draft was at `revision`, by anybody.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn steps_since(&mut self, of: TemplateId, revision: i64) -> Result<Vec<DraftStep>, StoreError> {
        let sql = format!("{COLUMNS} WHERE template = $1 AND revision > $2 ORDER BY number");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(of.to_string())
            .bind(revision)
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(step).collect()
    }

    /// The draft's last step, whoever's; `None` when it was taken back.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_step(&mut self, of: TemplateId) -> Result<Option<DraftStep>, StoreError> {
        let sql = format!(
            "{COLUMNS} WHERE template = $1 AND state = 'made' AND \
             number = (SELECT MAX(number) FROM draft_steps WHERE template = $1)"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(of.to_string()).fetch_optional(self.connection()).await?;
        row.as_ref().map(step).transpose()
    }

    async fn step(
        &mut self,
        of: TemplateId,
        author: StaffId,
        which: &'static str,
    ) -> Result<Option<DraftStep>, StoreError> {
        let sql = format!("{COLUMNS} WHERE template = $1 AND author = $2 AND {which} LIMIT 1");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(of.to_string())
            .bind(author.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.as_ref().map(step).transpose()
    }
}

impl Writer {
    /// Adds a step, which led to `revision`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_step(&mut self, of: TemplateId, step: &DraftStep, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO draft_steps (template, number, author, made, revision, edit, inverse, state) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'made')",
        )
        .bind(of.to_string())
        .bind(step.number)
        .bind(step.author.to_string())
        .bind(step.made.as_millis())
        .bind(revision)
        .bind(to_json(&step.edit, "edit")?)
        .bind(to_json(&step.inverse, "inverse")?)
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// The number of the next step.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn next_step(&mut self, of: TemplateId) -> Result<i64, StoreError> {
        let next = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) + 1 FROM draft_steps WHERE template = $1")
            .bind(of.to_string())
            .fetch_one(self.connection())
            .await?;
        Ok(next)
    }

    /// Goes on with a step: what takes it back stays.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn extend_step(&mut self, of: TemplateId, step: &DraftStep, revision: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE draft_steps SET edit = $3, made = $4, revision = $5 WHERE template = $1 AND number = $2")
            .bind(of.to_string())
            .bind(step.number)
            .bind(to_json(&step.edit, "edit")?)
            .bind(step.made.as_millis())
            .bind(revision)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Says that a step was taken back or made again, which led to `revision`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn turn_step(
        &mut self,
        of: TemplateId,
        number: i64,
        state: StepState,
        revision: i64,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE draft_steps SET state = $3, revision = $4 WHERE template = $1 AND number = $2")
            .bind(of.to_string())
            .bind(number)
            .bind(state.as_str())
            .bind(revision)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Something else was done: what this person took back cannot be made again.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn drop_undone(&mut self, of: TemplateId, author: StaffId) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE draft_steps SET state = 'dropped' WHERE template = $1 AND author = $2 AND state = 'undone'",
        )
        .bind(of.to_string())
        .bind(author.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// The draft is over, and with it its steps.
    pub(crate) async fn delete_steps(&mut self, of: TemplateId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM draft_steps WHERE template = $1")
            .bind(of.to_string())
            .execute(self.connection())
            .await?;
        Ok(())
    }
}

fn step(row: &SqliteRow) -> Result<DraftStep, StoreError> {
    Ok(DraftStep {
        number: row.whole("number")?,
        author: row.parsed("author")?,
        made: row.time("made")?,
        edit: row.json("edit")?,
        inverse: row.json("inverse")?,
    })
}
