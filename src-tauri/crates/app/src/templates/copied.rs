//! Questions that were copied from a template, here or in another window, and are to be pasted into one.
//!
//! They come by the system's clipboard and are untrusted. Nothing is saved here: what the screen pastes are edits like any other.

use domain::{
    Permission,
    template::{Item, edit},
};
use serde::Deserialize;

use crate::{App, failure::Failure, purge::blocking};

/// What lay on the clipboard.
#[derive(Deserialize, ts_rs::TS)]
pub struct CopiedItems {
    /// All of it.
    text: String,
}

/// Reads copied items, under the ids that they were copied with.
///
/// # Errors
/// When not permitted; [`Failure::CopiedItemsRefused`] with why.
pub async fn read_copied(app: &App, copied: CopiedItems) -> Result<Vec<Item>, Failure> {
    app.desk(Permission::ManageTemplates).await?;
    let read = blocking(move || edit::read_copied(&copied.text)).await?;
    read.map_err(|fault| Failure::CopiedItemsRefused { fault })
}
