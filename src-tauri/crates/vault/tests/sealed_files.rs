//! Sealing and opening. What is done to sealed files behind the vault's back is in `tamper.rs`.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::fs;

use common::*;
use vault::{CHUNK_BYTES, MemoryKeyStore, UnixMillis, Vault, VaultError};

const HEADER: usize = 64;
const SEALED_CHUNK: usize = CHUNK_BYTES + 16;

struct Room {
    place: tempfile::TempDir,
    vault: Vault,
}

fn room() -> Room {
    let place = tempfile::tempdir().unwrap();
    let vault = Vault::open(place.path(), &MemoryKeyStore::new()).unwrap();
    Room { place, vault }
}

impl Room {
    fn opens(&self, number: u8) -> Result<Vec<u8>, VaultError> {
        self.vault.open_sealed(id(number), NOW, LIMIT).map(|content| content.expose().clone())
    }
}

#[test]
fn content_of_every_length_around_the_chunk_borders_comes_back() {
    let room = room();
    let lengths =
        [0, 1, 15, 16, 17, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7];
    for (number, length) in (1..).zip(lengths) {
        seal(&room.vault, id(number), LATER, &content(length));
        assert_eq!(room.opens(number).unwrap(), content(length), "{length}");
        let reader = room.vault.read_sealed(id(number), NOW).unwrap();
        assert_eq!(reader.len(), length as u64);
    }
}

#[test]
fn how_the_content_was_cut_when_it_was_written_does_not_matter() {
    let room = room();
    let bytes = content(2 * CHUNK_BYTES + 5);
    let mut writer = room.vault.seal(id(1), LATER).unwrap();
    for piece in bytes.chunks(1_013) {
        writer.write(piece).unwrap();
    }
    assert_eq!(writer.len(), bytes.len() as u64);
    writer.finish().unwrap();
    assert_eq!(room.opens(1).unwrap(), bytes);
    assert_eq!(fs::metadata(body(room.place.path(), id(1))).unwrap().len() as usize, HEADER + bytes.len() + 3 * 16);
}

#[test]
fn nothing_of_the_content_is_on_disk_in_clear() {
    let room = room();
    let canary = b"CANARY-3f9a-this-must-never-be-found";
    seal(&room.vault, id(1), LATER, &canary.repeat(5_000));
    for dir in ["", "keys", "blobs", "copies"] {
        for file in files(&room.place.path().join(dir)).into_iter().filter(|path| path.is_file()) {
            let bytes = fs::read(&file).unwrap();
            assert!(!bytes.windows(12).any(|window| window == &canary[..12]), "{}", file.display());
        }
    }
}

#[test]
fn a_reader_gives_no_more_after_a_damaged_chunk() {
    let room = room();
    seal(&room.vault, id(1), LATER, &content(3 * CHUNK_BYTES));
    let path = body(room.place.path(), id(1));
    let mut bytes = fs::read(&path).unwrap();
    bytes[HEADER + SEALED_CHUNK + 5] ^= 1;
    fs::write(&path, bytes).unwrap();
    let mut reader = room.vault.read_sealed(id(1), NOW).unwrap();
    assert_eq!(reader.next_chunk().unwrap().unwrap(), &content(CHUNK_BYTES)[..]);
    for _ in 0..2 {
        assert!(matches!(reader.next_chunk(), Err(VaultError::Damaged)));
    }
}

#[test]
fn content_over_the_callers_limit_is_refused_before_it_is_read() {
    let room = room();
    seal(&room.vault, id(1), LATER, &content(1_001));
    let refused = room.vault.open_sealed(id(1), NOW, 1_000);
    assert!(matches!(refused, Err(VaultError::TooLarge { length: 1_001, limit: 1_000 })));
    assert!(room.vault.open_sealed(id(1), NOW, 1_001).is_ok());
}

#[test]
fn a_writer_that_is_dropped_leaves_nothing() {
    let room = room();
    let mut writer = room.vault.seal(id(1), LATER).unwrap();
    writer.write(&content(3 * CHUNK_BYTES)).unwrap();
    assert_eq!(room.vault.in_use(), [id(1)]);
    drop(writer);
    assert!(files(&room.place.path().join("keys")).is_empty());
    assert!(files(&room.place.path().join("blobs")).is_empty());
    assert!(room.vault.in_use().is_empty());
    assert!(matches!(room.opens(1), Err(VaultError::Absent)));
}

#[test]
fn the_deadline_is_on_disk_before_the_first_byte_of_the_content() {
    let room = room();
    let _writer = room.vault.seal(id(1), UnixMillis(4_000)).unwrap();
    let name = key_file(room.place.path(), id(1)).file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(name, format!("{}.4000.k", id(1)));
    assert!(matches!(room.opens(1), Err(VaultError::Absent)), "not visible before it is whole");
}

#[test]
fn an_id_in_use_is_not_sealed_again() {
    let room = room();
    let writer = room.vault.seal(id(1), LATER).unwrap();
    assert!(matches!(room.vault.seal(id(1), LATER), Err(VaultError::Taken)));
    writer.finish().unwrap();
    assert!(matches!(room.vault.seal(id(1), LATER), Err(VaultError::Taken)));
    assert_eq!(room.opens(1).unwrap(), b"");
}

#[test]
fn a_file_is_not_opened_at_its_deadline_even_before_it_is_purged() {
    let room = room();
    seal(&room.vault, id(1), UnixMillis(5_000), b"x");
    assert!(room.vault.open_sealed(id(1), UnixMillis(4_999), LIMIT).is_ok());
    assert!(matches!(room.vault.open_sealed(id(1), UnixMillis(5_000), LIMIT), Err(VaultError::Due)));
    room.vault.set_deadline(id(1), UnixMillis(6_000)).unwrap();
    assert_eq!(room.vault.deadline(id(1)).unwrap(), UnixMillis(6_000));
    assert!(room.vault.open_sealed(id(1), UnixMillis(5_000), LIMIT).is_ok());
    room.vault.purge_area().observe(UnixMillis(7_000)).unwrap();
    assert!(matches!(room.vault.open_sealed(id(1), UnixMillis(5_000), LIMIT), Err(VaultError::Due)), "clock set back");
}

#[test]
fn only_one_process_has_a_vault_open() {
    let room = room();
    assert!(matches!(Vault::open(room.place.path(), &MemoryKeyStore::new()), Err(VaultError::InUse)));
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_enter_and_backups_are_told_to_stay_out() {
    use std::os::unix::fs::PermissionsExt;
    let room = room();
    let dir = room.place.path();
    seal(&room.vault, id(1), LATER, b"x");
    for part in ["", "keys", "blobs", "copies"] {
        assert_eq!(fs::metadata(dir.join(part)).unwrap().permissions().mode() & 0o777, 0o700, "{part}");
    }
    for file in [key_file(dir, id(1)), body(dir, id(1))] {
        assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let tag = fs::read_to_string(dir.join("blobs/CACHEDIR.TAG")).unwrap();
    assert!(tag.starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
}
