//! What the unit makes of cases once they are sent: given to colleagues, closed, opened again, taken back, noted.

use app::{Failure, Policy};
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, YUSUF, case_id, list, sent_under, text},
    templates::{self},
};
use domain::case::CaseRefusal;
use serde_json::{Value, json};
use testkit::{CitizenBrowser, StillClock, World};

const DAY: i64 = 24 * 60;

/// A world where Karin has sent a case to Ingrid.
async fn sent() -> (World, CitizenBrowser, String) {
    sent_under(Policy::default()).await
}

fn query(scope: &str, which: &str) -> Value {
    json!({ "scope": scope, "list": which, "filter": {}, "search": null, "after": null })
}

/// The cases of a list, as the one who is signed in sees it.
async fn listed(world: &World, scope: &str, which: &str) -> Vec<String> {
    let page: Value = world.ask("list_cases", query(scope, which)).await;
    ours(&page)
}

/// The cases of a page without those that the example begins with.
fn ours(page: &Value) -> Vec<String> {
    let rows = list(&page["rows"]).into_iter().map(|row| text(&row["case"]));
    rows.filter(|case| (1..10).any(|number| *case == case_id(number).to_string())).collect()
}

async fn staff_id(world: &World, name: &str) -> String {
    let colleagues: Value = world.ask("list_colleagues", Value::Null).await;
    let found = list(&colleagues).into_iter().find(|one| text(&one["name"]).starts_with(name));
    text(&found.expect("works here")["staff"])
}

