//! What can be done without a window and without signing in, by the operating system's scheduled jobs and by IT.

use std::{path::Path, sync::Arc};

use store::{OpenProblem, Store};
use vault::{PurgeArea, Trigger, UnixMillis, verify_receipts};

use crate::{
    Keyring, OsKeyring,
    outside::{Clock, SystemClock},
    start::{database_in, key_label_of, vault_in},
};

/// What a purge did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purged {
    /// Items destroyed, each with a receipt.
    pub destroyed: usize,
    /// Items that are due but could not be destroyed yet.
    pub stuck: usize,
}

/// Whether logs can be believed: rows in each, or where the chain is broken.
#[derive(Debug)]
pub struct LogVerdict {
    /// The audit log.
    pub audit: Result<i64, String>,
    /// The purge receipts.
    pub receipts: Result<u64, String>,
}

impl LogVerdict {
    /// Whether both chains are whole.
    pub const fn sound(&self) -> bool {
        self.audit.is_ok() && self.receipts.is_ok()
    }
}

/// Why nothing could be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unavailable {
    /// There is no profile in the folder.
    #[error("no profile")]
    NoProfile,
    /// The keyring has no key, is locked, or cannot be reached.
    #[error("no key")]
    NoKey,
    /// The store is damaged or of a newer version.
    #[error("the store cannot be opened")]
    Store,
    /// The program is running with this profile.
    #[error("in use")]
    InUse,
    /// A file could not be read or written.
    #[error("a file could not be read or written")]
    File,
}

impl Unavailable {
    /// What happened and what to do, in Swedish.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::NoProfile => "Det finns ingen profil i mappen. Kontrollera --profile.",
            Self::NoKey => {
                "Nyckeln går inte att hämta ur nyckelringen. Logga in som profilens användare och lås upp nyckelringen."
            }
            Self::Store => "Databasen går inte att öppna. Den är skadad eller använd av en nyare version av Budkavle.",
            Self::InUse => "Budkavle är igång med den här profilen. Stäng Budkavle och försök igen.",
            Self::File => {
                "En fil i profilen går inte att läsa eller skriva. Kontrollera rättigheter och ledigt utrymme."
            }
        }
    }
}

/// Destroys everything that is due. Needs no key, no database and nobody signed in, so that it can run at any time.
///
/// # Errors
/// When there is no profile, or its vault cannot be read. A single item that is stuck is counted, not an error.
pub fn purge_due(profile: &Path) -> Result<Purged, Unavailable> {
    if !profile.is_dir() {
        return Err(Unavailable::NoProfile);
    }
    let now = UnixMillis(SystemClock.now().as_millis());
    let run = PurgeArea::at(&vault_in(profile)).run(Trigger::Scheduled, now).map_err(|_| Unavailable::File)?;
    Ok(Purged { destroyed: run.receipts.len(), stuck: run.stuck.len() })
}

/// Re-computes the chains of the audit log and of the purge receipts. Changes nothing.
///
/// # Errors
/// When there is no profile, or no key to read the audit log with.
pub async fn verify_log(profile: &Path) -> Result<LogVerdict, Unavailable> {
    let database = database_in(profile);
    if !database.exists() {
        return Err(Unavailable::NoProfile);
    }
    let label = key_label_of(profile).ok_or(Unavailable::NoKey)?;
    let folder = profile.to_owned();
    let key = tokio::task::spawn_blocking(move || {
        let keys = OsKeyring.connect(&label).map_err(|_| Unavailable::NoKey)?;
        vault::database_key(&folder, &*keys, true).map_err(|_| Unavailable::NoKey)
    });
    let key = key.await.map_err(|_| Unavailable::NoKey)??;
    // EXPOSE: SQLCipher must have the key.
    let store = Store::open(&database, key.expose(), SystemClock.now()).await.map_err(|problem| match problem {
        OpenProblem::InUse => Unavailable::InUse,
        _ => Unavailable::Store,
    })?;
    let store = Arc::new(store);
    let mut reader = store.read().await.map_err(|_| Unavailable::Store)?;
    let audit = reader.verify_audit().await.map_err(|problem| problem.to_string());
    drop(reader);
    store.close().await;
    let receipts =
        verify_receipts(&vault_in(profile)).map(|report| report.purged).map_err(|problem| problem.to_string());
    Ok(LogVerdict { audit, receipts })
}
