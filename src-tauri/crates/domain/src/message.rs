//! What the citizen receives: a template filled in for one person and frozen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    HsaId, ItemId,
    template::{
        BodyPart, Choice, CitizenText, Details, Item, ItemKind, Lacking, Language, Picture, ScoreRange,
        TemplateContent, TextPlace, Translation, texts,
    },
    unit::Unit,
};

/// Characters at most in a free-text slot.
pub const SLOT_MAX: usize = 4_000;

/// What the handler wrote in the template's slots.
pub type SlotTexts = BTreeMap<ItemId, String>;

/// A message exactly as the citizen reads it. Holds nothing that only staff may see: the handler's instruction has no
/// field here, so it cannot be sent by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Heading in the inbox.
    pub heading: String,
    /// The sending unit's name (guideline: who sends).
    pub unit_name: String,
    /// The sending unit in the national catalogue.
    pub unit_hsa_id: HsaId,
    /// Who at the unit sends; `None` when the unit does, as for whoever's own data are protected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub signature: Option<Signature>,
    /// Why (guideline).
    pub purpose: String,
    /// The text, paragraph by paragraph, slots filled in.
    pub paragraphs: Vec<String>,
    /// Which paragraphs, counted from 0, have the marks of [`text`](crate::text); information and help then have them as well. Never
    /// those that the handler wrote. `None` when nothing has, as in what was sent before there were marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub marked: Option<Vec<u32>>,
    /// How answers are used (guideline); `None` when it cannot be answered.
    pub answer_use: Option<String>,
    /// Where to turn with questions (guideline).
    pub contact: String,
    /// The questions; `None` when it cannot be answered.
    pub form: Option<Vec<Item>>,
    /// What the sums of points are called. The staff's: a citizen gets none of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<ScoreRange>>")]
    pub score_ranges: Vec<ScoreRange>,
    /// The languages that it can be read in beside Swedish, in the template's order: those that were whole when it was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<MessageLanguage>>")]
    pub languages: Vec<MessageLanguage>,
}

/// Who at the unit sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Signature {
    /// Given name and surname.
    pub name: String,
    /// Such as "Distriktssköterska"; may be empty.
    pub title: String,
}

/// A message in another language: what stands in its places instead of the Swedish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct MessageLanguage {
    /// Which.
    pub language: Language,
    /// One for each paragraph; `None` where the handler's own words stand, which nobody has translated.
    pub paragraphs: Vec<Option<String>>,
    /// All else, by its place.
    pub texts: BTreeMap<TextPlace, String>,
}

/// What is wrong with a filled-in slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "problem")]
pub enum SlotProblem {
    /// A required slot is empty.
    Missing {
        /// Which slot.
        slot: ItemId,
    },
    /// More than [`SLOT_MAX`] characters.
    TooLong {
        /// Which slot.
        slot: ItemId,
    },
}

/// Fills a template in for one citizen.
///
/// # Errors
/// Every slot that is not as it must be.
pub fn compose(content: &TemplateContent, unit: &Unit, slots: &SlotTexts) -> Result<Message, Vec<SlotProblem>> {
    let (message, problems) = preview(content, unit, slots);
    if problems.is_empty() { Ok(message) } else { Err(problems) }
}

/// The message as far as it is written, and what is still wrong with it: for looking at while writing.
pub fn preview(content: &TemplateContent, unit: &Unit, slots: &SlotTexts) -> (Message, Vec<SlotProblem>) {
    let mut problems = Vec::new();
    let mut paragraphs = Vec::new();
    let mut marked = Vec::new();
    let mut places = Vec::new();
    for part in &content.body {
        let text = match part {
            BodyPart::Text { text, .. } => text.trim(),
            BodyPart::Slot { id, required, .. } => {
                let text = slots.get(id).map_or("", |text| text.trim());
                if text.is_empty() && *required {
                    problems.push(SlotProblem::Missing { slot: *id });
                }
                if text.chars().count() > SLOT_MAX {
                    problems.push(SlotProblem::TooLong { slot: *id });
                }
                text
            }
        };
        if !text.is_empty() {
            if matches!(part, BodyPart::Text { .. }) {
                marked.push(u32::try_from(paragraphs.len()).unwrap_or(u32::MAX));
            }
            places.push(matches!(part, BodyPart::Text { .. }).then(|| TextPlace::Part(part.id())));
            paragraphs.push(text.to_owned());
        }
    }
    let message = Message {
        heading: content.name.trim().to_owned(),
        unit_name: unit.name.clone(),
        unit_hsa_id: unit.hsa_id.clone(),
        signature: None,
        purpose: content.purpose.trim().to_owned(),
        paragraphs,
        marked: content.markup.then_some(marked),
        answer_use: content.answerable.then(|| content.answer_use.trim().to_owned()),
        contact: content.contact.trim().to_owned(),
        form: content.answerable.then(|| sent(&content.form)),
        score_ranges: if content.answerable { content.score_ranges.clone() } else { Vec::new() },
        languages: languages(content, &places),
    };
    (message, problems)
}

