//! What differs between two versions of a template, question by question.
//!
//! What is told names things by their ids and leaves the words to the screen, which has both contents before it.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
};

use serde::{Deserialize, Serialize};

use super::{
    BodyPart, Choice, Details, Item, ItemKind, Language, Picture, TemplateContent, TextPlace, Translation,
    edit::{ChoiceList, TextField},
    tree::standing,
};
use crate::{ExampleId, ItemId, ScoreRangeId};

/// One difference, told from the earlier content to the later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "difference")]
pub enum Difference {
    /// One of the contents that are one text each reads differently.
    Written {
        /// Which.
        field: TextField,
    },
    /// The answer to *Ska invånaren kunna svara?* is another.
    AnswersAllowed,
    /// A part of the message's text is new, gone, elsewhere or another.
    Part {
        /// Which.
        part: ItemId,
        /// What became of it.
        became: Became,
    },
    /// The later has an item that the earlier has not. What is new in a new section is not told for itself.
    ItemAdded {
        /// Which.
        item: ItemId,
    },
    /// The earlier has an item that the later has not. What went with its section is not told for itself.
    ItemRemoved {
        /// Which.
        item: ItemId,
    },
    /// An item stands in another section, or elsewhere among the others.
    ItemMoved {
        /// Which.
        item: ItemId,
    },
    /// An item is another than it was, where it stands set aside.
    ItemChanged {
        /// Which.
        item: ItemId,
        /// What of it, at least one.
        changes: Vec<ItemDifference>,
    },
    /// An example citizen is new, gone, elsewhere or another.
    Example {
        /// Who.
        example: ExampleId,
        /// What became of them.
        became: Became,
    },
    /// A named range of points is new, gone, elsewhere or another.
    ScoreRange {
        /// Which.
        range: ScoreRangeId,
        /// What became of it.
        became: Became,
    },
    /// A language is new, gone, or stands elsewhere among the others.
    Language {
        /// Which.
        language: Language,
        /// What became of it; never changed, since its texts are told for themselves.
        became: Became,
    },
    /// A text's translation is new, gone or another, or was looked through again. Told of a language that both have.
    Translated {
        /// Into which language.
        language: Language,
        /// Which text; one that is not there any more as well.
        place: TextPlace,
        /// What became of it; never moved.
        became: Became,
    },
    /// Marks in the texts mean something in one of them, and are shown as they are written in the other.
    Markup,
    /// What came along from another system and is shown to nobody here.
    Foreign,
}

/// What became of one thing of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Became {
    /// The later has it and the earlier has not.
    Added,
    /// The earlier has it and the later has not.
    Removed,
    /// It stands elsewhere among the others.
    Moved,
    /// It is another than it was.
    Changed,
}

/// What of an item is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "of")]
pub enum ItemDifference {
    /// The question, the information or the heading.
    Text,
    /// The help below it.
    Help,
    /// Whether it must be answered.
    Required,
    /// It is answered in another way.
    Kind,
    /// It is answered in the same way within other limits.
    Settings,
    /// Its alternatives, or the rows of a *matris*.
    Options {
        /// Which of its lists.
        list: ChoiceList,
        /// What the later has and the earlier has not.
        added: Vec<Choice>,
        /// What the earlier has and the later has not.
        removed: Vec<Choice>,
        /// What is another than it was.
        changed: Vec<ChangedChoice>,
        /// Whether they stand in another order.
        is_moved: bool,
    },
    /// When it is shown.
    Condition,
    /// Its picture is new, gone or another.
    Picture,
    /// The same picture is said to show something else.
    PictureDescription,
    /// What is said when the answer is not as it must be.
    FaultText,
    /// The answer that stands there from the beginning.
    Initial,
    /// What it is called in code systems.
    Codes,
    /// What in *avsnittsbanken* it is coupled to, or as what.
    Bank,
    /// What came along from another system and is shown to nobody here.
    Foreign,
}

/// An alternative that is another than it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangedChoice {
    /// In the earlier.
    pub before: Choice,
    /// In the later.
    pub after: Choice,
}

