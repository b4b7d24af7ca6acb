//! Many items destroyed together, so that they share what is flushed. For each of them the order is that of one alone:
//! its intent is durable before anything of it is destroyed, its key is durably gone before its body, and its receipt is
//! written when nothing of it is left. See `docs/adr/0015-purge-in-batches.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::receipts::{Entry, Log, State};
use super::{
    By, Circumstances, ClockReading, ItemKind, Outcome, Pseudonym, PurgeArea, PurgeError, Receipt, Step, Trigger,
    copies, destroy,
};
use crate::disk;
use crate::id::{SealedId, UnixMillis};
use crate::names::{COPIES, KEYS};

/// Items that share their flushes. Whoever seals or moves a deadline waits for one batch, and few items must be taken up
/// again after a crash; many more would save no time worth the name.
pub(super) const BATCH: usize = 100;

/// What is to be destroyed.
pub(super) type Target = (ItemKind, SealedId);

/// Why and when something is destroyed, and how it is to be called where that is known beforehand.
#[derive(Clone, Copy)]
pub(super) struct Cause {
    pub(super) by: By,
    pub(super) clock: ClockReading,
    pub(super) outcome: Option<Outcome>,
}

/// What became of one item.
pub(super) type Ended = (SealedId, Result<Receipt, PurgeError>);

/// An item on its way: what its intent says, and what was done so far.
struct Going {
    target: Target,
    size: u64,
    deadline: Option<UnixMillis>,
    trigger: Trigger,
    circumstances: Circumstances,
    expected: Outcome,
    resumed: bool,
    steps: Vec<Step>,
}

/// The items that are still on their way, and those that came to an end.
struct Batch {
    going: Vec<Going>,
    ended: Vec<Ended>,
}

impl Batch {
    /// Those of a kind go on or stop, each by what came of it.
    fn each<T>(&mut self, kind: ItemKind, came: destroy::Each<T>, mut goes_on: impl FnMut(&mut Going, T)) {
        let mut came = came.into_iter();
        for mut item in std::mem::take(&mut self.going) {
            if item.target.0 == kind {
                match came.next() {
                    Some(Ok(value)) => goes_on(&mut item, value),
                    Some(Err(error)) => {
                        self.ended.push((item.target.1, Err(PurgeError::Stuck(error))));
                        continue;
                    }
                    None => {}
                }
            }
            self.going.push(item);
        }
    }

    fn of(&self, kind: ItemKind) -> Vec<SealedId> {
        self.going.iter().map(|item| item.target).filter(|target| target.0 == kind).map(|target| target.1).collect()
    }
}

impl PurgeArea {
    /// Destroys these items, at most [`BATCH`] of them at once. What cannot be destroyed does not keep back the others.
    pub(super) fn destroy_all(&self, log: &mut Log, targets: &[Target], cause: Cause) -> Vec<Ended> {
        let mut ended = Vec::new();
        for batch in targets.chunks(BATCH) {
            match self.destroy_batch(log, batch, cause) {
                Ok(more) => ended.extend(more),
                // As when the disk has no room for so many intents at once. One alone may find it, and makes room.
                Err(_) if batch.len() > 1 && log.refresh().and_then(|()| log.flush()).is_ok() => {
                    ended.extend(batch.iter().map(|target| self.destroy_one(log, *target, cause)));
                }
                Err(error) => ended.extend(batch.iter().map(|(_, id)| (*id, Err(again(&error))))),
            }
        }
        ended
    }

    /// Destroys one item.
    pub(super) fn destroy_one(&self, log: &mut Log, target: Target, cause: Cause) -> Ended {
        let ended = self.destroy_batch(log, &[target], cause).map(|mut ended| ended.pop());
        match ended {
            Ok(Some(ended)) => ended,
            Ok(None) => (target.1, Err(PurgeError::Unknown)),
            Err(error) => (target.1, Err(error)),
        }
    }

    /// Fails when not one of the intents is to be relied on; nothing was destroyed then.
    fn destroy_batch(&self, log: &mut Log, targets: &[Target], cause: Cause) -> Result<Vec<Ended>, PurgeError> {
        let mut batch = Batch { going: Vec::new(), ended: Vec::new() };
        let deadlines: BTreeMap<Target, UnixMillis> =
            self.dated()?.into_iter().map(|(kind, dated)| ((kind, dated.id), dated.expires)).collect();
        for target in targets {
            match self.set_out(log, *target, deadlines.get(target).copied(), cause) {
                Ok(Setting::Out(going)) => batch.going.push(going),
                Ok(Setting::Over(receipt)) => batch.ended.push((target.1, Ok(receipt))),
                Err(error) => batch.ended.push((target.1, Err(error))),
            }
        }
        let now = cause.clock.now;
        let begin = batch.going.iter().filter(|item| !item.resumed);
        let begin = begin.map(|item| item.line(State::Intent, item.expected, Vec::new(), now)).collect();
        log.append(begin, &self.crash)?;
        self.crash.pass()?;
        if let Err(error) = self.carry_out(log, &mut batch, now) {
            // Begun, and perhaps ended: the next run looks, and goes on from there.
            let left = batch.going.iter().map(|item| (item.target.1, Err(again(&error))));
            batch.ended.extend(left);
        }
        Ok(batch.ended)
    }

