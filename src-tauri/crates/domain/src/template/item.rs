//! The form's items.

use serde::{Deserialize, Serialize};

use super::{ItemKind, Picture, TemplateContent, bank::BankLink, condition::ShownWhen, kind::is_default};
use crate::{ItemId, OptionId, reply::Answer};

/// One item of a form: a question, information between questions, or a section that holds others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// Identity within the template; answers point here.
    pub id: ItemId,
    /// The question, the information itself, or the section's heading.
    pub text: String,
    /// Help below the question; empty when none.
    pub help: String,
    /// Whether it must be answered; of a repeated section, whether there must be a row. Without meaning for what only tells.
    pub required: bool,
    /// How it is answered.
    pub kind: ItemKind,
    /// When it is shown; always when there is nothing here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub shown_when: Option<ShownWhen>,
    /// Below its words. Not among the details, which are edited as a whole: a word there would carry the picture along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub picture: Option<Picture>,
    /// What few items have.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<Details>")]
    pub details: Details,
    /// What a section holds, in order. Empty of everything else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Item>>")]
    pub items: Vec<Item>,
}

/// What few items have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Details {
    /// What is said when the answer is not as it must be, instead of the words that every question has; empty when those do.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub fault_text: String,
    /// The answer that stands there from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub initial: Option<Answer>,
    /// What the question is called in code systems.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Code>>")]
    pub codes: Vec<Code>,
    /// What the place was called where the question came from (FHIR `linkId`); empty when it was made here.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub link_id: String,
    /// JSON that came with the item and has no meaning here: given back as it came. Empty when there was none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub foreign: String,
    /// What in *avsnittsbanken* a section is coupled to. Never leaves the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub bank: Option<Box<BankLink>>,
}

/// A code of a code system, such as SNOMED CT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Code {
    /// The system's address, such as `http://snomed.info/sct`.
    pub system: String,
    /// The code.
    pub code: String,
    /// What it means, in words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub display: String,
}

/// An answer alternative, or a row of a *matris*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice {
    /// Identity within the template.
    pub id: OptionId,
    /// What the citizen reads.
    pub text: String,
    /// What else it does when it is chosen.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<ChoiceRole>")]
    pub role: ChoiceRole,
    /// What it counts for; `None` when it is not counted. Only staff see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub score: Option<i32>,
    /// What it is called in a code system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub code: Option<Code>,
}

/// What an alternative does when it is chosen, beside being chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum ChoiceRole {
    /// Nothing.
    #[default]
    Plain,
    /// *Inget av ovanstående*: no other can be chosen with it.
    Exclusive,
    /// *Annat*: asks what.
    Other,
}

impl Choice {
    /// An alternative that is nothing but its text.
    pub const fn new(id: OptionId, text: String) -> Self {
        Self { id, text, role: ChoiceRole::Plain, score: None, code: None }
    }
}

impl Item {
    /// An item that need not be answered, with nothing but its text.
    pub fn new(id: ItemId, text: impl Into<String>, kind: ItemKind) -> Self {
        Self {
            id,
            text: text.into(),
            help: String::new(),
            required: false,
            kind,
            shown_when: None,
            picture: None,
            details: Details::default(),
            items: Vec::new(),
        }
    }

    /// The words of its text. Only information has marks: a question is known by its text in many places that show none.
    pub fn words(&self, content: &TemplateContent) -> String {
        if matches!(self.kind, ItemKind::Information { .. }) { content.words(&self.text) } else { self.text.clone() }
    }

    /// Whether a citizen can answer it by itself.
    pub const fn is_question(&self) -> bool {
        !matches!(self.kind, ItemKind::Information { .. } | ItemKind::Foreign { .. }) && !self.kind.is_section()
    }
}
