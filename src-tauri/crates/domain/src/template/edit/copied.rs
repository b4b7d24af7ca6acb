//! Items that were copied, as they come back from the system's clipboard, where any program can have put anything, or as they are put
//! into *avsnittsbanken*.

use serde::{Deserialize, Serialize};

use super::super::Item;
use super::super::bank::uncouple;
use super::super::picture::weight;
use super::super::tree::{depth, walk};
use super::fits::{are_distinct, ids, item_fits, pictures_fit};
use super::{EditFault, MAX_DEPTH, MAX_ITEMS};

/// Bytes of copied items, at most.
pub const MAX_COPIED: usize = 20_000_000;

/// What the screen puts on the clipboard.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Copied {
    format: Format,
    /// In their order, with all that they hold.
    items: Vec<Item>,
}

/// Told apart from what a later version writes, which this one must not half understand.
#[derive(Serialize, Deserialize)]
enum Format {
    #[serde(rename = "budkavle-items-1")]
    First,
}

/// Why copied items are not taken in. Nothing of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub enum CopiedFault {
    /// They are no items as this version writes them: from another version, another program, or damaged.
    #[error("what was copied is not understood")]
    NotUnderstood,
    /// They are more, deeper or longer than a template can have.
    #[error("what was copied is too large")]
    TooLarge,
}

/// Reads items that were copied: at least one, each as an edit could add it, under the ids that they were copied with. A copy is
/// coupled to nothing in *avsnittsbanken*.
///
/// # Errors
/// See [`CopiedFault`].
pub fn read_copied(text: &str) -> Result<Vec<Item>, CopiedFault> {
    if text.len() > MAX_COPIED {
        return Err(CopiedFault::TooLarge);
    }
    let Copied { format: Format::First, mut items } =
        serde_json::from_str(text).map_err(|_| CopiedFault::NotUnderstood)?;
    check_items(&items)?;
    uncouple(&mut items);
    Ok(items)
}

/// Whether there is at least one item, and edits could add them all to a template that is empty.
///
/// # Errors
/// See [`CopiedFault`].
pub fn check_items(items: &[Item]) -> Result<(), CopiedFault> {
    if items.is_empty() {
        return Err(CopiedFault::NotUnderstood);
    }
    all_fit(items).map_err(|fault| match fault {
        EditFault::TooLarge | EditFault::TooManyPictures => CopiedFault::TooLarge,
        EditFault::Missing | EditFault::Taken | EditFault::Misplaced => CopiedFault::NotUnderstood,
    })
}

