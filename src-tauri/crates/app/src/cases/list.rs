//! The lists of cases.

use domain::{CaseId, Permission, PersonNumber, Timestamp, audit::Action, case::CaseState, template::Marking};
use serde::{Deserialize, Serialize};
use store::CaseQuery;

use crate::{App, failure::Failure};

/// Cases on a page.
const PAGE: u32 = 50;

/// Whose cases.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum CaseScope {
    /// *Mina ärenden*: sent by the signed-in person.
    Mine,
    /// *Fördelade ärenden*: all of the unit's.
    Unit,
}

/// Which cases.
#[derive(Deserialize, ts_rs::TS)]
pub struct ListCases {
    scope: CaseScope,
    /// Part of a name, a personal number or a heading; `None` for all.
    search: Option<String>,
    /// Where the last page ended.
    after: Option<CaseCursor>,
}

/// Where a page ended.
#[derive(Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
pub struct CaseCursor {
    sent: Timestamp,
    case: CaseId,
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
    /// When it was sent.
    pub sent: Timestamp,
    /// By whom.
    pub sender_name: String,
    /// How far it has come: **L** and **S**.
    pub state: CaseState,
    /// Attachments that are still kept.
    pub files_kept: i64,
}

/// A page of cases. Reading a list of patients is itself audited.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, request: ListCases) -> Result<CasePage, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let query = CaseQuery {
        unit: desk.unit.id,
        sender: (request.scope == CaseScope::Mine).then_some(desk.actor.staff),
        search: request.search.filter(|text| !text.trim().is_empty()),
        before: request.after.map(|cursor| (cursor.sent, cursor.case)),
        limit: PAGE + 1,
    };
    let mut writer = desk.opened.store.begin().await?;
    let mut found = writer.case_rows(&query).await?;
    writer.commit(&desk.event(Action::CasesListed, "")).await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|row| CaseCursor { sent: row.sent, case: row.id });
    let row = |row: store::CaseRow| CaseRow {
        case: row.id,
        citizen_name: row.citizen_name,
        number: row.citizen_number,
        heading: row.heading,
        marking: if row.answerable { Marking::Question } else { Marking::Information },
        sent: row.sent,
        sender_name: row.sender_name,
        state: row.state,
        files_kept: row.files_kept,
    };
    Ok(CasePage { rows: found.into_iter().map(row).collect(), next })
}
