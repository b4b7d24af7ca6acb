//! Simulated doubles for what is outside the program.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use app::{Browser, CitizenDirectory, Dialogs, Directories, DirectoryDown, Keyring, Scheduler};
use async_trait::async_trait;
use domain::{PersonNumber, UnitId, citizen::Citizen};
use vault::{KeyStore, KeyStoreError, MemoryKeyStore};

/// A keyring in memory: survives a restart of the application in a test, and can be locked, taken away or emptied.
#[derive(Default)]
pub struct MemoryKeyring {
    stores: Mutex<HashMap<String, Arc<MemoryKeyStore>>>,
    refusal: Mutex<Option<fn() -> KeyStoreError>>,
}

impl MemoryKeyring {
    /// From now on every connection is refused.
    pub fn refuse_with(&self, refusal: fn() -> KeyStoreError) {
        *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) = Some(refusal);
    }

    /// From now on connections are granted again.
    pub fn allow(&self) {
        *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Forgets every key, as a keyring does that looks empty because it is locked.
    pub fn forget(&self) {
        self.stores.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Keyring for MemoryKeyring {
    fn connect(&self, label: &str) -> Result<Arc<dyn KeyStore>, KeyStoreError> {
        if let Some(refusal) = *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) {
            return Err(refusal());
        }
        let mut stores = self.stores.lock().unwrap_or_else(PoisonError::into_inner);
        let store = stores.entry(label.to_owned()).or_insert_with(|| Arc::new(MemoryKeyStore::new()));
        Ok(Arc::clone(store) as Arc<dyn KeyStore>)
    }
}

/// A person who answers every folder dialog in the way the test says: where the dialog starts, elsewhere, or not at all.
#[derive(Default)]
pub struct SimulatedDialogs {
    answer: Mutex<Answer>,
    save: Mutex<Option<PathBuf>>,
}

#[derive(Clone, Default)]
enum Answer {
    #[default]
    WhereItStarts,
    Elsewhere(PathBuf),
    Cancel,
}

impl SimulatedDialogs {
    /// From now on this folder is chosen.
    pub fn choose(&self, folder: PathBuf) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Answer::Elsewhere(folder);
    }

    /// From now on files are saved as this one; before that, saving is cancelled.
    pub fn save_as(&self, file: PathBuf) {
        *self.save.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    /// From now on dialogs are cancelled.
    pub fn cancel(&self) {
        *self.save.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Answer::Cancel;
    }
}

#[async_trait]
impl Dialogs for SimulatedDialogs {
    async fn choose_folder(&self, _title: &str, start: PathBuf) -> Option<PathBuf> {
        let answer = self.answer.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match answer {
            Answer::WhereItStarts => Some(start),
            Answer::Elsewhere(folder) => Some(folder),
            Answer::Cancel => None,
        }
    }

    async fn save_file(&self, _title: &str, _name: &str) -> Option<PathBuf> {
        self.save.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The operating system's jobs, of which there is none or one for every profile.
#[derive(Default)]
pub struct SimulatedScheduler {
    installed: AtomicBool,
}

impl SimulatedScheduler {
    /// From now on there is a job.
    pub fn install(&self) {
        self.installed.store(true, Ordering::SeqCst);
    }
}

impl Scheduler for SimulatedScheduler {
    fn is_installed(&self, _profile: &std::path::Path) -> Option<bool> {
        Some(self.installed.load(Ordering::SeqCst))
    }
}

/// A service in front of the unit's register, which adds nothing to what that one knows, and can be down.
#[derive(Default)]
pub struct SimulatedDirectories {
    is_down: Arc<AtomicBool>,
}

impl SimulatedDirectories {
    /// From now on nothing is answered.
    pub fn go_down(&self) {
        self.is_down.store(true, Ordering::SeqCst);
    }

    /// From now on everything is answered again.
    pub fn come_back(&self) {
        self.is_down.store(false, Ordering::SeqCst);
    }
}

impl Directories for SimulatedDirectories {
    fn connect(&self, own: Arc<dyn CitizenDirectory>) -> Arc<dyn CitizenDirectory> {
        Arc::new(SimulatedDirectory { own, is_down: Arc::clone(&self.is_down) })
    }
}

struct SimulatedDirectory {
    own: Arc<dyn CitizenDirectory>,
    is_down: Arc<AtomicBool>,
}

#[async_trait]
impl CitizenDirectory for SimulatedDirectory {
    async fn find(&self, unit: UnitId, number: &PersonNumber) -> Result<Option<Citizen>, DirectoryDown> {
        if self.is_down.load(Ordering::SeqCst) {
            return Err(DirectoryDown("the test says so".into()));
        }
        self.own.find(unit, number).await
    }
}

/// Remembers what was opened.
#[derive(Default)]
pub struct SimulatedBrowser {
    opened: Mutex<Vec<String>>,
}

impl SimulatedBrowser {
    /// Every address that was opened.
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Browser for SimulatedBrowser {
    fn open(&self, url: &str) -> bool {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(url.to_owned());
        true
    }
}

/// The renderer program that was built beside the running test program.
pub fn renderer() -> PathBuf {
    let name = format!("budkavle-render{}", std::env::consts::EXE_SUFFIX);
    let program = std::env::current_exe().unwrap_or_default();
    program
        .ancestors()
        .skip(1)
        .map(|folder| folder.join(&name))
        .find(|path| path.exists())
        .unwrap_or_else(|| name.into())
}
