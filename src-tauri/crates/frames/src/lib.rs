//! The grammar between the application (parent) and the jailed renderer (child).
//!
//! One child serves one document. The parent writes [requests](request) to the child's standard input, the child answers
//! with [frames](Frame) on its standard output. Everything that the child says is hostile until proven otherwise: it has
//! parsed bytes that a stranger chose. Hence:
//!
//! - a frame carries pixels, plain text or a code out of a closed list, and nothing that would need another parser;
//! - lengths are checked against fixed limits *before* anything is allocated;
//! - whatever the grammar does not name is a [`Breach`], after which the child is to be killed and never asked again.
//!
//! This crate does no I/O of its own choosing: [`FrameReader`] is fed bytes by whoever holds the pipe, so that the same
//! reader serves a test, a thread and an asynchronous runtime. It must never decide what a document means.
//!
//! A child that is asked to [probe] its jail has no conversation at all.
//!
//! All integers are little-endian. See [`request`] and [`Frame`] for the layouts, byte by byte.

mod confinement;
mod flags;
mod frame;
mod pixels;
pub mod probe;
mod reader;
pub mod request;
mod text;

pub use confinement::Confinement;
pub use flags::Flags;
pub use frame::{DocumentFault, Frame, LineBox, Measure, PageFault, write_page};
pub use pixels::{Pixels, Stock};
pub use reader::{Breach, FrameReader, Step};
pub use request::DocumentKind;
pub use text::{MAX_LINES, MAX_TEXT, is_plain, plain_text};

/// Longest document that is handed to a child, in bytes (64 MiB).
pub const MAX_DOCUMENT: u64 = 64 * 1024 * 1024;
/// Most pages that one document may claim. What lies beyond is told by [`Flags::PAGES_BEYOND_LIMIT`].
pub const MAX_PAGES: u32 = 200;
/// Longest edge of a page, in pixels.
pub const MAX_EDGE: u32 = 8_000;
/// Most pixels of a page.
pub const MAX_PIXELS: u32 = 16_000_000;
/// Longest password, in bytes of UTF-8: what PDF allows (ISO 32000-2, 7.6.4.3.3).
pub const MAX_PASSWORD: u16 = 127;
