//! How items are answered.

use serde::{Deserialize, Serialize};

use super::Choice;

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
        /// What it must look like.
        #[serde(default, skip_serializing_if = "is_default")]
        #[ts(optional, as = "Option<TextFormat>")]
        format: TextFormat,
    },
    /// *Ja/nej*.
    YesNo,
    /// *Ett val*.
    SingleChoice {
        /// Alternatives, at least two when published.
        options: Vec<Choice>,
    },
    /// *Rullista*: one of many, folded up.
    Dropdown {
        /// Alternatives, at least two when published.
        options: Vec<Choice>,
    },
    /// *Flera val*.
    MultipleChoice {
        /// Alternatives, at least two when published.
        options: Vec<Choice>,
    },
    /// *Matris*: one of the same alternatives for each row.
    Matrix {
        /// What is asked about, at least one when published.
        rows: Vec<Choice>,
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
        /// Whether the step is counted as points. Only staff see that.
        #[serde(default, skip_serializing_if = "is_default")]
        #[ts(optional, as = "Option<bool>")]
        counts: bool,
    },
    /// *Datum*.
    Date {
        /// The first day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        earliest: Option<DateLimit>,
        /// The last day allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        latest: Option<DateLimit>,
    },
    /// *Klockslag*.
    Time,
    /// *Datum och klockslag*.
    DateTime,
    /// *Bekräftelse*: a box that must be ticked when required.
    Confirmation,
    /// *Bifoga fil*: PDF or images.
    Attachment {
        /// Files at most, 1–5.
        max_files: u32,
        /// What they may be.
        #[serde(default, skip_serializing_if = "is_default")]
        #[ts(optional, as = "Option<FileKinds>")]
        accepts: FileKinds,
        /// Megabytes of each at most; what the national service takes when there is nothing here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        max_megabytes: Option<u32>,
    },
    /// *Information*: text between questions; cannot be answered.
    Information {
        /// How it stands out.
        #[serde(default, skip_serializing_if = "is_default")]
        #[ts(optional, as = "Option<InformationStyle>")]
        style: InformationStyle,
    },
    /// *Avsnitt*: items under a heading.
    Section,
    /// *Upprepningsbart avsnitt*: the same items for each of several things, such as each medicine.
    RepeatedSection {
        /// What one of them is called, such as "läkemedel"; empty when the heading says it.
        row: String,
        /// Rows at most, 1–50.
        max_rows: u32,
    },
    /// Something from another system that cannot be asked here. Kept as it came, shown to no citizen.
    Foreign {
        /// What it is called there, such as `quantity`.
        name: String,
    },
}

/// What a short text must look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum TextFormat {
    /// Anything.
    #[default]
    Any,
    /// *Telefonnummer*: digits, spaces and hyphens, perhaps after a plus sign.
    Phone,
    /// *E-postadress*.
    Email,
    /// *Personnummer* or *samordningsnummer*, with its check digit.
    PersonNumber,
}

/// What attached files may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum FileKinds {
    /// PDF or images.
    #[default]
    Any,
    /// Images only.
    Images,
    /// PDF only.
    Pdf,
}

/// How information stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum InformationStyle {
    /// Not at all.
    #[default]
    Plain,
    /// *Observera*: must not be missed.
    Important,
    /// *Ram*: belongs together.
    Framed,
    /// *Utfällbar*: the first line is a heading that unfolds the rest.
    Foldable,
}

/// A limit of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "limit", deny_unknown_fields)]
pub enum DateLimit {
    /// A day.
    Day {
        /// `ÅÅÅÅ-MM-DD`.
        date: String,
    },
    /// So many days from the day on which it is answered; before it when negative.
    FromToday {
        /// −36,500 to 36,500.
        days: i32,
    },
}

impl DateLimit {
    /// The day it is, when answered on `today`. `None` when it is no day.
    pub fn on(&self, today: jiff::civil::Date) -> Option<jiff::civil::Date> {
        match self {
            Self::Day { date } => date.parse().ok(),
            Self::FromToday { days } => today.checked_add(jiff::Span::new().try_days(*days).ok()?).ok(),
        }
    }
}

/// What is as it mostly is need not be written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl ItemKind {
    /// *Datum*, any day.
    pub const DATE: Self = Self::Date { earliest: None, latest: None };
    /// *Information* that does not stand out.
    pub const INFORMATION: Self = Self::Information { style: InformationStyle::Plain };

    /// *Kort text* of any form.
    pub const fn short_text(max_length: u32) -> Self {
        Self::ShortText { max_length, format: TextFormat::Any }
    }

    /// *Bifoga fil*: PDF or images, as large as the national service takes.
    pub const fn files(max_files: u32) -> Self {
        Self::Attachment { max_files, accepts: FileKinds::Any, max_megabytes: None }
    }

    /// The alternatives of a choice, also of a *matris*; none of any other kind.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::SingleChoice { options }
            | Self::Dropdown { options }
            | Self::MultipleChoice { options }
            | Self::Matrix { options, .. } => options,
            _ => &[],
        }
    }

    /// As [`options`](Self::options), to change; `None` of any other kind.
    pub const fn options_mut(&mut self) -> Option<&mut Vec<Choice>> {
        match self {
            Self::SingleChoice { options }
            | Self::Dropdown { options }
            | Self::MultipleChoice { options }
            | Self::Matrix { options, .. } => Some(options),
            _ => None,
        }
    }

    /// The rows of a *matris*; none of any other kind.
    pub fn rows(&self) -> &[Choice] {
        if let Self::Matrix { rows, .. } = self { rows } else { &[] }
    }

    /// Whether it holds other items.
    pub const fn is_section(&self) -> bool {
        matches!(self, Self::Section | Self::RepeatedSection { .. })
    }
}
