//! The log: a file in the profile, readable by its owner, without anything personal. What a [`app::Failure::Unexpected`]
//! refers to is found here.

use std::{
    fs::{self, OpenOptions},
    path::Path,
    sync::Mutex,
};

/// A log of this many bytes is put aside at start, in place of the one before it.
const LARGE: u64 = 2 * 1024 * 1024;

/// Begins to log. Without a place to write, nothing is logged.
pub(crate) fn start(profile: &Path) {
    let folder = profile.join("log");
    let path = folder.join("budkavle.log");
    if fs::create_dir_all(&folder).is_err() {
        return;
    }
    if fs::metadata(&path).is_ok_and(|log| log.len() > LARGE) {
        // If it cannot be put aside it goes on growing, which is better than no log.
        let _ = fs::rename(&path, folder.join("budkavle.1.log"));
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    if let Ok(file) = options.open(&path) {
        let logging = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::WARN)
            .with_writer(Mutex::new(file));
        // Fails only if a log was begun before.
        let _ = logging.try_init();
    }
    // The standard report prints what was panicked with, which could be anything.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!(file = place.file(), line = place.line(), "panic"),
        None => tracing::error!("panic"),
    }));
}
