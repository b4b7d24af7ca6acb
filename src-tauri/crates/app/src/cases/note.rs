//! *Sammanfatta i journalanteckning*.

use domain::{Permission, audit::Action, note};

use super::{
    of_unit,
    open::{OpenCase, attachment},
};
use crate::{App, failure::Failure};

/// Drafts a journal note from the reply. It is not kept: the journal system is where it belongs.
///
/// # Errors
/// When not permitted, the unit has no such case, or it is not answered.
pub async fn draft_note(app: &App, request: OpenCase) -> Result<String, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut writer = desk.opened.store.begin().await?;
    let case = of_unit(&mut writer, &desk, request.case).await?;
    let reply = writer.reply(case.id).await?.ok_or(Failure::CaseNotAnswered)?;
    let files: Vec<_> =
        writer.attachments_of(case.id).await?.into_iter().filter(|a| a.submitted).map(attachment).collect();
    let text = note::draft(&case.message, &reply.answers, &files, case.sent, reply.answered);
    writer.commit(&desk.event_about(case.citizen, Action::NoteDrafted, case.id)).await?;
    Ok(text)
}
