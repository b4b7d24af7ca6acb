//! Who does something, and what they may do.

use serde::{Deserialize, Serialize};

use crate::{StaffId, UnitId};

/// A role in the staff tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Lokal administratör: people, the unit's settings, templates.
    Administrator,
    /// Ärendehanterare (formerly *Vårdgivare*): sends cases and reads replies.
    Handler,
    /// Verksamhetschef: answers for what the templates say, and approves them where the unit has decided so.
    Manager,
}

/// A thing that a use case asks leave for. IMY: access is limited technically to need, below the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See who works in the unit and give roles.
    ManagePeople,
    /// Change the unit's name, contact and retention.
    ManageUnit,
    /// Build, publish and archive templates.
    ManageTemplates,
    /// Look at templates, their drafts and what happened to them.
    ReadTemplates,
    /// Approve templates that wait for it.
    ApproveTemplates,
    /// Read and import the unit's citizen register.
    ManageCitizens,
    /// Look a citizen up by personal number.
    LookUpCitizen,
    /// Send a case.
    SendCase,
    /// Read cases and replies with what was attached.
    ReadCases,
    /// Keep a temporary copy of an attachment, or destroy one early.
    KeepCopies,
    /// See what is due to be purged and the receipts: no personal data.
    ReadPurge,
    /// See how many cases the unit sends and what comes of them: no personal data.
    ReadStatistics,
}

/// A signed-in member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Whose account.
    pub staff: StaffId,
    /// The unit that the session is for.
    pub unit: UnitId,
    /// Roles in that unit.
    pub roles: Vec<Role>,
}

impl Actor {
    /// Whether this actor may do `permission` in their unit.
    pub fn may(&self, permission: Permission) -> bool {
        self.roles.iter().any(|role| role.grants(permission))
    }
}

impl Role {
    /// What a role may do. The match is exhaustive on purpose: a new permission must be decided for every role.
    pub const fn grants(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Administrator => match permission {
                P::ManagePeople
                | P::ManageUnit
                | P::ManageTemplates
                | P::ReadTemplates
                | P::ManageCitizens
                | P::ReadPurge
                | P::ReadStatistics => true,
                P::ApproveTemplates | P::LookUpCitizen | P::SendCase | P::ReadCases | P::KeepCopies => false,
            },
            Self::Handler => match permission {
                P::LookUpCitizen | P::SendCase | P::ReadCases | P::KeepCopies | P::ReadPurge | P::ReadStatistics => {
                    true
                }
                P::ManagePeople
                | P::ManageUnit
                | P::ManageTemplates
                | P::ReadTemplates
                | P::ApproveTemplates
                | P::ManageCitizens => false,
            },
            Self::Manager => match permission {
                P::ReadTemplates | P::ApproveTemplates | P::ReadPurge | P::ReadStatistics => true,
                P::ManagePeople
                | P::ManageUnit
                | P::ManageTemplates
                | P::ManageCitizens
                | P::LookUpCitizen
                | P::SendCase
                | P::ReadCases
                | P::KeepCopies => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_alone_never_reads_a_citizens_reply() {
        assert!(!Role::Administrator.grants(Permission::ReadCases));
        assert!(!Role::Administrator.grants(Permission::KeepCopies));
    }

    #[test]
    fn a_manager_approves_templates_and_writes_none() {
        assert!(Role::Manager.grants(Permission::ApproveTemplates));
        assert!(!Role::Manager.grants(Permission::ManageTemplates));
        assert!(!Role::Administrator.grants(Permission::ApproveTemplates));
        assert!(!Role::Manager.grants(Permission::ReadCases));
    }

    #[test]
    fn a_handler_never_changes_templates_or_people() {
        assert!(!Role::Handler.grants(Permission::ManageTemplates));
        assert!(!Role::Handler.grants(Permission::ManagePeople));
    }
}
