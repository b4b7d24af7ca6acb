//! What a process of ours gives up before it holds anything of a citizen's.

use std::io;

/// Keeps this process's memory to itself: no image of it is written to disk, and on Linux no other process of the same user
/// may read it or attach to it. The programs call it first in `main`.
///
/// # Errors
/// The system refused. The program can be used all the same; its host says so in the log or on the terminal.
pub fn harden() -> io::Result<()> {
    no_core_dumps()?;
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// From here on a fault writes no image of the memory to disk: keys and files would lie in it in clear. Nothing that this
/// process starts can take it back.
///
/// Windows keeps no such image by itself; whether it is told to is the administrator's (`docs/it.md`).
///
/// # Errors
/// The system refused.
pub(crate) fn no_core_dumps() -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    }
    Ok(())
}
