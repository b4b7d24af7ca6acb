//! A template in other languages: each text that the citizen reads has a place, and a translation says of which Swedish words it was
//! made. So it is known without a clock when the Swedish has changed since.
//!
//! A translation of a place that is not there any more, or where nothing is written, is kept and ignored: what was taken away comes
//! back by a step back with all that belonged to it.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{BodyPart, Item, ItemKind, Language, Picture, TemplateContent, tree::walk};
use crate::{ItemId, OptionId};

/// What the two answers of *ja/nej* are called: the form itself writes them.
pub const YES: &str = "Ja";
/// See [`YES`].
pub const NO: &str = "Nej";

/// A template in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Translation {
    /// Which.
    pub language: Language,
    /// What is translated so far.
    pub texts: BTreeMap<TextPlace, TranslatedText>,
}

/// A text in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TranslatedText {
    /// With the marks of [`text`](crate::text) where the Swedish has them. Not blank.
    pub text: String,
    /// The Swedish that it is a translation of, as it was then.
    pub of: String,
}

/// Where a text that the citizen reads stands. Told as one word, such as `item/0197…/help`, which files know it by as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub enum TextPlace {
    /// The template's name.
    Name,
    /// Why the message is sent.
    Purpose,
    /// How answers are used.
    AnswerUse,
    /// Where to turn with questions.
    Contact,
    /// A fixed text of the message.
    Part(ItemId),
    /// A question, an information or a heading.
    Item(ItemId),
    /// The help below it.
    Help(ItemId),
    /// What its picture shows.
    Picture(ItemId),
    /// What is said when the answer is not as it must be.
    Fault(ItemId),
    /// A number's unit.
    Unit(ItemId),
    /// What a scale's first step means.
    Low(ItemId),
    /// What a scale's last step means.
    High(ItemId),
    /// What one row of a repeated section is called.
    Row(ItemId),
    /// An alternative, or a row of a *matris*.
    Option(ItemId, OptionId),
    /// *Ja*, of all questions that are answered so.
    Yes,
    /// *Nej*.
    No,
}

impl fmt::Display for TextPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str("name"),
            Self::Purpose => f.write_str("purpose"),
            Self::AnswerUse => f.write_str("answerUse"),
            Self::Contact => f.write_str("contact"),
            Self::Part(id) => write!(f, "part/{id}"),
            Self::Item(id) => write!(f, "item/{id}"),
            Self::Help(id) => write!(f, "item/{id}/help"),
            Self::Picture(id) => write!(f, "item/{id}/picture"),
            Self::Fault(id) => write!(f, "item/{id}/fault"),
            Self::Unit(id) => write!(f, "item/{id}/unit"),
            Self::Low(id) => write!(f, "item/{id}/low"),
            Self::High(id) => write!(f, "item/{id}/high"),
            Self::Row(id) => write!(f, "item/{id}/row"),
            Self::Option(id, option) => write!(f, "item/{id}/option/{option}"),
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
        }
    }
}

/// It is no place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no place of a text")]
pub struct NoPlace;

impl FromStr for TextPlace {
    type Err = NoPlace;

    fn from_str(word: &str) -> Result<Self, NoPlace> {
        let parts: Vec<&str> = word.split('/').collect();
        let id = |text: &str| text.parse::<ItemId>().map_err(|_| NoPlace);
        let place = match *parts.as_slice() {
            ["name"] => Self::Name,
            ["purpose"] => Self::Purpose,
            ["answerUse"] => Self::AnswerUse,
            ["contact"] => Self::Contact,
            ["part", part] => Self::Part(id(part)?),
            ["item", item] => Self::Item(id(item)?),
            ["item", item, "help"] => Self::Help(id(item)?),
            ["item", item, "picture"] => Self::Picture(id(item)?),
            ["item", item, "fault"] => Self::Fault(id(item)?),
            ["item", item, "unit"] => Self::Unit(id(item)?),
            ["item", item, "low"] => Self::Low(id(item)?),
            ["item", item, "high"] => Self::High(id(item)?),
            ["item", item, "row"] => Self::Row(id(item)?),
            ["item", item, "option", option] => Self::Option(id(item)?, option.parse().map_err(|_| NoPlace)?),
            ["yes"] => Self::Yes,
            ["no"] => Self::No,
            _ => return Err(NoPlace),
        };
        // A place has one word only: ids have other spellings that would be read as well.
        if place.to_string() == word { Ok(place) } else { Err(NoPlace) }
    }
}

