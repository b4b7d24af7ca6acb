//! Working on a draft: every edit is saved within a moment and can be taken back, also after a restart and beside a colleague.

use domain::{
    Permission, StaffId, TemplateId, Timestamp, VersionId,
    audit::Action,
    guideline::Guideline,
    template::{
        Draft, PublishProblem, TemplateChange, TemplateContent, TemplateStatus,
        advice::{Finding, advice},
        edit::{Edit, EditFault},
        problems,
        score::{ScoreSpan, span},
    },
};
use serde::{Deserialize, Serialize};
use store::{DraftStep, StepState, Writer};

use super::{begin::refused, view::StepsView};
use crate::{App, failure::Failure, state::Desk};

/// What was done since the last time, in order.
#[derive(Deserialize, ts_rs::TS)]
pub struct EditDraft {
    template: TemplateId,
    /// The draft's revision that the screen knows.
    revision: i64,
    edits: Vec<Edit>,
}

/// Asks for one step back or forward.
#[derive(Deserialize, ts_rs::TS)]
pub struct TurnStep {
    template: TemplateId,
    /// As of [`EditDraft`].
    revision: i64,
}

/// Which version is to be taken back.
#[derive(Deserialize, ts_rs::TS)]
pub struct RestoreVersion {
    template: TemplateId,
    version: VersionId,
}

/// A saved draft.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct EditedDraft {
    /// Goes back with the next edits.
    pub revision: i64,
    /// What makes it unworkable.
    pub problems: Vec<PublishProblem>,
    /// What the guideline has to say; errors stand in the way of publishing, as problems do.
    pub findings: Vec<Finding>,
    /// Between which sums of points the answers can come; nothing when none give points.
    pub score_span: Option<ScoreSpan>,
    /// When it was safe on disk.
    pub saved: Timestamp,
    /// What can be done over.
    pub steps: StepsView,
    /// What the screen does not know yet.
    pub news: News,
}

/// What the draft has that the screen, which asked, does not.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "news")]
pub enum News {
    /// Nothing: it has exactly what the screen made.
    None,
    /// An edit that the screen has to make too: a step was taken back or made again.
    Edit {
        /// Which.
        edit: Box<Edit>,
    },
    /// A colleague's edits are in it as well: this is the whole.
    Content {
        /// With what was just done.
        content: Box<TemplateContent>,
    },
}

/// Makes edits, all of them or none.
///
/// # Errors
/// When not permitted; [`Failure::TemplateChangedElsewhere`] when somebody changed the same thing since, or what an edit is
/// about is gone; [`Failure::TemplateTooLarge`].
pub async fn edit_draft(app: &App, request: EditDraft) -> Result<EditedDraft, Failure> {
    let mut work = Work::begin(app, request.template, request.revision).await?;
    let others =
        if work.is_behind() { work.writer.steps_since(work.template, request.revision).await? } else { Vec::new() };
    work.writer.drop_undone(work.template, work.author()).await?;
    for edit in &request.edits {
        let inverse = work.content.apply(edit).map_err(not_made)?;
        if others.iter().any(|step| edit.conflicts_with(&step.edit) || inverse.conflicts_with(&step.edit)) {
            return Err(Failure::TemplateChangedElsewhere);
        }
        // An edit that changes nothing is no step back.
        if inverse != *edit {
            work.take_down(edit, inverse).await?;
        }
    }
    work.finish(News::None).await
}

/// Takes back this person's last step.
///
/// # Errors
/// As [`edit_draft`], and [`Failure::StepOverwritten`].
pub async fn undo_edit(app: &App, request: TurnStep) -> Result<EditedDraft, Failure> {
    let mut work = Work::begin(app, request.template, request.revision).await?;
    let author = work.author();
    let Some(step) = work.writer.step_to_undo(work.template, author).await? else {
        return work.leave().await;
    };
    // Only what still stands as this person left it can be taken back without taking a colleague's along: there and back
    // again must come to the same.
    let mut there = work.content.clone();
    there.apply(&step.inverse).map_err(|_| Failure::StepOverwritten)?;
    let mut back = there.clone();
    if back.apply(&step.edit).is_err() || back != work.content {
        return Err(Failure::StepOverwritten);
    }
    work.content = there;
    work.writer.turn_step(work.template, step.number, StepState::Undone, work.revision()).await?;
    work.finish(News::Edit { edit: Box::new(step.inverse) }).await
}

/// Makes the last step that this person took back once more.
///
/// # Errors
/// As [`undo_edit`].
pub async fn redo_edit(app: &App, request: TurnStep) -> Result<EditedDraft, Failure> {
    let mut work = Work::begin(app, request.template, request.revision).await?;
    let author = work.author();
    let Some(step) = work.writer.step_to_redo(work.template, author).await? else {
        return work.leave().await;
    };
    let inverse = work.content.apply(&step.edit).map_err(|_| Failure::StepOverwritten)?;
    if inverse != step.inverse {
        return Err(Failure::StepOverwritten);
    }
    work.writer.turn_step(work.template, step.number, StepState::Made, work.revision()).await?;
    work.finish(News::Edit { edit: Box::new(step.edit) }).await
}

