//! Cases: what was sent to whom, and how far it has come.

use std::fmt;

use domain::{
    CaseId, CitizenId, PersonNumber, StaffId, TemplateId, Timestamp, UnitId, VersionId, case::CaseState,
    message::Message,
};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
    fold::{fold, patterns},
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
    /// How far it has come.
    pub state: CaseState,
}

/// A row of *Mina ärenden*.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Identity.
    pub id: CaseId,
    /// The citizen's name as the register has it now.
    pub citizen_name: String,
    /// The citizen's personal number.
    pub citizen_number: PersonNumber,
    /// The message's heading.
    pub heading: String,
    /// Whether it can be answered.
    pub answerable: bool,
    /// When it was sent.
    pub sent: Timestamp,
    /// Who sent it.
    pub sender_name: String,
    /// How far it has come.
    pub state: CaseState,
    /// Files that came with the reply and are not purged.
    pub files_kept: i64,
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
}

/// Which cases a list is of.
#[derive(Clone)]
pub struct CaseQuery {
    /// Of this unit.
    pub unit: UnitId,
    /// Only those that this person sent.
    pub sender: Option<StaffId>,
    /// Only those where every word is found in the citizen's name or number or in the heading.
    pub search: Option<String>,
    /// Only those after this row, in the list's order: the sent time and id of the last row that was shown.
    pub before: Option<(Timestamp, CaseId)>,
    /// How many at most.
    pub limit: u32,
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
debug_by_id!(NewCase, CaseRecord, CaseRow, LetterRow);

impl fmt::Debug for CaseQuery {
    /// Without what was searched for: often a name or a personal number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseQuery").field("unit", &self.unit).field("limit", &self.limit).finish_non_exhaustive()
    }
}

/// The list, newest first. `$1` unit, `$2` and `$3` the row before, `$4` limit; `$narrowed` goes on with `$5`.
///
/// A literal for each kind of list rather than a text put together, so that no SQL depends on what anybody typed and each
/// finds its index.
macro_rules! list {
    ($narrowed:literal) => {
        concat!(
            "SELECT c.id, z.name AS citizen_name, z.number AS citizen_number, c.heading, c.answerable, c.sent, ",
            "s.name AS sender_name, c.read_at, c.answered_at, ",
            "(SELECT COUNT(*) FROM attachments a WHERE a.case_id = c.id AND a.submitted = 1 AND a.purged IS NULL) ",
            "AS files_kept ",
            "FROM cases c JOIN citizens z ON z.id = c.citizen JOIN staff s ON s.id = c.sender ",
            "WHERE c.unit = $1 AND (c.sent, c.id) < ($2, $3)",
            $narrowed,
            " ORDER BY c.sent DESC, c.id DESC LIMIT $4"
        )
    };
}

const ALL: &str = list!("");
const OF_SENDER: &str = list!(" AND c.sender = $5");
const SEARCH: &str = list!(
    " AND (z.folded LIKE $5 ESCAPE '!' OR c.heading_folded LIKE $5 ESCAPE '!') \
      AND (z.folded LIKE $6 ESCAPE '!' OR c.heading_folded LIKE $6 ESCAPE '!') \
      AND (z.folded LIKE $7 ESCAPE '!' OR c.heading_folded LIKE $7 ESCAPE '!') \
      AND (z.folded LIKE $8 ESCAPE '!' OR c.heading_folded LIKE $8 ESCAPE '!')"
);
const SEARCH_OF_SENDER: &str = list!(
    " AND (z.folded LIKE $5 ESCAPE '!' OR c.heading_folded LIKE $5 ESCAPE '!') \
      AND (z.folded LIKE $6 ESCAPE '!' OR c.heading_folded LIKE $6 ESCAPE '!') \
      AND (z.folded LIKE $7 ESCAPE '!' OR c.heading_folded LIKE $7 ESCAPE '!') \
      AND (z.folded LIKE $8 ESCAPE '!' OR c.heading_folded LIKE $8 ESCAPE '!') \
      AND c.sender = $9"
);

/// After every id: a UUID begins with a hexadecimal digit.
const AFTER_EVERY_ID: &str = "g";

impl Rows {
    /// The case with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<CaseRecord>, StoreError> {
        let row = sqlx::query(
            "SELECT id, unit, citizen, sender, template, version, message, sent, read_at, answered_at \
             FROM cases WHERE id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(record).transpose()
    }

