//! A vault with one file in it, for the targets that read what lies on disk.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use tempfile::TempDir;
use vault::{MemoryKeyStore, SealedId, UnixMillis, Vault};

/// The file's id.
pub const ID: SealedId = SealedId::from_bytes([1; 16]);
/// Before its deadline.
pub const NOW: UnixMillis = UnixMillis(1_000);
/// What it holds.
pub const CONTENT: &[u8] = b"a file of the citizen's";
const DEADLINE: i64 = 9_000;

/// The vault and its folder, one for each run of a target.
pub struct Place {
    /// Where it lies: in memory where there is such a folder.
    pub folder: TempDir,
    /// Open.
    pub vault: Vault,
    /// The file as it was sealed.
    pub body: Vec<u8>,
    /// Its key file as it was written.
    pub key: Vec<u8>,
}

/// Made at first use.
pub static PLACE: LazyLock<Place> = LazyLock::new(|| {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let vault = Vault::open(folder.path(), &MemoryKeyStore::new()).expect("a new vault");
    let mut writer = vault.seal(ID, UnixMillis(DEADLINE)).expect("a new id");
    writer.write(CONTENT).and_then(|()| writer.finish()).expect("room");
    let read = |path: PathBuf| fs::read(path).expect("just written");
    let (body, key) = (read(folder.path().join(body())), read(folder.path().join(key())));
    Place { folder, vault, body, key }
});

/// The sealed file, below the vault's folder.
pub fn body() -> PathBuf {
    PathBuf::from(format!("blobs/{ID}.v"))
}

/// Its key file, below the vault's folder.
pub fn key() -> PathBuf {
    PathBuf::from(format!("keys/{ID}.{DEADLINE}.k"))
}

impl Place {
    /// Puts these bytes in a file of the vault.
    pub fn put(&self, name: impl Into<PathBuf>, bytes: &[u8]) {
        fs::write(self.folder.path().join(name.into()), bytes).expect("room");
    }

    /// Whole bytes with a piece of them overwritten: two bytes say where, the rest what. Reaches what stands behind a
    /// check that chance alone does not pass.
    pub fn patched(whole: &[u8], patch: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        if let [low, high, new @ ..] = patch {
            let at = usize::from(u16::from_le_bytes([*low, *high])) % (whole.len() + 1);
            let end = (at + new.len()).min(bytes.len());
            bytes.splice(at..end, new.iter().copied());
        }
        bytes
    }
}
