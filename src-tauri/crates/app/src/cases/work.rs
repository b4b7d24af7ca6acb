//! What the unit makes of cases: *fördela*, *avsluta*, *återöppna*, *återkalla*, *intern anteckning*.

use domain::{
    CaseId, Permission, Role, StaffId, Timestamp,
    audit::{Action, AuditEvent},
    case::{CaseEvent, CaseRefusal, Closure, NOTE_MAX},
};
use serde::{Deserialize, Serialize};
use store::{CaseRecord, StaffMember, Writer};

use super::{of_unit, open::OpenCase};
use crate::{
    App,
    failure::{Failure, Field},
    people::filled_within,
    state::Desk,
};

/// Cases at most in one step.
const MOST: usize = 100;

/// Cases to do the same with.
#[derive(Deserialize, ts_rs::TS)]
pub struct Cases {
    cases: Vec<CaseId>,
}

/// Cases to give to somebody.
#[derive(Deserialize, ts_rs::TS)]
pub struct AssignCases {
    cases: Vec<CaseId>,
    to: StaffId,
}

/// What became of cases that were handled together.
#[derive(Debug, Serialize, ts_rs::TS)]
pub struct CasesDone {
    /// Those that it was done with, in the order they were named: what a way back is for.
    pub done: Vec<CaseId>,
    /// Those that were left as they are, because a colleague or the citizen had been there before.
    pub left: Vec<CaseLeft>,
}

/// A case that was left as it is.
#[derive(Debug, Serialize, ts_rs::TS)]
pub struct CaseLeft {
    /// Which.
    pub case: CaseId,
    /// Why.
    pub why: CaseRefusal,
}

/// An internal note.
#[derive(Deserialize, ts_rs::TS)]
pub struct NoteCase {
    case: CaseId,
    text: String,
}

/// Somebody in the unit.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Colleague {
    /// Who.
    pub staff: StaffId,
    /// Name.
    pub name: String,
    /// Such as "Distriktssköterska"; may be empty.
    pub title: String,
    /// Whether cases can be given to them. What those who have left sent is still to be found.
    pub handles: bool,
    /// Whether it is who asks.
    pub is_me: bool,
}

/// Everybody in the unit, by name.
///
/// # Errors
/// When not permitted.
pub async fn colleagues(app: &App, (): ()) -> Result<Vec<Colleague>, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let staff = desk.opened.store.read().await?.staff_of(desk.unit.id).await?;
    let colleague = |member: StaffMember| Colleague {
        staff: member.id,
        handles: handles(&member),
        is_me: member.id == desk.actor.staff,
        name: member.name,
        title: member.title,
    };
    let mut found: Vec<_> = staff.into_iter().map(colleague).collect();
    found.sort_by_cached_key(|one| one.name.to_lowercase());
    Ok(found)
}

/// *Fördela*: gives open cases to a colleague, or takes them over.
///
/// # Errors
/// When not permitted, too many are named, the unit has no such case, or the person handles no cases.
pub async fn assign(app: &App, request: AssignCases) -> Result<CasesDone, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut writer = desk.opened.store.begin().await?;
    let member = writer.staff(request.to).await?.filter(|one| one.unit == desk.unit.id && handles(one));
    let to = member.ok_or(Failure::NotAHandler)?.id;
    let mut work = Work::default();
    for case in named(&mut writer, &desk, &request.cases).await? {
        match case.closure.must_be_open() {
            Err(why) => work.leave(&case, why),
            Ok(()) if case.handler == to => work.done.push(case.id),
            Ok(()) => {
                writer.set_case_handler(case.id, to).await?;
                let subject = format!("{} {to}", case.id);
                let what = CaseEvent::Assigned { to };
                work.take(&mut writer, &desk, &case, &what, Action::CaseAssigned, subject).await?;
            }
        }
    }
    work.commit(writer).await
}

/// *Avsluta*.
///
/// # Errors
/// When not permitted, too many are named, or the unit has no such case.
pub async fn close(app: &App, request: Cases) -> Result<CasesDone, Failure> {
    let closed = |case: &CaseRecord, now| if case.held { Err(CaseRefusal::NotSent) } else { case.closure.close(now) };
    turn(app, request, closed, CaseEvent::Closed, Action::CaseClosed).await
}

