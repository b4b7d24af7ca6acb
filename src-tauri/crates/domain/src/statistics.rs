//! Statistics of a unit's cases: for how long back, week by week, and of how many at least.

use jiff::{ToSpan, civil::Weekday};
use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// Of fewer cases than this no median is told: the middle of two or three is as good as told of each, and a colleague who remembers
/// when somebody wrote would know whom it is of.
pub const FEWEST: u64 = 5;

/// For how long back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum StatisticsPeriod {
    /// The last 30 days, and today so far.
    Days30,
    /// The last 90 days, and today so far.
    Days90,
    /// The last 12 months, and today so far.
    Months12,
}

impl StatisticsPeriod {
    /// When the period begins that ends at `now`: always with a Swedish day.
    #[must_use]
    pub fn start(self, now: Timestamp) -> Timestamp {
        match self {
            Self::Days30 => Timestamp::start_of(now.date().saturating_sub(30.days())),
            Self::Days90 => Timestamp::start_of(now.date().saturating_sub(90.days())),
            Self::Months12 => now.months_before(12),
        }
    }
}

/// The weeks of a period, each from its beginning until the next one's: from Mondays, but for the first, which begins with the period,
/// and the last, which ends with it.
#[must_use]
pub fn weeks(from: Timestamp, until: Timestamp) -> Vec<(Timestamp, Timestamp)> {
    let mut weeks = Vec::new();
    let mut begins = from;
    while begins < until {
        let monday = begins.date().nth_weekday(1, Weekday::Monday);
        let ends = monday.map_or(until, Timestamp::start_of).min(until);
        weeks.push((begins, ends));
        begins = ends;
    }
    weeks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 2026-11-27 (a Friday) at 12:00 in Sweden.
    const FRIDAY: Timestamp = Timestamp::from_millis(1_795_777_200_000);

    #[test]
    fn a_period_begins_with_a_day() {
        let starts = [StatisticsPeriod::Days30, StatisticsPeriod::Days90, StatisticsPeriod::Months12]
            .map(|period| period.start(FRIDAY).to_local_text());
        assert_eq!(FRIDAY.to_local_text(), "2026-11-27 12:00");
        assert_eq!(starts, ["2026-10-28 00:00", "2026-08-29 00:00", "2025-11-27 00:00"]);
    }

    #[test]
    fn weeks_begin_on_mondays_also_when_the_clock_is_changed_between() {
        // The clock is set back on 25 October.
        let from = StatisticsPeriod::Days30.start(FRIDAY.plus_minutes(-60 * 24 * 7));
        let told: Vec<String> = weeks(from, FRIDAY).iter().map(|week| week.0.to_local_text()).collect();
        assert_eq!(
            told,
            [
                "2026-10-21 00:00",
                "2026-10-26 00:00",
                "2026-11-02 00:00",
                "2026-11-09 00:00",
                "2026-11-16 00:00",
                "2026-11-23 00:00",
            ]
        );
        assert!(weeks(FRIDAY, FRIDAY).is_empty());
    }

    proptest! {
        #[test]
        fn weeks_follow_each_other_and_fill_the_period(start in 1_500_000_000_000_i64..2_000_000_000_000, days in 1_i64..400) {
            let from = Timestamp::from_millis(start);
            let until = from.plus_minutes(days * 24 * 60);
            let weeks = weeks(from, until);
            prop_assert_eq!(weeks.first().map(|week| week.0), Some(from));
            prop_assert_eq!(weeks.last().map(|week| week.1), Some(until));
            prop_assert!(weeks.windows(2).all(|two| two[0].1 == two[1].0));
            prop_assert!(weeks.iter().skip(1).all(|week| week.0.date().weekday() == Weekday::Monday));
        }
    }
}