/// Everything that differs, in the order of the later content; what was removed comes last. Empty exactly when they are equal.
pub fn compare(before: &TemplateContent, after: &TemplateContent) -> Vec<Difference> {
    // All of a content is named, so that what a content gets one day cannot be left out here.
    let TemplateContent {
        name,
        handler_instruction,
        purpose,
        answer_use,
        contact,
        body,
        answerable,
        form,
        foreign,
        examples,
        score_ranges,
        markup,
        translations,
    } = after;
    let texts = [
        (TextField::Name, &before.name, name),
        (TextField::HandlerInstruction, &before.handler_instruction, handler_instruction),
        (TextField::Purpose, &before.purpose, purpose),
        (TextField::AnswerUse, &before.answer_use, answer_use),
        (TextField::Contact, &before.contact, contact),
    ];
    let written = texts.into_iter().filter(|(_, earlier, later)| earlier != later);
    let mut found: Vec<_> = written.map(|(field, ..)| Difference::Written { field }).collect();
    let parts = listed(&before.body, body, BodyPart::id).into_iter();
    found.extend(parts.map(|(part, became)| Difference::Part { part, became }));
    if before.answerable != *answerable {
        found.push(Difference::AnswersAllowed);
    }
    items(&before.form, form, &mut found);
    let citizens = listed(&before.examples, examples, |example| example.id).into_iter();
    found.extend(citizens.map(|(example, became)| Difference::Example { example, became }));
    let ranges = listed(&before.score_ranges, score_ranges, |range| range.id).into_iter();
    found.extend(ranges.map(|(range, became)| Difference::ScoreRange { range, became }));
    languages(&before.translations, translations, &mut found);
    if before.markup != *markup {
        found.push(Difference::Markup);
    }
    if before.foreign != *foreign {
        found.push(Difference::Foreign);
    }
    found
}

fn languages(before: &[Translation], after: &[Translation], found: &mut Vec<Difference>) {
    let of = |list: &'_ [Translation], language| list.iter().find(|one| one.language == language).cloned();
    for (language, became) in listed(before, after, |translation| translation.language) {
        let (Became::Changed, Some(before), Some(after)) = (became, of(before, language), of(after, language)) else {
            found.push(Difference::Language { language, became });
            continue;
        };
        let Translation { language: _, texts } = &after;
        let told = |(place, became)| Difference::Translated { language, place, became };
        let kept = texts
            .iter()
            .filter(|(place, text)| before.texts.get(place) != Some(text))
            .map(|(place, _)| (*place, if before.texts.contains_key(place) { Became::Changed } else { Became::Added }));
        let gone =
            before.texts.keys().filter(|place| !texts.contains_key(place)).map(|place| (*place, Became::Removed));
        found.extend(kept.chain(gone).map(told));
    }
}

/// What became of the things of a list, in the order of the later; what is gone comes last.
fn listed<T: PartialEq, Id: Copy + Eq + Hash>(before: &[T], after: &[T], id: impl Fn(&T) -> Id) -> Vec<(Id, Became)> {
    let earlier: HashMap<_, _> = before.iter().map(|one| (id(one), one)).collect();
    let steady = steady(&ids_of(before, &id), &ids_of(after, &id));
    let mut found = Vec::new();
    for later in after {
        let of = id(later);
        let Some(earlier) = earlier.get(&of) else {
            found.push((of, Became::Added));
            continue;
        };
        found.extend((*earlier != later).then_some((of, Became::Changed)));
        found.extend((!steady.contains(&of)).then_some((of, Became::Moved)));
    }
    let later: HashSet<_> = after.iter().map(&id).collect();
    found.extend(before.iter().map(&id).filter(|of| !later.contains(of)).map(|of| (of, Became::Removed)));
    found
}

fn items(before: &[Item], after: &[Item], found: &mut Vec<Difference>) {
    let earlier: HashMap<_, _> = standing(before).map(|one| (one.item.id, one)).collect();
    let later: HashMap<_, _> = standing(after).map(|one| (one.item.id, one)).collect();
    // Of those that stayed in their section, which kept their order there.
    let mut steady_in = HashMap::new();
    for one in standing(after) {
        let item = one.item.id;
        let Some(was) = earlier.get(&item) else {
            let is_in_new = one.section.is_some_and(|section| !earlier.contains_key(&section));
            if !is_in_new {
                found.push(Difference::ItemAdded { item });
            }
            continue;
        };
        let changes = changes(was.item, one.item);
        if !changes.is_empty() {
            found.push(Difference::ItemChanged { item, changes });
        }
        let kept = steady_in.entry(one.section).or_insert_with(|| {
            let stayed = |side: &HashMap<_, super::tree::Standing<'_>>, list: &[Item]| {
                let is_here = |item: &&Item| side.get(&item.id).is_some_and(|other| other.section == one.section);
                list.iter().filter(is_here).map(|item| item.id).collect::<Vec<_>>()
            };
            steady(&stayed(&later, members(before, one.section)), &stayed(&earlier, members(after, one.section)))
        });
        if !kept.contains(&item) {
            found.push(Difference::ItemMoved { item });
        }
    }
    for one in standing(before).filter(|one| !later.contains_key(&one.item.id)) {
        let went_along = one.section.is_some_and(|section| !later.contains_key(&section));
        if !went_along {
            found.push(Difference::ItemRemoved { item: one.item.id });
        }
    }
}

/// What stands in a section, or outside all.
fn members(form: &[Item], section: Option<ItemId>) -> &[Item] {
    section.map_or(form, |id| super::tree::find(form, id).map_or(&[], |section| &section.items))
}

