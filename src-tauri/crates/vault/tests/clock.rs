//! The two clocks: set back, set ahead, asleep, off for a week, off for a year.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{BootClock, Clocks, MemoryKeyStore, PurgeArea, Trigger, UnixMillis, Vault, VaultError};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const START: i64 = 1_795_334_400_000;

/// A computer: what its clock on the wall says, how long it has run, and which start this is.
#[derive(Clone, Copy)]
struct Computer {
    wall: i64,
    up: i64,
    session: u8,
}

impl Computer {
    const fn new() -> Self {
        Self { wall: START, up: HOUR, session: 1 }
    }

    const fn clocks(self) -> Clocks {
        let boot = BootClock { session: Some([self.session; 16]), up: self.up.unsigned_abs() };
        Clocks { wall: UnixMillis(self.wall), boot: Some(boot) }
    }

    const fn passes(&mut self, millis: i64) {
        self.wall += millis;
        self.up += millis;
    }

    const fn clock_is_set(&mut self, by: i64) {
        self.wall += by;
    }

    const fn is_off(&mut self, millis: i64) {
        self.wall += millis;
        self.up = 60_000;
        self.session += 1;
    }
}

/// A vault with a file that is due an hour after the start, and one that is due in 60 days; looked at once.
fn day() -> (tempfile::TempDir, Vault, PurgeArea, Computer) {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    seal(&vault, id(1), UnixMillis(START + HOUR), b"soon");
    seal(&vault, id(2), UnixMillis(START + 60 * DAY), b"late");
    let area = PurgeArea::at(place.path());
    let computer = Computer::new();
    assert_eq!(area.observe(computer.clocks()).unwrap().now, UnixMillis(START));
    (place, vault, area, computer)
}

fn purged(area: &PurgeArea, computer: Computer) -> usize {
    let run = area.run(Trigger::Timer, computer.clocks()).unwrap();
    assert!(run.stuck.is_empty());
    run.receipts.len()
}

#[test]
fn a_computer_that_slept_past_a_deadline_purges_at_its_first_look() {
    let (_place, _vault, area, mut computer) = day();
    computer.passes(3 * DAY);
    assert_eq!(purged(&area, computer), 1);
}

#[test]
fn a_clock_set_back_a_year_gives_no_second_of_longer_life() {
    let (_place, vault, area, mut computer) = day();
    computer.clock_is_set(-365 * DAY);
    computer.passes(HOUR - 1);
    assert_eq!(purged(&area, computer), 0);
    assert!(vault.open_sealed(id(1), computer.clocks(), LIMIT).is_ok());
    computer.passes(1);
    assert!(matches!(vault.open_sealed(id(1), computer.clocks(), LIMIT), Err(VaultError::Due)));
    assert_eq!(purged(&area, computer), 1);
    let reading = area.observe(computer.clocks()).unwrap();
    assert_eq!((reading.behind, reading.now), ((365 * DAY).unsigned_abs(), UnixMillis(START + HOUR)));
}

#[test]
fn a_clock_set_back_while_the_computer_was_off_goes_on_from_the_last_moment_seen() {
    let (_place, _vault, area, mut computer) = day();
    computer.is_off(DAY);
    computer.clock_is_set(-10 * DAY);
    assert_eq!(purged(&area, computer), 0);
    computer.passes(HOUR);
    assert_eq!(purged(&area, computer), 1);
}

#[test]
fn a_clock_set_ahead_a_year_closes_at_once_and_destroys_nothing() {
    let (_place, vault, area, mut computer) = day();
    computer.clock_is_set(365 * DAY);
    assert_eq!(purged(&area, computer), 0);
    for number in [1, 2] {
        assert!(matches!(vault.open_sealed(id(number), computer.clocks(), LIMIT), Err(VaultError::Due)));
    }
    let doubt = area.observe(computer.clocks()).unwrap().doubt.unwrap();
    assert_eq!((doubt.wall, doubt.left), (UnixMillis(START + 365 * DAY), DAY.unsigned_abs()));

    computer.clock_is_set(-365 * DAY);
    assert_eq!(area.observe(computer.clocks()).unwrap().doubt, None);
    assert_eq!(vault.open_sealed(id(2), computer.clocks(), LIMIT).unwrap().expose(), b"late");
}

