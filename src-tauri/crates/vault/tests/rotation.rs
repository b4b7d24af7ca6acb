//! The master key is replaced without losing a file, wherever the rotation is interrupted.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{KeyName, KeyStore, MemoryKeyStore, Rotation, Trigger, Vault, VaultError};

const FILES: u8 = 5;

fn sealed() -> (tempfile::TempDir, MemoryKeyStore, Vault) {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    let vault = Vault::open(place.path(), &keys).unwrap();
    for number in 1..=FILES {
        seal(&vault, id(number), LATER, &[number; 40]);
    }
    (place, keys, vault)
}

fn assert_all_readable(vault: &Vault) {
    for number in 1..=FILES {
        assert_eq!(reads(vault, id(number)), [number; 40]);
    }
}

#[test]
fn after_a_rotation_everything_opens_and_the_old_master_opens_nothing() {
    let (place, keys, vault) = sealed();
    let old = same_keys(&keys);
    let done = vault.rotate(&keys).unwrap();
    assert_eq!(done, Rotation { rewrapped: usize::from(FILES), unreadable: Vec::new() });
    assert_all_readable(&vault);
    seal(&vault, id(9), LATER, b"new");
    drop(vault);
    assert!(keys.get(KeyName::VaultMasterNext).unwrap().is_none());
    assert_ne!(key_bytes(&keys, KeyName::VaultMaster), key_bytes(&old, KeyName::VaultMaster));
    assert!(matches!(Vault::open(place.path(), &old), Err(VaultError::Key(_))));
    let vault = Vault::open(place.path(), &keys).unwrap();
    assert_all_readable(&vault);
    assert_eq!(reads(&vault, id(9)), b"new");
}

#[test]
fn a_key_store_that_fails_at_any_step_of_a_rotation_loses_nothing() {
    // Three changes: keep the next master, keep it as the master, delete it as the next.
    for changes in 0..=3 {
        let (place, keys, vault) = sealed();
        let failing = FailingKeyStore::after(changes, keys);
        assert_eq!(vault.rotate(&failing).is_ok(), changes == 3);
        assert_all_readable(&vault);
        seal(&vault, id(9), LATER, b"meanwhile");
        drop(vault);
        // The next start, with a key store that works again.
        let keys = failing.inner;
        let vault = Vault::open(place.path(), &keys).unwrap();
        assert_all_readable(&vault);
        assert_eq!(reads(&vault, id(9)), b"meanwhile");
        assert!(keys.get(KeyName::VaultMasterNext).unwrap().is_none(), "{changes}");
        drop(vault);
        assert_all_readable(&Vault::open(place.path(), &keys).unwrap());
    }
}

#[test]
fn a_failed_rotation_is_finished_by_the_next_one_in_the_same_run() {
    let (_place, keys, vault) = sealed();
    let failing = FailingKeyStore::after(1, keys);
    assert!(vault.rotate(&failing).is_err());
    let next = key_bytes(&failing.inner, KeyName::VaultMasterNext);
    vault.rotate(&failing.inner).unwrap();
    assert_eq!(key_bytes(&failing.inner, KeyName::VaultMaster), next, "no third master");
    assert_all_readable(&vault);
}

#[test]
fn a_crash_before_or_after_the_new_table_is_in_place_is_finished_at_the_next_start() {
    for table_in_place in [false, true] {
        for earlier_rotation in [false, true] {
            let (place, keys, vault) = sealed();
            if earlier_rotation {
                vault.rotate(&keys).unwrap();
            }
            let before = tempfile::tempdir().unwrap();
            copy_tree(place.path(), before.path());
            // The key store as it is while keys are re-wrapped: the next master kept, the old one still the master.
            let failing = FailingKeyStore::after(1, keys);
            assert!(vault.rotate(&failing).is_err());
            drop(vault);
            let keys_dir = before.path().join("keys");
            let table = fs::read(place.path().join("keys/table")).unwrap();
            if table_in_place {
                fs::write(keys_dir.join("table"), &table).unwrap();
            } else {
                fs::write(keys_dir.join("table.tmp"), &table[..table.len() / 2]).unwrap();
            }
            let vault = Vault::open(before.path(), &failing.inner).unwrap();
            assert_all_readable(&vault);
            assert!(failing.inner.get(KeyName::VaultMasterNext).unwrap().is_none());
            assert!(!keys_dir.join("table.tmp").exists());
        }
    }
}

