use std::path::Path;

use super::VaultError;
use super::wrap::unwrap;
use crate::id::SealedId;
use crate::key_check::{self, KeyCheck, KeyProblem};
use crate::keystore::{KeyName, KeyStore};
use crate::secret::Key;

/// The master key, and its successor while a rotation is under way.
pub(super) struct Masters {
    pub(super) current: Key,
    pub(super) next: Option<Key>,
}

impl Masters {
    pub(super) fn load(dir: &Path, keys: &dyn KeyStore, something_is_sealed: bool) -> Result<Self, VaultError> {
        let check = KeyCheck::of_vault(dir);
        let Some(next) = key_check::get(keys, KeyName::VaultMasterNext)? else {
            let current = key_check::get_or_make(&check, KeyName::VaultMaster, keys, something_is_sealed)?;
            return Ok(Self { current, next: None });
        };
        // A rotation was interrupted. It changes the check before the master, so either may be the checked one.
        let current = key_check::get(keys, KeyName::VaultMaster)?.ok_or(KeyProblem::Missing)?;
        match check.read()? {
            Some(known) if known.matches(&current) || known.matches(&next) => Ok(Self { current, next: Some(next) }),
            Some(_) => Err(KeyProblem::Mismatch.into()),
            // Our rotation never removes the check: who did, and what these keys are of, cannot be told.
            None => Err(KeyProblem::CheckDamaged.into()),
        }
    }

    /// What new keys are wrapped with.
    pub(super) fn newest(&self) -> &Key {
        self.next.as_ref().unwrap_or(&self.current)
    }

    /// Opens a key file that either master wrapped.
    pub(super) fn unwrap(&self, id: SealedId, file: &[u8]) -> Option<Key> {
        let next = self.next.as_ref().and_then(|next| unwrap(next, id, file));
        next.or_else(|| unwrap(&self.current, id, file))
    }
}
