//! Items that are purged together, and under what circumstances.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{
    By, ClockState, MemoryKeyStore, Pseudonym, PurgeArea, Sandbox, Trigger, UnixMillis, Vault, verify_receipts,
};

const T: fn(i64) -> UnixMillis = UnixMillis;

#[test]
fn what_is_stuck_does_not_hold_up_its_batch_whatever_part_of_it_is_stuck() {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    for number in 1..=6 {
        seal(&vault, id(number), T(1_000), &content(100));
    }
    let area = vault.purge_area();
    // Directories cannot be removed as files: the stand-ins for a key file and a body that another program holds.
    let key = key_file(place.path(), id(2));
    fs::remove_file(&key).unwrap();
    fs::create_dir(&key).unwrap();
    fs::remove_file(body(place.path(), id(5))).unwrap();
    fs::create_dir(body(place.path(), id(5))).unwrap();
    let run = area.run(Trigger::Timer, T(1_000)).unwrap();
    let purged: Vec<_> = run.receipts.iter().map(|receipt| receipt.item).collect();
    assert_eq!(purged, [id(1), id(3), id(4), id(6)]);
    let stuck: Vec<_> = run.stuck.iter().map(|(item, _)| *item).collect();
    assert_eq!(stuck, [id(2), id(5)]);
    assert!(body(place.path(), id(2)).exists(), "a body outlives its key, never the other way round");
    fs::remove_dir(&key).unwrap();
    fs::remove_dir(body(place.path(), id(5))).unwrap();
    assert_eq!(PurgeArea::at(place.path()).run(Trigger::Start, T(1_000)).unwrap().receipts.len(), 2);
    let report = verify_receipts(place.path()).unwrap();
    assert_eq!((report.purged, report.begun.len()), (6, 0));
}

#[test]
fn a_receipt_names_its_circumstances() {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    seal(&vault, id(1), T(4_000), &content(100));
    seal(&vault, id(2), T(4_000), &content(100));
    let area = vault.purge_area();
    area.observe(T(3_500)).unwrap();
    let by_clock = area.destroy(id(1), Trigger::Timer, T(3_000)).unwrap().circumstances.unwrap();
    assert_eq!(by_clock.clock, ClockState { behind: 500, doubted: false });
    assert_eq!((by_clock.sandbox, by_clock.actor), (None, None));
    assert!(by_clock.version.starts_with(|digit: char| digit.is_ascii_digit()));
    assert!(by_clock.received.unwrap() > 1_600_000_000_000, "as the file system has it");

    area.note_sandbox(Sandbox::Holds);
    let somebody = Pseudonym::from_bytes([9; 16]);
    let by_person = area.destroy(id(2), By::person(somebody), T(3_600)).unwrap();
    assert_eq!(by_person.trigger, Trigger::Person);
    let circumstances = by_person.circumstances.clone().unwrap();
    assert_eq!((circumstances.sandbox, circumstances.actor), (Some(Sandbox::Holds), Some(somebody)));
    assert_eq!(PurgeArea::at(place.path()).receipts_after(2).unwrap(), [by_person], "read back as it was written");

    // Begun by a person and ended by the timer: it was still the person's choice.
    seal(&vault, id(3), T(4_000), &content(100));
    fs::remove_file(body(place.path(), id(3))).unwrap();
    fs::create_dir(body(place.path(), id(3))).unwrap();
    assert!(area.destroy(id(3), By::person(somebody), T(3_600)).is_err());
    fs::remove_dir(body(place.path(), id(3))).unwrap();
    let ended = PurgeArea::at(place.path()).run(Trigger::Timer, T(3_600)).unwrap().receipts.remove(0);
    assert_eq!((ended.trigger, ended.circumstances.unwrap().actor), (Trigger::Person, Some(somebody)));
}
