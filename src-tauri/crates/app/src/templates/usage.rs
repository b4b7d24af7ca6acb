//! *Vem har använt mallen*: who sent it, how often and when last. Nothing of any citizen.

use domain::{Permission, Timestamp};
use serde::Serialize;
use store::TemplateUser;

use super::view::OpenTemplate;
use crate::{App, failure::Failure};

/// Months that are counted by themselves.
const LATELY_MONTHS: i32 = 12;

/// Who has used a template.
#[derive(Serialize, ts_rs::TS)]
pub struct TemplateUsage {
    /// From when on use is counted as of the last 12 months.
    pub since: Timestamp,
    /// Who has sent it, the latest first.
    pub users: Vec<TemplateUserView>,
}

/// Somebody who has sent a template.
#[derive(Serialize, ts_rs::TS)]
pub struct TemplateUserView {
    /// Their name.
    pub name: String,
    /// Cases in the last 12 months.
    pub lately: u64,
    /// Cases in all.
    pub sent: u64,
    /// When the last was sent.
    pub last: Timestamp,
}

impl From<TemplateUser> for TemplateUserView {
    fn from(TemplateUser { name, lately, sent, last }: TemplateUser) -> Self {
        Self { name, lately, sent, last }
    }
}

/// Who has used a template: for whoever builds it or answers for it, not for other handlers.
///
/// # Errors
/// When not permitted, or there is no such template.
pub async fn usage(app: &App, request: OpenTemplate) -> Result<TemplateUsage, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let mut reader = desk.opened.store.read().await?;
    let template = reader.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let since = desk.now.months_before(LATELY_MONTHS);
    let users = reader.template_users(template.id, since).await?;
    Ok(TemplateUsage { since, users: users.into_iter().map(TemplateUserView::from).collect() })
}
