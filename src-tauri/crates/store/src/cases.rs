//! Cases: what was sent to whom, and how far it has come.

use std::fmt;

use domain::{
    CaseId, CitizenId, StaffId, TemplateId, Timestamp, UnitId, VersionId,
    case::{CaseState, Closure},
    citizen::Unreachable,
    message::Message,
};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// A case on its way into the store.
pub struct NewCase {
    /// Identity, made when the handler began to write.
    pub id: CaseId,
    /// Who sends.
    pub unit: UnitId,
    /// To whom.
    pub citizen: CitizenId,
    /// Who pressed *Skicka*.
    pub sender: StaffId,
    /// From which template.
    pub template: TemplateId,
    /// Exactly which version of it.
    pub version: VersionId,
    /// The message, as the citizen reads it.
    pub message: Message,
    /// When it lies in the inbox.
    pub sent: Timestamp,
    /// Whether it waits for that and is looked at once more before it leaves.
    pub held: bool,
}

/// A case as it is remembered.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseRecord {
    /// Identity.
    pub id: CaseId,
    /// Who sent.
    pub unit: UnitId,
    /// To whom.
    pub citizen: CitizenId,
    /// Who pressed *Skicka*.
    pub sender: StaffId,
    /// From which template.
    pub template: TemplateId,
    /// Exactly which version of it.
    pub version: VersionId,
    /// The message, as the citizen reads it.
    pub message: Message,
    /// When it lies in the inbox.
    pub sent: Timestamp,
    /// Whether it has not left yet.
    pub held: bool,
    /// Why it did not leave when its time came.
    pub stopped: Option<Unreachable>,
    /// How far the citizen has come.
    pub state: CaseState,
    /// Who has it now.
    pub handler: StaffId,
    /// What the unit has made of it.
    pub closure: Closure,
}

/// A row of a citizen's inbox.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterRow {
    /// Identity.
    pub id: CaseId,
    /// The message's heading.
    pub heading: String,
    /// What the unit that sent it is called now.
    pub unit_name: String,
    /// Whether it can be answered.
    pub answerable: bool,
    /// When it was sent.
    pub sent: Timestamp,
    /// How far it has come.
    pub state: CaseState,
    /// What the unit has made of it.
    pub closure: Closure,
}

/// `Debug` with the id alone: the rest is about a person.
macro_rules! debug_by_id {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("id", &self.id).finish_non_exhaustive()
            }
        }
    )+};
}
debug_by_id!(NewCase, CaseRecord, LetterRow);
pub(crate) use debug_by_id;

impl Rows {
    /// The case with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<CaseRecord>, StoreError> {
        let row = sqlx::query(
            "SELECT c.id, c.unit, c.citizen, c.sender, c.template, c.version, m.message, c.sent, c.read_at, \
             c.answered_at, c.handler, c.ended, c.revoked, c.held, c.stopped \
             FROM cases c JOIN case_messages m ON m.case_id = c.id WHERE c.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(record).transpose()
    }

    /// What somebody sent last.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_sent_by(&mut self, unit: UnitId, sender: StaffId) -> Result<Option<CaseId>, StoreError> {
        let row = sqlx::query("SELECT id FROM cases WHERE unit = $1 AND sender = $2 ORDER BY number DESC LIMIT 1")
            .bind(unit.to_string())
            .bind(sender.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| row.parsed("id")).transpose()
    }

    /// The held cases whose time has come, the oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn due_cases(&mut self, unit: UnitId, now: Timestamp) -> Result<Vec<CaseId>, StoreError> {
        let rows = sqlx::query(
            "SELECT id FROM cases WHERE unit = $1 AND ended IS NULL AND held = 1 AND sent <= $2 ORDER BY sent, number",
        )
        .bind(unit.to_string())
        .bind(now.as_millis())
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(|row| row.parsed("id")).collect()
    }

    /// What lies in the citizen's inbox, newest first: neither what was taken back nor what has not left yet. What was read stays there
    /// also when a clock is set back.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn letters_of_citizen(
        &mut self,
        citizen: CitizenId,
        now: Timestamp,
    ) -> Result<Vec<LetterRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT c.id, c.heading, c.answerable, c.sent, c.read_at, c.answered_at, c.ended, c.revoked, \
             u.name AS unit_name FROM cases c JOIN units u ON u.id = c.unit \
             WHERE c.citizen = $1 AND c.revoked = 0 AND c.held = 0 AND (c.sent <= $2 OR c.read_at IS NOT NULL) \
             ORDER BY c.sent DESC, c.id DESC",
        )
        .bind(citizen.to_string())
        .bind(now.as_millis())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(LetterRow {
                    id: row.parsed("id")?,
                    heading: row.text("heading")?,
                    unit_name: row.text("unit_name")?,
                    answerable: row.flag("answerable")?,
                    sent: row.time("sent")?,
                    state: state(row)?,
                    closure: closure(row)?,
                })
            })
            .collect()
    }
}

