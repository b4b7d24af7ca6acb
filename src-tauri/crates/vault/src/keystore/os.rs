use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use keyring_core::{CredentialStore, Entry, Error};

use super::{KeyName, KeyStore, KeyStoreError, ProfileLabel};
use crate::id::{from_hex, to_hex};
use crate::random::make_bytes;
use crate::secret::Secret;

/// How long one question to the operating system's key store may take. A locked store may show a prompt that nobody
/// sees and wait for ever; after this time the answer is [`KeyStoreError::Locked`].
pub const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// The service name of all our entries in the operating system's key store.
const SERVICE: &str = "se.budkavle";

/// What a key store is good for right now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoreState {
    /// Keys can be kept and read back.
    Ready,
    /// The store is there but refuses, or waits for a person.
    Locked,
    /// There is no store that works.
    Unavailable,
}

/// The operating system's key store: Windows Credential Manager (kept on this computer only, not roaming with the
/// profile), macOS Keychain, Secret Service on Linux.
///
/// It is reached through the crate `keyring`, which picks the store; entries are made through `keyring-core`, since
/// `keyring`'s own `Entry` cannot ask Windows for `persistence=local`.
///
/// All calls go to one thread of our own, one after another: the Linux store blocks on D-Bus, which must not happen on
/// a thread of an asynchronous runtime, and may block for ever. A question that was given up before its turn is
/// dropped unasked, so that a key which the caller believes was refused is not kept behind its back.
pub struct OsKeyStore {
    label: ProfileLabel,
    worker: Sender<Job>,
    limit: Duration,
}

struct Job {
    work: Box<dyn FnOnce(&CredentialStore) + Send>,
    given_up: Arc<AtomicBool>,
}

impl OsKeyStore {
    /// Connects to the store. Nothing is read or written yet; see [`OsKeyStore::probe`].
    ///
    /// # Errors
    /// [`KeyStoreError::Unavailable`] when there is no store, [`KeyStoreError::Locked`] when it did not answer in
    /// [`ANSWER_LIMIT`].
    pub fn connect(label: &ProfileLabel) -> Result<Self, KeyStoreError> {
        Self::start(label.clone(), ANSWER_LIMIT, platform_store)
    }

    fn start(
        label: ProfileLabel,
        limit: Duration,
        open: impl FnOnce() -> Option<Arc<CredentialStore>> + Send + 'static,
    ) -> Result<Self, KeyStoreError> {
        let (worker, jobs) = mpsc::channel::<Job>();
        let (opened, is_open) = mpsc::channel();
        thread::Builder::new()
            .name("key store".to_owned())
            .spawn(move || {
                let store = open();
                // Fails only when the caller has given up; the thread then ends with the last sender.
                let _caller_is_gone = opened.send(store.is_some());
                let Some(store) = store else { return };
                for job in jobs {
                    if !job.given_up.load(Ordering::SeqCst) {
                        (job.work)(&*store);
                    }
                }
            })
            .map_err(|_| KeyStoreError::Unavailable)?;
        match is_open.recv_timeout(limit) {
            Ok(true) => Ok(Self { label, worker, limit }),
            Ok(false) | Err(RecvTimeoutError::Disconnected) => Err(KeyStoreError::Unavailable),
            Err(RecvTimeoutError::Timeout) => Err(KeyStoreError::Locked),
        }
    }

    /// Finds out what the store is good for, as cheaply as it can be told: a key of the profile that can be read shows that
    /// the store is open. Only a store that seems to have none is [probed](Self::probe), which writes to it.
    pub fn state(&self) -> StoreState {
        match self.get(KeyName::DatabaseKey) {
            Ok(Some(_)) => StoreState::Ready,
            Ok(None) | Err(_) => self.probe(),
        }
    }

    /// Finds out whether keys can be kept, by keeping, reading back and deleting a random test entry. Reading alone
    /// cannot tell: a locked GNOME keyring answers "no such entry".
    pub fn probe(&self) -> StoreState {
        let Ok(value) = make_bytes::<16>() else {
            return StoreState::Unavailable;
        };
        let user = format!("{}/probe-{}", self.label, to_hex(&value[..8]));
        let outcome = self.ask(move |store| {
            let entry = entry(store, &user)?;
            entry.set_secret(to_hex(&value).as_bytes())?;
            let back = entry.get_secret();
            entry.delete_credential()?;
            Ok(back? == to_hex(&value).as_bytes())
        });
        match outcome {
            Ok(true) => StoreState::Ready,
            Ok(false) | Err(KeyStoreError::Unavailable | KeyStoreError::Broken | KeyStoreError::File(_)) => {
                StoreState::Unavailable
            }
            Err(KeyStoreError::Locked) => StoreState::Locked,
        }
    }

    /// Runs `work` on the store's thread and waits for it, but not longer than the limit.
    fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&CredentialStore) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, KeyStoreError> {
        let (answer, answered) = mpsc::channel();
        let given_up = Arc::new(AtomicBool::new(false));
        let job = Job {
            work: Box::new(move |store| {
                // Fails only when the caller has given up.
                let _caller_is_gone = answer.send(work(store));
            }),
            given_up: given_up.clone(),
        };
        self.worker.send(job).map_err(|_| KeyStoreError::Unavailable)?;
        match answered.recv_timeout(self.limit) {
            Ok(outcome) => outcome.map_err(reason),
            Err(RecvTimeoutError::Timeout) => {
                given_up.store(true, Ordering::SeqCst);
                Err(KeyStoreError::Locked)
            }
            // The store's code panicked and took the thread with it.
            Err(RecvTimeoutError::Disconnected) => Err(KeyStoreError::Broken),
        }
    }

    fn user(&self, name: KeyName) -> String {
        format!("{}/{}", self.label, name.as_str())
    }
}

