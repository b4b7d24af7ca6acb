//! Items: what is made of them, and what was kept of them put back.

use domain::OptionId;
use domain::template::{Code, Item, ItemKind, Picture};
use domain::text::read;
use serde_json::{Value, json};

use super::{conditions, kinds};
use crate::json::{Object, extend, object, push, put_back, put_back_or_leave_out, put_text, text_of};
use crate::links::{Link, Links};
use crate::markdown::put_shown;
use crate::names::{CODE, DECORATIVE, HELP, ITEM_MEDIA, VALIDATION_TEXT, own};

/// What an item is made into, before anything that was kept of it is put back.
#[derive(Default)]
pub(crate) struct Made {
    /// All but what follows.
    pub(crate) fields: Object,
    /// The alternatives.
    pub(crate) options: Vec<(OptionId, Object)>,
    /// The rows of a *matris*.
    pub(crate) rows: Vec<(OptionId, Object)>,
    /// The help below a question, an item of its own to other systems.
    pub(crate) help: Option<Object>,
}

/// Makes an item without what it holds.
pub(crate) fn make(link: &Link<'_>, links: &Links<'_>) -> Made {
    let item = link.item;
    let mut made = Made::default();
    let is_display = matches!(item.kind, ItemKind::Information { .. });
    let to = &mut made.fields;
    to.insert("linkId".to_owned(), link.link_id.as_str().into());
    if is_display {
        put_shown(to, &item.text, links.has_marks());
    } else {
        put_text(to, "text", &item.text);
    }
    if !item.details.codes.is_empty() && !is_display {
        to.insert("code".to_owned(), Value::Array(item.details.codes.iter().map(code).collect()));
    }
    if item.required && (item.is_question() || matches!(item.kind, ItemKind::RepeatedSection { .. })) {
        // The rows of a matris are the questions.
        if !matches!(item.kind, ItemKind::Matrix { .. }) {
            to.insert("required".to_owned(), true.into());
        }
    }
    kinds::put(&mut made, link, links);
    let to = &mut made.fields;
    if !item.details.fault_text.is_empty() {
        extend(to, own(VALIDATION_TEXT), "valueString", item.details.fault_text.as_str());
    }
    if is_display {
        item.details.codes.iter().for_each(|one| extend(to, own(CODE), "valueCoding", code(one)));
        if !item.help.is_empty() {
            // As Markdown it has marks, and as a string it is plain.
            let kind = if links.has_marks() && read(&item.help).has_marks { "valueMarkdown" } else { "valueString" };
            extend(to, own(HELP), kind, item.help.as_str());
        }
    } else if !item.help.is_empty() {
        made.help = Some(help(&link.link_id, &item.help, links.has_marks()));
    }
    if let Some(picture) = &item.picture {
        put_picture(to, picture);
    }
    kinds::initial(to, link);
    if let Some(condition) = &item.shown_when {
        conditions::put(to, condition, links);
    }
    made
}

fn put_picture(to: &mut Object, picture: &Picture) {
    let mut attachment = object([("contentType", Some("image/jpeg".into()))]);
    put_text(&mut attachment, "data", &picture.data);
    put_text(&mut attachment, "title", &picture.alt);
    extend(to, ITEM_MEDIA, "valueAttachment", attachment);
    if picture.decorative {
        extend(to, own(DECORATIVE), "valueBoolean", true);
    }
}

/// An item with what was kept of it and what it holds. `within` are the items that are written into it.
pub(super) fn write(link: &Link<'_>, links: &Links<'_>, within: Vec<Value>) -> Object {
    let kept = &link.kept;
    let made = make(link, links);
    let mut item = made.fields;
    put_back(&mut item, &kept.fields);
    let mut inside = Vec::new();
    if let Some(help) = put_back_or_leave_out(made.help, kept.help.as_ref()) {
        inside.push(Value::Object(help));
    }
    let options: Vec<Value> = made
        .options
        .into_iter()
        .filter_map(|(id, option)| put_back_or_leave_out(Some(option), kept.options.get(&id)))
        .map(Value::Object)
        .collect();
    if matches!(link.item.kind, ItemKind::Matrix { .. }) {
        for (id, row) in made.rows {
            let Some(mut row) = put_back_or_leave_out(Some(row), kept.rows.get(&id)) else { continue };
            if !options.is_empty() {
                row.insert("answerOption".to_owned(), Value::Array(options.clone()));
            }
            inside.push(Value::Object(row));
        }
    } else if !options.is_empty() {
        item.insert("answerOption".to_owned(), Value::Array(options));
    }
    inside.extend(within);
    inside.extend(kept.rest.iter().cloned());
    if !inside.is_empty() {
        item.insert("item".to_owned(), Value::Array(inside));
    }
    item
}

