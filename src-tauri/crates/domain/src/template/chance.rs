//! Templates at random, for tests. What is random comes from a number alone, so that a case can be had again.

use std::collections::BTreeMap;

use super::{
    BodyPart, Choice, ChoiceRole, Code, DateLimit, Details, ExampleCitizen, FileKinds, InformationStyle, Item,
    ItemKind, Language, Picture, ScoreRange, TemplateContent, TextFormat, TextPlace, TranslatedText, Translation,
    bank::BankLink,
    condition::{Combine, Comparison, ShownWhen, Test, TestGroup},
};
use crate::{
    BankSectionId, ExampleId, ItemId, OptionId, RowId, ScoreRangeId,
    reply::{Answer, Answers, Row},
};

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

    pub(super) fn choice(&mut self) -> Choice {
        let roles = [ChoiceRole::Plain, ChoiceRole::Plain, ChoiceRole::Exclusive, ChoiceRole::Other];
        let role = roles[self.below(roles.len())];
        let score = (self.below(4) == 0).then_some(3);
        let code = (self.below(8) == 0).then(|| self.code());
        Choice { role, score, code, ..Choice::new(OptionId::from_uuid(self.uuid()), self.text()) }
    }

    fn code(&mut self) -> Code {
        Code { system: "http://snomed.info/sct".into(), code: self.below(900).to_string(), display: self.text() }
    }

    fn details(&mut self) -> Details {
        if self.below(4) > 0 {
            return Details::default();
        }
        let initial = (self.below(2) == 0).then_some(Answer::YesNo(true));
        Details { fault_text: self.text(), codes: vec![self.code()], initial, ..Details::default() }
    }

    /// Three in four times.
    pub(super) fn picture(&mut self) -> Option<Picture> {
        let jpeg = [&[0xFF, 0xD8, 0xFF][..], &self.next().to_le_bytes()[..=self.below(7)]].concat();
        let described = Picture { alt: self.text(), decorative: self.below(3) == 0, ..Picture::new(&jpeg, 40, 30) };
        (self.below(4) > 0).then_some(described)
    }

    pub(super) fn choices(&mut self) -> Vec<Choice> {
        (0..self.below(4)).map(|_| self.choice()).collect()
    }

    pub(super) fn kind(&mut self) -> ItemKind {
        match self.below(16) {
            0 => ItemKind::LongText { max_length: 2_000 },
            1 => ItemKind::YesNo,
            2 | 3 => ItemKind::SingleChoice { options: self.choices() },
            4 => ItemKind::MultipleChoice { options: self.choices() },
            5 => ItemKind::Number { unit: self.text(), min: Some("2,5".into()), max: None, decimals: 1 },
            6 => ItemKind::Information { style: InformationStyle::Foldable },
            7 => {
                let counts = self.below(2) == 0;
                ItemKind::Scale { min: 0, max: 10, low: self.text(), high: self.text(), counts }
            }
            8 => ItemKind::Dropdown { options: self.choices() },
            9 => ItemKind::Matrix { rows: self.choices(), options: self.choices() },
            10 => ItemKind::ShortText { max_length: 40, format: TextFormat::Phone },
            11 => ItemKind::Date { earliest: None, latest: Some(DateLimit::FromToday { days: -1 }) },
            12 => ItemKind::Time,
            13 => ItemKind::DateTime,
            14 => ItemKind::Confirmation,
            _ => ItemKind::Attachment { max_files: 3, accepts: FileKinds::Images, max_megabytes: None },
        }
    }

    /// A question or information.
    pub(super) fn item(&mut self) -> Item {
        let id = ItemId::from_uuid(self.uuid());
        let (text, help, required, kind) = (self.text(), self.text(), self.below(2) == 0, self.kind());
        let picture = if self.below(6) == 0 { self.picture() } else { None };
        Item { help, required, picture, details: self.details(), ..Item::new(id, text, kind) }
    }

    /// A section, perhaps with sections in it, or a question.
    pub(super) fn tree(&mut self, levels: usize) -> Item {
        if levels == 0 || self.below(4) > 0 {
            return self.item();
        }
        let kind = match self.below(2) {
            0 => ItemKind::Section,
            _ => ItemKind::RepeatedSection { row: self.text(), max_rows: 3 },
        };
        let items: Vec<Item> = (0..self.below(4)).map(|_| self.tree(levels - 1)).collect();
        let details =
            Details { bank: (self.below(4) == 0).then(|| Box::new(self.bank_link(&items))), ..Details::default() };
        let required = self.below(2) == 0;
        Item { items, required, details, ..Item::new(ItemId::from_uuid(self.uuid()), self.text(), kind) }
    }

    fn bank_link(&mut self, items: &[Item]) -> BankLink {
        let section = BankSectionId::from_uuid(self.uuid());
        let items = items.iter().map(|item| (item.id, ItemId::from_uuid(self.uuid()))).collect();
        BankLink { section, fingerprint: self.below(900).to_string(), items, options: BTreeMap::new() }
    }

    pub(super) fn part(&mut self) -> BodyPart {
        let id = ItemId::from_uuid(self.uuid());
        match self.below(2) {
            0 => BodyPart::Text { id, text: self.text() },
            _ => BodyPart::Slot { id, label: self.text(), required: self.below(2) == 0 },
        }
    }

    /// Somebody who answers this form, with expectations that may or may not hold.
    pub(super) fn example(&mut self, form: &[Item]) -> ExampleCitizen {
        let items: Vec<ItemId> = super::tree::walk(form).map(|item| item.id).collect();
        let (shown, hidden) = items.iter().partition(|_| self.below(2) == 0);
        let id = ExampleId::from_uuid(self.uuid());
        ExampleCitizen { id, name: self.text(), answers: self.answers(form), shown, hidden }
    }

    /// Sums that may or may not come.
    pub(super) fn score_range(&mut self) -> ScoreRange {
        let mut end = || i32::try_from(self.below(12)).expect("small") - 2;
        let (from, to) = (end(), end());
        ScoreRange { id: ScoreRangeId::from_uuid(self.uuid()), name: self.text(), from, to }
    }

    pub(super) fn content(&mut self) -> TemplateContent {
        let body = (0..self.below(4)).map(|_| self.part()).collect();
        let form: Vec<Item> = (0..self.below(6)).map(|_| self.tree(2)).collect();
        let examples = (0..self.below(3)).map(|_| self.example(&form)).collect();
        let score_ranges = (0..self.below(3)).map(|_| self.score_range()).collect();
        let first = ItemId::from_uuid(self.uuid());
        let mut content = TemplateContent {
            body,
            form,
            examples,
            score_ranges,
            ..TemplateContent::new(self.text(), self.text(), first)
        };
        for language in [Language::Arabic, Language::English] {
            if self.below(3) == 0 {
                content.translations.push(self.translation(&content, language));
            }
        }
        content
    }

    pub(super) fn language(&mut self) -> Language {
        [Language::Arabic, Language::English, Language::Somali][self.below(3)]
    }

    /// A text that is there, or now and then one that is not.
    pub(super) fn text_place(&mut self, content: &TemplateContent) -> TextPlace {
        let there = super::texts(content);
        match there.get(self.below(there.len() + 1)) {
            Some(text) => text.place,
            None => TextPlace::Option(ItemId::from_uuid(self.uuid()), OptionId::from_uuid(self.uuid())),
        }
    }

    /// Of what stands there now, or stood there once. Blank now and then.
    pub(super) fn translated(&mut self, content: &TemplateContent, place: TextPlace) -> TranslatedText {
        let texts = super::texts(content);
        let of = texts.iter().find(|text| text.place == place && self.below(3) > 0).map(|text| text.text.to_owned());
        TranslatedText { text: self.text(), of: of.unwrap_or_else(|| self.text()) }
    }

    pub(super) fn translation(&mut self, content: &TemplateContent, language: Language) -> Translation {
        let mut translation = Translation::new(language);
        for _ in 0..self.below(12) {
            let place = self.text_place(content);
            let translated = self.translated(content, place);
            if !translated.text.trim().is_empty() {
                translation.texts.insert(place, translated);
            }
        }
        translation
    }

    /// On the answers to some of these, which may be of any kind and in any order.
    pub(super) fn condition(&mut self, form: &[&Item]) -> ShownWhen {
        let groups =
            (0..=self.below(2)).map(|_| TestGroup { combine: self.combine(), tests: self.tests(form) }).collect();
        ShownWhen { combine: self.combine(), groups }
    }

    fn combine(&mut self) -> Combine {
        if self.below(2) == 0 { Combine::All } else { Combine::Any }
    }

    fn tests(&mut self, form: &[&Item]) -> Vec<Test> {
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
            (
                ItemKind::SingleChoice { options }
                | ItemKind::Dropdown { options }
                | ItemKind::MultipleChoice { options },
                which,
            ) if !options.is_empty() => {
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
            ItemKind::LongText { .. } => Answer::Text(self.text()),
            ItemKind::ShortText { .. } => Answer::Text(["0480-448 00", "", "ring"][self.below(3)].to_owned()),
            ItemKind::YesNo => Answer::YesNo(self.below(2) == 0),
            ItemKind::SingleChoice { options } | ItemKind::Dropdown { options } => {
                let option = options.get(self.below(options.len()))?;
                if option.role == ChoiceRole::Other {
                    Answer::Written { chosen: vec![option.id], text: "Något".into() }
                } else {
                    Answer::Choice(option.id)
                }
            }
            ItemKind::MultipleChoice { options } => {
                let chosen = options.iter().map(|option| option.id).filter(|_| self.below(2) == 0).collect();
                if self.below(2) == 0 { Answer::Choices(chosen) } else { Answer::Written { chosen, text: "x".into() } }
            }
            ItemKind::Matrix { rows, options } => {
                let option = options.first()?.id;
                Answer::Matrix(rows.iter().map(|row| (row.id, option)).filter(|_| self.below(2) == 0).collect())
            }
            ItemKind::Time => Answer::Time(["8:05", "08.05", "", "25:00"][self.below(4)].to_owned()),
            ItemKind::DateTime => Answer::DateTime { date: "2026-11-01".to_owned(), time: "08:30".to_owned() },
            ItemKind::RepeatedSection { .. } => return None,
            ItemKind::Number { .. } => {
                let numbers = ["2,4", "2.5", " 2,50", "2,6", "-1", "tung", ""];
                Answer::Number(numbers[self.below(numbers.len())].to_owned())
            }
            ItemKind::Scale { max, .. } => Answer::Number(self.below(usize::from(*max) + 1).to_string()),
            ItemKind::Date { .. } => Answer::Date("2026-11-01".to_owned()),
            ItemKind::Confirmation => Answer::Confirmed(self.below(2) == 0),
            ItemKind::Attachment { .. }
            | ItemKind::Information { .. }
            | ItemKind::Section
            | ItemKind::Foreign { .. } => return None,
        })
    }

    /// Answers to all of these, as they are typed, with rows in repeated sections.
    pub(super) fn answers(&mut self, items: &[Item]) -> Answers {
        let mut answers = Answers::new();
        for item in items {
            match &item.kind {
                ItemKind::Section => answers.extend(self.answers(&item.items)),
                ItemKind::RepeatedSection { .. } => {
                    let rows: Vec<Row> = (0..self.below(4)).map(|_| self.row(item)).collect();
                    answers.insert(item.id, Answer::Rows(rows));
                }
                kind => answers.extend(self.answer(kind).map(|answer| (item.id, answer))),
            }
        }
        answers
    }

    pub(super) fn row(&mut self, section: &Item) -> Row {
        Row { id: RowId::from_uuid(self.uuid()), answers: self.answers(&section.items) }
    }
}