impl KeyStore for OsKeyStore {
    fn get(&self, name: KeyName) -> Result<Option<Secret<Vec<u8>>>, KeyStoreError> {
        let user = self.user(name);
        let kept = self.ask(move |store| match entry(store, &user)?.get_secret() {
            Ok(text) => Ok(Some(Secret::new(text))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })?;
        kept.map(|text| decode(&text)).transpose()
    }

    fn set(&self, name: KeyName, key: &Secret<Vec<u8>>) -> Result<(), KeyStoreError> {
        let user = self.user(name);
        // EXPOSE: the store is where the key is kept. As text, since KDE's wallet takes no other bytes.
        let text = Secret::new(to_hex(key.expose()));
        self.ask(move |store| {
            // EXPOSE: handed to the operating system's store.
            entry(store, &user)?.set_secret(text.expose().as_bytes())
        })
    }

    fn delete(&self, name: KeyName) -> Result<(), KeyStoreError> {
        let user = self.user(name);
        self.ask(move |store| match entry(store, &user)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
    }
}

/// Our keys are 32 bytes; an entry of another length was not written by us.
fn decode(text: &Secret<Vec<u8>>) -> Result<Secret<Vec<u8>>, KeyStoreError> {
    // EXPOSE: the kept text is turned back into the key's bytes.
    let text = std::str::from_utf8(text.expose()).map_err(|_| KeyStoreError::Broken)?;
    let key = Secret::new(from_hex::<32>(text).ok_or(KeyStoreError::Broken)?);
    // EXPOSE: moved into the form that the trait promises.
    Ok(Secret::new(key.expose().to_vec()))
}

fn entry(store: &CredentialStore, user: &str) -> Result<Entry, Error> {
    // Without it, Windows lets the credential roam with the profile (`Enterprise`).
    let settings = cfg!(windows).then(|| HashMap::from([("persistence", "local")]));
    store.build(SERVICE, user, settings.as_ref())
}

/// The store's own errors are not passed on: some of them carry the secret.
fn reason(error: Error) -> KeyStoreError {
    match error {
        Error::NoStorageAccess(_) => KeyStoreError::Locked,
        Error::NoDefaultStore => KeyStoreError::Unavailable,
        _ => KeyStoreError::Broken,
    }
}

fn platform_store() -> Option<Arc<CredentialStore>> {
    if keyring::Entry::store_status().is_ok() {
        return keyring_core::get_default_store();
    }
    connect_again()
}

/// `keyring` remembers a failed first connection for the life of the process. A store that was started since then is
/// reached by asking for it directly.
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
fn connect_again() -> Option<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = zbus_secret_service_keyring_store::Store::new().ok()?;
    Some(store)
}

/// The stores of Windows and macOS are part of the system; connecting to them does not fail for passing reasons.
#[cfg(not(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
fn connect_again() -> Option<Arc<CredentialStore>> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label() -> ProfileLabel {
        ProfileLabel::new("test").unwrap()
    }

    fn mock() -> Option<Arc<CredentialStore>> {
        let store: Arc<CredentialStore> = keyring_core::mock::Store::new().unwrap();
        Some(store)
    }

    #[test]
    fn a_store_that_takes_and_returns_a_test_entry_is_ready() {
        let keys = OsKeyStore::start(label(), ANSWER_LIMIT, mock).unwrap();
        assert_eq!(keys.probe(), StoreState::Ready);
    }

    #[test]
    fn a_key_comes_back_and_can_be_forgotten() {
        let keys = OsKeyStore::start(label(), ANSWER_LIMIT, mock).unwrap();
        keys.set(KeyName::VaultMaster, &Secret::new(vec![5; 32])).unwrap();
        assert_eq!(keys.get(KeyName::VaultMaster).unwrap().unwrap().expose(), &vec![5; 32]);
        assert!(keys.get(KeyName::DatabaseKey).unwrap().is_none());
        keys.delete(KeyName::VaultMaster).unwrap();
        keys.delete(KeyName::VaultMaster).unwrap();
        assert!(keys.get(KeyName::VaultMaster).unwrap().is_none());
    }

    #[test]
    fn no_store_is_unavailable_and_one_that_never_answers_is_locked() {
        assert!(matches!(OsKeyStore::start(label(), ANSWER_LIMIT, || None), Err(KeyStoreError::Unavailable)));
        let (release, wait) = mpsc::channel::<()>();
        let never = move || {
            let _released = wait.recv();
            None
        };
        let silent = OsKeyStore::start(label(), Duration::from_millis(1), never);
        assert!(matches!(silent, Err(KeyStoreError::Locked)));
        drop(release);
    }

    #[test]
    fn a_key_given_up_while_the_store_waits_for_a_person_is_not_kept_later() {
        let patient = OsKeyStore::start(label(), ANSWER_LIMIT, mock).unwrap();
        let keys = OsKeyStore { limit: Duration::from_millis(1), ..patient };
        let (release, wait) = mpsc::channel::<()>();
        // Put in the queue without `ask`, which on a busy computer could give it up before its turn.
        let prompt = move |_: &CredentialStore| {
            let _answered = wait.recv();
        };
        let not_given_up = Arc::new(AtomicBool::new(false));
        keys.worker.send(Job { work: Box::new(prompt), given_up: not_given_up }).unwrap();
        assert!(matches!(keys.set(KeyName::DatabaseKey, &Secret::new(vec![1; 32])), Err(KeyStoreError::Locked)));
        drop(release);
        let keys = OsKeyStore { limit: ANSWER_LIMIT, ..keys };
        assert!(keys.get(KeyName::DatabaseKey).unwrap().is_none());
    }
}
