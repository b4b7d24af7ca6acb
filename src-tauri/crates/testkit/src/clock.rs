//! Clocks that move only when they are told to.

use std::sync::atomic::{AtomicI64, AtomicU8, AtomicU64, Ordering};

use app::Clock;
use domain::Timestamp;
use uuid::Uuid;
use vault::BootClock;

/// Stands still until moved; makes ids in sequence.
#[derive(Debug)]
pub struct StillClock {
    millis: AtomicI64,
    up: AtomicU64,
    session: AtomicU8,
    ids: AtomicU64,
}

impl StillClock {
    /// Sunday 22 November 2026 at 09:00 in Sweden.
    pub const START: Timestamp = Timestamp::from_millis(1_795_334_400_000);

    /// At [`StillClock::START`].
    pub const fn new() -> Self {
        Self {
            millis: AtomicI64::new(Self::START.as_millis()),
            up: AtomicU64::new(60_000),
            session: AtomicU8::new(1),
            ids: AtomicU64::new(1),
        }
    }

    /// Time passes, awake or asleep. Backwards, it is [`StillClock::set_minutes`].
    pub fn advance_minutes(&self, minutes: i64) {
        self.set_minutes(minutes);
        self.up.fetch_add(u64::try_from(minutes * 60_000).unwrap_or(0), Ordering::SeqCst);
    }

    /// Somebody sets the computer's clock ahead, or back.
    pub fn set_minutes(&self, minutes: i64) {
        self.millis.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// The computer is off for a time and is started again.
    pub fn off_minutes(&self, minutes: i64) {
        self.set_minutes(minutes);
        self.up.store(60_000, Ordering::SeqCst);
        self.session.fetch_add(1, Ordering::SeqCst);
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

    fn boot(&self) -> Option<BootClock> {
        let session = Some([self.session.load(Ordering::SeqCst); 16]);
        Some(BootClock { session, up: self.up.load(Ordering::SeqCst) })
    }

    fn new_id(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.ids.fetch_add(1, Ordering::SeqCst)) | 0x0197_0000_0000_7000_8000_0000_0000_0000)
    }
}
