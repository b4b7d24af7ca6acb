//! `budkavle-render`: the child that alone parses files from citizens.
//!
//! It reads [requests](frames::request) on standard input and writes [frames](frames::Frame) on standard output, for one
//! document, and then leaves. It opens no file, speaks to no network, reads no environment, takes no arguments and prints
//! nothing else; before the first byte is parsed it limits itself (see [`jail`]), and without limits it parses nothing.
//!
//! Do not add anything here that could be done in the parent. Whoever takes over this process must find it empty.

use std::io::Write;
use std::process::ExitCode;
use std::{io, panic, thread};

use frames::{DocumentFault, Frame};

mod conversation;
mod jail;
mod pdf;
mod photo;
mod picture;

/// Documents nest deeply and the libraries recurse; the main thread of some systems has only 1 MiB.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> ExitCode {
    // A panic's message may hold a piece of the document, and nobody is to read it.
    panic::set_hook(Box::new(|_| {}));

    if jail::confine().is_err() {
        let mut output = io::stdout().lock();
        let told = Frame::DocumentFault(DocumentFault::NotConfined).write_to(&mut output).and_then(|()| output.flush());
        // The parent reads the frame, or it is gone: there is nobody else to tell.
        drop(told);
        return ExitCode::FAILURE;
    }

    let worker = thread::Builder::new()
        .stack_size(STACK)
        .spawn(|| conversation::hold(&mut io::stdin().lock(), &mut io::stdout().lock()));
    match worker.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(_)) | Err(_)) | Err(_) => ExitCode::FAILURE,
    }
}
