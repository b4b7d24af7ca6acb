//! Files: those that a template should become, those that are broken, and those that are only strange.

#[path = "support/same.rs"]
mod same;

use domain::template::condition::{Comparison, faults};
use domain::template::edit::{Edit, ItemChange};
use domain::template::tree::walk;
use domain::template::{BodyPart, ChoiceRole, Item, ItemKind, MAX_PICTURES, Marking, Picture, TemplateContent};
use fhir::{
    About, Imported, NoPicture, NotAsked, Part, Refusal, RemarkKind, Status, as_r4, differences, export, import,
};
use proptest::prelude::*;
use same::{canonical, ids};
use serde_json::{Value, json};

fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/fhir/");
    std::fs::read(format!("{folder}{name}.json")).expect("the file is there")
}

fn value(name: &str) -> Value {
    serde_json::from_slice(&file(name)).expect("JSON")
}

fn try_read(bytes: &[u8]) -> Result<Imported, Refusal> {
    import(bytes, &mut ids(0), &mut |_| None).map(|mut all| all.remove(0))
}

fn read(name: &str) -> Imported {
    try_read(&file(name)).expect("it is read")
}

fn of(items: &Value) -> Result<Imported, Refusal> {
    try_read(json!({ "resourceType": "Questionnaire", "status": "active", "item": items }).to_string().as_bytes())
}

fn item<'a>(content: &'a TemplateContent, link_id: &str) -> &'a Item {
    walk(&content.form).find(|item| item.details.link_id == link_id).expect("it is there")
}

fn said<'a>(read: &'a Imported, of: &str) -> Vec<&'a RemarkKind> {
    let is_it = |at: &Part| matches!(at, Part::Item { link_id, .. } if link_id == of);
    read.report.iter().filter(|remark| is_it(&remark.at)).map(|remark| &remark.what).collect()
}

fn media(attachment: &Value) -> Value {
    json!({ "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia",
        "valueAttachment": attachment })
}

fn pictured(link_id: &str, attachments: &[Value]) -> Value {
    let extension: Vec<Value> = attachments.iter().map(media).collect();
    json!({ "linkId": link_id, "type": "boolean", "text": "Var?", "extension": extension })
}

/// Reads questions, with pictures taken as they are.
fn with_pictures(items: &Value) -> (Value, Imported) {
    let form = json!({ "resourceType": "Questionnaire", "status": "active", "language": "sv-SE",
        "item": [{ "linkId": "g", "type": "group", "text": "Avsnitt", "item": items }] });
    let mut taken = |bytes: Vec<u8>| Some(Picture::new(&bytes, 40, 30));
    let mut read = import(form.to_string().as_bytes(), &mut ids(0), &mut taken).expect("it is read");
    (form, read.remove(0))
}

#[test]
fn a_picture_is_read_with_what_it_shows_and_written_as_what_was_drawn() {
    let data = Picture::new(b"\xff\xd8\xff photo", 1, 1).data;
    let photo = json!({ "contentType": "image/png", "data": format!("{}\n {}", &data[..8], &data[8..]), "title": "Ett knä",
        "size": 4711, "creation": "2020-01-01" });
    let (_, read) = with_pictures(&json!([pictured("a", &[photo.clone(), photo])]));
    let picture = item(&read.content, "a").picture.as_ref().expect("it is taken");
    assert_eq!((picture.data.as_str(), picture.alt.as_str(), picture.decorative), (data.as_str(), "Ett knä", false));
    let told = [RemarkKind::AskedAsYesNo, RemarkKind::PictureRedrawn, RemarkKind::FirstPictureTaken];
    assert_eq!(said(&read, "a"), told.each_ref());
    let written = export(&read.content, &read.about);
    let drawn = json!({ "contentType": "image/jpeg", "data": data, "title": "Ett knä" });
    assert_eq!(written["item"][0]["item"][0]["extension"], json!([media(&drawn)]));
}

