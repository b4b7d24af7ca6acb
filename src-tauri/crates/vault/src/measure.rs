//! For `cargo xtask bench vault` alone (feature `measure`): sealing and opening from memory to memory, so that the cost
//! of the sealing can be told from the cost of the disk.

use std::io;

use crate::id::SealedId;
use crate::random::make_key;
use crate::secret::{Key, Secret};
use crate::stream::{
    CHUNK_BYTES, ChunkSealer, HEADER_BYTES, Header, Place, SEALED_CHUNK_BYTES, Sealer, TAG_BYTES, open_in_place,
};
use crate::vault::VaultError;

const ID: SealedId = SealedId::from_bytes([0; 16]);

/// A sealed file in memory, or one that is to be: the content stands where it will be sealed.
pub struct Image {
    bytes: Secret<Vec<u8>>,
    key: Key,
}

impl Image {
    /// Lays the content out in chunks, with room for what the file has besides. Not part of what is measured: the vault
    /// lets what it reads and receives go there at once.
    ///
    /// # Errors
    /// No randomness.
    pub fn of(plain: &[u8]) -> Result<Self, VaultError> {
        let chunks = plain.len().div_ceil(CHUNK_BYTES);
        let mut bytes = Vec::with_capacity(HEADER_BYTES + plain.len() + chunks * TAG_BYTES);
        bytes.extend_from_slice(&[0; HEADER_BYTES]);
        for chunk in plain.chunks(CHUNK_BYTES) {
            bytes.extend_from_slice(chunk);
            bytes.extend_from_slice(&[0; TAG_BYTES]);
        }
        Ok(Self { bytes: Secret::new(bytes), key: make_key()? })
    }

    /// Seals in place, as a sealed file has it.
    ///
    /// # Errors
    /// No randomness.
    pub fn seal(&mut self) -> Result<(), VaultError> {
        let mut sealer = ChunkSealer::new(Header::make(ID, &self.key)?, &self.key);
        // EXPOSE: made-up content, sealed in place.
        let (header, body) = self.bytes.expose_mut().split_at_mut(HEADER_BYTES);
        header.copy_from_slice(sealer.header());
        let mut chunks = body.chunks_mut(SEALED_CHUNK_BYTES).peekable();
        while let Some(chunk) = chunks.next() {
            let place = if chunks.peek().is_some() { Place::Inner } else { Place::Last };
            let (content, room) = chunk.split_at_mut(chunk.len() - TAG_BYTES);
            room.copy_from_slice(&sealer.seal(content, place)?);
        }
        Ok(())
    }

    /// Opens in place, as the vault does with a file that it has read.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it was not sealed.
    pub fn open(&mut self) -> Result<(), VaultError> {
        Ok(open_in_place(&mut self.bytes, ID, &self.key)?)
    }

    /// What stands there now.
    pub fn bytes(&self) -> &[u8] {
        // EXPOSE: made-up content, to be compared.
        self.bytes.expose()
    }
}

/// Seals content as it streams in, in these pieces, and keeps nothing of it: what the vault's writer does, without the
/// disk. Returns the content's length.
///
/// # Errors
/// No randomness.
pub fn seal_stream(plain: &[u8], piece: usize) -> Result<u64, VaultError> {
    let key = make_key()?;
    let mut sealer = Sealer::start(io::sink(), Header::make(ID, &key)?, &key);
    for piece in plain.chunks(piece) {
        sealer.write(piece)?;
    }
    let length = sealer.len();
    sealer.finish()?;
    Ok(length)
}
