//! *Skicka*.

use domain::{
    CaseId, CitizenId, Permission, PersonNumber, Timestamp, VersionId,
    audit::Action,
    message::{Signature, SlotTexts, compose},
    template::TemplateStatus,
};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use store::NewCase;

use crate::{App, citizens, failure::Failure};

/// A filled-in message to send.
#[derive(Deserialize, ts_rs::TS)]
pub struct SendCase {
    /// Made by the screen when writing began. Sending the same case twice, by a double click or after a crash, sends it once.
    case: CaseId,
    citizen: CitizenId,
    version: VersionId,
    slots: SlotTexts,
    /// Whether the citizen is told who at the unit sends; otherwise the unit does.
    signed: bool,
    /// When it is to leave, by the clock in Sweden; `None` for now.
    at: Option<SendTime>,
}

/// A day and a time by the clock in Sweden.
#[derive(Clone, Copy, Deserialize, ts_rs::TS)]
pub struct SendTime {
    #[ts(type = "string")]
    day: Date,
    #[ts(type = "string")]
    time: Time,
}

/// Why a message cannot be sent at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum SendTimeProblem {
    /// It has been.
    Past,
    /// It is more than a year from now.
    TooFar,
}

/// The receipt.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SentCase {
    /// The case.
    pub case: CaseId,
    /// To whom.
    pub citizen_name: String,
    /// Their personal number.
    pub number: PersonNumber,
    /// Heading of the message.
    pub heading: String,
    /// When it lies in the citizen's inbox: until then it can be taken back unseen.
    pub sent: Timestamp,
    /// Whether that is a time that somebody chose.
    pub scheduled: bool,
}

/// Sends the message. It lies in the citizen's inbox after the seconds in which it can be taken back, or at the time that was chosen.
/// Whether the citizen can be reached is asked again, however recently it was told: what was written is kept as a draft when it is
/// refused.
///
/// # Errors
/// When not permitted, the citizen may not be written to, or no longer, the directory does not answer, the version is not the one to
/// send, a slot is not filled in, or the time has been or is too far off.
pub async fn send_case(app: &App, request: SendCase) -> Result<SentCase, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let undo = app.policy()?.sending.undo_seconds;
    let sent = match request.at {
        None => desk.now.plus_seconds(i64::from(undo)),
        Some(at) => chosen(at, desk.now)?,
    };
    let mut reader = desk.opened.store.read().await?;
    let known = reader.citizen(request.citizen).await?.ok_or(Failure::CitizenNotFound)?;
    let was_sent = reader.case(request.case).await?.is_some();
    let me = reader.staff(desk.actor.staff).await?.ok_or(Failure::NotSignedIn)?;
    drop(reader);
    // What was sent before has its receipt, whatever has become of the citizen or the directory since.
    let citizen = if was_sent { known } else { citizens::find(&desk.opened, desk.unit.id, &known.number).await? };
    let mut writer = desk.opened.store.begin().await?;
    let receipt = |heading: String, sent: Timestamp, scheduled: bool| SentCase {
        case: request.case,
        citizen_name: citizen.name.clone(),
        number: citizen.number.clone(),
        heading,
        sent,
        scheduled,
    };
    if let Some(earlier) = writer.case(request.case).await? {
        let same = earlier.sender == desk.actor.staff && earlier.citizen == citizen.id;
        return if same {
            Ok(receipt(earlier.message.heading, earlier.sent, earlier.held))
        } else {
            Err(Failure::CaseNotFound)
        };
    }
    if let Some(reason) = citizen.verdict(desk.now.date()).unreachable {
        return Err(Failure::CitizenUnreachable { reason });
    }
    let (template, version) = writer.version(request.version).await?.ok_or(Failure::TemplateNotSendable)?;
    let current = writer.template(template).await?.filter(|template| {
        template.status == TemplateStatus::Published
            && template.published.as_ref().is_some_and(|now| now.id == version.id)
    });
    if current.is_none() {
        return Err(Failure::TemplateNotSendable);
    }
    let mut message = compose(&version.content, &desk.unit, &request.slots)
        .map_err(|problems| Failure::MessageIncomplete { problems })?;
    message.signature = request.signed.then_some(Signature { name: me.name, title: me.title });
    let heading = message.heading.clone();
    let held = request.at.is_some();
    let case = NewCase {
        id: request.case,
        unit: desk.unit.id,
        citizen: citizen.id,
        sender: desk.actor.staff,
        template,
        version: version.id,
        message,
        sent,
        held,
    };
    writer.insert_case(&case).await?;
    writer.delete_send_draft(desk.actor.staff).await?;
    let action = if held { Action::CaseScheduled } else { Action::CaseSent };
    writer.commit(&desk.event_about(citizen.id, action, request.case)).await?;
    Ok(receipt(heading, sent, held))
}

/// The moment that was chosen.
fn chosen(at: SendTime, now: Timestamp) -> Result<Timestamp, Failure> {
    let moment = Timestamp::local(at.day.to_datetime(at.time));
    if moment <= now {
        return Err(Failure::SendTimeInvalid { problem: SendTimeProblem::Past });
    }
    if moment > now.plus_minutes(MOST_DAYS * 24 * 60) {
        return Err(Failure::SendTimeInvalid { problem: SendTimeProblem::TooFar });
    }
    Ok(moment)
}

/// Days at most from now to a chosen time.
const MOST_DAYS: i64 = 366;

/// In whose name a message can be sent.
#[derive(Serialize, ts_rs::TS)]
pub struct SenderChoice {
    /// The unit's name.
    pub unit: String,
    /// Oneself.
    pub me: Signature,
    /// What was chosen the last time: oneself or not.
    pub signed: bool,
}

/// In whose name the signed-in person can send, and did the last time. Nobody who has not chosen it is named to a citizen.
///
/// # Errors
/// When not permitted.
pub async fn sender_choice(app: &App, (): ()) -> Result<SenderChoice, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let mut reader = desk.opened.store.read().await?;
    let me = reader.staff(desk.actor.staff).await?.ok_or(Failure::NotSignedIn)?;
    let last = reader.last_sent_by(desk.unit.id, me.id).await?;
    let signed = match last {
        Some(case) => reader.case(case).await?.is_some_and(|case| case.message.signature.is_some()),
        None => false,
    };
    Ok(SenderChoice { unit: desk.unit.name, me: Signature { name: me.name, title: me.title }, signed })
}
