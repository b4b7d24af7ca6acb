//! A picture made smaller. Of the time between a photograph and its place on the screen this was the largest part.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, GrayImage, RgbImage, RgbaImage};

use crate::picture::fitted;

/// The picture with its longest edge at most `max_edge` pixels; never enlarged.
pub(crate) fn shrunk(image: DynamicImage, max_edge: u32) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let largest = max_edge.min(width.max(height));
    match fitted(f64::from(width), f64::from(height), largest) {
        Some(size) if size.0 < width || size.1 < height => to_size(image, size),
        _ => image,
    }
}

fn to_size(image: DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    let done = match &image {
        DynamicImage::ImageLuma8(gray) => resized(gray.as_raw(), gray.dimensions(), (width, height), PixelType::U8)
            .and_then(|pixels| Some(GrayImage::from_raw(width, height, pixels)?.into())),
        DynamicImage::ImageRgb8(rgb) => resized(rgb.as_raw(), rgb.dimensions(), (width, height), PixelType::U8x3)
            .and_then(|pixels| Some(RgbImage::from_raw(width, height, pixels)?.into())),
        other => {
            let rgba = other.to_rgba8();
            resized(rgba.as_raw(), rgba.dimensions(), (width, height), PixelType::U8x4)
                .and_then(|pixels| Some(RgbaImage::from_raw(width, height, pixels)?.into()))
        }
    };
    // `None` cannot be: the sizes fit together and no edge is 0. Then in the slow way.
    done.unwrap_or_else(|| image.thumbnail_exact(width, height))
}

/// Each pixel is the weighted mean of those that it covers; what is transparent weighs nothing.
fn resized(pixels: &[u8], from: (u32, u32), to: (u32, u32), kind: PixelType) -> Option<Vec<u8>> {
    let source = ImageRef::new(from.0, from.1, pixels, kind).ok()?;
    let mut target = Image::new(to.0, to.1, kind);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Bilinear));
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    Some(target.into_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, Rgba};

    #[test]
    fn a_smaller_picture_shows_the_same_in_the_same_places() {
        let halves = RgbImage::from_fn(400, 200, |x, _| if x < 200 { Rgb([200, 10, 10]) } else { Rgb([10, 10, 200]) });
        let small = shrunk(halves.into(), 100).into_rgb8();
        assert_eq!(small.dimensions(), (100, 50));
        assert_eq!((small.get_pixel(10, 25), small.get_pixel(90, 25)), (&Rgb([200, 10, 10]), &Rgb([10, 10, 200])));
    }

    #[test]
    fn what_is_transparent_does_not_bleed_into_what_is_not() {
        let half_clear =
            RgbaImage::from_fn(64, 64, |x, _| if x % 2 == 0 { Rgba([0, 200, 0, 255]) } else { Rgba([255, 0, 0, 0]) });
        let small = shrunk(half_clear.into(), 8).into_rgba8();
        let Rgba([red, green, _, alpha]) = *small.get_pixel(4, 4);
        assert!(red < 3 && green > 195 && (120..=135).contains(&alpha), "{red} {green} {alpha}");
    }

    #[test]
    fn gray_stays_gray_sixteen_bits_become_eight_and_nothing_is_enlarged() {
        assert!(matches!(shrunk(DynamicImage::new_luma8(40, 40), 10), DynamicImage::ImageLuma8(_)));
        assert!(matches!(shrunk(DynamicImage::new_rgb16(40, 40), 10), DynamicImage::ImageRgba8(_)));
        let same = shrunk(DynamicImage::new_rgb8(7, 3), 4_000);
        assert_eq!((same.width(), same.height()), (7, 3));
    }
}
