//! The program dies at each point of a purge, half-written log lines included; the next start finishes the work with
//! exactly one receipt for each item.

use std::fs;
use std::path::Path;

use super::{CopyEntry, Outcome, PurgeArea, Receipt, Step, Trigger, verify_receipts};
use crate::id::{SealedId, UnixMillis};
use crate::keystore::MemoryKeyStore;
use crate::vault::Vault;

const DUE: UnixMillis = UnixMillis(2_000);
const LATER: UnixMillis = UnixMillis(90_000);

fn id(number: u8) -> SealedId {
    SealedId::from_bytes([number; 16])
}

/// Due: two sealed files and a copy. Not due: a sealed file and a copy.
fn day(place: &Path, outside: &Path) {
    let vault = Vault::open(place, &MemoryKeyStore::new()).unwrap();
    for (number, expires) in [(1, DUE), (2, DUE), (3, LATER)] {
        let mut writer = vault.seal(id(number), expires).unwrap();
        writer.write(b"content").unwrap();
        writer.finish().unwrap();
    }
    let area = vault.purge_area();
    for (number, expires) in [(11, DUE), (12, LATER)] {
        let entry = CopyEntry::plan(id(number), id(3), outside, "copy.pdf", b"copy", expires).unwrap();
        area.register_copy(&entry).unwrap();
        area.write_copy(&entry, b"copy").unwrap();
    }
}

fn count(dir: &Path) -> usize {
    fs::read_dir(dir).unwrap().filter(|entry| entry.as_ref().unwrap().file_name() != "CACHEDIR.TAG").count()
}

fn receipts(place: &Path) -> Vec<Receipt> {
    let text = fs::read_to_string(place.join("receipts.log")).unwrap();
    let lines = text.lines().map(|line| super::receipts::Line::read(line).unwrap());
    lines
        .filter(|(line, ..)| line.state == super::receipts::State::Purged)
        .map(|(line, hash, _)| line.receipt(hash))
        .collect()
}

/// Runs until the crash point; `true` when the run came to its end without reaching it.
fn run_and_die(place: &Path, point: u32) -> bool {
    let area = PurgeArea::at(place);
    area.crash.die_at(point);
    // A dead program does nothing more: its crash point stays reached for all items that follow.
    area.run(Trigger::Timer, DUE).unwrap().stuck.is_empty()
}

fn assert_finished(place: &Path, outside: &Path, case: &str) {
    assert!(PurgeArea::at(place).run(Trigger::Start, DUE).unwrap().stuck.is_empty(), "{case}");
    let report = verify_receipts(place).unwrap();
    assert_eq!((report.purged, report.begun.len(), report.torn_tail), (3, 0, false), "{case}");
    let receipts = receipts(place);
    for number in [1, 2, 11] {
        let of_it: Vec<_> = receipts.iter().filter(|receipt| receipt.item == id(number)).collect();
        assert_eq!(of_it.len(), 1, "{case}: item {number}");
        assert_eq!(of_it[0].outcome, Outcome::Removed, "{case}: item {number}");
        assert_eq!(of_it[0].steps.last(), Some(&Step::VerifiedAbsent), "{case}: item {number}");
        assert_eq!(of_it[0].deadline, Some(DUE), "{case}: item {number}");
    }
    let left = ["keys", "blobs", "copies"].map(|part| count(&place.join(part)));
    assert_eq!((left, count(outside)), ([1, 1, 1], 1), "{case}: exactly what is not due is left");
    assert!(PurgeArea::at(place).due(DUE).unwrap().is_empty(), "{case}");
}

#[test]
fn a_crash_at_any_point_and_a_restart_leave_one_receipt_for_each_item() {
    let mut point = 0;
    loop {
        let (place, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        day(place.path(), outside.path());
        let ended = run_and_die(place.path(), point);
        assert_finished(place.path(), outside.path(), &format!("crash at {point}"));
        if ended {
            break;
        }
        point += 1;
    }
    assert!(point >= 7, "the run has {point} crash points");
}

#[test]
fn two_crashes_in_a_row_change_nothing() {
    for first in 0..7 {
        for second in [0, 1, 4] {
            let (place, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            day(place.path(), outside.path());
            run_and_die(place.path(), first);
            run_and_die(place.path(), second);
            assert_finished(place.path(), outside.path(), &format!("crashes at {first} and {second}"));
        }
    }
}

/// More than one batch, all of it due. In memory where there is such a place: each file is flushed when it is sealed.
fn two_batches() -> (tempfile::TempDir, Vec<SealedId>) {
    let place = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    let ids: Vec<_> = (0..super::batch::BATCH + 3).map(|number| (number as u128).to_be_bytes()).collect();
    let ids: Vec<_> = ids.into_iter().map(SealedId::from_bytes).collect();
    for id in &ids {
        let mut writer = vault.seal(*id, DUE).unwrap();
        writer.write(b"content").unwrap();
        writer.finish().unwrap();
    }
    (place, ids)
}

#[test]
fn a_crash_in_either_of_two_batches_leaves_one_receipt_for_each_item() {
    let mut point = 0;
    loop {
        let (place, ids) = two_batches();
        let ended = run_and_die(place.path(), point);
        let run = PurgeArea::at(place.path()).run(Trigger::Start, DUE).unwrap();
        assert!(run.stuck.is_empty(), "crash at {point}");
        let report = verify_receipts(place.path()).unwrap();
        assert_eq!((report.purged, report.begun.len(), report.torn_tail), (ids.len() as u64, 0, false));
        let mut purged: Vec<_> = receipts(place.path()).iter().map(|receipt| receipt.item).collect();
        purged.sort();
        assert_eq!(purged, ids, "crash at {point}");
        assert_eq!(["keys", "blobs"].map(|part| count(&place.path().join(part))), [0, 0], "crash at {point}");
        if ended {
            break;
        }
        point += 1;
    }
    assert!(point >= 12, "two batches have {point} crash points");
}

#[test]
fn no_body_of_a_batch_is_touched_before_every_key_of_it_is_gone() {
    let (place, ids) = two_batches();
    let mut point = 0;
    loop {
        run_and_die(place.path(), point);
        let keys = count(&place.path().join("keys"));
        let bodies = count(&place.path().join("blobs"));
        if bodies < ids.len() {
            assert_eq!(keys, ids.len() - super::batch::BATCH, "after {point} points");
            break;
        }
        point += 1;
    }
}
