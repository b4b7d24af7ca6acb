//! Names on disk: which file in the vault's directory is what. A deadline stands in a file's name, so that it can be
//! read without any key.

use std::path::{Path, PathBuf};

use crate::disk;
use crate::id::{SealedId, UnixMillis};

/// Wrapped keys, one file each: `<id>.<expiry-ms>.k`.
pub(crate) const KEYS: &str = "keys";
/// Sealed bodies: `<id>.v`, and `<id>.part` while they are being written.
pub(crate) const BLOBS: &str = "blobs";
/// Registered temporary copies: `<id>.<expiry-ms>.c`.
pub(crate) const COPIES: &str = "copies";
/// The chain of receipts.
pub(crate) const RECEIPTS: &str = "receipts.log";
/// The latest moment ever seen.
pub(crate) const MARK: &str = "mark";
/// When a purge last ran, by what set it off.
pub(crate) const RUNS: &str = "runs";
/// Room for the chain of receipts on a full disk.
pub(crate) const RESERVE: &str = "reserve";
/// Held while keys or bodies are destroyed, moved or re-wrapped.
pub(crate) const PURGE_LOCK: &str = "purge.lock";
/// Held by the one process that has the vault open.
pub(crate) const OPEN_LOCK: &str = "open.lock";

const KEY: &str = "k";
const COPY: &str = "c";

/// A file name that carries an id and a deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Dated {
    pub(crate) id: SealedId,
    pub(crate) expires: UnixMillis,
}

impl Dated {
    pub(crate) fn key_name(self) -> String {
        format!("{}.{}.{KEY}", self.id, self.expires.0)
    }

    pub(crate) fn copy_name(self) -> String {
        format!("{}.{}.{COPY}", self.id, self.expires.0)
    }

    /// `None` for whatever `key_name` would not have written.
    pub(crate) fn parse_key(name: &str) -> Option<Self> {
        let dated = Self::parse(name)?;
        (dated.key_name() == name).then_some(dated)
    }

    /// `None` for whatever `copy_name` would not have written.
    pub(crate) fn parse_copy(name: &str) -> Option<Self> {
        let dated = Self::parse(name)?;
        (dated.copy_name() == name).then_some(dated)
    }

    fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split('.');
        let id = parts.next()?.parse().ok()?;
        let expires = UnixMillis(parts.next()?.parse().ok()?);
        Some(Self { id, expires })
    }
}

pub(crate) fn body_path(dir: &Path, id: SealedId) -> PathBuf {
    dir.join(BLOBS).join(format!("{id}.v"))
}

pub(crate) fn part_path(dir: &Path, id: SealedId) -> PathBuf {
    dir.join(BLOBS).join(format!("{id}.part"))
}

/// The id of a body or of a part of one.
pub(crate) fn parse_blob(name: &str) -> Option<(SealedId, Blob)> {
    let (id, kind) = name.split_once('.')?;
    let id = id.parse().ok()?;
    match kind {
        "v" => Some((id, Blob::Whole)),
        "part" => Some((id, Blob::Part)),
        _ => None,
    }
}

/// How much of a body there is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Blob {
    Whole,
    Part,
}

/// The dated key file of an id, if there is one.
pub(crate) fn key_of(dir: &Path, id: SealedId) -> std::io::Result<Option<Dated>> {
    let names = disk::names_beginning(&dir.join(KEYS), &format!("{id}."))?;
    Ok(names.iter().find_map(|name| Dated::parse_key(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_canonical_spelling_of_a_dated_name_is_ours() {
        let dated = Dated { id: SealedId::from_bytes([0xab; 16]), expires: UnixMillis(1_700_000_000_000) };
        assert_eq!(Dated::parse_key(&dated.key_name()), Some(dated));
        assert_eq!(Dated::parse_copy(&dated.copy_name()), Some(dated));
        let id = dated.id;
        for wrong in [
            format!("{id}.+5.k"),
            format!("{id}.005.k"),
            format!("{id}.5.k.tmp"),
            format!("{id}.5.c"),
            format!("{id}.k"),
        ] {
            assert_eq!(Dated::parse_key(&wrong), None, "{wrong}");
        }
    }
}