    fn carry_out(&self, log: &mut Log, batch: &mut Batch, now: UnixMillis) -> Result<(), PurgeError> {
        self.destroy_sealed(batch)?;
        self.destroy_copies(batch)?;
        let end = batch.going.iter();
        let end = end.map(|item| item.line(State::Purged, item.outcome(), item.steps.clone(), now)).collect();
        let receipts = log.append(end, &self.crash)?;
        self.crash.pass()?;
        let entries = self.remove_entries(&batch.of(ItemKind::Copy).into_iter().collect());
        for (item, receipt) in std::mem::take(&mut batch.going).iter().zip(receipts) {
            let (kind, id) = item.target;
            let ended = match &entries {
                Err(error) if kind == ItemKind::Copy => Err(again(error)),
                _ => Ok(receipt),
            };
            batch.ended.push((id, ended));
        }
        Ok(())
    }

    /// Looks at an item before anything is done to it.
    fn set_out(
        &self,
        log: &Log,
        target: Target,
        deadline: Option<UnixMillis>,
        cause: Cause,
    ) -> Result<Setting, PurgeError> {
        let (kind, id) = target;
        if let Some(begun) = log.intent(kind, id) {
            return Ok(Setting::Out(Going {
                target,
                size: begun.size,
                deadline: begun.deadline.map(UnixMillis),
                trigger: begun.trigger,
                // As the trigger: who began it.
                circumstances: self.circumstances(cause, begun.received(), begun.actor()),
                expected: begun.outcome,
                resumed: true,
                steps: vec![Step::Resumed],
            }));
        }
        let expected = match cause.outcome {
            Some(known) => known,
            None => self.look(kind, id)?,
        };
        // A crash after the receipt and before the copy's entry was removed: no second receipt for that.
        if kind == ItemKind::Copy
            && expected == Outcome::NotFoundAtRecordedPlace
            && let Some(receipt) = log.receipt(kind, id)?
        {
            self.remove_entries(&BTreeSet::from([id]))?;
            return Ok(Setting::Over(receipt));
        }
        let (size, received) = self.measure(kind, id)?;
        Ok(Setting::Out(Going {
            target,
            size,
            deadline,
            trigger: cause.by.trigger,
            circumstances: self.circumstances(cause, received, cause.by.actor),
            expected,
            resumed: false,
            steps: Vec::new(),
        }))
    }

    fn destroy_sealed(&self, batch: &mut Batch) -> Result<(), PurgeError> {
        let ids = batch.of(ItemKind::Sealed);
        if ids.is_empty() {
            return Ok(());
        }
        batch.each(ItemKind::Sealed, destroy::keys(&self.dir.join(KEYS), &ids), |item, had_key| {
            item.steps.push(if had_key { Step::KeyDestroyed } else { Step::KeyAbsent });
        });
        self.crash.pass()?;
        let ids = batch.of(ItemKind::Sealed);
        batch.each(ItemKind::Sealed, destroy::bodies(&self.dir, &ids), |item, removed| {
            item.steps.push(if removed { Step::BodyRemoved } else { Step::BodyAbsent });
        });
        self.crash.pass()?;
        let ids = batch.of(ItemKind::Sealed);
        batch.each(ItemKind::Sealed, destroy::are_absent(&self.dir, &ids), |item, ()| {
            item.steps.push(Step::VerifiedAbsent);
        });
        Ok(())
    }

    fn destroy_copies(&self, batch: &mut Batch) -> Result<(), PurgeError> {
        let copies = batch.going.iter().filter(|item| item.target.0 == ItemKind::Copy);
        let copies: Vec<_> = copies.map(|item| (item.target.1, item.resumed.then_some(item.expected))).collect();
        if copies.is_empty() {
            return Ok(());
        }
        batch.each(ItemKind::Copy, destroy::copies(&self.dir, &copies), |item, (outcome, steps)| {
            item.expected = outcome;
            item.steps.extend(steps);
        });
        self.crash.pass()
    }

    fn circumstances(&self, cause: Cause, received: Option<UnixMillis>, actor: Option<Pseudonym>) -> Circumstances {
        Circumstances::now(received, cause.clock, self.sandbox(), actor)
    }

    /// Removes the entries of copies that have their receipts.
    fn remove_entries(&self, of: &BTreeSet<SealedId>) -> Result<(), PurgeError> {
        if of.is_empty() {
            return Ok(());
        }
        let folder = self.dir.join(COPIES);
        for dated in copies::all(&self.dir)?.into_iter().filter(|dated| of.contains(&dated.id)) {
            disk::remove_if_there(&folder.join(dated.copy_name()))?;
        }
        Ok(disk::sync_dir(&folder)?)
    }
}

/// How an item begins.
enum Setting {
    Out(Going),
    /// It has its receipt already.
    Over(Receipt),
}

impl Going {
    fn line(&self, state: State, outcome: Outcome, steps: Vec<Step>, at: UnixMillis) -> Entry {
        let (kind, item) = self.target;
        Entry {
            state,
            item,
            kind,
            size: self.size,
            deadline: self.deadline,
            at,
            trigger: self.trigger,
            outcome,
            steps,
            circumstances: self.circumstances.clone(),
        }
    }

    fn outcome(&self) -> Outcome {
        let nothing = [Step::KeyAbsent, Step::BodyAbsent];
        let found = self.resumed || !nothing.iter().all(|step| self.steps.contains(step));
        if found { self.expected } else { Outcome::NotFoundAtRecordedPlace }
    }
}

/// One failure that befell a whole batch.
fn again(error: &PurgeError) -> PurgeError {
    match error {
        PurgeError::Unknown => PurgeError::Unknown,
        PurgeError::Stuck(cause) => PurgeError::Stuck(destroy::again(cause)),
        PurgeError::File(cause) => PurgeError::File(destroy::again(cause)),
    }
}
