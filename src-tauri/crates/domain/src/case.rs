//! A case: one message to one citizen and what came of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{StaffId, TemplateId, Timestamp};

/// Characters at most in an internal note.
pub const NOTE_MAX: usize = 2_000;

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

/// What the unit has made of a case, beside how far the citizen has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "closure")]
pub enum Closure {
    /// Something may still come of it.
    Open,
    /// *Avslutat*: nothing more is expected. The citizen may read it, and no longer answer.
    Closed {
        /// When.
        closed: Timestamp,
    },
    /// *Återkallat*: taken back before the citizen had read it. It lies in nobody's inbox.
    Revoked {
        /// When.
        revoked: Timestamp,
    },
}

/// What happened to a case at the unit. What the citizen did is told by [`CaseState`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "event")]
pub enum CaseEvent {
    /// *Fördelat* to a colleague, or taken over by one.
    Assigned {
        /// Who has it from then on.
        to: StaffId,
    },
    /// *Avslutat*.
    Closed,
    /// *Återöppnat*.
    Reopened,
    /// *Återkallat*.
    Revoked,
    /// *Intern anteckning*: staff alone see it, and it is no part of any journal.
    Noted {
        /// What was written, at most [`NOTE_MAX`] characters.
        text: String,
    },
}

/// A list of cases by what is to be done with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Worklist {
    /// All that has left and is neither closed nor taken back.
    Open,
    /// *Att granska*: open and answered, for somebody to go through.
    ToReview,
    /// *Obesvarade*: open, asks for a reply, and has none.
    Unanswered,
    /// *Olästa*: open and not read by the citizen.
    Unread,
    /// *Skickas senare*: waits for its time, or was stopped when that came.
    Scheduled,
    /// *Avslutade*, and what was taken back.
    Ended,
}

/// What a list of cases is narrowed to. All that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", default)]
pub struct CaseFilter {
    /// Only those of this template.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub template: Option<TemplateId>,
    /// Only those that this person sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sender: Option<StaffId>,
    /// Only those that this person has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub handler: Option<StaffId>,
    /// Only those sent on this day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub from: Option<Date>,
    /// Only those sent on this day or before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub to: Option<Date>,
}

