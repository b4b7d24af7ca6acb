//! What each kind of item is in FHIR.

use domain::reply::{Answer, Decimal};
use domain::template::{Choice, ChoiceRole, DateLimit, FileKinds, InformationStyle, Item, ItemKind, TextFormat};
use serde_json::{Value, json};

use super::items::Made;
use crate::json::{Object, coded, extend, object, put_text};
use crate::links::{Link, Links, option_value, yes_no};
use crate::names::{
    CODE_DISPLAY, CONSTRAINT, CONTROLS, EARLIEST, EXCLUSIVE, INITIAL, ITEM_CONTROL, ITEM_KIND, LATEST, MAX_DECIMALS,
    MAX_OCCURS, MAX_SIZE, MAX_VALUE, MAX_WRITTEN, MIME_TYPE, MIN_VALUE, MIN_WRITTEN, OPEN_LABEL, OPTION_EXCLUSIVE,
    OPTION_ROLE, ORDINAL, REGEX, ROW_NAME, SCALE_COUNTS, SCALE_HIGH, SCALE_LOW, SLIDER_STEP, STYLE, TEXT_FORMAT, UCUM,
    UNIT, own,
};

/// What files may be, by kind.
pub(crate) const IMAGES: [&str; 3] = ["image/jpeg", "image/png", "image/gif"];
pub(crate) const PDF: &str = "application/pdf";

/// What is said of a confirmation that is not ticked, where the question has no words of its own.
const MUST_CONFIRM: &str = "Du behöver bekräfta för att kunna skicka.";

