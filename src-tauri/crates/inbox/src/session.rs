//! Who is at the page. Sessions live in memory only: closing the inbox signs everybody out.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use domain::Timestamp;

use crate::{SignedInCitizen, token::Token};

/// A session ends when nothing has been asked for this long.
const IDLE_MINUTES: i64 = 15;
/// A session ends this long after it began, whatever happens.
const LIFE_MINUTES: i64 = 8 * 60;
/// More than this many at once means that something opens sessions without using them; the oldest idle ones are dropped.
const MOST: usize = 512;

struct Session {
    csrf: Token,
    citizen: Option<SignedInCitizen>,
    began: Timestamp,
    seen: Timestamp,
}

impl Session {
    /// A clock that was set back past the beginning also ends it: a session must never live longer than promised.
    fn over(&self, now: Timestamp) -> bool {
        now < self.began || now >= self.seen.plus_minutes(IDLE_MINUTES) || now >= self.began.plus_minutes(LIFE_MINUTES)
    }
}

/// A live session as a request sees it.
#[derive(Clone)]
pub(crate) struct Visit {
    /// What the cookie holds.
    pub(crate) key: Token,
    /// What a change must carry in its header.
    pub(crate) csrf: Token,
    /// `None` until somebody signs in.
    pub(crate) citizen: Option<SignedInCitizen>,
}

/// All live sessions.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<HashMap<Token, Session>>);

impl Sessions {
    /// Begins a session with a key that nobody has seen before.
    pub(crate) fn begin(&self, citizen: Option<SignedInCitizen>, now: Timestamp) -> Result<Visit, getrandom::Error> {
        let (key, csrf) = (Token::make()?, Token::make()?);
        let mut sessions = self.lock();
        if sessions.len() >= MOST {
            make_room(&mut sessions, now);
        }
        let session = Session { csrf: csrf.clone(), citizen: citizen.clone(), began: now, seen: now };
        sessions.insert(key.clone(), session);
        Ok(Visit { key, csrf, citizen })
    }

    /// The session with this key, if it has not ended. Looking does not prolong it: see [`Sessions::seen`].
    pub(crate) fn find(&self, key: &Token, now: Timestamp) -> Option<Visit> {
        let mut sessions = self.lock();
        if sessions.get(key)?.over(now) {
            sessions.remove(key);
            return None;
        }
        let session = sessions.get(key)?;
        Some(Visit { key: key.clone(), csrf: session.csrf.clone(), citizen: session.citizen.clone() })
    }

    /// A request that may count as activity came.
    pub(crate) fn seen(&self, key: &Token, now: Timestamp) {
        if let Some(session) = self.lock().get_mut(key) {
            session.seen = session.seen.max(now);
        }
    }

    /// Ends a session.
    pub(crate) fn end(&self, key: &Token) {
        self.lock().remove(key);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Token, Session>> {
        // A panic while the lock was held cannot have left the map half-changed: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops what has ended; if nothing had, the longest idle, those that nobody signed in to first.
fn make_room(sessions: &mut HashMap<Token, Session>, now: Timestamp) {
    sessions.retain(|_, session| !session.over(now));
    if sessions.len() < MOST {
        return;
    }
    let least = sessions.iter().min_by_key(|(_, session)| (session.citizen.is_some(), session.seen));
    if let Some(key) = least.map(|(key, _)| key.clone()) {
        sessions.remove(&key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::CitizenId;

    const MORNING: Timestamp = Timestamp::from_millis(1_795_000_000_000);

    fn citizen() -> SignedInCitizen {
        let citizen: CitizenId = "00000000-0000-0000-0000-000000000001".parse().expect("an id");
        SignedInCitizen { citizen, name: "Test".into() }
    }

    #[test]
    fn a_session_ends_when_it_has_been_idle() {
        let sessions = Sessions::default();
        let key = sessions.begin(None, MORNING).expect("randomness").key;
        assert!(sessions.find(&key, MORNING.plus_minutes(14)).is_some());
        assert!(sessions.find(&key, MORNING.plus_minutes(15)).is_none());
    }

    #[test]
    fn a_session_in_use_still_ends_after_eight_hours() {
        let sessions = Sessions::default();
        let key = sessions.begin(None, MORNING).expect("randomness").key;
        for minute in (0..480).step_by(10) {
            let now = MORNING.plus_minutes(minute);
            assert!(sessions.find(&key, now).is_some(), "minute {minute}");
            sessions.seen(&key, now);
        }
        assert!(sessions.find(&key, MORNING.plus_minutes(480)).is_none());
    }

    #[test]
    fn a_clock_set_back_does_not_lengthen_a_session() {
        let sessions = Sessions::default();
        let key = sessions.begin(None, MORNING).expect("randomness").key;
        assert!(sessions.find(&key, MORNING.plus_minutes(-1)).is_none());
    }

    #[test]
    fn a_flood_of_empty_sessions_does_not_push_out_somebody_who_is_signed_in() {
        let sessions = Sessions::default();
        let key = sessions.begin(Some(citizen()), MORNING).expect("randomness").key;
        for _ in 0..MOST * 2 {
            sessions.begin(None, MORNING.plus_minutes(1)).expect("randomness");
        }
        assert!(sessions.find(&key, MORNING.plus_minutes(2)).is_some());
        assert!(sessions.lock().len() <= MOST);
    }
}
