//! Writing drafts. Every edit on the screen is saved within a moment, so that a crash loses nothing that was confirmed.

use domain::{
    ItemId, Permission, TemplateId, Timestamp,
    audit::Action,
    template::{PublishProblem, TemplateContent, problems},
};
use serde::{Deserialize, Serialize};
use store::StoreError;

use super::view::{OpenTemplate, TemplateView};
use crate::{
    App,
    failure::{Failure, Field},
    people::filled,
};

/// A new template's name.
#[derive(Deserialize, ts_rs::TS)]
pub struct CreateTemplate {
    name: String,
}

/// A whole draft, with the revision it was made from.
#[derive(Deserialize, ts_rs::TS)]
pub struct SaveDraft {
    template: TemplateId,
    revision: i64,
    content: TemplateContent,
}

/// A saved draft.
#[derive(Serialize, ts_rs::TS)]
pub struct SavedDraft {
    /// Goes back with the next save.
    pub revision: i64,
    /// What stands in the way of publishing.
    pub problems: Vec<PublishProblem>,
    /// When it was safe on disk.
    pub saved: Timestamp,
}

/// Creates a template with an empty draft; the unit's contact is proposed.
///
/// # Errors
/// When not permitted or the name is empty.
pub async fn create(app: &App, request: CreateTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let name = filled(&request.name, Field::TemplateName)?;
    let id = app.new_id(TemplateId::from_uuid);
    let content = TemplateContent::new(name, desk.unit.contact.clone(), app.new_id(ItemId::from_uuid));
    let mut writer = desk.opened.store.begin().await?;
    writer.insert_template(id, desk.unit.id, &content, desk.now).await?;
    let template = writer.template(id).await?.ok_or(Failure::TemplateNotFound)?;
    writer.commit(&desk.event(Action::TemplateCreated, id)).await?;
    Ok(template.into())
}

/// Saves the draft.
///
/// # Errors
/// When not permitted, or [`Failure::TemplateChangedElsewhere`] when another window saved first: nothing is overwritten.
pub async fn save_draft(app: &App, request: SaveDraft) -> Result<SavedDraft, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let revision =
        writer.save_draft(request.template, &request.content, request.revision, desk.now).await.map_err(refused)?;
    writer.commit(&desk.event(Action::TemplateSaved, request.template)).await?;
    Ok(SavedDraft { revision, problems: problems(&request.content), saved: desk.now })
}

/// Starts a new draft from the published version.
///
/// # Errors
/// When not permitted, or nothing is published.
pub async fn start_draft(app: &App, request: OpenTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.start_draft_from_published(request.template, desk.now).await.map_err(refused)?;
    let template = writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    writer.commit(&desk.event(Action::TemplateSaved, request.template)).await?;
    Ok(template.into())
}

/// A refusal by the store in the screen's words.
pub(super) fn refused(error: StoreError) -> Failure {
    match error {
        StoreError::NotFound => Failure::TemplateNotFound,
        other => other.into(),
    }
}
