//! A template as a PDF: through the application's commands.

use app::Failure;
use budkavle_tests::{
    staff::{self, list, text},
    templates,
};
use serde_json::{Value, json};
use testkit::World;

/// What a screen says of every item of a content.
fn captions(items: &Value) -> Vec<Value> {
    let mut said = Vec::new();
    for item in list(items) {
        said.push(json!({ "item": item["id"], "name": "Fråga", "facts": [["Frågetyp", "något"]], "beside": {} }));
        if item["items"].is_array() {
            said.extend(captions(&item["items"]));
        }
    }
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_and_a_draft_are_saved_as_they_were_read_and_nothing_else_is() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let _: Value = world.ask("start_draft", json!({ "template": made.template })).await;
    let version = json!({ "side": "version", "version": made.version });
    for side in [json!({ "side": "draft" }), json!({ "side": "published" }), version.clone()] {
        let read: Value = world.ask("read_template_side", json!({ "template": made.template, "side": side })).await;
        assert_eq!(read["revision"].is_null(), side["side"] != "draft", "only a draft can change");
        let place = world.profile().join(format!("{}.pdf", text(&side["side"])));
        world.dialogs.save_as(place.clone());
        let request = json!({
            "template": made.template, "side": side, "revision": read["revision"], "withInstruction": true,
            "captions": captions(&read["content"]["form"]),
        });
        assert!(world.ask::<bool>("save_template_pdf", request).await);
        assert!(std::fs::read(&place).expect("was written").starts_with(b"%PDF-"));
    }

    let stale = json!({
        "template": made.template, "side": { "side": "draft" }, "revision": 0, "withInstruction": false, "captions": [],
    });
    assert_eq!(world.call("save_template_pdf", stale).await, Err(Failure::TemplateChangedElsewhere));
    let wordless = json!({
        "template": made.template, "side": version, "revision": null, "withInstruction": false, "captions": [],
    });
    assert_eq!(world.call("save_template_pdf", wordless).await, Err(Failure::TemplateChangedElsewhere));
    let other: Value = world.ask("create_template", json!({ "name": "En annan" })).await;
    let foreign = json!({ "template": other["id"], "side": version });
    assert_eq!(world.call("read_template_side", foreign).await, Err(Failure::TemplateVersionNotFound));
}
