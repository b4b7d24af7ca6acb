//! Items, each with where it came from.

use domain::ItemId;
use domain::reply::Answer;
use domain::template::edit::MAX_CODES;
use domain::template::{Code, Details, Item, ItemKind};
use domain::text::escape;
use serde_json::Value;

use super::kinds::{self, Read};
use super::{Reader, Source, place, repeats};
use crate::json::{Object, concept, extensions, is_true, objects, own_word, text_of, value};
use crate::kept::{Kept, kind_name};
use crate::markdown::shown;
use crate::names::{CODE, HELP, INITIAL, ITEM_CONTROL, ITEM_KIND, VALIDATION_TEXT, key, own, short};
use crate::remark::{NotAsked, Part, RemarkKind};

/// What only tells may not have (que-6, que-8, que-9, que-10).
const NOT_OF_DISPLAY: [&str; 5] = ["required", "repeats", "readOnly", "initial", "maxLength"];
/// Words that stand beside another item and are not shown here.
const BESIDE: [&str; 7] = ["flyover", "lower", "upper", "unit", "prompt", "optionalDisplay", "help"];

impl Reader<'_> {
    /// Reads the items of a list; at the top, those that were put into a group on their way out are taken out of it again.
    pub(super) fn list<'b>(&mut self, items: impl Iterator<Item = &'b Object>, is_top: bool) -> Vec<Item> {
        let mut all = Vec::new();
        for item in items {
            if is_top && is_wrapping(item) {
                objects(item, "item").for_each(|inner| self.item(inner, false, None, &mut all));
            } else {
                self.item(item, is_top, None, &mut all);
            }
        }
        all
    }

    /// Reads an item, and what stood in it where it is no section, one after the other.
    fn item(&mut self, from: &Object, is_top: bool, under: Option<(&str, ItemId)>, to: &mut Vec<Item>) {
        let id = self.item_id();
        let mut fields = from.clone();
        fields.remove("item");
        let named = text_of(from, "linkId").filter(|name| !name.is_empty());
        let link_id = named.map_or_else(|| id.to_string(), str::to_owned);
        fields.insert("linkId".to_owned(), link_id.as_str().into());
        let at = place(&fields);
        if named.is_none() {
            self.say(&at, RemarkKind::LinkIdMade { link_id: link_id.clone() });
        }
        if text_of(from, "type") == Some("display") {
            self.strip(&mut fields, &at);
        }
        let mut source = Source { under: under.map(|(_, id)| id), ..Source::default() };
        let mut kept = Kept { bare: is_top, under: under.map(|(name, _)| name.to_owned()), ..Kept::default() };
        let read = match kinds::read(self, &fields, from, &at, &mut source, &mut kept) {
            Ok(read) => read,
            Err(why) => {
                to.push(self.not_asked(id, from, fields, why, &at, kept));
                return;
            }
        };
        self.picture(id, &mut fields, &at);
        kept.kind = kind_name(&read.kind).to_owned();
        let is_section = read.kind.is_section();
        // A section is asked for like any other, and stands outside of all without being told to.
        kept.bare = is_top && !matches!(read.kind, ItemKind::Section);
        let mut item = self.of_any_kind(id, &fields, read, &at);
        if !link_id.is_empty() {
            item.details.link_id = link_id;
        }
        let mut inner = Vec::new();
        let is_matrix = matches!(item.kind, ItemKind::Matrix { .. });
        for child in objects(from, "item").filter(|child| !is_matrix || is_help(child)) {
            if source.help.is_none() && is_help(child) && !matches!(item.kind, ItemKind::Information { .. }) {
                item.help = shown(child);
                source.help = Some(child.clone());
            } else if !is_section && is_beside(child) {
                let control = concept(child, ITEM_CONTROL).unwrap_or_default().to_owned();
                self.say(
                    &place(child),
                    RemarkKind::NotAsked { kind: control, why: NotAsked::Control, items: count(child) },
                );
                kept.rest.push(Value::Object(child.clone()));
            } else {
                inner.push(child);
            }
        }
        unused(self, &fields, &item.kind, &at);
        source.fields = fields;
        self.sources.insert(id, source);
        item.details.foreign = serde_json::to_string(&kept).unwrap_or_default();
        let name = item.details.link_id.clone();
        if is_section {
            item.items = self.list(inner.into_iter(), false);
            to.push(item);
            return;
        }
        to.push(item);
        for child in inner {
            self.say(&place(child), RemarkKind::Unnested);
            self.item(child, false, Some((&name, id)), to);
        }
    }

    fn strip(&mut self, fields: &mut Object, at: &Part) {
        let there = NOT_OF_DISPLAY.into_iter().filter(|member| fields.remove(*member).is_some());
        let what: Vec<String> = there.map(str::to_owned).collect();
        if !what.is_empty() {
            self.say(at, RemarkKind::DisplayStripped { what });
        }
    }

    fn not_asked(&mut self, id: ItemId, from: &Object, fields: Object, why: NotAsked, at: &Part, kept: Kept) -> Item {
        let name = text_of(from, "type").unwrap_or("?").to_owned();
        self.say(at, RemarkKind::NotAsked { kind: name.clone(), why, items: count(from) });
        let mut whole = fields;
        if let Some(inner) = from.get("item") {
            whole.insert("item".to_owned(), inner.clone());
        }
        let kind = ItemKind::Foreign { name };
        let link_id = text_of(&whole, "linkId").unwrap_or_default().to_owned();
        let kept = Kept { kind: kind_name(&kind).to_owned(), item: Some(whole), ..kept };
        let foreign = serde_json::to_string(&kept).unwrap_or_default();
        let text = text_of(from, "text").unwrap_or_default();
        Item { details: Details { link_id, foreign, ..Details::default() }, ..Item::new(id, text, kind) }
    }

    fn of_any_kind(&mut self, id: ItemId, fields: &Object, read: Read, at: &Part) -> Item {
        let is_display = matches!(read.kind, ItemKind::Information { .. });
        let text = if is_display { shown(fields) } else { text_of(fields, "text").unwrap_or_default().to_owned() };
        let mut item = Item::new(id, text, read.kind);
        item.required = match item.kind {
            ItemKind::Matrix { .. } => read.is_required,
            ItemKind::Information { .. } | ItemKind::Section => false,
            _ => is_true(fields, "required"),
        };
        if is_display {
            item.help = match extensions(fields, &own(HELP)).find_map(value) {
                Some(("Markdown", help)) => help.as_str().unwrap_or_default().to_owned(),
                Some((_, help)) => escape(help.as_str().unwrap_or_default()),
                None => String::new(),
            };
        }
        item.details.fault_text = own_word(fields, VALIDATION_TEXT).unwrap_or_default().to_owned();
        item.details.codes = if is_display {
            extensions(fields, &own(CODE))
                .filter_map(|one| value(one)?.1.as_object())
                .map(code)
                .take(MAX_CODES)
                .collect()
        } else {
            objects(fields, "code").map(code).take(MAX_CODES).collect()
        };
        item.details.initial = read.initial.or_else(|| initial(fields, &item.kind));
        if item.details.initial.is_none() && fields.contains_key("initial") {
            self.say(at, RemarkKind::InitialNotTaken);
        }
        item
    }
}

