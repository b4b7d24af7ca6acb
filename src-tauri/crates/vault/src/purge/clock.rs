//! What the time is taken to be. A clock that is set back gives nothing a longer life; one that leaps ahead closes at
//! once what would be due, and destroys it only when a second source agrees. The argument is in
//! `docs/adr/0013-two-clocks.md`.

use std::io;
use std::path::Path;

use crate::disk;
use crate::id::{UnixMillis, from_hex, to_hex};
use crate::names::MARK;

/// How far ahead of the proven time the clock may be before it is doubted, and how long the computer must then have
/// run before it is believed all the same: 24 hours, in milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1_000;

/// How long a computer may have been off without the clock being doubted: 45 days, a summer's closing and some more.
const OFF: u64 = 45 * DAY;

/// The computer's two clocks at one instant: the one that people set, and the one that nobody can.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clocks {
    /// What the computer says that the time is.
    pub wall: UnixMillis,
    /// How long it has run. `None` where that cannot be told: the wall clock must then be believed when it goes ahead.
    pub boot: Option<BootClock>,
}

/// How long the computer has run since it was started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BootClock {
    /// Which start it is, where the system says so.
    pub session: Option<[u8; 16]>,
    /// Milliseconds since then, asleep or awake.
    pub up: u64,
}

impl From<UnixMillis> for Clocks {
    fn from(wall: UnixMillis) -> Self {
        Self { wall, boot: None }
    }
}

/// What the time is taken to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClockReading {
    /// The moment to destroy by: never before any that was seen, and never ahead of what has been proven.
    pub now: UnixMillis,
    /// By how many milliseconds the computer's clock lies behind it; 0 when the clock goes as it must. Minutes are a
    /// correction; hours or days mean that somebody set the clock.
    pub behind: u64,
    /// The clock has leapt ahead and is not believed yet.
    pub doubt: Option<Doubt>,
}

/// A clock that leapt ahead further than time can have passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// What it says. What is due by then cannot be opened.
    pub wall: UnixMillis,
    /// Milliseconds that the computer must go on running until the clock is believed.
    pub left: u64,
}

impl ClockReading {
    /// The moment to open by: what was due at any moment that the clock has claimed stays closed.
    pub fn latest(self) -> UnixMillis {
        self.doubt.map_or(self.now, |doubt| self.now.max(doubt.wall))
    }
}

/// What is remembered from one look at the clocks to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mark {
    at: UnixMillis,
    boot: Option<BootClock>,
    /// The proven moment at which the clock began to be doubted.
    doubted: Option<UnixMillis>,
}

/// The moment to open by. Does not move the mark.
pub(crate) fn latest_moment(dir: &Path, clocks: Clocks) -> io::Result<UnixMillis> {
    Ok(look(read_mark(dir)?, None, clocks).0.latest())
}

/// What the time is taken to be, no earlier than `floor`; and remembers it.
pub(super) fn observe(dir: &Path, clocks: Clocks, floor: Option<UnixMillis>) -> io::Result<ClockReading> {
    let mark = read_mark(dir)?;
    let (reading, next) = look(mark, floor, clocks);
    if mark != Some(next) {
        write_mark(dir, next)?;
    }
    Ok(reading)
}

/// As [`observe`]; but a disk without room for remembering it does not keep anything from being destroyed, which makes
/// room. What is destroyed tells the time as well, by its receipt.
pub(super) fn observe_to_destroy(dir: &Path, clocks: Clocks, floor: Option<UnixMillis>) -> io::Result<ClockReading> {
    match observe(dir, clocks, floor) {
        Err(error) if disk::is_full(error.kind()) => reading(dir, clocks, floor),
        observed => observed,
    }
}

/// As [`observe`], without remembering it.
pub(super) fn reading(dir: &Path, clocks: Clocks, floor: Option<UnixMillis>) -> io::Result<ClockReading> {
    Ok(look(read_mark(dir)?, floor, clocks).0)
}

/// Believes the wall clock, because a person who answers for it says that it is right. It is still not taken back.
pub(super) fn trust(dir: &Path, clocks: Clocks, floor: Option<UnixMillis>) -> io::Result<ClockReading> {
    let (reading, next) = look(read_mark(dir)?, floor, clocks);
    let at = reading.latest();
    write_mark(dir, Mark { at, doubted: None, ..next })?;
    Ok(ClockReading { now: at, doubt: None, ..reading })
}