/// The languages of which nothing is missing or outdated. `paragraphs` are the places of the message's paragraphs; the handler's have
/// none.
fn languages(content: &TemplateContent, paragraphs: &[Option<TextPlace>]) -> Vec<MessageLanguage> {
    let texts = texts(content);
    let whole = content.translations.iter().filter(|one| one.lacking(&texts) == Lacking::default());
    let sent = |one: &Translation| {
        let of = |place: &TextPlace| one.texts.get(place).map(|translated| translated.text.trim().to_owned());
        let elsewhere = texts.iter().filter(|text| !matches!(text.place, TextPlace::Part(_)));
        MessageLanguage {
            language: one.language,
            paragraphs: paragraphs.iter().map(|place| of(place.as_ref()?)).collect(),
            texts: elsewhere.filter_map(|CitizenText { place, .. }| Some((*place, of(place)?))).collect(),
        }
    };
    whole.map(sent).collect()
}

/// The form as it is sent: without what another system's file holds beside it, which nobody here has read, and without what cannot
/// be asked.
fn sent(items: &[Item]) -> Vec<Item> {
    let asked = items.iter().filter(|item| !matches!(item.kind, ItemKind::Foreign { .. }));
    asked
        .map(|item| {
            let details =
                Details { foreign: String::new(), link_id: String::new(), bank: None, ..item.details.clone() };
            let picture = item.picture.clone().map(told);
            Item { details, picture, items: sent(&item.items), ..item.clone() }
        })
        .collect()
}

/// What was once said of a picture is not told when it is only there to please the eye.
fn told(picture: Picture) -> Picture {
    if picture.decorative { Picture { alt: String::new(), ..picture } } else { picture }
}

impl Message {
    /// The message as the citizen gets it: without points, what they are called, and codes, which are the staff's.
    pub fn for_citizen(mut self) -> Self {
        self.score_ranges.clear();
        if let Some(form) = &mut self.form {
            without_scores(form);
        }
        self
    }
}

fn without_scores(items: &mut [Item]) {
    for item in items {
        item.details.codes.clear();
        if let ItemKind::Matrix { rows, .. } = &mut item.kind {
            rows.iter_mut().for_each(make_plain);
        }
        if let ItemKind::Scale { counts, .. } = &mut item.kind {
            *counts = false;
        }
        item.kind.options_mut().into_iter().flatten().for_each(make_plain);
        without_scores(&mut item.items);
    }
}

