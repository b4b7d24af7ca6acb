//! What is wrong with a form's conditions, before anybody is asked.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::tree::{Standing, standing},
    Comparison, Item, ItemId, ItemKind, Search, ShownWhen, Test, number,
};
use crate::{
    OptionId, RowId,
    reply::{Answer, Answers, Decimal, Row},
};

/// What is wrong with an item's condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionFault {
    /// It has no test, or one whose question, alternative or number is not there or not of a kind that can be tested.
    Broken,
    /// It asks for the answer to a question that comes later.
    LooksAhead {
        /// That question.
        to: ItemId,
    },
    /// It leads back to itself.
    Circle {
        /// The questions on the way, from the item itself to the one that asks for it.
        path: Vec<ItemId>,
    },
    /// No answers at all make it hold.
    NeverShown,
}

/// Combinations of answers that are tried before it is given up to find one that shows an item. More than any form by hand has.
const MOST_TRIED: usize = 20_000;

type Places<'a> = BTreeMap<ItemId, (usize, Standing<'a>)>;

/// Everything that is wrong with the conditions, at most one fault an item, in the form's order.
pub fn faults(form: &[Item]) -> Vec<(ItemId, ConditionFault)> {
    let places: Places<'_> = standing(form).enumerate().map(|(at, one)| (one.item.id, (at, one))).collect();
    let unsound: BTreeMap<ItemId, ConditionFault> =
        places.values().filter_map(|(_, one)| Some((one.item.id, unsound(one, &places)?))).collect();
    let mut found = Vec::new();
    for (at, one) in standing(form).enumerate() {
        let Some(condition) = &one.item.shown_when else { continue };
        let is_ahead = |test: &&Test| places.get(&test.item).is_some_and(|(of, _)| *of > at);
        let fault = if let Some(fault) = unsound.get(&one.item.id) {
            Some(fault.clone())
        } else if let Some(test) = condition.tests().find(is_ahead) {
            Some(ConditionFault::LooksAhead { to: test.item })
        } else {
            (!can_be_shown(one.item.id, &places, &unsound)).then_some(ConditionFault::NeverShown)
        };
        found.extend(fault.map(|fault| (one.item.id, fault)));
    }
    found
}

/// What makes it impossible to say when the item is shown.
fn unsound(one: &Standing<'_>, places: &Places<'_>) -> Option<ConditionFault> {
    let condition = one.item.shown_when.as_ref()?;
    if !is_whole(condition, one, places) {
        return Some(ConditionFault::Broken);
    }
    circle(one.item, places).map(|path| ConditionFault::Circle { path })
}

fn is_whole(condition: &ShownWhen, of: &Standing<'_>, places: &Places<'_>) -> bool {
    let is_sound = |test: &Test| {
        let Some((_, source)) = places.get(&test.item) else { return false };
        let kind = &source.item.kind;
        let has_option = |option| kind.options().iter().any(|one| one.id == option);
        // An answer in a row is none outside it: which of the rows would it be?
        (source.repeated.is_none() || source.repeated == of.repeated)
            && test.comparison.suits(kind)
            && test.comparison.option().is_none_or(has_option)
            && test.comparison.than().is_none_or(|than| Decimal::parse(than).is_ok())
    };
    !condition.groups.is_empty()
        && condition.groups.iter().all(|group| !group.tests.is_empty())
        && condition.tests().all(is_sound)
}

/// What an item is shown by: what its condition asks for, and the section that it stands in.
fn shown_by<'a>(one: &Standing<'a>) -> impl Iterator<Item = ItemId> + use<'a> {
    one.item.shown_when.iter().flat_map(ShownWhen::tests).map(|test| test.item).chain(one.section)
}

