//! When what a citizen has answered is to be gone through.
//!
//! The rule is Region Skåne's goal for e-services (vardgivare.skane.se): an answer *within 2 hours, latest the same weekday*. Hours
//! are therefore counted on weekdays alone, from 8 to 17 Swedish time, and what comes when nobody is there counts from the next
//! weekday's morning: what comes on a Friday at 16.30 is due, with two hours, on Monday at 9.30. Holidays are not known: one
//! that is no Saturday or Sunday counts as any weekday.

use std::iter::successors;

use jiff::civil::{Date, Weekday};

use crate::Timestamp;

/// The hour at which a weekday's work begins.
const OPENS: i8 = 8;

/// … and ends.
const CLOSES: i8 = 17;

/// When an answer that came at `answered` should have been gone through at the latest, with so many `hours` for it. The end of time
/// when no calendar reaches that far.
#[must_use]
pub fn review_due(answered: Timestamp, hours: u32) -> Timestamp {
    let mut left = millis(hours);
    for (opens, closes) in successors(Some(answered.date()), |day| day.tomorrow().ok()).filter_map(at_work) {
        let begins = answered.max(opens);
        let room = closes.as_millis().saturating_sub(begins.as_millis()).max(0);
        if left <= room {
            return Timestamp::from_millis(begins.as_millis() + left);
        }
        left -= room;
    }
    Timestamp::from_millis(i64::MAX)
}

/// The moment for which this holds: the answers that came then or before, and no others, are at `now` past what [`review_due`] says
/// of them. So that a database can count them without asking of each.
#[must_use]
pub fn latest_overdue(now: Timestamp, hours: u32) -> Timestamp {
    let mut left = millis(hours);
    // What is due this very moment is not late.
    let now = Timestamp::from_millis(now.as_millis().saturating_sub(1));
    for (opens, closes) in successors(Some(now.date()), |day| day.yesterday().ok()).filter_map(at_work) {
        let ends = now.min(closes);
        let room = ends.as_millis().saturating_sub(opens.as_millis()).max(0);
        if left <= room {
            return Timestamp::from_millis(ends.as_millis() - left);
        }
        left -= room;
    }
    Timestamp::from_millis(i64::MIN)
}

fn millis(hours: u32) -> i64 {
    i64::from(hours) * 3_600_000
}

/// When work begins and ends that day; `None` when nobody works. No clock is changed between these hours.
fn at_work(day: Date) -> Option<(Timestamp, Timestamp)> {
    match day.weekday() {
        Weekday::Saturday | Weekday::Sunday => None,
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => {
            Some((Timestamp::at_hour(day, OPENS), Timestamp::at_hour(day, CLOSES)))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// In Swedish time.
    fn swedish(text: &str) -> Timestamp {
        let moment: jiff::civil::DateTime = text.parse().expect("a day and an hour");
        let zone = jiff::tz::TimeZone::get("Europe/Stockholm").expect("known");
        Timestamp::from_millis(moment.to_zoned(zone).expect("on the calendar").timestamp().as_millisecond())
    }

    #[test]
    fn hours_are_counted_while_somebody_is_there() {
        for (answered, due) in [
            ("2026-11-27T10:15", "2026-11-27 12:15"),
            ("2026-11-27T15:00", "2026-11-27 17:00"),
            // The same weekday at the latest is the next one's morning for what comes at its end.
            ("2026-11-27T16:30", "2026-11-30 09:30"),
            ("2026-11-27T17:00", "2026-11-30 10:00"),
            ("2026-11-28T12:00", "2026-11-30 10:00"),
            ("2026-11-30T03:00", "2026-11-30 10:00"),
            ("2026-11-30T23:59", "2026-12-01 10:00"),
        ] {
            assert_eq!(review_due(swedish(answered), 2).to_local_text(), due, "{answered}");
        }
        assert_eq!(review_due(swedish("2026-11-27T16:00"), 10).to_local_text(), "2026-11-30 17:00");
        assert_eq!(review_due(swedish("2026-11-27T16:00"), 72).to_local_text(), "2026-12-09 16:00");
    }

    #[test]
    fn the_nights_when_the_clock_is_changed_move_nothing() {
        // Forward on Sunday 29 March, back on Sunday 25 October.
        for (answered, due) in [
            ("2026-03-27T16:30", "2026-03-30 09:30"),
            ("2026-03-29T01:59", "2026-03-30 10:00"),
            ("2026-03-29T03:00", "2026-03-30 10:00"),
            ("2026-10-23T16:59", "2026-10-26 09:59"),
            ("2026-10-25T02:30", "2026-10-26 10:00"),
        ] {
            assert_eq!(review_due(swedish(answered), 2).to_local_text(), due, "{answered}");
        }
    }

    #[test]
    fn what_is_due_now_is_not_late_and_is_a_moment_later() {
        let due = review_due(swedish("2026-11-27T16:30"), 2);
        assert!(latest_overdue(due, 2) < swedish("2026-11-27T16:30"));
        let later = Timestamp::from_millis(due.as_millis() + 1);
        assert_eq!(latest_overdue(later, 2), swedish("2026-11-27T16:30"));
    }

    /// From 2020 to 2040, in half hours and a little beside them, so that the ends of days are met.
    fn moments() -> impl Strategy<Value = Timestamp> {
        (0_i64..350_000, -1_i64..=1)
            .prop_map(|(halves, beside)| Timestamp::from_millis(1_577_836_800_000 + halves * 1_800_000 + beside))
    }

    proptest! {
        #[test]
        fn an_answer_is_due_within_working_hours_and_not_before_its_hours_have_gone(
            answered in moments(), hours in 1_u32..=72
        ) {
            let due = review_due(answered, hours);
            prop_assert!(due.as_millis() - answered.as_millis() >= millis(hours));
            let (opens, closes) = at_work(due.date()).expect("a weekday");
            prop_assert!(opens < due && due <= closes);
        }

        #[test]
        fn what_came_later_is_not_due_before(one in moments(), other in moments(), hours in 1_u32..=72) {
            let (earlier, later) = (one.min(other), one.max(other));
            prop_assert!(review_due(earlier, hours) <= review_due(later, hours));
        }

        #[test]
        fn late_is_the_same_asked_of_the_answer_and_of_the_moment(
            answered in moments(), minutes in 0_i64..20_000, beside in -1_i64..=1, hours in 1_u32..=72
        ) {
            let now = Timestamp::from_millis(answered.plus_minutes(minutes).as_millis() + beside);
            prop_assert_eq!(review_due(answered, hours) < now, answered <= latest_overdue(now, hours));
            // Also where the two meet.
            let due = review_due(answered, hours);
            prop_assert!(answered > latest_overdue(due, hours));
            prop_assert!(answered <= latest_overdue(Timestamp::from_millis(due.as_millis() + 1), hours));
        }
    }
}
