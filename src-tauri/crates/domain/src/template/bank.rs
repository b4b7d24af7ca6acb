//! A section that was put in from *avsnittsbanken* and is coupled to it: what the bank has of it now, as it would stand here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Choice, Details, Item, ItemKind,
    condition::{Comparison, ShownWhen, Test, TestGroup, faults},
    tree::walk,
};
use crate::{BankSectionId, ItemId, OptionId, reply::Answer};

/// Where a section came from, and as what. It is the unit's own: nothing of it reaches a message, a file or a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BankLink {
    /// What in the bank.
    pub section: BankSectionId,
    /// Of what the bank held when it was last fetched: see [`bank_fingerprint`].
    pub fingerprint: String,
    /// What items here are called in the bank, the section itself among them.
    pub items: BTreeMap<ItemId, ItemId>,
    /// What alternatives and rows here are called in the bank.
    pub options: BTreeMap<OptionId, OptionId>,
}

/// The fingerprint of what the bank holds under one name: the BLAKE3 hash, in hexadecimal, of its items as JSON. `None` when they
/// cannot be written, which no items are.
pub fn bank_fingerprint(items: &[Item]) -> Option<String> {
    let json = serde_json::to_vec(items).ok()?;
    let mut hasher = blake3::Hasher::new_derive_key("budkavle 2026-11 bank section v1");
    hasher.update(&json);
    Some(hasher.finalize().to_hex().to_string())
}

/// Forgets where items came from, and what stands in them.
pub fn uncouple(items: &mut [Item]) {
    for item in items {
        item.details.bank = None;
        uncouple(&mut item.items);
    }
}

/// The section as the bank has it now, under the ids that it has here: what is in both keeps its id, so that the conditions on it
/// hold, and what is new gets one from `new_id`. When the section itself is shown stays as it is here. `None` when it is not coupled.
pub fn fetched(own: &Item, bank: &Item, fingerprint: &str, new_id: &mut dyn FnMut() -> Uuid) -> Option<Item> {
    let link = own.details.bank.as_deref()?;
    // What was moved out of the section has its id elsewhere.
    let here: BTreeMap<ItemId, &Item> = walk(std::slice::from_ref(own)).map(|item| (item.id, item)).collect();
    let mut items: BTreeMap<ItemId, ItemId> =
        link.items.iter().filter(|(here_as, _)| here.contains_key(here_as)).map(|(own, bank)| (*bank, *own)).collect();
    items.insert(bank.id, own.id);
    let options = link.options.iter().map(|(own, bank)| (*bank, *own)).collect();
    let mut names = Names { items, options, new_id };
    names.name(bank);
    let mut made = names.item(bank);
    keep(std::slice::from_mut(&mut made), &here);
    made.shown_when.clone_from(&own.shown_when);
    made.details.bank = Some(Box::new(names.link(link.section, fingerprint, std::slice::from_ref(&made))));
    Some(made)
}

/// The section as the bank is to have it, under the ids that it has there, and the coupling to that. `None` when it is not coupled.
pub fn given(own: &Item, new_id: &mut dyn FnMut() -> Uuid) -> Option<(Item, BankLink)> {
    let link = own.details.bank.as_deref()?;
    let mut names = Names { items: BTreeMap::new(), options: BTreeMap::new(), new_id };
    let mut taken: Vec<ItemId> = Vec::new();
    for item in walk(std::slice::from_ref(own)) {
        // Two would be one in the bank.
        if let Some(there) = link.items.get(&item.id).filter(|there| !taken.contains(there)) {
            taken.push(*there);
            names.items.insert(item.id, *there);
        }
        let mut taken: Vec<OptionId> = Vec::new();
        for choice in item.kind.options().iter().chain(item.kind.rows()) {
            if let Some(there) = link.options.get(&choice.id).filter(|there| !taken.contains(there)) {
                taken.push(*there);
                names.options.insert(choice.id, *there);
            }
        }
    }
    names.name(own);
    let mut there = names.item(own);
    there.shown_when = None;
    uncouple(std::slice::from_mut(&mut there));
    let fingerprint = bank_fingerprint(std::slice::from_ref(&there))?;
    let coupled = BankLink { section: link.section, fingerprint, items: names.items, options: names.options };
    Some((there, coupled))
}

/// The items whose conditions were whole before and are not any more, in the order of the form.
pub fn broken(before: &[Item], after: &[Item]) -> Vec<ItemId> {
    let was: Vec<ItemId> = faults(before).into_iter().map(|(item, _)| item).collect();
    faults(after).into_iter().map(|(item, _)| item).filter(|item| !was.contains(item)).collect()
}

/// What things are called on the other side.
struct Names<'a> {
    items: BTreeMap<ItemId, ItemId>,
    options: BTreeMap<OptionId, OptionId>,
    new_id: &'a mut dyn FnMut() -> Uuid,
}

