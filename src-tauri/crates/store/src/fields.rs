//! Reading a row's columns as what they mean.

use std::str::FromStr;

use domain::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::{Row, sqlite::SqliteRow};

use crate::StoreError;

/// Typed columns. A value that does not read back is reported by its column's name alone: a parser's own words may
/// quote what it read.
pub(crate) trait Fields {
    /// TEXT.
    fn text(&self, column: &'static str) -> Result<String, StoreError>;
    /// TEXT or nothing.
    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError>;
    /// BIGINT.
    fn whole(&self, column: &'static str) -> Result<i64, StoreError>;
    /// BIGINT or nothing.
    fn maybe_whole(&self, column: &'static str) -> Result<Option<i64>, StoreError>;

    /// A count or a size, never negative.
    fn size(&self, column: &'static str) -> Result<u64, StoreError> {
        u64::try_from(self.whole(column)?).map_err(|_| StoreError::Unreadable { column })
    }

    /// 1 or 0.
    fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        match self.whole(column)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(StoreError::Unreadable { column }),
        }
    }

    /// An instant.
    fn time(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.whole(column).map(Timestamp::from_millis)
    }

    /// An instant or nothing.
    fn maybe_time(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.maybe_whole(column)?.map(Timestamp::from_millis))
    }

    /// An id, or anything else with a text of its own.
    fn parsed<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        self.text(column)?.parse().map_err(|_| StoreError::Unreadable { column })
    }

    /// Structured content.
    fn json<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|_| StoreError::Unreadable { column })
    }
}

impl Fields for SqliteRow {
    fn text(&self, column: &'static str) -> Result<String, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn whole(&self, column: &'static str) -> Result<i64, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn maybe_whole(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        Ok(self.try_get(column)?)
    }
}

/// Structured content on its way into `column`.
pub(crate) fn to_json<T: Serialize>(value: &T, column: &'static str) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable { column })
}

/// A size on its way in. No file has 2⁶³ bytes.
pub(crate) fn to_size(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}
