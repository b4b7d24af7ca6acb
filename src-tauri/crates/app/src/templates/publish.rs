//! *Publicera* and *Arkivera*.

use domain::{
    Permission, TemplateId, VersionId,
    audit::Action,
    guideline::Severity,
    template::{TemplateStatus, advice::advice, problems},
};
use serde::Deserialize;

use super::{
    begin::refused,
    view::{OpenTemplate, TemplateView},
};
use crate::{App, failure::Failure};

/// Which draft, as the screen last saw it.
#[derive(Deserialize, ts_rs::TS)]
pub struct Publish {
    template: TemplateId,
    revision: i64,
}

/// Publishes the draft as the next version. What is published never changes again.
///
/// # Errors
/// [`Failure::TemplateNotPublishable`] with everything that the guideline or the form lacks; as saving otherwise.
pub async fn publish(app: &App, request: Publish) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    if template.status == TemplateStatus::Archived {
        return Err(Failure::TemplateIsArchived);
    }
    let draft = template.draft.ok_or(Failure::TemplateHasNoDraft)?;
    let problems = problems(&draft.content);
    let mut findings = advice(&draft.content, app.guideline()?);
    findings.retain(|finding| finding.severity == Severity::Error);
    if !problems.is_empty() || !findings.is_empty() {
        return Err(Failure::TemplateNotPublishable { problems, findings });
    }
    let version = app.new_id(VersionId::from_uuid);
    writer.publish(request.template, version, request.revision, desk.now).await.map_err(refused)?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let view = TemplateView::of(&mut writer, template, desk.actor.staff, app.guideline()?).await?;
    writer.commit(&desk.event(Action::TemplatePublished, version)).await?;
    Ok(view)
}

/// Archives a template: it can no longer be sent. Sent cases keep their version.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn archive(app: &App, request: OpenTemplate) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.archive_template(request.template, desk.now).await.map_err(refused)?;
    writer.commit(&desk.event(Action::TemplateArchived, request.template)).await?;
    Ok(())
}

/// Takes a template back from the archive.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn restore(app: &App, request: OpenTemplate) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.restore_template(request.template, desk.now).await.map_err(refused)?;
    writer.commit(&desk.event(Action::TemplateRestored, request.template)).await?;
    Ok(())
}
