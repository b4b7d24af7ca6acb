//! The message's texts: what stands before the form, or is all there is.

use domain::template::{BodyPart, TemplateContent};
use serde_json::Value;

use super::{Reader, is_conditional, is_hidden, place, repeats};
use crate::json::{Object, concept, extension, is_true, objects, own_word, text_of};
use crate::kept::KeptRoot;
use crate::markdown::shown;
use crate::names::{DISPLAY_CATEGORY, ITEM_CONTROL, ITEM_KIND, SLOT_REQUIRED, own};
use crate::remark::RemarkKind;

/// What was taken as the message, and what was not.
pub(super) struct Message<'a> {
    /// The group that the texts stood in.
    pub(super) group: Option<&'a Object>,
    /// The texts, each with what it is kept by.
    pub(super) parts: Vec<(String, &'a Object)>,
    /// The items of the form.
    pub(super) rest: Vec<&'a Object>,
}

/// Takes the texts: the first group when it is ours or holds nothing but instructions; without one, instructions that stand
/// first; and every text that stands by itself when nothing can be answered, since nothing of a form is sent then.
pub(super) fn read<'a>(
    root: &'a Object,
    reader: &mut Reader<'_>,
    content: &mut TemplateContent,
    kept: &mut KeptRoot,
    may_reply: Option<bool>,
) -> Message<'a> {
    let mut rest: Vec<&Object> = objects(root, "item").collect();
    let group = rest.first().copied().filter(|first| is_message(first));
    let texts: Vec<&Object> = if let Some(group) = group {
        rest.remove(0);
        objects(group, "item").collect()
    } else {
        let is_only_told = may_reply == Some(false) || !rest.iter().any(|item| asks(item));
        let leading = rest.iter().take_while(|item| is_text(item) && is_instruction(item)).count();
        let mut number = 0;
        let mut taken = Vec::new();
        rest.retain(|item| {
            number += 1;
            let is_taken = (is_only_told && is_text(item)) || number <= leading;
            if is_taken {
                taken.push(*item);
            }
            !is_taken
        });
        kept.loose = !taken.is_empty();
        taken
    };
    if let Some(group) = group {
        name(kept, "message", group);
    }
    let parts = texts.into_iter().map(|item| (part(item, reader, content, kept), item)).collect();
    Message { group, parts, rest }
}

/// Takes one text; what it is kept by.
fn part(item: &Object, reader: &mut Reader<'_>, content: &mut TemplateContent, kept: &mut KeptRoot) -> String {
    let text = text_of(item, "text").unwrap_or_default().to_owned();
    let single = match kind(item) {
        Some("purpose") if content.purpose.is_empty() || content.purpose == text => {
            Some(("purpose", &mut content.purpose))
        }
        Some("answer-use") if content.answer_use.is_empty() => Some(("answer-use", &mut content.answer_use)),
        Some("contact") if content.contact.is_empty() => Some(("contact", &mut content.contact)),
        _ => None,
    };
    let by = match single {
        Some((by, place)) if !kept.parts.contains_key(by) && !text.is_empty() => {
            *place = text;
            // Found twice it is a text like any other.
            kept.parts.insert(by.to_owned(), Value::Null);
            by.to_owned()
        }
        _ => {
            let id = reader.item_id();
            content.body.push(if kind(item) == Some("slot") {
                let required = extension(item, &own(SLOT_REQUIRED)).and_then(Value::as_bool) == Some(true);
                BodyPart::Slot { id, label: text, required }
            } else {
                BodyPart::Text { id, text: shown(item) }
            });
            if kind(item).is_none() {
                reader.say(&place(item), RemarkKind::BecameMessage);
            }
            id.to_string()
        }
    };
    name(kept, &by, item);
    by
}

fn name(kept: &mut KeptRoot, by: &str, item: &Object) {
    if let Some(link_id) = text_of(item, "linkId").filter(|link_id| !link_id.is_empty()) {
        kept.link_ids.insert(by.to_owned(), link_id.to_owned());
    }
}

fn kind(item: &Object) -> Option<&str> {
    own_word(item, ITEM_KIND)
}

fn is_message(group: &Object) -> bool {
    let mut texts = objects(group, "item").peekable();
    let is_group = text_of(group, "type") == Some("group") && is_plain(group) && !repeats(group);
    let is_ours = kind(group) == Some("message") && texts.peek().is_some();
    let is_instructions = texts.peek().is_some_and(|first| is_text(first) && is_instruction(first));
    is_group && (is_ours || is_instructions) && texts.all(|item| is_text(item) || is_slot(item))
}

fn is_plain(item: &Object) -> bool {
    !is_conditional(item) && !is_hidden(item) && !item.contains_key("modifierExtension")
}

fn is_text(item: &Object) -> bool {
    text_of(item, "type") == Some("display")
        && is_plain(item)
        && objects(item, "item").next().is_none()
        && concept(item, ITEM_CONTROL).is_none()
}

fn is_slot(item: &Object) -> bool {
    kind(item) == Some("slot")
        && text_of(item, "type") == Some("text")
        && is_plain(item)
        && is_true(item, "readOnly")
        && objects(item, "item").next().is_none()
}

fn is_instruction(item: &Object) -> bool {
    concept(item, DISPLAY_CATEGORY) == Some("instructions")
}

/// Whether a citizen answers something in it.
fn asks(item: &Object) -> bool {
    !matches!(text_of(item, "type"), Some("group" | "display")) || objects(item, "item").any(asks)
}
