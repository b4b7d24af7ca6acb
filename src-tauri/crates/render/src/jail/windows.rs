#![expect(unsafe_code, reason = "the calls of Windows have no safe form")]

use std::mem::size_of;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr;

use frames::Confinement;
use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::Security::{GetTokenInformation, TOKEN_QUERY, TokenIsAppContainer};
use windows_sys::Win32::System::JobObjects::{
    JOB_OBJECT_LIMIT_ACTIVE_PROCESS, JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOB_OBJECT_LIMIT_PROCESS_TIME,
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JobObjectExtendedLimitInformation, QueryInformationJobObject,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

use super::NotConfined;

/// The parent built the jail before this process ran its first instruction; here it is only looked at, so that a parent
/// that forgot gets nothing parsed.
pub(super) fn limit() -> Result<Confinement, NotConfined> {
    let wanted = JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_PROCESS_TIME;
    let mut held = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
    // SAFETY: no handle means the job of this process; the buffer is the structure that this class fills, of its size.
    let known = unsafe {
        QueryInformationJobObject(
            ptr::null_mut(),
            JobObjectExtendedLimitInformation,
            (&raw mut held).cast(),
            size_of::<JOBOBJECT_EXTENDED_LIMIT_INFORMATION>() as u32,
            ptr::null_mut(),
        )
    };
    if known != 0 && held.BasicLimitInformation.LimitFlags & wanted == wanted {
        Ok(Confinement::LIMITS)
    } else {
        Err(NotConfined::NotContained)
    }
}

pub(super) fn close_calls() -> Result<Confinement, NotConfined> {
    if in_container()? { Ok(Confinement::CALLS) } else { Err(NotConfined::NotContained) }
}

fn in_container() -> Result<bool, NotConfined> {
    let mut token: HANDLE = ptr::null_mut();
    // SAFETY: the pseudo handle of this process is always valid; `token` is a place for one handle.
    if unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) } == 0 {
        return Err(NotConfined::NotContained);
    }
    // SAFETY: just opened, and owned by nobody else.
    let token = unsafe { OwnedHandle::from_raw_handle(token) };
    let (mut contained, mut length) = (0_u32, 0_u32);
    // SAFETY: this class fills a `u32`, whose size is told; `length` is a place for a `u32`.
    let known = unsafe {
        GetTokenInformation(
            token.as_raw_handle(),
            TokenIsAppContainer,
            (&raw mut contained).cast(),
            size_of::<u32>() as u32,
            &raw mut length,
        )
    };
    Ok(known != 0 && contained != 0)
}