#[test]
fn what_is_no_picture_here_is_kept_as_it_came_and_said_and_given_up_only_where_it_is_too_large() {
    let data = |bytes: usize| Picture::new(&vec![0xFF; bytes], 1, 1).data;
    let film = json!({ "contentType": "video/mp4", "data": data(9) });
    let elsewhere = json!({ "contentType": "image/png", "url": "https://example.se/x.png" });
    let noise = json!({ "contentType": "image/png", "data": "inte base64!" });
    let items = json!([pictured("film", &[film]), pictured("elsewhere", &[elsewhere]), pictured("noise", &[noise])]);
    let (form, read) = with_pictures(&items);
    for (name, why) in
        [("film", NoPicture::OtherMedia), ("elsewhere", NoPicture::Elsewhere), ("noise", NoPicture::NotDrawn)]
    {
        assert_eq!(item(&read.content, name).picture, None);
        let remark = RemarkKind::PictureNotTaken { why, is_kept: true };
        assert!(said(&read, name).contains(&&remark), "{name}");
        assert!(!said(&read, name).iter().any(|one| matches!(one, RemarkKind::KeptUnused { .. })), "{name}: said once");
    }
    assert_eq!(differences(&form, &export(&read.content, &read.about)), Vec::<String>::new());

    let large = json!({ "contentType": "video/mp4", "data": data(90_000) });
    let (_, read) = with_pictures(&json!([pictured("large", &[large])]));
    let lost = RemarkKind::PictureNotTaken { why: NoPicture::OtherMedia, is_kept: false };
    assert!(said(&read, "large").contains(&&lost));
    assert!(!export(&read.content, &read.about).to_string().contains("video/mp4"));
}

#[test]
fn no_more_pictures_are_taken_than_a_template_can_have() {
    let data = Picture::new(b"\xff\xd8\xff photo", 1, 1).data;
    let photo = json!({ "contentType": "image/png", "data": data });
    let items: Vec<Value> =
        (0..=MAX_PICTURES).map(|at| pictured(&format!("q{at}"), std::slice::from_ref(&photo))).collect();
    let (_, read) = with_pictures(&json!(items));
    assert_eq!(walk(&read.content.form).filter(|item| item.picture.is_some()).count(), MAX_PICTURES);
    let why = NoPicture::TooMany;
    assert!(said(&read, &format!("q{MAX_PICTURES}")).contains(&&RemarkKind::PictureNotTaken { why, is_kept: true }));
}

#[test]
fn the_golden_forms_are_written_as_they_came() {
    for name in ["golden2", "golden3", "info", "quirk-help-text", "valid-exists"] {
        let read = read(name);
        assert_eq!(differences(&value(name), &export(&read.content, &read.about)), Vec::<String>::new(), "{name}");
    }
}

/// Also those in a folder of one's own, when `BUDKAVLE_QUESTIONNAIRES` names one.
#[test]
fn every_form_that_is_read_is_written_as_it_came() {
    fn collect(folder: &std::path::Path, to: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                collect(&entry.path(), to);
            } else if entry.path().extension().is_some_and(|end| end == "json") {
                to.push(entry.path());
            }
        }
    }
    let mut files = Vec::new();
    collect(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/fhir").as_ref(), &mut files);
    if let Some(folder) = std::env::var_os("BUDKAVLE_QUESTIONNAIRES") {
        collect(folder.as_ref(), &mut files);
    }
    for file in files {
        let bytes = std::fs::read(&file).expect("it is there");
        let form: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if form["resourceType"] == "Questionnaire"
            && let Ok(read) = try_read(&bytes)
        {
            let written = export(&read.content, &read.about);
            let form = as_r4(&form).expect("it was read");
            assert_eq!(differences(&form, &written), Vec::<String>::new(), "{}", file.display());
            let again = try_read(written.to_string().as_bytes()).expect("what is written is read");
            assert_eq!(canonical(&again.content), canonical(&read.content), "{}", file.display());
        }
    }
}

