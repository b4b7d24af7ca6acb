//! After a day's work nothing that belongs to a person lies in clear anywhere: not in the profile, not in temporary
//! folders, not in a log.

use std::{
    fs,
    path::{Path, PathBuf},
};

use app::{Failure, attachments::page};
use budkavle_tests::{
    canary::{self, Canary},
    files, meanwhile, renderer,
    staff::{self, case_id, list, text},
    templates::{self, FILES},
};
use serde_json::{Value, json};
use testkit::World;

const TEXT: &str = "KANARIEFÅGEL-7431";
const NAME: &str = "Kanarina Fågelsång";
const NUMBER: &str = "199001189811";
const IN_FILE: &str = "KANARIE-I-FIL-9001";

fn canaries() -> Vec<Canary> {
    vec![
        Canary::text("the text", TEXT),
        Canary::text("the name", NAME),
        Canary::number("the personal number", NUMBER),
        Canary::text("the file's content", IN_FILE),
        Canary::text("the file's name", "kanariebild"),
        Canary::bytes("the photo's camera", files::CAMERA.as_bytes()),
        Canary::bytes("the photo's pixels", &files::PHOTO[20_000..20_040]),
    ]
}

/// Forty bytes from the middle of a compressed picture: they occur nowhere else.
fn pattern(name: &'static str, jpeg: &[u8]) -> Canary {
    Canary::bytes(name, &jpeg[jpeg.len() / 2..][..40])
}

/// A document with the canary in it that ends its reader: it unfolds to a gibibyte.
fn bomb() -> Vec<u8> {
    hostile::documents::OnePage {
        content: hostile::documents::stream("/Filter/FlateDecode", &hostile::deflate::bomb(1 << 30)),
        catalogue: format!("/Words({IN_FILE})"),
        ..hostile::documents::OnePage::default()
    }
    .bytes()
}

/// A template, two cases, replies with four files, one of which kills its reader, previews, temporary copies, a note,
/// drafts; everything with a canary in it. Returns what the pictures of the day are known by, and where the copies are.
async fn a_day(world: &World) -> (Vec<Canary>, Vec<PathBuf>) {
    world.sign_in("anders").await;
    let register = format!("personnummer;namn;vårdrelation\n{NUMBER};{NAME};Listad {TEXT}\n");
    let _: Value = world.ask("import_citizens", json!({ "text": register })).await;
    let mut content = templates::every_kind(&format!("Uppföljning {TEXT}"));
    content.handler_instruction = TEXT.to_owned();
    content.purpose = TEXT.to_owned();
    let made = staff::publish(&world.app, &content).await;
    world.sign_in("karin").await;
    let slots = templates::slots(&format!("Hej {NAME}, {TEXT}"));
    staff::send(&world.app, case_id(1), NUMBER, &made.version, &slots).await;
    staff::send(&world.app, case_id(2), NUMBER, &made.version, &slots).await;
    let citizen = staff::look_up(&world.app, NUMBER).await;
    let _: Value = world.ask("save_message_draft", staff::message(case_id(3), &citizen, &made.version, &slots)).await;

    let mut browser = world.citizen(NUMBER).await;
    let case = case_id(1).to_string();
    meanwhile(|| {
        let mut attach = |name: &str, bytes: &[u8]| browser.attach(&case, &FILES.to_string(), name, bytes);
        attach("kanariebild.jpg", files::PHOTO).expect("a photo");
        attach("kanariebild.pdf", &files::document_saying(IN_FILE)).expect("a document");
        attach("kanariebild.jpg", &files::photo_of(3_000_000)).expect("a large photo");
        let mut refused = files::program();
        refused.extend(IN_FILE.as_bytes());
        attach("kanariebild.exe", &refused).expect_err("a program");
        browser.open(&case).expect("hers");
        browser.answer_letter(&case, &templates::right_answers(TEXT)).expect("answers that fit");
    });
    let second = case_id(2).to_string();
    meanwhile(|| {
        browser.open(&second).expect("hers");
        browser.attach(&second, &FILES.to_string(), "kanariebild.pdf", &bomb()).expect("a document by its first bytes");
        browser.answer_letter(&second, &templates::right_answers(TEXT)).expect("answers that fit");
    });
    let search = json!({ "scope": "unit", "list": "open", "filter": {}, "search": NAME, "after": null });
    let _: Value = world.ask("list_cases", search).await;
    let opened = staff::open(&world.app, case_id(1)).await;
    let (mut words, mut pictures) = (String::new(), Vec::new());
    for file in list(&opened["reply"]["attachments"]) {
        let preview: Value = world.ask("open_preview", json!({ "attachment": file["id"] })).await;
        pictures.push(pattern("a page as it was shown", &shown(world, &preview["ticket"]).await.expect("a page")));
        words.push_str(&staff::page_text(&world.app, &preview, 1).await);
        let _: Value = world.ask("save_copy", json!({ "attachment": file["id"], "hours": 8 })).await;
    }
    let copies = staff::copies(&world.app);
    for copy in &copies {
        pictures.push(pattern("a copy's pixels", &fs::read(copy).expect("it was just made")));
    }
    let opened = staff::open(&world.app, case_id(2)).await;
    let killer = json!({ "attachment": opened["reply"]["attachments"][0]["id"] });
    let killed = match world.call("open_preview", killer).await {
        Ok(preview) => shown(world, &preview["ticket"]).await.map(drop),
        Err(failure) => Err(failure),
    };
    assert!(matches!(killed, Err(Failure::PreviewFailed { .. })), "its reader died of it");
    assert!(words.contains(IN_FILE), "the canary was really in the file");
    let note: String = world.ask("draft_note", json!({ "case": case_id(1) })).await;
    assert!(note.contains(TEXT), "the canary was really in the answer");
    // Failures with personal data in the request, for the log's sake.
    for (name, request) in [
        ("look_up_citizen", json!({ "number": NUMBER.replace('1', "2") })),
        ("look_up_citizen", json!({ "number": [NAME] })),
        ("import_citizens", json!({ "text": register })),
        ("open_sendable", json!({ "version": NAME })),
    ] {
        world.call(name, request).await.expect_err("refused");
    }
    (pictures, copies)
}

