use std::io::{self, Write};

use crate::request::DocumentKind;
use crate::{Confinement, Flags, Pixels};

/// Why a document gives no pages at all. The child can say no more than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum DocumentFault {
    /// The bytes are not a document of the announced kind, or too damaged to have pages.
    Unreadable = 1,
    /// The document opens only with a password.
    PasswordNeeded = 2,
    /// The document is encrypted in a way that the renderer does not know.
    UnknownEncryption = 3,
    /// The picture has more pixels, or a longer edge, than is decoded.
    TooLarge = 4,
    /// The child could not limit itself and therefore parsed nothing.
    NotConfined = 5,
    /// The parser gave up in a way it should not have (a caught panic).
    Defeated = 6,
    /// A picture of the announced kind, but of a variety that is not decoded (a YCbCr TIFF, or HEIC without the feature).
    UnknownVariety = 7,
}

impl DocumentFault {
    pub(crate) const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            1 => Self::Unreadable,
            2 => Self::PasswordNeeded,
            3 => Self::UnknownEncryption,
            4 => Self::TooLarge,
            5 => Self::NotConfined,
            6 => Self::Defeated,
            7 => Self::UnknownVariety,
            _ => return None,
        })
    }
}

/// Why one page gives no pixels. The other pages may still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum PageFault {
    /// There is no page with this index.
    NoSuchPage = 1,
    /// The page's content cannot be decoded.
    Unreadable = 2,
    /// The renderer gave up in a way it should not have (a caught panic).
    Defeated = 3,
}

impl PageFault {
    pub(crate) const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            1 => Self::NoSuchPage,
            2 => Self::Unreadable,
            3 => Self::Defeated,
            _ => return None,
        })
    }
}

/// Where a line of a page's text stands, in 65 535ths of the page's width (`x`, `width`) and height (`y`, `height`), from
/// the top left corner of the page as it is drawn. A line may reach beyond the page; then it is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineBox {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// Of the smallest upright box around the line.
    pub width: u16,
    /// Of the smallest upright box around the line.
    pub height: u16,
}

/// How large a page is meant to be on paper, in hundredths of a point (1/7 200 inch). A picture has no such size of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// 0 when there is none.
    pub width: u32,
    /// 0 when there is none.
    pub height: u32,
}

/// One frame from the child. The first byte says which, the rest has exactly the length that follows from it.
///
/// | byte 0 | frame | then |
/// |---|---|---|
/// | 0 | document | `u32` pages (1..=[`MAX_PAGES`](crate::MAX_PAGES)), `u8` kind |
/// | 1 | page | `u32` width, `u32` height, width·height·4 bytes RGBA, row by row from the top |
/// | 2 | page fault | `u8` code |
/// | 3 | end | |
/// | 4 | text | `u32` length (≤ [`MAX_TEXT`](crate::MAX_TEXT)), that many bytes of plain UTF-8 |
/// | 5 | flags | `u32` bits |
/// | 6 | line boxes | `u32` count (≤ [`MAX_LINES`](crate::MAX_LINES)), for each `u16` x, y, width, height |
/// | 7 | confined | `u8` bits |
/// | 8 | measure | `u32` width, `u32` height, in hundredths of a point |
/// | 9 | document fault | `u8` code |
///
/// The order is fixed too. Before anything is asked: confined. To *open*: document, flags; or document fault. To *page*:
/// page, measure, text, line boxes (one for each line of the text), flags; or page fault. To *end*: end. The order is checked by
/// the parent, which knows what it asked.
#[derive(Clone, PartialEq, Eq)]
pub enum Frame {
    /// The child is confined, to this degree, and listens.
    Confined(Confinement),
    /// The document opened.
    Document {
        /// Pages that can be asked for.
        pages: u32,
        /// What it was opened as; must be what the parent said it is.
        kind: DocumentKind,
    },
    /// The pixels of a page, opaque.
    Page {
        /// In pixels, 1..=[`MAX_EDGE`](crate::MAX_EDGE).
        width: u32,
        /// In pixels, 1..=[`MAX_EDGE`](crate::MAX_EDGE).
        height: u32,
        /// `width * height * 4` bytes.
        rgba: Pixels,
    },
    /// How large the page is on paper.
    Measure(Measure),
    /// The page gives no pixels.
    PageFault(PageFault),
    /// The text of a page, [plain](crate::is_plain); may be empty.
    Text(String),
    /// Where the lines of the text stand.
    LineBoxes(Vec<LineBox>),
    /// What to tell about the document or the page.
    Flags(Flags),
    /// Nothing follows.
    End,
    /// The document gives no pages.
    DocumentFault(DocumentFault),
}

