//! The act itself: first the key, then the body; or the copy and its folder. Then a last look.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::crash::CrashPoints;
use super::{ItemKind, Outcome, PurgeError, Step, copies};
use crate::disk;
use crate::id::SealedId;
use crate::key_table;
use crate::names::{self, BLOBS, KEYS};

/// What was done and found, and how it is to be called.
pub(super) struct Done {
    pub(super) outcome: Outcome,
    pub(super) steps: Vec<Step>,
}

/// Destroys a sealed file. `expected` is what its intent says of the outcome; `resumed`: an earlier purge of it may
/// have removed a part already.
pub(super) fn sealed(
    dir: &Path,
    id: SealedId,
    expected: Outcome,
    resumed: bool,
    crash: &CrashPoints,
) -> Result<Done, PurgeError> {
    let mut steps = Vec::new();
    if resumed {
        steps.push(Step::Resumed);
    }
    let keys = dir.join(KEYS);
    let had_key = destroy_key_files(&keys, id).map_err(PurgeError::Stuck)?;
    steps.push(if had_key { Step::KeyDestroyed } else { Step::KeyAbsent });
    crash.pass()?;
    let whole = disk::remove_if_there(&names::body_path(dir, id)).map_err(PurgeError::Stuck)?;
    let part = disk::remove_if_there(&names::part_path(dir, id)).map_err(PurgeError::Stuck)?;
    if whole || part {
        disk::sync_dir(&dir.join(BLOBS))?;
    }
    steps.push(if whole || part { Step::BodyRemoved } else { Step::BodyAbsent });
    crash.pass()?;
    let left = key_files(&keys, id)?.len() + bodies(dir, id)?;
    if left > 0 || key_table::find(&keys, id)?.is_some() {
        return Err(PurgeError::Stuck(io::Error::other("it came back")));
    }
    steps.push(Step::VerifiedAbsent);
    let found = had_key || whole || part || resumed;
    Ok(Done { outcome: if found { expected } else { Outcome::NotFoundAtRecordedPlace }, steps })
}

/// Destroys whatever is at a copy's recorded place. `begun`: what an earlier purge of it found there. The entry stays
/// until the receipt is written.
pub(super) fn copy(dir: &Path, id: SealedId, begun: Option<Outcome>, crash: &CrashPoints) -> Result<Done, PurgeError> {
    let mut steps = Vec::new();
    if begun.is_some() {
        steps.push(Step::Resumed);
    }
    let entry = copies::find(dir, id)?.and_then(|dated| copies::read(dir, dated));
    let Some((entry, folder)) = entry.as_ref().and_then(|entry| Some((entry, entry.folder().ok()?))) else {
        steps.push(Step::EntryUnreadable);
        return Ok(Done { outcome: Outcome::NotFoundAtRecordedPlace, steps });
    };
    let found = copies::look(entry)?;
    // The whole folder at once, and with it what a viewer may have put beside the copy. A link in its place is removed
    // as a link, never followed.
    let folder_there = disk::found(fs::symlink_metadata(folder))?;
    match &folder_there {
        Some(folder_is) if folder_is.is_dir() => fs::remove_dir_all(folder).map_err(PurgeError::Stuck)?,
        Some(_) => fs::remove_file(folder).map_err(PurgeError::Stuck)?,
        None => {}
    }
    crash.pass()?;
    if folder_there.is_some()
        && let Some(root) = folder.parent()
    {
        disk::sync_dir(root)?;
    }
    let outcome = match (found, begun) {
        // The earlier purge removed the folder as a whole. Where the folder is left and only the copy is gone, it was
        // not that purge.
        (Outcome::NotFoundAtRecordedPlace, Some(earlier)) if folder_there.is_none() => earlier,
        (found, _) => found,
    };
    steps.push(if found == Outcome::NotFoundAtRecordedPlace { Step::CopyAbsent } else { Step::CopyRemoved });
    if disk::found(fs::symlink_metadata(folder))?.is_some() {
        return Err(PurgeError::Stuck(io::Error::other("it came back")));
    }
    steps.push(Step::VerifiedAbsent);
    Ok(Done { outcome, steps })
}

/// Overwrites and removes all that holds an id's key: its record in the table of re-wrapped keys, and its key files,
/// half-written ones included. `false`: there was none.
///
/// The overwriting spares a plain disk the wrapped key; flash and copy-on-write file systems keep old blocks all the
/// same, which is what the rotation of the master is for.
pub(crate) fn destroy_key_files(keys: &Path, id: SealedId) -> io::Result<bool> {
    // Before the key file, whose name is what tells that there is something to destroy.
    let in_table = key_table::erase(keys, id)?;
    let files = key_files(keys, id)?;
    for name in &files {
        let path = keys.join(name);
        // Best effort: a file that cannot be overwritten must still be removed.
        let _overwritten = overwrite(&path);
        disk::remove_if_there(&path)?;
    }
    if !files.is_empty() {
        disk::sync_dir(keys)?;
    }
    Ok(in_table || !files.is_empty())
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(0).min(4096);
    file.write_all(&vec![0; length])?;
    file.sync_data()
}

fn key_files(keys: &Path, id: SealedId) -> io::Result<Vec<String>> {
    disk::names_beginning(keys, &format!("{id}."))
}

fn bodies(dir: &Path, id: SealedId) -> io::Result<usize> {
    let whole = names::body_path(dir, id).try_exists()?;
    let part = names::part_path(dir, id).try_exists()?;
    Ok(usize::from(whole) + usize::from(part))
}

/// Whether anything of the item is on disk.
pub(super) fn is_there(dir: &Path, kind: ItemKind, id: SealedId) -> io::Result<bool> {
    match kind {
        ItemKind::Sealed => Ok(!key_files(&dir.join(KEYS), id)?.is_empty() || bodies(dir, id)? > 0),
        ItemKind::Copy => Ok(copies::find(dir, id)?.is_some()),
    }
}
