//! What the parent asks of the child.
//!
//! | byte 0 | request | then |
//! |---|---|---|
//! | 1 | open | `u8` kind, `u16` password length (≤ [`MAX_PASSWORD`]), `u64` length (≤ [`MAX_DOCUMENT`]), the password in UTF-8, the document |
//! | 2 | page | `u32` index from 0, `u32` longest edge in pixels (1..=[`MAX_EDGE`]) |
//! | 3 | end | |
//!
//! *Open* comes once and first. The kind is what the parent found by the first bytes; the child uses that decoder and
//! no other, so that a file cannot choose its own parser.

use std::io::{self, Read};

use crate::{MAX_DOCUMENT, MAX_EDGE, MAX_PASSWORD};

/// The kinds of document that the child can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum DocumentKind {
    /// PDF, drawn page by page.
    Pdf = 1,
    /// JPEG: one page.
    Jpeg = 2,
    /// PNG: one page.
    Png = 3,
    /// GIF: one page, the first frame.
    Gif = 4,
    /// WebP: one page, the first frame.
    Webp = 5,
    /// BMP: one page.
    Bmp = 6,
    /// TIFF: one page, the first picture.
    Tiff = 7,
    /// HEIC, as telephones take them: one page. Only where the child was built with the feature `heic`.
    Heic = 8,
}

impl DocumentKind {
    pub(crate) const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            1 => Self::Pdf,
            2 => Self::Jpeg,
            3 => Self::Png,
            4 => Self::Gif,
            5 => Self::Webp,
            6 => Self::Bmp,
            7 => Self::Tiff,
            8 => Self::Heic,
            _ => return None,
        })
    }
}

const OPEN: u8 = 1;
const PAGE: u8 = 2;
const END: u8 = 3;

/// What stands before the password and the document's own bytes in *open*. A password of 0 bytes is none.
#[must_use]
pub fn open_head(kind: DocumentKind, password_length: u16, length: u64) -> [u8; 12] {
    let mut head = [0; 12];
    head[0] = OPEN;
    head[1] = kind as u8;
    head[2..4].copy_from_slice(&password_length.to_le_bytes());
    head[4..].copy_from_slice(&length.to_le_bytes());
    head
}

/// Asks for a page by index from 0, its longest edge at most `max_edge` pixels.
#[must_use]
pub fn page(index: u32, max_edge: u32) -> [u8; 9] {
    let mut request = [0; 9];
    request[0] = PAGE;
    request[1..5].copy_from_slice(&index.to_le_bytes());
    request[5..].copy_from_slice(&max_edge.to_le_bytes());
    request
}

/// Asks the child to say goodbye and leave.
#[must_use]
pub fn end() -> [u8; 1] {
    [END]
}

/// A request as the child reads it.
#[derive(Clone, PartialEq, Eq)]
pub enum Request {
    /// Open this document.
    Open {
        /// Which decoder to use.
        kind: DocumentKind,
        /// What the document is locked with; empty when nobody gave a password.
        password: Vec<u8>,
        /// The whole document.
        bytes: Vec<u8>,
    },
    /// Draw a page.
    Page {
        /// From 0.
        index: u32,
        /// Longest edge in pixels, 1..=[`MAX_EDGE`].
        max_edge: u32,
    },
    /// Leave.
    End,
}

/// The parent's words ended or made no sense; the child can only leave.
#[derive(Debug, thiserror::Error)]
pub enum RequestFault {
    /// The parent is gone or closed the pipe.
    #[error("the request pipe closed")]
    Closed(#[source] io::Error),
    /// Not a request of this grammar.
    #[error("the request is not in the grammar")]
    Malformed,
}

impl Request {
    /// Reads one request, blocking.
    ///
    /// # Errors
    /// See [`RequestFault`].
    pub fn read_from(input: &mut impl Read) -> Result<Self, RequestFault> {
        match array::<1>(input)?[0] {
            OPEN => {
                let [kind] = array(input)?;
                let kind = DocumentKind::from_code(kind).ok_or(RequestFault::Malformed)?;
                let password_length = u16::from_le_bytes(array(input)?);
                let length = u64::from_le_bytes(array(input)?);
                if password_length > MAX_PASSWORD || length > MAX_DOCUMENT {
                    return Err(RequestFault::Malformed);
                }
                let password = exactly(usize::from(password_length), input)?;
                let length = usize::try_from(length).map_err(|_| RequestFault::Malformed)?;
                Ok(Self::Open { kind, password, bytes: exactly(length, input)? })
            }
            PAGE => {
                let index = u32::from_le_bytes(array(input)?);
                let max_edge = u32::from_le_bytes(array(input)?);
                if !(1..=MAX_EDGE).contains(&max_edge) {
                    return Err(RequestFault::Malformed);
                }
                Ok(Self::Page { index, max_edge })
            }
            END => Ok(Self::End),
            _ => Err(RequestFault::Malformed),
        }
    }
}

fn exactly(length: usize, input: &mut impl Read) -> Result<Vec<u8>, RequestFault> {
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes).map_err(RequestFault::Closed)?;
    Ok(bytes)
}

fn array<const N: usize>(input: &mut impl Read) -> Result<[u8; N], RequestFault> {
    let mut bytes = [0; N];
    input.read_exact(&mut bytes).map_err(RequestFault::Closed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_request_is_read_as_it_was_written() {
        let mut wire = open_head(DocumentKind::Png, 2, 3).to_vec();
        wire.extend_from_slice(b"pwabc");
        wire.extend(page(7, 1_600));
        wire.extend(end());
        let mut input = wire.as_slice();
        let mut next = || Request::read_from(&mut input).expect("a request");
        assert!(matches!(next(), Request::Open { kind: DocumentKind::Png, password, bytes }
            if password == b"pw" && bytes == b"abc"));
        assert!(matches!(next(), Request::Page { index: 7, max_edge: 1_600 }));
        assert!(matches!(next(), Request::End));
        assert!(matches!(Request::read_from(&mut input), Err(RequestFault::Closed(_))));
    }

    #[test]
    fn a_request_outside_the_grammar_is_refused() {
        let long_password = open_head(DocumentKind::Pdf, MAX_PASSWORD + 1, 0);
        let mut unknown_kind = open_head(DocumentKind::Pdf, 0, 0);
        unknown_kind[1] = 9;
        let too_long = open_head(DocumentKind::Pdf, 0, MAX_DOCUMENT + 1);
        for bad in
            [long_password.as_slice(), &unknown_kind, &too_long, &page(0, 0), &page(0, MAX_EDGE + 1), &[0], &[255]]
        {
            let mut input = bad;
            assert!(matches!(Request::read_from(&mut input), Err(RequestFault::Malformed)));
        }
    }
}
