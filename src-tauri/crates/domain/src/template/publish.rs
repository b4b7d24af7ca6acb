//! What stands in the way of publishing.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{
    BodyPart, ItemKind, TemplateContent,
    condition::{ConditionFault, faults},
};
use crate::{ItemId, attachment::AttachmentLimits, reply::Decimal};

/// A reason why a draft cannot be published. `item` says where to jump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "problem")]
pub enum PublishProblem {
    /// The template has no name.
    NameMissing,
    /// The name is longer than 100 characters.
    NameTooLong,
    /// Guideline: the message must say what its purpose is.
    PurposeMissing,
    /// Guideline: the message must say how answers are used.
    AnswerUseMissing,
    /// Guideline: the message must say where to turn with questions.
    ContactMissing,
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
}

/// Everything that stands in the way of publishing, in the order of the screen; empty when it may be published.
///
/// The first mandatory content of the guideline, the sender, is the unit and cannot be left out by a template.
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
    when(blank(&content.purpose), P::PurposeMissing);
    // A message that cannot be answered has no answers to use.
    when(content.answerable && blank(&content.answer_use), P::AnswerUseMissing);
    when(blank(&content.contact), P::ContactMissing);
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
        when(!content.form.iter().any(super::Item::is_question), P::NoQuestions);
        let mut conditions = faults(&content.form).into_iter().peekable();
        for item in &content.form {
            when(blank(&item.text), P::ItemTextMissing { item: item.id });
            when_kind(&item.kind, item.id, &mut when);
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
    found
}

fn when_kind(kind: &ItemKind, item: ItemId, when: &mut impl FnMut(bool, PublishProblem)) {
    use PublishProblem as P;
    match kind {
        ItemKind::LongText { max_length } | ItemKind::ShortText { max_length } => {
            when(!(1..=10_000).contains(max_length), P::Limit { item });
        }
        ItemKind::SingleChoice { options } | ItemKind::MultipleChoice { options } => {
            when(options.len() < 2, P::TooFewOptions { item });
            when(options.iter().any(|option| option.text.trim().is_empty()), P::OptionTextMissing { item });
            let distinct: HashSet<_> = options.iter().map(|option| option.text.trim().to_lowercase()).collect();
            when(
                distinct.len() < options.len() && options.iter().all(|o| !o.text.trim().is_empty()),
                P::OptionsAlike { item },
            );
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
        ItemKind::Attachment { max_files } => {
            when(!(1..=AttachmentLimits::NATIONAL.max_files).contains(max_files), P::Limit { item });
        }
        ItemKind::YesNo | ItemKind::Date | ItemKind::Confirmation | ItemKind::Information => {}
    }
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
            form: vec![Item {
                id: id(2),
                text: "Jag har tagit del av ordinationen".into(),
                help: String::new(),
                required: true,
                kind: ItemKind::Confirmation,
                shown_when: None,
            }],
            body: vec![BodyPart::Text { id: id(1), text: "Här kommer din ordination.".into() }],
            ..TemplateContent::new(String::new(), String::new(), id(1))
        }
    }

    #[test]
    fn a_complete_template_may_be_published() {
        assert_eq!(problems(&complete()), []);
    }

    #[test]
    fn each_of_the_guidelines_contents_is_demanded() {
        let without = |change: fn(&mut TemplateContent)| {
            let mut content = complete();
            change(&mut content);
            problems(&content)
        };
        assert_eq!(without(|c| c.purpose = " ".into()), [PublishProblem::PurposeMissing]);
        assert_eq!(without(|c| c.answer_use.clear()), [PublishProblem::AnswerUseMissing]);
        assert_eq!(without(|c| c.contact = "\n".into()), [PublishProblem::ContactMissing]);
    }

    #[test]
    fn information_needs_no_use_of_answers_and_no_questions() {
        let content = TemplateContent { answerable: false, answer_use: String::new(), form: Vec::new(), ..complete() };
        assert_eq!(problems(&content), []);
    }

    #[test]
    fn a_choice_needs_two_different_alternatives_with_text() {
        let options = |texts: &[&str]| {
            let options = (10u128..).zip(texts).map(|(n, text)| Choice {
                id: OptionId::from_uuid(uuid::Uuid::from_u128(n)),
                text: (*text).to_owned(),
            });
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