fn look(mark: Option<Mark>, floor: Option<UnixMillis>, clocks: Clocks) -> (ClockReading, Mark) {
    let wall = clocks.wall;
    let known = |now, behind, doubt, doubted| {
        (ClockReading { now, behind, doubt }, Mark { at: now, boot: clocks.boot, doubted })
    };
    let Some(mark) = mark.or_else(|| floor.map(|at| Mark { at, boot: None, doubted: None })) else {
        return known(wall, 0, None, None);
    };
    let passed = Passed::between(mark.boot, clocks.boot);
    let proven = floor.into_iter().fold(mark.at.plus(passed.at_least()), UnixMillis::max);
    if wall <= proven {
        return known(proven, proven.0.abs_diff(wall.0), None, None);
    }
    let tolerated = match passed {
        Passed::Unknown => u64::MAX,
        // Switching off does not settle a doubt.
        Passed::Off { .. } if mark.doubted.is_none() => OFF,
        Passed::Off { .. } | Passed::Running(_) => DAY,
    };
    if wall.0.abs_diff(proven.0) <= tolerated {
        return known(wall, 0, None, None);
    }
    let doubted = mark.doubted.unwrap_or(proven);
    let left = DAY.saturating_sub(proven.0.abs_diff(doubted.0));
    if left == 0 {
        return known(wall, 0, None, None);
    }
    known(proven, 0, Some(Doubt { wall, left }), Some(doubted))
}

/// What can be known of the time between two looks at the clocks.
enum Passed {
    /// Exactly this many milliseconds: the computer ran all the while.
    Running(u64),
    /// It was off in between for nobody knows how long, and has run for `up` milliseconds since.
    Off { up: u64 },
    /// Nothing: there is no clock that counts.
    Unknown,
}

impl Passed {
    fn between(then: Option<BootClock>, now: Option<BootClock>) -> Self {
        match (then, now) {
            (_, None) => Self::Unknown,
            (None, Some(_)) => Self::Off { up: 0 },
            (Some(then), Some(now)) => {
                let same = match (then.session, now.session) {
                    (Some(then), Some(now)) => then == now,
                    // Without names for the starts, the lower bound that holds in either case.
                    _ => true,
                };
                match now.up.checked_sub(then.up).filter(|_| same) {
                    Some(passed) => Self::Running(passed),
                    None => Self::Off { up: now.up },
                }
            }
        }
    }

    const fn at_least(&self) -> u64 {
        match self {
            Self::Running(passed) => *passed,
            Self::Off { up } => *up,
            Self::Unknown => 0,
        }
    }
}

/// A mark that is not a number is no mark: the receipts' own times still hold the clock up. Version 1 is the number
/// alone.
fn read_mark(dir: &Path) -> io::Result<Option<Mark>> {
    let bytes = disk::read_if_there(&dir.join(MARK))?;
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(text.and_then(|text| parse(&text)))
}

fn parse(text: &str) -> Option<Mark> {
    let mut lines = text.lines();
    let at = UnixMillis(lines.next()?.parse().ok()?);
    let mut mark = Mark { at, boot: None, doubted: None };
    for line in lines {
        match *line.split(' ').collect::<Vec<_>>() {
            ["boot", session, up] => {
                mark.boot = up.parse().ok().map(|up| BootClock { session: from_hex(session), up });
            }
            ["doubt", since] => mark.doubted = since.parse().ok().map(UnixMillis),
            _ => {}
        }
    }
    Some(mark)
}

fn write_mark(dir: &Path, mark: Mark) -> io::Result<()> {
    let mut text = format!("{}\n", mark.at.0);
    if let Some(boot) = mark.boot {
        let session = boot.session.map_or_else(|| "-".to_owned(), |session| to_hex(&session));
        text.push_str(&format!("boot {session} {}\n", boot.up));
    }
    if let Some(since) = mark.doubted {
        text.push_str(&format!("doubt {}\n", since.0));
    }
    disk::replace(&dir.join(MARK), text.as_bytes())
}
