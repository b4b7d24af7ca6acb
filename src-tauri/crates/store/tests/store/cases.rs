//! Cases, their lists, drafts and replies.

use std::collections::HashSet;

use budkavle_store::{CaseQuery, NewCase, Store, StoreError, Writer};
use domain::{
    audit::Action,
    case::{CaseEvent, CaseFilter, CaseState, Closure, Worklist},
    citizen::Unreachable,
};

use crate::support::*;

fn query() -> CaseQuery {
    CaseQuery::of(unit_id(1), Worklist::Open, 50)
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
        // Many in the same millisecond, and ids that follow neither the time nor the order.
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
        before = Some(last.number);
        // What is sent meanwhile is newer than every page, and must move nothing.
        if seen.is_empty() {
            let mut writer = store.begin().await.expect("free");
            writer.insert_case(&new_case(5_000, 1, "Ny", at(9_000))).await.expect("sent");
            writer.commit(&event(Action::CaseSent)).await.expect("kept");
        }
        seen.extend(rows.into_iter().map(|row| (row.number, row.id)));
    }

    assert_eq!(seen.len(), 1_000);
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 1_000);
    assert!(seen.is_sorted_by(|a, b| a.0 > b.0), "the last that was sent comes first");
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

/// The cases of a list, by the numbers of their ids.
async fn listed(rows: &mut Writer, query: CaseQuery) -> Vec<u128> {
    let rows = rows.case_rows(&query).await.expect("read");
    rows.iter().map(|row| u128::from_be_bytes(row.id.to_bytes())).collect()
}

#[tokio::test]
async fn a_list_is_narrowed_by_who_sent_who_has_it_which_template_and_when_all_at_once() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_staff(&member(2, "bo")).await.expect("free name");
    writer.insert_case(&new_case(1, 1, "Annas", at(1))).await.expect("sent");
    for n in [2, 3] {
        let mut other = new_case(n, 1, "Bos", at(i64::try_from(n).expect("small")));
        other.sender = staff_id(2);
        writer.insert_case(&other).await.expect("sent");
    }
    writer.set_case_handler(case_id(3), staff_id(1)).await.expect("there");
    let bos = CaseQuery { sender: Some(staff_id(2)), ..query() };
    assert_eq!(listed(&mut writer, bos.clone()).await, [3, 2]);
    assert_eq!(listed(&mut writer, CaseQuery { search: Some("bos öberg".into()), ..bos.clone() }).await, [3, 2]);
    assert_eq!(listed(&mut writer, CaseQuery { handler: Some(staff_id(2)), ..bos.clone() }).await, [2]);
    assert_eq!(listed(&mut writer, CaseQuery { handler: Some(staff_id(1)), ..query() }).await, [3, 1]);
    assert_eq!(listed(&mut writer, CaseQuery { template: Some(template_id(1)), ..bos.clone() }).await, [3, 2]);
    assert_eq!(listed(&mut writer, CaseQuery { template: Some(template_id(9)), ..bos }).await, []);
    assert_eq!(listed(&mut writer, CaseQuery { sent_from: Some(at(2)), ..query() }).await, [3, 2]);
    assert_eq!(listed(&mut writer, CaseQuery { sent_until: Some(at(3)), ..query() }).await, [2, 1]);
    let between = CaseQuery { sent_from: Some(at(2)), sent_until: Some(at(3)), ..query() };
    assert_eq!(listed(&mut writer, between).await, [2]);
    let neither = CaseQuery { sent_from: Some(at(90)), sent_until: Some(at(0)), ..query() };
    assert_eq!(listed(&mut writer, neither).await, []);
}

#[tokio::test]
async fn each_case_lies_in_the_lists_of_what_is_to_be_done_with_it() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    for n in 1..=5 {
        writer.insert_case(&new_case(n, 1, "Kallelse", at(1))).await.expect("sent");
    }
    let read = CaseState::Sent.opened(at(2));
    let answered = read.answered(true, Closure::Open, at(3)).expect("first reply");
    writer.set_case_state(case_id(2), read).await.expect("there");
    writer.set_case_state(case_id(3), answered).await.expect("there");
    writer.set_case_state(case_id(4), answered).await.expect("there");
    writer.set_case_closure(case_id(4), Closure::Closed { closed: at(4) }).await.expect("there");
    let revoked = Closure::Revoked { revoked: at(4) };
    writer.set_case_closure(case_id(5), revoked).await.expect("there");
    for (list, expected) in [
        (Worklist::Open, vec![3, 2, 1]),
        (Worklist::Unread, vec![1]),
        (Worklist::Unanswered, vec![2, 1]),
        (Worklist::ToReview, vec![3]),
        (Worklist::Ended, vec![5, 4]),
    ] {
        let of = CaseQuery::of(unit_id(1), list, 50);
        assert_eq!(writer.count_cases(&of).await.expect("counted"), expected.len() as u64, "{list:?}");
        assert_eq!(listed(&mut writer, of).await, expected, "{list:?}");
    }
    assert_eq!(writer.count_cases(&CaseQuery::of(unit_id(1), Worklist::Open, 2)).await.expect("counted"), 2);
    assert_eq!(writer.case(case_id(5)).await.expect("read").expect("there").closure, revoked);
    let inbox = writer.letters_of_citizen(citizen_id(1), at(1_000)).await.expect("read");
    assert!(inbox.iter().all(|letter| letter.id != case_id(5)), "what was taken back lies in no inbox");
    assert_eq!(writer.contact(unit_id(1), citizen_id(1), at(0)).await.expect("read").recent, 4);
}

