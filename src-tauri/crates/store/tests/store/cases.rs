//! Cases, their lists, drafts and replies.

use std::collections::HashSet;

use budkavle_store::{CaseQuery, Store, StoreError};
use domain::{audit::Action, case::CaseState};

use crate::support::*;

fn query() -> CaseQuery {
    CaseQuery { unit: unit_id(1), sender: None, search: None, before: None, limit: 50 }
}

async fn found(store: &Store, search: &str) -> Vec<u128> {
    let query = CaseQuery { search: Some(search.into()), ..query() };
    let rows = store.read().await.expect("free").case_rows(&query).await.expect("read");
    rows.iter().map(|row| u128::from_be_bytes(row.id.to_bytes())).collect()
}

#[tokio::test]
async fn paging_through_a_thousand_cases_visits_each_once_newest_first() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    for n in 1..=1_000u128 {
        // Many in the same millisecond, and ids that do not follow the time.
        let sent = at(i64::try_from(n / 7).expect("small"));
        writer.insert_case(&new_case(n * 7_919 % 1_009, 1 + n % 2, "Kallelse", sent)).await.expect("sent");
    }
    writer.commit(&event(Action::CaseSent)).await.expect("kept");

    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = CaseQuery { before, limit: 37, ..query() };
        let rows = store.read().await.expect("free").case_rows(&page).await.expect("read");
        let Some(last) = rows.last() else { break };
        before = Some((last.sent, last.id));
        // What is sent meanwhile is newer than every page, and must move nothing.
        if seen.is_empty() {
            let mut writer = store.begin().await.expect("free");
            writer.insert_case(&new_case(5_000, 1, "Ny", at(9_000))).await.expect("sent");
            writer.commit(&event(Action::CaseSent)).await.expect("kept");
        }
        seen.extend(rows.into_iter().map(|row| (row.sent, row.id)));
    }

    assert_eq!(seen.len(), 1_000);
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 1_000);
    assert!(seen.is_sorted_by(|a, b| a > b));
}

#[tokio::test]
async fn a_row_says_who_what_how_far_and_how_many_files() {
    let store = Store::in_memory(NOW).await.expect("in memory");
    let mut writer = store.begin().await.expect("free");
    a_whole_day(&mut writer).await;
    writer.insert_attachment(&attachment(2, 1)).await.expect("never submitted");
    writer.commit(&event(Action::CaseSent)).await.expect("kept");

    let mut reader = store.read().await.expect("free");
    let rows = reader.case_rows(&query()).await.expect("read");
    let row = &rows[0];
    assert_eq!(row.citizen_name, "Åsa Öberg");
    assert_eq!(row.citizen_number, number(1));
    assert_eq!((row.heading.as_str(), row.sender_name.as_str()), ("Inför ditt besök", "Personal 1"));
    assert_eq!((row.answerable, row.sent, row.files_kept), (true, NOW, 1));
    assert_eq!(row.state, CaseState::Answered { read: at(5), answered: at(20) });
    assert_eq!(reader.case(case_id(1)).await.expect("read").expect("there").state, row.state);
    assert_eq!(reader.reply(case_id(1)).await.expect("read"), Some(reply(1, 1)));
}

#[tokio::test]
async fn a_list_can_be_of_one_sender() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_staff(&member(2, "bo")).await.expect("free name");
    writer.insert_case(&new_case(1, 1, "Annas", at(1))).await.expect("sent");
    let mut other = new_case(2, 1, "Bos", at(2));
    other.sender = staff_id(2);
    writer.insert_case(&other).await.expect("sent");
    for search in [None, Some("bos öberg".to_owned())] {
        let query = CaseQuery { sender: Some(staff_id(2)), search, ..query() };
        let rows = writer.case_rows(&query).await.expect("read");
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [case_id(2)]);
    }
}

