//! What a clinician decides after looking: a locked file, a copy in its place, the original where that is allowed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use app::{CopyFault, Failure, Policy, PreviewFault, attachments::page};
use budkavle_tests::{
    canary::holds,
    files, meanwhile,
    staff::{self, case_id, list, text},
    templates::{self, FILES},
};
use serde_json::{Value, json};
use testkit::World;

/// A world under this policy, where Ingrid has answered with these files; their ids in the same order.
async fn answered(policy: Policy, sent_in: &[(&str, &[u8])]) -> (World, Vec<String>) {
    let (world, mut citizen, case) = staff::sent_under(policy).await;
    meanwhile(|| {
        citizen.open(&case).expect("hers");
        for (name, bytes) in sent_in {
            citizen.attach(&case, &FILES.to_string(), name, bytes).expect("accepted");
        }
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });
    let opened = staff::open(&world.app, case_id(1)).await;
    let kept = list(&opened["reply"]["attachments"]);
    let id_of = |name: &str| text(&kept.iter().find(|file| file["name"] == name).expect("it was sent in")["id"]);
    (world, sent_in.iter().map(|(name, _)| id_of(name)).collect())
}

/// A policy with one folder for copies, which is made here.
fn policy_with(folder: &Path, originals: bool) -> Policy {
    fs::create_dir_all(folder).expect("a folder");
    let mut policy = Policy::default();
    policy.copies.secure_folders = vec![folder.to_owned()];
    policy.copies.originals = originals;
    policy
}

/// All files below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() { found.extend(files_below(&entry)) } else { found.push(entry) }
    }
    found
}

const fn preview_failed(fault: PreviewFault) -> Failure {
    Failure::PreviewFailed { fault }
}

