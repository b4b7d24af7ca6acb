#![expect(unsafe_code, reason = "the sandbox of macOS has no safe form")]

use std::ffi::{c_char, c_int};
use std::ptr;

use frames::Confinement;
use rustix::process::Resource;

use super::NotConfined;
use super::limits::{DESCRIPTORS, MEMORY, PROCESSOR_SECONDS, at_most, go_second};

/// Everything is refused but what a process that runs already needs no leave for: its two pipes, its memory, the clock.
const PROFILE: &[u8] = b"(version 1)(deny default)\0";

#[link(name = "System")]
unsafe extern "C" {
    /// Deprecated for years and enforced by every macOS.
    fn sandbox_init(profile: *const c_char, flags: u64, error: *mut *mut c_char) -> c_int;
    fn sandbox_free_error(error: *mut c_char);
}

pub(super) fn limit() -> Result<Confinement, NotConfined> {
    go_second();
    at_most(Resource::Core, 0, 0)?;
    at_most(Resource::As, MEMORY, MEMORY)?;
    at_most(Resource::Cpu, PROCESSOR_SECONDS, PROCESSOR_SECONDS + 5)?;
    at_most(Resource::Nofile, DESCRIPTORS, DESCRIPTORS)?;
    Ok(Confinement::LIMITS)
}

/// Closes the whole process in, all of its threads, for good.
pub(super) fn close_calls() -> Result<Confinement, NotConfined> {
    let mut error = ptr::null_mut();
    // SAFETY: the profile ends with a zero and lives for ever; `error` points to a place for one pointer.
    let outcome = unsafe { sandbox_init(PROFILE.as_ptr().cast(), 0, &raw mut error) };
    if !error.is_null() {
        // SAFETY: set by sandbox_init, and freed once.
        unsafe { sandbox_free_error(error) };
    }
    if outcome == 0 { Ok(Confinement::CALLS) } else { Err(NotConfined::SandboxRefused) }
}