/// *Återöppna*.
///
/// # Errors
/// As [`close`].
pub async fn reopen(app: &App, request: Cases) -> Result<CasesDone, Failure> {
    turn(app, request, |case, _| case.closure.reopen(), CaseEvent::Reopened, Action::CaseReopened).await
}

/// Gives cases another closure, each where it allows that.
async fn turn(
    app: &App,
    request: Cases,
    to: impl Fn(&CaseRecord, Timestamp) -> Result<Closure, CaseRefusal> + Send,
    what: CaseEvent,
    action: Action,
) -> Result<CasesDone, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut writer = desk.opened.store.begin().await?;
    let mut work = Work::default();
    for case in named(&mut writer, &desk, &request.cases).await? {
        match to(&case, desk.now) {
            Err(why) => work.leave(&case, why),
            Ok(closure) => {
                writer.set_case_closure(case.id, closure).await?;
                work.take(&mut writer, &desk, &case, &what, action, case.id.to_string()).await?;
            }
        }
    }
    work.commit(writer).await
}

/// *Återkalla*: takes a case back while the citizen has not read it. It is gone from the inbox when this returns.
///
/// # Errors
/// When not permitted, the unit has no such case, or it is read, closed or taken back.
pub async fn revoke(app: &App, request: OpenCase) -> Result<(), Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let mut writer = desk.opened.store.begin().await?;
    let case = of_unit(&mut writer, &desk, request.case).await?;
    let revoked = case.closure.revoke(case.state, desk.now).map_err(|refusal| Failure::CaseRefuses { refusal })?;
    writer.set_case_closure(case.id, revoked).await?;
    writer.record_case_event(case.id, desk.actor.staff, desk.now, &CaseEvent::Revoked).await?;
    writer.commit(&desk.event_about(case.citizen, Action::CaseRevoked, case.id)).await?;
    Ok(())
}

/// *Intern anteckning*: for colleagues; the citizen never sees it. Written down once and for all.
///
/// # Errors
/// When not permitted, the unit has no such case, or there is no text or too much of it.
pub async fn note(app: &App, request: NoteCase) -> Result<(), Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let text = filled_within(&request.text, Field::CaseNote, NOTE_MAX)?;
    let mut writer = desk.opened.store.begin().await?;
    let case = of_unit(&mut writer, &desk, request.case).await?;
    writer.record_case_event(case.id, desk.actor.staff, desk.now, &CaseEvent::Noted { text }).await?;
    writer.commit(&desk.event_about(case.citizen, Action::CaseNoted, case.id)).await?;
    Ok(())
}

/// Whether cases can be given to somebody.
fn handles(member: &StaffMember) -> bool {
    member.active && member.roles.contains(&Role::Handler)
}

/// The cases that are named, each once.
async fn named(writer: &mut Writer, desk: &Desk, ids: &[CaseId]) -> Result<Vec<CaseRecord>, Failure> {
    if ids.len() > MOST {
        return Err(Failure::TooManyCases { most: u32::try_from(MOST).unwrap_or(u32::MAX) });
    }
    let mut cases: Vec<CaseRecord> = Vec::new();
    for id in ids {
        if cases.iter().all(|case| case.id != *id) {
            cases.push(of_unit(writer, desk, *id).await?);
        }
    }
    Ok(cases)
}

/// A step with several cases, on its way to be kept all at once.
#[derive(Default)]
struct Work {
    done: Vec<CaseId>,
    left: Vec<CaseLeft>,
    events: Vec<AuditEvent>,
}

impl Work {
    fn leave(&mut self, case: &CaseRecord, why: CaseRefusal) {
        self.left.push(CaseLeft { case: case.id, why });
    }

    async fn take(
        &mut self,
        writer: &mut Writer,
        desk: &Desk,
        case: &CaseRecord,
        what: &CaseEvent,
        action: Action,
        subject: String,
    ) -> Result<(), Failure> {
        writer.record_case_event(case.id, desk.actor.staff, desk.now, what).await?;
        self.events.push(desk.event_about(case.citizen, action, subject));
        self.done.push(case.id);
        Ok(())
    }

    /// Keeps what was done. Where nothing was, there is nothing to keep.
    async fn commit(self, writer: Writer) -> Result<CasesDone, Failure> {
        if !self.events.is_empty() {
            writer.commit_all(&self.events).await?;
        }
        Ok(CasesDone { done: self.done, left: self.left })
    }
}
