//! Attachments, copies and receipts.

use budkavle_store::{CopyRecord, ReceiptRecord, Store, StoreError};
use domain::copy::{CopyKind, PurgedCopy};

use crate::support::*;

async fn with_a_case() -> Store {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(1, 1, "Skicka bild", NOW)).await.expect("sent");
    writer.insert_case(&new_case(2, 1, "Skicka fler", NOW)).await.expect("sent");
    writer.commit(&event(domain::audit::Action::CaseSent)).await.expect("kept");
    store
}

#[tokio::test]
async fn sending_a_reply_gives_its_files_their_deadline() {
    let store = with_a_case().await;
    let mut writer = store.begin().await.expect("free");
    for (n, case) in [(1, 1), (2, 1), (3, 2)] {
        writer.insert_attachment(&attachment(n, case)).await.expect("received");
    }
    assert_eq!(writer.attachment(attachment_id(1)).await.expect("read"), Some(attachment(1, 1)));
    assert!(writer.mark_attachment_purged(attachment_id(2), at(11)).await.expect("there"));

    assert_eq!(
        writer.submit_attachments(&[attachment_id(1), attachment_id(2)], at(4_320)).await.expect("submitted"),
        1
    );

    let files = writer.attachments_of(case_id(1)).await.expect("read");
    let told: Vec<_> = files.iter().map(|file| (file.submitted, file.expires, file.purged)).collect();
    assert_eq!(told, [(true, at(4_320), None), (false, at(1_450), Some(at(11)))]);
    let other = writer.attachment(attachment_id(3)).await.expect("read").expect("there");
    assert!(!other.submitted, "another case's file");
}

#[tokio::test]
async fn a_purge_told_twice_keeps_the_first_time() {
    let store = with_a_case().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_attachment(&attachment(1, 1)).await.expect("received");
    writer.insert_copy(&copy(1, 1)).await.expect("copied");
    assert!(writer.mark_attachment_purged(attachment_id(1), at(50)).await.expect("there"));
    assert!(!writer.mark_attachment_purged(attachment_id(1), at(60)).await.expect("there"));
    assert!(writer.mark_copy_purged(copy_id(1), at(50)).await.expect("there"));
    assert!(!writer.mark_copy_purged(copy_id(1), at(60)).await.expect("there"));
    assert_eq!(writer.attachment(attachment_id(1)).await.expect("read").expect("there").purged, Some(at(50)));
    assert_eq!(writer.copy(copy_id(1)).await.expect("read").expect("there").purged, Some(at(50)));
    let late = writer.set_attachment_expiry(attachment_id(1), at(99)).await;
    assert!(matches!(late, Err(StoreError::NotFound)), "what is gone has no deadline: {late:?}");
}

#[tokio::test]
async fn a_copy_is_one_only_once_it_is_finished_and_its_receipt_keeps_what_it_was() {
    let store = with_a_case().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_attachment(&attachment(1, 1)).await.expect("received");
    for n in 1..=2 {
        let begun = CopyRecord { kind: CopyKind::Original, finished: None, ..copy(n, 1) };
        writer.insert_copy(&begun).await.expect("begun");
        assert_eq!(begun.purged_as(), PurgedCopy::Unfinished);
    }
    writer.finish_copy(copy_id(1), at(31)).await.expect("begun");
    let twice = writer.finish_copy(copy_id(1), at(32)).await;
    assert!(matches!(twice, Err(StoreError::NotFound)), "{twice:?}");
    let finished = writer.copy(copy_id(1)).await.expect("read").expect("there");
    assert_eq!((finished.finished, finished.purged_as()), (Some(at(31)), PurgedCopy::Whole(CopyKind::Original)));
    writer.mark_copy_purged(copy_id(1), at(50)).await.expect("there");
    writer.mark_copy_purged(copy_id(2), at(60)).await.expect("there");
    let late = writer.finish_copy(copy_id(2), at(61)).await;
    assert!(matches!(late, Err(StoreError::NotFound)), "what is gone is not finished: {late:?}");
    for (since, found) in [(60, 1), (61, 0)] {
        assert_eq!(writer.unfinished_copies(at(since)).await.expect("read").len(), found);
    }
    for (seq, copy) in [(1, None), (2, Some(PurgedCopy::Unfinished))] {
        writer.ingest_receipt(&ReceiptRecord { copy, ..receipt(seq) }).await.expect("copied");
    }
    let told: Vec<_> = writer.receipts(9).await.expect("read").into_iter().map(|receipt| receipt.copy).collect();
    assert_eq!(told, [Some(PurgedCopy::Unfinished), None]);
}

#[tokio::test]
async fn what_is_kept_is_listed_with_the_next_due_first() {
    let store = with_a_case().await;
    let mut writer = store.begin().await.expect("free");
    for n in 1..=3 {
        writer.insert_attachment(&attachment(n, 1)).await.expect("received");
        writer.insert_copy(&copy(n, n)).await.expect("copied");
    }
    writer.set_attachment_expiry(attachment_id(2), at(5)).await.expect("there");
    writer.mark_attachment_purged(attachment_id(3), at(50)).await.expect("there");
    writer.mark_copy_purged(copy_id(1), at(50)).await.expect("there");

    let kept = writer.kept_attachments().await.expect("read");
    assert_eq!(kept.iter().map(|file| file.id).collect::<Vec<_>>(), [attachment_id(2), attachment_id(1)]);
    let kept = writer.kept_copies().await.expect("read");
    assert_eq!(kept.iter().map(|copy| copy.id).collect::<Vec<_>>(), [copy_id(2), copy_id(3)]);
    assert_eq!(writer.copies_of_case(case_id(1)).await.expect("read").len(), 3, "purged ones too");
    assert!(writer.copies_of_case(case_id(2)).await.expect("read").is_empty());
}

#[tokio::test]
async fn only_a_file_that_was_not_sent_in_can_be_taken_away() {
    let store = with_a_case().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_attachment(&attachment(1, 1)).await.expect("received");
    writer.insert_attachment(&attachment(2, 2)).await.expect("received");
    writer.submit_attachments(&[attachment_id(1)], at(99)).await.expect("submitted");

    let refused = writer.delete_unsubmitted_attachment(attachment_id(1)).await;
    assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    writer.delete_unsubmitted_attachment(attachment_id(2)).await.expect("gone");
    assert_eq!(writer.attachment(attachment_id(2)).await.expect("read"), None);
}

#[tokio::test]
async fn a_receipt_copied_twice_is_there_once() {
    let store = Store::in_memory(NOW).await.expect("in memory");
    let mut writer = store.begin().await.expect("free");
    assert_eq!(writer.last_receipt().await.expect("read"), 0);
    for (seq, news) in [(1, true), (2, true), (2, false)] {
        assert_eq!(writer.ingest_receipt(&receipt(seq)).await.expect("copied"), news);
    }
    assert_eq!(writer.last_receipt().await.expect("read"), 2);
    assert_eq!(writer.receipts(10).await.expect("read"), [receipt(2), receipt(1)]);
    assert_eq!(writer.receipts(1).await.expect("read"), [receipt(2)]);
}