impl Writer {
    /// Remembers a case as sent.
    ///
    /// # Errors
    /// [`StoreError::AlreadySent`] when the same case was sent before: a second press, or a retry after a crash.
    pub async fn insert_case(&mut self, case: &NewCase) -> Result<(), StoreError> {
        let done = sqlx::query(
            "INSERT INTO cases (id, unit, citizen, sender, template, version, heading, answerable, sent, handler, held, \
             number, version_fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, $10, \
             (SELECT COALESCE(MAX(number), 0) + 1 FROM cases), \
             (SELECT fingerprint FROM template_versions WHERE id = $6)) ON CONFLICT (id) DO NOTHING",
        )
        .bind(case.id.to_string())
        .bind(case.unit.to_string())
        .bind(case.citizen.to_string())
        .bind(case.sender.to_string())
        .bind(case.template.to_string())
        .bind(case.version.to_string())
        .bind(&case.message.heading)
        .bind(i64::from(case.message.form.is_some()))
        .bind(case.sent.as_millis())
        .bind(i64::from(case.held))
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::AlreadySent);
        }
        sqlx::query("INSERT INTO case_messages (case_id, message) VALUES ($1, $2)")
            .bind(case.id.to_string())
            .bind(to_json(&case.message, "message")?)
            .execute(self.connection())
            .await?;
        self.index_case(case.id).await
    }

    /// Remembers how far a case has come.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn set_case_state(&mut self, id: CaseId, state: CaseState) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE cases SET read_at = $2, answered_at = $3 WHERE id = $1")
            .bind(id.to_string())
            .bind(state.read_at().map(Timestamp::as_millis))
            .bind(state.answered_at().map(Timestamp::as_millis))
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Remembers what the unit has made of a case.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn set_case_closure(&mut self, id: CaseId, closure: Closure) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE cases SET ended = $2, revoked = $3 WHERE id = $1")
            .bind(id.to_string())
            .bind(closure.ended_at().map(Timestamp::as_millis))
            .bind(i64::from(closure.is_revoked()))
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Lets a held case leave: it takes its place as the newest of all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not held.
    pub async fn release_case(&mut self, id: CaseId) -> Result<(), StoreError> {
        let number: Option<i64> =
            sqlx::query_scalar("SELECT number FROM cases WHERE id = $1 AND held = 1 AND ended IS NULL")
                .bind(id.to_string())
                .fetch_optional(self.connection())
                .await?;
        let number = number.ok_or(StoreError::NotFound)?;
        sqlx::query("DELETE FROM case_search WHERE rowid = $1").bind(number).execute(self.connection()).await?;
        sqlx::query(
            "UPDATE cases SET held = 0, stopped = NULL, number = (SELECT MAX(number) + 1 FROM cases) WHERE id = $1",
        )
        .bind(id.to_string())
        .execute(self.connection())
        .await?;
        self.index_case(id).await
    }

    /// Remembers why a held case did not leave.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn stop_case(&mut self, id: CaseId, why: Unreachable) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE cases SET stopped = $2 WHERE id = $1 AND held = 1")
            .bind(id.to_string())
            .bind(to_json(&why, "stopped")?)
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Remembers who has a case.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn set_case_handler(&mut self, id: CaseId, handler: StaffId) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE cases SET handler = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(handler.to_string())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

pub(crate) fn state(row: &SqliteRow) -> Result<CaseState, StoreError> {
    Ok(CaseState::from_instants(row.maybe_time("read_at")?, row.maybe_time("answered_at")?))
}

pub(crate) fn closure(row: &SqliteRow) -> Result<Closure, StoreError> {
    Ok(Closure::from_parts(row.maybe_time("ended")?, row.flag("revoked")?))
}

pub(crate) fn stopped(row: &SqliteRow) -> Result<Option<Unreachable>, StoreError> {
    let unreadable = |_| StoreError::Unreadable { column: "stopped" };
    row.maybe_text("stopped")?.map(|text| serde_json::from_str(&text).map_err(unreadable)).transpose()
}

fn record(row: &SqliteRow) -> Result<CaseRecord, StoreError> {
    Ok(CaseRecord {
        id: row.parsed("id")?,
        unit: row.parsed("unit")?,
        citizen: row.parsed("citizen")?,
        sender: row.parsed("sender")?,
        template: row.parsed("template")?,
        version: row.parsed("version")?,
        message: row.json("message")?,
        sent: row.time("sent")?,
        state: state(row)?,
        held: row.flag("held")?,
        stopped: stopped(row)?,
        handler: row.parsed("handler")?,
        closure: closure(row)?,
    })
}
