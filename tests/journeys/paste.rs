//! Questions are copied from one template and pasted into another: what lies on the clipboard is read by the core, and what the
//! screen makes of it is a step like any other.

use app::Failure;
use domain::template::edit::CopiedFault;
use serde_json::{Value, json};
use testkit::World;

fn question(number: u32, text: &str, asks: Option<u32>) -> Value {
    let id = |number: u32| format!("01970000-0000-7000-8000-{number:012}");
    let mut item = json!({ "id": id(number), "text": text, "help": "", "required": true, "kind": { "type": "yesNo" } });
    if let Some(source) = asks {
        let tests = json!([{ "item": id(source), "comparison": { "is": "yes" } }]);
        item["shownWhen"] = json!({ "combine": "all", "groups": [{ "combine": "all", "tests": tests }] });
    }
    item
}

fn copied(items: &[Value]) -> Value {
    json!({ "text": json!({ "format": "budkavle-items-1", "items": items }).to_string() })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_copied_is_read_pasted_in_one_step_and_taken_back_to_exactly_what_was() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let mut section = question(3, "Läkemedel", None);
    section["kind"] = json!({ "type": "section" });
    section["items"] = json!([question(1, "Tar du något?", None), question(2, "Hjälper det?", Some(1))]);
    let items = [section, question(4, "Något mer?", Some(2))];

    let read: Value = world.ask("read_copied_items", copied(&items)).await;

    assert_eq!(read, json!(items), "under the ids that they were copied with");
    let created: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let adds: Vec<Value> =
        (0..).zip(&items).map(|(at, item)| json!({ "edit": "addItem", "item": item, "at": at })).collect();
    let request = json!({
        "template": created["id"], "revision": created["draft"]["revision"],
        "edits": [{ "edit": "several", "edits": adds }],
    });
    let pasted: Value = world.ask("edit_draft", request).await;
    let cut = json!({
        "template": created["id"], "revision": pasted["revision"],
        "edits": [{ "edit": "several", "edits": [
            { "edit": "removeItem", "id": items[1]["id"] }, { "edit": "removeItem", "id": items[0]["id"] },
        ]}],
    });
    let cut: Value = world.ask("edit_draft", cut).await;
    let turn = |revision: &Value| json!({ "template": created["id"], "revision": revision });
    let uncut: Value = world.ask("undo_edit", turn(&cut["revision"])).await;
    let open = json!({ "template": created["id"] });
    let opened: Value = world.ask("open_template", open.clone()).await;
    assert_eq!(opened["draft"]["content"]["form"], json!(items));
    let _: Value = world.ask("undo_edit", turn(&uncut["revision"])).await;
    let opened: Value = world.ask("open_template", open).await;
    assert_eq!(opened["draft"]["content"], created["draft"]["content"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_ours_or_too_much_is_refused_with_why() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let long = question(1, &"å".repeat(20_001), None);
    let refused = [
        (json!({ "text": "Hur mår du?" }), CopiedFault::NotUnderstood),
        (copied(&[]), CopiedFault::NotUnderstood),
        (copied(&[question(1, "Hur mår du?", None), question(1, "Igen", None)]), CopiedFault::NotUnderstood),
        (copied(&[long]), CopiedFault::TooLarge),
    ];
    for (request, fault) in refused {
        let failure = world.call("read_copied_items", request).await.err();
        assert_eq!(failure, Some(Failure::CopiedItemsRefused { fault }));
    }
}
