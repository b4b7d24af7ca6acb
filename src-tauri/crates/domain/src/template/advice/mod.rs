//! What a template is told while it is written, held against the organisation's guideline. An error stands in the way of
//! publishing, as [`problems`](super::problems) do; advice does not: a word does not prove a purpose, and a long sentence may be the
//! right one.

mod language;
mod unit;

use serde::{Deserialize, Serialize};

use super::{BodyPart, ChoiceRole, Item, ItemKind, Lacking, Language, Picture, TemplateContent, tree::walk};
use crate::{
    ItemId,
    guideline::{Guideline, Phrase, Rule, Severity, Text},
};

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// How hard the guideline takes it.
    pub severity: Severity,
    /// Where it stands, or is to stand.
    pub place: Place,
    /// Which rule, and what of it.
    pub found: Found,
}

/// What was found, by the rule that looks for it. Words are told as they stand in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "rule")]
pub enum Found {
    /// See [`Rule::PurposeMissing`].
    PurposeMissing,
    /// See [`Rule::AnswerUseMissing`].
    AnswerUseMissing {
        /// What the guideline proposes to write.
        proposal: String,
    },
    /// See [`Rule::ContactMissing`].
    ContactMissing,
    /// See [`Rule::GeneralInformation`].
    GeneralInformation {
        /// What it was taken from.
        words: String,
    },
    /// See [`Rule::Advertising`].
    Advertising {
        /// What it was taken from.
        words: String,
    },
    /// See [`Rule::Study`].
    Study {
        /// What it was taken from.
        words: String,
    },
    /// See [`Rule::Survey`].
    Survey {
        /// What it was taken from.
        words: String,
    },
    /// See [`Rule::ManyRequiredTexts`].
    ManyRequiredTexts {
        /// How many are demanded.
        count: u32,
        /// How many may be.
        most: u32,
        /// The last ones, which are too many.
        items: Vec<ItemId>,
    },
    /// See [`Rule::NoWayOut`].
    NoWayOut,
    /// See [`Rule::UnitMissing`].
    UnitMissing {
        /// The unit that the question's words speak of; `None` when they speak of none for sure.
        proposal: Option<String>,
    },
    /// See [`Rule::FilesWithoutReason`].
    FilesWithoutReason,
    /// See [`Rule::PictureUndescribed`].
    PictureUndescribed,
    /// See [`Rule::LongSentence`].
    LongSentence {
        /// Words in the longest.
        count: u32,
        /// Words that may be in one.
        most: u32,
    },
    /// See [`Rule::LongWords`].
    LongWords {
        /// The long words of the sentence that has most of them.
        words: Vec<String>,
    },
    /// See [`Rule::Passive`].
    Passive {
        /// The first.
        words: String,
    },
    /// See [`Rule::HardToRead`].
    HardToRead {
        /// LIX of all that the citizen reads.
        lix: u32,
        /// What it may be.
        most: u32,
    },
    /// See [`Rule::ColourOnly`].
    ColourOnly {
        /// The first.
        words: String,
    },
    /// See [`Rule::ClickHere`].
    ClickHere {
        /// The first.
        words: String,
    },
    /// See [`Rule::TranslationIncomplete`].
    TranslationIncomplete {
        /// Which language.
        language: Language,
        /// Texts that are not translated.
        missing: u32,
        /// Texts whose Swedish has changed since.
        outdated: u32,
    },
}

impl Found {
    /// The rule that looked for it.
    pub const fn rule(&self) -> Rule {
        match self {
            Self::PurposeMissing => Rule::PurposeMissing,
            Self::AnswerUseMissing { .. } => Rule::AnswerUseMissing,
            Self::ContactMissing => Rule::ContactMissing,
            Self::GeneralInformation { .. } => Rule::GeneralInformation,
            Self::Advertising { .. } => Rule::Advertising,
            Self::Study { .. } => Rule::Study,
            Self::Survey { .. } => Rule::Survey,
            Self::ManyRequiredTexts { .. } => Rule::ManyRequiredTexts,
            Self::NoWayOut => Rule::NoWayOut,
            Self::UnitMissing { .. } => Rule::UnitMissing,
            Self::FilesWithoutReason => Rule::FilesWithoutReason,
            Self::PictureUndescribed => Rule::PictureUndescribed,
            Self::LongSentence { .. } => Rule::LongSentence,
            Self::LongWords { .. } => Rule::LongWords,
            Self::Passive { .. } => Rule::Passive,
            Self::HardToRead { .. } => Rule::HardToRead,
            Self::ColourOnly { .. } => Rule::ColourOnly,
            Self::ClickHere { .. } => Rule::ClickHere,
            Self::TranslationIncomplete { .. } => Rule::TranslationIncomplete,
        }
    }
}

/// Where in a template something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "at")]
pub enum Place {
    /// Its name.
    Name,
    /// Its purpose.
    Purpose,
    /// How answers are used.
    AnswerUse,
    /// Where to turn with questions.
    Contact,
    /// A part of the message's text.
    Part {
        /// Which.
        id: ItemId,
    },
    /// The form as a whole.
    Form,
    /// A question, its help included.
    Item {
        /// Which.
        id: ItemId,
    },
    /// Its languages.
    Languages,
}

/// Everything that the guideline has to say, in the order of its rules.
pub fn advice(content: &TemplateContent, guideline: &Guideline) -> Vec<Finding> {
    let written = texts(content);
    let texts: Vec<_> = written.iter().map(|(place, text)| (*place, Text::new(text))).collect();
    let mut told = Told { guideline, findings: Vec::new() };
    told.mandatory(content);
    told.purposes(&texts);
    told.questions(if content.answerable { &content.form } else { &[] });
    told.language(&texts);
    told.translations(content);
    told.findings
}

