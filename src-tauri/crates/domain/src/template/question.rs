//! The form's items.

use serde::{Deserialize, Serialize};

use super::condition::ShownWhen;
use crate::{ItemId, OptionId};

/// One item of a form: a question, or information between questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// Identity within the template; answers point here.
    pub id: ItemId,
    /// The question, or the information itself.
    pub text: String,
    /// Help below the question; empty when none.
    pub help: String,
    /// Whether it must be answered. Without meaning for information.
    pub required: bool,
    /// How it is answered.
    pub kind: ItemKind,
    /// When it is shown; always when there is nothing here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub shown_when: Option<ShownWhen>,
}

/// How an item is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "type", deny_unknown_fields)]
pub enum ItemKind {
    /// *Fritext*, several lines.
    LongText {
        /// Characters at most.
        max_length: u32,
    },
    /// *Kort text*, one line.
    ShortText {
        /// Characters at most.
        max_length: u32,
    },
    /// *Ja/nej*.
    YesNo,
    /// *Ett val*.
    SingleChoice {
        /// Alternatives, at least two when published.
        options: Vec<Choice>,
    },
    /// *Flera val*.
    MultipleChoice {
        /// Alternatives, at least two when published.
        options: Vec<Choice>,
    },
    /// *Tal*.
    Number {
        /// Unit shown after the field, such as "kg"; empty when none.
        unit: String,
        /// Smallest allowed, as the administrator wrote it: a decimal number with a point.
        min: Option<String>,
        /// Largest allowed.
        max: Option<String>,
        /// Decimals allowed, 0–6.
        decimals: u8,
    },
    /// *Skala*: whole steps side by side. Nothing is chosen for anyone.
    Scale {
        /// The first step: 0 or 1.
        min: u8,
        /// The last step, at most 10.
        max: u8,
        /// What the first step means; empty when it is plain.
        low: String,
        /// What the last step means; empty when it is plain.
        high: String,
    },
    /// *Datum*.
    Date,
    /// *Bekräftelse*: a box that must be ticked when required.
    Confirmation,
    /// *Bifoga fil*: PDF or images.
    Attachment {
        /// Files at most, 1–5.
        max_files: u32,
    },
    /// *Information*: text between questions; cannot be answered.
    Information,
}

/// An answer alternative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice {
    /// Identity within the template.
    pub id: OptionId,
    /// What the citizen reads.
    pub text: String,
}

impl ItemKind {
    /// The alternatives of a choice; none of any other kind.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::SingleChoice { options } | Self::MultipleChoice { options } => options,
            _ => &[],
        }
    }
}

impl Item {
    /// Whether a citizen can answer it.
    pub const fn is_question(&self) -> bool {
        !matches!(self.kind, ItemKind::Information)
    }
}
