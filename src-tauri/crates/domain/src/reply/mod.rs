//! The citizen's answers, and whether they fit the form.

mod check;
mod decimal;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ItemId, OptionId, RowId};

pub use check::{check, suits};
pub use decimal::{Decimal, NotADecimal};

/// One answer. Attached files are not here: they are counted beside the answers, since they live in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type", content = "value")]
pub enum Answer {
    /// *Fritext* and *kort text*.
    Text(String),
    /// *Ja/nej*.
    YesNo(bool),
    /// *Ett val* and *rullista*.
    Choice(OptionId),
    /// *Flera val*, in the form's order.
    Choices(Vec<OptionId>),
    /// *Tal*: as written; comma and point are both accepted. *Skala*: the step.
    Number(String),
    /// *Ett val*, *rullista* or *flera val*, with words for the alternative that asks for them (*Annat*).
    Written {
        /// All that were chosen, in the form's order.
        chosen: Vec<OptionId>,
        /// The words.
        text: String,
    },
    /// *Matris*: an alternative for each row that is answered.
    Matrix(BTreeMap<OptionId, OptionId>),
    /// *Datum*: `ÅÅÅÅ-MM-DD`.
    Date(String),
    /// *Klockslag*: `HH:MM`.
    Time(String),
    /// *Datum och klockslag*.
    DateTime {
        /// `ÅÅÅÅ-MM-DD`.
        date: String,
        /// `HH:MM`.
        time: String,
    },
    /// *Bekräftelse*.
    Confirmed(bool),
    /// *Upprepningsbart avsnitt*, in the citizen's order.
    Rows(Vec<Row>),
}

/// One row of a repeated section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its own, so that a row can go from the middle and the others keep what they hold.
    pub id: RowId,
    /// By the questions of the section.
    pub answers: Answers,
}

impl Answer {
    /// Whether there is anything in it: an empty field is no answer.
    pub fn says_something(&self) -> bool {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Date(text) | Self::Time(text) => !text.trim().is_empty(),
            Self::DateTime { date, time } => !date.trim().is_empty() || !time.trim().is_empty(),
            Self::Choices(chosen) | Self::Written { chosen, .. } => !chosen.is_empty(),
            Self::Matrix(chosen) => !chosen.is_empty(),
            Self::Confirmed(ticked) => *ticked,
            Self::YesNo(_) | Self::Choice(_) => true,
            // A row that was added is there, also before anything is said in it.
            Self::Rows(rows) => !rows.is_empty(),
        }
    }

    /// The alternatives that were chosen; none of what is no choice.
    pub fn chosen(&self) -> &[OptionId] {
        match self {
            Self::Choice(chosen) => std::slice::from_ref(chosen),
            Self::Choices(chosen) | Self::Written { chosen, .. } => chosen,
            _ => &[],
        }
    }
}

/// Answers by question.
pub type Answers = BTreeMap<ItemId, Answer>;

/// What is wrong with the answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum AnswerFault {
    /// Required, and not answered.
    Missing,
    /// Longer than the question allows.
    TooLong,
    /// Not a number.
    NotANumber,
    /// More decimals than the question allows.
    TooManyDecimals,
    /// Below the smallest allowed.
    TooSmall,
    /// Above the largest allowed.
    TooLarge,
    /// Not a date `ÅÅÅÅ-MM-DD`.
    NotADate,
    /// Before the first day allowed.
    TooEarly,
    /// After the last day allowed.
    TooLate,
    /// Not a time `HH:MM`.
    NotATime,
    /// Not a telephone number, an e-mail address or a personnummer, whichever the question asks for.
    NotOfFormat,
    /// An alternative that excludes all others was chosen with another.
    NotTogether,
    /// *Annat* was chosen, and what is not said.
    OtherMissing,
    /// Rows of a *matris* are left.
    RowsLeft,
    /// More rows than the section allows.
    TooManyRows,
    /// More files than the question allows.
    TooManyFiles,
    /// The answer does not belong to the question (a forged or outdated form).
    WrongKind,
}

/// A fault and the question it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerProblem {
    /// The question.
    pub item: ItemId,
    /// The row of the repeated section that it stands in; nothing outside such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<RowId>,
    /// What is wrong.
    pub fault: AnswerFault,
}
