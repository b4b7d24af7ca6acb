use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;

use super::{KeyName, KeyStore, KeyStoreError};
use crate::disk;
use crate::random::{NoRandomness, make_bytes};
use crate::secret::{Key, Secret};
use crate::stream::{TAG_BYTES, open_bytes, seal_bytes};

/// The shortest passphrase that [`PassphraseKeyStore::create`] takes, in characters.
pub const PASSPHRASE_MIN_CHARS: usize = 12;

const FILE: &str = "keys.sealed";
/// The last byte is the version of the format.
const MAGIC: [u8; 8] = *b"BKKEYS\0\x01";
const CHECK_CONTEXT: &str = "budkavle 2026 keys.sealed v1 passphrase check";

// What new files are written with: 64 MiB, three passes, one lane.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
// The least that OWASP's password storage cheat sheet allows for Argon2id, and the most that a damaged or hostile file
// may make this computer spend.
const MEMORY_KIB_ALLOWED: std::ops::RangeInclusive<u32> = 19 * 1024..=1024 * 1024;
const PASSES_ALLOWED: std::ops::RangeInclusive<u32> = 2..=16;
const LANES_ALLOWED: std::ops::RangeInclusive<u32> = 1..=4;

const SALT_BYTES: usize = 16;
const CHECK_BYTES: usize = 16;
/// Magic, the three costs, salt and passphrase check: the same in each rewriting of a file.
const HEAD_BYTES: usize = MAGIC.len() + 12 + SALT_BYTES + CHECK_BYTES;
const NONCE_BYTES: usize = 12;

/// Keys in one small file, wrapped by a key that is derived from a passphrase (Argon2id). The file exists only where a
/// person chose a passphrase, because the computer has no key store that works.
///
/// While the store is unlocked its keys are in memory, so reading asks for nothing more.
pub struct PassphraseKeyStore {
    path: PathBuf,
    head: [u8; HEAD_BYTES],
    wrapping: Key,
    keys: Mutex<Keys>,
}

type Keys = Vec<(KeyName, Secret<Vec<u8>>)>;

/// Why a passphrase store was not made or not unlocked.
#[derive(Debug, thiserror::Error)]
pub enum PassphraseProblem {
    /// Fewer than [`PASSPHRASE_MIN_CHARS`] characters.
    #[error("the passphrase is too short")]
    TooShort,
    /// The directory has a passphrase store already; making a new one would lose its keys.
    #[error("there is a passphrase store already")]
    Exists,
    /// The directory has no passphrase store.
    #[error("there is no passphrase store")]
    Absent,
    /// The passphrase is not the one that the store was made with.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The file is not what the program wrote, or of a newer version.
    #[error("the key file is damaged")]
    Damaged,
    /// The operating system gave no random bytes or not enough memory.
    #[error("this computer cannot derive the key now")]
    CannotDerive,
    /// The file could not be read or written.
    #[error("the key file could not be read or written")]
    File(#[source] io::Error),
}

impl From<NoRandomness> for PassphraseProblem {
    fn from(_: NoRandomness) -> Self {
        Self::CannotDerive
    }
}

impl PassphraseKeyStore {
    /// Whether the directory has a passphrase store.
    pub fn exists(dir: &Path) -> bool {
        dir.join(FILE).exists()
    }

