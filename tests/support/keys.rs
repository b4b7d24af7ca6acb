//! A world put together by hand: for journeys about keys, and for a program that is killed and started again.

use std::{path::Path, sync::Arc};

use app::{Clock, Keyring, Outside};
use testkit::{SimulatedBrowser, SimulatedDialogs, SimulatedScheduler};
use vault::{KeyStore, KeyStoreError};

/// A computer without a keyring.
#[derive(Clone, Copy, Debug)]
pub struct NoKeyring;

impl Keyring for NoKeyring {
    fn connect(&self, _label: &str) -> Result<Arc<dyn KeyStore>, KeyStoreError> {
        Err(KeyStoreError::Unavailable)
    }
}

/// What a host gives the application, with this profile, keyring and clock; dialogs and browser are simulated.
pub fn outside(profile: &Path, example: bool, keyring: Arc<dyn Keyring>, clock: Arc<dyn Clock>) -> Outside {
    Outside {
        profile: profile.to_owned(),
        example,
        policy: Ok(testkit::at_once(app::Policy::default())),
        renderer: testkit::renderer(),
        clock,
        keyring,
        dialogs: Arc::new(SimulatedDialogs::default()),
        browser: Arc::new(SimulatedBrowser::default()),
        scheduler: Arc::new(SimulatedScheduler::default()),
        directories: Arc::new(app::OwnRegister),
    }
}
