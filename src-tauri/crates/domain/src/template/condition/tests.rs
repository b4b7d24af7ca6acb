//! Conditions at random, and those that people make.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Serialize;

use super::super::tree::{find_mut, walk};
use super::super::{Choice, Item, ItemKind, chance::Chance};
use super::{Combine, Comparison, ConditionFault, Shown, ShownWhen, Test, TestGroup, faults, shown};
use crate::{
    ItemId, OptionId, RowId,
    reply::{Answer, AnswerProblem, Answers, Row, check},
};

fn id(n: u128) -> ItemId {
    ItemId::from_uuid(uuid::Uuid::from_u128(n))
}

fn option(n: u128) -> OptionId {
    OptionId::from_uuid(uuid::Uuid::from_u128(n))
}

fn row_id(n: u128) -> RowId {
    RowId::from_uuid(uuid::Uuid::from_u128(n))
}

fn item(n: u128, kind: ItemKind, shown_when: Option<ShownWhen>) -> Item {
    Item { required: true, shown_when, ..Item::new(id(n), format!("Fråga {n}"), kind) }
}

fn when(tests: &[(u128, Comparison)]) -> Option<ShownWhen> {
    let tests = tests.iter().map(|(n, comparison)| Test { item: id(*n), comparison: comparison.clone() }).collect();
    Some(ShownWhen { combine: Combine::All, groups: vec![TestGroup { combine: Combine::All, tests }] })
}

fn weight() -> ItemKind {
    ItemKind::Number { unit: "kg".into(), min: Some("20".into()), max: Some("300".into()), decimals: 1 }
}

/// The ids that are shown outside rows.
fn alone(shown: &Shown) -> Vec<ItemId> {
    shown.iter().filter(|(row, _)| row.is_none()).map(|(_, id)| id).collect()
}

fn kept(form: &[Item], answers: &Answers) -> Result<Answers, Vec<AnswerProblem>> {
    check(form, answers, &BTreeMap::new(), jiff::civil::date(2026, 11, 23))
}

fn several() -> ItemKind {
    let choice = |n, text: &str| Choice::new(option(n), text.into());
    ItemKind::MultipleChoice { options: vec![choice(1, "Yrsel"), choice(2, "Klåda"), choice(3, "Inget")] }
}

fn found(form: &[Item]) -> Vec<(ItemId, ConditionFault)> {
    faults(form)
}

#[test]
fn what_is_not_shown_is_not_asked_and_its_answer_is_left_out() {
    let form = [
        item(1, ItemKind::YesNo, None),
        item(2, ItemKind::short_text(9), when(&[(1, Comparison::Yes)])),
        item(3, ItemKind::Confirmation, when(&[(2, Comparison::Answered)])),
    ];
    let answers = |yes| Answers::from([(id(1), Answer::YesNo(yes)), (id(2), Answer::Text("Alvedon".into()))]);
    assert_eq!(alone(&shown(&form, &answers(true))).len(), 3);
    assert_eq!(alone(&shown(&form, &answers(false))), [id(1)], "nor what hangs on the one that is not shown");
    let answered = kept(&form, &answers(false)).expect("nothing is missing");
    assert_eq!(answered, Answers::from([(id(1), Answer::YesNo(false))]));
    let missing = kept(&form, &answers(true)).expect_err("the confirmation is asked now");
    assert_eq!(missing.len(), 1);
}

#[test]
fn a_group_within_a_group_is_one_level_of_brackets() {
    let either = TestGroup {
        combine: Combine::Any,
        tests: vec![
            Test { item: id(2), comparison: Comparison::Option { option: option(1) } },
            Test { item: id(3), comparison: Comparison::AtLeast { than: "100".into() } },
        ],
    };
    let yes = TestGroup { combine: Combine::All, tests: vec![Test { item: id(1), comparison: Comparison::Yes }] };
    let condition = Some(ShownWhen { combine: Combine::All, groups: vec![yes, either] });
    let form = [
        item(1, ItemKind::YesNo, None),
        item(2, several(), None),
        item(3, weight(), None),
        item(4, ItemKind::DATE, condition),
    ];
    let is_shown = |yes, chosen: &[u128], weight: &str| {
        let answers = Answers::from([
            (id(1), Answer::YesNo(yes)),
            (id(2), Answer::Choices(chosen.iter().map(|n| option(*n)).collect())),
            (id(3), Answer::Number(weight.into())),
        ]);
        shown(&form, &answers).contains(id(4))
    };
    assert!(is_shown(true, &[1, 2], ""));
    assert!(is_shown(true, &[], "100,0"));
    assert!(!is_shown(true, &[2], "99,9"));
    assert!(!is_shown(false, &[1], "120"));
}