#[test]
fn the_golden_form_becomes_the_template_that_it_was_made_of() {
    let Imported { content, about, .. } = read("golden3");
    assert_eq!((content.name.as_str(), content.purpose.as_str()), ("Ordination Waran", "Ordination efter provtagning"));
    assert!(content.handler_instruction.starts_with("Endast för vårdgivaren"));
    assert_eq!(content.marking(), Marking::Question);
    assert!(matches!(&content.body[..], [BodyPart::Text { text, .. }] if text.starts_with("Enligt senaste")));
    assert_eq!(about.status, Some(Status::Active));
    assert_eq!(about.version.as_deref(), Some("1.0.0"));
    let kind = |link_id: &str| &item(&content, link_id).kind;
    assert_eq!(*kind("s1.free"), ItemKind::LongText { max_length: 2_000 });
    assert_eq!(item(&content, "s1.free").help, "Skriv gärna när besvären började.");
    assert_eq!(*kind("s1.yn"), ItemKind::YesNo);
    assert_eq!(*kind("s1.ynbool"), ItemKind::YesNo);
    let scale =
        ItemKind::Scale {
            min: 0, max: 10, low: "Ingen smärta".into(), high: "Värsta tänkbara".into(), counts: false
        };
    assert_eq!(*kind("s1.scale"), scale);
    assert!(matches!(kind("s1.single"), ItemKind::Dropdown { .. }));
    assert!(matches!(kind("s2.rep"), ItemKind::RepeatedSection { max_rows: 5, .. }));
    assert!(matches!(kind("s2.att"), ItemKind::Attachment { max_files: 5, max_megabytes: Some(20), .. }));
    assert_eq!(*kind("s2.ok"), ItemKind::Confirmation);
    assert_eq!(*kind("s1.qty"), ItemKind::Foreign { name: "quantity".into() });
    assert_eq!(*kind("s2.hidden"), ItemKind::Foreign { name: "string".into() });
    assert_eq!(kind("s1.which").options()[2].role, ChoiceRole::Exclusive);
    assert_eq!(kind("s1.scalechoice").options()[7].score, Some(7));
    let condition = item(&content, "s1.which").shown_when.as_ref().expect("it has one");
    assert_eq!(condition.tests().map(|test| &test.comparison).collect::<Vec<_>>(), [&Comparison::Yes]);
    assert_eq!(faults(&content.form), []);
}

#[test]
fn formatting_within_ours_is_shown_and_other_is_kept_and_said() {
    let text = |text: &str, markdown: &str| {
        let twin = json!({ "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/rendering-markdown",
            "valueMarkdown": markdown }] });
        let form = json!([{ "linkId": "1", "type": "display", "text": text, "_text": twin },
            { "linkId": "2", "type": "boolean", "text": "?" }]);
        let read = of(&form).expect("it is read");
        let written = export(&read.content, &read.about);
        let source = json!({ "resourceType": "Questionnaire", "status": "active", "item": form });
        assert!(!differences(&source, &written).iter().any(|one| one.contains("text")), "{written}");
        (item(&read.content, "1").text.clone(), said(&read, "1").contains(&&RemarkKind::FormattingNotShown))
    };
    assert_eq!(text("Läs noga.", "Läs **noga**."), ("Läs **noga**.".into(), false));
    assert_eq!(text("Läs 5. b", "Läs\n\n- 5\\. b"), ("Läs 5. b".into(), true), "the words are others");
    assert_eq!(text("Ta: - a - b", "Ta:  \n- a\n- b"), ("Ta:\n- a\n- b".into(), false));
    assert_eq!(
        text("Se 1177", "Se [1177](https://www.1177.se/a_b)"),
        ("Se [1177](https://www.1177.se/a_b)".into(), false)
    );
    for foreign in [
        "Läs __noga__.",
        "Läs `noga`.",
        "# Läs noga.",
        "> Läs noga.",
        "Läs <b>noga</b>.",
        "Läs&nbsp;noga.",
        "[Läs noga.](javascript:x)",
        "+ Läs noga.",
        "Läs\nnoga. *",
    ] {
        assert_eq!(text("Läs noga.", foreign), ("Läs noga.".into(), true), "{foreign}");
    }
    assert_eq!(text("5 *6* 7", "5 \\*6\\* 7"), ("5 \\*6\\* 7".into(), false), "what is plain stays plain");
}

