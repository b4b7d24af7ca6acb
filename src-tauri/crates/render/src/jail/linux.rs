use std::collections::BTreeMap;

use frames::Confinement;
use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{
    DumpableBehavior, Resource, Signal, getpid, set_dumpable_behavior, set_parent_process_death_signal,
};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch, apply_filter_all_threads,
};

use super::NotConfined;
use super::limits::{DESCRIPTORS, MEMORY, PROCESSOR_SECONDS, at_most, go_second, refused};

mod descriptors;

/// The newest Landlock that is asked for; an older kernel gives what it has.
const LANDLOCK: ABI = ABI::V6;

/// Everything that must be taken away before the first thread is started, because it holds for a thread and those that it
/// starts.
pub(super) fn limit() -> Result<Confinement, NotConfined> {
    descriptors::close_inherited()?;
    go_second();
    // No debugger of the same user may attach, and no core file may hold a citizen's document.
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(refused)?;
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(refused)?;
    // A kernel without Landlock is no reason to refuse: the system-call filter carries the promise.
    let files = close_file_system().unwrap_or(Confinement::NONE);
    at_most(Resource::Core, 0, 0)?;
    at_most(Resource::As, MEMORY, MEMORY)?;
    // At the soft limit comes a signal that says why; were both the same, the child would be killed like by anybody else.
    at_most(Resource::Cpu, PROCESSOR_SECONDS, PROCESSOR_SECONDS + 5)?;
    // After Landlock, which needs a descriptor for a moment.
    at_most(Resource::Nofile, DESCRIPTORS, DESCRIPTORS)?;
    Ok(Confinement::LIMITS | files)
}

/// Lays the system-call filters over every thread of the process. From here on no thread can be started either.
pub(super) fn close_calls() -> Result<Confinement, NotConfined> {
    for filter in [refusals()?, allowed()?] {
        let program: BpfProgram = filter.try_into().map_err(|_| NotConfined::FilterNotBuilt)?;
        apply_filter_all_threads(&program).map_err(|_| NotConfined::FilterRefused)?;
    }
    Ok(Confinement::CALLS)
}

fn close_file_system() -> Option<Confinement> {
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(LANDLOCK))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(LANDLOCK)))
        .and_then(|rules| rules.scope(Scope::from_all(LANDLOCK)))
        .and_then(Ruleset::create)
        .ok()?;
    let status = ruleset.restrict_self().ok()?;
    match status.ruleset {
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Some(Confinement::FILES),
        RulesetStatus::NotEnforced => None,
    }
}

/// glibc opens `/proc/sys/vm/overcommit_memory` when it gives memory back. It takes a refusal well; were it killed for it,
/// a drawing that went well would die at its end.
fn refusals() -> Result<SeccompFilter, NotConfined> {
    let calls = BTreeMap::from([(libc::SYS_openat, Vec::new())]);
    let refuse = SeccompAction::Errno(libc::EACCES.unsigned_abs());
    SeccompFilter::new(calls, SeccompAction::Allow, refuse, architecture()?).map_err(|_| NotConfined::FilterNotBuilt)
}

/// What drawing needs. Everything else kills the process with SIGSYS, which the parent tells from every other end.
fn allowed() -> Result<SeccompFilter, NotConfined> {
    let mut calls: BTreeMap<i64, Vec<SeccompRule>> = [
        // The two pipes.
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_writev,
        // Memory.
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        // Threads that are there already waiting for each other, and their end.
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_exit,
        libc::SYS_exit_group,
        libc::SYS_restart_syscall,
        // Signals to itself: an allocation that fails aborts, and the parent must hear of that and not of this filter.
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_getpid,
        libc::SYS_gettid,
        // Chance and time.
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        // Refused by the other filter, not killed.
        libc::SYS_openat,
    ]
    .into_iter()
    .map(|call| (call, Vec::new()))
    .collect();
    let no_execution = masked(2, u64::from(libc::PROT_EXEC.unsigned_abs()), 0)?;
    calls.insert(libc::SYS_mmap, vec![rule(no_execution.clone())?]);
    calls.insert(libc::SYS_mprotect, vec![rule(no_execution)?]);
    let own = u64::try_from(getpid().as_raw_nonzero().get()).map_err(|_| NotConfined::FilterNotBuilt)?;
    let to_itself = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, own);
    calls.insert(libc::SYS_tgkill, vec![rule(to_itself.map_err(|_| NotConfined::FilterNotBuilt)?)?]);
    SeccompFilter::new(calls, SeccompAction::KillProcess, SeccompAction::Allow, architecture()?)
        .map_err(|_| NotConfined::FilterNotBuilt)
}

fn masked(argument: u8, mask: u64, value: u64) -> Result<SeccompCondition, NotConfined> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(mask), value)
        .map_err(|_| NotConfined::FilterNotBuilt)
}

fn rule(condition: SeccompCondition) -> Result<SeccompRule, NotConfined> {
    SeccompRule::new(vec![condition]).map_err(|_| NotConfined::FilterNotBuilt)
}

fn architecture() -> Result<TargetArch, NotConfined> {
    std::env::consts::ARCH.try_into().map_err(|_| NotConfined::FilterNotBuilt)
}
