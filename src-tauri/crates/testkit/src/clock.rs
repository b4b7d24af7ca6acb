//! A clock that moves only when it is told to.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use app::Clock;
use domain::Timestamp;
use uuid::Uuid;

/// Stands still until moved; makes ids in sequence.
#[derive(Debug)]
pub struct StillClock {
    millis: AtomicI64,
    ids: AtomicU64,
}

impl StillClock {
    /// Sunday 22 November 2026 at 09:00 in Sweden.
    pub const START: Timestamp = Timestamp::from_millis(1_795_334_400_000);

    /// At [`StillClock::START`].
    pub const fn new() -> Self {
        Self { millis: AtomicI64::new(Self::START.as_millis()), ids: AtomicU64::new(1) }
    }

    /// Moves the clock, also backwards.
    pub fn advance_minutes(&self, minutes: i64) {
        self.millis.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

impl Default for StillClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.millis.load(Ordering::SeqCst))
    }

    fn new_id(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.ids.fetch_add(1, Ordering::SeqCst)) | 0x0197_0000_0000_7000_8000_0000_0000_0000)
    }
}
