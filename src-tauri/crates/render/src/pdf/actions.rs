//! Bookmarks and form fields that do something when they are chosen or filled in. They stand beside the pages, where no
//! page tells of them.

use std::collections::HashSet;

use hayro::hayro_syntax::object::{Array, Dict};

use super::findings::is_active;

/// How many bookmarks, and how many fields, are looked at.
const LOOKED_AT: usize = 10_000;

/// Whether a bookmark does more than lead to a page or to an address that is printed on it.
pub(super) fn in_bookmarks(catalogue: &Dict<'_>) -> bool {
    let outlines = catalogue.get::<Dict<'_>>("Outlines");
    let first = outlines.and_then(|outlines| outlines.get::<Dict<'_>>("First"));
    one_acts(first.into_iter().collect(), |bookmark| {
        ["Next", "First"].iter().filter_map(|key| bookmark.get::<Dict<'_>>(key)).collect()
    })
}

/// Whether a field of the form does something; those that are seen on a page are among them.
pub(super) fn in_fields(form: &Dict<'_>) -> bool {
    one_acts(listed(form, "Fields"), |field| listed(field, "Kids"))
}

fn listed<'a>(dict: &Dict<'a>, key: &str) -> Vec<Dict<'a>> {
    let listed = dict.get::<Array<'_>>(key);
    listed.map(|listed| listed.iter::<Dict<'_>>().take(LOOKED_AT + 1).collect()).unwrap_or_default()
}

/// Whether one of these acts, or one that hangs below. Of more than are looked at that is taken to be so: nothing is to be
/// hidden in a crowd.
fn one_acts<'a>(mut waiting: Vec<Dict<'a>>, below: impl Fn(&Dict<'a>) -> Vec<Dict<'a>>) -> bool {
    // By where they stand, since they may lead back to each other.
    let mut seen = HashSet::new();
    while let Some(one) = waiting.pop() {
        if !seen.insert(one.data().as_ptr()) {
            continue;
        }
        let acts = one.get::<Dict<'_>>("A").is_some_and(|action| is_active(&action, &["GoTo", "Named", "URI"]));
        if acts || one.contains_key("AA") {
            return true;
        }
        waiting.extend(below(&one));
        if seen.len() + waiting.len() > LOOKED_AT {
            return true;
        }
    }
    false
}
