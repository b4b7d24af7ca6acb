//! How much of the computer's memory a process of ours holds on to.

/// Blocks of so many bytes and more go back to the system when they are let go.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: std::ffi::c_int = 1024 * 1024;

/// Lets go of large blocks – a page's pixels, an attachment – as soon as they are of no more use. The shell calls it first in
/// `main`, before there are threads.
///
/// By default glibc's allocator learns from each such block to keep the next of its size, in the heap of each thread: after
/// an hour of attachments that is a hundred megabytes. Other systems' allocators do not.
pub fn give_large_blocks_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        #[expect(unsafe_code, reason = "the allocator's own setting, which has no safe form")]
        // SAFETY: it takes and returns numbers, and nothing else changes the allocator's settings.
        let understood = unsafe { libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE) };
        debug_assert_eq!(understood, 1, "glibc knows this setting");
    }
}
