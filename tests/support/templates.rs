//! A template with every kind of question, and answers to it.

use domain::{
    ItemId, OptionId,
    template::{BodyPart, Choice, Item, ItemKind, TemplateContent},
};
use serde_json::{Value, json};
use uuid::Uuid;

const fn item_id(number: u128) -> ItemId {
    ItemId::from_uuid(Uuid::from_u128(0x0197_0000_0000_7000_8000_00aa_0000_0000 | number))
}

const fn option_id(number: u128) -> OptionId {
    OptionId::from_uuid(Uuid::from_u128(0x0197_0000_0000_7000_8000_00bb_0000_0000 | number))
}

/// The free-text slot that the handler fills in.
pub const SLOT: ItemId = item_id(2);
/// *Fritext*.
pub const LONG_TEXT: ItemId = item_id(11);
/// *Kort text*.
pub const SHORT_TEXT: ItemId = item_id(12);
/// *Ja/nej*, required.
pub const YES_NO: ItemId = item_id(13);
/// *Ett val*.
pub const SINGLE: ItemId = item_id(14);
/// *Flera val*.
pub const MULTIPLE: ItemId = item_id(15);
/// *Tal*: 20 to 300 kg, one decimal.
pub const NUMBER: ItemId = item_id(16);
/// *Datum*.
pub const DATE: ItemId = item_id(17);
/// *Bekräftelse*, required.
pub const CONFIRMATION: ItemId = item_id(18);
/// *Bifoga fil*: three at most.
pub const FILES: ItemId = item_id(19);
/// *Information*.
pub const INFORMATION: ItemId = item_id(20);
/// *Skala*: 0 to 10.
pub const SCALE: ItemId = item_id(21);
/// The first alternative of [`SINGLE`].
pub const BETTER: OptionId = option_id(1);
/// The first and third alternatives of [`MULTIPLE`].
pub const SYMPTOMS: [OptionId; 2] = [option_id(4), option_id(6)];

/// A template that may be published, with one question of every kind.
pub fn every_kind(name: &str) -> TemplateContent {
    let item = |id, text: &str, required, kind| {
        let (text, help) = (text.to_owned(), String::new());
        Item { id, text, help, required, kind, shown_when: None }
    };
    let options = |first: u128, texts: &[&str]| -> Vec<Choice> {
        (first..).zip(texts).map(|(number, text)| Choice { id: option_id(number), text: (*text).to_owned() }).collect()
    };
    TemplateContent {
        name: name.to_owned(),
        handler_instruction: "Bara för personalen.".to_owned(),
        purpose: "Vi vill följa upp din behandling.".to_owned(),
        answer_use: "Sjuksköterskan läser dina svar och för in dem i din journal.".to_owned(),
        contact: "Ring oss på 0480-00 00 00.".to_owned(),
        body: vec![
            BodyPart::Text { id: item_id(1), text: "Hej!".to_owned() },
            BodyPart::Slot { id: SLOT, label: "Hälsning".to_owned(), required: true },
        ],
        answerable: true,
        form: vec![
            item(INFORMATION, "Svara så gott du kan.", false, ItemKind::Information),
            item(LONG_TEXT, "Hur mår du?", false, ItemKind::LongText { max_length: 200 }),
            item(SHORT_TEXT, "Vad arbetar du med?", false, ItemKind::ShortText { max_length: 40 }),
            item(YES_NO, "Tar du dina läkemedel?", true, ItemKind::YesNo),
            item(
                SINGLE,
                "Jämfört med förra gången?",
                false,
                ItemKind::SingleChoice { options: options(1, &["Bättre", "Lika", "Sämre"]) },
            ),
            item(
                MULTIPLE,
                "Vilka besvär har du?",
                false,
                ItemKind::MultipleChoice { options: options(4, &["Yrsel", "Trötthet", "Klåda"]) },
            ),
            item(
                NUMBER,
                "Vad väger du?",
                false,
                ItemKind::Number {
                    unit: "kg".to_owned(),
                    min: Some("20".to_owned()),
                    max: Some("300".to_owned()),
                    decimals: 1,
                },
            ),
            item(DATE, "När började besvären?", false, ItemKind::Date),
            item(
                SCALE,
                "Hur ont har du?",
                false,
                ItemKind::Scale { min: 0, max: 10, low: "Inget".to_owned(), high: "Värsta tänkbara".to_owned() },
            ),
            item(FILES, "Bifoga bilder", false, ItemKind::Attachment { max_files: 3 }),
            item(CONFIRMATION, "Jag har läst informationen", true, ItemKind::Confirmation),
        ],
    }
}

/// A template that only tells.
pub fn information(name: &str) -> TemplateContent {
    TemplateContent { answerable: false, answer_use: String::new(), ..every_kind(name) }
}

/// The slot filled in.
pub fn slots(text: &str) -> Value {
    json!({ SLOT.to_string(): text })
}

/// Answers that fit, with `words` as the free text.
pub fn right_answers(words: &str) -> Value {
    json!({
        LONG_TEXT.to_string(): { "type": "text", "value": words },
        SHORT_TEXT.to_string(): { "type": "text", "value": "Snickare" },
        YES_NO.to_string(): { "type": "yesNo", "value": true },
        SINGLE.to_string(): { "type": "choice", "value": BETTER },
        MULTIPLE.to_string(): { "type": "choices", "value": SYMPTOMS },
        NUMBER.to_string(): { "type": "number", "value": "72,5" },
        SCALE.to_string(): { "type": "number", "value": "7" },
        DATE.to_string(): { "type": "date", "value": "2026-11-01" },
        CONFIRMATION.to_string(): { "type": "confirmed", "value": true },
    })
}
