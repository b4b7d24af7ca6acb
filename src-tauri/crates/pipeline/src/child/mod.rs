//! Starting the child program with nothing but two pipes, and what its end means.
//!
//! On Linux and macOS the child jails itself and says so; on Windows the jail is built around it before it runs its first
//! instruction. Either way there is no other place where it is started.

use std::io;
use std::path::Path;

#[cfg(unix)]
mod unix;
#[cfg(unix)]
use unix as system;

#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows as system;

pub(crate) use system::{Frames, Process, Requests};

/// A child that runs. Dropping it ends it.
pub(crate) struct Started {
    pub(crate) process: Process,
    pub(crate) requests: Requests,
    pub(crate) frames: Frames,
}

/// How a child ended, as its system tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// By itself, with this code.
    Code(i32),
    /// Memory that it asked for was refused, and it gave up.
    OutOfMemory,
    /// It used up its processor time.
    OutOfTime,
    /// The system ended it because it tried something that its jail forbids.
    Violation,
    /// Otherwise: it crashed, or somebody ended it.
    Ended,
}

/// Starts the program with no environment but what its allocator is told, no terminal and nobody to complain to.
///
/// # Errors
/// It cannot be started, or on Windows not in a jail.
pub(crate) fn start(program: &Path, arguments: &[String]) -> io::Result<Started> {
    system::start(program, arguments)
}
