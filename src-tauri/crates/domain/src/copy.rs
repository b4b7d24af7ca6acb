//! A temporary copy outside the vault.

use serde::{Deserialize, Serialize};

/// What a temporary copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum CopyKind {
    /// *Säker kopia*: made from pixels, so that nothing hidden comes along.
    Safe,
    /// *Original*: the file as it came.
    Original,
}

impl CopyKind {
    /// The stable word in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Original => "original",
        }
    }

    /// Reads [`CopyKind::as_str`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Safe, Self::Original].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What a copy was when it was destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurgedCopy {
    /// A whole copy, of this kind.
    Whole(CopyKind),
    /// A copy that was begun and never finished: the program ended meanwhile, or the place could not be written.
    Unfinished,
}

impl PurgedCopy {
    /// The stable word in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Whole(kind) => kind.as_str(),
            Self::Unfinished => "unfinished",
        }
    }

    /// Reads [`PurgedCopy::as_str`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        if word == Self::Unfinished.as_str() {
            Some(Self::Unfinished)
        } else {
            CopyKind::from_word(word).map(Self::Whole)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for copy in [PurgedCopy::Whole(CopyKind::Safe), PurgedCopy::Whole(CopyKind::Original), PurgedCopy::Unfinished] {
            assert_eq!(PurgedCopy::from_word(copy.as_str()), Some(copy));
        }
        assert_eq!(PurgedCopy::from_word("other"), None);
        assert_eq!(CopyKind::from_word("unfinished"), None);
    }
}
