//! STU3 (3.0) as R4 (<http://hl7.org/fhir/STU3/questionnaire.html>).

use serde_json::{Map, Value, json};

use super::sign::{Version, is_initial};
use super::{Changed, cannot, each_item, rename, rename_extensions, select_initial};
use crate::json::{Object, extend, objects, text_of};
use crate::names::ORDINAL;
use crate::remark::Refusal;

/// What an alternative counts for had an extension for each place where it may stand.
const ORDINALS: [&str; 3] = [
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
];
/// Where SDC's extensions had their addresses, and where they have them.
const SDC: [&str; 2] =
    ["http://hl7.org/fhir/us/sdc/StructureDefinition/", "http://hl7.org/fhir/uv/sdc/StructureDefinition/"];
/// What keeps all that a reference to a list of alternatives said.
const OPTIONS: &str = "http://hl7.org/fhir/3.0/StructureDefinition/extension-Questionnaire.item.options";
/// What a list of alternatives outside the file is called by whoever referred to it.
const DISPLAY: &str = "http://hl7.org/fhir/StructureDefinition/display";

/// Rewrites a form.
pub(super) fn rewrite(form: &mut Object) -> Result<Changed, Refusal> {
    let mut changed = Changed::new();
    // In the drafts of STU3; what the form is about.
    rename(form, "concept", "code", &mut changed);
    each_item(form, &mut |item| {
        rename(item, "concept", "code", &mut changed);
        rename(item, "option", "answerOption", &mut changed);
        options(item, &mut changed)?;
        conditions(item, &mut changed)?;
        initial(item, &mut changed);
        Ok(())
    })?;
    let url = |url: &str| {
        let sdc = || Some(format!("{}{}", SDC[1], url.strip_prefix(SDC[0])?));
        if ORDINALS.contains(&url) { Some(ORDINAL.to_owned()) } else { sdc() }
    };
    for value in form.values_mut() {
        rename_extensions(value, &url, &mut changed);
    }
    Ok(changed)
}

/// A reference to a list becomes its address.
fn options(item: &mut Object, changed: &mut Changed) -> Result<(), Refusal> {
    let Some(options) = item.get("options").and_then(Value::as_object).cloned() else {
        return if item.contains_key("options") { Err(cannot(Version::Stu3, item, "options")) } else { Ok(()) };
    };
    let Some(reference) = text_of(&options, "reference").map(str::to_owned) else {
        return Err(cannot(Version::Stu3, item, "options"));
    };
    item.remove("options");
    item.insert("answerValueSet".to_owned(), reference.into());
    if let Some(display) = text_of(&options, "display") {
        let mut twin = Object::new();
        extend(&mut twin, DISPLAY, "valueString", display);
        item.insert("_answerValueSet".to_owned(), Value::Object(twin));
    }
    if options.keys().any(|member| !["reference", "display"].contains(&member.as_str())) {
        // An address says less than a reference may.
        extend(item, OPTIONS, "valueReference", Value::Object(options));
    }
    changed.insert("options → answerValueSet".to_owned());
    Ok(())
}

/// Each test asks for an answer, or for the same one; of several, one is enough.
fn conditions(item: &mut Object, changed: &mut Changed) -> Result<(), Refusal> {
    let has_two_meanings = |test: &Object| {
        let answers = test.keys().filter(|member| member.starts_with("answer")).count();
        test.contains_key("operator") || answers + usize::from(test.contains_key("hasAnswer")) != 1
    };
    if objects(item, "enableWhen").any(|test| has_two_meanings(test) || test.contains_key("answerAttachment")) {
        return Err(cannot(Version::Stu3, item, "enableWhen"));
    }
    let tests = item.get_mut("enableWhen").and_then(Value::as_array_mut);
    let mut count = 0;
    for test in tests.into_iter().flatten().filter_map(Value::as_object_mut) {
        count += 1;
        if let Some(has) = test.remove("hasAnswer") {
            test.insert("operator".to_owned(), "exists".into());
            test.insert("answerBoolean".to_owned(), has);
            changed.insert("hasAnswer → exists".to_owned());
        } else {
            test.insert("operator".to_owned(), "=".into());
            // R4 compares addresses as words.
            rename(test, "answerUri", "answerString", changed);
            changed.insert("enableWhen → =".to_owned());
        }
    }
    if count > 1 {
        item.insert("enableBehavior".to_owned(), "any".into());
        changed.insert("enableWhen → enableBehavior any".to_owned());
    }
    Ok(())
}

fn initial(item: &mut Object, changed: &mut Changed) {
    let is_it = |member: &String| is_initial(member.strip_prefix('_').unwrap_or(member));
    let members: Vec<String> = item.keys().filter(|member| is_it(member)).cloned().collect();
    if members.is_empty() || item.contains_key("initial") {
        return;
    }
    let mut value = Map::new();
    for member in members {
        if let Some(one) = item.remove(&member) {
            value.insert(member.replacen("initial", "value", 1), one);
        }
    }
    item.insert("initial".to_owned(), json!([value]));
    let to = if select_initial(item) { "initialSelected" } else { "initial" };
    changed.insert(format!("initial[x] → {to}"));
}
