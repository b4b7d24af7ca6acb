//! A template's translations out to whoever translates, and back, as a CSV file.

use channel::translations::{TranslationsRead, read as read_file, write};
use domain::{Permission, TemplateId};
use serde::Deserialize;

use super::{exchange::file_name, view::OpenTemplate};
use crate::{App, failure::Failure, purge::blocking, saving::write_beside};

/// A file that was chosen, for a template's draft.
#[derive(Deserialize, ts_rs::TS)]
pub struct TranslationFile {
    template: TemplateId,
    /// All that is in it.
    text: String,
}

/// Writes every text of a template's draft, or else of what is published, to a file that the person chooses. `false` when none was
/// chosen.
///
/// # Errors
/// When not permitted; [`Failure::TemplateNotFound`]; [`Failure::TemplateFileUnwritable`].
pub async fn export(app: &App, request: OpenTemplate) -> Result<bool, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let found = desk.opened.store.read().await?.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let draft = found.draft.map(|draft| draft.content);
    let content = draft.or(found.published.map(|version| version.content)).ok_or(Failure::TemplateNotFound)?;
    let name = format!("{} översättningar.csv", file_name(&content.name));
    let Some(place) = app.outside().dialogs.save_file("Spara texterna för översättning", &name).await else {
        return Ok(false);
    };
    let bytes = write(&content).into_bytes();
    blocking(move || write_beside(&place, &bytes)).await?.map_err(|_| Failure::TemplateFileUnwritable)?;
    Ok(true)
}

/// Reads a file and says what it would do with a template's draft. Saves nothing: what it would do is an edit as any other.
///
/// # Errors
/// When not permitted; [`Failure::TranslationFileRefused`] with why; [`Failure::TemplateNotFound`] and
/// [`Failure::TemplateHasNoDraft`].
pub async fn read(app: &App, request: TranslationFile) -> Result<TranslationsRead, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let found = desk.opened.store.read().await?.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let content = found.draft.ok_or(Failure::TemplateHasNoDraft)?.content;
    let read = blocking(move || read_file(&request.text, &content)).await?;
    read.map_err(|refusal| Failure::TranslationFileRefused { refusal })
}