/// Writes the kind: type, limits, alternatives.
pub(super) fn put(made: &mut Made, link: &Link<'_>, links: &Links<'_>) {
    let item = link.item;
    let to = &mut made.fields;
    match &item.kind {
        ItemKind::LongText { max_length } => {
            set_type(to, "text");
            to.insert("maxLength".to_owned(), (*max_length).into());
        }
        ItemKind::ShortText { max_length, format } => {
            set_type(to, "string");
            to.insert("maxLength".to_owned(), (*max_length).into());
            text_format(to, *format);
        }
        ItemKind::YesNo if link.is_as("boolean") => set_type(to, "boolean"),
        ItemKind::YesNo => {
            set_type(to, "choice");
            control(to, "radio-button");
            extend(to, own(ITEM_KIND), "valueCode", "yes-no");
            let answers = [(true, "Ja"), (false, "Nej")].map(|(yes, display)| {
                let mut coding = yes_no(yes);
                coding.insert("display".to_owned(), display.into());
                let selected = (item.details.initial == Some(Answer::YesNo(yes))).then_some(Value::Bool(true));
                Value::Object(object([("valueCoding", Some(Value::Object(coding))), ("initialSelected", selected)]))
            });
            to.insert("answerOption".to_owned(), Value::Array(answers.to_vec()));
        }
        ItemKind::SingleChoice { options } => choice(made, link, links, options, "radio-button"),
        ItemKind::Dropdown { options } => choice(made, link, links, options, "drop-down"),
        ItemKind::MultipleChoice { options } => {
            choice(made, link, links, options, "check-box");
            made.fields.insert("repeats".to_owned(), true.into());
            if !options.is_empty() {
                extend(&mut made.fields, MAX_OCCURS, "valueInteger", options.len());
            }
        }
        ItemKind::Matrix { rows, options } => {
            set_type(to, "group");
            control(to, "gtable");
            extend(to, own(ITEM_KIND), "valueCode", "matrix");
            made.options = options.iter().map(|one| (one.id, option(link, one, false))).collect();
            made.rows = rows.iter().map(|row| (row.id, self::row(link, row))).collect();
        }
        ItemKind::Number { unit, min, max, decimals } => {
            let is_whole = link.is_whole();
            set_type(to, if is_whole { "integer" } else { "decimal" });
            number_limit(to, (MIN_VALUE, MIN_WRITTEN), min.as_deref(), is_whole);
            number_limit(to, (MAX_VALUE, MAX_WRITTEN), max.as_deref(), is_whole);
            if !is_whole {
                extend(to, MAX_DECIMALS, "valueInteger", *decimals);
            }
            if !unit.is_empty() {
                // A code begins and ends with a sign and has single spaces; what else was written is words.
                let is_code = unit.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
                let coded = |text: &str| is_code.then(|| Value::from(text));
                let coding =
                    [("system", coded(UCUM)), ("code", coded(unit)), ("display", Some(Value::from(unit.as_str())))];
                extend(to, UNIT, "valueCoding", Value::Object(object(coding)));
            }
        }
        ItemKind::Scale { min, max, low, high, counts } => {
            set_type(to, "integer");
            extend(to, MIN_VALUE, "valueInteger", *min);
            extend(to, MAX_VALUE, "valueInteger", *max);
            control(to, "slider");
            extend(to, SLIDER_STEP, "valueInteger", 1);
            extend(to, own(ITEM_KIND), "valueCode", "scale");
            if *counts {
                extend(to, own(SCALE_COUNTS), "valueBoolean", true);
            }
            for (name, text) in [(SCALE_LOW, low), (SCALE_HIGH, high)] {
                if !text.is_empty() {
                    extend(to, own(name), "valueString", text.as_str());
                }
            }
        }
        ItemKind::Date { earliest, latest } => {
            set_type(to, "date");
            date_limit(to, (MIN_VALUE, MIN_WRITTEN, EARLIEST), earliest.as_ref());
            date_limit(to, (MAX_VALUE, MAX_WRITTEN, LATEST), latest.as_ref());
        }
        ItemKind::Time => set_type(to, "time"),
        ItemKind::DateTime => set_type(to, "dateTime"),
        ItemKind::Confirmation => {
            set_type(to, "boolean");
            control(to, "check-box");
            extend(to, own(ITEM_KIND), "valueCode", "confirmation");
            if item.required {
                must_be_true(to, item);
            }
        }
        ItemKind::Attachment { max_files, accepts, max_megabytes } => {
            set_type(to, "attachment");
            if *max_files != 1 {
                to.insert("repeats".to_owned(), true.into());
                extend(to, MAX_OCCURS, "valueInteger", *max_files);
            }
            let pdf = (*accepts != FileKinds::Images).then_some(PDF);
            let images = IMAGES.into_iter().filter(|_| *accepts != FileKinds::Pdf);
            pdf.into_iter().chain(images).for_each(|kind| extend(to, MIME_TYPE, "valueCode", kind));
            if let Some(size) = max_megabytes {
                extend(to, MAX_SIZE, "valueDecimal", f64::from(*size));
            }
        }
        ItemKind::Information { style } => {
            set_type(to, "display");
            let word = match style {
                InformationStyle::Plain => return,
                InformationStyle::Important => "important",
                InformationStyle::Framed => "framed",
                InformationStyle::Foldable => "foldable",
            };
            extend(to, own(STYLE), "valueCode", word);
        }
        ItemKind::Section => set_type(to, "group"),
        ItemKind::RepeatedSection { row, max_rows } => {
            set_type(to, "group");
            to.insert("repeats".to_owned(), true.into());
            extend(to, MAX_OCCURS, "valueInteger", *max_rows);
            if !row.is_empty() {
                extend(to, own(ROW_NAME), "valueString", row.as_str());
            }
        }
        ItemKind::Foreign { name } => set_type(to, name),
    }
}

