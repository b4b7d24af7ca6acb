//! The citizen in the unit's own register.

use serde::{Deserialize, Serialize};

use crate::{CitizenId, PersonNumber};

/// A citizen as the unit's register knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Citizen {
    /// Identity.
    pub id: CitizenId,
    /// Personal number.
    pub number: PersonNumber,
    /// Given name and surname.
    pub name: String,
    /// The unit's care relation, in words (such as "Listad" or "Pågående kontakt sedan 2025"); `None` when there is none.
    pub care_relation: Option<String>,
}

/// Why a citizen may not be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Unreachable {
    /// The guideline: the sender must be a unit that the citizen has a care relation to.
    NoCareRelation,
    /// A co-ordination number cannot sign in to the service.
    CoordinationNumber,
}

impl Citizen {
    /// The first reason why this citizen may not be sent a case, if any.
    pub fn unreachable(&self) -> Option<Unreachable> {
        if self.number.kind() == crate::NumberKind::Coordination {
            Some(Unreachable::CoordinationNumber)
        } else if self.care_relation.as_deref().is_none_or(|relation| relation.trim().is_empty()) {
            Some(Unreachable::NoCareRelation)
        } else {
            None
        }
    }
}