/// What of an item is another; what it holds is compared for itself.
fn changes(before: &Item, after: &Item) -> Vec<ItemDifference> {
    let Item { id: _, text, help, required, kind, shown_when, picture, details, items: _ } = after;
    let Details { fault_text, initial, codes, link_id, foreign, bank } = details;
    let mut found = Vec::new();
    let mut when = |differs: bool, difference: ItemDifference| {
        if differs {
            found.push(difference);
        }
    };
    when(before.text != *text, ItemDifference::Text);
    when(before.help != *help, ItemDifference::Help);
    when(before.required != *required, ItemDifference::Required);
    let is_same_kind = std::mem::discriminant(&before.kind) == std::mem::discriminant(kind);
    when(!is_same_kind, ItemDifference::Kind);
    when(is_same_kind && without_options(&before.kind) != without_options(kind), ItemDifference::Settings);
    for (list, earlier, later) in [
        (ChoiceList::Options, before.kind.options(), kind.options()),
        (ChoiceList::Rows, before.kind.rows(), kind.rows()),
    ] {
        if earlier != later {
            when(true, options(list, earlier, later));
        }
    }
    when(before.shown_when != *shown_when, ItemDifference::Condition);
    match (&before.picture, picture) {
        (Some(earlier), Some(later)) => {
            // All of a picture is named: see above.
            let Picture { data, width, height, alt, decorative } = later;
            let is_same = (&earlier.data, earlier.width, earlier.height) == (data, *width, *height);
            when(!is_same, ItemDifference::Picture);
            when((&earlier.alt, earlier.decorative) != (alt, *decorative), ItemDifference::PictureDescription);
        }
        (earlier, later) => when(earlier.is_some() || later.is_some(), ItemDifference::Picture),
    }
    when(before.details.fault_text != *fault_text, ItemDifference::FaultText);
    when(before.details.initial != *initial, ItemDifference::Initial);
    when(before.details.codes != *codes, ItemDifference::Codes);
    when(before.details.bank != *bank, ItemDifference::Bank);
    when(before.details.link_id != *link_id || before.details.foreign != *foreign, ItemDifference::Foreign);
    found
}

fn options(list: ChoiceList, before: &[Choice], after: &[Choice]) -> ItemDifference {
    let earlier: HashMap<_, _> = before.iter().map(|choice| (choice.id, choice)).collect();
    let later: HashSet<_> = after.iter().map(|choice| choice.id).collect();
    let id = |choice: &Choice| choice.id;
    let kept = steady(&ids_of(before, id), &ids_of(after, id));
    let changed = after.iter().filter_map(|after| {
        let before = earlier.get(&after.id).filter(|before| **before != after)?;
        Some(ChangedChoice { before: (*before).clone(), after: after.clone() })
    });
    ItemDifference::Options {
        list,
        added: after.iter().filter(|choice| !earlier.contains_key(&choice.id)).cloned().collect(),
        removed: before.iter().filter(|choice| !later.contains(&choice.id)).cloned().collect(),
        changed: changed.collect(),
        is_moved: after.iter().any(|choice| earlier.contains_key(&choice.id) && !kept.contains(&choice.id)),
    }
}

fn without_options(kind: &ItemKind) -> ItemKind {
    let mut kind = kind.clone();
    if let Some(options) = kind.options_mut() {
        options.clear();
    }
    if let ItemKind::Matrix { rows, .. } = &mut kind {
        rows.clear();
    }
    kind
}

fn ids_of<T, Id>(list: &[T], id: impl Fn(&T) -> Id) -> Vec<Id> {
    list.iter().map(id).collect()
}

