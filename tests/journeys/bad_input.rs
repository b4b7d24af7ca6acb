//! Files that were made to do harm and accidents that happen, through the whole application: each gets a clear message or
//! a receipt, and nothing else is lost.

use std::{fs, path::Path};

use app::{Failure, Policy};
use budkavle_tests::{
    files, meanwhile,
    staff::{self, case_id, list, text},
    templates::{self, FILES},
};
use serde_json::{Value, json};
use testkit::{CitizenBrowser, World};

const HOUR: i64 = 60;
const YEAR: i64 = 365 * 24 * HOUR;
/// What a browser may have in flight when it is refused: the system's buffers of both sides of a connection.
const IN_FLIGHT: u64 = 16_000_000;
/// The most that is read of an upload before the connection is closed (`inbox::upload`).
const HARD_CAP: u64 = 64 * 1024 * 1024;

/// Karin has sent a case that asks for files to Ingrid, who has opened it.
async fn sent() -> (World, CitizenBrowser, String) {
    let (world, mut citizen, case) = staff::sent_under(Policy::default()).await;
    meanwhile(|| citizen.open(&case)).expect("hers");
    (world, citizen, case)
}

/// Ingrid has answered with this file: its id. Karin is signed in.
async fn answered(name: &str, bytes: &[u8]) -> (World, String) {
    let (world, mut citizen, case) = sent().await;
    meanwhile(|| {
        citizen.attach(&case, &FILES.to_string(), name, bytes).expect("a kind that is taken");
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });
    let opened = staff::open(&world.app, case_id(1)).await;
    let id = text(&list(&opened["reply"]["attachments"])[0]["id"]);
    (world, id)
}

/// Every letter of a name as a browser sends it.
fn encoded(name: &str) -> String {
    name.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The names of all files and folders below a folder.
fn names_below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        names.push(entry.file_name().to_string_lossy().into_owned());
        if entry.path().is_dir() {
            names.extend(names_below(&entry.path()));
        }
    }
    names
}

