//! Destroyed on time whatever the clock does, by named decisions, with proof.

use std::fs;

use app::Failure;
use budkavle_tests::{
    files,
    staff::{self, case_id, list},
};
use serde_json::{Value, json};
use testkit::World;

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY;

/// A world where Ingrid has answered with a photo, and Anders, who may do everything, is signed in.
async fn answered() -> (World, String) {
    let world = World::example().await;
    world.sign_in("anders").await;
    let photo = staff::answered_with(&world, "bild.jpg", files::PHOTO).await;
    (world, photo)
}

async fn overview(world: &World) -> Value {
    world.sign_in("anders").await;
    world.ask("purge_overview", Value::Null).await
}

async fn proposal(world: &World, proposal: &Value) -> Value {
    world.ask("propose_retention", proposal.clone()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_that_wakes_after_the_deadline_purges_in_its_first_round() {
    let (world, _) = answered().await;
    world.clock.advance_minutes(4 * DAY);
    world.app.do_jobs().await;
    assert!(staff::held(&world.app).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_set_back_a_year_gives_no_longer_life_and_is_told() {
    let (world, _) = answered().await;
    world.app.do_jobs().await;
    world.clock.set_minutes(-YEAR);
    world.clock.advance_minutes(72 * HOUR - 1);
    world.app.do_jobs().await;
    assert_eq!(staff::held(&world.app).len(), 1, "a minute is left");
    world.clock.advance_minutes(1);
    world.app.do_jobs().await;
    assert!(staff::held(&world.app).is_empty());
    assert_eq!(overview(&world).await["clock"]["behindMinutes"], json!(YEAR));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_set_ahead_a_year_closes_and_destroys_nothing_until_an_administrator_says_that_it_is_right() {
    let (world, photo) = answered().await;
    world.app.do_jobs().await;
    world.clock.set_minutes(YEAR);
    world.app.do_jobs().await;
    assert_eq!(staff::held(&world.app).len(), 1);
    let seen = overview(&world).await;
    assert_eq!(seen["kept"][0]["state"], "closed");
    assert_eq!(seen["clock"]["doubt"]["closed"], 1);
    assert_eq!(seen["clock"]["doubt"]["minutesLeft"], json!(DAY));
    let refused = world.call("open_preview", json!({ "attachment": photo })).await;
    assert_eq!(refused, Err(Failure::ClockDoubted));

    let _: () = world.ask("trust_clock", Value::Null).await;

    assert!(staff::held(&world.app).is_empty());
    assert_eq!(overview(&world).await["clock"]["doubt"], Value::Null);
    let receipts = staff::receipts(&world.app).await;
    assert_eq!((receipts.len(), &receipts[0]["trigger"]), (1, &json!("person")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_right_again_opens_what_was_closed() {
    let (world, photo) = answered().await;
    world.app.do_jobs().await;
    world.clock.set_minutes(YEAR);
    world.app.do_jobs().await;
    world.clock.set_minutes(-YEAR);
    world.app.do_jobs().await;
    world.sign_in("karin").await;
    let opened = world.call("open_preview", json!({ "attachment": photo })).await;
    assert_ne!(opened, Err(Failure::ClockDoubted));
    assert_ne!(opened, Err(Failure::AttachmentPurged));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_that_was_off_for_a_week_purges_at_its_start_without_asking() {
    let (world, _) = answered().await;
    world.app.do_jobs().await;
    world.clock.off_minutes(7 * DAY);
    let world = world.restart().await;
    assert!(staff::held(&world.app).is_empty());
    assert_eq!(overview(&world).await["clock"]["doubt"], Value::Null);
    assert_eq!(staff::receipts(&world.app).await[0]["trigger"], "start");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_previewed_adopted_and_kept_in_the_history() {
    let (world, _) = answered().await;
    world.clock.advance_minutes(30 * HOUR);
    world.sign_in("anders").await;
    let shorter = json!({ "kind": "submitted", "hours": 48, "validFrom": null, "applyToKept": true });
    let preview = proposal(&world, &shorter).await;
    let affected = list(&preview["affected"]);
    assert_eq!(affected.len(), 1);
    let start = affected[0]["before"].as_i64().expect("a moment") - 72 * HOUR * 60_000;
    assert_eq!(affected[0]["after"], json!(start + 48 * HOUR * 60_000));
    assert_eq!(preview["atOnce"], 0);
    let stale = world.call("adopt_retention", json!({ "name": "Beslut 7", "proposal": shorter, "seen": 0 })).await;
    assert_eq!(stale, Err(Failure::DecisionStale));

    let _: () = world.ask("adopt_retention", json!({ "name": "Beslut 7", "proposal": shorter, "seen": 1 })).await;

    let overview = overview(&world).await;
    assert_eq!(overview["kept"][0]["expires"], affected[0]["after"]);
    assert_eq!(staff::held(&world.app)[0].deadline.0, start + 48 * HOUR * 60_000, "the vault agrees");
    let view: Value = world.ask("list_retention", Value::Null).await;
    let decisions = list(&view["decisions"]);
    assert_eq!(decisions.len(), 4);
    assert_eq!((&decisions[0]["decision"]["name"], &decisions[0]["inForce"]), (&json!("Beslut 7"), &json!(true)));
    assert_eq!(decisions[0]["decider"], "Anders Lind");
    let first = decisions.iter().find(|one| one["decision"]["kind"] == "submitted" && one["decider"] == Value::Null);
    assert_eq!(first.expect("the history is kept")["inForce"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_that_makes_something_due_destroys_it_at_once() {
    let (world, _) = answered().await;
    world.clock.advance_minutes(30 * HOUR);
    world.sign_in("anders").await;
    let shorter = json!({ "kind": "submitted", "hours": 24, "validFrom": null, "applyToKept": true });
    assert_eq!(proposal(&world, &shorter).await["atOnce"], 1);
    let _: () = world.ask("adopt_retention", json!({ "name": "Beslut 8", "proposal": shorter, "seen": 1 })).await;
    assert!(staff::held(&world.app).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_between_a_decision_and_the_vault_leaves_both_with_the_decided_deadline_at_the_next_start() {
    let (world, _) = answered().await;
    let before = staff::held(&world.app)[0].deadline;
    let shorter = json!({ "kind": "submitted", "hours": 48, "validFrom": null, "applyToKept": true });
    let _: () = world.ask("adopt_retention", json!({ "name": "Beslut 9", "proposal": shorter, "seen": 1 })).await;
    let decided = staff::held(&world.app)[0].deadline;
    assert!(decided < before);
    // As the crash leaves it: the database has the decision, the vault the deadline from before.
    let keys = world.profile().join("vault/keys");
    let name = |moment: i64| keys.join(format!("{}.{moment}.k", staff::held(&world.app)[0].id));
    fs::rename(name(decided.0), name(before.0)).expect("the key file");
    assert_eq!(staff::held(&world.app)[0].deadline, before);
    let world = world.restart().await;
    assert_eq!(staff::held(&world.app)[0].deadline, decided);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attachment_is_kept_longer_only_with_a_reason_and_within_bounds() {
    let (world, photo) = answered().await;
    world.sign_in("karin").await;
    let ask = |hours: u32, reason: &str| json!({ "attachment": photo, "hours": hours, "reason": reason });
    assert!(matches!(world.call("extend_attachment", ask(24, " ")).await, Err(Failure::FieldMissing { .. })));
    assert!(matches!(world.call("extend_attachment", ask(720, "Ronden")).await, Err(Failure::InvalidRetention { .. })));
    let before = staff::held(&world.app)[0].deadline.0;
    let extended: Value = world.ask("extend_attachment", ask(24, "Ronden är på torsdag")).await;
    assert_eq!(extended["expires"], json!(before + 24 * HOUR * 60_000));
    assert_eq!(staff::held(&world.app)[0].deadline.0, before + 24 * HOUR * 60_000);
    let reply = staff::open(&world.app, case_id(1)).await["reply"].clone();
    assert_eq!(reply["attachments"][0]["state"]["expires"], extended["expires"], "the new deadline is shown");
    let told = &reply["extensions"];
    assert_eq!((list(told).len(), &told[0]["reason"]), (1, &json!("Ronden är på torsdag")));
    assert_eq!((&told[0]["by"], &told[0]["until"]), (&json!("Karin Holm"), &extended["expires"]));
    let (longest, answered) = (reply["longest"].as_i64(), reply["answered"].as_i64());
    assert_eq!(longest, answered.map(|at| at + 30 * 24 * HOUR * 60_000));
    let left = (longest.expect("a moment") - before) / (HOUR * 60_000) - 24;
    let all = ask(u32::try_from(left).expect("ahead"), "Utredningen");
    assert!(world.call("extend_attachment", all).await.is_ok(), "as long as it was said");
    assert!(matches!(world.call("extend_attachment", ask(1, "Mer")).await, Err(Failure::InvalidRetention { .. })));
    world.sign_in("anders").await;
    let shorter = json!({ "kind": "submitted", "hours": 24, "validFrom": null, "applyToKept": true });
    let preview = proposal(&world, &shorter).await;
    assert_eq!((list(&preview["affected"]).len(), &preview["extended"]), (0, &json!(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tail_cut_off_the_receipts_is_seen() {
    let (world, _) = answered().await;
    world.clock.advance_minutes(4 * DAY);
    world.app.do_jobs().await;
    world.sign_in("anders").await;
    let whole: Value = world.ask("check_receipts", Value::Null).await;
    assert_eq!((&whole["verdict"], &whole["receipts"]), (&json!("whole"), &json!(1)));
    let detail: Value = world.ask("open_receipt", json!({ "seq": 1 })).await;
    assert_eq!(detail["steps"], json!(["keyDestroyed", "bodyRemoved", "verifiedAbsent"]));
    assert_eq!(detail["hash"], whole["head"]);
    let circumstances = &detail["circumstances"];
    assert!(circumstances["received"].is_i64(), "{circumstances}");
    assert_eq!((&circumstances["clockDoubted"], &circumstances["person"]), (&json!(false), &Value::Null));

    let log = world.profile().join("vault/receipts.log");
    fs::write(&log, "").expect("cut off");

    let cut: Value = world.ask("check_receipts", Value::Null).await;
    assert_eq!(cut, json!({ "verdict": "cutOff" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_is_saved_as_a_spreadsheet_and_as_a_pdf() {
    let (world, _) = answered().await;
    world.clock.advance_minutes(4 * DAY);
    world.app.do_jobs().await;
    world.sign_in("anders").await;
    let period = json!({ "from": 0, "until": 4_000_000_000_000_i64 });
    let report: Value = world.ask("purge_report", period.clone()).await;
    assert_eq!((&report["received"], &report["purged"], &report["kept"]), (&json!(1), &json!(1), &json!(0)));
    assert_eq!(report["late"], 1, "it was a day late: nothing ran");
    let place = world.profile().join("rapport");
    let save = |format: &str| json!({ "period": period, "format": format });
    assert!(!world.ask::<bool>("save_purge_report", save("csv")).await, "the person changed their mind");
    world.dialogs.save_as(place.clone());
    for (format, begins) in [("csv", &b"\xef\xbb\xbf\"Del\""[..]), ("pdf", b"%PDF-1.7")] {
        assert!(world.ask::<bool>("save_purge_report", save(format)).await);
        assert!(fs::read(&place).expect("saved").starts_with(begins), "{format}");
    }
    world.dialogs.save_as(world.profile().join("finns/inte/rapport"));
    assert_eq!(world.call("save_purge_report", save("csv")).await, Err(Failure::ReportUnwritable));
}
