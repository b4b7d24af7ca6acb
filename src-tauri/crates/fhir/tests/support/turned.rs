//! A form of R4 as it would have been written for another version: the way back from what the import does.

use serde_json::{Value, json};

/// Turns a form into one of STU3. The names of the items of which it has no words for something: a condition with other tests than
/// that an answer is one, or that all of several hold; several answers from the beginning.
pub(crate) fn to_stu3(form: &mut Value) -> Vec<String> {
    form["meta"]["profile"] = json!(["http://hl7.org/fhir/3.0/StructureDefinition/Questionnaire"]);
    let mut unsaid = Vec::new();
    each(form, &mut |item| {
        let name = item["linkId"].as_str().expect("ours have names").to_owned();
        let members = item.as_object_mut().expect("an object");
        let mut initial = Vec::new();
        if let Some(mut options) = members.remove("answerOption") {
            for option in options.as_array_mut().expect("a list") {
                let option = option.as_object_mut().expect("an object");
                if option.remove("initialSelected").is_some() {
                    initial.extend(value(option));
                }
            }
            members.insert("option".into(), options);
        }
        if let Some(Value::Array(list)) = members.remove("initial") {
            initial.extend(list.iter().filter_map(|one| value(one.as_object()?)));
        }
        let behavior = members.remove("enableBehavior");
        let mut is_sayable = initial.len() <= 1 && behavior.is_none_or(|behavior| behavior == "any");
        for (kind, value) in initial {
            members.insert(format!("initial{kind}"), value);
        }
        for test in members.get_mut("enableWhen").and_then(Value::as_array_mut).into_iter().flatten() {
            let test = test.as_object_mut().expect("an object");
            match test.remove("operator").as_ref().and_then(Value::as_str) {
                Some("=") => {}
                Some("exists") => {
                    let has = test.remove("answerBoolean").expect("FHIR demands it");
                    test.insert("hasAnswer".into(), has);
                }
                _ => is_sayable = false,
            }
        }
        if !is_sayable {
            unsaid.push(name);
        }
    });
    unsaid
}

fn value(of: &serde_json::Map<String, Value>) -> Option<(String, Value)> {
    of.iter().find_map(|(key, value)| Some((key.strip_prefix("value")?.to_owned(), value.clone())))
}

/// Turns a form into one of R5.
pub(crate) fn to_r5(form: &mut Value) {
    form["meta"]["profile"] = json!(["http://hl7.org/fhir/5.0/StructureDefinition/Questionnaire"]);
    form["copyrightLabel"] = json!("© 2026");
    form["versionAlgorithmString"] = json!("semver");
    each(form, &mut |item| {
        if let Some(constraint) = match item["type"].as_str() {
            Some("choice") => Some("optionsOnly"),
            Some("open-choice") => Some("optionsOrString"),
            _ => None,
        } {
            item["type"] = json!("coding");
            item["answerConstraint"] = json!(constraint);
        }
        if item.get("enableWhen").is_some() {
            item["disabledDisplay"] = json!("hidden");
        }
    });
    let text = form.to_string().replace("StructureDefinition/ordinalValue", "StructureDefinition/itemWeight");
    *form = serde_json::from_str(&text).expect("an address for an address");
}

fn each(of: &mut Value, turn: &mut dyn FnMut(&mut Value)) {
    for item in of.get_mut("item").and_then(Value::as_array_mut).into_iter().flatten() {
        turn(item);
        each(item, turn);
    }
}
