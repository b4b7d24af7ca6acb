//! *Poäng*: what alternatives and steps count for together, and what the sum is called. Only staff see any of it.
//!
//! A sum says nothing by itself: the ranges and their names are the unit's own, and what follows of them is the handler's to judge.

use serde::{Deserialize, Serialize};

use super::{Choice, ChoiceRole, Item, ItemKind, TemplateContent};
use crate::{
    OptionId, ScoreRangeId,
    note::{Read, read},
    reply::{Answer, Answers},
};

/// Sums that have a name together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScoreRange {
    /// Identity within the template.
    pub id: ScoreRangeId,
    /// What they are called, such as "Måttlig".
    pub name: String,
    /// The lowest sum of them.
    pub from: i32,
    /// The highest sum of them, which is one of them.
    pub to: i32,
}

/// Between which sums the answers to a form can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ScoreSpan {
    /// The lowest sum.
    pub lowest: i32,
    /// The highest sum.
    pub highest: i32,
}

/// What the answers to a form count for together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The sum.
    pub sum: i64,
    /// Between what it could have been.
    pub span: ScoreSpan,
    /// The name of the range that it is in; `None` when it is in none.
    pub range: Option<String>,
    /// Questions that count, were asked, and were not answered.
    pub unanswered: usize,
}

/// What is wrong with the ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreFault {
    /// It has no name, or that of another.
    Name(ScoreRangeId),
    /// It ends before it begins.
    Turned(ScoreRangeId),
    /// A sum is in both, which stand in the order of their sums.
    Overlap(ScoreRangeId, ScoreRangeId),
    /// These sums, from the first to the last, are in none.
    Gap(i32, i32),
    /// Nothing counts.
    NothingCounts,
}

/// The lowest and the highest, in all their length.
type Ends = (i64, i64);

/// Between which sums the answers can come; `None` when nothing counts. What need not be answered, or is shown on a condition, may
/// count for nothing. Conditions are not weighed against each other, so that a sum between these ends may be one that no answers make.
pub fn span(form: &[Item]) -> Option<ScoreSpan> {
    let (lowest, highest) = of_items(form, false)?;
    Some(ScoreSpan { lowest: clamped(lowest), highest: clamped(highest) })
}

fn of_items(items: &[Item], may_be_hidden: bool) -> Option<Ends> {
    let ends = items.iter().filter_map(|item| of_item(item, may_be_hidden || item.shown_when.is_some()));
    ends.reduce(|(low, high), (lowest, highest)| (low.saturating_add(lowest), high.saturating_add(highest)))
}

fn of_item(item: &Item, may_be_hidden: bool) -> Option<Ends> {
    match &item.kind {
        ItemKind::Section => of_items(&item.items, may_be_hidden),
        ItemKind::RepeatedSection { max_rows, .. } => {
            let (low, high) = of_items(&item.items, false)?;
            let fewest = i64::from(item.required && !may_be_hidden);
            let rows = [fewest, i64::from(*max_rows)];
            let low = rows.map(|rows| low.saturating_mul(rows));
            let high = rows.map(|rows| high.saturating_mul(rows));
            Some((low[0].min(low[1]), high[0].max(high[1])))
        }
        kind => {
            let (low, high) = of_answer(kind)?;
            let may_be_left = may_be_hidden || !item.required;
            Some(if may_be_left { (low.min(0), high.max(0)) } else { (low, high) })
        }
    }
}

