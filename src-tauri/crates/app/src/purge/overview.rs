//! The *Gallring* screen: what is kept and until when, what is late or stuck, whether the clock is believed and who purges
//! while the program does not run. No personal data.

use domain::{AttachmentId, CaseId, CopyId, Permission, Timestamp, copy::CopyKind, retention::RetainedKind};
use serde::Serialize;
use vault::{BegunItem, ClockReading, ItemKind, LastRuns, PurgeError, STUCK_AFTER, UnixMillis, is_full};

use super::{
    PurgedKind,
    room::{RoomView, room},
    run::blocking,
};
use crate::{App, failure::Failure, state::Opened};

/// Minutes for which a copy that was never finished is told of: a week.
const TOLD: i64 = 7 * 24 * 60;

/// Everything but the receipts.
#[derive(Serialize, ts_rs::TS)]
pub struct PurgeOverview {
    /// Attachments and copies that are kept, next deadline first.
    pub kept: Vec<KeptItem>,
    /// Purges that began and could not be ended yet, oldest first.
    pub begun: Vec<BegunView>,
    /// Copies of the last week that were never finished and are destroyed, the latest first.
    pub unfinished: Vec<UnfinishedView>,
    /// Whether there is room for what citizens attach.
    pub room: RoomView,
    /// Whether the clock is believed.
    pub clock: ClockView,
    /// When a purge last ran.
    pub runs: RunsView,
    /// Whether the operating system purges while the program does not run.
    pub job: JobState,
}

/// An attachment or a copy that is kept.
#[derive(Serialize, ts_rs::TS)]
pub struct KeptItem {
    /// What it is.
    pub kind: RetainedKind,
    /// What a copy is; `None` for an attachment.
    pub copy: Option<CopyKind>,
    /// Which case it belongs to.
    pub case: CaseId,
    /// When it is destroyed.
    pub expires: Timestamp,
    /// Bytes; `None` for a copy.
    pub size: Option<i64>,
    /// Whether it is time.
    pub state: KeptState,
}

/// How something that is kept stands to its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum KeptState {
    /// Its time is not out.
    Waiting,
    /// Its time is out by a clock that is not believed yet: it cannot be opened.
    Closed,
    /// Its time is out and it is still there: the next run takes it.
    Late,
}

/// A purge that could not be ended yet.
#[derive(Serialize, ts_rs::TS)]
pub struct BegunView {
    /// What it is. A sealed attachment can be read by nobody any more; a copy can.
    pub kind: PurgedKind,
    /// Which case it belongs to, where that is known.
    pub case: Option<CaseId>,
    /// When it was to be destroyed.
    pub deadline: Option<Timestamp>,
    /// When its purge began.
    pub since: Timestamp,
    /// It has lasted so long that a person must see to it.
    pub stuck: bool,
}

/// A copy that was never finished: the program ended while it was written, or the place could not be written.
#[derive(Serialize, ts_rs::TS)]
pub struct UnfinishedView {
    /// Which case it belongs to.
    pub case: CaseId,
    /// When it was begun.
    pub made: Timestamp,
    /// When what there was of it was destroyed.
    pub purged: Timestamp,
}

/// What the time is taken to be.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// The moment that is purged by.
    pub now: Timestamp,
    /// By how many whole minutes the computer's clock lies behind it.
    pub behind_minutes: u32,
    /// The clock has leapt ahead and is not believed yet.
    pub doubt: Option<DoubtView>,
}

/// A clock that leapt ahead.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DoubtView {
    /// What it says.
    pub wall: Timestamp,
    /// Whole minutes that the computer must go on running until it is believed.
    pub minutes_left: u32,
    /// How many things are closed because of it.
    pub closed: u32,
}

/// When a purge last ran, by what set it off.
#[derive(Serialize, ts_rs::TS)]
pub struct RunsView {
    /// The program's timer.
    pub timer: Option<Timestamp>,
    /// The program's start.
    pub start: Option<Timestamp>,
    /// The operating system's job.
    pub scheduled: Option<Timestamp>,
}

/// Whether the operating system's job is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum JobState {
    /// It is.
    Installed,
    /// It is not: what falls due while the program is closed is destroyed at its next start.
    Missing,
    /// It cannot be told.
    Unknown,
}

