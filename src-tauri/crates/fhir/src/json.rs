//! JSON by hand: reading what may be anything, and what tells two objects apart.
//!
//! A difference is held against what was made here when the file was read. It is put back only where the same would be made
//! now, so that what somebody has changed since is never undone by what a file once said.

use serde_json::{Map, Value};

use crate::names::{key, own};

pub(crate) type Object = Map<String, Value>;

/// The text of a member, when it is text.
pub(crate) fn text_of<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str)
}

/// Whether a member is `true`.
pub(crate) fn is_true(object: &Object, key: &str) -> bool {
    object.get(key).and_then(Value::as_bool) == Some(true)
}

/// The objects of a member that is a list; none when it is not.
pub(crate) fn objects<'a>(object: &'a Object, key: &str) -> impl Iterator<Item = &'a Object> + use<'a> {
    object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// The extensions that are known by this address.
pub(crate) fn extensions<'a, 'b>(object: &'a Object, url: &'b str) -> impl Iterator<Item = &'a Object> + use<'a, 'b> {
    objects(object, "extension").filter(move |one| text_of(one, "url").is_some_and(|of| key(of) == url))
}

/// The value of an extension: `None` when there is none, or more than one, which says nothing.
pub(crate) fn value(extension: &Object) -> Option<(&str, &Value)> {
    let mut values = extension.iter().filter_map(|(key, value)| Some((key.strip_prefix("value")?, value)));
    values.next().filter(|_| values.next().is_none())
}

/// The value of the first extension with this address.
pub(crate) fn extension<'a>(object: &'a Object, url: &str) -> Option<&'a Value> {
    extensions(object, url).find_map(value).map(|(_, value)| value)
}

/// The word that an extension of ours says.
pub(crate) fn own_word<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    extension(object, &own(name)).and_then(Value::as_str)
}

/// The code of an extension whose value is a concept.
pub(crate) fn concept<'a>(object: &'a Object, url: &str) -> Option<&'a str> {
    objects(extension(object, url)?.as_object()?, "coding").find_map(|coding| text_of(coding, "code"))
}

/// An object of these members; those without a value are left out.
pub(crate) fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Object {
    members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// An extension with a value, such as `valueCode`.
pub(crate) fn extend(to: &mut Object, url: impl Into<String>, kind: &str, value: impl Into<Value>) {
    let mut one = Object::new();
    one.insert("url".to_owned(), Value::String(url.into()));
    one.insert(kind.to_owned(), value.into());
    push(to, "extension", Value::Object(one));
}

/// Adds to a list that may not be there.
pub(crate) fn push(to: &mut Object, list: &str, value: Value) {
    if let Value::Array(all) = to.entry(list).or_insert_with(|| Value::Array(Vec::new())) {
        all.push(value);
    }
}

/// A member of text, unless it is empty: FHIR has no empty texts.
pub(crate) fn put_text(to: &mut Object, key: &str, text: &str) {
    if !text.is_empty() {
        to.insert(key.to_owned(), Value::from(text));
    }
}

/// A concept of one code.
pub(crate) fn coded(system: &str, code: &str) -> Value {
    serde_json::json!({ "coding": [{ "system": system, "code": code }] })
}

const EXTENSION: &str = "extension";

/// Members that mean one thing together: a primitive with its `_` twin, the one of `value[x]`.
fn unit(member: &str) -> &str {
    let name = member.strip_prefix('_').unwrap_or(member);
    match name.strip_prefix("value") {
        Some(kind) if kind.starts_with(|first: char| first.is_ascii_uppercase()) => "value[x]",
        _ => name,
    }
}

fn members(of: &Object, name: &str) -> Object {
    of.iter().filter(|(key, _)| unit(key) == name).map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn names(objects: [&Object; 2]) -> std::collections::BTreeSet<&str> {
    objects.into_iter().flat_map(Object::keys).map(|key| unit(key)).collect()
}

/// Extensions by what they are known by; `None` when they are not what extensions look like.
fn by_key(list: Option<&Value>) -> Option<Object> {
    let Some(list) = list else { return Some(Object::new()) };
    let mut all = Object::new();
    for one in list.as_array()? {
        push(&mut all, &key(text_of(one.as_object()?, "url")?), one.clone());
    }
    Some(all)
}

fn leaf(was: Object, is: Object) -> Value {
    Value::Array(vec![Value::Object(was), Value::Object(is)])
}

/// What tells `is` from `was`. Empty when nothing does.
pub(crate) fn difference(was: &Object, is: &Object) -> Object {
    let mut found = Object::new();
    for name in names([was, is]) {
        if name == EXTENSION
            && let (Some(was), Some(is)) = (by_key(was.get(name)), by_key(is.get(name)))
        {
            let mut inner = Object::new();
            let keys: std::collections::BTreeSet<&String> = was.keys().chain(is.keys()).collect();
            for key in keys {
                let of = |all: &Object| all.get(key).cloned().map(|list| object([("list", Some(list))]));
                let (was, is) = (of(&was).unwrap_or_default(), of(&is).unwrap_or_default());
                if was != is {
                    inner.insert(key.clone(), leaf(was, is));
                }
            }
            if !inner.is_empty() {
                found.insert(name.to_owned(), Value::Object(inner));
            }
            continue;
        }
        let (old, new) = (members(was, name), members(is, name));
        if old == new {
            continue;
        }
        let inner = match (only(&old), only(&new)) {
            (Some((old_key, Value::Object(old))), Some((new_key, Value::Object(new)))) if old_key == new_key => {
                Some(Value::Object(difference(old, new)))
            }
            _ => None,
        };
        found.insert(name.to_owned(), inner.unwrap_or_else(|| leaf(old, new)));
    }
    found
}

fn only(members: &Object) -> Option<(&String, &Value)> {
    members.iter().next().filter(|_| members.len() == 1)
}

/// Puts a [`difference`] back where what it was held against is still so.
pub(crate) fn put_back(to: &mut Object, difference: &Object) {
    for (name, change) in difference {
        match change {
            Value::Object(inner) if name == EXTENSION => {
                let Some(mut all) = by_key(to.get(name)) else { continue };
                let mut order: Vec<String> = Vec::new();
                for one in objects(to, name) {
                    let key = text_of(one, "url").map(key).unwrap_or_default();
                    if !order.contains(&key) {
                        order.push(key);
                    }
                }
                for (key, change) in inner {
                    if let Some(is) = changed(&all.get(key).map(wrap).unwrap_or_default(), change) {
                        match is.get("list") {
                            Some(list) => all.insert(key.clone(), list.clone()),
                            None => all.remove(key),
                        };
                        if !order.contains(key) {
                            order.push(key.clone());
                        }
                    }
                }
                let lists = order.iter().filter_map(|key| all.get(key)).filter_map(Value::as_array);
                let list: Vec<Value> = lists.flatten().cloned().collect();
                to.remove(name);
                if !list.is_empty() {
                    to.insert(name.clone(), Value::Array(list));
                }
            }
            Value::Object(inner) => {
                let key = to.keys().find(|key| unit(key) == name).cloned();
                if let Some(Value::Object(place)) = key.and_then(|key| to.get_mut(&key)) {
                    put_back(place, inner);
                }
            }
            _ => {
                if let Some(is) = changed(&members(to, name), change) {
                    to.retain(|key, _| unit(key) != name);
                    to.extend(is.clone());
                }
            }
        }
    }
}

fn wrap(list: &Value) -> Object {
    object([("list", Some(list.clone()))])
}

/// What is to stand there, when what stands there now is what the change was held against.
fn changed<'a>(now: &Object, change: &'a Value) -> Option<&'a Object> {
    let [Value::Object(was), Value::Object(is)] = change.as_array()?.as_slice() else { return None };
    (was == now).then_some(is)
}

