//! A copy that is made from pixels, and therefore holds nothing that was not to be seen.
//!
//! No scripts, no hidden layers, no earlier versions, no place where a photo was taken, no embedded files, no font of
//! somebody else's: a picture becomes a new JPEG, a PDF a new [tagged PDF](pdf) of pictures with the pages' words laid
//! invisibly over them.

use zeroize::Zeroizing;

use crate::background;
use crate::kind::FileKind;
use crate::preview::{Flags, MAX_EDGE, Measure, Picture, Pictures, PreviewFailure, Size, every_page};
use image::Encoded;

mod font;
mod image;
mod pdf;
mod tags;

/// Resolution at which a PDF's pages are kept, in pixels per inch.
const DOTS_PER_INCH: u32 = 150;
/// The longest edge of A4 (297 mm) at [`DOTS_PER_INCH`], to which a page is drawn first.
const PAGE_EDGE: u32 = 1_754;
/// Hundredths of a point per inch.
const MEASURES_PER_INCH: u32 = 7_200;

/// A finished copy.
pub struct SafeCopy {
    /// The whole file. Zeroed when dropped.
    pub bytes: Zeroizing<Vec<u8>>,
    /// [`FileKind::Jpeg`] or [`FileKind::Pdf`].
    pub kind: FileKind,
    /// What is to be told about the pages, as it also holds for the copy.
    pub flags: Flags,
}

impl std::fmt::Debug for SafeCopy {
    /// Without the bytes: they are a citizen's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SafeCopy").field("kind", &self.kind).field("flags", &self.flags).finish_non_exhaustive()
    }
}

/// Why there is no copy. A copy that lacks a page is never given out as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SafeCopyFailure {
    /// The document has more pages than can be drawn.
    #[error("the document has too many pages to copy")]
    TooManyPages,
    /// A page cannot be drawn.
    #[error("a page cannot be drawn")]
    Page(#[from] PreviewFailure),
    /// The copy could not be put together.
    #[error("the copy could not be put together")]
    NotWritten,
}

/// Makes a safe copy of a document, all of it. `help` is as in [`every_page`].
///
/// # Errors
/// See [`SafeCopyFailure`].
pub async fn safe_copy<P: Pictures>(
    hand: &mut P,
    help: impl Future<Output = Option<P>>,
) -> Result<SafeCopy, SafeCopyFailure> {
    if hand.flags().contains(Flags::PAGES_BEYOND_LIMIT) {
        return Err(SafeCopyFailure::TooManyPages);
    }
    if hand.kind().is_image() {
        let picture = hand.picture(0, MAX_EDGE).await?;
        let bytes = apart(move || image::jpeg(&picture)).await?;
        return Ok(SafeCopy { bytes, kind: FileKind::Jpeg, flags: hand.flags() });
    }
    let size = Size { edge: PAGE_EDGE, deserved: edge_for };
    let (sheets, flags) = every_page(hand, help, size, Sheet::of).await?;
    let sheets = sheets.into_iter().collect::<Result<_, _>>()?;
    let bytes = apart(move || pdf::bound(sheets)).await?;
    Ok(SafeCopy { bytes, kind: FileKind::Pdf, flags })
}

/// Away from the asynchronous threads.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SafeCopyFailure> + Send + 'static,
) -> Result<T, SafeCopyFailure> {
    background::run(work).await.unwrap_or(Err(SafeCopyFailure::NotWritten))
}

/// The longest edge, in pixels, of a page of this size at [`DOTS_PER_INCH`].
fn edge_for(paper: Measure) -> u32 {
    let longest = u64::from(paper.width.max(paper.height));
    let pixels = longest * u64::from(DOTS_PER_INCH) / u64::from(MEASURES_PER_INCH);
    u32::try_from(pixels).unwrap_or(MAX_EDGE).min(MAX_EDGE)
}

/// A page of the copy.
struct Sheet {
    picture: Encoded,
    /// In points.
    width: f64,
    /// In points.
    height: f64,
    lines: Vec<crate::preview::Line>,
}

/// The longest edge that PDF readers are asked to accept (ISO 32000-1, annex C), in points.
const LONGEST: f64 = 14_400.0;
/// The shortest edge (same place).
const SHORTEST: f64 = 3.0;

impl Sheet {
    fn of(mut picture: Picture) -> Result<Self, SafeCopyFailure> {
        let on_paper = |measure: u32| (f64::from(measure) / 100.0).clamp(SHORTEST, LONGEST);
        let from_pixels = |pixels: u32| f64::from(pixels) * 72.0 / f64::from(DOTS_PER_INCH);
        let (width, height) = match picture.paper {
            Measure { width: 0, .. } | Measure { height: 0, .. } => {
                (from_pixels(picture.width), from_pixels(picture.height))
            }
            Measure { width, height } => (on_paper(width), on_paper(height)),
        };
        Ok(Self { lines: std::mem::take(&mut picture.lines), picture: image::smallest(&picture)?, width, height })
    }
}
