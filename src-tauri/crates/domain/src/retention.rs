//! How long things are kept: the unit's named decisions (*gallringsbeslut*).

use serde::{Deserialize, Serialize};

use crate::{DecisionId, StaffId, Timestamp};

/// What a decision is about. Each kind's time counts from the one event that begins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum RetainedKind {
    /// *Bilaga i svar*, from when the reply came in.
    Submitted,
    /// *Bilaga som inte skickades in*, from when it was uploaded.
    Unsent,
    /// *Tillfällig kopia*, from when it was made. The time is the longest that may be chosen for a copy.
    Copy,
}

impl RetainedKind {
    /// Every kind, in the order that screens show them.
    pub const ALL: [Self; 3] = [Self::Submitted, Self::Unsent, Self::Copy];

    /// The stable word in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Unsent => "unsent",
            Self::Copy => "copy",
        }
    }

    /// Reads [`RetainedKind::as_str`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Hours that this product allows at most; an organisation's policy may allow less.
    pub const fn most_hours(self) -> u32 {
        match self {
            Self::Submitted => 30 * 24,
            Self::Unsent | Self::Copy => 72,
        }
    }

    /// Hours until somebody decides otherwise: the safe proposal of the security study.
    pub const fn first_hours(self) -> u32 {
        match self {
            Self::Submitted => Retention::DEFAULT.attachment_hours,
            Self::Unsent => Retention::UNSENT_HOURS,
            Self::Copy => Retention::DEFAULT.copy_hours,
        }
    }
}

/// A *gallringsbeslut*: never changed, only followed by the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RetentionDecision {
    /// Identity.
    pub id: DecisionId,
    /// What the unit calls it, with the number in its own records.
    pub name: String,
    /// What it is about.
    pub kind: RetainedKind,
    /// Whole hours from the start event until destruction.
    pub hours: u32,
    /// Who decided; `None` for what the unit began with.
    pub decided_by: Option<StaffId>,
    /// When it was decided.
    pub decided: Timestamp,
    /// From when on. What began earlier keeps the decision that held then.
    pub valid_from: Timestamp,
    /// It was also applied to what was kept already, as far as that made the time shorter.
    pub applied_to_kept: bool,
}

/// The decision that holds at `now`: the latest that has begun to be valid, of those the latest decided.
pub fn in_force(decisions: &[RetentionDecision], kind: RetainedKind, now: Timestamp) -> Option<&RetentionDecision> {
    let begun = decisions.iter().filter(|decision| decision.kind == kind && decision.valid_from <= now);
    begun.max_by_key(|decision| (decision.valid_from, decision.decided))
}

/// How long attachments and temporary copies live by the decisions in force, in whole hours.
///
/// The real service's own figures are unknown, so this is always the unit's named decision (domain facts, preface).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// From the moment the reply arrives until the attachment is destroyed.
    pub attachment_hours: u32,
    /// The longest time a temporary copy outside the vault may live.
    pub copy_hours: u32,
}

/// A retention outside what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum RetentionProblem {
    /// Longer than the product or the organisation's policy allows, or no time at all.
    #[error("retention outside its bounds")]
    Hours,
    /// The decision would begin before it was made.
    #[error("valid from before it was decided")]
    ValidFrom,
    /// The deadline would be no later than it is.
    #[error("no extension")]
    NotLater,
}

impl Retention {
    /// What a new unit starts with: 72 hours for attachments, 8 hours for a copy.
    pub const DEFAULT: Self = Self { attachment_hours: 72, copy_hours: 8 };

    /// A file that was uploaded but never sent in with a reply, until the unit decides otherwise.
    pub const UNSENT_HOURS: u32 = 24;
}

/// Checks hours against what product and policy allow.
///
/// # Errors
/// [`RetentionProblem::Hours`].
pub fn checked_hours(kind: RetainedKind, hours: u32, policy_allows: u32) -> Result<u32, RetentionProblem> {
    if (1..=kind.most_hours().min(policy_allows)).contains(&hours) { Ok(hours) } else { Err(RetentionProblem::Hours) }
}

