//! Migrating, with made-up schemas after the first, so that these tests need not follow every real one.

use std::path::Path;

use domain::Timestamp;
use tempfile::TempDir;

use super::*;
use crate::migrations::MIGRATIONS;

const KEY: [u8; 32] = [7; 32];
const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);

/// The first real step and made-up ones up to `version`; each adds a table.
fn up_to(version: i64) -> Vec<Migration> {
    let real = MIGRATIONS.iter().take(1).map(|step| Migration { ..*step });
    let made_up = (2..=version).map(|version| Migration {
        version,
        name: "made up",
        portable: match version {
            2 => "CREATE TABLE second (id TEXT)",
            3 => "CREATE TABLE third (id TEXT)",
            4 => "CREATE TABLE fourth (id TEXT)",
            5 => "CREATE TABLE fifth (id TEXT)",
            _ => "this is not SQL",
        },
        sqlite: "",
    });
    real.chain(made_up).collect()
}

async fn open_and_close(path: &Path, steps: &[Migration]) -> Result<(), OpenProblem> {
    let pools = open(path, &KEY, NOW, steps).await?;
    pools.readers.close().await;
    pools.writer.close().await;
    Ok(())
}

async fn schema_at(path: &Path) -> i64 {
    let mut connection = options(path, &KEY).connect().await.expect("opens");
    let found = schema_of(&mut connection).await.expect("the key fits");
    connection.close().await.expect("closes");
    match found {
        Found::Schema(version) => version,
        Found::New => 0,
    }
}

fn backups(folder: &TempDir) -> Vec<String> {
    let names = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> =
        names.map(|name| name.to_string_lossy().into_owned()).filter(|n| n.contains("before")).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_backup_that_opens_with_the_key_is_written_before_the_schema_changes() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    open_and_close(&path, &up_to(1)).await.expect("made");
    assert!(backups(&folder).is_empty(), "nothing to back up in a new store");

    open_and_close(&path, &up_to(2)).await.expect("migrated");

    assert_eq!(backups(&folder), ["store.db.before-2.bak"]);
    assert_eq!(schema_at(&folder.path().join("store.db.before-2.bak")).await, 1);
    assert_eq!(schema_at(&path).await, 2);
}

#[tokio::test]
async fn what_still_lay_in_the_log_is_in_the_backup() {
    let folder = TempDir::new().expect("a folder");
    let (path, crashed) = (folder.path().join("store.db"), folder.path().join("crashed.db"));
    let pools = open(&path, &KEY, NOW, &up_to(1)).await.expect("made");
    sqlx::query("INSERT INTO receipts VALUES (1, 'a', 'b', 1, 1, 'c', 'd', 1)")
        .execute(&pools.writer)
        .await
        .expect("written");
    // The files as they lie when the program is killed.
    fs::copy(&path, &crashed).expect("copied");
    fs::copy(beside(&path, "-wal"), beside(&crashed, "-wal")).expect("copied");
    assert!(size_of_log(&crashed) > 0, "or this proves nothing");

    open_and_close(&crashed, &up_to(2)).await.expect("migrated");

    let backup = folder.path().join("crashed.db.before-2.bak");
    let mut connection = options(&backup, &KEY).connect().await.expect("opens");
    let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM receipts").fetch_one(&mut connection).await.expect("read");
    assert_eq!(rows, 1);
}

#[tokio::test]
async fn only_the_three_newest_backups_are_kept() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    for version in 1..=5 {
        open_and_close(&path, &up_to(version)).await.expect("migrated");
    }
    assert_eq!(backups(&folder), ["store.db.before-3.bak", "store.db.before-4.bak", "store.db.before-5.bak"]);
}

#[tokio::test]
async fn a_step_that_fails_leaves_the_old_schema_whole() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    open_and_close(&path, &up_to(1)).await.expect("made");

    let failed = open_and_close(&path, &up_to(6)).await;

    assert!(matches!(failed, Err(OpenProblem::Database(_))), "{failed:?}");
    assert_eq!(schema_at(&path).await, 1);
    open_and_close(&path, &up_to(1)).await.expect("still opens");
}

#[tokio::test]
async fn a_backup_that_cannot_be_written_stops_the_migration() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    open_and_close(&path, &up_to(1)).await.expect("made");
    fs::create_dir(folder.path().join("store.db.before-2.bak.part")).expect("something in the way");

    let stopped = open_and_close(&path, &up_to(2)).await;

    assert!(matches!(stopped, Err(OpenProblem::Backup(_))), "{stopped:?}");
    assert_eq!(schema_at(&path).await, 1);
}

#[tokio::test]
async fn a_damaged_store_is_not_migrated_over_a_backup_that_is_damaged_too() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    open_and_close(&path, &up_to(1)).await.expect("made");
    let mut bytes = fs::read(&path).expect("read");
    let last = bytes.len() - 100;
    bytes[last] ^= 1;
    fs::write(&path, bytes).expect("damaged");

    let stopped = open_and_close(&path, &up_to(2)).await;

    assert!(matches!(stopped, Err(OpenProblem::BackupUnsound | OpenProblem::Damaged)), "{stopped:?}");
}

#[tokio::test]
async fn a_full_disk_stops_one_writing_and_not_those_after_it() {
    let folder = TempDir::new().expect("a folder");
    let pools = open(&folder.path().join("store.db"), &KEY, NOW, &up_to(2)).await.expect("made");
    let large = "INSERT INTO second VALUES (hex(zeroblob(100000)))";
    let mut transaction = pools.writer.begin_with("BEGIN IMMEDIATE").await.expect("free");
    raw_sql("PRAGMA max_page_count = 1").execute(&mut *transaction).await.expect("no more than there are");
    let full = raw_sql(large).execute(&mut *transaction).await.expect_err("there is no room");
    assert_eq!(Fault::of(&full), Some(Fault::Full));
    drop(transaction);

    let mut next = pools.writer.begin_with("BEGIN IMMEDIATE").await.expect("free again");

    raw_sql(large).execute(&mut *next).await.expect("there is room");
    next.commit().await.expect("kept");
}
