//! When items are shown.
//!
//! What cannot be decided here becomes a test of a question that is not there: it never holds, and it keeps the template from
//! being published until somebody has looked at it. Nothing that was shown on a condition is ever shown without one.

use std::collections::BTreeMap;

use domain::ItemId;
use domain::OptionId;
use domain::template::condition::{Combine, Comparison, ShownWhen, Test, TestGroup};
use domain::template::{Item, ItemKind, TemplateContent};
use serde_json::Value;

use super::{Reader, is_conditional, number_text, place};
use crate::export::conditions;
use crate::json::{Object, extension, extensions, objects, own_word, text_of};
use crate::kept::KeptRoot;
use crate::links::{Link, Links};
use crate::names::{SHOWN_EXPRESSION, SHOWN_WHEN};
use crate::remark::RemarkKind;

/// Reads the conditions of all items that have been read.
pub(super) fn read(reader: &mut Reader<'_>, content: &mut TemplateContent, kept: &KeptRoot) {
    let mut found: BTreeMap<ItemId, ShownWhen> = BTreeMap::new();
    let mut doubtful = Vec::new();
    {
        let links = Links::of(content, kept);
        // In the form's order, so that a question that stood in another comes after it.
        for item in domain::template::tree::walk(&content.form) {
            let Some(source) = reader.sources.get(&item.id) else { continue };
            let around = source.under.and_then(|under| found.get(&under)).cloned();
            let mut missing = Missing { ids: &mut *reader.ids, used: false };
            let own = is_conditional(&source.fields).then(|| condition(&source.fields, &links, &mut missing));
            let whole = match (around, own) {
                (Some(around), Some(own)) => Some(both(around, own, &mut missing)),
                (around, own) => around.or(own),
            };
            if missing.used {
                doubtful.push(place(&source.fields));
            }
            found.extend(whole.map(|condition| (item.id, condition)));
        }
    }
    doubtful.iter().for_each(|at| reader.say(at, RemarkKind::ConditionNotUnderstood));
    put(&mut content.form, &mut found);
}

fn put(items: &mut [Item], found: &mut BTreeMap<ItemId, ShownWhen>) {
    for item in items {
        item.shown_when = found.remove(&item.id);
        put(&mut item.items, found);
    }
}

/// Makes tests that never hold.
struct Missing<'a> {
    ids: &'a mut dyn FnMut() -> uuid::Uuid,
    used: bool,
}

impl Missing<'_> {
    fn test(&mut self) -> Test {
        self.used = true;
        Test { item: ItemId::from_uuid((self.ids)()), comparison: Comparison::Answered }
    }
}

fn condition(fields: &Object, links: &Links<'_>, missing: &mut Missing<'_>) -> ShownWhen {
    if let Some(told) = ours(fields, links, missing) {
        return told;
    }
    let tests: Vec<&Object> = objects(fields, "enableWhen").collect();
    let has_expression = extensions(fields, SHOWN_EXPRESSION).next().is_some() || tests.is_empty();
    let combine = match (tests.len(), text_of(fields, "enableBehavior")) {
        (0 | 1, _) | (_, Some("all")) => Some(Combine::All),
        (_, Some("any")) => Some(Combine::Any),
        // FHIR demands that it is said; which is meant cannot be guessed.
        _ => None,
    };
    let mut tests: Vec<Test> =
        tests.into_iter().map(|test| self::test(test, links).unwrap_or_else(|| missing.test())).collect();
    let combine = combine.unwrap_or_else(|| {
        tests.push(missing.test());
        Combine::All
    });
    let mut groups = Vec::new();
    if !tests.is_empty() {
        groups.push(TestGroup { combine, tests });
    }
    if has_expression {
        groups.push(TestGroup { combine: Combine::All, tests: vec![missing.test()] });
    }
    ShownWhen { combine: Combine::All, groups }
}

/// Both of them, which is one level within another again.
fn both(around: ShownWhen, own: ShownWhen, missing: &mut Missing<'_>) -> ShownWhen {
    let groups = |condition: ShownWhen| {
        let is_flat = condition.groups.iter().all(|group| group.tests.len() == 1);
        if condition.combine == Combine::Any && condition.groups.len() > 1 && is_flat {
            let tests = condition.groups.into_iter().flat_map(|group| group.tests).collect();
            return Some(vec![TestGroup { combine: Combine::Any, tests }]);
        }
        (condition.combine == Combine::All || condition.groups.len() <= 1).then_some(condition.groups)
    };
    match (groups(around), groups(own)) {
        (Some(around), Some(own)) => ShownWhen { combine: Combine::All, groups: [around, own].concat() },
        // Three levels, which cannot be said here.
        _ => ShownWhen::one(missing.test().item, Comparison::Answered),
    }
}

fn test(test: &Object, links: &Links<'_>) -> Option<Test> {
    let link = links.named(text_of(test, "question")?)?;
    let mut answers = test.iter().filter_map(|(key, value)| Some((key.strip_prefix("answer")?, value)));
    let (of, value) = answers.next()?;
    if answers.next().is_some() {
        return None;
    }
    let comparison = comparison(text_of(test, "operator")?, of, value, link)?;
    comparison.suits(&link.item.kind).then_some(Test { item: link.item.id, comparison })
}

