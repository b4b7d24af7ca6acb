//! R5 (5.0) as R4 (<http://hl7.org/fhir/R5/questionnaire.html>).

use serde_json::Value;

use super::sign::Version;
use super::{Changed, cannot, each_item, into_extension, rename_extensions, select_initial};
use crate::json::{Object, text_of};
use crate::names::{ANSWER_CONSTRAINT, DISABLED_DISPLAY, ITEM_WEIGHT, ORDINAL};
use crate::remark::Refusal;

/// Members that R4 has not, of the form and of the lists in it, with the extensions that HL7 has for them.
const OF_FORMS: [(&str, (&str, &str)); 3] = [
    (
        "versionAlgorithmString",
        ("http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.versionAlgorithm", "valueString"),
    ),
    (
        "versionAlgorithmCoding",
        ("http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.versionAlgorithm", "valueCoding"),
    ),
    (
        "copyrightLabel",
        ("http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.copyrightLabel", "valueString"),
    ),
];
/// Types that may have alternatives (que-5) and that R4 asks as choices.
const WITH_OPTIONS: [&str; 5] = ["coding", "string", "integer", "date", "time"];

/// Rewrites a form.
pub(super) fn rewrite(form: &mut Object) -> Result<Changed, Refusal> {
    let mut changed = Changed::new();
    for (member, extension) in OF_FORMS {
        into_extension(form, member, extension, &mut changed);
    }
    each_item(form, &mut |item| {
        choice(item, &mut changed)?;
        into_extension(item, "answerConstraint", (ANSWER_CONSTRAINT, "valueCode"), &mut changed);
        into_extension(item, "disabledDisplay", (DISABLED_DISPLAY, "valueCode"), &mut changed);
        Ok(())
    })?;
    for value in form.values_mut() {
        rename_extensions(value, &|url| (url == ITEM_WEIGHT).then(|| ORDINAL.to_owned()), &mut changed);
    }
    Ok(changed)
}

/// What has alternatives, of whatever type, is a choice in R4, and what also takes words an open one.
fn choice(item: &mut Object, changed: &mut Changed) -> Result<(), Refusal> {
    let Some(old) = text_of(item, "type").filter(|old| WITH_OPTIONS.contains(old)).map(str::to_owned) else {
        return Ok(());
    };
    if old != "coding" && !item.contains_key("answerOption") && !item.contains_key("answerValueSet") {
        return Ok(());
    }
    let constraint = item.get("answerConstraint").map_or(Some("optionsOnly"), Value::as_str);
    let (new, is_all_said) = match constraint {
        Some("optionsOnly") => ("choice", true),
        Some("optionsOrString") => ("open-choice", true),
        // Another code, number or day can be answered there; here only words.
        Some("optionsOrType") => ("open-choice", old == "string"),
        _ => return Err(cannot(Version::R5, item, "answerConstraint")),
    };
    if is_all_said && item.remove("answerConstraint").is_some() {
        changed.insert("answerConstraint → type".to_owned());
    }
    item.insert("type".to_owned(), new.into());
    if select_initial(item) {
        changed.insert("initial → initialSelected".to_owned());
    }
    changed.insert(format!("{old} → {new}"));
    Ok(())
}
