//! What the tests of whole use cases share: files to send in, templates to build, a person's steps through the commands,
//! and a search for what must not lie about in clear.
//!
//! It drives the application only by its public doors: the command list, the citizen's page over HTTP, files on disk.
//! It must not decide what is right; that is each journey's own business.

pub mod canary;
pub mod files;
pub mod keys;
pub mod staff;
pub mod templates;

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

/// The renderer, or a panic that says how to build it. Without it every preview would fail for a dull reason.
///
/// # Panics
/// When the program is not beside the tests.
pub fn renderer() -> PathBuf {
    let program = testkit::renderer();
    assert!(
        program.is_absolute() && program.exists(),
        "the program budkavle-render is not built; run `cargo build --package budkavle-render` or `cargo xtask test journeys`"
    );
    program
}

/// Does what blocks, such as a citizen's browser waiting for an answer, while the runtime's other threads go on.
pub fn meanwhile<T>(work: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(work)
}

/// How long anything in these tests may take before it is called broken.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until there is an answer, looking again and again.
///
/// # Panics
/// When there is none within [`PATIENCE`]; `what` says what was waited for.
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    until_for(PATIENCE, what, look)
}

/// As [`until`], with another limit.
///
/// # Panics
/// When there is no answer within the limit.
pub fn until_for<T>(limit: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < limit, "waited in vain until {what}");
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// A program of ours, built before the tests: where `cargo xtask test` says, or beside the tests.
///
/// # Panics
/// When it is not built.
pub fn program(name: &str) -> PathBuf {
    let said = std::env::var_os("BUDKAVLE_PROGRAMS").map(PathBuf::from);
    let tests = std::env::current_exe().unwrap_or_default();
    let folders = said.into_iter().chain(tests.ancestors().skip(1).map(PathBuf::from));
    let found = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("the program {name} is not built; run `cargo xtask test desktop`"))
}