fn make_plain(choice: &mut Choice) {
    choice.score = None;
    choice.code = None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        BankSectionId, OptionId, ScoreRangeId, UnitId,
        retention::Retention,
        template::{Code, bank::BankLink},
    };

    fn option(n: u128) -> OptionId {
        OptionId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

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

    fn template() -> TemplateContent {
        let mut content = TemplateContent::new("Ordination".into(), "Ring oss".into(), id(1));
        content.handler_instruction = "HEMLIGT FÖR INVÅNAREN".into();
        content.body = vec![
            BodyPart::Text { id: id(1), text: "Här är din ordination:".into() },
            BodyPart::Slot { id: id(2), label: "Ordination".into(), required: true },
            BodyPart::Slot { id: id(3), label: "Övrigt".into(), required: false },
        ];
        content
    }

    #[test]
    fn slots_become_paragraphs_in_their_place_and_an_empty_optional_one_leaves_no_gap() {
        let slots = SlotTexts::from([(id(2), " Järn 100 mg ".to_owned())]);
        let message = compose(&template(), &unit(), &slots).expect("filled in");
        assert_eq!(message.paragraphs, ["Här är din ordination:", "Järn 100 mg"]);
    }

    #[test]
    fn what_the_handler_wrote_is_never_read_as_marks() {
        let slots = SlotTexts::from([(id(2), "**Järn** [x](https://ont.example)".to_owned())]);
        let message = compose(&template(), &unit(), &slots).expect("filled in");
        assert_eq!(message.paragraphs[1], "**Järn** [x](https://ont.example)");
        assert_eq!(message.marked, Some(vec![0]));
    }

    #[test]
    fn what_was_published_or_sent_before_there_were_marks_reads_as_it_did() {
        let slots = SlotTexts::from([(id(2), "x".to_owned())]);
        let mut json = serde_json::to_value(template()).expect("serialises");
        json.as_object_mut().expect("an object").remove("markup");
        let older: TemplateContent = serde_json::from_value(json.clone()).expect("it is read");
        let message = compose(&older, &unit(), &slots).expect("filled in");
        assert_eq!(message.marked, None);
        assert_eq!(serde_json::to_value(&older).expect("serialises"), json, "its fingerprint is the same");
        let sent = serde_json::to_value(&message).expect("serialises");
        assert!(sent.get("marked").is_none());
        assert_eq!(serde_json::from_value::<Message>(sent).expect("it is read"), message);
    }

    #[test]
    fn a_required_slot_left_empty_is_named() {
        assert_eq!(compose(&template(), &unit(), &SlotTexts::new()), Err(vec![SlotProblem::Missing { slot: id(2) }]));
    }

    #[test]
    fn the_handlers_instruction_never_reaches_the_message() {
        let slots = SlotTexts::from([(id(2), "x".to_owned())]);
        let message = compose(&template(), &unit(), &slots).expect("filled in");
        let sent = serde_json::to_string(&message).expect("serialises");
        assert!(!sent.contains("HEMLIGT"));
    }

    #[test]
    fn a_picture_is_sent_and_one_that_is_only_decoration_is_not_told_of() {
        let pictured = |n, decorative| {
            let picture = Picture { alt: "Ett knä".into(), decorative, ..Picture::new(&[0xFF, 0xD8, 0xFF], 4, 3) };
            Item { picture: Some(picture), ..Item::new(id(n), "Var?", ItemKind::YesNo) }
        };
        let content = TemplateContent { form: vec![pictured(4, false), pictured(5, true)], ..template() };
        let message = compose(&content, &unit(), &SlotTexts::from([(id(2), "x".to_owned())])).expect("filled in");
        let form = message.for_citizen().form.expect("it can be answered");
        assert_eq!(form[0], content.form[0]);
        assert_eq!(form[1].picture.as_ref().map(|picture| picture.alt.as_str()), Some(""));
    }

    #[test]
    fn nothing_of_another_systems_file_and_no_score_reaches_the_citizen() {
        let code = Code { system: "http://snomed.info/sct".into(), code: "KOD".into(), display: String::new() };
        let often = Choice { score: Some(4711), code: Some(code.clone()), ..Choice::new(option(1), "Ofta".into()) };
        let details = Details { foreign: "{\"HEMLIGT\":1}".into(), codes: vec![code], ..Details::default() };
        let choice = ItemKind::SingleChoice { options: vec![often, Choice::new(option(2), "Aldrig".into())] };
        let asked = Item { details: details.clone(), ..Item::new(id(4), "Hur ofta?", choice) };
        let kept = Item { details, ..Item::new(id(5), "HEMLIGT", ItemKind::Foreign { name: "quantity".into() }) };
        let link = BankLink {
            section: BankSectionId::from_uuid(uuid::Uuid::from_u128(1)),
            fingerprint: "HEMLIGT".into(),
            items: BTreeMap::new(),
            options: BTreeMap::new(),
        };
        let mut section = Item { items: vec![asked, kept], ..Item::new(id(6), "Besvär", ItemKind::Section) };
        section.details.bank = Some(Box::new(link));
        let range = ScoreRange {
            id: ScoreRangeId::from_uuid(uuid::Uuid::from_u128(1)),
            name: "ALLVARLIG".into(),
            from: 0,
            to: 4711,
        };
        let scale = ItemKind::Scale { min: 0, max: 10, low: String::new(), high: String::new(), counts: true };
        let content = TemplateContent {
            form: vec![section, Item::new(id(7), "Hur ont?", scale)],
            foreign: "{\"HEMLIGT\":2}".into(),
            score_ranges: vec![range],
            ..template()
        };
        let message = compose(&content, &unit(), &SlotTexts::from([(id(2), "x".to_owned())])).expect("filled in");
        assert_eq!(message.form.as_ref().map(|form| form[0].items.len()), Some(1), "only what is asked");
        let staff = serde_json::to_string(&message).expect("serialises");
        assert!(!staff.contains("HEMLIGT") && staff.contains("4711") && staff.contains("ALLVARLIG"));
        let citizen = serde_json::to_string(&message.for_citizen()).expect("serialises");
        assert!(!citizen.contains("4711") && !citizen.contains("KOD"), "{citizen}");
        assert!(!citizen.contains("ALLVARLIG") && !citizen.contains("scoreRanges") && !citizen.contains("counts"));
        assert!(citizen.contains("Ofta"));
    }
}
