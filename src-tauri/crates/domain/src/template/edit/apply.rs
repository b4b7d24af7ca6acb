//! What an edit means.

use std::{collections::BTreeMap, mem, slice};

use super::super::picture::weight;
use super::super::tree::{depth, find, find_mut, levels_to, list_of, standing, walk};
use super::super::{
    BodyPart, Choice, Item, ItemKind, Language, Picture, TemplateContent, TextPlace, TranslatedText, Translation,
};
use super::fits::{
    are_distinct, change_fits, choice_fits, condition_fits, content_fits, example_fits, fits, ids, item_fits,
    part_fits, picture_fits, pictures_fit, translated_fits, translation_fits,
};
use super::{
    ChoiceList, Edit, EditFault, ItemChange, MAX_DEPTH, MAX_EXAMPLES, MAX_ITEMS, MAX_OPTIONS, MAX_PARTS,
    MAX_SCORE_RANGES, MAX_SEVERAL, MAX_TRANSLATED, TextField,
};
use crate::{ItemId, OptionId};

impl TemplateContent {
    /// Makes an edit, and returns the one that takes it back: that one applied at once gives exactly the former content.
    ///
    /// # Errors
    /// See [`EditFault`]. Nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, EditFault> {
        match edit {
            Edit::Write { field, text } => {
                fits(text)?;
                let before = mem::replace(self.field(*field), text.clone());
                Ok(Edit::Write { field: *field, text: before })
            }
            Edit::AllowAnswers { answerable } => {
                Ok(Edit::AllowAnswers { answerable: mem::replace(&mut self.answerable, *answerable) })
            }
            Edit::AddPart { part, at } => {
                part_fits(part)?;
                self.free(part.id())?;
                insert(&mut self.body, part.clone(), *at, MAX_PARTS)?;
                Ok(Edit::RemovePart { id: part.id() })
            }
            Edit::ChangePart { part } => {
                part_fits(part)?;
                let place = self.body.iter_mut().find(|one| one.id() == part.id()).ok_or(EditFault::Missing)?;
                Ok(Edit::ChangePart { part: mem::replace(place, part.clone()) })
            }
            Edit::MovePart { id, to } => {
                let from = shift(&mut self.body, |part| part.id() == *id, *to)?;
                Ok(Edit::MovePart { id: *id, to: from })
            }
            Edit::RemovePart { id } => {
                let (part, at) = take(&mut self.body, |part| part.id() == *id)?;
                Ok(Edit::AddPart { part, at })
            }
            Edit::AddItem { item, section, at } => self.add_item(item, *section, *at),
            Edit::ChangeItem { id, change } => {
                change_fits(change)?;
                let item = self.item(*id)?;
                // What a section holds would hang in the air.
                if !item.items.is_empty() && change.kind.as_ref().is_some_and(|kind| !kind.is_section()) {
                    return Err(EditFault::Misplaced);
                }
                Ok(Edit::ChangeItem { id: *id, change: item.change(change) })
            }
            Edit::MoveItem { id, section, to } => self.move_item(*id, *section, *to),
            Edit::RemoveItem { id } => {
                let (item, section, at) = self.take_item(*id)?;
                Ok(Edit::AddItem { item, section, at })
            }
            Edit::AddOption { item, list, option, at } => {
                choice_fits(option)?;
                let mut lists = self.lists(*item)?;
                if lists.iter().any(|(_, choices)| choices.iter().any(|one| one.id == option.id)) {
                    return Err(EditFault::Taken);
                }
                let place = lists.iter_mut().find(|(of, _)| of == list).ok_or(EditFault::Missing)?;
                insert(place.1, option.clone(), *at, MAX_OPTIONS)?;
                Ok(Edit::RemoveOption { item: *item, option: option.id })
            }
            Edit::WriteOption { item, option, text } => {
                fits(text)?;
                let before = mem::replace(&mut self.choice(*item, *option)?.text, text.clone());
                Ok(Edit::WriteOption { item: *item, option: *option, text: before })
            }
            Edit::ChangeOption { item, option } => {
                choice_fits(option)?;
                let before = mem::replace(self.choice(*item, option.id)?, option.clone());
                Ok(Edit::ChangeOption { item: *item, option: before })
            }
            Edit::MoveOption { item, option, to } => {
                let from = shift(self.list_with(*item, *option)?.1, |one| one.id == *option, *to)?;
                Ok(Edit::MoveOption { item: *item, option: *option, to: from })
            }
            Edit::RemoveOption { item, option } => {
                let (list, choices) = self.list_with(*item, *option)?;
                let (option, at) = take(choices, |one| one.id == *option)?;
                Ok(Edit::AddOption { item: *item, list, option, at })
            }
            Edit::SetCondition { id, shown_when } => {
                condition_fits(shown_when.as_ref())?;
                let before = mem::replace(&mut self.item(*id)?.shown_when, shown_when.clone());
                Ok(Edit::SetCondition { id: *id, shown_when: before })
            }
            Edit::SetPicture { id, picture } => self.set_picture(*id, picture.as_ref()),
            Edit::DescribePicture { id, alt, decorative } => {
                fits(alt)?;
                let picture = self.item(*id)?.picture.as_mut().ok_or(EditFault::Missing)?;
                let alt = mem::replace(&mut picture.alt, alt.clone());
                let decorative = mem::replace(&mut picture.decorative, *decorative);
                Ok(Edit::DescribePicture { id: *id, alt, decorative })
            }
            Edit::AddExample { example, at } => {
                example_fits(example)?;
                if self.examples.iter().any(|one| one.id == example.id) {
                    return Err(EditFault::Taken);
                }
                insert(&mut self.examples, example.clone(), *at, MAX_EXAMPLES)?;
                Ok(Edit::RemoveExample { id: example.id })
            }
            Edit::ChangeExample { example } => {
                example_fits(example)?;
                let place = self.examples.iter_mut().find(|one| one.id == example.id).ok_or(EditFault::Missing)?;
                Ok(Edit::ChangeExample { example: mem::replace(place, example.clone()) })
            }
            Edit::RemoveExample { id } => {
                let (example, at) = take(&mut self.examples, |one| one.id == *id)?;
                Ok(Edit::AddExample { example, at })
            }
            Edit::AddScoreRange { range, at } => {
                fits(&range.name)?;
                if self.score_ranges.iter().any(|one| one.id == range.id) {
                    return Err(EditFault::Taken);
                }
                insert(&mut self.score_ranges, range.clone(), *at, MAX_SCORE_RANGES)?;
                Ok(Edit::RemoveScoreRange { id: range.id })
            }
            Edit::ChangeScoreRange { range } => {
                fits(&range.name)?;
                let place = self.score_ranges.iter_mut().find(|one| one.id == range.id).ok_or(EditFault::Missing)?;
                Ok(Edit::ChangeScoreRange { range: mem::replace(place, range.clone()) })
            }
            Edit::RemoveScoreRange { id } => {
                let (range, at) = take(&mut self.score_ranges, |one| one.id == *id)?;
                Ok(Edit::AddScoreRange { range, at })
            }
            Edit::AddLanguage { translation, at } => {
                translation_fits(translation)?;
                if self.translations.iter().any(|one| one.language == translation.language) {
                    return Err(EditFault::Taken);
                }
                insert(&mut self.translations, translation.clone(), *at, Language::ALL.len())?;
                Ok(Edit::RemoveLanguage { language: translation.language })
            }
            Edit::RemoveLanguage { language } => {
                let (translation, at) = take(&mut self.translations, |one| one.language == *language)?;
                Ok(Edit::AddLanguage { translation, at })
            }
            Edit::Translate { language, texts } => {
                texts.values().flatten().try_for_each(translated_fits)?;
                let translation = self.translations.iter_mut().find(|one| one.language == *language);
                let texts = translation.ok_or(EditFault::Missing)?.put(texts)?;
                Ok(Edit::Translate { language: *language, texts })
            }
            Edit::Several { edits } => self.apply_all(edits),
            Edit::Replace { content } => {
                content_fits(content)?;
                Ok(Edit::Replace { content: Box::new(mem::replace(self, (**content).clone().into_draft())) })
            }
        }
    }

    fn apply_all(&mut self, edits: &[Edit]) -> Result<Edit, EditFault> {
        if edits.len() > MAX_SEVERAL || edits.iter().any(|edit| matches!(edit, Edit::Several { .. })) {
            return Err(EditFault::TooLarge);
        }
        let mut made = self.clone();
        let mut back = Vec::with_capacity(edits.len());
        for edit in edits {
            back.push(made.apply(edit)?);
        }
        back.reverse();
        *self = made;
        Ok(Edit::Several { edits: back })
    }

    const fn field(&mut self, field: TextField) -> &mut String {
        match field {
            TextField::Name => &mut self.name,
            TextField::HandlerInstruction => &mut self.handler_instruction,
            TextField::Purpose => &mut self.purpose,
            TextField::AnswerUse => &mut self.answer_use,
            TextField::Contact => &mut self.contact,
        }
    }

    fn add_item(&mut self, item: &Item, section: Option<ItemId>, at: u32) -> Result<Edit, EditFault> {
        walk(slice::from_ref(item)).try_for_each(item_fits)?;
        let added = ids(slice::from_ref(item));
        let there = ids(&self.form);
        are_distinct(self.body.iter().map(BodyPart::id).chain(added.iter().chain(&there).copied()))?;
        if added.len() + there.len() > MAX_ITEMS {
            return Err(EditFault::TooLarge);
        }
        pictures_fit([weight(&self.form), weight(slice::from_ref(item))])?;
        self.put_item(item.clone(), section, at).map_err(|(fault, _)| fault)?;
        Ok(Edit::RemoveItem { id: item.id })
    }

    fn set_picture(&mut self, id: ItemId, picture: Option<&Picture>) -> Result<Edit, EditFault> {
        picture.map_or(Ok(()), picture_fits)?;
        let before = mem::replace(&mut self.item(id)?.picture, picture.cloned());
        if let Err(fault) = pictures_fit([weight(&self.form)]) {
            self.item(id)?.picture = before;
            return Err(fault);
        }
        Ok(Edit::SetPicture { id, picture: before })
    }

    fn move_item(&mut self, id: ItemId, section: Option<ItemId>, to: u32) -> Result<Edit, EditFault> {
        let moved = find(&self.form, id).ok_or(EditFault::Missing)?;
        if section.is_some_and(|section| find(slice::from_ref(moved), section).is_some()) {
            return Err(EditFault::Misplaced);
        }
        let (item, before, from) = self.take_item(id)?;
        if let Err((fault, item)) = self.put_item(item, section, to) {
            // Back to where it was taken from, which has not changed.
            self.put_item(*item, before, from).map_err(|(fault, _)| fault)?;
            return Err(fault);
        }
        Ok(Edit::MoveItem { id, section: before, to: from })
    }

    /// Puts an item into a list; gives it back when it cannot stand there.
    fn put_item(&mut self, item: Item, section: Option<ItemId>, at: u32) -> Result<(), (EditFault, Box<Item>)> {
        let levels = section.map_or(Some(0), |section| levels_to(&self.form, section));
        let Some(levels) = levels else { return Err((EditFault::Missing, Box::new(item))) };
        if levels + depth(slice::from_ref(&item)) > MAX_DEPTH + 1 {
            return Err((EditFault::TooLarge, Box::new(item)));
        }
        let list = match section {
            None => &mut self.form,
            Some(section) => match find_mut(&mut self.form, section) {
                Some(found) if found.kind.is_section() => &mut found.items,
                Some(_) => return Err((EditFault::Misplaced, Box::new(item))),
                None => return Err((EditFault::Missing, Box::new(item))),
            },
        };
        list.insert(place(at).min(list.len()), item);
        Ok(())
    }

    /// Takes an item out; also the section and the place where it stood.
    fn take_item(&mut self, id: ItemId) -> Result<(Item, Option<ItemId>, u32), EditFault> {
        let section = standing(&self.form).find(|one| one.item.id == id).ok_or(EditFault::Missing)?.section;
        let (list, at) = list_of(&mut self.form, id).ok_or(EditFault::Missing)?;
        Ok((list.remove(at), section, u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// Ids are the template's: a part and a question never share one.
    fn free(&self, id: ItemId) -> Result<(), EditFault> {
        let is_taken = self.body.iter().any(|part| part.id() == id) || find(&self.form, id).is_some();
        if is_taken { Err(EditFault::Taken) } else { Ok(()) }
    }

    fn item(&mut self, id: ItemId) -> Result<&mut Item, EditFault> {
        find_mut(&mut self.form, id).ok_or(EditFault::Missing)
    }

    /// The lists that an item has.
    fn lists(&mut self, item: ItemId) -> Result<Vec<(ChoiceList, &mut Vec<Choice>)>, EditFault> {
        match &mut self.item(item)?.kind {
            ItemKind::Matrix { rows, options } => Ok(vec![(ChoiceList::Options, options), (ChoiceList::Rows, rows)]),
            kind => Ok(vec![(ChoiceList::Options, kind.options_mut().ok_or(EditFault::Missing)?)]),
        }
    }

    /// The list that a choice is in.
    fn list_with(&mut self, item: ItemId, option: OptionId) -> Result<(ChoiceList, &mut Vec<Choice>), EditFault> {
        let has = |(_, choices): &(_, &mut Vec<Choice>)| choices.iter().any(|one| one.id == option);
        self.lists(item)?.into_iter().find(has).ok_or(EditFault::Missing)
    }

    fn choice(&mut self, item: ItemId, option: OptionId) -> Result<&mut Choice, EditFault> {
        let (_, choices) = self.list_with(item, option)?;
        choices.iter_mut().find(|one| one.id == option).ok_or(EditFault::Missing)
    }
}

impl Translation {
    /// Puts texts in their places, and returns what stood there.
    fn put(
        &mut self,
        texts: &BTreeMap<TextPlace, Option<TranslatedText>>,
    ) -> Result<BTreeMap<TextPlace, Option<TranslatedText>>, EditFault> {
        let added = texts.keys().filter(|place| !self.texts.contains_key(place)).count();
        if self.texts.len() + added > MAX_TRANSLATED {
            return Err(EditFault::TooLarge);
        }
        let put = |(place, text): (&TextPlace, &Option<TranslatedText>)| {
            let before = match text.as_ref().filter(|translated| !translated.text.trim().is_empty()) {
                Some(translated) => self.texts.insert(*place, translated.clone()),
                None => self.texts.remove(place),
            };
            (*place, before)
        };
        Ok(texts.iter().map(put).collect())
    }
}

impl Item {
    /// Makes the change, and returns the one that takes it back.
    fn change(&mut self, change: &ItemChange) -> ItemChange {
        fn put<T: Clone>(place: &mut T, value: Option<&T>) -> Option<T> {
            value.map(|value| mem::replace(place, value.clone()))
        }
        ItemChange {
            text: put(&mut self.text, change.text.as_ref()),
            help: put(&mut self.help, change.help.as_ref()),
            required: put(&mut self.required, change.required.as_ref()),
            kind: put(&mut self.kind, change.kind.as_ref()),
            details: put(&mut self.details, change.details.as_ref()),
        }
    }
}

fn insert<T>(list: &mut Vec<T>, thing: T, at: u32, most: usize) -> Result<(), EditFault> {
    if list.len() >= most {
        return Err(EditFault::TooLarge);
    }
    list.insert(place(at).min(list.len()), thing);
    Ok(())
}

/// Takes the thing out; also where it stood.
fn take<T>(list: &mut Vec<T>, is_it: impl FnMut(&T) -> bool) -> Result<(T, u32), EditFault> {
    let at = list.iter().position(is_it).ok_or(EditFault::Missing)?;
    Ok((list.remove(at), u32::try_from(at).unwrap_or(u32::MAX)))
}

/// Moves the thing; where it stood.
fn shift<T>(list: &mut Vec<T>, is_it: impl FnMut(&T) -> bool, to: u32) -> Result<u32, EditFault> {
    let (thing, from) = take(list, is_it)?;
    list.insert(place(to).min(list.len()), thing);
    Ok(from)
}

fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
