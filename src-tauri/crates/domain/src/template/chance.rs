//! Templates at random, for tests. What is random comes from a number alone, so that a case can be had again.

use super::{
    BodyPart, Choice, Item, ItemKind, TemplateContent,
    condition::{Combine, Comparison, ShownWhen, Test, TestGroup},
};
use crate::{ItemId, OptionId, reply::Answer};

/// Numbers at random from a seed (SplitMix64).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// 0 to `end - 1`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).expect("small")).expect("small")
    }

    pub(super) fn place(&mut self, end: usize) -> u32 {
        u32::try_from(self.below(end + 2)).expect("small")
    }

    pub(super) fn uuid(&mut self) -> uuid::Uuid {
        uuid::Uuid::from_u128(u128::from(self.next()))
    }

    pub(super) fn text(&mut self) -> String {
        let words = ["Hur mår du", "Ordination", "kg", "", "Ring oss på 0480-00 00 00.\nVardagar 8–16", "å 🩺", "Ja "];
        words[self.below(words.len())].to_owned()
    }

    pub(super) fn choices(&mut self) -> Vec<Choice> {
        (0..self.below(4)).map(|_| Choice { id: OptionId::from_uuid(self.uuid()), text: self.text() }).collect()
    }

    pub(super) fn kind(&mut self) -> ItemKind {
        match self.below(9) {
            0 => ItemKind::LongText { max_length: 2_000 },
            1 => ItemKind::YesNo,
            2 | 3 => ItemKind::SingleChoice { options: self.choices() },
            4 => ItemKind::MultipleChoice { options: self.choices() },
            5 => ItemKind::Number { unit: self.text(), min: Some("2,5".into()), max: None, decimals: 1 },
            6 => ItemKind::Information,
            7 => ItemKind::Scale { min: 0, max: 10, low: self.text(), high: self.text() },
            _ => ItemKind::Attachment { max_files: 3 },
        }
    }

    pub(super) fn item(&mut self) -> Item {
        let id = ItemId::from_uuid(self.uuid());
        let (text, help, required, kind) = (self.text(), self.text(), self.below(2) == 0, self.kind());
        Item { id, text, help, required, kind, shown_when: None }
    }

    pub(super) fn part(&mut self) -> BodyPart {
        let id = ItemId::from_uuid(self.uuid());
        match self.below(2) {
            0 => BodyPart::Text { id, text: self.text() },
            _ => BodyPart::Slot { id, label: self.text(), required: self.below(2) == 0 },
        }
    }

    pub(super) fn content(&mut self) -> TemplateContent {
        let body = (0..self.below(4)).map(|_| self.part()).collect();
        let form = (0..self.below(6)).map(|_| self.item()).collect();
        let first = ItemId::from_uuid(self.uuid());
        TemplateContent { body, form, ..TemplateContent::new(self.text(), self.text(), first) }
    }

    /// On the answers to some of these, which may be of any kind and in any order.
    pub(super) fn condition(&mut self, form: &[Item]) -> ShownWhen {
        let groups =
            (0..=self.below(2)).map(|_| TestGroup { combine: self.combine(), tests: self.tests(form) }).collect();
        ShownWhen { combine: self.combine(), groups }
    }

    fn combine(&mut self) -> Combine {
        if self.below(2) == 0 { Combine::All } else { Combine::Any }
    }

    fn tests(&mut self, form: &[Item]) -> Vec<Test> {
        (0..=self.below(2))
            .map(|_| match form.get(self.below(form.len())) {
                Some(source) => Test { item: source.id, comparison: self.comparison(&source.kind) },
                None => Test { item: ItemId::from_uuid(self.uuid()), comparison: Comparison::Answered },
            })
            .collect()
    }

    fn comparison(&mut self, kind: &ItemKind) -> Comparison {
        let than = || "2.5".to_owned();
        match (kind, self.below(5)) {
            (_, 0) => Comparison::Unanswered,
            (ItemKind::YesNo, 1 | 2) => Comparison::Yes,
            (ItemKind::YesNo, _) => Comparison::No,
            (ItemKind::SingleChoice { options } | ItemKind::MultipleChoice { options }, which)
                if !options.is_empty() =>
            {
                let option = options[self.below(options.len())].id;
                if which == 1 { Comparison::NotOption { option } } else { Comparison::Option { option } }
            }
            (ItemKind::Number { .. } | ItemKind::Scale { .. }, 1) => Comparison::Less { than: than() },
            (ItemKind::Number { .. } | ItemKind::Scale { .. }, 2) => Comparison::AtMost { than: than() },
            (ItemKind::Number { .. } | ItemKind::Scale { .. }, 3) => Comparison::Equal { than: than() },
            (ItemKind::Number { .. } | ItemKind::Scale { .. }, _) => Comparison::AtLeast { than: than() },
            _ => Comparison::Answered,
        }
    }

    /// An answer to a question of this kind, as it is typed; now and then none.
    pub(super) fn answer(&mut self, kind: &ItemKind) -> Option<Answer> {
        if self.below(4) == 0 {
            return None;
        }
        Some(match kind {
            ItemKind::LongText { .. } | ItemKind::ShortText { .. } => Answer::Text(self.text()),
            ItemKind::YesNo => Answer::YesNo(self.below(2) == 0),
            ItemKind::SingleChoice { options } => Answer::Choice(options.get(self.below(options.len()))?.id),
            ItemKind::MultipleChoice { options } => {
                Answer::Choices(options.iter().map(|option| option.id).filter(|_| self.below(2) == 0).collect())
            }
            ItemKind::Number { .. } => {
                let numbers = ["2,4", "2.5", " 2,50", "2,6", "-1", "tung", ""];
                Answer::Number(numbers[self.below(numbers.len())].to_owned())
            }
            ItemKind::Scale { max, .. } => Answer::Number(self.below(usize::from(*max) + 1).to_string()),
            ItemKind::Date => Answer::Date("2026-11-01".to_owned()),
            ItemKind::Confirmation => Answer::Confirmed(self.below(2) == 0),
            ItemKind::Attachment { .. } | ItemKind::Information => return None,
        })
    }
}
