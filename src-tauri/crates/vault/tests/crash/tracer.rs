//! Another program, stopped at each change that it makes on disk (ptrace). There it can be killed, or told that the
//! disk is full.
#![expect(unsafe_code, reason = "the system's calls for tracing have no safe form")]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{mem, ptr};

/// Begins the line with which a program says which of its threads is to be traced, and then waits for a line.
pub(crate) const THREAD: &str = "thread ";

/// What happens at a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum At {
    /// The program runs to its end.
    Nothing,
    /// It is killed before this change.
    Killed(usize),
    /// It is killed when half of what it writes there is written.
    KilledHalfWay(usize),
    /// There is no room for this one change, and room again for the next.
    NoRoom(usize),
    /// There is no room from this change on, for anything that takes room.
    NoRoomFrom(usize),
    /// There is no room from this change on, until something is removed. What is flushed finds its room.
    NoRoomUntilRemoval(usize),
}

/// How the program ran.
pub(crate) struct Run {
    /// For each change that it made or tried: whether it was a writing of bytes.
    pub(crate) changes: Vec<bool>,
    /// What it printed, if it ended by itself and well.
    pub(crate) said: Option<String>,
}

/// The calls that change something on disk, by what they need.
enum Change {
    Bytes,
    Name,
    Removal,
}

/// Starts the program and stops it as told.
pub(crate) fn run(command: &mut Command, mut at: At) -> Run {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut output = BufReader::new(child.stdout.take().expect("it was piped"));
    let thread = thread_of(&mut output);
    trace(libc::PTRACE_SEIZE, thread, libc::PTRACE_O_TRACESYSGOOD | libc::PTRACE_O_EXITKILL);
    trace(libc::PTRACE_INTERRUPT, thread, 0);
    wait(thread).expect("it stops");
    child.stdin.as_mut().expect("it was piped").write_all(b"\n").expect("it listens");

    let mut changes = Vec::new();
    let mut inside: Option<At> = None;
    trace(libc::PTRACE_SYSCALL, thread, 0);
    while let Some(status) = wait(thread) {
        let stopped_by = libc::WIFSTOPPED(status).then(|| libc::WSTOPSIG(status));
        if stopped_by == Some(libc::SIGTRAP | 0x80) {
            match inside.take() {
                Some(At::NoRoom(_) | At::NoRoomFrom(_) | At::NoRoomUntilRemoval(_)) => deny(thread),
                Some(At::KilledHalfWay(_)) => return killed(child, thread, changes),
                Some(_) => {}
                None => match enter(thread, &mut at, &mut changes) {
                    At::Killed(_) => return killed(child, thread, changes),
                    entered => inside = Some(entered),
                },
            }
            trace(libc::PTRACE_SYSCALL, thread, 0);
        } else if let Some(signal) = stopped_by {
            let signal = if signal == libc::SIGTRAP || status >> 16 != 0 { 0 } else { signal };
            trace(libc::PTRACE_SYSCALL, thread, signal);
        } else {
            break;
        }
    }
    let mut said = String::new();
    output.read_to_string(&mut said).expect("text");
    let ended_well = child.wait().expect("it ends").success();
    Run { changes, said: ended_well.then_some(said) }
}

fn thread_of(output: &mut BufReader<ChildStdout>) -> libc::pid_t {
    let mut line = String::new();
    while output.read_line(&mut line).expect("text") > 0 {
        if let Some(number) = line.trim_end().strip_prefix(THREAD) {
            return number.parse().expect("a number");
        }
        line.clear();
    }
    panic!("the program did not say which thread it works in");
}

fn killed(mut child: Child, thread: libc::pid_t, changes: Vec<bool>) -> Run {
    child.kill().expect("it runs");
    while wait(thread).is_some_and(|status| libc::WIFSTOPPED(status)) {}
    child.wait().expect("it ends");
    Run { changes, said: None }
}

