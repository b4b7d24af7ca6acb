//! Files that only their owner may read, and writes that are either whole or absent after a power cut.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Marks a half-written replacement of a file. What carries it is never read, only overwritten or removed.
pub(crate) const TEMPORARY: &str = ".tmp";

/// Creates the directory (and its parents) so that only the owner may list and enter it (0700).
pub(crate) fn private_dir(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    if !path.is_dir() {
        builder.create(path)?;
    }
    // A directory that was there before us may have been made with the process's default permissions.
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Creates one new directory for the owner only; fails when something is there already.
pub(crate) fn new_private_dir(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "the mode is set on Unix only"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Creates a new file that only the owner may read and write (0600); fails when something is there already.
pub(crate) fn new_private_file(path: &Path) -> io::Result<File> {
    private_options().create_new(true).open(path)
}

/// The file that only the owner may read and write, created if it is absent, to append to.
pub(crate) fn append_private_file(path: &Path) -> io::Result<File> {
    let mut options = private_options();
    options.write(false).append(true);
    open_or_create(path, &mut options)
}

/// Asks to create a file only where there is none, so that no full disk can be in the way of one that is there.
fn open_or_create(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    match found(options.open(path))? {
        Some(file) => Ok(file),
        None => options.create(true).open(path),
    }
}

fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes the bytes beside `path`, makes them durable and moves them into place: a reader sees the old or the new file,
/// never a part, and after a power cut as well.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path);
    let mut file = private_options().create(true).truncate(true).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    sync_parent(path)
}

/// Where [`replace`] writes first.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(TEMPORARY);
    PathBuf::from(name)
}

/// Makes created, renamed and removed names in a directory durable.
#[cfg(unix)]
pub(crate) fn sync_dir(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Windows writes directory changes to its journal and offers no handle to flush one directory.
#[cfg(not(unix))]
pub(crate) fn sync_dir(_path: &Path) -> io::Result<()> {
    Ok(())
}

pub(crate) fn sync_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), sync_dir)
}

/// The file's bytes, or `None` when there is no such file.
pub(crate) fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    found(fs::read(path))
}

/// Removes a file (a link itself, never what it points to). `false`: it was not there.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<bool> {
    found(fs::remove_file(path)).map(|removed| removed.is_some())
}

/// Whether the system had no room for what was to be written, or none for this person.
pub fn is_full(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// Turns "there is no such thing" from a failure into `None`.
pub(crate) fn found<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names in a directory that begin like this, in no order. Looks at the bytes first: a directory may hold thousands.
pub(crate) fn names_beginning(dir: &Path, prefix: &str) -> io::Result<Vec<String>> {
    let Some(entries) = found(fs::read_dir(dir))? else {
        return Ok(Vec::new());
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if name.as_encoded_bytes().starts_with(prefix.as_bytes())
            && let Ok(name) = name.into_string()
        {
            names.push(name);
        }
    }
    Ok(names)
}

/// The names in a directory that are valid text; a directory that does not exist has none. Our own names are ASCII, so
/// a name that is not text is not ours.
pub(crate) fn names_in(dir: &Path) -> io::Result<Vec<String>> {
    let Some(entries) = found(fs::read_dir(dir))? else {
        return Ok(Vec::new());
    };
    let mut names = Vec::new();
    for entry in entries {
        if let Ok(name) = entry?.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Waits for, and then holds, a lock that no other process and no other handle in this process holds. It ends when the
/// returned file is dropped, also when the process dies.
pub(crate) fn lock(path: &Path) -> io::Result<File> {
    let file = open_or_create(path, &mut private_options())?;
    file.lock()?;
    Ok(file)
}

/// Like [`lock`], but `None` at once when somebody else holds it.
pub(crate) fn try_lock(path: &Path) -> io::Result<Option<File>> {
    let file = open_or_create(path, &mut private_options())?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}
