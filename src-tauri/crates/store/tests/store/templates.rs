//! Templates.

use budkavle_store::{DraftStep, StepState, Store, StoreError, TemplateRow, Writer};
use domain::{
    audit::Action,
    case::{CaseState, Closure},
    template::{Draft, Submission, TemplateChange, TemplateStatus},
};
use sqlx::Connection;
use tempfile::TempDir;

use crate::support::*;

#[tokio::test]
async fn a_draft_saved_from_another_window_is_not_overwritten() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_template(template_id(2), unit_id(1), &content("Ny"), NOW).await.expect("new");

    let saved = writer.save_draft(template_id(2), &content("Första fönstret"), 1, at(1)).await;
    assert_eq!(saved.expect("first"), 2);
    let stale = writer.save_draft(template_id(2), &content("Andra fönstret"), 1, at(2)).await;
    assert!(matches!(stale, Err(StoreError::Stale { current: 2 })), "{stale:?}");
    let stale = writer.publish(template_id(2), version_id(2), 1, staff_id(1), at(2)).await;
    assert!(matches!(stale, Err(StoreError::Stale { current: 2 })), "{stale:?}");

    let template = writer.template(template_id(2)).await.expect("read").expect("there");
    assert_eq!(template.draft, Some(Draft { content: content("Första fönstret"), revision: 2, since: 1 }));
    assert_eq!((template.status, template.changed), (TemplateStatus::Draft, at(1)));
}

#[tokio::test]
async fn publishing_ends_the_draft_and_the_next_version_counts_on() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let id = template_id(1);
    let missing = writer.save_draft(id, &content("x"), 1, NOW).await;
    assert!(matches!(missing, Err(StoreError::DraftMissing)), "{missing:?}");

    let draft = writer.start_draft_from_published(id, at(1)).await.expect("started");
    assert_eq!(draft, Draft { content: content("Inför ditt besök"), revision: 2, since: 2 });
    assert_eq!(writer.start_draft_from_published(id, at(2)).await.expect("the same"), draft);
    let stale = writer.save_draft(id, &content("Från förra utkastet"), 1, at(2)).await;
    assert!(matches!(stale, Err(StoreError::Stale { current: 2 })), "an old window: {stale:?}");
    let revision = writer.save_draft(id, &content("Inför ditt årsbesök"), 2, at(3)).await.expect("saved");
    let version = writer.publish(id, version_id(2), revision, staff_id(1), at(4)).await.expect("published");
    assert_eq!((version.number, version.content.name.as_str()), (2, "Inför ditt årsbesök"));

    let template = writer.template(id).await.expect("read").expect("there");
    assert_eq!((template.draft, template.published), (None, Some(version.clone())));
    let (of, old) = writer.version(version_id(1)).await.expect("read").expect("kept");
    assert_eq!((of, old.number, old.content), (id, 1, content("Inför ditt besök")));
}

#[tokio::test]
async fn a_persons_steps_are_found_in_their_order_and_go_with_the_draft() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_staff(&member(2, "bo")).await.expect("free name");
    let id = template_id(1);
    writer.start_draft_from_published(id, NOW).await.expect("started");
    for (number, revision) in [(1, 3), (2, 4), (3, 5)] {
        writer.insert_step(id, &draft_step(number), revision).await.expect("taken down");
    }
    let his = DraftStep { author: staff_id(2), ..draft_step(4) };
    writer.insert_step(id, &his, 6).await.expect("taken down");
    assert_eq!(writer.next_step(id).await.expect("read"), 5);
    assert_eq!(writer.last_step(id).await.expect("read"), Some(his.clone()));
    assert_eq!(writer.steps_since(id, 4).await.expect("read"), [draft_step(3), his]);

    writer.turn_step(id, 3, StepState::Undone, 7).await.expect("turned");
    writer.turn_step(id, 2, StepState::Undone, 8).await.expect("turned");
    let numbers = async |writer: &mut Writer| {
        let undo = writer.step_to_undo(id, staff_id(1)).await.expect("read").map(|step| step.number);
        let redo = writer.step_to_redo(id, staff_id(1)).await.expect("read").map(|step| step.number);
        (undo, redo)
    };
    assert_eq!(numbers(&mut writer).await, (Some(1), Some(2)));
    assert_eq!(writer.steps_since(id, 6).await.expect("read").len(), 2, "taken back is news too");
    writer.drop_undone(id, staff_id(1)).await.expect("dropped");
    assert_eq!(numbers(&mut writer).await, (Some(1), None));

    writer.publish(id, version_id(2), 2, staff_id(1), at(9)).await.expect("published");
    assert_eq!(writer.steps_since(id, 0).await.expect("read"), []);
}

