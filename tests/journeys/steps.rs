//! Every edit of a template is a step that can be taken back, by the one who made it, also after a restart and beside others.

use app::Failure;
use domain::ItemId;
use serde_json::{Value, json};
use testkit::World;

/// Edits, or a step back or forward, as the screen asks for them.
async fn edit(world: &World, command: &str, template: &Value, revision: &Value, edits: Value) -> Value {
    let mut request = json!({ "template": template, "revision": revision });
    if edits != Value::Null {
        request["edits"] = edits;
    }
    world.ask(command, request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_are_named_and_can_be_taken_back_and_made_again_after_a_restart() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let id = &created["id"];
    let typed = |text: &str| json!({ "edit": "write", "field": "purpose", "text": text });
    let question = ItemId::from_uuid(uuid::Uuid::from_u128(5));
    let item =
        json!({ "id": question, "text": "Hur mår du?", "help": "", "required": true, "kind": { "type": "yesNo" } });
    let start = &created["draft"]["revision"];
    // A word, its end, and the next word: two steps, not three.
    let edits = json!([typed("Ny"), typed("Ny "), typed("Ny o")]);
    let saved = edit(&world, "edit_draft", id, start, edits).await;
    assert_eq!(saved["news"]["news"], "none");
    let saved =
        edit(&world, "edit_draft", id, &saved["revision"], json!([{ "edit": "addItem", "item": item, "at": 0 }])).await;
    assert_eq!(saved["steps"], json!({ "undo": "addItem", "redo": null }));

    let world = world.restart().await;
    world.sign_in("anders").await;

    let opened: Value = world.ask("open_template", json!({ "template": id })).await;
    assert_eq!(opened["draft"]["steps"]["undo"], "addItem");
    let back = edit(&world, "undo_edit", id, &opened["draft"]["revision"], Value::Null).await;
    assert_eq!(back["news"], json!({ "news": "edit", "edit": { "edit": "removeItem", "id": question } }));
    assert_eq!(back["steps"], json!({ "undo": "write", "redo": "addItem" }));
    let back = edit(&world, "undo_edit", id, &back["revision"], Value::Null).await;
    assert_eq!(back["news"]["edit"]["text"], "Ny ");
    let back = edit(&world, "undo_edit", id, &back["revision"], Value::Null).await;
    assert_eq!((&back["news"]["edit"]["text"], &back["steps"]["undo"]), (&json!(""), &Value::Null));
    let at_start = edit(&world, "undo_edit", id, &back["revision"], Value::Null).await;
    assert_eq!(
        (&at_start["revision"], &at_start["news"]["news"]),
        (&back["revision"], &json!("none")),
        "no step before"
    );
    let opened: Value = world.ask("open_template", json!({ "template": id })).await;
    assert_eq!(opened["draft"]["content"], created["draft"]["content"], "exactly as it was");
    let again = edit(&world, "redo_edit", id, &back["revision"], Value::Null).await;
    let again = edit(&world, "redo_edit", id, &again["revision"], Value::Null).await;
    assert_eq!(again["steps"], json!({ "undo": "write", "redo": "addItem" }));
    // Something else is done: what was taken back is over.
    let other = json!([{ "edit": "allowAnswers", "answerable": false }]);
    let after = edit(&world, "edit_draft", id, &again["revision"], other).await;
    assert_eq!(after["steps"], json!({ "undo": "allowAnswers", "redo": null }));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_on_one_draft_see_each_other_and_overwrite_nothing() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let (id, start) = (&created["id"], &created["draft"]["revision"]);
    let write = |field: &str, text: &str| json!([{ "edit": "write", "field": field, "text": text }]);
    let first = edit(&world, "edit_draft", id, start, write("purpose", "Första fönstret")).await;

    // The second has not seen that, and writes elsewhere: both stand, and it is told.
    let second = edit(&world, "edit_draft", id, start, write("contact", "Andra fönstret")).await;
    assert_eq!(second["news"]["content"]["purpose"], "Första fönstret");
    assert_eq!(second["news"]["content"]["contact"], "Andra fönstret");
    // In the same place it is refused.
    let same = json!({ "template": id, "revision": start, "edits": write("purpose", "Andra fönstret") });
    assert_eq!(world.call("edit_draft", same).await.err(), Some(Failure::TemplateChangedElsewhere));

    // The other administrator takes back her own step and not his.
    let berit = json!({
        "name": "Berit Berg", "title": "Lokal administratör", "username": "berit", "password": "ett långt lösenord",
        "roles": ["administrator"],
    });
    let _: () = world.ask("add_person", berit).await;
    let _: () = world.ask("sign_in", json!({ "username": "berit", "password": "ett långt lösenord" })).await;
    let hers = edit(&world, "edit_draft", id, &second["revision"], write("answerUse", "Till journalen")).await;
    assert_eq!(hers["steps"]["undo"], "write");
    let hers = edit(&world, "edit_draft", id, &hers["revision"], write("purpose", "Hennes")).await;
    world.sign_in("anders").await;
    let over: Value = json!({ "template": id, "revision": hers["revision"] });
    let his = world.ask::<Value>("undo_edit", over.clone()).await;
    assert_eq!(his["news"]["edit"]["field"], "contact");
    let his = world.call("undo_edit", json!({ "template": id, "revision": his["revision"] })).await;
    assert_eq!(his.err(), Some(Failure::StepOverwritten), "she has written over it");
    assert!(first["revision"].as_i64() < hers["revision"].as_i64());
}
