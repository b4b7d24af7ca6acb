//! A template with every kind of question, and answers to it.

use domain::{
    ItemId, OptionId,
    template::{BodyPart, Choice, ChoiceRole, Item, ItemKind, TemplateContent, TextFormat},
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
/// *Rullista*.
pub const DROPDOWN: ItemId = item_id(22);
/// *Matris*: two rows, three alternatives.
pub const MATRIX: ItemId = item_id(23);
/// *Klockslag*.
pub const TIME: ItemId = item_id(24);
/// *Datum och klockslag*.
pub const DATE_TIME: ItemId = item_id(25);
/// *Avsnitt*, with [`PHONE`] in it.
pub const SECTION: ItemId = item_id(26);
/// *Kort text* that must be a telephone number.
pub const PHONE: ItemId = item_id(27);
/// *Upprepningsbart avsnitt*: three rows at most, with [`MEDICINE`] in it.
pub const MEDICINES: ItemId = item_id(28);
/// *Kort text*, demanded in each row.
pub const MEDICINE: ItemId = item_id(29);
/// The first alternative of [`SINGLE`].
pub const BETTER: OptionId = option_id(1);
/// The first and third alternatives of [`MULTIPLE`].
pub const SYMPTOMS: [OptionId; 2] = [option_id(4), option_id(6)];

/// A template that may be published, with one question of every kind.
pub fn every_kind(name: &str) -> TemplateContent {
    let item = |id, text: &str, required, kind| Item { required, ..Item::new(id, text, kind) };
    let options = |first: u128, texts: &[&str]| -> Vec<Choice> {
        (first..).zip(texts).map(|(number, text)| Choice::new(option_id(number), (*text).to_owned())).collect()
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
            item(INFORMATION, "Svara så gott du kan.", false, ItemKind::INFORMATION),
            item(LONG_TEXT, "Hur mår du?", false, ItemKind::LongText { max_length: 200 }),
            item(SHORT_TEXT, "Vad arbetar du med?", false, ItemKind::short_text(40)),
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
            item(DATE, "När började besvären?", false, ItemKind::DATE),
            item(
                SCALE,
                "Hur ont har du?",
                false,
                ItemKind::Scale {
                    min: 0,
                    max: 10,
                    low: "Inget".to_owned(),
                    high: "Värsta tänkbara".to_owned(),
                    counts: false,
                },
            ),
            item(
                DROPDOWN,
                "Var fick du vården?",
                false,
                ItemKind::Dropdown {
                    options: vec![
                        Choice::new(option_id(7), "På sjukhus".to_owned()),
                        Choice { role: ChoiceRole::Other, ..Choice::new(option_id(8), "Annat".to_owned()) },
                    ],
                },
            ),
            item(
                MATRIX,
                "Hur ofta har du besvär?",
                false,
                ItemKind::Matrix {
                    rows: options(9, &["Yrsel", "Huvudvärk"]),
                    options: options(11, &["Aldrig", "Ibland", "Ofta"]),
                },
            ),
            item(TIME, "När vill du bli uppringd?", false, ItemKind::Time),
            item(DATE_TIME, "När föll du?", false, ItemKind::DateTime),
            Item {
                items: vec![item(
                    PHONE,
                    "Telefonnummer till anhörig",
                    false,
                    ItemKind::ShortText { max_length: 30, format: TextFormat::Phone },
                )],
                ..item(SECTION, "Anhörig", false, ItemKind::Section)
            },
            Item {
                items: vec![item(MEDICINE, "Namn på läkemedlet", true, ItemKind::short_text(80))],
                ..item(
                    MEDICINES,
                    "Dina läkemedel",
                    false,
                    ItemKind::RepeatedSection { row: "läkemedel".to_owned(), max_rows: 3 },
                )
            },
            item(FILES, "Bifoga bilder", false, ItemKind::files(3)),
            item(CONFIRMATION, "Jag har läst informationen", true, ItemKind::Confirmation),
        ],
        examples: Vec::new(),
        score_ranges: Vec::new(),
        markup: true,
        translations: Vec::new(),
        foreign: String::new(),
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
        DROPDOWN.to_string(): { "type": "written", "value": { "chosen": [option_id(8)], "text": "Hemma" } },
        MATRIX.to_string(): { "type": "matrix", "value": { option_id(9).to_string(): option_id(12) } },
        TIME.to_string(): { "type": "time", "value": "8.05" },
        DATE_TIME.to_string(): { "type": "dateTime", "value": { "date": "2026-11-01", "time": "17:30" } },
        PHONE.to_string(): { "type": "text", "value": "0480-448 10" },
        MEDICINES.to_string(): { "type": "rows", "value": [
            { "id": item_id(40), "answers": { MEDICINE.to_string(): { "type": "text", "value": "Alvedon" } } },
            { "id": item_id(41), "answers": { MEDICINE.to_string(): { "type": "text", "value": "Waran" } } },
        ] },
        CONFIRMATION.to_string(): { "type": "confirmed", "value": true },
    })
}
