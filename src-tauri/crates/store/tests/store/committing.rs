//! All or nothing, and nothing without an audit row.

use std::process::Command;

use budkavle_store::{AuditProblem, Store, StoreError};
use domain::audit::{Action, AuditActor, ChainBreak, GENESIS};
use sqlx::Connection;
use tempfile::TempDir;

use crate::support::*;

#[tokio::test]
async fn a_writer_that_is_dropped_leaves_nothing() {
    let folder = TempDir::new().expect("a folder");
    let store = Store::open(&folder.path().join("store.db"), &KEY, NOW).await.expect("made");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    assert!(writer.unit().await.expect("read").is_some(), "a writer reads what it wrote");
    assert!(store.read().await.expect("free").unit().await.expect("read").is_none(), "nobody else does");

    drop(writer);

    assert!(store.begin().await.expect("free").unit().await.expect("read").is_none());
    assert_eq!(store.read().await.expect("free").audit_head().await.expect("read").seq, 0);
}

#[tokio::test]
async fn nothing_can_be_kept_without_an_audit_row() {
    let store = Store::in_memory(NOW).await.expect("in memory");
    let mut writer = store.begin().await.expect("free");
    writer.insert_unit(&unit()).await.expect("first unit");

    assert!(matches!(writer.commit_all(&[]).await, Err(StoreError::Unaudited)));

    assert!(store.read().await.expect("free").unit().await.expect("read").is_none());
}

#[tokio::test]
async fn a_change_and_its_audit_rows_are_kept_together_and_in_order() {
    let store = Store::in_memory(NOW).await.expect("in memory");
    let mut writer = store.begin().await.expect("free");
    writer.insert_unit(&unit()).await.expect("first unit");
    let mut second = event(Action::PersonAdded);
    second.actor = AuditActor::System;
    second.citizen = Some(citizen_id(7));
    second.subject = "x".into();
    writer.commit_all(&[event(Action::UnitCreated), second]).await.expect("kept");

    let mut reader = store.read().await.expect("free");
    let rows = reader.audit_rows(10, None).await.expect("read");
    let told: Vec<_> = rows.iter().map(|row| (row.seq, row.action.as_str(), row.actor_kind.as_str())).collect();
    assert_eq!(told, [(2, "person.added", "system"), (1, "unit.created", "staff")]);
    assert_eq!(rows[0].previous, rows[1].hash);
    assert_eq!(rows[1].previous, GENESIS);
    assert_eq!(reader.audit_rows(10, Some(2)).await.expect("read").len(), 1);
    let head = reader.audit_head().await.expect("read");
    assert_eq!((head.seq, head.hash), (2, rows[0].hash.clone()));
    assert_eq!(reader.verify_audit().await.expect("holds"), 2);
}

/// A store in a folder, with `rows` audit rows, closed.
async fn with_audit_rows(folder: &TempDir, rows: usize) -> std::path::PathBuf {
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("made");
    let writer = store.begin().await.expect("free");
    writer.commit_all(&vec![event(Action::CasesListed); rows]).await.expect("kept");
    store.close().await;
    path
}

async fn verdict(path: &std::path::Path) -> Result<i64, AuditProblem> {
    let store = Store::open(path, &KEY, NOW).await.expect("opens");
    let verdict = store.read().await.expect("free").verify_audit().await;
    store.close().await;
    verdict
}

#[tokio::test]
async fn audit_rows_can_be_neither_changed_nor_removed() {
    let folder = TempDir::new().expect("a folder");
    let path = with_audit_rows(&folder, 3).await;
    let mut connection = behind_the_back(&path, &KEY).await;
    for sql in ["UPDATE audit SET action = 'x' WHERE seq = 2", "DELETE FROM audit WHERE seq = 3"] {
        let refused = sqlx::query(sql).execute(&mut connection).await.expect_err("refused");
        assert!(refused.to_string().contains("audit rows are never"), "{refused}");
    }
    connection.close().await.expect("closes");
    assert_eq!(verdict(&path).await.expect("holds"), 3);
}

