//! BMP, TIFF, WebP and HEIC. A reader that does not take them refuses them; one that does must not be harmed.

use crate::{COSTLY, DRAWN, EITHER, HostileFile, Tell};

/// A BMP of 24 bits a pixel with this claimed size and these bytes as its pixels.
pub(super) fn bmp(width: i32, height: i32, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = b"BM".to_vec();
    bytes.extend(u32::try_from(54 + pixels.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend([0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]);
    bytes.extend(width.to_le_bytes());
    bytes.extend(height.to_le_bytes());
    bytes.extend([1, 0, 24, 0]);
    bytes.extend([0; 24]);
    bytes.extend(pixels);
    bytes
}

/// A TIFF in grey with this claimed size, compression and one strip.
pub(super) fn tiff(width: u32, height: u32, compression: u16, strip: &[u8]) -> Vec<u8> {
    tiff_of(width, height, compression, strip, 0)
}

/// The same, and where it says that the next directory is.
fn tiff_of(width: u32, height: u32, compression: u16, strip: &[u8], next: u32) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    let strip_bytes = u32::try_from(strip.len()).unwrap_or(u32::MAX);
    let entries: [(u16, u16, u32); 9] = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8),
        (259, 3, u32::from(compression)),
        (262, 3, 1),
        (273, 4, 8 + 2 + 9 * 12 + 4),
        (277, 3, 1),
        (278, 4, height),
        (279, 4, strip_bytes),
    ];
    bytes.extend([9, 0]);
    for (tag, kind, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend(next.to_le_bytes());
    bytes.extend(strip);
    bytes
}

/// A TIFF of so many pictures. Each directory is a whole picture; the next one's place counts on from it.
fn bundle(pages: usize) -> Vec<u8> {
    let shades: Vec<u8> = (0..64).map(|place| place * 4).collect();
    let one = tiff(8, 8, 1, &shades);
    let body = &one[8..];
    let mut bytes = one[..8].to_vec();
    for number in 1..=pages {
        let strip = 8 + (number - 1) * body.len() + 2 + 9 * 12 + 4;
        let next = if number < pages { 8 + number * body.len() } else { 0 };
        let mut page = body.to_vec();
        // The value of the sixth entry, and what follows the ninth.
        page[70..74].copy_from_slice(&u32::try_from(strip).unwrap_or(0).to_le_bytes());
        page[110..114].copy_from_slice(&u32::try_from(next).unwrap_or(0).to_le_bytes());
        bytes.extend(page);
    }
    bytes
}

/// A lossless WebP's data (RFC 9649, 3): eight by eight pixels of two greens.
fn two_greens() -> Vec<u8> {
    let mut bits = Vec::new();
    let mut push = |value: u32, count: u32| bits.extend((0..count).map(|bit| value >> bit & 1 == 1));
    // Width and height less one, no alpha, version 0, no transform, no cache of colours, one code for all.
    for (value, count) in [(7, 14), (7, 14), (0, 1), (0, 3), (0, 1), (0, 1), (0, 1)] {
        push(value, count);
    }
    // A simple code of two words for green; of one word, and so of no bits, for red, blue, alpha and distance.
    for (value, count) in [(1, 1), (1, 1), (1, 1), (40, 8), (200, 8)] {
        push(value, count);
    }
    for word in [90, 30, 255, 0] {
        for (value, count) in [(1, 1), (0, 1), (1, 1), (word, 8)] {
            push(value, count);
        }
    }
    for pixel in 0..64 {
        push(u32::from(pixel % 8 > 3), 1);
    }
    let byte = |bits: &[bool]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
    std::iter::once(0x2F).chain(bits.chunks(8).map(byte)).collect()
}

/// Eight by eight pixels, as WebP.
pub(super) fn small_webp() -> Vec<u8> {
    webp(&[(b"VP8L", &two_greens())])
}

/// A RIFF file of these chunks.
fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, data) in chunks {
        body.extend(*name);
        body.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
        body.extend(*data);
        body.extend(&[0][..data.len() % 2]);
    }
    let mut bytes = b"RIFF".to_vec();
    bytes.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend(body);
    bytes
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(name, ends, make)
}

pub(super) fn hostile() -> Vec<HostileFile> {
    [bitmaps(), scans(), webs(), telephones()].into_iter().flatten().collect()
}

fn bitmaps() -> Vec<HostileFile> {
    let bent = |at: usize, byte: u8| {
        move || {
            let mut bytes = bmp(8, 8, &[0x80; 8 * 24]);
            bytes[at] = byte;
            bytes
        }
    };
    vec![
        file("plain.bmp", EITHER, || bmp(8, 8, &[0x80; 8 * 24])),
        file("upside_down.bmp", EITHER, || bmp(8, -8, &[0x80; 8 * 24])),
        file("as_low_as_there_is.bmp", EITHER, || bmp(8, i32::MIN, &[0x80; 8 * 24])),
        file("claims_2_31.bmp", EITHER, || bmp(i32::MAX, i32::MAX, &[0x80; 64])),
        file("claims_9999x9999.bmp", COSTLY, || bmp(9_999, 9_999, &[0x80; 64])),
        file("without_area.bmp", EITHER, || bmp(0, 0, &[])),
        file("pixels_beyond_the_end.bmp", EITHER, bent(13, 0xFF)),
        file("head_of_255_bytes.bmp", EITHER, bent(14, 0xFF)),
        file("packed_in_an_unknown_way.bmp", EITHER, bent(30, 99)),
        file("packed_in_runs_of_noise.bmp", EITHER, || {
            let mut bytes = bmp(64, 64, &[0xA5; 500]);
            (bytes[28], bytes[30]) = (8, 1);
            bytes
        }),
        file("cut.bmp", EITHER, || bmp(8, 8, &[0x80; 8 * 24])[..30].to_vec()),
    ]
}

