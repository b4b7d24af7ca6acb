//! How long the computer has run, by the clock that nobody can set.

use vault::BootClock;

/// `CLOCK_BOOTTIME` counts in sleep too; the kernel names each start.
#[cfg(target_os = "linux")]
pub(crate) fn clock() -> Option<BootClock> {
    let up = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let name = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok();
    let session = name.and_then(|name| uuid::Uuid::parse_str(name.trim()).ok()).map(uuid::Uuid::into_bytes);
    Some(BootClock { session, up: millis(up.tv_sec, up.tv_nsec)? })
}

/// The Mac's monotonic clock counts in sleep too.
#[cfg(target_os = "macos")]
pub(crate) fn clock() -> Option<BootClock> {
    let up = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    Some(BootClock { session: None, up: millis(up.tv_sec, up.tv_nsec)? })
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn millis(seconds: i64, nanos: i64) -> Option<u64> {
    let seconds = u64::try_from(seconds).ok()?.checked_mul(1_000)?;
    seconds.checked_add(u64::try_from(nanos).ok()? / 1_000_000)
}

/// Milliseconds since Windows was started, asleep or awake.
#[cfg(windows)]
pub(crate) fn clock() -> Option<BootClock> {
    #[expect(unsafe_code, reason = "it takes nothing and returns a number; the standard library does not offer it")]
    // SAFETY: the function has no preconditions.
    let up = unsafe { windows_sys::Win32::System::SystemInformation::GetTickCount64() };
    Some(BootClock { session: None, up })
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
pub(crate) fn clock() -> Option<BootClock> {
    None
}
