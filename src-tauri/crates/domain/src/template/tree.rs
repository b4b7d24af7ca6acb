//! A form as a tree: sections hold items.

use crate::ItemId;

use super::Item;

/// An item and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The item.
    pub item: &'a Item,
    /// The section it stands in; `None` outside all.
    pub section: Option<ItemId>,
    /// The repeated section around it, however far out; `None` outside all. The section itself does not stand in it.
    pub repeated: Option<ItemId>,
}

/// Every item, a section before what it holds: the order in which the citizen reads.
pub fn walk(form: &[Item]) -> impl Iterator<Item = &Item> {
    standing(form).map(|standing| standing.item)
}

/// As [`walk`], with where each stands.
pub fn standing(form: &[Item]) -> impl Iterator<Item = Standing<'_>> {
    let at = |section, repeated| move |item| Standing { item, section, repeated };
    let mut left: Vec<Standing<'_>> = form.iter().rev().map(at(None, None)).collect();
    std::iter::from_fn(move || {
        let next = left.pop()?;
        let Standing { item, repeated, .. } = next;
        let inside = match item.kind {
            super::ItemKind::RepeatedSection { .. } => Some(item.id),
            _ => repeated,
        };
        left.extend(item.items.iter().rev().map(at(Some(item.id), inside)));
        Some(next)
    })
}

/// The item with this id, wherever it stands.
pub fn find(form: &[Item], id: ItemId) -> Option<&Item> {
    walk(form).find(|item| item.id == id)
}

/// As [`find`], to change.
pub fn find_mut(form: &mut [Item], id: ItemId) -> Option<&mut Item> {
    form.iter_mut().find_map(|item| if item.id == id { Some(item) } else { find_mut(&mut item.items, id) })
}

/// The list that an item stands in, to change; `None` when it is nowhere.
pub(super) fn list_of(form: &mut Vec<Item>, id: ItemId) -> Option<(&mut Vec<Item>, usize)> {
    if let Some(at) = form.iter().position(|item| item.id == id) {
        return Some((form, at));
    }
    form.iter_mut().find_map(|item| list_of(&mut item.items, id))
}

/// Lists within lists: 1 of a form without sections, 0 of nothing.
pub fn depth(items: &[Item]) -> usize {
    items.iter().map(|item| 1 + depth(&item.items)).max().unwrap_or(0)
}

/// Lists from the outside to what stands in this item, itself included. `None` when it is nowhere.
pub(super) fn levels_to(form: &[Item], id: ItemId) -> Option<usize> {
    form.iter()
        .find_map(|item| if item.id == id { Some(1) } else { levels_to(&item.items, id).map(|levels| levels + 1) })
}