pub(super) fn code(coding: &Object) -> Code {
    let word = |key| text_of(coding, key).unwrap_or_default().to_owned();
    Code { system: word("system"), code: word("code"), display: word("display") }
}

/// The answer that stands there from the beginning, of what has no alternatives.
fn initial(fields: &Object, kind: &ItemKind) -> Option<Answer> {
    if let Some(text) = own_word(fields, INITIAL) {
        // What else there is refers to things by ids that it has no more.
        return serde_json::from_str(text).ok().filter(|answer| {
            matches!(
                answer,
                Answer::Text(_)
                    | Answer::Number(_)
                    | Answer::Date(_)
                    | Answer::Time(_)
                    | Answer::DateTime { .. }
                    | Answer::YesNo(_)
                    | Answer::Confirmed(_)
            )
        });
    }
    let (of, value) = value(objects(fields, "initial").next()?)?;
    let text = || value.as_str().map(str::to_owned);
    match kind {
        ItemKind::LongText { .. } | ItemKind::ShortText { .. } if of == "String" => Some(Answer::Text(text()?)),
        ItemKind::YesNo if of == "Boolean" => Some(Answer::YesNo(value.as_bool()?)),
        ItemKind::Confirmation if of == "Boolean" => Some(Answer::Confirmed(value.as_bool()?)),
        ItemKind::Number { .. } | ItemKind::Scale { .. } if value.is_number() => {
            Some(Answer::Number(super::number_text(value)?))
        }
        ItemKind::Date { .. } if of == "Date" => {
            Some(Answer::Date(text().filter(|day| crate::export::kinds::is_day(day))?))
        }
        ItemKind::Time if of == "Time" => {
            let time = text()?.strip_suffix(":00")?.to_owned();
            Some(Answer::Time(time)).filter(|_| text().is_some_and(|time| time.len() == 8))
        }
        _ => None,
    }
}

