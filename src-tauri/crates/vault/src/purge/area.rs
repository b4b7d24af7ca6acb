use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

use super::batch::{BATCH, Cause};
use super::crash::CrashPoints;
use super::receipts::Log;
use super::{
    By, ClockReading, Clocks, CopyEntry, CopyProblem, DueItem, HeldItem, ItemKind, Outcome, PurgeError, PurgeRun,
    Receipt, Sandbox, Trigger, clock, copies, destroy, reserve, watch::Tries,
};
use crate::disk::{self, TEMPORARY};
use crate::id::{SealedId, UnixMillis};
use crate::names::{self, BLOBS, Blob, COPIES, Dated, KEYS, OPEN_LOCK, PURGE_LOCK, RECEIPTS};
use crate::stream::plain_len;

/// The keyless side of a vault's directory: what is due, destroying it, and the receipts. Any number of processes may
/// use it at once; they wait for one another.
pub struct PurgeArea {
    pub(super) dir: PathBuf,
    log: Mutex<Log>,
    pub(super) tries: Tries,
    sandbox: Mutex<Option<Sandbox>>,
    pub(super) crash: CrashPoints,
}

/// The purge lock and the log, up to date.
pub(super) struct Held<'a> {
    pub(super) log: MutexGuard<'a, Log>,
    _lock: File,
}

impl PurgeArea {
    /// The area of the vault in `dir`. Touches nothing; the directory may be absent, and is then empty.
    pub fn at(dir: &Path) -> Self {
        let log = Mutex::new(Log::at(dir.join(RECEIPTS)));
        Self {
            dir: dir.to_owned(),
            log,
            tries: Tries::default(),
            sandbox: Mutex::default(),
            crash: CrashPoints::default(),
        }
    }

    /// Tells what was found out of the jail that files are looked at in. Receipts say so from then on.
    pub fn note_sandbox(&self, found: Sandbox) {
        *self.sandbox.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
    }

    pub(super) fn sandbox(&self) -> Option<Sandbox> {
        *self.sandbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn hold(&self) -> Result<Held<'_>, PurgeError> {
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        disk::private_dir(&self.dir)?;
        let lock = disk::lock(&self.dir.join(PURGE_LOCK))?;
        log.refresh()?;
        Ok(Held { log, _lock: lock })
    }

    /// What the time is taken to be, by what was seen here before and what the clocks say; and remembers it.
    ///
    /// # Errors
    /// When the area cannot be read or written.
    pub fn observe(&self, clocks: impl Into<Clocks>) -> Result<ClockReading, PurgeError> {
        let held = self.hold()?;
        Ok(clock::observe(&self.dir, clocks.into(), held.log.latest())?)
    }

    /// As [`PurgeArea::observe`], without remembering it: for whoever must be told also when nothing can be written. What is
    /// destroyed by goes through [`PurgeArea::observe`].
    ///
    /// # Errors
    /// When the area cannot be read.
    pub fn reading(&self, clocks: impl Into<Clocks>) -> Result<ClockReading, PurgeError> {
        let held = self.hold()?;
        Ok(clock::reading(&self.dir, clocks.into(), held.log.latest())?)
    }

    /// What is to be destroyed now: what has reached its deadline (at the deadline it is due), and what an interrupted
    /// purge left.
    ///
    /// # Errors
    /// When the area cannot be read or written.
    pub fn due(&self, clocks: impl Into<Clocks>) -> Result<Vec<DueItem>, PurgeError> {
        let held = self.hold()?;
        let now = clock::observe(&self.dir, clocks.into(), held.log.latest())?.now;
        self.due_at(&held.log, now)
    }

    fn due_at(&self, log: &Log, now: UnixMillis) -> Result<Vec<DueItem>, PurgeError> {
        let mut due = BTreeMap::new();
        for (kind, dated) in self.dated()? {
            if dated.expires <= now {
                let item = DueItem { id: dated.id, kind, deadline: Some(dated.expires), begun: false };
                due.insert((kind, dated.id), item);
            }
        }
        for line in log.open() {
            let deadline = line.deadline.map(UnixMillis);
            due.insert((line.kind, line.item), DueItem { id: line.item, kind: line.kind, deadline, begun: true });
        }
        Ok(due.into_values().collect())
    }