impl TryFrom<String> for TextPlace {
    type Error = NoPlace;

    fn try_from(word: String) -> Result<Self, NoPlace> {
        word.parse()
    }
}

impl From<TextPlace> for String {
    fn from(place: TextPlace) -> Self {
        place.to_string()
    }
}

/// A text that the citizen reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitizenText<'a> {
    /// Where it stands.
    pub place: TextPlace,
    /// In Swedish. Not blank.
    pub text: &'a str,
    /// Whether its marks mean something.
    pub has_marks: bool,
}

/// Every text that the citizen can meet, in the order of reading: THE walk, which translations, files and messages are made by.
/// What the handler writes, and what no citizen is sent, is not among them.
pub fn texts(content: &TemplateContent) -> Vec<CitizenText<'_>> {
    let mut all = Texts { has_marks: content.markup, found: Vec::new() };
    all.put(TextPlace::Name, &content.name, false);
    all.put(TextPlace::Purpose, &content.purpose, false);
    for part in &content.body {
        if let BodyPart::Text { id, text } = part {
            all.put(TextPlace::Part(*id), text, true);
        }
    }
    if content.answerable {
        all.put(TextPlace::AnswerUse, &content.answer_use, false);
    }
    all.put(TextPlace::Contact, &content.contact, false);
    if content.answerable {
        walk(&content.form).for_each(|item| all.item(item));
        if walk(&content.form).any(|item| item.kind == ItemKind::YesNo) {
            all.put(TextPlace::Yes, YES, false);
            all.put(TextPlace::No, NO, false);
        }
    }
    all.found
}

struct Texts<'a> {
    has_marks: bool,
    found: Vec<CitizenText<'a>>,
}

impl<'a> Texts<'a> {
    fn put(&mut self, place: TextPlace, text: &'a str, may_have_marks: bool) {
        if !text.trim().is_empty() {
            self.found.push(CitizenText { place, text, has_marks: self.has_marks && may_have_marks });
        }
    }

    fn item(&mut self, item: &'a Item) {
        // What cannot be asked here is sent to nobody.
        if matches!(item.kind, ItemKind::Foreign { .. }) {
            return;
        }
        let id = item.id;
        self.put(TextPlace::Item(id), &item.text, matches!(item.kind, ItemKind::Information { .. }));
        if let Some(Picture { alt, decorative: false, .. }) = &item.picture {
            self.put(TextPlace::Picture(id), alt, false);
        }
        self.put(TextPlace::Help(id), &item.help, true);
        match &item.kind {
            ItemKind::Number { unit, .. } => self.put(TextPlace::Unit(id), unit, false),
            ItemKind::Scale { low, high, .. } => {
                self.put(TextPlace::Low(id), low, false);
                self.put(TextPlace::High(id), high, false);
            }
            ItemKind::RepeatedSection { row, .. } => self.put(TextPlace::Row(id), row, false),
            kind => {
                for choice in kind.rows().iter().chain(kind.options()) {
                    self.put(TextPlace::Option(id, choice.id), &choice.text, false);
                }
            }
        }
        if item.is_question() || item.kind.is_section() {
            self.put(TextPlace::Fault(id), &item.details.fault_text, false);
        }
    }
}

/// How far a text is translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TextState {
    /// As the Swedish is now.
    Current,
    /// Not at all.
    Missing,
    /// The Swedish has changed since.
    Outdated,
}

/// How many texts keep a language from being offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Not translated.
    pub missing: u32,
    /// Translated from Swedish that has changed since.
    pub outdated: u32,
}

impl Translation {
    /// Of a language, with nothing translated yet.
    pub const fn new(language: Language) -> Self {
        Self { language, texts: BTreeMap::new() }
    }

    /// How far a text is translated. White space around the Swedish says nothing to the citizen, and outdates nothing.
    pub fn state(&self, text: &CitizenText<'_>) -> TextState {
        match self.texts.get(&text.place) {
            None => TextState::Missing,
            Some(translated) if translated.of.trim() == text.text.trim() => TextState::Current,
            Some(_) => TextState::Outdated,
        }
    }

    /// What is lacking of these texts. A citizen is offered a language of which nothing is.
    pub fn lacking(&self, texts: &[CitizenText<'_>]) -> Lacking {
        let mut lacking = Lacking::default();
        for text in texts {
            match self.state(text) {
                TextState::Current => {}
                TextState::Missing => lacking.missing += 1,
                TextState::Outdated => lacking.outdated += 1,
            }
        }
        lacking
    }
}

#[cfg(test)]
mod tests;
