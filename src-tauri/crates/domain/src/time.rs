//! Instants.

use jiff::{civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// An instant in whole milliseconds since 1970-01-01 UTC: what the database, the vault and the wire all carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since the epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// This instant moved by whole minutes; saturates at the ends of time.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// The calendar date of this instant in Swedish time: personal numbers and date answers are Swedish dates.
    pub fn date(self) -> Date {
        self.zoned().date()
    }

    /// `2026-11-22 14:03` in Swedish time, as a journal note writes it.
    pub fn to_local_text(self) -> String {
        self.zoned().strftime("%Y-%m-%d %H:%M").to_string()
    }

    fn zoned(self) -> jiff::Zoned {
        let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_belongs_to_the_swedish_day() {
        let late_evening_utc = Timestamp::from_millis(1_795_390_200_000); // 2026-11-22T23:30Z
        assert_eq!(late_evening_utc.to_local_text(), "2026-11-23 00:30");
    }

    #[test]
    fn adding_minutes_never_overflows() {
        assert_eq!(Timestamp::from_millis(i64::MAX).plus_minutes(1).as_millis(), i64::MAX);
    }
}
