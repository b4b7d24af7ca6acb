//! Whether two Questionnaires say the same.

use serde_json::Value;

use crate::json::Object;

/// What of `before` is not in `after`, and the other way round: one line each, beginning with the place. The order of lists that
/// have names does not count, nor what an import says that it changes: what only tells is written without what it may not have,
/// an item without a name gets one, and a form that is nowhere in its life is a draft. An empty list, which FHIR does not know, is
/// none.
pub fn differences(before: &Value, after: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match (before.as_object(), after.as_object()) {
        (Some(before), Some(after)) => members("", before, after, &mut found),
        _ if before == after => {}
        _ => found.push("is another".to_owned()),
    }
    found
}

fn members(at: &str, before: &Object, after: &Object, found: &mut Vec<String>) {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let place = format!("{at}/{name}");
        match (before.get(name), after.get(name)) {
            (Some(was), Some(is)) => values(&place, name, was, is, found),
            (Some(Value::Array(none)), None) if none.is_empty() => {}
            (Some(_), None) if is_stripped(name, before) => {}
            (None, Some(_)) if is_added(name, before) => {}
            (Some(_), None) => found.push(format!("{place} is lost")),
            (None, Some(_)) => found.push(format!("{place} is new")),
            (None, None) => {}
        }
    }
}

fn is_stripped(name: &str, item: &Object) -> bool {
    item.get("type").is_some_and(|of| of == "display")
        && ["required", "repeats", "readOnly", "initial", "maxLength"].contains(&name)
}

fn is_added(name: &str, before: &Object) -> bool {
    name == "linkId" || (name == "status" && before.contains_key("resourceType"))
}

fn values(at: &str, name: &str, was: &Value, is: &Value, found: &mut Vec<String>) {
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => members(at, was, is, found),
        (Value::Array(was), Value::Array(is)) => list(at, name, was, is, found),
        _ if was == is => {}
        _ if name == "status" && !["draft", "active", "retired", "unknown"].iter().any(|word| was == *word) => {}
        _ => found.push(format!("{at} is another")),
    }
}

fn list(at: &str, name: &str, was: &[Value], is: &[Value], found: &mut Vec<String>) {
    let mut left: Vec<&Value> = is.iter().collect();
    for (number, one) in was.iter().enumerate() {
        let key = one.get(if name == "item" { "linkId" } else { "url" });
        let same = match (name, key) {
            // An item is found by its name; one without by its place.
            ("item", Some(_)) => left.iter().position(|other| other.get("linkId") == key),
            ("item", None) => left.iter().position(|other| other.get("text") == one.get("text")),
            ("extension" | "modifierExtension", _) => left.iter().position(|other| *other == one),
            _ => (!left.is_empty()).then_some(0),
        };
        let label = key.and_then(Value::as_str).map_or_else(|| number.to_string(), str::to_owned);
        match same {
            Some(place) => values(&format!("{at}[{label}]"), "", one, left.remove(place), found),
            None => found.push(format!("{at}[{label}] is lost")),
        }
    }
    found.extend(left.iter().map(|one| {
        let key = ["linkId", "url"].iter().find_map(|key| one.get(key)?.as_str());
        format!("{at}[{}] is new", key.unwrap_or_default())
    }));
}
