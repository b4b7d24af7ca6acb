//! The log of receipts: one JSON line each, each holding the hash of the one before. Lines are only ever added.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::crash::CrashPoints;
use super::{Circumstances, ItemKind, Outcome, Pseudonym, PurgeError, Receipt, Step, Trigger, reserve};
use crate::disk;
use crate::id::{SealedId, UnixMillis, to_hex};

const CONTEXT: &str = "budkavle 2026 receipts v1 line";
const HASH_MEMBER: &str = ",\"hash\":\"";
/// What the first line has in place of the hash of a line before it.
pub(super) const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Version 2 added the outcome `unreadable`, version 3 the circumstances.
pub(super) const VERSION: u8 = 3;

/// How far a purge has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    /// It begins; nothing is removed yet.
    Intent,
    /// It is complete. This line is the receipt.
    Purged,
}

/// A line of the log without its hash.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) v: u8,
    pub(super) seq: u64,
    pub(super) state: State,
    pub(super) item: SealedId,
    pub(super) kind: ItemKind,
    pub(super) size: u64,
    pub(super) deadline: Option<i64>,
    pub(super) at: i64,
    pub(super) trigger: Trigger,
    /// In an intent: what the outcome will be, going by what was found.
    pub(super) outcome: Outcome,
    pub(super) steps: Vec<Step>,
    /// Absent before version 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) circumstances: Option<Circumstances>,
    pub(super) prev: String,
}

impl Line {
    /// The text of the line, without line end, and its hash: of the text before the member `hash` and a closing brace.
    fn seal(&self) -> (String, String) {
        let text = serde_json::to_string(self).expect("a line has nothing that JSON cannot hold");
        let hash = to_hex(&blake3::derive_key(CONTEXT, text.as_bytes()));
        let open = text.strip_suffix('}').expect("a JSON object ends with a brace");
        (format!("{open}{HASH_MEMBER}{hash}\"}}"), hash)
    }

    /// A line and its hash as the line states it; `None` when it is not a line that `seal` made. The hash is right
    /// when `true` comes with it.
    pub(super) fn read(text: &str) -> Option<(Self, String, bool)> {
        let (open, rest) = text.rsplit_once(HASH_MEMBER)?;
        let hash = rest.strip_suffix("\"}")?;
        let body = format!("{open}}}");
        let line: Self = serde_json::from_str(&body).ok()?;
        let right = to_hex(&blake3::derive_key(CONTEXT, body.as_bytes())) == hash;
        Some((line, hash.to_owned(), right))
    }

    /// When the item came, where the line says so.
    pub(super) fn received(&self) -> Option<UnixMillis> {
        self.circumstances.as_ref().and_then(|known| known.received).map(UnixMillis)
    }

    /// Who chose to, where the line says so.
    pub(super) fn actor(&self) -> Option<Pseudonym> {
        self.circumstances.as_ref().and_then(|known| known.actor)
    }

    pub(super) fn receipt(self, hash: String) -> Receipt {
        Receipt {
            seq: self.seq,
            item: self.item,
            kind: self.kind,
            size: self.size,
            deadline: self.deadline.map(UnixMillis),
            purged_at: UnixMillis(self.at),
            trigger: self.trigger,
            outcome: self.outcome,
            steps: self.steps,
            circumstances: self.circumstances,
            hash,
        }
    }
}

/// What a new line says; its place in the chain is the log's to know.
pub(super) struct Entry {
    pub(super) state: State,
    pub(super) item: SealedId,
    pub(super) kind: ItemKind,
    pub(super) size: u64,
    pub(super) deadline: Option<UnixMillis>,
    pub(super) at: UnixMillis,
    pub(super) trigger: Trigger,
    pub(super) outcome: Outcome,
    pub(super) steps: Vec<Step>,
    pub(super) circumstances: Circumstances,
}

impl Entry {
    fn line(self, seq: u64, prev: String) -> Line {
        Line {
            v: VERSION,
            seq,
            state: self.state,
            item: self.item,
            kind: self.kind,
            size: self.size,
            deadline: self.deadline.map(|moment| moment.0),
            at: self.at.0,
            trigger: self.trigger,
            outcome: self.outcome,
            steps: self.steps,
            circumstances: Some(self.circumstances),
            prev,
        }
    }
}

/// The log, and what is known from the part of it that was read.
pub(super) struct Log {
    path: PathBuf,
    known: Known,
}

#[derive(Default)]
struct Known {
    /// Bytes read so far; always at a line's end.
    offset: u64,
    seq: u64,
    head: Option<String>,
    latest: Option<UnixMillis>,
    open: BTreeMap<(ItemKind, SealedId), Line>,
    purged: BTreeSet<(ItemKind, SealedId)>,
}

impl Known {
    /// A damaged line must not stop a purge: it is passed over here, and found by `verify_receipts`.
    fn learn(&mut self, text: &str) -> Option<(Line, String)> {
        let (line, hash, _right) = Line::read(text)?;
        self.seq = line.seq.saturating_add(1);
        self.head = Some(hash.clone());
        self.latest = self.latest.max(Some(UnixMillis(line.at)));
        let key = (line.kind, line.item);
        match line.state {
            State::Intent => {
                self.open.insert(key, line.clone());
            }
            State::Purged => {
                self.open.remove(&key);
                self.purged.insert(key);
            }
        }
        Some((line, hash))
    }
}

