//! Advice to whoever builds a template. Unlike [`problems`](super::problems) none of it stands in the way of publishing: a word
//! does not prove a purpose, and a long sentence may be the right one.

use serde::{Deserialize, Serialize};

use super::{BodyPart, ChoiceRole, Item, ItemKind, TemplateContent, tree::walk};
use crate::ItemId;

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "advice")]
pub enum Advice {
    /// Guideline: it sounds like something that *omvänt ärendeflöde* is not to be used for.
    Unsuitable {
        /// What for.
        purpose: UnsuitablePurpose,
        /// The words that it was taken from, as the guideline's reader would look for them.
        words: String,
        /// Where they stand.
        place: Place,
    },
    /// More than three free texts must be written.
    ManyRequiredTexts {
        /// How many.
        count: u32,
    },
    /// A choice that must be made, with no alternative for who does not know.
    NoWayOut {
        /// Which question.
        item: ItemId,
    },
    /// A number without a unit.
    UnitMissing {
        /// Which question.
        item: ItemId,
    },
    /// Files are asked for without saying why.
    FilesWithoutReason {
        /// Which question.
        item: ItemId,
    },
    /// A sentence of more than [`LONGEST_SENTENCE`] words.
    LongSentence {
        /// How many words.
        count: u32,
        /// Where it stands.
        place: Place,
    },
    /// Hard to read: LIX above [`MOST_LIX`], over all that the citizen reads.
    HardToRead {
        /// The number.
        lix: u32,
    },
}

/// What *omvänt ärendeflöde* is not to be used for (Region Kalmar's guideline, 2023-12-06).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum UnsuitablePurpose {
    /// General information or mass mailing.
    General,
    /// Advertising of products or services.
    Advertising,
    /// Asking to take part in a study.
    Study,
    /// Evaluations and surveys.
    Survey,
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
    /// A part of the message's text.
    Part {
        /// Which.
        id: ItemId,
    },
    /// A question, its help included.
    Item {
        /// Which.
        id: ItemId,
    },
}

/// Words of a sentence that is not yet too long. Language council of Sweden: keep sentences short; the number is ours.
pub const LONGEST_SENTENCE: u32 = 25;
/// Above it a text is hard, as official texts are (Björnsson's scale: 40–50 medium, above 50 hard).
pub const MOST_LIX: u32 = 45;
/// Words below which LIX says nothing.
const FEWEST_WORDS: u32 = 60;
/// Free texts that may be demanded.
const MOST_TEXTS: u32 = 3;

/// Beginnings of words, and whole phrases, that such purposes are known by.
const SIGNS: &[(UnsuitablePurpose, &[&str])] = &[
    (
        UnsuitablePurpose::General,
        &["öppet hus", "samtliga patienter", "alla patienter", "alla våra patienter", "massutskick", "nyhetsbrev"],
    ),
    (UnsuitablePurpose::Advertising, &["reklam", "erbjudande", "rabatt", "kampanj", "köp nu"]),
    (UnsuitablePurpose::Study, &["studie", "forskning", "läkemedelsprövning", "klinisk prövning"]),
    (UnsuitablePurpose::Survey, &["enkät", "utvärder", "hur nöjd", "nöjdhet", "patientnöjd"]),
];

/// How people who do not know, or whom nothing fits, answer a choice.
const WAYS_OUT: &[&str] =
    &["vet inte", "vet ej", "osäker", "annat", "inget", "ingen", "inte aktuellt", "vill inte svara"];

