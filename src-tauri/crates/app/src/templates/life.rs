//! *Inväntar godkännande*: where the unit has decided so, *verksamhetschefen* approves a draft before it can be sent.

use domain::{
    Permission, TemplateId,
    audit::Action,
    template::{Template, TemplateChange},
};
use serde::Deserialize;

use super::{
    begin::refused,
    publish::{Publish, make_version, publishable},
    view::{OpenTemplate, TemplateView},
};
use crate::{
    App,
    failure::{Failure, Field},
    people::filled,
};

/// Which draft is not approved, and why.
#[derive(Deserialize, ts_rs::TS)]
pub struct ReturnDraft {
    template: TemplateId,
    /// What is to be mended, for whoever wrote it.
    comment: String,
}

/// Hands the draft in for approval. Nobody can change it until somebody has decided or it is taken back.
///
/// # Errors
/// As [`super::publish()`], but for [`Failure::TemplateNeedsApproval`].
pub async fn submit(app: &App, request: Publish) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    publishable(&template, app.guideline()?)?;
    if template.submission.is_some() {
        return Err(Failure::TemplateAwaitsApproval);
    }
    writer.submit_draft(template.id, request.revision, desk.actor.staff, desk.now).await.map_err(refused)?;
    writer.record_change(template.id, desk.actor.staff, desk.now, &TemplateChange::Submitted).await?;
    let view = TemplateView::read(&mut writer, template.id, &desk, app.guideline()?).await?;
    writer.commit(&desk.event(Action::TemplateSubmitted, template.id)).await?;
    Ok(view)
}

/// Takes a draft back that was handed in, to go on with it.
///
/// # Errors
/// When not permitted; [`Failure::TemplateNotSubmitted`] when somebody has decided already.
pub async fn withdraw(app: &App, request: OpenTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    submitted(&template)?;
    writer.end_submission(template.id).await?;
    writer.record_change(template.id, desk.actor.staff, desk.now, &TemplateChange::Withdrawn).await?;
    let view = TemplateView::read(&mut writer, template.id, &desk, app.guideline()?).await?;
    writer.commit(&desk.event(Action::TemplateWithdrawn, template.id)).await?;
    Ok(view)
}

/// Approves a draft that was handed in: it is published as it stands.
///
/// # Errors
/// When not permitted; [`Failure::TemplateNotSubmitted`] when it was taken back, or has been decided; as
/// [`super::publish()`] otherwise.
pub async fn approve(app: &App, request: Publish) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ApproveTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    submitted(&template)?;
    publishable(&template, app.guideline()?)?;
    let event = make_version(app, &desk, &mut writer, template.id, request.revision).await?;
    let view = TemplateView::read(&mut writer, template.id, &desk, app.guideline()?).await?;
    writer.commit(&event).await?;
    Ok(view)
}

/// Gives a draft that was handed in back, with what is to be mended.
///
/// # Errors
/// As [`approve`], and when nothing is said.
pub async fn give_back(app: &App, request: ReturnDraft) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ApproveTemplates).await?;
    let comment = filled(&request.comment, Field::Comment)?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    submitted(&template)?;
    writer.end_submission(template.id).await?;
    writer.record_change(template.id, desk.actor.staff, desk.now, &TemplateChange::Returned { comment }).await?;
    let view = TemplateView::read(&mut writer, template.id, &desk, app.guideline()?).await?;
    writer.commit(&desk.event(Action::TemplateReturned, template.id)).await?;
    Ok(view)
}

fn submitted(template: &Template) -> Result<(), Failure> {
    if template.submission.is_some() { Ok(()) } else { Err(Failure::TemplateNotSubmitted) }
}
