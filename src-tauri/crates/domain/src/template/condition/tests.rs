//! Conditions at random, and those that people make.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde::Serialize;

use super::super::{Choice, Item, ItemKind, chance::Chance};
use super::{Combine, Comparison, ConditionFault, ShownWhen, Test, TestGroup, faults, shown};
use crate::{
    ItemId, OptionId,
    reply::{Answer, Answers, check},
};

fn id(n: u128) -> ItemId {
    ItemId::from_uuid(uuid::Uuid::from_u128(n))
}

fn option(n: u128) -> OptionId {
    OptionId::from_uuid(uuid::Uuid::from_u128(n))
}

fn item(n: u128, kind: ItemKind, shown_when: Option<ShownWhen>) -> Item {
    Item { id: id(n), text: format!("Fråga {n}"), help: String::new(), required: true, kind, shown_when }
}

fn when(tests: &[(u128, Comparison)]) -> Option<ShownWhen> {
    let tests = tests.iter().map(|(n, comparison)| Test { item: id(*n), comparison: comparison.clone() }).collect();
    Some(ShownWhen { combine: Combine::All, groups: vec![TestGroup { combine: Combine::All, tests }] })
}

fn weight() -> ItemKind {
    ItemKind::Number { unit: "kg".into(), min: Some("20".into()), max: Some("300".into()), decimals: 1 }
}

fn several() -> ItemKind {
    let choice = |n, text: &str| Choice { id: option(n), text: text.into() };
    ItemKind::MultipleChoice { options: vec![choice(1, "Yrsel"), choice(2, "Klåda"), choice(3, "Inget")] }
}

fn found(form: &[Item]) -> Vec<(ItemId, ConditionFault)> {
    faults(form)
}

#[test]
fn what_is_not_shown_is_not_asked_and_its_answer_is_left_out() {
    let form = [
        item(1, ItemKind::YesNo, None),
        item(2, ItemKind::ShortText { max_length: 9 }, when(&[(1, Comparison::Yes)])),
        item(3, ItemKind::Confirmation, when(&[(2, Comparison::Answered)])),
    ];
    let answers = |yes| Answers::from([(id(1), Answer::YesNo(yes)), (id(2), Answer::Text("Alvedon".into()))]);
    assert_eq!(shown(&form, &answers(true)).len(), 3);
    assert_eq!(shown(&form, &answers(false)), BTreeSet::from([id(1)]), "nor what hangs on the one that is not shown");
    let kept = check(&form, &answers(false), &Default::default()).expect("nothing is missing");
    assert_eq!(kept, Answers::from([(id(1), Answer::YesNo(false))]));
    let missing = check(&form, &answers(true), &Default::default()).expect_err("the confirmation is asked now");
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
        item(4, ItemKind::Date, condition),
    ];
    let is_shown = |yes, chosen: &[u128], weight: &str| {
        let answers = Answers::from([
            (id(1), Answer::YesNo(yes)),
            (id(2), Answer::Choices(chosen.iter().map(|n| option(*n)).collect())),
            (id(3), Answer::Number(weight.into())),
        ]);
        shown(&form, &answers).contains(&id(4))
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
    assert_eq!(shown(&form, &all), BTreeSet::new());
}

#[test]
fn what_cannot_be_asked_for_or_comes_later_is_told() {
    let later = [item(1, ItemKind::YesNo, when(&[(2, Comparison::Yes)])), item(2, ItemKind::YesNo, None)];
    assert_eq!(found(&later), [(id(1), ConditionFault::LooksAhead { to: id(2) })]);
    let broken = |kind, comparison| found(&[item(1, kind, None), item(2, ItemKind::YesNo, when(&[(1, comparison)]))]);
    let is_broken = [(id(2), ConditionFault::Broken)];
    assert_eq!(broken(ItemKind::Date, Comparison::Yes), is_broken);
    assert_eq!(broken(several(), Comparison::Option { option: option(9) }), is_broken);
    assert_eq!(broken(weight(), Comparison::More { than: "tung".into() }), is_broken);
    assert_eq!(broken(ItemKind::Attachment { max_files: 1 }, Comparison::Answered), is_broken);
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
        options: vec![Choice { id: option(1), text: "a".into() }, Choice { id: option(2), text: "b".into() }],
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

/// A form at random, most of its questions with conditions.
fn form(chance: &mut Chance) -> Vec<Item> {
    let mut form: Vec<Item> = (0..=chance.below(6)).map(|_| chance.item()).collect();
    for at in 0..form.len() {
        if chance.below(3) > 0 {
            // Mostly on what comes before, as in a form that can be published.
            let sources = if chance.below(6) == 0 { form.clone() } else { form[..at].to_vec() };
            form[at].shown_when = Some(chance.condition(&sources));
        }
    }
    form
}

fn answers(chance: &mut Chance, form: &[Item]) -> Answers {
    form.iter().filter_map(|item| Some((item.id, chance.answer(&item.kind)?))).collect()
}

proptest! {
    #[test]
    fn what_is_told_to_be_never_shown_is_never_shown(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let form = form(&mut chance);
        let faults = faults(&form);
        for _ in 0..20 {
            let answers = answers(&mut chance, &form);
            // Only of answers that the form takes: a number out of its limits is no answer.
            let Ok(answers) = check(&optional(&form), &answers, &Default::default()) else { continue };
            let shown = shown(&form, &answers);
            for (id, fault) in &faults {
                prop_assert!(*fault != ConditionFault::NeverShown || !shown.contains(id));
            }
        }
    }

    #[test]
    fn what_was_left_out_of_a_reply_changes_nothing_of_what_is_shown(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let form = optional(&form(&mut chance));
        let answers = answers(&mut chance, &form);
        if let Ok(kept) = check(&form, &answers, &Default::default()) {
            prop_assert_eq!(shown(&form, &kept), shown(&form, &answers));
        }
    }
}

fn optional(form: &[Item]) -> Vec<Item> {
    form.iter().map(|item| Item { required: false, ..item.clone() }).collect()
}

/// A form, answers as they are typed, and what is shown of it.
#[derive(Serialize)]
struct Case {
    form: Vec<Item>,
    answers: Answers,
    shown: BTreeSet<ItemId>,
}

/// Writes the file; `cargo xtask check` fails when that changed what is committed.
#[test]
fn bindings_hold_cases_for_the_pages_own_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/conditions.json");
    let cases: Vec<Case> = (0..60)
        .map(|seed| {
            let mut chance = Chance(seed);
            let form = form(&mut chance);
            let answers = answers(&mut chance, &form);
            Case { shown: shown(&form, &answers), form, answers }
        })
        .collect();
    let text = format!("{}\n", serde_json::to_string(&cases).expect("plain values"));
    if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
        std::fs::write(path, text).expect("the cases can be written");
    }
}
