//! The staff's lists of cases, newest first.

use std::fmt;

use domain::{
    CaseId, PersonNumber, StaffId, TemplateId, Timestamp, UnitId,
    case::{CaseState, Closure, Worklist},
    citizen::Unreachable,
};
use sqlx::{QueryBuilder, Sqlite, sqlite::SqliteRow};

use crate::{
    Rows, StoreError,
    case_search::asked,
    cases::{closure, debug_by_id, state, stopped},
    fields::Fields,
};

/// A row of a list.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Identity.
    pub id: CaseId,
    /// 1, 2, 3 … in the order that cases were sent: the next page goes on below the last.
    pub number: i64,
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
    /// Whether it has not left yet; `sent` is then when it is to.
    pub held: bool,
    /// Why it did not leave when its time came.
    pub stopped: Option<Unreachable>,
    /// Who sent it.
    pub sender_name: String,
    /// Who has it now.
    pub handler_name: String,
    /// How far the citizen has come.
    pub state: CaseState,
    /// What the unit has made of it.
    pub closure: Closure,
    /// Files that came with the reply and are not purged.
    pub files_kept: i64,
}

debug_by_id!(CaseRow);

/// Word for word what the index of the list says, or it is not used.
const fn condition(list: Worklist) -> &'static str {
    match list {
        Worklist::Open => " AND c.ended IS NULL AND c.held = 0",
        Worklist::Unanswered => " AND c.ended IS NULL AND c.answerable = 1 AND c.answered_at IS NULL AND c.held = 0",
        Worklist::Unread => " AND c.ended IS NULL AND c.read_at IS NULL AND c.held = 0",
        Worklist::ToReview => " AND c.ended IS NULL AND c.answered_at IS NOT NULL",
        Worklist::Scheduled => " AND c.ended IS NULL AND c.held = 1",
        Worklist::Ended => " AND c.ended IS NOT NULL",
    }
}

/// Which cases a list is of. All that is given must hold.
#[derive(Clone)]
pub struct CaseQuery {
    /// Of this unit.
    pub unit: UnitId,
    /// Which list.
    pub list: Worklist,
    /// Only those that this person has now.
    pub handler: Option<StaffId>,
    /// Only those that this person sent.
    pub sender: Option<StaffId>,
    /// Only those of this template.
    pub template: Option<TemplateId>,
    /// Only those sent then or later.
    pub sent_from: Option<Timestamp>,
    /// Only those sent before.
    pub sent_until: Option<Timestamp>,
    /// Only those answered then or before.
    pub answered_until: Option<Timestamp>,
    /// Only those where every word begins one of the citizen's name or number, of the heading, or of what the handler wrote.
    pub search: Option<String>,
    /// Only those after the row with this number, in the list's order.
    pub before: Option<i64>,
    /// How many at most.
    pub limit: u32,
}

impl CaseQuery {
    /// All of a list, the first `limit`.
    pub const fn of(unit: UnitId, list: Worklist, limit: u32) -> Self {
        Self {
            unit,
            list,
            handler: None,
            sender: None,
            template: None,
            sent_from: None,
            sent_until: None,
            answered_until: None,
            search: None,
            before: None,
            limit,
        }
    }
}

impl fmt::Debug for CaseQuery {
    /// Without what was searched for: often a name or a personal number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseQuery").field("list", &self.list).field("limit", &self.limit).finish_non_exhaustive()
    }
}

const COLUMNS: &str = "SELECT c.id, c.number, z.name AS citizen_name, z.number AS citizen_number, c.heading, c.answerable, \
    c.sent, s.name AS sender_name, h.name AS handler_name, c.read_at, c.answered_at, c.ended, c.revoked, \
    c.held, c.stopped, (SELECT COUNT(*) FROM attachments a WHERE a.case_id = c.id AND a.submitted = 1 AND a.purged IS NULL) AS files_kept ";

const PEOPLE: &str =
    " JOIN citizens z ON z.id = c.citizen JOIN staff s ON s.id = c.sender JOIN staff h ON h.id = c.handler";

impl Rows {
    /// A page of a list, newest first. Pages continue from the last row, not from a count, so that a case that is sent
    /// meanwhile neither repeats nor hides one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn case_rows(&mut self, query: &CaseQuery) -> Result<Vec<CaseRow>, StoreError> {
        let mut sql = QueryBuilder::new(COLUMNS);
        narrowed(&mut sql, query);
        sql.push(" LIMIT ").push_bind(i64::from(query.limit));
        let rows = sql.build().fetch_all(self.connection()).await?;
        rows.iter().map(list_row).collect()
    }

    /// How many there are of a query, counted to its limit and no further.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count_cases(&mut self, query: &CaseQuery) -> Result<u64, StoreError> {
        let mut sql = QueryBuilder::new("SELECT COUNT(*) AS found FROM (SELECT 1 ");
        narrowed(&mut sql, query);
        sql.push(" LIMIT ").push_bind(i64::from(query.limit)).push(")");
        sql.build().fetch_one(self.connection()).await?.size("found")
    }
}

