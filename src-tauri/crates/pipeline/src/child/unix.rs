use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{ExitStatus, Stdio};

use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::{End, Started};
use crate::preview::speed;

pub(crate) type Requests = ChildStdin;
pub(crate) type Frames = ChildStdout;

/// The child's process.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    /// Waits for its end.
    pub(crate) async fn wait(&mut self) -> io::Result<End> {
        self.0.wait().await.map(end)
    }

    /// Ends it and waits until it is gone, so that none is left as a zombie.
    pub(crate) async fn kill(&mut self) {
        // It fails only for a child that is gone already.
        drop(self.0.kill().await);
    }
}

pub(super) fn start(program: &Path, arguments: &[String]) -> io::Result<Started> {
    let mut child = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(speed::MEMORY)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    match (child.stdin.take(), child.stdout.take()) {
        (Some(requests), Some(frames)) => {
            speed::widen(&requests);
            speed::widen(&frames);
            Ok(Started { process: Process(child), requests, frames })
        }
        _ => Err(io::ErrorKind::BrokenPipe.into()),
    }
}

/// An allocation that fails aborts; a forbidden system call and too much processor time have signals of their own.
fn end(status: ExitStatus) -> End {
    const SIGABRT: i32 = 6;
    const SIGXCPU: i32 = 24;
    const SIGSYS: i32 = if cfg!(target_os = "macos") { 12 } else { 31 };
    match (status.code(), status.signal()) {
        (Some(code), _) => End::Code(code),
        (_, Some(SIGABRT)) => End::OutOfMemory,
        (_, Some(SIGXCPU)) => End::OutOfTime,
        (_, Some(SIGSYS)) => End::Violation,
        _ => End::Ended,
    }
}