    /// Everything that is held, due or not.
    ///
    /// # Errors
    /// When the area cannot be read.
    pub fn list(&self) -> Result<Vec<HeldItem>, PurgeError> {
        let items = self.dated()?.into_iter().map(|(kind, dated)| {
            let (size, _) = self.measure(kind, dated.id)?;
            Ok(HeldItem { id: dated.id, kind, deadline: dated.expires, size })
        });
        items.collect()
    }

    /// Every receipt with a number above `seq`, oldest first: for whoever keeps a copy of them. Numbers begin at 1.
    ///
    /// # Errors
    /// When the area cannot be read.
    pub fn receipts_after(&self, seq: u64) -> Result<Vec<Receipt>, PurgeError> {
        self.hold()?.log.after(seq)
    }

    pub(super) fn dated(&self) -> Result<Vec<(ItemKind, Dated)>, PurgeError> {
        let keys = disk::names_in(&self.dir.join(KEYS))?;
        let sealed = keys.iter().filter_map(|name| Dated::parse_key(name)).map(|dated| (ItemKind::Sealed, dated));
        let copies = copies::all(&self.dir)?.into_iter().map(|dated| (ItemKind::Copy, dated));
        Ok(sealed.chain(copies).collect())
    }

    /// Bytes of content, and when the item came, as the file system has it.
    pub(super) fn measure(&self, kind: ItemKind, id: SealedId) -> io::Result<(u64, Option<UnixMillis>)> {
        let file = match kind {
            ItemKind::Copy => match copies::find(&self.dir, id)? {
                Some(dated) => disk::found(fs::metadata(self.dir.join(COPIES).join(dated.copy_name())))?,
                None => None,
            },
            ItemKind::Sealed => match disk::found(fs::metadata(names::body_path(&self.dir, id)))? {
                Some(whole) => Some(whole),
                None => disk::found(fs::metadata(names::part_path(&self.dir, id)))?,
            },
        };
        let size = match kind {
            ItemKind::Copy => self.entry(id)?.map_or(0, |entry| entry.size),
            ItemKind::Sealed => file.as_ref().map_or(0, |body| plain_len(body.len()).unwrap_or(0)),
        };
        let modified = file.and_then(|file| file.modified().ok());
        let since = modified.and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        Ok((size, since.and_then(|since| i64::try_from(since.as_millis()).ok()).map(UnixMillis)))
    }

    fn entry(&self, id: SealedId) -> io::Result<Option<CopyEntry>> {
        Ok(copies::find(&self.dir, id)?.and_then(|dated| copies::read(&self.dir, dated)))
    }

    /// Destroys one item, due or not, and everything of it. Taking up an interrupted purge of it, it writes the one
    /// receipt that is missing; of an item that is already gone it returns the receipt that there is.
    ///
    /// # Errors
    /// [`PurgeError::Stuck`] when something of it could not be removed; [`PurgeError::Unknown`] when there is no such
    /// item and never was.
    pub fn destroy(&self, id: SealedId, by: impl Into<By>, clocks: impl Into<Clocks>) -> Result<Receipt, PurgeError> {
        self.destroy_as(id, by.into(), clocks.into(), None)
    }

    /// Destroys a sealed file whose key is lost, as [`Vault::rotate`](crate::Vault::rotate) found out. Its receipt says
    /// that nobody could read it.
    ///
    /// # Errors
    /// As [`PurgeArea::destroy`].
    pub fn destroy_unreadable(
        &self,
        id: SealedId,
        by: impl Into<By>,
        clocks: impl Into<Clocks>,
    ) -> Result<Receipt, PurgeError> {
        self.destroy_as(id, by.into(), clocks.into(), Some(Outcome::Unreadable))
    }

