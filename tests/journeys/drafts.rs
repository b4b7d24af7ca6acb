//! What was written is there again, nothing is overwritten or sent twice, and what was sent stays as it was.

use app::Failure;
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates::{self, SLOT},
};
use domain::template::BodyPart;
use serde_json::{Value, json};
use testkit::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_template_and_a_message_being_written_survive_a_restart() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let created: Value = world.ask("create_template", json!({ "name": "Halvfärdig" })).await;
    let mut content = templates::every_kind("Halvfärdig");
    content.purpose = "Påbörjat syfte".to_owned();
    content.contact.clear();
    let draft = staff::rewriting(&text(&created["id"]), &created["draft"]["revision"], &content);
    let saved: Value = world.ask("edit_draft", draft).await;
    let citizen = staff::look_up(&world.app, INGRID).await;
    let message = staff::message(case_id(7), &citizen, &made.version, &templates::slots("Påbörjad hälsning"));
    let _: Value = world.ask("save_message_draft", message).await;

    let world = world.restart().await;

    assert_eq!(world.call("list_templates", Value::Null).await, Err(Failure::NotSignedIn), "a restart signs out");
    world.sign_in("anders").await;
    let opened: Value = world.ask("open_template", json!({ "template": created["id"] })).await;
    assert_eq!(opened["draft"]["content"], json!(content));
    assert_eq!(opened["draft"]["revision"], saved["revision"]);
    let draft: Value = world.ask("open_message_draft", Value::Null).await;
    assert_eq!((&draft["case"], &draft["slots"]), (&json!(case_id(7)), &templates::slots("Påbörjad hälsning")));
    assert_eq!(draft["citizen"]["name"], "Ingrid Sandell");
    world.sign_in("karin").await;
    let others: Value = world.ask("open_message_draft", Value::Null).await;
    assert_eq!(others, Value::Null, "a draft is its writer's own");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_draft_is_gone_when_it_was_sent_or_thrown_away() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let citizen = staff::look_up(&world.app, INGRID).await;
    let message = |n| staff::message(case_id(n), &citizen, &made.version, &templates::slots("Hej"));
    let _: Value = world.ask("save_message_draft", message(1)).await;
    let _: Value = world.ask("send_case", message(1)).await;
    assert_eq!(world.call("open_message_draft", Value::Null).await, Ok(Value::Null));
    let _: Value = world.ask("save_message_draft", message(2)).await;
    let _: () = world.ask("discard_message_draft", Value::Null).await;
    assert_eq!(world.call("open_message_draft", Value::Null).await, Ok(Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_changed_in_another_window_is_not_overwritten() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let save = |purpose: &str, revision: &Value| {
        let mut content = templates::every_kind("Mall");
        content.purpose = purpose.to_owned();
        staff::rewriting(&text(&created["id"]), revision, &content)
    };
    let stale = created["draft"]["revision"].clone();
    let saved: Value = world.ask("edit_draft", save("Första fönstret", &stale)).await;

    let second = world.call("edit_draft", save("Andra fönstret", &stale)).await;

    assert_eq!(second.err(), Some(Failure::TemplateChangedElsewhere));
    let publish = json!({ "template": created["id"], "revision": stale });
    assert_eq!(world.call("publish_template", publish).await.err(), Some(Failure::TemplateChangedElsewhere));
    let opened: Value = world.ask("open_template", json!({ "template": created["id"] })).await;
    assert_eq!(opened["draft"]["content"]["purpose"], "Första fönstret");
    let _: Value = world.ask("edit_draft", save("Igen", &saved["revision"])).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_twice_sends_once() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let ingrid = staff::look_up(&world.app, INGRID).await;
    let message = staff::message(case_id(1), &ingrid, &made.version, &templates::slots("Hej"));
    let (first, second) =
        tokio::join!(world.call("send_case", message.clone()), world.call("send_case", message.clone()));
    assert_eq!(first.expect("sent"), second.expect("the same receipt"));
    let world = world.restart().await;
    world.sign_in("anders").await;
    let _: Value = world.ask("send_case", message).await;
    let mut citizen = world.citizen(INGRID).await;
    let letters = meanwhile(|| citizen.get("/api/letters")).expect("hers");
    assert_eq!(list(&letters).len(), 1);
    let yusuf = staff::look_up(&world.app, staff::YUSUF).await;
    let hijacked = staff::message(case_id(1), &yusuf, &made.version, &templates::slots("Hej"));
    assert_eq!(world.call("send_case", hijacked).await.err(), Some(Failure::CaseNotFound), "an id is one case's");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archived_template_cannot_be_sent_until_it_is_taken_back() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let citizen = staff::look_up(&world.app, INGRID).await;
    let message = staff::message(case_id(1), &citizen, &made.version, &templates::slots("Hej"));
    let _: () = world.ask("archive_template", json!({ "template": made.template })).await;
    let sendable: Value = world.ask("list_sendable", Value::Null).await;
    assert!(list(&sendable).iter().all(|row| row["version"] != json!(made.version)));
    assert_eq!(world.call("send_case", message.clone()).await.err(), Some(Failure::TemplateNotSendable));
    let _: () = world.ask("restore_template", json!({ "template": made.template })).await;
    let _: Value = world.ask("send_case", message).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sent_case_keeps_the_version_that_was_sent() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let first = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    staff::send(&world.app, case_id(1), INGRID, &first.version, &templates::slots("Första")).await;
    let mut changed = templates::every_kind("Uppföljning med nytt namn");
    changed.form.remove(1);
    changed.body.push(BodyPart::Text {
        id: domain::ItemId::from_uuid(uuid::Uuid::from_u128(77)),
        text: "Nytt stycke.".to_owned(),
    });
    let draft: Value = world.ask("start_draft", json!({ "template": first.template })).await;
    let second = staff::publish_again(&world.app, &first.template, draft["draft"]["revision"].clone(), &changed).await;
    assert_ne!(first.version, second.version);
    staff::send(&world.app, case_id(2), INGRID, &second.version, &templates::slots("Andra")).await;

    let (old, new) = (staff::open(&world.app, case_id(1)).await, staff::open(&world.app, case_id(2)).await);

    assert_eq!(old["message"]["heading"], "Uppföljning");
    assert_eq!(old["message"]["paragraphs"], json!(["Hej!", "Första"]));
    assert_eq!(list(&old["message"]["form"]).len(), list(&new["message"]["form"]).len() + 1);
    assert_eq!(new["message"]["paragraphs"], json!(["Hej!", "Andra", "Nytt stycke."]));
    let message = staff::message(
        case_id(3),
        &staff::look_up(&world.app, INGRID).await,
        &first.version,
        &json!({ SLOT.to_string(): "x" }),
    );
    assert_eq!(
        world.call("send_case", message).await.err(),
        Some(Failure::TemplateNotSendable),
        "only the newest is sent"
    );
    let mut citizen = world.citizen(INGRID).await;
    meanwhile(|| citizen.answer_letter(&case_id(1).to_string(), &templates::right_answers("Som förr")))
        .expect("the old form");
    assert_eq!(text(&staff::open(&world.app, case_id(1)).await["reply"]["answers"][0]["words"]), "Som förr");
}
