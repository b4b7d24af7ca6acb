//! Temporary copies outside the vault: the one place where content is written in clear, because a person chose to.
//! The entry with the deadline is on disk before the copy is.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Outcome, file_name};
use crate::disk;
use crate::id::{SealedId, UnixMillis, from_hex, to_hex};
use crate::names::{COPIES, Dated};
use crate::random::make_bytes;

const VERSION: u8 = 1;

/// A temporary copy: what, where and until when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CopyEntry {
    /// The copy's own id.
    pub id: SealedId,
    /// The sealed file that it is a copy of.
    pub of: SealedId,
    /// Where it lies: a file alone in a folder of its own, whose name is random.
    pub path: PathBuf,
    /// The hash of its bytes.
    pub blake3: [u8; 32],
    /// Its length in bytes.
    pub size: u64,
    /// When it is to be destroyed.
    pub expires: UnixMillis,
}

/// Why a copy was not made. Nothing of it is on disk then, apart from its entry.
#[derive(Debug, thiserror::Error)]
pub enum CopyProblem {
    /// The name is not that of a plain file: it is empty, leads to another folder, or is a device to some system.
    #[error("not a plain file name")]
    NotAFileName,
    /// The folder is not given in full, or its path is not valid text.
    #[error("not a full path of valid text")]
    NotAFullPath,
    /// The copy does not lie in a folder of its own with a name that [`CopyEntry::plan`] makes.
    #[error("not in a folder of its own")]
    NotInItsOwnFolder,
    /// [`PurgeArea::register_copy`](crate::PurgeArea::register_copy) must come first.
    #[error("the copy has no entry with a deadline")]
    NotRegistered,
    /// The bytes are not those that the entry was planned for.
    #[error("not the bytes that were registered")]
    OtherBytes,
    /// The id is in use for another copy.
    #[error("the id is taken")]
    Taken,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    NoRandomness,
    /// The copy or its entry could not be written.
    #[error("the copy or its entry could not be written")]
    File(#[from] io::Error),
}

impl CopyEntry {
    /// Plans a copy of `bytes` named `file_name`, in a new folder with a random name below `root`. Writes nothing.
    ///
    /// # Errors
    /// [`CopyProblem::NotAFileName`] and [`CopyProblem::NotAFullPath`].
    pub fn plan(
        id: SealedId,
        of: SealedId,
        root: &Path,
        file_name: &str,
        bytes: &[u8],
        expires: UnixMillis,
    ) -> Result<Self, CopyProblem> {
        if !file_name::is_plain(file_name) {
            return Err(CopyProblem::NotAFileName);
        }
        let folder = to_hex(&make_bytes::<16>().map_err(|_| CopyProblem::NoRandomness)?);
        let path = root.join(folder).join(file_name);
        let entry = Self { id, of, path, blake3: *blake3::hash(bytes).as_bytes(), size: bytes.len() as u64, expires };
        entry.place()?;
        Ok(entry)
    }

    /// The path as text and the copy's own folder, which is removed with it. That the folder's name is one of ours
    /// keeps a damaged entry from removing a folder that is not.
    fn place(&self) -> Result<(&str, &Path), CopyProblem> {
        let text = self.path.to_str().filter(|_| self.path.is_absolute()).ok_or(CopyProblem::NotAFullPath)?;
        let plain = |part| matches!(part, Component::Normal(_) | Component::RootDir | Component::Prefix(_));
        let folder = self.path.parent().filter(|_| self.path.components().all(plain));
        let folder = folder.ok_or(CopyProblem::NotInItsOwnFolder)?;
        let name = folder.file_name().and_then(|name| name.to_str());
        name.and_then(from_hex::<16>).ok_or(CopyProblem::NotInItsOwnFolder)?;
        Ok((text, folder))
    }

    pub(super) fn folder(&self) -> Result<&Path, CopyProblem> {
        self.place().map(|(_, folder)| folder)
    }

