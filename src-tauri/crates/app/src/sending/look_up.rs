//! *Hämta*: a citizen by personal number.

use domain::{
    Permission, PersonNumber,
    audit::Action,
    citizen::{Citizen, Unreachable},
};
use serde::{Deserialize, Serialize};

use crate::{App, failure::Failure};

/// A personal number in any common form.
#[derive(Deserialize, ts_rs::TS)]
pub struct LookUpCitizen {
    number: String,
}

/// The verdict, before a word is written.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LookedUp {
    /// Who.
    pub citizen: Citizen,
    /// Whole years.
    pub age: i16,
    /// Why this citizen may not be written to; `None` when they may.
    pub unreachable: Option<Unreachable>,
}

/// Looks a citizen up in the unit's register.
///
/// # Errors
/// When not permitted, the number is not one, or the register does not have it.
pub async fn look_up_citizen(app: &App, request: LookUpCitizen) -> Result<LookedUp, Failure> {
    let desk = app.desk(Permission::LookUpCitizen).await?;
    let today = desk.now.date();
    let number =
        PersonNumber::parse(&request.number, today).map_err(|problem| Failure::InvalidPersonNumber { problem })?;
    let mut writer = desk.opened.store.begin().await?;
    let citizen = writer.citizen_by_number(desk.unit.id, &number).await?.ok_or(Failure::CitizenNotFound)?;
    writer.commit(&desk.event_about(citizen.id, Action::CitizenLookedUp, citizen.id)).await?;
    Ok(LookedUp { age: citizen.number.age(today), unreachable: citizen.unreachable(), citizen })
}
