use rustix::process::{Resource, Rlimit, getrlimit, nice, setrlimit};

use super::NotConfined;

/// Address space, in bytes. The largest ordinary document seen needed 539 MB.
pub(super) const MEMORY: u64 = 1024 * 1024 * 1024;
/// Processor time for the whole document, in seconds.
pub(super) const PROCESSOR_SECONDS: u64 = 60;
/// Standard input, output and error are open already; no further descriptor can be had, hence no file and no socket.
pub(super) const DESCRIPTORS: u64 = 3;

/// How far behind the application the child stands when both want the processor, as for nice(1).
const NICENESS: i32 = 10;

/// Lets the application go first, so that it answers while a file does its worst. A child that is as eager as before is only
/// more in the way.
pub(super) fn go_second() {
    let _ = nice(NICENESS);
}

/// Lowers a limit for good. Where the system is stricter already, that stays.
pub(super) fn at_most(resource: Resource, wanted: u64, hard: u64) -> Result<(), NotConfined> {
    let ceiling = getrlimit(resource).maximum;
    let lowered = |value: u64| Some(ceiling.map_or(value, |ceiling| ceiling.min(value)));
    let limit = Rlimit { current: lowered(wanted), maximum: lowered(hard) };
    setrlimit(resource, limit).map_err(refused)?;
    if getrlimit(resource).current.is_some_and(|held| held <= wanted) { Ok(()) } else { Err(NotConfined::LimitNotHeld) }
}

pub(super) fn refused(error: rustix::io::Errno) -> NotConfined {
    NotConfined::LimitRefused(error.into())
}
