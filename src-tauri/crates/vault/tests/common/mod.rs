//! What several tests of the vault need.
#![allow(dead_code, reason = "each test file is its own crate and uses a part of this")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use vault::{KeyName, KeyStore, KeyStoreError, MemoryKeyStore, SealedId, Secret, UnixMillis, Vault};

pub(crate) const NOW: UnixMillis = UnixMillis(1_000);
pub(crate) const LATER: UnixMillis = UnixMillis(100_000);
pub(crate) const LIMIT: u64 = 64 << 20;

pub(crate) fn id(number: u8) -> SealedId {
    SealedId::from_bytes([number; 16])
}

/// Content that differs from chunk to chunk.
pub(crate) fn content(length: usize) -> Vec<u8> {
    (0..length).map(|place| (place * 31 % 251) as u8).collect()
}

pub(crate) fn seal(vault: &Vault, id: SealedId, expires: UnixMillis, bytes: &[u8]) {
    let mut writer = vault.seal(id, expires).unwrap();
    writer.write(bytes).unwrap();
    assert_eq!(writer.finish().unwrap(), bytes.len() as u64);
}

pub(crate) fn reads(vault: &Vault, id: SealedId) -> Vec<u8> {
    vault.open_sealed(id, NOW, LIMIT).unwrap().expose().clone()
}

pub(crate) fn body(dir: &Path, id: SealedId) -> PathBuf {
    dir.join("blobs").join(format!("{id}.v"))
}

pub(crate) fn key_file(dir: &Path, id: SealedId) -> PathBuf {
    let prefix = format!("{id}.");
    let mut files = files(&dir.join("keys"));
    files.retain(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&prefix));
    assert_eq!(files.len(), 1, "one key file");
    files.remove(0)
}

/// The vault's own files in a directory, sorted.
pub(crate) fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| !path.ends_with("CACHEDIR.TAG")).collect();
    files.sort();
    files
}

pub(crate) fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

pub(crate) fn same_keys(from: &MemoryKeyStore) -> MemoryKeyStore {
    let to = MemoryKeyStore::new();
    for name in [KeyName::DatabaseKey, KeyName::VaultMaster, KeyName::VaultMasterNext] {
        if let Some(key) = from.get(name).unwrap() {
            to.set(name, &key).unwrap();
        }
    }
    to
}

pub(crate) fn key_bytes(keys: &dyn KeyStore, name: KeyName) -> Option<Vec<u8>> {
    keys.get(name).unwrap().map(|key| key.expose().clone())
}

/// Works for some changes and is then locked: refuses changes, and says that it has no entry when asked, as a locked
/// GNOME keyring does.
pub(crate) struct FailingKeyStore {
    pub(crate) inner: MemoryKeyStore,
    pub(crate) changes_left: Mutex<u32>,
}

impl FailingKeyStore {
    pub(crate) fn after(changes: u32, inner: MemoryKeyStore) -> Self {
        Self { inner, changes_left: Mutex::new(changes) }
    }

    fn change(&self) -> Result<(), KeyStoreError> {
        let mut left = self.changes_left.lock().unwrap();
        *left = left.checked_sub(1).ok_or(KeyStoreError::Locked)?;
        Ok(())
    }
}

impl KeyStore for FailingKeyStore {
    fn get(&self, name: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError> {
        self.inner.get(name)
    }

    fn set(&self, name: KeyName, key: &Secret<Vec<u8>>) -> Result<(), KeyStoreError> {
        self.change()?;
        self.inner.set(name, key)
    }

    fn delete(&self, name: KeyName) -> Result<(), KeyStoreError> {
        self.change()?;
        self.inner.delete(name)
    }
}

/// Says that it has nothing, and refuses every change.
pub(crate) struct LockedKeyStore;

impl KeyStore for LockedKeyStore {
    fn get(&self, _: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError> {
        Ok(None)
    }

    fn set(&self, _: KeyName, _: &Secret<Vec<u8>>) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Locked)
    }

    fn delete(&self, _: KeyName) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Locked)
    }
}