fn comparison(operator: &str, of: &str, value: &Value, link: &Link<'_>) -> Option<Comparison> {
    let kind = &link.item.kind;
    let is_confirmation = matches!(kind, ItemKind::Confirmation);
    match operator {
        // Of a box that is not ticked there is an answer elsewhere and none here.
        "exists" if is_confirmation => None,
        "exists" => Some(if value.as_bool()? { Comparison::Answered } else { Comparison::Unanswered }),
        "=" | "!=" => {
            let is_equal = operator == "=";
            match kind {
                ItemKind::YesNo => {
                    let is = |yes| same(&link.yes_or_no(yes), of, value);
                    match (is(true), is(false)) {
                        (true, _) => Some(if is_equal { Comparison::Yes } else { Comparison::No }),
                        (_, true) => Some(if is_equal { Comparison::No } else { Comparison::Yes }),
                        _ => None,
                    }
                }
                ItemKind::Confirmation => (is_equal && *value == Value::Bool(true)).then_some(Comparison::Answered),
                ItemKind::Number { .. } | ItemKind::Scale { .. } if is_equal => {
                    Some(Comparison::Equal { than: number_text(value)? })
                }
                // Whether any other is chosen, also beside this one, is not asked here.
                ItemKind::MultipleChoice { .. } if !is_equal => None,
                _ => {
                    let option = option(link, of, value)?;
                    Some(if is_equal { Comparison::Option { option } } else { Comparison::NotOption { option } })
                }
            }
        }
        "<" => Some(Comparison::Less { than: number_text(value)? }),
        "<=" => Some(Comparison::AtMost { than: number_text(value)? }),
        ">=" => Some(Comparison::AtLeast { than: number_text(value)? }),
        ">" => Some(Comparison::More { than: number_text(value)? }),
        _ => None,
    }
}

/// The one alternative that is meant.
fn option(link: &Link<'_>, of: &str, value: &Value) -> Option<OptionId> {
    let options = link.item.kind.options().iter().map(|option| option.id);
    let mut meant = options.filter(|id| link.answer(*id).is_some_and(|answer| same(&answer, of, value)));
    meant.next().filter(|_| meant.next().is_none())
}

fn same((kind, answer): &(&'static str, Value), of: &str, value: &Value) -> bool {
    if *kind != of {
        return false;
    }
    match (answer, value) {
        (Value::Object(answer), Value::Object(value)) => {
            let is_given = |key| text_of(answer, key).is_some() && text_of(value, key).is_some();
            let is_same = |key| text_of(answer, key) == text_of(value, key);
            is_given("code") && is_same("code") && (is_same("system") || !is_given("system"))
        }
        _ => answer == value,
    }
}

/// Our own form of the condition, when nobody has written another beside it since.
fn ours(fields: &Object, links: &Links<'_>, missing: &mut Missing<'_>) -> Option<ShownWhen> {
    let told: Value = serde_json::from_str(own_word(fields, SHOWN_WHEN)?).ok()?;
    let told = told.as_object()?;
    let mut strangers = BTreeMap::new();
    let mut groups = Vec::new();
    for group in objects(told, "groups") {
        let mut tests = Vec::new();
        for test in objects(group, "tests") {
            let name = text_of(test, "question")?;
            let link = links.named(name);
            let item = link.map_or_else(
                || *strangers.entry(name.to_owned()).or_insert_with(|| ItemId::from_uuid((missing.ids)())),
                |link| link.item.id,
            );
            tests.push(Test { item, comparison: told_comparison(test, link, missing)? });
        }
        groups.push(TestGroup { combine: combine(group)?, tests });
    }
    let condition = ShownWhen { combine: combine(told)?, groups };
    let mut made = Object::new();
    conditions::put(&mut made, &condition, links);
    let is_same = ["enableWhen", "enableBehavior"].iter().all(|key| made.get(*key) == fields.get(*key))
        && extension(&made, SHOWN_EXPRESSION) == extension(fields, SHOWN_EXPRESSION);
    is_same.then_some(condition)
}

fn combine(told: &Object) -> Option<Combine> {
    match text_of(told, "combine")? {
        "all" => Some(Combine::All),
        "any" => Some(Combine::Any),
        _ => None,
    }
}

fn told_comparison(test: &Object, link: Option<&Link<'_>>, missing: &mut Missing<'_>) -> Option<Comparison> {
    let than = || text_of(test, "than").unwrap_or_default().to_owned();
    let mut option = || {
        let answer = test.get("answer").and_then(Value::as_object).and_then(|answer| answer.iter().next());
        let meant = answer.and_then(|(of, value)| self::option(link?, of, value));
        meant.unwrap_or_else(|| OptionId::from_uuid((missing.ids)()))
    };
    Some(match text_of(test, "is")? {
        "answered" => Comparison::Answered,
        "unanswered" => Comparison::Unanswered,
        "yes" => Comparison::Yes,
        "no" => Comparison::No,
        "option" => Comparison::Option { option: option() },
        "notOption" => Comparison::NotOption { option: option() },
        "less" => Comparison::Less { than: than() },
        "atMost" => Comparison::AtMost { than: than() },
        "equal" => Comparison::Equal { than: than() },
        "atLeast" => Comparison::AtLeast { than: than() },
        "more" => Comparison::More { than: than() },
        _ => return None,
    })
}