#[tokio::test]
async fn lists_say_what_an_administrator_edits_and_what_a_handler_can_send() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_template(template_id(2), unit_id(1), &content("Bara utkast"), at(1)).await.expect("new");
    writer.start_draft_from_published(template_id(1), at(2)).await.expect("started");
    let mut information = content("Nytt namn");
    information.answerable = false;
    writer.save_draft(template_id(1), &information, 2, at(3)).await.expect("saved");

    let rows = writer.template_rows(unit_id(1), staff_id(1)).await.expect("read");
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.name.as_str(), row.answerable, row.status, row.has_draft, row.published_number))
        .collect();
    assert_eq!(
        told,
        [
            ("Bara utkast", true, TemplateStatus::Draft, true, None),
            ("Nytt namn", false, TemplateStatus::Published, true, Some(1)),
        ]
    );
    let sendable = writer.sendable(unit_id(1), staff_id(1)).await.expect("read");
    assert_eq!(sendable.len(), 1);
    assert_eq!((sendable[0].version, sendable[0].name.as_str()), (version_id(1), "Inför ditt besök"));
    assert!(sendable[0].answerable, "as published, whatever the draft says");
}

#[tokio::test]
async fn an_archived_template_cannot_be_chosen_until_it_is_taken_back() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.archive_template(template_id(1), at(1)).await.expect("there");
    assert!(writer.sendable(unit_id(1), staff_id(1)).await.expect("read").is_empty());
    let template = writer.template(template_id(1)).await.expect("read").expect("there");
    assert_eq!(template.status, TemplateStatus::Archived);
    assert!(writer.version(version_id(1)).await.expect("read").is_some(), "sent cases still need it");

    writer.restore_template(template_id(1), at(2)).await.expect("there");
    assert_eq!(writer.sendable(unit_id(1), staff_id(1)).await.expect("read").len(), 1);
    assert!(matches!(writer.archive_template(template_id(9), at(3)).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn what_was_published_or_sent_can_be_changed_by_no_statement() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = budkavle_store::Store::open(&path, &KEY, NOW).await.expect("made");
    let mut writer = store.begin().await.expect("free");
    a_whole_day(&mut writer).await;
    writer.commit(&event(Action::TemplatePublished)).await.expect("kept");
    store.close().await;
    let mut connection = behind_the_back(&path, &KEY).await;
    for (sql, words) in [
        ("UPDATE template_versions SET content = '{}'", "published versions never change"),
        ("DELETE FROM template_versions", "published versions are never removed"),
        ("UPDATE case_messages SET message = '{}'", "sent messages never change"),
        ("DELETE FROM case_messages", "sent messages are never removed"),
        ("UPDATE cases SET heading = 'x'", "sent messages never change"),
        ("UPDATE cases SET number = 7", "a case keeps its number"),
        ("UPDATE case_events SET at = 0", "what happened never changes"),
        ("DELETE FROM case_events", "what happened is never removed"),
    ] {
        let refused = sqlx::query(sql).execute(&mut connection).await.expect_err("refused");
        assert!(refused.to_string().contains(words), "{refused}");
    }
    connection.close().await.expect("closes");
}

#[tokio::test]
async fn a_version_says_who_published_it_what_it_is_known_by_and_what_depends_on_it() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let id = template_id(1);
    writer.insert_case(&new_case(1, 1, "Inför ditt besök", NOW)).await.expect("sent");
    writer.insert_case(&new_case(2, 2, "Inför ditt besök", NOW)).await.expect("sent");
    let answered = CaseState::Sent.opened(at(5)).answered(true, Closure::Open, at(20)).expect("first reply");
    writer.set_case_state(case_id(1), answered).await.expect("there");
    let draft = writer.start_draft_from_published(id, at(1)).await.expect("started");
    writer.publish(id, version_id(2), draft.revision, staff_id(1), at(4)).await.expect("published");

    let versions = writer.template_versions(id).await.expect("read");
    let told: Vec<_> = versions.iter().map(|row| (row.number, row.sent, row.open, row.is_intact)).collect();
    assert_eq!(told, [(2, 0, 0, true), (1, 2, 1, true)]);
    assert_eq!(writer.open_cases(id, version_id(1)).await.expect("read"), 1);
    assert_eq!(versions[0].by.as_deref(), Some("Personal 1"));
    assert_eq!(versions[0].fingerprint, versions[1].fingerprint, "the same content");
    assert_eq!(writer.version_fingerprint(version_id(1)).await.expect("read"), versions[1].fingerprint);
    let rows = writer.template_rows(unit_id(1), staff_id(1)).await.expect("read");
    assert_eq!((rows[0].sent, rows[0].last_sent), (2, Some(NOW)));
}

