//! A template as a Questionnaire.

pub(crate) mod conditions;
mod items;
pub(crate) mod kinds;

use domain::template::{BodyPart, ScoreRange, TemplateContent};
use serde_json::{Value, json};

use crate::about::About;
use crate::json::{Object, coded, extend, object, push, put_back, put_back_or_leave_out, put_text};
use crate::kept::KeptRoot;
use crate::links::{Links, SINGLE};
use crate::markdown::put_shown;
use crate::names::{
    CAREGIVER_INSTRUCTION, CATEGORIES, DESIGN_NOTE, DISPLAY_CATEGORY, ITEM_KIND, MAY_REPLY, SCORE_RANGE, SLOT_REQUIRED,
    own,
};

pub(crate) use items::make;

use crate::translations;

/// The heading of the message's texts.
const MESSAGE: &str = "Meddelande från mottagningen";

/// Writes a template as a FHIR R4 Questionnaire, as `docs/fhir.md` says.
///
/// What `about` does not say is as the file had it that the template was read from.
pub fn export(content: &TemplateContent, about: &About) -> Value {
    let kept = KeptRoot::of(&content.foreign);
    let mut links = Links::of(content, &kept);
    let mut root = fields(content);
    about.put(&mut root);
    put_back(&mut root, &kept.fields);
    root.entry("status").or_insert_with(|| "draft".into());

    let mut all = message(content, &kept, &links);
    let mut wrapped: Vec<Value> = Vec::new();
    for (is_bare, item) in items::list(&content.form, &links) {
        if is_bare {
            all.extend(wrap(&mut wrapped, &mut links));
            all.push(item);
        } else {
            wrapped.push(item);
        }
    }
    all.extend(wrap(&mut wrapped, &mut links));
    if !all.is_empty() {
        root.insert("item".to_owned(), Value::Array(all));
    }
    translations::put(&mut root, content, &links);
    Value::Object(root)
}

/// What is said of the form as a whole.
pub(crate) fn fields(content: &TemplateContent) -> Object {
    let mut root = object([
        ("resourceType", Some("Questionnaire".into())),
        ("language", Some("sv-SE".into())),
        ("meta", Some(json!({ "tag": [{ "system": "urn:ietf:bcp:47", "code": "sv-SE", "display": "Svenska" }] }))),
        ("subjectType", Some(json!(["Patient"]))),
    ]);
    put_text(&mut root, "name", &computer_name(&content.name));
    put_text(&mut root, "title", &content.name);
    put_text(&mut root, "purpose", &content.purpose);
    if !content.handler_instruction.is_empty() {
        // Never an item: a renderer that knows nothing of hidden items would show it.
        let text = content.handler_instruction.as_str();
        extend(&mut root, DESIGN_NOTE, "valueMarkdown", text);
        extend(&mut root, own(CAREGIVER_INSTRUCTION), "valueMarkdown", text);
    }
    extend(&mut root, own(MAY_REPLY), "valueBoolean", content.answerable);
    for ScoreRange { id: _, name, from, to } in &content.score_ranges {
        let mut range = object([("url", Some(own(SCORE_RANGE).into()))]);
        if !name.is_empty() {
            extend(&mut range, "name", "valueString", name.as_str());
        }
        extend(&mut range, "from", "valueInteger", *from);
        extend(&mut range, "to", "valueInteger", *to);
        push(&mut root, "extension", Value::Object(range));
    }
    root
}

/// `^[A-Z][A-Za-z0-9_]{0,254}$` (que-0), made of the name.
fn computer_name(name: &str) -> String {
    let plain = |sign: char| match sign {
        'å' | 'ä' | 'à' | 'á' => 'a',
        'Å' | 'Ä' => 'A',
        'ö' | 'ø' => 'o',
        'Ö' | 'Ø' => 'O',
        'é' | 'è' | 'ü' => 'e',
        other => other,
    };
    let mut made = String::new();
    for word in name.split(|sign: char| !plain(sign).is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut signs = word.chars().map(plain);
        made.extend(signs.next().map(|first| first.to_ascii_uppercase()));
        made.extend(signs);
    }
    if made.starts_with(|first: char| first.is_ascii_digit()) {
        made.insert(0, 'M');
    }
    made.truncate(255);
    made
}

/// The message's texts, each with what it is kept by.
pub(crate) fn parts(content: &TemplateContent, links: &Links<'_>) -> Vec<(String, Object)> {
    let body = content.body.iter().map(|part| (part.id().to_string(), self::part(part, links)));
    let single = [&content.purpose, &content.answer_use, &content.contact];
    let single = SINGLE.into_iter().zip(single).filter(|(_, text)| !text.is_empty()).map(|(name, text)| {
        let mut item = object([("type", Some("display".into())), ("linkId", Some(links.part(name).into()))]);
        put_shown(&mut item, text, false);
        instructions(&mut item);
        extend(&mut item, own(ITEM_KIND), "valueCode", name);
        (name.to_owned(), item)
    });
    body.chain(single).collect()
}

fn part(part: &BodyPart, links: &Links<'_>) -> Object {
    let mut item = object([("linkId", Some(links.part_of(part).into()))]);
    match part {
        BodyPart::Text { text, .. } => {
            item.insert("type".to_owned(), "display".into());
            put_shown(&mut item, text, links.has_marks());
            instructions(&mut item);
        }
        BodyPart::Slot { label, required, .. } => {
            item.insert("type".to_owned(), "text".into());
            put_text(&mut item, "text", label);
            item.insert("readOnly".to_owned(), true.into());
            extend(&mut item, own(ITEM_KIND), "valueCode", "slot");
            extend(&mut item, own(SLOT_REQUIRED), "valueBoolean", *required);
        }
    }
    item
}

fn instructions(item: &mut Object) {
    extend(item, DISPLAY_CATEGORY, "valueCodeableConcept", coded(CATEGORIES, "instructions"));
}

/// The group that the message's texts stand in, without them.
pub(crate) fn message_group(links: &Links<'_>) -> Object {
    let mut group = object([("type", Some("group".into())), ("text", Some(MESSAGE.into()))]);
    group.insert("linkId".to_owned(), links.part("message").into());
    extend(&mut group, own(ITEM_KIND), "valueCode", "message");
    group
}

fn message(content: &TemplateContent, kept: &KeptRoot, links: &Links<'_>) -> Vec<Value> {
    let parts = parts(content, links).into_iter();
    let parts: Vec<Value> = parts
        .filter_map(|(name, part)| put_back_or_leave_out(Some(part), kept.parts.get(&name)))
        .map(Value::Object)
        .collect();
    if kept.loose || parts.is_empty() {
        return parts;
    }
    let group = put_back_or_leave_out(Some(message_group(links)), kept.message.as_ref());
    let mut group = group.unwrap_or_default();
    group.insert("item".to_owned(), Value::Array(parts));
    vec![Value::Object(group)]
}

/// A group around what stands in none: some renderers show nothing that does.
fn wrap(items: &mut Vec<Value>, links: &mut Links<'_>) -> Option<Value> {
    let first = items.first()?.get("linkId")?.as_str()?.to_owned();
    let link_id = links.reserve(&format!("{first}.group"));
    let mut group = object([("type", Some("group".into())), ("linkId", Some(link_id.into()))]);
    extend(&mut group, own(ITEM_KIND), "valueCode", "ungrouped");
    group.insert("item".to_owned(), Value::Array(std::mem::take(items)));
    Some(Value::Object(group))
}
