//! *Avsnittsbanken*.

use budkavle_store::{BankSectionRow, StoreError};

use crate::support::*;

#[tokio::test]
async fn what_is_kept_comes_back_as_it_was_by_name_and_can_be_renamed_and_removed() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    writer.insert_staff(&member(2, "bo")).await.expect("free name");
    let (first, second) = (bank_section(1), BankSectionRow { name: "Ärftlighet".into(), ..bank_section(2) });
    for section in [&second, &first] {
        keep_section(&mut writer, section).await;
    }
    assert_eq!(writer.bank_sections(unit_id(1)).await.expect("read"), [first.clone(), second.clone()]);
    assert_eq!(writer.bank_sections(unit_id(2)).await.expect("read"), [], "another unit's own");

    writer.rename_bank_section(first.id, "Östrogen", at(9), staff_id(2)).await.expect("there");
    let renamed = BankSectionRow { name: "Östrogen".into(), changed: at(9), by: "Personal 2".into(), ..first.clone() };
    assert_eq!(writer.bank_section(first.id).await.expect("read"), Some(renamed.clone()));
    assert_eq!(writer.bank_sections(unit_id(1)).await.expect("read"), [second.clone(), renamed]);

    writer.remove_bank_section(first.id).await.expect("there");
    assert_eq!(writer.bank_section(first.id).await.expect("read"), None);
    let gone = writer.remove_bank_section(first.id).await;
    assert!(matches!(gone, Err(StoreError::NotFound)), "{gone:?}");
    let gone = writer.rename_bank_section(first.id, "x", at(9), staff_id(2)).await;
    assert!(matches!(gone, Err(StoreError::NotFound)), "{gone:?}");
    keep_section(&mut writer, &first).await;
    assert_eq!(writer.bank_sections(unit_id(1)).await.expect("read"), [first, second], "and put back");
}

#[tokio::test]
async fn a_name_is_taken_also_in_other_capitals_but_not_by_what_has_it_itself() {
    let store = ready_store().await;
    let mut writer = store.begin().await.expect("free");
    keep_section(&mut writer, &BankSectionRow { name: "Åksjuka och yrsel".into(), ..bank_section(1) }).await;
    let taken = [
        ("Åksjuka och yrsel", None, true),
        (" åksjuka  OCH yrsel", None, true),
        ("Åksjuka", None, false),
        ("Åksjuka och yrsel", Some(bank_id(1)), false),
        ("Åksjuka och yrsel", Some(bank_id(2)), true),
    ];
    for (name, but, is_taken) in taken {
        assert_eq!(writer.is_bank_name_taken(unit_id(1), name, but).await.expect("read"), is_taken, "{name}");
    }
    assert!(!writer.is_bank_name_taken(unit_id(2), "Åksjuka och yrsel", None).await.expect("read"));
}
