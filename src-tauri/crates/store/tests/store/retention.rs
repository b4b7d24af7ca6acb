//! Decisions, extensions and what they are about.

use budkavle_store::{ReceiptPeriod, StoreError};
use domain::{audit::Action, retention::RetainedKind};

use crate::support::*;

#[tokio::test]
async fn a_decision_is_followed_by_another_and_never_changed() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_retention_decision(unit_id(1), &decision(1)).await.expect("adopted");
    let next = domain::retention::RetentionDecision { decided: at(30), hours: 24, ..decision(2) };
    writer.insert_retention_decision(unit_id(1), &next).await.expect("adopted");
    assert_eq!(writer.retention_decisions(unit_id(1)).await.expect("read"), [next, decision(1)]);
    assert!(writer.insert_retention_decision(unit_id(1), &decision(1)).await.is_err(), "there already");
}

#[tokio::test]
async fn what_is_kept_is_told_with_the_event_that_its_time_counts_from() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    a_day_after_ready(&mut writer).await;
    writer.insert_attachment(&attachment(2, 1)).await.expect("received");
    writer.commit(&event(Action::CaseAnswered)).await.expect("kept");

    let items = store.read().await.expect("free").retained_items().await.expect("read");

    let told: Vec<_> = items.iter().map(|item| (item.kind, item.start, item.expires, item.extended)).collect();
    assert_eq!(
        told,
        [
            (RetainedKind::Copy, at(30), at(510), false),
            (RetainedKind::Unsent, at(10), at(1_450), false),
            (RetainedKind::Submitted, at(20), at(4_340), true),
        ]
    );
    assert_eq!(items[0].attachment, attachment_id(1));
}

#[tokio::test]
async fn a_copys_deadline_moves_until_it_is_purged() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    a_day_after_ready(&mut writer).await;
    writer.set_copy_expiry(copy_id(1), at(60)).await.expect("kept");
    assert_eq!(writer.copy(copy_id(1)).await.expect("read").expect("there").expires, at(60));
    writer.mark_copy_purged(copy_id(1), at(60)).await.expect("there");
    assert!(matches!(writer.set_copy_expiry(copy_id(1), at(70)).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn receipts_are_found_by_period_and_page() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    for seq in 1..=5 {
        let receipt = budkavle_store::ReceiptRecord { purged_at: at(seq * 10), ..receipt(seq) };
        writer.ingest_receipt(&receipt).await.expect("copied");
    }
    let mut found = Vec::new();
    for (from, until, before) in [(20, 50, i64::MAX), (20, 50, 3), (60, 90, i64::MAX)] {
        let period = ReceiptPeriod { from: at(from), until: at(until), before };
        let receipts = writer.receipts_between(period, 2).await.expect("read");
        found.push(receipts.iter().map(|receipt| receipt.seq).collect::<Vec<_>>());
    }
    assert_eq!(found, [vec![4, 3], vec![2], vec![]]);
}
