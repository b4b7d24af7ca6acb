//! The vault's work, and what it is judged against: a copy in memory and plain files.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::measure::Image;
use vault::{MemoryKeyStore, SealedId, Trigger, UnixMillis, Vault};

use crate::Failure;
use crate::made::Random;
use crate::spent::{Spent, Watch};

const MEGABYTE: usize = 1_000_000;
/// How files are read and handed on: as they come in from a browser.
const PIECE: usize = 64 * 1024;
/// A deadline that none of the measured files reaches.
const LATER: UnixMillis = UnixMillis(1_000_000);
const NOW: UnixMillis = UnixMillis(1_000);

type Answer = Result<(Spent, u64), Failure>;

/// Vaults and buffers that last from one request to the next.
pub(crate) struct Vaults {
    /// Where folders for files are made.
    folder: PathBuf,
    plain: Vec<u8>,
    target: Vec<u8>,
    image: Option<Image>,
    kept: Option<Kept>,
    keys: Option<Kept>,
}

/// A vault in a folder that goes with it.
struct Kept {
    vault: Vault,
    keys: MemoryKeyStore,
    place: TempDir,
}

impl Kept {
    fn new(folder: &Path) -> Result<Self, Failure> {
        let place = TempDir::new_in(folder)?;
        let keys = MemoryKeyStore::new();
        let vault = Vault::open(place.path(), &keys)?;
        Ok(Self { vault, keys, place })
    }
}

fn id(number: usize) -> SealedId {
    SealedId::from_bytes((number as u128 + 1).to_be_bytes())
}

impl Vaults {
    pub(crate) const fn new(folder: PathBuf) -> Self {
        Self { folder, plain: Vec::new(), target: Vec::new(), image: None, kept: None, keys: None }
    }

    /// Makes sure that both buffers are there and were touched, so that no page fault is measured.
    fn ready(&mut self, megabytes: usize) {
        if self.plain.len() != megabytes * MEGABYTE {
            self.plain = Random::new(7).bytes(megabytes * MEGABYTE);
            self.target = vec![1; self.plain.len()];
            self.image = None;
        }
    }

    /// A copy from memory to memory: what everything in memory is judged against.
    pub(crate) fn copy(&mut self, megabytes: usize) -> Answer {
        self.ready(megabytes);
        let watch = Watch::start();
        self.target.copy_from_slice(&self.plain);
        Ok((watch.stop(), u64::from(std::hint::black_box(&self.target)[0])))
    }

    /// In place, as the vault seals.
    pub(crate) fn seal(&mut self, megabytes: usize) -> Answer {
        self.ready(megabytes);
        let mut image = Image::of(&self.plain)?;
        let watch = Watch::start();
        image.seal()?;
        let spent = watch.stop();
        let length = image.bytes().len() as u64;
        self.image = Some(image);
        Ok((spent, length))
    }

    /// As it streams in, without the disk.
    pub(crate) fn seal_stream(&mut self, megabytes: usize) -> Answer {
        self.ready(megabytes);
        let watch = Watch::start();
        let length = vault::measure::seal_stream(&self.plain, PIECE)?;
        Ok((watch.stop(), length))
    }

    /// In place, what was last sealed.
    pub(crate) fn open(&mut self, megabytes: usize) -> Answer {
        self.ready(megabytes);
        if self.image.is_none() {
            self.seal(megabytes)?;
        }
        let mut image = self.image.take().ok_or(Failure::Wrong)?;
        let watch = Watch::start();
        image.open()?;
        let spent = watch.stop();
        if image.bytes() != self.plain {
            return Err(Failure::Wrong);
        }
        Ok((spent, self.plain.len() as u64))
    }

    /// Writes a plain file for the others to seal.
    pub(crate) fn plain_file(&mut self, megabytes: usize) -> Answer {
        self.ready(megabytes);
        let watch = Watch::start();
        let mut file = File::create(self.folder.join("plain"))?;
        file.write_all(&self.plain)?;
        file.sync_all()?;
        Ok((watch.stop(), self.plain.len() as u64))
    }

    /// Seals a file, from the start to its being durable.
    pub(crate) fn write(&mut self, file: &Path) -> Answer {
        let kept = Kept::new(&self.folder)?;
        let watch = Watch::start();
        let mut writer = kept.vault.seal(id(0), LATER)?;
        let mut from = File::open(file)?;
        let mut piece = vec![0; PIECE];
        loop {
            match from.read(&mut piece)? {
                0 => break,
                count => writer.write(&piece[..count])?,
            }
        }
        let length = writer.finish()?;
        let spent = watch.stop();
        self.kept = Some(kept);
        Ok((spent, length))
    }

    /// Opens what was last written, to the end.
    pub(crate) fn read(&mut self) -> Answer {
        let kept = self.kept.as_ref().ok_or(Failure::Unknown)?;
        let watch = Watch::start();
        let mut reader = kept.vault.read_sealed(id(0), NOW)?;
        let mut length = 0;
        while let Some(chunk) = reader.next_chunk()? {
            length += chunk.len() as u64;
        }
        Ok((watch.stop(), length))
    }

    /// Makes a vault with this many sealed files, empty ones: only their keys matter here.
    pub(crate) fn make_keys(&mut self, count: usize) -> Answer {
        let kept = Kept::new(&self.folder)?;
        let watch = Watch::start();
        for number in 0..count {
            kept.vault.seal(id(number), LATER)?.finish()?;
        }
        self.keys = Some(kept);
        Ok((watch.stop(), count as u64))
    }

    /// Replaces the master over all of them.
    pub(crate) fn rotate(&mut self) -> Answer {
        let kept = self.keys.as_ref().ok_or(Failure::Unknown)?;
        let watch = Watch::start();
        let rotation = kept.vault.rotate(&kept.keys)?;
        if !rotation.unreadable.is_empty() {
            return Err(Failure::Wrong);
        }
        Ok((watch.stop(), rotation.rewrapped as u64))
    }

    /// Purges this many files of a megabyte, with receipts.
    pub(crate) fn purge(&mut self, count: usize) -> Answer {
        let kept = Kept::new(&self.folder)?;
        let content = Random::new(3).bytes(MEGABYTE);
        for number in 0..count {
            let mut writer = kept.vault.seal(id(number), NOW)?;
            writer.write(&content)?;
            writer.finish()?;
        }
        let area = kept.vault.purge_area();
        let watch = Watch::start();
        let run = area.run(Trigger::Timer, LATER)?;
        let spent = watch.stop();
        if run.receipts.len() != count || !run.stuck.is_empty() {
            return Err(Failure::Wrong);
        }
        drop(kept.place);
        Ok((spent, count as u64))
    }

    /// Removes this many plain files of a megabyte, each removal made durable.
    pub(crate) fn unlink(&mut self, count: usize) -> Answer {
        let place = TempDir::new_in(&self.folder)?;
        scatter(count, place.path())?;
        let watch = Watch::start();
        for number in 0..count {
            fs::remove_file(place.path().join(number.to_string()))?;
            File::open(place.path())?.sync_all()?;
        }
        Ok((watch.stop(), count as u64))
    }
}

/// Writes this many plain files of a megabyte into a folder, durably.
pub(crate) fn scatter(count: usize, folder: &Path) -> Answer {
    let content = Random::new(3).bytes(MEGABYTE);
    let watch = Watch::start();
    for number in 0..count {
        let mut file = File::create(folder.join(number.to_string()))?;
        file.write_all(&content)?;
        file.sync_all()?;
    }
    File::open(folder)?.sync_all()?;
    Ok((watch.stop(), count as u64))
}