fn scans() -> Vec<HostileFile> {
    vec![
        file("plain.tif", EITHER, || tiff(8, 8, 1, &[0x80; 64])),
        file("claims_2_32.tif", EITHER, || tiff(u32::MAX, u32::MAX, 1, &[0x80; 64])),
        file("claims_9999x9999.tif", COSTLY, || tiff(9_999, 9_999, 1, &[0x80; 64])),
        file("without_area.tif", EITHER, || tiff(0, 0, 1, &[])),
        file("directory_that_leads_to_itself.tif", EITHER, || tiff_of(8, 8, 1, &[0x80; 64], 8)),
        file("pages_2.tif", DRAWN, || bundle(2)).telling(&[Tell::FirstPictureOnly]),
        file("pages_5000.tif", DRAWN, || bundle(5_000)).telling(&[Tell::FirstPictureOnly]),
        file("unfolds_to_1_gib.tif", COSTLY, || tiff(8, 8, 8, &crate::deflate::bomb(1 << 30))),
        file("packed_in_an_unknown_way.tif", EITHER, || tiff(8, 8, 60_000, &[0x80; 64])),
        file("fax_of_noise.tif", EITHER, || tiff(2_000, 2_000, 4, &[0xA5; 5_000])),
        file("lzw_of_noise.tif", EITHER, || tiff(2_000, 2_000, 5, &[0xA5; 5_000])),
        file("entries_65535.tif", EITHER, || {
            let mut bytes = tiff(8, 8, 1, &[0x80; 64]);
            bytes[8..10].copy_from_slice(&[0xFF, 0xFF]);
            bytes
        }),
        file("big.tif", EITHER, || b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff".to_vec()),
        file("cut.tif", EITHER, || tiff(8, 8, 1, &[0x80; 64])[..40].to_vec()),
    ]
}

fn webs() -> Vec<HostileFile> {
    // The largest canvas there is, 2²⁴ by 2²⁴, with an animation and a profile.
    let canvas = b"\x2a\0\0\0\xff\xff\xff\xff\xff\xff";
    vec![
        file("claims_2_24.webp", EITHER, || webp(&[(b"VP8X", canvas), (b"ICCP", b"none")])),
        file("lossless_claims_16384.webp", COSTLY, || webp(&[(b"VP8L", b"\x2f\xff\xff\xff\x0f\0\0\0\0\0\0")])),
        file("lossy_of_noise.webp", EITHER, || webp(&[(b"VP8 ", &[0xA5; 200])])),
        file("without_area.webp", EITHER, || webp(&[(b"VP8 ", b"\x10\0\0\x9d\x01\x2a\0\0\0\0")])),
        file("plain.webp", DRAWN, small_webp),
        file("animation_of_2_frames.webp", DRAWN, || {
            let picture = two_greens();
            let mut frame = vec![0, 0, 0, 0, 0, 0, 7, 0, 0, 7, 0, 0, 100, 0, 0, 0];
            frame.extend(b"VP8L");
            frame.extend(u32::try_from(picture.len()).unwrap_or(0).to_le_bytes());
            frame.extend(&picture);
            frame.extend(&[0][..picture.len() % 2]);
            webp(&[(b"VP8X", b"\x02\0\0\0\x07\0\0\x07\0\0"), (b"ANIM", &[0; 6]), (b"ANMF", &frame), (b"ANMF", &frame)])
        })
        .telling(&[Tell::FirstPictureOnly]),
        file("animation_of_10000_frames.webp", EITHER, || {
            let frame: (&[u8; 4], &[u8]) = (b"ANMF", &[0; 24]);
            let mut chunks: Vec<(&[u8; 4], &[u8])> =
                vec![(b"VP8X", &b"\x02\0\0\0\x07\0\0\x07\0\0"[..]), (b"ANIM", &[0; 6][..])];
            chunks.extend(std::iter::repeat_n(frame, 10_000));
            webp(&chunks)
        }),
        file("chunk_of_2_32_bytes.webp", EITHER, || {
            let mut bytes = webp(&[(b"VP8 ", &[0; 8])]);
            bytes[16..20].copy_from_slice(&[0xFF; 4]);
            bytes
        }),
        file("empty.webp", EITHER, || webp(&[])),
        file("xmp_with_a_script.webp", EITHER, || {
            webp(&[(b"VP8X", b"\x04\0\0\0\x07\0\0\x07\0\0"), (b"XMP ", b"<script>alert(1)</script>")])
        }),
    ]
}

fn telephones() -> Vec<HostileFile> {
    let boxed = |name: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len() + 8).unwrap_or(u32::MAX);
        [&length.to_be_bytes()[..], name, data].concat()
    };
    let brand = move || boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
    vec![
        file("only_a_brand.heic", EITHER, brand),
        file("box_of_2_63_bytes.heic", EITHER, move || {
            [brand().as_slice(), b"\0\0\0\x01meta\x7f\xff\xff\xff\xff\xff\xff\xff"].concat()
        }),
        file("box_of_no_length.heic", EITHER, move || [brand().as_slice(), b"\0\0\0\x04meta"].concat()),
        file("boxes_10000_deep.heic", EITHER, move || {
            let deep = (0..10_000_u32).flat_map(|depth| {
                let left = (10_000 - depth) * 8;
                [&left.to_be_bytes()[..], b"iprp"].concat()
            });
            brand().into_iter().chain(deep).collect()
        }),
        file("grid_of_65535_tiles.heic", EITHER, move || {
            let grid = boxed(b"idat", b"\0\0\xff\xff\xff\xff\xff\xff");
            [brand(), boxed(b"meta", &[&[0; 4][..], &grid].concat())].concat()
        }),
    ]
}
