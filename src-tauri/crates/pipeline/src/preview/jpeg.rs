use jpeg_encoder::{ColorType, Encoder};

use super::{Breach, PreviewFailure};

/// Good enough to read fine print by; a page of A4 at 150 dpi takes about half a megabyte.
const QUALITY: u8 = 85;

/// Encodes opaque RGBA pixels away from the asynchronous threads.
///
/// # Errors
/// The runtime is shutting down, or the sizes do not fit together, which the grammar excludes.
pub(super) async fn encoded(rgba: Vec<u8>, width: u32, height: u32) -> Result<Vec<u8>, PreviewFailure> {
    let (Ok(width), Ok(height)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(Breach::PictureSize.into());
    };
    tokio::task::spawn_blocking(move || {
        let mut jpeg = Vec::new();
        Encoder::new(&mut jpeg, QUALITY)
            .encode(&rgba, width, height, ColorType::Rgba)
            .map_err(|_| PreviewFailure::from(Breach::PictureSize))?;
        Ok(jpeg)
    })
    .await
    .unwrap_or(Err(PreviewFailure::ChildDied))
}
