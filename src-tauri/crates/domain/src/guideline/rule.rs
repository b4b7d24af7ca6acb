//! The rules that the code knows. A guideline says how hard each is taken, and why.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// A rule. The list is closed: each guideline states every one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// The message says what its purpose is. Mandatory.
    PurposeMissing,
    /// The message says how answers are used. Mandatory.
    AnswerUseMissing,
    /// The message says where to turn with questions. Mandatory.
    ContactMissing,
    /// It is no general information and no mass mailing.
    GeneralInformation,
    /// It does not advertise.
    Advertising,
    /// It does not ask anybody to take part in a study.
    Study,
    /// It is no evaluation and no survey.
    Survey,
    /// Few free texts are demanded.
    ManyRequiredTexts,
    /// A choice that must be made has an alternative for who does not know.
    NoWayOut,
    /// A number has a unit.
    UnitMissing,
    /// Who is asked for files is told why.
    FilesWithoutReason,
    /// A picture says what it shows, or that it is only there to please the eye (WCAG 1.1.1).
    PictureUndescribed,
    /// Sentences are short.
    LongSentence,
    /// A sentence has few long words.
    LongWords,
    /// It says who does what.
    Passive,
    /// The text as a whole is easy to read (LIX).
    HardToRead,
    /// Nothing is told by its colour alone (WCAG 1.4.1).
    ColourOnly,
    /// A link says where it leads (WCAG 2.4.4).
    ClickHere,
    /// A language that was begun is whole, and as the Swedish is now.
    TranslationIncomplete,
}

impl Rule {
    /// Every rule, in the order of the screen.
    pub const ALL: [Self; 19] = [
        Self::PurposeMissing,
        Self::AnswerUseMissing,
        Self::ContactMissing,
        Self::GeneralInformation,
        Self::Advertising,
        Self::Study,
        Self::Survey,
        Self::ManyRequiredTexts,
        Self::NoWayOut,
        Self::UnitMissing,
        Self::FilesWithoutReason,
        Self::PictureUndescribed,
        Self::LongSentence,
        Self::LongWords,
        Self::Passive,
        Self::HardToRead,
        Self::ColourOnly,
        Self::ClickHere,
        Self::TranslationIncomplete,
    ];

    /// What it is called in a guideline's file and in the organisation's policy.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PurposeMissing => "purpose_missing",
            Self::AnswerUseMissing => "answer_use_missing",
            Self::ContactMissing => "contact_missing",
            Self::GeneralInformation => "general_information",
            Self::Advertising => "advertising",
            Self::Study => "study",
            Self::Survey => "survey",
            Self::ManyRequiredTexts => "many_required_texts",
            Self::NoWayOut => "no_way_out",
            Self::UnitMissing => "unit_missing",
            Self::FilesWithoutReason => "files_without_reason",
            Self::PictureUndescribed => "picture_undescribed",
            Self::LongSentence => "long_sentence",
            Self::LongWords => "long_words",
            Self::Passive => "passive",
            Self::HardToRead => "hard_to_read",
            Self::ColourOnly => "colour_only",
            Self::ClickHere => "click_here",
            Self::TranslationIncomplete => "translation_incomplete",
        }
    }

    /// Reads [`Rule::as_str`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }

    /// Whether it is one of the contents that no guideline and nobody's choice makes less than an error.
    pub const fn is_mandatory(self) -> bool {
        matches!(self, Self::PurposeMissing | Self::AnswerUseMissing | Self::ContactMissing)
    }

    /// What its number may be, where it has one: what is found is more than that.
    pub const fn most_within(self) -> Option<RangeInclusive<u32>> {
        match self {
            Self::ManyRequiredTexts => Some(0..=20),
            Self::LongSentence => Some(8..=60),
            Self::LongWords => Some(0..=10),
            Self::HardToRead => Some(20..=80),
            _ => None,
        }
    }

    /// What the letters of a long word may be, where it counts such words: a word of so many is long.
    pub const fn letters_within(self) -> Option<RangeInclusive<u32>> {
        match self {
            Self::LongWords => Some(10..=40),
            _ => None,
        }
    }

    /// What words mean to it.
    pub const fn words(self) -> Words {
        match self {
            Self::GeneralInformation
            | Self::Advertising
            | Self::Study
            | Self::Survey
            | Self::Passive
            | Self::ColourOnly
            | Self::ClickHere => Words::Offend,
            Self::NoWayOut => Words::Satisfy,
            _ => Words::Nothing,
        }
    }

    /// Whether a guideline can propose what is to be written.
    pub const fn may_propose(self) -> bool {
        matches!(self, Self::AnswerUseMissing)
    }
}

/// What words mean to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// It has none.
    Nothing,
    /// It is broken where one of them stands: more words are stricter.
    Offend,
    /// It is kept where one of them stands: more words are milder.
    Satisfy,
}

/// How hard a rule is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Told, and nothing more: it may be right as it is.
    Advice,
    /// Nothing is published before it is righted.
    Error,
}
