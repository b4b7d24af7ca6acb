//! *Publicera* and *Arkivera*.

use domain::{
    Permission, TemplateId, VersionId,
    audit::{Action, AuditEvent},
    guideline::{Guideline, Severity},
    template::{Template, TemplateChange, TemplateStatus, advice::advice, problems},
};
use serde::Deserialize;
use store::Writer;

use super::{
    begin::refused,
    view::{OpenTemplate, TemplateView},
};
use crate::{App, failure::Failure, state::Desk};

/// Which draft, as the screen last saw it.
#[derive(Deserialize, ts_rs::TS)]
pub struct Publish {
    pub(super) template: TemplateId,
    pub(super) revision: i64,
}

/// Publishes the draft as the next version. What is published never changes again.
///
/// # Errors
/// [`Failure::TemplateNotPublishable`] with everything that the guideline or the form lacks;
/// [`Failure::TemplateNeedsApproval`] where the unit has decided so; as saving otherwise.
pub async fn publish(app: &App, request: Publish) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    publishable(&template, app.guideline()?)?;
    if must_be_approved(&desk) {
        return Err(Failure::TemplateNeedsApproval);
    }
    let event = make_version(app, &desk, &mut writer, template.id, request.revision).await?;
    let view = TemplateView::read(&mut writer, template.id, &desk, app.guideline()?).await?;
    writer.commit(&event).await?;
    Ok(view)
}

/// Whether somebody else has to approve what this person wrote. Who may approve needs nobody's leave.
pub(super) fn must_be_approved(desk: &Desk) -> bool {
    desk.unit.approval && !desk.actor.may(Permission::ApproveTemplates)
}

/// That nothing stands in the way but perhaps approval.
pub(super) fn publishable(template: &Template, guideline: &Guideline) -> Result<(), Failure> {
    if template.status == TemplateStatus::Archived {
        return Err(Failure::TemplateIsArchived);
    }
    let draft = template.draft.as_ref().ok_or(Failure::TemplateHasNoDraft)?;
    let problems = problems(&draft.content);
    let mut findings = advice(&draft.content, guideline);
    findings.retain(|finding| finding.severity == Severity::Error);
    if problems.is_empty() && findings.is_empty() {
        Ok(())
    } else {
        Err(Failure::TemplateNotPublishable { problems, findings })
    }
}

/// Makes the draft a version; returns what the audit log is to say. The version's fingerprint stands there too, where it cannot be
/// changed together with the version.
pub(super) async fn make_version(
    app: &App,
    desk: &Desk,
    writer: &mut Writer,
    template: TemplateId,
    revision: i64,
) -> Result<AuditEvent, Failure> {
    let (version, by) = (app.new_id(VersionId::from_uuid), desk.actor.staff);
    let number = writer.publish(template, version, revision, by, desk.now).await.map_err(refused)?.number;
    writer.record_change(template, by, desk.now, &TemplateChange::Published { version, number }).await?;
    let fingerprint = writer.version_fingerprint(version).await?.unwrap_or_default();
    Ok(desk.event(Action::TemplatePublished, format!("{version} {fingerprint}")))
}

/// Archives a template: it can no longer be sent. Sent cases keep their version.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn archive(app: &App, request: OpenTemplate) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.archive_template(request.template, desk.now).await.map_err(refused)?;
    writer.record_change(request.template, desk.actor.staff, desk.now, &TemplateChange::Archived).await?;
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
    writer.record_change(request.template, desk.actor.staff, desk.now, &TemplateChange::Unarchived).await?;
    writer.commit(&desk.event(Action::TemplateRestored, request.template)).await?;
    Ok(())
}
