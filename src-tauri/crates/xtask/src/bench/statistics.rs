//! Medians, and ratios of what was measured in turns: a machine that is busy for a while is busy for both of a pair.

use super::took::Took;

/// Measurements of one thing, in the order they were taken.
#[derive(Debug, Default)]
pub(super) struct Series(Vec<Took>);

impl Series {
    pub(super) fn push(&mut self, took: Took) {
        self.0.push(took);
    }

    /// Milliseconds.
    pub(super) fn wall(&self) -> f64 {
        median(self.0.iter().map(|took| took.wall))
    }

    /// Milliseconds.
    pub(super) fn processor(&self) -> f64 {
        median(self.0.iter().map(|took| took.processor))
    }

    pub(super) fn walls(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|took| took.wall)
    }

    /// How many times the other's time ours is: the median of the pairs.
    pub(super) fn wall_ratio(&self, other: &Self) -> f64 {
        self.ratio(other, |took| took.wall)
    }

    /// How many times the other's processor time ours is.
    pub(super) fn processor_ratio(&self, other: &Self) -> f64 {
        self.ratio(other, |took| took.processor)
    }

    fn ratio(&self, other: &Self, of: fn(&Took) -> f64) -> f64 {
        median(self.0.iter().zip(&other.0).map(|(ours, its)| of(ours) / of(its)))
    }
}

/// The middle number, or the mean of the two in the middle; not a number when there is none.
pub(super) fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match (numbers.len() % 2, numbers.get(middle)) {
        (0, Some(above)) => f64::midpoint(numbers[middle - 1], *above),
        (_, Some(number)) => *number,
        (_, None) => f64::NAN,
    }
}

/// The number that at least `share` (0..=1) of all are not above; not a number when there is none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few hundred"
)]
pub(super) fn percentile(numbers: impl Iterator<Item = f64>, share: f64) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let rank = (share * numbers.len() as f64).ceil() as usize;
    numbers.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// What ratios over several files come to: twice and half make one.
pub(super) fn geometric_mean(ratios: &[f64]) -> f64 {
    let (count, sum) = ratios.iter().fold((0.0, 0.0), |(count, sum), ratio| (count + 1.0, sum + ratio.ln()));
    f64::exp(sum / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(walls: &[f64]) -> Series {
        let mut series = Series::default();
        walls.iter().for_each(|wall| series.push(Took { wall: *wall, processor: wall * 2.0 }));
        series
    }

    fn same(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn one_slow_run_does_not_move_the_median() {
        assert!(same(median([10.0, 900.0, 12.0].into_iter()), 12.0));
        assert!(same(median([1.0, 2.0, 3.0, 900.0].into_iter()), 2.5));
        assert!(median(std::iter::empty()).is_nan());
    }

    #[test]
    fn a_ratio_is_of_pairs_so_that_a_slow_minute_weighs_on_both() {
        // The machine became ten times slower after the first pair; medians of each side alone would say 1.
        let (ours, its) = (series(&[5.0, 50.0, 55.0]), series(&[10.0, 100.0, 100.0]));
        assert!(same(ours.wall_ratio(&its), 0.5));
        assert!(same(ours.processor_ratio(&its), 0.5));
    }

    #[test]
    fn the_95th_of_twenty_is_the_nineteenth() {
        let numbers = || (1..=20).map(f64::from);
        assert!(same(percentile(numbers(), 0.95), 19.0));
        assert!(same(percentile(numbers(), 1.0), 20.0));
        assert!(same(percentile([7.0].into_iter(), 0.95), 7.0));
    }

    #[test]
    fn twice_and_half_make_one() {
        assert!(same(geometric_mean(&[2.0, 0.5]), 1.0));
    }
}
