//! The profile's folder: one running application at a time, and a name for its keys that survives a move.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use super::StartProblem;

/// The database of a profile.
pub(crate) fn database_in(profile: &Path) -> PathBuf {
    profile.join("budkavle.db")
}

/// The vault of a profile.
pub(crate) fn vault_in(profile: &Path) -> PathBuf {
    profile.join("vault")
}

/// Creates the folder, readable by its owner only.
pub(super) fn create(profile: &Path) -> Result<(), StartProblem> {
    let unusable = |_| StartProblem::ProfileUnusable;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(profile).map_err(unusable)
}

/// Takes the profile for this process. The lock goes with the returned file, also when the process is killed.
pub(super) fn take(profile: &Path) -> Result<File, StartProblem> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(profile.join("in-use"))
        .map_err(|_| StartProblem::ProfileUnusable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(StartProblem::ProfileInUse),
        Err(fs::TryLockError::Error(_)) => Err(StartProblem::ProfileUnusable),
    }
}

/// The label under which this profile's keys are kept, if it has one yet.
pub(crate) fn key_label_of(profile: &Path) -> Option<String> {
    fs::read_to_string(label_file(profile)).ok().map(|text| text.trim().to_owned())
}

fn label_file(profile: &Path) -> PathBuf {
    profile.join("profile-id")
}

/// The label under which this profile's keys are kept in the keyring: random, made once.
pub(super) fn key_label(profile: &Path) -> Result<String, StartProblem> {
    if let Some(label) = key_label_of(profile) {
        return Ok(label);
    }
    let path = label_file(profile);
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).map_err(|_| StartProblem::ProfileUnusable)?;
    let label: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().create_new(true).write(true).open(&path)?;
        file.write_all(label.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|_| StartProblem::ProfileUnusable)?;
    Ok(label)
}
