//! What the application does by itself while it runs.

use std::time::Duration;

use vault::Trigger;

use crate::{
    App, jail,
    purge::{purge_due, take_in_receipts},
    sending::release_due,
    session::lock_if_idle,
    state::Stage,
};

/// How often deadlines and idleness are looked at. Well below the promise that nothing is readable a minute after its
/// deadline, and after sleep the first look comes at once.
const EVERY: Duration = Duration::from_secs(15);

impl App {
    /// Purges what is due, takes in receipts, sends what waited for its time, locks an idle session and tests the renderer's jail once for each sign-in, for as long as the application lives.
    pub async fn run_jobs(&self) {
        let mut ticks = tokio::time::interval(EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            self.do_jobs().await;
        }
    }

    /// One round of [`App::run_jobs`]. A failure is logged where it arises and tried again in the next round.
    pub async fn do_jobs(&self) {
        let _ = lock_if_idle(self).await;
        let opened = match &*self.stage().read().await {
            Stage::Open(opened) => std::sync::Arc::clone(opened),
            Stage::Waiting(_) => return,
        };
        let _ = take_in_receipts(self, &opened).await;
        let _ = purge_due(self, &opened, Trigger::Timer).await;
        let _ = release_due(self, &opened).await;
        let _ = jail::test_once(self, &opened).await;
    }
}
