//! One and the same form in the words of each builder: short and long text, yes or no, one of four, a number, a date.

use serde_json::{Value, json};

/// How a question is answered; they take turns.
#[derive(Clone, Copy)]
enum Kind {
    Short,
    Long,
    YesNo,
    Choice,
    Number,
    Date,
}

const KINDS: [Kind; 6] = [Kind::Short, Kind::Long, Kind::YesNo, Kind::Choice, Kind::Number, Kind::Date];
/// Alternatives of a choice.
const ALTERNATIVES: usize = 4;

/// A template's content, with its form.
pub(crate) fn template(name: &str, questions: usize) -> Value {
    json!({
        "name": name,
        "handlerInstruction": "",
        "purpose": "Dina svar används vid besöket.",
        "answerUse": "Svaren läses av mottagningen.",
        "contact": "Ring mottagningen.",
        "body": [{ "part": "text", "id": id(0, 1), "text": "Svara på frågorna nedan." }],
        "answerable": true,
        "form": form(questions, |number, kind| json!({
            "id": id(1, number), "text": text(number), "help": "", "required": false, "kind": item_kind(number, kind),
        })),
    })
}

fn item_kind(number: usize, kind: Kind) -> Value {
    match kind {
        Kind::Short => json!({ "type": "shortText", "maxLength": 100 }),
        Kind::Long => json!({ "type": "longText", "maxLength": 2000 }),
        Kind::YesNo => json!({ "type": "yesNo" }),
        Kind::Choice => {
            let option = |at| json!({ "id": id(2, number * 10 + at), "text": alternative(at) });
            json!({ "type": "singleChoice", "options": (1..=ALTERNATIVES).map(option).collect::<Value>() })
        }
        Kind::Number => json!({ "type": "number", "unit": "", "min": null, "max": null, "decimals": 0 }),
        Kind::Date => json!({ "type": "date" }),
    }
}

/// A FHIR R4 Questionnaire.
pub(crate) fn questionnaire(questions: usize) -> Value {
    let item = |number, kind| {
        let mut item = json!({ "linkId": key(number), "text": text(number), "type": fhir_type(kind) });
        if matches!(kind, Kind::Choice) {
            let option = |at| json!({ "valueCoding": { "code": format!("a{at}"), "display": alternative(at) } });
            item["answerOption"] = (1..=ALTERNATIVES).map(option).collect();
        }
        item
    };
    json!({ "resourceType": "Questionnaire", "status": "draft", "title": "Mätning", "item": form(questions, item) })
}

fn fhir_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Short => "string",
        Kind::Long => "text",
        Kind::YesNo => "boolean",
        Kind::Choice => "choice",
        Kind::Number => "decimal",
        Kind::Date => "date",
    }
}

/// A form of Form.io's.
pub(crate) fn components(questions: usize) -> Value {
    let component = |number, kind| {
        let mut component =
            json!({ "key": key(number), "label": text(number), "input": true, "type": component_type(kind) });
        let values: Option<Value> = match kind {
            Kind::YesNo => Some(json!([{ "label": "Ja", "value": "yes" }, { "label": "Nej", "value": "no" }])),
            Kind::Choice => {
                let value = |at| json!({ "label": alternative(at), "value": format!("a{at}") });
                Some((1..=ALTERNATIVES).map(value).collect())
            }
            _ => None,
        };
        if let Some(values) = values {
            component["values"] = values;
        }
        component
    };
    json!({ "display": "form", "components": form(questions, component) })
}

fn component_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Short => "textfield",
        Kind::Long => "textarea",
        Kind::YesNo | Kind::Choice => "radio",
        Kind::Number => "number",
        Kind::Date => "day",
    }
}

fn form(questions: usize, item: impl Fn(usize, Kind) -> Value) -> Value {
    (1..=questions).zip(KINDS.into_iter().cycle()).map(|(number, kind)| item(number, kind)).collect()
}

fn text(number: usize) -> String {
    format!("Fråga nummer {number}")
}

fn alternative(at: usize) -> String {
    format!("Alternativ {at}")
}

fn key(number: usize) -> String {
    format!("q{number}")
}

/// The same for the same number.
fn id(family: usize, number: usize) -> String {
    format!("00000000-0000-7000-8{family:03}-{number:012}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_builder_gets_the_same_questions() {
        let texts = |items: &Value, word: &str| -> Vec<String> {
            items.as_array().into_iter().flatten().map(|item| item[word].as_str().unwrap_or_default().into()).collect()
        };
        let ours = texts(&template("x", 8)["form"], "text");
        assert_eq!(ours.len(), 8);
        assert_eq!(ours, texts(&questionnaire(8)["item"], "text"));
        assert_eq!(ours, texts(&components(8)["components"], "label"));
    }

    #[test]
    fn what_is_made_is_a_template() {
        let content: domain::template::TemplateContent = serde_json::from_value(template("x", 12)).expect("content");
        assert_eq!(content.form.len(), 12);
    }
}
