//! Starters and *avsnittsbanken*: what a template is begun with, and what is put into it again and again.

use app::Failure;
use serde_json::{Value, json};
use testkit::World;

fn question(number: u32, text: &str) -> Value {
    let id = format!("01970000-0000-7000-8000-{number:012}");
    json!({ "id": id, "text": text, "help": "", "required": true, "kind": { "type": "yesNo" } })
}

fn section(number: u32, text: &str, items: &[Value]) -> Value {
    let mut section = question(number, text);
    section["kind"] = json!({ "type": "section" });
    section["items"] = json!(items);
    section
}

#[tokio::test(flavor = "multi_thread")]
async fn each_starter_becomes_a_template_of_its_own_that_can_be_published_as_it_is() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let listed: Vec<Value> = world.ask("list_starters", Value::Null).await;
    assert_eq!(listed.len(), 8);
    for row in listed {
        let request =
            json!({ "starter": row["starter"], "name": format!("{} igen", row["name"].as_str().unwrap_or("")) });
        let made: Value = world.ask("create_from_starter", request.clone()).await;
        let draft = &made["draft"];
        assert_eq!(draft["content"]["name"], request["name"]);
        assert_eq!(draft["content"]["contact"], unit["contact"]);
        assert_eq!((&draft["problems"], &draft["findings"]), (&json!([]), &json!([])), "{row}");
        assert_eq!(row["marking"] == "question", row["questions"] != 0, "{row}");
        assert_eq!(made["latest"][0]["what"], json!({ "change": "created" }));
        let publish = json!({ "template": made["id"], "revision": draft["revision"] });
        let published: Value = world.ask("publish_template", publish).await;
        assert_eq!(published["published"]["number"], 1);
    }
    let nameless = json!({ "starter": "newTime", "name": " " });
    assert!(matches!(world.call("create_from_starter", nameless).await, Err(Failure::FieldMissing { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_kept_found_and_put_into_a_template_and_the_bank_can_be_put_in_order() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let items = [section(1, "Vanor", &[question(2, "Röker du?"), question(3, " Snusar du? ")])];
    let save = |name: &str| json!({ "name": name, "items": items });
    let id: Value = world.ask("save_bank_section", save(" Levnadsvanor ")).await;
    assert_eq!(world.call("save_bank_section", save("levnadsvanor")).await.err(), Some(Failure::BankNameTaken));

    let listed: Value = world.ask("list_bank_sections", Value::Null).await;
    let holds = json!([
        { "text": "Vanor", "isSection": true },
        { "text": "Röker du?", "isSection": false },
        { "text": "Snusar du?", "isSection": false },
    ]);
    assert_eq!((&listed[0]["name"], &listed[0]["holds"]), (&json!("Levnadsvanor"), &holds));
    assert_eq!(listed[0]["by"], "Anders Lind");
    let opened: Value = world.ask("open_bank_section", json!({ "section": id })).await;
    assert_eq!(opened, json!(items));

    // What the bank does afterwards is nothing to a template that has its copies.
    let made: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let edits = json!([{ "edit": "addItem", "item": opened[0], "at": 0 }]);
    let edit = json!({ "template": made["id"], "revision": made["draft"]["revision"], "edits": edits });
    let _: Value = world.ask("edit_draft", edit).await;

    let _: () = world.ask("rename_bank_section", json!({ "section": id, "name": "LEVNADSVANOR" })).await;
    let removed: Value = world.ask("remove_bank_section", json!({ "section": id })).await;
    assert_eq!(removed, json!(items), "to be saved again");
    for (command, request) in [
        ("open_bank_section", json!({ "section": id })),
        ("remove_bank_section", json!({ "section": id })),
        ("rename_bank_section", json!({ "section": id, "name": "Vanor" })),
    ] {
        assert_eq!(world.call(command, request).await.err(), Some(Failure::BankSectionNotFound), "{command}");
    }
    let template: Value = world.ask("open_template", json!({ "template": made["id"] })).await;
    assert_eq!(template["draft"]["content"]["form"], json!(items));
    let _: Value = world.ask("save_bank_section", save("LEVNADSVANOR")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bank_takes_only_what_a_template_can_have() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let save = |items: Value| json!({ "name": "Något", "items": items });
    let refused = [
        (json!([]), Failure::RequestMalformed),
        (json!([question(1, "Ett"), question(1, "Ett till")]), Failure::RequestMalformed),
        (json!([{ "text": "Hur mår du?" }]), Failure::RequestMalformed),
        (json!([question(1, &"å".repeat(20_001))]), Failure::TemplateTooLarge),
    ];
    for (items, failure) in refused {
        assert_eq!(world.call("save_bank_section", save(items)).await.err(), Some(failure));
    }
    let long = json!({ "name": "å".repeat(101), "items": [question(1, "Ett")] });
    assert_eq!(world.call("save_bank_section", long).await.err(), Some(Failure::RequestMalformed));
    let listed: Value = world.ask("list_bank_sections", Value::Null).await;
    assert_eq!(listed, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coupled_section_is_told_of_a_change_fetches_it_and_can_replace_what_the_bank_has() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let kept = section(1, "Vanor", &[question(2, "Röker du?"), question(3, "Snusar du?")]);
    let id: Value = world.ask("save_bank_section", json!({ "name": "Levnadsvanor", "items": [kept] })).await;
    let print = |listed: &Value| listed[0]["fingerprint"].clone();
    let first = print(&world.ask("list_bank_sections", Value::Null).await);

    // As the screen makes a copy, under ids of its own: this one is of the template where it was changed.
    let named = |number: u32| format!("01970000-0000-7000-8000-{number:012}");
    let copy = |from: u32, fingerprint: &Value| {
        let mut copy = section(from, "Vanor", &[question(from + 1, "Röker du?"), question(from + 2, "Snusar du?")]);
        let items = json!({ named(from): named(1), named(from + 1): named(2), named(from + 2): named(3) });
        let link = json!({ "section": id, "fingerprint": fingerprint, "items": items, "options": {} });
        copy["details"] = json!({ "bank": link });
        copy
    };
    let mut mine = copy(11, &first);
    mine["items"][0]["text"] = json!("Röker du dagligen?");
    mine["items"][1] = question(19, "Dricker du alkohol?");
    let coupled: Value = world.ask("update_bank_section", json!({ "item": mine })).await;
    let second = print(&world.ask("list_bank_sections", Value::Null).await);
    assert_eq!(coupled["fingerprint"], second);
    assert_ne!(first, second);
    let opened: Value = world.ask("open_bank_section", json!({ "section": id })).await;
    assert_eq!((&opened[0]["id"], &opened[0]["items"][0]["id"]), (&json!(named(1)), &json!(named(2))));
    assert_eq!(opened[0].get("details"), None, "the bank is coupled to nothing");
    let again = world.call("update_bank_section", json!({ "item": mine })).await;
    assert_eq!(again.err(), Some(Failure::BankSectionChanged), "it was written over what it knows of");

    // Another template, which asks for what is to go.
    let theirs = copy(21, &first);
    let mut after = question(31, "Vill du sluta snusa?");
    let test = json!({ "item": named(23), "comparison": { "is": "yes" } });
    after["shownWhen"] = json!({ "combine": "all", "groups": [{ "combine": "all", "tests": [test] }] });
    let form = json!([theirs, after]);
    let told: Value = world.ask("compare_with_bank", json!({ "form": form, "item": named(21) })).await;
    let differences: Vec<&Value> =
        told["comparison"]["differences"].as_array().into_iter().flatten().map(|one| &one["difference"]).collect();
    assert_eq!(differences, ["itemChanged", "itemAdded", "itemRemoved"]);
    assert_eq!(told["broken"], json!([named(31)]));

    let made: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let add = |item: &Value, at: u32| json!({ "edit": "addItem", "item": item, "at": at });
    let edits = json!([add(&form[0], 0), add(&form[1], 1), told["edit"]]);
    let request = json!({ "template": made["id"], "revision": made["draft"]["revision"], "edits": edits });
    let saved: Value = world.ask("edit_draft", request).await;
    let template: Value = world.ask("open_template", json!({ "template": made["id"] })).await;
    let section = &template["draft"]["content"]["form"][0];
    assert_eq!((&section["id"], &section["items"][0]["id"]), (&json!(named(21)), &json!(named(22))));
    assert_eq!(section["items"][0]["text"], "Röker du dagligen?");
    assert_eq!(section["details"]["bank"]["fingerprint"], second);
    let undo = json!({ "template": made["id"], "revision": saved["revision"] });
    let _: Value = world.ask("undo_edit", undo).await;
    let template: Value = world.ask("open_template", json!({ "template": made["id"] })).await;
    assert_eq!(template["draft"]["content"]["form"], form);
}
