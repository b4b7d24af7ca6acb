//! What this process takes away from itself before it reads a byte that a stranger wrote.
//!
//! One module per operating system. A system without a module is refused: no limits, no parsing.

use frames::Confinement;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux as system;

#[cfg(not(target_os = "linux"))]
mod unknown;
#[cfg(not(target_os = "linux"))]
use unknown as system;

/// Address space, in bytes. The largest ordinary document seen needed 539 MB.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Processor time for the whole document, in seconds.
#[cfg(target_os = "linux")]
const PROCESSOR_SECONDS: u64 = 60;
/// Standard input, output and error are open already; no further descriptor can be had, hence no file and no socket.
#[cfg(target_os = "linux")]
const DESCRIPTORS: u64 = 3;

/// The process could not be limited and must not parse anything.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotConfined {
    /// The system refused a limit.
    #[cfg(target_os = "linux")]
    #[error("a limit was refused")]
    LimitRefused(#[source] std::io::Error),
    /// The system accepted a limit, but it does not hold.
    #[cfg(target_os = "linux")]
    #[error("a limit does not hold")]
    LimitNotHeld,
    /// A system-call filter could not be put together for this processor.
    #[cfg(target_os = "linux")]
    #[error("the system-call filter could not be built")]
    FilterNotBuilt,
    /// The kernel did not take the system-call filter.
    #[cfg(target_os = "linux")]
    #[error("the system-call filter was refused")]
    FilterRefused,
    /// There is no jail for this system.
    #[cfg(not(target_os = "linux"))]
    #[error("no jail for this system")]
    UnknownSystem,
}

/// A process that is limited, but whose system calls are still open.
pub(crate) struct Limited(Confinement);

/// Limits this process for the rest of its life. Must be called before any thread is started.
///
/// # Errors
/// See [`NotConfined`]. The caller parses nothing then.
pub(crate) fn limit() -> Result<Limited, NotConfined> {
    system::limit().map(Limited)
}

impl Limited {
    /// Closes the system calls of all threads. To be called once every thread that will ever be is there, and before a
    /// byte is read.
    ///
    /// # Errors
    /// See [`NotConfined`]. The caller parses nothing then.
    pub(crate) fn close_calls(self) -> Result<Confinement, NotConfined> {
        system::close_calls().map(|calls| self.0 | calls)
    }
}
