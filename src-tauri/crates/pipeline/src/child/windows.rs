//! The jail of Windows, built around the child before it runs its first instruction: an AppContainer without a single
//! capability, less privileged than others of its kind, no further process, no new code, in a job with limits. Whatever of
//! it cannot be had, the child is not started.
#![expect(unsafe_code, reason = "the calls of Windows have no safe form")]

use std::ffi::{OsStr, c_void};
use std::mem::size_of;
use std::os::windows::ffi::OsStrExt;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::path::Path;
use std::{fs, io, iter, ptr};

use windows_sys::Win32::Foundation::{HANDLE, HANDLE_FLAG_INHERIT, SetHandleInformation, WAIT_OBJECT_0};
use windows_sys::Win32::System::Threading::{
    CREATE_NO_WINDOW, CREATE_SUSPENDED, CREATE_UNICODE_ENVIRONMENT, CreateProcessW, EXTENDED_STARTUPINFO_PRESENT,
    GetExitCodeProcess, INFINITE, PROCESS_INFORMATION, ResumeThread, STARTF_USESTDHANDLES, STARTUPINFOEXW,
    TerminateProcess, WaitForSingleObject,
};

use super::{End, Started};
use attributes::Attributes;
use container::Container;
use job::Job;

mod attributes;
mod container;
mod job;

/// The pipes are read and written by tokio's threads for blocking work.
pub(crate) type Requests = tokio::fs::File;
pub(crate) type Frames = tokio::fs::File;

/// With which code we end a child.
const ENDED_BY_US: u32 = 1;

/// The child's process, and the job that ends it when the last handle to it is closed: this one.
#[derive(Debug)]
pub(crate) struct Process {
    process: OwnedHandle,
    _job: Job,
}

impl Process {
    /// Waits for its end.
    pub(crate) async fn wait(&mut self) -> io::Result<End> {
        let process = self.process.try_clone()?;
        tokio::task::spawn_blocking(move || ended(&process)).await.map_err(io::Error::other)?
    }

    /// Ends it and waits until it is gone.
    pub(crate) async fn kill(&mut self) {
        // SAFETY: the handle is ours and open. It fails only for a child that is gone already.
        unsafe { TerminateProcess(self.process.as_raw_handle(), ENDED_BY_US) };
        drop(self.wait().await);
    }
}

pub(super) fn start(program: &Path, arguments: &[String]) -> io::Result<Started> {
    let (their_requests, requests) = io::pipe()?;
    let (frames, their_frames) = io::pipe()?;
    let theirs = [OwnedHandle::from(their_requests), OwnedHandle::from(their_frames)];
    for handle in &theirs {
        // SAFETY: the handle is ours and open.
        checked(unsafe { SetHandleInformation(handle.as_raw_handle(), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT) })?;
    }
    let job = Job::with_limits()?;
    let process = suspended_in_container(program, arguments, &theirs)?;
    // Not a single instruction has run yet. A child that cannot be put into the job is ended by the guard.
    let guarded = Guard(Some(process));
    guarded.put_into(&job)?;
    let process = guarded.resume()?;
    Ok(Started {
        process: Process { process, _job: job },
        requests: tokio::fs::File::from_std(fs::File::from(OwnedHandle::from(requests))),
        frames: tokio::fs::File::from_std(fs::File::from(OwnedHandle::from(frames))),
    })
}

/// A process that has not begun, and its first thread.
struct Suspended {
    process: OwnedHandle,
    thread: OwnedHandle,
}

/// Ends the process unless it is taken over.
struct Guard(Option<Suspended>);

