//! What the file held beyond what is made of it: found by making it, so that what is kept is exactly what would be lost.

use std::collections::BTreeMap;

use domain::ItemId;
use domain::template::tree::walk;
use domain::template::{Item, ItemKind, TemplateContent};
use serde_json::Value;

use super::message::Message;
use super::{Reader, Source, place};
use crate::export;
use crate::json::{Object, difference, difference_or_absence};
use crate::kept::{Kept, KeptRoot};
use crate::links::{Link, Links, SINGLE};
use crate::markdown::is_all_shown;
use crate::remark::{Part, RemarkKind};

/// Puts what is to be kept into the content.
pub(super) fn keep(
    reader: &mut Reader<'_>,
    content: &mut TemplateContent,
    mut root: KeptRoot,
    fields: &Object,
    message: &Message<'_>,
) {
    let mut foreign: BTreeMap<ItemId, String> = BTreeMap::new();
    let mut formatted: Vec<Part> = Vec::new();
    {
        let links = Links::of(content, &root);
        for item in walk(&content.form) {
            let (Some(link), Some(source)) = (links.item(item.id), reader.sources.get(&item.id)) else { continue };
            let kept = of_item(link, source, &links);
            let is_shown = matches!(item.kind, ItemKind::Information { .. }) && is_all_shown(&source.fields);
            let help = kept.help.as_ref().and_then(Value::as_object);
            let is_help_shown = source.help.as_ref().is_none_or(is_all_shown);
            if (has_formatting(&kept.fields) && !is_shown) || (help.is_some_and(has_formatting) && !is_help_shown) {
                formatted.push(place(&source.fields));
            }
            foreign.insert(item.id, kept.text());
        }
        let made = export::parts(content, &links);
        let mut parts = BTreeMap::new();
        for (by, part) in &made {
            let from = message.parts.iter().find(|(name, _)| name == by).map(|(_, from)| *from);
            if let Some(change) = difference_or_absence(Some(part), from) {
                let is_shown = |from: &Object| is_all_shown(from) && !SINGLE.contains(&by.as_str());
                if let Some(from) =
                    from.filter(|from| change.as_object().is_some_and(has_formatting) && !is_shown(from))
                {
                    formatted.push(place(from));
                }
                parts.insert(by.clone(), change);
            }
        }
        root.message = message.group.and_then(|group| {
            let mut group = group.clone();
            group.remove("item");
            difference_or_absence(Some(&export::message_group(&links)), Some(&group))
        });
        root.parts = parts;
        root.fields = difference(&export::fields(content), fields);
    }
    formatted.iter().for_each(|at| reader.say(at, RemarkKind::FormattingNotShown));
    content.foreign = root.text();
    put(&mut content.form, &mut foreign);
}

fn put(items: &mut [Item], foreign: &mut BTreeMap<ItemId, String>) {
    for item in items {
        if let Some(text) = foreign.remove(&item.id) {
            item.details.foreign = text;
        }
        put(&mut item.items, foreign);
    }
}

/// Whether the text has a twin that says how it looks.
fn has_formatting(fields: &Object) -> bool {
    let change = fields.get("text").and_then(Value::as_array);
    change.and_then(|change| change.get(1)).is_some_and(|is| is.get("_text").is_some())
}

fn of_item(link: &Link<'_>, source: &Source, links: &Links<'_>) -> Kept {
    let mut kept = link.kept.clone();
    let made = export::make(link, links);
    let mut fields = source.fields.clone();
    if !matches!(link.item.kind, ItemKind::YesNo) && !source.options.is_empty() {
        fields.remove("answerOption");
    }
    kept.fields = difference(&made.fields, &fields);
    kept.help = difference_or_absence(made.help.as_ref(), source.help.as_ref());
    let changes = |made: &[(domain::OptionId, Object)], from: &[(domain::OptionId, Object)]| {
        let of = |id| from.iter().find(|(one, _)| *one == id).map(|(_, option)| option);
        made.iter().filter_map(|(id, option)| Some((*id, difference_or_absence(Some(option), of(*id))?))).collect()
    };
    kept.options = changes(&made.options, &source.options);
    kept.rows = changes(&made.rows, &source.rows);
    kept
}