#[tokio::test]
async fn a_version_that_was_changed_behind_the_back_is_seen() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("opens");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    writer.insert_case(&new_case(1, 1, "Inför ditt besök", NOW)).await.expect("sent");
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");
    store.close().await;
    for (sql, why) in [
        ("UPDATE template_versions SET content = replace(content, 'Hej!', 'Hopp')", "its content"),
        (
            "UPDATE template_versions SET content = replace(content, 'Hopp', 'Hej!'), fingerprint = 'x'",
            "its fingerprint",
        ),
    ] {
        let mut connection = behind_the_back(&path, &KEY).await;
        sqlx::query("DROP TRIGGER IF EXISTS published_versions_never_change")
            .execute(&mut connection)
            .await
            .expect("key");
        sqlx::query(sql).execute(&mut connection).await.expect("changed");
        connection.close().await.expect("closed");
        let store = Store::open(&path, &KEY, NOW).await.expect("opens");
        let versions = store.read().await.expect("free").template_versions(template_id(1)).await.expect("read");
        assert!(!versions[0].is_intact, "{why}");
        store.close().await;
    }
}

#[tokio::test]
async fn what_was_published_before_there_were_marks_has_none_until_a_new_draft_is_made_of_it() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    let store = Store::open(&path, &KEY, NOW).await.expect("opens");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    writer.insert_template(template_id(2), unit_id(1), &content("Utkast"), NOW).await.expect("new");
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");
    store.close().await;
    let mut connection = behind_the_back(&path, &KEY).await;
    for sql in [
        "DROP TRIGGER published_versions_never_change",
        "UPDATE template_versions SET content = replace(content, ',\"markup\":true', '')",
        "UPDATE templates SET draft = replace(draft, ',\"markup\":true', '')",
    ] {
        sqlx::query(sql).execute(&mut connection).await.expect("as it was then");
    }
    connection.close().await.expect("closed");
    let store = Store::open(&path, &KEY, NOW).await.expect("opens");
    let mut writer = store.begin().await.expect("free");
    let older = writer.template(template_id(1)).await.expect("read").and_then(|one| one.published).expect("there");
    assert!(!older.content.markup, "it is sent as it was published");
    let begun = writer.template(template_id(2)).await.expect("read").and_then(|one| one.draft).expect("there");
    assert!(begun.content.markup);
    assert!(writer.start_draft_from_published(template_id(1), at(1)).await.expect("begun").content.markup);
    let version = writer.publish(template_id(2), version_id(2), 1, staff_id(1), at(1)).await.expect("published");
    assert!(version.content.markup, "what was shown while it was written is what is sent");
}

#[tokio::test]
async fn what_happened_is_kept_in_its_order_and_never_changed() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let id = template_id(1);
    let returned = TemplateChange::Returned { comment: "Skriv vem som ringer.".into() };
    writer.record_change(id, staff_id(1), at(1), &TemplateChange::Submitted).await.expect("written");
    writer.record_change(id, staff_id(1), at(2), &returned).await.expect("written");
    let changes = writer.template_changes(id).await.expect("read");
    let told: Vec<_> = changes.iter().map(|change| (change.at, change.by.as_deref(), &change.what)).collect();
    let by = Some("Personal 1");
    assert_eq!(told, [(at(2), by, &returned), (at(1), by, &TemplateChange::Submitted)]);
}