/// Everything there is to say, in the order of the screen: the guideline first.
pub fn advice(content: &TemplateContent) -> Vec<Advice> {
    let texts = texts(content);
    let mut found = Vec::new();
    for (purpose, signs) in SIGNS {
        // Said once for each purpose: the first place is where one begins.
        let first = texts.iter().find_map(|(place, text)| Some((*place, sign_in(text, signs)?)));
        found.extend(first.map(|(place, words)| Advice::Unsuitable {
            purpose: *purpose,
            words: words.to_owned(),
            place,
        }));
    }
    let questions: &[Item] = if content.answerable { &content.form } else { &[] };
    let demanded = walk(questions).filter(|item| item.required && is_text(&item.kind)).count();
    let demanded = u32::try_from(demanded).unwrap_or(u32::MAX);
    if demanded > MOST_TEXTS {
        found.push(Advice::ManyRequiredTexts { count: demanded });
    }
    found.extend(walk(questions).filter_map(of_question));
    for (place, text) in &texts {
        let longest = sentences(text).map(|sentence| count(words(sentence))).max().unwrap_or(0);
        if longest > LONGEST_SENTENCE {
            found.push(Advice::LongSentence { count: longest, place: *place });
        }
    }
    let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    found.extend(lix(&all).filter(|lix| *lix > MOST_LIX).map(|lix| Advice::HardToRead { lix }));
    found
}

fn of_question(item: &Item) -> Option<Advice> {
    let is_blank = |text: &str| text.trim().is_empty();
    match &item.kind {
        ItemKind::SingleChoice { options } | ItemKind::Dropdown { options } if item.required && options.len() > 2 => {
            let has_way_out = options.iter().any(|option| {
                let text = option.text.to_lowercase();
                option.role != ChoiceRole::Plain || WAYS_OUT.iter().any(|way| text.contains(way))
            });
            (!has_way_out).then_some(Advice::NoWayOut { item: item.id })
        }
        ItemKind::Number { unit, .. } if is_blank(unit) => Some(Advice::UnitMissing { item: item.id }),
        ItemKind::Attachment { .. } if is_blank(&item.help) => Some(Advice::FilesWithoutReason { item: item.id }),
        _ => None,
    }
}

const fn is_text(kind: &ItemKind) -> bool {
    matches!(kind, ItemKind::LongText { .. } | ItemKind::ShortText { .. })
}

/// All that the citizen reads, with where it stands. The handler's instruction is nobody else's.
fn texts(content: &TemplateContent) -> Vec<(Place, String)> {
    let mut texts = vec![(Place::Name, content.name.clone()), (Place::Purpose, content.purpose.clone())];
    texts.extend(content.body.iter().filter_map(|part| match part {
        BodyPart::Text { id, text } => Some((Place::Part { id: *id }, text.clone())),
        BodyPart::Slot { .. } => None,
    }));
    if content.answerable {
        texts.push((Place::AnswerUse, content.answer_use.clone()));
        texts.extend(
            walk(&content.form).map(|item| (Place::Item { id: item.id }, format!("{}\n{}", item.text, item.help))),
        );
    }
    texts
}

/// The sign that is found, if any: at the beginning of a word, in any case.
fn sign_in(text: &str, signs: &[&'static str]) -> Option<&'static str> {
    let text = text.to_lowercase();
    signs.iter().copied().find(|sign| {
        text.match_indices(sign).any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphabetic))
    })
}

/// A sentence ends with a mark that is followed by space, or with its line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split_inclusive(['.', '!', '?', ':'])).filter(|part| words(part).next().is_some())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.chars().any(char::is_alphabetic))
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