impl Names<'_> {
    /// Gives names to all that has none: an item may ask for what comes after it.
    fn name(&mut self, item: &Item) {
        self.items.entry(item.id).or_insert_with(|| ItemId::from_uuid((self.new_id)()));
        for choice in item.kind.options().iter().chain(item.kind.rows()) {
            self.options.entry(choice.id).or_insert_with(|| OptionId::from_uuid((self.new_id)()));
        }
        item.items.iter().for_each(|inner| self.name(inner));
    }

    fn item(&self, item: &Item) -> Item {
        let mut kind = item.kind.clone();
        let rename = |choice: &mut Choice| choice.id = self.option(choice.id);
        if let ItemKind::Matrix { rows, .. } = &mut kind {
            rows.iter_mut().for_each(rename);
        }
        kind.options_mut().into_iter().flatten().for_each(rename);
        let initial = item.details.initial.clone().map(|answer| match answer {
            Answer::Choice(option) => Answer::Choice(self.option(option)),
            Answer::Choices(options) => Answer::Choices(options.into_iter().map(|id| self.option(id)).collect()),
            answer => answer,
        });
        Item {
            id: self.items.get(&item.id).copied().unwrap_or(item.id),
            kind,
            shown_when: item.shown_when.as_ref().and_then(|condition| self.condition(condition)),
            details: Details { initial, ..item.details.clone() },
            items: item.items.iter().map(|inner| self.item(inner)).collect(),
            ..item.clone()
        }
    }

    fn option(&self, id: OptionId) -> OptionId {
        self.options.get(&id).copied().unwrap_or(id)
    }

    /// Without the tests of what is not in the section: on the other side it is not either. `None` when none is left.
    fn condition(&self, condition: &ShownWhen) -> Option<ShownWhen> {
        let test = |test: &Test| {
            let item = *self.items.get(&test.item)?;
            let comparison = match &test.comparison {
                Comparison::Option { option } => Comparison::Option { option: self.option(*option) },
                Comparison::NotOption { option } => Comparison::NotOption { option: self.option(*option) },
                comparison => comparison.clone(),
            };
            Some(Test { item, comparison })
        };
        let group = |group: &TestGroup| {
            let tests: Vec<Test> = group.tests.iter().filter_map(test).collect();
            (!tests.is_empty()).then_some(TestGroup { combine: group.combine, tests })
        };
        let groups: Vec<TestGroup> = condition.groups.iter().filter_map(group).collect();
        (!groups.is_empty()).then_some(ShownWhen { combine: condition.combine, groups })
    }

    /// The coupling of what was made with these names.
    fn link(&self, section: BankSectionId, fingerprint: &str, made: &[Item]) -> BankLink {
        let there: Vec<ItemId> = walk(made).map(|item| item.id).collect();
        let items = self.items.iter().map(|(bank, own)| (*own, *bank)).filter(|(own, _)| there.contains(own));
        let options = self.options.iter().map(|(bank, own)| (*own, *bank));
        BankLink { section, fingerprint: fingerprint.to_owned(), items: items.collect(), options: options.collect() }
    }
}

