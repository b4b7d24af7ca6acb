//! Where a citizen is looked up: the port that *Hämta* and *Skicka* ask.
//!
//! A user starts with the unit's own register behind it. The national services (personuppgiftstjänsten and `IsActiveUser`) have their
//! place in front of that one: they know of account, folkbokföring, protection and guardians, and only the unit knows of the care
//! relation.

use std::{error::Error, sync::Arc};

use async_trait::async_trait;
use domain::{PersonNumber, UnitId, citizen::Citizen};

/// Answers who has a personal number, and what is known of them now.
#[async_trait]
pub trait CitizenDirectory: Send + Sync {
    /// The citizen with this number, as the unit may know them; `None` when there is none. Asked anew each time: an answer is true
    /// when it is given, and is kept nowhere.
    ///
    /// # Errors
    /// [`DirectoryDown`]: then nothing is known, which is not the same as nobody.
    async fn find(&self, unit: UnitId, number: &PersonNumber) -> Result<Option<Citizen>, DirectoryDown>;
}

/// The directory does not answer. Trying again is sound. The cause goes to the log, so that its text must carry nothing personal.
#[derive(Debug, thiserror::Error)]
#[error("the directory does not answer")]
pub struct DirectoryDown(#[source] pub Box<dyn Error + Send + Sync>);

/// Which directory is asked. Chosen by the host before there is a store, and connected to the unit's register when it is opened.
pub trait Directories: Send + Sync {
    /// What is asked, given the unit's own register.
    fn connect(&self, own: Arc<dyn CitizenDirectory>) -> Arc<dyn CitizenDirectory>;
}

/// The unit's own register and nothing in front of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnRegister;

impl Directories for OwnRegister {
    fn connect(&self, own: Arc<dyn CitizenDirectory>) -> Arc<dyn CitizenDirectory> {
        own
    }
}