#[test]
fn a_circle_is_named_by_its_way() {
    let form = [
        item(1, ItemKind::YesNo, when(&[(3, Comparison::Yes)])),
        item(2, ItemKind::YesNo, when(&[(1, Comparison::Yes)])),
        item(3, ItemKind::YesNo, when(&[(2, Comparison::Yes)])),
    ];
    let first = ConditionFault::Circle { path: vec![id(1), id(3), id(2)] };
    assert_eq!(found(&form)[0], (id(1), first));
    assert_eq!(found(&form).len(), 3);
    let all = Answers::from([1, 2, 3].map(|n| (id(n), Answer::YesNo(true))));
    assert_eq!(shown(&form, &all), Shown::default());
}

#[test]
fn what_cannot_be_asked_for_or_comes_later_is_told() {
    let later = [item(1, ItemKind::YesNo, when(&[(2, Comparison::Yes)])), item(2, ItemKind::YesNo, None)];
    assert_eq!(found(&later), [(id(1), ConditionFault::LooksAhead { to: id(2) })]);
    let broken = |kind, comparison| found(&[item(1, kind, None), item(2, ItemKind::YesNo, when(&[(1, comparison)]))]);
    let is_broken = [(id(2), ConditionFault::Broken)];
    assert_eq!(broken(ItemKind::DATE, Comparison::Yes), is_broken);
    assert_eq!(broken(several(), Comparison::Option { option: option(9) }), is_broken);
    assert_eq!(broken(weight(), Comparison::More { than: "tung".into() }), is_broken);
    assert_eq!(broken(ItemKind::files(1), Comparison::Answered), is_broken);
    assert_eq!(found(&[item(2, ItemKind::YesNo, when(&[(7, Comparison::Yes)]))]), is_broken);
    assert_eq!(broken(several(), Comparison::Option { option: option(3) }), []);
}

#[test]
fn conditions_that_nothing_can_make_hold_are_found() {
    let never = |kind: ItemKind, tests: &[(u128, Comparison)]| {
        let form = [item(1, kind, None), item(2, ItemKind::YesNo, when(tests))];
        found(&form) == [(id(2), ConditionFault::NeverShown)]
    };
    let chosen = |n| Comparison::Option { option: option(n) };
    assert!(never(ItemKind::YesNo, &[(1, Comparison::Yes), (1, Comparison::No)]));
    assert!(never(weight(), &[(1, Comparison::Less { than: "20".into() })]), "the smallest allowed is 20");
    assert!(!never(weight(), &[(1, Comparison::AtMost { than: "20".into() })]));
    let between = |a: &str, b: &str| {
        never(weight(), &[(1, Comparison::More { than: a.into() }), (1, Comparison::Less { than: b.into() })])
    };
    assert!(between("50", "50.1"), "with one decimal there is nothing between");
    assert!(!between("50", "50.2"));
    assert!(!never(several(), &[(1, chosen(1)), (1, chosen(2))]), "several can be chosen");
    let one = ItemKind::SingleChoice {
        options: vec![Choice::new(option(1), "a".into()), Choice::new(option(2), "b".into())],
    };
    assert!(never(one, &[(1, chosen(1)), (1, chosen(2))]));
    // Through another question, which is not shown when this one would be.
    let form = [
        item(1, ItemKind::YesNo, None),
        item(2, ItemKind::YesNo, when(&[(1, Comparison::Yes)])),
        item(3, ItemKind::YesNo, when(&[(1, Comparison::No), (2, Comparison::Answered)])),
    ];
    assert_eq!(found(&form), [(id(3), ConditionFault::NeverShown)]);
}

#[test]
fn what_a_section_holds_is_shown_with_it() {
    let section = Item {
        items: vec![item(3, ItemKind::YesNo, None), item(4, ItemKind::short_text(9), when(&[(3, Comparison::Yes)]))],
        ..item(2, ItemKind::Section, when(&[(1, Comparison::Yes)]))
    };
    let after = item(5, ItemKind::YesNo, when(&[(3, Comparison::Yes)]));
    let form = [item(1, ItemKind::YesNo, None), section, after];
    assert_eq!(found(&form), []);
    let answers = |yes| Answers::from([(id(1), Answer::YesNo(yes)), (id(3), Answer::YesNo(true))]);
    assert_eq!(alone(&shown(&form, &answers(true))).len(), 5);
    assert_eq!(alone(&shown(&form, &answers(false))), [id(1)], "nor what asks for something in it");
}

#[test]
fn a_section_that_asks_for_what_it_holds_is_a_circle() {
    let held = Item {
        items: vec![item(2, ItemKind::YesNo, None)],
        ..item(1, ItemKind::Section, when(&[(2, Comparison::Yes)]))
    };
    assert_eq!(found(&[held]), [(id(1), ConditionFault::Circle { path: vec![id(1), id(2)] })]);
    let dead = Item {
        items: vec![item(3, ItemKind::YesNo, when(&[(1, Comparison::Yes)]))],
        ..item(2, ItemKind::Section, when(&[(1, Comparison::No)]))
    };
    let never = (id(3), ConditionFault::NeverShown);
    assert_eq!(found(&[item(1, ItemKind::YesNo, None), dead]), [never], "its section is not shown then");
}

