//! Filters that somebody keeps under a name.

use domain::{Permission, audit::Action, case::CaseFilter};
use serde::{Deserialize, Serialize};

use crate::{
    App,
    failure::{Failure, Field},
    people::filled_within,
};

/// Characters at most in a name.
const NAME_MAX: usize = 60;

/// A filter under its name.
#[derive(Serialize, Deserialize, ts_rs::TS)]
pub struct KeptFilter {
    name: String,
    filter: CaseFilter,
}

/// Which.
#[derive(Deserialize, ts_rs::TS)]
pub struct ForgetFilter {
    name: String,
}

/// The signed-in person's own, by name.
///
/// # Errors
/// When not permitted.
pub async fn list_filters(app: &App, (): ()) -> Result<Vec<KeptFilter>, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let kept = desk.opened.store.read().await?.case_filters(desk.actor.staff).await?;
    Ok(kept.into_iter().map(|(name, filter)| KeptFilter { name, filter }).collect())
}

/// Keeps a filter, instead of what had its name.
///
/// # Errors
/// When not permitted, or the name is empty or too long.
pub async fn keep_filter(app: &App, request: KeptFilter) -> Result<(), Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let name = filled_within(&request.name, Field::FilterName, NAME_MAX)?;
    let mut writer = desk.opened.store.begin().await?;
    writer.keep_case_filter(desk.actor.staff, &name, &request.filter).await?;
    writer.commit(&desk.event(Action::CaseFilterKept, desk.actor.staff)).await?;
    Ok(())
}

/// Keeps one no longer.
///
/// # Errors
/// When not permitted.
pub async fn forget_filter(app: &App, request: ForgetFilter) -> Result<(), Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.forget_case_filter(desk.actor.staff, &request.name).await?;
    writer.commit(&desk.event(Action::CaseFilterForgotten, desk.actor.staff)).await?;
    Ok(())
}
