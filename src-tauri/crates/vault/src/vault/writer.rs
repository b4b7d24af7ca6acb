use std::fs::{self, File};
use std::sync::{Arc, PoisonError};

use super::wrap::wrap;
use super::{Inner, VaultError};
use crate::disk;
use crate::id::{SealedId, UnixMillis};
use crate::names::{self, BLOBS, Dated, KEYS};
use crate::purge::destroy_keys;
use crate::secret::Key;
use crate::stream::{Header, Sealer};

/// Takes a file's content as it streams in. Nothing of it is on disk in clear, and unless [`SealWriter::finish`]
/// succeeds nothing of it stays at all: dropping the writer destroys the key and removes the body.
pub struct SealWriter {
    /// `None` after a write has failed.
    sealer: Option<Sealer<File>>,
    /// What to undo; before it (in the order of dropping) goes the open file.
    unfinished: Unfinished,
}

/// A file that is being sealed. Dropped while it still is, it takes what is on disk with it.
struct Unfinished {
    inner: Arc<Inner>,
    id: SealedId,
    finished: bool,
}

impl SealWriter {
    pub(super) fn start(inner: Arc<Inner>, id: SealedId, expires: UnixMillis, key: Key) -> Result<Self, VaultError> {
        // Before anything is on disk, so that a sweep cannot take it for a remain; also keeps out a second writer.
        if !inner.writing().insert(id) {
            return Err(VaultError::Taken);
        }
        let unfinished = match taken(&inner, id) {
            Ok(false) => Unfinished { inner, id, finished: false },
            taken => {
                inner.writing().remove(&id);
                return Err(taken.map_or_else(VaultError::File, |_| VaultError::Taken));
            }
        };
        let inner = &unfinished.inner;
        {
            let masters = inner.masters.read().unwrap_or_else(PoisonError::into_inner);
            let file = wrap(masters.newest(), id, &key)?;
            disk::replace(&inner.key_path(Dated { id, expires }), &file)?;
        }
        let body = disk::new_private_file(&names::part_path(&inner.dir, id))?;
        let sealer = Sealer::start(body, Header::make(id, &key)?, &key);
        Ok(Self { sealer: Some(sealer), unfinished })
    }

    /// Seals more of the content.
    ///
    /// # Errors
    /// After the first error the writer takes no more; drop it.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), VaultError> {
        let mut sealer = self.sealer.take().ok_or(VaultError::WriteFailed)?;
        sealer.write(bytes)?;
        self.sealer = Some(sealer);
        Ok(())
    }

    /// Bytes of content so far.
    #[expect(clippy::len_without_is_empty, reason = "how much has been written, not the size of a collection")]
    pub fn len(&self) -> u64 {
        self.sealer.as_ref().map_or(0, Sealer::len)
    }

    /// The id under which the content is sealed.
    pub const fn id(&self) -> SealedId {
        self.unfinished.id
    }

    /// Makes the file durable and visible, as a whole. Returns the content's length in bytes.
    ///
    /// # Errors
    /// [`VaultError::Absent`] when the file was purged while it was being written. After any error nothing is left.
    pub fn finish(mut self) -> Result<u64, VaultError> {
        let sealer = self.sealer.take().ok_or(VaultError::WriteFailed)?;
        let length = sealer.len();
        sealer.finish()?.sync_all()?;
        let Unfinished { inner, id, finished } = &mut self.unfinished;
        let _held = inner.hold_off_purge()?;
        if names::key_of(&inner.dir, *id)?.is_none() {
            return Err(VaultError::Absent);
        }
        fs::rename(names::part_path(&inner.dir, *id), names::body_path(&inner.dir, *id))?;
        disk::sync_dir(&inner.dir.join(BLOBS))?;
        *finished = true;
        Ok(length)
    }
}

fn taken(inner: &Inner, id: SealedId) -> std::io::Result<bool> {
    let body = names::body_path(&inner.dir, id).try_exists()?;
    let part = names::part_path(&inner.dir, id).try_exists()?;
    Ok(body || part || names::key_of(&inner.dir, id)?.is_some())
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let Self { inner, id, finished } = self;
        if !*finished {
            // Nothing can be reported from here. What could not be removed is found by the next sweep, or at its
            // deadline, since the key's name carries it.
            let held = inner.hold_off_purge();
            let _key = destroy_keys(&inner.dir.join(KEYS), &[*id]);
            let _part = disk::remove_if_there(&names::part_path(&inner.dir, *id));
            let _body = disk::remove_if_there(&names::body_path(&inner.dir, *id));
            drop(held);
        }
        // After the lock is released: a sweep takes the two the other way round.
        inner.writing().remove(id);
    }
}
