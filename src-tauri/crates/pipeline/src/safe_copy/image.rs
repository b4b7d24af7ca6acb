//! A page's picture in as few bytes as it can be read well in.

use jpeg_encoder::ColorType;
use lopdf::{Dictionary, Object, Stream, dictionary};
use zeroize::Zeroizing;

use super::SafeCopyFailure;
use crate::preview::{
    Picture,
    jpeg::{QUALITY, encoded},
};

/// How far apart a grey pixel's colours may lie: what a camera's JPEG makes of grey paper.
const GREY: u8 = 8;
/// Shades of grey in a picture without loss: enough for the edges of letters.
const SHADES: u8 = 16;

/// A picture as a PDF holds it.
pub(super) struct Encoded(Stream);

impl Encoded {
    pub(super) fn into_stream(self) -> Stream {
        self.0
    }
}

/// A JPEG of the picture, without colours when it has none.
pub(super) fn jpeg(picture: &Picture) -> Result<Zeroizing<Vec<u8>>, SafeCopyFailure> {
    let grey = grey(picture);
    let (pixels, kind) = match &grey {
        Some(grey) => (grey.as_slice(), ColorType::Luma),
        None => (&*picture.rgba, ColorType::Rgba),
    };
    Ok(encoded(pixels, picture.width, picture.height, kind, QUALITY)?)
}

/// The picture for a PDF: in colour as JPEG; without colours as JPEG or, where that is smaller, in [`SHADES`] or in black
/// and white without loss. Typed and scanned pages are smaller so.
pub(super) fn smallest(picture: &Picture) -> Result<Encoded, SafeCopyFailure> {
    let Some(grey) = grey(picture) else {
        let jpeg = encoded(&picture.rgba, picture.width, picture.height, ColorType::Rgba, QUALITY)?;
        return Ok(as_jpeg(picture, "DeviceRGB", &jpeg));
    };
    let jpeg = encoded(&grey, picture.width, picture.height, ColorType::Luma, QUALITY)?;
    let shaded = in_shades(picture, &grey).ok_or(SafeCopyFailure::NotWritten)?;
    Ok(if shaded.content.len() < jpeg.len() { Encoded(shaded) } else { as_jpeg(picture, "DeviceGray", &jpeg) })
}

/// One byte a pixel, if the picture has no colours.
fn grey(picture: &Picture) -> Option<Zeroizing<Vec<u8>>> {
    let (pixels, _) = picture.rgba.as_chunks::<4>();
    let is_grey = pixels.iter().all(|[r, g, b, _]| r.max(g).max(b) - r.min(g).min(b) <= GREY);
    is_grey.then(|| Zeroizing::new(pixels.iter().map(|[_, g, _, _]| *g).collect()))
}

fn described(picture: &Picture, colours: &str, bits: u8) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width),
        "Height" => i64::from(picture.height),
        "ColorSpace" => Object::Name(colours.as_bytes().to_vec()),
        "BitsPerComponent" => i64::from(bits),
    }
}

fn as_jpeg(picture: &Picture, colours: &str, jpeg: &[u8]) -> Encoded {
    let mut about = described(picture, colours, 8);
    about.set("Filter", "DCTDecode");
    Encoded(Stream::new(about, jpeg.to_vec()))
}

/// Four bits a pixel, or one where there is only black and white.
fn in_shades(picture: &Picture, grey: &[u8]) -> Option<Stream> {
    let last = SHADES - 1;
    let shade = |grey: &u8| (u16::from(*grey) * u16::from(last) + 127) / 255;
    let two_toned = grey.iter().all(|grey| matches!(shade(grey), 0) || shade(grey) == u16::from(last));
    let bits: usize = if two_toned { 1 } else { 4 };
    let mut packed = Vec::with_capacity(grey.len() * bits / 8 + 1);
    for row in grey.chunks(usize::try_from(picture.width).ok()?) {
        for group in row.chunks(8 / bits) {
            let mut byte = 0u16;
            for at in 0..8 / bits {
                // A row is filled up to whole bytes.
                let shade = group.get(at).map_or(0, shade);
                byte = (byte << bits) | (shade >> (4 - bits));
            }
            packed.push(u8::try_from(byte).ok()?);
        }
    }
    let mut stream = Stream::new(described(picture, "DeviceGray", u8::try_from(bits).ok()?), packed);
    stream.compress().ok()?;
    Some(stream)
}

#[cfg(test)]
mod tests {
    use frames::{Flags, Measure};

    use super::*;

    fn picture(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 3]) -> Picture {
        let mut rgba = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let [r, g, b] = pixel(x, y);
                rgba.extend([r, g, b, 255]);
            }
        }
        let paper = Measure::default();
        Picture { rgba: rgba.into(), width, height, paper, lines: Vec::new(), flags: Flags::NONE }
    }

    fn word(encoded: &Encoded, name: &[u8]) -> String {
        encoded.0.dict.get(name).map_or_else(
            |_| String::new(),
            |value| match value {
                Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
                Object::Integer(number) => number.to_string(),
                other => format!("{other:?}"),
            },
        )
    }

    #[test]
    fn colours_stay_colours() {
        let red =
            smallest(&picture(40, 30, |x, _| if x < 20 { [255, 0, 0] } else { [255, 255, 255] })).expect("a picture");
        assert_eq!((word(&red, b"ColorSpace").as_str(), word(&red, b"Filter").as_str()), ("DeviceRGB", "DCTDecode"));
    }

    #[test]
    fn letters_on_paper_are_kept_in_shades_without_loss() {
        let page = picture(201, 100, |x, y| if x % 10 == 3 && y % 10 < 7 { [0x11; 3] } else { [255; 3] });
        let kept = smallest(&page).expect("a picture");
        assert_eq!(
            (word(&kept, b"ColorSpace").as_str(), word(&kept, b"BitsPerComponent").as_str()),
            ("DeviceGray", "4")
        );
        let bytes = kept.0.decompressed_content_with_limit(1_000_000).expect("Flate");
        assert_eq!(bytes.len(), 101 * 100, "each row begins at a whole byte");
        assert_eq!(&bytes[..3], [0xFF, 0xF1, 0xFF]);
    }

    #[test]
    fn black_and_white_takes_a_bit_a_pixel() {
        let page = picture(20, 8, |x, _| if x == 1 { [0; 3] } else { [255; 3] });
        let kept = smallest(&page).expect("a picture");
        assert_eq!(word(&kept, b"BitsPerComponent"), "1");
        let bytes = kept.0.decompressed_content_with_limit(1_000_000).unwrap_or_else(|_| kept.0.content.clone());
        assert_eq!(&bytes[..3], [0b1011_1111, 0xFF, 0xF0]);
    }

    #[test]
    fn a_grey_photo_is_a_grey_jpeg() {
        // Noise that no shade repeats.
        let page = picture(64, 64, |x, y| [u8::try_from((x * 37 + y * 91 + x * y * 7) % 256).unwrap_or(0); 3]);
        let kept = jpeg(&page).expect("a picture");
        assert!(kept.windows(3).any(|part| part == [8, 0, 64]), "eight bits, 64 rows");
        let frame = kept.windows(2).position(|part| part == [0xFF, 0xC0]).expect("a baseline frame");
        assert_eq!(kept[frame + 9], 1, "one component");
    }
}
