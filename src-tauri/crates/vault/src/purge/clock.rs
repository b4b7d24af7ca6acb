//! The high-water mark: a clock that is set back gives nothing a longer life.

use std::io;
use std::path::Path;

use crate::disk;
use crate::id::UnixMillis;
use crate::names::MARK;

/// What the time is taken to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClockReading {
    /// The moment to go by: the latest ever seen.
    pub now: UnixMillis,
    /// By how many milliseconds the given moment lies behind it; 0 when the clock goes as it must. Minutes are a
    /// correction; hours or days mean that somebody set the clock.
    pub behind: u64,
}

/// The later of `now` and the mark. Does not move the mark.
pub(crate) fn latest_moment(dir: &Path, now: UnixMillis) -> io::Result<UnixMillis> {
    Ok(read_mark(dir)?.map_or(now, |mark| mark.max(now)))
}

/// The latest of `now`, the mark and `floor`, and moves the mark there.
pub(super) fn observe(dir: &Path, now: UnixMillis, floor: Option<UnixMillis>) -> io::Result<ClockReading> {
    let mark = read_mark(dir)?;
    let latest = [Some(now), mark, floor].into_iter().flatten().max().unwrap_or(now);
    if mark != Some(latest) {
        disk::replace(&dir.join(MARK), format!("{}\n", latest.0).as_bytes())?;
    }
    Ok(ClockReading { now: latest, behind: latest.0.abs_diff(now.0) })
}

/// A mark that is not a number is no mark: the receipts' own times still hold the clock up.
fn read_mark(dir: &Path) -> io::Result<Option<UnixMillis>> {
    let bytes = disk::read_if_there(&dir.join(MARK))?;
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(text.and_then(|text| text.trim_end().parse().ok()).map(UnixMillis))
}
