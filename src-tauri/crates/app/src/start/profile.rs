//! The profile's folder: one running application at a time, and a name for its keys that survives a move.

use std::{fs::{self, File, OpenOptions}, io::Write, path::Path};

use super::StartProblem;

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

/// The label under which this profile's keys are kept in the keyring: random, made once.
pub(super) fn key_label(profile: &Path) -> Result<String, StartProblem> {
    let path = profile.join("profile-id");
    if let Ok(text) = fs::read_to_string(&path) {
        return Ok(text.trim().to_owned());
    }
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
