//! *Översikt*: what waits, for the one who is signed in and for the unit.

use domain::{Permission, Timestamp};
use serde::Serialize;

use super::{CaseCounts, CaseScope, list::counted};
use crate::{App, failure::Failure};

/// What there is to do. Tells nothing about anybody.
#[derive(Serialize, ts_rs::TS)]
pub struct Overview {
    /// Among the cases of the one who is signed in.
    pub mine: CaseCounts,
    /// Among all of the unit's.
    pub unit: CaseCounts,
    /// When the message that this person has begun to write was last saved; `None` when nothing is begun.
    pub draft: Option<Timestamp>,
}

/// What waits now. Nothing of a citizen is read, so that looking needs no row in the audit log.
///
/// # Errors
/// When not permitted.
pub async fn overview(app: &App, (): ()) -> Result<Overview, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut reader = desk.opened.store.read().await?;
    Ok(Overview {
        mine: counted(app, &desk, &mut reader, CaseScope::Mine).await?,
        unit: counted(app, &desk, &mut reader, CaseScope::Unit).await?,
        draft: reader.send_draft_saved(desk.actor.staff).await?,
    })
}
