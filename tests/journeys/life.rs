//! A template's life: approved before it can be sent, never changed afterwards, compared, taken back, and found among many.

use app::Failure;
use serde_json::{Value, json};
use testkit::World;

/// The example where templates are approved, with Anders signed in, who writes them.
async fn where_templates_are_approved() -> World {
    let world = World::example().await;
    world.sign_in("anders").await;
    approve_from_now_on(&world, true).await.expect("Evelina can");
    world
}

async fn approve_from_now_on(world: &World, approval: bool) -> Result<Value, Failure> {
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let settings = json!({
        "name": unit["name"], "contact": unit["contact"], "secureFolder": unit["secureFolder"], "approval": approval,
    });
    world.call("save_unit_settings", settings).await
}

/// A draft of the template with questions before a visit, with another purpose.
async fn changed_draft(world: &World, purpose: &str) -> Value {
    let rows: Vec<Value> = world.ask("list_templates", Value::Null).await;
    let visit = rows.iter().find(|row| row["name"].as_str().is_some_and(|name| name.starts_with("Frågor inför")));
    let id = &visit.expect("one of the example's")["id"];
    let view: Value = world.ask("start_draft", json!({ "template": id })).await;
    write(world, &view, purpose).await;
    world.ask("open_template", json!({ "template": id })).await
}

async fn write(world: &World, view: &Value, purpose: &str) {
    let edits = json!([{ "edit": "write", "field": "purpose", "text": purpose }]);
    let request = json!({ "template": view["id"], "revision": view["draft"]["revision"], "edits": edits });
    let _: Value = world.ask("edit_draft", request).await;
}