#[test]
fn what_is_truly_due_is_purged_also_while_the_clock_is_doubted() {
    let (_place, _vault, area, mut computer) = day();
    computer.clock_is_set(365 * DAY);
    assert_eq!(purged(&area, computer), 0);
    computer.passes(HOUR);
    assert_eq!(purged(&area, computer), 1);
}

#[test]
fn a_doubted_clock_is_believed_when_the_computer_has_run_for_another_day() {
    let (_place, _vault, area, mut computer) = day();
    computer.clock_is_set(90 * DAY);
    assert_eq!(purged(&area, computer), 0);
    computer.passes(12 * HOUR);
    assert_eq!(purged(&area, computer), 1, "the one that is due by now");
    assert_eq!(area.observe(computer.clocks()).unwrap().doubt.unwrap().left, (12 * HOUR).unsigned_abs());
    computer.passes(12 * HOUR);
    assert_eq!(purged(&area, computer), 1);
    assert_eq!(area.observe(computer.clocks()).unwrap().doubt, None);
}

#[test]
fn switching_off_neither_settles_a_doubt_nor_begins_it_anew() {
    let (_place, _vault, area, mut computer) = day();
    computer.clock_is_set(30 * DAY);
    assert_eq!(purged(&area, computer), 0);
    computer.passes(12 * HOUR);
    assert_eq!(purged(&area, computer), 1);
    computer.is_off(60_000);
    let doubt = area.observe(computer.clocks()).unwrap().doubt.unwrap();
    assert_eq!(doubt.left, (12 * HOUR - 60_000).unsigned_abs());
}

#[test]
fn a_persons_word_settles_a_doubt() {
    let (place, _vault, area, mut computer) = day();
    computer.clock_is_set(90 * DAY);
    assert_eq!(purged(&area, computer), 0);
    assert_eq!(area.trust_clock(computer.clocks()).unwrap().now, UnixMillis(START + 90 * DAY));
    assert_eq!(purged(&PurgeArea::at(place.path()), computer), 2);
}

#[test]
fn a_computer_that_was_off_for_weeks_purges_at_once_and_one_that_was_off_for_a_year_asks() {
    for (days, expected) in [(1, 1), (7, 1), (44, 1), (365, 0)] {
        let (_place, _vault, area, mut computer) = day();
        computer.is_off(days * DAY);
        assert_eq!(purged(&area, computer), expected, "{days} days");
    }
}

#[test]
fn a_correction_of_less_than_a_day_is_no_leap() {
    let (_place, _vault, area, mut computer) = day();
    computer.clock_is_set(DAY);
    assert_eq!(purged(&area, computer), 1);
}

#[test]
fn starts_without_names_are_told_apart_by_how_long_they_have_lasted() {
    let place = tempfile::tempdir().unwrap();
    let area = PurgeArea::at(place.path());
    let clocks = |wall, up| Clocks { wall: UnixMillis(wall), boot: Some(BootClock { session: None, up }) };
    area.observe(clocks(START, 5 * HOUR.unsigned_abs())).unwrap();
    // Shorter than before: it was off. Longer: it may have been on all the while, so a leap is doubted.
    assert_eq!(area.observe(clocks(START + 7 * DAY, 60_000)).unwrap().doubt, None);
    assert!(area.observe(clocks(START + 14 * DAY, 120_000)).unwrap().doubt.is_some());
}

#[test]
fn a_mark_of_version_1_is_read() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("mark"), format!("{}\n", START + DAY)).unwrap();
    let reading = PurgeArea::at(place.path()).observe(Computer::new().clocks()).unwrap();
    assert_eq!(reading.now, UnixMillis(START + DAY));
    assert_eq!(reading.behind, DAY.unsigned_abs());
}

#[test]
fn a_damaged_mark_leaves_the_receipts_to_hold_the_clock_up() {
    let (place, _vault, area, mut computer) = day();
    computer.passes(2 * HOUR);
    assert_eq!(purged(&area, computer), 1);
    fs::write(place.path().join("mark"), b"\xff nonsense").unwrap();
    computer.clock_is_set(-DAY);
    assert_eq!(PurgeArea::at(place.path()).observe(computer.clocks()).unwrap().now, UnixMillis(START + 2 * HOUR));
}