/// From where, and which. Put together of fixed pieces: nothing that anybody typed is among them.
fn narrowed(sql: &mut QueryBuilder<Sqlite>, query: &CaseQuery) {
    let words = query.search.as_deref().and_then(asked);
    // The index of words gives its rows in order, so that no more are read than are shown: it comes first, which CROSS says.
    let (from, order) = match words {
        Some(_) => ("FROM case_search CROSS JOIN cases c", "case_search.rowid"),
        None => ("FROM cases c", "c.number"),
    };
    sql.push(from).push(PEOPLE).push(" WHERE c.unit = ").push_bind(query.unit.to_string());
    sql.push(condition(query.list));
    if let Some(words) = words {
        sql.push(" AND c.number = case_search.rowid AND case_search MATCH ").push_bind(words);
    }
    if let Some(before) = query.before {
        sql.push(" AND ").push(order).push(" < ").push_bind(before);
    }
    for (column, person) in [(" AND c.handler = ", query.handler), (" AND c.sender = ", query.sender)] {
        if let Some(person) = person {
            sql.push(column).push_bind(person.to_string());
        }
    }
    if let Some(template) = query.template {
        sql.push(" AND c.template = ").push_bind(template.to_string());
    }
    // Numbers follow the time of sending: a day long ago is found without walking there.
    if let Some(from) = query.sent_from {
        sql.push(" AND c.sent >= ").push_bind(from.as_millis());
        sql.push(" AND c.number >= COALESCE((SELECT e.number FROM cases e WHERE e.unit = ");
        sql.push_bind(query.unit.to_string()).push(" AND e.sent >= ").push_bind(from.as_millis());
        sql.push(" ORDER BY e.sent, e.number LIMIT 1), 0)");
    }
    if let Some(until) = query.sent_until {
        sql.push(" AND c.sent < ").push_bind(until.as_millis());
        sql.push(" AND c.number <= COALESCE((SELECT l.number FROM cases l WHERE l.unit = ");
        sql.push_bind(query.unit.to_string()).push(" AND l.sent < ").push_bind(until.as_millis());
        sql.push(" ORDER BY l.sent DESC, l.number DESC LIMIT 1), 0)");
    }
    if let Some(until) = query.answered_until {
        sql.push(" AND c.answered_at <= ").push_bind(until.as_millis());
    }
    sql.push(" ORDER BY ").push(order).push(" DESC");
}

fn list_row(row: &SqliteRow) -> Result<CaseRow, StoreError> {
    let number = row.text("citizen_number")?;
    Ok(CaseRow {
        id: row.parsed("id")?,
        number: row.whole("number")?,
        citizen_name: row.text("citizen_name")?,
        citizen_number: number.try_into().map_err(|_| StoreError::Unreadable { column: "citizen_number" })?,
        heading: row.text("heading")?,
        answerable: row.flag("answerable")?,
        sent: row.time("sent")?,
        held: row.flag("held")?,
        stopped: stopped(row)?,
        sender_name: row.text("sender_name")?,
        handler_name: row.text("handler_name")?,
        state: state(row)?,
        closure: closure(row)?,
        files_kept: row.whole("files_kept")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use sqlx::Row;

    /// The steps that SQLite takes for a list, in its own words. The values do not matter to it.
    async fn plan(query: &CaseQuery) -> Vec<String> {
        let store = Store::in_memory(Timestamp::from_millis(0)).await.expect("in memory");
        let mut reader = store.read().await.expect("free");
        let mut sql = QueryBuilder::new("EXPLAIN QUERY PLAN ");
        sql.push(COLUMNS);
        narrowed(&mut sql, query);
        sql.push(" LIMIT 50");
        let rows = sql.build().fetch_all(reader.connection()).await.expect("explained");
        rows.iter().map(|row| row.get::<String, _>("detail")).collect()
    }

    fn all(list: Worklist) -> CaseQuery {
        CaseQuery::of(UnitId::from_uuid(uuid::Uuid::from_u128(1)), list, 50)
    }

    #[tokio::test]
    async fn every_list_is_read_in_order_from_an_index_of_its_own() {
        let person = Some(StaffId::from_uuid(uuid::Uuid::from_u128(2)));
        let template = Some(TemplateId::from_uuid(uuid::Uuid::from_u128(3)));
        for (query, index) in [
            (all(Worklist::Open), "cases_open "),
            (all(Worklist::Unanswered), "cases_unanswered "),
            (all(Worklist::Unread), "cases_unread "),
            (all(Worklist::ToReview), "cases_to_review "),
            (all(Worklist::Scheduled), "cases_held "),
            (all(Worklist::Ended), "cases_ended "),
            (CaseQuery { handler: person, ..all(Worklist::Open) }, "cases_open_of_handler "),
            (CaseQuery { handler: person, ..all(Worklist::Ended) }, "cases_ended_of_handler "),
            (CaseQuery { sender: person, ..all(Worklist::Open) }, "cases_newest_of_sender "),
            (CaseQuery { template, ..all(Worklist::Open) }, "cases_newest_of_template "),
        ] {
            let plan = plan(&query).await;
            let cases = plan.iter().find(|step| step.contains("SEARCH c ")).expect("cases are looked up");
            assert!(cases.contains(&format!("INDEX {index}")), "{plan:?}");
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        }
    }

    #[tokio::test]
    async fn a_search_reads_the_words_in_order_and_each_case_by_its_number() {
        let plan = plan(&CaseQuery { search: Some("åsa".into()), ..all(Worklist::Open) }).await;
        assert!(plan.iter().any(|step| step.contains("SCAN case_search VIRTUAL TABLE")), "{plan:?}");
        assert!(plan.iter().any(|step| step.contains("SEARCH c ") && step.contains("number=?")), "{plan:?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
    }
}
