//! The unit: who sends.

use serde::{Deserialize, Serialize};

use crate::{HsaId, UnitId, retention::Retention};

/// A unit (mottagning) and what every message says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// Identity.
    pub id: UnitId,
    /// The name the citizen sees as sender.
    pub name: String,
    /// Who the unit is in the national catalogue; the national inbox requires it.
    pub hsa_id: HsaId,
    /// Where a citizen turns with questions, proposed in every new template.
    pub contact: String,
    /// How long attachments and copies are kept.
    pub retention: Retention,
    /// Folder below which temporary copies may be placed, chosen by the administrator.
    pub secure_folder: String,
    /// Whether templates are approved by *verksamhetschefen* before they can be sent.
    pub approval: bool,
    /// Made-up data for trying the product out: every screen says so.
    pub example: bool,
}
