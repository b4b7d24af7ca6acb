//! Lists of alternatives in the file, put into the questions that refer to them: most renderers read no others.

use std::collections::BTreeMap;

use domain::template::edit::MAX_OPTIONS;
use serde_json::Value;

use super::place;
use super::versions::select_initial;
use crate::json::{Object, extend, is_true, object, objects, text_of};
use crate::names::{OPTIONS_LIST, own};
use crate::remark::{NotAsked, Remark, RemarkKind};

/// Kinds of names that are not how a thing is called for a person: SNOMED CT's fully specified name and its definition.
const NOT_SPOKEN: [&str; 2] = ["900000000000003001", "900000000000550004"];

/// The lists of a form by what questions call them: by id within the file, or by address.
struct Lists<'a> {
    lists: BTreeMap<String, &'a Object>,
    /// Whether names in Swedish are wanted where there are several.
    is_swedish: bool,
}

impl<'a> Lists<'a> {
    fn of(root: &'a Object) -> Self {
        let mut lists = BTreeMap::new();
        for list in objects(root, "contained").filter(|one| text_of(one, "resourceType") == Some("ValueSet")) {
            if let Some(url) = text_of(list, "url") {
                lists.insert(url.to_owned(), list);
                lists.extend(text_of(list, "version").map(|version| (format!("{url}|{version}"), list)));
            }
            lists.extend(text_of(list, "id").map(|id| (format!("#{id}"), list)));
        }
        let is_swedish = text_of(root, "language").is_none_or(|language| language.starts_with("sv"));
        Self { lists, is_swedish }
    }

    /// What stands in a list, as Codings.
    fn codings(&self, uri: &str) -> Result<Vec<Object>, NotAsked> {
        let list = self.lists.get(uri).ok_or(NotAsked::OptionsElsewhere)?;
        let mut found = Vec::new();
        if let Some(expansion) = list.get("expansion").and_then(Value::as_object) {
            let is_asked_for = self.contains(expansion, &mut found);
            let total = expansion.get("total").and_then(Value::as_u64);
            if total.is_some_and(|total| total > is_asked_for) {
                return Err(NotAsked::OptionsElsewhere);
            }
        } else {
            let compose = list.get("compose").and_then(Value::as_object).ok_or(NotAsked::OptionsElsewhere)?;
            if compose.contains_key("exclude") {
                return Err(NotAsked::OptionsElsewhere);
            }
            for include in objects(compose, "include") {
                let is_listed = include.contains_key("concept");
                if !is_listed || include.contains_key("filter") || include.contains_key("valueSet") {
                    return Err(NotAsked::OptionsElsewhere);
                }
                found.extend(objects(include, "concept").map(|one| self.coding(text_of(include, "system"), one)));
            }
        }
        match found.len() {
            0 => Err(NotAsked::NoOptions),
            count if count > MAX_OPTIONS => Err(NotAsked::OptionsUnclear),
            _ => Ok(found),
        }
    }

    /// What an expansion contains at all levels, without headings, which cannot be chosen; and how many entries it has.
    fn contains(&self, of: &Object, to: &mut Vec<Object>) -> u64 {
        let mut count = 0;
        for one in objects(of, "contains") {
            if !is_true(one, "abstract") && one.contains_key("code") {
                to.push(self.coding(text_of(one, "system"), one));
            }
            count += 1 + self.contains(one, to);
        }
        count
    }

    fn coding(&self, system: Option<&str>, concept: &Object) -> Object {
        let text = |text: Option<&str>| text.map(Value::from);
        let display = self.swedish(concept).or_else(|| text_of(concept, "display"));
        object([
            ("system", text(system)),
            ("code", text(text_of(concept, "code"))),
            ("display", text(display)),
            ("extension", concept.get("extension").cloned()),
        ])
    }

    /// The Swedish name of a concept that has names in several languages.
    fn swedish<'b>(&self, concept: &'b Object) -> Option<&'b str> {
        let is_swedish = |one: &&Object| text_of(one, "language").is_some_and(|language| language.starts_with("sv"));
        let is_spoken = |one: &&Object| {
            let code = one.get("use").and_then(|used| used.get("code")).and_then(Value::as_str);
            !code.is_some_and(|code| NOT_SPOKEN.contains(&code))
        };
        let mut names = objects(concept, "designation").filter(is_swedish).filter(is_spoken);
        names.find_map(|one| text_of(one, "value")).filter(|_| self.is_swedish)
    }
}

/// Puts the lists that are in a form into its questions. What they are called stays beside, and the lists stay in the form.
pub(super) fn put_into_questions(form: &mut Object, report: &mut Vec<Remark>) {
    let Some(items) = form.get_mut("item").and_then(Value::as_array_mut) else { return };
    let mut items = std::mem::take(items);
    into_items(&mut items, &Lists::of(form), report);
    form.insert("item".to_owned(), Value::Array(items));
}

fn into_items(items: &mut [Value], lists: &Lists<'_>, report: &mut Vec<Remark>) {
    for item in items.iter_mut().filter_map(Value::as_object_mut) {
        let is_choice = matches!(text_of(item, "type"), Some("choice" | "open-choice"));
        let uri = text_of(item, "answerValueSet").filter(|_| is_choice && !item.contains_key("answerOption"));
        if let Some((uri, codings)) = uri.and_then(|uri| Some((uri.to_owned(), lists.codings(uri).ok()?))) {
            let options = codings.into_iter().map(|coding| serde_json::json!({ "valueCoding": coding })).collect();
            item.insert("answerOption".to_owned(), Value::Array(options));
            item.remove("answerValueSet");
            extend(item, own(OPTIONS_LIST), "valueCanonical", uri);
            select_initial(item);
            report.push(Remark { at: place(item), what: RemarkKind::OptionsFromList });
        }
        if let Some(inner) = item.get_mut("item").and_then(Value::as_array_mut) {
            into_items(inner, lists, report);
        }
    }
}

/// Why a list could not be put into its questions.
pub(super) fn why_not(root: &Object, uri: &str) -> NotAsked {
    Lists::of(root).codings(uri).err().unwrap_or(NotAsked::OptionsElsewhere)
}