/// A step that a case does not allow as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum CaseRefusal {
    /// A case takes one reply.
    #[error("already answered")]
    AlreadyAnswered,
    /// The message only tells.
    #[error("cannot be answered")]
    NotAnswerable,
    /// It has not left yet: it can only be taken back.
    #[error("not sent yet")]
    NotSent,
    /// It is closed: nothing more is done with it until it is opened again.
    #[error("closed")]
    Closed,
    /// It is open already.
    #[error("open")]
    Open,
    /// It was taken back, which is the end of it.
    #[error("taken back")]
    Revoked,
    /// The citizen has read it: what is read cannot be taken back.
    #[error("read by the citizen")]
    AlreadyRead,
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
    /// When it was answered before, only tells, or is closed.
    pub const fn answered(self, answerable: bool, closure: Closure, now: Timestamp) -> Result<Self, CaseRefusal> {
        if let Err(refusal) = closure.must_be_open() {
            return Err(refusal);
        }
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

impl Closure {
    /// That something may still be done with the case.
    ///
    /// # Errors
    /// When it is closed or taken back.
    pub const fn must_be_open(self) -> Result<(), CaseRefusal> {
        match self {
            Self::Open => Ok(()),
            Self::Closed { .. } => Err(CaseRefusal::Closed),
            Self::Revoked { .. } => Err(CaseRefusal::Revoked),
        }
    }

    /// *Avsluta*: whether or not the citizen has read or answered.
    ///
    /// # Errors
    /// When it is closed already, perhaps by a colleague in the meantime.
    pub const fn close(self, now: Timestamp) -> Result<Self, CaseRefusal> {
        match self.must_be_open() {
            Ok(()) => Ok(Self::Closed { closed: now }),
            Err(refusal) => Err(refusal),
        }
    }

    /// *Återöppna*.
    ///
    /// # Errors
    /// When it is open, or was taken back: what is in no inbox cannot be answered.
    pub const fn reopen(self) -> Result<Self, CaseRefusal> {
        match self {
            Self::Open => Err(CaseRefusal::Open),
            Self::Closed { .. } => Ok(Self::Open),
            Self::Revoked { .. } => Err(CaseRefusal::Revoked),
        }
    }

    /// *Återkalla*: only while the citizen has not read it.
    ///
    /// # Errors
    /// When it is read, closed, or taken back already.
    pub const fn revoke(self, state: CaseState, now: Timestamp) -> Result<Self, CaseRefusal> {
        match (self.must_be_open(), state) {
            (Err(refusal), _) => Err(refusal),
            (Ok(()), CaseState::Sent) => Ok(Self::Revoked { revoked: now }),
            (Ok(()), CaseState::Read { .. } | CaseState::Answered { .. }) => Err(CaseRefusal::AlreadyRead),
        }
    }

    /// When it was closed or taken back; `None` while it is open.
    pub const fn ended_at(self) -> Option<Timestamp> {
        match self {
            Self::Open => None,
            Self::Closed { closed: at } | Self::Revoked { revoked: at } => Some(at),
        }
    }

    /// Whether it was taken back.
    pub const fn is_revoked(self) -> bool {
        matches!(self, Self::Revoked { .. })
    }

    /// Puts it together again from what is remembered: when it ended, and whether that was by being taken back.
    pub const fn from_parts(ended: Option<Timestamp>, revoked: bool) -> Self {
        match (ended, revoked) {
            (None, _) => Self::Open,
            (Some(closed), false) => Self::Closed { closed },
            (Some(revoked), true) => Self::Revoked { revoked },
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
        let answered = CaseState::Sent.opened(MORNING).answered(true, Closure::Open, NOON).expect("first reply");
        assert_eq!(answered.answered_at(), Some(NOON));
        assert_eq!(answered.answered(true, Closure::Open, NOON), Err(CaseRefusal::AlreadyAnswered));
    }

    #[test]
    fn information_takes_no_reply() {
        assert_eq!(CaseState::Sent.answered(false, Closure::Open, NOON), Err(CaseRefusal::NotAnswerable));
    }

    #[test]
    fn a_closed_case_takes_no_reply_until_it_is_opened_again() {
        let closed = Closure::Open.close(MORNING).expect("open");
        assert_eq!(CaseState::Sent.answered(true, closed, NOON), Err(CaseRefusal::Closed));
        assert_eq!(closed.close(NOON), Err(CaseRefusal::Closed));
        assert_eq!(closed.reopen(), Ok(Closure::Open));
        assert_eq!(Closure::Open.reopen(), Err(CaseRefusal::Open));
    }

    #[test]
    fn only_what_is_unread_can_be_taken_back_and_that_is_the_end_of_it() {
        let revoked = Closure::Open.revoke(CaseState::Sent, MORNING).expect("unread");
        assert_eq!(revoked.reopen(), Err(CaseRefusal::Revoked));
        assert_eq!(revoked.close(NOON), Err(CaseRefusal::Revoked));
        assert_eq!(CaseState::Sent.answered(true, revoked, NOON), Err(CaseRefusal::Revoked));
        let read = CaseState::Sent.opened(MORNING);
        assert_eq!(Closure::Open.revoke(read, NOON), Err(CaseRefusal::AlreadyRead));
        let closed = Closure::Open.close(MORNING).expect("open");
        assert_eq!(closed.revoke(CaseState::Sent, NOON), Err(CaseRefusal::Closed));
    }

    #[test]
    fn a_closure_survives_being_remembered() {
        for one in [Closure::Open, Closure::Closed { closed: NOON }, Closure::Revoked { revoked: NOON }] {
            assert_eq!(Closure::from_parts(one.ended_at(), one.is_revoked()), one);
        }
    }

    #[test]
    fn a_state_survives_being_remembered() {
        let state = CaseState::Answered { read: MORNING, answered: NOON };
        assert_eq!(CaseState::from_instants(state.read_at(), state.answered_at()), state);
    }
}
