//! Everything outside the program that a use case needs, each behind a small trait with a real and a simulated one.

use std::{path::PathBuf, sync::Arc};

use async_trait::async_trait;
use domain::Timestamp;
use policy::{Policy, PolicyProblem};
use uuid::Uuid;
use vault::{KeyStore, KeyStoreError, OsKeyStore, ProfileLabel, StoreState};

/// The clock and the source of new ids.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
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
}

/// Opens a page in the person's own browser.
pub trait Browser: Send + Sync {
    /// Whether it could be opened.
    fn open(&self, url: &str) -> bool;
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
}
