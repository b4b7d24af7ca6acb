//! What makes a template unworkable, and stands in the way of publishing. What the guideline has to say is in
//! [`advice`](super::advice).

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{
    BodyPart, Choice, ChoiceRole, DateLimit, Deviation, ItemKind, TemplateContent,
    condition::{ConditionFault, faults},
    deviations,
    score::{self, ScoreFault},
    tree::{Standing, standing, walk},
};
use crate::{
    ExampleId, ItemId, ScoreRangeId,
    attachment::AttachmentLimits,
    reply::{Decimal, suits},
};

/// Rows of a repeated section, at most.
pub const MAX_ROWS: u32 = 50;

/// A reason why a draft cannot be published. `item` says where to jump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "problem")]
pub enum PublishProblem {
    /// The template has no name.
    NameMissing,
    /// The name is longer than 100 characters.
    NameTooLong,
    /// Neither text nor a slot: there is no message.
    BodyEmpty,
    /// A slot does not say what is to be written there.
    SlotLabelMissing {
        /// Which.
        item: ItemId,
    },
    /// It can be answered, but asks nothing.
    NoQuestions,
    /// A question or an information has no text.
    ItemTextMissing {
        /// Which.
        item: ItemId,
    },
    /// A choice question with fewer than two alternatives.
    TooFewOptions {
        /// Which.
        item: ItemId,
    },
    /// An alternative has no text.
    OptionTextMissing {
        /// Which.
        item: ItemId,
    },
    /// Two alternatives of one question read the same.
    OptionsAlike {
        /// Which.
        item: ItemId,
    },
    /// A number's limits are not numbers, or the smallest is larger than the largest.
    NumberLimits {
        /// Which.
        item: ItemId,
    },
    /// A text's length is not 1–10 000, the number of files not 1–5, or a scale's steps not from 0 or 1 to at most 10.
    Limit {
        /// Which.
        item: ItemId,
    },
    /// The rows of a *matris* are none, or one has no text, or two read the same.
    MatrixRows {
        /// Which.
        item: ItemId,
    },
    /// A date's limits are not dates, or the first is after the last.
    DateLimits {
        /// Which.
        item: ItemId,
    },
    /// More than one alternative asks for words, or one that excludes the others is in a choice of one.
    OptionRoles {
        /// Which.
        item: ItemId,
    },
    /// A section holds nothing.
    SectionEmpty {
        /// Which.
        item: ItemId,
    },
    /// Files and repeated sections cannot stand in a repeated section.
    NotInRows {
        /// Which.
        item: ItemId,
    },
    /// The answer that stands there from the beginning is none that the question allows.
    InitialMisfit {
        /// Which.
        item: ItemId,
    },
    /// A condition asks for something that is not there or cannot be asked for.
    ConditionBroken {
        /// Whose.
        item: ItemId,
    },
    /// A condition asks for the answer to a question that comes later.
    ConditionLooksAhead {
        /// Whose.
        item: ItemId,
        /// The later question.
        to: ItemId,
    },
    /// Conditions lead round in a circle.
    ConditionCircle {
        /// Whose.
        item: ItemId,
        /// The questions on the way, from the item itself.
        path: Vec<ItemId>,
    },
    /// No answers make a condition hold.
    NeverShown {
        /// Whose.
        item: ItemId,
    },
    /// A range of points has no name, or that of another.
    ScoreRangeName {
        /// Which.
        range: ScoreRangeId,
    },
    /// A range of points ends before it begins.
    ScoreRangeTurned {
        /// Which.
        range: ScoreRangeId,
    },
    /// A sum of points is in two ranges.
    ScoreRangesOverlap {
        /// The one that begins first.
        range: ScoreRangeId,
        /// The other.
        other: ScoreRangeId,
    },
    /// Sums of points that answers can come to are in no range.
    ScoreGap {
        /// The lowest of them.
        from: i32,
        /// The highest of them.
        to: i32,
    },
    /// There are ranges of points, and nothing gives points.
    ScoreRangesUnused,
    /// An example citizen is shown what they are not to be shown, or not what they are.
    #[serde(rename_all = "camelCase")]
    ExampleDeviates {
        /// Who.
        example: ExampleId,
        /// The first question in which it differs; may be one that is not there any more.
        item: ItemId,
        /// Whether that is shown.
        is_shown: bool,
    },
}