/// Of what is in both lists, the longest run that stands in the same order in both: what is outside it was moved.
fn steady<Id: Copy + Eq + Hash>(before: &[Id], after: &[Id]) -> HashSet<Id> {
    let at: HashMap<_, _> = before.iter().copied().zip(0usize..).collect();
    let common: Vec<(Id, usize)> = after.iter().filter_map(|id| Some((*id, *at.get(id)?))).collect();
    // Patience sorting: `piles[n]` is the end, earliest in `before`, of a run of n + 1; each points to the one before it.
    let mut piles: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(common.len());
    for (place, (_, rank)) in common.iter().enumerate() {
        let pile = piles.partition_point(|end| common[*end].1 < *rank);
        previous.push(pile.checked_sub(1).map(|below| piles[below]));
        if pile == piles.len() {
            piles.push(place);
        } else {
            piles[pile] = place;
        }
    }
    let mut kept = HashSet::with_capacity(piles.len());
    let mut next = piles.last().copied();
    while let Some(place) = next {
        kept.insert(common[place].0);
        next = previous[place];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::chance::Chance;
    use super::*;
    use crate::OptionId;
    use proptest::prelude::*;

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn question(n: u128) -> Item {
        Item::new(id(n), format!("Fråga {n}"), ItemKind::YesNo)
    }

    fn of(form: Vec<Item>) -> TemplateContent {
        TemplateContent { form, ..TemplateContent::new("Namn".into(), "Ring".into(), id(90)) }
    }

    #[test]
    fn only_what_was_moved_is_said_to_be_moved() {
        let before = of((1..=5).map(question).collect());
        let mut after = before.clone();
        let moved = after.form.remove(3);
        after.form.insert(0, moved);
        assert_eq!(compare(&before, &after), [Difference::ItemMoved { item: id(4) }]);
    }

    #[test]
    fn into_a_section_is_moved_and_what_is_new_with_it_is_told_once() {
        let before = of(vec![question(1), question(2)]);
        let mut section = Item::new(id(8), "Avsnitt", ItemKind::Section);
        section.items = vec![question(2), question(3)];
        let after = of(vec![question(1), section]);
        assert_eq!(
            compare(&before, &after),
            [Difference::ItemAdded { item: id(8) }, Difference::ItemMoved { item: id(2) }]
        );
        assert_eq!(
            compare(&after, &before),
            [Difference::ItemMoved { item: id(2) }, Difference::ItemRemoved { item: id(8) }]
        );
    }

    #[test]
    fn each_change_of_a_question_is_told_by_what_it_is() {
        let option = |n: u128, text: &str| Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(n)), text.into());
        let (yes, no, maybe) = (option(10, "Ja"), option(11, "Nej"), option(12, "Kanske"));
        let choice = |options: Vec<Choice>| vec![Item::new(id(1), "Hur?", ItemKind::SingleChoice { options })];
        let before = of(choice(vec![yes.clone(), no.clone()]));
        let mut after = of(choice(vec![maybe.clone(), option(10, "Ja tack")]));
        after.form[0].required = true;
        let options = ItemDifference::Options {
            list: ChoiceList::Options,
            added: vec![maybe],
            removed: vec![no],
            changed: vec![ChangedChoice { before: yes, after: option(10, "Ja tack") }],
            is_moved: false,
        };
        let changes = vec![ItemDifference::Required, options];
        assert_eq!(compare(&before, &after), [Difference::ItemChanged { item: id(1), changes }]);

        let pictured = |bytes: u8, alt: &str| {
            let picture = Picture { alt: alt.into(), ..Picture::new(&[0xFF, 0xD8, 0xFF, bytes], 4, 3) };
            of(vec![Item { picture: Some(picture), ..question(1) }])
        };
        let changed = |of| [Difference::ItemChanged { item: id(1), changes: vec![of] }];
        assert_eq!(compare(&of(vec![question(1)]), &pictured(1, "")), changed(ItemDifference::Picture));
        assert_eq!(compare(&pictured(1, ""), &pictured(2, "")), changed(ItemDifference::Picture));
        assert_eq!(compare(&pictured(1, ""), &pictured(1, "Ett knä")), changed(ItemDifference::PictureDescription));

        let number = |max: &str| ItemKind::Number { unit: "kg".into(), min: None, max: Some(max.into()), decimals: 0 };
        let within = |kind| of(vec![Item::new(id(1), "Hur?", kind)]);
        let told = |before, after| compare(&within(before), &within(after));
        assert_eq!(told(number("9"), number("10")), changed(ItemDifference::Settings));
        assert_eq!(told(number("9"), ItemKind::YesNo), changed(ItemDifference::Kind));
    }

    proptest! {
        #[test]
        fn nothing_differs_exactly_when_they_are_equal(seed in any::<u64>(), edits in 0usize..6) {
            let mut chance = Chance(seed);
            let before = chance.content();
            prop_assert_eq!(compare(&before, &before), []);
            let mut after = before.clone();
            for _ in 0..edits {
                let edit = chance.edit(&after);
                let _ = after.apply(&edit);
            }
            prop_assert_eq!(compare(&before, &after).is_empty(), before == after);
        }

        #[test]
        fn as_few_as_possible_are_said_to_be_moved(order in Just((0u8..8).collect::<Vec<_>>()).prop_shuffle()) {
            let before: Vec<u8> = (0..8).collect();
            let kept = steady(&before, &order);
            // What is kept stands in order, and no longer run does: found by trying all.
            let run: Vec<u8> = order.iter().copied().filter(|one| kept.contains(one)).collect();
            prop_assert!(run.is_sorted());
            let longest = (0u32..256).filter(|set| {
                order.iter().filter(|one| set >> **one & 1 == 1).is_sorted()
            }).map(u32::count_ones).max().expect("some");
            prop_assert_eq!(run.len(), usize::try_from(longest).expect("small"));
        }
    }
}