impl Log {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path, known: Known::default() }
    }

    /// Reads what was added since the last time, and cuts off a last line that a crash left half-written. Only while
    /// the purge lock is held.
    pub(super) fn refresh(&mut self) -> Result<(), PurgeError> {
        let Some(mut file) = disk::found(OpenOptions::new().read(true).write(true).open(&self.path))? else {
            self.known = Known::default();
            return Ok(());
        };
        // Shorter than what was read: not ours to judge here, but to be read again from the start.
        if file.metadata()?.len() < self.known.offset {
            self.known = Known::default();
        }
        file.seek(SeekFrom::Start(self.known.offset))?;
        let mut added = Vec::new();
        file.read_to_end(&mut added)?;
        let whole = whole_lines(&added);
        if whole < added.len() {
            file.set_len(self.known.offset + whole as u64)?;
            file.sync_all()?;
        }
        for line in added[..whole].split(|byte| *byte == b'\n') {
            if let Ok(text) = std::str::from_utf8(line) {
                let _damaged_or_learnt = self.known.learn(text);
            }
        }
        self.known.offset += whole as u64;
        Ok(())
    }

    /// Makes durable what stands in the log, also where adding it failed half-way.
    pub(super) fn flush(&self) -> Result<(), PurgeError> {
        match disk::found(File::open(&self.path))? {
            Some(file) => Ok(file.sync_all()?),
            None => Ok(()),
        }
    }

    /// Adds lines and makes them durable together; returns each as a receipt. Only while the purge lock is held, after
    /// [`Log::refresh`]; after a failure, only after another one.
    pub(super) fn append(&mut self, entries: Vec<Entry>, crash: &CrashPoints) -> Result<Vec<Receipt>, PurgeError> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let mut text = String::new();
        let mut receipts = Vec::with_capacity(entries.len());
        let (mut seq, mut prev) = (self.known.seq, self.known.head.clone().unwrap_or_else(|| NO_HASH.to_owned()));
        for entry in entries {
            let line = entry.line(seq, std::mem::take(&mut prev));
            let (sealed, hash) = line.seal();
            text.push_str(&sealed);
            text.push('\n');
            seq = seq.saturating_add(1);
            prev = hash.clone();
            receipts.push(line.receipt(hash));
        }
        if let Err(died) = crash.pass() {
            // The worst that a crash does here: a part is on disk, and in it a part of a line.
            disk::append_private_file(&self.path)?.write_all(&text.as_bytes()[..text.len() / 2])?;
            return Err(died);
        }
        let dir = self.path.parent().unwrap_or(&self.path);
        reserve::with_room(dir, || self.write(text.as_bytes()))?;
        self.known.offset += text.len() as u64;
        for line in text.lines() {
            let learnt = self.known.learn(line);
            debug_assert!(learnt.is_some(), "a line that was just made can be read");
        }
        Ok(receipts)
    }

    /// All of it, or nothing that the next line would stand behind.
    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut file = disk::append_private_file(&self.path)?;
        let is_first = self.known.offset == 0;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        let written = written.and_then(|()| if is_first { disk::sync_parent(&self.path) } else { Ok(()) });
        if written.is_err() {
            // If this fails too, the next `refresh` does it.
            drop(file.set_len(self.known.offset));
        }
        written
    }

    /// The latest moment that any line carries.
    pub(super) const fn latest(&self) -> Option<UnixMillis> {
        self.known.latest
    }

    /// The purges that began and did not end.
    pub(super) fn open(&self) -> impl Iterator<Item = &Line> {
        self.known.open.values()
    }

    pub(super) fn intent(&self, kind: ItemKind, id: SealedId) -> Option<&Line> {
        self.known.open.get(&(kind, id))
    }

    /// The latest receipt of an item.
    pub(super) fn receipt(&self, kind: ItemKind, id: SealedId) -> Result<Option<Receipt>, PurgeError> {
        if !self.known.purged.contains(&(kind, id)) {
            return Ok(None);
        }
        let mut text = String::new();
        File::open(&self.path)?.read_to_string(&mut text)?;
        let lines = text.lines().rev().filter_map(Line::read);
        let mut receipts = lines.filter(|(line, ..)| line.state == State::Purged);
        let found = receipts.find(|(line, ..)| (line.kind, line.item) == (kind, id));
        Ok(found.map(|(line, hash, _)| line.receipt(hash)))
    }

    /// Every receipt with a number above `seq`, oldest first.
    pub(super) fn after(&self, seq: u64) -> Result<Vec<Receipt>, PurgeError> {
        if self.known.seq <= seq.saturating_add(1) {
            return Ok(Vec::new());
        }
        let mut text = String::new();
        File::open(&self.path)?.read_to_string(&mut text)?;
        let lines = text.lines().filter_map(Line::read);
        let receipts = lines.filter(|(line, ..)| line.state == State::Purged && line.seq > seq);
        Ok(receipts.map(|(line, hash, _)| line.receipt(hash)).collect())
    }
}

/// How many of the bytes are whole lines. A crash may leave the last line without its end or, on file systems that
/// grow a file before they fill it, with zeros in it.
pub(super) fn whole_lines(bytes: &[u8]) -> usize {
    let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n') else {
        return 0;
    };
    let start = bytes[..end].iter().rposition(|byte| *byte == b'\n').map_or(0, |before| before + 1);
    if bytes[start..end].contains(&0) { start } else { end + 1 }
}
