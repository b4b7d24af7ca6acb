//! Where the profile's keys are kept while the program does not run.

mod memory;
mod os;
mod passphrase;

use std::fmt;
use std::io;

use crate::secret::Secret;

pub use memory::MemoryKeyStore;
pub use os::{ANSWER_LIMIT, OsKeyStore, StoreState};
pub use passphrase::{PASSPHRASE_MIN_CHARS, PassphraseKeyStore, PassphraseProblem};

/// The keys that a profile has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum KeyName {
    /// The raw key of the encrypted database.
    DatabaseKey,
    /// The key that wraps each sealed file's own key.
    VaultMaster,
    /// The master that is about to replace [`KeyName::VaultMaster`]. Exists only while a rotation is under way.
    VaultMasterNext,
}

impl KeyName {
    /// The name under which a store files the key. Never changes: it would orphan what is sealed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DatabaseKey => "database-key",
            Self::VaultMaster => "vault-master",
            Self::VaultMasterNext => "vault-master-next",
        }
    }
}

/// Which profile's keys: two profiles on one computer (the example and the real one) never share a key.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ProfileLabel(String);

impl ProfileLabel {
    /// 1–64 characters of `a`–`z`, `0`–`9` and `-`.
    ///
    /// # Errors
    /// [`NotAProfileLabel`] for anything else.
    pub fn new(label: &str) -> Result<Self, NotAProfileLabel> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if label.is_empty() || label.len() > 64 || !label.bytes().all(allowed) {
            return Err(NotAProfileLabel);
        }
        Ok(Self(label.to_owned()))
    }
}

impl fmt::Display for ProfileLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The label is empty, too long or has other characters than `a`–`z`, `0`–`9` and `-`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a profile label is 1 to 64 of a-z, 0-9 and -")]
pub struct NotAProfileLabel;

/// A place that keeps keys. "There is no such key" and "the place does not answer" are different things: whoever takes
/// the second for the first makes a new key and loses everything sealed with the old one.
///
/// A call may block for as long as [`ANSWER_LIMIT`]; call it from a blocking thread.
pub trait KeyStore: Send + Sync {
    /// The key, or `None` when the store says that it has none. A locked store of some desktops says so too; see
    /// [`OsKeyStore::probe`] and the key-check file.
    ///
    /// # Errors
    /// When the store cannot be asked.
    fn get(&self, name: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError>;

    /// Keeps the key, replacing an earlier one of that name.
    ///
    /// # Errors
    /// When the store did not take it; an earlier key of that name is then still there.
    fn set(&self, name: KeyName, key: &Secret<Vec<u8>>) -> Result<(), KeyStoreError>;

    /// Forgets the key. Succeeds when there was none.
    ///
    /// # Errors
    /// When the store cannot be asked.
    fn delete(&self, name: KeyName) -> Result<(), KeyStoreError>;
}

/// Why a key store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum KeyStoreError {
    /// There is no key store on this computer, or no session bus to reach it by.
    #[error("this computer has no key store that can be reached")]
    Unavailable,
    /// The key store is there and refuses, or waits for a person to unlock it.
    #[error("the key store is locked")]
    Locked,
    /// The key store answered something that it must not answer.
    #[error("the key store does not work as it must")]
    Broken,
    /// The file of a passphrase key store could not be written.
    #[error("the key file could not be written")]
    File(#[source] io::Error),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_label_cannot_smuggle_in_another_entry() {
        assert!(ProfileLabel::new("exempel-1").is_ok());
        for wrong in ["", "a/b", "A", "å", "a b", "a.b", &"a".repeat(65)] {
            assert_eq!(ProfileLabel::new(wrong), Err(NotAProfileLabel), "{wrong}");
        }
    }
}
