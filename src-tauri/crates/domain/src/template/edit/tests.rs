//! Edits at random, one after the other.

use proptest::prelude::*;
use serde::Serialize;

use super::super::chance::Chance;
use super::super::tree::{depth, find, walk};
use super::super::{
    BodyPart, Choice, ExampleCitizen, Item, ItemKind, MAX_ALL_PICTURES, MAX_PICTURE, MAX_PICTURE_EDGE, MAX_PICTURES,
    Picture, ScoreRange, TemplateContent, TextPlace, problems,
};
use super::{ChoiceList, Edit, EditFault, ItemChange, MAX_DEPTH, MAX_OPTIONS, MAX_TEXT, TextField};
use crate::{ExampleId, ItemId, OptionId, ScoreRangeId};

impl Chance {
    /// Something there, or now and then something that is not.
    fn one_of<T: Copy>(&mut self, there: &[T], other: T) -> T {
        match self.below(10) {
            0 => other,
            _ => there.get(self.below(there.len())).copied().unwrap_or(other),
        }
    }

    pub(in crate::template) fn edit(&mut self, content: &TemplateContent) -> Edit {
        let parts: Vec<ItemId> = content.body.iter().map(BodyPart::id).collect();
        let items: Vec<ItemId> = walk(&content.form).map(|item| item.id).collect();
        let sections: Vec<ItemId> =
            walk(&content.form).filter(|item| item.kind.is_section()).map(|item| item.id).collect();
        let nothing = ItemId::from_uuid(self.uuid());
        let part = self.one_of(&parts, nothing);
        let id = self.one_of(&items, nothing);
        let section = match self.below(3) {
            0 => None,
            1 => Some(self.one_of(&items, nothing)),
            _ => Some(self.one_of(&sections, nothing)),
        };
        let chosen = find(&content.form, id).into_iter();
        let options: Vec<OptionId> = chosen
            .flat_map(|item| item.kind.options().iter().chain(item.kind.rows()))
            .map(|option| option.id)
            .collect();
        let none = OptionId::from_uuid(self.uuid());
        let option = self.one_of(&options, none);
        let examples: Vec<ExampleId> = content.examples.iter().map(|example| example.id).collect();
        let nobody = ExampleId::from_uuid(self.uuid());
        let example = self.one_of(&examples, nobody);
        let ranges: Vec<ScoreRangeId> = content.score_ranges.iter().map(|range| range.id).collect();
        let unknown = ScoreRangeId::from_uuid(self.uuid());
        let range = self.one_of(&ranges, unknown);
        match self.below(33) {
            0 => Edit::Write { field: TextField::Purpose, text: self.text() },
            1 => Edit::Write { field: TextField::HandlerInstruction, text: self.text() },
            2 => Edit::AllowAnswers { answerable: self.below(2) == 0 },
            3 => Edit::AddPart { part: self.part(), at: self.place(parts.len()) },
            4 => Edit::ChangePart { part: BodyPart::Text { id: part, text: self.text() } },
            5 => Edit::MovePart { id: part, to: self.place(parts.len()) },
            6 => Edit::RemovePart { id: part },
            7 | 8 => Edit::AddItem { item: self.tree(2), section, at: self.place(items.len()) },
            9 => Edit::ChangeItem { id, change: ItemChange { text: Some(self.text()), ..ItemChange::default() } },
            10 => {
                let change = ItemChange { required: Some(true), kind: Some(self.kind()), ..ItemChange::default() };
                Edit::ChangeItem { id, change }
            }
            11 | 18 => Edit::MoveItem { id, section, to: self.place(items.len()) },
            19 => Edit::ChangeOption { item: id, option: Choice { id: option, ..self.choice() } },
            20 => Edit::AddExample { example: self.example(&content.form), at: self.place(examples.len()) },
            21 => Edit::ChangeExample { example: ExampleCitizen { id: example, ..self.example(&content.form) } },
            22 => Edit::RemoveExample { id: example },
            23 => Edit::AddScoreRange { range: self.score_range(), at: self.place(ranges.len()) },
            24 => Edit::ChangeScoreRange { range: ScoreRange { id: range, ..self.score_range() } },
            25 => Edit::RemoveScoreRange { id: range },
            29 => {
                let language = self.language();
                let translation = self.translation(content, language);
                Edit::AddLanguage { translation, at: self.place(content.translations.len()) }
            }
            30 => Edit::RemoveLanguage { language: self.language() },
            31 | 32 => {
                let language = self.language();
                let places: Vec<TextPlace> = (0..=self.below(3)).map(|_| self.text_place(content)).collect();
                let texts = places
                    .into_iter()
                    .map(|place| (place, (self.below(4) > 0).then(|| self.translated(content, place))));
                Edit::Translate { language, texts: texts.collect() }
            }
            12 => Edit::RemoveItem { id },
            13 => {
                let option = Choice { id: none, ..self.choice() };
                let list = if self.below(3) == 0 { ChoiceList::Rows } else { ChoiceList::Options };
                Edit::AddOption { item: id, list, option, at: self.place(options.len()) }
            }
            16 => {
                let form: Vec<&Item> = walk(&content.form).collect();
                let shown_when = (self.below(3) > 0).then(|| self.condition(&form));
                Edit::SetCondition { id, shown_when }
            }
            17 => Edit::Several {
                edits: vec![
                    Edit::AddItem { item: self.item(), section: None, at: self.place(items.len()) },
                    Edit::MoveItem { id, section, to: self.place(items.len()) },
                    Edit::SetCondition { id, shown_when: None },
                ],
            },
            26 => Edit::SetPicture { id, picture: self.picture() },
            27 | 28 => Edit::DescribePicture { id, alt: self.text(), decorative: self.below(3) == 0 },
            14 => Edit::MoveOption { item: id, option, to: self.place(options.len()) },
            _ if self.below(2) == 0 => Edit::WriteOption { item: id, option, text: self.text() },
            _ => Edit::RemoveOption { item: id, option },
        }
    }
}

