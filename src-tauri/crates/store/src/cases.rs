//! Cases: what was sent to whom, and how far it has come.

use std::fmt;

use domain::{
    CaseId, CitizenId, StaffId, TemplateId, Timestamp, UnitId, VersionId,
    case::{CaseState, Closure},
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
    /// When.
    pub sent: Timestamp,
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
    /// When.
    pub sent: Timestamp,
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
             c.answered_at, c.handler, c.ended, c.revoked \
             FROM cases c JOIN case_messages m ON m.case_id = c.id WHERE c.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(record).transpose()
    }

    /// The citizen's inbox, newest first, without what was taken back.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn letters_of_citizen(&mut self, citizen: CitizenId) -> Result<Vec<LetterRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT c.id, c.heading, c.answerable, c.sent, c.read_at, c.answered_at, c.ended, c.revoked, \
             u.name AS unit_name FROM cases c JOIN units u ON u.id = c.unit \
             WHERE c.citizen = $1 AND c.revoked = 0 ORDER BY c.sent DESC, c.id DESC",
        )
        .bind(citizen.to_string())
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
            "INSERT INTO cases (id, unit, citizen, sender, template, version, heading, answerable, sent, handler, \
             number, version_fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, \
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
        handler: row.parsed("handler")?,
        closure: closure(row)?,
    })
}
