//! Templates at random.

use domain::reply::Answer;
use domain::template::condition::{Combine, Comparison, ShownWhen, Test, TestGroup};
use domain::template::{
    BodyPart, Choice, ChoiceRole, Code, DateLimit, Details, FileKinds, InformationStyle, Item, ItemKind, Language,
    Picture, ScoreRange, TemplateContent, TextFormat, TranslatedText, Translation, texts,
};
use domain::{ItemId, OptionId, ScoreRangeId};
use uuid::Uuid;

/// Numbers at random from a seed (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).expect("small")).expect("small")
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn uuid(&mut self) -> Uuid {
        Uuid::from_u128(u128::from(self.next()) << 64 | u128::from(self.next()))
    }

    fn text(&mut self) -> String {
        self.pick(&[
            "Hur mår du",
            "Ordination *järn*",
            "kg",
            "",
            "Ring oss.\nVardagar 8–16",
            "å 🩺",
            "Ja ",
            "<b>&'\"\\",
            "Ta med:\n- **pass** & _kort_\n- 4. *annat*\n1. [1177](https://www.1177.se/a_b?c&d)",
            "1. ett\n2. två\n- tre\n- fyra",
            r"\- inget \*märke\*",
        ])
        .to_owned()
    }

    fn code(&mut self) -> Code {
        Code { system: "http://snomed.info/sct".into(), code: self.below(900).to_string(), display: self.text() }
    }

    fn choice(&mut self) -> Choice {
        let role = self.pick(&[ChoiceRole::Plain, ChoiceRole::Plain, ChoiceRole::Exclusive, ChoiceRole::Other]);
        let score = self.one_in(4).then_some(3);
        let code = self.one_in(6).then(|| self.code());
        // An alternative without words is read as being called by its code.
        let text = if code.is_some() { "Kodat".to_owned() } else { self.text() };
        Choice { role, score, code, ..Choice::new(OptionId::from_uuid(self.uuid()), text) }
    }

    fn choices(&mut self, least: usize) -> Vec<Choice> {
        let mut choices: Vec<Choice> = (0..least + self.below(4)).map(|_| self.choice()).collect();
        // Two of the same code are one to whoever asks.
        let mut seen = std::collections::BTreeSet::new();
        choices.retain(|one| one.code.as_ref().is_none_or(|code| seen.insert(code.code.clone())));
        choices
    }

    fn limit(&mut self) -> Option<String> {
        self.pick(&[None, Some("2,5"), Some("3"), Some("-1.25"), Some("x"), Some("1 200"), Some("")]).map(str::to_owned)
    }

    fn date_limit(&mut self) -> Option<DateLimit> {
        match self.below(4) {
            0 => Some(DateLimit::Day { date: "2026-11-01".into() }),
            1 => Some(DateLimit::FromToday { days: -3 }),
            2 => Some(DateLimit::Day { date: "i går".into() }),
            _ => None,
        }
    }

    fn kind(&mut self) -> ItemKind {
        let formats = [TextFormat::Any, TextFormat::Phone, TextFormat::Email, TextFormat::PersonNumber];
        let styles = [
            InformationStyle::Plain,
            InformationStyle::Important,
            InformationStyle::Framed,
            InformationStyle::Foldable,
        ];
        match self.below(17) {
            0 => ItemKind::LongText { max_length: 2_000 },
            1 => ItemKind::YesNo,
            2 | 3 => ItemKind::SingleChoice { options: self.choices(1) },
            4 => ItemKind::MultipleChoice { options: self.choices(1) },
            5 => {
                let decimals = self.pick(&[0, 1, 6]);
                ItemKind::Number { unit: self.text(), min: self.limit(), max: self.limit(), decimals }
            }
            6 => ItemKind::Information { style: self.pick(&styles) },
            7 => {
                let counts = self.one_in(2);
                ItemKind::Scale { min: 1, max: 7, low: self.text(), high: self.text(), counts }
            }
            8 => ItemKind::Dropdown { options: self.choices(1) },
            9 => ItemKind::Matrix { rows: self.choices(1), options: self.choices(1) },
            10 => ItemKind::ShortText { max_length: 40, format: self.pick(&formats) },
            11 => ItemKind::Date { earliest: self.date_limit(), latest: self.date_limit() },
            12 => ItemKind::Time,
            13 => ItemKind::DateTime,
            14 => ItemKind::Confirmation,
            15 => ItemKind::Foreign { name: "display".into() },
            _ => {
                let accepts = self.pick(&[FileKinds::Any, FileKinds::Images, FileKinds::Pdf]);
                let max_megabytes = self.pick(&[None, Some(1), Some(20)]);
                ItemKind::Attachment { max_files: self.pick(&[1, 3, 5]), accepts, max_megabytes }
            }
        }
    }

    fn initial(&mut self, kind: &ItemKind) -> Option<Answer> {
        match kind {
            ItemKind::LongText { .. } | ItemKind::ShortText { .. } => Some(Answer::Text(self.text())),
            ItemKind::YesNo => Some(Answer::YesNo(self.one_in(2))),
            ItemKind::SingleChoice { options } | ItemKind::Dropdown { options } => {
                options.first().map(|option| Answer::Choice(option.id))
            }
            ItemKind::MultipleChoice { options } => {
                Some(Answer::Choices(options.iter().map(|option| option.id).take(2).collect()))
            }
            ItemKind::Number { .. } => self.limit().map(Answer::Number),
            ItemKind::Scale { .. } => Some(Answer::Number("3".into())),
            ItemKind::Date { .. } => Some(Answer::Date(self.pick(&["2026-11-01", "", "snart"]).to_owned())),
            ItemKind::Time => Some(Answer::Time(self.pick(&["08:05", "8:05", "25:00", ""]).to_owned())),
            ItemKind::DateTime => Some(Answer::DateTime { date: "2026-11-01".into(), time: "08:30".into() }),
            ItemKind::Confirmation => Some(Answer::Confirmed(self.one_in(2))),
            _ => None,
        }
    }

    /// A question or information.
    fn item(&mut self) -> Item {
        let mut item = Item::new(ItemId::from_uuid(self.uuid()), self.text(), self.kind());
        if matches!(item.kind, ItemKind::Foreign { .. }) {
            return item;
        }
        item.help = self.text();
        item.picture = self.picture();
        item.required = item.is_question() && self.one_in(2);
        if self.one_in(3) {
            let codes = vec![self.code()];
            let initial = self.initial(&item.kind);
            item.details = Details { fault_text: self.text(), codes, initial, ..Details::default() };
        }
        item
    }

    /// Now and then.
    fn picture(&mut self) -> Option<Picture> {
        let jpeg = [&[0xFF, 0xD8, 0xFF][..], &self.next().to_le_bytes()[..]].concat();
        let described = Picture { alt: self.text(), decorative: self.one_in(3), ..Picture::new(&jpeg, 40, 30) };
        self.one_in(4).then_some(described)
    }

    fn tree(&mut self, levels: usize) -> Item {
        if levels == 0 || !self.one_in(3) {
            return self.item();
        }
        let kind = match self.below(2) {
            0 => ItemKind::Section,
            _ => ItemKind::RepeatedSection { row: self.text(), max_rows: 3 },
        };
        let items = (0..self.below(4)).map(|_| self.tree(levels - 1)).collect();
        let required = matches!(kind, ItemKind::RepeatedSection { .. }) && self.one_in(2);
        let picture = self.picture();
        Item {
            items,
            required,
            picture,
            help: self.text(),
            ..Item::new(ItemId::from_uuid(self.uuid()), self.text(), kind)
        }
    }

    fn comparison(&mut self, kind: &ItemKind) -> Comparison {
        let than = self.pick(&["3", "2,5", "-1", "x"]).to_owned();
        let option = kind.options().first().map_or_else(|| OptionId::from_uuid(self.uuid()), |option| option.id);
        match self.below(11) {
            0 => Comparison::Unanswered,
            1 => Comparison::Yes,
            2 => Comparison::No,
            3 | 4 => Comparison::Option { option },
            5 => Comparison::NotOption { option },
            6 => Comparison::Less { than },
            7 => Comparison::AtMost { than },
            8 => Comparison::Equal { than },
            9 => Comparison::More { than },
            _ => Comparison::Answered,
        }
    }

    fn condition(&mut self, sources: &[(ItemId, ItemKind)]) -> ShownWhen {
        let combines = [Combine::All, Combine::Any];
        let mut group = || {
            let tests = (0..=self.below(2)).map(|_| {
                let (item, kind) = self.pick(sources);
                if self.one_in(12) {
                    // A question that has been taken away since.
                    return Test { item: ItemId::from_uuid(self.uuid()), comparison: Comparison::Answered };
                }
                let comparison = (0..20).map(|_| self.comparison(&kind)).find(|one| one.suits(&kind));
                Test { item, comparison: comparison.unwrap_or(Comparison::Answered) }
            });
            let tests = tests.collect();
            TestGroup { combine: self.pick(&combines), tests }
        };
        let groups = vec![group(), group(), group()];
        let count = 1 + self.below(2);
        ShownWhen { combine: self.pick(&combines), groups: groups.into_iter().take(count).collect() }
    }

    fn part(&mut self) -> BodyPart {
        let id = ItemId::from_uuid(self.uuid());
        match self.below(2) {
            0 => BodyPart::Text { id, text: self.text() },
            _ => BodyPart::Slot { id, label: self.text(), required: self.one_in(2) },
        }
    }

    /// A template, with conditions of all forms on all kinds of questions, before and behind.
    fn score_range(&mut self) -> ScoreRange {
        let mut end = || i32::try_from(self.below(40)).expect("small") - 9;
        let (from, to) = (end(), end());
        ScoreRange { id: ScoreRangeId::from_uuid(self.uuid()), name: self.text(), from, to }
    }

    /// Of what stands there, whether the citizen may answer or not; some of it from words that stood there once.
    fn translation(&mut self, content: &TemplateContent, language: Language) -> Translation {
        let whole = TemplateContent { answerable: true, ..content.clone() };
        let mut translation = Translation::new(language);
        for text in texts(&whole) {
            let words = self.pick(&["كلمة", "**كلمة**", " كلمة\nأخرى", "Ord", r"\*x\*"]).to_owned();
            let of = if self.one_in(4) { "Det som stod".to_owned() } else { text.text.to_owned() };
            if !self.one_in(4) {
                translation.texts.insert(text.place, TranslatedText { text: words, of });
            }
        }
        translation
    }

    pub(crate) fn content(&mut self) -> TemplateContent {
        let mut content = TemplateContent::new(self.text(), self.text(), ItemId::from_uuid(self.uuid()));
        content.handler_instruction = self.text();
        content.purpose = self.text();
        content.answer_use = self.text();
        content.body = (0..self.below(4)).map(|_| self.part()).collect();
        content.form = (0..self.below(7)).map(|_| self.tree(3)).collect();
        content.answerable = self.one_in(2);
        content.score_ranges = (0..self.below(3)).map(|_| self.score_range()).collect();
        let sources: Vec<(ItemId, ItemKind)> =
            domain::template::tree::walk(&content.form).map(|item| (item.id, item.kind.clone())).collect();
        for (id, kind) in sources.clone() {
            if self.one_in(3) && !matches!(kind, ItemKind::Foreign { .. }) {
                let condition = self.condition(&sources);
                let item = domain::template::tree::find_mut(&mut content.form, id).expect("it is there");
                item.shown_when = Some(condition);
            }
        }
        for language in [Language::Somali, Language::Arabic] {
            if self.one_in(2) {
                let translation = self.translation(&content, language);
                content.translations.push(translation);
            }
        }
        content
    }
}
