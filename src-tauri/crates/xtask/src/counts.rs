//! How many tests ran, read from the closing lines of the runners we use: nextest, `cargo test`, Vitest.

use std::ops::AddAssign;

/// Tests passed, failed and skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Counts {
    /// What this line of a runner's output adds; nothing for any line that closes no run.
    pub(crate) fn of_line(line: &str) -> Self {
        let line = without_colour(line);
        let indented = line.trim();
        let closing = indented
            .strip_prefix("Summary [")
            .and_then(|rest| rest.split_once("] "))
            .map(|(_, rest)| rest)
            .or_else(|| indented.strip_prefix("Tests  "))
            // At the margin only: nextest repeats, indented, what each failed test printed.
            .or_else(|| line.strip_prefix("test result: "));
        let Some(closing) = closing else {
            return Self::default();
        };
        Self {
            passed: before(closing, "passed"),
            failed: before(closing, "failed") + before(closing, "timed out"),
            skipped: before(closing, "skipped") + before(closing, "ignored"),
        }
    }
}

/// The number that stands before `word`, or 0.
fn before(text: &str, word: &str) -> u32 {
    text.split_once(word)
        .and_then(|(left, _)| left.trim_end().rsplit(|c: char| !c.is_ascii_digit()).next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

/// The line less the escape sequences that colour it.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_each_runner_is_understood() {
        let cases = [
            ("     Summary [   0.003s] 12 tests run: 11 passed (1 slow), 1 failed, 2 skipped", (11, 1, 2)),
            ("     Summary [   9.003s] 3 tests run: 1 passed, 1 failed, 1 timed out, 0 skipped", (1, 2, 0)),
            ("test result: FAILED. 4 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out", (4, 1, 2)),
            ("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m57 passed\u{1b}[39m\u{1b}[22m (57)", (57, 0, 0)),
            ("      Tests  1 failed | 4 passed (5)", (4, 1, 0)),
        ];
        for (line, (passed, failed, skipped)) in cases {
            assert_eq!(Counts::of_line(line), Counts { passed, failed, skipped }, "{line}");
        }
    }

    #[test]
    fn a_line_that_only_speaks_of_tests_counts_nothing() {
        for line in [
            "running 5 tests",
            "        PASS [0.1s] a_message_that_failed_5_passed",
            " Test Files  1 passed (1)",
            "    test result: FAILED. 0 passed; 1 failed; 0 ignored",
        ] {
            assert_eq!(Counts::of_line(line), Counts::default(), "{line}");
        }
    }
}
