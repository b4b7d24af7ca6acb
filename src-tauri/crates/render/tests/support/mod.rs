//! Files of all sorts, made here byte by byte, and the real child to show them to.

#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test program uses its own part of this")]

use std::io::Cursor;
use std::time::Duration;

use hostile::pictures::jpeg::{exif, exif_segment};
use image::{DynamicImage, ImageFormat, RgbImage};
use pipeline::preview::{Document, Limits, Page, PreviewFailure, Renderer};
use zeroize::Zeroizing;

pub use hostile::documents::{FONT, OnePage, pages, pdf_of, stream};

/// The renderer that is shipped, with the patience that is shipped.
pub fn renderer() -> Renderer {
    Renderer::new(env!("CARGO_BIN_EXE_budkavle-render"))
}

/// The patience with files that never end.
pub const IMPATIENCE: Limits = Limits { page: Duration::from_secs(2), document: Duration::from_secs(4) };

/// The same program, for files that never end.
pub fn impatient_renderer() -> Renderer {
    renderer().with_limits(IMPATIENCE)
}

pub async fn open(bytes: Vec<u8>) -> Result<Document, PreviewFailure> {
    renderer().open(Zeroizing::new(bytes), None).await
}

/// Opens the file and draws its first page.
pub async fn first_page(renderer: &Renderer, bytes: Vec<u8>) -> Result<Page, PreviewFailure> {
    let mut document = renderer.open(Zeroizing::new(bytes), None).await?;
    document.page(0, 800).await
}

pub fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).expect("the parent writes proper JPEG").into_rgb8()
}

pub fn is_blank(picture: &RgbImage) -> bool {
    picture.pixels().all(|pixel| pixel.0.iter().all(|&c| c > 250))
}

/// Whether nothing can be seen in the picture, whatever its colour: well within what the child calls one colour.
pub fn is_one_shade(picture: &RgbImage) -> bool {
    let Some(first) = picture.pixels().next() else { return true };
    let near = |one: &[u8; 3]| (0..3).all(|channel| one[channel].abs_diff(first.0[channel]) <= 4);
    picture.pixels().all(|pixel| near(&pixel.0))
}

/// A photo, its left half red and its right half blue, 60 by 40.
pub fn halves() -> RgbImage {
    RgbImage::from_fn(60, 40, |x, _| image::Rgb(if x < 30 { [255, 0, 0] } else { [0, 0, 255] }))
}

pub fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).expect("memory takes all");
    bytes.into_inner()
}

/// What a camera writes into a JPEG: turned by 90° (orientation 6), and where it stood.
pub fn with_camera_data(jpeg: &[u8]) -> Vec<u8> {
    let camera = exif_segment(&exif(6, b"GPS-KALMAR-56.66"));
    [&jpeg[..2], &camera, &jpeg[2..]].concat()
}

pub fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// The page's words, line by line.
pub fn text_of(page: &Page) -> String {
    page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}