pub(crate) mod tag {
    pub(crate) const DOCUMENT: u8 = 0;
    pub(crate) const PAGE: u8 = 1;
    pub(crate) const PAGE_FAULT: u8 = 2;
    pub(crate) const END: u8 = 3;
    pub(crate) const TEXT: u8 = 4;
    pub(crate) const FLAGS: u8 = 5;
    pub(crate) const LINE_BOXES: u8 = 6;
    pub(crate) const CONFINED: u8 = 7;
    pub(crate) const MEASURE: u8 = 8;
    pub(crate) const DOCUMENT_FAULT: u8 = 9;
}

impl Frame {
    /// Writes the frame. Called by the child, which is trusted to say what it means: limits are checked by the reader.
    ///
    /// # Errors
    /// The pipe is closed or broken, or a text is longer than its length field can say.
    pub fn write_to(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Document { pages, kind } => {
                out.write_all(&[tag::DOCUMENT])?;
                out.write_all(&pages.to_le_bytes())?;
                out.write_all(&[*kind as u8])
            }
            Self::Page { width, height, rgba } => write_page(*width, *height, rgba, out),
            Self::Measure(Measure { width, height }) => {
                out.write_all(&[tag::MEASURE])?;
                out.write_all(&width.to_le_bytes())?;
                out.write_all(&height.to_le_bytes())
            }
            Self::PageFault(fault) => out.write_all(&[tag::PAGE_FAULT, *fault as u8]),
            Self::Text(text) => {
                let length = u32::try_from(text.len()).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
                out.write_all(&[tag::TEXT])?;
                out.write_all(&length.to_le_bytes())?;
                out.write_all(text.as_bytes())
            }
            Self::Flags(flags) => {
                out.write_all(&[tag::FLAGS])?;
                out.write_all(&flags.bits().to_le_bytes())
            }
            Self::LineBoxes(boxes) => {
                let count = u32::try_from(boxes.len()).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
                out.write_all(&[tag::LINE_BOXES])?;
                out.write_all(&count.to_le_bytes())?;
                let mut bytes = Vec::with_capacity(boxes.len() * LineBox::BYTES);
                for line in boxes {
                    for measure in [line.x, line.y, line.width, line.height] {
                        bytes.extend_from_slice(&measure.to_le_bytes());
                    }
                }
                out.write_all(&bytes)
            }
            Self::Confined(confinement) => out.write_all(&[tag::CONFINED, confinement.bits()]),
            Self::End => out.write_all(&[tag::END]),
            Self::DocumentFault(fault) => out.write_all(&[tag::DOCUMENT_FAULT, *fault as u8]),
        }
    }
}

/// Writes [`Frame::Page`] of `width * height * 4` bytes that stay where they are.
///
/// # Errors
/// The pipe is closed or broken.
pub fn write_page(width: u32, height: u32, rgba: &[u8], out: &mut impl Write) -> io::Result<()> {
    out.write_all(&[tag::PAGE])?;
    out.write_all(&width.to_le_bytes())?;
    out.write_all(&height.to_le_bytes())?;
    out.write_all(rgba)
}

impl LineBox {
    /// On the wire.
    pub(crate) const BYTES: usize = 8;

    pub(crate) fn read(bytes: &[u8]) -> Vec<Self> {
        let measure = |bytes: &[u8], at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
        bytes
            .chunks_exact(Self::BYTES)
            .map(|line| Self {
                x: measure(line, 0),
                y: measure(line, 2),
                width: measure(line, 4),
                height: measure(line, 6),
            })
            .collect()
    }
}

impl std::fmt::Debug for Frame {
    /// Says what kind of frame it is, never what stands in it: text and pixels are a citizen's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Document { pages, kind } => write!(f, "Document({pages}, {kind:?})"),
            Self::Page { width, height, .. } => write!(f, "Page({width}x{height})"),
            Self::Measure(measure) => write!(f, "{measure:?}"),
            Self::PageFault(fault) => write!(f, "PageFault({fault:?})"),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::LineBoxes(boxes) => write!(f, "LineBoxes({})", boxes.len()),
            Self::Flags(flags) => write!(f, "{flags:?}"),
            Self::Confined(confinement) => write!(f, "{confinement:?}"),
            Self::End => f.write_str("End"),
            Self::DocumentFault(fault) => write!(f, "DocumentFault({fault:?})"),
        }
    }
}
