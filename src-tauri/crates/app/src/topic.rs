//! What a change touches.

use serde::Serialize;

/// A subject that screens read. A command that reads names its topics, a command that changes names its topics, and the
/// screen refetches where they meet: it never guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Topic {
    /// Which stage the application is in and who is signed in.
    Session,
    /// Staff accounts.
    People,
    /// The unit's settings.
    Unit,
    /// Templates and their versions.
    Templates,
    /// *Avsnittsbanken*.
    SectionBank,
    /// The citizen register.
    Citizens,
    /// The message being written.
    Drafts,
    /// Cases, what was read and answered.
    Cases,
    /// Filters of cases that somebody keeps.
    CaseFilters,
    /// Attachments and temporary copies.
    Attachments,
    /// What is due to be purged, and receipts.
    Purge,
    /// How long things are kept.
    Retention,
}
