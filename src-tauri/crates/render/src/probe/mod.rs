//! What whoever took over this process would try first, tried on purpose to show that it fails.
//!
//! Nothing here knows of the jail: the same attempts, made outside of it, succeed (`tests/unjailed.rs`), or they would
//! show nothing.

use std::fs;
use std::hint::black_box;
use std::io;
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::path::PathBuf;

use frames::probe::{COMMAND, Probe};

#[cfg(unix)]
#[path = "unix.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

/// Twice what the jail allows, in bytes.
const TOO_MUCH: usize = 2 * 1024 * 1024 * 1024;

/// An attempt and its target.
#[derive(Debug)]
pub(crate) enum Attempt {
    ReadFile(PathBuf),
    CreateFile(PathBuf),
    Connect(SocketAddr),
    Datagram(SocketAddr),
    Execute,
    SignalParent(u32),
    TraceParent(u32),
    ExecutableMemory,
    TooMuchMemory,
}

impl Attempt {
    /// What the words after the program's name ask for; `None` if that is nothing that is understood.
    pub(crate) fn read(mut words: impl Iterator<Item = String>) -> Option<Self> {
        if words.next()? != COMMAND {
            return None;
        }
        let probe = Probe::from_word(&words.next()?)?;
        let target = words.next().unwrap_or_default();
        Some(match probe {
            Probe::ReadFile => Self::ReadFile(target.into()),
            Probe::CreateFile => Self::CreateFile(target.into()),
            Probe::Connect => Self::Connect(target.parse().ok()?),
            Probe::Datagram => Self::Datagram(target.parse().ok()?),
            Probe::Execute => Self::Execute,
            Probe::SignalParent => Self::SignalParent(target.parse().ok()?),
            Probe::TraceParent => Self::TraceParent(target.parse().ok()?),
            Probe::ExecutableMemory => Self::ExecutableMemory,
            Probe::TooMuchMemory => Self::TooMuchMemory,
        })
    }

    /// Tries.
    ///
    /// # Errors
    /// The system refused it, and how. It may also end the process instead, and for memory it does: an allocation that
    /// fails aborts, as it would in the middle of a document.
    pub(crate) fn make(self) -> io::Result<()> {
        match self {
            Self::ReadFile(path) => fs::read(path).map(drop),
            Self::CreateFile(path) => fs::write(path, b"made by a probe"),
            Self::Connect(address) => TcpStream::connect(address).map(drop),
            Self::Datagram(address) => {
                UdpSocket::bind("127.0.0.1:0").and_then(|socket| socket.send_to(b"sent by a probe", address)).map(drop)
            }
            Self::Execute => system::execute(),
            Self::SignalParent(parent) => system::signal(parent),
            Self::TraceParent(parent) => system::trace(parent),
            Self::ExecutableMemory => system::executable_memory(),
            Self::TooMuchMemory => {
                drop(black_box(Vec::<u8>::with_capacity(black_box(TOO_MUCH))));
                Ok(())
            }
        }
    }
}
