//! How often a sign-in may fail.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use domain::Timestamp;

use crate::{PageFailure, token::Token};

/// Failures are counted over this long.
const WINDOW_MINUTES: i64 = 15;
/// Failures in one session before it must wait.
const PER_SESSION: u32 = 10;
/// Failures from one address before it must wait, whatever sessions it used.
const PER_ADDRESS: u32 = 30;

#[derive(Clone, PartialEq, Eq, Hash)]
enum Source {
    Session(Token),
    Address(IpAddr),
}

impl Source {
    const fn allowed(&self) -> u32 {
        match self {
            Self::Session(_) => PER_SESSION,
            Self::Address(_) => PER_ADDRESS,
        }
    }
}

struct Count {
    since: Timestamp,
    failures: u32,
}

impl Count {
    fn over(&self, now: Timestamp) -> bool {
        now < self.since || now >= self.since.plus_minutes(WINDOW_MINUTES)
    }
}

/// Failed sign-ins of late.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<Source, Count>>);

/// A sign-in under way. It counts as failed until [`Attempt::forgive`] is called, so that many at once cannot slip through.
pub(crate) struct Attempt<'a> {
    attempts: &'a Attempts,
    sources: [Source; 2],
}

impl Attempts {
    /// Begins a sign-in, or refuses it.
    pub(crate) fn begin(&self, session: &Token, address: IpAddr, now: Timestamp) -> Result<Attempt<'_>, PageFailure> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.retain(|_, count| !count.over(now));
        let sources = [Source::Session(session.clone()), Source::Address(address)];
        for source in &sources {
            if let Some(count) = counts.get(source).filter(|count| count.failures >= source.allowed()) {
                let wait = count.since.plus_minutes(WINDOW_MINUTES).as_millis() - now.as_millis();
                let retry_after = u32::try_from((wait + 999) / 1000).unwrap_or(u32::MAX);
                return Err(PageFailure::TooManyAttempts { retry_after });
            }
        }
        for source in &sources {
            counts.entry(source.clone()).or_insert(Count { since: now, failures: 0 }).failures += 1;
        }
        Ok(Attempt { attempts: self, sources })
    }
}

impl Attempt<'_> {
    /// It did not fail for anything that was typed.
    pub(crate) fn forgive(self) {
        let mut counts = self.attempts.0.lock().unwrap_or_else(PoisonError::into_inner);
        for source in &self.sources {
            if let Some(count) = counts.get_mut(source) {
                count.failures = count.failures.saturating_sub(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);
    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn session() -> Token {
        Token::make().expect("randomness")
    }

    #[test]
    fn a_session_waits_after_ten_failures_and_may_then_try_again() {
        let (attempts, session) = (Attempts::default(), session());
        for _ in 0..PER_SESSION {
            assert!(attempts.begin(&session, HERE, NOW).is_ok());
        }
        let refused = attempts.begin(&session, HERE, NOW.plus_minutes(5)).err();
        assert_eq!(refused, Some(PageFailure::TooManyAttempts { retry_after: 600 }));
        assert!(attempts.begin(&session, HERE, NOW.plus_minutes(15)).is_ok());
    }

    #[test]
    fn new_sessions_do_not_help_an_address() {
        let attempts = Attempts::default();
        for _ in 0..PER_ADDRESS {
            assert!(attempts.begin(&session(), HERE, NOW).is_ok());
        }
        assert!(attempts.begin(&session(), HERE, NOW).is_err());
        let elsewhere = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2));
        assert!(attempts.begin(&session(), elsewhere, NOW).is_ok());
    }

    #[test]
    fn a_sign_in_that_succeeded_does_not_count() {
        let (attempts, session) = (Attempts::default(), session());
        for _ in 0..PER_ADDRESS * 2 {
            attempts.begin(&session, HERE, NOW).expect("allowed").forgive();
        }
    }
}