/// A group that was only put around what stood in none.
fn is_wrapping(item: &Object) -> bool {
    let members = ["linkId", "type", "extension", "item"];
    own_word(item, ITEM_KIND) == Some("ungrouped")
        && item.keys().all(|name| members.contains(&name.as_str()))
        && objects(item, "extension").count() == 1
        && text_of(item, "type") == Some("group")
        && is_named_after_first(item)
}

/// What has been put into it since, or taken out, makes it a section of somebody's own.
fn is_named_after_first(item: &Object) -> bool {
    let first = objects(item, "item").next().and_then(|first| text_of(first, "linkId"));
    first.is_some_and(|first| text_of(item, "linkId").is_some_and(|own| own == format!("{first}.group")))
}

/// The help below a question: FHIR's way, and that of the Norwegian builder.
pub(crate) fn is_help(child: &Object) -> bool {
    let is_kind = match text_of(child, "type") {
        Some("display") => true,
        Some("text") => is_true(child, "readOnly"),
        _ => false,
    };
    is_kind
        && concept(child, ITEM_CONTROL) == Some("help")
        && text_of(child, "text").is_some_and(|text| !text.is_empty())
        && is_simple(child)
}

fn is_beside(child: &Object) -> bool {
    let is_kind = matches!(text_of(child, "type"), Some("display" | "text"));
    is_kind && concept(child, ITEM_CONTROL).is_some_and(|control| BESIDE.contains(&control))
}

fn is_simple(child: &Object) -> bool {
    objects(child, "item").next().is_none()
        && !super::is_conditional(child)
        && !super::is_hidden(child)
        && !child.contains_key("modifierExtension")
        && text_of(child, "linkId").is_some_and(|link_id| !link_id.is_empty())
}

/// Items in it, itself included.
pub(super) fn count(item: &Object) -> u32 {
    objects(item, "item").map(count).sum::<u32>().saturating_add(1)
}

/// Says what is kept and has no effect.
fn unused(reader: &mut Reader<'_>, fields: &Object, kind: &ItemKind, at: &Part) {
    const UNDERSTOOD: [&str; 16] = [
        "linkId",
        "text",
        "type",
        "required",
        "repeats",
        "readOnly",
        "maxLength",
        "code",
        "enableWhen",
        "enableBehavior",
        "answerOption",
        "answerValueSet",
        "initial",
        "extension",
        "id",
        "_text",
    ];
    let is_of_kind = |member: &str| match member {
        "maxLength" => matches!(kind, ItemKind::LongText { .. } | ItemKind::ShortText { .. }),
        "answerOption" | "answerValueSet" => !kind.options().is_empty() || matches!(kind, ItemKind::YesNo),
        "code" => !matches!(kind, ItemKind::Information { .. }),
        "readOnly" => !is_true(fields, "readOnly") || matches!(kind, ItemKind::Information { .. }),
        _ => UNDERSTOOD.contains(&member),
    };
    let mut what: Vec<String> = fields.keys().filter(|name| !is_of_kind(name)).cloned().collect();
    for url in objects(fields, "extension").filter_map(|one| text_of(one, "url")) {
        let name = short(url).to_owned();
        if !kinds::understands(kind, fields, &key(url)) && !what.contains(&name) {
            what.push(name);
        }
    }
    if !what.is_empty() {
        reader.say(at, RemarkKind::KeptUnused { what });
    }
    let many = matches!(
        kind,
        ItemKind::MultipleChoice { .. } | ItemKind::Attachment { .. } | ItemKind::RepeatedSection { .. }
    );
    if repeats(fields) && !many {
        reader.say(at, RemarkKind::AskedOnce);
    }
}