/// Everything that makes a template unworkable, in the order of the screen; empty when it would work.
pub fn problems(content: &TemplateContent) -> Vec<PublishProblem> {
    use PublishProblem as P;
    let blank = |text: &str| text.trim().is_empty();
    let mut found = Vec::new();
    let mut when = |wrong: bool, problem: P| {
        if wrong {
            found.push(problem);
        }
    };

    when(blank(&content.name), P::NameMissing);
    when(content.name.chars().count() > 100, P::NameTooLong);
    let says_something = content.body.iter().any(|part| match part {
        BodyPart::Text { text, .. } => !blank(text),
        BodyPart::Slot { .. } => true,
    });
    when(!says_something, P::BodyEmpty);
    for part in &content.body {
        if let BodyPart::Slot { id, label, .. } = part {
            when(blank(label), P::SlotLabelMissing { item: *id });
        }
    }
    if content.answerable {
        when(!walk(&content.form).any(super::Item::is_question), P::NoQuestions);
        let mut conditions = faults(&content.form).into_iter().peekable();
        for Standing { item, repeated, .. } in standing(&content.form) {
            when(blank(&item.text), P::ItemTextMissing { item: item.id });
            when_kind(&item.kind, item.id, &mut when);
            when(item.kind.is_section() && item.items.is_empty(), P::SectionEmpty { item: item.id });
            let stands_once = matches!(item.kind, ItemKind::Attachment { .. } | ItemKind::RepeatedSection { .. });
            when(repeated.is_some() && stands_once, P::NotInRows { item: item.id });
            let initial = item.details.initial.as_ref();
            when(initial.is_some_and(|answer| !suits(&item.kind, answer)), P::InitialMisfit { item: item.id });
            if let Some((item, fault)) = conditions.next_if(|(of, _)| *of == item.id) {
                let problem = match fault {
                    ConditionFault::Broken => P::ConditionBroken { item },
                    ConditionFault::LooksAhead { to } => P::ConditionLooksAhead { item, to },
                    ConditionFault::Circle { path } => P::ConditionCircle { item, path },
                    ConditionFault::NeverShown => P::NeverShown { item },
                };
                when(true, problem);
            }
        }
    }
    found.extend(score::faults(content).into_iter().map(|fault| match fault {
        ScoreFault::Name(range) => P::ScoreRangeName { range },
        ScoreFault::Turned(range) => P::ScoreRangeTurned { range },
        ScoreFault::Overlap(range, other) => P::ScoreRangesOverlap { range, other },
        ScoreFault::Gap(from, to) => P::ScoreGap { from, to },
        ScoreFault::NothingCounts => P::ScoreRangesUnused,
    }));
    found.extend(deviations(content).into_iter().map(|Deviation { example, item, is_shown }| P::ExampleDeviates {
        example,
        item,
        is_shown,
    }));
    found
}

fn when_kind(kind: &ItemKind, item: ItemId, when: &mut impl FnMut(bool, PublishProblem)) {
    use PublishProblem as P;
    match kind {
        ItemKind::LongText { max_length } | ItemKind::ShortText { max_length, .. } => {
            when(!(1..=10_000).contains(max_length), P::Limit { item });
        }
        ItemKind::SingleChoice { options } | ItemKind::Dropdown { options } => {
            when_options(options, item, when);
            let others = options.iter().filter(|option| option.role == ChoiceRole::Other).count();
            let excludes = options.iter().any(|option| option.role == ChoiceRole::Exclusive);
            when(others > 1 || excludes, P::OptionRoles { item });
        }
        ItemKind::MultipleChoice { options } => {
            when_options(options, item, when);
            let others = options.iter().filter(|option| option.role == ChoiceRole::Other).count();
            when(others > 1, P::OptionRoles { item });
        }
        ItemKind::Matrix { rows, options } => {
            when_options(options, item, when);
            when(rows.is_empty() || has_blank(rows) || has_alike(rows), P::MatrixRows { item });
            let is_plain = |choice: &Choice| choice.role == ChoiceRole::Plain;
            when(!options.iter().chain(rows).all(is_plain), P::OptionRoles { item });
        }
        ItemKind::Number { min, max, decimals, .. } => {
            let read = |limit: &Option<String>| limit.as_deref().map(Decimal::parse).transpose();
            let sound = match (read(min), read(max)) {
                (Ok(Some(min)), Ok(Some(max))) => min <= max,
                (Ok(_), Ok(_)) => true,
                _ => false,
            };
            when(!sound || *decimals > 6, P::NumberLimits { item });
        }
        ItemKind::Scale { min, max, .. } => {
            when(*min > 1 || *max > 10 || min >= max, P::Limit { item });
        }
        ItemKind::Date { earliest, latest } => {
            // Any day will do: what is relative moves with it, and of the two kinds together nothing can be said beforehand.
            let on = |limit: &DateLimit| limit.on(jiff::civil::date(2026, 1, 1));
            let is_broken = [earliest, latest].into_iter().flatten().any(|limit| on(limit).is_none());
            let is_alike = matches!(
                (earliest, latest),
                (Some(DateLimit::Day { .. }), Some(DateLimit::Day { .. }))
                    | (Some(DateLimit::FromToday { .. }), Some(DateLimit::FromToday { .. }))
            );
            let is_turned = is_alike && earliest.as_ref().and_then(on) > latest.as_ref().and_then(on);
            when(is_broken || is_turned, P::DateLimits { item });
        }
        ItemKind::Attachment { max_files, max_megabytes, .. } => {
            let national = AttachmentLimits::NATIONAL;
            let most = u32::try_from(national.max_bytes / 1_000_000).unwrap_or(u32::MAX);
            let is_size = max_megabytes.is_none_or(|size| (1..=most).contains(&size));
            when(!(1..=national.max_files).contains(max_files) || !is_size, P::Limit { item });
        }
        ItemKind::RepeatedSection { max_rows, .. } => when(!(1..=MAX_ROWS).contains(max_rows), P::Limit { item }),
        ItemKind::YesNo
        | ItemKind::Time
        | ItemKind::DateTime
        | ItemKind::Confirmation
        | ItemKind::Information { .. }
        | ItemKind::Section
        | ItemKind::Foreign { .. } => {}
    }
}