fn ids_are_distinct(content: &TemplateContent) -> bool {
    let mut ids: Vec<ItemId> = content.body.iter().map(BodyPart::id).chain(walk(&content.form).map(|i| i.id)).collect();
    ids.sort();
    ids.windows(2).all(|pair| pair[0] != pair[1])
}

proptest! {
    #[test]
    fn taking_back_every_edit_gives_exactly_the_former_content(seed in any::<u64>(), count in 1_usize..40) {
        let mut chance = Chance(seed);
        let former = chance.content();
        let mut content = former.clone();
        let mut back = Vec::new();
        for _ in 0..count {
            let before = content.clone();
            let edit = chance.edit(&content);
            match content.apply(&edit) {
                Ok(inverse) => {
                    let after = content.clone();
                    // Forward again after a step back is the same as before it.
                    let mut again = content.clone();
                    let redo = again.apply(&inverse).expect("a step back can be taken");
                    prop_assert_eq!(&again, &before);
                    again.apply(&redo).expect("and forward again");
                    prop_assert_eq!(&again, &after);
                    back.push(inverse);
                }
                Err(_) => prop_assert_eq!(&content, &before, "a refused edit changes nothing"),
            }
            prop_assert!(ids_are_distinct(&content));
            prop_assert!(depth(&content.form) <= MAX_DEPTH + 1);
            prop_assert!(walk(&content.form).all(|item| item.items.is_empty() || item.kind.is_section()));
            // Whatever was built, what stands in the way of publishing can be told.
            let _ = problems(&content);
        }
        for inverse in back.iter().rev() {
            content.apply(inverse).expect("a step back can be taken");
        }
        prop_assert_eq!(content, former);
    }

    #[test]
    fn two_peoples_edits_that_do_not_conflict_give_the_same_in_either_order(seed in any::<u64>()) {
        let mut chance = Chance(seed);
        let content = chance.content();
        let (mine, theirs) = (chance.edit(&content), chance.edit(&content));
        let both = |first: &Edit, second: &Edit| {
            let mut both = content.clone();
            both.apply(first).and_then(|_| both.apply(second)).map(|_| sorted(both)).ok()
        };
        // What takes an edit back knows all that it takes away.
        let back = |edit: &Edit| content.clone().apply(edit).ok();
        let meets = |edit: &Edit, inverse: Option<Edit>, other: &Edit| {
            edit.conflicts_with(other) || inverse.is_some_and(|inverse| inverse.conflicts_with(other))
        };
        if !meets(&mine, back(&mine), &theirs) && !meets(&theirs, back(&theirs), &mine) {
            // What goes in one order only is refused in the other, and told: nothing is overwritten.
            if let (Some(one), Some(other)) = (both(&mine, &theirs), both(&theirs, &mine)) {
                prop_assert_eq!(one, other);
            }
        }
        prop_assert_eq!(mine.conflicts_with(&theirs), theirs.conflicts_with(&mine));
    }
}

