//! Opening, and what it must refuse.

use std::{fs, path::Path};

use budkavle_store::{CaseQuery, OpenProblem, SCHEMA_VERSION, Store, StoreError};
use domain::{
    audit::Action,
    case::{Closure, Worklist},
    copy::{CopyKind, PurgedCopy},
    retention::{RetainedKind, in_force},
    template::{Submission, TemplateChange, TemplateStatus},
};
use sqlx::Connection;
use tempfile::TempDir;

use crate::support::*;

#[tokio::test]
async fn neither_the_file_nor_its_log_shows_what_was_written() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("made");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    writer.upsert_citizen(unit_id(1), &citizen(3, "TOLVANSSON")).await.expect("put in");
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");

    let shows = |name: &str, marker: &str| {
        let bytes = fs::read(folder.path().join(name)).expect("there while open");
        assert!(bytes.len() > 4_096, "{name} holds something");
        bytes.windows(marker.len()).any(|window| window == marker.as_bytes())
    };
    let personal_number = number(3).as_str().to_owned();
    for marker in ["TOLVANSSON", "tolvansson", &personal_number, "CREATE TABLE", "SQLite format 3"] {
        assert!(!shows("store.db-wal", marker), "{marker} in the log");
    }
    store.checkpoint().await.expect("nobody hinders");
    for marker in ["TOLVANSSON", "tolvansson", &personal_number, "CREATE TABLE", "SQLite format 3"] {
        assert!(!shows("store.db", marker), "{marker} in the file");
    }
}

#[tokio::test]
async fn a_checkpoint_empties_the_log_and_closing_leaves_one_file() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("made");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");

    store.checkpoint().await.expect("nobody hinders");
    assert_eq!(fs::metadata(folder.path().join("store.db-wal")).expect("there").len(), 0);

    store.close().await;
    let names: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(names, ["store.db"]);
    assert!(matches!(store.read().await, Err(StoreError::Closed)));
    assert!(matches!(store.begin().await, Err(StoreError::Closed)));
}

#[tokio::test]
async fn what_was_kept_is_there_when_it_is_opened_again() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("made");
    let mut writer = store.begin().await.expect("free");
    a_whole_day(&mut writer).await;
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");
    store.close().await;

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");
    assert_eq!(store.read().await.expect("free").unit().await.expect("read"), Some(unit()));
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_changes_nothing() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    Store::open(&path, &KEY, NOW).await.expect("made").close().await;
    let before = fs::read(&path).expect("read");

    let refused = Store::open(&path, &[1; 32], NOW).await;

    assert!(matches!(refused, Err(OpenProblem::WrongKey)), "{refused:?}");
    assert_eq!(fs::read(&path).expect("read"), before);
    Store::open(&path, &KEY, NOW).await.expect("still opens");
}

#[tokio::test]
async fn a_file_that_is_no_store_is_refused_and_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let letter = "Kära dagbok. ".repeat(1_000);
    fs::write(&path, &letter).expect("written");

    let refused = Store::open(&path, &KEY, NOW).await;

    assert!(matches!(refused, Err(OpenProblem::WrongKey)), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).expect("read"), letter);
}

#[tokio::test]
async fn a_newer_store_is_refused_and_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    Store::open(&path, &KEY, NOW).await.expect("made").close().await;
    let mut connection = behind_the_back(&path, &KEY).await;
    sqlx::query("INSERT INTO schema_version VALUES (99, 'from the future', 0)")
        .execute(&mut connection)
        .await
        .expect("written");
    connection.close().await.expect("closes");
    let before = fs::read(&path).expect("read");

    let refused = Store::open(&path, &KEY, NOW).await;

    assert!(matches!(refused, Err(OpenProblem::Newer { found: 99, known: SCHEMA_VERSION })), "{refused:?}");
    assert_eq!(fs::read(&path).expect("read"), before);
    let names: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(names, ["store.db"]);
}

#[tokio::test]
async fn a_log_whose_database_was_emptied_is_not_thrown_away() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::write(&path, "").expect("written");
    fs::write(folder.path().join("store.db-wal"), "what was not checkpointed").expect("written");

    let refused = Store::open(&path, &KEY, NOW).await;

    assert!(matches!(refused, Err(OpenProblem::Damaged)), "{refused:?}");
    assert!(folder.path().join("store.db-wal").exists());
}

#[tokio::test]
async fn a_database_of_somebody_else_with_the_same_key_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::write(&path, "").expect("written");
    let mut connection = behind_the_back(&path, &KEY).await;
    sqlx::query("CREATE TABLE other (x TEXT)").execute(&mut connection).await.expect("written");
    connection.close().await.expect("closes");

    let refused = Store::open(&path, &KEY, NOW).await;

    assert!(matches!(refused, Err(OpenProblem::Damaged)), "{refused:?}");
}

