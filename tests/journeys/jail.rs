//! What the application does with what the renderer's jail and its absence tell: nothing is shown, and it is written down.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use app::{Failure, Keyring, PictureFault, PreviewFault};
use budkavle_tests::{files, staff};
use domain::audit::AuditRow;
use serde_json::{Value, json};
use store::Store;
use tempfile::TempDir;
use testkit::World;
use vault::KeyName;

/// A child whose jail holds, until it has a document: then it does this.
fn jailed(then: &str) -> String {
    format!(
        r#"#!/bin/sh
test "$1" != probe || exit 41
printf '\007\003'
head -c 100 > /dev/null
{then}
"#
    )
}

/// Puts a script in the renderer's place.
fn program(script: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let program = folder.path().join("budkavle-render");
    fs::write(&program, script).expect("ours");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("ours");
    (folder, program)
}

/// A reply with a photo, looked at with this script for a renderer: what the screen hears, and the audit rows about it.
async fn looked_at(script: &str) -> (Failure, String, Vec<AuditRow>) {
    let (_folder, program) = program(script);
    let world = World::example_with_renderer(program).await;
    world.sign_in("anders").await;
    let photo = staff::answered_with(&world, "x.jpg", files::PHOTO).await;
    let failure = world.call("open_preview", json!({ "attachment": photo })).await.expect_err("nothing is shown");
    world.app.close().await;
    let rows = rows(&world).await.into_iter().filter(|row| ["renderer", "attachment"].contains(&area(row))).collect();
    (failure, photo, rows)
}

fn area(row: &AuditRow) -> &str {
    row.action.split('.').next().unwrap_or_default()
}

/// All rows of a closed application's store, oldest first.
async fn rows(world: &World) -> Vec<AuditRow> {
    let label = fs::read_to_string(world.profile().join("profile-id")).expect("the profile's name");
    let key = world.keyring.connect(&label).expect("allowed").get(KeyName::DatabaseKey).expect("asked").expect("kept");
    // EXPOSE: a test's own key.
    let key: [u8; 32] = key.expose().as_slice().try_into().expect("32 bytes");
    let store =
        Store::open(&world.profile().join("budkavle.db"), &key, testkit::StillClock::START).await.expect("whole");
    let mut reader = store.read().await.expect("open");
    let mut rows = reader.audit_rows(100_000, None).await.expect("read");
    drop(reader);
    store.close().await;
    rows.reverse();
    rows
}

fn actions(rows: &[AuditRow]) -> Vec<(&str, &str)> {
    rows.iter().map(|row| (row.actor_kind.as_str(), row.action.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_breaks_out_of_its_jail_is_told_as_that_and_written_down() {
    for (then, fault) in [("kill -SYS $$", PreviewFault::Violation), ("printf 'HTTP/1.1 200 OK'", PreviewFault::Breach)]
    {
        let (failure, photo, rows) = looked_at(&jailed(then)).await;
        assert_eq!(failure, Failure::PreviewFailed { fault });
        let expected =
            [("citizen", "attachment.received"), ("system", "renderer.jail-tested"), ("system", "attachment.attacked")];
        assert_eq!(actions(&rows), expected);
        assert_eq!(rows[1].subject, "9/9 limits+calls");
        assert_eq!(rows[2].subject, photo);
        assert_eq!(rows[2].citizen, rows[0].citizen, "whose file it was");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_for_a_template_that_breaks_out_is_stopped_and_written_down_as_well() {
    let (_folder, program) = program(&jailed("kill -SYS $$"));
    let world = World::example_with_renderer(program).await;
    world.sign_in("anders").await;
    let picture = domain::template::Picture::new(files::PHOTO, 1, 1);
    let refused = world.call("prepare_picture", json!({ "data": picture.data })).await;
    assert_eq!(refused, Err(Failure::PictureRefused { fault: PictureFault::Stopped }));
    world.app.close().await;
    let rows = rows(&world).await;
    let attacks: Vec<_> = rows.iter().filter(|row| row.action == "template.picture-attacked").collect();
    assert_eq!(attacks.len(), 1);
    assert_eq!((attacks[0].actor_kind.as_str(), attacks[0].citizen.as_str()), ("system", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_only_too_heavy_is_no_attack() {
    let (failure, _, rows) = looked_at(&jailed("kill -ABRT $$")).await;
    assert_eq!(failure, Failure::PreviewFailed { fault: PreviewFault::OutOfMemory });
    assert!(rows.iter().all(|row| row.action != "attachment.attacked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_jail_has_a_hole_no_file_is_shown() {
    // It says that it is confined, and a program can be started out of it.
    let hole = jailed("cat > /dev/null").replace("exit 41", r#"{ test "$2" = execute && exit 40; exit 41; }"#);
    let (failure, _, rows) = looked_at(&hole).await;
    assert_eq!(failure, Failure::PreviewFailed { fault: PreviewFault::NotConfined });
    let tested = rows.last().expect("it was tested");
    assert_eq!((tested.action.as_str(), tested.subject.as_str()), ("renderer.jail-tested", "8/9 limits+calls"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_jail_is_tested_once_for_each_sign_in() {
    budkavle_tests::renderer();
    let world = World::example().await;
    world.app.do_jobs().await;
    world.sign_in("karin").await;
    world.app.do_jobs().await;
    world.app.do_jobs().await;
    let _: () = world.ask("sign_out", Value::Null).await;
    world.app.do_jobs().await;
    world.sign_in("anders").await;
    world.app.do_jobs().await;
    world.app.close().await;
    let tested: Vec<_> = rows(&world).await.into_iter().filter(|row| row.action == "renderer.jail-tested").collect();
    assert_eq!(tested.len(), 2);
    assert!(tested.iter().all(|row| row.subject.starts_with("9/9 limits+calls")), "{tested:?}");
}

#[test]
fn the_headless_program_prints_the_table_and_ends_well() {
    let program = budkavle_tests::renderer().with_file_name("budkavlectl");
    let output = std::process::Command::new(program).arg("selftest").output().expect("built beside the renderer");
    let table = String::from_utf8(output.stdout).expect("words");
    assert!(table.contains("9 av 9 nekade."), "{table}");
    assert_eq!(table.matches("  nekat  ").count(), 9, "{table}");
    assert!(output.status.success());
}