#[tokio::test]
async fn a_draft_waits_for_approval_until_it_is_decided() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let id = template_id(1);
    let none = writer.submit_draft(id, 1, staff_id(1), at(1)).await;
    assert!(matches!(none, Err(StoreError::DraftMissing)), "{none:?}");
    let draft = writer.start_draft_from_published(id, at(1)).await.expect("started");
    let stale = writer.submit_draft(id, draft.revision + 1, staff_id(1), at(1)).await;
    assert!(matches!(stale, Err(StoreError::Stale { .. })), "{stale:?}");
    let waits = async |writer: &mut Writer| {
        let submission = writer.template(id).await.expect("read").expect("there").submission;
        let row = writer.template_rows(unit_id(1), staff_id(1)).await.expect("read").remove(0);
        assert_eq!(row.awaits_approval, submission.is_some());
        submission
    };
    for is_published in [false, true] {
        writer.submit_draft(id, draft.revision, staff_id(1), at(2)).await.expect("handed in");
        assert_eq!(waits(&mut writer).await, Some(Submission { by: staff_id(1), at: at(2) }));
        if is_published {
            writer.publish(id, version_id(2), draft.revision, staff_id(1), at(3)).await.expect("published");
        } else {
            writer.end_submission(id).await.expect("taken back");
        }
        assert_eq!(waits(&mut writer).await, None);
    }
}

#[tokio::test]
async fn one_template_among_many_is_found_by_what_it_asks_and_by_what_it_is_put_under() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let mut other = content("Ändrad tid");
    other.form.clear();
    writer.insert_template(template_id(2), unit_id(1), &other, NOW).await.expect("new");
    writer.organise_template(template_id(2), "Tidbokning", &["Återbud".into()]).await.expect("there");
    let found = async |writer: &mut Writer, search: &str| {
        let mut found = writer.search_templates(unit_id(1), search).await.expect("read");
        found.sort_by_key(|one| one.template);
        found.into_iter().map(|one| (one.template, one.text)).collect::<Vec<_>>()
    };
    let (visit, time) = (template_id(1), template_id(2));
    assert_eq!(found(&mut writer, "ont").await, [(visit, Some("Har du ont?".into()))]);
    assert_eq!(found(&mut writer, "besök ONT").await, [(visit, Some("Har du ont?".into()))]);
    assert_eq!(found(&mut writer, "återbud").await, [(time, None)]);
    assert_eq!(found(&mut writer, "tidbokning hej").await, [(time, Some("Hej!".into()))]);
    assert_eq!(found(&mut writer, "ont återbud").await, []);
    assert_eq!(found(&mut writer, " ").await.len(), 2);

    let row = |rows: Vec<TemplateRow>, id| rows.into_iter().find(|row| row.id == id).expect("there");
    writer.mark_favourite(staff_id(1), visit, true).await.expect("marked");
    writer.mark_favourite(staff_id(1), visit, true).await.expect("again");
    assert!(row(writer.template_rows(unit_id(1), staff_id(1)).await.expect("read"), visit).is_favourite);
    assert!(!row(writer.template_rows(unit_id(1), staff_id(2)).await.expect("read"), visit).is_favourite, "hers alone");
    assert!(writer.sendable(unit_id(1), staff_id(1)).await.expect("read")[0].is_favourite);
    writer.mark_favourite(staff_id(1), visit, false).await.expect("taken away");
    let put = row(writer.template_rows(unit_id(1), staff_id(1)).await.expect("read"), time);
    assert_eq!(
        (put.category.as_str(), put.tags.as_slice(), put.is_favourite),
        ("Tidbokning", &["Återbud".to_owned()][..], false)
    );
    let missing = writer.organise_template(template_id(9), "", &[]).await;
    assert!(matches!(missing, Err(StoreError::NotFound)), "{missing:?}");
}
