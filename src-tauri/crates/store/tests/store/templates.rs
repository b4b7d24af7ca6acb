//! Templates.

use budkavle_store::{DraftStep, StepState, StoreError, Writer};
use domain::{
    audit::Action,
    template::{Draft, TemplateStatus},
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
    let stale = writer.publish(template_id(2), version_id(2), 1, at(2)).await;
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
    let version = writer.publish(id, version_id(2), revision, at(4)).await.expect("published");
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

    writer.publish(id, version_id(2), 2, at(9)).await.expect("published");
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

    let rows = writer.template_rows(unit_id(1)).await.expect("read");
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
    let sendable = writer.sendable(unit_id(1)).await.expect("read");
    assert_eq!(sendable.len(), 1);
    assert_eq!((sendable[0].version, sendable[0].name.as_str()), (version_id(1), "Inför ditt besök"));
    assert!(sendable[0].answerable, "as published, whatever the draft says");
}

#[tokio::test]
async fn an_archived_template_cannot_be_chosen_until_it_is_taken_back() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.archive_template(template_id(1), at(1)).await.expect("there");
    assert!(writer.sendable(unit_id(1)).await.expect("read").is_empty());
    let template = writer.template(template_id(1)).await.expect("read").expect("there");
    assert_eq!(template.status, TemplateStatus::Archived);
    assert!(writer.version(version_id(1)).await.expect("read").is_some(), "sent cases still need it");

    writer.restore_template(template_id(1), at(2)).await.expect("there");
    assert_eq!(writer.sendable(unit_id(1)).await.expect("read").len(), 1);
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
        ("UPDATE cases SET message = '{}'", "sent messages never change"),
    ] {
        let refused = sqlx::query(sql).execute(&mut connection).await.expect_err("refused");
        assert!(refused.to_string().contains(words), "{refused}");
    }
    connection.close().await.expect("closes");
}
