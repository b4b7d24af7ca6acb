//! JPEG, PNG, GIF, WebP, BMP and TIFF: one page, turned as the camera was held, without anything but its pixels.

use std::io::Cursor;

use frames::{DocumentFault, DocumentKind, Flags, PageFault};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::picture::{Pages, Picture, Words, is_one_colour};
use crate::several;
use crate::shrink::shrunk;

/// Longest edge that is decoded, in pixels.
pub(crate) const MAX_SOURCE_EDGE: u32 = 20_000;
/// Most pixels that are decoded. Checked from the header: a file of one megabyte can claim 900 MB.
pub(crate) const MAX_SOURCE_PIXELS: u64 = 100_000_000;
/// Most memory that a decoder may take, and its picture, in bytes.
const MAX_DECODER_MEMORY: u64 = 512 * 1024 * 1024;

/// An image whose header was found to be within the limits. Decoded anew for each request: it is mostly asked for once.
pub(crate) struct Photo {
    format: ImageFormat,
    bytes: Vec<u8>,
    several: bool,
    cut_short: bool,
}

impl Photo {
    /// Reads the header.
    ///
    /// # Errors
    /// [`DocumentFault::TooLarge`], [`DocumentFault::UnknownVariety`] and [`DocumentFault::Unreadable`].
    pub(crate) fn open(kind: DocumentKind, bytes: Vec<u8>) -> Result<Self, DocumentFault> {
        let format = match kind {
            DocumentKind::Jpeg => ImageFormat::Jpeg,
            DocumentKind::Png => ImageFormat::Png,
            DocumentKind::Gif => ImageFormat::Gif,
            DocumentKind::Webp => ImageFormat::WebP,
            DocumentKind::Bmp => ImageFormat::Bmp,
            DocumentKind::Tiff => ImageFormat::Tiff,
            DocumentKind::Heic => return Err(DocumentFault::UnknownVariety),
            DocumentKind::Pdf => return Err(DocumentFault::Unreadable),
        };
        let several = several::pictures(kind, &bytes);
        let cut_short = kind == DocumentKind::Jpeg && lacks_end_of_image(&bytes);
        let photo = Self { format, bytes, several, cut_short };
        let decoder = photo.decoder().map_err(|error| fault(&error))?;
        let (width, height) = decoder.dimensions();
        // Not one pixel: there is nothing to draw, and a page without area would be a breach of the grammar.
        if width == 0 || height == 0 {
            return Err(DocumentFault::Unreadable);
        }
        if width.max(height) > MAX_SOURCE_EDGE
            || u64::from(width) * u64::from(height) > MAX_SOURCE_PIXELS
            || decoder.total_bytes() > MAX_DECODER_MEMORY
        {
            return Err(DocumentFault::TooLarge);
        }
        drop(decoder);
        Ok(photo)
    }

    fn decoder(&self) -> Result<impl ImageDecoder + '_, ImageError> {
        let mut reader = ImageReader::with_format(Cursor::new(self.bytes.as_slice()), self.format);
        let mut limits = Limits::no_limits();
        limits.max_image_width = Some(MAX_SOURCE_EDGE);
        limits.max_image_height = Some(MAX_SOURCE_EDGE);
        limits.max_alloc = Some(MAX_DECODER_MEMORY);
        reader.limits(limits);
        reader.into_decoder()
    }

    /// The picture, and whether it is whole.
    fn decode(&self, max_edge: u32) -> Result<(DynamicImage, bool), ImageError> {
        let mut decoder = self.decoder()?;
        // A broken EXIF block must not cost the picture: it then stays as it was stored.
        let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
        let stored = DynamicImage::from_decoder(decoder)?;
        let is_filled = self.format == ImageFormat::Jpeg && ends_in_filling(&stored);
        let is_whole = !self.cut_short && !is_filled;
        let mut image = shrunk(stored, max_edge);
        image.apply_orientation(orientation);
        Ok((image, is_whole))
    }
}

/// What a decoder's refusal of the header means.
fn fault(error: &ImageError) -> DocumentFault {
    match error {
        ImageError::Limits(_) => DocumentFault::TooLarge,
        ImageError::Unsupported(_) => DocumentFault::UnknownVariety,
        _ => DocumentFault::Unreadable,
    }
}