/// Writes the answer that stands there from the beginning, of what has no alternatives.
pub(super) fn initial(to: &mut Object, link: &Link<'_>) {
    let Some(answer) = &link.item.details.initial else { return };
    let is_yes_no = matches!(link.item.kind, ItemKind::YesNo);
    let value = match answer {
        Answer::YesNo(_) if is_yes_no && !link.is_as("boolean") => return,
        Answer::Choice(_) | Answer::Choices(_) => return,
        Answer::YesNo(yes) if is_yes_no => Some(("valueBoolean", Value::Bool(*yes))),
        Answer::Confirmed(yes) if matches!(link.item.kind, ItemKind::Confirmation) => {
            Some(("valueBoolean", Value::Bool(*yes)))
        }
        Answer::Text(text) if !text.is_empty() => Some(("valueString", text.as_str().into())),
        Answer::Number(text) if is_canonical(text) => json_number(text, !link.is_whole())
            .map(|number| (if number.is_f64() { "valueDecimal" } else { "valueInteger" }, number)),
        Answer::Date(text) if is_day(text) => Some(("valueDate", text.as_str().into())),
        Answer::Time(text) if is_time(text) => Some(("valueTime", format!("{text}:00").into())),
        _ => None,
    };
    match value {
        Some((key, value)) => {
            to.insert("initial".to_owned(), json!([{ (key): value }]));
        }
        None => {
            if let Ok(text) = serde_json::to_string(answer) {
                extend(to, own(INITIAL), "valueString", text);
            }
        }
    }
}

fn set_type(to: &mut Object, name: &str) {
    to.insert("type".to_owned(), name.into());
}

pub(super) fn control(to: &mut Object, code: &str) {
    extend(to, ITEM_CONTROL, "valueCodeableConcept", coded(CONTROLS, code));
}

