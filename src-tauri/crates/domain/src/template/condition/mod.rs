//! Conditions: a question that is shown only when earlier ones are answered so and so.
//!
//! [`shown`] is the verdict that counts. The citizen's page shows and hides by rules of its own (`ui/src/form/shown.ts`); the cases
//! in `ui/src/bindings/conditions.json` hold the two together. Questions are named by their ids, so that what moves or is written
//! anew keeps its conditions.

mod faults;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Item, ItemKind,
    tree::{Standing, standing, walk},
};
use crate::{
    ItemId, OptionId, RowId,
    reply::{Answer, Answers, Decimal, Row},
};

pub use faults::{ConditionFault, faults};

/// When an item is shown: groups of tests, which is one level within another and no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShownWhen {
    /// Whether all groups must hold or any of them.
    pub combine: Combine,
    /// At least one.
    pub groups: Vec<TestGroup>,
}

/// Tests that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TestGroup {
    /// Whether all tests must hold or any of them.
    pub combine: Combine,
    /// At least one.
    pub tests: Vec<Test>,
}

/// *Alla* or *någon*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Combine {
    /// All of them.
    All,
    /// At least one of them.
    Any,
}

/// What one answer is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Test {
    /// The question whose answer it is.
    pub item: ItemId,
    /// What the answer must be.
    pub comparison: Comparison,
}

/// What an answer must be. A question that is not answered, or not shown, is nothing but unanswered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "is", deny_unknown_fields)]
pub enum Comparison {
    /// Anything: of every kind of question; of a repeated section a row.
    Answered,
    /// Nothing: of every kind of question.
    Unanswered,
    /// Of *ja/nej*.
    Yes,
    /// Of *ja/nej*.
    No,
    /// This alternative, perhaps with others: of *ett val*, *rullista* and *flera val*.
    Option {
        /// Which.
        option: OptionId,
    },
    /// Others, and not this alternative.
    NotOption {
        /// Which.
        option: OptionId,
    },
    /// Of *tal* and *skala*.
    Less {
        /// A decimal number with a point, as [`ItemKind::Number`] has its limits.
        than: String,
    },
    /// Of *tal* and *skala*.
    AtMost {
        /// As above.
        than: String,
    },
    /// Of *tal* and *skala*.
    Equal {
        /// As above.
        than: String,
    },
    /// Of *tal* and *skala*.
    AtLeast {
        /// As above.
        than: String,
    },
    /// Of *tal* and *skala*.
    More {
        /// As above.
        than: String,
    },
}

impl ShownWhen {
    /// A condition of one test.
    pub fn one(item: ItemId, comparison: Comparison) -> Self {
        let tests = vec![Test { item, comparison }];
        Self { combine: Combine::All, groups: vec![TestGroup { combine: Combine::All, tests }] }
    }

    /// Every test, group by group.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.groups.iter().flat_map(|group| &group.tests)
    }
}

impl Comparison {
    /// Whether an answer of this kind of question can be held against it.
    pub const fn suits(&self, kind: &ItemKind) -> bool {
        match self {
            // How many files there are is not among the answers.
            Self::Answered | Self::Unanswered => !matches!(
                kind,
                ItemKind::Information { .. }
                    | ItemKind::Attachment { .. }
                    | ItemKind::Section
                    | ItemKind::Foreign { .. }
            ),
            Self::Yes | Self::No => matches!(kind, ItemKind::YesNo),
            Self::Option { .. } | Self::NotOption { .. } => {
                matches!(
                    kind,
                    ItemKind::SingleChoice { .. } | ItemKind::Dropdown { .. } | ItemKind::MultipleChoice { .. }
                )
            }
            Self::Less { .. } | Self::AtMost { .. } | Self::Equal { .. } | Self::AtLeast { .. } | Self::More { .. } => {
                matches!(kind, ItemKind::Number { .. } | ItemKind::Scale { .. })
            }
        }
    }

    /// The number that an answer is held against; `None` of what compares no numbers.
    pub fn than(&self) -> Option<&str> {
        match self {
            Self::Less { than }
            | Self::AtMost { than }
            | Self::Equal { than }
            | Self::AtLeast { than }
            | Self::More { than } => Some(than),
            _ => None,
        }
    }

    /// The alternative that is asked about; `None` of what asks about none.
    pub const fn option(&self) -> Option<OptionId> {
        match self {
            Self::Option { option } | Self::NotOption { option } => Some(*option),
            _ => None,
        }
    }

    fn holds(&self, answer: Option<&Answer>) -> bool {
        let Some(answer) = answer.filter(|answer| answer.says_something()) else {
            return *self == Self::Unanswered;
        };
        match self {
            Self::Answered => true,
            Self::Unanswered => false,
            Self::Yes => *answer == Answer::YesNo(true),
            Self::No => *answer == Answer::YesNo(false),
            Self::Option { option } => answer.chosen().contains(option),
            Self::NotOption { option } => !answer.chosen().is_empty() && !answer.chosen().contains(option),
            Self::Less { than } => number(answer, than).is_some_and(|(it, than)| it < than),
            Self::AtMost { than } => number(answer, than).is_some_and(|(it, than)| it <= than),
            Self::Equal { than } => number(answer, than).is_some_and(|(it, than)| it == than),
            Self::AtLeast { than } => number(answer, than).is_some_and(|(it, than)| it >= than),
            Self::More { than } => number(answer, than).is_some_and(|(it, than)| it > than),
        }
    }
}

