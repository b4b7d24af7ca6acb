#![expect(unsafe_code, reason = "the calls of Windows have no safe form; all of these only try to be refused")]

use std::io;
use std::process::{Command, Stdio};
use std::ptr;

use windows_sys::Win32::Foundation::CloseHandle;
use windows_sys::Win32::System::Memory::{MEM_COMMIT, MEM_RESERVE, PAGE_EXECUTE_READWRITE, VirtualAlloc};
use windows_sys::Win32::System::Threading::{
    OpenProcess, PROCESS_ACCESS_RIGHTS, PROCESS_TERMINATE, PROCESS_VM_OPERATION, PROCESS_VM_READ, PROCESS_VM_WRITE,
};

/// Starts the command interpreter, which ends at once.
pub(super) fn execute() -> io::Result<()> {
    let mut command = Command::new("cmd.exe");
    command.args(["/C", "exit"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().map(drop)
}

/// Asks for the right to end the parent, without using it.
pub(super) fn signal(parent: u32) -> io::Result<()> {
    open(parent, PROCESS_TERMINATE)
}

/// Asks for the rights of a debugger, without using them.
pub(super) fn trace(parent: u32) -> io::Result<()> {
    open(parent, PROCESS_VM_OPERATION | PROCESS_VM_READ | PROCESS_VM_WRITE)
}

/// A page that could be written and then run.
pub(super) fn executable_memory() -> io::Result<()> {
    // SAFETY: a new mapping at an address of the system's choosing; nothing reads, writes or runs it.
    let page = unsafe { VirtualAlloc(ptr::null(), 4096, MEM_COMMIT | MEM_RESERVE, PAGE_EXECUTE_READWRITE) };
    if page.is_null() { Err(io::Error::last_os_error()) } else { Ok(()) }
}

fn open(process: u32, rights: PROCESS_ACCESS_RIGHTS) -> io::Result<()> {
    // SAFETY: takes and gives no pointer.
    let handle = unsafe { OpenProcess(rights, 0, process) };
    if handle.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle was just opened here and is used by nobody else.
    unsafe { CloseHandle(handle) };
    Ok(())
}
