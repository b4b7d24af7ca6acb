//! Places are words that are read back, the walk leaves nothing out, and a language that lacks nothing is one.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use super::super::chance::Chance;
use super::super::edit::Edit;
use super::*;
use crate::{
    HsaId, UnitId,
    message::{SlotTexts, compose},
    retention::Retention,
    unit::Unit,
};

fn unit() -> Unit {
    Unit {
        id: UnitId::from_uuid(uuid::Uuid::from_u128(9)),
        name: "Exempelmottagningen".into(),
        hsa_id: HsaId::parse("SE2321000016-1AB2").expect("a well-formed id"),
        contact: "Ring 0480-00 00 00".into(),
        retention: Retention::DEFAULT,
        secure_folder: String::new(),
        approval: false,
        example: true,
    }
}

/// Every kind of item with every text that it can have.
fn rich() -> TemplateContent {
    let mut number = 100;
    let mut id = || {
        number += 1;
        format!("00000000-0000-0000-0000-{number:012}")
    };
    let mut choices = |count: usize| -> Vec<Value> { (0..count).map(|_| json!({ "id": id(), "text": "x" })).collect() };
    let kinds = [
        json!({ "type": "longText", "maxLength": 100 }),
        json!({ "type": "shortText", "maxLength": 100 }),
        json!({ "type": "yesNo" }),
        json!({ "type": "singleChoice", "options": choices(2) }),
        json!({ "type": "dropdown", "options": choices(2) }),
        json!({ "type": "multipleChoice", "options": choices(2) }),
        json!({ "type": "matrix", "rows": choices(2), "options": choices(2) }),
        json!({ "type": "number", "unit": "x", "min": null, "max": null, "decimals": 0 }),
        json!({ "type": "scale", "min": 0, "max": 10, "low": "x", "high": "x" }),
        json!({ "type": "date" }),
        json!({ "type": "time" }),
        json!({ "type": "dateTime" }),
        json!({ "type": "confirmation" }),
        json!({ "type": "attachment", "maxFiles": 1 }),
        json!({ "type": "information" }),
    ];
    let mut item = |kind: &Value, items: &[Value]| {
        let only_tells = kind["type"] == "information";
        let details = if only_tells { json!({}) } else { json!({ "faultText": "x" }) };
        json!({ "id": id(), "text": "x", "help": "x", "required": true, "kind": kind, "details": details, "items": items })
    };
    let asked: Vec<Value> = kinds.iter().map(|kind| item(kind, &[])).collect();
    let again = item(&json!({ "type": "yesNo" }), &[]);
    let row = item(&json!({ "type": "repeatedSection", "row": "x", "maxRows": 3 }), &[again]);
    let section = item(&json!({ "type": "section" }), &[row]);
    let form: Vec<Value> = asked.into_iter().chain([section]).collect();
    let body = json!([
        { "part": "text", "id": id(), "text": "x" },
        { "part": "slot", "id": id(), "label": "x", "required": false },
    ]);
    let content = json!({ "name": "x", "handlerInstruction": "x", "purpose": "x", "answerUse": "x", "contact": "x",
        "body": body, "answerable": true, "form": form, "markup": true });
    serde_json::from_value(content).expect("a template")
}

/// Writes words of its own in each text: where a template is still one, it was words that stood there, and no id or kind.
fn with_own_words(content: &TemplateContent) -> TemplateContent {
    let mut whole = serde_json::to_value(content).expect("plain values");
    let pointers = strings(&whole, String::new());
    for (number, pointer) in pointers.iter().enumerate() {
        let mut tried = whole.clone();
        *tried.pointer_mut(pointer).expect("it is there") = format!("§{number}").into();
        if serde_json::from_value::<TemplateContent>(tried.clone()).is_ok() {
            whole = tried;
        }
    }
    serde_json::from_value(whole).expect("a template")
}

fn strings(value: &Value, at: String) -> Vec<String> {
    match value {
        Value::String(_) => vec![at],
        Value::Array(all) => all.iter().enumerate().flat_map(|(n, one)| strings(one, format!("{at}/{n}"))).collect(),
        Value::Object(all) => all.iter().flat_map(|(key, one)| strings(one, format!("{at}/{key}"))).collect(),
        _ => Vec::new(),
    }
}

/// All of it in one language, each text turned round.
fn translated(content: &TemplateContent, language: Language) -> Translation {
    let texts = texts(content).into_iter();
    let turned = texts.map(|text| {
        let translated = TranslatedText { text: format!("{}!", text.text), of: text.text.to_owned() };
        (text.place, translated)
    });
    Translation { language, texts: turned.collect() }
}

#[test]
fn every_text_of_a_message_is_in_the_walk_and_nothing_else_is() {
    let content = with_own_words(&rich());
    let (message, _) = crate::message::preview(&content, &unit(), &SlotTexts::new());
    let sent = serde_json::to_value(message.for_citizen()).expect("plain values");
    let mut read: Vec<&str> = strings(&sent, String::new())
        .iter()
        .filter_map(|pointer| sent.pointer(pointer)?.as_str())
        .filter(|text| text.starts_with('§'))
        .collect();
    let walked = texts(&content);
    let mut found: Vec<&str> = walked.iter().map(|text| text.text).filter(|text| ![YES, NO].contains(text)).collect();
    read.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, read);
    assert!(read.len() > 60, "the template is rich");
    let places: std::collections::BTreeSet<TextPlace> = walked.iter().map(|text| text.place).collect();
    assert_eq!(places.len(), walked.len(), "each place is one text's");
}

