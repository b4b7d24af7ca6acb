//! The program ends in the middle of writing a copy.

use std::{
    fs,
    io::Cursor,
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
};

use app::App;
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates::{self, FILES},
};
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use serde_json::{Value, json};

use super::{Program, citizen, profile, start};

/// Bytes that a file of the program may have when it is stopped. The copy is larger, and nothing else is.
const ROOM: u64 = 1_000_000;

/// A case that was answered with a picture whose copy is large.
async fn answered(app: &App) {
    let made = staff::publish(app, &templates::every_kind("Bifoga")).await;
    staff::send(app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut state = 1u32;
    let noise = image::RgbImage::from_fn(1_600, 1_600, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, red, green, blue] = state.to_le_bytes();
        image::Rgb([red, green, blue])
    });
    let mut picture = Cursor::new(Vec::new());
    noise.write_to(&mut picture, image::ImageFormat::Png).expect("memory takes all");
    let mut browser = citizen(app).await;
    let case = case_id(1).to_string();
    meanwhile(|| {
        browser.open(&case).expect("hers");
        browser.attach(&case, &FILES.to_string(), "brus.png", picture.get_ref()).expect("a picture");
        browser.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });
}

/// Begins a copy and is stopped by the system half-way through it.
pub(super) async fn write_half(app: &App) {
    let case = staff::open(app, case_id(1)).await;
    let attachment = &case["reply"]["attachments"][0]["id"];
    let most = Rlimit { current: Some(ROOM), maximum: Some(ROOM) };
    setrlimit(Resource::Fsize, most).expect("less is always allowed");
    let outcome = staff::ask(app, "save_copy", json!({ "attachment": attachment, "hours": 8 })).await;
    panic!("nothing stopped it: {outcome}");
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("there").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

async fn only_copy(app: &App) -> Value {
    let case = staff::open(app, case_id(1)).await;
    let copies = list(&case["reply"]["copies"]);
    assert_eq!(copies.len(), 1);
    copies[0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_was_never_finished_is_destroyed_at_the_next_start_and_told() {
    budkavle_tests::renderer();
    let (_folder, profile) = profile();
    let app = start(&profile).await;
    answered(&app).await;
    let secure = PathBuf::from(text(&staff::ask(&app, "unit_settings", Value::Null).await["secureFolder"]));
    app.close().await;
    let mut program = Program::start("half", &profile);
    let status = program.child.wait().expect("it ends");
    assert_eq!(status.signal(), Some(Signal::XFSZ.as_raw()), "it was stopped, not finished");
    let half = files_below(&secure);
    assert_eq!(half.len(), 1);
    assert_eq!(half[0].metadata().expect("there").len(), ROOM, "it lies there in clear");

    // The disk is not connected at the first start: nothing can be found or destroyed, and nothing is said of it.
    let aside = secure.with_extension("frånkopplad");
    fs::rename(&secure, &aside).expect("moved away");
    let app = start(&profile).await;
    let copy = only_copy(&app).await;
    assert_eq!((&copy["finished"], &copy["purged"]), (&json!(false), &Value::Null));
    app.close().await;
    fs::rename(&aside, &secure).expect("moved back");

    let app = start(&profile).await;

    assert!(files_below(&secure).is_empty());
    let copy = only_copy(&app).await;
    assert_eq!(copy["finished"], json!(false), "what was never finished is not called saved");
    assert!(copy["purged"].is_number());
    let receipt = staff::receipts(&app).await.remove(0);
    assert_eq!((&receipt["kind"], &receipt["trigger"]), (&json!("unfinishedCopy"), &json!("start")));
    let told = staff::ask(&app, "purge_overview", Value::Null).await["unfinished"].clone();
    assert_eq!((list(&told).len(), &told[0]["case"]), (1, &json!(case_id(1))));
    assert_eq!((&told[0]["made"], &told[0]["purged"]), (&copy["made"], &copy["purged"]));
    app.close().await;
}