/// What is found while a template is gone through.
struct Told<'g> {
    guideline: &'g Guideline,
    findings: Vec<Finding>,
}

impl Told<'_> {
    /// Tells what was found, as hard as the guideline takes it; not at all where it does not.
    fn tell(&mut self, place: Place, found: Found) {
        if let Some(severity) = self.guideline.ruling(found.rule()).severity {
            self.findings.push(Finding { severity, place, found });
        }
    }

    /// The contents that each message must have. The first, the sender, is the unit and cannot be left out by a template.
    fn mandatory(&mut self, content: &TemplateContent) {
        if is_blank(&content.purpose) {
            self.tell(Place::Purpose, Found::PurposeMissing);
        }
        // A message that cannot be answered has no answers to use.
        if content.answerable && is_blank(&content.answer_use) {
            let proposal = self.guideline.ruling(Rule::AnswerUseMissing).proposal.clone();
            self.tell(Place::AnswerUse, Found::AnswerUseMissing { proposal });
        }
        if is_blank(&content.contact) {
            self.tell(Place::Contact, Found::ContactMissing);
        }
    }

    /// Purposes that are known by their words. Each is said once: the first place is where one begins.
    fn purposes(&mut self, texts: &[(Place, Text<'_>)]) {
        type Tell = fn(String) -> Found;
        let purposes: [(Rule, Tell); 4] = [
            (Rule::GeneralInformation, |words| Found::GeneralInformation { words }),
            (Rule::Advertising, |words| Found::Advertising { words }),
            (Rule::Study, |words| Found::Study { words }),
            (Rule::Survey, |words| Found::Survey { words }),
        ];
        for (rule, found) in purposes {
            let phrases = &self.guideline.ruling(rule).words;
            let first = texts.iter().find_map(|(place, text)| Some((*place, first_of(phrases, text)?)));
            if let Some((place, words)) = first {
                self.tell(place, found(words));
            }
        }
    }

    fn questions(&mut self, form: &[Item]) {
        let demanded: Vec<ItemId> =
            walk(form).filter(|item| item.required && is_text(&item.kind)).map(|item| item.id).collect();
        let (count, most) = (count(demanded.iter()), self.guideline.ruling(Rule::ManyRequiredTexts).most);
        if count > most {
            let items = demanded.into_iter().skip(usize::try_from(most).unwrap_or(usize::MAX)).collect();
            self.tell(Place::Form, Found::ManyRequiredTexts { count, most, items });
        }
        for item in walk(form) {
            if let Some(found) = self.of_question(item) {
                self.tell(Place::Item { id: item.id }, found);
            }
            if item.picture.as_ref().is_some_and(Picture::is_undescribed) {
                self.tell(Place::Item { id: item.id }, Found::PictureUndescribed);
            }
        }
    }

    /// A language that lacks something is not offered, which nobody would see who does not read it.
    fn translations(&mut self, content: &TemplateContent) {
        let texts = super::texts(content);
        for translation in &content.translations {
            let Lacking { missing, outdated } = translation.lacking(&texts);
            if missing + outdated > 0 {
                let language = translation.language;
                self.tell(Place::Languages, Found::TranslationIncomplete { language, missing, outdated });
            }
        }
    }

    fn of_question(&self, item: &Item) -> Option<Found> {
        match &item.kind {
            ItemKind::SingleChoice { options } | ItemKind::Dropdown { options }
                if item.required && options.len() > 2 =>
            {
                let ways = &self.guideline.ruling(Rule::NoWayOut).words;
                let has_way_out = options.iter().any(|option| {
                    option.role != ChoiceRole::Plain || first_of(ways, &Text::new(&option.text)).is_some()
                });
                (!has_way_out).then_some(Found::NoWayOut)
            }
            ItemKind::Number { unit, .. } if is_blank(unit) => {
                Some(Found::UnitMissing { proposal: unit::of(&item.text).map(str::to_owned) })
            }
            ItemKind::Attachment { .. } if is_blank(&item.help) => Some(Found::FilesWithoutReason),
            _ => None,
        }
    }
}

/// The first of these phrases that stands in a text, as it stands there.
fn first_of(phrases: &[Phrase], text: &Text<'_>) -> Option<String> {
    phrases.iter().find_map(|phrase| phrase.find(text)).map(str::to_owned)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

const fn is_text(kind: &ItemKind) -> bool {
    matches!(kind, ItemKind::LongText { .. } | ItemKind::ShortText { .. })
}

/// All that the citizen reads, with where it stands. The handler's instruction is nobody else's.
fn texts(content: &TemplateContent) -> Vec<(Place, String)> {
    let mut texts = vec![(Place::Name, content.name.clone()), (Place::Purpose, content.purpose.clone())];
    if content.answerable {
        texts.push((Place::AnswerUse, content.answer_use.clone()));
    }
    texts.push((Place::Contact, content.contact.clone()));
    texts.extend(content.body.iter().filter_map(|part| match part {
        BodyPart::Text { id, text } => Some((Place::Part { id: *id }, content.words(text))),
        BodyPart::Slot { .. } => None,
    }));
    if content.answerable {
        texts.extend(walk(&content.form).map(|item| {
            let text = item.words(content);
            (Place::Item { id: item.id }, format!("{text}\n{}", content.words(&item.help)))
        }));
    }
    texts
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
