//! Templates as they may come to be: with everything, with nothing, with long texts, in a language from right to left.

use budkavle_tests::templates::{self, DATE, FILES, NUMBER, SHORT_TEXT, YES_NO};
use domain::template::{
    BodyPart, Item, Language, TemplateContent, TranslatedText, Translation,
    condition::{Comparison, ShownWhen},
    texts,
};

/// Longer than any line, with a word that nothing in it breaks.
const LONG: &str = "Den här texten är längre än vad som någonsin får plats på en rad i fönstret, och den har ett ord som inte går att \
                    bryta: hjärtinfarktsmottagningsuppföljningsfrågeformulärsinstruktionssammanställningsunderlaget";

/// Questions of every kind, some of them only shown when others are answered so and so.
pub(super) fn everything(name: &str) -> TemplateContent {
    let mut content = templates::every_kind(name);
    for item in &mut content.form {
        item.shown_when = match item.id {
            id if id == FILES || id == DATE => Some(ShownWhen::one(YES_NO, Comparison::No)),
            id if id == NUMBER => Some(ShownWhen::one(SHORT_TEXT, Comparison::Answered)),
            _ => None,
        };
    }
    content
}

/// As [`everything`], with long texts in every place.
pub(super) fn long(name: &str) -> TemplateContent {
    let mut content = everything(&format!("{name} {LONG}").chars().take(120).collect::<String>());
    LONG.clone_into(&mut content.handler_instruction);
    for text in [&mut content.purpose, &mut content.answer_use, &mut content.contact] {
        LONG.clone_into(text);
    }
    for part in &mut content.body {
        match part {
            BodyPart::Text { text, .. } | BodyPart::Slot { label: text, .. } => LONG.clone_into(text),
        }
    }
    lengthen(&mut content.form);
    content
}

fn lengthen(items: &mut [Item]) {
    for item in items {
        item.text = format!("{} {LONG}", item.text);
        LONG.clone_into(&mut item.help);
        lengthen(&mut item.items);
    }
}

/// As [`everything`], wholly translated to Arabic.
pub(super) fn translated(name: &str) -> TemplateContent {
    let mut content = everything(name);
    let places = texts(&content).into_iter().enumerate();
    let texts = places.map(|(number, one)| {
        let text = TranslatedText { text: format!("كيف حالك اليوم؟ {number}"), of: one.text.to_owned() };
        (one.place, text)
    });
    content.translations = vec![Translation { language: Language::Arabic, texts: texts.collect() }];
    content
}