    /// A page of the staff's list, newest first. Pages continue from the last row, not from a count, so that a case
    /// that is sent meanwhile neither repeats nor hides one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn case_rows(&mut self, query: &CaseQuery) -> Result<Vec<CaseRow>, StoreError> {
        let words = query.search.as_deref().and_then(patterns);
        let sql = match (&words, query.sender) {
            (None, None) => ALL,
            (None, Some(_)) => OF_SENDER,
            (Some(_), None) => SEARCH,
            (Some(_), Some(_)) => SEARCH_OF_SENDER,
        };
        let (sent, id) = match query.before {
            Some((sent, id)) => (sent.as_millis(), id.to_string()),
            None => (i64::MAX, AFTER_EVERY_ID.to_owned()),
        };
        let mut statement =
            sqlx::query(sql).bind(query.unit.to_string()).bind(sent).bind(id).bind(i64::from(query.limit));
        for word in words.into_iter().flatten() {
            statement = statement.bind(word);
        }
        if let Some(sender) = query.sender {
            statement = statement.bind(sender.to_string());
        }
        let rows = statement.fetch_all(self.connection()).await?;
        rows.iter().map(list_row).collect()
    }

    /// The citizen's inbox, newest first. No message is read for it: with pictures it may be long.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn letters_of_citizen(&mut self, citizen: CitizenId) -> Result<Vec<LetterRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT c.id, c.heading, c.answerable, c.sent, c.read_at, c.answered_at, u.name AS unit_name \
             FROM cases c JOIN units u ON u.id = c.unit WHERE c.citizen = $1 ORDER BY c.sent DESC, c.id DESC",
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
            "INSERT INTO cases (id, unit, citizen, sender, template, version, heading, heading_folded, answerable, \
             sent, message, version_fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
             (SELECT fingerprint FROM template_versions WHERE id = $6)) ON CONFLICT (id) DO NOTHING",
        )
        .bind(case.id.to_string())
        .bind(case.unit.to_string())
        .bind(case.citizen.to_string())
        .bind(case.sender.to_string())
        .bind(case.template.to_string())
        .bind(case.version.to_string())
        .bind(&case.message.heading)
        .bind(fold(&case.message.heading))
        .bind(i64::from(case.message.form.is_some()))
        .bind(case.sent.as_millis())
        .bind(to_json(&case.message, "message")?)
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::AlreadySent) } else { Ok(()) }
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
}

fn state(row: &SqliteRow) -> Result<CaseState, StoreError> {
    Ok(CaseState::from_instants(row.maybe_time("read_at")?, row.maybe_time("answered_at")?))
}

fn list_row(row: &SqliteRow) -> Result<CaseRow, StoreError> {
    let number = row.text("citizen_number")?;
    Ok(CaseRow {
        id: row.parsed("id")?,
        citizen_name: row.text("citizen_name")?,
        citizen_number: number.try_into().map_err(|_| StoreError::Unreadable { column: "citizen_number" })?,
        heading: row.text("heading")?,
        answerable: row.flag("answerable")?,
        sent: row.time("sent")?,
        sender_name: row.text("sender_name")?,
        state: state(row)?,
        files_kept: row.whole("files_kept")?,
    })
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
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use sqlx::Row;

    /// The steps that SQLite takes for a list, in its own words. The values do not matter to it.
    async fn plan(explained: &'static str) -> Vec<String> {
        let store = Store::in_memory(Timestamp::from_millis(0)).await.expect("in memory");
        let mut reader = store.read().await.expect("free");
        let rows = sqlx::query(explained).fetch_all(reader.connection()).await.expect("explained");
        rows.iter().map(|row| row.get::<String, _>("detail")).collect()
    }

    macro_rules! explained {
        ($narrowed:literal) => {
            concat!("EXPLAIN QUERY PLAN ", list!($narrowed))
        };
    }

    #[tokio::test]
    async fn both_lists_are_read_in_order_from_their_covering_index() {
        for (plan, index) in [
            (plan(explained!("")).await, "cases_newest "),
            (plan(explained!(" AND c.sender = $5")).await, "cases_newest_of_sender "),
        ] {
            let of_cases = plan.iter().find(|step| step.contains("SEARCH c ")).expect("cases are looked up");
            assert!(of_cases.contains(&format!("COVERING INDEX {index}")), "{plan:?}");
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        }
    }
}
