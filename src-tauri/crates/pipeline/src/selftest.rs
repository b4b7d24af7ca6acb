//! Whether the jail holds, on this computer: the child program is asked to break out in nine ways.
//!
//! Each attempt has a real target here (a file, a folder, a listening port), so that one that goes well is seen even if the
//! child did not say so.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io, process};

use frames::probe::{COMMAND, DENIED, SUCCEEDED};
use tempfile::TempDir;
use tokio::net::{TcpListener, UdpSocket};
use tokio::time::timeout;

pub use frames::Confinement;
pub use frames::probe::Probe;

use crate::child::{self, End};
use crate::preview::Renderer;

/// How long one attempt may take. It takes some hundredths of a second.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a datagram or a connection may be on its way inside this computer, once the child has ended.
const ARRIVAL: Duration = Duration::from_millis(20);

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The system ended the child for trying.
    Killed,
    /// The system said no, and the child lived.
    Denied,
    /// The memory was not given, and the child gave up.
    OutOfMemory,
    /// It went well: the jail has a hole.
    Succeeded,
    /// It was not made: the child is missing, cannot be confined, or ended for another reason.
    NotMade,
}

impl Outcome {
    /// Whether the attempt was made and refused.
    #[must_use]
    pub const fn is_refused(self) -> bool {
        matches!(self, Self::Killed | Self::Denied | Self::OutOfMemory)
    }
}

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfTest {
    /// How the child says it is confined when a document is about to come; nothing if it could not be started or would not
    /// read one.
    pub confinement: Confinement,
    /// Every probe and what became of it.
    pub outcomes: [(Probe, Outcome); Probe::ALL.len()],
}

impl SelfTest {
    /// How many attempts were refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.outcomes.iter().filter(|(_, outcome)| outcome.is_refused()).count()
    }

    /// Whether documents may be handed to a child on this computer: all attempts were refused, and the child says that it
    /// is confined.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.refused() == self.outcomes.len() && self.confinement.contains(Confinement::REQUIRED)
    }

    /// In one line without personal data, for logs: `9/9 limits+calls+files`.
    #[must_use]
    pub fn summary(&self) -> String {
        let layers = [(Confinement::LIMITS, "limits"), (Confinement::CALLS, "calls"), (Confinement::FILES, "files")];
        let held: Vec<_> =
            layers.iter().filter(|(layer, _)| self.confinement.contains(*layer)).map(|(_, word)| *word).collect();
        let held = if held.is_empty() { "none".to_owned() } else { held.join("+") };
        format!("{}/{} {held}", self.refused(), self.outcomes.len())
    }
}

/// Makes every attempt, one after the other, with the program that a renderer starts.
///
/// # Errors
/// This computer gives no temporary folder or no port for a target. Then nothing was shown.
pub async fn selftest(renderer: &Renderer) -> io::Result<SelfTest> {
    let targets = Targets::new().await?;
    let mut outcomes = Probe::ALL.map(|probe| (probe, Outcome::NotMade));
    for (probe, outcome) in &mut outcomes {
        *outcome = targets.attempt(renderer, *probe).await;
    }
    Ok(SelfTest { confinement: renderer.confinement().await.unwrap_or(Confinement::NONE), outcomes })
}

/// What the attempts are aimed at.
struct Targets {
    _folder: TempDir,
    to_read: PathBuf,
    to_create: PathBuf,
    listener: TcpListener,
    socket: UdpSocket,
}