fn text_format(to: &mut Object, format: TextFormat) {
    let (word, pattern) = match format {
        TextFormat::Any => return,
        TextFormat::Phone => ("phone", r"^\+?[0-9][0-9 \-]*$"),
        TextFormat::Email => ("email", r"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
        TextFormat::PersonNumber => ("person-number", r"^([0-9]{2})?[0-9]{6}[\-+]?[0-9]{4}$"),
    };
    extend(to, own(TEXT_FORMAT), "valueCode", word);
    extend(to, REGEX, "valueString", pattern);
}

fn choice(made: &mut Made, link: &Link<'_>, links: &Links<'_>, options: &[Choice], how: &str) {
    let others = options.iter().filter(|option| option.role == ChoiceRole::Other).count();
    // Other systems add their own field for what is not listed, so ours would stand there twice.
    let is_added_by_others = |option: &Choice| {
        others == 1
            && options.len() > 1
            && !option.text.is_empty()
            && option.role == ChoiceRole::Other
            && option.score.is_none()
            && option.code.is_none()
            && !is_initial(link.item, option)
            && !links.is_asked(option.id)
            && options.last().is_some_and(|last| last.id == option.id)
    };
    let is_read_as_exclusive = matches!(link.item.kind, ItemKind::MultipleChoice { .. });
    set_type(&mut made.fields, if others > 0 { "open-choice" } else { "choice" });
    control(&mut made.fields, how);
    for one in options {
        if is_added_by_others(one) {
            put_extension(&mut made.fields, OPEN_LABEL, &one.text);
            continue;
        }
        if one.role == ChoiceRole::Exclusive
            && is_read_as_exclusive
            && let (_, Value::Object(coding)) = option_value(link.item.id, &link.kept, one)
            && let Some(code) = coding.get("code")
        {
            extend(&mut made.fields, own(EXCLUSIVE), "valueCode", code.clone());
        }
        made.options.push((one.id, option(link, one, is_initial(link.item, one))));
    }
}

fn put_extension(to: &mut Object, url: &str, text: &str) {
    if !text.is_empty() {
        extend(to, url, "valueString", text);
    }
}

fn is_initial(item: &Item, option: &Choice) -> bool {
    item.details.initial.as_ref().is_some_and(|answer| answer.chosen().contains(&option.id))
}

fn option(link: &Link<'_>, choice: &Choice, is_initial: bool) -> Object {
    let (kind, mut value) = option_value(link.item.id, &link.kept, choice);
    let mut made = Object::new();
    score_and_role(&mut made, choice);
    if choice.role == ChoiceRole::Exclusive {
        extend(&mut made, OPTION_EXCLUSIVE, "valueBoolean", true);
    }
    if let Some(code) = choice.code.as_ref().filter(|code| !code.display.is_empty()) {
        extend(&mut made, own(CODE_DISPLAY), "valueString", code.display.as_str());
    }
    if let (Some(score), Value::Object(coding)) = (choice.score, &mut value) {
        // Where the one kind of renderer looks for it; the other looks beside.
        extend(coding, ORDINAL, "valueDecimal", score);
    }
    made.insert(format!("value{kind}"), value);
    if is_initial {
        made.insert("initialSelected".to_owned(), true.into());
    }
    made
}

fn score_and_role(made: &mut Object, choice: &Choice) {
    if let Some(score) = choice.score {
        extend(made, ORDINAL, "valueDecimal", score);
    }
    if choice.role == ChoiceRole::Other {
        extend(made, own(OPTION_ROLE), "valueCode", "other");
    }
}

/// A row of a *matris*: a question of its own to other systems.
fn row(link: &Link<'_>, choice: &Choice) -> Object {
    let mut row = object([("type", Some("choice".into()))]);
    row.insert("linkId".to_owned(), format!("{}.{}", link.link_id, choice.id).into());
    put_text(&mut row, "text", &choice.text);
    control(&mut row, "radio-button");
    if let Some(code) = &choice.code {
        row.insert("code".to_owned(), Value::Array(vec![super::items::code(code)]));
    }
    score_and_role(&mut row, choice);
    if choice.role == ChoiceRole::Exclusive {
        extend(&mut row, own(OPTION_ROLE), "valueCode", "exclusive");
    }
    if link.item.required {
        row.insert("required".to_owned(), true.into());
    }
    row
}

fn must_be_true(to: &mut Object, item: &Item) {
    let human = if item.details.fault_text.is_empty() { MUST_CONFIRM } else { &item.details.fault_text };
    let parts = json!([
        { "url": "key", "valueId": format!("c-{}", item.id) },
        { "url": "severity", "valueCode": "error" },
        { "url": "expression", "valueString": "answer.value = true" },
        { "url": "human", "valueString": human },
    ]);
    let constraint = object([("url", Some(CONSTRAINT.into())), ("extension", Some(parts))]);
    crate::json::push(to, "extension", Value::Object(constraint));
}

/// A number as JSON: a fraction also when it is whole, where `is_decimal`.
pub(crate) fn json_number(text: &str, is_decimal: bool) -> Option<Value> {
    let text = Decimal::parse(text).ok()?.to_string();
    match text.parse::<i64>() {
        Ok(whole) if !is_decimal => Some(whole.into()),
        _ => text.parse::<f64>().ok().map(Value::from),
    }
}

/// Whether this is how [`json_number`] is read back.
fn is_canonical(text: &str) -> bool {
    Decimal::parse(text).is_ok_and(|number| number.to_string() == text)
        && json_number(text, false).is_some_and(|number| crate::import::number_text(&number).as_deref() == Some(text))
}

fn number_limit(to: &mut Object, (url, written): (&str, &str), limit: Option<&str>, is_whole: bool) {
    let Some(text) = limit else { return };
    if let Some(number) = json_number(text, !is_whole) {
        extend(to, url, if number.is_f64() { "valueDecimal" } else { "valueInteger" }, number);
    }
    if !is_canonical(text) {
        extend(to, own(written), "valueString", text);
    }
}

fn date_limit(to: &mut Object, (url, written, days_from_today): (&str, &str, &str), limit: Option<&DateLimit>) {
    match limit {
        None => {}
        Some(DateLimit::Day { date }) if is_day(date) => extend(to, url, "valueDate", date.as_str()),
        Some(DateLimit::Day { date }) => extend(to, own(written), "valueString", date.as_str()),
        Some(DateLimit::FromToday { days }) => extend(to, own(days_from_today), "valueInteger", *days),
    }
}

fn is_like(text: &str, pattern: &str) -> bool {
    let is_same = |(byte, like): (u8, u8)| if like == b'0' { byte.is_ascii_digit() } else { byte == like };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(is_same)
}

/// `ÅÅÅÅ-MM-DD`.
pub(crate) fn is_day(text: &str) -> bool {
    is_like(text, "0000-00-00")
}

/// `HH:MM`.
pub(crate) fn is_time(text: &str) -> bool {
    is_like(text, "00:00") && text[..2] < *"24" && text[3..] < *"60"
}
