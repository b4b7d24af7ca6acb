//! Instants.

use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};
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

    /// This instant moved by whole seconds; saturates at the ends of time.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000)))
    }

    /// This instant moved by whole minutes; saturates at the ends of time.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// The calendar date of this instant in Swedish time: personal numbers and date answers are Swedish dates.
    pub fn date(self) -> Date {
        self.zoned().date()
    }

    /// When it is so much by the clock in Sweden. A time that is skipped in spring is as much later, and of one that comes twice in
    /// autumn it is the first. The end of time for what no clock reaches.
    #[must_use]
    pub fn local(at: DateTime) -> Self {
        at.to_zoned(zone()).map_or(Self(i64::MAX), |zoned| Self(zoned.timestamp().as_millisecond()))
    }

    /// When a day begins in Swedish time; the end of time for a day that no clock reaches.
    #[must_use]
    pub fn start_of(day: Date) -> Self {
        Self::local(day.at(0, 0, 0, 0))
    }

    /// When an hour of a day begins in Swedish time; the end of time for one that no clock reaches.
    #[must_use]
    pub(crate) fn at_hour(day: Date, hour: i8) -> Self {
        let at = day.at(hour, 0, 0, 0).to_zoned(zone());
        at.map_or(Self(i64::MAX), |at| Self(at.timestamp().as_millisecond()))
    }

    /// When the same day so many months earlier begins in Swedish time; the last of its month where that has no such day.
    #[must_use]
    pub fn months_before(self, months: i32) -> Self {
        let earlier = self.zoned().checked_sub(jiff::Span::new().months(months)).and_then(|day| day.start_of_day());
        earlier.map_or(self, |day| Self(day.timestamp().as_millisecond()))
    }

    /// `2026-11-22 14:03` in Swedish time, as a journal note writes it.
    pub fn to_local_text(self) -> String {
        self.zoned().strftime("%Y-%m-%d %H:%M").to_string()
    }

    fn zoned(self) -> jiff::Zoned {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone())
    }
}

/// Swedish time.
fn zone() -> TimeZone {
    TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC)
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
    fn a_day_begins_at_swedish_midnight_in_summer_and_in_winter() {
        for day in [jiff::civil::date(2026, 3, 29), jiff::civil::date(2026, 10, 25), jiff::civil::date(2026, 11, 23)] {
            assert_eq!(Timestamp::start_of(day).to_local_text(), format!("{day} 00:00"));
        }
    }

    #[test]
    fn a_time_that_the_clock_skips_is_later_and_one_that_comes_twice_is_the_first() {
        let text = |at: DateTime| Timestamp::local(at).to_local_text();
        assert_eq!(text(jiff::civil::date(2026, 3, 29).at(2, 30, 0, 0)), "2026-03-29 03:30");
        let twice = jiff::civil::date(2026, 10, 25).at(2, 30, 0, 0);
        assert_eq!(text(twice), "2026-10-25 02:30");
        assert_eq!(Timestamp::local(twice).plus_minutes(60).to_local_text(), "2026-10-25 02:30");
    }

    #[test]
    fn months_before_is_the_beginning_of_a_swedish_day_also_where_the_month_is_shorter() {
        let late = Timestamp::from_millis(1_795_390_200_000); // 2026-11-23 00:30
        assert_eq!(late.months_before(12).to_local_text(), "2025-11-23 00:00");
        assert_eq!(late.plus_minutes(60 * 24 * 7).months_before(9).to_local_text(), "2026-02-28 00:00");
    }

    #[test]
    fn adding_minutes_never_overflows() {
        assert_eq!(Timestamp::from_millis(i64::MAX).plus_minutes(1).as_millis(), i64::MAX);
    }
}
