use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::receipts::{Line, NO_HASH, State, VERSION, whole_lines};
use crate::disk;
use crate::id::SealedId;
use crate::names::RECEIPTS;

/// What a whole chain of receipts says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChainReport {
    /// Lines in the log.
    pub lines: u64,
    /// Receipts among them.
    pub purged: u64,
    /// Items whose purge began and has not ended.
    pub begun: Vec<SealedId>,
    /// The last line's hash, in hexadecimal. Kept elsewhere, it shows whether lines were cut off later.
    pub head: String,
    /// The log ends in a half-written line, which the next purge removes.
    pub torn_tail: bool,
}

/// Why a log of receipts proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum ChainError {
    /// The log could not be read.
    #[error("the receipts could not be read")]
    File(#[from] io::Error),
    /// The chain is broken at this line.
    #[error("the chain of receipts is broken at line {line}")]
    Broken {
        /// The line's number, from 1.
        line: u64,
        /// What is wrong with it.
        fault: LineFault,
    },
}

/// What is wrong with a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineFault {
    /// It is not a line that this program writes.
    NotALine,
    /// A newer version of the program wrote it.
    NewerFormat,
    /// Its number does not follow the one before it.
    OutOfSequence,
    /// It does not carry the hash of the one before it.
    NotLinked,
    /// Its content does not have the hash that it states.
    Altered,
    /// A receipt without a purge that began.
    NotBegun,
}

/// Re-computes the chain of receipts in a vault's directory. Changes nothing. No log is an empty chain.
///
/// # Errors
/// [`ChainError::Broken`] at the first line that does not hold.
pub fn verify_receipts(dir: &Path) -> Result<ChainReport, ChainError> {
    let bytes = disk::read_if_there(&dir.join(RECEIPTS))?.unwrap_or_default();
    let whole = &bytes[..whole_lines(&bytes)];
    let mut begun = BTreeSet::new();
    let mut report = ChainReport {
        lines: 0,
        purged: 0,
        begun: Vec::new(),
        head: NO_HASH.to_owned(),
        torn_tail: whole.len() < bytes.len(),
    };
    for text in whole.split_inclusive(|byte| *byte == b'\n') {
        let broken = |fault| ChainError::Broken { line: report.lines + 1, fault };
        let text = std::str::from_utf8(text).map_err(|_| broken(LineFault::NotALine))?;
        let (line, hash, right) = Line::read(text.trim_end_matches('\n')).ok_or(broken(LineFault::NotALine))?;
        let key = (line.kind, line.item);
        let fault = if line.v > VERSION {
            Some(LineFault::NewerFormat)
        } else if !right {
            Some(LineFault::Altered)
        } else if line.seq != report.lines {
            Some(LineFault::OutOfSequence)
        } else if line.prev != report.head {
            Some(LineFault::NotLinked)
        } else if line.state == State::Purged && !begun.contains(&key) {
            Some(LineFault::NotBegun)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(broken(fault));
        }
        match line.state {
            State::Intent => {
                begun.insert(key);
            }
            State::Purged => {
                begun.remove(&key);
                report.purged += 1;
            }
        }
        report.lines += 1;
        report.head = hash;
    }
    report.begun = begun.into_iter().map(|(_, id)| id).collect();
    Ok(report)
}
