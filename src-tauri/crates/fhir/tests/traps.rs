//! Traps between systems that were found by running them, and what the mapping alone makes of the form that has every part.
//!
//! Others are tried where they belong: sizes in bytes, names that two items have, what only tells with `required`, and members of
//! another kind in `files.rs`; lists of alternatives without an expansion, and other versions of FHIR, in `versions.rs`.

#[path = "support/same.rs"]
mod same;
mod support;

use domain::template::{Item, ItemKind, TemplateContent};
use fhir::{About, NotAsked, RemarkKind, differences, export, import};
use proptest::prelude::*;
use same::{canonical, ids};
use serde_json::{Value, json};
use support::Chance;

const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

fn each<'a>(of: &'a Value, look: &mut dyn FnMut(&'a Value)) {
    for item in of["item"].as_array().into_iter().flatten() {
        look(item);
        each(item, look);
    }
}

/// LHC-Forms refuses a unit on a `quantity`, and refero shows one only there. What another program put there is given back.
#[test]
fn a_unit_on_a_quantity_is_only_there_when_it_came_so() {
    let unit = json!([{ "url": UNIT, "valueCoding": { "system": "http://unitsofmeasure.org", "code": "kg" } }]);
    let form = json!({ "resourceType": "Questionnaire", "status": "active", "item": [
        { "linkId": "1", "type": "quantity", "text": "Vikt", "extension": unit },
        { "linkId": "2", "type": "decimal", "text": "Längd", "extension": unit }] });
    let read = import(form.to_string().as_bytes(), &mut ids(0), &mut |_| None).expect("it is read").remove(0);
    let not_asked = RemarkKind::NotAsked { kind: "quantity".into(), why: NotAsked::Type, items: 1 };
    assert!(read.report.iter().any(|remark| remark.what == not_asked));
    assert!(matches!(&read.content.form[1].kind, ItemKind::Number { unit, .. } if unit == "kg"));
    assert_eq!(export(&read.content, &read.about)["item"][0], form["item"][0]);
}

/// Conditions on other resources, and kinds that nothing here asks, come back as they were and are shown to nobody.
#[test]
fn what_cannot_be_asked_is_given_back_byte_for_byte() {
    let when = json!([{ "question": "1", "operator": "=", "answerReference": { "reference": "Endpoint/35" } }]);
    let mut items: Vec<Value> = ["reference", "url", "quantity"]
        .iter()
        .zip(1..)
        .map(|(kind, number)| json!({ "linkId": number.to_string(), "type": kind, "text": "a", "readOnly": true }))
        .collect();
    items.push(json!({ "linkId": "9", "type": "date", "text": "b", "enableWhen": when }));
    let form = json!({ "resourceType": "Questionnaire", "status": "active", "item": items });
    let read = import(form.to_string().as_bytes(), &mut ids(0), &mut |_| None).expect("it is read").remove(0);
    assert!(read.content.form[..3].iter().all(|item| matches!(item.kind, ItemKind::Foreign { .. })));
    assert!(read.report.iter().any(|remark| remark.what == RemarkKind::ConditionNotUnderstood));
    let written = export(&read.content, &read.about);
    assert_eq!(written["item"].to_string(), form["item"].to_string());
    let again = import(written.to_string().as_bytes(), &mut ids(0), &mut |_| None).expect("it is read");
    assert_eq!(canonical(&again[0].content), canonical(&read.content));
}

/// Forgets of what was kept all that is not a name, or what cannot be asked here.
fn forget(foreign: &mut String) {
    const NAMES: [&str; 6] = ["kind", "as", "codings", "item", "linkIds", "bare"];
    let Ok(Value::Object(mut kept)) = serde_json::from_str(foreign) else { return };
    kept.retain(|name, _| NAMES.contains(&name.as_str()));
    *foreign = Value::Object(kept).to_string();
}

fn forget_all(items: &mut [Item]) {
    for item in items {
        forget(&mut item.details.foreign);
        forget_all(&mut item.items);
    }
}

