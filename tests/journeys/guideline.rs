//! The guideline that templates are held against: the organisation's policy chooses it and may be stricter.

use app::{Failure, Policy};
use budkavle_tests::{
    staff::{self, list, text},
    templates,
};
use domain::template::TemplateContent;
use serde_json::{Value, json};
use testkit::World;

/// A computer's policy with this in its file.
fn policy(file: &str) -> Policy {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    std::fs::write(folder.path().join("10-region.toml"), file).expect("ours");
    Policy::read(folder.path()).expect("it is understood")
}

/// Signed in as an administrator, under a policy with this in its file.
async fn under(file: &str) -> World {
    let world = World::example_under(policy(file)).await;
    world.sign_in("anders").await;
    world
}

/// A template that could be published, but for what its purpose may give rise to.
fn with_purpose(purpose: &str) -> TemplateContent {
    TemplateContent { purpose: purpose.to_owned(), ..templates::every_kind("Uppföljning") }
}

/// Writes a draft and asks for it to be published: the draft as it was saved, and what became of it.
async fn publish(world: &World, content: &TemplateContent) -> (Value, Result<Value, Failure>) {
    let created: Value = world.ask("create_template", json!({ "name": content.name })).await;
    let id = text(&created["id"]);
    let draft = staff::rewriting(&id, &created["draft"]["revision"], content);
    let saved: Value = world.ask("edit_draft", draft).await;
    let ended = world.call("publish_template", json!({ "template": id, "revision": saved["revision"] })).await;
    (saved, ended)
}

/// How hard a rule is taken in the findings of a draft; `None` where it found nothing.
fn severity(saved: &Value, rule: &str) -> Option<String> {
    let found = list(&saved["findings"]).into_iter().find(|finding| finding["found"]["rule"] == rule)?;
    Some(text(&found["severity"]))
}

const SURVEY: &str = "Besvara vår enkät om ditt besök.";

#[tokio::test(flavor = "multi_thread")]
async fn an_error_stops_publishing_and_is_told_with_its_rule_and_advice_does_not() {
    let world = under("").await;
    let (saved, ended) = publish(&world, &with_purpose(SURVEY)).await;
    assert_eq!(severity(&saved, "survey").as_deref(), Some("advice"));
    assert!(ended.is_ok(), "{ended:?}");

    let world = under("[guideline.rules.survey]\nseverity = \"error\"\n").await;
    let (saved, ended) = publish(&world, &with_purpose(SURVEY)).await;
    assert_eq!(severity(&saved, "survey").as_deref(), Some("error"));
    let Err(Failure::TemplateNotPublishable { problems, findings }) = ended else { panic!("{ended:?}") };
    assert_eq!(problems, []);
    let told = json!([{ "severity": "error", "place": { "at": "purpose" },
        "found": { "rule": "survey", "words": "enkät" } }]);
    assert_eq!(json!(findings), told, "the errors, and not the advice");
    let (_, ended) = publish(&world, &with_purpose("Du har en ny ordination.")).await;
    assert!(ended.is_ok(), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_is_told_which_guideline_and_version_holds_and_why() {
    for (file, name, version, is_tightened) in [
        ("", "Region Kalmars riktlinje", "2023-12-06", false),
        ("[guideline]\nid = \"inera\"\n", "Ineras riktlinje", "2026-11-26", false),
        ("[guideline.rules.long_sentence]\nmost = 10\n", "Region Kalmars riktlinje", "2023-12-06", true),
    ] {
        let world = under(file).await;
        let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
        let guideline = &created["draft"]["guideline"];
        assert_eq!((&guideline["name"], &guideline["version"]), (&json!(name), &json!(version)));
        assert_eq!(guideline["isTightened"], is_tightened);
        assert!(text(&guideline["why"]["purposeMissing"]).starts_with(name), "{guideline}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_policy_lets_a_mandatory_content_be_left_out() {
    let world = under("[guideline]\nid = \"inera\"\n[guideline.rules.purpose_missing]\nseverity = \"advice\"\n").await;
    let (saved, ended) = publish(&world, &with_purpose(" ")).await;
    assert_eq!(severity(&saved, "purposeMissing").as_deref(), Some("error"));
    assert!(matches!(ended, Err(Failure::TemplateNotPublishable { .. })), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guideline_or_rule_that_there_is_not_opens_nothing() {
    for file in
        ["[guideline]\nid = \"region-x\"\n", "[guideline.rules.surveys]\n", "[guideline.rules.survey]\nmost = 1\n"]
    {
        let world = World::example_under(policy(file)).await;
        let state: Value = world.ask("start_state", Value::Null).await;
        assert_eq!(state["stage"]["problem"], "policyUnusable", "{file}");
        assert!(world.call("start_in_memory", Value::Null).await.is_err(), "{file}");
        let passphrase = json!({ "passphrase": "tolv tecken eller fler" });
        assert!(world.call("use_passphrase", passphrase).await.is_err(), "{file}");
    }
}