/// What an answer to a question of this kind can count for; `None` when it does not count.
fn of_answer(kind: &ItemKind) -> Option<Ends> {
    if let ItemKind::Scale { min, max, counts: true, .. } = kind {
        return Some((i64::from(*min), i64::from(*max)));
    }
    let options = kind.options();
    options.iter().any(|option| option.score.is_some()).then_some(())?;
    let scores = || options.iter().map(points);
    let (low, high) = (scores().min()?, scores().max()?);
    match kind {
        ItemKind::Matrix { rows, .. } => {
            let rows = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            Some((low.saturating_mul(rows), high.saturating_mul(rows)))
        }
        ItemKind::MultipleChoice { .. } => {
            let together = || options.iter().filter(|option| option.role != ChoiceRole::Exclusive).map(points);
            let all_low: i64 = together().filter(|score| *score < 0).sum();
            let all_high: i64 = together().filter(|score| *score > 0).sum();
            // One at least is chosen, and of those that lower the sum none need be.
            Some((
                if all_low < 0 { low.min(all_low) } else { low },
                if all_high > 0 { high.max(all_high) } else { high },
            ))
        }
        _ => Some((low, high)),
    }
}

fn points(choice: &Choice) -> i64 {
    choice.score.map_or(0, i64::from)
}

fn clamped(points: i64) -> i32 {
    i32::try_from(points).unwrap_or(if points < 0 { i32::MIN } else { i32::MAX })
}

/// What the answers to a form count for; `None` when nothing in it counts. What was not asked counts for nothing.
pub fn score(form: &[Item], ranges: &[ScoreRange], answers: &Answers) -> Option<Score> {
    let span = span(form)?;
    let (mut sum, mut unanswered) = (0_i64, 0);
    for read in read(form, answers) {
        let Read::Question { item, answer, asked: true, .. } = read else { continue };
        if of_answer(&item.kind).is_some() {
            match answer.filter(|answer| answer.says_something()) {
                Some(answer) => sum = sum.saturating_add(counted(&item.kind, answer)),
                None => unanswered += 1,
            }
        }
    }
    let is_in = |range: &&ScoreRange| (i64::from(range.from)..=i64::from(range.to)).contains(&sum);
    let range = ranges.iter().find(is_in).map(|range| range.name.trim().to_owned()).filter(|name| !name.is_empty());
    Some(Score { sum, span, range, unanswered })
}

fn counted(kind: &ItemKind, answer: &Answer) -> i64 {
    let of = |id: &OptionId| kind.options().iter().find(|option| option.id == *id).map_or(0, points);
    match answer {
        Answer::Matrix(chosen) => chosen.values().map(of).sum(),
        Answer::Number(step) => step.trim().parse().unwrap_or(0),
        answer => answer.chosen().iter().map(of).sum(),
    }
}

