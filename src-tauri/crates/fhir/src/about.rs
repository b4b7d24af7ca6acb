//! What is said about a form as a whole and is no part of its content.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::json::text_of;

/// What identifies a form among others. What is `None` is as the file had it that the template was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The resource's id, `[A-Za-z0-9\-.]{1,64}`.
    pub id: Option<String>,
    /// The address that names the form in all its versions. Stays when the form is renamed.
    pub url: Option<String>,
    /// Which version it is.
    pub version: Option<String>,
    /// Where it is in its life. *Draft* when neither this nor the file says.
    pub status: Option<Status>,
    /// The day it was last changed, `ÅÅÅÅ-MM-DD`.
    pub date: Option<String>,
    /// The unit that answers for it.
    pub publisher: Option<String>,
}

/// Where a form is in its life (`publication-status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Being written.
    Draft,
    /// Can be sent.
    Active,
    /// Is not sent any more.
    Retired,
    /// Not known.
    Unknown,
}

impl Status {
    /// FHIR's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::Retired => "retired",
            Self::Unknown => "unknown",
        }
    }

    /// Reads [`as_str`](Self::as_str) back.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Active, Self::Retired, Self::Unknown].into_iter().find(|status| status.as_str() == word)
    }
}

impl About {
    pub(crate) fn of(root: &Map<String, Value>) -> Self {
        let word = |key: &str| text_of(root, key).map(str::to_owned);
        Self {
            id: word("id"),
            url: word("url"),
            version: word("version"),
            status: text_of(root, "status").and_then(Status::from_word),
            date: word("date"),
            publisher: word("publisher"),
        }
    }

    pub(crate) fn put(&self, root: &mut Map<String, Value>) {
        let status = self.status.map(|status| status.as_str().to_owned());
        let words = [
            ("id", &self.id),
            ("url", &self.url),
            ("version", &self.version),
            ("status", &status),
            ("date", &self.date),
            ("publisher", &self.publisher),
        ];
        for (key, word) in words {
            if let Some(word) = word {
                root.insert(key.to_owned(), Value::from(word.as_str()));
            }
        }
    }
}
