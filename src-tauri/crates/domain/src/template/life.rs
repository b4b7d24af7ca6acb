//! A template's life: what happens to it beside what is written in it.

use serde::{Deserialize, Serialize};

use crate::{StaffId, Timestamp, VersionId};

/// What happened to a template. The guideline asks for the latest changes with date, change and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "change")]
pub enum TemplateChange {
    /// It was made here.
    Created,
    /// It was read from a file.
    Imported,
    /// A new draft was begun from what is published.
    DraftBegun,
    /// The draft became what an earlier version says.
    VersionRestored {
        /// That version's number.
        number: i64,
    },
    /// It was handed in for approval.
    Submitted,
    /// It was taken back before anybody had decided.
    Withdrawn,
    /// It was not approved.
    Returned {
        /// What is to be mended.
        comment: String,
    },
    /// The draft was published.
    Published {
        /// As which version.
        version: VersionId,
        /// That version's number.
        number: i64,
    },
    /// It was put in the archive.
    Archived,
    /// It was taken back from the archive.
    Unarchived,
}

/// *Inväntar godkännande*: handed in, and not yet decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Submission {
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// The fingerprint of a version: the BLAKE3 hash, in hexadecimal, of its content as JSON. Whoever has the content can make it again.
pub fn fingerprint(json: &str) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("budkavle 2026-11 template version v1");
    hasher.update(json.as_bytes());
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_makes_another_fingerprint() {
        assert_eq!(fingerprint("{}").len(), 64);
        assert_eq!(fingerprint("{}"), fingerprint("{}"));
        assert_ne!(fingerprint("{}"), fingerprint("{ }"));
    }
}