/// What is kept, late, stuck, and by which clock. Also when the disk is full, which is when it must be seen.
///
/// # Errors
/// When not permitted.
pub async fn overview(app: &App, (): ()) -> Result<PurgeOverview, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let (purge, clocks) = (std::sync::Arc::clone(&desk.opened.purge), app.clocks());
    let looked = blocking(move || {
        let (reading, disk_full) = match purge.observe(clocks) {
            Ok(reading) => (reading, false),
            Err(PurgeError::File(error)) if is_full(error.kind()) => (purge.reading(clocks)?, true),
            Err(error) => return Err(error),
        };
        Ok((reading, disk_full, purge.begun()?, purge.last_runs()?))
    });
    let (reading, disk_full, begun, runs) = looked.await??;
    let mut reader = desk.opened.store.read().await?;
    let room = room(app, &mut reader, &desk.opened.refused, disk_full).await?;
    let unfinished = reader.unfinished_copies(desk.now.plus_minutes(-TOLD)).await?;
    drop(reader);
    let kept = kept(&desk.opened, reading, &begun).await?;
    let scheduler = std::sync::Arc::clone(&app.outside().scheduler);
    let profile = app.outside().profile.clone();
    let job = match blocking(move || scheduler.is_installed(&profile)).await? {
        Some(true) => JobState::Installed,
        Some(false) => JobState::Missing,
        None => JobState::Unknown,
    };
    Ok(PurgeOverview {
        clock: clock_view(reading, &kept),
        begun: begun_views(&desk.opened, reading, &begun).await?,
        unfinished: unfinished
            .into_iter()
            .map(|copy| UnfinishedView { case: copy.case, made: copy.made, purged: copy.purged })
            .collect(),
        room,
        runs: runs_view(runs),
        kept,
        job,
    })
}

/// What is kept; what is being destroyed is not among it.
pub(super) async fn kept(
    opened: &Opened,
    reading: ClockReading,
    begun: &[BegunItem],
) -> Result<Vec<KeptItem>, Failure> {
    let mut reader = opened.store.read().await?;
    let mut kept = Vec::new();
    for item in reader.retained_items().await? {
        if begun.iter().any(|begun| begun.id.as_bytes() == item.id.as_bytes()) {
            continue;
        }
        let Some(attachment) = reader.attachment(item.attachment).await? else { continue };
        let expires = UnixMillis(item.expires.as_millis());
        let state = if expires <= reading.now {
            KeptState::Late
        } else if expires <= reading.latest() {
            KeptState::Closed
        } else {
            KeptState::Waiting
        };
        let size = (item.kind != RetainedKind::Copy).then(|| i64::try_from(attachment.size).ok()).flatten();
        let (kind, copy, expires) = (item.kind, item.copy, item.expires);
        kept.push(KeptItem { kind, copy, case: attachment.case, expires, size, state });
    }
    Ok(kept)
}

/// Whether a purge has been held up so long that a person must see to it.
pub(super) fn is_stuck(item: &BegunItem, reading: ClockReading) -> bool {
    reading.now.0.saturating_sub(item.since.0).unsigned_abs() >= STUCK_AFTER
}

async fn begun_views(opened: &Opened, reading: ClockReading, begun: &[BegunItem]) -> Result<Vec<BegunView>, Failure> {
    let mut reader = opened.store.read().await?;
    let mut views = Vec::with_capacity(begun.len());
    for item in begun {
        let (attachment, copy) = match item.kind {
            ItemKind::Sealed => (Some(AttachmentId::from_bytes(*item.id.as_bytes())), None),
            ItemKind::Copy => {
                let copy = reader.copy(CopyId::from_bytes(*item.id.as_bytes())).await?;
                (copy.as_ref().map(|copy| copy.attachment), copy.map(|copy| copy.purged_as()))
            }
        };
        let case = match attachment {
            Some(id) => reader.attachment(id).await?.map(|attachment| attachment.case),
            None => None,
        };
        views.push(BegunView {
            kind: PurgedKind::of(item.kind, copy),
            case,
            deadline: item.deadline.map(timestamp),
            since: timestamp(item.since),
            stuck: is_stuck(item, reading),
        });
    }
    Ok(views)
}

fn clock_view(reading: ClockReading, kept: &[KeptItem]) -> ClockView {
    let closed = kept.iter().filter(|item| item.state == KeptState::Closed).count();
    ClockView {
        now: timestamp(reading.now),
        behind_minutes: whole_minutes(reading.behind),
        doubt: reading.doubt.map(|doubt| DoubtView {
            wall: timestamp(doubt.wall),
            minutes_left: whole_minutes(doubt.left.saturating_add(59_999)),
            closed: u32::try_from(closed).unwrap_or(u32::MAX),
        }),
    }
}

fn runs_view(runs: LastRuns) -> RunsView {
    RunsView {
        timer: runs.timer.map(timestamp),
        start: runs.start.map(timestamp),
        scheduled: runs.scheduled.map(timestamp),
    }
}

fn whole_minutes(millis: u64) -> u32 {
    u32::try_from(millis / 60_000).unwrap_or(u32::MAX)
}

pub(super) const fn timestamp(moment: UnixMillis) -> Timestamp {
    Timestamp::from_millis(moment.0)
}
