//! The citizen in the unit's own register, and what is known of them elsewhere.

mod standing;
mod verdict;

use serde::{Deserialize, Serialize};

pub use standing::{Account, Guardian, GuardianAccess, Protection, Registration, Standing};
pub use verdict::{Caution, OWN_LOGIN_FROM, Unreachable, Verdict};

use crate::{CitizenId, PersonNumber};

/// A citizen as the unit's register knows them. No address: nobody who writes a case needs it, and of a protected citizen it must
/// be nowhere.
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
    /// What is known of them beside that.
    pub standing: Standing,
}

impl Citizen {
    /// Whether the unit has a care relation, which the guideline demands.
    pub fn has_care_relation(&self) -> bool {
        self.care_relation.as_deref().is_some_and(|relation| !relation.trim().is_empty())
    }
}