/// The golden form has every part of a template in the mapping that was proved in other programs. What is written without what
/// was kept of the file is what the mapping says, but for what only the file's author could know.
#[test]
fn the_golden_form_is_written_so_by_the_mapping_alone() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/fhir/golden2.json");
    let golden =
        std::fs::read_to_string(path).expect("it is there").replace("https://omvant.example.se", "https://budkavle.se");
    let read = import(golden.as_bytes(), &mut ids(0), &mut |_| None).expect("it is read").remove(0);
    let mut content: TemplateContent = read.content;
    forget(&mut content.foreign);
    forget_all(&mut content.form);
    let golden: Value = serde_json::from_str(&golden).expect("JSON");
    let mut found = differences(&golden, &export(&content, &read.about));
    // What an alternative counts for stands in both places that renderers look in; in the golden form in one.
    let is_ordinal = |one: &str| {
        one.contains("item[s1.scalechoice]/answerOption[") && one.ends_with("]/valueCoding/extension is new")
    };
    let all = found.len();
    found.retain(|one| !is_ordinal(one));
    assert_eq!(all - found.len(), 11);
    let wanted = [
        // The message's group and the purpose, which the citizen is told here.
        "/item[intro]/extension is new",
        "/item[intro]/item[purpose] is new",
        // A shortest answer and a faint example, which texts do not have here.
        "/item[s1]/item[s1.short]/extension is lost",
        // HL7's word for what stands alone, beside ours, and what *Annat* is called.
        "/item[s1]/item[s1.which]/answerOption[2]/extension is new",
        "/item[s1]/item[s1.open]/extension[http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel] is new",
        // GIF as well, as the national service takes it.
        "/item[s2]/item[s2.att]/extension[http://hl7.org/fhir/StructureDefinition/mimeType] is new",
        // Every text has a longest answer here.
        "/item[s2]/item[s2.rep]/item[s2.rep.namn]/maxLength is new",
        "/item[s2]/item[s2.rep]/item[s2.rep.dos]/maxLength is new",
        // That it must be ticked, which `required` does not say of a boolean.
        "/item[s2]/item[s2.ok]/extension[http://hl7.org/fhir/StructureDefinition/questionnaire-constraint] is new",
        // Made of the title.
        "/name is another",
    ];
    assert_eq!(found, wanted);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// What makes LHC-Forms, Structor or FHIR's own rules refuse a form is in none of ours.
    #[test]
    fn nothing_that_others_refuse_is_written(seed: u64) {
        let written = export(&Chance(seed).content(), &About::default());
        let name = written["name"].as_str().unwrap_or("A");
        prop_assert!(name.starts_with(|first: char| first.is_ascii_uppercase()) && name.len() < 256);
        prop_assert!(name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_'), "que-0: {}", name);
        let (mut names, mut asked, mut odd) = (std::collections::BTreeSet::new(), Vec::new(), Vec::new());
        each(&written, &mut |item| {
            if !names.insert(item["linkId"].as_str().unwrap_or_default()) {
                odd.push("a linkId twice");
            }
            let tests = item["enableWhen"].as_array().map_or(0, Vec::len);
            asked.extend(item["enableWhen"].as_array().into_iter().flatten().filter_map(|test| test["question"].as_str()));
            let has = |url: &str| item["extension"].as_array().into_iter().flatten().any(|one| one["url"] == url);
            if has(UNIT) && item["type"] != "decimal" && item["type"] != "integer" {
                odd.push("a unit on something else than a number");
            }
            if tests > 1 && item.get("enableBehavior").is_none() {
                odd.push("tests without enableBehavior");
            }
            if item.get("answerValueSet").is_some() {
                odd.push("alternatives elsewhere");
            }
        });
        prop_assert_eq!(odd, Vec::<&str>::new());
        prop_assert!(asked.iter().all(|question| names.contains(question)), "a condition on nothing");
    }
}