/// One case of a command that takes several.
fn one(case: &str) -> Value {
    json!({ "cases": [case] })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_to_a_colleague_and_is_found_by_both() {
    let (world, _, case) = sent().await;
    let anders = staff_id(&world, "Anders").await;

    let done: Value = world.ask("assign_cases", json!({ "cases": [case, case], "to": anders })).await;

    assert_eq!(done, json!({ "done": [case], "left": [] }), "the same case twice is one");
    assert_eq!(listed(&world, "mine", "open").await, [""; 0]);
    assert_eq!(listed(&world, "unit", "open").await, std::slice::from_ref(&case));
    let opened: Value = world.ask("open_case", json!({ "case": case })).await;
    let told = &opened["happenings"][0];
    assert_eq!(told["what"], json!({ "event": "assigned", "to": anders }));
    assert!(text(&told["by"]).starts_with("Karin") && text(&told["toName"]).starts_with("Anders"));
    world.sign_in("anders").await;
    assert_eq!(listed(&world, "mine", "open").await, [case]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_a_case_who_handles_none() {
    let (world, _, case) = sent().await;
    let evelina = staff_id(&world, "Evelina").await;
    let refused = world.call("assign_cases", json!({ "cases": [case], "to": evelina })).await;
    assert_eq!(refused, Err(Failure::NotAHandler));
    let many: Vec<_> = (1..=101).map(case_id).collect();
    let refused = world.call("close_cases", json!({ "cases": many })).await;
    assert_eq!(refused, Err(Failure::TooManyCases { most: 100 }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_can_be_read_and_takes_neither_answer_nor_file_until_it_is_opened_again() {
    let (world, mut citizen, case) = sent().await;
    let closed: Value = world.ask("close_cases", one(&case)).await;
    assert_eq!(closed["done"], json!([case]));
    assert_eq!(listed(&world, "unit", "open").await, [""; 0]);
    assert_eq!(listed(&world, "unit", "ended").await, std::slice::from_ref(&case));

    let letter = meanwhile(|| citizen.open(&case)).expect("hers still");
    assert!(letter["closed"].is_i64());
    let refused = meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect_err("closed");
    assert_eq!(refused.failure["code"], "letterClosed");
    let file =
        meanwhile(|| citizen.attach(&case, &templates::FILES.to_string(), "bild.jpg", budkavle_tests::files::PHOTO));
    assert_eq!(file.expect_err("closed").failure["code"], "letterClosed");
    assert!(staff::held(&world.app).is_empty(), "nothing of it is kept");

    let again: Value = world.ask("close_cases", one(&case)).await;
    assert_eq!(again, json!({ "done": [], "left": [{ "case": case, "why": "closed" }] }));
    let _: Value = world.ask("reopen_cases", one(&case)).await;
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("open again");
    assert_eq!(listed(&world, "mine", "toReview").await, [case]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_back_unread_is_gone_from_the_inbox_and_what_is_read_stays() {
    let (world, mut citizen, case) = sent().await;
    let this = json!({ "case": case });
    let _: Value = world.ask("revoke_case", this.clone()).await;

    assert_eq!(meanwhile(|| citizen.get("/api/letters")).expect("hers"), json!([]));
    let gone = meanwhile(|| citizen.open(&case)).expect_err("taken back");
    assert_eq!(gone.failure["code"], "letterNotFound");
    let refused = world.call("reopen_cases", one(&case)).await.expect("told case by case");
    assert_eq!(refused["left"], json!([{ "case": case, "why": "revoked" }]));
    let again = world.call("revoke_case", this.clone()).await;
    assert_eq!(again, Err(Failure::CaseRefuses { refusal: CaseRefusal::Revoked }));

    let (world, mut citizen, case) = sent().await;
    meanwhile(|| citizen.open(&case)).expect("hers");
    let late = world.call("revoke_case", json!({ "case": case })).await;
    assert_eq!(late, Err(Failure::CaseRefuses { refusal: CaseRefusal::AlreadyRead }));
    assert_eq!(listed(&world, "mine", "open").await, [case]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_the_staffs_alone() {
    let (world, mut citizen, case) = sent().await;
    let note = |text: String| json!({ "case": case, "text": text });
    let _: Value = world.ask("note_case", note("  Ringt INTERNT, inget svar ".into())).await;
    let opened: Value = world.ask("open_case", json!({ "case": case })).await;
    assert_eq!(opened["happenings"][0]["what"], json!({ "event": "noted", "text": "Ringt INTERNT, inget svar" }));
    let letter = meanwhile(|| citizen.open(&case)).expect("hers");
    assert!(!letter.to_string().contains("INTERNT"));
    let empty = world.call("note_case", note(" \n".into())).await;
    assert_eq!(empty, Err(Failure::FieldMissing { field: app::Field::CaseNote }));
    let long = world.call("note_case", note("a".repeat(2_001))).await;
    assert_eq!(long, Err(Failure::TextTooLong { most: 2_000 }));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_counted_and_what_was_not_read_in_time_is_found() {
    let (world, _, case) = sent().await;
    let counts: Value = world.ask("count_cases", json!({ "scope": "mine" })).await;
    // Two more are the example's own.
    assert_eq!(
        counts,
        json!({ "toReview": 0, "overdue": 0, "unanswered": 3, "unread": 0, "scheduled": 0, "unreadDays": 7 })
    );
    world.clock.advance_minutes(7 * DAY + 1);
    world.sign_in("karin").await;
    assert_eq!(listed(&world, "unit", "unread").await, std::slice::from_ref(&case));
    let counts: Value = world.ask("count_cases", json!({ "scope": "unit" })).await;
    assert_eq!(counts["unread"], 2, "one of the example's is not read either");
    let mut citizen = world.citizen(INGRID).await;
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");
    let counts: Value = world.ask("count_cases", json!({ "scope": "mine" })).await;
    assert_eq!(
        counts,
        json!({ "toReview": 1, "overdue": 0, "unanswered": 2, "unread": 1, "scheduled": 0, "unreadDays": 7 })
    );
}

/// Minutes from when a world's clock begins, a Sunday at nine in the morning, until Monday at ten.
const MONDAY_AT_TEN: i64 = 25 * 60;

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_to_be_gone_through_within_the_goal_until_the_case_is_closed() {
    let (world, mut citizen, case) = sent().await;
    assert_eq!(staff::row(&world.app, case_id(1)).await["reviewDue"], Value::Null, "nothing has come");
    let began = StillClock::START;
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");
    let due = json!(began.plus_minutes(MONDAY_AT_TEN));
    assert_eq!(staff::row(&world.app, case_id(1)).await["reviewDue"], due);
    assert_eq!(staff::open(&world.app, case_id(1)).await["reviewDue"], due);

    let overdue = async || world.ask::<Value>("count_cases", json!({ "scope": "mine" })).await["overdue"].clone();
    world.clock.advance_minutes(MONDAY_AT_TEN);
    world.sign_in("karin").await;
    assert_eq!(overdue().await, 0, "at ten there is still time");
    world.clock.advance_minutes(1);
    assert_eq!(overdue().await, 1);
    let _: Value = world.ask("close_cases", one(&case)).await;
    assert_eq!(overdue().await, 0);
    assert_eq!(staff::open(&world.app, case_id(1)).await["reviewDue"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_organisation_decides_how_long_an_answer_may_wait() {
    let mut policy = Policy::default();
    policy.cases.review_hours = 9;
    let (world, mut citizen, case) = sent_under(policy).await;
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");
    let due = StillClock::START.plus_minutes(MONDAY_AT_TEN + 7 * 60);
    assert_eq!(staff::row(&world.app, case_id(1)).await["reviewDue"], json!(due));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_overview_tells_what_waits_for_oneself_and_for_the_unit_and_nothing_about_anybody() {
    let (world, mut citizen, _) = sent().await;
    let (mine, unit) = (json!({ "scope": "mine" }), json!({ "scope": "unit" }));
    let overview = async || world.ask::<Value>("overview", Value::Null).await;
    let seen = overview().await;
    assert_eq!(seen["mine"], world.ask::<Value>("count_cases", mine.clone()).await);
    assert_eq!(seen["unit"], world.ask::<Value>("count_cases", unit).await);
    assert_eq!(seen["draft"], Value::Null);

    let ingrid = staff::look_up(&world.app, INGRID).await;
    let sendable: Value = world.ask("list_sendable", Value::Null).await;
    let version = text(&list(&sendable)[0]["version"]);
    let message = staff::message(case_id(2), &ingrid, &version, &json!({}));
    let saved: Value = world.ask("save_message_draft", message).await;
    meanwhile(|| citizen.answer_letter(&case_id(1).to_string(), &templates::right_answers("Bra"))).expect("fits");
    let seen = overview().await;
    assert_eq!(seen["draft"], saved["saved"]);
    assert_eq!((&seen["mine"]["toReview"], &seen["unit"]["toReview"]), (&json!(1), &json!(1)));
    assert!(!seen.to_string().contains("Ingrid") && !seen.to_string().contains(&ingrid));

    world.sign_in("anders").await;
    let seen = overview().await;
    assert_eq!((&seen["mine"]["toReview"], &seen["unit"]["toReview"]), (&json!(0), &json!(1)));
    assert_eq!(seen["draft"], Value::Null, "a draft is one's own");
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_combine_and_a_kept_one_is_ones_own() {
    let (world, _, case) = sent().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Annat")).await;
    staff::send(&world.app, case_id(2), YUSUF, &made.version, &templates::slots("Hej")).await;
    let anders = staff_id(&world, "Anders").await;
    let found = async |filter: Value, search: Value| {
        let query = json!({ "scope": "unit", "list": "open", "filter": filter, "search": search, "after": null });
        let page: Value = world.ask("list_cases", query).await;
        ours(&page)
    };
    let second = case_id(2).to_string();
    assert_eq!(found(json!({}), Value::Null).await, [second.clone(), case.clone()]);
    assert_eq!(found(json!({ "sender": anders }), Value::Null).await, std::slice::from_ref(&second));
    assert_eq!(found(json!({ "template": made.template, "handler": anders }), json!("yus dem")).await, [second]);
    assert_eq!(found(json!({ "sender": anders }), json!("ingrid")).await, [""; 0]);
    assert_eq!(found(json!({ "from": "2999-01-01" }), Value::Null).await, [""; 0]);
    assert_eq!(found(json!({ "to": "2001-01-01" }), Value::Null).await, [""; 0]);

    let kept = json!({ "name": " Mina ", "filter": { "sender": anders } });
    let _: Value = world.ask("keep_case_filter", kept).await;
    let own: Value = world.ask("list_case_filters", Value::Null).await;
    assert_eq!(own, json!([{ "name": "Mina", "filter": { "sender": anders } }]));
    world.sign_in("karin").await;
    let hers: Value = world.ask("list_case_filters", Value::Null).await;
    assert_eq!(hers, json!([]));
}
