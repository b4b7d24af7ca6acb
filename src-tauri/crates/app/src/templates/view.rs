//! Looking at templates.

use domain::{
    Permission, StaffId, TemplateId, Timestamp, VersionId,
    guideline::Guideline,
    template::{
        Marking, PublishProblem, TemplateChange, TemplateContent, TemplateStatus,
        advice::{Finding, advice},
        edit::EditName,
        problems,
        score::{ScoreSpan, span},
    },
};
use serde::{Deserialize, Serialize};
use store::{ChangeRecord, Rows, StoreError};

use super::{guideline::GuidelineView, history::ChangeView, publish::must_be_approved};
use crate::{App, failure::Failure, state::Desk};

/// The guideline asks for the five latest changes on the template itself.
const LATEST_CHANGES: usize = 5;

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
    /// Whether the draft waits for approval.
    pub awaits_approval: bool,
    /// What it is put under; empty when nothing.
    pub category: String,
    /// Words that it is found by.
    pub tags: Vec<String>,
    /// Whether it is a favourite of who asks.
    pub is_favourite: bool,
    /// How many cases were sent with it.
    pub sent: u64,
    /// When the last was.
    pub last_sent: Option<Timestamp>,
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
    /// Whether somebody else has to approve what whoever asks wrote, before it can be sent.
    pub must_be_approved: bool,
    /// Whether whoever asks may approve.
    pub may_approve: bool,
    /// Whether whoever asks may write.
    pub may_edit: bool,
    /// The latest changes, the newest first; the rest is in its history.
    pub latest: Vec<ChangeView>,
    /// Last change.
    pub changed: Timestamp,
}

/// A draft that waits for approval.
#[derive(Serialize, ts_rs::TS)]
pub struct SubmissionView {
    /// Who handed it in.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A draft that was not approved and has not been handed in since.
#[derive(Serialize, ts_rs::TS)]
pub struct ReturnedView {
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What is to be mended.
    pub comment: String,
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
    /// Between which sums of points the answers can come; nothing when none give points.
    pub score_span: Option<ScoreSpan>,
    /// The guideline.
    pub guideline: GuidelineView,
    /// What this person can do over.
    pub steps: StepsView,
    /// Whether it waits for approval. It cannot be changed meanwhile.
    pub submission: Option<SubmissionView>,
    /// Whether it was given back.
    pub returned: Option<ReturnedView>,
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
    /// Cases with it that can still be answered.
    pub open: u64,
}

impl TemplateView {
    /// The template as whoever is at the desk sees it.
    ///
    /// # Errors
    /// [`Failure::TemplateNotFound`].
    pub(super) async fn read(
        rows: &mut Rows,
        id: TemplateId,
        desk: &Desk,
        guideline: &Guideline,
    ) -> Result<Self, Failure> {
        let template = rows.template(id).await?.ok_or(Failure::TemplateNotFound)?;
        let changes = rows.template_changes(id).await?;
        let draft = match template.draft {
            Some(draft) => {
                let submission = match template.submission {
                    Some(submission) => {
                        let by = rows.staff(submission.by).await?.map(|member| member.name).unwrap_or_default();
                        Some(SubmissionView { by, at: submission.at })
                    }
                    None => None,
                };
                Some(DraftView {
                    problems: problems(&draft.content),
                    findings: advice(&draft.content, guideline),
                    score_span: span(&draft.content.form),
                    guideline: GuidelineView::of(guideline),
                    content: draft.content,
                    revision: draft.revision,
                    steps: StepsView::of(rows, id, desk.actor.staff).await?,
                    submission,
                    returned: changes.iter().find_map(decided).flatten(),
                })
            }
            None => None,
        };
        let published = match template.published {
            Some(version) => Some(PublishedView {
                version: version.id,
                number: version.number,
                published: version.published,
                content: version.content,
                open: rows.open_cases(id, version.id).await?,
            }),
            None => None,
        };
        Ok(Self {
            id,
            status: template.status,
            draft,
            published,
            must_be_approved: must_be_approved(desk),
            may_approve: desk.actor.may(Permission::ApproveTemplates),
            may_edit: desk.actor.may(Permission::ManageTemplates),
            latest: changes.into_iter().take(LATEST_CHANGES).map(ChangeView::from).collect(),
            changed: template.changed,
        })
    }
}

/// Whether this is what last became of handing in: `Some(None)` when it leaves nothing to mend.
fn decided(change: &ChangeRecord) -> Option<Option<ReturnedView>> {
    match &change.what {
        TemplateChange::Returned { comment } => {
            let by = change.by.clone().unwrap_or_default();
            Some(Some(ReturnedView { by, at: change.at, comment: comment.clone() }))
        }
        TemplateChange::Submitted | TemplateChange::Withdrawn | TemplateChange::Published { .. } => Some(None),
        _ => None,
    }
}

/// All the unit's templates.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<Vec<TemplateRow>, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let rows = desk.opened.store.read().await?.template_rows(desk.unit.id, desk.actor.staff).await?;
    let row = |row: store::TemplateRow| TemplateRow {
        id: row.id,
        name: row.name,
        marking: if row.answerable { Marking::Question } else { Marking::Information },
        status: row.status,
        has_draft: row.has_draft,
        published_number: row.published_number,
        awaits_approval: row.awaits_approval,
        category: row.category,
        tags: row.tags,
        is_favourite: row.is_favourite,
        sent: row.sent,
        last_sent: row.last_sent,
        changed: row.changed,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// One template.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn open(app: &App, request: OpenTemplate) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let mut reader = desk.opened.store.read().await?;
    TemplateView::read(&mut reader, request.template, &desk, app.guideline()?).await
}
