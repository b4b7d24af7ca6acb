//! Pictures of every kind and variety, through the real child.

mod support;

use std::future::ready;

use image::{DynamicImage, ImageFormat, RgbImage};
use pipeline::kind::FileKind;
use pipeline::preview::{Flags, Hand, PreviewFailure};
use pipeline::safe_copy::safe_copy;
use support::{decoded, halves, holds, open, with_camera_data, written};

/// What the child shows of a file: its size, the colour of its left and of its right half, and all flags.
async fn shown(bytes: Vec<u8>) -> Result<((u32, u32), [u8; 3], [u8; 3], Flags), PreviewFailure> {
    let mut document = open(bytes).await?;
    let page = document.page(0, 800).await?;
    let picture = decoded(&page.jpeg);
    let (width, height) = picture.dimensions();
    let at = |x: u32| picture.get_pixel(x, height / 2).0;
    Ok(((width, height), at(width / 4), at(width * 3 / 4), page.flags | document.flags()))
}

fn is_red([red, green, blue]: [u8; 3]) -> bool {
    red > 200 && green < 70 && blue < 70
}

fn is_blue([red, green, blue]: [u8; 3]) -> bool {
    red < 70 && green < 70 && blue > 200
}

#[tokio::test]
async fn each_kind_is_shown_and_becomes_a_copy_without_anything_else() {
    for (format, kind) in [
        (ImageFormat::Jpeg, FileKind::Jpeg),
        (ImageFormat::Png, FileKind::Png),
        (ImageFormat::Gif, FileKind::Gif),
        (ImageFormat::WebP, FileKind::Webp),
        (ImageFormat::Bmp, FileKind::Bmp),
        (ImageFormat::Tiff, FileKind::Tiff),
    ] {
        let (size, left, right, flags) = shown(written(halves(), format)).await.expect("a good picture");
        assert_eq!((size, flags), ((60, 40), Flags::NONE), "{format:?}");
        assert!(is_red(left) && is_blue(right), "{format:?}");

        let document = open(written(halves(), format)).await.expect("a good picture");
        assert_eq!(document.kind(), kind);
        let copy = safe_copy(&mut Hand::Document(document), ready(None)).await.expect("a copy");
        assert_eq!(copy.kind, FileKind::Jpeg, "{format:?}");
        assert_eq!(decoded(&copy.bytes).dimensions(), (60, 40), "{format:?}");
    }
}

#[tokio::test]
async fn depth_transparency_and_grey_are_drawn_right() {
    let picture = DynamicImage::from(halves());
    for (what, file) in [
        ("16 bits, PNG", written(picture.to_rgb16(), ImageFormat::Png)),
        ("16 bits and transparency, PNG", written(picture.to_rgba16(), ImageFormat::Png)),
        ("16 bits, TIFF", written(picture.to_rgb16(), ImageFormat::Tiff)),
        ("transparency, WebP", written(picture.to_rgba8(), ImageFormat::WebP)),
        ("transparency, BMP", written(picture.to_rgba8(), ImageFormat::Bmp)),
    ] {
        let (_, left, right, flags) = shown(file).await.expect(what);
        assert!(is_red(left) && is_blue(right) && flags == Flags::NONE, "{what}: {left:?} {right:?} {flags:?}");
    }
    for format in [ImageFormat::Png, ImageFormat::Tiff, ImageFormat::Jpeg, ImageFormat::Bmp] {
        let grey =
            DynamicImage::from(RgbImage::from_fn(60, 40, |x, _| image::Rgb(if x < 30 { [0; 3] } else { [200; 3] })));
        let (_, left, right, _) = shown(written(grey.to_luma8(), format)).await.expect("a good picture");
        assert!(left.iter().all(|c| *c < 12) && right.iter().all(|c| c.abs_diff(200) < 12), "{format:?}");
    }
}

#[tokio::test]
async fn the_four_colours_of_print_become_the_three_of_the_screen() {
    // Red is magenta and yellow, blue cyan and magenta; as Adobe writes them, turned round.
    let pixels: Vec<u8> =
        (0..60 * 40).flat_map(|at| if at % 60 < 30 { [255, 0, 0, 255] } else { [0, 0, 255, 255] }).collect();
    for kind in [jpeg_encoder::ColorType::Cmyk, jpeg_encoder::ColorType::CmykAsYcck] {
        let mut jpeg = Vec::new();
        // The encoder turns them round itself.
        let straight: Vec<u8> = pixels.iter().map(|level| 255 - level).collect();
        jpeg_encoder::Encoder::new(&mut jpeg, 95).encode(&straight, 60, 40, kind).expect("memory takes all");
        let (_, left, right, flags) = shown(jpeg).await.expect("a good picture");
        assert!(is_red(left) && is_blue(right), "{left:?} {right:?}");
        assert_eq!(flags, Flags::NONE);
    }
}

