//! *Skickas senare*: what waited for its time leaves when that comes, if the citizen can still be reached.

use domain::{
    CaseId,
    audit::{Action, AuditActor, AuditEvent},
    citizen::Unreachable,
    unit::Unit,
};

use crate::{App, citizens, failure::Failure, state::Opened, topic::Topic};

/// Lets the cases leave whose time has come. One that is stopped, or of which nothing can be known now, is looked at again in the
/// next round.
///
/// # Errors
/// When the store cannot be read or written.
pub(crate) async fn release_due(app: &App, opened: &Opened) -> Result<(), Failure> {
    let mut reader = opened.store.read().await?;
    let Some(unit) = reader.unit().await? else { return Ok(()) };
    let due = reader.due_cases(unit.id, app.now()).await?;
    drop(reader);
    for case in due {
        release(app, opened, &unit, case).await?;
    }
    Ok(())
}

async fn release(app: &App, opened: &Opened, unit: &Unit, id: CaseId) -> Result<(), Failure> {
    let mut reader = opened.store.read().await?;
    let Some(case) = reader.case(id).await? else { return Ok(()) };
    let Some(known) = reader.citizen(case.citizen).await? else { return Ok(()) };
    drop(reader);
    // Whoever is in no register any more has no care relation to go by.
    let unreachable = match citizens::find(opened, unit.id, &known.number).await {
        Ok(citizen) => citizen.verdict(app.now().date()).unreachable,
        Err(Failure::CitizenNotFound) => Some(Unreachable::NoCareRelation),
        // Nothing is known now: what is due waits.
        Err(_) => return Ok(()),
    };
    let event = |action| AuditEvent {
        at: app.now(),
        unit: unit.id,
        actor: AuditActor::System,
        action,
        subject: id.to_string(),
        citizen: Some(case.citizen),
    };
    let mut writer = opened.store.begin().await?;
    let held = writer.case(id).await?.is_some_and(|case| case.held && case.closure.must_be_open().is_ok());
    match unreachable {
        // Somebody took it back in the meantime.
        _ if !held => return Ok(()),
        Some(why) if case.stopped == Some(why) => return Ok(()),
        Some(why) => {
            writer.stop_case(id, why).await?;
            writer.commit(&event(Action::CaseStopped)).await?;
        }
        None => {
            writer.release_case(id).await?;
            writer.commit(&event(Action::CaseReleased)).await?;
        }
    }
    app.announce(&[Topic::Cases]);
    Ok(())
}
