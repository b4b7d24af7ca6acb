//! What a program would try that had taken the child over: asked for on the command line, answered by how the child ends.
//!
//! `budkavle-render probe WORD [TARGET]` confines itself exactly as for a document, tries, and ends with [`SUCCEEDED`] or
//! [`DENIED`]. Where the system ends it instead, the parent sees that too.

/// The first word on the command line of a child that is to probe its jail.
pub const COMMAND: &str = "probe";

/// The attempt went well: the jail has a hole.
pub const SUCCEEDED: u8 = 40;
/// The system refused the attempt and let the child live.
pub const DENIED: u8 = 41;

/// One attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Probe {
    /// Read a file that everybody of this user may read. Target: its path.
    ReadFile,
    /// Make a file in a folder that everybody of this user may write to. Target: its path.
    CreateFile,
    /// Connect to a listening port. Target: its address.
    Connect,
    /// Send a datagram. Target: its address.
    Datagram,
    /// Become, or start, another program.
    Execute,
    /// Send a signal to the parent (on Windows: be allowed to end it). Target: its process number.
    SignalParent,
    /// Attach to the parent as a debugger does. Target: its process number.
    TraceParent,
    /// Have memory that can be both written and executed.
    ExecutableMemory,
    /// Have twice the memory that a child may have.
    TooMuchMemory,
}

impl Probe {
    /// Every probe, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::ReadFile,
        Self::CreateFile,
        Self::Connect,
        Self::Datagram,
        Self::Execute,
        Self::SignalParent,
        Self::TraceParent,
        Self::ExecutableMemory,
        Self::TooMuchMemory,
    ];

    /// The word on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReadFile => "read-file",
            Self::CreateFile => "create-file",
            Self::Connect => "connect",
            Self::Datagram => "datagram",
            Self::Execute => "execute",
            Self::SignalParent => "signal-parent",
            Self::TraceParent => "trace-parent",
            Self::ExecutableMemory => "executable-memory",
            Self::TooMuchMemory => "too-much-memory",
        }
    }

    /// The probe with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|probe| probe.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_probe_is_found_by_its_word() {
        for probe in Probe::ALL {
            assert_eq!(Probe::from_word(probe.as_str()), Some(probe));
        }
        assert_eq!(Probe::from_word(COMMAND), None);
    }
}