/// Files in the vault's folders of bodies and of keys.
fn vault_files(world: &World) -> Vec<String> {
    ["blobs", "keys"].iter().flat_map(|folder| names_below(&world.profile().join("vault").join(folder))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_lies_is_shown_for_what_it_is_and_names_nothing_on_disk() {
    let (world, mut citizen, case) = sent().await;
    let long = "lång".repeat(75);
    let names = [
        ("..\\..\\CON .pdf", "CON .pdf"),
        ("/etc/cron.d/remiss\u{202e}\0\nfdp.exe", "remiss\u{fffd}\u{fffd}\u{fffd}fdp.exe"),
        (long.as_str(), &long[..long.char_indices().nth(80).map_or(long.len(), |(at, _)| at)]),
    ];
    meanwhile(|| {
        for (name, shown) in names {
            let kept = citizen.attach(&case, &FILES.to_string(), &encoded(name), files::PHOTO).expect("a photo");
            assert_eq!(kept["name"], shown, "as the citizen sees it");
        }
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });

    let opened = staff::open(&world.app, case_id(1)).await;
    let attachments = list(&opened["reply"]["attachments"]);
    let mut told: Vec<String> = attachments.iter().map(|file| text(&file["name"])).collect();
    let mut expected = names.map(|(_, shown)| shown.to_owned()).to_vec();
    told.sort();
    expected.sort();
    assert_eq!(told, expected, "as the handler sees it");
    for attachment in &attachments {
        let _: Value = world.ask("save_copy", json!({ "attachment": attachment["id"], "hours": 1 })).await;
    }
    let copies = staff::copies(&world.app);
    assert_eq!(copies.len(), names.len());
    for copy in &copies {
        assert!(copy.is_file(), "{}", copy.display());
    }
    let secure = text(&world.ask::<Value>("unit_settings", Value::Null).await["secureFolder"]);
    for name in names_below(&world.profile()).into_iter().chain(names_below(Path::new(&secure))) {
        let ours = name.len() < 80 && name.chars().all(|letter| letter.is_alphanumeric() || "._-".contains(letter));
        let theirs = ["CON", "remiss", "fdp", "lång"].iter().any(|part| name.contains(part));
        assert!(ours && !theirs, "{name:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_gigabytes_are_refused_while_they_stream_in_and_leave_nothing() {
    let (world, citizen, case) = sent().await;
    let before = vault_files(&world);
    let item = FILES.to_string();
    let piece = files::photo_of(1_000_000);

    let (refused, taken) =
        meanwhile(|| citizen.attach_without_end(&case, &item, Some(2_000_000_000), &piece)).expect("an answer");
    assert_eq!((refused.status, &refused.failure["reason"]), (413, &json!("tooLarge")));
    assert!(taken < IN_FLIGHT, "its announced length is enough, and {taken} bytes were taken");

    let (refused, taken) = meanwhile(|| citizen.attach_without_end(&case, &item, None, &piece)).expect("an answer");
    assert_eq!((refused.status, &refused.failure["reason"]), (413, &json!("tooLarge")));
    assert!(taken < HARD_CAP + IN_FLIGHT, "nobody reads on for ever, and {taken} bytes were taken");

    assert!(staff::held(&world.app).is_empty());
    assert_eq!(vault_files(&world), before, "nothing is left in the vault");
    let mut citizen = citizen;
    meanwhile(|| citizen.attach(&case, &item, "bild.jpg", files::PHOTO)).expect("the next file is taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_pages_are_cut_at_the_limit_and_that_is_told() {
    let (world, id) = answered("tjock.pdf", &hostile::documents::pages(10_000)).await;
    let preview: Value = world.ask("open_preview", json!({ "attachment": id, "password": null })).await;
    assert_eq!((&preview["pages"], &preview["flags"]), (&json!(200), &json!(["pagesBeyondLimit"])));
    assert_eq!(staff::page_text(&world.app, &preview, 200).await, "Sida 200\nrad två");
    let beyond = world.call("page_text", json!({ "ticket": preview["ticket"], "page": 201 })).await;
    assert!(matches!(beyond, Err(Failure::PreviewFailed { .. })), "{beyond:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_copy_whose_folder_vanished_the_receipt_says_that_it_was_not_there() {
    let (world, id) = answered("bild.jpg", files::PHOTO).await;
    for _ in 0..2 {
        let _: Value = world.ask("save_copy", json!({ "attachment": id, "hours": 1 })).await;
    }
    let [moved, left] = &staff::copies(&world.app)[..] else { panic!("two copies") };
    fs::remove_dir_all(moved.parent().expect("its own folder")).expect("ours");

    world.clock.advance_minutes(HOUR);
    world.app.do_jobs().await;

    assert!(!left.exists());
    world.sign_in("anders").await;
    let receipts = staff::receipts(&world.app).await;
    let mut outcomes: Vec<String> = receipts.iter().map(|receipt| text(&receipt["outcome"])).collect();
    outcomes.sort();
    assert_eq!(outcomes, ["notFoundAtRecordedPlace", "removed"], "one receipt each, and neither pretends");
    let gone = receipts.iter().find(|receipt| receipt["outcome"] == "notFoundAtRecordedPlace").expect("just seen");
    let detail: Value = world.ask("open_receipt", json!({ "seq": gone["seq"] })).await;
    assert_eq!(detail["steps"], json!(["copyAbsent", "verifiedAbsent"]));
    let whole: Value = world.ask("check_receipts", Value::Null).await;
    assert_eq!(whole["verdict"], "whole");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_set_back_a_year_gives_a_copy_no_longer_life_even_when_it_is_set_while_the_computer_is_off() {
    let (world, id) = answered("bild.jpg", files::PHOTO).await;
    let _: Value = world.ask("save_copy", json!({ "attachment": id, "hours": 8 })).await;
    let copy = staff::copies(&world.app).remove(0);
    world.clock.advance_minutes(2 * HOUR);
    world.app.do_jobs().await;
    world.clock.set_minutes(-YEAR);
    world.clock.advance_minutes(2 * HOUR);
    world.app.do_jobs().await;
    world.clock.off_minutes(-YEAR);
    let world = world.restart().await;

    // It had run for a minute already when it was looked at.
    world.clock.advance_minutes(4 * HOUR - 2);
    world.app.do_jobs().await;
    assert!(copy.exists(), "a minute is left");
    world.clock.advance_minutes(1);
    world.app.do_jobs().await;
    assert!(!copy.exists());
    assert_eq!(staff::held(&world.app).len(), 1, "the attachment has days left");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_set_ahead_a_year_destroys_no_copy_at_once_but_after_a_day_of_running_time() {
    let (world, id) = answered("bild.jpg", files::PHOTO).await;
    let _: Value = world.ask("save_copy", json!({ "attachment": id, "hours": 8 })).await;
    let copy = staff::copies(&world.app).remove(0);
    world.app.do_jobs().await;
    world.clock.set_minutes(YEAR);

    for _ in 0..7 {
        world.app.do_jobs().await;
        assert!(copy.exists(), "the leap is not believed yet");
        world.clock.advance_minutes(HOUR);
    }
    world.clock.advance_minutes(HOUR);
    world.app.do_jobs().await;
    assert!(!copy.exists(), "its eight hours have really passed");
    assert_eq!(staff::held(&world.app).len(), 1, "the attachment's have not");

    world.clock.advance_minutes(17 * HOUR);
    world.app.do_jobs().await;
    assert!(staff::held(&world.app).is_empty(), "a day of running time has confirmed the clock");
}
