//! `budkavle-render`: the child that alone parses files from citizens.
//!
//! It reads [requests](frames::request) on standard input and writes [frames](frames::Frame) on standard output, for one
//! document, and then leaves. It opens no file, speaks to no network, reads no environment (the C library does: there the
//! parent tells its allocator how to work), takes no arguments and prints nothing else; before the first byte is parsed it
//! limits itself (see [`jail`]), and without limits it parses nothing.
//!
//! Do not add anything here that could be done in the parent. Whoever takes over this process must find it empty.

use std::io::Write;
use std::process::ExitCode;
use std::sync::mpsc;
use std::{io, panic, thread};

use frames::{DocumentFault, Frame};

mod conversation;
#[cfg(feature = "heic")]
mod heic;
mod jail;
mod pdf;
mod photo;
mod picture;
mod several;
mod shrink;

/// Documents nest deeply and the libraries recurse; the main thread of some systems has only 1 MiB.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> ExitCode {
    // A panic's message may hold a piece of the document, and nobody is to read it.
    panic::set_hook(Box::new(|_| {}));

    let Ok(limited) = jail::limit() else {
        return not_confined();
    };
    // The worker must be up and running before the system calls are closed: what a thread does to start is among them.
    let (here, is_here) = mpsc::channel();
    let (confined, begin) = mpsc::channel();
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || {
        // The main thread waits for it.
        let _ = here.send(());
        // Ended without a word: not confined, and nothing to do.
        let Ok(confinement) = begin.recv() else { return Ok(()) };
        conversation::hold(confinement, &mut io::stdin().lock(), &mut io::stdout().lock())
    });
    let Ok(worker) = worker else {
        return not_confined();
    };
    let up = is_here.recv();
    let (Ok(()), Ok(confinement)) = (up, limited.close_calls()) else {
        return not_confined();
    };
    if confined.send(confinement).is_err() {
        return ExitCode::FAILURE;
    }
    match worker.join() {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(_)) | Err(_) => ExitCode::FAILURE,
    }
}

/// Says so, and parses nothing.
fn not_confined() -> ExitCode {
    let mut output = io::stdout().lock();
    let told = Frame::DocumentFault(DocumentFault::NotConfined).write_to(&mut output).and_then(|()| output.flush());
    // The parent reads the frame, or it is gone: there is nobody else to tell.
    drop(told);
    ExitCode::FAILURE
}
