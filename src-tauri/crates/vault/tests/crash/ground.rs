//! A vault in the middle of its life, in a place that can be put back as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use vault::{
    CopyEntry, ItemKind, KeyName, KeyStore, KeyStoreError, PurgeArea, Secret, Trigger, UnixMillis, Vault, VaultError,
    verify_receipts,
};

use crate::common::{LIMIT, copy_tree, id, seal};

/// When the first items are due.
pub(crate) const DUE: UnixMillis = UnixMillis(2_000);
/// When the others are.
pub(crate) const LATER: UnixMillis = UnixMillis(90_000);
/// Before anything is due.
pub(crate) const BEFORE: UnixMillis = UnixMillis(1_000);

/// What lies in the vault before a deed. What is due is one batch, of which the last sealed file came after the rotation
/// of the master, so that its key is in its key file only. Not due: 3 and the copy 12.
const SEALED: [(u8, UnixMillis); 4] = [(1, DUE), (2, DUE), (3, LATER), (SEALED_LAST, DUE)];
pub(crate) const COPIED: [(u8, UnixMillis); 3] = [(11, DUE), (12, LATER), (13, DUE)];
const SEALED_LAST: u8 = 4;
/// What a deed may add: a file that is received, one that is given up, and a copy.
pub(crate) const RECEIVED: u8 = 20;
pub(crate) const GIVEN_UP: u8 = 21;
pub(crate) const COPY: u8 = 22;

/// What stands in a copy.
pub(crate) const IN_CLEAR: &[u8] = b"%PDF-1.7 in clear, because a person chose so";

/// The content of a sealed file: several writings for the one that is received.
pub(crate) fn content(number: u8) -> Vec<u8> {
    let length = if number == RECEIVED { 33 * vault::CHUNK_BYTES + 5 } else { 100 };
    (0..length).map(|place| number ^ (place * 31 % 251) as u8).collect()
}

/// Keys in a folder: a key store that outlives the program.
pub(crate) struct FolderKeyStore(pub(crate) PathBuf);

impl KeyStore for FolderKeyStore {
    fn get(&self, name: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError> {
        match fs::read(self.0.join(name.as_str())) {
            Ok(key) => Ok(Some(Secret::new(key))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(KeyStoreError::File(error)),
        }
    }

    fn set(&self, name: KeyName, key: &Secret<Vec<u8>>) -> Result<(), KeyStoreError> {
        let (beside, place) = (self.0.join("new"), self.0.join(name.as_str()));
        // EXPOSE: a test's key, in a test's folder.
        fs::write(&beside, key.expose()).and_then(|()| fs::rename(&beside, &place)).map_err(KeyStoreError::File)
    }

    fn delete(&self, name: KeyName) -> Result<(), KeyStoreError> {
        match fs::remove_file(self.0.join(name.as_str())) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(KeyStoreError::File(error)),
            _ => Ok(()),
        }
    }
}

/// The folders of one profile, as a program finds them.
#[derive(Clone)]
pub(crate) struct Profile(pub(crate) PathBuf);

impl Profile {
    pub(crate) fn vault(&self) -> PathBuf {
        self.0.join("vault")
    }

    pub(crate) fn outside(&self) -> PathBuf {
        self.0.join("outside")
    }

    pub(crate) fn keys(&self) -> FolderKeyStore {
        FolderKeyStore(self.0.join("keyring"))
    }

    pub(crate) fn area(&self) -> PurgeArea {
        PurgeArea::at(&self.vault())
    }

    pub(crate) fn copy(&self, number: u8, expires: UnixMillis) -> CopyEntry {
        CopyEntry::plan(id(number), id(3), &self.outside(), "bilaga.pdf", IN_CLEAR, expires).unwrap()
    }

    pub(crate) fn open(&self) -> Result<Vault, VaultError> {
        Vault::open(&self.vault(), &self.keys())
    }

    /// What a start does: open, sweep, purge, and put a new master in the place of the old one.
    pub(crate) fn start(&self) -> Result<(), Box<dyn std::error::Error>> {
        let vault = self.open()?;
        vault.sweep_unfinished(DUE)?;
        let run = vault.purge_area().run(Trigger::Start, DUE)?;
        if let Some((_, stuck)) = run.stuck.into_iter().next() {
            return Err(stuck.into());
        }
        vault.rotate(&self.keys())?;
        Ok(())
    }

    /// Names below the vault that belong to an item, in the folders of keys and bodies.
    pub(crate) fn names_of(&self, number: u8) -> Vec<String> {
        let prefix = id(number).to_string();
        let all = ["keys", "blobs"].into_iter().flat_map(|part| names(&self.vault().join(part)));
        all.filter(|name| name.starts_with(&prefix) && !name.ends_with(".tmp")).collect()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "CACHEDIR.TAG")
        .collect()
}

/// Held by the one test that is at work: a program that another one starts would hold a copy of each open file from its
/// fork to its exec, the vault's lock among them.
static TURN: Mutex<()> = Mutex::new(());

/// A place where the same profile can be put back again and again.
pub(crate) struct Ground {
    _turn: MutexGuard<'static, ()>,
    _folder: tempfile::TempDir,
    pub(crate) profile: Profile,
    before: PathBuf,
}

impl Ground {
    pub(crate) fn new() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        // In memory where there is such a place: nothing here is about power cuts, and flushing takes most of the time.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let (profile, before) = (Profile(folder.path().join("now")), folder.path().join("before"));
        for part in ["vault", "outside", "keyring"] {
            fs::create_dir_all(profile.0.join(part)).unwrap();
        }
        let vault = profile.open().unwrap();
        for (number, expires) in SEALED {
            if number == SEALED_LAST {
                // So that keys stand in the table as well as in files.
                vault.rotate(&profile.keys()).unwrap();
            }
            seal(&vault, id(number), expires, &content(number));
        }
        drop(vault);
        for (number, expires) in COPIED {
            let entry = profile.copy(number, expires);
            profile.area().register_copy(&entry).unwrap();
            profile.area().write_copy(&entry, IN_CLEAR).unwrap();
        }
        copy_tree(&profile.0, &before);
        Self { _turn: turn, _folder: folder, profile, before }
    }

