//! From nothing to an open store: keys, the store, the vault, the first unit.

mod open;
mod profile;
mod reconcile;
mod set_up;
mod stage;

pub(crate) use set_up::default_secure_folder;
pub use set_up::{SetUpUnit, set_up_unit};
pub use stage::{ExampleAccount, Me, StageView, StartProblem, StartState, UnitBrand, UsePassphrase, in_memory, retry, state, use_passphrase};

use crate::{App, outside::Outside};

impl App {
    /// Starts: tries to open the store with the keys of the operating system's keyring. Whatever stands in the way is
    /// shown on the start screen and is no failure of starting.
    pub async fn start(outside: Outside) -> Self {
        let app = Self::new(outside);
        open::try_open(&app).await;
        app
    }
}
