//! The message being written: one draft a person, saved as they write, so that a crash loses nothing.

use domain::{CaseId, CitizenId, Permission, PersonNumber, Timestamp, VersionId, audit::Action, message::SlotTexts};
use serde::{Deserialize, Serialize};
use store::SendDraft;

use crate::{App, failure::Failure};

/// A draft to take up again.
#[derive(Serialize, ts_rs::TS)]
pub struct MessageDraft {
    /// The case it becomes when sent: the same id twice is the same case.
    pub case: CaseId,
    /// To whom.
    pub citizen: DraftCitizen,
    /// From which version.
    pub version: VersionId,
    /// What is written.
    pub slots: SlotTexts,
    /// When it was saved.
    pub saved: Timestamp,
}

/// To whom a draft is written: what it takes to know them again. Whether they can be reached is asked anew when it is taken up.
#[derive(Serialize, ts_rs::TS)]
pub struct DraftCitizen {
    /// Identity.
    pub id: CitizenId,
    /// Personal number.
    pub number: PersonNumber,
    /// Given name and surname.
    pub name: String,
}

/// A draft to save.
#[derive(Deserialize, ts_rs::TS)]
pub struct SaveMessageDraft {
    case: CaseId,
    citizen: CitizenId,
    version: VersionId,
    slots: SlotTexts,
}

/// A saved draft.
#[derive(Serialize, ts_rs::TS)]
pub struct SavedMessageDraft {
    /// When it was safe on disk.
    pub saved: Timestamp,
}

/// The signed-in person's draft, if there is one and it can still be sent.
///
/// # Errors
/// When not permitted.
pub async fn open_message_draft(app: &App, (): ()) -> Result<Option<MessageDraft>, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let mut writer = desk.opened.store.begin().await?;
    let Some(draft) = writer.send_draft(desk.actor.staff).await? else { return Ok(None) };
    let Some(citizen) = writer.citizen(draft.citizen).await? else { return Ok(None) };
    writer.commit(&desk.event_about(citizen.id, Action::CitizenLookedUp, draft.case)).await?;
    let citizen = DraftCitizen { id: citizen.id, number: citizen.number, name: citizen.name };
    Ok(Some(MessageDraft { case: draft.case, citizen, version: draft.version, slots: draft.slots, saved: draft.saved }))
}

/// Saves the draft.
///
/// # Errors
/// When not permitted.
pub async fn save_message_draft(app: &App, request: SaveMessageDraft) -> Result<SavedMessageDraft, Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let draft = SendDraft {
        staff: desk.actor.staff,
        case: request.case,
        citizen: request.citizen,
        version: request.version,
        slots: request.slots,
        saved: desk.now,
    };
    let mut writer = desk.opened.store.begin().await?;
    writer.save_send_draft(&draft).await?;
    writer.commit(&desk.event_about(draft.citizen, Action::MessageDrafted, draft.case)).await?;
    Ok(SavedMessageDraft { saved: desk.now })
}

/// Throws the draft away.
///
/// # Errors
/// When not permitted.
pub async fn discard_message_draft(app: &App, (): ()) -> Result<(), Failure> {
    let desk = app.desk(Permission::SendCase).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.delete_send_draft(desk.actor.staff).await?;
    writer.commit(&desk.event(Action::MessageDiscarded, desk.actor.staff)).await?;
    Ok(())
}
