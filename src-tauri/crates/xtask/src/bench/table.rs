//! The rows of goals: what was measured against what, and whether that is what we want.

/// A goal and what was measured.
pub(super) struct Row {
    pub(super) what: String,
    pub(super) measured: f64,
    /// At most this.
    pub(super) goal: f64,
    /// "gånger", "ms" …
    pub(super) unit: &'static str,
}

impl Row {
    pub(super) fn times(what: impl Into<String>, measured: f64, goal: f64) -> Self {
        Self { what: what.into(), measured, goal, unit: "gånger" }
    }

    fn is_reached(&self) -> bool {
        self.measured <= self.goal
    }
}

/// Prints the rows, each with its goal and whether it is reached.
pub(super) fn tell(rows: &[Row]) {
    println!("\n    {:<74}{:>9}{:>9}", "mål", "uppmätt", "högst");
    for row in rows {
        let told = if row.is_reached() { "nås" } else { "NÅS INTE" };
        println!("    {:<74}{:>9.2}{:>9.2} {:<7} {told}", row.what, row.measured, row.goal, row.unit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_measured_is_not_reached() {
        assert!(Row::times("x", 1.0, 1.0).is_reached());
        assert!(!Row::times("x", 1.01, 1.0).is_reached());
        assert!(!Row::times("x", f64::NAN, 1.0).is_reached());
    }
}