#[tokio::test]
async fn a_row_altered_removed_or_put_in_behind_the_back_is_found() {
    type Check = fn(&AuditProblem) -> bool;
    let tampering: [(&'static str, Check); 4] = [
        ("UPDATE audit SET subject = 'x' WHERE seq = 700", |p| {
            matches!(p, AuditProblem::Broken(ChainBreak::Changed { seq: 700 }))
        }),
        ("DELETE FROM audit WHERE seq = 600", |p| matches!(p, AuditProblem::Broken(ChainBreak::Gap { seq: 601 }))),
        ("DELETE FROM audit WHERE seq = 1", |p| matches!(p, AuditProblem::Broken(ChainBreak::Gap { seq: 2 }))),
        (
            "INSERT INTO audit SELECT 0, at, unit, actor_kind, actor_id, action, subject, citizen, previous, hash \
             FROM audit WHERE seq = 5",
            |p| matches!(p, AuditProblem::Broken(ChainBreak::Gap { seq: 0 })),
        ),
    ];
    for (sql, found) in tampering {
        let folder = TempDir::new().expect("a folder");
        // More than one page of the verifier.
        let path = with_audit_rows(&folder, 1_100).await;
        assert_eq!(verdict(&path).await.expect("holds"), 1_100);
        let mut connection = behind_the_back(&path, &KEY).await;
        for sql in ["DROP TRIGGER audit_is_never_changed", "DROP TRIGGER audit_is_never_removed", sql] {
            sqlx::query(sql).execute(&mut connection).await.expect("somebody with the key can");
        }
        connection.close().await.expect("closes");

        let problem = verdict(&path).await.expect_err("found");

        assert!(found(&problem), "{sql}: {problem:?}");
    }
}

#[tokio::test]
async fn a_reader_sees_one_instant_and_is_not_held_up_by_a_writer() {
    let folder = TempDir::new().expect("a folder");
    let store = Store::open(&folder.path().join("store.db"), &KEY, NOW).await.expect("made");
    let mut reader = store.read().await.expect("free");
    assert!(reader.unit().await.expect("read").is_none());
    let mut writer = store.begin().await.expect("free");
    writer.insert_unit(&unit()).await.expect("first unit");
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");

    assert!(reader.unit().await.expect("read").is_none(), "still the instant when it began");
    assert!(store.read().await.expect("free").unit().await.expect("read").is_some());
}

#[tokio::test]
async fn writers_at_the_same_time_take_turns_and_the_chain_holds() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = std::sync::Arc::new(Store::open(&path, &KEY, NOW).await.expect("made"));
    // Another program on the same file, such as the scheduled purge.
    let other = std::sync::Arc::new(Store::open(&path, &KEY, NOW).await.expect("opens too"));
    let mut tasks = tokio::task::JoinSet::new();
    for n in 0..40 {
        let store = if n % 2 == 0 { store.clone() } else { other.clone() };
        tasks.spawn(async move {
            let writer = store.begin().await.expect("in turn");
            writer.commit(&event(Action::CasesListed)).await.expect("kept");
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("no panic");
    }
    assert_eq!(store.read().await.expect("free").verify_audit().await.expect("holds"), 40);
}

const CRASH: &str = "BUDKAVLE_STORE_TEST_CRASH";

/// Not a test by itself: the child that [`a_program_killed_in_the_middle_leaves_nothing_half_done`] starts and that dies.
#[tokio::test]
async fn the_child_that_is_killed_in_the_middle() {
    let Some(path) = std::env::var_os(CRASH) else { return };
    let store = Store::open(path.as_ref(), &KEY, NOW).await.expect("opens");
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(1, 1, "Bekräftat", NOW)).await.expect("sent");
    writer.commit(&event(Action::CaseSent)).await.expect("kept");
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(2, 1, "Halvgjort", NOW)).await.expect("sent");
    // Far more than the cache: some of it is in the log already.
    for n in 3..400 {
        let mut large = new_case(n, 1, "Halvgjort", NOW);
        large.message.paragraphs = vec!["lång text ".repeat(8_000)];
        writer.insert_case(&large).await.expect("sent");
    }
    std::process::abort();
}

#[tokio::test]
async fn a_program_killed_in_the_middle_leaves_nothing_half_done() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("made");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");
    store.close().await;

    let child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "committing::the_child_that_is_killed_in_the_middle"])
        .env(CRASH, &path)
        .output()
        .expect("started");
    assert!(!child.status.success(), "it must have died");
    let log = std::fs::metadata(folder.path().join("store.db-wal")).expect("left behind").len();
    assert!(log > 1_000_000, "some of the half-done work had reached the disk: {log}");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");
    let mut reader = store.read().await.expect("free");
    let cases = reader.letters_of_citizen(citizen_id(1), at(1_000)).await.expect("read");
    let headings: Vec<_> = cases.iter().map(|case| case.heading.as_str()).collect();
    assert_eq!(headings, ["Bekräftat"], "what was confirmed, and nothing else");
    assert_eq!(reader.verify_audit().await.expect("holds"), 2);
}
