//! PDF: a builder that can be bent in every place, and the documents that are bent with it.

mod active;
mod builder;
mod exhausting;
mod silent;
mod structure;

use crate::HostileFile;

pub use builder::{FONT, OnePage, pages, pdf_after, pdf_of, stream};

/// Draws a word, so that a page is not empty.
const TEXT: &[u8] = b"BT /F1 24 Tf 50 700 Td (hostile) Tj ET ";
/// Draws the picture or form in object 5 over most of the page.
const PICTURE: &[u8] = b"q 500 0 0 500 50 50 cm /I Do Q";

pub(crate) fn hostile() -> Vec<HostileFile> {
    let mut files = exhausting::files();
    files.extend(structure::files());
    files.extend(active::files());
    files.extend(silent::files());
    files
}

/// A page with this content.
fn content(data: &[u8]) -> OnePage {
    OnePage { content: stream("", data), ..OnePage::default() }
}

/// A page that shows object 5, a picture or a form of this dictionary and data.
fn showing(dictionary: &str, data: &[u8]) -> OnePage {
    OnePage {
        content: stream("", PICTURE),
        resources: "/XObject<</I 5 0 R>>".to_owned(),
        more: vec![(5, stream(dictionary, data))],
        ..OnePage::default()
    }
}

/// A page's content as a program writes it.
pub(crate) fn words() -> Vec<u8> {
    TEXT.repeat(20)
}
