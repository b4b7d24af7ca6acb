//! *Testa som invånare*: what would become of an answer, judged by what judges the real ones. Nothing is kept or sent.

use std::collections::BTreeMap;

use domain::{
    ItemId, Permission, TemplateId,
    message::{SlotTexts, preview},
    note,
    reply::{AnswerProblem, Answers, check},
};
use serde::{Deserialize, Serialize};

use crate::{App, failure::Failure};

/// Answers to try on a template's draft, or else on what is published.
#[derive(Deserialize, ts_rs::TS)]
pub struct RehearseTemplate {
    template: TemplateId,
    /// What is written in the slots.
    slots: SlotTexts,
    answers: Answers,
    /// How many files each question has.
    files: BTreeMap<ItemId, usize>,
}

/// What would become of the answers.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "outcome")]
pub enum Rehearsal {
    /// They would be refused.
    Refused {
        /// Why.
        problems: Vec<AnswerProblem>,
    },
    /// They would be taken.
    Taken {
        /// As they would be kept.
        answers: Answers,
        /// The journal note that would be drafted of them.
        note: String,
        /// What they would count for, in words; nothing when nothing counts.
        score: Option<String>,
    },
}

/// Judges answers as the inbox would.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn rehearse(app: &App, request: RehearseTemplate) -> Result<Rehearsal, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let template = desk.opened.store.read().await?.template(request.template).await?;
    let template = template.ok_or(Failure::TemplateNotFound)?;
    let content = template.draft.map(|draft| draft.content).or(template.published.map(|version| version.content));
    let (message, _) = preview(&content.ok_or(Failure::TemplateNotFound)?, &desk.unit, &request.slots);
    let form = message.form.as_deref().unwrap_or_default();
    Ok(match check(form, &request.answers, &request.files, desk.now.date()) {
        Err(problems) => Rehearsal::Refused { problems },
        Ok(answers) => {
            let note = note::draft(&message, &answers, &[], desk.now, desk.now);
            let score = note::points(&message, &answers);
            Rehearsal::Taken { answers, note, score }
        }
    })
}