    /// Everything as it was.
    pub(crate) fn put_back(&self) {
        fs::remove_dir_all(&self.profile.0).unwrap();
        copy_tree(&self.before, &self.profile.0);
    }
}

/// Receipts of each item.
fn receipts(profile: &Profile) -> BTreeMap<(ItemKind, u8), usize> {
    let mut counted = BTreeMap::new();
    for receipt in profile.area().receipts_after(0).unwrap() {
        *counted.entry((receipt.kind, receipt.item.as_bytes()[0])).or_insert(0) += 1;
    }
    counted
}

/// Which of the items that a deed may add have something on disk.
pub(crate) fn there(profile: &Profile) -> Vec<u8> {
    [RECEIVED, GIVEN_UP].into_iter().filter(|number| !profile.names_of(*number).is_empty()).collect()
}

/// After a crash: what the next start must make of the profile, whatever was under way.
pub(crate) fn assert_recovered(profile: &Profile, case: &str) {
    assert_recovered_from(profile, there(profile), case);
}

/// The same, where an earlier recovery may have come some of the way: `was_there` before that.
pub(crate) fn assert_recovered_from(profile: &Profile, was_there: Vec<u8>, case: &str) {
    {
        // Before anything is swept: what opens is whole.
        let vault = profile.open().unwrap_or_else(|error| panic!("{case}: {error:?}"));
        if let Ok(opened) = vault.open_sealed(id(RECEIVED), BEFORE, LIMIT) {
            assert_eq!(*opened.expose(), content(RECEIVED), "{case}: a part was opened");
        }
        assert!(vault.open_sealed(id(GIVEN_UP), BEFORE, LIMIT).is_err(), "{case}: what was given up opens");
    }
    profile.start().unwrap_or_else(|error| panic!("{case}: {error:?}"));

    let vault = profile.open().unwrap();
    assert_eq!(*vault.open_sealed(id(3), DUE, LIMIT).unwrap().expose(), content(3), "{case}: what is not due");
    let received = vault.open_sealed(id(RECEIVED), DUE, LIMIT).map(|opened| opened.expose().clone());
    if let Ok(received) = &received {
        assert_eq!(*received, content(RECEIVED), "{case}");
    }
    let left: Vec<u8> = [3].into_iter().chain(received.is_ok().then_some(RECEIVED)).collect();
    for part in ["keys", "blobs"] {
        let mut names: Vec<String> =
            names(&profile.vault().join(part)).into_iter().filter(|name| name != "table").collect();
        names.sort();
        let of: Vec<u8> = names.iter().map(|name| u8::from_str_radix(&name[..2], 16).unwrap()).collect();
        assert_eq!(of, left, "{case}: orphans among {names:?}");
    }
    assert!(
        names(&profile.vault())
            .iter()
            .all(|name| !name.ends_with(".tmp") || name.starts_with("mark") || name.starts_with("vault.check")),
        "{case}"
    );
    drop(vault);

    let kept = profile.area().copy(id(12)).unwrap().unwrap();
    assert_eq!(fs::read(kept.path).unwrap(), IN_CLEAR, "{case}: a copy that is not due");
    let sealed = SEALED.iter().map(|(number, expires)| ((ItemKind::Sealed, *number), *expires));
    let copied = COPIED.iter().map(|(number, expires)| ((ItemKind::Copy, *number), *expires));
    let due = sealed.chain(copied).filter(|(_, expires)| *expires == DUE);
    let mut expected: BTreeMap<_, _> = due.map(|(item, _)| (item, 1)).collect();
    expected.extend(
        was_there.into_iter().filter(|number| !left.contains(number)).map(|number| ((ItemKind::Sealed, number), 1)),
    );
    assert_eq!(receipts(profile), expected, "{case}: exactly one receipt for what is gone");
    assert_sound(profile, case);

    // And when everything is due, everything is gone, half-made copies among it.
    let registered = profile.area().copy(id(COPY)).unwrap().is_some();
    assert!(profile.area().run(Trigger::Timer, LATER).unwrap().stuck.is_empty(), "{case}");
    assert!(profile.area().list().unwrap().is_empty(), "{case}");
    assert_eq!(names(&profile.outside()), [""; 0], "{case}: outside the vault");
    assert_eq!(names(&profile.vault().join("blobs")), [""; 0], "{case}");
    let counted = receipts(profile);
    assert!(counted.values().all(|count| *count == 1), "{case}: {counted:?}");
    assert_eq!(counted.contains_key(&(ItemKind::Copy, COPY)), registered, "{case}");
    assert_sound(profile, case);
}

fn assert_sound(profile: &Profile, case: &str) {
    let report = verify_receipts(&profile.vault()).unwrap_or_else(|error| panic!("{case}: {error:?}"));
    assert_eq!((report.begun.len(), report.torn_tail), (0, false), "{case}");
}