#[test]
fn a_form_that_nobody_answers_is_all_message() {
    let Imported { content, .. } = read("info");
    assert_eq!(content.marking(), Marking::Information);
    assert_eq!((content.body.len(), content.form.len()), (2, 0));
}

#[test]
fn what_is_changed_is_written_changed_and_the_rest_as_it_came() {
    let mut read = read("golden2");
    let free = item(&read.content, "s1.free").id;
    let change = ItemChange { text: Some("Hur mår du?".into()), required: Some(false), ..ItemChange::default() };
    read.content.apply(&Edit::ChangeItem { id: free, change }).expect("it is there");
    let BodyPart::Text { id, .. } = read.content.body[0] else { panic!("it is a text") };
    let part = BodyPart::Text { id, text: "Nytt besked.".into() };
    read.content.apply(&Edit::ChangePart { part }).expect("it is there");
    let changed = [
        "/item[intro]/item[citizen-instruction]/_text is lost",
        "/item[intro]/item[citizen-instruction]/text is another",
        "/item[s1]/item[s1.free]/required is lost",
        "/item[s1]/item[s1.free]/text is another",
    ];
    assert_eq!(differences(&value("golden2"), &export(&read.content, &read.about)), changed);
}

#[test]
fn a_question_that_has_become_another_kind_has_nothing_of_the_old_one() {
    let mut read = read("golden2");
    let id = item(&read.content, "s1.ynbool").id;
    let change = ItemChange { kind: Some(ItemKind::Time), ..ItemChange::default() };
    read.content.apply(&Edit::ChangeItem { id, change }).expect("it is there");
    let written = export(&read.content, &read.about).to_string();
    assert!(written.contains(r#"{"linkId":"s1.ynbool","text":"Har du blött näsblod? (boolean)","type":"time"}"#));
}

#[test]
fn who_writes_it_says_who_answers_for_it() {
    let read = read("golden2");
    let about = About { status: Some(Status::Draft), publisher: Some("Ögonkliniken".into()), ..About::default() };
    let written = export(&read.content, &about);
    assert_eq!((&written["status"], &written["publisher"]), (&json!("draft"), &json!("Ögonkliniken")));
    assert_eq!(written["url"], value("golden2")["url"]);
}

#[test]
fn broken_files_are_refused_by_name_or_taken_with_a_word() {
    let refused = |name: &str| try_read(&file(name)).expect_err("it is refused");
    assert_eq!(refused("bad-dup-linkid"), Refusal::LinkIdTwice { link_id: "s1.free".into() });
    assert!(matches!(refused("bad-maxlength-string"), Refusal::Malformed { link_id, member, .. }
        if link_id == "s1.short" && member == "maxLength"));
    for name in ["bad-enablewhen-missing-target", "bad-enablewhen-two-answers", "bad-two-enablewhen-no-behavior"] {
        let read = read(name);
        let doubt = read.report.iter().find(|remark| remark.what == RemarkKind::ConditionNotUnderstood);
        let Some(Part::Item { link_id, .. }) = doubt.map(|remark| &remark.at) else {
            panic!("{name}: nothing is said")
        };
        let of = item(&read.content, link_id).id;
        assert!(faults(&read.content.form).iter().any(|(item, _)| *item == of), "{name} could be published");
    }
    assert!(!faults(&read("bad-cycle").content.form).is_empty());
    let says = |name: &str, what: fn(&RemarkKind) -> bool| read(name).report.iter().any(|remark| what(&remark.what));
    assert!(says("bad-bad-status", |what| *what == RemarkKind::StatusNotTaken));
    assert!(says("bad-no-status", |what| *what == RemarkKind::StatusNotTaken));
    assert!(says("bad-display-required", |what| matches!(what, RemarkKind::DisplayStripped { .. })));
    assert!(says("bad-no-linkid", |what| matches!(what, RemarkKind::LinkIdMade { .. })));
    assert!(says("bad-unknown-prop", |what| matches!(what, RemarkKind::KeptUnused { .. })));
    assert!(says("bad-two-values-in-ext", |what| matches!(what, RemarkKind::KeptUnused { .. })));
    let is_unclear = |what: &RemarkKind| matches!(what, RemarkKind::NotAsked { why: NotAsked::OptionsUnclear, .. });
    assert!(says("bad-option-and-valueset", is_unclear));
    assert!(says("bad-unknown-type", |what| matches!(what, RemarkKind::NotAsked { why: NotAsked::Type, .. })));
    assert!(read("bad-empty-group").content.form.iter().any(|item| item.items.is_empty()));
}

#[test]
fn what_is_no_form_is_refused_with_the_reason() {
    assert!(matches!(try_read(b"{"), Err(Refusal::NotJson { line: 1, .. })));
    assert_eq!(try_read(b"[]"), Err(Refusal::NotFhir));
    let patient = br#"{"resourceType": "Patient"}"#;
    assert_eq!(try_read(patient), Err(Refusal::NotAQuestionnaire { resource_type: "Patient".into() }));
    let text = of(&json!([{ "linkId": "1", "type": "string", "text": "a", "repeats": "true" }]));
    assert!(matches!(text, Err(Refusal::Malformed { link_id, member, .. }) if link_id == "1" && member == "repeats"));
    let deep = format!("{}{}", r#"{"resourceType":"Questionnaire","item":["#.repeat(200), "]}".repeat(200));
    assert_eq!(try_read(deep.as_bytes()), Err(Refusal::TooLarge { link_id: String::new() }));
    let many: Vec<Value> = (0..2_001).map(|n| json!({ "linkId": n.to_string(), "type": "display" })).collect();
    assert!(matches!(of(&json!(many)), Err(Refusal::TooLarge { .. })));
}

#[test]
fn each_form_of_a_bundle_becomes_a_template() {
    let bundle =
        json!({ "resourceType": "Bundle", "entry": [{ "resource": value("golden2") }, { "resource": value("info") }] });
    let all = import(bundle.to_string().as_bytes(), &mut ids(0), &mut |_| None).expect("two forms");
    assert_eq!(all.iter().map(|one| one.content.name.as_str()).collect::<Vec<_>>(), ["Ordination Waran", "Provsvar"]);
}

#[test]
fn a_size_that_can_only_be_bytes_is_read_as_bytes_and_said() {
    let size = |size: f64| {
        let maximum = json!({ "url": "http://hl7.org/fhir/StructureDefinition/maxSize", "valueDecimal": size });
        let read = of(&json!([{ "linkId": "1", "type": "attachment", "text": "Bild", "extension": [maximum] }]));
        let read = read.expect("it is read");
        let ItemKind::Attachment { max_megabytes, .. } = read.content.form[0].kind else { panic!("it is a file") };
        (max_megabytes, said(&read, "1").iter().any(|what| matches!(what, RemarkKind::SizeRead { .. })))
    };
    assert_eq!(size(20.0), (Some(20), false));
    assert_eq!(size(5_000_000.0), (Some(5), true));
    assert_eq!(size(1_000.0), (None, true));
    assert_eq!(size(9_999.0), (None, true), "megabytes, more than any file may have");
    assert_eq!(size(10_000.0), (Some(1), true), "bytes");
}

#[test]
fn questions_in_questions_are_shown_when_both_would_be_and_go_back_where_they_stood() {
    let when = |question: &str| json!([{ "question": question, "operator": "=", "answerBoolean": true }]);
    let form = json!({ "resourceType": "Questionnaire", "status": "active", "item": [
        { "linkId": "0", "type": "boolean", "text": "Röker du?" },
        { "linkId": "1", "type": "boolean", "text": "Varje dag?", "enableWhen": when("0"), "item": [
            { "linkId": "2", "type": "string", "text": "Sedan när?", "enableWhen": when("1"), "item": [
                { "linkId": "3", "type": "string", "text": "Varför?" }] },
            { "linkId": "4", "type": "date", "text": "Vilken dag?" }] }] });
    let read = try_read(form.to_string().as_bytes()).expect("it is read");
    let tests = |link_id: &str| item(&read.content, link_id).shown_when.as_ref().map_or(0, |when| when.tests().count());
    assert_eq!(["0", "1", "2", "3", "4"].map(tests), [0, 1, 2, 2, 1]);
    assert_eq!(differences(&form, &export(&read.content, &read.about)), Vec::<String>::new());
}

#[test]
fn a_copied_question_gets_a_name_of_its_own() {
    let mut read = read("valid-exists");
    let mut copy = read.content.form[0].clone();
    copy.id = domain::ItemId::from_uuid(uuid::Uuid::from_u128(900));
    read.content.form.push(copy);
    let written = export(&read.content, &read.about);
    assert!(import(written.to_string().as_bytes(), &mut ids(0), &mut |_| None).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each mutant changes members of a good form to something that may be anything.
    #[test]
    fn no_mutant_of_a_form_makes_it_panic_or_lose_something(
        name in prop::sample::select(vec!["golden2", "golden3", "info", "quirk-help-text"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..14_u8), 1..6),
    ) {
        let mut form = value(name);
        for (member, other, to) in changes {
            let paths = paths(&form);
            let other = form.pointer(&paths[other.index(paths.len())]).cloned().unwrap_or_default();
            let path = &paths[member.index(paths.len())];
            change(&mut form, path, to, other);
        }
        if let Ok(read) = try_read(form.to_string().as_bytes()) {
            let written = export(&read.content, &read.about);
            let again = try_read(written.to_string().as_bytes());
            prop_assert!(again.is_ok(), "{:?} of {}", again, written);
            let form = as_r4(&form).expect("it was read");
            prop_assert_eq!(differences(&form, &written), Vec::<String>::new(), "{}", form);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = try_read(&bytes);
    }

    #[test]
    fn a_file_that_breaks_off_or_is_damaged_does_not_make_it_panic(at in any::<prop::sample::Index>(), byte: u8, cut: bool) {
        let mut bytes = file("golden3");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let _ = try_read(&bytes).map(|read| export(&read.content, &read.about));
    }
}

fn paths(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, to: &mut Vec<String>) {
        let members: Vec<(String, &Value)> = match value {
            Value::Object(members) => {
                members.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
            }
            Value::Array(list) => list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
            _ => return,
        };
        for (key, value) in members {
            let at = format!("{at}/{key}");
            walk(value, &at, to);
            to.push(at);
        }
    }
    let mut all = Vec::new();
    walk(value, "", &mut all);
    all
}

fn change(form: &mut Value, path: &str, to: u8, other: Value) {
    let Some(place) = form.pointer_mut(path) else { return };
    *place = match to {
        0 => Value::Null,
        1 => json!("true"),
        2 => json!(true),
        3 => json!(-7.5),
        4 => json!([]),
        5 => json!({}),
        6 => json!([{ "url": "http://x.se/y", "valueString": "z" }]),
        7 => json!("choice"),
        8 => json!("group"),
        9 => json!("open-choice"),
        10 => json!({ "_text": { "id": "1" }, "text": "b" }),
        11 => json!(10_000_000_000_u64),
        _ => other,
    };
}

/// What is said of a text in Arabic, as FHIR says it.
fn in_arabic(text: &str) -> Value {
    json!({ "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
        { "url": "lang", "valueCode": "ar" }, { "url": "content", "valueString": text }] }] })
}

#[test]
fn translations_stand_beside_the_texts_and_what_is_in_no_language_of_ours_is_given_back() {
    let norwegian = json!({ "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
        { "url": "lang", "valueCode": "nb-NO" }, { "url": "content", "valueString": "Hvor ofte?" }] }] });
    let coding = json!({ "system": "urn:x", "code": "1", "display": "Ofta", "_display": in_arabic("غالبا") });
    let other = json!({ "system": "urn:x", "code": "2", "display": "Sällan" });
    let form = json!({ "resourceType": "Questionnaire", "status": "draft", "title": "Astma", "_title": in_arabic("الربو"),
        "item": [
            { "linkId": "1", "type": "group", "text": "Besvär", "_text": in_arabic("مشاكل"), "item": [
                { "linkId": "1.1", "type": "choice", "text": "Hur ofta?", "_text": norwegian, "answerOption": [
                    { "valueCoding": coding }, { "valueCoding": other }] }] }] });
    let read = import(form.to_string().as_bytes(), &mut ids(0), &mut |_| None).expect("a form").remove(0);
    let [arabic] = read.content.translations.as_slice() else { panic!("one language") };
    let said: Vec<&str> = arabic.texts.values().map(|text| text.text.as_str()).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said.contains(&"الربو") && said.contains(&"غالبا") && said.contains(&"مشاكل"));
    let written = export(&read.content, &read.about);
    assert_eq!(written["_title"], form["_title"]);
    assert_eq!(written["item"][0]["item"][0], form["item"][0]["item"][0]);
}