#[tokio::test]
async fn every_kind_that_says_how_it_was_held_is_turned() {
    let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".as_slice();
    let png = {
        let plain = written(halves(), ImageFormat::Png);
        let mut named = b"eXIf".to_vec();
        named.extend(exif);
        let length = u32::try_from(exif.len()).expect("short").to_be_bytes();
        let sum = crc32(&named).to_be_bytes();
        [&plain[..33], &length, &named, &sum, &plain[33..]].concat()
    };
    let webp = {
        let plain = written(halves(), ImageFormat::WebP);
        let head = b"VP8X\x0a\0\0\0\x08\0\0\0\x3b\0\0\x27\0\0".as_slice();
        let length = u32::try_from(exif.len()).expect("short").to_le_bytes();
        let body = [b"WEBP", head, &plain[12..], b"EXIF", &length, exif].concat();
        [b"RIFF".as_slice(), &u32::try_from(body.len()).expect("short").to_le_bytes(), &body].concat()
    };
    let jpeg = with_camera_data(&written(halves(), ImageFormat::Jpeg));
    for (what, file) in [("JPEG", jpeg), ("PNG", png), ("WebP", webp), ("TIFF", tiff(6, Bundle::Single, 2))] {
        let ((width, height), ..) = shown(file.clone()).await.expect(what);
        assert_eq!((width, height), (40, 60), "{what}");
        let document = open(file).await.expect(what);
        let copy = safe_copy(&mut Hand::Document(document), ready(None)).await.expect(what);
        assert!(!holds(&copy.bytes, b"Exif") && !holds(&copy.bytes, exif), "{what}");
    }
}

#[tokio::test]
async fn of_several_pictures_the_first_is_shown_and_that_is_told() {
    let mut gif = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
        for _ in 0..2 {
            let frame = image::Frame::new(DynamicImage::from(halves()).into_rgba8());
            encoder.encode_frame(frame).expect("memory takes all");
        }
    }
    for (what, file) in [("GIF", gif), ("TIFF", tiff(1, Bundle::Two, 2))] {
        let (_, left, right, flags) = shown(file).await.expect(what);
        assert!(is_red(left) && is_blue(right), "{what}");
        assert_eq!(flags, Flags::FIRST_PICTURE_ONLY, "{what}");
    }
}

#[tokio::test]
async fn a_variety_that_is_not_decoded_is_told_from_a_damaged_file() {
    // 6 is YCbCr, 8 is CIE L*a*b*.
    for variety in [6, 8] {
        assert_eq!(shown(tiff(1, Bundle::Single, variety)).await.err(), Some(PreviewFailure::UnknownVariety));
    }
    assert_eq!(shown(b"II*\0\xff\0\0\0".to_vec()).await.err(), Some(PreviewFailure::BadFile));
}

#[tokio::test]
async fn a_picture_too_large_to_decode_is_refused_from_its_header() {
    let mut bmp = written(halves(), ImageFormat::Bmp);
    bmp[18..22].copy_from_slice(&19_000_i32.to_le_bytes());
    bmp[22..26].copy_from_slice(&19_000_i32.to_le_bytes());
    let mut wide = tiff(1, Bundle::Single, 2);
    // Its width, its height, and the rows in a strip: all in one.
    for entry in [0, 1, 8] {
        let value = 10 + 12 * entry + 8;
        wide[value..value + 4].copy_from_slice(&20_001_u32.to_le_bytes());
    }
    for (what, file) in [("BMP", bmp), ("TIFF", wide)] {
        assert_eq!(shown(file).await.err(), Some(PreviewFailure::TooLarge), "{what}");
    }
}

#[tokio::test]
async fn a_picture_of_one_colour_is_told() {
    for level in [0, 255] {
        let plain = RgbImage::from_pixel(60, 40, image::Rgb([level; 3]));
        let (.., flags) = shown(written(plain, ImageFormat::Png)).await.expect("a good picture");
        assert_eq!(flags, Flags::LOOKS_EMPTY);
    }
}

/// How many pictures a TIFF holds.
#[derive(PartialEq, Eq)]
enum Bundle {
    Single,
    Two,
}

/// A TIFF of [`halves`], not compressed: how it was held, whether a second picture (the same) follows, and what its numbers
/// mean (2: RGB).
fn tiff(orientation: u16, bundle: Bundle, photometric: u16) -> Vec<u8> {
    let pixels = halves().into_raw();
    let entries: [(u16, u16, u32, u32); 10] = [
        (256, 4, 1, 60),
        (257, 4, 1, 40),
        (258, 3, 3, 134),
        (259, 3, 1, 1),
        (262, 3, 1, photometric.into()),
        (273, 4, 1, 140),
        (274, 3, 1, orientation.into()),
        (277, 3, 1, 3),
        (278, 4, 1, 40),
        (279, 4, 1, 7_200),
    ];
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(10u16.to_le_bytes());
    for (tag, kind, count, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    let directory = bytes[8..].to_vec();
    let second = 140 + u32::try_from(pixels.len()).expect("small");
    let next = if bundle == Bundle::Two { second } else { 0 };
    bytes.extend(next.to_le_bytes());
    bytes.extend([8, 0, 8, 0, 8, 0]);
    bytes.resize(140, 0);
    bytes.extend(pixels);
    if bundle == Bundle::Two {
        bytes.extend(directory);
        bytes.extend([0; 4]);
    }
    bytes
}

/// The checksum of PNG (ISO 3309), bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}
