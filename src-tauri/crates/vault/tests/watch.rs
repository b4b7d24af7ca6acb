//! What a person can see of the purge, and what is tried again.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{
    CopyEntry, ItemKind, LastRuns, MemoryKeyStore, Outcome, PurgeArea, STUCK_AFTER, Step, Trigger, UnixMillis, Vault,
    VaultError, verify_receipts,
};

const MINUTE: i64 = 60_000;

#[test]
fn what_cannot_be_removed_is_tried_again_after_1_5_and_15_minutes_and_is_then_stuck() {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    seal(&vault, id(1), UnixMillis(MINUTE), b"held open by another program");
    let stuck = body(place.path(), id(1));
    fs::remove_file(&stuck).unwrap();
    // A directory in its place cannot be removed as a file.
    fs::create_dir(&stuck).unwrap();
    let area = PurgeArea::at(place.path());
    let tried = |area: &PurgeArea, minute: i64| {
        area.run(Trigger::Timer, UnixMillis(minute * MINUTE))
            .unwrap()
            .stuck
            .iter()
            .map(|(item, _)| *item)
            .collect::<Vec<_>>()
    };
    let minutes: Vec<i64> = (1..40).filter(|minute| !tried(&area, *minute).is_empty()).collect();
    assert_eq!(minutes, [1, 2, 6, 16, 31]);
    let begun = area.begun().unwrap();
    assert_eq!((begun.len(), begun[0].id, begun[0].kind), (1, id(1), ItemKind::Sealed));
    assert_eq!((begun[0].since, begun[0].deadline), (UnixMillis(MINUTE), Some(UnixMillis(MINUTE))));
    assert_eq!(STUCK_AFTER, 900_000);
    assert!(matches!(vault.open_sealed(id(1), NOW, LIMIT), Err(VaultError::Absent)), "nobody can read it meanwhile");

    assert_eq!(tried(&PurgeArea::at(place.path()), 40), [id(1)], "a start tries at once");
    fs::remove_dir(&stuck).unwrap();
    assert_eq!(area.run(Trigger::Timer, UnixMillis(46 * MINUTE)).unwrap().receipts.len(), 1);
    assert!(area.begun().unwrap().is_empty());
}

#[test]
fn a_folder_that_vanished_is_not_taken_for_a_purge() {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    let root = tempfile::tempdir().unwrap();
    let area = vault.purge_area();
    let entry = CopyEntry::plan(id(5), id(1), root.path(), "a.pdf", b"copy", UnixMillis(MINUTE)).unwrap();
    area.register_copy(&entry).unwrap();
    area.write_copy(&entry, b"copy").unwrap();
    root.close().unwrap();
    let run = area.run(Trigger::Timer, UnixMillis(MINUTE)).unwrap();
    assert_eq!(run.receipts[0].outcome, Outcome::NotFoundAtRecordedPlace);
    assert_eq!(run.receipts[0].steps, [Step::CopyAbsent, Step::VerifiedAbsent]);
}

#[test]
fn a_file_whose_key_is_lost_is_destroyed_with_a_receipt_that_says_so() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    let vault = Vault::open(place.path(), &keys).unwrap();
    for number in [1, 2] {
        seal(&vault, id(number), LATER, b"content");
    }
    fs::write(key_file(place.path(), id(1)), [7; 68]).unwrap();
    let unreadable = vault.rotate(&keys).unwrap().unreadable;
    assert_eq!(unreadable, [id(1)]);
    let area = vault.purge_area();
    let receipt = area.destroy_unreadable(id(1), Trigger::Start, NOW).unwrap();
    assert_eq!(receipt.outcome, Outcome::Unreadable);
    assert_eq!(receipt.steps, [Step::KeyDestroyed, Step::BodyRemoved, Step::VerifiedAbsent]);
    assert_eq!(verify_receipts(place.path()).unwrap().purged, 1);
    assert_eq!(reads(&vault, id(2)), b"content");
}

#[test]
fn the_last_run_is_known_by_what_set_it_off() {
    let place = tempfile::tempdir().unwrap();
    let area = PurgeArea::at(place.path());
    assert_eq!(area.last_runs().unwrap(), LastRuns::default());
    area.run(Trigger::Start, UnixMillis(MINUTE)).unwrap();
    area.run(Trigger::Timer, UnixMillis(2 * MINUTE)).unwrap();
    area.run(Trigger::Timer, UnixMillis(3 * MINUTE)).unwrap();
    PurgeArea::at(place.path()).run(Trigger::Scheduled, UnixMillis(4 * MINUTE)).unwrap();
    let at = |minute: i64| Some(UnixMillis(minute * MINUTE));
    assert_eq!(area.last_runs().unwrap(), LastRuns { timer: at(2), start: at(1), scheduled: at(4) });
    area.run(Trigger::Timer, UnixMillis(7 * MINUTE)).unwrap();
    assert_eq!(area.last_runs().unwrap().timer, at(7));
}