    const fn dated(&self) -> Dated {
        Dated { id: self.id, expires: self.expires }
    }
}

/// The entry on disk, version 1. The deadline is in the file's name, and there only.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    v: u8,
    id: SealedId,
    of: SealedId,
    path: String,
    blake3: String,
    size: u64,
}

pub(super) fn register(dir: &Path, entry: &CopyEntry) -> Result<(), CopyProblem> {
    let (path, _) = entry.place()?;
    if find(dir, entry.id)?.is_some() {
        return Err(CopyProblem::Taken);
    }
    let on_disk = OnDisk {
        v: VERSION,
        id: entry.id,
        of: entry.of,
        path: path.to_owned(),
        blake3: to_hex(&entry.blake3),
        size: entry.size,
    };
    let json = serde_json::to_vec(&on_disk).expect("an entry has nothing that JSON cannot hold");
    Ok(disk::replace(&dir.join(COPIES).join(entry.dated().copy_name()), &json)?)
}

pub(super) fn write(dir: &Path, entry: &CopyEntry, bytes: &[u8]) -> Result<(), CopyProblem> {
    if find(dir, entry.id)?.and_then(|found| read(dir, found)).as_ref() != Some(entry) {
        return Err(CopyProblem::NotRegistered);
    }
    if *blake3::hash(bytes).as_bytes() != entry.blake3 {
        return Err(CopyProblem::OtherBytes);
    }
    let folder = entry.folder()?;
    disk::new_private_dir(folder)?;
    let written = disk::new_private_file(&entry.path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        disk::sync_dir(folder)?;
        disk::sync_parent(folder)
    });
    if let Err(error) = written {
        // What cannot be removed either is found at the deadline.
        let _removed = fs::remove_dir_all(folder);
        return Err(error.into());
    }
    Ok(())
}

/// The dated name of a copy's entry.
pub(super) fn find(dir: &Path, id: SealedId) -> io::Result<Option<Dated>> {
    let names = disk::names_beginning(&dir.join(COPIES), &format!("{id}."))?;
    Ok(names.iter().find_map(|name| Dated::parse_copy(name)))
}

pub(super) fn all(dir: &Path) -> io::Result<Vec<Dated>> {
    let names = disk::names_in(&dir.join(COPIES))?;
    Ok(names.iter().filter_map(|name| Dated::parse_copy(name)).collect())
}

/// `None` when the entry is not one that `register` wrote.
pub(super) fn read(dir: &Path, dated: Dated) -> Option<CopyEntry> {
    let json = fs::read(dir.join(COPIES).join(dated.copy_name())).ok()?;
    let on_disk: OnDisk = serde_json::from_slice(&json).ok()?;
    let entry = CopyEntry {
        id: on_disk.id,
        of: on_disk.of,
        path: PathBuf::from(on_disk.path),
        blake3: from_hex(&on_disk.blake3)?,
        size: on_disk.size,
        expires: dated.expires,
    };
    (on_disk.v == VERSION && entry.id == dated.id && entry.place().is_ok()).then_some(entry)
}

/// What lies at the recorded place, in terms of how its removal will be reported.
pub(super) fn look(entry: &CopyEntry) -> io::Result<Outcome> {
    // A link in the folder's place leads to somebody else's file of that name.
    let folder = entry.path.parent().map(fs::symlink_metadata);
    if let Some(Ok(folder)) = folder
        && !folder.is_dir()
    {
        return Ok(Outcome::NotFoundAtRecordedPlace);
    }
    let Some(found) = disk::found(fs::symlink_metadata(&entry.path))? else {
        return Ok(Outcome::NotFoundAtRecordedPlace);
    };
    // A file that cannot be read cannot be shown to be what was put there.
    let same = found.is_file() && found.len() == entry.size && hash(&entry.path).is_ok_and(|hash| hash == entry.blake3);
    Ok(if same { Outcome::Removed } else { Outcome::ContentChanged })
}

fn hash(path: &Path) -> io::Result<[u8; 32]> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(*hasher.finalize().as_bytes())
}