#[test]
fn in_a_row_the_answers_of_that_row_count() {
    let medicines = Item {
        items: vec![
            item(2, ItemKind::YesNo, None),
            item(3, ItemKind::short_text(9), when(&[(2, Comparison::Yes), (1, Comparison::Yes)])),
        ],
        ..item(9, ItemKind::RepeatedSection { row: "läkemedel".into(), max_rows: 3 }, None)
    };
    let form = [item(1, ItemKind::YesNo, None), medicines];
    assert_eq!(found(&form), []);
    let row = |n, yes| Row { id: row_id(n), answers: Answers::from([(id(2), Answer::YesNo(yes))]) };
    let answers = Answers::from([
        (id(1), Answer::YesNo(true)),
        (id(9), Answer::Rows(vec![row(1, true), row(2, false), row(3, true)])),
    ]);
    let shown = shown(&form, &answers);
    let is_shown = [1, 2, 3].map(|n| shown.contains_in(Some(row_id(n)), id(3)));
    assert_eq!(is_shown, [true, false, true]);
    assert!(!shown.contains(id(3)), "what stands in rows is shown nowhere else");
    let outside = item(4, ItemKind::YesNo, when(&[(2, Comparison::Yes)]));
    let form = [form[0].clone(), form[1].clone(), outside];
    assert_eq!(found(&form), [(id(4), ConditionFault::Broken)], "which row would it be?");
}

/// A form at random, most of its questions with conditions.
fn form(chance: &mut Chance) -> Vec<Item> {
    let mut form: Vec<Item> = (0..=chance.below(6)).map(|_| chance.tree(2)).collect();
    let all = form.clone();
    let sources: Vec<&Item> = walk(&all).collect();
    for (at, item) in sources.iter().enumerate() {
        if chance.below(3) > 0 {
            // Mostly on what comes before, as in a form that can be published.
            let sources = if chance.below(6) == 0 { &sources } else { &sources[..at] };
            find_mut(&mut form, item.id).expect("is there").shown_when = Some(chance.condition(sources));
        }
    }
    form
}

proptest! {
    #[test]
    fn what_is_told_to_be_never_shown_is_never_shown(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let form = form(&mut chance);
        let faults = faults(&form);
        for _ in 0..20 {
            let answers = chance.answers(&form);
            // Only of answers that the form takes: a number out of its limits is no answer.
            let Ok(answers) = kept(&optional(&form), &answers) else { continue };
            let shown = shown(&form, &answers);
            for (id, fault) in &faults {
                prop_assert!(*fault != ConditionFault::NeverShown || shown.iter().all(|(_, shown)| shown != *id));
            }
        }
    }

    #[test]
    fn what_was_left_out_of_a_reply_changes_nothing_of_what_is_shown(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let form = optional(&form(&mut chance));
        let answers = chance.answers(&form);
        if let Ok(kept) = kept(&form, &answers) {
            prop_assert_eq!(shown(&form, &kept), shown(&form, &answers));
        }
    }

    #[test]
    fn a_row_that_goes_leaves_the_others_as_they_were(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let items = (0..=chance.below(5)).map(|_| chance.item()).collect();
        let section = ItemKind::RepeatedSection { row: String::new(), max_rows: 50 };
        let form = optional(&[Item { items, ..item(1, section, None) }]);
        let rows: Vec<Row> = (0..6).map(|_| chance.row(&form[0])).collect();
        let reply = |rows: &[Row]| kept(&form, &Answers::from([(id(1), Answer::Rows(rows.to_vec()))]));
        let Ok(all) = reply(&rows) else { return Ok(()) };
        let mut fewer = rows.clone();
        let gone = fewer.remove(chance.below(rows.len()));
        let left = reply(&fewer).expect("the others were as they must be");
        let rows_of = |answers: &Answers| match answers.get(&id(1)) {
            Some(Answer::Rows(rows)) => rows.clone(),
            _ => Vec::new(),
        };
        let expected: Vec<Row> = rows_of(&all).into_iter().filter(|row| row.id != gone.id).collect();
        prop_assert_eq!(rows_of(&left), expected);
    }
}

fn optional(form: &[Item]) -> Vec<Item> {
    form.iter().map(|item| Item { required: false, items: optional(&item.items), ..item.clone() }).collect()
}

/// A form, answers as they are typed, and what is shown of it.
#[derive(Serialize)]
struct Case {
    form: Vec<Item>,
    answers: Answers,
    shown: Vec<(Option<RowId>, ItemId)>,
}

/// Writes the file; `cargo xtask check` fails when that changed what is committed.
#[test]
fn bindings_hold_cases_for_the_pages_own_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/conditions.json");
    let cases: Vec<Case> = (0..60)
        .map(|seed| {
            let mut chance = Chance(seed);
            let form = form(&mut chance);
            let answers = chance.answers(&form);
            Case { shown: shown(&form, &answers).iter().collect(), form, answers }
        })
        .collect();
    let text = format!("{}\n", serde_json::to_string(&cases).expect("plain values"));
    if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
        std::fs::write(path, text).expect("the cases can be written");
    }
}
