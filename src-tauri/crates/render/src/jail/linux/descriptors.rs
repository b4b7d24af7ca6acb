#![expect(unsafe_code, reason = "a descriptor that nobody here owns can only be closed by its number")]

use std::fs;

use super::NotConfined;

/// The first after standard input, output and error.
const FIRST: u32 = 3;

/// Closes everything that the parent had open and let this process inherit: a library's socket, an open database. To be
/// called before anything here has opened anything.
pub(super) fn close_inherited() -> Result<(), NotConfined> {
    // SAFETY: no object of this process owns a descriptor yet, so none is closed beneath its owner.
    let closed = unsafe { libc::syscall(libc::SYS_close_range, FIRST, u32::MAX, 0) };
    if closed == 0 { Ok(()) } else { one_by_one() }
}

/// For kernels before 5.9.
fn one_by_one() -> Result<(), NotConfined> {
    for descriptor in inherited()? {
        // SAFETY: as above; the listing itself is closed by now, and closing its number again does nothing.
        unsafe { libc::close(descriptor) };
    }
    // The listing's own descriptor is always one of them.
    if inherited()?.len() <= 1 { Ok(()) } else { Err(NotConfined::DescriptorsOpen) }
}

fn inherited() -> Result<Vec<i32>, NotConfined> {
    let listing = fs::read_dir("/proc/self/fd").map_err(|_| NotConfined::DescriptorsOpen)?;
    let numbers = listing.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok());
    Ok(numbers.filter(|number| number.unsigned_abs() >= FIRST).collect())
}
