//! Example citizens: answers that are kept with a template, and which questions they are to be shown. They are run before
//! publishing, so that a change that breaks a way through the form is seen before a citizen meets it.

use serde::{Deserialize, Serialize};

use super::{TemplateContent, condition::shown};
use crate::{ExampleId, ItemId, reply::Answers};

/// Somebody who answers so and so. Only those who build the template see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExampleCitizen {
    /// Identity within the template.
    pub id: ExampleId,
    /// Who it is, such as "Har ont".
    pub name: String,
    /// What they answer; files are not among it.
    pub answers: Answers,
    /// What they are to be shown, outside repeated sections.
    pub shown: Vec<ItemId>,
    /// What they are not to be shown, outside repeated sections.
    pub hidden: Vec<ItemId>,
}

/// That an example citizen is not shown what they are to be shown, or what they are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Who.
    pub example: ExampleId,
    /// The first item in which it differs.
    pub item: ItemId,
    /// Whether that item is shown.
    pub is_shown: bool,
}

/// The example citizens for whom the form is not as it was when they were kept, each with the first difference. A question that
/// is not there any more is not shown; one that was added since is expected of nobody.
pub fn deviations(content: &TemplateContent) -> Vec<Deviation> {
    let of = |example: &ExampleCitizen| {
        let shown = shown(&content.form, &example.answers);
        let is_shown = |item: &ItemId| shown.contains_in(None, *item);
        let missing = example.shown.iter().find(|item| !is_shown(item)).map(|item| (*item, false));
        let (item, is_shown) =
            missing.or_else(|| example.hidden.iter().find(|item| is_shown(item)).map(|item| (*item, true)))?;
        Some(Deviation { example: example.id, item, is_shown })
    };
    if content.answerable { content.examples.iter().filter_map(of).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        reply::Answer,
        template::{
            Item, ItemKind,
            condition::{Comparison, ShownWhen},
            edit::Edit,
        },
    };

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn template() -> TemplateContent {
        let pain = Item::new(id(1), "Har du ont?", ItemKind::YesNo);
        let place = Item {
            shown_when: Some(ShownWhen::one(id(1), Comparison::Yes)),
            ..Item::new(id(2), "Var?", ItemKind::YesNo)
        };
        let example = ExampleCitizen {
            id: ExampleId::from_uuid(uuid::Uuid::from_u128(7)),
            name: "Har inte ont".into(),
            answers: Answers::from([(id(1), Answer::YesNo(false))]),
            shown: vec![id(1)],
            hidden: vec![id(2)],
        };
        TemplateContent {
            form: vec![pain, place],
            examples: vec![example],
            ..TemplateContent::new("Smärta".into(), "Ring".into(), id(9))
        }
    }

    #[test]
    fn an_example_holds_until_the_form_shows_something_else() {
        let mut content = template();
        assert_eq!(deviations(&content), []);
        let example = content.examples[0].id;
        let always = Edit::SetCondition { id: id(2), shown_when: None };
        let back = content.apply(&always).expect("there");
        assert_eq!(deviations(&content), [Deviation { example, item: id(2), is_shown: true }]);
        content.apply(&back).expect("there");
        content.apply(&Edit::RemoveItem { id: id(1) }).expect("there");
        assert_eq!(deviations(&content), [Deviation { example, item: id(1), is_shown: false }]);
        content.answerable = false;
        assert_eq!(deviations(&content), []);
    }

    #[test]
    fn what_was_added_since_is_expected_of_nobody() {
        let mut content = template();
        let item = Item::new(id(3), "Hur länge?", ItemKind::YesNo);
        content.apply(&Edit::AddItem { item, section: None, at: 0 }).expect("new");
        assert_eq!(deviations(&content), []);
    }
}
