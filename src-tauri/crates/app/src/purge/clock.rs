//! *Klockan är rätt*: an administrator's word about a clock that leapt ahead.

use domain::{Permission, audit::Action};

use super::run::{blocking, purge_due};
use crate::{App, failure::Failure};

/// Believes the computer's clock from now on, and purges what is due by it.
///
/// # Errors
/// When not permitted.
pub async fn trust_clock(app: &App, (): ()) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageUnit).await?;
    // Written down before anything is destroyed because of it.
    let writer = desk.opened.store.begin().await?;
    writer.commit(&desk.event(Action::ClockTrusted, "")).await?;
    let (purge, clocks) = (std::sync::Arc::clone(&desk.opened.purge), app.clocks());
    blocking(move || purge.trust_clock(clocks)).await?.map_err(|error| Failure::unexpected(&error))?;
    purge_due(app, &desk.opened, desk.by()).await.map(|_| ())
}