impl Combine {
    fn of(self, mut verdicts: impl Iterator<Item = bool>) -> bool {
        match self {
            Self::All => verdicts.all(|holds| holds),
            Self::Any => verdicts.any(|holds| holds),
        }
    }
}

/// What is shown of a form: items outside repeated sections once, items within such for each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown(BTreeSet<(Option<RowId>, ItemId)>);

impl Shown {
    /// Whether an item that stands in no repeated section is shown.
    pub fn contains(&self, item: ItemId) -> bool {
        self.contains_in(None, item)
    }

    /// Whether an item is shown: in this row, or outside all rows.
    pub fn contains_in(&self, row: Option<RowId>, item: ItemId) -> bool {
        self.0.contains(&(row, item))
    }

    /// All of it.
    pub fn iter(&self) -> impl Iterator<Item = (Option<RowId>, ItemId)> {
        self.0.iter().copied()
    }
}

/// What is shown when these are the answers. One whose condition comes back to itself is not, nor what stands in a section that
/// is not.
pub fn shown(form: &[Item], answers: &Answers) -> Shown {
    let places: BTreeMap<ItemId, Standing<'_>> = standing(form).map(|one| (one.item.id, one)).collect();
    let mut search = Search::of(&places, answers);
    let mut shown = BTreeSet::new();
    for one in standing(form).filter(|one| one.repeated.is_none()) {
        if search.is_shown(one.item.id) {
            shown.insert((None, one.item.id));
        }
    }
    for section in standing(form).filter(|one| matches!(one.item.kind, ItemKind::RepeatedSection { .. })) {
        // A row within a row cannot be asked for, so it is not shown either.
        let (None, Some(Answer::Rows(rows))) = (section.repeated, answers.get(&section.item.id)) else { continue };
        for row in rows {
            search.enter(section.item.id, row);
            for item in walk(&section.item.items) {
                if search.is_shown(item.id) {
                    shown.insert((Some(row.id), item.id));
                }
            }
        }
    }
    Shown(shown)
}

struct Search<'a> {
    places: &'a BTreeMap<ItemId, Standing<'a>>,
    answers: &'a Answers,
    /// The repeated section and the row of it that is looked at.
    row: Option<(ItemId, &'a Row)>,
    /// What is known, or `None` while it is being found out.
    found: BTreeMap<ItemId, Option<bool>>,
}

impl<'a> Search<'a> {
    const fn of(places: &'a BTreeMap<ItemId, Standing<'a>>, answers: &'a Answers) -> Self {
        Self { places, answers, row: None, found: BTreeMap::new() }
    }

    /// Looks at this row from now on.
    fn enter(&mut self, section: ItemId, row: &'a Row) {
        self.row = Some((section, row));
        let places = self.places;
        self.found.retain(|id, _| places.get(id).is_some_and(|one| one.repeated.is_none()));
    }

    fn is_shown(&mut self, id: ItemId) -> bool {
        match self.found.get(&id) {
            Some(Some(known)) => return *known,
            // Round in a circle.
            Some(None) => return false,
            None => {}
        }
        let Some(place) = self.places.get(&id).copied() else { return false };
        // What stands in rows is shown in one of them, and nowhere else.
        if place.repeated != self.row.map(|(section, _)| section).filter(|_| place.repeated.is_some()) {
            return false;
        }
        self.found.insert(id, None);
        let is_around = place.section.is_none_or(|section| self.is_shown(section));
        let is_shown = is_around && place.item.shown_when.as_ref().is_none_or(|condition| self.holds(condition));
        self.found.insert(id, Some(is_shown));
        is_shown
    }

    fn holds(&mut self, condition: &ShownWhen) -> bool {
        let sources: BTreeSet<ItemId> = condition.tests().map(|test| test.item).collect();
        let answered: BTreeSet<ItemId> = sources.into_iter().filter(|source| self.is_shown(*source)).collect();
        let holds =
            |test: &Test| test.comparison.holds(self.answer(test.item).filter(|_| answered.contains(&test.item)));
        condition.combine.of(condition.groups.iter().map(|group| group.combine.of(group.tests.iter().map(holds))))
    }

    fn answer(&self, item: ItemId) -> Option<&'a Answer> {
        let is_in_row = self.places.get(&item).is_some_and(|place| place.repeated.is_some());
        match self.row {
            Some((_, row)) if is_in_row => row.answers.get(&item),
            _ => self.answers.get(&item),
        }
    }
}

fn number(answer: &Answer, than: &str) -> Option<(Decimal, Decimal)> {
    let Answer::Number(text) = answer else { return None };
    Some((Decimal::parse(text).ok()?, Decimal::parse(than).ok()?))
}
