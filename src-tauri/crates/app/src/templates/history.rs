//! *Historik*: what happened to a template, its versions, and what differs between them.

use domain::{
    Permission, TemplateId, Timestamp, VersionId,
    template::{
        TemplateChange, TemplateContent,
        compare::{Difference, compare},
    },
};
use serde::{Deserialize, Serialize};
use store::{ChangeRecord, Reader, VersionRow};

use super::view::OpenTemplate;
use crate::{App, failure::Failure};

/// All that is known of what became of a template.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateHistory {
    /// The name it goes by.
    pub name: String,
    /// Its versions, the newest first.
    pub versions: Vec<VersionView>,
    /// Whether there is a draft to compare with.
    pub has_draft: bool,
    /// What happened, the newest first.
    pub changes: Vec<ChangeView>,
}

/// A published version and what depends on it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionView {
    /// Identity.
    pub version: VersionId,
    /// 1, 2, 3 …
    pub number: i64,
    /// When it was published.
    pub published: Timestamp,
    /// By whom; `None` when it was before that was written down.
    pub by: Option<String>,
    /// What its content is known by; `None` as of `by`.
    pub fingerprint: Option<String>,
    /// Whether what it says now is what was published.
    pub is_intact: bool,
    /// Cases that were sent with it.
    pub sent: u64,
    /// … that can still be answered.
    pub open: u64,
}

/// Something that happened.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// When.
    pub at: Timestamp,
    /// By whom; `None` when it was before that was written down.
    pub by: Option<String>,
    /// What.
    pub what: TemplateChange,
}

impl From<ChangeRecord> for ChangeView {
    fn from(ChangeRecord { at, by, what }: ChangeRecord) -> Self {
        Self { at, by, what }
    }
}

impl From<VersionRow> for VersionView {
    fn from(row: VersionRow) -> Self {
        let VersionRow { id, number, published, by, fingerprint, is_intact, sent, open } = row;
        Self { version: id, number, published, by, fingerprint, is_intact, sent, open }
    }
}

/// One side of a comparison.
#[derive(Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "side")]
pub enum Side {
    /// The draft.
    Draft,
    /// What can be sent now.
    Published,
    /// A version.
    Version {
        /// Which.
        version: VersionId,
    },
}

/// What is to be compared.
#[derive(Deserialize, ts_rs::TS)]
pub struct CompareVersions {
    template: TemplateId,
    before: Side,
    after: Side,
}

/// What differs, with both sides to say it by.
#[derive(Serialize, ts_rs::TS)]
pub struct VersionComparison {
    /// The earlier.
    pub before: TemplateContent,
    /// The later.
    pub after: TemplateContent,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// What became of a template.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn history(app: &App, request: OpenTemplate) -> Result<TemplateHistory, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let mut reader = desk.opened.store.read().await?;
    let template = reader.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let versions = reader.template_versions(template.id).await?;
    let changes = reader.template_changes(template.id).await?;
    let content = template.draft.as_ref().map(|draft| &draft.content);
    let name = content.or(template.published.as_ref().map(|version| &version.content)).map(|content| &content.name);
    Ok(TemplateHistory {
        name: name.cloned().unwrap_or_default(),
        versions: versions.into_iter().map(VersionView::from).collect(),
        has_draft: template.draft.is_some(),
        changes: changes.into_iter().map(ChangeView::from).collect(),
    })
}

/// Compares two versions of a template, or one with the draft.
///
/// # Errors
/// When not permitted; [`Failure::TemplateVersionNotFound`] when a side is not there, or is another template's.
pub async fn compare_versions(app: &App, request: CompareVersions) -> Result<VersionComparison, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let mut reader = desk.opened.store.read().await?;
    let before = content_of(&mut reader, request.template, request.before).await?;
    let after = content_of(&mut reader, request.template, request.after).await?;
    let differences = compare(&before, &after);
    Ok(VersionComparison { before, after, differences })
}

/// What a side of a template says.
///
/// # Errors
/// [`Failure::TemplateVersionNotFound`] when it is not there, or is another template's.
pub(super) async fn content_of(
    reader: &mut Reader,
    template: TemplateId,
    side: Side,
) -> Result<TemplateContent, Failure> {
    let found = match side {
        Side::Version { version } => {
            let found = reader.version(version).await?;
            found.filter(|(of, _)| *of == template).map(|(_, version)| version.content)
        }
        Side::Draft | Side::Published => {
            let found = reader.template(template).await?.ok_or(Failure::TemplateNotFound)?;
            match side {
                Side::Draft => found.draft.map(|draft| draft.content),
                _ => found.published.map(|version| version.content),
            }
        }
    };
    found.ok_or(Failure::TemplateVersionNotFound)
}
