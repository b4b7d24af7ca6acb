//! The program is killed while files are looked at and copied.

use std::{fs, os::unix::process::ExitStatusExt, path::Path};

use app::App;
use budkavle_tests::{
    canary::{self, Canary},
    files, meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates::{self, FILES},
    until,
};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use super::{Program, citizen, confirm, profile, start};

/// What is said in a case, and must not lie in clear after the program was killed.
const TEXT: &str = "KANARIE-VID-KRASCH-5512";

/// A case that was answered with the photo and the document; their ids.
async fn answered(app: &App) -> Vec<Value> {
    let made = staff::publish(app, &templates::every_kind("Bifoga")).await;
    staff::send(app, case_id(1), INGRID, &made.version, &templates::slots(TEXT)).await;
    let mut browser = citizen(app).await;
    let case = case_id(1).to_string();
    meanwhile(|| {
        browser.open(&case).expect("hers");
        for (name, bytes) in [("bild.jpg", files::PHOTO), ("text.pdf", &files::document_saying(TEXT))] {
            browser.attach(&case, &FILES.to_string(), name, bytes).expect("a good file");
        }
        browser.answer_letter(&case, &templates::right_answers(TEXT)).expect("answers that fit");
    });
    let opened = staff::open(app, case_id(1)).await;
    list(&opened["reply"]["attachments"]).iter().map(|file| file["id"].clone()).collect()
}

/// Looks at both files, makes a copy of each, says so, and waits for the end with the previews open.
pub(super) async fn look_and_copy(app: &App) {
    for attachment in answered(app).await {
        let preview = staff::ask(app, "open_preview", json!({ "attachment": attachment })).await;
        let jpeg = app::attachments::page(app, &text(&preview["ticket"]), 1, 480).await.expect("a page");
        assert!(jpeg.starts_with(b"\xff\xd8\xff"));
        staff::ask(app, "save_copy", json!({ "attachment": attachment, "hours": 8 })).await;
        confirm("looked and copied");
    }
    std::future::pending::<()>().await;
}

/// Makes and purges copies, one after the other.
pub(super) async fn copy_for_ever(app: &App) {
    let attachment = answered(app).await.remove(0);
    confirm("answered");
    loop {
        let copy = staff::ask(app, "save_copy", json!({ "attachment": attachment, "hours": 8 })).await;
        confirm(text(&copy["id"]));
        staff::ask(app, "purge_copy", json!({ "copy": copy["id"] })).await;
        confirm("purged");
    }
}

/// Processes that this one started, by the system's account.
#[cfg(target_os = "linux")]
fn children_of(parent: u32) -> Vec<u32> {
    let numbers = fs::read_dir("/proc").expect("the system tells").flatten().filter_map(|entry| {
        let number = entry.file_name().to_str()?.parse().ok()?;
        let line = fs::read_to_string(entry.path().join("stat")).ok()?;
        // The name, which may hold anything, ends at the last bracket; then come state and parent.
        let of = line.rsplit_once(')')?.1.split_whitespace().nth(1)?;
        (of == parent.to_string()).then_some(number)
    });
    numbers.collect()
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn killed_with_previews_open_it_leaves_no_reader_no_core_and_nothing_in_clear_but_the_copies() {
    budkavle_tests::renderer();
    for signal in [Signal::KILL, Signal::QUIT] {
        let (folder, profile) = profile();
        let mut program = Program::start("look", &profile);
        program.wait_for(2);
        let number = program.child.id();
        let readers = children_of(number);
        assert!(!readers.is_empty(), "a reader for each open preview");
        for process in readers.iter().chain([&number]) {
            let limits = fs::read_to_string(format!("/proc/{process}/limits")).expect("it runs");
            let core =
                limits.lines().find(|line| line.starts_with("Max core file size")).expect("a line for each limit");
            assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
        }
        // As a person's terminal or a fault ends it: with `QUIT` and the usual limits there would be a core dump.
        let process = Pid::from_raw(number.try_into().expect("a small number")).expect("not the first");
        kill_process(process, signal).expect("it is there");
        let status = program.child.wait().expect("it ends");
        assert!(status.signal().is_some() && !status.core_dumped(), "{status:?}");
        until("its readers are gone", || {
            readers.iter().all(|reader| !Path::new(&format!("/proc/{reader}")).exists()).then_some(())
        });

        let app = start(&profile).await;

        let copies = staff::copies(&app);
        assert_eq!(copies.len(), 2);
        assert!(copies.iter().all(|copy| copy.exists()), "a copy outlives the program, until its deadline");
        let camera = Canary::bytes("the photo's camera", files::CAMERA.as_bytes());
        let found = canary::search(&[folder.path()], &[Canary::text("the text", TEXT), camera]);
        assert!(found.only_in(&copies), "{:#?}", found.found);
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_copies_are_made_and_purged_each_has_a_deadline_or_a_receipt() {
    budkavle_tests::renderer();
    for moment in [2, 3, 6] {
        let (_folder, profile) = profile();
        let mut program = Program::start("copy", &profile);
        program.wait_for(moment);
        program.kill();

        let app = start(&profile).await;

        let secure = text(&staff::ask(&app, "unit_settings", Value::Null).await["secureFolder"]);
        let outside = || fs::read_dir(&secure).expect("the secure folder").count();
        let case = staff::open(&app, case_id(1)).await;
        let told = list(&case["reply"]["copies"]);
        let live: Vec<&Value> = told.iter().filter(|copy| copy["purged"].is_null()).collect();
        assert!(outside() <= staff::copies(&app).len(), "what lies outside has an entry with a deadline");
        for copy in &live {
            staff::ask(&app, "purge_copy", json!({ "copy": copy["id"] })).await;
        }
        assert_eq!(outside(), 0);
        let case = staff::open(&app, case_id(1)).await;
        assert!(list(&case["reply"]["copies"]).iter().all(|copy| !copy["purged"].is_null()));
        let report = vault::verify_receipts(&profile.join("vault")).expect("an unbroken chain");
        assert_eq!((report.begun.len(), report.torn_tail), (0, false));
        app.close().await;
    }
}
