//! A key is made once. A locked, lost or exchanged key is never answered with a new one.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{
    KeyName, KeyProblem, KeyStore, KeyStoreError, MemoryKeyStore, PassphraseKeyStore, PassphraseProblem, Secret, Vault,
    VaultError, database_key,
};

#[test]
fn the_database_key_is_made_on_the_first_start_and_the_same_ever_after() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    let first = database_key(place.path(), &keys, false).unwrap();
    let second = database_key(place.path(), &keys, true).unwrap();
    assert_eq!(first.expose(), second.expose());
    assert_ne!(first.expose(), &[0; 32]);
}

#[test]
fn a_store_without_its_key_gets_no_new_one() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    assert!(matches!(database_key(place.path(), &keys, true), Err(KeyProblem::Missing)));
    assert!(keys.get(KeyName::DatabaseKey).unwrap().is_none());
}

#[test]
fn a_key_check_without_its_key_gets_no_new_one_even_if_the_store_is_gone() {
    let place = tempfile::tempdir().unwrap();
    database_key(place.path(), &MemoryKeyStore::new(), false).unwrap();
    let other = MemoryKeyStore::new();
    assert!(matches!(database_key(place.path(), &other, false), Err(KeyProblem::Missing)));
    assert!(other.get(KeyName::DatabaseKey).unwrap().is_none());
}

#[test]
fn another_key_than_the_one_that_was_used_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    database_key(place.path(), &keys, false).unwrap();
    for wrong in [vec![9; 32], vec![9; 31]] {
        keys.set(KeyName::DatabaseKey, &Secret::new(wrong)).unwrap();
        assert!(matches!(database_key(place.path(), &keys, true), Err(KeyProblem::Mismatch)));
    }
}

#[test]
fn a_locked_store_on_the_first_start_leaves_no_trace() {
    let place = tempfile::tempdir().unwrap();
    let problem = database_key(place.path(), &LockedKeyStore, false);
    assert!(matches!(problem, Err(KeyProblem::Store(KeyStoreError::Locked))));
    assert!(files(place.path()).is_empty());
}

#[test]
fn a_start_that_ended_between_keeping_the_key_and_writing_the_check_is_taken_up() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    let first = database_key(place.path(), &keys, false).unwrap();
    fs::remove_file(place.path().join("database.check")).unwrap();
    let again = database_key(place.path(), &keys, false).unwrap();
    assert_eq!(first.expose(), again.expose());
    assert!(place.path().join("database.check").exists());
}

#[test]
fn a_damaged_key_check_is_said_to_be_that() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    database_key(place.path(), &keys, false).unwrap();
    fs::write(place.path().join("database.check"), "budkavle key check 1 zz").unwrap();
    assert!(matches!(database_key(place.path(), &keys, true), Err(KeyProblem::CheckDamaged)));
}

#[test]
fn a_vault_without_its_master_gets_no_new_one() {
    let place = tempfile::tempdir().unwrap();
    let keys = MemoryKeyStore::new();
    let vault = Vault::open(place.path(), &keys).unwrap();
    seal(&vault, id(1), LATER, b"x");
    drop(vault);
    let locked = Vault::open(place.path(), &LockedKeyStore);
    assert!(matches!(locked, Err(VaultError::Key(KeyProblem::Missing))));
    fs::remove_file(place.path().join("vault.check")).unwrap();
    let empty = MemoryKeyStore::new();
    assert!(
        matches!(Vault::open(place.path(), &empty), Err(VaultError::Key(KeyProblem::Missing))),
        "check lost as well"
    );
    assert!(empty.get(KeyName::VaultMaster).unwrap().is_none());
    assert_eq!(reads(&Vault::open(place.path(), &keys).unwrap(), id(1)), b"x");
}

#[test]
fn a_vault_is_not_opened_with_another_master() {
    let place = tempfile::tempdir().unwrap();
    drop(Vault::open(place.path(), &MemoryKeyStore::new()).unwrap());
    let other = MemoryKeyStore::new();
    other.set(KeyName::VaultMaster, &Secret::new(vec![7; 32])).unwrap();
    assert!(matches!(Vault::open(place.path(), &other), Err(VaultError::Key(KeyProblem::Mismatch))));
}

fn passphrase(text: &str) -> Secret<String> {
    Secret::new(text.to_owned())
}

#[test]
fn keys_under_a_passphrase_come_back_with_it_and_only_with_it() {
    let place = tempfile::tempdir().unwrap();
    let good = passphrase("korrekt häst batteri");
    assert!(!PassphraseKeyStore::exists(place.path()));
    let keys = PassphraseKeyStore::create(place.path(), &good).unwrap();
    keys.set(KeyName::DatabaseKey, &Secret::new(vec![1; 32])).unwrap();
    keys.set(KeyName::VaultMaster, &Secret::new(vec![2; 32])).unwrap();
    keys.set(KeyName::VaultMaster, &Secret::new(vec![3; 32])).unwrap();
    keys.set(KeyName::VaultMasterNext, &Secret::new(vec![4; 32])).unwrap();
    keys.delete(KeyName::VaultMasterNext).unwrap();
    drop(keys);

    let again = PassphraseKeyStore::unlock(place.path(), &good).unwrap();
    assert_eq!(key_bytes(&again, KeyName::DatabaseKey), Some(vec![1; 32]));
    assert_eq!(key_bytes(&again, KeyName::VaultMaster), Some(vec![3; 32]));
    assert_eq!(key_bytes(&again, KeyName::VaultMasterNext), None);

    let wrong = PassphraseKeyStore::unlock(place.path(), &passphrase("korrekt häst batterie"));
    assert!(matches!(wrong, Err(PassphraseProblem::WrongPassphrase)));
    assert!(matches!(PassphraseKeyStore::create(place.path(), &good), Err(PassphraseProblem::Exists)));
}

#[test]
fn a_passphrase_store_is_not_made_with_a_short_passphrase_nor_found_where_none_is() {
    let place = tempfile::tempdir().unwrap();
    let short = PassphraseKeyStore::create(place.path(), &passphrase("åäöåäöåäöåä"));
    assert!(matches!(short, Err(PassphraseProblem::TooShort)));
    assert!(files(place.path()).is_empty());
    let absent = PassphraseKeyStore::unlock(place.path(), &passphrase("korrekt häst batteri"));
    assert!(matches!(absent, Err(PassphraseProblem::Absent)));
}

#[test]
fn a_changed_passphrase_file_is_damaged_and_cannot_ask_for_a_cheaper_or_a_ruinous_derivation() {
    let place = tempfile::tempdir().unwrap();
    let good = passphrase("korrekt häst batteri");
    PassphraseKeyStore::create(place.path(), &good).unwrap();
    let path = place.path().join("keys.sealed");
    let whole = fs::read(&path).unwrap();
    let costs = |memory: u32| [&whole[..8], &memory.to_be_bytes(), &whole[12..]].concat();
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let mut version = whole.clone();
    version[7] = 2;
    for (case, bytes) in [
        ("last bit", flipped),
        ("version", version),
        ("cheap", costs(8)),
        ("ruinous", costs(u32::MAX)),
        ("cut", whole[..60].to_vec()),
    ] {
        fs::write(&path, bytes).unwrap();
        let opened = PassphraseKeyStore::unlock(place.path(), &good);
        assert!(matches!(opened, Err(PassphraseProblem::Damaged)), "{case}");
    }
}
