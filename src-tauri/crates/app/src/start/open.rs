//! Opening the store: keys first, then the database, then the vault; what is due is purged before anything can be read.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use inbox::{Assets, Inbox};
use store::{OpenProblem, Store};
use vault::{
    KeyProblem, KeyStore, KeyStoreError, MemoryKeyStore, PassphraseKeyStore, PassphraseProblem, PurgeArea, Secret,
    Trigger, Vault, VaultError,
};

use super::{StartProblem, profile, reconcile};
use crate::{
    App,
    citizen_inbox::CitizenMailbox,
    citizens::StoredRegister,
    example,
    failure::Failure,
    purge,
    state::{Opened, Stage},
};

fn database(app: &App) -> PathBuf {
    profile::database_in(&app.outside().profile)
}

fn vault_folder(app: &App) -> PathBuf {
    profile::vault_in(&app.outside().profile)
}

/// Whether a store under a passphrase can be made instead of waiting for the keyring: only where there is no store.
pub(super) fn passphrase_possible(app: &App, problem: StartProblem) -> bool {
    matches!(problem, StartProblem::NoKeyring | StartProblem::KeyringLocked) && !database(app).exists()
}

/// Opens the store with the keyring's keys, or leaves the reason why not for the start screen.
pub(super) async fn try_open(app: &App) {
    let outcome = match app.decided() {
        Ok(_) => with_keyring(app).await,
        Err(problem) => {
            tracing::error!(cause = %problem, "the policy of this computer is not understood");
            Err(StartProblem::PolicyUnusable)
        }
    };
    settle(app, outcome).await;
}

async fn settle(app: &App, outcome: Result<Opened, StartProblem>) {
    let mut stage = app.stage().write().await;
    if matches!(&*stage, Stage::Open(_)) {
        return;
    }
    *stage = match outcome {
        Ok(opened) => Stage::Open(Arc::new(opened)),
        Err(problem) => Stage::Waiting(problem),
    };
}

async fn with_keyring(app: &App) -> Result<Opened, StartProblem> {
    let folder = app.outside().profile.clone();
    profile::create(&folder)?;
    if PassphraseKeyStore::exists(&folder) {
        return Err(StartProblem::PassphraseNeeded);
    }
    let label = profile::key_label(&folder)?;
    let keyring = Arc::clone(&app.outside().keyring);
    let keys = tokio::task::spawn_blocking(move || keyring.connect(&label))
        .await
        .map_err(|_| StartProblem::NoKeyring)?
        .map_err(from_key_store)?;
    on_disk(app, keys).await
}

/// Opens the store in the profile's folder.
async fn on_disk(app: &App, keys: Arc<dyn KeyStore>) -> Result<Opened, StartProblem> {
    let folder = app.outside().profile.clone();
    let lock = profile::take(&folder)?;
    let database = database(app);
    let (probe, exists) = (Arc::clone(&keys), database.exists());
    let key = tokio::task::spawn_blocking(move || vault::database_key(&folder, &*probe, exists))
        .await
        .map_err(|_| StartProblem::ProfileUnusable)?
        .map_err(|problem| from_key(&problem))?;
    // EXPOSE: SQLCipher must have the key.
    let store = Store::open(&database, key.expose(), app.now()).await.map_err(|problem| from_store(&problem))?;
    finish(app, store, vault_folder(app), keys, Some(lock)).await
}

/// Opens a store that lives in memory.
pub(super) async fn open_in_memory(app: &App) -> Result<(), Failure> {
    if app.opened().await.is_ok() {
        return Err(Failure::AlreadySetUp);
    }
    app.policy()?;
    let folder = app.outside().profile.join("memory");
    let open = async {
        profile::create(&app.outside().profile)?;
        let lock = profile::take(&app.outside().profile)?;
        // Sealed files of an earlier such session: their key is gone with it.
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|_| StartProblem::ProfileUnusable)?;
        }
        let store = Store::in_memory(app.now()).await.map_err(|problem| from_store(&problem))?;
        let mut opened = finish(app, store, folder.clone(), Arc::new(MemoryKeyStore::new()), Some(lock)).await?;
        opened.in_memory = true;
        Ok(opened)
    };
    let outcome = open.await;
    settle(app, outcome).await;
    Ok(())
}