/// Without the order: where two people add or move at once, the last decides, and both see it.
fn sorted(mut content: TemplateContent) -> TemplateContent {
    content.body.sort_by_key(BodyPart::id);
    content.examples.sort_by_key(|example| example.id);
    content.score_ranges.sort_by_key(|range| range.id);
    content.translations.sort_by_key(|translation| translation.language);
    sort(&mut content.form);
    content
}

fn sort(items: &mut [Item]) {
    items.sort_by_key(|item| item.id);
    for item in items {
        sort(&mut item.items);
        if let ItemKind::Matrix { rows, .. } = &mut item.kind {
            rows.sort_by_key(|row| row.id);
        }
        if let Some(options) = item.kind.options_mut() {
            options.sort_by_key(|option| option.id);
        }
    }
}

#[test]
fn the_letters_of_a_word_are_one_step_and_the_next_word_another() {
    let write = |text: &str| Edit::Write { field: TextField::Purpose, text: text.into() };
    assert!(write("Ny or").joins(&write("Ny ord")));
    assert!(!write("Ny ").joins(&write("Ny o")));
    let name = Edit::Write { field: TextField::Name, text: "N".into() };
    assert!(!name.joins(&write("Ny")));
    let required = ItemChange { required: Some(true), ..ItemChange::default() };
    let change = Edit::ChangeItem { id: ItemId::from_uuid(uuid::Uuid::nil()), change: required };
    assert!(!change.joins(&change));
}

#[test]
fn a_section_holds_what_is_put_into_it_and_nothing_holds_itself() {
    let mut chance = Chance(3);
    let mut content = TemplateContent { form: Vec::new(), ..chance.content() };
    let section = |chance: &mut Chance| Item::new(ItemId::from_uuid(chance.uuid()), "Avsnitt", ItemKind::Section);
    let (outer, inner, question) = (section(&mut chance), section(&mut chance), chance.item());
    let add = |item: &Item, section: Option<&Item>| Edit::AddItem {
        item: item.clone(),
        section: section.map(|section| section.id),
        at: 0,
    };
    content.apply(&add(&outer, None)).expect("a section");
    content.apply(&add(&inner, Some(&outer))).expect("a section in it");
    content.apply(&add(&question, Some(&inner))).expect("a question in that");
    assert_eq!(content.apply(&add(&chance.item(), Some(&question))), Err(EditFault::Misplaced));
    let into = |id, section: &Item| Edit::MoveItem { id, section: Some(section.id), to: 0 };
    assert_eq!(content.apply(&into(outer.id, &inner)), Err(EditFault::Misplaced));
    assert_eq!(content.apply(&into(outer.id, &outer)), Err(EditFault::Misplaced));
    let before = content.clone();
    let gone = content.apply(&Edit::RemoveItem { id: outer.id }).expect("goes with all that it holds");
    assert_eq!(content.form, []);
    content.apply(&gone).expect("and comes back with it");
    assert_eq!(content, before);
    // A colleague who wrote in the question meanwhile is not overwritten.
    let text = ItemChange { text: Some("Ny".into()), ..ItemChange::default() };
    assert!(gone.conflicts_with(&Edit::ChangeItem { id: question.id, change: text }));
}

#[test]
fn what_nobody_could_fill_in_is_refused() {
    let mut chance = Chance(1);
    let mut content = chance.content();
    let before = content.clone();
    let long = Edit::Write { field: TextField::Name, text: "å".repeat(MAX_TEXT + 1) };
    assert_eq!(content.apply(&long), Err(EditFault::TooLarge));
    let options = (0..=MAX_OPTIONS).map(|_| Choice::new(OptionId::from_uuid(chance.uuid()), String::new()));
    let many = Item { kind: ItemKind::SingleChoice { options: options.collect() }, ..chance.item() };
    assert_eq!(content.apply(&Edit::AddItem { item: many, section: None, at: 0 }), Err(EditFault::TooLarge));
    let twice =
        Edit::AddPart { part: BodyPart::Text { id: ItemId::from_uuid(chance.uuid()), text: "a".into() }, at: 0 };
    content.apply(&twice).expect("a new part");
    assert_eq!(content.apply(&twice), Err(EditFault::Taken));
    assert_ne!(content, before);
}

