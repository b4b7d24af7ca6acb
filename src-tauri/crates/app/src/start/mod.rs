//! From nothing to an open store: keys, the store, the vault, the first unit.

mod open;
mod profile;
mod reconcile;
mod set_up;
mod stage;

pub(crate) use profile::{database_in, key_label_of, vault_in};
pub(crate) use set_up::default_secure_folder;
pub use set_up::{SetUpUnit, set_up_unit};
pub use stage::{
    ExampleAccount, Me, StageView, StartProblem, StartState, UnitBrand, UsePassphrase, in_memory, retry, state,
    use_passphrase,
};

use crate::{App, harden::no_core_dumps, outside::Outside, state::Stage};

impl App {
    /// Starts: tries to open the store with the keys of the operating system's keyring. Whatever stands in the way is
    /// shown on the start screen and is no failure of starting.
    pub async fn start(outside: Outside) -> Self {
        // Whatever host this is; a program of ours has done it long since.
        if no_core_dumps().is_err() {
            tracing::warn!("core dumps could not be switched off");
        }
        let app = Self::new(outside);
        open::try_open(&app).await;
        app
    }

    /// Stops: ends the citizen's inbox, every preview and the session, and closes the store.
    pub async fn close(&self) {
        self.set_session(None);
        self.previews().close_all();
        let stage = std::mem::replace(&mut *self.stage().write().await, Stage::Waiting(StartProblem::Starting));
        if let Stage::Open(opened) = stage {
            opened.store.close().await;
            if let Some(opened) = std::sync::Arc::into_inner(opened) {
                opened.inbox.stop().await;
            }
        }
    }
}