/// Opens or makes a store under a passphrase.
pub(super) async fn open_with_passphrase(app: &App, passphrase: Secret<String>) -> Result<(), Failure> {
    app.policy()?;
    let folder = app.outside().profile.clone();
    let exists = PassphraseKeyStore::exists(&folder);
    if !exists && database(app).exists() {
        return Err(Failure::StoreClosed);
    }
    let keys = tokio::task::spawn_blocking(move || {
        if exists {
            PassphraseKeyStore::unlock(&folder, &passphrase)
        } else {
            PassphraseKeyStore::create(&folder, &passphrase)
        }
    });
    let keys = match keys.await.map_err(|error| Failure::unexpected(&error))? {
        Ok(keys) => keys,
        Err(PassphraseProblem::WrongPassphrase) => return Err(Failure::WrongPassphrase),
        Err(PassphraseProblem::TooShort) => {
            let min = u32::try_from(vault::PASSPHRASE_MIN_CHARS).unwrap_or(u32::MAX);
            return Err(Failure::PasswordTooShort { min });
        }
        Err(problem) => return Err(Failure::unexpected(&problem)),
    };
    let outcome = on_disk(app, Arc::new(keys)).await;
    settle(app, outcome).await;
    Ok(())
}

/// With database and keys at hand: the vault, the purge of what fell due while nothing ran, the citizen's inbox.
async fn finish(
    app: &App,
    store: Store,
    vault_folder: PathBuf,
    keys: Arc<dyn KeyStore>,
    lock: Option<std::fs::File>,
) -> Result<Opened, StartProblem> {
    let (folder, vault_keys) = (vault_folder.clone(), Arc::clone(&keys));
    let vault = tokio::task::spawn_blocking(move || Vault::open(&folder, &*vault_keys))
        .await
        .map_err(|_| StartProblem::ProfileUnusable)?
        .map_err(|error| match &error {
            VaultError::Key(problem) => from_key(problem),
            VaultError::InUse => StartProblem::ProfileInUse,
            _ => StartProblem::ProfileUnusable,
        })?;
    let purge = Arc::new(PurgeArea::at(&vault_folder));
    let clock = Arc::clone(&app.outside().clock);
    let inbox = Inbox::start(Arc::new(CitizenMailbox::of(app)), Assets::built(), Arc::new(move || clock.now()))
        .await
        .map_err(|_| StartProblem::ProfileUnusable)?;
    let store = Arc::new(store);
    let own = Arc::new(StoredRegister(Arc::clone(&store)));
    let opened = Opened {
        store,
        directory: app.outside().directories.connect(own),
        vault: Arc::new(vault),
        purge,
        keys,
        inbox,
        in_memory: false,
        next_rotation: Mutex::new(app.now()),
        refused: purge::LastRefused::default(),
        _lock: lock,
    };
    let opened = Arc::new(opened);
    let damaged = |_: Failure| StartProblem::StoreDamaged;
    purge::purge_due(app, &opened, Trigger::Start).await.map_err(damaged)?;
    reconcile::reconcile(app, &opened).await.map_err(damaged)?;
    if app.outside().example {
        example::fill(app, &opened).await.map_err(damaged)?;
    }
    Arc::into_inner(opened).ok_or(StartProblem::ProfileUnusable)
}

fn from_key_store(error: KeyStoreError) -> StartProblem {
    match error {
        KeyStoreError::Locked => StartProblem::KeyringLocked,
        KeyStoreError::Unavailable | KeyStoreError::Broken => StartProblem::NoKeyring,
        KeyStoreError::File(_) => StartProblem::ProfileUnusable,
    }
}

fn from_key(problem: &KeyProblem) -> StartProblem {
    match problem {
        KeyProblem::Missing => StartProblem::KeyMissing,
        KeyProblem::Mismatch => StartProblem::KeyMismatch,
        KeyProblem::CheckDamaged => StartProblem::StoreDamaged,
        KeyProblem::Store(KeyStoreError::Locked) => StartProblem::KeyringLocked,
        KeyProblem::Store(_) => StartProblem::NoKeyring,
        KeyProblem::NoRandomness | KeyProblem::File(_) => StartProblem::ProfileUnusable,
    }
}

fn from_store(problem: &OpenProblem) -> StartProblem {
    tracing::error!(cause = %problem, "the store could not be opened");
    match problem {
        OpenProblem::Newer { .. } => StartProblem::StoreNewer,
        OpenProblem::WrongKey => StartProblem::KeyMismatch,
        _ => StartProblem::StoreDamaged,
    }
}
