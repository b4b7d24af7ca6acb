//! Forms of STU3 and R5.

#[path = "support/same.rs"]
mod same;
mod support;
#[path = "support/turned.rs"]
mod turned;

use domain::template::tree::{find_mut, walk};
use domain::template::{ItemKind, Picture, TemplateContent};
use fhir::{About, Imported, NotAsked, Part, Refusal, RemarkKind, as_r4, differences, export, import};
use proptest::prelude::*;
use same::{canonical, ids};
use serde_json::{Value, json};
use support::Chance;
use turned::{to_r5, to_stu3};

/// Every picture, as it is.
fn taken(bytes: Vec<u8>) -> Option<Picture> {
    Some(Picture::new(&bytes, 40, 30))
}

fn read(form: &Value) -> Result<Imported, Refusal> {
    import(form.to_string().as_bytes(), &mut ids(1), &mut taken).map(|mut all| all.remove(0))
}

fn of(items: &Value) -> Value {
    json!({ "resourceType": "Questionnaire", "status": "active", "item": items })
}

/// The version that it was made R4 of, by what, and what was done.
fn made(read: &Imported) -> Option<(&str, &str, &str, Vec<&str>)> {
    read.report.iter().find_map(|remark| match &remark.what {
        RemarkKind::MadeR4 { version, link_id, member, changed } => {
            assert_eq!(remark.at, Part::Root);
            Some((version.as_str(), link_id.as_str(), member.as_str(), changed.iter().map(String::as_str).collect()))
        }
        _ => None,
    })
}

fn coding(code: &str) -> Value {
    json!({ "system": "urn:x", "code": code, "display": code.to_uppercase() })
}

