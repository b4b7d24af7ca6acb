//! Pictures: writers for each kind that can be bent in every place, and the pictures that are bent with them.

pub mod gif;
pub mod jpeg;
mod lies;
mod others;
pub mod png;

use crate::HostileFile;

pub(crate) fn hostile() -> Vec<HostileFile> {
    let mut files = png::hostile();
    files.extend(jpeg::hostile());
    files.extend(gif::hostile());
    files.extend(others::hostile());
    files.extend(lies::hostile());
    files
}

/// The smallest good picture of each kind, by the ending of its name.
pub fn good() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("png", png::small()),
        ("jpg", jpeg::Jpeg::default().bytes()),
        ("gif", gif::Gif::default().bytes()),
        ("bmp", others::bmp(8, 8, &[0x80; 8 * 24])),
        ("tif", others::tiff(8, 8, 1, &[0x80; 64])),
        ("webp", others::small_webp()),
    ]
}