/// What is wrong with the ranges of a template, in the order of the screen, gaps and overlaps last; nothing where there are none.
pub fn faults(content: &TemplateContent) -> Vec<ScoreFault> {
    let ranges = &content.score_ranges;
    if ranges.is_empty() || !content.answerable {
        return Vec::new();
    }
    let Some(span) = span(&content.form) else { return vec![ScoreFault::NothingCounts] };
    let mut found = Vec::new();
    for (place, range) in ranges.iter().enumerate() {
        let name = range.name.trim().to_lowercase();
        let is_taken = ranges[..place].iter().any(|earlier| earlier.name.trim().to_lowercase() == name);
        if name.is_empty() || is_taken {
            found.push(ScoreFault::Name(range.id));
        }
        if range.from > range.to {
            found.push(ScoreFault::Turned(range.id));
        }
    }
    let mut sound: Vec<&ScoreRange> = ranges.iter().filter(|range| range.from <= range.to).collect();
    sound.sort_by_key(|range| (range.from, range.to));
    // The first sum that is in none so far, and the range that reaches the furthest.
    let mut next = i64::from(span.lowest);
    let mut furthest: Option<&ScoreRange> = None;
    let gap = |from: i64, to: i64| ScoreFault::Gap(clamped(from), clamped(to));
    for range in sound {
        if let Some(before) = furthest.filter(|before| before.to >= range.from) {
            found.push(ScoreFault::Overlap(before.id, range.id));
        }
        let before = (i64::from(range.from) - 1).min(i64::from(span.highest));
        if next <= before {
            found.push(gap(next, before));
        }
        next = next.max(i64::from(range.to) + 1);
        furthest = furthest.filter(|before| before.to >= range.to).or(Some(range));
    }
    if next <= i64::from(span.highest) {
        found.push(gap(next, i64::from(span.highest)));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::chance::Chance;
    use super::super::condition::{Comparison, ShownWhen};
    use super::*;
    use crate::{ItemId, RowId, reply::Row};

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn range(n: u128, name: &str, from: i32, to: i32) -> ScoreRange {
        ScoreRange { id: ScoreRangeId::from_uuid(uuid::Uuid::from_u128(n)), name: name.into(), from, to }
    }

    fn option(n: u128, score: i32) -> Choice {
        Choice { score: Some(score), ..Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(n)), n.to_string()) }
    }

    fn required(n: u128, kind: ItemKind) -> Item {
        Item { required: true, ..Item::new(id(n), n.to_string(), kind) }
    }

    fn single(scores: &[i32]) -> ItemKind {
        ItemKind::SingleChoice { options: (1..).zip(scores).map(|(n, score)| option(n, *score)).collect() }
    }

    fn ends(form: &[Item]) -> Option<(i32, i32)> {
        span(form).map(|span| (span.lowest, span.highest))
    }

    #[test]
    fn what_must_be_answered_counts_for_something_and_what_may_be_left_perhaps_for_nothing() {
        assert_eq!(ends(&[Item::new(id(1), "Ont?", ItemKind::YesNo)]), None);
        let first = required(1, single(&[1, 4]));
        assert_eq!(ends(std::slice::from_ref(&first)), Some((1, 4)));
        let left = Item { required: false, ..required(2, single(&[1, 4])) };
        assert_eq!(ends(&[first.clone(), left]), Some((1, 8)));
        let hidden =
            Item { shown_when: Some(ShownWhen::one(id(1), Comparison::Answered)), ..required(2, single(&[-2, 4])) };
        assert_eq!(ends(&[first, hidden]), Some((-1, 8)));
    }

    #[test]
    fn several_count_together_and_what_excludes_the_others_by_itself() {
        let none = Choice { role: ChoiceRole::Exclusive, ..option(9, 7) };
        let several = |options| [required(1, ItemKind::MultipleChoice { options })];
        assert_eq!(ends(&several(vec![option(1, 2), option(2, 3), none.clone()])), Some((2, 7)));
        assert_eq!(ends(&several(vec![option(1, 2), option(2, 6), none])), Some((2, 8)));
        assert_eq!(ends(&several(vec![option(1, -2), option(2, -3)])), Some((-5, -2)));
    }

    #[test]
    fn rows_and_steps_count_each() {
        let rows = (11..14).map(|n| Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(n)), String::new()));
        let matrix = ItemKind::Matrix { rows: rows.collect(), options: vec![option(1, 0), option(2, 3)] };
        let scale = |counts| ItemKind::Scale { min: 1, max: 10, low: String::new(), high: String::new(), counts };
        assert_eq!(ends(&[required(1, scale(false))]), None);
        assert_eq!(ends(&[required(1, scale(true)), required(2, matrix)]), Some((1, 19)));
        let kind = ItemKind::RepeatedSection { row: String::new(), max_rows: 3 };
        let repeated = Item { items: vec![required(2, scale(true))], ..required(1, kind) };
        assert_eq!(ends(&[repeated]), Some((1, 30)));
    }

    #[test]
    fn the_sum_is_named_and_says_how_many_are_missing() {
        let kind = ItemKind::RepeatedSection { row: String::new(), max_rows: 3 };
        let repeated = Item { items: vec![required(3, single(&[0, 5]))], ..required(2, kind) };
        let hidden =
            Item { shown_when: Some(ShownWhen::one(id(1), Comparison::Unanswered)), ..required(4, single(&[9, 9])) };
        let form = [required(1, single(&[1, 4])), repeated, hidden];
        let chosen = |n: u128| Answer::Choice(OptionId::from_uuid(uuid::Uuid::from_u128(n)));
        let row = |n: u128, answer: Option<Answer>| Row {
            id: RowId::from_uuid(uuid::Uuid::from_u128(n)),
            answers: answer.map(|answer| (id(3), answer)).into_iter().collect(),
        };
        let rows = vec![row(1, Some(chosen(2))), row(2, Some(chosen(2))), row(3, None)];
        let answers = BTreeMap::from([(id(1), chosen(2)), (id(2), Answer::Rows(rows)), (id(4), chosen(1))]);
        let ranges = [range(1, "Låg", 0, 9), range(2, " Hög ", 10, 24)];
        let score = score(&form, &ranges, &answers).expect("it counts");
        assert_eq!((score.sum, score.range.as_deref(), score.unanswered), (14, Some("Hög"), 1));
    }

    #[test]
    fn gaps_and_overlaps_are_named_by_their_sums_and_ranges() {
        let of = |score_ranges: Vec<ScoreRange>| {
            let form = vec![required(1, single(&[0, 20]))];
            faults(&TemplateContent { form, score_ranges, ..TemplateContent::new(String::new(), String::new(), id(9)) })
        };
        let (low, middle, high) = (range(1, "Låg", 0, 5), range(2, "Måttlig", 6, 12), range(3, "Hög", 13, 20));
        assert_eq!(of(vec![high.clone(), low.clone(), middle.clone()]), []);
        assert_eq!(of(vec![low.clone(), high.clone()]), [ScoreFault::Gap(6, 12)]);
        assert_eq!(of(vec![middle.clone()]), [ScoreFault::Gap(0, 5), ScoreFault::Gap(13, 20)]);
        let wide = range(4, "låg ", 4, 40);
        assert_eq!(
            of(vec![low.clone(), wide.clone(), high.clone()]),
            [ScoreFault::Name(wide.id), ScoreFault::Overlap(low.id, wide.id), ScoreFault::Overlap(wide.id, high.id)]
        );
        let turned = range(5, "", 9, 3);
        assert_eq!(
            of(vec![turned.clone()]),
            [ScoreFault::Name(turned.id), ScoreFault::Turned(turned.id), ScoreFault::Gap(0, 20)]
        );
    }

    proptest! {
        /// What no one would try by hand: whatever is answered lies between the ends, as long as it is an answer that may be sent in.
        #[test]
        fn every_sum_lies_between_the_ends(seed: u64) {
            let mut chance = Chance(seed);
            let content = chance.content();
            let form = &content.form;
            let today = jiff::civil::date(2026, 11, 1);
            let typed = chance.answers(form);
            if let Ok(answers) = crate::reply::check(form, &typed, &BTreeMap::new(), today)
                && let Some(score) = score(form, &content.score_ranges, &answers)
            {
                let ends = i64::from(score.span.lowest)..=i64::from(score.span.highest);
                prop_assert!(ends.contains(&score.sum), "{score:?}");
            }
        }

        /// Where nothing is wrong, every sum has exactly one range; and where something is, some sum has not, or a name is missing.
        #[test]
        fn ranges_are_right_exactly_when_each_sum_is_in_one(cuts in proptest::collection::vec((-3_i32..24, -3_i32..24), 1..4)) {
            let ranges: Vec<ScoreRange> =
                (1_u128..).zip(&cuts).map(|(n, (from, to))| range(n, &n.to_string(), *from, *to)).collect();
            let content = TemplateContent {
                form: vec![required(1, single(&[0, 20]))],
                score_ranges: ranges.clone(),
                ..TemplateContent::new(String::new(), String::new(), id(9))
            };
            let of = |sum: i32| ranges.iter().filter(|range| (range.from..=range.to).contains(&sum)).count();
            let is_right = (0..=20).all(|sum| of(sum) == 1)
                && (-3..24).all(|sum| of(sum) <= 1)
                && ranges.iter().all(|range| range.from <= range.to);
            prop_assert_eq!(faults(&content).is_empty(), is_right);
        }
    }
}
