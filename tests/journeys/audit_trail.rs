//! Every change and every reading of patient data leaves a row in a chain that shows what was done to it.

use std::{fs, path::Path};

use app::Keyring;
use budkavle_tests::{
    files, meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates::{self, FILES},
};
use domain::audit::{AuditRow, ChainBreak, GENESIS};
use serde_json::{Value, json};
use store::Store;
use testkit::World;
use vault::{KeyName, PurgeArea, verify_receipts};

/// Closes the application and tells its store's key, as a person can who has the keyring.
async fn key_of(world: &World) -> [u8; 32] {
    world.app.close().await;
    let label = fs::read_to_string(world.profile().join("profile-id")).expect("the profile's name");
    let keys = world.keyring.connect(&label).expect("allowed");
    let key = keys.get(KeyName::DatabaseKey).expect("asked").expect("kept");
    // EXPOSE: a test's own key.
    key.expose().as_slice().try_into().expect("32 bytes")
}

/// All rows of the store in this file, newest first, if the chain holds; `None` if anything is wrong with it.
async fn verified(database: &Path, key: &[u8; 32]) -> Option<Vec<AuditRow>> {
    let store = Store::open(database, key, testkit::StillClock::START).await.ok()?;
    let mut reader = store.read().await.ok()?;
    let verified = reader.verify_audit().await.ok();
    let rows = reader.audit_rows(100_000, None).await.ok();
    drop(reader);
    store.close().await;
    rows.filter(|rows| i64::try_from(rows.len()).ok() == verified)
}

/// All rows, oldest first, after the whole chain was verified.
async fn rows(world: &World) -> Vec<AuditRow> {
    let key = key_of(world).await;
    let mut rows = verified(&world.profile().join("budkavle.db"), &key).await.expect("the chain holds");
    rows.reverse();
    rows
}