#[tokio::test]
async fn searching_minds_neither_case_nor_the_order_of_words_in_swedish_either() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(1, 1, "Uppföljning ÄMNESOMSÄTTNING", at(1))).await.expect("sent");
    writer.insert_case(&new_case(2, 2, "Kallelse", at(2))).await.expect("sent");
    writer.commit(&event(Action::CaseSent)).await.expect("kept");
    for search in ["åsa", "ÅSA", "A\u{30a}SA", "öberg åsa", "ÖBERG uppfölj", "ämnesomsättning", number(1).as_str()]
    {
        assert_eq!(found(&store, search).await, [1], "{search}");
    }
    let typed = format!("{}-{}", &number(2).as_str()[..8], &number(2).as_str()[8..]);
    assert_eq!(found(&store, &typed).await, [2]);
    assert_eq!(found(&store, "asa").await, [], "å is a letter of its own");
    assert_eq!(found(&store, "åsa kallelse").await, [], "every word");
    assert_eq!(found(&store, "  ").await, [2, 1], "a blank search is none");
}

#[tokio::test]
async fn wildcards_and_quotes_in_a_search_mean_themselves() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    for (n, heading) in [(1, "Dos 50% lägre"), (2, "Dos 500"), (3, "prov_svar"), (4, "provxsvar"), (5, "O'Hara!")] {
        writer.insert_case(&new_case(n, 1, heading, NOW)).await.expect("sent");
    }
    writer.commit(&event(Action::CaseSent)).await.expect("kept");
    for (search, expected) in [("50%", 1), ("v_s", 3), ("o'hara!", 5)] {
        assert_eq!(found(&store, search).await, [expected], "{search}");
    }
    assert_eq!(found(&store, "%").await, [1]);
    assert_eq!(found(&store, "_").await, [3]);
    assert_eq!(found(&store, "' OR 1=1 --").await, []);
}

#[tokio::test]
async fn sending_the_same_case_again_is_told_and_changes_nothing() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(1, 1, "Först", NOW)).await.expect("sent");
    writer.commit(&event(Action::CaseSent)).await.expect("kept");

    let mut writer = store.begin().await.expect("free");
    let again = writer.insert_case(&new_case(1, 1, "Igen", at(1))).await;

    assert!(matches!(again, Err(StoreError::AlreadySent)), "{again:?}");
    let case = writer.case(case_id(1)).await.expect("read").expect("there");
    assert_eq!((case.message, case.sent), (message("Först"), NOW));
}

#[tokio::test]
async fn a_case_to_nobody_is_refused() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let refused = writer.insert_case(&new_case(1, 99, "Till ingen", NOW)).await;
    assert!(matches!(refused, Err(StoreError::Database(_))), "{refused:?}");
}

#[tokio::test]
async fn an_inbox_holds_its_own_citizens_cases_newest_first() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    for (n, citizen) in [(1, 1), (2, 2), (3, 1)] {
        writer
            .insert_case(&new_case(n, citizen, "Kallelse", at(i64::try_from(n).expect("small"))))
            .await
            .expect("sent");
    }
    let inbox = writer.letters_of_citizen(citizen_id(1)).await.expect("read");
    assert_eq!(inbox.iter().map(|case| case.id).collect::<Vec<_>>(), [case_id(3), case_id(1)]);
}

#[tokio::test]
async fn a_case_takes_one_reply() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(1, 1, "Fråga", NOW)).await.expect("sent");
    assert_eq!(writer.reply(case_id(1)).await.expect("read"), None);
    writer.insert_reply(&reply(1, 1)).await.expect("first");
    let second = writer.insert_reply(&reply(2, 1)).await;
    assert!(matches!(second, Err(StoreError::AlreadyReplied)), "{second:?}");
    assert_eq!(writer.reply(case_id(1)).await.expect("read"), Some(reply(1, 1)));
    let nowhere = writer.set_case_state(case_id(9), CaseState::Sent).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)), "{nowhere:?}");
}

#[tokio::test]
async fn each_handler_has_one_message_being_written() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    assert_eq!(writer.send_draft(staff_id(1)).await.expect("read"), None);
    writer.save_send_draft(&send_draft(1)).await.expect("saved");
    writer.save_send_draft(&send_draft(2)).await.expect("saved over");
    assert_eq!(writer.send_draft(staff_id(1)).await.expect("read"), Some(send_draft(2)));
    writer.delete_send_draft(staff_id(1)).await.expect("gone");
    writer.delete_send_draft(staff_id(1)).await.expect("gone already");
    assert_eq!(writer.send_draft(staff_id(1)).await.expect("read"), None);
}
