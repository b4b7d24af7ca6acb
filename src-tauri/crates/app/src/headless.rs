//! What can be done without a window and without signing in, by the operating system's scheduled jobs and by IT.

use std::{path::Path, sync::Arc};

pub use pipeline::selftest::{Confinement, Outcome, Probe, SelfTest};
use store::{OpenProblem, Store};
use vault::{PurgeArea, STUCK_AFTER, Trigger};

use crate::{
    Keyring, OsKeyring, jail,
    outside::{Clock, SystemClock, renderer_beside_this_program},
    purge::{ChainVerdict, chain_verdict},
    start::{database_in, key_label_of, vault_in},
};

/// What a purge did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purged {
    /// Items destroyed, each with a receipt.
    pub destroyed: usize,
    /// Items that are due but could not be destroyed yet. Sealed files among them cannot be read any more.
    pub waiting: usize,
    /// Of those, how many for so long that a person must see to it.
    pub stuck: usize,
    /// The clock has leapt ahead: this many items are closed by it, and are destroyed when the computer has run for so
    /// many whole hours more, or when somebody says that the clock is right.
    pub doubt: Option<Doubted>,
}

/// A clock that leapt ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubted {
    /// Items that would be due by it.
    pub closed: usize,
    /// Whole hours until it is believed.
    pub hours_left: u64,
}

/// Whether a clock that leapt ahead is to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockTrust {
    /// Only what is proven.
    Proven,
    /// Somebody says that it is right.
    AsItStands,
}

/// Whether logs can be believed: rows in each, or where the chain is broken.
#[derive(Debug)]
pub struct LogVerdict {
    /// The audit log.
    pub audit: Result<i64, String>,
    /// The purge receipts.
    pub receipts: Result<i64, String>,
    /// The last receipt's hash, where the receipts are whole.
    pub head: Option<String>,
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

/// Asks the renderer to break out of its jail in every way that is known, and tells what became of it. Needs no profile.
/// `None` when this computer gives nothing to aim at.
pub async fn selftest() -> Option<SelfTest> {
    jail::table(&renderer_beside_this_program()).await.ok()
}

/// Destroys everything that is due. Needs no key, no database and nobody signed in, so that it can run at any time.
///
/// # Errors
/// When there is no profile, or its vault cannot be read. A single item that is stuck is counted, not an error.
pub fn purge_due(profile: &Path, trust: ClockTrust) -> Result<Purged, Unavailable> {
    if !profile.is_dir() {
        return Err(Unavailable::NoProfile);
    }
    purge_in(&vault_in(profile), trust).map_err(|_| Unavailable::File)
}

fn purge_in(vault: &Path, trust: ClockTrust) -> Result<Purged, vault::PurgeError> {
    let area = PurgeArea::at(vault);
    let clocks = SystemClock.clocks();
    if trust == ClockTrust::AsItStands {
        area.trust_clock(clocks)?;
    }
    let run = area.run(Trigger::Scheduled, clocks)?;
    let reading = area.observe(clocks)?;
    let begun = area.begun()?;
    let stuck = begun.iter().filter(|item| reading.now.0.abs_diff(item.since.0) >= STUCK_AFTER).count();
    let held = area.list()?;
    let doubt = reading.doubt.map(|doubt| Doubted {
        closed: held.iter().filter(|item| item.deadline > reading.now && item.deadline <= doubt.wall).count(),
        hours_left: doubt.left.div_ceil(3_600_000),
    });
    Ok(Purged { destroyed: run.receipts.len(), waiting: begun.len().max(run.stuck.len()), stuck, doubt })
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
    let remembered = crate::purge::remembered(&mut reader).await.map_err(|_| Unavailable::Store)?;
    drop(reader);
    store.close().await;
    let (receipts, head) = match chain_verdict(&vault_in(profile), remembered.as_deref()) {
        Ok(ChainVerdict::Whole { receipts, head }) => (Ok(receipts), Some(head)),
        Ok(ChainVerdict::Broken { line, .. }) => (Err(format!("kedjan är bruten på rad {line}")), None),
        Ok(ChainVerdict::CutOff) => {
            (Err("slutet är avklippt eller omskrivet: kvitton som loggen minns saknas".to_owned()), None)
        }
        Err(_) => return Err(Unavailable::File),
    };
    Ok(LogVerdict { audit, receipts, head })
}
