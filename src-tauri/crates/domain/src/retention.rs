//! How long things are kept.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// The unit's decision of how long attachments and temporary copies live, in whole hours.
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
    /// Attachments: 1 hour to 30 days.
    #[error("attachment retention outside 1 h to 30 days")]
    Attachment,
    /// Copies: 1 to 72 hours.
    #[error("copy retention outside 1 to 72 h")]
    Copy,
}

impl Retention {
    /// What a new unit starts with: 72 hours for attachments, 8 hours for a copy.
    pub const DEFAULT: Self = Self { attachment_hours: 72, copy_hours: 8 };

    /// A file that was uploaded but never sent in with a reply.
    pub const UNSENT_HOURS: u32 = 24;

    /// Checks the bounds.
    ///
    /// # Errors
    /// The first bound that is broken.
    pub fn checked(self) -> Result<Self, RetentionProblem> {
        if !(1..=30 * 24).contains(&self.attachment_hours) {
            Err(RetentionProblem::Attachment)
        } else if !(1..=72).contains(&self.copy_hours) {
            Err(RetentionProblem::Copy)
        } else {
            Ok(self)
        }
    }
}

/// The instant `hours` after `start`.
pub fn deadline(start: Timestamp, hours: u32) -> Timestamp {
    start.plus_minutes(i64::from(hours) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_without_end() {
        assert_eq!(Retention { attachment_hours: 721, copy_hours: 8 }.checked(), Err(RetentionProblem::Attachment));
        assert_eq!(Retention { attachment_hours: 72, copy_hours: 73 }.checked(), Err(RetentionProblem::Copy));
        assert_eq!(Retention { attachment_hours: 0, copy_hours: 8 }.checked(), Err(RetentionProblem::Attachment));
        assert!(Retention::DEFAULT.checked().is_ok());
    }
}
