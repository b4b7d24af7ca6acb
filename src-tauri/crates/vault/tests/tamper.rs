//! Each way to tamper with what lies on disk, case by case and counted: all of it is noticed.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "clippy's allowance for tests covers test functions, not what they share"
)]

mod common;

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use common::*;
use vault::{
    CHUNK_BYTES, CopyEntry, CopyProblem, MemoryKeyStore, PurgeArea, SealedId, Trigger, UnixMillis, Vault, VaultError,
    verify_receipts,
};

const HEADER: usize = 64;
const SEALED_CHUNK: usize = CHUNK_BYTES + 16;
/// The byte that says which version of the format it is: a higher one is told as newer, not as damaged.
const VERSION: usize = 7;

/// A vault, one file in it that is tampered with, and how often that was noticed.
struct Matrix {
    place: tempfile::TempDir,
    vault: Vault,
    keys: MemoryKeyStore,
    cases: usize,
}

impl Matrix {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let keys = MemoryKeyStore::new();
        let vault = Vault::open(place.path(), &keys).unwrap();
        Self { place, vault, keys, cases: 0 }
    }

    fn dir(&self) -> &Path {
        self.place.path()
    }

    fn opens(&self, number: u8) -> Result<Vec<u8>, VaultError> {
        self.vault.open_sealed(id(number), NOW, LIMIT).map(|content| content.expose().clone())
    }

    fn is_damaged(&mut self, number: u8, case: impl FnOnce() -> String) {
        let opened = self.opens(number);
        assert!(matches!(opened, Err(VaultError::Damaged)), "{}: {:?}", case(), opened.map(|content| content.len()));
        self.cases += 1;
    }

    /// Writes each of these in the file's place; file 1 must then be damaged. Puts it back, and it must be whole.
    fn each(&mut self, path: &Path, changed: impl IntoIterator<Item = (String, Vec<u8>)>) {
        let whole = fs::read(path).unwrap();
        for (case, bytes) in changed {
            assert!(bytes != whole, "{case} changes nothing");
            fs::write(path, bytes).unwrap();
            self.is_damaged(1, || case);
        }
        fs::write(path, &whole).unwrap();
        assert!(self.opens(1).is_ok());
    }

    fn counted(&self, what: &str, at_least: usize) {
        println!("{what}: {} cases, each of them noticed", self.cases);
        assert!(self.cases >= at_least, "{what}: only {} cases", self.cases);
    }
}

fn flipped(whole: &[u8], places: impl IntoIterator<Item = usize>) -> Vec<(String, Vec<u8>)> {
    let bits = places.into_iter().flat_map(|place| [0, 3, 7].map(|bit| (place, bit)));
    bits.map(|(place, bit)| {
        let mut changed = whole.to_vec();
        changed[place] ^= 1 << bit;
        (format!("bit {bit} of byte {place}"), changed)
    })
    .collect()
}

fn cut(whole: &[u8], lengths: impl IntoIterator<Item = usize>) -> Vec<(String, Vec<u8>)> {
    let shorter = lengths.into_iter().filter(|length| *length < whole.len());
    shorter.map(|length| (format!("cut at {length}"), whole[..length].to_vec())).collect()
}

