//! Asking who has a personal number, and the unit's own register as what answers.

use std::sync::Arc;

use async_trait::async_trait;
use channel::directory::{CitizenDirectory, DirectoryDown};
use domain::{PersonNumber, UnitId, citizen::Citizen};
use store::{Store, StoreError};

use crate::{failure::Failure, state::Opened};

/// The register that is kept in the store.
pub(crate) struct StoredRegister(pub(crate) Arc<Store>);

#[async_trait]
impl CitizenDirectory for StoredRegister {
    async fn find(&self, unit: UnitId, number: &PersonNumber) -> Result<Option<Citizen>, DirectoryDown> {
        let found = async { self.0.read().await?.citizen_by_number(unit, number).await };
        found.await.map_err(|error: StoreError| DirectoryDown(Box::new(error)))
    }
}

/// The citizen with this number, as the directory knows them now. To be asked before a transaction begins: it may take long, and a
/// store in memory has one connection.
///
/// # Errors
/// [`Failure::CitizenNotFound`], or [`Failure::DirectoryUnavailable`] when nothing can be known.
pub(crate) async fn find(opened: &Opened, unit: UnitId, number: &PersonNumber) -> Result<Citizen, Failure> {
    match opened.directory.find(unit, number).await {
        Ok(found) => found.ok_or(Failure::CitizenNotFound),
        Err(DirectoryDown(cause)) => {
            tracing::warn!(%cause, "the directory of citizens does not answer");
            Err(Failure::DirectoryUnavailable)
        }
    }
}
