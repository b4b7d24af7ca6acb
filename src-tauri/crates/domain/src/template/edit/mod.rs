//! Edits: every change of a draft is one of these values. Undo, saving, recovery and what a colleague sees are made of them.
//!
//! [`TemplateContent::apply`] is the one place that knows what an edit means. The screen shows an edit before it is saved by
//! rules of its own (`ui/src/features/builder/edit.ts`); the cases in `ui/src/bindings/edits.json` hold the two together.

mod apply;
mod copied;
mod fits;
mod meet;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    BodyPart, Choice, Details, ExampleCitizen, Item, ItemKind, Language, Picture, ScoreRange, TemplateContent,
    TextPlace, TranslatedText, Translation, condition::ShownWhen, kind::is_default,
};
use crate::{ExampleId, ItemId, OptionId, ScoreRangeId};

pub use copied::{CopiedFault, MAX_COPIED, check_items, read_copied};

/// What a gesture asks for. A place is counted in the list as it will stand, from 0; past the end is the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "edit", deny_unknown_fields)]
pub enum Edit {
    /// Writes one of the contents that are one text each.
    Write {
        /// Which.
        field: TextField,
        /// All that stands there from now on.
        text: String,
    },
    /// Answers *Ska invånaren kunna svara?*
    AllowAnswers {
        /// The answer.
        answerable: bool,
    },
    /// Adds a part to the message's text.
    AddPart {
        /// With a new id.
        part: BodyPart,
        /// Where.
        at: u32,
    },
    /// Changes a part.
    ChangePart {
        /// With the id of the one that it replaces.
        part: BodyPart,
    },
    /// Moves a part.
    MovePart {
        /// Which.
        id: ItemId,
        /// Where to.
        to: u32,
    },
    /// Takes a part away.
    RemovePart {
        /// Which.
        id: ItemId,
    },
    /// Adds an item to the form, with all that it holds.
    AddItem {
        /// With new ids.
        item: Item,
        /// The section it goes into; outside all when there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        section: Option<ItemId>,
        /// Where in it.
        at: u32,
    },
    /// Changes an item.
    ChangeItem {
        /// Which.
        id: ItemId,
        /// What of it.
        change: ItemChange,
    },
    /// Moves an item, with all that it holds.
    MoveItem {
        /// Which.
        id: ItemId,
        /// The section it goes into or stays in; outside all when there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        section: Option<ItemId>,
        /// Where to in it.
        to: u32,
    },
    /// Takes an item away, with all that it holds.
    RemoveItem {
        /// Which.
        id: ItemId,
    },
    /// Adds an alternative to a choice, or a row to a *matris*.
    AddOption {
        /// The choice.
        item: ItemId,
        /// To which of its lists.
        #[serde(default, skip_serializing_if = "is_default")]
        #[ts(optional, as = "Option<ChoiceList>")]
        list: ChoiceList,
        /// With a new id.
        option: Choice,
        /// Where.
        at: u32,
    },
    /// Writes an alternative.
    WriteOption {
        /// The choice.
        item: ItemId,
        /// Which alternative.
        option: OptionId,
        /// All that stands there from now on.
        text: String,
    },
    /// Changes all of an alternative, its text included.
    ChangeOption {
        /// The choice.
        item: ItemId,
        /// With the id of the one that it replaces.
        option: Choice,
    },
    /// Moves an alternative.
    MoveOption {
        /// The choice.
        item: ItemId,
        /// Which alternative.
        option: OptionId,
        /// Where to.
        to: u32,
    },
    /// Takes an alternative away.
    RemoveOption {
        /// The choice.
        item: ItemId,
        /// Which alternative.
        option: OptionId,
    },
    /// Says when an item is shown.
    SetCondition {
        /// Which.
        id: ItemId,
        /// Always when `None`.
        shown_when: Option<ShownWhen>,
    },
    /// Puts a picture below an item's words, in place of the one that is there.
    SetPicture {
        /// Which item.
        id: ItemId,
        /// None when `None`.
        picture: Option<Picture>,
    },
    /// Says what an item's picture shows, or that it is only there to please the eye.
    DescribePicture {
        /// Which item.
        id: ItemId,
        /// All that is said of it from now on.
        alt: String,
        /// *Bara utsmyckning*.
        decorative: bool,
    },
    /// Keeps an example citizen with the template.
    AddExample {
        /// With a new id.
        example: ExampleCitizen,
        /// Where among the others.
        at: u32,
    },
    /// Changes an example citizen.
    ChangeExample {
        /// With the id of the one that it replaces.
        example: ExampleCitizen,
    },
    /// Takes an example citizen away.
    RemoveExample {
        /// Which.
        id: ExampleId,
    },
    /// Gives sums of points a name.
    AddScoreRange {
        /// With a new id.
        range: ScoreRange,
        /// Where among the others.
        at: u32,
    },
    /// Changes a named range of points.
    ChangeScoreRange {
        /// With the id of the one that it replaces.
        range: ScoreRange,
    },
    /// Takes a named range of points away.
    RemoveScoreRange {
        /// Which.
        id: ScoreRangeId,
    },
    /// Begins a language.
    AddLanguage {
        /// Of a language that is not there; perhaps with texts, as when one that was removed comes back.
        translation: Translation,
        /// Where among the others.
        at: u32,
    },
    /// Takes a language away, with all that is translated into it.
    RemoveLanguage {
        /// Which.
        language: Language,
    },
    /// Translates texts: one that is written, or all that were read from a file.
    Translate {
        /// Into which language.
        language: Language,
        /// By their places, which need not be there any more. `None`, or a blank text, takes a translation away.
        texts: BTreeMap<TextPlace, Option<TranslatedText>>,
    },
    /// Edits that are one step, made in this order: all of them or none.
    Several {
        /// Not empty; none of them such a step itself.
        edits: Vec<Edit>,
    },
    /// Puts other content in place of all, as when an older version is taken back.
    Replace {
        /// The new content.
        content: Box<TemplateContent>,
    },
}