/// Läsbarhetsindex: words a sentence, and long words (more than six letters) in a hundred. `None` for short texts.
fn lix(texts: &[&str]) -> Option<u32> {
    let words_in: u32 = texts.iter().map(|text| count(words(text))).sum();
    let sentences_in: u32 = texts.iter().map(|text| count(sentences(text))).sum();
    let long: u32 = texts.iter().map(|text| count(words(text).filter(|word| word.chars().count() > 6))).sum();
    (words_in >= FEWEST_WORDS).then(|| words_in / sentences_in.max(1) + long * 100 / words_in)
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, chance::Chance};
    use super::*;
    use crate::OptionId;
    use proptest::prelude::*;

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn template() -> TemplateContent {
        TemplateContent {
            name: "Ordination järn".into(),
            purpose: "Du får en ny ordination.".into(),
            answer_use: "Vi för in ditt svar i journalen.".into(),
            body: vec![BodyPart::Text { id: id(1), text: "Hej! Här kommer din ordination.".into() }],
            ..TemplateContent::new(String::new(), "Ring oss.".into(), id(1))
        }
    }

    fn question(kind: ItemKind, help: &str) -> Vec<Item> {
        let (text, help) = ("Fråga?".to_owned(), help.to_owned());
        vec![Item { help, required: true, ..Item::new(id(2), text, kind) }]
    }

    fn of(kind: ItemKind, help: &str) -> Vec<Advice> {
        advice(&TemplateContent { form: question(kind, help), ..template() })
    }

    #[test]
    fn a_plain_template_gets_none() {
        assert_eq!(advice(&template()), []);
    }

    #[test]
    fn purposes_that_the_guideline_rules_out_are_known_by_their_words() {
        let named = |purpose: &str| {
            let found = advice(&TemplateContent { purpose: purpose.into(), ..template() });
            found.into_iter().find_map(|advice| match advice {
                Advice::Unsuitable { purpose, place: Place::Purpose, .. } => Some(purpose),
                _ => None,
            })
        };
        assert_eq!(named("Välkommen till öppet hus på mottagningen"), Some(UnsuitablePurpose::General));
        assert_eq!(named("Ett erbjudande om vaccin"), Some(UnsuitablePurpose::Advertising));
        assert_eq!(named("Vill du delta i en Forskningsstudie?"), Some(UnsuitablePurpose::Study));
        assert_eq!(named("Besvara vår enkät om ditt besök"), Some(UnsuitablePurpose::Survey));
        assert_eq!(named("Inför din läkarstudio"), None, "only at the beginning of a word");
        assert_eq!(named("Nytt provsvar"), None);
    }

    #[test]
    fn questions_that_are_hard_to_answer_are_told() {
        let choice = |texts: &[&str]| ItemKind::SingleChoice {
            options: (10u128..)
                .zip(texts)
                .map(|(n, text)| Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(n)), (*text).into()))
                .collect(),
        };
        assert_eq!(of(choice(&["Bra", "Sådär", "Dåligt"]), ""), [Advice::NoWayOut { item: id(2) }]);
        assert_eq!(of(choice(&["Bra", "Dåligt", "Vet inte"]), ""), []);
        let number = |unit: &str| ItemKind::Number { unit: unit.into(), min: None, max: None, decimals: 0 };
        assert_eq!(of(number(" "), ""), [Advice::UnitMissing { item: id(2) }]);
        assert_eq!(of(number("kg"), ""), []);
        assert_eq!(of(ItemKind::files(1), ""), [Advice::FilesWithoutReason { item: id(2) }]);
        assert_eq!(of(ItemKind::files(1), "Vi vill se såret."), []);
        let text = question(ItemKind::short_text(9), "").remove(0);
        let many = (2u128..6).map(|n| Item { id: id(n), ..text.clone() }).collect();
        assert_eq!(advice(&TemplateContent { form: many, ..template() }), [Advice::ManyRequiredTexts { count: 4 }]);
    }

    #[test]
    fn long_sentences_and_hard_texts_are_told_with_their_numbers() {
        let long = format!("{}slut.", "ord ".repeat(26));
        let content = TemplateContent { purpose: long, ..template() };
        assert_eq!(advice(&content), [Advice::LongSentence { count: 27, place: Place::Purpose }]);
        let official = "Handläggningen förutsätter kompletterande dokumentation. ".repeat(16);
        let body = vec![BodyPart::Text { id: id(1), text: official }];
        let found = advice(&TemplateContent { body, ..template() });
        assert!(matches!(found.as_slice(), [Advice::HardToRead { lix }] if *lix > 80), "{found:?}");
    }

    #[test]
    fn what_only_staff_read_and_what_is_not_sent_is_left_alone() {
        let content = TemplateContent {
            handler_instruction: "Använd inte till enkäter eller studier.".into(),
            answerable: false,
            form: question(ItemKind::files(1), ""),
            ..template()
        };
        assert_eq!(advice(&content), []);
    }

    proptest! {
        #[test]
        fn no_template_makes_it_panic(seed in any::<u64>(), text in ".{0,80}") {
            let mut content = Chance(seed).content();
            content.purpose = text;
            let _ = advice(&content);
        }
    }
}
