//! Zeros over small files, many at the price of one flush.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

/// Longer than any file of keys, and what disks write at once.
const BLOCK: usize = 4096;
/// From so many files on it pays to have the disk write several at once, …
const MANY: usize = 32;
/// … so many.
const LANES: usize = 4;

/// Overwrites these files, which lie in one folder, and makes that durable. Best effort: what cannot be overwritten must
/// still be removed.
///
/// The zeros go past the system's memory where that can be done, and so lie with the disk when the writing returns. The
/// disk's own memory is then flushed once for all of them. Elsewhere each file is flushed by itself. Many files are written
/// side by side: nothing depends on their order.
pub(super) fn over(files: &[PathBuf]) {
    let written = if files.len() < MANY {
        in_turn(files)
    } else {
        thread::scope(|scope| {
            let lanes = files.chunks(files.len().div_ceil(LANES));
            let lanes: Vec<_> = lanes.map(|lane| scope.spawn(|| in_turn(lane))).collect();
            lanes.into_iter().fold(None, |one, lane| lane.join().ok().flatten().or(one))
        })
    };
    if let Some(file) = written {
        drop(file.sync_data());
    }
}

/// The last of those that were written past the system's memory.
fn in_turn(files: &[PathBuf]) -> Option<File> {
    let mut last = None;
    for path in files {
        match past_memory(path) {
            Ok(file) => last = Some(file),
            Err(_) => drop(one(path)),
        }
    }
    last
}

fn one(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(0).min(BLOCK);
    file.write_all(&[0; BLOCK][..length])?;
    file.sync_data()
}

/// The block in which the file lies, whole: less cannot be written so.
#[cfg(target_os = "linux")]
fn past_memory(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    /// Where it lies in memory matters too.
    #[repr(align(4096))]
    struct Zeros([u8; BLOCK]);
    static ZEROS: Zeros = Zeros([0; BLOCK]);

    let direct = i32::try_from(rustix::fs::OFlags::DIRECT.bits()).map_err(io::Error::other)?;
    let mut file = OpenOptions::new().write(true).custom_flags(direct).open(path)?;
    file.write_all(&ZEROS.0)?;
    Ok(file)
}

#[cfg(not(target_os = "linux"))]
fn past_memory(_path: &Path) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn nothing_of_a_file_is_left_behind_its_zeros_whatever_kind_of_disk_it_lies_on() {
        let places = [tempfile::tempdir(), tempfile::tempdir_in("/dev/shm")];
        for place in places.into_iter().flatten() {
            for count in [3, 2 * MANY + 1] {
                let mut files: Vec<PathBuf> = (0..count).map(|number| place.path().join(number.to_string())).collect();
                for path in &files {
                    fs::write(path, [7; 68]).unwrap();
                }
                files.push(place.path().join("absent"));
                over(&files);
                for path in &files[..count] {
                    let left = fs::read(path).unwrap();
                    assert!(left.len() >= 68 && left.iter().all(|byte| *byte == 0), "{left:?}");
                }
            }
        }
    }
}
