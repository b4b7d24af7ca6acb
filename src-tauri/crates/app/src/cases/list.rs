//! The lists of cases, and how many there are to do.

use domain::{
    CaseId, Permission, PersonNumber, StaffId, Timestamp,
    audit::Action,
    case::{CaseFilter, CaseState, Closure, Worklist},
    citizen::Unreachable,
    review::{latest_overdue, review_due},
    template::Marking,
};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};
use store::{CaseQuery, Rows};

use crate::{App, failure::Failure, state::Desk};

/// Cases on a page.
const PAGE: u32 = 50;

/// How far cases are counted: more than this are "many".
const COUNTED: u32 = 100;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Whose cases.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum CaseScope {
    /// *Mina ärenden*: those that the signed-in person has, by having sent them or by being given them.
    Mine,
    /// *Fördelade ärenden*: all of the unit's.
    Unit,
}

/// Which cases.
#[derive(Deserialize, ts_rs::TS)]
pub struct ListCases {
    scope: CaseScope,
    list: Worklist,
    filter: CaseFilter,
    /// Beginnings of words in a name, a personal number, a heading, or what the handler wrote; `None` for all.
    search: Option<String>,
    /// Where the last page ended.
    after: Option<CaseCursor>,
}

/// Where a page ended.
#[derive(Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
pub struct CaseCursor {
    /// The last case's number.
    number: i64,
}

/// A page of cases, newest first.
#[derive(Serialize, ts_rs::TS)]
pub struct CasePage {
    /// The cases.
    pub rows: Vec<CaseRow>,
    /// Where to go on; `None` at the end.
    pub next: Option<CaseCursor>,
}

/// A line of the list.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Identity.
    pub case: CaseId,
    /// To whom.
    pub citizen_name: String,
    /// Their personal number.
    pub number: PersonNumber,
    /// Heading.
    pub heading: String,
    /// *(Information)* or *(Fråga)*.
    pub marking: Marking,
    /// When it was sent; when it is to be, while it is held.
    pub sent: Timestamp,
    /// Whether it has not left yet.
    pub held: bool,
    /// Why it did not leave when its time came.
    pub stopped: Option<Unreachable>,
    /// By whom.
    pub sender_name: String,
    /// Who has it now.
    pub handler_name: String,
    /// How far the citizen has come: **L** and **S**.
    pub state: CaseState,
    /// What the unit has made of it.
    pub closure: Closure,
    /// When the answer should have been gone through at the latest; `None` when there is none, or nothing more is to be done.
    pub review_due: Option<Timestamp>,
    /// Attachments that are still kept.
    pub files_kept: i64,
}

/// How many cases there are to do, each counted to a hundred and no further.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseCounts {
    /// *Att granska*.
    pub to_review: u64,
    /// … of which should have been gone through already.
    pub overdue: u64,
    /// *Obesvarade*.
    pub unanswered: u64,
    /// *Olästa*.
    pub unread: u64,
    /// *Skickas senare*.
    pub scheduled: u64,
    /// After how many days an unread case is counted.
    pub unread_days: u32,
}

/// Whose cases are counted.
#[derive(Deserialize, ts_rs::TS)]
pub struct CountCases {
    scope: CaseScope,
}

/// A page of cases. Reading a list of patients is itself audited.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, request: ListCases) -> Result<CasePage, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut query = query(app, &desk, request.scope, request.list)?;
    let CaseFilter { template, sender, handler, from, to } = request.filter;
    query.template = template;
    query.sender = sender;
    query.handler = query.handler.or(handler);
    query.sent_from = from.map(Timestamp::start_of);
    let until = to.map(|day| Timestamp::start_of(day.saturating_add(1.day())));
    query.sent_until = earliest(query.sent_until, until);
    query.search = request.search.filter(|text| !text.trim().is_empty());
    query.before = request.after.map(|cursor| cursor.number);
    query.limit = PAGE + 1;
    let mut writer = desk.opened.store.begin().await?;
    let mut found = writer.case_rows(&query).await?;
    writer.commit(&desk.event(Action::CasesListed, "")).await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let hours = app.policy()?.cases.review_hours;
    let next = found.last().filter(|_| more).map(|row| CaseCursor { number: row.number });
    Ok(CasePage { rows: found.into_iter().map(|found| row(found, hours)).collect(), next })
}

/// How many there are to do. Tells nothing about anybody.
///
/// # Errors
/// When not permitted.
pub async fn count(app: &App, request: CountCases) -> Result<CaseCounts, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut reader = desk.opened.store.read().await?;
    counted(app, &desk, &mut reader, request.scope).await
}

/// How many there are to do in a scope.
pub(super) async fn counted(app: &App, desk: &Desk, rows: &mut Rows, scope: CaseScope) -> Result<CaseCounts, Failure> {
    let decided = &app.policy()?.cases;
    let to_review = query(app, desk, scope, Worklist::ToReview)?;
    let answered_until = Some(latest_overdue(desk.now, decided.review_hours));
    Ok(CaseCounts {
        to_review: rows.count_cases(&to_review).await?,
        overdue: rows.count_cases(&CaseQuery { answered_until, ..to_review }).await?,
        unanswered: rows.count_cases(&query(app, desk, scope, Worklist::Unanswered)?).await?,
        unread: rows.count_cases(&query(app, desk, scope, Worklist::Unread)?).await?,
        scheduled: rows.count_cases(&query(app, desk, scope, Worklist::Scheduled)?).await?,
        unread_days: decided.unread_days,
    })
}

/// A whole list of a scope. Of the unread only those that have been so for as long as the organisation has decided.
fn query(app: &App, desk: &Desk, scope: CaseScope, list: Worklist) -> Result<CaseQuery, Failure> {
    let mut query = CaseQuery::of(desk.unit.id, list, COUNTED);
    let mine: Option<StaffId> = (scope == CaseScope::Mine).then_some(desk.actor.staff);
    query.handler = mine;
    if list == Worklist::Unread {
        query.sent_until = Some(desk.now.plus_minutes(-DAY * i64::from(app.policy()?.cases.unread_days)));
    }
    Ok(query)
}

fn earliest(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// When an answer is to be gone through, while that is still to be done.
pub(super) fn due(state: CaseState, closure: Closure, hours: u32) -> Option<Timestamp> {
    match closure {
        Closure::Open => state.answered_at().map(|answered| review_due(answered, hours)),
        Closure::Closed { .. } | Closure::Revoked { .. } => None,
    }
}

fn row(row: store::CaseRow, hours: u32) -> CaseRow {
    CaseRow {
        review_due: due(row.state, row.closure, hours),
        case: row.id,
        citizen_name: row.citizen_name,
        number: row.citizen_number,
        heading: row.heading,
        marking: if row.answerable { Marking::Question } else { Marking::Information },
        sent: row.sent,
        held: row.held,
        stopped: row.stopped,
        sender_name: row.sender_name,
        handler_name: row.handler_name,
        state: row.state,
        closure: row.closure,
        files_kept: row.files_kept,
    }
}
