//! Keys and sealed bytes: where the profile's keys are kept, how a file's bytes are sealed, and how both are destroyed
//! on time.
//!
//! The crate knows nothing of patients, cases or templates and depends on none of the other crates. It is the only one
//! that sees key bytes and the only one that touches the operating system's key store.
//!
//! What it must never do:
//! - create a new key while something sealed with an older key exists ([`KeyProblem::Missing`]),
//! - write a sealed file's plaintext to disk (the single exception is [`PurgeArea::write_copy`], a temporary copy that a
//!   person asked for, and its deadline is on disk before the copy is),
//! - need a key, a database or a key store in order to destroy something ([`PurgeArea`]),
//! - ask the clock: every moment is passed in as [`UnixMillis`] or [`Clocks`],
//! - put a key, a file's name or a file's place in an error, a receipt or a panic.
//!
//! The formats on disk are described byte by byte in `docs/vault-format.md`.
//!
//! ```
//! use vault::{MemoryKeyStore, SealedId, UnixMillis, Vault};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let place = tempfile::tempdir()?;
//! let keys = MemoryKeyStore::new();
//! let vault = Vault::open(place.path(), &keys)?;
//! let id = SealedId::from_bytes([7; 16]);
//!
//! let mut writer = vault.seal(id, UnixMillis(5_000))?;
//! writer.write(b"a photo")?;
//! writer.finish()?;
//!
//! let bytes = vault.open_sealed(id, UnixMillis(1_000), 1 << 20)?;
//! // EXPOSE: the example compares what came back.
//! assert_eq!(bytes.expose(), b"a photo");
//! # Ok(())
//! # }
//! ```

mod disk;
mod id;
mod key_check;
mod key_table;
mod keystore;
#[cfg(feature = "measure")]
pub mod measure;
mod names;
mod purge;
mod random;
mod secret;
mod stream;
mod vault;

pub use disk::is_full;
pub use id::{NotASealedId, SealedId, UnixMillis};
pub use key_check::{KeyProblem, database_key};
pub use keystore::{
    ANSWER_LIMIT, KeyName, KeyStore, KeyStoreError, MemoryKeyStore, NotAProfileLabel, OsKeyStore, PASSPHRASE_MIN_CHARS,
    PassphraseKeyStore, PassphraseProblem, ProfileLabel, StoreState,
};
pub use purge::{
    BegunItem, BootClock, By, ChainError, ChainReport, Circumstances, ClockReading, ClockState, Clocks, CopyEntry,
    CopyProblem, Doubt, DueItem, HeldItem, ItemKind, LastRuns, LineFault, Outcome, Pseudonym, PurgeArea, PurgeError,
    PurgeRun, Receipt, STUCK_AFTER, Sandbox, Step, Trigger, verify_receipts,
};
pub use secret::Secret;
pub use stream::{CHUNK_BYTES, SealReader};
pub use vault::{Rotation, SealWriter, Vault, VaultError};
