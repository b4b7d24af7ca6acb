//! What a program took: time from start to end, and processor time of it and its children.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::plan::Failure;
use crate::process;

/// In milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Took {
    pub(super) wall: f64,
    pub(super) processor: f64,
}

impl Took {
    pub(super) fn new(wall: Duration, processor: Duration) -> Self {
        Self { wall: wall.as_secs_f64() * 1000.0, processor: processor.as_secs_f64() * 1000.0 }
    }
}

/// Runs the program to its end. What it prints goes where the command says.
pub(super) fn run(command: &mut Command) -> Result<Took, Failure> {
    let before = processor_of_children();
    let begun = Instant::now();
    let status = process::spawn(command)?.wait();
    let wall = begun.elapsed();
    if status.is_ok_and(|status| status.success()) {
        Ok(Took::new(wall, processor_of_children().saturating_sub(before)))
    } else {
        Err(Failure::Refused { program: process::name_of(command) })
    }
}

/// Processor time of all children that have ended and were waited for.
#[cfg(unix)]
fn processor_of_children() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;
    let length = |time: TimeVal| {
        let seconds = u64::try_from(time.tv_sec()).unwrap_or(0);
        Duration::from_secs(seconds) + Duration::from_micros(u64::try_from(time.tv_usec()).unwrap_or(0))
    };
    getrusage(UsageWho::RUSAGE_CHILDREN)
        .map_or(Duration::ZERO, |used| length(used.user_time()) + length(used.system_time()))
}

#[cfg(not(unix))]
fn processor_of_children() -> Duration {
    Duration::ZERO
}
