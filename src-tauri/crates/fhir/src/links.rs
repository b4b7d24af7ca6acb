//! What items and alternatives are called in a file: what conditions refer to.

use std::collections::{BTreeMap, BTreeSet};

use domain::template::condition::Comparison;
use domain::template::tree::walk;
use domain::template::{BodyPart, Choice, Item, ItemKind, TemplateContent};
use domain::{ItemId, OptionId};
use serde_json::Value;

use crate::json::{Object, object};
use crate::kept::{Kept, KeptRoot};

/// The texts of the message that there is one of.
pub(crate) const SINGLE: [&str; 3] = ["purpose", "answer-use", "contact"];

/// What an item is called, and what is kept of it.
pub(crate) struct Link<'a> {
    pub(crate) item: &'a Item,
    pub(crate) kept: Kept,
    pub(crate) link_id: String,
}

/// The names of everything in a template.
pub(crate) struct Links<'a> {
    items: BTreeMap<ItemId, Link<'a>>,
    parts: BTreeMap<String, String>,
    named: BTreeMap<String, ItemId>,
    used: BTreeSet<String>,
    /// Alternatives that conditions ask about.
    asked: BTreeSet<OptionId>,
    /// Whether texts that are shown have marks.
    has_marks: bool,
}

impl<'a> Links<'a> {
    pub(crate) fn of(content: &'a TemplateContent, root: &KeptRoot) -> Self {
        let mut links = Self {
            items: BTreeMap::new(),
            parts: BTreeMap::new(),
            named: BTreeMap::new(),
            used: BTreeSet::new(),
            asked: BTreeSet::new(),
            has_marks: content.markup,
        };
        for item in walk(&content.form) {
            let derived = item.id.to_string();
            let wanted = if item.details.link_id.is_empty() { &derived } else { &item.details.link_id };
            let link_id = links.free(wanted, &derived);
            links.named.insert(link_id.clone(), item.id);
            links.items.insert(item.id, Link { item, kept: Kept::of(item), link_id });
            let tests = item.shown_when.iter().flat_map(|condition| condition.tests());
            links.asked.extend(tests.filter_map(|test| test.comparison.option()));
        }
        let names = content.body.iter().map(|part| part.id().to_string());
        for name in names.chain(SINGLE.map(str::to_owned)).chain(["message".to_owned()]) {
            let wanted = root.link_ids.get(&name).unwrap_or(&name).clone();
            let link_id = links.free(&wanted, &name);
            links.parts.insert(name, link_id);
        }
        links
    }

    /// A name that nothing has yet: the wanted one, when it is free. A copied question has the name of the one that it was
    /// copied from.
    fn free(&mut self, wanted: &str, derived: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while !self.used.insert(name.clone()) {
            name = if number == 1 { derived.to_owned() } else { format!("{derived}-{number}") };
            number += 1;
        }
        name
    }

    /// As [`free`](Self::free), for what has no item.
    pub(crate) fn reserve(&mut self, wanted: &str) -> String {
        self.free(wanted, wanted)
    }

    pub(crate) fn item(&self, id: ItemId) -> Option<&Link<'a>> {
        self.items.get(&id)
    }

    pub(crate) fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    pub(crate) fn part_of(&self, part: &BodyPart) -> &str {
        self.part(&part.id().to_string())
    }

    pub(crate) const fn has_marks(&self) -> bool {
        self.has_marks
    }

    pub(crate) fn is_asked(&self, option: OptionId) -> bool {
        self.asked.contains(&option)
    }

    /// The item that is called so in the file.
    pub(crate) fn named(&self, link_id: &str) -> Option<&Link<'a>> {
        self.items.get(self.named.get(link_id)?)
    }
}

impl Link<'_> {
    /// FHIR's type of the answer, of what has more than one.
    pub(crate) fn is_as(&self, word: &str) -> bool {
        self.kept.r#as.as_deref() == Some(word)
    }

    /// What an answer with this alternative holds, as `value[x]` without the word: the kind and the value.
    pub(crate) fn answer(&self, option: OptionId) -> Option<(&'static str, Value)> {
        let choice = self.item.kind.options().iter().find(|choice| choice.id == option)?;
        let (kind, value) = option_value(self.item.id, &self.kept, choice);
        let Value::Object(coding) = value else { return Some((kind, value)) };
        let member = |key| coding.get(key).cloned();
        Some((kind, Value::Object(object([("system", member("system")), ("code", member("code"))]))))
    }

    /// What *ja* or *nej* is.
    pub(crate) fn yes_or_no(&self, yes: bool) -> (&'static str, Value) {
        if self.is_as("boolean") { ("Boolean", Value::Bool(yes)) } else { ("Coding", Value::Object(yes_no(yes))) }
    }

    /// Whether its numbers are whole.
    pub(crate) fn is_whole(&self) -> bool {
        match &self.item.kind {
            ItemKind::Number { decimals, .. } => *decimals == 0 && !self.is_as("decimal"),
            _ => true,
        }
    }
}

pub(crate) fn yes_no(yes: bool) -> Object {
    let code = if yes { "Y" } else { "N" };
    object([("system", Some(crate::names::YES_NO.into())), ("code", Some(code.into()))])
}

/// What stands in an alternative: the kind of `value[x]`, and the value.
pub(crate) fn option_value(item: ItemId, kept: &Kept, choice: &Choice) -> (&'static str, Value) {
    if choice.code.is_none() && !choice.text.is_empty() {
        match kept.r#as.as_deref() {
            Some("String") => return ("String", Value::from(choice.text.as_str())),
            Some("Integer") => {
                if let Ok(number) = choice.text.parse::<i64>() {
                    return ("Integer", Value::from(number));
                }
            }
            Some("Date") => return ("Date", Value::from(choice.text.as_str())),
            Some("Time") => return ("Time", Value::from(choice.text.as_str())),
            _ => {}
        }
    }
    let (system, code) = match (&choice.code, kept.codings.get(&choice.id)) {
        (Some(code), _) => (code.system.clone(), code.code.clone()),
        (None, Some((system, code))) => (system.clone(), code.clone()),
        (None, None) => (format!("urn:uuid:{item}"), choice.id.to_string()),
    };
    let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
    let coding = [("system", text(&system)), ("code", text(&code)), ("display", text(&choice.text))];
    ("Coding", Value::Object(object(coding)))
}

/// A comparison's name, as it travels in our own extension.
pub(crate) const fn comparison_name(comparison: &Comparison) -> &'static str {
    match comparison {
        Comparison::Answered => "answered",
        Comparison::Unanswered => "unanswered",
        Comparison::Yes => "yes",
        Comparison::No => "no",
        Comparison::Option { .. } => "option",
        Comparison::NotOption { .. } => "notOption",
        Comparison::Less { .. } => "less",
        Comparison::AtMost { .. } => "atMost",
        Comparison::Equal { .. } => "equal",
        Comparison::AtLeast { .. } => "atLeast",
        Comparison::More { .. } => "more",
    }
}
