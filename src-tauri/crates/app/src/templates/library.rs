//! Finding one template among many: search, category, tags and favourites.

use domain::{Permission, TemplateId, audit::Action};
use serde::{Deserialize, Serialize};

use super::begin::refused;
use crate::{App, failure::Failure};

/// Characters of a category or a tag, at most.
const LONGEST_WORD: usize = 60;
/// Tags of one template, at most.
const MOST_TAGS: usize = 20;

/// Words to look for.
#[derive(Deserialize, ts_rs::TS)]
pub struct SearchTemplates {
    search: String,
}

/// A template that holds what was searched for.
#[derive(Serialize, ts_rs::TS)]
pub struct TemplateHit {
    /// Which.
    pub template: TemplateId,
    /// The text beside its name in which it stands; `None` when the name says it.
    pub text: Option<String>,
}

/// What a template is put under.
#[derive(Deserialize, ts_rs::TS)]
pub struct OrganiseTemplate {
    template: TemplateId,
    category: String,
    tags: Vec<String>,
}

/// Whether a template is a favourite of one's own.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkFavourite {
    template: TemplateId,
    is_favourite: bool,
}

/// The templates that have every word in them, questions included.
///
/// # Errors
/// When not permitted.
pub async fn search(app: &App, request: SearchTemplates) -> Result<Vec<TemplateHit>, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let found = desk.opened.store.read().await?.search_templates(desk.unit.id, &request.search).await?;
    Ok(found.into_iter().map(|found| TemplateHit { template: found.template, text: found.text }).collect())
}

/// Puts a template under a category and tags.
///
/// # Errors
/// When not permitted; [`Failure::TemplateNotFound`]; [`Failure::TemplateLabelsTooMany`].
pub async fn organise(app: &App, request: OrganiseTemplate) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let category = request.category.trim();
    let mut tags: Vec<String> = Vec::new();
    for tag in request.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        // The same word with other capitals is the same tag.
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag.to_owned());
        }
    }
    let is_long = |word: &str| word.chars().count() > LONGEST_WORD;
    if tags.len() > MOST_TAGS || is_long(category) || tags.iter().any(|tag| is_long(tag)) {
        return Err(Failure::TemplateLabelsTooMany);
    }
    let mut writer = desk.opened.store.begin().await?;
    writer.organise_template(request.template, category, &tags).await.map_err(refused)?;
    writer.commit(&desk.event(Action::TemplateOrganised, request.template)).await?;
    Ok(())
}

/// Makes a template a favourite of whoever is signed in, or no longer one.
///
/// # Errors
/// When nobody is signed in, or there is no such template.
pub async fn mark_favourite(app: &App, request: MarkFavourite) -> Result<(), Failure> {
    let desk = app.any_desk().await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    writer.mark_favourite(desk.actor.staff, request.template, request.is_favourite).await?;
    writer.commit(&desk.event(Action::TemplateOrganised, request.template)).await?;
    Ok(())
}
