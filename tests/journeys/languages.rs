//! A template in several languages: out as CSV, back as one step, and to the citizen when it is whole.

use app::Failure;
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates,
};
use serde_json::{Value, json};
use testkit::World;

/// The file with Arabic words in the last column of every row but the heading.
fn translated(file: &str) -> String {
    file.trim_end().replace(";\"\"\r\n", ";\"كلمة\"\r\n").trim_end_matches(";\"\"").to_owned() + ";\"كلمة\""
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_goes_out_to_be_translated_comes_back_as_one_step_and_is_offered_when_it_is_whole() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    let template = text(&created["id"]);
    let content = templates::every_kind("Uppföljning");
    let draft = staff::rewriting(&template, &created["draft"]["revision"], &content);
    let saved: Value = world.ask("edit_draft", draft).await;
    let edit = |revision: &Value, edit: &Value| json!({ "template": template, "revision": revision, "edits": [edit] });
    let arabic = json!({ "edit": "addLanguage", "translation": { "language": "ar", "texts": {} }, "at": 0 });
    let begun: Value = world.ask("edit_draft", edit(&saved["revision"], &arabic)).await;
    let finding = list(&begun["findings"]).into_iter().find(|one| one["found"]["rule"] == "translationIncomplete");
    let finding = finding.expect("it is told that the language is not offered");
    assert_eq!((&finding["severity"], &finding["found"]["outdated"]), (&json!("advice"), &json!(0)));

    let place = world.profile().join("texter.csv");
    world.dialogs.save_as(place.clone());
    let written: Value = world.ask("export_translations", json!({ "template": template })).await;
    assert_eq!(written, true);
    let file = std::fs::read_to_string(&place).expect("was written");
    let read: Value = world.ask("read_translations", json!({ "template": template, "text": translated(&file) })).await;
    assert_eq!(read["taken"], finding["found"]["missing"]);
    assert_eq!((&read["unknown"], &read["outdated"], &read["added"]), (&json!(0), &json!(0), &json!([])));
    let taken: Value = world.ask("edit_draft", edit(&begun["revision"], &read["edit"])).await;
    let is_told =
        |saved: &Value| list(&saved["findings"]).iter().any(|one| one["found"]["rule"] == "translationIncomplete");
    assert!(!is_told(&taken));
    let back: Value = world.ask("undo_edit", json!({ "template": template, "revision": taken["revision"] })).await;
    assert!(is_told(&back), "one step takes all of it back");
    let again: Value = world.ask("redo_edit", json!({ "template": template, "revision": back["revision"] })).await;

    let publish = json!({ "template": template, "revision": again["revision"] });
    let published: Value = world.ask("publish_template", publish).await;
    world.sign_in("karin").await;
    let version = text(&published["published"]["version"]);
    staff::send(&world.app, case_id(1), INGRID, &version, &templates::slots("Hälsningar Karin")).await;
    let mut citizen = world.citizen(INGRID).await;
    let letter = meanwhile(|| {
        let letter = citizen.open(&case_id(1).to_string()).expect("hers");
        citizen.answer_letter(&case_id(1).to_string(), &templates::right_answers("Bra")).expect("answers that fit");
        letter
    });
    let sent = &letter["message"]["languages"][0];
    assert_eq!((&sent["language"], &sent["texts"]["name"]), (&json!("ar"), &json!("كلمة")));
    let paragraphs = list(&sent["paragraphs"]);
    assert!(paragraphs.contains(&Value::Null), "the handler's own words are nobody's to translate");
    let note: Value = world.ask("draft_note", json!({ "case": case_id(1) })).await;
    assert!(!text(&note).contains("كلمة"), "the note is in Swedish");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_translation_is_refused_with_why() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    for (file, why) in [("hej;hopp\n", "columns"), ("Nyckel;Svenska\n", "noLanguage")] {
        let request = json!({ "template": created["id"], "text": file });
        let refused = world.call("read_translations", request).await.expect_err("no translations");
        let Failure::TranslationFileRefused { refusal } = refused else { panic!("{refused:?}") };
        assert_eq!(serde_json::to_value(refusal).expect("plain values"), why);
    }
}