/// What only the place here knows: what it was called in another system, and what stands in it is coupled to by itself.
fn keep(made: &mut [Item], here: &BTreeMap<ItemId, &Item>) {
    for item in made {
        let own = here.get(&item.id);
        item.details.link_id = own.map(|own| own.details.link_id.clone()).unwrap_or_default();
        item.details.bank = own.and_then(|own| own.details.bank.clone());
        keep(&mut item.items, here);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::chance::Chance;
    use super::*;

    fn section(chance: &mut Chance) -> Item {
        let items: Vec<Item> = (0..=chance.below(4)).map(|_| chance.tree(2)).collect();
        let mut section = Item { items, ..Item::new(ItemId::from_uuid(chance.uuid()), "Vanor", ItemKind::Section) };
        let all: Vec<Item> = walk(&section.items).cloned().collect();
        for inner in &mut section.items {
            if chance.below(2) == 0 {
                inner.shown_when = Some(chance.condition(&all.iter().collect::<Vec<_>>()));
            }
        }
        section.details.link_id.clear();
        uncouple(std::slice::from_mut(&mut section));
        section
    }

    /// A copy as the screen makes it: under ids of its own, coupled to what it is a copy of.
    fn coupled(bank: &Item, chance: &mut Chance) -> Item {
        let mut ids = ids(chance);
        let mut names = Names { items: BTreeMap::new(), options: BTreeMap::new(), new_id: &mut ids };
        names.name(bank);
        let mut own = names.item(bank);
        let fingerprint = bank_fingerprint(std::slice::from_ref(bank)).expect("plain values");
        let section = BankSectionId::from_uuid(Uuid::from_u128(1));
        own.details.bank = Some(Box::new(names.link(section, &fingerprint, std::slice::from_ref(&own))));
        own
    }

    fn ids(chance: &mut Chance) -> impl FnMut() -> Uuid {
        let mut last = u128::from(chance.next()) << 64;
        move || {
            last += 1;
            Uuid::from_u128(last)
        }
    }

    fn of_all(item: &Item) -> Vec<ItemId> {
        walk(std::slice::from_ref(item)).map(|item| item.id).collect()
    }

    proptest! {
        #[test]
        fn what_has_not_changed_in_the_bank_is_fetched_as_it_is(seed: u64) {
            let mut chance = Chance(seed);
            let bank = section(&mut chance);
            let own = coupled(&bank, &mut chance);
            let print = bank_fingerprint(std::slice::from_ref(&bank)).expect("plain values");
            // A condition of the bank on what is not in it asks for nothing here, and does not come back.
            let fetched = fetched(&own, &bank, &print, &mut ids(&mut chance)).expect("coupled");
            prop_assert_eq!(fetched, own);
        }

        #[test]
        fn what_is_given_to_the_bank_is_what_is_fetched_from_it(seed: u64) {
            let mut chance = Chance(seed);
            let bank = section(&mut chance);
            let mut own = coupled(&bank, &mut chance);
            own.items.push(chance.item());
            own.items.rotate_left(1);
            uncouple(&mut own.items);
            own.items.iter_mut().for_each(|item| item.details.link_id.clear());
            let (there, link) = given(&own, &mut ids(&mut chance)).expect("coupled");
            prop_assert_eq!(there.id, bank.id);
            let kept = of_all(&there).into_iter().filter(|id| of_all(&bank).contains(id)).count();
            prop_assert_eq!(kept, of_all(&bank).len(), "what it had keeps its name there");
            prop_assert_eq!(bank_fingerprint(std::slice::from_ref(&there)), Some(link.fingerprint.clone()));
            let mut again = own.clone();
            again.details.bank = Some(Box::new(link.clone()));
            let back = fetched(&again, &there, &link.fingerprint, &mut ids(&mut chance)).expect("coupled");
            prop_assert_eq!(back, again);
        }
    }

    #[test]
    fn what_is_in_both_keeps_its_id_and_what_loses_its_source_is_told() {
        let mut chance = Chance(7);
        let question =
            |chance: &mut Chance, text: &str| Item::new(ItemId::from_uuid(chance.uuid()), text, ItemKind::YesNo);
        let (first, second) = (question(&mut chance, "Röker du?"), question(&mut chance, "Snusar du?"));
        let outer = Item::new(ItemId::from_uuid(chance.uuid()), "Vanor", ItemKind::Section);
        let bank = Item { items: vec![first, second], ..outer };
        let own = coupled(&bank, &mut chance);
        let after = |source: &Item| Item {
            shown_when: Some(ShownWhen::one(source.id, Comparison::Yes)),
            ..question(&mut Chance(source.id.to_bytes()[15].into()), "Vill du sluta?")
        };
        let mut dependents = [after(&own.items[0]), after(&own.items[1])];
        dependents[1].id = ItemId::from_uuid(chance.uuid());

        let mut newer = bank.clone();
        newer.items.remove(1);
        newer.items[0].text = "Röker du dagligen?".into();
        newer.items.push(question(&mut chance, "Dricker du?"));
        let print = bank_fingerprint(std::slice::from_ref(&newer)).expect("plain values");
        let made = fetched(&own, &newer, &print, &mut ids(&mut chance)).expect("coupled");
        assert_eq!((made.id, made.items[0].id), (own.id, own.items[0].id));
        assert_eq!(made.items[0].text, "Röker du dagligen?");
        assert!(!of_all(&own).contains(&made.items[1].id) && made.items[1].id != newer.items[1].id);

        let form = |section: &Item| [std::slice::from_ref(section), dependents.as_slice()].concat();
        assert_eq!(broken(&form(&own), &form(&made)), [dependents[1].id]);
    }

    #[test]
    fn what_was_moved_out_of_the_section_does_not_come_twice() {
        let mut chance = Chance(3);
        let question = Item::new(ItemId::from_uuid(chance.uuid()), "Röker du?", ItemKind::YesNo);
        let outer = Item::new(ItemId::from_uuid(chance.uuid()), "Vanor", ItemKind::Section);
        let bank = Item { items: vec![question], ..outer };
        let mut own = coupled(&bank, &mut chance);
        let moved = own.items.remove(0);
        let made = fetched(&own, &bank, "", &mut ids(&mut chance)).expect("coupled");
        assert_ne!(made.items[0].id, moved.id);
    }
}
