//! A clock that is set back gives nothing a longer life: sealed files, copies, and what is opened or made afterwards.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{CopyEntry, ItemKind, MemoryKeyStore, PurgeArea, Trigger, UnixMillis, Vault, VaultError};

const DUE: UnixMillis = UnixMillis(4_000);
const A_YEAR_BEFORE: UnixMillis = UnixMillis(4_000 - 365 * 24 * 3_600_000);

#[test]
fn once_the_deadline_was_seen_no_clock_brings_the_time_before_it_back() {
    let (place, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let keys = MemoryKeyStore::new();
    let vault = Vault::open(place.path(), &keys).unwrap();
    seal(&vault, id(1), DUE, b"sealed");
    let area = vault.purge_area();
    let entry = CopyEntry::plan(id(2), id(1), outside.path(), "a.pdf", b"in clear", DUE).unwrap();
    area.register_copy(&entry).unwrap();
    area.write_copy(&entry, b"in clear").unwrap();
    area.observe(DUE).unwrap();
    drop(vault);

    // The computer is started again with its clock a year behind.
    let vault = Vault::open(place.path(), &keys).unwrap();
    assert!(matches!(vault.open_sealed(id(1), A_YEAR_BEFORE, LIMIT), Err(VaultError::Due)));
    let area = PurgeArea::at(place.path());
    assert_eq!(area.due(A_YEAR_BEFORE).unwrap().len(), 2);
    let run = area.run(Trigger::Start, A_YEAR_BEFORE).unwrap();
    let gone: Vec<_> = run.receipts.iter().map(|receipt| (receipt.kind, receipt.purged_at)).collect();
    assert_eq!(gone, [(ItemKind::Sealed, DUE), (ItemKind::Copy, DUE)]);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);

    // What is made now, by the wrong clock, is due by it already: it is not openable for a moment.
    seal(&vault, id(3), UnixMillis(A_YEAR_BEFORE.0 + 1_000), b"new");
    assert!(matches!(vault.open_sealed(id(3), A_YEAR_BEFORE, LIMIT), Err(VaultError::Due)));
    assert_eq!(area.run(Trigger::Timer, A_YEAR_BEFORE).unwrap().receipts.len(), 1);
}