/// The shortest way from the item's condition back to the item.
fn circle(item: &Item, places: &Places<'_>) -> Option<Vec<ItemId>> {
    let mut ways = vec![vec![item.id]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let (_, last) = way.last().and_then(|id| places.get(id))?;
            for next in shown_by(last) {
                if next == item.id {
                    return Some(way);
                }
                if seen.insert(next) && places.contains_key(&next) {
                    longer.push([way.as_slice(), &[next]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

/// Whether some answers show it: tried one combination after the other, of the answers that tell its tests apart. `true` also
/// when there are too many to try, or one that it depends on is unsound, which is then said of that one.
fn can_be_shown(item: ItemId, places: &Places<'_>, unsound: &BTreeMap<ItemId, ConditionFault>) -> bool {
    // Rows are alike, so that one stands for all: what is needed is looked at as if it stood in none.
    let mut needed: BTreeMap<ItemId, Standing<'_>> = BTreeMap::new();
    let mut left = vec![item];
    let mut tests: BTreeMap<ItemId, Vec<&Comparison>> = BTreeMap::new();
    while let Some(next) = left.pop() {
        let Some((_, one)) = places.get(&next) else { continue };
        if unsound.contains_key(&next) {
            return true;
        }
        if needed.insert(next, Standing { repeated: None, ..*one }).is_some() {
            continue;
        }
        for test in one.item.shown_when.iter().flat_map(ShownWhen::tests) {
            tests.entry(test.item).or_default().push(&test.comparison);
        }
        left.extend(shown_by(one));
    }
    let ways: Vec<(ItemId, Vec<Answer>)> = tests
        .into_iter()
        .filter_map(|(id, comparisons)| Some((id, telling(&needed.get(&id)?.item.kind, &comparisons))))
        .collect();
    // Each question can also be left unanswered.
    let combinations = ways.iter().try_fold(1_usize, |count, (_, answers)| count.checked_mul(answers.len() + 1));
    combinations.is_none_or(|count| count > MOST_TRIED) || some_show(&needed, item, &ways, &mut Answers::new())
}

/// Whether one of these ways to answer the questions that are left, or leaving them out, shows the item. Stops at the first.
fn some_show(
    needed: &BTreeMap<ItemId, Standing<'_>>,
    item: ItemId,
    left: &[(ItemId, Vec<Answer>)],
    answers: &mut Answers,
) -> bool {
    let Some(((source, ways), rest)) = left.split_first() else { return Search::of(needed, answers).is_shown(item) };
    let is_shown = ways.iter().any(|answer| {
        answers.insert(*source, answer.clone());
        some_show(needed, item, rest, answers)
    });
    answers.remove(source);
    is_shown || some_show(needed, item, rest, answers)
}

/// Answers that the form allows and that between them give every verdict that these comparisons can give together.
fn telling(kind: &ItemKind, comparisons: &[&Comparison]) -> Vec<Answer> {
    match kind {
        ItemKind::YesNo => vec![Answer::YesNo(true), Answer::YesNo(false)],
        ItemKind::SingleChoice { options } | ItemKind::Dropdown { options } => {
            options.iter().map(|option| Answer::Choice(option.id)).collect()
        }
        ItemKind::MultipleChoice { .. } => sets(&named(kind, comparisons)),
        ItemKind::Number { min, max, decimals, .. } => numbers(min.as_deref(), max.as_deref(), *decimals, comparisons),
        ItemKind::Scale { min, max, .. } => (*min..=*max).map(|step| Answer::Number(step.to_string())).collect(),
        ItemKind::Confirmation => vec![Answer::Confirmed(true)],
        ItemKind::LongText { .. } | ItemKind::ShortText { .. } => vec![Answer::Text("x".to_owned())],
        ItemKind::Date { .. } => vec![Answer::Date("2026-01-01".to_owned())],
        ItemKind::Time => vec![Answer::Time("08:00".to_owned())],
        ItemKind::DateTime => vec![Answer::DateTime { date: "2026-01-01".to_owned(), time: "08:00".to_owned() }],
        ItemKind::Matrix { rows, options } => {
            let first = rows.first().zip(options.first());
            first.map(|(row, option)| Answer::Matrix(BTreeMap::from([(row.id, option.id)]))).into_iter().collect()
        }
        ItemKind::RepeatedSection { .. } => {
            vec![Answer::Rows(vec![Row { id: RowId::from_uuid(uuid::Uuid::nil()), answers: Answers::new() }])]
        }
        ItemKind::Attachment { .. } | ItemKind::Information { .. } | ItemKind::Section | ItemKind::Foreign { .. } => {
            Vec::new()
        }
    }
}

/// The alternatives that are asked about, and one that is not, which stands for all the others.
fn named(kind: &ItemKind, comparisons: &[&Comparison]) -> Vec<OptionId> {
    let asked: BTreeSet<OptionId> = comparisons.iter().filter_map(|comparison| comparison.option()).collect();
    let other = kind.options().iter().map(|option| option.id).find(|option| !asked.contains(option));
    // Ten make a thousand sets; with more it is given up above.
    asked.into_iter().chain(other).take(15).collect()
}

/// Every set of these but the empty one.
fn sets(of: &[OptionId]) -> Vec<Answer> {
    let subsets = 1_u32..1 << of.len();
    let chosen = |bits: u32| of.iter().enumerate().filter(move |(at, _)| bits & (1 << at) != 0).map(|(_, id)| *id);
    subsets.map(|bits| Answer::Choices(chosen(bits).collect())).collect()
}

/// Each number that is asked about, with its neighbours, and the limits: between two of them every verdict is the same.
fn numbers(min: Option<&str>, max: Option<&str>, decimals: u8, comparisons: &[&Comparison]) -> Vec<Answer> {
    let read = |text: Option<&str>| text.and_then(|text| Decimal::parse(text).ok());
    let (min, max) = (read(min), read(max));
    let mut tried: BTreeSet<Decimal> = [min, max].into_iter().flatten().collect();
    for text in comparisons.iter().filter_map(|comparison| comparison.than()) {
        if let Ok(asked) = Decimal::parse(text) {
            tried.extend(asked.around(decimals));
        }
    }
    if tried.is_empty() {
        tried.extend(Decimal::parse("1"));
    }
    let is_allowed = |value: &Decimal| {
        min.is_none_or(|min| min <= *value) && max.is_none_or(|max| *value <= max) && value.decimals() <= decimals
    };
    let answers = tried.into_iter().filter(is_allowed).map(|value| Answer::Number(value.to_string()));
    answers.filter(|answer| number(answer, "0").is_some()).collect()
}
