use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::master::Masters;
use super::wrap::wrap;
use super::{Inner, Vault, VaultError};
use crate::disk;
use crate::id::SealedId;
use crate::key_check::{KeyCheck, KeyProblem, keep};
use crate::key_table;
use crate::keystore::{KeyName, KeyStore};
use crate::names::{Dated, KEYS};
use crate::random::make_key;

/// What a rotation of the master did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rotation {
    /// Keys that are now under the new master.
    pub rewrapped: usize,
    /// Files whose key neither master opens: they cannot be read by anyone and should be purged.
    pub unreadable: Vec<SealedId>,
}

impl Vault {
    /// Replaces the master key and wraps each file's key anew. What is left on the disk of keys that were destroyed
    /// before is then wrapped under a master that exists nowhere.
    ///
    /// Interrupted at any point, it is finished by the next [`Vault::open`] or `rotate`: the new master is in the key
    /// store before any key is wrapped with it, and the old one leaves only when the table of keys that it no longer
    /// opens is durable.
    ///
    /// # Errors
    /// When the key store or the disk fails; nothing is lost by it.
    pub fn rotate(&self, keys: &dyn KeyStore) -> Result<Rotation, VaultError> {
        let inner = &*self.inner;
        let mut masters = inner.masters.write().unwrap_or_else(PoisonError::into_inner);
        if masters.next.is_none() {
            let next = make_key()?;
            keep(keys, KeyName::VaultMasterNext, &next)?;
            masters.next = Some(next);
        }
        let held = inner.hold_off_purge()?;
        let rotation = rewrap_all(inner, &masters)?;
        drop(held);
        // The check first: from here on either master is accepted, so no crash leaves a key that fits nothing.
        KeyCheck::of_vault(&inner.dir).write(masters.newest())?;
        keep(keys, KeyName::VaultMaster, masters.newest())?;
        keys.delete(KeyName::VaultMasterNext).map_err(KeyProblem::Store)?;
        if let Some(next) = masters.next.take() {
            masters.current = next;
        }
        Ok(rotation)
    }
}

fn rewrap_all(inner: &Inner, masters: &Masters) -> Result<Rotation, VaultError> {
    let dir = inner.dir.join(KEYS);
    let table = key_table::read(&dir)?;
    let mut rewrapped = BTreeMap::new();
    let mut unreadable = Vec::new();
    for dated in disk::names_in(&dir)?.iter().filter_map(|name| Dated::parse_key(name)) {
        let key = match table.get(&dated.id).and_then(|record| masters.unwrap(dated.id, record)) {
            Some(key) => Some(key),
            None => disk::read_if_there(&dir.join(dated.key_name()))?.and_then(|file| masters.unwrap(dated.id, &file)),
        };
        match key {
            Some(key) => {
                rewrapped.insert(dated.id, wrap(masters.newest(), dated.id, &key)?);
            }
            None => unreadable.push(dated.id),
        }
    }
    key_table::replace(&dir, &rewrapped)?;
    Ok(Rotation { rewrapped: rewrapped.len(), unreadable })
}