/// Looks at a call before it is done, and bends it as told. Returns what is to be done when it is over.
fn enter(thread: libc::pid_t, at: &mut At, changes: &mut Vec<bool>) -> At {
    let mut registers = registers(thread);
    let Some(change) = change(&registers) else { return At::Nothing };
    let number = changes.len();
    changes.push(matches!(change, Change::Bytes));
    match *at {
        At::Killed(nth) if nth == number => return *at,
        At::KilledHalfWay(nth) if nth == number => registers.rdx /= 2,
        At::NoRoom(nth) if nth == number => registers.orig_rax = u64::MAX,
        At::NoRoomFrom(nth) if nth <= number && !matches!(change, Change::Removal) => registers.orig_rax = u64::MAX,
        At::NoRoomUntilRemoval(nth) if nth <= number && takes_room(&change, &registers) => {
            registers.orig_rax = u64::MAX;
        }
        At::NoRoomUntilRemoval(nth) if nth <= number && makes_room(&registers) => {
            *at = At::Nothing;
            return At::Nothing;
        }
        _ => return At::Nothing,
    }
    set_registers(thread, &mut registers);
    *at
}

/// The call was not done; its answer becomes "no room left".
fn deny(thread: libc::pid_t) {
    let mut registers = registers(thread);
    registers.rax = u64::MAX - u64::from(libc::ENOSPC.unsigned_abs()) + 1;
    set_registers(thread, &mut registers);
}

fn change(registers: &libc::user_regs_struct) -> Option<Change> {
    let creates = |flags: u64| flags & u64::from((libc::O_CREAT | libc::O_TRUNC).unsigned_abs()) != 0;
    match registers.orig_rax.cast_signed() {
        // Not to the pipe on which it talks.
        libc::SYS_write | libc::SYS_pwrite64 | libc::SYS_writev if registers.rdi > 2 => Some(Change::Bytes),
        libc::SYS_openat if creates(registers.rdx) => Some(Change::Name),
        libc::SYS_open if creates(registers.rsi) => Some(Change::Name),
        libc::SYS_mkdir | libc::SYS_mkdirat | libc::SYS_rename | libc::SYS_renameat | libc::SYS_renameat2 => {
            Some(Change::Name)
        }
        libc::SYS_fsync | libc::SYS_fdatasync => Some(Change::Name),
        libc::SYS_unlink | libc::SYS_unlinkat | libc::SYS_rmdir | libc::SYS_ftruncate => Some(Change::Removal),
        libc::SYS_chmod | libc::SYS_fchmod | libc::SYS_fchmodat => Some(Change::Removal),
        _ => None,
    }
}

fn takes_room(change: &Change, registers: &libc::user_regs_struct) -> bool {
    let flushes = [libc::SYS_fsync, libc::SYS_fdatasync].contains(&registers.orig_rax.cast_signed());
    !flushes && !matches!(change, Change::Removal)
}

fn makes_room(registers: &libc::user_regs_struct) -> bool {
    [libc::SYS_unlink, libc::SYS_unlinkat].contains(&registers.orig_rax.cast_signed())
}

fn trace(request: libc::c_uint, thread: libc::pid_t, data: libc::c_int) {
    // SAFETY: none of these requests takes a pointer; the third argument is to be null.
    let outcome = unsafe { libc::ptrace(request, thread, ptr::null_mut::<libc::c_void>(), libc::c_long::from(data)) };
    assert_eq!(outcome, 0, "this system does not let a test trace its own child");
}

fn registers(thread: libc::pid_t) -> libc::user_regs_struct {
    // SAFETY: a struct of numbers, for which zeros are as good as any.
    let mut registers: libc::user_regs_struct = unsafe { mem::zeroed() };
    // SAFETY: the struct is the one that this request fills in, and outlives it.
    let outcome =
        unsafe { libc::ptrace(libc::PTRACE_GETREGS, thread, ptr::null_mut::<libc::c_void>(), &raw mut registers) };
    assert_eq!(outcome, 0, "a stopped thread has registers");
    registers
}

fn set_registers(thread: libc::pid_t, registers: &mut libc::user_regs_struct) {
    // SAFETY: the struct is the one that this request reads, and outlives it.
    let outcome =
        unsafe { libc::ptrace(libc::PTRACE_SETREGS, thread, ptr::null_mut::<libc::c_void>(), &raw mut *registers) };
    assert_eq!(outcome, 0, "a stopped thread takes registers");
}

/// The thread's next change of state; `None` when it is gone.
fn wait(thread: libc::pid_t) -> Option<libc::c_int> {
    let mut status = 0;
    // SAFETY: the status is a number of ours that outlives the call.
    let waited = unsafe { libc::waitpid(thread, &raw mut status, libc::__WALL) };
    (waited == thread).then_some(status)
}
