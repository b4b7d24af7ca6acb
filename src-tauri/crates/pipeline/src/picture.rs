//! A picture for a form, made of the pixels that the child drew: small, and without anything that was not to be seen.

use jpeg_encoder::ColorType;
use zeroize::Zeroizing;

use crate::background;
use crate::kind::sniff;
use crate::preview::{Flags, PreviewFailure, Renderer, jpeg::encoded};

/// How well it is kept, the best first. Below the last of them letters in a drawing are no longer read well.
const QUALITIES: [u8; 3] = [85, 75, 60];
/// Longest edges that are tried when no quality makes it small enough, in parts of what is asked for.
const PARTS: [(u32, u32); 4] = [(1, 1), (3, 4), (1, 2), (3, 8)];

/// A picture that was made small.
pub struct SmallPicture {
    /// JPEG, without any metadata.
    pub jpeg: Zeroizing<Vec<u8>>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file holds several, and this is the first.
    pub is_first_only: bool,
}

impl std::fmt::Debug for SmallPicture {
    /// Without the picture.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmallPicture").field("width", &self.width).field("height", &self.height).finish_non_exhaustive()
    }
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmallPictureFailure {
    /// The file is a document of pages.
    #[error("the file is no picture")]
    NoPicture,
    /// Only part of it can be drawn.
    #[error("the picture is not whole")]
    NotWhole,
    /// Even small and coarse it takes more bytes than it may.
    #[error("the picture cannot be made small enough")]
    TooDetailed,
    /// It cannot be drawn.
    #[error("the picture cannot be drawn")]
    Preview(#[from] PreviewFailure),
}

/// Draws the picture in these bytes, its longest edge at most `max_edge` pixels and in at most `max_bytes` bytes. Nothing is
/// enlarged. The child does not outlive it.
///
/// # Errors
/// See [`SmallPictureFailure`].
pub async fn small_picture(
    renderer: &Renderer,
    bytes: Zeroizing<Vec<u8>>,
    max_edge: u32,
    max_bytes: usize,
) -> Result<SmallPicture, SmallPictureFailure> {
    if !sniff(&bytes).map_err(PreviewFailure::from)?.is_image() {
        return Err(SmallPictureFailure::NoPicture);
    }
    let mut document = renderer.open(bytes, None).await?;
    for (part, of) in PARTS {
        let picture = document.picture(0, max_edge * part / of).await?;
        if picture.flags.contains(Flags::PARTS_NOT_DRAWN) {
            return Err(SmallPictureFailure::NotWhole);
        }
        let (width, height) = (picture.width, picture.height);
        let made = background::run(move || {
            let mut tried =
                QUALITIES.iter().map(|quality| encoded(&picture.rgba, width, height, ColorType::Rgba, *quality));
            tried.find(|jpeg| jpeg.as_ref().map_or(true, |jpeg| jpeg.len() <= max_bytes)).transpose()
        });
        if let Some(jpeg) = made.await.unwrap_or(Err(PreviewFailure::ChildDied))? {
            let is_first_only = document.flags().contains(Flags::FIRST_PICTURE_ONLY);
            return Ok(SmallPicture { jpeg, width, height, is_first_only });
        }
    }
    Err(SmallPictureFailure::TooDetailed)
}
