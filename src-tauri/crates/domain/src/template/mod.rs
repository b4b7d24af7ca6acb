//! Templates: what an administrator builds and a handler sends.

pub mod advice;
pub mod bank;
#[cfg(test)]
mod chance;
pub mod compare;
pub mod condition;
pub mod edit;
mod example;
mod item;
mod kind;
mod language;
mod life;
mod picture;
mod publish;
pub mod score;
mod translation;
pub mod tree;

use serde::{Deserialize, Serialize};

use crate::{ItemId, TemplateId, Timestamp, VersionId, text::plain};

pub use example::{Deviation, ExampleCitizen, deviations};
pub use item::{Choice, ChoiceRole, Code, Details, Item};
pub use kind::{DateLimit, FileKinds, InformationStyle, ItemKind, TextFormat};
pub use language::{Direction, Language};
pub use life::{Submission, TemplateChange, fingerprint};
pub use picture::{MAX_ALL_PICTURES, MAX_PICTURE, MAX_PICTURE_EDGE, MAX_PICTURES, Picture, decoded};
pub use publish::{MAX_ROWS, PublishProblem, problems};
pub use score::ScoreRange;
pub use translation::{
    CitizenText, Lacking, NO, NoPlace, TextPlace, TextState, TranslatedText, Translation, YES, texts,
};

/// The content of one version of a template. A draft may be incomplete; [`problems`] says what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateContent {
    /// The name in the handler's list and the heading the citizen sees.
    pub name: String,
    /// *Instruktion till ärendehanteraren*: never leaves the staff's screen.
    pub handler_instruction: String,
    /// Why the message is sent (the guideline's second mandatory content; the first, the sender, is the unit itself).
    pub purpose: String,
    /// How answers are used (third).
    pub answer_use: String,
    /// Where to turn with questions (fourth).
    pub contact: String,
    /// The message's text: fixed paragraphs and free-text slots that the handler fills in.
    pub body: Vec<BodyPart>,
    /// *Ska invånaren kunna svara?*
    pub answerable: bool,
    /// The form; kept while `answerable` is no, so that changing one's mind loses nothing.
    pub form: Vec<Item>,
    /// Who the form is tried on before it is published. Never leaves the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<ExampleCitizen>>")]
    pub examples: Vec<ExampleCitizen>,
    /// What the sums of points are called. Only staff see them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<ScoreRange>>")]
    pub score_ranges: Vec<ScoreRange>,
    /// Whether the message's texts, information and help are written with the marks of [`text`](crate::text). Not those of versions
    /// that were published before there were marks: they read as they did.
    #[serde(default, skip_serializing_if = "kind::is_default")]
    #[ts(optional, as = "Option<bool>")]
    pub markup: bool,
    /// In other languages, in the order that they were added. Swedish is all of the above.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Translation>>")]
    pub translations: Vec<Translation>,
    /// JSON that came with the file that the template was read from and has no meaning here: given back as it came. Empty when
    /// there was none. Never leaves the template: a message has nothing of it.
    #[serde(default, skip_serializing_if = "kind::is_default")]
    #[ts(optional, as = "Option<String>")]
    pub foreign: String,
}

/// A part of the message's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "part", deny_unknown_fields)]
pub enum BodyPart {
    /// Fixed text (*standardtext*).
    Text {
        /// Identity within the template.
        id: ItemId,
        /// With the marks of [`text`](crate::text), where the template has such; a line break is a line break.
        text: String,
    },
    /// *Fritextruta*: the handler writes here for this citizen.
    Slot {
        /// Identity within the template.
        id: ItemId,
        /// What the handler is to write, such as "Ordination".
        label: String,
        /// Whether it must be filled in before sending.
        required: bool,
    },
}

impl BodyPart {
    /// Identity within the template.
    pub const fn id(&self) -> ItemId {
        match self {
            Self::Text { id, .. } | Self::Slot { id, .. } => *id,
        }
    }
}

impl TemplateContent {
    /// An empty draft for a unit: the contact is proposed, answers are possible.
    pub fn new(name: String, contact: String, first_part: ItemId) -> Self {
        Self {
            name,
            handler_instruction: String::new(),
            purpose: String::new(),
            answer_use: String::new(),
            contact,
            body: vec![BodyPart::Text { id: first_part, text: String::new() }],
            answerable: true,
            form: Vec::new(),
            examples: Vec::new(),
            score_ranges: Vec::new(),
            markup: true,
            translations: Vec::new(),
            foreign: String::new(),
        }
    }

    /// The content as a draft: its marks mean something from now on. What was published before there were marks has none, until the
    /// next version is made of it.
    #[must_use]
    pub fn into_draft(self) -> Self {
        Self { markup: true, ..self }
    }

    /// The words of a text that may have marks: part of the message, information or help.
    pub fn words(&self, text: &str) -> String {
        if self.markup { plain(text) } else { text.to_owned() }
    }

    /// How the handler's list marks it: *(Information)* only tells, *(Fråga)* can be answered.
    pub const fn marking(&self) -> Marking {
        if self.answerable { Marking::Question } else { Marking::Information }
    }
}

/// *(Information)* or *(Fråga)*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Marking {
    /// Only tells.
    Information,
    /// Can be answered.
    Question,
}

/// Where a template is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum TemplateStatus {
    /// Never published.
    Draft,
    /// Can be sent.
    Published,
    /// *Arkiverad*: cannot be sent any more; cases that were sent keep their version.
    Archived,
}

/// A template with its draft, if one is being worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Identity through all versions.
    pub id: TemplateId,
    /// Where it is in its life.
    pub status: TemplateStatus,
    /// The draft, with the revision that guards against two windows overwriting each other.
    pub draft: Option<Draft>,
    /// The version that can be sent now.
    pub published: Option<Version>,
    /// Whether the draft waits for approval.
    pub submission: Option<Submission>,
    /// When anything about it last changed.
    pub changed: Timestamp,
}

/// A version that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Content so far.
    pub content: TemplateContent,
    /// Raised by one at every save.
    pub revision: i64,
    /// The revision that it began with. A window with an earlier one holds a draft that is over.
    pub since: i64,
}

/// A version that was published: never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Identity; a sent case points here.
    pub id: VersionId,
    /// 1, 2, 3 …
    pub number: i64,
    /// What was published.
    pub content: TemplateContent,
    /// When.
    pub published: Timestamp,
}
