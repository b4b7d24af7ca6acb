//! The start screen: which stage the application is in, and what can be done about a problem.

use domain::Role;
use serde::{Deserialize, Serialize};
use vault::Secret;
use zeroize::Zeroizing;

use super::open;
use crate::{App, example, failure::Failure, state::Stage};

/// What stands in the way of opening the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum StartProblem {
    /// Nothing yet: it is being opened.
    Starting,
    /// The computer has no keyring that can be reached.
    NoKeyring,
    /// The keyring is locked.
    KeyringLocked,
    /// There is a store, but the keyring has no key for it: locked, or lost. A new key is never made over it.
    KeyMissing,
    /// The keyring's key is another one than the store's.
    KeyMismatch,
    /// The store's keys are under a passphrase, which must be given.
    PassphraseNeeded,
    /// A newer version of the program has used the store.
    StoreNewer,
    /// The store is damaged.
    StoreDamaged,
    /// The program is running already with this profile.
    ProfileInUse,
    /// The profile's folder cannot be used.
    ProfileUnusable,
    /// The organisation's policy for this computer cannot be read or understood.
    PolicyUnusable,
}

/// Everything the start screen needs.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct StartState {
    /// The program's version.
    pub version: String,
    /// Nothing is kept after the program is closed.
    pub in_memory: bool,
    /// Which stage.
    pub stage: StageView,
}

/// How far the application has come.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "at")]
pub enum StageView {
    /// Something must be dealt with.
    Problem {
        /// What.
        problem: StartProblem,
        /// Whether a new store under a passphrase can be made instead.
        passphrase_possible: bool,
    },
    /// There is no unit yet: the assistant.
    FirstRun,
    /// Somebody must sign in.
    SignIn {
        /// Whose store it is.
        unit: UnitBrand,
        /// Accounts to try the example with; empty for a real unit.
        example_accounts: Vec<ExampleAccount>,
    },
    /// The signed-in person must give the password again.
    Locked {
        /// Whose store it is.
        unit: UnitBrand,
        /// Who.
        me: Me,
    },
    /// At work.
    SignedIn {
        /// Whose store it is.
        unit: UnitBrand,
        /// Who.
        me: Me,
    },
}

/// The unit as every screen shows it.
#[derive(Serialize, ts_rs::TS)]
pub struct UnitBrand {
    /// Name.
    pub name: String,
    /// Made-up data.
    pub example: bool,
}

/// The signed-in person.
#[derive(Serialize, ts_rs::TS)]
pub struct Me {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Roles.
    pub roles: Vec<Role>,
}

/// An account of the example unit, with its public password.
#[derive(Serialize, ts_rs::TS)]
pub struct ExampleAccount {
    /// User name.
    pub username: String,
    /// Password.
    pub password: String,
    /// Name.
    pub name: String,
    /// What they do.
    pub title: String,
}

/// A passphrase: of the existing store, or for a new one.
#[derive(Deserialize, ts_rs::TS)]
pub struct UsePassphrase {
    #[ts(as = "String")]
    passphrase: Zeroizing<String>,
}

/// Which stage the application is in.
///
/// # Errors
/// When the store cannot be read.
pub async fn state(app: &App, (): ()) -> Result<StartState, Failure> {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let opened = match &*app.stage().read().await {
        Stage::Waiting(problem) => {
            let stage =
                StageView::Problem { problem: *problem, passphrase_possible: open::passphrase_possible(app, *problem) };
            return Ok(StartState { version, in_memory: false, stage });
        }
        Stage::Open(opened) => std::sync::Arc::clone(opened),
    };
    let mut reader = opened.store.read().await?;
    let stage = match reader.unit().await? {
        None => StageView::FirstRun,
        Some(unit) => {
            let brand = UnitBrand { name: unit.name, example: unit.example };
            let session = app.session();
            let member = match session {
                Some(session) => reader.staff(session.staff).await?.filter(|member| member.active),
                None => None,
            };
            match (session, member) {
                (Some(session), Some(member)) => {
                    let me = Me { name: member.name, title: member.title, roles: member.roles };
                    if session.locked || app.is_idle(session) {
                        StageView::Locked { unit: brand, me }
                    } else {
                        StageView::SignedIn { unit: brand, me }
                    }
                }
                _ => {
                    let example_accounts = if brand.example { example::accounts() } else { Vec::new() };
                    StageView::SignIn { unit: brand, example_accounts }
                }
            }
        }
    };
    Ok(StartState { version, in_memory: opened.in_memory, stage })
}

/// Tries again to open the store, when somebody has unlocked the keyring.
///
/// # Errors
/// Never: what stands in the way is in the state.
pub async fn retry(app: &App, (): ()) -> Result<(), Failure> {
    open::try_open(app).await;
    Ok(())
}

/// Goes on without keeping anything: everything lives in memory and is gone when the program is closed.
///
/// # Errors
/// When the store is open already.
pub async fn in_memory(app: &App, (): ()) -> Result<(), Failure> {
    open::open_in_memory(app).await
}

/// Opens the store under a passphrase, or makes a new one under it when there is no store.
///
/// # Errors
/// [`Failure::WrongPassphrase`], [`Failure::PasswordTooShort`], or [`Failure::StoreClosed`] when there is a store that a
/// passphrase does not open.
pub async fn use_passphrase(app: &App, request: UsePassphrase) -> Result<(), Failure> {
    let passphrase = Secret::new(request.passphrase.to_string());
    open::open_with_passphrase(app, passphrase).await
}
