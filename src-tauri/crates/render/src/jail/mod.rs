//! What this process takes away from itself before it reads a byte that a stranger wrote.
//!
//! One module per operating system. A system without a module is refused: no limits, no parsing.

use frames::Confinement;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux as system;

#[cfg(unix)]
mod limits;

#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "macos")]
use macos as system;

#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows as system;

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
compile_error!("there is no jail for this system, and without a jail no file may be parsed");

/// The process could not be limited and must not parse anything.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotConfined {
    /// The system refused a limit.
    #[cfg(unix)]
    #[error("a limit was refused")]
    LimitRefused(#[source] std::io::Error),
    /// The system accepted a limit, but it does not hold.
    #[cfg(unix)]
    #[error("a limit does not hold")]
    LimitNotHeld,
    /// What the parent had open could not be closed.
    #[cfg(target_os = "linux")]
    #[error("an inherited descriptor stays open")]
    DescriptorsOpen,
    /// A system-call filter could not be put together for this processor.
    #[cfg(target_os = "linux")]
    #[error("the system-call filter could not be built")]
    FilterNotBuilt,
    /// The kernel did not take the system-call filter.
    #[cfg(target_os = "linux")]
    #[error("the system-call filter was refused")]
    FilterRefused,
    /// The system did not take the sandbox's profile.
    #[cfg(target_os = "macos")]
    #[error("the sandbox was refused")]
    SandboxRefused,
    /// The parent did not start this process in an AppContainer and a job with limits.
    #[cfg(windows)]
    #[error("not started in a container with limits")]
    NotContained,
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
