use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::crash::CrashPoints;
use super::receipts::{Entry, Log, State};
use super::{
    ClockReading, Clocks, CopyEntry, CopyProblem, DueItem, HeldItem, ItemKind, Outcome, PurgeError, PurgeRun, Receipt,
    Trigger, clock, copies, destroy, watch::Tries,
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
    pub(super) crash: CrashPoints,
}

/// The purge lock and the log, up to date.
pub(super) struct Held<'a> {
    pub(super) log: MutexGuard<'a, Log>,
    _lock: File,
}

/// Why and when something is destroyed, and how it is to be called where that is known beforehand.
struct Cause {
    trigger: Trigger,
    now: UnixMillis,
    outcome: Option<Outcome>,
}

impl PurgeArea {
    /// The area of the vault in `dir`. Touches nothing; the directory may be absent, and is then empty.
    pub fn at(dir: &Path) -> Self {
        let log = Mutex::new(Log::at(dir.join(RECEIPTS)));
        Self { dir: dir.to_owned(), log, tries: Tries::default(), crash: CrashPoints::default() }
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

    /// What is to be destroyed now: what has reached its deadline (at the deadline it is due), and what an interrupted
    /// purge left.
    ///
    /// # Errors
    /// When the area cannot be read or written.
    pub fn due(&self, clocks: impl Into<Clocks>) -> Result<Vec<DueItem>, PurgeError> {
        let held = self.hold()?;
        let now = clock::observe(&self.dir, clocks.into(), held.log.latest())?.now;
        let mut due = BTreeMap::new();
        for (kind, dated) in self.dated()? {
            if dated.expires <= now {
                let item = DueItem { id: dated.id, kind, deadline: Some(dated.expires), begun: false };
                due.insert((kind, dated.id), item);
            }
        }
        for line in held.log.open() {
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
            let size = self.size(kind, dated.id)?;
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

    fn dated(&self) -> Result<Vec<(ItemKind, Dated)>, PurgeError> {
        let keys = disk::names_in(&self.dir.join(KEYS))?;
        let sealed = keys.iter().filter_map(|name| Dated::parse_key(name)).map(|dated| (ItemKind::Sealed, dated));
        let copies = copies::all(&self.dir)?.into_iter().map(|dated| (ItemKind::Copy, dated));
        Ok(sealed.chain(copies).collect())
    }

    fn size(&self, kind: ItemKind, id: SealedId) -> io::Result<u64> {
        match kind {
            ItemKind::Copy => {
                let entry = copies::find(&self.dir, id)?.and_then(|dated| copies::read(&self.dir, dated));
                Ok(entry.map_or(0, |entry| entry.size))
            }
            ItemKind::Sealed => {
                let whole = disk::found(fs::metadata(names::body_path(&self.dir, id)))?;
                let body = match whole {
                    Some(whole) => Some(whole),
                    None => disk::found(fs::metadata(names::part_path(&self.dir, id)))?,
                };
                Ok(body.map_or(0, |body| plain_len(body.len()).unwrap_or(0)))
            }
        }
    }

    /// Destroys one item, due or not, and everything of it. Taking up an interrupted purge of it, it writes the one
    /// receipt that is missing; of an item that is already gone it returns the receipt that there is.
    ///
    /// # Errors
    /// [`PurgeError::Stuck`] when something of it could not be removed; [`PurgeError::Unknown`] when there is no such
    /// item and never was.
    pub fn destroy(&self, id: SealedId, trigger: Trigger, clocks: impl Into<Clocks>) -> Result<Receipt, PurgeError> {
        self.destroy_as(id, trigger, clocks.into(), None)
    }

    /// Destroys a sealed file whose key is lost, as [`Vault::rotate`](crate::Vault::rotate) found out. Its receipt says
    /// that nobody could read it.
    ///
    /// # Errors
    /// As [`PurgeArea::destroy`].
    pub fn destroy_unreadable(
        &self,
        id: SealedId,
        trigger: Trigger,
        clocks: impl Into<Clocks>,
    ) -> Result<Receipt, PurgeError> {
        self.destroy_as(id, trigger, clocks.into(), Some(Outcome::Unreadable))
    }

    fn destroy_as(
        &self,
        id: SealedId,
        trigger: Trigger,
        clocks: Clocks,
        outcome: Option<Outcome>,
    ) -> Result<Receipt, PurgeError> {
        let mut held = self.hold()?;
        let now = clock::observe(&self.dir, clocks, held.log.latest())?.now;
        let mut gone = None;
        for kind in [ItemKind::Sealed, ItemKind::Copy] {
            let receipt = held.log.receipt(kind, id)?;
            if held.log.intent(kind, id).is_some() || destroy::is_there(&self.dir, kind, id)? {
                return self.destroy_held(&mut held.log, kind, id, Cause { trigger, now, outcome });
            }
            gone = gone.or(receipt);
        }
        gone.ok_or(PurgeError::Unknown)
    }

    /// Destroys everything that is due. One item that is stuck does not keep back the others.
    ///
    /// # Errors
    /// When the area cannot be read at all.
    pub fn run(&self, trigger: Trigger, clocks: impl Into<Clocks>) -> Result<PurgeRun, PurgeError> {
        let clocks = clocks.into();
        let mut run = PurgeRun::default();
        let now = self.observe(clocks)?.now;
        for item in self.due(clocks)? {
            if item.begun && !self.tries.is_time(item.id, now) {
                continue;
            }
            match self.destroy(item.id, trigger, clocks) {
                Ok(receipt) => {
                    self.tries.forget(item.id);
                    run.receipts.push(receipt);
                }
                Err(error) => {
                    self.tries.failed(item.id, now);
                    run.stuck.push((item.id, error));
                }
            }
        }
        self.note_run(trigger, now, !run.receipts.is_empty())?;
        Ok(run)
    }

    fn destroy_held(
        &self,
        log: &mut Log,
        kind: ItemKind,
        id: SealedId,
        Cause { trigger, now, outcome: known }: Cause,
    ) -> Result<Receipt, PurgeError> {
        let entry = match log.intent(kind, id) {
            Some(begun) => Ok((begun.size, begun.deadline.map(UnixMillis), begun.trigger, begun.outcome)),
            None => {
                if let Some(receipt) = self.only_its_entry_is_left(log, kind, id)? {
                    return Ok(receipt);
                }
                let outcome = known.map_or_else(|| self.look(kind, id), Ok)?;
                Err((self.size(kind, id)?, self.deadline(kind, id)?, trigger, outcome))
            }
        };
        let begun = entry.as_ref().ok().map(|(.., outcome)| *outcome);
        let (Ok((size, deadline, trigger, outcome)) | Err((size, deadline, trigger, outcome))) = entry;
        let line =
            |state, outcome, steps| Entry { state, item: id, kind, size, deadline, at: now, trigger, outcome, steps };
        if begun.is_none() {
            log.append(line(State::Intent, outcome, Vec::new()), &self.crash)?;
            self.crash.pass()?;
        }
        let done = match kind {
            ItemKind::Sealed => destroy::sealed(&self.dir, id, outcome, begun.is_some(), &self.crash)?,
            ItemKind::Copy => destroy::copy(&self.dir, id, begun, &self.crash)?,
        };
        let receipt = log.append(line(State::Purged, done.outcome, done.steps), &self.crash)?;
        self.crash.pass()?;
        if kind == ItemKind::Copy {
            self.remove_entry(id)?;
        }
        Ok(receipt)
    }

    /// A crash after the receipt and before the copy's entry was removed: no second receipt for that.
    fn only_its_entry_is_left(&self, log: &Log, kind: ItemKind, id: SealedId) -> Result<Option<Receipt>, PurgeError> {
        let (ItemKind::Copy, Some(receipt)) = (kind, log.receipt(kind, id)?) else {
            return Ok(None);
        };
        if self.look(kind, id)? != Outcome::NotFoundAtRecordedPlace {
            return Ok(None);
        }
        self.remove_entry(id)?;
        Ok(Some(receipt))
    }

    fn remove_entry(&self, id: SealedId) -> Result<(), PurgeError> {
        let copies = self.dir.join(COPIES);
        while let Some(dated) = copies::find(&self.dir, id)? {
            disk::remove_if_there(&copies.join(dated.copy_name()))?;
        }
        Ok(disk::sync_dir(&copies)?)
    }

    fn deadline(&self, kind: ItemKind, id: SealedId) -> io::Result<Option<UnixMillis>> {
        let dated = match kind {
            ItemKind::Sealed => names::key_of(&self.dir, id)?,
            ItemKind::Copy => copies::find(&self.dir, id)?,
        };
        Ok(dated.map(|dated| dated.expires))
    }

    fn look(&self, kind: ItemKind, id: SealedId) -> io::Result<Outcome> {
        let found = copies::find(&self.dir, id)?.and_then(|dated| copies::read(&self.dir, dated));
        match (kind, found) {
            (ItemKind::Sealed, _) => Ok(Outcome::Removed),
            (ItemKind::Copy, Some(entry)) => copies::look(&entry),
            (ItemKind::Copy, None) => Ok(Outcome::NotFoundAtRecordedPlace),
        }
    }

    /// Destroys what a crash left half-done, with a receipt each (trigger [`Trigger::Start`]): bodies without a key,
    /// keys without a body, bodies that were never finished. `in_use` are the ids that are being sealed now.
    ///
    /// In the process that has the vault open, use [`Vault::sweep_unfinished`](crate::Vault::sweep_unfinished), which
    /// knows them; in any other, [`PurgeArea::sweep_if_closed`].
    ///
    /// # Errors
    /// At the first item that could not be destroyed.
    pub fn sweep_unfinished(&self, clocks: impl Into<Clocks>, in_use: &[SealedId]) -> Result<Vec<Receipt>, PurgeError> {
        let mut held = self.hold()?;
        let now = clock::observe(&self.dir, clocks.into(), held.log.latest())?.now;
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
        let mut receipts = Vec::new();
        for id in unfinished.into_iter().filter(|id| !in_use.contains(id)) {
            let cause = Cause { trigger: Trigger::Start, now, outcome: None };
            receipts.push(self.destroy_held(&mut held.log, ItemKind::Sealed, id, cause)?);
        }
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
        Ok(copies::find(&self.dir, id)?.and_then(|dated| copies::read(&self.dir, dated)))
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
