//! The vault: sealed files, each under its own key, each key under the master.

mod master;
mod rotate;
mod wrap;
mod writer;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use crate::disk;
use crate::id::{SealedId, UnixMillis};
use crate::key_check::KeyProblem;
use crate::key_table;
use crate::keystore::KeyStore;
use crate::names::{self, BLOBS, COPIES, Dated, KEYS, OPEN_LOCK, PURGE_LOCK};
use crate::purge::{Clocks, PurgeArea, PurgeError, Receipt, keep_reserve, latest_moment};
use crate::random::{NoRandomness, make_key};
use crate::secret::{Key, Secret};
use crate::stream::{SealReader, StreamError, open_in_place, plain_len};
use master::Masters;

pub use rotate::Rotation;
pub use writer::SealWriter;

/// <https://bford.info/cachedir/>: programs that make backups leave a directory with this file alone.
const CACHEDIR_TAG: &[u8] = b"Signature: 8a477f597d28d172789f06886806bc55\n\
    # Sealed files with a deadline. A backup would keep them longer than they may be kept.\n";

/// Why the vault did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// There is no master key to work with.
    #[error("the vault has no key to work with")]
    Key(#[from] KeyProblem),
    /// Another process, or another `Vault` of this one, has the vault open.
    #[error("the vault is open elsewhere")]
    InUse,
    /// Something is sealed under this id already.
    #[error("the id is taken")]
    Taken,
    /// Nothing is sealed under this id (any more).
    #[error("nothing is sealed under this id")]
    Absent,
    /// The deadline has passed: it may not be opened, even if it is not purged yet.
    #[error("the deadline has passed")]
    Due,
    /// The content is longer than the caller's limit, in bytes.
    #[error("the content is {length} bytes, more than the {limit} asked for")]
    TooLarge {
        /// Bytes of content.
        length: u64,
        /// What the caller would take.
        limit: u64,
    },
    /// The file or its key is not what was written: changed, cut short, exchanged or under a lost key.
    #[error("the sealed file is damaged")]
    Damaged,
    /// A newer version of the program sealed it.
    #[error("a newer version of the program sealed this")]
    NewerFormat,
    /// The content is longer than the format holds (256 TiB).
    #[error("the content is longer than the format holds")]
    TooLong,
    /// An earlier write failed; the writer takes no more and its file will be removed.
    #[error("an earlier write failed")]
    WriteFailed,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    NoRandomness,
    /// A file or directory of the vault could not be read or written.
    #[error("a file of the vault could not be read or written")]
    File(#[from] io::Error),
}

impl From<StreamError> for VaultError {
    fn from(error: StreamError) -> Self {
        match error {
            StreamError::Damaged => Self::Damaged,
            StreamError::NewerFormat => Self::NewerFormat,
            StreamError::TooLong => Self::TooLong,
            StreamError::File(error) => Self::File(error),
        }
    }
}

impl From<NoRandomness> for VaultError {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

/// An open vault. Cloning gives another handle to the same one. Only one process at a time has a vault open, since a
/// second one would go on with a master key that the first may replace.
///
/// Destroying needs no open vault: see [`PurgeArea`].
#[derive(Clone)]
pub struct Vault {
    inner: Arc<Inner>,
}

struct Inner {
    dir: PathBuf,
    masters: RwLock<Masters>,
    /// Files that are being sealed now: not to be taken for the remains of a crash.
    writing: Mutex<BTreeSet<SealedId>>,
    _open: File,
}

impl Inner {
    fn writing(&self) -> MutexGuard<'_, BTreeSet<SealedId>> {
        // Each change is one whole set operation, so a panic elsewhere leaves no half-made state behind.
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds off the purge, here and in other processes.
    fn hold_off_purge(&self) -> io::Result<File> {
        disk::lock(&self.dir.join(PURGE_LOCK))
    }

    fn key_path(&self, dated: Dated) -> PathBuf {
        self.dir.join(KEYS).join(dated.key_name())
    }
}

impl Vault {
    /// Opens the vault in `dir`, and creates it when there is none. Finishes a rotation of the master that was
    /// interrupted.
    ///
    /// # Errors
    /// [`VaultError::Key`] rather than a new master key over files that an older one seals.
    pub fn open(dir: &Path, keys: &dyn KeyStore) -> Result<Self, VaultError> {
        disk::private_dir(dir)?;
        let open = disk::try_lock(&dir.join(OPEN_LOCK))?.ok_or(VaultError::InUse)?;
        for part in [KEYS, BLOBS, COPIES] {
            disk::private_dir(&dir.join(part))?;
        }
        for part in [KEYS, BLOBS] {
            let tag = dir.join(part).join("CACHEDIR.TAG");
            if !tag.exists() {
                disk::replace(&tag, CACHEDIR_TAG)?;
            }
        }
        let masters = Masters::load(dir, keys, something_is_sealed(dir)?)?;
        let interrupted = masters.next.is_some();
        let inner =
            Inner { dir: dir.to_owned(), masters: RwLock::new(masters), writing: Mutex::default(), _open: open };
        let vault = Self { inner: Arc::new(inner) };
        if interrupted {
            vault.rotate(keys)?;
        }
        keep_reserve(dir)?;
        Ok(vault)
    }

    /// Starts to seal a file under a new id. The file's key, with the deadline in its name, is on disk when this
    /// returns: from then on a purge will find it, whatever happens to the program.
    ///
    /// # Errors
    /// [`VaultError::Taken`] when the id is in use.
    pub fn seal(&self, id: SealedId, expires: UnixMillis) -> Result<SealWriter, VaultError> {
        SealWriter::start(self.inner.clone(), id, expires, make_key()?)
    }

    /// The whole content, if it is at most `limit` bytes long.
    ///
    /// # Errors
    /// [`VaultError::Due`] at and after the deadline, by what the clocks say or by any later moment that the vault has
    /// seen; also when the clock has leapt ahead and is not believed enough to destroy by.
    pub fn open_sealed(
        &self,
        id: SealedId,
        clocks: impl Into<Clocks>,
        limit: u64,
    ) -> Result<Secret<Vec<u8>>, VaultError> {
        let (body, key) = self.body(id, clocks.into())?;
        let sealed = body.metadata()?.len();
        let length = plain_len(sealed).ok_or(VaultError::Damaged)?;
        let capacity = usize::try_from(sealed).ok().filter(|_| length <= limit);
        let capacity = capacity.ok_or(VaultError::TooLarge { length, limit })?;
        let mut content = Secret::new(Vec::with_capacity(capacity));
        // Never more than there is room for: a growing vector would leave plaintext behind.
        // EXPOSE: read as it is sealed.
        body.take(sealed).read_to_end(content.expose_mut())?;
        open_in_place(&mut content, id, &key)?;
        Ok(content)
    }

    /// A reader of the content, chunk by chunk.
    ///
    /// # Errors
    /// As [`Vault::open_sealed`], but for the limit.
    pub fn read_sealed(&self, id: SealedId, clocks: impl Into<Clocks>) -> Result<SealReader, VaultError> {
        let (body, key) = self.body(id, clocks.into())?;
        Ok(SealReader::start(body, id, &key)?)
    }

    fn body(&self, id: SealedId, clocks: Clocks) -> Result<(File, Key), VaultError> {
        let key = self.key(id, clocks)?;
        let body = disk::found(File::open(names::body_path(&self.inner.dir, id)))?.ok_or(VaultError::Absent)?;
        Ok((body, key))
    }

    fn key(&self, id: SealedId, clocks: Clocks) -> Result<Key, VaultError> {
        let dir = &self.inner.dir;
        let masters = self.inner.masters.read().unwrap_or_else(PoisonError::into_inner);
        // The second look: the deadline, which is part of the name, may be changed between finding and reading.
        for _ in 0..2 {
            let Some(dated) = names::key_of(dir, id)? else { break };
            if latest_moment(dir, clocks)? >= dated.expires {
                return Err(VaultError::Due);
            }
            if let Some(file) = disk::read_if_there(&self.inner.key_path(dated))? {
                let rewrapped = key_table::find(&dir.join(KEYS), id)?;
                let key = rewrapped.and_then(|wrapped| masters.unwrap(id, &wrapped));
                return key.or_else(|| masters.unwrap(id, &file)).ok_or(VaultError::Damaged);
            }
        }
        Err(VaultError::Absent)
    }

    /// When the file is to be purged.
    ///
    /// # Errors
    /// [`VaultError::Absent`] when nothing is sealed under the id.
    pub fn deadline(&self, id: SealedId) -> Result<UnixMillis, VaultError> {
        names::key_of(&self.inner.dir, id)?.map(|dated| dated.expires).ok_or(VaultError::Absent)
    }

    /// Moves the deadline, earlier or later. Whether it may be moved is the caller's rule.
    ///
    /// # Errors
    /// [`VaultError::Absent`] when nothing is sealed under the id.
    pub fn set_deadline(&self, id: SealedId, expires: UnixMillis) -> Result<(), VaultError> {
        let _held = self.inner.hold_off_purge()?;
        let dated = names::key_of(&self.inner.dir, id)?.ok_or(VaultError::Absent)?;
        fs::rename(self.inner.key_path(dated), self.inner.key_path(Dated { id, expires }))?;
        Ok(disk::sync_dir(&self.inner.dir.join(KEYS))?)
    }

    /// The ids that are being sealed now.
    pub fn in_use(&self) -> Vec<SealedId> {
        self.inner.writing().iter().copied().collect()
    }

    /// Destroys what a crash left half-done, with a receipt each: bodies without a key, keys without a body, bodies
    /// that were never finished. New files wait meanwhile, so that none of them is taken for such a remain.
    ///
    /// # Errors
    /// As [`PurgeArea::sweep_unfinished`].
    pub fn sweep_unfinished(&self, clocks: impl Into<Clocks>) -> Result<Vec<Receipt>, PurgeError> {
        let writing = self.inner.writing();
        let in_use: Vec<SealedId> = writing.iter().copied().collect();
        self.purge_area().sweep_unfinished(clocks, &in_use)
    }

    /// The keyless side of the same directory.
    pub fn purge_area(&self) -> PurgeArea {
        PurgeArea::at(&self.inner.dir)
    }
}

/// Whether a master key was ever used here.
fn something_is_sealed(dir: &Path) -> io::Result<bool> {
    let keys = disk::names_in(&dir.join(KEYS))?;
    let blobs = disk::names_in(&dir.join(BLOBS))?;
    Ok(keys.iter().any(|name| Dated::parse_key(name).is_some())
        || blobs.iter().any(|name| names::parse_blob(name).is_some()))
}