/// The actions since the example was made, with who did each.
async fn day(world: &World) -> Vec<(String, String)> {
    let rows = rows(world).await;
    let start = rows.iter().position(|row| row.action == "session.signed-in").expect("somebody signed in");
    rows[start..].iter().map(|row| (row.actor_kind.clone(), row.action.clone())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_days_work_leaves_one_row_for_each_thing_that_was_done() {
    budkavle_tests::renderer();
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let _: () = world.ask("archive_template", json!({ "template": made.template })).await;
    let _: () = world.ask("restore_template", json!({ "template": made.template })).await;
    let items = json!([{
        "id": "01970000-0000-7000-8000-00000000eeee", "text": "Röker du?", "help": "", "required": true, "kind": { "type": "yesNo" },
    }]);
    let kept: Value = world.ask("save_bank_section", json!({ "name": "Vanor", "items": items })).await;
    let _: () = world.ask("rename_bank_section", json!({ "section": kept, "name": "Levnadsvanor" })).await;
    let _: Value = world.ask("remove_bank_section", json!({ "section": kept })).await;
    let _: Value = world.ask("list_citizens", Value::Null).await;
    staff::send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut citizen = world.citizen(INGRID).await;
    let case = case_id(1).to_string();
    meanwhile(|| {
        citizen.open(&case).expect("hers");
        citizen.open(&case).expect("reading again changes nothing");
        let extra = citizen.attach(&case, &FILES.to_string(), "x.jpg", files::PHOTO).expect("a photo");
        citizen.delete(&format!("/api/letters/{case}/attachments/{}", text(&extra["id"]))).expect("hers");
        citizen.attach(&case, &FILES.to_string(), "x.jpg", files::PHOTO).expect("a photo");
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });
    staff::row(&world.app, case_id(1)).await;
    let opened = staff::open(&world.app, case_id(1)).await;
    let photo = list(&opened["reply"]["attachments"])[0]["id"].clone();
    let _: Value = world.ask("open_preview", json!({ "attachment": photo })).await;
    let _: String = world.ask("draft_note", json!({ "case": case_id(1) })).await;
    let _: Value = world.ask("save_copy", json!({ "attachment": photo, "hours": 1 })).await;
    let _: () = world.ask("purge_attachment", json!({ "attachment": photo })).await;
    let _: () = world.ask("lock", Value::Null).await;
    let _: () = world.ask("unlock", json!({ "password": "exempel-anders" })).await;
    let _: () = world.ask("sign_out", Value::Null).await;

    let expected = [
        ("staff", "session.signed-in"),
        ("staff", "template.created"),
        ("staff", "template.saved"),
        ("staff", "template.published"),
        ("staff", "template.archived"),
        ("staff", "template.restored"),
        ("staff", "bank.section-saved"),
        ("staff", "bank.section-renamed"),
        ("staff", "bank.section-removed"),
        ("staff", "citizens.listed"),
        ("staff", "citizen.looked-up"),
        ("staff", "case.sent"),
        ("citizen", "inbox.signed-in"),
        ("citizen", "case.read"),
        ("citizen", "attachment.received"),
        ("citizen", "attachment.withdrawn"),
        ("system", "attachment.purged"),
        ("system", "purge.receipts"),
        ("citizen", "attachment.received"),
        ("citizen", "case.answered"),
        ("staff", "cases.listed"),
        ("staff", "case.opened"),
        ("system", "renderer.jail-tested"),
        ("staff", "attachment.previewed"),
        ("staff", "note.drafted"),
        ("staff", "copy.begun"),
        ("staff", "copy.made"),
        ("system", "copy.purged"),
        ("system", "purge.receipts"),
        ("system", "attachment.purged"),
        ("system", "purge.receipts"),
        ("staff", "session.locked"),
        ("staff", "session.unlocked"),
        ("staff", "session.signed-out"),
    ];
    assert_eq!(day(&world).await, expected.map(|(who, what)| (who.to_owned(), what.to_owned())));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_or_rolled_back_leaves_no_row_and_what_was_read_does() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Mall" })).await;
    let publish = json!({ "template": created["id"], "revision": created["draft"]["revision"] });
    world.call("publish_template", publish).await.expect_err("it is empty");
    world.call("look_up_citizen", json!({ "number": "191212121212" })).await.expect_err("a stranger");
    world.call("open_case", json!({ "case": case_id(9) })).await.expect_err("there is none");
    let wrong = json!({ "username": "karin", "password": "fel" });
    world.call("sign_in", wrong).await.expect_err("wrong");
    let actions: Vec<String> = day(&world).await.into_iter().map(|(_, action)| action).collect();
    assert_eq!(actions, ["session.signed-in", "template.created", "session.refused"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_was_altered_behind_the_back_is_found() {
    let world = World::example().await;
    world.sign_in("karin").await;
    let rows = rows(&world).await;
    let verify = |rows: &[AuditRow]| {
        let mut last = (0, GENESIS.to_owned());
        rows.iter().try_for_each(|row| {
            row.verify_after(last.0, &last.1)?;
            last = (row.seq, row.hash.clone());
            Ok::<(), ChainBreak>(())
        })
    };
    assert_eq!(verify(&rows), Ok(()));
    for altered in 0..rows.len() {
        let mut rows = rows.clone();
        rows[altered].subject.push('x');
        assert_eq!(verify(&rows), Err(ChainBreak::Changed { seq: rows[altered].seq }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_of_the_store_can_be_altered_without_the_key_so_that_the_log_reads_otherwise() {
    let world = World::example().await;
    world.sign_in("karin").await;
    let key = key_of(&world).await;
    let whole = fs::read(world.profile().join("budkavle.db")).expect("the store");
    let altered = tempfile::tempdir().expect("a folder");
    let database = altered.path().join("budkavle.db");
    fs::write(&database, &whole).expect("ours");
    let rows = verified(&database, &key).await.expect("the chain holds");
    let mut found = 0;
    for page in (0..whole.len()).step_by(4096) {
        let mut bytes = whole.clone();
        bytes[page + 100] ^= 1;
        fs::write(&database, bytes).expect("ours");
        match verified(&database, &key).await {
            None => found += 1,
            // A page of something else than the log.
            Some(read) => assert_eq!(read, rows, "page at {page}"),
        }
    }
    assert!(found > 1, "at least the first page and one of the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_altered_receipt_is_found() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    staff::send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut citizen = world.citizen(INGRID).await;
    meanwhile(|| citizen.attach(&case_id(1).to_string(), &FILES.to_string(), "x.jpg", files::PHOTO)).expect("a photo");
    world.clock.advance_minutes(25 * 60);
    world.app.do_jobs().await;
    let vault = world.profile().join("vault");
    assert_eq!(PurgeArea::at(&vault).receipts_after(0).expect("read").len(), 1, "never sent in, destroyed after a day");
    assert_eq!(verify_receipts(&vault).expect("the chain holds").purged, 1);
    let log = vault.join("receipts.log");
    let text = fs::read_to_string(&log).expect("the receipts");
    fs::write(&log, text.replacen("\"timer\"", "\"start\"", 1)).expect("ours");
    assert!(verify_receipts(&vault).is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_file_is_logged_once_it_opened_and_an_original_with_the_reason_why_it_was_kept() {
    budkavle_tests::renderer();
    let mut policy = app::Policy::default();
    policy.copies.originals = true;
    let world = World::example_under(policy).await;
    world.sign_in("anders").await;
    let file = staff::answered_with(&world, "x.pdf", files::LOCKED).await;
    let open = |password: Value| json!({ "attachment": file, "password": password });
    world.call("open_preview", open(Value::Null)).await.expect_err("locked");
    world.call("open_preview", open(json!("fel"))).await.expect_err("still locked");
    let preview: Value = world.ask("open_preview", open(json!(files::PASSWORD))).await;
    let wish = json!({ "ticket": preview["ticket"], "reason": "copyIncomplete", "hours": 1 });
    let _: Value = world.ask("save_original", wish).await;

    let day = day(&world).await;

    let actions: Vec<&str> = day.iter().map(|(_, action)| action.as_str()).collect();
    assert_eq!(
        actions[actions.len() - 5..],
        [
            "case.opened",
            "renderer.jail-tested",
            "attachment.previewed",
            "copy.original-begun",
            "copy.original-as-copy-incomplete"
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chain_holds_the_fingerprint_of_what_was_published() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let history: Value = world.ask("template_history", json!({ "template": made.template })).await;
    let version = &history["versions"][0];
    let subject = format!("{} {}", text(&version["version"]), text(&version["fingerprint"]));
    let published = rows(&world).await.into_iter().rfind(|row| row.action == "template.published");
    assert_eq!(published.expect("a row").subject, subject);
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_counts_leaves_no_row_and_saving_them_one() {
    let world = World::example().await;
    world.sign_in("karin").await;
    let period = json!({ "period": "days90" });
    let _: Value = world.ask("overview", Value::Null).await;
    let _: Value = world.ask("read_statistics", period.clone()).await;
    world.dialogs.save_as(world.profile().join("statistik.csv"));
    assert!(world.ask::<bool>("save_statistics", period).await);
    let staff = |action: &str| ("staff".to_owned(), action.to_owned());
    assert_eq!(day(&world).await, [staff("session.signed-in"), staff("statistics.saved")]);
}
