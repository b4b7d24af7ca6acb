//! Looking at templates.

use domain::{
    Permission, TemplateId, Timestamp, VersionId,
    template::{Marking, PublishProblem, Template, TemplateContent, TemplateStatus, problems},
};
use serde::{Deserialize, Serialize};

use crate::{App, failure::Failure};

/// A line of the list.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateRow {
    /// Identity.
    pub id: TemplateId,
    /// Name; of the draft when there is one.
    pub name: String,
    /// *(Information)* or *(Fråga)*.
    pub marking: Marking,
    /// Where it is in its life.
    pub status: TemplateStatus,
    /// Whether there is a draft that is not published.
    pub has_draft: bool,
    /// Number of the version that can be sent.
    pub published_number: Option<i64>,
    /// Last change.
    pub changed: Timestamp,
}

/// Which template.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenTemplate {
    pub(super) template: TemplateId,
}

/// A template with what is known of it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateView {
    /// Identity.
    pub id: TemplateId,
    /// Where it is in its life.
    pub status: TemplateStatus,
    /// The draft, if one is being worked on.
    pub draft: Option<DraftView>,
    /// The version that can be sent.
    pub published: Option<PublishedView>,
    /// Last change.
    pub changed: Timestamp,
}

/// A draft.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// Content so far.
    pub content: TemplateContent,
    /// Goes back with the next save.
    pub revision: i64,
    /// What stands in the way of publishing.
    pub problems: Vec<PublishProblem>,
}

/// A published version.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PublishedView {
    /// Identity.
    pub version: VersionId,
    /// 1, 2, 3 …
    pub number: i64,
    /// When it was published.
    pub published: Timestamp,
    /// What was published.
    pub content: TemplateContent,
}

impl From<Template> for TemplateView {
    fn from(template: Template) -> Self {
        Self {
            id: template.id,
            status: template.status,
            draft: template.draft.map(|draft| DraftView {
                problems: problems(&draft.content),
                content: draft.content,
                revision: draft.revision,
            }),
            published: template.published.map(|version| PublishedView {
                version: version.id,
                number: version.number,
                published: version.published,
                content: version.content,
            }),
            changed: template.changed,
        }
    }
}

/// All the unit's templates.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<Vec<TemplateRow>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let rows = desk.opened.store.read().await?.template_rows(desk.unit.id).await?;
    let row = |row: store::TemplateRow| TemplateRow {
        id: row.id,
        name: row.name,
        marking: if row.answerable { Marking::Question } else { Marking::Information },
        status: row.status,
        has_draft: row.has_draft,
        published_number: row.published_number,
        changed: row.changed,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// One template.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn open(app: &App, request: OpenTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let template = desk.opened.store.read().await?.template(request.template).await?;
    template.map(TemplateView::from).ok_or(Failure::TemplateNotFound)
}