#[tokio::test]
async fn what_happened_to_a_case_is_told_in_order_and_never_changed() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_case(&new_case(1, 1, "Kallelse", at(1))).await.expect("sent");
    let happened = [CaseEvent::Noted { text: "Ringt".into() }, CaseEvent::Closed, CaseEvent::Reopened];
    for (minute, what) in (2..).zip(&happened) {
        writer.record_case_event(case_id(1), staff_id(1), at(minute), what).await.expect("written");
    }
    let told = writer.case_events(case_id(1)).await.expect("read");
    assert_eq!(told.iter().map(|one| one.what.clone()).collect::<Vec<_>>(), happened);
    assert_eq!((told[0].at, told[0].by.as_str()), (at(2), "Personal 1"));
}

#[tokio::test]
async fn a_filter_is_kept_for_one_person_under_a_name_until_it_is_forgotten() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_staff(&member(2, "bo")).await.expect("free name");
    let filter = CaseFilter { sender: Some(staff_id(2)), ..CaseFilter::default() };
    writer.keep_case_filter(staff_id(1), "Bos", &CaseFilter::default()).await.expect("kept");
    writer.keep_case_filter(staff_id(1), "Bos", &filter).await.expect("kept instead");
    assert_eq!(writer.case_filters(staff_id(1)).await.expect("read"), [("Bos".to_owned(), filter)]);
    assert_eq!(writer.case_filters(staff_id(2)).await.expect("read"), []);
    writer.forget_case_filter(staff_id(1), "Bos").await.expect("forgotten");
    assert_eq!(writer.case_filters(staff_id(1)).await.expect("read"), []);
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
async fn a_search_is_of_the_beginnings_of_words_and_signs_mean_nothing() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    for (n, heading) in [(1, "Dos 50% lägre"), (2, "Provsvar: O'Hara!")] {
        writer.insert_case(&new_case(n, 1, heading, NOW)).await.expect("sent");
    }
    writer.commit(&event(Action::CaseSent)).await.expect("kept");
    for (search, expected) in [("dos 50%", 1), ("lägr", 1), ("o'hara!", 2), ("PROVSV", 2)] {
        assert_eq!(found(&store, search).await, [expected], "{search}");
    }
    for nothing in ["ägre", "%", "_", "\"", "' OR 1=1 --", "dos NOT lägre", "*"] {
        assert_eq!(found(&store, nothing).await, [], "{nothing}");
    }
}

#[tokio::test]
async fn a_case_is_found_by_what_the_handler_wrote_and_by_the_name_that_the_citizen_has_now() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let mut case = new_case(1, 1, "Ordination", NOW);
    case.message.paragraphs = vec!["Här är din ordination.".into(), "Järn 100 mg".into()];
    case.message.marked = Some(vec![0]);
    writer.insert_case(&case).await.expect("sent");
    writer.upsert_citizen(unit_id(1), &citizen(1, "Åsa Lind")).await.expect("married");
    writer.commit(&event(Action::CaseSent)).await.expect("kept");
    assert_eq!(found(&store, "järn lind").await, [1]);
    assert_eq!(found(&store, "öberg").await, [], "the name that was");
    assert_eq!(found(&store, "här").await, [], "what every such message says");
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
    let inbox = writer.letters_of_citizen(citizen_id(1), at(1_000)).await.expect("read");
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

#[tokio::test]
async fn what_is_held_lies_in_no_inbox_and_leaves_once_as_the_newest() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let held = NewCase { held: true, ..new_case(1, 1, "Senare", at(5)) };
    writer.insert_case(&held).await.expect("kept");
    writer.insert_case(&new_case(2, 1, "Nu", at(1))).await.expect("sent");
    let inbox = async |writer: &mut Writer, now| {
        let letters = writer.letters_of_citizen(citizen_id(1), now).await.expect("read");
        letters.iter().map(|letter| letter.id).collect::<Vec<_>>()
    };
    assert_eq!(inbox(&mut writer, at(0)).await, []);
    assert_eq!(inbox(&mut writer, at(9)).await, [case_id(2)]);
    assert_eq!(writer.due_cases(unit_id(1), at(4)).await.expect("read"), []);
    assert_eq!(writer.due_cases(unit_id(1), at(5)).await.expect("read"), [case_id(1)]);
    assert_eq!(listed(&mut writer, query()).await, [2]);
    let contact = writer.contact(unit_id(1), citizen_id(1), at(0)).await.expect("read");
    assert_eq!((contact.recent, contact.unread), (1, 1), "what has not left is no contact");
    assert_eq!(contact.last.expect("one").heading, "Nu");
    assert_eq!(writer.sent_between(unit_id(1), at(0), at(9)).await.expect("counted"), 1);
    writer.stop_case(case_id(1), Unreachable::Deceased).await.expect("held");
    assert_eq!(writer.case(case_id(1)).await.expect("read").expect("there").stopped, Some(Unreachable::Deceased));
    writer.release_case(case_id(1)).await.expect("held");
    assert_eq!(inbox(&mut writer, at(9)).await, [case_id(1), case_id(2)]);
    assert_eq!(listed(&mut writer, query()).await, [1, 2]);
    assert_eq!(listed(&mut writer, CaseQuery { search: Some("senare".into()), ..query() }).await, [1]);
    assert!(matches!(writer.release_case(case_id(1)).await, Err(StoreError::NotFound)), "once");
}
