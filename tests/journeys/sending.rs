//! *Skicka*: taken back before it lies in the inbox, at a time that was chosen, in one's own name or the unit's.

use app::{Failure, sending::SendTimeProblem};
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates,
};
use domain::{audit::Action, case::CaseRefusal};
use serde_json::{Value, json};
use testkit::World;

/// A world where Karin is to write to Ingrid; the request that sends it, with `more` in it.
async fn ready(world: &World, more: &Value) -> Value {
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    world.sign_in("karin").await;
    let citizen = staff::look_up(&world.app, INGRID).await;
    let mut message = staff::message(case_id(1), &citizen, &made.version, &templates::slots("Hej"));
    for (name, value) in more.as_object().expect("a map") {
        message[name] = value.clone();
    }
    message
}

/// The headings in Ingrid's inbox but for what the example began with.
async fn inbox(world: &World) -> Vec<String> {
    let mut citizen = world.citizen(INGRID).await;
    let letters = meanwhile(|| citizen.get("/api/letters")).expect("hers");
    list(&letters).iter().map(|letter| text(&letter["heading"])).filter(|heading| heading == "Uppföljning").collect()
}

async fn listed(world: &World, which: &str) -> Vec<Value> {
    let query = json!({ "scope": "mine", "list": which, "filter": {}, "search": null, "after": null });
    let page: Value = world.ask("list_cases", query).await;
    list(&page["rows"]).into_iter().filter(|row| row["case"] == json!(case_id(1))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn for_ten_seconds_it_is_in_no_inbox_and_can_be_taken_back() {
    let world = World::example_with_undo().await;
    let message = ready(&world, &json!({})).await;
    let sent: Value = world.ask("send_case", message.clone()).await;
    assert_eq!(inbox(&world).await, [""; 0]);
    let _: Value = world.ask("revoke_case", json!({ "case": case_id(1) })).await;
    world.clock.advance_minutes(1);
    assert_eq!(inbox(&world).await, [""; 0], "it never came there");

    let mut again = message;
    again["case"] = json!(case_id(2));
    let second: Value = world.ask("send_case", again).await;
    assert_eq!(second["sent"].as_i64().zip(sent["sent"].as_i64()).map(|(b, a)| b - a), Some(60_000));
    let mut citizen = world.citizen(INGRID).await;
    let early = meanwhile(|| citizen.open(&case_id(2).to_string())).expect_err("not yet");
    assert_eq!(early.failure["code"], "letterNotFound");
    world.clock.advance_minutes(1);
    assert_eq!(inbox(&world).await, ["Uppföljning"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_sent_later_waits_leaves_once_and_is_then_the_newest() {
    let world = World::example().await;
    let at = json!({ "at": { "day": "2026-11-30", "time": "08:00:00" } });
    let message = ready(&world, &at).await;
    let receipt: Value = world.ask("send_case", message.clone()).await;
    assert_eq!(receipt["scheduled"], true);
    let twice: Value = world.ask("send_case", message.clone()).await;
    assert_eq!(twice["sent"], receipt["sent"], "twice is once");
    let waiting = listed(&world, "scheduled").await;
    assert_eq!((waiting.len(), &waiting[0]["held"]), (1, &json!(true)));
    assert!(listed(&world, "open").await.is_empty() && listed(&world, "unread").await.is_empty());
    let closing: Value = world.ask("close_cases", json!({ "cases": [case_id(1)] })).await;
    assert_eq!(closing["left"], json!([{ "case": case_id(1), "why": "notSent" }]));

    let mut later = message;
    later["case"] = json!(case_id(2));
    later["at"] = Value::Null;
    let _: Value = world.ask("send_case", later).await;
    world.app.do_jobs().await;
    assert_eq!(inbox(&world).await.len(), 1, "its time has not come");
    world.clock.set_minutes(30 * 24 * 60);
    world.sign_in("karin").await;
    world.app.do_jobs().await;
    world.app.do_jobs().await;
    assert_eq!(inbox(&world).await.len(), 2);
    let query = json!({ "scope": "mine", "list": "open", "filter": {}, "search": "uppfölj", "after": null });
    let page: Value = world.ask("list_cases", query).await;
    let newest: Vec<_> = list(&page["rows"]).iter().map(|row| text(&row["case"])).collect();
    assert_eq!(newest, [case_id(1).to_string(), case_id(2).to_string()]);
    let late = world.call("revoke_case", json!({ "case": case_id(1) })).await;
    assert_eq!(late, Ok(Value::Null), "nobody has read it");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_can_no_longer_be_reached_when_the_time_comes_gets_nothing_and_the_unit_is_told() {
    let world = World::example().await;
    let at = json!({ "at": { "day": "2026-11-30", "time": "08:00:00" } });
    let message = ready(&world, &at).await;
    let _: Value = world.ask("send_case", message).await;
    world.sign_in("anders").await;
    let register = "personnummer;namn;vårdrelation;konto\n194305129803;Ingrid Sandell;Listad sedan 2011;spärrat\n";
    let _: Value = world.ask("import_citizens", json!({ "text": register })).await;
    world.clock.set_minutes(30 * 24 * 60);
    world.sign_in("karin").await;

    world.directories().go_down();
    world.app.do_jobs().await;
    assert_eq!(listed(&world, "scheduled").await[0]["stopped"], Value::Null, "nothing is known now");
    world.directories().come_back();
    world.app.do_jobs().await;

    assert_eq!(listed(&world, "scheduled").await[0]["stopped"], "accountLocked");
    assert!(inbox(&world).await.is_empty());
    let figures: Value = world.ask("read_statistics", json!({ "period": "days90" })).await;
    assert_eq!(figures["all"]["sent"], 2, "the example's own: what was stopped was not sent");
    let _: Value = world.ask("revoke_case", json!({ "case": case_id(1) })).await;
    let again = world.call("revoke_case", json!({ "case": case_id(1) })).await;
    assert_eq!(again, Err(Failure::CaseRefuses { refusal: CaseRefusal::Revoked }));
    assert_eq!(Action::CaseStopped.as_str(), "case.stopped");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_has_been_or_is_far_off_is_refused_and_nothing_is_sent() {
    let world = World::example().await;
    for (day, problem) in [("2026-11-01", SendTimeProblem::Past), ("2028-01-01", SendTimeProblem::TooFar)] {
        let message = ready(&world, &json!({ "at": { "day": day, "time": "08:00:00" } })).await;
        assert_eq!(world.call("send_case", message).await, Err(Failure::SendTimeInvalid { problem }));
    }
    assert!(listed(&world, "scheduled").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_citizen_is_told_who_sends_only_when_the_sender_chose_so() {
    for (signed, told) in [(true, json!("Karin Holm")), (false, Value::Null)] {
        let world = World::example().await;
        let message = ready(&world, &json!({ "signed": signed })).await;
        let _: Value = world.ask("send_case", message).await;
        let next: Value = world.ask("sender_choice", Value::Null).await;
        assert_eq!((&next["me"]["name"], &next["signed"]), (&json!("Karin Holm"), &json!(signed)), "as the last time");
        let mut citizen = world.citizen(INGRID).await;
        let letter = meanwhile(|| citizen.open(&case_id(1).to_string())).expect("hers");
        assert_eq!(letter["message"]["signature"]["name"], told);
        assert_eq!(letter.to_string().contains("Karin"), signed);
    }
}
