//! A copy that is made from pixels, and therefore holds nothing that was not to be seen.
//!
//! No scripts, no hidden layers, no earlier versions, no place where a photo was taken, no embedded files: a picture
//! becomes a new JPEG, a PDF a new PDF of pictures. The words of the pages are not in it yet.

use lopdf::{Dictionary, Object, Stream, dictionary};
use zeroize::Zeroizing;

use crate::kind::FileKind;
use crate::preview::{Document, Flags, MAX_EDGE, PreviewFailure};

/// Resolution at which a PDF's pages are kept, in pixels per inch.
const DOTS_PER_INCH: f64 = 150.0;
/// Points per inch, a PDF's unit of length.
const POINTS_PER_INCH: f64 = 72.0;
/// The longest edge of A4 (297 mm) at [`DOTS_PER_INCH`], to which every page is drawn whatever its own size.
const PAGE_EDGE: u32 = 1_754;
/// The title of every copy: the file's own name or title may name a person.
const TITLE: &str = "Bilaga";
/// Of the copy, for screen readers.
const LANGUAGE: &str = "sv-SE";

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

/// Makes a safe copy of a document, all of it.
///
/// # Errors
/// See [`SafeCopyFailure`].
pub async fn safe_copy(document: &mut Document) -> Result<SafeCopy, SafeCopyFailure> {
    if document.flags().contains(Flags::PAGES_BEYOND_LIMIT) {
        return Err(SafeCopyFailure::TooManyPages);
    }
    if document.kind().is_image() {
        let page = document.page(0, MAX_EDGE).await?;
        return Ok(SafeCopy { bytes: Zeroizing::new(page.jpeg), kind: FileKind::Jpeg, flags: document.flags() });
    }
    let mut sheets = Vec::new();
    for index in 0..document.pages() {
        let page = document.page(index, PAGE_EDGE).await?;
        sheets.push(Sheet { jpeg: page.jpeg, width: page.width, height: page.height });
    }
    let bytes = tokio::task::spawn_blocking(move || bound(sheets)).await.unwrap_or(Err(SafeCopyFailure::NotWritten))?;
    Ok(SafeCopy { bytes, kind: FileKind::Pdf, flags: document.flags() })
}

struct Sheet {
    jpeg: Vec<u8>,
    width: u32,
    height: u32,
}

/// Binds the sheets into a new PDF.
fn bound(sheets: Vec<Sheet>) -> Result<Zeroizing<Vec<u8>>, SafeCopyFailure> {
    let mut pdf = lopdf::Document::with_version("1.7");
    let tree = pdf.new_object_id();
    let mut pages = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        pages.push(Object::Reference(add_page(&mut pdf, tree, sheet)));
    }
    let count = i64::try_from(pages.len()).map_err(|_| SafeCopyFailure::NotWritten)?;
    pdf.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => count });
    let catalogue = pdf.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => Object::string_literal(LANGUAGE),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    let info = pdf.add_object(dictionary! { "Title" => Object::string_literal(TITLE) });
    pdf.trailer.set("Root", catalogue);
    pdf.trailer.set("Info", info);

    let mut bytes = Zeroizing::new(Vec::new());
    pdf.save_to(&mut *bytes).map_err(|_| SafeCopyFailure::NotWritten)?;
    Ok(bytes)
}

/// Adds a page that is covered by its picture.
fn add_page(pdf: &mut lopdf::Document, tree: lopdf::ObjectId, sheet: Sheet) -> lopdf::ObjectId {
    let width = in_points(sheet.width);
    let height = in_points(sheet.height);
    let picture = pdf.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(sheet.width),
            "Height" => i64::from(sheet.height),
            "ColorSpace" => "DeviceRGB",
            "BitsPerComponent" => 8,
            "Filter" => "DCTDecode",
        },
        sheet.jpeg,
    ));
    let content = pdf.add_object(Stream::new(
        Dictionary::new(),
        format!("q {width:.2} 0 0 {height:.2} 0 0 cm /P Do Q").into_bytes(),
    ));
    pdf.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), points(width), points(height)],
        "Contents" => content,
        "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
    })
}

fn in_points(pixels: u32) -> f64 {
    f64::from(pixels) * POINTS_PER_INCH / DOTS_PER_INCH
}

#[expect(clippy::cast_possible_truncation, reason = "at most 3 840 points, in steps of half a point")]
fn points(length: f64) -> Object {
    Object::Real(length as f32)
}
