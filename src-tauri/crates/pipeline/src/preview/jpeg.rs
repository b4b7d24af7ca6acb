use jpeg_encoder::{ColorType, Encoder};
use zeroize::Zeroizing;

use super::{Breach, Page, Picture, PreviewFailure};

/// Good enough to read fine print by; a page of A4 at 150 dpi takes about half a megabyte.
pub(crate) const QUALITY: u8 = 85;

/// Encodes a picture. Takes milliseconds: not for the asynchronous threads.
///
/// # Errors
/// The sizes do not fit together, which the grammar excludes.
pub(super) fn page(picture: Picture) -> Result<Page, PreviewFailure> {
    let Picture { rgba, width, height, paper, lines, flags } = picture;
    Ok(Page { jpeg: encoded(&rgba, width, height, ColorType::Rgba, QUALITY)?, width, height, paper, lines, flags })
}

/// Encodes pixels of this kind, row by row from the top, with a quality of 1–100.
///
/// # Errors
/// The sizes do not fit together.
pub(crate) fn encoded(
    pixels: &[u8],
    width: u32,
    height: u32,
    colours: ColorType,
    quality: u8,
) -> Result<Zeroizing<Vec<u8>>, PreviewFailure> {
    let (Ok(width), Ok(height)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(Breach::PictureSize.into());
    };
    let mut jpeg = Zeroizing::new(Vec::new());
    Encoder::new(&mut *jpeg, quality)
        .encode(pixels, width, height, colours)
        .map_err(|_| PreviewFailure::from(Breach::PictureSize))?;
    Ok(jpeg)
}
