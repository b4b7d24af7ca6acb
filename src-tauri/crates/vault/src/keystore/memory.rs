use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{KeyName, KeyStore, KeyStoreError};
use crate::secret::Secret;

/// Keys that live as long as the program: for looking at attachments when nothing may be kept, and for tests. What was
/// sealed with them is unreadable after the program has ended.
#[derive(Default)]
pub struct MemoryKeyStore {
    keys: Mutex<BTreeMap<KeyName, Secret<Vec<u8>>>>,
}

impl MemoryKeyStore {
    /// A store without keys.
    pub fn new() -> Self {
        Self::default()
    }

    fn keys(&self) -> MutexGuard<'_, BTreeMap<KeyName, Secret<Vec<u8>>>> {
        // Each access is one whole map operation, so a panic elsewhere leaves no half-made state behind.
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyStore for MemoryKeyStore {
    fn get(&self, name: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError> {
        // EXPOSE: the caller's own copy of the key.
        Ok(self.keys().get(&name).map(|key| Secret::new(key.expose().clone())))
    }

    fn set(&self, name: KeyName, key: &Secret<Vec<u8>>) -> Result<(), KeyStoreError> {
        // EXPOSE: the store's own copy of the key.
        self.keys().insert(name, Secret::new(key.expose().clone()));
        Ok(())
    }

    fn delete(&self, name: KeyName) -> Result<(), KeyStoreError> {
        self.keys().remove(&name);
        Ok(())
    }
}