/// The first page of an open preview.
async fn shown(world: &World, ticket: &Value) -> Result<Vec<u8>, Failure> {
    page(&world.app, &text(ticket), 1, 480).await
}

/// Everything this test's process may have written to: the profile, the temporary folder, and the home folder where the
/// tests have one of their own.
fn search(world: &World, pictures: &[Canary]) -> canary::Search {
    let temporary = std::env::temp_dir();
    let profile = world.profile();
    // A home folder beside the temporary one, and neither at the root of the disk.
    let sandbox = temporary.parent().filter(|sandbox| sandbox.parent().is_some());
    let own_home = std::env::var_os("HOME").filter(|home| Path::new(home).parent() == sandbox);
    let mut folders = vec![profile.as_path()];
    if let Some(home) = &own_home {
        // Inside a sandbox of `cargo xtask test`, both folders are this run's own.
        folders.push(Path::new(home));
        folders.push(&temporary);
    }
    let canaries: Vec<Canary> = canaries().into_iter().chain(pictures.iter().cloned()).collect();
    let mut search = canary::search(&folders, &canaries);
    // In the temporary folder lie the worlds of the other tests too, where copies of the same photo are where they may be.
    let is_anothers = |path: &Path| !path.starts_with(&profile) && path.iter().any(|part| part == "tillfälliga-kopior");
    search.found.retain(|found| !is_anothers(&found.path));
    search
}

#[tokio::test(flavor = "multi_thread")]
async fn a_days_work_leaves_nothing_readable_on_disk() {
    renderer();
    let world = World::example().await;
    let (pictures, copies) = a_day(&world).await;
    assert_eq!(copies.len(), 3);

    let while_running = search(&world, &pictures);
    assert!(while_running.only_in(&copies), "{:#?}", while_running.found);
    for copy in &copies {
        assert!(while_running.found.iter().any(|found| found.path == *copy), "the search would find a copy's pixels");
    }
    assert!(while_running.files > 8, "the search looked at the store, its log and the sealed files");
    world.app.close().await;
    let closed = search(&world, &pictures);
    assert!(closed.only_in(&copies), "{:#?}", closed.found);
    let head = fs::read(world.profile().join("budkavle.db")).expect("the store")[..16].to_vec();
    assert_ne!(head, b"SQLite format 3\0", "the store is encrypted from its first byte");

    let world = world.restart().await;
    world.clock.advance_minutes(40 * 24 * 60);
    world.app.do_jobs().await;
    assert!(staff::copies(&world.app).is_empty());
    let purged = search(&world, &pictures);
    assert!(purged.found.is_empty(), "{:#?}", purged.found);
}

#[test]
fn the_search_finds_what_was_left_whatever_its_name_and_spelling() {
    // Other texts than the journey's, which may run at the same time and searches the whole temporary folder.
    let canaries = || [Canary::text("bird", "FÅGEL-7"), Canary::number("number", "191212121212")];
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("a/b");
    fs::create_dir_all(&deep).expect("ours");
    let utf16: Vec<u8> = "xFÅGEL-7x".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let left = ["en FÅGEL-7".as_bytes(), &utf16, b"F\\u00c5GEL-7", b"F\xc5GEL-7", b"FFF\xc3\x85GEL-7"];
    for (number, bytes) in left.iter().enumerate() {
        fs::write(deep.join(number.to_string()), bytes).expect("ours");
    }
    for (number, text) in ["x191212121212", "19121212-1212", "121212-1212", "1212121212"].iter().enumerate() {
        fs::write(deep.join(format!("n{number}")), text).expect("ours");
    }
    fs::write(deep.join("innocent"), "FÅGEL-8 19121212 121").expect("ours");
    fs::write(deep.join("FÅGEL-7"), "").expect("ours");
    let search = canary::search(&[folder.path()], &canaries());
    assert_eq!(search.found.len(), 10, "{:#?}", search.found);
    assert_eq!(search.files, 11);
}