/// The picture on paper, as it is sent. One of a single colour is told: nobody takes such a picture on purpose.
pub(crate) fn on_paper(image: DynamicImage, mut flags: Flags) -> Picture {
    let may_be_clear = image.color().has_alpha();
    let mut pixels = image.into_rgba8();
    if may_be_clear {
        for pixel in pixels.pixels_mut() {
            lay_on_white(&mut pixel.0);
        }
    }
    if is_one_colour(&pixels) {
        flags |= Flags::LOOKS_EMPTY;
    }
    Picture { width: pixels.width(), height: pixels.height(), rgba: pixels.into_raw(), flags }
}

impl Pages for Photo {
    fn count(&self) -> u32 {
        1
    }

    fn flags(&self) -> Flags {
        if self.several { Flags::FIRST_PICTURE_ONLY } else { Flags::NONE }
    }

    fn draw(&mut self, _index: u32, max_edge: u32) -> Result<Picture, PageFault> {
        let (image, is_whole) = self.decode(max_edge).map_err(|_| PageFault::Unreadable)?;
        Ok(on_paper(image, if is_whole { Flags::NONE } else { Flags::PARTS_NOT_DRAWN }))
    }

    fn words(&mut self, _index: u32) -> Words {
        Words::default()
    }

    fn forget(&mut self) {}
}

/// What is transparent shows as paper, as it does on a PDF's page.
fn lay_on_white(pixel: &mut [u8; 4]) {
    let alpha = u16::from(pixel[3]);
    if alpha == 255 {
        return;
    }
    for channel in &mut pixel[..3] {
        let mixed = (u16::from(*channel) * alpha + 255 * (255 - alpha) + 127) / 255;
        *channel = u8::try_from(mixed).unwrap_or(u8::MAX);
    }
    pixel[3] = 255;
}

/// Whether a JPEG ends before its picture does. The decoder fills such a picture up in grey without a word.
fn lacks_end_of_image(bytes: &[u8]) -> bool {
    let last = |marker: [u8; 2]| bytes.windows(2).rposition(|pair| pair == marker);
    let start_of_scan = last([0xFF, 0xDA]);
    let end_of_image = last([0xFF, 0xD9]);
    // Without a scan there is no end either; a thumbnail's end stands before the picture's own scan.
    end_of_image.is_none() || end_of_image < start_of_scan
}

/// Whether a JPEG's last row is the grey that the decoder fills up with where the data made no sense. A picture that really
/// ends so is told to be maybe incomplete, which is the lesser harm.
fn ends_in_filling(image: &DynamicImage) -> bool {
    let (pixels, channels) = match image {
        DynamicImage::ImageLuma8(gray) => (gray.as_raw(), 1),
        DynamicImage::ImageRgb8(rgb) => (rgb.as_raw(), 3),
        _ => return false,
    };
    let row = image.width() as usize * channels;
    pixels.len() >= row && pixels[pixels.len() - row..].iter().all(|value| *value == 128)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_whose_data_makes_no_sense_is_told_to_be_incomplete() {
        let noise = hostile::all().into_iter().find(|file| file.name == "data_of_noise.jpg").expect("is made");
        let mut photo = Photo::open(DocumentKind::Jpeg, noise.bytes()).expect("has a header");
        let picture = photo.draw(0, 400).expect("is drawn as far as it goes");
        assert!(picture.flags.contains(Flags::PARTS_NOT_DRAWN));
    }

    #[test]
    fn what_is_transparent_becomes_white() {
        let mut clear = [10, 20, 30, 0];
        lay_on_white(&mut clear);
        assert_eq!(clear, [255; 4]);
        let mut half = [0, 0, 0, 128];
        lay_on_white(&mut half);
        assert_eq!(half, [127, 127, 127, 255]);
        let mut opaque = [1, 2, 3, 255];
        lay_on_white(&mut opaque);
        assert_eq!(opaque, [1, 2, 3, 255]);
    }

    #[test]
    fn the_end_of_an_embedded_thumbnail_is_not_the_end_of_the_picture() {
        assert!(!lacks_end_of_image(b"\xff\xd8\xff\xda..\xff\xd9"));
        assert!(lacks_end_of_image(b"\xff\xd8\xff\xda.."));
        assert!(lacks_end_of_image(b"\xff\xd8 \xff\xd8\xff\xda.\xff\xd9 \xff\xda.."));
    }
}
