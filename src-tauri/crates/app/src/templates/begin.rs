//! Beginning drafts.

use domain::{
    ItemId, Permission, TemplateId,
    audit::Action,
    template::{TemplateChange, TemplateContent},
};
use serde::Deserialize;
use store::StoreError;

use super::view::{OpenTemplate, TemplateView};
use crate::{
    App,
    failure::{Failure, Field},
    people::filled,
    state::Desk,
};

/// A new template's name.
#[derive(Deserialize, ts_rs::TS)]
pub struct CreateTemplate {
    name: String,
}

/// Creates a template with an empty draft; the unit's contact is proposed.
///
/// # Errors
/// When not permitted or the name is empty.
pub async fn create(app: &App, request: CreateTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let name = filled(&request.name, Field::TemplateName)?;
    let content = TemplateContent::new(name, desk.unit.contact.clone(), app.new_id(ItemId::from_uuid));
    insert_new(app, &desk, content).await
}

/// Creates a template with this draft.
pub(super) async fn insert_new(app: &App, desk: &Desk, content: TemplateContent) -> Result<TemplateView, Failure> {
    let id = app.new_id(TemplateId::from_uuid);
    let mut writer = desk.opened.store.begin().await?;
    writer.insert_template(id, desk.unit.id, &content, desk.now).await?;
    writer.record_change(id, desk.actor.staff, desk.now, &TemplateChange::Created).await?;
    let view = TemplateView::read(&mut writer, id, desk, app.guideline()?).await?;
    writer.commit(&desk.event(Action::TemplateCreated, id)).await?;
    Ok(view)
}

/// Starts a new draft from the published version.
///
/// # Errors
/// When not permitted, or nothing is published.
pub async fn start_draft(app: &App, request: OpenTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    writer.start_draft_from_published(request.template, desk.now).await.map_err(refused)?;
    if template.draft.is_none() {
        writer.record_change(template.id, desk.actor.staff, desk.now, &TemplateChange::DraftBegun).await?;
    }
    let view = TemplateView::read(&mut writer, template.id, &desk, app.guideline()?).await?;
    writer.commit(&desk.event(Action::TemplateSaved, request.template)).await?;
    Ok(view)
}

/// A refusal by the store in the screen's words.
pub(super) fn refused(error: StoreError) -> Failure {
    match error {
        StoreError::NotFound => Failure::TemplateNotFound,
        other => other.into(),
    }
}
