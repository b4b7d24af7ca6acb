//! Files that an earlier version of the program wrote. They must open for ever; never replace one, add the next
//! version's beside it.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;
use std::path::Path;

use common::*;
use vault::{
    CHUNK_BYTES, ItemKind, KeyName, KeyStore, MemoryKeyStore, PassphraseKeyStore, Secret, Trigger, UnixMillis, Vault,
    verify_receipts,
};

const FAR: UnixMillis = UnixMillis(4_102_444_800_000);
/// Before and after a rotation of the master.
const VERSION_1: [&str; 2] = ["v1", "v1-rotated"];

/// A copy to work on, since opening a vault adds files to it, and its master key.
fn vector(name: &str) -> (tempfile::TempDir, MemoryKeyStore) {
    let place = tempfile::tempdir().unwrap();
    copy_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name), place.path());
    let keys = MemoryKeyStore::new();
    let hex = fs::read_to_string(place.path().join("master.hex")).unwrap();
    let digits = hex.trim();
    let master = (0..32).map(|byte| u8::from_str_radix(&digits[2 * byte..2 * byte + 2], 16).unwrap()).collect();
    keys.set(KeyName::VaultMaster, &Secret::new(master)).unwrap();
    (place, keys)
}

#[test]
fn version_1_sealed_files_open() {
    for name in VERSION_1 {
        let (place, keys) = vector(name);
        let vault = Vault::open(place.path(), &keys).unwrap();
        assert_eq!(reads(&vault, id(0xa0)), b"");
        assert_eq!(reads(&vault, id(0xa1)), "Räksmörgås".as_bytes());
        assert_eq!(reads(&vault, id(0xa2)), content(CHUNK_BYTES + 5));
        assert_eq!(vault.deadline(id(0xa2)).unwrap(), FAR);
        if name == "v1-rotated" {
            assert_eq!(reads(&vault, id(0xa5)), b"after the rotation");
        }
    }
}

#[test]
fn version_1_keys_under_a_passphrase_open() {
    for name in VERSION_1 {
        let (place, keys) = vector(name);
        let passphrase = Secret::new("korrekt häst batteri".to_owned());
        let unlocked = PassphraseKeyStore::unlock(place.path(), &passphrase).unwrap();
        assert_eq!(key_bytes(&unlocked, KeyName::VaultMaster), key_bytes(&keys, KeyName::VaultMaster));
        let vault = Vault::open(place.path(), &unlocked).unwrap();
        assert_eq!(reads(&vault, id(0xa1)), "Räksmörgås".as_bytes());
    }
}

#[test]
fn version_1_receipts_and_copies_are_understood_and_a_begun_purge_is_finished() {
    for name in VERSION_1 {
        let (place, _) = vector(name);
        let report = verify_receipts(place.path()).unwrap();
        assert_eq!((report.lines, report.purged, report.begun), (3, 1, vec![id(0xa4)]));
        let area = vault::PurgeArea::at(place.path());
        // The recorded place is a full path on Unix only.
        #[cfg(unix)]
        {
            let copy = area.copy(id(0xb1)).unwrap().unwrap();
            assert_eq!((copy.of, copy.size, copy.expires), (id(0xa2), 4, FAR));
        }
        let run = area.run(Trigger::Start, UnixMillis(3_000)).unwrap();
        assert_eq!(run.receipts.len(), 1);
        assert_eq!((run.receipts[0].item, run.receipts[0].kind), (id(0xa4), ItemKind::Sealed));
        assert_eq!(verify_receipts(place.path()).unwrap().purged, 2);
    }
}

#[test]
fn version_2_receipts_are_understood_and_the_chain_goes_on_from_them() {
    let place = tempfile::tempdir().unwrap();
    copy_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/v2"), place.path());
    let report = verify_receipts(place.path()).unwrap();
    assert_eq!((report.lines, report.purged, report.begun.len()), (7, 3, 1));
    let area = vault::PurgeArea::at(place.path());
    let run = area.run(Trigger::Start, FAR).unwrap();
    assert_eq!(run.receipts.iter().map(|receipt| receipt.item).collect::<Vec<_>>(), report.begun);
    let receipts = area.receipts_after(0).unwrap();
    let told: Vec<bool> = receipts.iter().map(|receipt| receipt.circumstances.is_some()).collect();
    assert_eq!(told, [false, false, false, true], "what was not written down then is not made up now");
    let report = verify_receipts(place.path()).unwrap();
    assert_eq!((report.lines, report.purged, report.begun.len()), (8, 4, 0));
}