/// What could not be asked here, as it came; with names of its own where those are taken.
pub(super) fn foreign(link: &Link<'_>) -> Object {
    let Some(mut item) = link.kept.item.clone() else {
        let hidden = json!([{ "url": crate::names::HIDDEN, "valueBoolean": true }]);
        let mut item = object([("type", Some("display".into())), ("extension", Some(hidden))]);
        item.insert("linkId".to_owned(), link.link_id.as_str().into());
        put_text(&mut item, "text", &link.item.text);
        return item;
    };
    if text_of(&item, "linkId").is_some_and(|own| own != link.link_id) {
        rename(&mut item, &format!("-{}", link.item.id));
        item.insert("linkId".to_owned(), link.link_id.as_str().into());
    }
    item
}

/// A copy's inner items are called otherwise than those that it was copied from.
fn rename(item: &mut Object, suffix: &str) {
    for inner in item.get_mut("item").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Value::Object(inner) = inner {
            if let Some(Value::String(link_id)) = inner.get_mut("linkId") {
                link_id.push_str(suffix);
            }
            rename(inner, suffix);
        }
    }
}

fn help(link_id: &str, text: &str, has_marks: bool) -> Object {
    let mut help = object([("type", Some("display".into()))]);
    help.insert("linkId".to_owned(), format!("{link_id}.help").into());
    put_shown(&mut help, text, has_marks);
    kinds::control(&mut help, "help");
    help
}

pub(super) fn code(code: &Code) -> Value {
    let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
    Value::Object(object([
        ("system", text(&code.system)),
        ("code", text(&code.code)),
        ("display", text(&code.display)),
    ]))
}

/// The items of a list, each with what it holds. Questions that stood in questions go back into them.
pub(super) fn list(items: &[Item], links: &Links<'_>) -> Vec<(bool, Value)> {
    let mut heads: Vec<(&Link<'_>, Vec<Value>)> = Vec::new();
    let links_of = items.iter().filter_map(|item| links.item(item.id)).collect::<Vec<_>>();
    // From the end: what stands in a question that itself stands in one is written first.
    let mut within: std::collections::BTreeMap<usize, Vec<(usize, Value)>> = std::collections::BTreeMap::new();
    for (at, link) in links_of.iter().enumerate().rev() {
        let mut inner = within.remove(&at).unwrap_or_default();
        inner.reverse();
        let inner: Vec<Value> = inner.into_iter().map(|(_, value)| value).collect();
        let parent = link.kept.under.as_deref().and_then(|name| {
            let is_it = |one: &&Link<'_>| one.link_id == name && !one.item.kind.is_section() && one.kept.item.is_none();
            links_of[..at].iter().position(is_it)
        });
        match parent {
            Some(parent) => {
                let value = Value::Object(one(link, links, inner));
                within.entry(parent).or_default().push((at, value));
            }
            None => heads.push((link, inner)),
        }
    }
    heads.reverse();
    let is_bare = |link: &Link<'_>| link.kept.bare || matches!(link.item.kind, ItemKind::Section);
    heads.into_iter().map(|(link, inner)| (is_bare(link), Value::Object(one(link, links, inner)))).collect()
}

fn one(link: &Link<'_>, links: &Links<'_>, mut within: Vec<Value>) -> Object {
    if matches!(link.item.kind, ItemKind::Foreign { .. }) {
        let mut item = foreign(link);
        within.into_iter().for_each(|inner| push(&mut item, "item", inner));
        return item;
    }
    within.extend(list(&link.item.items, links).into_iter().map(|(_, value)| value));
    write(link, links, within)
}
