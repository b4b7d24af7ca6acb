//! *Skicka*.

use domain::{
    CaseId, CitizenId, Permission, PersonNumber, Timestamp, VersionId,
    audit::Action,
    message::{SlotTexts, compose},
    template::TemplateStatus,
};
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
    /// When.
    pub sent: Timestamp,
}

/// Sends the message: it lies in the citizen's inbox when this returns. Whether the citizen can be reached is asked again, however
/// recently it was told: what was written is kept as a draft when it is refused.
///
/// # Errors
/// When not permitted, the citizen may not be written to, or no longer, the directory does not answer, the version is not the one to
/// send, or a slot is not filled in.
pub async fn send_case(app: &App, request: SendCase) -> Result<SentCase, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let mut reader = desk.opened.store.read().await?;
    let known = reader.citizen(request.citizen).await?.ok_or(Failure::CitizenNotFound)?;
    let was_sent = reader.case(request.case).await?.is_some();
    drop(reader);
    // What was sent before has its receipt, whatever has become of the citizen or the directory since.
    let citizen = if was_sent { known } else { citizens::find(&desk, &known.number).await? };
    let mut writer = desk.opened.store.begin().await?;
    let receipt = |heading: String, sent: Timestamp| SentCase {
        case: request.case,
        citizen_name: citizen.name.clone(),
        number: citizen.number.clone(),
        heading,
        sent,
    };
    if let Some(earlier) = writer.case(request.case).await? {
        let same = earlier.sender == desk.actor.staff && earlier.citizen == citizen.id;
        return if same { Ok(receipt(earlier.message.heading, earlier.sent)) } else { Err(Failure::CaseNotFound) };
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
    let message = compose(&version.content, &desk.unit, &request.slots)
        .map_err(|problems| Failure::MessageIncomplete { problems })?;
    let heading = message.heading.clone();
    let case = NewCase {
        id: request.case,
        unit: desk.unit.id,
        citizen: citizen.id,
        sender: desk.actor.staff,
        template,
        version: version.id,
        message,
        sent: desk.now,
    };
    writer.insert_case(&case).await?;
    writer.delete_send_draft(desk.actor.staff).await?;
    writer.commit(&desk.event_about(citizen.id, Action::CaseSent, request.case)).await?;
    Ok(receipt(heading, desk.now))
}
