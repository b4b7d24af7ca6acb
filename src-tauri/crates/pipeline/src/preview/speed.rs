//! What makes a child quick without making it anything else.

use std::path::Path;
use std::process::{Command, Stdio};

/// The child's whole environment: how glibc's allocator is to work; elsewhere it means nothing.
///
/// A page passes through a few blocks of many megabytes. By default each is new from the kernel, in pieces of 4 KiB that
/// fault one by one, which took a third to a half of the time of a page. So: one heap for all threads, large pages, and
/// blocks up to 32 MiB are kept and used again. The child's limit of memory stands above all of it (docs/adr/0014).
pub(crate) const MEMORY: [(&str, &str); 1] = [(
    "GLIBC_TUNABLES",
    "glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1:glibc.malloc.top_pad=4194304:\
     glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=134217728",
)];

/// Lets a pipe hold what otherwise takes sixteen turns of both sides. A pipe that stays narrow is only slower.
#[cfg(target_os = "linux")]
pub(crate) fn widen(pipe: &impl std::os::fd::AsFd) {
    /// The most that Linux grants without privileges (pipe(7)).
    const WIDE: usize = 1024 * 1024;
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, WIDE);
}

/// Other systems have no such call; on Windows the pipes are made elsewhere.
#[cfg(all(unix, not(target_os = "linux")))]
pub(crate) fn widen<T>(_pipe: &T) {}

/// A child as it is started for a document, to which only its two pipes are missing.
pub(crate) fn bare_command(program: &Path, arguments: &[String]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).env_clear().envs(MEMORY).stderr(Stdio::null());
    command
}