#[test]
fn a_picture_is_as_large_as_ours_are_and_a_template_has_no_more_of_them_than_one_may() {
    let mut chance = Chance(1);
    let question = |chance: &mut Chance| Item::new(ItemId::from_uuid(chance.uuid()), "Var?", ItemKind::YesNo);
    let form: Vec<Item> = (0..=MAX_PICTURES).map(|_| question(&mut chance)).collect();
    let mut content = TemplateContent { form, ..chance.content() };
    let ids: Vec<ItemId> = content.form.iter().map(|item| item.id).collect();
    let of = |bytes: usize| {
        let mut jpeg = vec![0xFF, 0xD8, 0xFF];
        jpeg.resize(bytes, 0);
        Picture::new(&jpeg, MAX_PICTURE_EDGE, 1)
    };
    let set = |at: usize, picture: &Picture| Edit::SetPicture { id: ids[at], picture: Some(picture.clone()) };
    let mut refused = |picture: Picture, fault| {
        let before = content.clone();
        assert_eq!(content.apply(&set(0, &picture)), Err(fault));
        assert_eq!(content, before);
    };
    refused(of(MAX_PICTURE + 1), EditFault::TooLarge);
    refused(Picture { width: MAX_PICTURE_EDGE + 1, ..of(9) }, EditFault::TooLarge);
    refused(Picture { height: 0, ..of(9) }, EditFault::TooLarge);
    refused(Picture { alt: "å".repeat(MAX_TEXT + 1), ..of(9) }, EditFault::TooLarge);
    refused(Picture::new(b"\x89PNG\r\n", 9, 9), EditFault::Misplaced);

    // Six of the largest are the most that all may be together, and none but small ones fit beside them.
    for at in 0..MAX_ALL_PICTURES / MAX_PICTURE {
        content.apply(&set(at, &of(MAX_PICTURE))).expect("it fits");
    }
    let before = content.clone();
    assert_eq!(content.apply(&set(10, &of(MAX_PICTURE))), Err(EditFault::TooManyPictures));
    let copy = Item { picture: Some(of(MAX_PICTURE)), ..question(&mut chance) };
    assert_eq!(content.apply(&Edit::AddItem { item: copy, section: None, at: 0 }), Err(EditFault::TooManyPictures));
    assert_eq!(content, before);
    for at in 0..MAX_PICTURES {
        content.apply(&set(at, &of(9))).expect("it fits");
    }
    assert_eq!(content.apply(&set(MAX_PICTURES, &of(9))), Err(EditFault::TooManyPictures));
    content.apply(&set(0, &of(MAX_PICTURE))).expect("in place of one that is there");
    let whole = TemplateContent {
        form: content.form.iter().map(|item| Item { picture: Some(of(9)), ..item.clone() }).collect(),
        ..content.clone()
    };
    assert_eq!(content.apply(&Edit::Replace { content: Box::new(whole) }), Err(EditFault::TooManyPictures));
}

#[test]
fn what_is_said_of_a_picture_is_written_without_the_picture_and_meets_who_changes_it() {
    let mut content = TemplateContent { form: vec![Chance(1).item()], ..Chance(1).content() };
    let id = content.form[0].id;
    content.form[0].picture = None;
    let say = |alt: &str| Edit::DescribePicture { id, alt: alt.into(), decorative: false };
    assert_eq!(content.apply(&say("Ett knä")), Err(EditFault::Missing));
    let set = Edit::SetPicture { id, picture: Some(Picture::new(&[0xFF, 0xD8, 0xFF], 4, 3)) };
    content.apply(&set).expect("a picture");
    let back = content.apply(&say("Ett knä")).expect("it is there");
    assert_eq!(back, say(""));
    assert!(say("Ett kn").joins(&say("Ett knä")) && !say("Ett ").joins(&say("Ett k")));
    assert!(say("Ett knä").conflicts_with(&set));
    let text = ItemChange { text: Some("Var?".into()), ..ItemChange::default() };
    assert!(!set.conflicts_with(&Edit::ChangeItem { id, change: text }));
}

/// Some edits in a row, for the screen's own rules to be held against.
#[derive(Serialize)]
struct Sitting {
    start: TemplateContent,
    edits: Vec<Edit>,
    end: TemplateContent,
}

/// Writes the file; `cargo xtask check` fails when that changed what is committed.
#[test]
fn bindings_hold_cases_for_the_screens_own_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/edits.json");
    let sittings: Vec<Sitting> = (0..24).map(sitting).collect();
    let text = format!("{}\n", serde_json::to_string(&sittings).expect("plain values"));
    if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
        std::fs::write(path, text).expect("the cases can be written");
    }
}

fn sitting(seed: u64) -> Sitting {
    let mut chance = Chance(seed);
    let start = chance.content();
    let (mut end, mut edits) = (start.clone(), Vec::new());
    while edits.len() < 12 {
        let edit = chance.edit(&end);
        if end.apply(&edit).is_ok() {
            edits.push(edit);
        }
    }
    Sitting { start, edits, end }
}
