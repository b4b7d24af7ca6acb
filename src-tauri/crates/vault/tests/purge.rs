//! Destroying on time, without a key, with one receipt each.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;
use std::path::Path;

use common::*;
use vault::{
    ChainError, CopyEntry, CopyProblem, ItemKind, LineFault, MemoryKeyStore, Outcome, PurgeArea, PurgeError, SealedId,
    Step, Trigger, UnixMillis, Vault, verify_receipts,
};

const T: fn(i64) -> UnixMillis = UnixMillis;

/// A closed vault with three files: due at 2 000, 3 000 and 4 000. Its keys are forgotten.
fn closed() -> (tempfile::TempDir, PurgeArea) {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    for number in [2, 3, 4] {
        seal(&vault, id(number), T(i64::from(number) * 1_000), &content(100));
    }
    let area = PurgeArea::at(place.path());
    (place, area)
}

fn due_ids(area: &PurgeArea, now: i64) -> Vec<SealedId> {
    area.due(T(now)).unwrap().iter().map(|item| item.id).collect()
}

fn copy(area: &PurgeArea, root: &Path, number: u8, expires: i64) -> CopyEntry {
    let entry = CopyEntry::plan(id(number), id(2), root, "Bilaga 1.pdf", b"in clear", T(expires)).unwrap();
    area.register_copy(&entry).unwrap();
    area.write_copy(&entry, b"in clear").unwrap();
    entry
}

#[test]
fn a_purge_needs_no_key_and_takes_exactly_what_is_due() {
    let (place, area) = closed();
    assert!(due_ids(&area, 1_999).is_empty());
    assert_eq!(due_ids(&area, 3_000), [id(2), id(3)]);
    let run = area.run(Trigger::Scheduled, T(3_000)).unwrap();
    assert!(run.stuck.is_empty());
    assert_eq!(run.receipts.iter().map(|receipt| receipt.item).collect::<Vec<_>>(), [id(2), id(3)]);
    let left = area.list().unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].id, left[0].deadline, left[0].size), (id(4), T(4_000), 100));
    assert_eq!(files(&place.path().join("keys")).len(), 1);
    assert_eq!(files(&place.path().join("blobs")).len(), 1);
    assert!(area.run(Trigger::Timer, T(3_000)).unwrap().receipts.is_empty());
}

#[test]
fn a_receipt_says_what_was_done_and_nothing_about_anyone() {
    let (place, area) = closed();
    let receipt = area.destroy(id(4), Trigger::Person, T(1_500)).unwrap();
    assert_eq!((receipt.item, receipt.kind, receipt.size), (id(4), ItemKind::Sealed, 100));
    assert_eq!((receipt.deadline, receipt.purged_at), (Some(T(4_000)), T(1_500)));
    assert_eq!((receipt.trigger, receipt.outcome), (Trigger::Person, Outcome::Removed));
    assert_eq!(receipt.steps, [Step::KeyDestroyed, Step::BodyRemoved, Step::VerifiedAbsent]);
    let report = verify_receipts(place.path()).unwrap();
    assert_eq!((report.lines, report.purged, report.head), (2, 1, receipt.hash));
}

#[test]
fn an_item_purged_twice_has_one_receipt_and_an_unknown_one_none() {
    let (place, area) = closed();
    let first = area.destroy(id(2), Trigger::Person, T(1_000)).unwrap();
    let again = PurgeArea::at(place.path()).destroy(id(2), Trigger::Timer, T(9_000)).unwrap();
    assert_eq!(first, again);
    assert_eq!(verify_receipts(place.path()).unwrap().purged, 1);
    assert!(matches!(area.destroy(id(77), Trigger::Person, T(1_000)), Err(PurgeError::Unknown)));
}

#[test]
fn a_clock_that_is_set_back_gives_no_longer_life() {
    let (place, area) = closed();
    assert_eq!(area.observe(T(3_500)).unwrap().behind, 0);
    let reading = PurgeArea::at(place.path()).observe(T(100)).unwrap();
    assert_eq!((reading.now, reading.behind), (T(3_500), 3_400));
    assert_eq!(due_ids(&area, 100), [id(2), id(3)]);
    let receipt = area.destroy(id(2), Trigger::Timer, T(100)).unwrap();
    assert_eq!(receipt.purged_at, T(3_500));
    // Even without the mark, the receipts remember.
    fs::remove_file(place.path().join("mark")).unwrap();
    assert_eq!(due_ids(&PurgeArea::at(place.path()), 100), [id(3)]);
}

#[test]
fn an_area_that_does_not_exist_is_empty() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("none");
    let area = PurgeArea::at(&dir);
    assert!(area.list().unwrap().is_empty());
    assert!(area.due(T(1)).unwrap().is_empty());
    assert_eq!(verify_receipts(&dir).unwrap().lines, 0);
}

