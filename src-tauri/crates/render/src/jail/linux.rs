use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};

use super::{DESCRIPTORS, MEMORY, NotConfined, PROCESSOR_SECONDS};

pub(super) fn confine() -> Result<(), NotConfined> {
    // No debugger of the same user may attach, and no core file may hold a citizen's document.
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(|error| NotConfined::LimitRefused(error.into()))?;
    at_most(Resource::Core, 0, 0)?;
    at_most(Resource::As, MEMORY, MEMORY)?;
    // At the soft limit comes a signal that says why; were both the same, the child would be killed like by anybody else.
    at_most(Resource::Cpu, PROCESSOR_SECONDS, PROCESSOR_SECONDS + 5)?;
    at_most(Resource::Nofile, DESCRIPTORS, DESCRIPTORS)
}

/// Lowers a limit for good. Where the system is stricter already, that stays.
fn at_most(resource: Resource, wanted: u64, hard: u64) -> Result<(), NotConfined> {
    let ceiling = getrlimit(resource).maximum;
    let lowered = |value: u64| Some(ceiling.map_or(value, |ceiling| ceiling.min(value)));
    let limit = Rlimit { current: lowered(wanted), maximum: lowered(hard) };
    setrlimit(resource, limit).map_err(|error| NotConfined::LimitRefused(error.into()))?;
    if getrlimit(resource).current.is_some_and(|held| held <= wanted) { Ok(()) } else { Err(NotConfined::LimitNotHeld) }
}