    /// Makes an empty store in the directory.
    ///
    /// # Errors
    /// [`PassphraseProblem::TooShort`] and [`PassphraseProblem::Exists`] before anything is written.
    pub fn create(dir: &Path, passphrase: &Secret<String>) -> Result<Self, PassphraseProblem> {
        // EXPOSE: only its length is looked at.
        if passphrase.expose().chars().count() < PASSPHRASE_MIN_CHARS {
            return Err(PassphraseProblem::TooShort);
        }
        if Self::exists(dir) {
            return Err(PassphraseProblem::Exists);
        }
        disk::private_dir(dir).map_err(PassphraseProblem::File)?;
        let salt = make_bytes::<SALT_BYTES>()?;
        let wrapping = derive_wrapping_key(passphrase, &salt, [MEMORY_KIB, PASSES, LANES])?;
        let mut head = [0; HEAD_BYTES];
        let mut rest = &mut head[..];
        for part in [
            &MAGIC[..],
            &MEMORY_KIB.to_be_bytes(),
            &PASSES.to_be_bytes(),
            &LANES.to_be_bytes(),
            &salt,
            &passphrase_check(&wrapping),
        ] {
            rest.write_all(part).map_err(PassphraseProblem::File)?;
        }
        let store = Self { path: dir.join(FILE), head, wrapping, keys: Mutex::default() };
        store.write(&Vec::new()).map_err(|error| match error {
            KeyStoreError::File(error) => PassphraseProblem::File(error),
            KeyStoreError::Unavailable | KeyStoreError::Locked | KeyStoreError::Broken => {
                PassphraseProblem::CannotDerive
            }
        })?;
        Ok(store)
    }

    /// Opens the directory's store.
    ///
    /// # Errors
    /// [`PassphraseProblem::WrongPassphrase`] is told apart from [`PassphraseProblem::Damaged`].
    pub fn unlock(dir: &Path, passphrase: &Secret<String>) -> Result<Self, PassphraseProblem> {
        let path = dir.join(FILE);
        let file = match fs::read(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(PassphraseProblem::Absent),
            Err(error) => return Err(PassphraseProblem::File(error)),
        };
        let (head, rest) = file.split_first_chunk::<HEAD_BYTES>().ok_or(PassphraseProblem::Damaged)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(PassphraseProblem::Damaged)?;
        let (costs, salt, check) = read_head(head).ok_or(PassphraseProblem::Damaged)?;
        let wrapping = derive_wrapping_key(passphrase, &salt, costs)?;
        if !bool::from(passphrase_check(&wrapping).ct_eq(&check)) {
            return Err(PassphraseProblem::WrongPassphrase);
        }
        let plain = open_bytes(&wrapping, nonce, head, sealed).ok_or(PassphraseProblem::Damaged)?;
        // EXPOSE: taken apart into the single keys.
        let keys = decode(plain.expose()).ok_or(PassphraseProblem::Damaged)?;
        Ok(Self { path, head: *head, wrapping, keys: Mutex::new(keys) })
    }

    fn keys(&self) -> MutexGuard<'_, Keys> {
        // A change is made on disk first and then with one call in memory, so a panic leaves nothing half-made.
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, keys: &Keys) -> Result<(), KeyStoreError> {
        let nonce = make_bytes::<NONCE_BYTES>().map_err(|_| KeyStoreError::Broken)?;
        let sealed = seal_bytes(&self.wrapping, &nonce, &self.head, &encode(keys)).ok_or(KeyStoreError::Broken)?;
        let file = [&self.head[..], &nonce, &sealed].concat();
        disk::replace(&self.path, &file).map_err(KeyStoreError::File)
    }
}