#[test]
fn a_body_that_cannot_be_removed_yet_loses_its_key_at_once_and_its_receipt_comes_later() {
    let (place, area) = closed();
    let stuck = body(place.path(), id(2));
    fs::remove_file(&stuck).unwrap();
    // A directory in its place cannot be removed as a file: the stand-in for a file that another program holds.
    fs::create_dir(&stuck).unwrap();
    let run = area.run(Trigger::Timer, T(3_000)).unwrap();
    assert_eq!(run.receipts.len(), 1, "the other due item is purged all the same");
    assert!(matches!(&run.stuck[..], [(item, PurgeError::Stuck(_))] if *item == id(2)));
    let due = area.due(T(3_000)).unwrap();
    assert!(matches!(&due[..], [item] if item.id == id(2) && item.begun && item.deadline == Some(T(2_000))));
    assert!(!files(&place.path().join("keys")).iter().any(|path| path.to_string_lossy().contains(&id(2).to_string())));
    assert_eq!(verify_receipts(place.path()).unwrap().begun, [id(2)]);

    fs::remove_dir(&stuck).unwrap();
    let run = PurgeArea::at(place.path()).run(Trigger::Start, T(4_000)).unwrap();
    let receipt = run.receipts.iter().find(|receipt| receipt.item == id(2)).unwrap();
    assert_eq!((receipt.deadline, receipt.outcome), (Some(T(2_000)), Outcome::Removed));
    assert_eq!(receipt.steps[0], Step::Resumed);
    assert!(verify_receipts(place.path()).unwrap().begun.is_empty());
}

#[test]
fn what_a_crash_left_unfinished_is_swept_with_a_receipt_each() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    let vault = Vault::open(place.path(), &keys).unwrap();
    for number in [1, 2, 3, 4] {
        seal(&vault, id(number), LATER, &content(10));
    }
    let dir = place.path();
    fs::remove_file(key_file(dir, id(1))).unwrap();
    fs::remove_file(body(dir, id(2))).unwrap();
    fs::rename(body(dir, id(3)), body(dir, id(3)).with_extension("part")).unwrap();
    fs::write(dir.join("keys").join(format!("{}.5.k.tmp", id(8))), b"half").unwrap();
    let mut live = vault.seal(id(5), LATER).unwrap();
    live.write(b"still ").unwrap();

    let swept: Vec<_> = vault.sweep_unfinished(T(1_000)).unwrap().iter().map(|receipt| receipt.item).collect();
    assert_eq!(swept, [id(1), id(2), id(3)]);
    live.write(b"coming").unwrap();
    live.finish().unwrap();
    assert_eq!(reads(&vault, id(5)), b"still coming");
    assert_eq!(reads(&vault, id(4)), content(10));
    assert_eq!((files(&dir.join("keys")).len(), files(&dir.join("blobs")).len()), (2, 2));
    assert_eq!(verify_receipts(dir).unwrap().purged, 3);
    assert!(PurgeArea::at(dir).sweep_if_closed(T(1_000)).unwrap().is_none(), "the vault is open");
    drop(vault);
    assert_eq!(PurgeArea::at(dir).sweep_if_closed(T(1_000)).unwrap(), Some(Vec::new()));
}

#[test]
fn a_file_purged_while_it_is_being_sealed_never_appears() {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    let mut writer = vault.seal(id(1), T(2_000)).unwrap();
    writer.write(b"too slow").unwrap();
    assert_eq!(vault.purge_area().run(Trigger::Timer, T(2_000)).unwrap().receipts.len(), 1);
    assert!(matches!(writer.finish(), Err(vault::VaultError::Absent)));
    assert!(files(&place.path().join("blobs")).is_empty());
}

#[test]
fn a_copy_is_its_owners_only_and_is_gone_with_its_folder_at_its_deadline() {
    let (place, area) = closed();
    let root = tempfile::tempdir().unwrap();
    let entry = copy(&area, root.path(), 50, 1_800);
    let folder = entry.path.parent().unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&entry.path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700);
    }
    assert_eq!(area.copy(id(50)).unwrap(), Some(entry.clone()));
    fs::write(folder.join("~$lock"), b"left by a viewer").unwrap();

    let run = area.run(Trigger::Timer, T(1_800)).unwrap();
    assert_eq!(run.receipts.len(), 1);
    assert_eq!((run.receipts[0].kind, run.receipts[0].outcome), (ItemKind::Copy, Outcome::Removed));
    assert!(!folder.exists());
    assert!(root.path().exists());
    assert!(area.copy(id(50)).unwrap().is_none());
    assert!(files(&place.path().join("copies")).is_empty());
    let log = fs::read_to_string(place.path().join("receipts.log")).unwrap();
    assert!(!log.contains("Bilaga") && !log.contains(root.path().to_str().unwrap()));
}

