use std::ffi::OsStr;
use std::io;
use std::ptr;

use windows_sys::Win32::Security::Isolation::{CreateAppContainerProfile, DeriveAppContainerSidFromAppContainerName};
use windows_sys::Win32::Security::{FreeSid, PSID};

use super::wide;

/// Which container; one for all documents, since nothing is kept in it.
const NAME: &str = "Budkavle.Renderer";
/// `HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS)`.
const ALREADY_EXISTS: i32 = 0x8007_00B7_u32.cast_signed();

/// The container's name as the system knows it.
pub(super) struct Container(PSID);

impl Container {
    /// The renderer's; made for this user the first time.
    pub(super) fn of_the_renderer() -> io::Result<Self> {
        let (name, mut sid) = (wide(OsStr::new(NAME)), ptr::null_mut());
        // SAFETY: the texts end with a zero and outlive the call; there are no capabilities; `sid` is a place for a pointer.
        let made = unsafe {
            CreateAppContainerProfile(name.as_ptr(), name.as_ptr(), name.as_ptr(), ptr::null(), 0, &raw mut sid)
        };
        let answer = if made == ALREADY_EXISTS {
            // SAFETY: as above.
            unsafe { DeriveAppContainerSidFromAppContainerName(name.as_ptr(), &raw mut sid) }
        } else {
            made
        };
        if answer < 0 || sid.is_null() { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(Self(sid)) }
    }

    pub(super) fn sid(&self) -> PSID {
        self.0
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        // SAFETY: made by one of the two calls above, which say to free it so, and freed once.
        unsafe { FreeSid(self.0) };
    }
}
