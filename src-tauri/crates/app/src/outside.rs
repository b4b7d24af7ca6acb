//! Everything outside the program that a use case needs, each behind a small trait with a real and a simulated one.

use std::{path::PathBuf, sync::Arc};

use async_trait::async_trait;
use channel::directory::Directories;
use domain::Timestamp;
use policy::{Policy, PolicyProblem};
use uuid::Uuid;
use vault::{BootClock, Clocks, KeyStore, KeyStoreError, OsKeyStore, ProfileLabel, StoreState};

use crate::boot;

/// The clocks and the source of new ids.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// How long the computer has run, asleep or awake: what nobody can set. `None` where that cannot be told.
    fn boot(&self) -> Option<BootClock>;
    /// Both clocks, for the vault.
    fn clocks(&self) -> Clocks {
        Clocks { wall: vault::UnixMillis(self.now().as_millis()), boot: self.boot() }
    }
    /// An id that was never used before.
    fn new_id(&self) -> Uuid;
}

/// The computer's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the clock")]
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
    }

    fn boot(&self) -> Option<BootClock> {
        boot::clock()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// Windows of the operating system that a person answers.
#[async_trait]
pub trait Dialogs: Send + Sync {
    /// Asks for a folder, starting in `start`; `None` when the person changes their mind.
    async fn choose_folder(&self, title: &str, start: PathBuf) -> Option<PathBuf>;
    /// Asks where to save a file, proposing `name`; `None` when the person changes their mind.
    async fn save_file(&self, title: &str, name: &str) -> Option<PathBuf>;
}

/// Opens a page in the person's own browser.
pub trait Browser: Send + Sync {
    /// Whether it could be opened.
    fn open(&self, url: &str) -> bool;
}

/// The operating system's own jobs, which purge while the program does not run.
pub trait Scheduler: Send + Sync {
    /// Whether a job that purges this profile is installed for this user; `None` when it cannot be told.
    fn is_installed(&self, profile: &std::path::Path) -> Option<bool>;
}

/// The operating system's jobs of this user.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemScheduler;

impl Scheduler for SystemScheduler {
    fn is_installed(&self, profile: &std::path::Path) -> Option<bool> {
        crate::schedule::is_installed(profile)
    }
}

/// Where keys are kept between sessions.
pub trait Keyring: Send + Sync {
    /// Connects to the keys of the profile called `label` and finds out whether keys can be kept there. May block.
    ///
    /// # Errors
    /// When there is no keyring, or it is locked.
    fn connect(&self, label: &str) -> Result<Arc<dyn KeyStore>, KeyStoreError>;
}

/// The operating system's keyring.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsKeyring;

impl Keyring for OsKeyring {
    fn connect(&self, label: &str) -> Result<Arc<dyn KeyStore>, KeyStoreError> {
        let label = ProfileLabel::new(label).map_err(|_| KeyStoreError::Broken)?;
        let keys = OsKeyStore::connect(&label)?;
        match keys.state() {
            StoreState::Ready => Ok(Arc::new(keys)),
            StoreState::Locked => Err(KeyStoreError::Locked),
            StoreState::Unavailable => Err(KeyStoreError::Unavailable),
        }
    }
}

/// The renderer program: beside the running one, as the packages install it.
pub fn renderer_beside_this_program() -> PathBuf {
    let name = format!("budkavle-render{}", std::env::consts::EXE_SUFFIX);
    match std::env::current_exe() {
        Ok(program) => program.with_file_name(name),
        Err(_) => name.into(),
    }
}

/// What the host (the desktop shell, the headless program, a test) gives the application.
pub struct Outside {
    /// Folder of this profile: database, vault, receipts.
    pub profile: PathBuf,
    /// Whether a new store is filled with *Exempelmottagningen*.
    pub example: bool,
    /// What the organisation decides. Without one that is understood nothing is opened.
    pub policy: Result<Policy, PolicyProblem>,
    /// The renderer program.
    pub renderer: PathBuf,
    /// Clock and ids.
    pub clock: Arc<dyn Clock>,
    /// Keyring.
    pub keyring: Arc<dyn Keyring>,
    /// Dialogs.
    pub dialogs: Arc<dyn Dialogs>,
    /// Browser.
    pub browser: Arc<dyn Browser>,
    /// The operating system's jobs.
    pub scheduler: Arc<dyn Scheduler>,
    /// Where citizens are looked up.
    pub directories: Arc<dyn Directories>,
}