/// Makes the draft what an earlier version says. It is one step, which gives what the draft said before back; where there was no
/// draft, one is begun.
///
/// # Errors
/// As [`edit_draft`], and [`Failure::TemplateVersionNotFound`].
pub async fn restore_version(app: &App, request: RestoreVersion) -> Result<EditedDraft, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let (of, version) = writer.version(request.version).await?.ok_or(Failure::TemplateVersionNotFound)?;
    if of != request.template {
        return Err(Failure::TemplateVersionNotFound);
    }
    let draft = writer.start_draft_from_published(of, desk.now).await.map_err(refused)?;
    let mut work = Work::sit_down(app, desk, writer, of, draft.revision).await?;
    let author = work.author();
    work.writer.drop_undone(of, author).await?;
    let edit = Edit::Replace { content: Box::new(version.content) };
    let inverse = work.content.apply(&edit).map_err(not_made)?;
    work.take_down(&edit, inverse).await?;
    let restored = TemplateChange::VersionRestored { number: version.number };
    work.writer.record_change(of, author, work.desk.now, &restored).await?;
    work.finish(News::None).await
}

/// A draft being worked on, within one transaction.
struct Work<'a> {
    desk: Desk,
    guideline: &'a Guideline,
    writer: Writer,
    template: TemplateId,
    /// What the screen knows.
    known: i64,
    /// What it was before.
    draft: Draft,
    content: TemplateContent,
}

impl<'a> Work<'a> {
    async fn begin(app: &'a App, template: TemplateId, known: i64) -> Result<Self, Failure> {
        let desk = app.desk(Permission::ManageTemplates).await?;
        let writer = desk.opened.store.begin().await?;
        Self::sit_down(app, desk, writer, template, known).await
    }

    async fn sit_down(
        app: &'a App,
        desk: Desk,
        mut writer: Writer,
        template: TemplateId,
        known: i64,
    ) -> Result<Self, Failure> {
        let found = writer.template(template).await?.ok_or(Failure::TemplateNotFound)?;
        if found.status == TemplateStatus::Archived {
            return Err(Failure::TemplateIsArchived);
        }
        let draft = found.draft.ok_or(Failure::TemplateHasNoDraft)?;
        if found.submission.is_some() {
            return Err(Failure::TemplateAwaitsApproval);
        }
        if !(draft.since..=draft.revision).contains(&known) {
            return Err(Failure::TemplateChangedElsewhere);
        }
        let content = draft.content.clone();
        Ok(Self { desk, guideline: app.guideline()?, writer, template, known, draft, content })
    }

    const fn author(&self) -> StaffId {
        self.desk.actor.staff
    }

    /// Whether somebody saved something that the screen has not seen.
    const fn is_behind(&self) -> bool {
        self.known < self.draft.revision
    }

    /// The revision that this work leads to.
    const fn revision(&self) -> i64 {
        self.draft.revision + 1
    }

    /// Writes down a step: a new one, or the last gone on with.
    async fn take_down(&mut self, edit: &Edit, inverse: Edit) -> Result<(), Failure> {
        let (author, revision) = (self.author(), self.revision());
        let last = self.writer.last_step(self.template).await?;
        if let Some(last) = last
            && last.author == author
            && last.edit.joins(edit)
        {
            let step = DraftStep { edit: edit.clone(), made: self.desk.now, ..last };
            self.writer.extend_step(self.template, &step, revision).await?;
        } else {
            let number = self.writer.next_step(self.template).await?;
            let step = DraftStep { number, author, made: self.desk.now, edit: edit.clone(), inverse };
            self.writer.insert_step(self.template, &step, revision).await?;
        }
        Ok(())
    }

    /// Saves the draft and says what the screen needs to know.
    async fn finish(mut self, news: News) -> Result<EditedDraft, Failure> {
        let (template, before, now, author) = (self.template, self.draft.revision, self.desk.now, self.author());
        let revision = self.writer.save_draft(template, &self.content, before, now).await.map_err(refused)?;
        let steps = StepsView::of(&mut self.writer, template, author).await?;
        let event = self.desk.event(Action::TemplateSaved, template);
        let told = self.tell(revision, steps, news);
        let Self { writer, .. } = self;
        writer.commit(&event).await?;
        Ok(told)
    }

    /// Leaves the draft as it is.
    async fn leave(mut self) -> Result<EditedDraft, Failure> {
        let author = self.author();
        let steps = StepsView::of(&mut self.writer, self.template, author).await?;
        Ok(self.tell(self.draft.revision, steps, News::None))
    }

    fn tell(&self, revision: i64, steps: StepsView, news: News) -> EditedDraft {
        let news = if self.is_behind() { News::Content { content: Box::new(self.content.clone()) } } else { news };
        let (problems, findings) = (problems(&self.content), advice(&self.content, self.guideline));
        let score_span = span(&self.content.form);
        EditedDraft { revision, problems, findings, score_span, saved: self.desk.now, steps, news }
    }
}

const fn not_made(fault: EditFault) -> Failure {
    match fault {
        EditFault::TooLarge => Failure::TemplateTooLarge,
        EditFault::TooManyPictures => Failure::TooManyPictures,
        // A colleague took it away, or a window without contact with the rest goes on with an old draft.
        EditFault::Missing | EditFault::Taken | EditFault::Misplaced => Failure::TemplateChangedElsewhere,
    }
}