#[test]
fn a_crash_between_the_check_and_the_master_is_finished_at_the_next_start() {
    let (place, keys, vault) = sealed();
    let failing = FailingKeyStore::after(1, same_keys(&keys));
    assert!(vault.rotate(&failing).is_err());
    drop(vault);
    let old = key_bytes(&keys, KeyName::VaultMaster);
    assert_eq!(key_bytes(&failing.inner, KeyName::VaultMaster), old);
    assert_all_readable(&Vault::open(place.path(), &failing.inner).unwrap());
    assert_ne!(key_bytes(&failing.inner, KeyName::VaultMaster), old);
}

#[test]
fn an_interrupted_rotation_whose_old_master_is_gone_makes_no_new_key() {
    let (place, keys, vault) = sealed();
    let failing = FailingKeyStore::after(1, keys);
    assert!(vault.rotate(&failing).is_err());
    drop(vault);
    failing.inner.delete(KeyName::VaultMaster).unwrap();
    assert!(matches!(Vault::open(place.path(), &failing.inner), Err(VaultError::Key(vault::KeyProblem::Missing))));
    assert!(failing.inner.get(KeyName::VaultMaster).unwrap().is_none());
}

#[test]
fn a_key_that_no_master_opens_does_not_stop_a_rotation_and_is_named() {
    let (place, keys, vault) = sealed();
    fs::write(key_file(place.path(), id(3)), [0; 68]).unwrap();
    let done = vault.rotate(&keys).unwrap();
    assert_eq!(done, Rotation { rewrapped: usize::from(FILES) - 1, unreadable: vec![id(3)] });
}

#[test]
fn a_rotation_does_not_disturb_a_file_that_is_being_sealed() {
    let (_place, keys, vault) = sealed();
    let mut writer = vault.seal(id(9), LATER).unwrap();
    writer.write(b"before ").unwrap();
    vault.rotate(&keys).unwrap();
    writer.write(b"after").unwrap();
    writer.finish().unwrap();
    assert_eq!(reads(&vault, id(9)), b"before after");
}

#[test]
fn what_is_purged_after_a_rotation_leaves_the_table_as_well_and_the_others_stay() {
    let (place, keys, vault) = sealed();
    vault.rotate(&keys).unwrap();
    seal(&vault, id(9), LATER, b"after");
    let table = place.path().join("keys/table");
    fs::write(place.path().join("keys/table.tmp"), b"half a table, with the key in it").unwrap();
    vault.purge_area().destroy(id(3), Trigger::Person, NOW).unwrap();
    let bytes = fs::read(&table).unwrap();
    assert!(!bytes.windows(16).any(|window| window == id(3).as_bytes()));
    assert!(bytes.windows(16).any(|window| window == id(2).as_bytes()));
    assert!(!place.path().join("keys/table.tmp").exists());
    assert!(matches!(vault.open_sealed(id(3), NOW, LIMIT), Err(VaultError::Absent)));
    vault.rotate(&keys).unwrap();
    for number in [1, 2, 4, 5] {
        assert_eq!(reads(&vault, id(number)), [number; 40]);
    }
    assert_eq!(reads(&vault, id(9)), b"after");
    assert_eq!(fs::metadata(&table).unwrap().len(), 8 + 5 * 84);
}

#[test]
fn a_table_cut_short_loses_the_keys_that_were_cut_and_no_others() {
    let (place, keys, vault) = sealed();
    vault.rotate(&keys).unwrap();
    let table = place.path().join("keys/table");
    let bytes = fs::read(&table).unwrap();
    fs::write(&table, &bytes[..8 + 3 * 84 + 10]).unwrap();
    for number in 1..=3 {
        assert_eq!(reads(&vault, id(number)), [number; 40]);
    }
    for number in 4..=FILES {
        assert!(matches!(vault.open_sealed(id(number), NOW, LIMIT), Err(VaultError::Damaged)));
    }
}

#[test]
fn a_key_in_the_table_does_not_open_another_file() {
    let (place, keys, vault) = sealed();
    vault.rotate(&keys).unwrap();
    let table = place.path().join("keys/table");
    let mut bytes = fs::read(&table).unwrap();
    let (first, second) = (8 + 16..8 + 84, 8 + 84 + 16..8 + 2 * 84);
    let wrapped = bytes[first].to_vec();
    bytes[second].copy_from_slice(&wrapped);
    fs::write(&table, bytes).unwrap();
    assert!(matches!(vault.open_sealed(id(2), NOW, LIMIT), Err(VaultError::Damaged)));
    assert_eq!(reads(&vault, id(1)), [1; 40]);
}