impl KeyStore for PassphraseKeyStore {
    fn get(&self, name: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError> {
        let keys = self.keys();
        let kept = keys.iter().find(|(kept, _)| *kept == name);
        // EXPOSE: the caller's own copy of the key.
        Ok(kept.map(|(_, key)| Secret::new(key.expose().clone())))
    }

    fn set(&self, name: KeyName, key: &Secret<Vec<u8>>) -> Result<(), KeyStoreError> {
        // EXPOSE: only its length is looked at; the format has one byte for it.
        if key.expose().len() > usize::from(u8::MAX) {
            return Err(KeyStoreError::Broken);
        }
        let mut keys = self.keys();
        let mut changed = all_but(&keys, name);
        // EXPOSE: the store's own copy of the key.
        changed.push((name, Secret::new(key.expose().clone())));
        self.write(&changed)?;
        *keys = changed;
        Ok(())
    }

    fn delete(&self, name: KeyName) -> Result<(), KeyStoreError> {
        let mut keys = self.keys();
        if keys.iter().all(|(kept, _)| *kept != name) {
            return Ok(());
        }
        let changed = all_but(&keys, name);
        self.write(&changed)?;
        *keys = changed;
        Ok(())
    }
}

fn all_but(keys: &Keys, name: KeyName) -> Keys {
    let others = keys.iter().filter(|(kept, _)| *kept != name);
    // EXPOSE: the next state of the store holds the same keys.
    others.map(|(kept, key)| (*kept, Secret::new(key.expose().clone()))).collect()
}

fn derive_wrapping_key(
    passphrase: &Secret<String>,
    salt: &[u8; SALT_BYTES],
    [memory, passes, lanes]: [u32; 3],
) -> Result<Key, PassphraseProblem> {
    let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| PassphraseProblem::Damaged)?;
    let mut key = Secret::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        // EXPOSE: the passphrase is what the key is derived from; the key is filled in place.
        .hash_password_into(passphrase.expose().as_bytes(), salt, key.expose_mut())
        .map_err(|_| PassphraseProblem::CannotDerive)?;
    Ok(key)
}

/// Tells a wrong passphrase from a damaged file. It helps nobody to guess faster: each guess costs the derivation.
fn passphrase_check(wrapping: &Key) -> [u8; CHECK_BYTES] {
    // EXPOSE: a one-way hash of the key.
    let hash = blake3::derive_key(CHECK_CONTEXT, wrapping.expose());
    let mut check = [0; CHECK_BYTES];
    check.copy_from_slice(&hash[..CHECK_BYTES]);
    check
}

type Head = ([u32; 3], [u8; SALT_BYTES], [u8; CHECK_BYTES]);

fn read_head(head: &[u8; HEAD_BYTES]) -> Option<Head> {
    let rest = head.strip_prefix(&MAGIC)?;
    let (memory, rest) = rest.split_first_chunk()?;
    let (passes, rest) = rest.split_first_chunk()?;
    let (lanes, rest) = rest.split_first_chunk()?;
    let (salt, rest) = rest.split_first_chunk()?;
    let check = rest.first_chunk()?;
    let costs @ [memory, passes, lanes] = [memory, passes, lanes].map(|cost| u32::from_be_bytes(*cost));
    let allowed =
        MEMORY_KIB_ALLOWED.contains(&memory) && PASSES_ALLOWED.contains(&passes) && LANES_ALLOWED.contains(&lanes);
    allowed.then_some((costs, *salt, *check))
}

const fn code(name: KeyName) -> u8 {
    match name {
        KeyName::DatabaseKey => 1,
        KeyName::VaultMaster => 2,
        KeyName::VaultMasterNext => 3,
    }
}

/// For each key: its code, its length (one byte) and its bytes.
fn encode(keys: &Keys) -> Secret<Vec<u8>> {
    // Room for all of it, so that the growing vector leaves no copies behind.
    let mut plain = Vec::with_capacity(keys.len() * (2 + 255) + TAG_BYTES);
    for (name, key) in keys {
        // EXPOSE: on its way into the sealed file.
        let key = key.expose();
        plain.push(code(*name));
        plain.push(u8::try_from(key.len()).expect("`set` takes no longer key"));
        plain.extend_from_slice(key);
    }
    Secret::new(plain)
}

fn decode(mut plain: &[u8]) -> Option<Keys> {
    let mut keys = Keys::new();
    while let Some(([name, length], rest)) = plain.split_first_chunk() {
        let name = [KeyName::DatabaseKey, KeyName::VaultMaster, KeyName::VaultMasterNext]
            .into_iter()
            .find(|known| code(*known) == *name)?;
        let (key, rest) = rest.split_at_checked(usize::from(*length))?;
        keys.push((name, Secret::new(key.to_vec())));
        plain = rest;
    }
    plain.is_empty().then_some(keys)
}
