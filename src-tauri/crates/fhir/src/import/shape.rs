//! Whether a form is what R4 says of a Questionnaire, before anything is made of it.

use std::collections::BTreeSet;

use domain::template::edit::{MAX_DEPTH, MAX_ITEMS};
use serde_json::Value;

use crate::json::{Object, objects, text_of};
use crate::remark::Refusal;

/// Members by the JSON that they must be.
const TEXTS: [&str; 9] =
    ["linkId", "text", "type", "prefix", "definition", "enableBehavior", "answerValueSet", "id", "title"];
const TRUTHS: [&str; 3] = ["required", "repeats", "readOnly"];
const LISTS: [&str; 9] = [
    "item",
    "extension",
    "modifierExtension",
    "enableWhen",
    "answerOption",
    "code",
    "initial",
    "contained",
    "subjectType",
];

/// Looks at all of it.
pub(super) fn check(root: &Object) -> Result<(), Refusal> {
    members(root)?;
    let mut seen = BTreeSet::new();
    let mut count = 0;
    items(root, 0, &mut seen, &mut count)
}

fn items(of: &Object, depth: usize, seen: &mut BTreeSet<String>, count: &mut usize) -> Result<(), Refusal> {
    // A question that stands in another is taken out of it, so that the list is deeper than the form that it becomes.
    if depth > 2 * MAX_DEPTH {
        return Err(Refusal::TooLarge { link_id: name(of) });
    }
    for item in objects(of, "item") {
        *count += 1;
        if *count > MAX_ITEMS {
            return Err(Refusal::TooLarge { link_id: String::new() });
        }
        members(item)?;
        if let Some(link_id) = text_of(item, "linkId").filter(|link_id| !link_id.is_empty())
            && !seen.insert(link_id.to_owned())
        {
            return Err(Refusal::LinkIdTwice { link_id: link_id.to_owned() });
        }
        items(item, depth + 1, seen, count)?;
    }
    Ok(())
}

fn members(of: &Object) -> Result<(), Refusal> {
    for (member, value) in of {
        let is_right = match member.as_str() {
            // The form's own narrative is an object.
            "text" if of.contains_key("resourceType") => value.is_object(),
            name if TEXTS.contains(&name) => value.is_string(),
            name if TRUTHS.contains(&name) => value.is_boolean(),
            "subjectType" => value.is_array(),
            name if LISTS.contains(&name) => value.as_array().is_some_and(|list| list.iter().all(Value::is_object)),
            "maxLength" => value.as_u64().is_some(),
            _ => true,
        };
        if !is_right {
            return Err(Refusal::Malformed {
                link_id: name(of),
                text: text_of(of, "text").unwrap_or_default().to_owned(),
                member: member.clone(),
            });
        }
    }
    Ok(())
}

fn name(of: &Object) -> String {
    text_of(of, "linkId").unwrap_or_default().to_owned()
}
