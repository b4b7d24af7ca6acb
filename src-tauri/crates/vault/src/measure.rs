//! For `cargo xtask bench vault` alone (feature `measure`): sealing and opening from memory to memory, which the vault
//! itself never does, so that the cost of the sealing can be told from the cost of the disk.

use crate::id::SealedId;
use crate::random::make_key;
use crate::secret::Key;
use crate::stream::{Header, Opener, Sealer};
use crate::vault::VaultError;

const ID: SealedId = SealedId::from_bytes([0; 16]);

/// Bytes that were sealed in memory, and their key.
pub struct Sealed {
    bytes: Vec<u8>,
    key: Key,
}

impl Sealed {
    /// Seals `plain` into `into`, as a sealed file has it.
    ///
    /// # Errors
    /// No randomness.
    pub fn of(plain: &[u8], into: Vec<u8>) -> Result<Self, VaultError> {
        let key = make_key()?;
        let mut sealer = Sealer::start(into, Header::make(ID, &key)?, &key)?;
        sealer.write(plain)?;
        Ok(Self { bytes: sealer.finish()?, key })
    }

    /// Opens into `into`.
    ///
    /// # Errors
    /// [`VaultError::Damaged`], which cannot be.
    pub fn open(&self, into: &mut Vec<u8>) -> Result<(), VaultError> {
        let mut opener = Opener::start(self.bytes.as_slice(), ID, &self.key)?;
        while let Some(chunk) = opener.next_chunk()? {
            into.extend_from_slice(chunk);
        }
        Ok(())
    }

    /// Bytes.
    #[expect(clippy::len_without_is_empty, reason = "a sealed file is never empty: it has a header")]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The memory, to be used again.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
