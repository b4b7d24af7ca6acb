//! Conditions as `enableWhen` where that says the same, else as an expression with our own form of it beside.

use domain::ItemId;
use domain::reply::Decimal;
use domain::template::ItemKind;
use domain::template::condition::{Combine, Comparison, ShownWhen, Test, TestGroup};
use serde_json::{Value, json};

use crate::json::{Object, extend};
use crate::links::{Link, Links, comparison_name};
use crate::names::{SHOWN_EXPRESSION, SHOWN_WHEN, own};

/// Writes when an item is shown.
pub(crate) fn put(to: &mut Object, condition: &ShownWhen, links: &Links<'_>) {
    let plain = flat(condition).and_then(|(combine, tests)| {
        let tests: Option<Vec<Value>> = tests.iter().map(|test| enable_when(test, links)).collect();
        Some((combine, tests.filter(|tests| !tests.is_empty())?))
    });
    let is_exact = is_as_read(condition);
    match plain {
        Some((combine, tests)) => {
            if tests.len() > 1 {
                to.insert("enableBehavior".to_owned(), word(combine).into());
            }
            to.insert("enableWhen".to_owned(), Value::Array(tests));
            if is_exact {
                return;
            }
        }
        None => {
            let expression = json!({ "language": "text/fhirpath", "expression": expression(condition, links) });
            extend(to, SHOWN_EXPRESSION, "valueExpression", expression);
        }
    }
    extend(to, own(SHOWN_WHEN), "valueString", told(condition, links));
}

/// The tests of a condition that has one level in truth.
fn flat(condition: &ShownWhen) -> Option<(Combine, Vec<&Test>)> {
    match condition.groups.as_slice() {
        [group] => Some((group.combine, group.tests.iter().collect())),
        groups if groups.iter().all(|group| group.tests.len() == 1) => {
            Some((condition.combine, condition.tests().collect()))
        }
        _ => None,
    }
}

/// Whether this is exactly what `enableWhen` is read as.
fn is_as_read(condition: &ShownWhen) -> bool {
    let is_canonical = |test: &Test| {
        test.comparison.than().is_none_or(|than| Decimal::parse(than).is_ok_and(|number| number.to_string() == than))
    };
    let [group] = condition.groups.as_slice() else { return false };
    condition.combine == Combine::All
        && (group.tests.len() > 1 || group.combine == Combine::All)
        && group.tests.iter().all(is_canonical)
}

const fn word(combine: Combine) -> &'static str {
    match combine {
        Combine::All => "all",
        Combine::Any => "any",
    }
}

fn enable_when(test: &Test, links: &Links<'_>) -> Option<Value> {
    let link = links.item(test.item)?;
    let kind = &link.item.kind;
    if !test.comparison.suits(kind) {
        return None;
    }
    // A group has no answer of its own.
    let is_group = matches!(kind, ItemKind::Matrix { .. } | ItemKind::RepeatedSection { .. });
    let is_confirmation = matches!(kind, ItemKind::Confirmation);
    let (operator, (of, value)) = match &test.comparison {
        Comparison::Answered if is_confirmation => ("=", ("Boolean", Value::Bool(true))),
        Comparison::Unanswered if is_confirmation => return None,
        Comparison::Answered if !is_group => ("exists", ("Boolean", Value::Bool(true))),
        Comparison::Unanswered if !is_group => ("exists", ("Boolean", Value::Bool(false))),
        Comparison::Answered | Comparison::Unanswered => return None,
        Comparison::Yes => ("=", link.yes_or_no(true)),
        Comparison::No => ("=", link.yes_or_no(false)),
        Comparison::Option { option } => ("=", link.answer(*option)?),
        // FHIR asks whether any other is chosen, also beside this one.
        Comparison::NotOption { .. } if matches!(kind, ItemKind::MultipleChoice { .. }) => return None,
        Comparison::NotOption { option } => ("!=", link.answer(*option)?),
        Comparison::Less { than } => ("<", number(than, link)?),
        Comparison::AtMost { than } => ("<=", number(than, link)?),
        Comparison::Equal { than } => ("=", number(than, link)?),
        Comparison::AtLeast { than } => (">=", number(than, link)?),
        Comparison::More { than } => (">", number(than, link)?),
    };
    Some(json!({ "question": link.link_id, "operator": operator, (format!("answer{of}")): value }))
}