#[test]
fn a_form_of_stu3_becomes_one_of_r4_and_it_is_said_how() {
    let ordinal =
        |name: &str| json!([{ "url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), "valueDecimal": 2 }]);
    let list = json!([{ "resourceType": "ValueSet", "id": "l", "compose": { "include": [
        { "system": "urn:x", "concept": [{ "code": "a", "display": "A", "extension": ordinal("valueset-ordinalValue") }] },
        { "system": "urn:y", "concept": [{ "code": "b", "display": "B" }] }] } }]);
    let mut form = of(&json!([
        { "linkId": "1", "type": "boolean", "text": "Röker du?", "initialBoolean": true, "concept": [coding("q")] },
        { "linkId": "2", "type": "choice", "text": "Vad?", "initialCoding": { "code": "b" }, "option": [
            { "valueCoding": coding("a"), "extension": ordinal("questionnaire-ordinalValue") }, { "valueCoding": coding("b") }] },
        { "linkId": "3", "type": "choice", "text": "Var?", "options": { "reference": "#l", "display": "Ställen" } },
        { "linkId": "4", "type": "string", "text": "Hur?", "maxLength": 9, "initialString": "a", "_initialString": { "id": "i" },
            "enableWhen": [{ "question": "2", "answerCoding": coding("a") }, { "question": "1", "answerBoolean": false }] },
        { "linkId": "5", "type": "date", "text": "När?", "enableWhen": [{ "question": "4", "hasAnswer": false }] },
        { "linkId": "6", "type": "choice", "text": "Vem?", "options": { "reference": "http://x.se/ValueSet/y", "id": "i" } },
    ]));
    form["contained"] = list.clone();
    let own = "https://budkavle.se/fhir/StructureDefinition/options-list";
    let mut wanted = of(&json!([
        { "linkId": "1", "type": "boolean", "text": "Röker du?", "initial": [{ "valueBoolean": true }], "code": [coding("q")] },
        { "linkId": "2", "type": "choice", "text": "Vad?", "answerOption": [
            { "valueCoding": coding("a"), "extension": ordinal("ordinalValue") },
            { "valueCoding": coding("b"), "initialSelected": true }] },
        { "linkId": "3", "type": "choice", "text": "Var?",
            "_answerValueSet": { "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/display", "valueString": "Ställen" }] },
            "extension": [{ "url": own, "valueCanonical": "#l" }],
            "answerOption": [
                { "valueCoding": { "system": "urn:x", "code": "a", "display": "A", "extension": ordinal("ordinalValue") } },
                { "valueCoding": { "system": "urn:y", "code": "b", "display": "B" } }] },
        { "linkId": "4", "type": "string", "text": "Hur?", "maxLength": 9,
            "initial": [{ "valueString": "a", "_valueString": { "id": "i" } }], "enableBehavior": "any", "enableWhen": [
            { "question": "2", "operator": "=", "answerCoding": coding("a") },
            { "question": "1", "operator": "=", "answerBoolean": false }] },
        { "linkId": "5", "type": "date", "text": "När?",
            "enableWhen": [{ "question": "4", "operator": "exists", "answerBoolean": false }] },
        { "linkId": "6", "type": "choice", "text": "Vem?", "answerValueSet": "http://x.se/ValueSet/y",
            "extension": [{ "url": "http://hl7.org/fhir/3.0/StructureDefinition/extension-Questionnaire.item.options",
                "valueReference": { "reference": "http://x.se/ValueSet/y", "id": "i" } }] },
    ]));
    let mut list = list;
    list[0]["compose"]["include"][0]["concept"][0]["extension"] = ordinal("ordinalValue");
    wanted["contained"] = list;
    let r4 = as_r4(&form).expect("it can be");
    assert_eq!(r4, wanted);

    let read = read(&form).expect("it can be read");
    assert_eq!(differences(&wanted, &export(&read.content, &read.about)), Vec::<String>::new());
    let changed = vec![
        "concept → code",
        "enableWhen → =",
        "enableWhen → enableBehavior any",
        "hasAnswer → exists",
        "initial[x] → initial",
        "initial[x] → initialSelected",
        "option → answerOption",
        "options → answerValueSet",
        "questionnaire-ordinalValue → ordinalValue",
        "valueset-ordinalValue → ordinalValue",
    ];
    assert_eq!(made(&read), Some(("STU3", "2", "option", changed)));
    let said = |what: &RemarkKind| read.report.iter().any(|remark| remark.what == *what);
    assert!(said(&RemarkKind::OptionsFromList));
    assert!(said(&RemarkKind::NotAsked { kind: "choice".into(), why: NotAsked::OptionsElsewhere, items: 1 }));
    assert!(!said(&RemarkKind::ConditionNotUnderstood));
    assert_eq!(read.content.form[1].kind.options()[0].score, Some(2));
    assert_eq!(read.content.form[2].kind.options()[0].score, Some(2));
    assert_eq!(domain::template::condition::faults(&read.content.form), []);
}

#[test]
fn a_form_of_r5_becomes_one_of_r4_and_it_is_said_how() {
    let weight =
        |name: &str| json!([{ "url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), "valueDecimal": 2 }]);
    let xver = |name: &str, kind: &str, value: Value| {
        let url = format!("http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.{name}");
        let mut one = json!({ "url": url });
        one[kind] = value;
        json!([one])
    };
    let options =
        |name: &str| json!([{ "valueCoding": coding("a"), "extension": weight(name) }, { "valueCoding": coding("b") }]);
    let words = json!([{ "valueString": "a" }, { "valueString": "b" }]);
    let numbers = json!([{ "valueInteger": 1 }, { "valueInteger": 2 }]);
    let chosen = json!([{ "valueInteger": 1 }, { "valueInteger": 2, "initialSelected": true }]);
    let when = json!([{ "question": "1", "operator": "=", "answerCoding": coding("a") }]);
    let mut form = of(&json!([
        { "linkId": "1", "type": "coding", "text": "1", "answerOption": options("itemWeight") },
        { "linkId": "2", "type": "coding", "text": "2", "answerConstraint": "optionsOrString", "answerOption": options("itemWeight") },
        { "linkId": "3", "type": "coding", "text": "3", "answerConstraint": "optionsOrType", "answerOption": options("itemWeight") },
        { "linkId": "4", "type": "string", "text": "4", "answerConstraint": "optionsOrType", "answerOption": words },
        { "linkId": "5", "type": "integer", "text": "5", "answerConstraint": "optionsOnly", "answerOption": numbers,
            "initial": [{ "valueInteger": 2 }] },
        { "linkId": "6", "type": "string", "text": "6", "enableWhen": when, "disabledDisplay": "protected" },
        { "linkId": "7", "type": "date", "text": "7", "enableWhen": when, "disabledDisplay": "hidden" },
        { "linkId": "8", "type": "question", "text": "8" },
    ]));
    form["copyrightLabel"] = json!("© 2026");
    form["versionAlgorithmCoding"] = json!({ "code": "semver" });
    let mut wanted = of(&json!([
        { "linkId": "1", "type": "choice", "text": "1", "answerOption": options("ordinalValue") },
        { "linkId": "2", "type": "open-choice", "text": "2", "answerOption": options("ordinalValue") },
        { "linkId": "3", "type": "open-choice", "text": "3", "answerOption": options("ordinalValue"),
            "extension": xver("item.answerConstraint", "valueCode", json!("optionsOrType")) },
        { "linkId": "4", "type": "open-choice", "text": "4", "answerOption": words },
        { "linkId": "5", "type": "choice", "text": "5", "answerOption": chosen },
        { "linkId": "6", "type": "string", "text": "6", "enableWhen": when,
            "extension": xver("item.disabledDisplay", "valueCode", json!("protected")) },
        { "linkId": "7", "type": "date", "text": "7", "enableWhen": when,
            "extension": xver("item.disabledDisplay", "valueCode", json!("hidden")) },
        { "linkId": "8", "type": "question", "text": "8" },
    ]));
    let mut about_form = xver("versionAlgorithm", "valueCoding", json!({ "code": "semver" }));
    let label = xver("copyrightLabel", "valueString", json!("© 2026"))[0].clone();
    about_form.as_array_mut().expect("a list").push(label);
    wanted["extension"] = about_form;
    assert_eq!(as_r4(&form).expect("it can be"), wanted);

    let read = read(&form).expect("it can be read");
    assert_eq!(differences(&wanted, &export(&read.content, &read.about)), Vec::<String>::new());
    let changed = vec![
        "answerConstraint → extension",
        "answerConstraint → type",
        "coding → choice",
        "coding → open-choice",
        "copyrightLabel → extension",
        "disabledDisplay → extension",
        "initial → initialSelected",
        "integer → choice",
        "itemWeight → ordinalValue",
        "string → open-choice",
        "versionAlgorithmCoding → extension",
    ];
    assert_eq!(made(&read), Some(("R5", "", "versionAlgorithmCoding", changed)));
    assert_eq!(read.content.form[0].kind.options()[0].score, Some(2));
    let unused = |link_id: &str| {
        let is_it = |at: &Part| matches!(at, Part::Item { link_id: of, .. } if of == link_id);
        read.report.iter().find_map(|remark| match &remark.what {
            RemarkKind::KeptUnused { what } if is_it(&remark.at) => Some(what.join(" ")),
            _ => None,
        })
    };
    let unused = ["1", "2", "3", "4", "6", "7"].map(unused);
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(unused, [None, None, named("item.answerConstraint"), None, named("item.disabledDisplay"), None]);
    assert_eq!(read.content.form[7].kind, ItemKind::Foreign { name: "question".into() });
}

#[test]
fn a_version_is_told_by_members_and_then_by_what_the_form_says_of_itself() {
    let version = |form: &Value| {
        let read = read(form).expect("it is read");
        let doubt = read.report.iter().find_map(|remark| match &remark.what {
            RemarkKind::VersionDoubtful { said, read } => Some(format!("{said} {read}")),
            _ => None,
        });
        let written = export(&read.content, &read.about);
        assert_eq!(as_r4(&written).expect("R4"), written, "what is written is of R4");
        (made(&read).map(|(version, _, member, _)| format!("{version} {member}")), doubt)
    };
    let say = |mut form: Value, profile: &str| {
        form["meta"] = json!({ "profile": [format!("http://hl7.org/fhir/{profile}")] });
        form
    };
    let told = |text: &str| Some(text.to_owned());
    let plain = of(&json!([{ "linkId": "1", "type": "string", "text": "a", "maxLength": 9 }]));
    assert_eq!(version(&plain), (None, None));
    assert_eq!(
        version(&say(plain.clone(), "3.0/StructureDefinition/Questionnaire")),
        (told("STU3 meta.profile"), None)
    );
    assert_eq!(version(&say(plain.clone(), "4.0/StructureDefinition/Questionnaire")), (None, None));
    assert_eq!(
        version(&say(plain.clone(), "StructureDefinition/Questionnaire|5.0.0")),
        (told("R5 meta.profile"), None)
    );
    let sdc = "us/sdc/StructureDefinition/sdc-questionnaire|2.0";
    assert_eq!(version(&say(plain.clone(), sdc)), (told("STU3 meta.profile"), None));
    let mut numbered = plain.clone();
    numbered["fhirVersion"] = json!("3.0.1");
    assert_eq!(version(&numbered), (told("STU3 meta.profile"), None));

    let option = json!([{ "valueString": "a" }]);
    let r4 = of(&json!([{ "linkId": "1", "type": "choice", "text": "a", "answerOption": option }]));
    assert_eq!(version(&say(r4.clone(), "5.0/StructureDefinition/Questionnaire")), (None, told("R5 R4")));
    assert_eq!(version(&say(r4, "3.0/StructureDefinition/Questionnaire")), (None, told("STU3 R4")));
    let r5 = of(&json!([{ "linkId": "1", "type": "coding", "text": "a", "answerOption": option }]));
    assert_eq!(version(&say(r5, "4.0/StructureDefinition/Questionnaire")), (told("R5 coding"), told("R4 R5")));

    // A test without an operator means something in STU3 only.
    let when = json!([{ "question": "1", "answerBoolean": true }]);
    let bare = json!([{ "linkId": "1", "type": "boolean", "text": "a" },
        { "linkId": "2", "type": "date", "text": "b", "enableWhen": when }]);
    assert_eq!(version(&of(&bare)), (told("STU3 enableWhen"), None));
    let mut slip = bare;
    slip[0] = json!({ "linkId": "1", "type": "boolean", "text": "a", "initial": [{ "valueBoolean": true }] });
    let read = read(&of(&slip)).expect("it is read");
    assert!(made(&read).is_none() && read.report.iter().any(|one| one.what == RemarkKind::ConditionNotUnderstood));
}

#[test]
fn what_no_one_version_has_is_refused_by_both_signs() {
    let mixed = |items: Value| match read(&of(&items)) {
        Err(Refusal::VersionsMixed { signs }) => {
            signs.iter().map(|sign| format!("{} {} {}", sign.link_id, sign.member, sign.versions.join("/"))).collect()
        }
        other => vec![format!("{other:?}")],
    };
    let option = json!([{ "valueString": "a" }]);
    let items = json!([{ "linkId": "1", "type": "choice", "option": option },
        { "linkId": "2", "type": "choice", "answerOption": option }]);
    assert_eq!(mixed(items), ["1 option STU3", "2 answerOption R4/R5"]);
    let items = json!([{ "linkId": "1", "type": "choice", "answerOption": option },
        { "linkId": "2", "type": "string", "disabledDisplay": "hidden" }]);
    assert_eq!(mixed(items), ["1 choice STU3/R4", "2 disabledDisplay R5"]);
}

#[test]
fn what_means_nothing_in_r4_is_refused_by_name() {
    let refused = |form: Value| match read(&form) {
        Err(Refusal::OtherVersion { version, link_id, member }) => format!("{version} {link_id} {member}"),
        other => format!("{other:?}"),
    };
    let dstu2 =
        json!({ "resourceType": "Questionnaire", "status": "draft", "group": { "question": [{ "text": "a" }] } });
    assert_eq!(refused(dstu2), "DSTU2  group");
    let one = |members: Value| {
        let mut item = json!({ "linkId": "1", "type": "choice", "text": "a" });
        item.as_object_mut().expect("an object").extend(members.as_object().expect("an object").clone());
        of(&json!([item]))
    };
    assert_eq!(refused(one(json!({ "options": { "identifier": { "value": "x" } } }))), "STU3 1 options");
    let both = json!([{ "question": "1", "hasAnswer": true, "answerBoolean": true }]);
    assert_eq!(refused(one(json!({ "enableWhen": both }))), "STU3 1 enableWhen");
    let options = json!([{ "valueString": "a" }]);
    let odd = json!({ "type": "coding", "answerConstraint": "optionsOrWhatever", "answerOption": options });
    assert_eq!(refused(one(odd)), "R5 1 answerConstraint");
}

#[test]
fn lists_in_the_file_become_the_questions_own_alternatives() {
    let texts = |list: Value, language: &str| {
        let mut form = of(&json!([{ "linkId": "1", "type": "choice", "text": "a", "answerValueSet": "#l",
            "initial": [{ "valueCoding": { "code": "c" } }] }]));
        form["contained"] = json!([list]);
        form["contained"][0]["resourceType"] = json!("ValueSet");
        form["contained"][0]["id"] = json!("l");
        form["language"] = json!(language);
        let read = read(&form).expect("it is read");
        let written = export(&read.content, &read.about);
        assert_eq!(differences(&as_r4(&form).expect("R4"), &written), Vec::<String>::new());
        let kind = read.content.form[0].kind.clone();
        if !matches!(kind, ItemKind::Foreign { .. }) {
            assert!(written.pointer("/item/0/answerValueSet").is_none() && written.get("contained").is_some());
            assert_eq!(written.pointer("/item/0/answerOption/1/initialSelected"), Some(&json!(true)));
            assert!(written.pointer("/item/0/initial").is_none());
        }
        kind.options().iter().map(|option| option.text.clone()).collect::<Vec<_>>().join(" ")
    };
    let one = |code: &str| json!({ "system": "urn:x", "code": code, "display": code });
    let nested = json!({ "expansion": { "total": 4, "contains": [
        { "display": "rubrik", "abstract": true, "contains": [one("b")] },
        { "display": "utan kod", "contains": [one("c")] }] } });
    assert_eq!(texts(nested, "sv"), "b c");
    let part = json!({ "expansion": { "total": 40, "contains": [one("b")] } });
    assert_eq!(texts(part, "sv"), "", "only a part of it is there");
    let designation = json!([
        { "language": "sv", "value": "Bröst (kropp)", "use": { "code": "900000000000003001" } },
        { "language": "sv-SE", "value": "Bröst" },
        { "language": "nb", "value": "Bryst" }]);
    let named = json!({ "compose": { "include": [
        { "system": "urn:x", "concept": [{ "code": "b", "display": "Chest", "designation": designation }] },
        { "system": "urn:y", "concept": [{ "code": "c", "display": "c" }] }] } });
    assert_eq!(texts(named.clone(), "sv-SE"), "Bröst c");
    assert_eq!(texts(named, "en"), "Chest c");
    let filtered = json!({ "compose": { "include": [{ "system": "urn:x", "filter": [] }] } });
    assert_eq!(texts(filtered, "sv"), "", "what the list says stands elsewhere");
}

/// Without the conditions and first answers of these items.
fn without(mut content: TemplateContent, names: &[String]) -> TemplateContent {
    let all: Vec<_> = walk(&content.form).map(|item| item.id).collect();
    for id in all.into_iter().filter(|id| names.contains(&id.to_string())) {
        let item = find_mut(&mut content.form, id).expect("it is there");
        item.shown_when = None;
        item.details.initial = None;
    }
    content
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_template_that_was_written_for_stu3_is_the_same_template(seed: u64) {
        let content = Chance(seed).content();
        let unsaid = to_stu3(&mut export(&content, &About::default()));
        let content = without(content, &unsaid);
        let mut form = export(&content, &About::default());
        prop_assert_eq!(to_stu3(&mut form), Vec::<String>::new());
        let read = read(&form).expect("it is read");
        prop_assert!(made(&read).is_some_and(|made| made.0 == "STU3"));
        prop_assert_eq!(canonical(&read.content), canonical(&content));
    }

    #[test]
    fn a_template_that_was_written_for_r5_is_the_same_template(seed: u64) {
        let content = Chance(seed).content();
        let mut form = export(&content, &About::default());
        to_r5(&mut form);
        let read = read(&form).expect("it is read");
        prop_assert!(made(&read).is_some_and(|made| made.0 == "R5"));
        prop_assert_eq!(canonical(&read.content), canonical(&content));
        let again = fhir::import(export(&read.content, &read.about).to_string().as_bytes(), &mut ids(1), &mut taken).expect("R4");
        prop_assert!(made(&again[0]).is_none());
    }
}
