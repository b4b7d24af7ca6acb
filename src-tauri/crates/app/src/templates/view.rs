//! Looking at templates.

use domain::{
    Permission, StaffId, TemplateId, Timestamp, VersionId,
    guideline::Guideline,
    template::{
        Marking, PublishProblem, Template, TemplateContent, TemplateStatus,
        advice::{Finding, advice},
        edit::EditName,
        problems,
    },
};
use serde::{Deserialize, Serialize};
use store::{Rows, StoreError};

use super::guideline::GuidelineView;
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
    /// What makes it unworkable.
    pub problems: Vec<PublishProblem>,
    /// What the guideline has to say; errors stand in the way of publishing, as problems do.
    pub findings: Vec<Finding>,
    /// The guideline.
    pub guideline: GuidelineView,
    /// What this person can do over.
    pub steps: StepsView,
}

/// The next step back and the next step forward, of the person who asks; also after a restart.
#[derive(Clone, Copy, Serialize, ts_rs::TS)]
pub struct StepsView {
    /// What *Ångra* would take back.
    pub undo: Option<EditName>,
    /// What *Gör om* would make again.
    pub redo: Option<EditName>,
}

impl StepsView {
    pub(super) async fn of(rows: &mut Rows, template: TemplateId, person: StaffId) -> Result<Self, StoreError> {
        let undo = rows.step_to_undo(template, person).await?;
        let redo = rows.step_to_redo(template, person).await?;
        Ok(Self { undo: undo.map(|step| step.edit.name()), redo: redo.map(|step| step.edit.name()) })
    }
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

impl TemplateView {
    /// The template as this person sees it.
    pub(super) async fn of(
        rows: &mut Rows,
        template: Template,
        person: StaffId,
        guideline: &Guideline,
    ) -> Result<Self, StoreError> {
        let draft = match template.draft {
            Some(draft) => Some(DraftView {
                problems: problems(&draft.content),
                findings: advice(&draft.content, guideline),
                guideline: GuidelineView::of(guideline),
                content: draft.content,
                revision: draft.revision,
                steps: StepsView::of(rows, template.id, person).await?,
            }),
            None => None,
        };
        Ok(Self {
            id: template.id,
            status: template.status,
            draft,
            published: template.published.map(|version| PublishedView {
                version: version.id,
                number: version.number,
                published: version.published,
                content: version.content,
            }),
            changed: template.changed,
        })
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
    let mut reader = desk.opened.store.read().await?;
    let template = reader.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    Ok(TemplateView::of(&mut reader, template, desk.actor.staff, app.guideline()?).await?)
}