impl Guard {
    fn put_into(&self, job: &Job) -> io::Result<()> {
        match &self.0 {
            Some(suspended) => job.take(&suspended.process),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn resume(mut self) -> io::Result<OwnedHandle> {
        let Some(suspended) = &self.0 else { return Err(io::ErrorKind::NotFound.into()) };
        // SAFETY: the handle is ours and open.
        if unsafe { ResumeThread(suspended.thread.as_raw_handle()) } == u32::MAX {
            return Err(io::Error::last_os_error());
        }
        self.0.take().map(|suspended| suspended.process).ok_or(io::ErrorKind::NotFound.into())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(suspended) = &self.0 {
            // SAFETY: the handle is ours and open.
            unsafe { TerminateProcess(suspended.process.as_raw_handle(), ENDED_BY_US) };
        }
    }
}

fn suspended_in_container(program: &Path, arguments: &[String], pipes: &[OwnedHandle; 2]) -> io::Result<Suspended> {
    let container = Container::of_the_renderer()?;
    let handles = [pipes[0].as_raw_handle(), pipes[1].as_raw_handle()];
    let mut attributes = Attributes::confining(&container, &handles)?;
    let mut startup = STARTUPINFOEXW::default();
    startup.StartupInfo.cb = size_of::<STARTUPINFOEXW>() as u32;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = handles[0];
    startup.StartupInfo.hStdOutput = handles[1];
    startup.lpAttributeList = attributes.as_mut_ptr();
    let program: Vec<u16> = wide(program.as_os_str());
    let mut line = command_line(arguments)?;
    // Two zeroes: no variable at all.
    let environment = [0_u16; 2];
    let mut begun = PROCESS_INFORMATION::default();
    // SAFETY: every pointer leads to a value that outlives the call: texts end with a zero, the command line is writable,
    // and `startup` is of the extended kind, which its size and the flag say.
    checked(unsafe {
        CreateProcessW(
            program.as_ptr(),
            line.as_mut_ptr(),
            ptr::null(),
            ptr::null(),
            1,
            CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT,
            environment.as_ptr().cast::<c_void>(),
            ptr::null(),
            &raw const startup.StartupInfo,
            &raw mut begun,
        )
    })?;
    // SAFETY: the call succeeded, so that both handles are open and ours alone.
    unsafe {
        Ok(Suspended {
            process: OwnedHandle::from_raw_handle(begun.hProcess),
            thread: OwnedHandle::from_raw_handle(begun.hThread),
        })
    }
}

/// Our own words only: none holds a quotation mark, and each stands in a pair of them.
fn command_line(arguments: &[String]) -> io::Result<Vec<u16>> {
    if arguments.iter().any(|word| word.contains('"') || word.ends_with('\\')) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let words = iter::once("budkavle-render").chain(arguments.iter().map(String::as_str));
    let line = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ");
    Ok(wide(OsStr::new(&line)))
}

fn ended(process: &OwnedHandle) -> io::Result<End> {
    // SAFETY: the handle is ours and open.
    if unsafe { WaitForSingleObject(process.as_raw_handle(), INFINITE) } != WAIT_OBJECT_0 {
        return Err(io::Error::last_os_error());
    }
    let mut code = 0;
    // SAFETY: the handle is ours and open; `code` is a place for a `u32`.
    checked(unsafe { GetExitCodeProcess(process.as_raw_handle(), &raw mut code) })?;
    Ok(meaning(code))
}

/// What a last code means. Rust's abort is a fail-fast; a job's limit on time has a code of its own; the mitigations that
/// end a process rather than refuse a call do it with one of three.
fn meaning(code: u32) -> End {
    const ERROR_NOT_ENOUGH_QUOTA: u32 = 1816;
    const STATUS_INVALID_HANDLE: u32 = 0xC000_0008;
    const STATUS_NO_MEMORY: u32 = 0xC000_0017;
    const STATUS_STACK_OVERFLOW: u32 = 0xC000_00FD;
    const STATUS_STACK_BUFFER_OVERRUN: u32 = 0xC000_0409;
    const STATUS_INVALID_CRUNTIME_PARAMETER: u32 = 0xC000_0417;
    const STATUS_DYNAMIC_CODE_BLOCKED: u32 = 0xC000_0604;
    const FIRST_EXCEPTION: u32 = 0x8000_0000;
    match code {
        STATUS_NO_MEMORY | STATUS_STACK_OVERFLOW | STATUS_STACK_BUFFER_OVERRUN => End::OutOfMemory,
        ERROR_NOT_ENOUGH_QUOTA => End::OutOfTime,
        STATUS_INVALID_HANDLE | STATUS_INVALID_CRUNTIME_PARAMETER | STATUS_DYNAMIC_CODE_BLOCKED => End::Violation,
        FIRST_EXCEPTION.. => End::Ended,
        code => End::Code(code.cast_signed()),
    }
}

/// UTF-16 with the zero that ends it.
fn wide(text: &OsStr) -> Vec<u16> {
    text.encode_wide().chain(iter::once(0)).collect()
}

/// The system's answer as a result.
fn checked(answer: windows_sys::core::BOOL) -> io::Result<()> {
    if answer == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// A handle that was given as a raw one.
fn owned(handle: HANDLE) -> io::Result<OwnedHandle> {
    if handle.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the caller just got it from the system and keeps no other copy.
    Ok(unsafe { OwnedHandle::from_raw_handle(handle) })
}
