//! The conversation with the parent: open, any number of pages, end.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use frames::request::{Request, RequestFault};
use frames::{Confinement, DocumentFault, DocumentKind, Flags, Frame, MAX_PAGES, PageFault, write_page};

use crate::pdf::{self, PdfPages};
use crate::photo::Photo;
use crate::picture::{Pages, Picture, Words};

/// The conversation broke off. Nobody is left to be told.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BrokenOff {
    /// The parent left or said something outside the grammar.
    #[error("no further request")]
    Request(#[from] RequestFault),
    /// The parent no longer reads.
    #[error("the frame pipe closed")]
    Output(#[from] io::Error),
    /// *Open* did not come first, or came twice.
    #[error("request out of turn")]
    OutOfTurn,
}

/// Says how it is confined, and serves one document from *open* to *end*.
///
/// # Errors
/// See [`BrokenOff`].
pub(crate) fn hold(confinement: Confinement, input: &mut impl Read, output: &mut impl Write) -> Result<(), BrokenOff> {
    Frame::Confined(confinement).write_to(output)?;
    output.flush()?;
    let Request::Open { kind, password, bytes } = Request::read_from(input)? else {
        return Err(BrokenOff::OutOfTurn);
    };
    match kind {
        DocumentKind::Pdf => {
            let pdf = match guarded(|| pdf::open(bytes, &password)) {
                Ok(pdf) => pdf,
                Err(fault) => return refuse(fault, output),
            };
            match guarded(|| PdfPages::new(&pdf)) {
                Ok(mut pages) => serve(kind, &mut pages, input, output),
                Err(fault) => refuse(fault, output),
            }
        }
        DocumentKind::Jpeg
        | DocumentKind::Png
        | DocumentKind::Gif
        | DocumentKind::Webp
        | DocumentKind::Bmp
        | DocumentKind::Tiff => match guarded(|| Photo::open(kind, bytes)) {
            Ok(mut photo) => serve(kind, &mut photo, input, output),
            Err(fault) => refuse(fault, output),
        },
        #[cfg(feature = "heic")]
        DocumentKind::Heic => match guarded(|| crate::heic::Heic::open(bytes)) {
            Ok(mut photo) => serve(kind, &mut photo, input, output),
            Err(fault) => refuse(fault, output),
        },
        #[cfg(not(feature = "heic"))]
        DocumentKind::Heic => refuse(DocumentFault::UnknownVariety, output),
    }
}

/// A panic of a parser is an answer too.
fn guarded<T>(open: impl FnOnce() -> Result<T, DocumentFault>) -> Result<T, DocumentFault> {
    catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(DocumentFault::Defeated))
}

fn refuse(fault: DocumentFault, output: &mut impl Write) -> Result<(), BrokenOff> {
    Frame::DocumentFault(fault).write_to(output)?;
    output.flush()?;
    Ok(())
}

fn serve(
    kind: DocumentKind,
    document: &mut dyn Pages,
    input: &mut impl Read,
    output: &mut impl Write,
) -> Result<(), BrokenOff> {
    let count = document.count();
    let mut flags = document.flags();
    if count > MAX_PAGES {
        flags |= Flags::PAGES_BEYOND_LIMIT;
    }
    let pages = count.min(MAX_PAGES);
    Frame::Document { pages, kind }.write_to(output)?;
    Frame::Flags(flags).write_to(output)?;
    output.flush()?;

    loop {
        match Request::read_from(input)? {
            Request::Page { index, max_edge } if index < pages => {
                send_page(document, index, max_edge, output)?;
            }
            Request::Page { .. } => Frame::PageFault(PageFault::NoSuchPage).write_to(output)?,
            Request::End => {
                Frame::End.write_to(output)?;
                output.flush()?;
                return Ok(());
            }
            Request::Open { .. } => return Err(BrokenOff::OutOfTurn),
        }
        output.flush()?;
    }
}

fn send_page(document: &mut dyn Pages, index: u32, max_edge: u32, output: &mut impl Write) -> Result<(), BrokenOff> {
    let drawn = catch_unwind(AssertUnwindSafe(|| document.draw(index, max_edge)));
    let Picture { width, height, rgba, flags: drawn } = match drawn {
        Ok(Ok(picture)) => picture,
        Ok(Err(fault)) => return Ok(Frame::PageFault(fault).write_to(output)?),
        Err(_) => {
            document.forget();
            return Ok(Frame::PageFault(PageFault::Defeated).write_to(output)?);
        }
    };
    write_page(width, height, &rgba, output)?;
    drop(rgba);
    Frame::Measure(document.measure(index)).write_to(output)?;
    // The pixels are on their way while the text is gathered; without the text the page is still worth having.
    output.flush()?;
    let Words { text, boxes, flags } = catch_unwind(AssertUnwindSafe(|| document.words(index))).unwrap_or_else(|_| {
        document.forget();
        Words::default()
    });
    Frame::Text(text).write_to(output)?;
    Frame::LineBoxes(boxes).write_to(output)?;
    Frame::Flags(drawn | flags).write_to(output)?;
    Ok(())
}
