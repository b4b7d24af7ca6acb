//! What a piece of work took: time, and processor time of this process and of its children that have ended.

use std::time::{Duration, Instant};

/// What a piece of work took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spent {
    pub(crate) wall: Duration,
    pub(crate) processor: Duration,
}

/// A watch that was started.
pub(crate) struct Watch {
    begun: Instant,
    processor: Duration,
}

impl Watch {
    pub(crate) fn start() -> Self {
        Self { begun: Instant::now(), processor: processor() }
    }

    /// Time so far.
    pub(crate) fn wall(&self) -> Duration {
        self.begun.elapsed()
    }

    pub(crate) fn stop(&self) -> Spent {
        Spent { wall: self.wall(), processor: self.processor() }
    }

    /// Processor time so far.
    pub(crate) fn processor(&self) -> Duration {
        processor().saturating_sub(self.processor)
    }
}

#[cfg(unix)]
fn processor() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;
    let length = |time: TimeVal| {
        let seconds = u64::try_from(time.tv_sec()).unwrap_or(0);
        Duration::from_secs(seconds) + Duration::from_micros(u64::try_from(time.tv_usec()).unwrap_or(0))
    };
    let of = |who| getrusage(who).map_or(Duration::ZERO, |used| length(used.user_time()) + length(used.system_time()));
    of(UsageWho::RUSAGE_SELF) + of(UsageWho::RUSAGE_CHILDREN)
}

#[cfg(not(unix))]
fn processor() -> Duration {
    Duration::ZERO
}