#[test]
fn the_receipt_of_a_copy_that_was_moved_or_changed_says_so() {
    let (_place, area) = closed();
    let root = tempfile::tempdir().unwrap();
    let moved = copy(&area, root.path(), 51, 1_000);
    fs::rename(&moved.path, root.path().join("elsewhere.pdf")).unwrap();
    let changed = copy(&area, root.path(), 52, 1_000);
    fs::write(&changed.path, b"edited..").unwrap();
    let run = area.run(Trigger::Timer, T(1_000)).unwrap();
    let outcomes: Vec<_> = run.receipts.iter().map(|receipt| receipt.outcome).collect();
    assert_eq!(outcomes, [Outcome::NotFoundAtRecordedPlace, Outcome::ContentChanged]);
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "the moved one; both folders are gone");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_copys_place_or_in_its_folders_place_is_removed_and_not_followed() {
    let (_place, area) = closed();
    let root = tempfile::tempdir().unwrap();
    let precious = root.path().join("precious");
    fs::create_dir(&precious).unwrap();
    fs::write(precious.join("Bilaga 1.pdf"), b"in clear").unwrap();
    let file = copy(&area, root.path(), 50, 1_000);
    fs::remove_file(&file.path).unwrap();
    std::os::unix::fs::symlink(precious.join("Bilaga 1.pdf"), &file.path).unwrap();
    let folder = copy(&area, root.path(), 51, 1_000);
    fs::remove_dir_all(folder.path.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(&precious, folder.path.parent().unwrap()).unwrap();

    let run = area.run(Trigger::Timer, T(1_000)).unwrap();
    assert_eq!(run.receipts.len(), 2);
    assert_eq!(run.receipts[0].outcome, Outcome::ContentChanged);
    assert_eq!(run.receipts[1].outcome, Outcome::NotFoundAtRecordedPlace);
    assert_eq!(fs::read(precious.join("Bilaga 1.pdf")).unwrap(), b"in clear");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn a_copy_is_not_written_before_its_deadline_is_nor_with_other_bytes_nor_over_anything() {
    let (_place, area) = closed();
    let root = tempfile::tempdir().unwrap();
    let entry = CopyEntry::plan(id(50), id(2), root.path(), "a.pdf", b"in clear", T(9)).unwrap();
    assert!(matches!(area.write_copy(&entry, b"in clear"), Err(CopyProblem::NotRegistered)));
    area.register_copy(&entry).unwrap();
    assert!(matches!(area.register_copy(&entry), Err(CopyProblem::Taken)));
    assert!(matches!(area.write_copy(&entry, b"something else"), Err(CopyProblem::OtherBytes)));
    assert!(fs::read_dir(root.path()).unwrap().next().is_none());
    area.write_copy(&entry, b"in clear").unwrap();
    assert!(matches!(area.write_copy(&entry, b"in clear"), Err(CopyProblem::File(_))));
    assert_eq!(fs::read(&entry.path).unwrap(), b"in clear");
}

#[test]
fn a_copys_name_cannot_lead_out_of_its_folder() {
    let root = tempfile::tempdir().unwrap();
    for name in ["", ".", "..", "../x", "a/b", "/etc/x", "a\\b", "c:x", "a/", "./a"] {
        let planned = CopyEntry::plan(id(1), id(2), root.path(), name, b"", T(1));
        assert!(matches!(planned, Err(CopyProblem::NotAFileName)), "{name:?}");
    }
    let relative = CopyEntry::plan(id(1), id(2), Path::new("here"), "a.pdf", b"", T(1));
    assert!(matches!(relative, Err(CopyProblem::NotAFullPath)));
}

#[test]
fn a_tampered_entry_cannot_make_the_purge_remove_a_folder_that_is_not_a_copys() {
    let (place, area) = closed();
    let root = tempfile::tempdir().unwrap();
    let precious = root.path().join("precious");
    fs::create_dir(&precious).unwrap();
    fs::write(precious.join("file"), b"x").unwrap();
    for (number, wrong) in [(50, precious.join("file")), (51, root.path().join("0").join("../precious/file"))] {
        let entry = copy(&area, root.path(), number, 1_000);
        let file = files(&place.path().join("copies")).remove(0);
        let own = entry.path.to_str().unwrap();
        let json = fs::read_to_string(&file).unwrap();
        assert!(json.contains(own));
        fs::write(&file, json.replace(own, wrong.to_str().unwrap())).unwrap();
        let receipt = area.destroy(id(number), Trigger::Timer, T(1_000)).unwrap();
        assert_eq!(receipt.outcome, Outcome::NotFoundAtRecordedPlace);
        assert!(receipt.steps.contains(&Step::EntryUnreadable));
        assert!(precious.join("file").exists());
    }
}

#[test]
fn a_copys_deadline_can_be_moved() {
    let (_place, area) = closed();
    let root = tempfile::tempdir().unwrap();
    copy(&area, root.path(), 50, 1_000);
    area.set_copy_deadline(id(50), T(1_500)).unwrap();
    assert!(due_ids(&area, 1_499).is_empty());
    assert_eq!(due_ids(&area, 1_500), [id(50)]);
}

fn fault(dir: &Path) -> (u64, LineFault) {
    match verify_receipts(dir) {
        Err(ChainError::Broken { line, fault }) => (line, fault),
        other => panic!("not broken: {other:?}"),
    }
}

#[test]
fn an_altered_removed_or_reordered_line_breaks_the_chain_where_it_is() {
    let (place, area) = closed();
    area.run(Trigger::Timer, T(9_000)).unwrap();
    let log = place.path().join("receipts.log");
    let whole = fs::read_to_string(&log).unwrap();
    let lines: Vec<_> = whole.split_inclusive('\n').collect();
    assert_eq!(lines.len(), 6);
    let write = |text: String| fs::write(&log, text).unwrap();

    write(whole.replacen("\"at\":9000", "\"at\":2000", 1));
    assert_eq!(fault(place.path()), (1, LineFault::Altered));
    write([&lines[..2], &lines[4..]].concat().concat());
    assert_eq!(fault(place.path()), (3, LineFault::OutOfSequence));
    write([lines[0], lines[1], lines[3], lines[2], lines[4], lines[5]].concat());
    assert_eq!(fault(place.path()), (3, LineFault::OutOfSequence));
    write(lines[1..].concat());
    assert_eq!(fault(place.path()), (1, LineFault::OutOfSequence));
    write(format!("{}{{}}\n{}", lines[0], lines[1]));
    assert_eq!(fault(place.path()), (2, LineFault::NotALine));
    write(whole.clone());
    assert_eq!(verify_receipts(place.path()).unwrap().purged, 3);
}

#[test]
fn lines_cut_off_the_end_are_seen_by_a_head_that_was_kept_elsewhere() {
    let (place, area) = closed();
    area.run(Trigger::Timer, T(9_000)).unwrap();
    let head = verify_receipts(place.path()).unwrap().head;
    let log = place.path().join("receipts.log");
    let whole = fs::read_to_string(&log).unwrap();
    let lines: Vec<_> = whole.split_inclusive('\n').collect();
    fs::write(&log, lines[..4].concat()).unwrap();
    assert_ne!(verify_receipts(place.path()).unwrap().head, head);
}

#[test]
fn a_half_written_last_line_is_reported_and_repaired_by_the_next_purge() {
    let (place, area) = closed();
    area.destroy(id(2), Trigger::Timer, T(2_000)).unwrap();
    let log = place.path().join("receipts.log");
    for torn in [&b"{\"v\":1,\"seq\":2,\"st"[..], b"{\"v\":1,\0\0\0\0\n", b"\0\0\0\0"] {
        let mut bytes = fs::read(&log).unwrap();
        bytes.extend_from_slice(torn);
        fs::write(&log, bytes).unwrap();
        let before = verify_receipts(place.path()).unwrap();
        assert!(before.torn_tail);
        let area = PurgeArea::at(place.path());
        area.observe(T(2_000)).unwrap();
        let after = verify_receipts(place.path()).unwrap();
        assert!(!after.torn_tail);
        assert_eq!(after.lines, before.lines);
    }
    area.destroy(id(3), Trigger::Timer, T(3_000)).unwrap();
    assert_eq!(verify_receipts(place.path()).unwrap().purged, 2);
}

#[test]
fn a_damaged_log_never_stops_a_purge() {
    let (place, _) = closed();
    fs::write(place.path().join("receipts.log"), b"not a log\n\xff\xfe\n").unwrap();
    let run = PurgeArea::at(place.path()).run(Trigger::Timer, T(9_000)).unwrap();
    assert_eq!((run.receipts.len(), run.stuck.len()), (3, 0));
    assert_eq!(fault(place.path()), (1, LineFault::NotALine));
}

#[test]
fn two_processes_that_purge_at_once_leave_one_receipt_each() {
    let (place, _) = closed();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| PurgeArea::at(place.path()).run(Trigger::Timer, T(9_000)).unwrap());
        }
    });
    let report = verify_receipts(place.path()).unwrap();
    assert_eq!((report.lines, report.purged), (6, 3));
}
