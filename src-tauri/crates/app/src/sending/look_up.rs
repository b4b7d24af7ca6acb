//! *Hämta*: a citizen by personal number, and the verdict before a word is written.

use domain::{
    Permission, PersonNumber, Timestamp,
    audit::Action,
    citizen::{Caution, Citizen, Unreachable},
};
use serde::{Deserialize, Serialize};

use crate::{App, citizens, failure::Failure};

/// How many days back what was sent counts as recent.
const RECENT_DAYS: i64 = 30;

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
    /// What to bear in mind, the gravest first.
    pub cautions: Vec<Caution>,
    /// How recently the unit has written to them.
    pub contact: RecentContact,
}

/// How recently the unit has written to a citizen: whoever is written to often reads less of it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentContact {
    /// The last time; `None` when never.
    pub last: Option<LastWritten>,
    /// How many messages were sent in the last 30 days.
    pub recent: u64,
    /// How many of all that was sent the citizen has not opened.
    pub unread: u64,
}

/// The last that the unit sent to a citizen.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LastWritten {
    /// When.
    pub sent: Timestamp,
    /// The message's heading.
    pub heading: String,
    /// Who sent it.
    pub sender_name: String,
}

/// Looks a citizen up, and tells whether they can be written to.
///
/// # Errors
/// When not permitted, the number is not one, the register does not have it, or the directory does not answer.
pub async fn look_up_citizen(app: &App, request: LookUpCitizen) -> Result<LookedUp, Failure> {
    let desk = app.desk(Permission::LookUpCitizen).await?;
    let today = desk.now.date();
    let number =
        PersonNumber::parse(&request.number, today).map_err(|problem| Failure::InvalidPersonNumber { problem })?;
    let citizen = citizens::find(&desk.opened, desk.unit.id, &number).await?;
    let mut writer = desk.opened.store.begin().await?;
    let since = desk.now.plus_minutes(-RECENT_DAYS * 24 * 60);
    let contact = writer.contact(desk.unit.id, citizen.id, since).await?;
    writer.commit(&desk.event_about(citizen.id, Action::CitizenLookedUp, citizen.id)).await?;
    let last =
        contact.last.map(|last| LastWritten { sent: last.sent, heading: last.heading, sender_name: last.sender_name });
    let verdict = citizen.verdict(today);
    Ok(LookedUp {
        age: citizen.number.age(today),
        unreachable: verdict.unreachable,
        cautions: verdict.cautions,
        contact: RecentContact { last, recent: contact.recent, unread: contact.unread },
        citizen,
    })
}