fn number(than: &str, link: &Link<'_>) -> Option<(&'static str, Value)> {
    let value = super::kinds::json_number(than, !link.is_whole())?;
    Some((if value.is_f64() { "Decimal" } else { "Integer" }, value))
}

fn expression(condition: &ShownWhen, links: &Links<'_>) -> String {
    let group = |group: &TestGroup| join(group.combine, group.tests.iter().map(|test| term(test, links)).collect());
    join(condition.combine, condition.groups.iter().map(group).collect())
}

fn join(combine: Combine, terms: Vec<String>) -> String {
    match (combine, terms.as_slice()) {
        (Combine::All, []) => "true".to_owned(),
        (Combine::Any, []) => "false".to_owned(),
        (_, [one]) => one.clone(),
        (Combine::All, _) => format!("({})", terms.join(" and ")),
        (Combine::Any, _) => format!("({})", terms.join(" or ")),
    }
}

fn term(test: &Test, links: &Links<'_>) -> String {
    let Some(link) = links.item(test.item).filter(|link| test.comparison.suits(&link.item.kind)) else {
        // What cannot be decided shows nothing.
        return "false".to_owned();
    };
    let item = format!("%resource.descendants().where(linkId = {})", quoted(&link.link_id));
    let answered = match link.item.kind {
        ItemKind::RepeatedSection { .. } => format!("{item}.exists()"),
        ItemKind::Matrix { .. } => format!("{item}.item.answer.exists()"),
        ItemKind::Confirmation => format!("{item}.answer.where(value = true).exists()"),
        _ => format!("{item}.answer.exists()"),
    };
    let with = |what: String| format!("{item}.answer.where({what}).exists()");
    let than = |operator: &str, than: &str| match Decimal::parse(than) {
        Ok(number) => with(format!("value {operator} {number}")),
        Err(_) => "false".to_owned(),
    };
    let is = |answer: Option<(&'static str, Value)>| match answer {
        Some((_, Value::Object(coding))) => {
            let part = |key: &str| {
                coding.get(key).and_then(Value::as_str).map(|text| format!("value.{key} = {}", quoted(text)))
            };
            let parts: Vec<String> = [part("system"), part("code")].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| with(parts.join(" and ")))
        }
        Some((_, Value::String(text))) => Some(with(format!("value = {}", quoted(&text)))),
        Some((_, other)) => Some(with(format!("value = {other}"))),
        None => None,
    };
    match &test.comparison {
        Comparison::Answered => answered,
        Comparison::Unanswered => format!("{answered}.not()"),
        Comparison::Yes => is(Some(link.yes_or_no(true))).unwrap_or_default(),
        Comparison::No => is(Some(link.yes_or_no(false))).unwrap_or_default(),
        Comparison::Option { option } => is(link.answer(*option)).unwrap_or_else(|| "false".to_owned()),
        Comparison::NotOption { option } => match is(link.answer(*option)) {
            Some(chosen) => format!("({answered} and {chosen}.not())"),
            None => "false".to_owned(),
        },
        Comparison::Less { than: limit } => than("<", limit),
        Comparison::AtMost { than: limit } => than("<=", limit),
        Comparison::Equal { than: limit } => than("=", limit),
        Comparison::AtLeast { than: limit } => than(">=", limit),
        Comparison::More { than: limit } => than(">", limit),
    }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// Our own form of the whole condition, with questions and alternatives by what they are called in the file.
fn told(condition: &ShownWhen, links: &Links<'_>) -> String {
    let name = |id: ItemId| links.item(id).map_or_else(|| id.to_string(), |link| link.link_id.clone());
    let test = |test: &Test| {
        let mut told = json!({ "question": name(test.item), "is": comparison_name(&test.comparison) });
        if let Some(than) = test.comparison.than() {
            told["than"] = than.into();
        }
        let link = links.item(test.item);
        if let Some((of, value)) = test.comparison.option().and_then(|option| link?.answer(option)) {
            told["answer"] = json!({ (of): value });
        }
        told
    };
    let group = |group: &TestGroup| {
        let tests: Vec<Value> = group.tests.iter().map(test).collect();
        json!({ "combine": word(group.combine), "tests": tests })
    };
    let groups: Vec<Value> = condition.groups.iter().map(group).collect();
    json!({ "combine": word(condition.combine), "groups": groups }).to_string()
}