/// As [`difference`] of things that may not be there.
pub(crate) fn difference_or_absence(was: Option<&Object>, is: Option<&Object>) -> Option<Value> {
    let whole = |one: &Object| object([("all", Some(Value::Object(one.clone())))]);
    match (was, is) {
        (Some(was), Some(is)) => {
            let found = difference(was, is);
            (!found.is_empty()).then_some(Value::Object(found))
        }
        (None, None) => None,
        (was, is) => Some(leaf(was.map(whole).unwrap_or_default(), is.map(whole).unwrap_or_default())),
    }
}

/// As [`put_back`] of a [`difference_or_absence`].
pub(crate) fn put_back_or_leave_out(made: Option<Object>, change: Option<&Value>) -> Option<Object> {
    match (made, change) {
        (Some(mut made), Some(Value::Object(change))) => {
            put_back(&mut made, change);
            Some(made)
        }
        (made, Some(change)) => {
            let now = made.as_ref().map(|made| object([("all", Some(Value::Object(made.clone())))]));
            match changed(&now.unwrap_or_default(), change) {
                Some(is) => is.get("all").and_then(Value::as_object).cloned(),
                None => made,
            }
        }
        (made, None) => made,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(value: Value) -> Object {
        value.as_object().expect("an object").clone()
    }

    #[test]
    fn a_difference_that_is_put_back_gives_what_was_read() {
        let was = of(json!({"text": "a", "type": "choice", "extension": [{"url": "x", "valueCode": "1"}],
            "valueCoding": {"system": "s", "code": "1"}}));
        let is = of(json!({"text": "a", "_text": {"id": "1"}, "extension": [{"url": "y", "valueCode": "2"}],
            "valueCoding": {"system": "s", "code": "2", "userSelected": true}, "prefix": "1."}));
        let mut made = was.clone();
        put_back(&mut made, &difference(&was, &is));
        assert_eq!(made, is);
    }

    #[test]
    fn what_has_been_changed_since_stays_changed_and_its_twin_goes() {
        let was = of(json!({"text": "a", "required": true}));
        let is = of(json!({"text": "a", "_text": {"id": "bold"}, "prefix": "1."}));
        let mut made = of(json!({"text": "b", "required": true}));
        put_back(&mut made, &difference(&was, &is));
        assert_eq!(made, of(json!({"text": "b", "prefix": "1."})));
    }
}
