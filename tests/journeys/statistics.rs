//! How the unit's cases are read and answered, without anything about anybody.

use std::fs;

use app::Failure;
use budkavle_tests::{
    meanwhile, renderer,
    staff::{self, INGRID, Made, case_id, list, send, text},
    templates,
};
use domain::Timestamp;
use serde_json::{Value, json};
use testkit::{CitizenBrowser, StillClock, World};

const DAY: i64 = 24 * 60;
const LAST_30_DAYS: &str = "days30";

async fn statistics(world: &World, period: &str) -> Value {
    world.ask("read_statistics", json!({ "period": period })).await
}

/// What is told of one template, by its name.
fn of(told: &Value, name: &str) -> Value {
    let found = list(&told["templates"]).into_iter().find(|one| text(&one["name"]) == name);
    found.unwrap_or_else(|| panic!("{name} in {told}"))["figures"].clone()
}

/// Karin is signed in, and two templates are published: one that asks, and one that only tells. Ingrid is at her inbox.
async fn published() -> (World, CitizenBrowser, Made, Made) {
    renderer();
    let world = World::example().await;
    world.sign_in("anders").await;
    let asks = staff::publish(&world.app, &templates::every_kind("Uppföljning av behandling")).await;
    let tells = staff::publish(&world.app, &templates::information("Ändrad tid")).await;
    world.sign_in("karin").await;
    let citizen = world.citizen(INGRID).await;
    (world, citizen, asks, tells)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_of_what_was_sent_is_told_of_each_template_and_in_all() {
    let (world, mut citizen, asks, tells) = published().await;
    let before = statistics(&world, LAST_30_DAYS).await;
    let already = before["all"]["sent"].as_u64().expect("the example's own");
    for number in 1..=7 {
        send(&world.app, case_id(number), INGRID, &asks.version, &templates::slots("Hej")).await;
    }
    send(&world.app, case_id(8), INGRID, &tells.version, &templates::slots("Hej")).await;
    // Read after 10, 20 … minutes and answered at once; of the others one is closed and one taken back.
    for number in 1..=5 {
        world.clock.advance_minutes(10);
        let case = case_id(number).to_string();
        meanwhile(|| citizen.open(&case)).expect("hers");
        meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");
    }
    world.sign_in("karin").await;
    let _: Value = world.ask("close_cases", json!({ "cases": [case_id(6)] })).await;
    let _: Value = world.ask("revoke_case", json!({ "case": case_id(7) })).await;
    // What is sent from now on belongs to the next period.
    world.clock.advance_minutes(1);
    world.sign_in("karin").await;

    let told = statistics(&world, LAST_30_DAYS).await;
    assert_eq!(
        of(&told, "Uppföljning av behandling"),
        json!({
            "sent": 7, "read": 5, "asked": 7, "answered": 5, "revoked": 1, "closedUnanswered": 1,
            "minutesToRead": 30, "minutesToAnswer": 30,
        })
    );
    let information = of(&told, "Ändrad tid");
    assert_eq!((&information["sent"], &information["asked"]), (&json!(1), &json!(0)));
    assert_eq!(told["all"]["sent"], already + 8);
    assert_eq!(told["templates"][0]["template"], asks.template.as_str(), "the most sent first");
    let weekly: u64 = list(&told["weeks"]).iter().filter_map(|week| week["sent"].as_u64()).sum();
    assert_eq!(weekly, already + 8);
    assert_eq!(told["from"], json!(Timestamp::start_of(StillClock::START.plus_minutes(-30 * DAY).date())));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_few_cases_no_median_is_told_and_of_five_it_is() {
    let (world, mut citizen, asks, _) = published().await;
    let medians = async || {
        let told = of(&statistics(&world, LAST_30_DAYS).await, "Uppföljning av behandling");
        (told["minutesToRead"].clone(), told["minutesToAnswer"].clone())
    };
    for number in 1..=8 {
        send(&world.app, case_id(number), INGRID, &asks.version, &templates::slots("Hej")).await;
    }
    world.clock.advance_minutes(4);
    for number in 1..=4 {
        let answers = templates::right_answers("Bra");
        meanwhile(|| citizen.answer_letter(&case_id(number).to_string(), &answers)).expect("answers that fit");
    }
    world.clock.advance_minutes(1);
    assert_eq!(medians().await, (Value::Null, Value::Null), "eight are sent, and four read and answered");
    meanwhile(|| citizen.open(&case_id(5).to_string())).expect("hers");
    assert_eq!(medians().await, (json!(4), Value::Null), "five are read, and four answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_period_is_of_what_was_sent_in_it() {
    let (world, _, asks, _) = published().await;
    send(&world.app, case_id(1), INGRID, &asks.version, &templates::slots("Hej")).await;
    for (days, periods) in
        [(1, vec!["days30", "days90", "months12"]), (40, vec!["days90", "months12"]), (100, vec!["months12"])]
    {
        world.clock.set_minutes(days * DAY);
        world.sign_in("karin").await;
        for period in ["days30", "days90", "months12"] {
            let told = statistics(&world, period).await;
            let names: Vec<_> = list(&told["templates"]).iter().map(|one| text(&one["name"])).collect();
            let is_told = names.contains(&"Uppföljning av behandling".to_owned());
            assert_eq!(is_told, periods.contains(&period), "{period} after {days} days");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_says_the_same_and_nothing_about_anybody() {
    let (world, _, asks, _) = published().await;
    send(&world.app, case_id(1), INGRID, &asks.version, &templates::slots("HEMLIGT")).await;
    world.clock.advance_minutes(1);
    let period = json!({ "period": LAST_30_DAYS });
    assert!(!world.ask::<bool>("save_statistics", period.clone()).await, "the person changed their mind");
    let place = world.profile().join("statistik.csv");
    world.dialogs.save_as(place.clone());
    assert!(world.ask::<bool>("save_statistics", period.clone()).await);
    let file = fs::read_to_string(&place).expect("saved");
    assert!(file.starts_with("\u{feff}\"Enhet\";"));
    assert!(file.contains("\"Mall\";\"Uppföljning av behandling\";\"1\";\"0\";\"1\";\"0\";"), "{file}");
    let told = statistics(&world, LAST_30_DAYS).await.to_string();
    for secret in ["Ingrid", "Sandell", "Karin", "HEMLIGT", "4305129803", &asks.version, &case_id(1).to_string()] {
        assert!(!file.contains(secret) && !told.contains(secret), "{secret}");
    }
    world.dialogs.save_as(world.profile().join("finns/inte/statistik.csv"));
    assert_eq!(world.call("save_statistics", period).await, Err(Failure::ReportUnwritable));
}