/// So many bytes on both sides of each border of a sealed file of this length.
fn around_borders(length: usize, reach: usize) -> Vec<usize> {
    let borders = [0, HEADER].into_iter().chain((HEADER + SEALED_CHUNK..length).step_by(SEALED_CHUNK)).chain([length]);
    let near = |border: usize| -> Range<usize> { border.saturating_sub(reach)..(border + reach).min(length) };
    let mut places: Vec<usize> = borders.flat_map(near).collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[test]
fn a_sealed_body() {
    let mut matrix = Matrix::new();
    seal(&matrix.vault, id(1), LATER, &content(2 * CHUNK_BYTES + 40));
    let path = body(matrix.dir(), id(1));
    let whole = fs::read(&path).unwrap();
    let header = (0..HEADER).filter(|place| *place != VERSION);
    let near = around_borders(whole.len(), 40).into_iter().filter(|place| *place >= HEADER);
    let between = (HEADER..whole.len()).step_by(4_099);
    matrix.each(&path, flipped(&whole, header.chain(near).chain(between)));
    matrix.each(&path, cut(&whole, around_borders(whole.len(), 40)));
    matrix.each(&path, cut(&whole, (0..whole.len()).step_by(3_001)));
    let grown = |added: Vec<u8>| (format!("{} bytes added", added.len()), [&whole[..], &added].concat());
    matrix.each(
        &path,
        (1..40).chain([SEALED_CHUNK - 1, SEALED_CHUNK, SEALED_CHUNK + 1]).map(|added| grown(vec![0; added])),
    );
    matrix.each(
        &path,
        [grown(whole[HEADER..].to_vec()), grown(whole[HEADER..HEADER + SEALED_CHUNK].to_vec()), grown(whole.clone())],
    );

    for version in (0..=u8::MAX).filter(|version| *version != 1) {
        let mut changed = whole.clone();
        changed[VERSION] = version;
        fs::write(&path, changed).unwrap();
        let opened = matrix.opens(1);
        assert!(matches!(opened, Err(VaultError::NewerFormat | VaultError::Damaged)), "version {version}");
        matrix.cases += 1;
    }
    matrix.counted("a sealed body", 1_500);
}

#[test]
fn the_order_of_chunks() {
    let mut matrix = Matrix::new();
    seal(&matrix.vault, id(1), LATER, &content(4 * CHUNK_BYTES));
    seal(&matrix.vault, id(2), LATER, &content(4 * CHUNK_BYTES));
    let (path, other) = (body(matrix.dir(), id(1)), fs::read(body(matrix.dir(), id(2))).unwrap());
    let whole = fs::read(&path).unwrap();
    let chunk =
        |of: &[u8], number: usize| of[HEADER + number * SEALED_CHUNK..HEADER + (number + 1) * SEALED_CHUNK].to_vec();
    let put = |order: &[usize]| {
        let chunks: Vec<u8> = order.iter().flat_map(|number| chunk(&whole, *number)).collect();
        (format!("{order:?}"), [&whole[..HEADER], &chunks].concat())
    };
    // Every arrangement of one to four of the four chunks, repetitions among them, but the right one.
    let arrangements = (1..=4_u32).flat_map(|length| {
        (0..4_usize.pow(length))
            .map(move |code| (0..length).map(|place| code / 4_usize.pow(place) % 4).collect::<Vec<_>>())
    });
    let wrong: Vec<_> = arrangements.filter(|order| order != &[0, 1, 2, 3]).map(|order| put(&order)).collect();
    matrix.each(&path, wrong);
    matrix.each(&path, [put(&[0, 1, 2, 3, 3]), put(&[0, 0, 1, 2, 3]), put(&[])]);
    // Another file's chunk in its own place, and another file's header.
    let exchanged = (0..4).map(|number| {
        let mut changed = whole.clone();
        changed[HEADER + number * SEALED_CHUNK..HEADER + (number + 1) * SEALED_CHUNK]
            .copy_from_slice(&chunk(&other, number));
        (format!("chunk {number} of another file"), changed)
    });
    matrix.each(&path, exchanged);
    matrix.each(
        &path,
        [
            ("another file's header".to_owned(), [&other[..HEADER], &whole[HEADER..]].concat()),
            ("another file's chunks".to_owned(), [&whole[..HEADER], &other[HEADER..]].concat()),
            ("another file".to_owned(), other.clone()),
        ],
    );
    matrix.counted("the order of chunks", 345);
}

#[test]
fn a_key_file() {
    let mut matrix = Matrix::new();
    for number in [1, 2] {
        seal(&matrix.vault, id(number), LATER, &content(100));
    }
    let path = key_file(matrix.dir(), id(1));
    let whole = fs::read(&path).unwrap();
    matrix.each(&path, flipped(&whole, 0..whole.len()));
    matrix.each(&path, cut(&whole, 0..whole.len()));
    matrix.each(&path, (1..9).map(|added| (format!("{added} more"), [&whole[..], &vec![0; added]].concat())));
    let other = fs::read(key_file(matrix.dir(), id(2))).unwrap();
    matrix.each(&path, [("another's key".to_owned(), other)]);
    let (own_body, other_body) = (body(matrix.dir(), id(1)), body(matrix.dir(), id(2)));
    let other = fs::read(other_body).unwrap();
    matrix.each(&own_body, [("another's body".to_owned(), other.clone())]);
    // Body and key of another together, under this id.
    fs::copy(key_file(matrix.dir(), id(2)), &path).unwrap();
    fs::write(&own_body, other).unwrap();
    matrix.is_damaged(1, || "another's body and key".to_owned());
    matrix.counted("a key file", 280);
}

#[test]
fn the_table_of_keys() {
    let mut matrix = Matrix::new();
    for number in [1, 2] {
        seal(&matrix.vault, id(number), LATER, &content(100));
    }
    matrix.vault.rotate(&matrix.keys).unwrap();
    let path = matrix.dir().join("keys/table");
    let whole = fs::read(&path).unwrap();
    // The beginning and the first record are file 1's; what befalls the second record must not harm it.
    matrix.each(&path, flipped(&whole, 0..8 + 84));
    matrix.each(&path, cut(&whole, 0..8 + 84));
    for (case, changed) in flipped(&whole, 8 + 84..whole.len()) {
        fs::write(&path, changed).unwrap();
        assert_eq!(matrix.opens(1).unwrap(), content(100), "{case}");
        matrix.is_damaged(2, || case);
    }
    matrix.counted("the table of keys", 500);
}

#[test]
fn an_entry_of_a_copy() {
    let place = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    let area = PurgeArea::at(place.path());
    let entry = CopyEntry::plan(id(50), id(2), outside.path(), "a.pdf", b"in clear", LATER).unwrap();
    area.register_copy(&entry).unwrap();
    let path = files(&place.path().join("copies")).remove(0);
    let whole = fs::read(&path).unwrap();
    let mut changes = flipped(&whole, 0..whole.len());
    changes.extend(cut(&whole, 0..whole.len()));
    let cases = changes.len();
    for (case, changed) in changes {
        fs::write(&path, changed).unwrap();
        assert!(area.copy(id(50)).unwrap().as_ref() != Some(&entry), "{case}: taken for the entry");
        assert!(matches!(area.write_copy(&entry, b"in clear"), Err(CopyProblem::NotRegistered)), "{case}");
    }
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    println!("an entry of a copy: {cases} cases, each of them noticed");
    assert!(cases >= 800, "{cases}");
    fs::write(&path, whole).unwrap();
    area.write_copy(&entry, b"in clear").unwrap();
}

#[test]
fn a_copy_outside_the_vault() {
    let place = tempfile::tempdir().unwrap();
    let area = PurgeArea::at(place.path());
    let plain = b"a safe copy, in clear";
    let changes: Vec<_> = flipped(plain, 0..plain.len()).into_iter().chain(cut(plain, 0..plain.len())).collect();
    for (number, (case, changed)) in (0_u8..).zip(&changes) {
        let outside = tempfile::tempdir().unwrap();
        let entry = CopyEntry::plan(id(number), id(2), outside.path(), "a.pdf", plain, LATER).unwrap();
        area.register_copy(&entry).unwrap();
        area.write_copy(&entry, plain).unwrap();
        fs::write(&entry.path, changed).unwrap();
        let receipt = area.destroy(id(number), Trigger::Person, NOW).unwrap();
        assert_eq!(receipt.outcome, vault::Outcome::ContentChanged, "{case}");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
    println!("a copy outside the vault: {} cases, each of them noticed", changes.len());
}

/// A log of three purges, kept with its head.
fn log_of_receipts() -> (tempfile::TempDir, PathBuf, Vec<u8>, String) {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    for number in [1, 2, 3] {
        seal(&vault, id(number), UnixMillis(2_000), &content(100));
    }
    vault.purge_area().run(Trigger::Timer, UnixMillis(2_000)).unwrap();
    let log = place.path().join("receipts.log");
    let whole = fs::read(&log).unwrap();
    let head = verify_receipts(place.path()).unwrap().head;
    (place, log, whole, head)
}

#[test]
fn the_log_of_receipts() {
    let (place, log, whole, head) = log_of_receipts();
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    assert_eq!(lines.len(), 6);
    let mut changes = flipped(&whole, 0..whole.len());
    changes.extend(cut(&whole, 0..whole.len()));
    for first in 0..lines.len() {
        for second in first + 1..lines.len() {
            let mut swapped = lines.clone();
            swapped.swap(first, second);
            changes.push((format!("lines {first} and {second} swapped"), swapped.concat()));
        }
        let without = [&lines[..first], &lines[first + 1..]].concat().concat();
        changes.push((format!("line {first} removed"), without));
        let twice = [&lines[..=first], &lines[first..]].concat().concat();
        changes.push((format!("line {first} twice"), twice));
        changes.push((
            format!("a line before line {first}"),
            [lines[..first].concat(), b"{}\n".to_vec(), lines[first..].concat()].concat(),
        ));
    }
    let cases = changes.len();
    for (case, changed) in changes {
        fs::write(&log, changed).unwrap();
        let as_it_was = verify_receipts(place.path()).is_ok_and(|report| report.head == head && !report.torn_tail);
        assert!(!as_it_was, "{case}");
    }
    println!("the log of receipts: {cases} cases, each of them noticed");
    assert!(cases >= 5_000, "{cases}");
}

#[test]
fn the_check_of_the_key() {
    let mut matrix = Matrix::new();
    seal(&matrix.vault, id(1), LATER, &content(100));
    let path = matrix.dir().join("vault.check");
    let whole = fs::read(&path).unwrap();
    let Matrix { place, vault, keys, .. } = matrix;
    drop(vault);
    // The line end at the end means nothing.
    let mut changes = flipped(&whole, 0..whole.len() - 1);
    changes.extend(cut(&whole, 0..whole.len() - 1));
    let cases = changes.len();
    for (case, changed) in changes {
        fs::write(&path, changed).unwrap();
        assert!(matches!(Vault::open(place.path(), &keys), Err(VaultError::Key(_))), "{case}");
    }
    fs::write(&path, whole).unwrap();
    matrix = Matrix { vault: Vault::open(place.path(), &keys).unwrap(), place, keys, cases };
    assert!(matrix.opens(1).is_ok());
    matrix.counted("the check of the key", 300);
}

#[test]
fn ids_that_are_not_the_files_own() {
    let mut matrix = Matrix::new();
    seal(&matrix.vault, id(1), LATER, &content(100));
    let (own_body, own_key) = (body(matrix.dir(), id(1)), key_file(matrix.dir(), id(1)));
    for bit in 0..128_usize {
        let mut bytes = [1; 16];
        bytes[bit / 8] ^= 1 << (bit % 8);
        let other = SealedId::from_bytes(bytes);
        fs::copy(&own_body, body(matrix.dir(), other)).unwrap();
        fs::copy(&own_key, matrix.dir().join("keys").join(format!("{other}.{}.k", LATER.0))).unwrap();
        assert!(matches!(matrix.vault.open_sealed(other, NOW, LIMIT), Err(VaultError::Damaged)), "bit {bit}");
        matrix.cases += 1;
    }
    matrix.counted("ids that are not the file's own", 128);
}
