//! What an edit means.

use std::collections::HashSet;
use std::mem;

use super::super::condition::ShownWhen;
use super::super::{BodyPart, Choice, Item, ItemKind, TemplateContent};
use super::{
    Edit, EditFault, ItemChange, MAX_ITEMS, MAX_OPTIONS, MAX_PARTS, MAX_SEVERAL, MAX_TESTS, MAX_TEXT, TextField,
};
use crate::ItemId;

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
            Edit::AddItem { item, at } => {
                item_fits(item)?;
                self.free(item.id)?;
                insert(&mut self.form, item.clone(), *at, MAX_ITEMS)?;
                Ok(Edit::RemoveItem { id: item.id })
            }
            Edit::ChangeItem { id, change } => {
                change_fits(change)?;
                Ok(Edit::ChangeItem { id: *id, change: self.item(*id)?.change(change) })
            }
            Edit::MoveItem { id, to } => {
                let from = shift(&mut self.form, |item| item.id == *id, *to)?;
                Ok(Edit::MoveItem { id: *id, to: from })
            }
            Edit::RemoveItem { id } => {
                let (item, at) = take(&mut self.form, |item| item.id == *id)?;
                Ok(Edit::AddItem { item, at })
            }
            Edit::AddOption { item, option, at } => {
                fits(&option.text)?;
                let options = self.options(*item)?;
                if options.iter().any(|one| one.id == option.id) {
                    return Err(EditFault::Taken);
                }
                insert(options, option.clone(), *at, MAX_OPTIONS)?;
                Ok(Edit::RemoveOption { item: *item, option: option.id })
            }
            Edit::WriteOption { item, option, text } => {
                fits(text)?;
                let options = self.options(*item)?;
                let place = options.iter_mut().find(|one| one.id == *option).ok_or(EditFault::Missing)?;
                let before = mem::replace(&mut place.text, text.clone());
                Ok(Edit::WriteOption { item: *item, option: *option, text: before })
            }
            Edit::MoveOption { item, option, to } => {
                let from = shift(self.options(*item)?, |one| one.id == *option, *to)?;
                Ok(Edit::MoveOption { item: *item, option: *option, to: from })
            }
            Edit::RemoveOption { item, option } => {
                let (option, at) = take(self.options(*item)?, |one| one.id == *option)?;
                Ok(Edit::AddOption { item: *item, option, at })
            }
            Edit::SetCondition { id, shown_when } => {
                condition_fits(shown_when.as_ref())?;
                let before = mem::replace(&mut self.item(*id)?.shown_when, shown_when.clone());
                Ok(Edit::SetCondition { id: *id, shown_when: before })
            }
            Edit::Several { edits } => self.apply_all(edits),
            Edit::Replace { content } => {
                content_fits(content)?;
                Ok(Edit::Replace { content: Box::new(mem::replace(self, (**content).clone())) })
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

    /// Ids are the template's: a part and a question never share one.
    fn free(&self, id: ItemId) -> Result<(), EditFault> {
        let is_taken = self.body.iter().any(|part| part.id() == id) || self.form.iter().any(|item| item.id == id);
        if is_taken { Err(EditFault::Taken) } else { Ok(()) }
    }

    fn item(&mut self, id: ItemId) -> Result<&mut Item, EditFault> {
        self.form.iter_mut().find(|item| item.id == id).ok_or(EditFault::Missing)
    }

    fn options(&mut self, item: ItemId) -> Result<&mut Vec<Choice>, EditFault> {
        self.item(item)?.kind.options_mut().ok_or(EditFault::Missing)
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

fn fits(text: &str) -> Result<(), EditFault> {
    // Bytes first: counting the characters of what is far too long would be work for nothing.
    let is_short = text.len() <= MAX_TEXT || (text.len() <= 4 * MAX_TEXT && text.chars().count() <= MAX_TEXT);
    if is_short { Ok(()) } else { Err(EditFault::TooLarge) }
}

fn part_fits(part: &BodyPart) -> Result<(), EditFault> {
    match part {
        BodyPart::Text { text, .. } => fits(text),
        BodyPart::Slot { label, .. } => fits(label),
    }
}

fn item_fits(item: &Item) -> Result<(), EditFault> {
    fits(&item.text)?;
    fits(&item.help)?;
    condition_fits(item.shown_when.as_ref())?;
    kind_fits(&item.kind)
}

fn change_fits(change: &ItemChange) -> Result<(), EditFault> {
    for text in [&change.text, &change.help].into_iter().flatten() {
        fits(text)?;
    }
    change.kind.as_ref().map_or(Ok(()), kind_fits)
}

fn kind_fits(kind: &ItemKind) -> Result<(), EditFault> {
    match kind {
        ItemKind::SingleChoice { options } | ItemKind::MultipleChoice { options } => {
            if options.len() > MAX_OPTIONS {
                return Err(EditFault::TooLarge);
            }
            are_distinct(options.iter().map(|option| option.id))?;
            options.iter().try_for_each(|option| fits(&option.text))
        }
        ItemKind::Number { unit, min, max, .. } => {
            [Some(unit), min.as_ref(), max.as_ref()].into_iter().flatten().try_for_each(|text| fits(text))
        }
        ItemKind::Scale { low, high, .. } => [low, high].into_iter().try_for_each(|text| fits(text)),
        _ => Ok(()),
    }
}

fn condition_fits(condition: Option<&ShownWhen>) -> Result<(), EditFault> {
    let Some(condition) = condition else { return Ok(()) };
    if condition.groups.len() > MAX_TESTS || condition.tests().count() > MAX_TESTS {
        return Err(EditFault::TooLarge);
    }
    condition.tests().filter_map(|test| test.comparison.than()).try_for_each(fits)
}

fn content_fits(content: &TemplateContent) -> Result<(), EditFault> {
    if content.body.len() > MAX_PARTS || content.form.len() > MAX_ITEMS {
        return Err(EditFault::TooLarge);
    }
    let TemplateContent { name, handler_instruction, purpose, answer_use, contact, .. } = content;
    [name, handler_instruction, purpose, answer_use, contact].into_iter().try_for_each(|text| fits(text))?;
    content.body.iter().try_for_each(part_fits)?;
    content.form.iter().try_for_each(item_fits)?;
    are_distinct(content.body.iter().map(BodyPart::id).chain(content.form.iter().map(|item| item.id)))
}

fn are_distinct<T: Eq + std::hash::Hash>(ids: impl Iterator<Item = T>) -> Result<(), EditFault> {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(EditFault::Taken);
        }
    }
    Ok(())
}

impl ItemKind {
    /// The alternatives of a choice; `None` of any other kind.
    const fn options_mut(&mut self) -> Option<&mut Vec<Choice>> {
        match self {
            Self::SingleChoice { options } | Self::MultipleChoice { options } => Some(options),
            _ => None,
        }
    }
}