/// A deadline by a newly adopted decision for something that is kept already: never later than it was.
pub fn shortened(start: Timestamp, hours: u32, expires: Timestamp) -> Timestamp {
    deadline(start, hours).min(expires)
}

/// A later deadline for one attachment, at most `most_hours` after its start event: the last hour may be a part of one.
///
/// # Errors
/// [`RetentionProblem::NotLater`] without hours, [`RetentionProblem::Hours`] beyond the bound.
pub fn extended(
    start: Timestamp,
    expires: Timestamp,
    hours: u32,
    most_hours: u32,
) -> Result<Timestamp, RetentionProblem> {
    let (later, most) = (deadline(expires, hours), deadline(start, most_hours));
    match hours.checked_sub(1) {
        None => Err(RetentionProblem::NotLater),
        Some(_) if later <= most => Ok(later),
        Some(whole) if deadline(expires, whole) < most => Ok(most),
        Some(_) => Err(RetentionProblem::Hours),
    }
}

/// The instant `hours` after `start`.
pub fn deadline(start: Timestamp, hours: u32) -> Timestamp {
    start.plus_minutes(i64::from(hours) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(hour: i64) -> Timestamp {
        Timestamp::from_millis(hour * 3_600_000)
    }

    fn decision(number: u128, decided: i64, valid_from: i64) -> RetentionDecision {
        RetentionDecision {
            id: DecisionId::from_uuid(uuid::Uuid::from_u128(number)),
            name: "Beslut".to_owned(),
            kind: RetainedKind::Submitted,
            hours: 72,
            decided_by: None,
            decided: at(decided),
            valid_from: at(valid_from),
            applied_to_kept: false,
        }
    }

    #[test]
    fn nothing_is_kept_without_end() {
        for kind in RetainedKind::ALL {
            assert_eq!(checked_hours(kind, 0, 720), Err(RetentionProblem::Hours));
            assert_eq!(checked_hours(kind, kind.most_hours() + 1, u32::MAX), Err(RetentionProblem::Hours));
            assert_eq!(checked_hours(kind, 5, 4), Err(RetentionProblem::Hours), "policy");
            assert!(checked_hours(kind, kind.first_hours(), 720).is_ok());
            assert_eq!(RetainedKind::from_word(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn the_latest_decision_that_has_begun_holds() {
        let decisions = [decision(1, 0, 0), decision(2, 5, 20), decision(3, 6, 6), decision(4, 7, 6)];
        let holds = |hour| in_force(&decisions, RetainedKind::Submitted, at(hour)).map(|one| one.id.to_string());
        let ends = |hour, digit: &str| assert!(holds(hour).expect("one holds").ends_with(digit), "{hour}");
        ends(0, "1");
        ends(6, "4");
        ends(19, "4");
        ends(20, "2");
        assert!(in_force(&decisions, RetainedKind::Copy, at(9)).is_none());
    }

    #[test]
    fn a_decision_that_is_applied_to_what_is_kept_never_makes_it_live_longer() {
        assert_eq!(shortened(at(0), 24, at(72)), at(24));
        assert_eq!(shortened(at(0), 100, at(72)), at(72));
    }

    #[test]
    fn an_extension_is_later_and_within_bounds() {
        assert_eq!(extended(at(0), at(72), 24, 96), Ok(at(96)));
        assert_eq!(extended(at(0), at(72), 25, 96), Err(RetentionProblem::Hours));
        assert_eq!(extended(at(0), at(72), 0, 96), Err(RetentionProblem::NotLater));
        let odd = at(72).plus_minutes(1);
        assert_eq!(extended(at(0), odd, 24, 96), Ok(at(96)), "the last hour is cut");
        assert_eq!(extended(at(0), odd, 25, 96), Err(RetentionProblem::Hours));
        assert_eq!(extended(at(0), at(96), 1, 96), Err(RetentionProblem::Hours));
    }
}
