use super::VaultError;
use crate::id::SealedId;
use crate::key_table::{WRAPPED_KEY_BYTES, Wrapped};
use crate::random::make_bytes;
use crate::secret::{Key, Secret};
use crate::stream::{TAG_BYTES, open_bytes, seal_bytes};

/// The last byte is the version of the format.
const MAGIC: [u8; 8] = *b"BKVKEY\0\x01";
const NONCE_BYTES: usize = 12;
const _: () = assert!(WRAPPED_KEY_BYTES == MAGIC.len() + NONCE_BYTES + 32 + TAG_BYTES);

/// The contents of a key file: the file's key under the master, bound to the file's id. The deadline is not bound: it
/// stands in the name, where it can be read without a key and changed without one.
pub(crate) fn wrap(master: &Key, id: SealedId, key: &Key) -> Result<Wrapped, VaultError> {
    let nonce = make_bytes::<NONCE_BYTES>()?;
    // EXPOSE: encrypted under the master.
    let plain = Secret::new(key.expose().to_vec());
    let wrapped = seal_bytes(master, &nonce, &aad(id), &plain).expect("a key is short enough for the cipher");
    let file = [&MAGIC[..], &nonce, &wrapped].concat();
    Ok(file.try_into().expect("these parts have that length together"))
}

/// The file's key, or `None` when this is not a key of this id under this master.
pub(crate) fn unwrap(master: &Key, id: SealedId, file: &[u8]) -> Option<Key> {
    let file: &Wrapped = file.try_into().ok()?;
    let (nonce, wrapped) = file.strip_prefix(&MAGIC)?.split_first_chunk()?;
    let plain = open_bytes(master, nonce, &aad(id), wrapped)?;
    let mut key = Secret::new([0; 32]);
    // EXPOSE: copied into a key's fixed length, in place.
    key.expose_mut().copy_from_slice(plain.expose());
    Some(key)
}

fn aad(id: SealedId) -> Vec<u8> {
    [&MAGIC[..], id.as_bytes()].concat()
}