const fn copy_failed(fault: CopyFault) -> Failure {
    Failure::CopyFailed { fault }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_file_opens_with_its_password_which_is_kept_nowhere() {
    let (world, ids) = answered(Policy::default(), &[("last.pdf", files::LOCKED)]).await;
    let open = |password: Value| json!({ "attachment": ids[0], "password": password });
    let needed = world.call("open_preview", open(Value::Null)).await;
    assert_eq!(needed, Err(preview_failed(PreviewFault::PasswordNeeded)));
    let wrong = world.call("open_preview", open(json!("fel"))).await;
    assert_eq!(wrong, Err(preview_failed(PreviewFault::WrongPassword)));
    let too_long = world.call("open_preview", open(json!("å".repeat(200)))).await;
    assert_eq!(too_long, Err(preview_failed(PreviewFault::WrongPassword)));

    let preview: Value = world.ask("open_preview", open(json!(files::PASSWORD))).await;

    assert!(staff::page_text(&world.app, &preview, 1).await.contains("Blodsockervärden"));
    let ticket = text(&preview["ticket"]);
    assert!(page(&world.app, &ticket, 2, 600).await.expect("a page").starts_with(b"\xff\xd8"));
    for file in files_below(&world.profile()) {
        let bytes = fs::read(&file).expect("ours");
        assert!(!holds(&bytes, files::PASSWORD.as_bytes()), "the password lies in {}", file.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_file_is_copied_by_its_open_preview_or_with_the_password_and_the_copy_is_not_locked() {
    let (world, ids) = answered(Policy::default(), &[("last.pdf", files::LOCKED), ("bild.jpg", files::PHOTO)]).await;
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let secure = PathBuf::from(text(&unit["secureFolder"]));
    let wish = |ticket: &Value, password: Value| json!({ "attachment": ids[0], "hours": 1, "ticket": ticket, "password": password });
    let refused = world.call("save_copy", wish(&Value::Null, Value::Null)).await;
    assert_eq!(refused, Err(preview_failed(PreviewFault::PasswordNeeded)));
    assert!(files_below(&secure).is_empty());

    let _: Value = world.ask("save_copy", wish(&Value::Null, json!(files::PASSWORD))).await;
    let open = json!({ "attachment": ids[0], "password": files::PASSWORD });
    let preview: Value = world.ask("open_preview", open).await;
    let _: Value = world.ask("save_copy", wish(&preview["ticket"], Value::Null)).await;

    let copies = files_below(&secure);
    assert_eq!(copies.len(), 2);
    for copy in copies {
        let bytes = fs::read(copy).expect("the copy");
        assert!(bytes.starts_with(b"%PDF-") && !holds(&bytes, b"/Encrypt"));
    }
    let of_another = json!({ "attachment": ids[1], "hours": 1, "ticket": preview["ticket"] });
    assert_eq!(world.call("save_copy", of_another).await, Err(Failure::PreviewClosed), "not of another file");
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_lie_only_where_the_organisation_says_when_it_does() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let decided = elsewhere.path().join("säkert");
    let (world, ids) = answered(policy_with(&decided, false), &[("bild.jpg", files::PHOTO)]).await;
    let rules: Value = world.ask("copy_rules", Value::Null).await;
    let expected = json!({ "folders": [decided], "foldersGoverned": true, "maxHours": 8, "originals": false });
    assert_eq!(rules, expected);
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let wish = json!({ "attachment": ids[0], "hours": 1 });

    let copy: Value = world.ask("save_copy", wish.clone()).await;

    assert!(copy.is_object());
    assert_eq!(files_below(&decided).len(), 1, "the dialog began there");
    for outside in [PathBuf::from(text(&unit["secureFolder"])), elsewhere.path().to_owned()] {
        world.dialogs.choose(outside);
        let refused = world.call("save_copy", wish.clone()).await;
        assert_eq!(refused, Err(copy_failed(CopyFault::OutsideSecureFolder)));
    }
    fs::remove_dir_all(&decided).expect("ours");
    let refused = world.call("save_copy", wish).await;
    assert_eq!(refused, Err(copy_failed(CopyFault::FolderMissing)), "it has vanished");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_original_is_kept_as_it_came_only_after_a_look_and_with_a_reason() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let decided = elsewhere.path().join("säkert");
    let (world, ids) = answered(policy_with(&decided, true), &[("varden.pdf", files::DOCUMENT)]).await;
    let wish = |ticket: &Value| json!({ "ticket": ticket, "reason": "otherProgram", "hours": 1 });
    assert_eq!(world.call("save_original", wish(&json!("x"))).await, Err(Failure::PreviewClosed));
    let preview: Value = world.ask("open_preview", json!({ "attachment": ids[0] })).await;
    let reasonless = json!({ "ticket": preview["ticket"], "hours": 1 });
    assert_eq!(world.call("save_original", reasonless).await, Err(Failure::RequestMalformed));

    let copy: Value = world.ask("save_original", wish(&preview["ticket"])).await;

    assert_eq!((&copy["kind"], &copy["finished"]), (&json!("original"), &json!(true)));
    let opened = staff::open(&world.app, case_id(1)).await;
    assert_eq!(opened["reply"]["copies"][0]["kind"], json!("original"));
    let overview: Value = world.ask("purge_overview", Value::Null).await;
    let told: Vec<_> = list(&overview["kept"]).iter().map(|item| item["copy"].clone()).collect();
    assert_eq!(told, [json!("original"), Value::Null]);
    let kept = files_below(&decided);
    assert_eq!(fs::read(&kept[0]).expect("the original"), files::DOCUMENT, "as it came");
    let name = kept[0].file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with("original-2") && name.ends_with(".pdf"), "{name}");
    let _: () = world.ask("purge_copy", json!({ "copy": copy["id"] })).await;
    assert!(files_below(&decided).is_empty(), "it is purged like any copy");
    let receipt = staff::receipts(&world.app).await.remove(0);
    assert_eq!(receipt["kind"], json!("original"), "and its receipt says what it was");
    let detail: Value = world.ask("open_receipt", json!({ "seq": receipt["seq"] })).await;
    assert_eq!(detail["receipt"], receipt);
    assert_eq!(detail["circumstances"]["person"], json!("Karin Holm"), "who chose to purge it");
    let period = json!({ "from": 0, "until": 4_000_000_000_000_i64 });
    let report: Value = world.ask("purge_report", period).await;
    assert_eq!(report["byKind"], json!([{ "kind": "original", "outcome": "removed", "count": 1 }]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_original_stays_where_it_is_unless_the_organisation_allows_it() {
    let (world, ids) = answered(Policy::default(), &[("varden.pdf", files::DOCUMENT)]).await;
    let preview: Value = world.ask("open_preview", json!({ "attachment": ids[0] })).await;
    let wish = json!({ "ticket": preview["ticket"], "reason": "detail", "hours": 1 });
    let refused = world.call("save_original", wish).await;
    assert_eq!(refused, Err(copy_failed(CopyFault::OriginalsNotAllowed)));
}
