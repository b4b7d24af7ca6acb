//! The parts that starters are put together from. Each part gets an id of its own.

use domain::{
    ItemId, OptionId,
    template::{
        BodyPart, Choice, ChoiceRole, Item, ItemKind, TemplateContent,
        condition::{Combine, Comparison, ShownWhen, Test, TestGroup},
    },
};
use uuid::Uuid;

/// Makes parts under new ids.
pub(super) struct Make<'a> {
    pub(super) new_id: &'a dyn Fn() -> Uuid,
}

impl Make<'_> {
    fn id(&self) -> ItemId {
        ItemId::from_uuid((self.new_id)())
    }

    pub(super) fn text(&self, text: &str) -> BodyPart {
        BodyPart::Text { id: self.id(), text: text.to_owned() }
    }

    /// Must be filled in.
    pub(super) fn slot(&self, label: &str) -> BodyPart {
        BodyPart::Slot { id: self.id(), label: label.to_owned(), required: true }
    }

    pub(super) fn optional_slot(&self, label: &str) -> BodyPart {
        BodyPart::Slot { id: self.id(), label: label.to_owned(), required: false }
    }

    /// Need not be answered, without help.
    pub(super) fn item(&self, text: &str, kind: ItemKind) -> Item {
        Item::new(self.id(), text, kind)
    }

    /// Must be answered.
    pub(super) fn demanded(&self, text: &str, kind: ItemKind) -> Item {
        Item { required: true, ..self.item(text, kind) }
    }

    /// One of these, which must be chosen.
    pub(super) fn one_of(&self, text: &str, options: &[&str]) -> Item {
        self.demanded(text, ItemKind::SingleChoice { options: self.options(options) })
    }

    /// Any of these, or *Annat*, or `none` alone.
    pub(super) fn several_of(&self, text: &str, options: &[&str], none: &str) -> Item {
        let mut options = self.options(options);
        options.extend(self.options(&["Annat", none]));
        for (choice, role) in options.iter_mut().rev().zip([ChoiceRole::Exclusive, ChoiceRole::Other]) {
            choice.role = role;
        }
        let help = "Välj alla som stämmer.".to_owned();
        Item { help, ..self.item(text, ItemKind::MultipleChoice { options }) }
    }

    fn options(&self, texts: &[&str]) -> Vec<Choice> {
        let choice = |text: &&str| Choice::new(OptionId::from_uuid((self.new_id)()), (**text).to_owned());
        texts.iter().map(choice).collect()
    }
}

/// What only some starters have is added to this.
pub(super) fn template(name: &str, contact: &str) -> TemplateContent {
    TemplateContent {
        name: name.to_owned(),
        handler_instruction: String::new(),
        purpose: String::new(),
        answer_use: String::new(),
        contact: contact.to_owned(),
        body: Vec::new(),
        answerable: false,
        form: Vec::new(),
        examples: Vec::new(),
        score_ranges: Vec::new(),
        markup: true,
        translations: Vec::new(),
        foreign: String::new(),
    }
}

pub(super) fn with_help(help: &str, item: Item) -> Item {
    Item { help: help.to_owned(), ..item }
}

/// Shown when one of these alternatives of `source` is chosen.
pub(super) fn when(source: &Item, chosen: &[&str], item: Item) -> Item {
    let options = source.kind.options().iter().filter(|option| chosen.contains(&option.text.as_str()));
    let tests = options.map(|option| Test { item: source.id, comparison: Comparison::Option { option: option.id } });
    let group = TestGroup { combine: Combine::Any, tests: tests.collect() };
    Item { shown_when: Some(ShownWhen { combine: Combine::All, groups: vec![group] }), ..item }
}

/// Shown when `source`, a *ja/nej*, is answered yes.
pub(super) fn when_yes(source: &Item, item: Item) -> Item {
    Item { shown_when: Some(ShownWhen::one(source.id, Comparison::Yes)), ..item }
}
