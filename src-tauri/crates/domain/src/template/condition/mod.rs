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

use super::{Item, ItemKind};
use crate::{
    ItemId, OptionId,
    reply::{Answer, Answers, Decimal},
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
    /// Anything: of every kind of question.
    Answered,
    /// Nothing: of every kind of question.
    Unanswered,
    /// Of *ja/nej*.
    Yes,
    /// Of *ja/nej*.
    No,
    /// This alternative, perhaps with others: of *ett val* and *flera val*.
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
            Self::Answered | Self::Unanswered => !matches!(kind, ItemKind::Information | ItemKind::Attachment { .. }),
            Self::Yes | Self::No => matches!(kind, ItemKind::YesNo),
            Self::Option { .. } | Self::NotOption { .. } => {
                matches!(kind, ItemKind::SingleChoice { .. } | ItemKind::MultipleChoice { .. })
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
        let Some(answer) = answer.filter(|answer| says_something(answer)) else {
            return *self == Self::Unanswered;
        };
        match self {
            Self::Answered => true,
            Self::Unanswered => false,
            Self::Yes => *answer == Answer::YesNo(true),
            Self::No => *answer == Answer::YesNo(false),
            Self::Option { option } => has(answer, *option).unwrap_or(false),
            Self::NotOption { option } => has(answer, *option).is_some_and(|has| !has),
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

/// The items that are shown when these are the answers. One whose condition comes back to itself is not.
pub fn shown(form: &[Item], answers: &Answers) -> BTreeSet<ItemId> {
    let mut search =
        Search { form: form.iter().map(|item| (item.id, item)).collect(), answers, found: BTreeMap::new() };
    form.iter().map(|item| item.id).filter(|id| search.is_shown(*id)).collect()
}

struct Search<'a> {
    form: BTreeMap<ItemId, &'a Item>,
    answers: &'a Answers,
    /// What is known, or `None` while it is being found out.
    found: BTreeMap<ItemId, Option<bool>>,
}

impl Search<'_> {
    fn is_shown(&mut self, id: ItemId) -> bool {
        match self.found.get(&id) {
            Some(Some(known)) => return *known,
            // Round in a circle.
            Some(None) => return false,
            None => {}
        }
        let Some(item) = self.form.get(&id).copied() else { return false };
        let Some(condition) = &item.shown_when else {
            self.found.insert(id, Some(true));
            return true;
        };
        self.found.insert(id, None);
        let sources: BTreeSet<ItemId> = condition.tests().map(|test| test.item).collect();
        let answered: BTreeSet<ItemId> = sources.into_iter().filter(|source| self.is_shown(*source)).collect();
        let holds =
            |test: &Test| test.comparison.holds(self.answers.get(&test.item).filter(|_| answered.contains(&test.item)));
        let shown =
            condition.combine.of(condition.groups.iter().map(|group| group.combine.of(group.tests.iter().map(holds))));
        self.found.insert(id, Some(shown));
        shown
    }
}

fn says_something(answer: &Answer) -> bool {
    match answer {
        Answer::Text(text) | Answer::Number(text) | Answer::Date(text) => !text.trim().is_empty(),
        Answer::Choices(chosen) => !chosen.is_empty(),
        Answer::Confirmed(ticked) => *ticked,
        Answer::YesNo(_) | Answer::Choice(_) => true,
    }
}

/// Whether the alternative is among those chosen; `None` of what is no choice.
fn has(answer: &Answer, option: OptionId) -> Option<bool> {
    match answer {
        Answer::Choice(chosen) => Some(*chosen == option),
        Answer::Choices(chosen) => Some(chosen.contains(&option)),
        _ => None,
    }
}

fn number(answer: &Answer, than: &str) -> Option<(Decimal, Decimal)> {
    let Answer::Number(text) = answer else { return None };
    Some((Decimal::parse(text).ok()?, Decimal::parse(than).ok()?))
}
