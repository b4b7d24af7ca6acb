//! A command as a numbered list of steps, carried out with headings and times: `[3/7] Bygger gränssnittet … 12 s`.

use std::fmt;
use std::io;
use std::time::{Duration, Instant};

use crate::counts::Counts;

/// Why a step, and so the command, did not succeed. Shown to the person at the terminal, in Swedish.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The words after `cargo xtask` mean nothing.
    Usage(String),
    /// The program could not be started at all.
    NotStarted { program: String, cause: io::Error },
    /// The program ran and said no.
    Refused { program: String },
    /// The program was given this long and had not finished.
    TooSlow { what: String, limit: Duration },
    /// A file could not be read or written.
    File { path: String, cause: io::Error },
    /// A program that this machine cannot be given automatically is missing.
    Missing(String),
    /// Something that must hold did not.
    Broken(String),
    /// Steps of a plan that goes on after failures failed; each was told where it happened.
    Steps(Vec<String>),
    /// It failed and everything about it has been told.
    Told,
}

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(words) => write!(to, "okänt kommando: {words}"),
            Self::NotStarted { program, cause } => {
                write!(to, "{program} kunde inte startas: {cause}")
            }
            Self::Refused { program } => write!(to, "{program} misslyckades"),
            Self::TooSlow { what, limit } => {
                write!(to, "{what} var inte klart inom {} s", limit.as_secs())
            }
            Self::File { path, cause } => write!(to, "{path}: {cause}"),
            Self::Missing(what) | Self::Broken(what) => write!(to, "{what}"),
            Self::Told => Ok(()),
            Self::Steps(names) => write!(to, "misslyckades: {}", names.join(", ")),
        }
    }
}

/// How a step ended, when it did not fail.
pub(crate) enum Outcome {
    Done,
    /// Nothing had to be done, and why.
    Unneeded(String),
    /// It ought to be done but cannot be here, and why. Never silent.
    Skipped(String),
    /// Tests ran. A step with failed tests is a failed step.
    Tested(Counts),
}

type Work<'a> = Box<dyn FnOnce() -> Result<Outcome, Failure> + 'a>;

/// What becomes of the rest when a step fails.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// Nothing after it makes sense.
    Essential,
    /// The steps after it can still tell something.
    Independent,
}

/// Steps in the order they are carried out.
#[derive(Default)]
pub(crate) struct Plan<'a> {
    steps: Vec<(String, Weight, Work<'a>)>,
}

/// What a plan amounted to.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) counts: Counts,
    pub(crate) failed: Vec<String>,
}

impl Report {
    /// A failure that names the failed steps, if there are any.
    pub(crate) fn verdict(self) -> Result<(), Failure> {
        if self.failed.is_empty() { Ok(()) } else { Err(Failure::Steps(self.failed)) }
    }
}

impl<'a> Plan<'a> {
    /// Adds a step without which the rest is pointless. `name` is in the present tense and in Swedish:
    /// "Bygger gränssnittet".
    pub(crate) fn must(&mut self, name: impl Into<String>, work: impl FnOnce() -> Result<Outcome, Failure> + 'a) {
        self.steps.push((name.into(), Weight::Essential, Box::new(work)));
    }

    /// Adds a step whose failure does not keep the later ones from being carried out.
    pub(crate) fn also(&mut self, name: impl Into<String>, work: impl FnOnce() -> Result<Outcome, Failure> + 'a) {
        self.steps.push((name.into(), Weight::Independent, Box::new(work)));
    }

    /// Carries out the steps, with headings and times.
    pub(crate) fn carry_out(self) -> Report {
        let total = self.steps.len();
        let mut report = Report::default();
        for (index, (name, weight, work)) in self.steps.into_iter().enumerate() {
            announce(index + 1, total, &name);
            let begun = Instant::now();
            let outcome = work();
            conclude(&outcome, begun.elapsed());
            let counts = match outcome {
                Ok(Outcome::Tested(counts)) => counts,
                Ok(_) => Counts::default(),
                // A step that counts no tests of its own still makes the total say that something failed.
                Err(_) => Counts { failed: 1, ..Counts::default() },
            };
            report.counts += counts;
            if counts.failed > 0 {
                report.failed.push(name);
                if weight == Weight::Essential {
                    break;
                }
            }
        }
        report
    }
}

fn announce(number: usize, total: usize, name: &str) {
    println!("\n[{number}/{total}] {name} …");
}

fn conclude(outcome: &Result<Outcome, Failure>, took: Duration) {
    let seconds = took.as_secs_f32();
    match outcome {
        Ok(Outcome::Done) => println!("    klart, {seconds:.0} s"),
        Ok(Outcome::Unneeded(why)) => println!("    behövs inte: {why}"),
        Ok(Outcome::Skipped(why)) => println!("    HOPPAS ÖVER: {why}"),
        Ok(Outcome::Tested(counts)) => {
            println!("    {} test godkända, {} underkända, {seconds:.0} s", counts.passed, counts.failed)
        }
        Err(failure) => println!("    ✗ {failure} ({seconds:.0} s)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(passed: u32, failed: u32) -> Result<Outcome, Failure> {
        Ok(Outcome::Tested(Counts { passed, failed, skipped: 0 }))
    }

    #[test]
    fn the_step_after_an_independent_failed_one_is_carried_out_and_the_failed_is_named() {
        let mut plan = Plan::default();
        plan.also("first", || Err(Failure::Broken("no".into())));
        plan.also("second", || tested(3, 0));
        let report = plan.carry_out();
        assert_eq!((report.counts.passed, report.counts.failed), (3, 1));
        assert_eq!(report.failed, ["first"]);
    }

    #[test]
    fn nothing_is_carried_out_after_an_essential_step_with_failed_tests() {
        let mut reached = false;
        let mut plan = Plan::default();
        plan.must("first", || tested(3, 1));
        plan.also("second", || {
            reached = true;
            Ok(Outcome::Done)
        });
        assert!(plan.carry_out().verdict().is_err());
        assert!(!reached);
    }
}
