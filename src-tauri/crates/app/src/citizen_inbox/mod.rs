//! The citizen's side: what the inbox may read and do, and where it is found.

mod answer;
mod attach;
mod mailbox;

pub(crate) use mailbox::CitizenMailbox;

use serde::Serialize;

use crate::{App, failure::Failure};

/// Where the citizen's inbox is.
#[derive(Serialize, ts_rs::TS)]
pub struct InboxAddress {
    /// On this computer only.
    pub url: String,
}

/// Where the citizen's inbox is.
///
/// # Errors
/// When nobody is signed in.
pub async fn address(app: &App, (): ()) -> Result<InboxAddress, Failure> {
    let desk = app.any_desk().await?;
    Ok(InboxAddress { url: desk.opened.inbox.url() })
}

/// Opens the citizen's inbox in the person's own browser.
///
/// # Errors
/// When nobody is signed in, or there is no browser.
pub async fn open_in_browser(app: &App, (): ()) -> Result<(), Failure> {
    let desk = app.any_desk().await?;
    if app.outside().browser.open(&desk.opened.inbox.url()) { Ok(()) } else { Err(Failure::InboxUnavailable) }
}
