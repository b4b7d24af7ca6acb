//! What a person can see of the purge: what is held up, whether the clock is believed, when a run last was.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::{fs, io};

use super::{ClockReading, Clocks, ItemKind, PurgeArea, PurgeError, Trigger, clock};
use crate::disk;
use crate::id::{SealedId, UnixMillis};
use crate::names::RUNS;

const MINUTE: u64 = 60_000;

/// Milliseconds after which something that cannot be removed is called stuck, and a person must see to it.
pub const STUCK_AFTER: u64 = 15 * MINUTE;

/// How long after the first failure the next tries come; then every [`STUCK_AFTER`].
const RETRIES: [u64; 3] = [MINUTE, 5 * MINUTE, STUCK_AFTER];

/// How often the timer's runs are written down when nothing was destroyed: it runs several times a minute.
const NOTED_EVERY: u64 = 5 * MINUTE;

/// Something whose purge began and has not ended. A sealed file among them has lost its key: nobody can read it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BegunItem {
    /// Which.
    pub id: SealedId,
    /// What kind.
    pub kind: ItemKind,
    /// Bytes of content.
    pub size: u64,
    /// Its deadline, where one is known.
    pub deadline: Option<UnixMillis>,
    /// When its purge began.
    pub since: UnixMillis,
}

/// When a purge last ran, by what set it off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LastRuns {
    /// The running program's timer, to five minutes.
    pub timer: Option<UnixMillis>,
    /// The program's start.
    pub start: Option<UnixMillis>,
    /// The operating system's job.
    pub scheduled: Option<UnixMillis>,
}

impl LastRuns {
    fn of(&mut self, trigger: Trigger) -> Option<&mut Option<UnixMillis>> {
        match trigger {
            Trigger::Timer => Some(&mut self.timer),
            Trigger::Start => Some(&mut self.start),
            Trigger::Scheduled => Some(&mut self.scheduled),
            Trigger::Person => None,
        }
    }

    fn read(dir: &Path) -> io::Result<Self> {
        let text = disk::found(fs::read_to_string(dir.join(RUNS)))?.unwrap_or_default();
        let mut runs = Self::default();
        for line in text.lines() {
            if let Some((name, at)) = line.split_once(' ')
                && let Ok(at) = at.parse().map(UnixMillis)
            {
                match name {
                    "timer" => runs.timer = Some(at),
                    "start" => runs.start = Some(at),
                    "scheduled" => runs.scheduled = Some(at),
                    _ => {}
                }
            }
        }
        Ok(runs)
    }

    fn write(self, dir: &Path) -> io::Result<()> {
        let lines = [("timer", self.timer), ("start", self.start), ("scheduled", self.scheduled)];
        let known = lines.iter().filter_map(|(name, at)| at.map(|at| format!("{name} {}\n", at.0)));
        disk::replace(&dir.join(RUNS), known.collect::<String>().as_bytes())
    }
}

impl PurgeArea {
    /// Purges that began and have not ended, the oldest first.
    ///
    /// # Errors
    /// When the area cannot be read.
    pub fn begun(&self) -> Result<Vec<BegunItem>, PurgeError> {
        let held = self.hold()?;
        let item = |line: &super::receipts::Line| BegunItem {
            id: line.item,
            kind: line.kind,
            size: line.size,
            deadline: line.deadline.map(UnixMillis),
            since: UnixMillis(line.at),
        };
        let mut begun: Vec<_> = held.log.open().map(item).collect();
        begun.sort_by_key(|item| item.since);
        Ok(begun)
    }

    /// Believes the clock from now on, because a person who answers for it says that it is right. What it says to be due
    /// is then due.
    ///
    /// # Errors
    /// When the area cannot be read or written.
    pub fn trust_clock(&self, clocks: impl Into<Clocks>) -> Result<ClockReading, PurgeError> {
        let held = self.hold()?;
        Ok(clock::trust(&self.dir, clocks.into(), held.log.latest())?)
    }

    /// When a purge last ran.
    ///
    /// # Errors
    /// When the area cannot be read.
    pub fn last_runs(&self) -> Result<LastRuns, PurgeError> {
        Ok(LastRuns::read(&self.dir)?)
    }

    pub(super) fn note_run(&self, trigger: Trigger, now: UnixMillis, did_something: bool) -> Result<(), PurgeError> {
        let _held = self.hold()?;
        let mut runs = LastRuns::read(&self.dir)?;
        let Some(last) = runs.of(trigger) else { return Ok(()) };
        let is_news = last.is_none_or(|last| last.plus(NOTED_EVERY) <= now);
        if is_news || did_something || trigger != Trigger::Timer {
            *last = Some(now);
            match runs.write(&self.dir) {
                // What was destroyed has its receipts all the same.
                Err(error) if !disk::is_full(error.kind()) => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }
}

/// What could not be removed yet: since when, and when it was last tried. Each program keeps its own, so that a start
/// always tries at once.
#[derive(Default)]
pub(super) struct Tries(Mutex<BTreeMap<SealedId, (UnixMillis, UnixMillis)>>);

impl Tries {
    fn with<T>(&self, act: impl FnOnce(&mut BTreeMap<SealedId, (UnixMillis, UnixMillis)>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn failed(&self, id: SealedId, now: UnixMillis) {
        self.with(|tries| tries.entry(id).or_insert((now, now)).1 = now);
    }

    pub(super) fn forget(&self, id: SealedId) {
        self.with(|tries| tries.remove(&id));
    }

    pub(super) fn is_time(&self, id: SealedId, now: UnixMillis) -> bool {
        self.with(|tries| tries.get(&id).is_none_or(|(first, last)| next_try(*first, *last) <= now))
    }
}

fn next_try(first: UnixMillis, last: UnixMillis) -> UnixMillis {
    let early = RETRIES.iter().map(|wait| first.plus(*wait)).find(|moment| *moment > last);
    early.unwrap_or_else(|| last.plus(STUCK_AFTER))
}
