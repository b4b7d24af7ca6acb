//! Room on disk that is kept for the log of receipts: on a full disk an intent must be written before anything may be
//! removed that makes room.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::disk::{self, is_full};
use crate::names::{PURGE_LOCK, RESERVE};

/// More than the intents and the receipts of a whole batch.
const BYTES: usize = 128 * 1024;

/// Sees to it that the room is kept. Where the disk is full already it cannot be; the next run that makes room can.
pub(crate) fn keep_if_room(dir: &Path) -> io::Result<()> {
    let _lock = disk::lock(&dir.join(PURGE_LOCK))?;
    match keep(dir) {
        Err(error) if is_full(error.kind()) => Ok(()),
        kept => kept,
    }
}

fn keep(dir: &Path) -> io::Result<()> {
    let path = dir.join(RESERVE);
    let kept = disk::found(fs::metadata(&path))?.map(|file| file.len());
    if kept == Some(BYTES as u64) {
        return Ok(());
    }
    disk::remove_if_there(&path)?;
    // Bytes that no file system stores shorter than they are.
    let mut bytes = vec![0; BYTES];
    getrandom::fill(&mut bytes).map_err(|_| ErrorKind::Other)?;
    let mut file = disk::new_private_file(&path)?;
    let written = file.write_all(&bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        disk::remove_if_there(&path)?;
    }
    written
}

/// Does something that takes room; where there is none, once more with the room that was kept. Only while the purge lock
/// is held.
pub(super) fn with_room<T>(dir: &Path, mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if is_full(error.kind()) && give_up(dir)? => act(),
        done => done,
    }
}

/// Whether there was any. File systems that keep a journal have the room when that is written.
fn give_up(dir: &Path) -> io::Result<bool> {
    let given = disk::remove_if_there(&dir.join(RESERVE))?;
    if given {
        disk::sync_dir(dir)?;
    }
    Ok(given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_is_given_up_once_and_kept_again() {
        let place = tempfile::tempdir().unwrap();
        keep(place.path()).unwrap();
        assert_eq!(fs::metadata(place.path().join(RESERVE)).unwrap().len(), BYTES as u64);
        let mut tried = 0;
        let full = || -> io::Result<()> {
            tried += 1;
            Err(ErrorKind::StorageFull.into())
        };
        assert!(with_room(place.path(), full).is_err());
        assert_eq!(tried, 2);
        assert!(!place.path().join(RESERVE).exists());
        keep(place.path()).unwrap();
        assert_eq!(with_room(place.path(), || Ok(5)).unwrap(), 5);
        assert!(place.path().join(RESERVE).exists(), "nothing was in need of it");
    }

    #[test]
    fn half_a_reserve_is_none() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join(RESERVE), [1; 10]).unwrap();
        keep(place.path()).unwrap();
        assert_eq!(fs::metadata(place.path().join(RESERVE)).unwrap().len(), BYTES as u64);
    }
}
