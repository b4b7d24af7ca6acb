//! The table of re-wrapped keys: what a rotation of the master writes, as one file, so that ten thousand keys cost one
//! flush of the disk. A key that is in the table counts; the one in the key file of the same id is under a master that is
//! gone. That something is sealed at all, and until when, is said by the key file's name alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::disk;
use crate::id::SealedId;

const TABLE: &str = "table";
/// The last byte is the version of the format.
const MAGIC: [u8; 8] = *b"BKVTAB\0\x01";
/// The length of a wrapped key, in a key file as in the table.
pub(crate) const WRAPPED_KEY_BYTES: usize = 68;
const ID_BYTES: usize = 16;
const RECORD_BYTES: usize = ID_BYTES + WRAPPED_KEY_BYTES;

/// A wrapped key as it stands in a key file.
pub(crate) type Wrapped = [u8; WRAPPED_KEY_BYTES];

/// The table in a directory of keys; empty when there is none. What is not a whole record is left out: its key is lost,
/// as the other keys are not.
pub(crate) fn read(keys: &Path) -> io::Result<BTreeMap<SealedId, Wrapped>> {
    let bytes = disk::read_if_there(&keys.join(TABLE))?.unwrap_or_default();
    Ok(records(&bytes).map(|(_, id, wrapped)| (id, *wrapped)).collect())
}

/// One key of the table.
pub(crate) fn find(keys: &Path, wanted: SealedId) -> io::Result<Option<Wrapped>> {
    let bytes = disk::read_if_there(&keys.join(TABLE))?.unwrap_or_default();
    Ok(records(&bytes).find(|(_, id, _)| *id == wanted).map(|(_, _, wrapped)| *wrapped))
}

/// Puts a new table in the place of the old one, whole or not at all. Only while the purge lock is held.
pub(crate) fn replace(keys: &Path, table: &BTreeMap<SealedId, Wrapped>) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(MAGIC.len() + table.len() * RECORD_BYTES);
    bytes.extend_from_slice(&MAGIC);
    for (id, wrapped) in table {
        bytes.extend_from_slice(id.as_bytes());
        bytes.extend_from_slice(wrapped);
    }
    disk::replace(&keys.join(TABLE), &bytes)
}

/// Overwrites these keys in their places and makes that durable. Needs no key. Returns those that were in the table. Only
/// while the purge lock is held.
pub(crate) fn erase(keys: &Path, wanted: &BTreeSet<SealedId>) -> io::Result<BTreeSet<SealedId>> {
    let mut erased = BTreeSet::new();
    // A table that a crash left half-written may hold the keys as well.
    disk::remove_if_there(&disk::beside(&keys.join(TABLE)))?;
    let Some(mut file) = disk::found(OpenOptions::new().read(true).write(true).open(keys.join(TABLE)))? else {
        return Ok(erased);
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    for (place, id, _) in records(&bytes).filter(|(_, id, _)| wanted.contains(id)) {
        file.seek(SeekFrom::Start(place as u64))?;
        file.write_all(&[0; RECORD_BYTES])?;
        erased.insert(id);
    }
    if !erased.is_empty() {
        file.sync_data()?;
    }
    Ok(erased)
}

/// Each record that was not erased, and its place in the file.
fn records(bytes: &[u8]) -> impl Iterator<Item = (usize, SealedId, &Wrapped)> {
    let known = if bytes.starts_with(&MAGIC) { &bytes[MAGIC.len()..] } else { &[] };
    known.chunks_exact(RECORD_BYTES).enumerate().filter_map(|(number, record)| {
        let (id, wrapped) = record.split_first_chunk::<ID_BYTES>()?;
        let place = MAGIC.len() + number * RECORD_BYTES;
        let erased = record.iter().all(|byte| *byte == 0);
        (!erased).then_some((place, SealedId::from_bytes(*id), wrapped.try_into().ok()?))
    })
}
