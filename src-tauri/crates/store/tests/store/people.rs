//! The unit, its staff, its citizens.

use budkavle_store::{CitizenChange, Store, StoreError};
use domain::{
    case::CaseState,
    citizen::{Account, Citizen, Protection, Registration, Standing},
    retention::Retention,
};

use crate::support::*;

#[tokio::test]
async fn a_store_is_for_one_unit_whose_settings_can_change() {
    let store = Store::in_memory(NOW).await.expect("in memory");
    let mut writer = store.begin().await.expect("free");
    assert!(matches!(writer.update_unit(&unit()).await, Err(StoreError::NotFound)));
    writer.insert_unit(&unit()).await.expect("first");
    assert!(matches!(writer.insert_unit(&unit()).await, Err(StoreError::UnitExists)));

    let mut changed = unit();
    changed.contact = "Ring 0480-11 11 11".into();
    changed.retention = Retention { attachment_hours: 24, copy_hours: 1 };
    writer.update_unit(&changed).await.expect("there");
    assert_eq!(writer.unit().await.expect("read"), Some(changed));
}

#[tokio::test]
async fn a_user_name_is_one_persons_however_it_is_written() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let taken = writer.insert_staff(&member(2, " ANNA ")).await;
    assert!(matches!(taken, Err(StoreError::UsernameTaken)), "{taken:?}");
    writer.insert_staff(&member(2, "Åke")).await.expect("free name");

    assert_eq!(writer.staff_by_username(" ÅKE").await.expect("read").expect("there").id, staff_id(2));
    assert_eq!(writer.staff(staff_id(2)).await.expect("read").expect("there").username, "åke");
    assert!(writer.staff_by_username("eva").await.expect("read").is_none());
    let taken = writer.update_staff(&member(2, "Anna")).await;
    assert!(matches!(taken, Err(StoreError::UsernameTaken)), "{taken:?}");
    assert_eq!(writer.staff_of(unit_id(1)).await.expect("read").len(), 2);
}

#[tokio::test]
async fn failed_sign_ins_and_refusals_are_remembered() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let mut anna = member(1, "anna");
    anna.failed_attempts = 5;
    anna.refused_until = Some(at(15));
    anna.active = false;
    anna.roles.clear();
    writer.update_staff(&anna).await.expect("there");
    assert_eq!(writer.staff(staff_id(1)).await.expect("read"), Some(anna));
    assert!(matches!(writer.update_staff(&member(9, "eva")).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn importing_a_citizen_again_keeps_their_id() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let mut same_number = citizen(1, "Åsa Öberg");
    same_number.id = citizen_id(77);
    assert_eq!(writer.upsert_citizen(unit_id(1), &same_number).await.expect("known"), CitizenChange::Unchanged);
    same_number.name = "Åsa Ek".into();
    same_number.care_relation = None;
    assert_eq!(writer.upsert_citizen(unit_id(1), &same_number).await.expect("known"), CitizenChange::Updated);
    assert_eq!(writer.upsert_citizen(unit_id(1), &citizen(3, "Ny")).await.expect("new"), CitizenChange::Added);

    let asa = writer.citizen_by_number(unit_id(1), &number(1)).await.expect("read").expect("there");
    assert_eq!((asa.id, asa.name.as_str(), asa.care_relation), (citizen_id(1), "Åsa Ek", None));
    assert_eq!(writer.citizen(citizen_id(77)).await.expect("read"), None);
    assert_eq!(writer.citizens(unit_id(1)).await.expect("read").len(), 3);
    assert_eq!(writer.citizen_by_number(unit_id(2), &number(1)).await.expect("read"), None, "another unit's register");
}

#[tokio::test]
async fn what_is_known_of_a_citizens_standing_is_kept_and_changed() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let hers = |standing: &Standing| Citizen { standing: standing.clone(), ..citizen(1, "Åsa Öberg") };
    let standings = Account::ALL.iter().map(|account| Standing { account: *account, ..Standing::default() });
    let standings = standings
        .chain(
            Registration::ALL
                .iter()
                .map(|registration| Standing { registration: *registration, ..Standing::default() }),
        )
        .chain(Protection::ALL.iter().map(|protection| Standing { protection: *protection, ..Standing::default() }))
        .chain([citizen_in_another_standing(5).standing, Standing::default()]);
    for standing in standings {
        let known = writer.citizen(citizen_id(1)).await.expect("read").expect("there").standing;
        let change = writer.upsert_citizen(unit_id(1), &hers(&standing)).await.expect("known");
        let expected = if known == standing { CitizenChange::Unchanged } else { CitizenChange::Updated };
        assert_eq!(change, expected, "{standing:?}");
        let read = writer.citizen_by_number(unit_id(1), &number(1)).await.expect("read");
        assert_eq!(read, Some(hers(&standing)));
    }
    assert_eq!(writer.citizen(citizen_id(2)).await.expect("read"), Some(citizen(2, "Erik Ek")), "nobody else's");
}

#[tokio::test]
async fn how_recently_a_citizen_was_written_to_is_told_by_unit() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    let never = writer.contact(unit_id(1), citizen_id(1), NOW).await.expect("read");
    assert_eq!((never.last.is_none(), never.recent, never.unread), (true, 0, 0));
    for (n, to, heading, sent) in
        [(1, 1, "Först", at(-60)), (2, 1, "Sist", at(5)), (3, 1, "Mitt", NOW), (4, 2, "Annans", at(9))]
    {
        writer.insert_case(&new_case(n, to, heading, sent)).await.expect("sent");
    }
    writer.set_case_state(case_id(3), CaseState::Sent.opened(at(6))).await.expect("there");

    let told = writer.contact(unit_id(1), citizen_id(1), NOW).await.expect("read");

    assert_eq!((told.recent, told.unread), (2, 2));
    let last = told.last.expect("written to");
    assert_eq!((last.sent, last.heading.as_str(), last.sender_name.as_str()), (at(5), "Sist", "Personal 1"));
    let elsewhere = writer.contact(unit_id(2), citizen_id(1), NOW).await.expect("read");
    assert_eq!((elsewhere.last.is_none(), elsewhere.recent, elsewhere.unread), (true, 0, 0));
}

#[tokio::test]
async fn nothing_printed_for_a_programmer_shows_a_person() {
    let told = format!(
        "{:?} {:?} {:?} {:?}",
        member(1, "anna"),
        new_case(1, 1, "Hemligt", NOW),
        reply(1, 1),
        attachment(1, 1)
    );
    for secret in ["anna", "argon2", "Hemligt", "YesNo", "knä"] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
}