#[tokio::test]
async fn a_missing_folder_is_said_so() {
    let folder = TempDir::new().expect("a folder");
    let refused = Store::open(&folder.path().join("nowhere/store.db"), &KEY, NOW).await;
    assert!(matches!(refused, Err(OpenProblem::Io(_))), "{refused:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_may_read_the_file_or_its_log() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::write(&path, "").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).expect("loosened");

    let _store = Store::open(&path, &KEY, NOW).await.expect("made");

    for name in ["store.db", "store.db-wal", "store.db-shm"] {
        let mode = fs::metadata(folder.path().join(name)).expect("there while open").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

/// `cargo run -p budkavle-store --example make_fixture` wrote it when schema 1 was the newest. It is never written again.
#[tokio::test]
async fn a_store_of_schema_1_still_opens_and_every_document_in_it_reads() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-1.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    assert_eq!(reader.unit().await.expect("read").expect("set up").name, "Exempelmottagningen");
    assert_eq!(reader.staff_by_username("anna").await.expect("read").expect("there").roles.len(), 2);
    let template = reader.template(template_id(1)).await.expect("read").expect("there");
    assert_eq!(template.status, TemplateStatus::Published);
    assert_eq!(template.draft.expect("started").content.form.len(), 2);
    assert_eq!(template.published.expect("published").content.form.len(), 2);
    let case = reader.case(case_id(1)).await.expect("read").expect("there");
    assert_eq!(case.message.heading, "Inför ditt besök");
    assert_eq!(case.state.answered_at(), Some(at(20)));
    assert_eq!(reader.reply(case_id(1)).await.expect("read").expect("there").answers.len(), 1);
    assert_eq!(reader.send_draft(staff_id(1)).await.expect("read").expect("there").slots.len(), 1);
    assert_eq!(reader.attachments_of(case_id(1)).await.expect("read").len(), 1);
    assert_eq!(reader.copies_of_case(case_id(1)).await.expect("read").len(), 1);
    assert_eq!(reader.receipts(9).await.expect("read").len(), 1);
    assert_eq!(reader.verify_audit().await.expect("holds"), 1);
    let decisions = reader.retention_decisions(unit_id(1)).await.expect("read");
    let hours = |kind| in_force(&decisions, kind, NOW).expect("what the unit had").hours;
    assert_eq!(RetainedKind::ALL.map(hours), [72, 24, 8]);
}

/// As the one before, of schema 2.
#[tokio::test]
async fn a_store_of_schema_2_still_opens_and_its_decisions_read() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-2.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    assert_eq!(reader.retention_decisions(unit_id(1)).await.expect("read"), [decision(1)]);
    assert!(reader.extensions_of(attachment_id(1)).await.expect("read") == [extension(1, 1)]);
    assert_eq!(reader.retained_items().await.expect("read").len(), 2);
}

/// As the one before, of schema 3.
#[tokio::test]
async fn a_store_of_schema_3_still_opens_and_its_copies_say_what_they_are() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-3.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    assert_eq!(reader.copies_of_case(case_id(1)).await.expect("read"), [copy(1, 1)]);
    assert_eq!(reader.receipts(9).await.expect("read"), [receipt(1)]);
}

/// As the one before, of schema 4.
#[tokio::test]
async fn a_store_of_schema_4_still_opens_and_a_draft_can_be_taken_back() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-4.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    assert_eq!(reader.step_to_undo(template_id(1), staff_id(1)).await.expect("read"), Some(draft_step(1)));
    assert_eq!(reader.template(template_id(1)).await.expect("read").expect("there").draft.expect("started").since, 2);
}

/// As the one before, of schema 5.
#[tokio::test]
async fn a_store_of_schema_5_still_opens_and_what_happened_to_a_template_reads() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-5.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    let template = reader.template(template_id(1)).await.expect("read").expect("there");
    assert_eq!(template.submission, Some(Submission { by: staff_id(1), at: at(6) }));
    let changes = reader.template_changes(template_id(1)).await.expect("read");
    assert_eq!(changes.first().expect("one").what, TemplateChange::Submitted);
    let row = reader.template_rows(unit_id(1), staff_id(1)).await.expect("read").remove(0);
    assert_eq!((row.category.as_str(), row.tags.len(), row.is_favourite, row.sent), ("Inför besök", 1, true, 1));
    let version = reader.template_versions(template_id(1)).await.expect("read").remove(0);
    assert!(version.is_intact && version.fingerprint.is_some());
    assert_eq!(reader.bank_sections(unit_id(1)).await.expect("read"), [bank_section(1)]);
}

/// As the one before, of schema 6.
#[tokio::test]
async fn a_store_of_schema_6_still_opens_and_what_happened_to_a_case_reads() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-6.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    assert_eq!(reader.case_events(case_id(1)).await.expect("read").len(), 1);
    assert_eq!(reader.case_filters(staff_id(1)).await.expect("read").len(), 1);
}

/// As the one before, of schema 7.
#[tokio::test]
async fn a_store_of_schema_7_still_opens_and_what_is_known_of_citizens_reads() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-7.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    let register = [citizen(1, "Åsa Öberg"), citizen(2, "Erik Ek"), citizen_in_another_standing(3)];
    assert_eq!(reader.citizens(unit_id(1)).await.expect("read"), register);
}

