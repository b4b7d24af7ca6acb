//! Photographs and scanned pages.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::Random;
use crate::Failure;

/// An EXIF block (little-endian TIFF) that says one thing: held so that the picture is to be turned (orientation 6).
const TURNED: [u8; 26] = *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

/// A photograph of twelve megapixels as a telephone takes it.
pub(super) fn photo() -> Result<Vec<u8>, Failure> {
    photo_of(4_032, 3_024)
}

/// The same in small, for tests.
#[cfg(test)]
pub(super) fn small_photo() -> Result<Vec<u8>, Failure> {
    photo_of(64, 48)
}

/// Soft light, a few round things, and the grain of a sensor.
fn photo_of(width: u16, height: u16) -> Result<Vec<u8>, Failure> {
    let mut random = Random::new(12);
    let (wide, high) = (u32::from(width), u32::from(height));
    let things: Vec<[u32; 4]> = std::iter::repeat_with(|| {
        [random.below(wide), random.below(high), 1 + random.below(wide / 8), random.below(1 << 24)]
    })
    .take(60)
    .collect();
    let mut pixels = Vec::with_capacity(usize::from(width) * usize::from(height) * 3);
    for y in 0..high {
        let near: Vec<&[u32; 4]> = things.iter().filter(|thing| y.abs_diff(thing[1]) < thing[2]).collect();
        for x in 0..wide {
            let mut colour = [90 + x * 120 / wide, 80 + y * 130 / high, 200 - (x + y) * 100 / (wide + high)];
            for &&[at_x, at_y, radius, shade] in &near {
                let (dx, dy) = (x.abs_diff(at_x), y.abs_diff(at_y));
                if dx * dx + dy * dy < radius * radius {
                    colour = [shade & 0xFF, (shade >> 8) & 0xFF, shade >> 16];
                }
            }
            let grain = random.next();
            for (channel, value) in colour.into_iter().enumerate() {
                pixels.push(grained(value, grain >> (8 * channel), 11));
            }
        }
    }
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, 90);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.add_exif_metadata(&TURNED)?;
    encoder.encode(&pixels, width, height, ColorType::Rgb)?;
    Ok(jpeg)
}

/// A sheet of A4 at 200 dots per inch: grey paper with rows of ink. Its JPEG.
pub(super) fn scanned(page: u64) -> Result<(Vec<u8>, u16, u16), Failure> {
    const WIDTH: u16 = 1_654;
    const HEIGHT: u16 = 2_339;
    let mut random = Random::new(1_000 + page);
    let mut pixels: Vec<u8> = Vec::with_capacity(usize::from(WIDTH) * usize::from(HEIGHT) * 3);
    let row = usize::from(WIDTH) * 3;
    for _ in 0..usize::from(WIDTH) * usize::from(HEIGHT) {
        let grain = random.next();
        for channel in 0..3 {
            pixels.push(grained(240, grain >> (8 * channel), 7));
        }
    }
    for line in 0..46 {
        let top = 190 + line * 42;
        let mut left = 180;
        while left < usize::from(WIDTH) - 220 {
            // A letter: a few strokes of ink.
            for _ in 0..3 {
                let (x, y) = (left + random.below(10) as usize, top + random.below(12) as usize);
                let (wide, high) = if random.below(2) == 0 { (3, 12) } else { (9, 3) };
                for y in y..y + high {
                    for byte in &mut pixels[y * row + x * 3..][..wide * 3] {
                        *byte = 30 + byte.wrapping_sub(233) % 16;
                    }
                }
            }
            left += if random.below(6) == 0 { 30 } else { 18 };
        }
    }
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 80).encode(&pixels, WIDTH, HEIGHT, ColorType::Rgb)?;
    Ok((jpeg, WIDTH, HEIGHT))
}

/// The value with a grain of at most half of `amount`, cut at black and white.
fn grained(value: u32, grain: u64, amount: u64) -> u8 {
    let grain = u32::try_from((grain & 0xFF) % amount).unwrap_or(0);
    let half = u32::try_from(amount / 2).unwrap_or(0);
    u8::try_from((value + grain).saturating_sub(half)).unwrap_or(u8::MAX)
}
