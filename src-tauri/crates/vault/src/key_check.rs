//! The key-check files: they prove that a key is the one that something was sealed with, and, above all, that there
//! once was a key. A locked key store may answer "no such entry"; without the check a program would take that for a
//! first start and make a new key over everything that the old one seals.

use std::io;
use std::path::Path;

use subtle::ConstantTimeEq;

use crate::disk;
use crate::id::{from_hex, to_hex};
use crate::keystore::{KeyName, KeyStore, KeyStoreError};
use crate::random::make_key;
use crate::secret::{Key, Secret};

const PREFIX: &str = "budkavle key check 1 ";

/// Why there is no key to work with. No key was made in any of these cases.
#[derive(Debug, thiserror::Error)]
pub enum KeyProblem {
    /// Something was sealed with a key, and the key store says that it has none: it is locked, or the key is lost.
    #[error("the key store has no key for what is sealed: it is locked, or the key is lost")]
    Missing,
    /// The key store has a key, but it is another one.
    #[error("the key in the key store is not the one that was used")]
    Mismatch,
    /// The key-check file is not what the program wrote.
    #[error("the key-check file is damaged")]
    CheckDamaged,
    /// The operating system gave no random bytes to make a key of.
    #[error("the operating system gave no random bytes")]
    NoRandomness,
    /// The key-check file could not be read or written.
    #[error("the key-check file could not be read or written")]
    File(#[source] io::Error),
    /// The key store did not answer.
    #[error("the key store did not answer")]
    Store(#[source] KeyStoreError),
}

/// The database's raw key. It is made only when `store_exists` is false and there is no `database.check` in `dir`;
/// `dir` is the profile's directory and is created if it is absent.
///
/// # Errors
/// [`KeyProblem::Missing`] rather than a new key whenever there was one before.
pub fn database_key(dir: &Path, keys: &dyn KeyStore, store_exists: bool) -> Result<Secret<[u8; 32]>, KeyProblem> {
    disk::private_dir(dir).map_err(KeyProblem::File)?;
    get_or_make(&KeyCheck::of_database(dir), KeyName::DatabaseKey, keys, store_exists)
}

/// The key, made if nothing shows that there was one. `something_is_sealed`: what the key protects exists.
pub(crate) fn get_or_make(
    check: &KeyCheck,
    name: KeyName,
    keys: &dyn KeyStore,
    something_is_sealed: bool,
) -> Result<Key, KeyProblem> {
    let kept = get(keys, name)?;
    let known = check.read()?;
    match (kept, known) {
        (Some(key), Some(known)) if known.matches(&key) => Ok(key),
        (Some(_), Some(_)) => Err(KeyProblem::Mismatch),
        // The program ended between keeping the key and writing the check.
        (Some(key), None) => {
            check.write(&key)?;
            Ok(key)
        }
        (None, Some(_)) => Err(KeyProblem::Missing),
        (None, None) if something_is_sealed => Err(KeyProblem::Missing),
        (None, None) => {
            let key = make_key().map_err(|_| KeyProblem::NoRandomness)?;
            keep(keys, name, &key)?;
            check.write(&key)?;
            Ok(key)
        }
    }
}

pub(crate) fn get(keys: &dyn KeyStore, name: KeyName) -> Result<Option<Key>, KeyProblem> {
    let Some(kept) = keys.get(name).map_err(KeyProblem::Store)? else {
        return Ok(None);
    };
    let mut key = Secret::new([0; 32]);
    // EXPOSE: copied into a key's fixed length, in place.
    let (from, to): (&[u8], &mut [u8; 32]) = (kept.expose(), key.expose_mut());
    if from.len() != to.len() {
        return Err(KeyProblem::Mismatch);
    }
    to.copy_from_slice(from);
    Ok(Some(key))
}

/// Keeps the key and reads it back: what the store did not really take must not seal anything.
pub(crate) fn keep(keys: &dyn KeyStore, name: KeyName, key: &Key) -> Result<(), KeyProblem> {
    // EXPOSE: handed to the key store.
    keys.set(name, &Secret::new(key.expose().to_vec())).map_err(KeyProblem::Store)?;
    let back = get(keys, name)?.ok_or(KeyProblem::Store(KeyStoreError::Broken))?;
    // EXPOSE: compared in constant time.
    if bool::from(back.expose().ct_eq(key.expose())) { Ok(()) } else { Err(KeyProblem::Store(KeyStoreError::Broken)) }
}

/// A file beside what a key protects, with a one-way hash of the key.
pub(crate) struct KeyCheck {
    path: std::path::PathBuf,
    context: &'static str,
}

/// What a key-check file says.
pub(crate) struct Known {
    hash: [u8; 32],
    context: &'static str,
}

impl KeyCheck {
    pub(crate) fn of_database(dir: &Path) -> Self {
        Self { path: dir.join("database.check"), context: "budkavle 2026 key check v1 database" }
    }

    pub(crate) fn of_vault(dir: &Path) -> Self {
        Self { path: dir.join("vault.check"), context: "budkavle 2026 key check v1 vault master" }
    }

    pub(crate) fn read(&self) -> Result<Option<Known>, KeyProblem> {
        let Some(bytes) = disk::read_if_there(&self.path).map_err(KeyProblem::File)? else {
            return Ok(None);
        };
        let hash = std::str::from_utf8(&bytes)
            .ok()
            .and_then(|text| text.strip_prefix(PREFIX))
            .and_then(|text| from_hex(text.trim_end()))
            .ok_or(KeyProblem::CheckDamaged)?;
        Ok(Some(Known { hash, context: self.context }))
    }

    pub(crate) fn write(&self, key: &Key) -> Result<(), KeyProblem> {
        let text = format!("{PREFIX}{}\n", to_hex(&hash(self.context, key)));
        disk::replace(&self.path, text.as_bytes()).map_err(KeyProblem::File)
    }
}

impl Known {
    pub(crate) fn matches(&self, key: &Key) -> bool {
        hash(self.context, key).ct_eq(&self.hash).into()
    }
}

fn hash(context: &str, key: &Key) -> [u8; 32] {
    // EXPOSE: a one-way hash of a random 256-bit key; nothing can be learnt from it.
    blake3::derive_key(context, key.expose())
}
