//! The act itself, for many items at once, so that they share what is flushed: first the keys of all, then the bodies;
//! or the copies and their folders. What cannot be destroyed of one item does not keep back the others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{ItemKind, Outcome, Step, copies, reserve, zeros};
use crate::disk;
use crate::id::SealedId;
use crate::key_table;
use crate::names::{self, BLOBS, KEYS};

/// For each item, in the order in which they were given: what came of it.
pub(crate) type Each<T> = Vec<io::Result<T>>;

/// Overwrites and removes all that holds these ids' keys: their records in the table of re-wrapped keys, and their key
/// files, half-written ones included. When this returns that is durable. `false`: there was none.
///
/// The overwriting spares a plain disk the wrapped key; flash and copy-on-write file systems keep old blocks all the
/// same, which is what the rotation of the master is for.
pub(crate) fn keys(keys: &Path, ids: &[SealedId]) -> Each<bool> {
    // Before the key files, whose names are what tells that there is something to destroy.
    let wanted: BTreeSet<_> = ids.iter().copied().collect();
    // Some file systems take room also for what is written over something else.
    let erased = reserve::with_room(keys.parent().unwrap_or(keys), || key_table::erase(keys, &wanted));
    let found = erased.and_then(|erased| Ok((erased, key_files(keys, &wanted)?)));
    let (erased, files) = match found {
        Ok(found) => found,
        Err(error) => return ids.iter().map(|_| Err(again(&error))).collect(),
    };
    let of = |id| files.get(&id).into_iter().flatten();
    zeros::over(&files.values().flatten().map(|name| keys.join(name)).collect::<Vec<_>>());
    let mut all: Each<bool> = ids
        .iter()
        .map(|id| {
            for name in of(*id) {
                disk::remove_if_there(&keys.join(name))?;
            }
            Ok(erased.contains(id) || of(*id).next().is_some())
        })
        .collect();
    if !files.is_empty() {
        flush(keys, &mut all);
    }
    all
}

/// Removes the bodies of these ids, whole or not. `false`: there was none.
pub(super) fn bodies(dir: &Path, ids: &[SealedId]) -> Each<bool> {
    let mut all: Each<bool> = ids
        .iter()
        .map(|id| {
            let whole = disk::remove_if_there(&names::body_path(dir, *id))?;
            let part = disk::remove_if_there(&names::part_path(dir, *id))?;
            Ok(whole || part)
        })
        .collect();
    if all.iter().any(|removed| matches!(removed, Ok(true))) {
        flush(&dir.join(BLOBS), &mut all);
    }
    all
}

/// Whether nothing of these sealed files is there any more.
pub(super) fn are_absent(dir: &Path, ids: &[SealedId]) -> Each<()> {
    let (keys, wanted) = (dir.join(KEYS), ids.iter().copied().collect());
    let left = key_files(&keys, &wanted).and_then(|files| {
        let table = key_table::read(&keys)?;
        Ok(files.into_keys().chain(table.into_keys()).collect::<BTreeSet<_>>())
    });
    let absent = |id: &SealedId| match &left {
        Err(error) => Err(again(error)),
        Ok(left) if left.contains(id) || has_body(dir, *id)? => Err(io::Error::other("it came back")),
        Ok(_) => Ok(()),
    };
    ids.iter().map(absent).collect()
}

/// How the destruction of a copy is to be called, and what was done.
pub(super) type CopyGone = (Outcome, Vec<Step>);

/// Destroys whatever is at the copies' recorded places. With each: what an earlier purge of it found there, if one began.
/// The entries stay until the receipts are written.
pub(super) fn copies(dir: &Path, wanted: &[(SealedId, Option<Outcome>)]) -> Each<CopyGone> {
    let mut roots = BTreeMap::new();
    let mut all: Each<CopyGone> = Vec::new();
    for (number, (id, begun)) in wanted.iter().enumerate() {
        let gone = copy(dir, *id, *begun).map(|(gone, root)| {
            if let Some(root) = root {
                roots.entry(root).or_insert_with(Vec::new).push(number);
            }
            gone
        });
        all.push(gone);
    }
    for (root, of) in roots {
        if let Err(error) = disk::sync_dir(&root) {
            of.into_iter().for_each(|number| all[number] = Err(again(&error)));
        }
    }
    all
}

/// Also the folder that must be flushed, if something was removed from it.
fn copy(dir: &Path, id: SealedId, begun: Option<Outcome>) -> io::Result<(CopyGone, Option<PathBuf>)> {
    let mut steps = Vec::new();
    let entry = copies::find(dir, id)?.and_then(|dated| copies::read(dir, dated));
    let Some((entry, folder)) = entry.as_ref().and_then(|entry| Some((entry, entry.folder().ok()?))) else {
        steps.push(Step::EntryUnreadable);
        return Ok(((Outcome::NotFoundAtRecordedPlace, steps), None));
    };
    let found = copies::look(entry)?;
    // The whole folder at once, and with it what a viewer may have put beside the copy. A link in its place is removed
    // as a link, never followed.
    let folder_there = disk::found(fs::symlink_metadata(folder))?;
    match &folder_there {
        Some(folder_is) if folder_is.is_dir() => fs::remove_dir_all(folder)?,
        Some(_) => fs::remove_file(folder)?,
        None => {}
    }
    let outcome = match (found, begun) {
        // The earlier purge removed the folder as a whole. Where the folder is left and only the copy is gone, it was
        // not that purge.
        (Outcome::NotFoundAtRecordedPlace, Some(earlier)) if folder_there.is_none() => earlier,
        (found, _) => found,
    };
    steps.push(if found == Outcome::NotFoundAtRecordedPlace { Step::CopyAbsent } else { Step::CopyRemoved });
    if disk::found(fs::symlink_metadata(folder))?.is_some() {
        return Err(io::Error::other("it came back"));
    }
    steps.push(Step::VerifiedAbsent);
    let root = folder.parent().filter(|_| folder_there.is_some());
    Ok(((outcome, steps), root.map(Path::to_owned)))
}

/// Makes what was removed from a directory durable. Where that fails, nothing of it counts.
fn flush(dir: &Path, all: &mut Each<bool>) {
    if let Err(error) = disk::sync_dir(dir) {
        for one in all.iter_mut().filter(|one| one.is_ok()) {
            *one = Err(again(&error));
        }
    }
}

/// One failure that befell several items.
pub(super) fn again(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

/// The names that begin with one of these ids. One look at the directory, which may hold thousands.
fn key_files(keys: &Path, wanted: &BTreeSet<SealedId>) -> io::Result<BTreeMap<SealedId, Vec<String>>> {
    let mut files: BTreeMap<SealedId, Vec<String>> = BTreeMap::new();
    for name in disk::names_in(keys)? {
        let id = name.split_once('.').and_then(|(id, _)| id.parse().ok());
        if let Some(id) = id.filter(|id| wanted.contains(id)) {
            files.entry(id).or_default().push(name);
        }
    }
    Ok(files)
}

fn has_body(dir: &Path, id: SealedId) -> io::Result<bool> {
    Ok(names::body_path(dir, id).try_exists()? || names::part_path(dir, id).try_exists()?)
}

/// Whether anything of the item is on disk.
pub(super) fn is_there(dir: &Path, kind: ItemKind, id: SealedId) -> io::Result<bool> {
    match kind {
        ItemKind::Sealed => {
            let keys = disk::names_beginning(&dir.join(KEYS), &format!("{id}."))?;
            Ok(!keys.is_empty() || has_body(dir, id)?)
        }
        ItemKind::Copy => Ok(copies::find(dir, id)?.is_some()),
    }
}