fn when_options(options: &[Choice], item: ItemId, when: &mut impl FnMut(bool, PublishProblem)) {
    when(options.len() < 2, PublishProblem::TooFewOptions { item });
    when(has_blank(options), PublishProblem::OptionTextMissing { item });
    when(has_alike(options) && !has_blank(options), PublishProblem::OptionsAlike { item });
}

fn has_blank(choices: &[Choice]) -> bool {
    choices.iter().any(|choice| choice.text.trim().is_empty())
}

fn has_alike(choices: &[Choice]) -> bool {
    let distinct: HashSet<_> = choices.iter().map(|choice| choice.text.trim().to_lowercase()).collect();
    distinct.len() < choices.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        OptionId,
        template::{Choice, Item},
    };

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn complete() -> TemplateContent {
        TemplateContent {
            name: "Ordination järn".into(),
            purpose: "Ny ordination efter provtagning".into(),
            answer_use: "Din bekräftelse sparas i journalen".into(),
            contact: "Ring 0480-00 00 00".into(),
            form: vec![Item { required: true, ..Item::new(id(2), "Hur mår du?", ItemKind::YesNo) }],
            body: vec![BodyPart::Text { id: id(1), text: "Här kommer din ordination.".into() }],
            ..TemplateContent::new(String::new(), String::new(), id(1))
        }
    }

    #[test]
    fn a_complete_template_may_be_published() {
        assert_eq!(problems(&complete()), []);
    }

    #[test]
    fn information_needs_no_questions() {
        let content = TemplateContent { answerable: false, form: Vec::new(), ..complete() };
        assert_eq!(problems(&content), []);
    }

    #[test]
    fn a_choice_needs_two_different_alternatives_with_text() {
        let options = |texts: &[&str]| {
            let options = (10u128..)
                .zip(texts)
                .map(|(n, text)| Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(n)), (*text).to_owned()));
            let mut content = complete();
            content.form[0].kind = ItemKind::SingleChoice { options: options.collect() };
            problems(&content)
        };
        assert_eq!(options(&["Ja"]), [PublishProblem::TooFewOptions { item: id(2) }]);
        assert_eq!(options(&["Ja", "ja "]), [PublishProblem::OptionsAlike { item: id(2) }]);
        assert_eq!(options(&["Ja", ""]), [PublishProblem::OptionTextMissing { item: id(2) }]);
        assert_eq!(options(&["Ja", "Nej"]), []);
    }

    #[test]
    fn a_numbers_limits_must_be_numbers_in_order() {
        let limits = |min: &str, max: &str| {
            let mut content = complete();
            content.form[0].kind =
                ItemKind::Number { unit: "kg".into(), min: Some(min.into()), max: Some(max.into()), decimals: 1 };
            problems(&content).is_empty()
        };
        assert!(limits("1.5", "10"));
        assert!(!limits("10", "9.5"));
        assert!(!limits("x", "10"));
    }
}