    fn destroy_as(
        &self,
        id: SealedId,
        by: By,
        clocks: Clocks,
        outcome: Option<Outcome>,
    ) -> Result<Receipt, PurgeError> {
        let mut held = self.hold()?;
        let clock = clock::observe_to_destroy(&self.dir, clocks, held.log.latest())?;
        let mut gone = None;
        for kind in [ItemKind::Sealed, ItemKind::Copy] {
            let receipt = held.log.receipt(kind, id)?;
            if held.log.intent(kind, id).is_some() || destroy::is_there(&self.dir, kind, id)? {
                return self.destroy_one(&mut held.log, (kind, id), Cause { by, clock, outcome }).1;
            }
            gone = gone.or(receipt);
        }
        gone.ok_or(PurgeError::Unknown)
    }

    /// Destroys everything that is due, batch by batch: between two batches others have their turn. One item that is
    /// stuck does not keep back the others.
    ///
    /// # Errors
    /// When the area cannot be read at all.
    pub fn run(&self, by: impl Into<By>, clocks: impl Into<Clocks>) -> Result<PurgeRun, PurgeError> {
        let (by, clocks) = (by.into(), clocks.into());
        let mut run = PurgeRun::default();
        let now = {
            let held = self.hold()?;
            clock::observe_to_destroy(&self.dir, clocks, held.log.latest())?.now
        };
        let mut seen = BTreeSet::new();
        loop {
            let mut held = self.hold()?;
            let clock = clock::observe_to_destroy(&self.dir, clocks, held.log.latest())?;
            // Looked at anew: a deadline may have been moved meanwhile. Each item once, whatever becomes of it.
            let due = self.due_at(&held.log, now)?.into_iter();
            let due = due.filter(|item| !item.begun || self.tries.is_time(item.id, now));
            let batch: Vec<_> =
                due.map(|item| (item.kind, item.id)).filter(|target| seen.insert(*target)).take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            for (id, ended) in self.destroy_all(&mut held.log, &batch, Cause { by, clock, outcome: None }) {
                match ended {
                    Ok(receipt) => {
                        self.tries.forget(id);
                        run.receipts.push(receipt);
                    }
                    Err(error) => {
                        self.tries.failed(id, now);
                        run.stuck.push((id, error));
                    }
                }
            }
        }
        self.note_run(by.trigger, now, !run.receipts.is_empty())?;
        reserve::keep_if_room(&self.dir)?;
        Ok(run)
    }

    pub(super) fn look(&self, kind: ItemKind, id: SealedId) -> io::Result<Outcome> {
        match kind {
            ItemKind::Sealed => Ok(Outcome::Removed),
            ItemKind::Copy => match self.entry(id)? {
                Some(entry) => copies::look(&entry),
                None => Ok(Outcome::NotFoundAtRecordedPlace),
            },
        }
    }

