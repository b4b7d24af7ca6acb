//! Templates from and to other systems: through the application's commands.

use app::Failure;
use budkavle_tests::{
    staff::{self, list, text},
    templates,
};
use serde_json::{Value, json};
use testkit::World;

const FORM: &str = r#"{
    "resourceType": "Questionnaire", "status": "active", "title": "Astma", "language": "sv-SE",
    "item": [
        { "linkId": "1", "type": "group", "text": "Besvär", "item": [
            { "linkId": "1.1", "type": "boolean", "text": "Hostar du?" },
            { "linkId": "1.2", "type": "quantity", "text": "Längd" }
        ]}
    ]
}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_explained_read_in_and_given_back_with_what_has_no_meaning_here() {
    let world = World::example().await;
    world.sign_in("anders").await;

    let seen: Value = world.ask("preview_template_import", json!({ "text": FORM })).await;
    let form = &seen[0];
    assert_eq!((text(&form["name"]).as_str(), &form["questions"]), ("Astma", &json!(1)));
    let losses: Vec<Value> = list(&form["report"]).into_iter().filter(|line| line["isLoss"] == true).collect();
    assert!(losses.iter().any(|line| line["remark"]["what"]["remark"] == "notAsked"), "{losses:?}");
    let before: Value = world.ask("list_templates", Value::Null).await;

    let made: Value = world.ask("import_templates", json!({ "text": FORM })).await;

    let after: Value = world.ask("list_templates", Value::Null).await;
    assert_eq!(list(&after).len(), list(&before).len() + 1, "only now is anything saved");
    let opened: Value = world.ask("open_template", json!({ "template": made[0] })).await;
    assert_eq!(opened["status"], "draft");
    let content = &opened["draft"]["content"];
    assert_eq!(content["form"][0]["items"][0]["text"], "Hostar du?");
    assert!(!text(&content["contact"]).is_empty(), "the unit's own is proposed");

    let place = world.profile().join("astma.json");
    world.dialogs.save_as(place.clone());
    let saved: Value = world.ask("export_template", json!({ "template": made[0] })).await;
    assert_eq!(saved, true);
    let written: Value = serde_json::from_slice(&std::fs::read(&place).expect("was written")).expect("JSON");
    let given_back = list(&written["item"]).into_iter().find(|item| item["linkId"] == "1").expect("its section");
    assert_eq!(given_back["item"][1], json!({ "linkId": "1.2", "type": "quantity", "text": "Längd" }));
    assert_eq!(written["status"], "draft", "it is one here");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_question_goes_out_and_comes_back() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    let content = templates::every_kind("Uppföljning");
    let draft = staff::rewriting(&text(&created["id"]), &created["draft"]["revision"], &content);
    let _: Value = world.ask("edit_draft", draft).await;
    let place = world.profile().join("mall.json");
    world.dialogs.save_as(place.clone());
    let _: Value = world.ask("export_template", json!({ "template": created["id"] })).await;

    let file = std::fs::read_to_string(&place).expect("was written");
    let made: Value = world.ask("import_templates", json!({ "text": file })).await;

    let opened: Value = world.ask("open_template", json!({ "template": made[0] })).await;
    let back = &opened["draft"]["content"];
    let sent = serde_json::to_value(&content).expect("plain values");
    let shape = |content: &Value| -> Vec<(String, String)> {
        let items = list(&content["form"]).into_iter();
        items
            .flat_map(|item| [vec![item.clone()], item["items"].as_array().cloned().unwrap_or_default()].concat())
            .map(|item| (text(&item["text"]), text(&item["kind"]["type"])))
            .collect()
    };
    assert_eq!(shape(back), shape(&sent));
    assert_eq!(back["handlerInstruction"], sent["handlerInstruction"]);
    assert_eq!(back["purpose"], sent["purpose"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_form_is_refused_with_why_and_nothing_is_saved() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let before: Value = world.ask("list_templates", Value::Null).await;
    for (file, refusal) in [("{", "notJson"), ("{}", "notFhir"), (r#"{"resourceType":"Patient"}"#, "notAQuestionnaire")]
    {
        let refused = world.call("import_templates", json!({ "text": file })).await.expect_err("no form");
        let Failure::TemplateFileRefused { refusal: why } = refused else { panic!("{refused:?}") };
        assert_eq!(serde_json::to_value(&why).expect("plain values")["refusal"], refusal);
    }
    let after: Value = world.ask("list_templates", Value::Null).await;
    assert_eq!(after, before);
    world.sign_in("karin").await;
    assert!(
        world.call("preview_template_import", json!({ "text": FORM })).await.is_err(),
        "a handler builds no templates"
    );
}
