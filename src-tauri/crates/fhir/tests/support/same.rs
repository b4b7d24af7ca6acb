//! What two templates have to have in common to be the same.

use std::collections::BTreeMap;

use domain::template::{Item, TemplateContent};
use uuid::Uuid;

/// The template with its ids counted from 1 in the order in which they are met, and without what came from a file: two that
/// are equal so are the same template.
pub(crate) fn canonical(content: &TemplateContent) -> TemplateContent {
    fn without(items: &mut [Item]) {
        for item in items {
            item.details.foreign.clear();
            item.details.link_id.clear();
            without(&mut item.items);
        }
    }
    let mut content = content.clone();
    content.foreign.clear();
    without(&mut content.form);
    let mut text = serde_json::to_string(&content).expect("plain data");
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('"') {
        rest = &rest[at + 1..];
        if let Some(id) = rest.get(..36).filter(|id| Uuid::parse_str(id).is_ok()) {
            let number = found.len() + 1;
            found.entry(id.to_owned()).or_insert_with(|| format!("{:08x}-0000-0000-0000-canonical000", number));
        }
    }
    for (id, name) in &found {
        text = text.replace(id, name);
    }
    text = text.replace("canonical000", "000000000000");
    serde_json::from_str(&text).expect("ids for ids")
}

/// New ids, one after the other.
pub(crate) fn ids(from: u128) -> impl FnMut() -> uuid::Uuid {
    let mut last = from;
    move || {
        last += 1;
        uuid::Uuid::from_u128(last)
    }
}
