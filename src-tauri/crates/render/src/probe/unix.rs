#![expect(
    unsafe_code,
    reason = "a debugger's call and a mapping of memory have no safe form; both only try to be refused"
)]

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::ptr;

use frames::probe::SUCCEEDED;
use rustix::process::{Pid, Signal, kill_process};

/// Becomes a shell that says that it could be started.
pub(super) fn execute() -> io::Result<()> {
    Err(Command::new("/bin/sh").arg("-c").arg(format!("exit {SUCCEEDED}")).exec())
}

/// A signal that everybody ignores who has not asked for it.
pub(super) fn signal(parent: u32) -> io::Result<()> {
    let parent = i32::try_from(parent).ok().and_then(Pid::from_raw).ok_or(io::ErrorKind::InvalidInput)?;
    Ok(kill_process(parent, Signal::URG)?)
}

/// Attaches without stopping the parent; with the end of this process it is let go.
#[cfg(target_os = "linux")]
pub(super) fn trace(parent: u32) -> io::Result<()> {
    let parent = i32::try_from(parent).map_err(|_| io::ErrorKind::InvalidInput)?;
    let nothing = ptr::null_mut::<libc::c_void>();
    // SAFETY: PTRACE_SEIZE takes no pointer into our memory; address and options are zero.
    answer(unsafe { libc::ptrace(libc::PTRACE_SEIZE, parent, nothing, nothing) } == -1)
}

/// Attaches as a debugger does.
#[cfg(target_os = "macos")]
pub(super) fn trace(parent: u32) -> io::Result<()> {
    let parent = i32::try_from(parent).map_err(|_| io::ErrorKind::InvalidInput)?;
    // SAFETY: PT_ATTACHEXC takes no pointer into our memory; address and data are zero.
    answer(unsafe { libc::ptrace(libc::PT_ATTACHEXC, parent, ptr::null_mut(), 0) } == -1)
}

/// A page that could be written and then run.
pub(super) fn executable_memory() -> io::Result<()> {
    let all = libc::PROT_READ | libc::PROT_WRITE | libc::PROT_EXEC;
    // SAFETY: a new anonymous mapping at an address of the kernel's choosing; nothing reads, writes or runs it.
    let page = unsafe { libc::mmap(ptr::null_mut(), 4096, all, libc::MAP_PRIVATE | libc::MAP_ANON, -1, 0) };
    answer(page == libc::MAP_FAILED)
}

fn answer(refused: bool) -> io::Result<()> {
    if refused { Err(io::Error::last_os_error()) } else { Ok(()) }
}