fn draft(view: &Value) -> Value {
    json!({ "template": view["id"], "revision": view["draft"]["revision"] })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_sent_only_once_somebody_else_has_approved_it() {
    let world = where_templates_are_approved().await;
    let view = changed_draft(&world, "Du har en ny tid.").await;
    assert_eq!(view["mustBeApproved"], true);
    assert_eq!(world.call("publish_template", draft(&view)).await.err(), Some(Failure::TemplateNeedsApproval));

    let waiting: Value = world.ask("submit_template", draft(&view)).await;
    assert_eq!(waiting["draft"]["submission"]["by"], "Anders Lind");
    assert_eq!(world.call("submit_template", draft(&view)).await.err(), Some(Failure::TemplateAwaitsApproval));
    // It stands still meanwhile.
    let edits = json!([{ "edit": "write", "field": "purpose", "text": "I smyg" }]);
    let late = json!({ "template": view["id"], "revision": waiting["draft"]["revision"], "edits": edits });
    assert_eq!(world.call("edit_draft", late).await.err(), Some(Failure::TemplateAwaitsApproval));
    assert_eq!(world.call("undo_edit", draft(&waiting)).await.err(), Some(Failure::TemplateAwaitsApproval));

    world.sign_in("evelina").await;
    let sides = json!({ "template": view["id"], "before": { "side": "published" }, "after": { "side": "draft" } });
    let told: Value = world.ask("compare_versions", sides).await;
    assert_eq!(told["differences"], json!([{ "difference": "written", "field": "purpose" }]));
    let silent = json!({ "template": view["id"], "comment": " " });
    assert!(matches!(world.call("return_template", silent).await, Err(Failure::FieldMissing { .. })));
    let comment = json!({ "template": view["id"], "comment": "Skriv vilken tid det gäller." });
    let _: Value = world.ask("return_template", comment.clone()).await;
    assert_eq!(world.call("return_template", comment).await.err(), Some(Failure::TemplateNotSubmitted));
    assert_eq!(world.call("approve_template", draft(&waiting)).await.err(), Some(Failure::TemplateNotSubmitted));

    world.sign_in("anders").await;
    let back: Value = world.ask("open_template", json!({ "template": view["id"] })).await;
    assert_eq!(back["draft"]["returned"]["comment"], "Skriv vilken tid det gäller.");
    assert_eq!(back["draft"]["returned"]["by"], "Evelina Sund");
    write(&world, &back, "Du har en ny tid hos diabetessköterskan.").await;
    let mended: Value = world.ask("open_template", json!({ "template": view["id"] })).await;
    let waiting: Value = world.ask("submit_template", draft(&mended)).await;
    assert_eq!(waiting["draft"]["returned"], Value::Null);
    let free: Value = world.ask("withdraw_template", json!({ "template": view["id"] })).await;
    assert_eq!(free["draft"]["submission"], Value::Null);
    let waiting: Value = world.ask("submit_template", draft(&free)).await;

    world.sign_in("evelina").await;
    let published: Value = world.ask("approve_template", draft(&waiting)).await;
    assert_eq!(published["published"]["number"], 2);
    assert_eq!(published["published"]["content"]["purpose"], "Du har en ny tid hos diabetessköterskan.");
    let history: Value = world.ask("template_history", json!({ "template": view["id"] })).await;
    assert_eq!(history["versions"][0]["by"], "Evelina Sund");
    let what: Vec<&str> = history["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|change| change["what"]["change"].as_str().expect("a word"))
        .collect();
    assert_eq!(
        what,
        ["published", "submitted", "withdrawn", "submitted", "returned", "submitted", "draftBegun", "published"]
    );
    assert_eq!(published["latest"].as_array().expect("a list").len(), 5, "the guideline's five");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_can_always_approve_where_templates_are_approved() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let people: Vec<Value> = world.ask("list_people", Value::Null).await;
    let eva = people.iter().find(|person| person["username"] == "evelina").expect("an account").clone();
    let change = |active: bool| json!({ "id": eva["id"], "name": "Evelina Sund", "title": "", "roles": ["manager"], "active": active });
    let _: () = world.ask("change_person", change(false)).await;
    assert_eq!(approve_from_now_on(&world, true).await.err(), Some(Failure::NobodyApproves));
    let _: () = world.ask("change_person", change(true)).await;
    approve_from_now_on(&world, true).await.expect("she can");
    assert_eq!(world.call("change_person", change(false)).await.err(), Some(Failure::NobodyApproves));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_version_is_taken_back_as_a_draft_and_that_can_be_undone() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let view = changed_draft(&world, "Andra versionens syfte.").await;
    let published: Value = world.ask("publish_template", draft(&view)).await;
    let history: Value = world.ask("template_history", json!({ "template": view["id"] })).await;
    let first = &history["versions"][1];
    assert_eq!((&first["number"], &first["isIntact"]), (&json!(1), &json!(true)));

    let restore = json!({ "template": view["id"], "version": first["version"] });
    let restored: Value = world.ask("restore_version", restore.clone()).await;
    assert_eq!(restored["steps"]["undo"], "replace");
    let opened: Value = world.ask("open_template", json!({ "template": view["id"] })).await;
    let sides = json!({
        "template": view["id"], "before": { "side": "version", "version": first["version"] }, "after": { "side": "draft" },
    });
    let told: Value = world.ask("compare_versions", sides).await;
    assert_eq!(told["differences"], json!([]));
    assert_eq!(opened["latest"][0]["what"], json!({ "change": "versionRestored", "number": 1 }));

    let undone: Value = world.ask("undo_edit", draft(&opened)).await;
    assert_eq!(undone["news"]["edit"]["content"]["purpose"], published["published"]["content"]["purpose"]);

    // Of another template it is none.
    let rows: Vec<Value> = world.ask("list_templates", Value::Null).await;
    let other = &rows.iter().find(|row| row["id"] != view["id"]).expect("another")["id"];
    let foreign = json!({ "template": other, "version": first["version"] });
    assert_eq!(world.call("restore_version", foreign).await.err(), Some(Failure::TemplateVersionNotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_tried_as_the_citizen_would_and_its_examples_hold_before_it_is_published() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let view = changed_draft(&world, "Nytt syfte.").await;
    let form = view["draft"]["content"]["form"].as_array().expect("a form").clone();
    let asks = |text: &str| {
        form.iter().find(|item| item["text"].as_str().is_some_and(|it| it.contains(text))).expect("asked").clone()
    };
    let (medicines, hindrance) = (asks("läkemedel som vanligt"), asks("hindrar dig"));
    let answer = |answers: Value| json!({ "template": view["id"], "slots": {}, "answers": answers, "files": {} });
    let refused: Value = world.ask("rehearse_template", answer(json!({}))).await;
    assert_eq!(refused["outcome"], "refused");
    assert!(refused["problems"].as_array().expect("a list").iter().any(|one| one["item"] == medicines["id"]));

    let id = medicines["id"].as_str().expect("an id").to_owned();
    let as_usual = &medicines["kind"]["options"][0]["id"];
    let yes = json!({ id.as_str(): { "type": "choice", "value": as_usual } });
    let example = json!({
        "id": "01970000-0000-7000-8000-00000000aaaa", "name": "Tar allt som vanligt", "answers": yes,
        "shown": [medicines["id"]], "hidden": [hindrance["id"]],
    });
    let edits = json!([{ "edit": "addExample", "example": example, "at": 0 }]);
    let request = json!({ "template": view["id"], "revision": view["draft"]["revision"], "edits": edits });
    let kept: Value = world.ask("edit_draft", request).await;
    assert_eq!(kept["problems"], json!([]));
    let edits = json!([{ "edit": "setCondition", "id": hindrance["id"], "shownWhen": null }]);
    let request = json!({ "template": view["id"], "revision": kept["revision"], "edits": edits });
    let broken: Value = world.ask("edit_draft", request).await;
    let deviates = json!([{
        "problem": "exampleDeviates", "example": example["id"], "item": hindrance["id"], "isShown": true,
    }]);
    assert_eq!(broken["problems"], deviates);
    let publish = json!({ "template": view["id"], "revision": broken["revision"] });
    assert!(matches!(world.call("publish_template", publish).await, Err(Failure::TemplateNotPublishable { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_found_by_what_it_asks_by_its_tags_and_as_a_favourite() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let rows: Vec<Value> = world.ask("list_templates", Value::Null).await;
    let visit = rows.iter().find(|row| row["name"].as_str().is_some_and(|name| name.contains("besök"))).expect("one");
    let hits: Vec<Value> = world.ask("search_templates", json!({ "search": "läkemedel som vanligt" })).await;
    let hit = hits.iter().find(|hit| hit["template"] == visit["id"]).expect("found by its question");
    assert_eq!(hit["text"], "Tar du dina läkemedel som vanligt?");

    let put = |tags: Value| json!({ "template": visit["id"], "category": " Inför besök ", "tags": tags });
    let _: () = world.ask("organise_template", put(json!(["Diabetes", " diabetes", ""]))).await;
    let long = put(json!(["x".repeat(61)]));
    assert_eq!(world.call("organise_template", long).await.err(), Some(Failure::TemplateLabelsTooMany));
    let _: () = world.ask("mark_favourite", json!({ "template": visit["id"], "isFavourite": true })).await;
    let rows: Vec<Value> = world.ask("list_templates", Value::Null).await;
    let row = rows.iter().find(|row| row["id"] == visit["id"]).expect("still there");
    assert_eq!((&row["category"], &row["tags"]), (&json!("Inför besök"), &json!(["Diabetes"])));
    assert_eq!(row["isFavourite"], true);
    let sendable: Vec<Value> = world.ask("list_sendable", Value::Null).await;
    assert!(sendable.iter().any(|one| one["template"] == visit["id"] && one["isFavourite"] == true));
}