/// As the one before, of schema 8; and before it nothing was held.
#[tokio::test]
async fn stores_of_schema_7_and_8_still_open_and_what_was_sent_has_left() {
    for name in ["schema-7.db", "schema-8.db"] {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("store.db");
        let fixtures = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"));
        fs::copy(fixtures.join(name), &path).expect("copied");

        let store = Store::open(&path, &KEY, NOW).await.expect("opens");

        let letters = store.read().await.expect("free").letters_of_citizen(citizen_id(1), at(1)).await;
        assert_eq!(letters.expect("read").len(), 1, "{name}");
    }
}

/// Before schema 7 nothing was known of anybody's standing: they are as those of whom nothing is told.
#[tokio::test]
async fn citizens_of_schema_6_have_the_standing_that_most_have() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-6.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let register = store.read().await.expect("free").citizens(unit_id(1)).await.expect("read");
    assert_eq!(register, [citizen(1, "Åsa Öberg"), citizen(2, "Erik Ek")]);
}

/// Before schema 6 whoever sent a case had it, none was closed, and all of what was sent is found by its words.
#[tokio::test]
async fn cases_of_schema_5_are_open_with_whoever_sent_them_and_are_found() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-5.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    let case = reader.case(case_id(1)).await.expect("read").expect("there");
    assert_eq!((case.handler, case.closure), (case.sender, Closure::Open));
    assert_eq!(case.message.heading, "Inför ditt besök");
    let search = Some("öberg besök".to_owned());
    let query = CaseQuery { search, ..CaseQuery::of(unit_id(1), Worklist::ToReview, 50) };
    assert_eq!(reader.case_rows(&query).await.expect("read").len(), 1);
}

/// Before schema 5 nobody wrote down who published: that is said so, and the versions are there.
#[tokio::test]
async fn versions_of_schema_4_are_the_beginning_of_what_happened() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-4.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    let version = reader.template_versions(template_id(1)).await.expect("read").remove(0);
    assert_eq!((version.by, version.fingerprint, version.is_intact), (None, None, true));
    let changes = reader.template_changes(template_id(1)).await.expect("read");
    let published = TemplateChange::Published { version: version_id(1), number: 1 };
    assert_eq!(changes.into_iter().map(|change| (change.by, change.what)).collect::<Vec<_>>(), [(None, published)]);
}

/// A window that held the draft before the schema knew of its beginning goes on with it.
#[tokio::test]
async fn a_draft_of_schema_3_begins_where_it_stands() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-3.db"), &path).expect("copied");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let template = store.read().await.expect("free").template(template_id(1)).await.expect("read").expect("there");
    let draft = template.draft.expect("started");
    assert_eq!((draft.revision, draft.since), (2, 2));
}

/// Until schema 3 only the audit log knew which copies were originals; and there were none that were not finished.
#[tokio::test]
async fn copies_of_schema_2_are_known_by_what_the_audit_log_says() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-2.db"), &path).expect("copied");
    let mut connection = behind_the_back(&path, &KEY).await;
    let original = copy_id(2).to_string();
    let hex = original.replace('-', "");
    for sql in [
        format!("INSERT INTO copies SELECT '{original}', attachment, made_by, made, expires, NULL FROM copies"),
        format!(
            "INSERT INTO audit SELECT seq + 1, at, unit, actor_kind, actor_id, 'copy.original-for-detail', '{original}', \
             citizen, previous, hash FROM audit"
        ),
        format!(
            "INSERT INTO receipts SELECT 2, '{hex}', 'copy', deadline, purged_at, started_by, outcome, size FROM receipts"
        ),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.expect("put in");
    }
    connection.close().await.expect("closed");

    let store = Store::open(&path, &KEY, NOW).await.expect("opens");

    let mut reader = store.read().await.expect("free");
    for (id, kind) in [(copy_id(1), CopyKind::Safe), (copy_id(2), CopyKind::Original)] {
        let copy = reader.copy(id).await.expect("read").expect("there");
        assert_eq!((copy.kind, copy.finished), (kind, Some(copy.made)));
    }
    let told: Vec<_> = reader.receipts(9).await.expect("read").into_iter().map(|receipt| receipt.copy).collect();
    assert_eq!(told, [Some(PurgedCopy::Whole(CopyKind::Original)), None]);
}

/// A migration that was edited after it shipped would make old stores differ from new ones.
#[tokio::test]
async fn an_old_store_brought_up_to_date_has_the_schema_of_a_new_one() {
    let folder = TempDir::new().expect("a folder");
    let (old, new) = (folder.path().join("old.db"), folder.path().join("new.db"));
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-1.db"), &old).expect("copied");
    let mut schemas = Vec::new();
    for path in [&old, &new] {
        Store::open(path, &KEY, NOW).await.expect("opens").close().await;
        let mut connection = behind_the_back(path, &KEY).await;
        let schema: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT name, sql FROM sqlite_master ORDER BY name, sql")
                .fetch_all(&mut connection)
                .await
                .expect("read");
        schemas.push(schema);
    }
    assert_eq!(schemas[0], schemas[1]);
}