/// The contents that are one text each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum TextField {
    /// The template's name.
    Name,
    /// *Instruktion till ärendehanteraren*.
    HandlerInstruction,
    /// Why the message is sent.
    Purpose,
    /// How answers are used.
    AnswerUse,
    /// Where to turn with questions.
    Contact,
}

/// The lists that a question can have. An id is in one of them only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum ChoiceList {
    /// The alternatives.
    #[default]
    Options,
    /// The rows of a *matris*.
    Rows,
}

/// What is changed of an item; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemChange {
    /// The question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub text: Option<String>,
    /// The help below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub help: Option<String>,
    /// Whether it must be answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub required: Option<bool>,
    /// How it is answered, alternatives and limits included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kind: Option<ItemKind>,
    /// What few items have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub details: Option<Details>,
}

/// Why an edit was not made. The content is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditFault {
    /// What it is about is not there, or not any more.
    #[error("what the edit is about is not there")]
    Missing,
    /// What it adds has the id of something that is there.
    #[error("the id is taken")]
    Taken,
    /// Only sections hold items, and none holds itself.
    #[error("it cannot stand there")]
    Misplaced,
    /// The template would be larger than anybody can fill in; see the limits in [`mod@super::edit`].
    #[error("the template would be too large")]
    TooLarge,
    /// The template would have more pictures, or larger ones together, than one may: [`MAX_PICTURES`](super::MAX_PICTURES) and
    /// [`MAX_ALL_PICTURES`](super::MAX_ALL_PICTURES).
    #[error("the template would have too many pictures")]
    TooManyPictures,
}

/// Parts of one message, at most.
pub const MAX_PARTS: usize = 200;
/// Items of one form, at most: more than the longest form that is known (808).
pub const MAX_ITEMS: usize = 2_000;
/// Alternatives of one choice, at most.
pub const MAX_OPTIONS: usize = 500;
/// Edits of one step, at most.
pub const MAX_SEVERAL: usize = 5_000;
/// Tests of one condition, at most.
pub const MAX_TESTS: usize = 100;
/// Sections within sections, at most: more than the deepest form that is known (8).
pub const MAX_DEPTH: usize = 12;
/// Example citizens of one template, at most.
pub const MAX_EXAMPLES: usize = 50;
/// Named ranges of points, at most.
pub const MAX_SCORE_RANGES: usize = 50;
/// Items, or alternatives, that one section remembers of *avsnittsbanken*, at most.
pub const MAX_LINKED: usize = 20_000;
/// Texts of one language, at most: all of the longest form that is known, several times over.
pub const MAX_TRANSLATED: usize = 50_000;
/// Codes of one item, at most.
pub const MAX_CODES: usize = 20;
/// Bytes of what another system's file holds of one item, at most.
pub const MAX_FOREIGN: usize = 100_000;
/// Bytes of what another system's file holds beside its items, at most.
pub const MAX_FOREIGN_ROOT: usize = 1_000_000;
/// Characters of one text, at most.
pub const MAX_TEXT: usize = 20_000;