fn all_fit(items: &[Item]) -> Result<(), EditFault> {
    let ids = ids(items);
    if ids.len() > MAX_ITEMS || depth(items) > MAX_DEPTH + 1 {
        return Err(EditFault::TooLarge);
    }
    walk(items).try_for_each(item_fits)?;
    pictures_fit([weight(items)])?;
    are_distinct(ids.into_iter())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::super::{
        Choice, ItemKind, MAX_ALL_PICTURES, MAX_PICTURES, TemplateContent, chance::Chance, tree::standing,
    };
    use super::super::{Edit, MAX_OPTIONS, MAX_TEXT};
    use super::*;
    use crate::{ItemId, OptionId};

    fn written(items: &[Item]) -> String {
        serde_json::to_string(&Copied { format: Format::First, items: items.to_vec() }).expect("plain values")
    }

    /// With conditions, some of them on what is not there.
    fn items(chance: &mut Chance) -> Vec<Item> {
        let mut items: Vec<Item> = (0..=chance.below(5)).map(|_| chance.tree(3)).collect();
        let others: Vec<Item> = items.iter().flat_map(|item| walk(std::slice::from_ref(item))).cloned().collect();
        for item in &mut items {
            if chance.below(2) == 0 {
                item.shown_when = Some(chance.condition(&others.iter().collect::<Vec<_>>()));
            }
        }
        items
    }

    proptest! {
        #[test]
        fn what_is_copied_comes_back_as_it_was(seed: u64) {
            let items = items(&mut Chance(seed));
            let read = read_copied(&written(&items));
            let mut expected = items;
            uncouple(&mut expected);
            prop_assert_eq!(read, Ok(expected));
        }

        #[test]
        fn bytes_at_random_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            prop_assert_eq!(read_copied(&String::from_utf8_lossy(&bytes)), Err(CopiedFault::NotUnderstood));
        }

        /// Near misses get further than noise: what is let through then is still what an edit could have added.
        #[test]
        fn what_was_tampered_with_is_refused_or_can_be_added(
            seed: u64,
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        ) {
            let mut bytes = written(&items(&mut Chance(seed))).into_bytes();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                match byte % 3 {
                    0 => bytes.truncate(at.max(1)),
                    1 => { bytes.remove(at); }
                    _ => bytes[at] = byte,
                }
                if bytes.is_empty() {
                    bytes.push(b'{');
                }
            }
            if let Ok(items) = read_copied(&String::from_utf8_lossy(&bytes)) {
                let mut content = TemplateContent { form: Vec::new(), body: Vec::new(), ..Chance(1).content() };
                prop_assert!(content.apply(&pasted(&items, None, 0)).is_ok());
                prop_assert_eq!(content.form, items);
            }
        }

        /// The screen cuts and pastes by these edits.
        #[test]
        fn taking_back_a_cut_and_a_paste_gives_exactly_the_former_form(seed: u64) {
            let mut chance = Chance(seed);
            let mut content = TemplateContent { form: items(&mut chance), ..chance.content() };
            let former = content.clone();
            let cut: Vec<Item> = content.form.iter().filter(|_| chance.below(2) == 0).cloned().collect();
            prop_assume!(!cut.is_empty());
            let read = read_copied(&written(&cut)).expect("as it was written");
            let edits = cut.iter().rev().map(|item| Edit::RemoveItem { id: item.id }).collect();
            let uncut = content.apply(&Edit::Several { edits }).expect("they are there");
            let sections: Vec<ItemId> =
                standing(&content.form).filter(|one| one.item.kind.is_section()).map(|one| one.item.id).collect();
            let section = sections.get(chance.below(sections.len() + 1)).copied();
            let unpasted = content.apply(&pasted(&read, section, chance.place(3))).expect("they fit");
            prop_assert_eq!(walk(&content.form).count(), walk(&former.form).count());
            content.apply(&unpasted).expect("a step back can be taken");
            content.apply(&uncut).expect("and the one before it");
            prop_assert_eq!(content, former);
        }
    }

    fn pasted(items: &[Item], section: Option<ItemId>, at: u32) -> Edit {
        let edits = (at..).zip(items).map(|(at, item)| Edit::AddItem { item: item.clone(), section, at });
        Edit::Several { edits: edits.collect() }
    }

    #[test]
    fn only_items_as_this_version_writes_them_are_understood() {
        let item = json!({ "id": "01970000-0000-7000-8000-000000000001", "text": "Hur mår du?", "help": "",
            "required": true, "kind": { "type": "yesNo" } });
        let copied = |format: &str, items: serde_json::Value| json!({ "format": format, "items": items }).to_string();
        assert!(read_copied(&copied("budkavle-items-1", json!([item]))).is_ok());
        let mut unknown = item.clone();
        unknown["script"] = json!("x");
        let mut within_question = item.clone();
        within_question["items"] = json!([{ "id": "01970000-0000-7000-8000-000000000002", "text": "", "help": "",
            "required": true, "kind": { "type": "time" } }]);
        let refused = [
            copied("budkavle-items-2", json!([item])),
            copied("budkavle-items-1", json!([])),
            copied("budkavle-items-1", json!([unknown])),
            copied("budkavle-items-1", json!([item, item])),
            copied("budkavle-items-1", json!([within_question])),
            json!({ "items": [item] }).to_string(),
            json!({ "format": "budkavle-items-1", "items": [item], "more": 1 }).to_string(),
            "[".repeat(100_000),
        ];
        for text in refused {
            assert_eq!(read_copied(&text), Err(CopiedFault::NotUnderstood), "{}", &text[..80]);
        }
    }

    #[test]
    fn what_no_template_can_have_is_too_large() {
        let mut chance = Chance(1);
        let mut question = || Item::new(ItemId::from_uuid(chance.uuid()), "", ItemKind::YesNo);
        let many: Vec<Item> = (0..=MAX_ITEMS).map(|_| question()).collect();
        let long = Item { text: "å".repeat(MAX_TEXT + 1), ..question() };
        let deep = (0..=MAX_DEPTH).fold(question(), |inner, _| Item {
            items: vec![inner],
            kind: ItemKind::Section,
            ..question()
        });
        let options = (0..=u128::try_from(MAX_OPTIONS).expect("small"))
            .map(|at| Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(at)), String::new()));
        let wide = Item { kind: ItemKind::Dropdown { options: options.collect() }, ..question() };
        for items in [many, vec![long], vec![deep], vec![wide]] {
            assert_eq!(read_copied(&written(&items)), Err(CopiedFault::TooLarge));
        }
        assert_eq!(read_copied(&" ".repeat(MAX_COPIED + 1)), Err(CopiedFault::TooLarge));
    }

    /// Writes what the screen must know of it; `cargo xtask check` fails when that changed what is committed.
    #[test]
    fn bindings_hold_the_format_and_the_limits() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/copied.json");
        let (format, max_items, max_levels) = (Format::First, MAX_ITEMS, MAX_DEPTH + 1);
        let known = json!({ "format": format, "maxItems": max_items, "maxLevels": max_levels, "maxText": MAX_TEXT,
            "maxPictures": MAX_PICTURES, "maxAllPictures": MAX_ALL_PICTURES });
        let text = format!("{known}\n");
        if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
            std::fs::write(path, text).expect("it can be written");
        }
    }
}
