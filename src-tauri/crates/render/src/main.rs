//! `budkavle-render`: the child that alone parses files from citizens.
//!
//! It reads [requests](frames::request) on standard input and writes [frames](frames::Frame) on standard output, for one
//! document, and then leaves. It opens no file, speaks to no network, reads no environment (the C library does: there the
//! parent tells its allocator how to work) and prints nothing else; before the first byte is parsed it limits itself (see
//! [`jail`]), and without limits it parses nothing. Asked on the command line it confines itself in the same way and
//! [probes](probe) its jail instead of reading a document.
//!
//! Do not add anything here that could be done in the parent. Whoever takes over this process must find it empty.

use std::io::Write;
use std::process::ExitCode;
use std::sync::mpsc;
use std::{env, io, panic, thread};

use frames::probe::{DENIED, SUCCEEDED};
use frames::{Confinement, DocumentFault, Frame};
use probe::Attempt;

mod conversation;
#[cfg(feature = "heic")]
mod heic;
mod jail;
mod pdf;
mod photo;
mod picture;
mod probe;
mod several;
mod shrink;

/// Documents nest deeply and the libraries recurse; the main thread of some systems has only 1 MiB.
const STACK: usize = 64 * 1024 * 1024;

/// What this process is there for.
enum Task {
    Document,
    Probe(Attempt),
}

fn main() -> ExitCode {
    // A panic's message may hold a piece of the document, and nobody is to read it.
    panic::set_hook(Box::new(|_| {}));

    let Ok(limited) = jail::limit() else {
        return not_confined();
    };
    let task = match env::args().len() {
        0 | 1 => Task::Document,
        _ => match Attempt::read(env::args().skip(1)) {
            Some(attempt) => Task::Probe(attempt),
            None => return ExitCode::FAILURE,
        },
    };
    // The worker must be up and running before the system calls are closed: what a thread does to start is among them.
    let (here, is_here) = mpsc::channel();
    let (confined, begin) = mpsc::channel();
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || {
        // The main thread waits for it.
        let _ = here.send(());
        // Ended without a word: not confined, and nothing to do.
        let Ok(confinement) = begin.recv() else { return ExitCode::FAILURE };
        work(task, confinement)
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
    worker.join().unwrap_or(ExitCode::FAILURE)
}

fn work(task: Task, confinement: Confinement) -> ExitCode {
    match task {
        Task::Document => match conversation::hold(confinement, &mut io::stdin().lock(), &mut io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        // A probe shows something only where a document would have been read too.
        Task::Probe(_) if !confinement.contains(Confinement::REQUIRED) => ExitCode::FAILURE,
        Task::Probe(attempt) => ExitCode::from(if attempt.make().is_ok() { SUCCEEDED } else { DENIED }),
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