impl Targets {
    async fn new() -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("budkavle-selftest-").tempdir()?;
        let (to_read, to_create) = (folder.path().join("read"), folder.path().join("create"));
        fs::write(&to_read, b"to be read by a probe")?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        Ok(Self { _folder: folder, to_read, to_create, listener, socket })
    }

    async fn attempt(&self, renderer: &Renderer, probe: Probe) -> Outcome {
        let Ok(target) = self.target(probe) else { return Outcome::NotMade };
        let (program, arguments) = renderer.command();
        let words = [COMMAND.to_owned(), probe.as_str().to_owned(), target];
        let arguments: Vec<_> = arguments.iter().cloned().chain(words).collect();
        let outcome = outcome_of(program, &arguments).await;
        // The child's word is not enough where a deed can be seen.
        if self.happened(probe).await { Outcome::Succeeded } else { outcome }
    }

    fn target(&self, probe: Probe) -> io::Result<String> {
        let path = |path: &Path| path.to_str().map(str::to_owned).ok_or(io::ErrorKind::InvalidFilename.into());
        match probe {
            Probe::ReadFile => path(&self.to_read),
            Probe::CreateFile => path(&self.to_create),
            Probe::Connect => self.listener.local_addr().map(|address| address.to_string()),
            Probe::Datagram => self.socket.local_addr().map(|address| address.to_string()),
            Probe::SignalParent | Probe::TraceParent => Ok(process::id().to_string()),
            Probe::Execute | Probe::ExecutableMemory | Probe::TooMuchMemory => Ok(String::new()),
        }
    }

    async fn happened(&self, probe: Probe) -> bool {
        match probe {
            Probe::CreateFile => self.to_create.exists(),
            Probe::Connect => timeout(ARRIVAL, self.listener.accept()).await.is_ok(),
            Probe::Datagram => timeout(ARRIVAL, self.socket.recv(&mut [0; 64])).await.is_ok(),
            _ => false,
        }
    }
}

async fn outcome_of(program: &Path, arguments: &[String]) -> Outcome {
    let Ok(mut child) = child::start(program, arguments) else { return Outcome::NotMade };
    match timeout(PATIENCE, child.process.wait()).await {
        Ok(Ok(End::Code(code))) if code == i32::from(SUCCEEDED) => Outcome::Succeeded,
        Ok(Ok(End::Code(code))) if code == i32::from(DENIED) => Outcome::Denied,
        Ok(Ok(End::Violation)) => Outcome::Killed,
        Ok(Ok(End::OutOfMemory)) => Outcome::OutOfMemory,
        Ok(Ok(End::Code(_) | End::OutOfTime | End::Ended) | Err(_)) => Outcome::NotMade,
        Err(_) => {
            child.process.kill().await;
            Outcome::NotMade
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(outcome: Outcome, confinement: Confinement) -> SelfTest {
        let mut outcomes = Probe::ALL.map(|probe| (probe, Outcome::Killed));
        outcomes[4].1 = outcome;
        SelfTest { confinement, outcomes }
    }

    #[test]
    fn the_jail_holds_only_if_every_attempt_was_made_and_refused_and_the_child_says_so() {
        let whole = Confinement::REQUIRED | Confinement::FILES;
        assert!(with(Outcome::Denied, whole).holds());
        assert_eq!(with(Outcome::Denied, whole).summary(), "9/9 limits+calls+files");
        assert!(with(Outcome::OutOfMemory, Confinement::REQUIRED).holds());
        assert!(!with(Outcome::Succeeded, whole).holds());
        assert!(!with(Outcome::NotMade, whole).holds());
        assert!(!with(Outcome::Killed, Confinement::LIMITS).holds());
        assert_eq!(with(Outcome::NotMade, Confinement::NONE).summary(), "8/9 none");
    }

    #[tokio::test]
    async fn without_the_child_program_nothing_is_shown() {
        let tested = selftest(&Renderer::new("/nowhere/budkavle-render")).await.expect("targets can be had");
        assert!(tested.outcomes.iter().all(|(_, outcome)| *outcome == Outcome::NotMade));
        assert!(!tested.holds());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_program_that_breaks_out_is_seen_whatever_it_says() {
        let child = |script: &str| Renderer::new("/bin/sh").with_arguments(["-c".to_owned(), script.to_owned()]);
        let says_so = selftest(&child("exit 40")).await.expect("targets can be had");
        assert!(says_so.outcomes.iter().all(|(_, outcome)| *outcome == Outcome::Succeeded));
        // The shell gives the first word after the script the number 0.
        let lies =
            selftest(&child(r#"test "$1" != create-file || : > "$2"; exit 41"#)).await.expect("targets can be had");
        let succeeded = |probe: Probe| if probe == Probe::CreateFile { Outcome::Succeeded } else { Outcome::Denied };
        assert_eq!(lies.outcomes, Probe::ALL.map(|probe| (probe, succeeded(probe))));
    }
}
