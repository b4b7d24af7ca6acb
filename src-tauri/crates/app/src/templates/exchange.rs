//! Templates from and to other systems, as FHIR R4 Questionnaires (`docs/fhir.md`).
//!
//! What is read is untrusted: the crate `fhir` keeps to the limits of a template, and nothing is saved before the person has seen
//! what becomes of each part.

use domain::{
    Permission, TemplateId,
    audit::Action,
    template::{Marking, TemplateChange, TemplateContent, TemplateStatus, tree::walk},
};
use fhir::{About, Remark, Status};
use serde::{Deserialize, Serialize};

use super::view::OpenTemplate;
use crate::{App, failure::Failure, purge::blocking, saving::write_beside};

/// A file that was chosen.
#[derive(Deserialize, ts_rs::TS)]
pub struct TemplateFile {
    /// All that is in it.
    text: String,
}

/// A form in the file, and what would become of it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateInFile {
    /// Its name; may be empty.
    pub name: String,
    /// Whether it can be answered.
    pub marking: Marking,
    /// How many questions it asks.
    pub questions: u32,
    /// What became of its parts, losses first.
    pub report: Vec<ReportLine>,
}

/// What became of one part.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportLine {
    /// Which part, and what.
    pub remark: Remark,
    /// Whether something is lost for whoever uses the form here, as opposed to what is only good to know.
    pub is_loss: bool,
}

/// Reads a file and says what would become of what is in it. Saves nothing.
///
/// # Errors
/// When not permitted; [`Failure::TemplateFileRefused`] with why.
pub async fn preview_import(app: &App, file: TemplateFile) -> Result<Vec<TemplateInFile>, Failure> {
    app.desk(Permission::ManageTemplates).await?;
    Ok(read(app, file).await?.into_iter().map(in_file).collect())
}

/// Reads a file again and makes a draft of each form in it: all of them or none.
///
/// # Errors
/// As [`preview_import`].
pub async fn import(app: &App, file: TemplateFile) -> Result<Vec<TemplateId>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let read = read(app, file).await?;
    let mut writer = desk.opened.store.begin().await?;
    let mut made = Vec::with_capacity(read.len());
    for fhir::Imported { mut content, .. } in read {
        if content.contact.trim().is_empty() {
            content.contact.clone_from(&desk.unit.contact);
        }
        let id = app.new_id(TemplateId::from_uuid);
        writer.insert_template(id, desk.unit.id, &content, desk.now).await?;
        writer.record_change(id, desk.actor.staff, desk.now, &TemplateChange::Imported).await?;
        made.push(id);
    }
    let events: Vec<_> = made.iter().map(|id| desk.event(Action::TemplateCreated, *id)).collect();
    writer.commit_all(&events).await?;
    Ok(made)
}

/// Writes a template to a file that the person chooses: the draft when there is one. `false` when none was chosen.
///
/// # Errors
/// When not permitted; [`Failure::TemplateNotFound`]; [`Failure::TemplateFileUnwritable`].
pub async fn export(app: &App, request: OpenTemplate) -> Result<bool, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let found = desk.opened.store.read().await?.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let version = found.published.as_ref().map(|published| published.number.to_string());
    let (content, status) = match (found.draft, found.published) {
        (Some(draft), _) => (draft.content, Status::Draft),
        (None, Some(published)) if found.status == TemplateStatus::Archived => (published.content, Status::Retired),
        (None, Some(published)) => (published.content, Status::Active),
        (None, None) => return Err(Failure::TemplateNotFound),
    };
    let about = About {
        id: Some(found.id.to_string()),
        url: Some(format!("urn:uuid:{}", found.id)),
        version,
        status: Some(status),
        date: Some(found.changed.date().to_string()),
        publisher: Some(desk.unit.name.clone()),
    };
    let name = format!("{}.fhir.json", file_name(&content.name));
    let written = fhir::export(&content, &about);
    let bytes = serde_json::to_vec_pretty(&written).map_err(|error| Failure::unexpected(&error))?;
    let Some(place) = app.outside().dialogs.save_file("Spara mallen", &name).await else {
        return Ok(false);
    };
    blocking(move || write_beside(&place, &bytes)).await?.map_err(|_| Failure::TemplateFileUnwritable)?;
    Ok(true)
}

/// On a thread that may take its time: a large file takes more than a blink.
async fn read(app: &App, file: TemplateFile) -> Result<Vec<fhir::Imported>, Failure> {
    let ids = app.clone();
    let read = blocking(move || fhir::import(file.text.as_bytes(), &mut || ids.new_id(|id| id))).await?;
    read.map_err(|refusal| Failure::TemplateFileRefused { refusal })
}

fn in_file(fhir::Imported { content, report, .. }: fhir::Imported) -> TemplateInFile {
    let mut report: Vec<ReportLine> =
        report.into_iter().map(|remark| ReportLine { is_loss: remark.what.is_loss(), remark }).collect();
    report.sort_by_key(|line| !line.is_loss);
    TemplateInFile {
        questions: questions(&content),
        marking: content.marking(),
        name: content.name.trim().to_owned(),
        report,
    }
}

/// How many questions a template asks.
pub(super) fn questions(content: &TemplateContent) -> u32 {
    u32::try_from(walk(&content.form).filter(|item| item.is_question()).count()).unwrap_or(u32::MAX)
}

/// A name that every system takes for a file's.
pub(super) fn file_name(name: &str) -> String {
    let kept = name.trim().chars().map(|c| if c.is_alphanumeric() || c == ' ' { c } else { '-' });
    let name: String = kept.take(80).collect();
    let name = name.trim_matches([' ', '-']);
    if name.is_empty() { "mall".to_owned() } else { name.to_owned() }
}
