//! A case: one message to one citizen and what came of it.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// How far a case has come. **L** is shown from `Read` on, **S** from `Answered` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum CaseState {
    /// In the citizen's inbox, not opened.
    Sent,
    /// Opened by the citizen.
    Read {
        /// First time.
        read: Timestamp,
    },
    /// Answered by the citizen.
    Answered {
        /// First time it was opened.
        read: Timestamp,
        /// When the reply arrived.
        answered: Timestamp,
    },
}

/// A step that the case's state does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseRefusal {
    /// A case takes one reply.
    #[error("already answered")]
    AlreadyAnswered,
    /// The message only tells.
    #[error("cannot be answered")]
    NotAnswerable,
}

impl CaseState {
    /// The citizen opened the message. Opening again changes nothing.
    #[must_use]
    pub const fn opened(self, now: Timestamp) -> Self {
        match self {
            Self::Sent => Self::Read { read: now },
            Self::Read { .. } | Self::Answered { .. } => self,
        }
    }

    /// The citizen answered.
    ///
    /// # Errors
    /// When it was answered before, or only tells.
    pub const fn answered(self, answerable: bool, now: Timestamp) -> Result<Self, CaseRefusal> {
        match (self, answerable) {
            (_, false) => Err(CaseRefusal::NotAnswerable),
            (Self::Sent, true) => Ok(Self::Answered { read: now, answered: now }),
            (Self::Read { read }, true) => Ok(Self::Answered { read, answered: now }),
            (Self::Answered { .. }, true) => Err(CaseRefusal::AlreadyAnswered),
        }
    }

    /// When it was first read, if it was: the letter **L**.
    pub const fn read_at(self) -> Option<Timestamp> {
        match self {
            Self::Sent => None,
            Self::Read { read } | Self::Answered { read, .. } => Some(read),
        }
    }

    /// When it was answered, if it was: the letter **S**.
    pub const fn answered_at(self) -> Option<Timestamp> {
        match self {
            Self::Sent | Self::Read { .. } => None,
            Self::Answered { answered, .. } => Some(answered),
        }
    }

    /// Puts a state together again from its two remembered instants.
    pub const fn from_instants(read: Option<Timestamp>, answered: Option<Timestamp>) -> Self {
        match (read, answered) {
            (None, None) => Self::Sent,
            (Some(read), None) => Self::Read { read },
            (Some(read), Some(answered)) => Self::Answered { read, answered },
            (None, Some(answered)) => Self::Answered { read: answered, answered },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MORNING: Timestamp = Timestamp::from_millis(1_000);
    const NOON: Timestamp = Timestamp::from_millis(2_000);

    #[test]
    fn reading_again_keeps_the_first_time() {
        assert_eq!(CaseState::Sent.opened(MORNING).opened(NOON).read_at(), Some(MORNING));
    }

    #[test]
    fn a_case_takes_one_reply() {
        let answered = CaseState::Sent.opened(MORNING).answered(true, NOON).expect("first reply");
        assert_eq!(answered.answered_at(), Some(NOON));
        assert_eq!(answered.answered(true, NOON), Err(CaseRefusal::AlreadyAnswered));
    }

    #[test]
    fn information_takes_no_reply() {
        assert_eq!(CaseState::Sent.answered(false, NOON), Err(CaseRefusal::NotAnswerable));
    }

    #[test]
    fn a_state_survives_being_remembered() {
        let state = CaseState::Answered { read: MORNING, answered: NOON };
        assert_eq!(CaseState::from_instants(state.read_at(), state.answered_at()), state);
    }
}