/// What a step back or forward is called on its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum EditName {
    /// See [`Edit::Write`].
    Write,
    /// See [`Edit::AllowAnswers`].
    AllowAnswers,
    /// See [`Edit::AddPart`].
    AddPart,
    /// See [`Edit::ChangePart`].
    ChangePart,
    /// See [`Edit::MovePart`].
    MovePart,
    /// See [`Edit::RemovePart`].
    RemovePart,
    /// See [`Edit::AddItem`].
    AddItem,
    /// See [`Edit::ChangeItem`].
    ChangeItem,
    /// See [`Edit::MoveItem`].
    MoveItem,
    /// See [`Edit::RemoveItem`].
    RemoveItem,
    /// See [`Edit::AddOption`].
    AddOption,
    /// See [`Edit::WriteOption`].
    WriteOption,
    /// See [`Edit::ChangeOption`].
    ChangeOption,
    /// See [`Edit::MoveOption`].
    MoveOption,
    /// See [`Edit::RemoveOption`].
    RemoveOption,
    /// See [`Edit::SetCondition`].
    SetCondition,
    /// See [`Edit::SetPicture`].
    SetPicture,
    /// See [`Edit::DescribePicture`].
    DescribePicture,
    /// See [`Edit::AddExample`].
    AddExample,
    /// See [`Edit::ChangeExample`].
    ChangeExample,
    /// See [`Edit::RemoveExample`].
    RemoveExample,
    /// See [`Edit::AddScoreRange`].
    AddScoreRange,
    /// See [`Edit::ChangeScoreRange`].
    ChangeScoreRange,
    /// See [`Edit::RemoveScoreRange`].
    RemoveScoreRange,
    /// See [`Edit::AddLanguage`].
    AddLanguage,
    /// See [`Edit::RemoveLanguage`].
    RemoveLanguage,
    /// See [`Edit::Translate`].
    Translate,
    /// See [`Edit::Several`].
    Several,
    /// See [`Edit::Replace`].
    Replace,
}

impl Edit {
    /// What it is called.
    pub const fn name(&self) -> EditName {
        match self {
            Self::Write { .. } => EditName::Write,
            Self::AllowAnswers { .. } => EditName::AllowAnswers,
            Self::AddPart { .. } => EditName::AddPart,
            Self::ChangePart { .. } => EditName::ChangePart,
            Self::MovePart { .. } => EditName::MovePart,
            Self::RemovePart { .. } => EditName::RemovePart,
            Self::AddItem { .. } => EditName::AddItem,
            Self::ChangeItem { .. } => EditName::ChangeItem,
            Self::MoveItem { .. } => EditName::MoveItem,
            Self::RemoveItem { .. } => EditName::RemoveItem,
            Self::AddOption { .. } => EditName::AddOption,
            Self::WriteOption { .. } => EditName::WriteOption,
            Self::ChangeOption { .. } => EditName::ChangeOption,
            Self::MoveOption { .. } => EditName::MoveOption,
            Self::RemoveOption { .. } => EditName::RemoveOption,
            Self::SetCondition { .. } => EditName::SetCondition,
            Self::SetPicture { .. } => EditName::SetPicture,
            Self::DescribePicture { .. } => EditName::DescribePicture,
            Self::AddExample { .. } => EditName::AddExample,
            Self::ChangeExample { .. } => EditName::ChangeExample,
            Self::RemoveExample { .. } => EditName::RemoveExample,
            Self::AddScoreRange { .. } => EditName::AddScoreRange,
            Self::ChangeScoreRange { .. } => EditName::ChangeScoreRange,
            Self::RemoveScoreRange { .. } => EditName::RemoveScoreRange,
            Self::AddLanguage { .. } => EditName::AddLanguage,
            Self::RemoveLanguage { .. } => EditName::RemoveLanguage,
            Self::Translate { .. } => EditName::Translate,
            Self::Several { .. } => EditName::Several,
            Self::Replace { .. } => EditName::Replace,
        }
    }
}