#[test]
fn one_form_in_several_languages_of_a_bundle_is_one_template() {
    let questionnaire = |language: &str, words: [&str; 4], link_id: &str| {
        let answers = [("Y", words[2]), ("N", words[3])].map(|(code, display)| {
            json!({ "valueCoding": { "system": "http://terminology.hl7.org/CodeSystem/v2-0136", "code": code,
                "display": display } })
        });
        json!({ "resourceType": "Questionnaire", "status": "draft", "language": language, "title": words[0], "item": [
            { "linkId": "1", "type": "group", "text": words[0], "item": [
                { "linkId": link_id, "type": "choice", "text": words[1], "answerOption": answers }] }] })
    };
    let swedish = questionnaire("sv-SE", ["Astma", "Hostar du?", "Ja", "Nej"], "1.1");
    let english = questionnaire("en-GB", ["Asthma", "Do you cough?", "Yes", "No"], "1.1");
    let bundle = |other: &Value| {
        let bundle = json!({ "resourceType": "Bundle", "type": "searchset",
            "entry": [{ "resource": other }, { "resource": swedish }] });
        import(bundle.to_string().as_bytes(), &mut ids(0), &mut |_| None).expect("forms")
    };
    let [one] = bundle(&english).try_into().expect("one template");
    let Imported { content, report, .. } = one;
    assert_eq!(content.name, "Astma");
    let [translation] = content.translations.as_slice() else { panic!("one language") };
    assert_eq!(translation.lacking(&domain::template::texts(&content)), domain::template::Lacking::default());
    let said: Vec<&str> = translation.texts.values().map(|text| text.text.as_str()).collect();
    assert!(["Asthma", "Do you cough?", "Yes", "No"].iter().all(|words| said.contains(words)), "{said:?}");
    assert!(report.iter().any(|remark| matches!(remark.what, RemarkKind::ReadAsTranslation { .. })));
    let other = questionnaire("en-GB", ["Asthma", "Do you cough?", "Yes", "No"], "1.2");
    assert_eq!(bundle(&other).len(), 2, "other items are another form");
}