#[test]
fn the_words_of_places_are_read_back_and_no_others() {
    for text in texts(&rich()) {
        let word = text.place.to_string();
        assert_eq!(word.parse(), Ok(text.place));
        assert_eq!(serde_json::to_value(text.place).expect("a word"), word);
        assert_eq!(word.to_uppercase().parse::<TextPlace>(), Err(NoPlace));
    }
    for word in ["", "item", "item/1", "part/x/help", "name/", "item/00000000000000000000000000000101"] {
        assert_eq!(word.parse::<TextPlace>(), Err(NoPlace), "{word}");
    }
}

#[test]
fn a_message_carries_the_languages_that_lack_nothing_and_the_handlers_words_stay() {
    let mut content = with_own_words(&rich());
    content.translations = vec![translated(&content, Language::Arabic), translated(&content, Language::Somali)];
    content.translations[1].texts.remove(&TextPlace::Contact);
    let [BodyPart::Text { .. }, BodyPart::Slot { id, .. }] = content.body.as_slice() else {
        panic!("a text and a slot")
    };
    let slots = SlotTexts::from([(*id, "Järn".to_owned())]);
    let message = compose(&content, &unit(), &slots).expect("filled in");
    let [arabic] = message.languages.as_slice() else { panic!("one language is whole") };
    assert_eq!(arabic.language, Language::Arabic);
    assert_eq!(arabic.paragraphs, [Some(format!("{}!", message.paragraphs[0])), None]);
    assert_eq!(arabic.texts[&TextPlace::Name], format!("{}!", message.heading));
    assert_eq!(arabic.texts.len() + 1, texts(&content).len(), "all but the paragraph");

    content.purpose.push_str(" Ny");
    let of = texts(&content);
    assert_eq!(content.translations[0].lacking(&of), Lacking { missing: 0, outdated: 1 });
    assert_eq!(content.translations[1].lacking(&of), Lacking { missing: 1, outdated: 1 });
    assert_eq!(compose(&content, &unit(), &slots).expect("filled in").languages, []);
    content.purpose.push(' ');
    assert_eq!(content.translations[0].lacking(&texts(&content)).outdated, 1, "white space says nothing");
}

#[test]
fn without_languages_a_version_and_a_message_are_what_they_were() {
    let content = rich();
    let json = serde_json::to_string(&content).expect("plain values");
    assert!(!json.contains("translations"));
    let message = compose(&content, &unit(), &SlotTexts::new()).expect("filled in");
    assert!(!serde_json::to_string(&message).expect("plain values").contains("languages"));
}

#[test]
fn a_translation_comes_back_with_what_was_translated() {
    let mut content = rich();
    content.translations = vec![translated(&content, Language::Arabic)];
    let before = content.clone();
    let item = content.form[0].id;
    let back = content.apply(&Edit::RemoveItem { id: item }).expect("it is there");
    assert_eq!(content.translations[0].lacking(&texts(&content)), Lacking::default(), "what is gone is not lacking");
    content.apply(&back).expect("a step back can be taken");
    assert_eq!(content, before);
}

proptest! {
    #[test]
    fn a_text_that_is_translated_now_is_current_and_a_blank_one_takes_it_away(seed: u64) {
        let mut chance = Chance(seed);
        let mut content = chance.content();
        content.translations = vec![Translation::new(Language::Tigrinya)];
        let places: Vec<TextPlace> = texts(&content).iter().map(|text| text.place).collect();
        let count = u32::try_from(places.len()).expect("few");
        prop_assert_eq!(content.translations[0].lacking(&texts(&content)), Lacking { missing: count, outdated: 0 });
        let whole = translated(&content, Language::Tigrinya).texts.into_iter().map(|(place, text)| (place, Some(text)));
        let edit = Edit::Translate { language: Language::Tigrinya, texts: whole.collect() };
        content.apply(&edit).expect("the language is there");
        prop_assert_eq!(content.translations[0].lacking(&texts(&content)), Lacking::default());
        let blank = |place| (place, Some(TranslatedText { text: " \n".into(), of: "x".into() }));
        let texts = places.into_iter().map(blank).collect::<BTreeMap<_, _>>();
        content.apply(&Edit::Translate { language: Language::Tigrinya, texts }).expect("the language is there");
        prop_assert!(content.translations[0].texts.is_empty());
    }
}

/// What there is to translate of a template and how far it is, for the screen's own walk to be held against.
#[derive(Serialize)]
struct Case {
    content: TemplateContent,
    texts: Vec<CaseText>,
    /// One for each language, in the content's order.
    states: Vec<Vec<TextState>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CaseText {
    place: TextPlace,
    text: String,
    has_marks: bool,
}

/// Writes the file; `cargo xtask check` fails when that changed what is committed.
#[test]
fn bindings_hold_cases_for_the_screens_own_walk() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/texts.json");
    let contents = [with_own_words(&rich())].into_iter().chain((0..12).map(|seed| {
        let mut content = Chance(seed).content();
        content.answerable = seed % 4 > 0;
        content
    }));
    let cases: Vec<Case> = contents
        .map(|mut content| {
            content.translations.push(translated(&content, Language::Tigrinya));
            let of = texts(&content);
            let states = content.translations.iter().map(|one| of.iter().map(|text| one.state(text)).collect());
            let texts = of.iter().map(|CitizenText { place, text, has_marks }| CaseText {
                place: *place,
                text: (*text).to_owned(),
                has_marks: *has_marks,
            });
            Case { texts: texts.collect(), states: states.collect(), content: content.clone() }
        })
        .collect();
    let text = format!("{}\n", serde_json::to_string(&cases).expect("plain values"));
    if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
        std::fs::write(path, text).expect("the cases can be written");
    }
}
