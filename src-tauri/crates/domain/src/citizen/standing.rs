//! What is known of a citizen's account with the service, of folkbokföringen, of protection and of guardians.

use serde::{Deserialize, Serialize};

use crate::PersonNumber;

/// What is known of a citizen beside name and number. The default is what holds for most: it is also what is taken to hold where
/// nothing has been told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The account with the service.
    pub account: Account,
    /// Folkbokföringen.
    pub registration: Registration,
    /// Protected personal data.
    pub protection: Protection,
    /// The number that has replaced the one the register has (`referredPersonalIdentities`, domain fact 4.4).
    pub new_number: Option<PersonNumber>,
    /// Guardians by folkbokföringen, who matter while the child has no login of their own; empty when none are known.
    pub guardians: Vec<Guardian>,
}

/// A guardian of a child, and whether they can read what is sent to the child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Guardian {
    /// Given name and surname.
    pub name: String,
    /// Whether they see the child's inbox.
    pub access: GuardianAccess,
}

/// Enums with a stable word for each variant, in the database and nowhere else.
macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl $name {
            /// Every one there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable word in the database.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// Reads the stable word back; `None` when it is none.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }
    )+};
}

/// The citizen's account with the service (`IsActiveUser`, domain facts 2.2 and 4.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Account {
    /// Has signed in at some time, and gets a notice (*avisering*) when something new lies in the inbox.
    #[default]
    Active,
    /// Has signed in, but gets no notice. Only the citizen can change that (domain fact 1.1).
    ActiveWithoutNotices,
    /// Has never signed in: a message waits 90 days and is then gone without having been read.
    NeverSignedIn,
    /// The login is locked, as it can be for a child at risk from thirteen on.
    Locked,
}

/// What folkbokföringen says (`deregistrationReasonCode`, domain fact 4.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Registration {
    /// Folkbokförd.
    #[default]
    Registered,
    /// Avliden: the account is closed at the next check against Skatteverket.
    Deceased,
    /// Utvandrad: may still sign in with a Swedish e-legitimation.
    Emigrated,
}

/// Protected personal data. That details are made up (*fingerade uppgifter*) nobody can see, and so it is not here (domain fact 2.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Protection {
    /// None.
    #[default]
    None,
    /// Sekretessmarkering (`protectedPersonIndicator`).
    Confidential,
    /// Skyddad folkbokföring (`protectedPopulationRecord`).
    ProtectedRegistration,
}

/// Whether a guardian reads what is sent to the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum GuardianAccess {
    /// As ombud, without having asked for it.
    Reads,
    /// Blocked, as a guardian of a child at risk can be.
    Blocked,
    /// Has protected personal data, and so cannot be ombud.
    Protected,
}

words! {
    Account { Active = "active", ActiveWithoutNotices = "no-notices", NeverSignedIn = "never-signed-in", Locked = "locked" }
    Registration { Registered = "registered", Deceased = "deceased", Emigrated = "emigrated" }
    Protection { None = "none", Confidential = "confidential", ProtectedRegistration = "protected-registration" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_and_no_other_does() {
        for account in Account::ALL {
            assert_eq!(Account::from_word(account.as_str()), Some(*account));
        }
        for registration in Registration::ALL {
            assert_eq!(Registration::from_word(registration.as_str()), Some(*registration));
        }
        for protection in Protection::ALL {
            assert_eq!(Protection::from_word(protection.as_str()), Some(*protection));
        }
        assert_eq!((Account::from_word("none"), Protection::from_word("active")), (None, None));
        assert_eq!(Registration::from_word("Registered"), None);
    }
}
