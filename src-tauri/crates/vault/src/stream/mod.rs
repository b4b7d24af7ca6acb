//! The sealed body: AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), with a
//! commitment to the key. Byte by byte in `docs/vault-format.md`.
//!
//! Each chunk is bound to its place by a counter and to the end by a flag, both in the nonce, and to its file by the
//! header, which is authenticated with each chunk. GCM alone does not commit to a key: one ciphertext can be made that
//! opens under two keys as two files. The hash of key and id in the header rules that out.

mod open;
mod seal;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use subtle::ConstantTimeEq;

use crate::id::SealedId;
use crate::random::{NoRandomness, make_bytes};
use crate::secret::{Key, Secret};

pub use open::SealReader;
pub(crate) use open::{open_in_place, plain_len};
#[cfg(feature = "measure")]
pub(crate) use seal::ChunkSealer;
pub(crate) use seal::Sealer;

/// Bytes of content in each sealed chunk but the last.
pub const CHUNK_BYTES: usize = 64 * 1024;
pub(crate) const TAG_BYTES: usize = 16;
pub(crate) const SEALED_CHUNK_BYTES: usize = CHUNK_BYTES + TAG_BYTES;

pub(crate) const HEADER_BYTES: usize = 64;
const MAGIC: [u8; 7] = *b"BKVAULT";
const VERSION: u8 = 1;
const CHUNK_LOG2: u8 = 16;
const PREFIX_BYTES: usize = 7;
const COMMITMENT_CONTEXT: &str = "budkavle 2026 sealed file v1 key commitment";

/// Why sealed bytes were not opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StreamError {
    #[error("the bytes are not what was sealed under this id with this key")]
    Damaged,
    #[error("a newer version of the program sealed this")]
    NewerFormat,
    #[error("the content is longer than the format can hold")]
    TooLong,
    #[error("the sealed file could not be read or written")]
    File(#[from] std::io::Error),
}

/// The first 64 bytes of a sealed file.
pub(crate) struct Header([u8; HEADER_BYTES]);

impl Header {
    /// For a new file: the nonce prefix is random, though the key, used for one file only, would allow any.
    pub(crate) fn make(id: SealedId, key: &Key) -> Result<Self, NoRandomness> {
        Ok(Self::with_prefix(id, key, make_bytes()?))
    }

    fn with_prefix(id: SealedId, key: &Key, prefix: [u8; PREFIX_BYTES]) -> Self {
        let mut bytes = [0; HEADER_BYTES];
        bytes[..7].copy_from_slice(&MAGIC);
        bytes[7] = VERSION;
        bytes[8..24].copy_from_slice(id.as_bytes());
        bytes[24..31].copy_from_slice(&prefix);
        bytes[31] = CHUNK_LOG2;
        bytes[32..].copy_from_slice(&commitment(id, key));
        Self(bytes)
    }

    /// Accepts a header only when it is of this id and this key.
    pub(crate) fn check(bytes: [u8; HEADER_BYTES], id: SealedId, key: &Key) -> Result<Self, StreamError> {
        if bytes[..7] == MAGIC && bytes[7] > VERSION {
            return Err(StreamError::NewerFormat);
        }
        let mut prefix = [0; PREFIX_BYTES];
        prefix.copy_from_slice(&bytes[24..31]);
        let expected = Self::with_prefix(id, key, prefix);
        if bool::from(expected.0.ct_eq(&bytes)) { Ok(expected) } else { Err(StreamError::Damaged) }
    }

    pub(crate) const fn as_bytes(&self) -> &[u8; HEADER_BYTES] {
        &self.0
    }

    fn nonce(&self, counter: u32, place: Place) -> Nonce {
        let mut nonce = [0; NONCE_LEN];
        nonce[..7].copy_from_slice(&self.0[24..31]);
        nonce[7..11].copy_from_slice(&counter.to_be_bytes());
        nonce[11] = match place {
            Place::Inner => 0,
            Place::Last => 1,
        };
        Nonce::assume_unique_for_key(nonce)
    }

    fn aad(&self) -> Aad<&[u8; HEADER_BYTES]> {
        Aad::from(&self.0)
    }
}

/// Whether a chunk is the last of its file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Inner,
    Last,
}

fn commitment(id: SealedId, key: &Key) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(COMMITMENT_CONTEXT);
    // EXPOSE: a one-way hash, so that the file opens under this key only.
    hasher.update(key.expose());
    hasher.update(id.as_bytes());
    let hash = *hasher.finalize().as_bytes();
    zeroize::Zeroize::zeroize(&mut hasher);
    hash
}

fn cipher(key: &Key) -> LessSafeKey {
    // EXPOSE: expanded by the cipher.
    let key = UnboundKey::new(&AES_256_GCM, key.expose()).expect("AES-256 takes 32 bytes");
    LessSafeKey::new(key)
}

/// Seals a small value in one piece. `None`: it is too long for the cipher.
pub(crate) fn seal_bytes(key: &Key, nonce: &[u8; NONCE_LEN], aad: &[u8], plain: &Secret<Vec<u8>>) -> Option<Vec<u8>> {
    let nonce = Nonce::assume_unique_for_key(*nonce);
    // EXPOSE: encrypted in place, in the copy.
    let plain = plain.expose();
    // Room for the tag, so that the growing vector leaves no plaintext behind.
    let mut sealed = Vec::with_capacity(plain.len() + TAG_BYTES);
    sealed.extend_from_slice(plain);
    cipher(key).seal_in_place_append_tag(nonce, Aad::from(aad), &mut sealed).ok()?;
    Some(sealed)
}

/// Opens what [`seal_bytes`] made. `None`: it is not that.
pub(crate) fn open_bytes(key: &Key, nonce: &[u8; NONCE_LEN], aad: &[u8], sealed: &[u8]) -> Option<Secret<Vec<u8>>> {
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let mut plain = Secret::new(sealed.to_vec());
    // EXPOSE: decrypted in place.
    let buffer = plain.expose_mut();
    let length = cipher(key).open_in_place(nonce, Aad::from(aad), buffer).ok()?.len();
    buffer.truncate(length);
    Some(plain)
}
