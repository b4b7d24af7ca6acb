//! Questions that were copied from a template, here or in another window, and are to be pasted into one.
//!
//! They come by the system's clipboard and are untrusted: their pictures are drawn anew, since any program can have put them there.
//! Nothing is saved here: what the screen pastes are edits like any other.

use domain::{
    Permission,
    template::{Item, Picture, edit},
};
use serde::Deserialize;

use super::picture::drawn;
use crate::{App, failure::Failure, purge::blocking, state::Desk};

/// What lay on the clipboard.
#[derive(Deserialize, ts_rs::TS)]
pub struct CopiedItems {
    /// All of it.
    text: String,
}

/// Reads copied items, under the ids that they were copied with.
///
/// # Errors
/// When not permitted; [`Failure::CopiedItemsRefused`] with why, or [`Failure::PictureRefused`] of the first picture that cannot be
/// drawn.
pub async fn read_copied(app: &App, copied: CopiedItems) -> Result<Vec<Item>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let read = blocking(move || edit::read_copied(&copied.text)).await?;
    let mut items = read.map_err(|fault| Failure::CopiedItemsRefused { fault })?;
    for picture in pictures(&mut items) {
        draw_anew(app, &desk, picture).await?;
    }
    Ok(items)
}

async fn draw_anew(app: &App, desk: &Desk, picture: &mut Picture) -> Result<(), Failure> {
    let (made, _) = drawn(app, desk, picture.jpeg().unwrap_or_default()).await?;
    *picture = Picture { alt: std::mem::take(&mut picture.alt), decorative: picture.decorative, ..made };
    Ok(())
}

/// The pictures of these items and of what they hold.
fn pictures(items: &mut [Item]) -> Vec<&mut Picture> {
    items.iter_mut().flat_map(|item| item.picture.iter_mut().chain(pictures(&mut item.items))).collect()
}