    /// Destroys what a crash left half-done, with a receipt each (trigger [`Trigger::Start`]): bodies without a key,
    /// keys without a body, bodies that were never finished. `in_use` are the ids that are being sealed now.
    ///
    /// In the process that has the vault open, use [`Vault::sweep_unfinished`](crate::Vault::sweep_unfinished), which
    /// knows them; in any other, [`PurgeArea::sweep_if_closed`].
    ///
    /// # Errors
    /// When an item could not be destroyed; the others are.
    pub fn sweep_unfinished(&self, clocks: impl Into<Clocks>, in_use: &[SealedId]) -> Result<Vec<Receipt>, PurgeError> {
        let mut held = self.hold()?;
        let clock = clock::observe_to_destroy(&self.dir, clocks.into(), held.log.latest())?;
        let (keys, blobs) = (self.dir.join(KEYS), self.dir.join(BLOBS));
        let key_names = disk::names_in(&keys)?;
        let keyed: BTreeSet<_> =
            key_names.iter().filter_map(|name| Dated::parse_key(name)).map(|dated| dated.id).collect();
        let (mut whole, mut parts) = (BTreeSet::new(), BTreeSet::new());
        for (id, blob) in disk::names_in(&blobs)?.iter().filter_map(|name| names::parse_blob(name)) {
            match blob {
                Blob::Whole => whole.insert(id),
                Blob::Part => parts.insert(id),
            };
        }
        let unfinished: BTreeSet<_> = keyed.symmetric_difference(&whole).chain(&parts).copied().collect();
        let unfinished = unfinished.into_iter().filter(|id| !in_use.contains(id));
        let unfinished: Vec<_> = unfinished.map(|id| (ItemKind::Sealed, id)).collect();
        let cause = Cause { by: Trigger::Start.into(), clock, outcome: None };
        let ended = self.destroy_all(&mut held.log, &unfinished, cause).into_iter();
        let receipts = ended.map(|(_, ended)| ended).collect::<Result<Vec<_>, _>>()?;
        // Half-written replacements of files that are whole: not items, but a key may lie in them.
        for name in key_names.iter().filter(|name| name.ends_with(TEMPORARY)) {
            let id = name.split('.').next().and_then(|id| id.parse::<SealedId>().ok());
            if id.is_none_or(|id| !in_use.contains(&id)) {
                disk::remove_if_there(&keys.join(name))?;
            }
        }
        let copies = self.dir.join(COPIES);
        for name in disk::names_in(&copies)?.iter().filter(|name| name.ends_with(TEMPORARY)) {
            disk::remove_if_there(&copies.join(name))?;
        }
        Ok(receipts)
    }

    /// [`PurgeArea::sweep_unfinished`], if no process has the vault open; `None` if one has.
    ///
    /// # Errors
    /// As [`PurgeArea::sweep_unfinished`].
    pub fn sweep_if_closed(&self, clocks: impl Into<Clocks>) -> Result<Option<Vec<Receipt>>, PurgeError> {
        disk::private_dir(&self.dir)?;
        let Some(_closed) = disk::try_lock(&self.dir.join(OPEN_LOCK))? else {
            return Ok(None);
        };
        self.sweep_unfinished(clocks, &[]).map(Some)
    }

    /// Writes down a copy and its deadline, before the copy exists.
    ///
    /// # Errors
    /// When the entry is not one that [`CopyEntry::plan`] makes, or its id is taken.
    pub fn register_copy(&self, entry: &CopyEntry) -> Result<(), CopyProblem> {
        disk::private_dir(&self.dir.join(COPIES))?;
        let _lock = disk::lock(&self.dir.join(PURGE_LOCK))?;
        copies::register(&self.dir, entry)
    }

    /// Makes the registered copy: a new file that only its owner may read, in a new folder of its own.
    ///
    /// # Errors
    /// [`CopyProblem::NotRegistered`] when there is no such entry, and whenever something is in the place already.
    pub fn write_copy(&self, entry: &CopyEntry, bytes: &[u8]) -> Result<(), CopyProblem> {
        let _lock = disk::lock(&self.dir.join(PURGE_LOCK))?;
        copies::write(&self.dir, entry, bytes)
    }

    /// The entry of a copy that is still held.
    ///
    /// # Errors
    /// When the area cannot be read.
    pub fn copy(&self, id: SealedId) -> Result<Option<CopyEntry>, PurgeError> {
        Ok(self.entry(id)?)
    }

    /// Moves a copy's deadline. Whether it may be moved is the caller's rule.
    ///
    /// # Errors
    /// [`PurgeError::Unknown`] when there is no such copy.
    pub fn set_copy_deadline(&self, id: SealedId, expires: UnixMillis) -> Result<(), PurgeError> {
        let _held = self.hold()?;
        let copies = self.dir.join(COPIES);
        let dated = copies::find(&self.dir, id)?.ok_or(PurgeError::Unknown)?;
        fs::rename(copies.join(dated.copy_name()), copies.join(Dated { id, expires }.copy_name()))?;
        Ok(disk::sync_dir(&copies)?)
    }
}
