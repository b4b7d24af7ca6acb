//! Whether a file holds more pictures than the one that is shown: an animation, a scanned bundle.
//!
//! Only lengths and counts are walked; whatever does not fit ends the walk with "no".

use frames::DocumentKind;

/// TIFF's tag for further pictures below one (TIFF technical note 1): what cameras' raw files hold the photo in.
const SUB_IFDS: u64 = 330;
/// Bytes of an entry in a TIFF's directory.
const ENTRY: u64 = 12;

/// Whether there are several.
pub(crate) fn pictures(kind: DocumentKind, bytes: &[u8]) -> bool {
    let several = match kind {
        DocumentKind::Gif => gif(bytes),
        DocumentKind::Png => png(bytes),
        DocumentKind::Webp => webp(bytes),
        DocumentKind::Tiff => tiff(bytes),
        DocumentKind::Pdf | DocumentKind::Jpeg | DocumentKind::Bmp | DocumentKind::Heic => None,
    };
    several.unwrap_or(false)
}

/// A second image descriptor (GIF89a, 20).
fn gif(bytes: &[u8]) -> Option<bool> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut seen = false;
    loop {
        let blocks = match *bytes.get(at)? {
            0x21 => at + 2,
            0x2C if seen => return Some(true),
            0x2C => {
                seen = true;
                at + 11 + table(*bytes.get(at + 9)?)
            }
            _ => return Some(false),
        };
        at = blocks;
        while let length @ 1.. = *bytes.get(at)? {
            at += 1 + usize::from(length);
        }
        at += 1;
    }
}

/// An animation control chunk of more than one frame before the first picture (PNG, 11.3.6.1).
fn png(bytes: &[u8]) -> Option<bool> {
    let mut at = 8;
    loop {
        let name = bytes.get(at + 4..at + 8)?;
        match name {
            b"acTL" => return Some(number(bytes.get(at + 8..)?, 4, true)? > 1),
            b"IDAT" | b"IEND" => return Some(false),
            _ => at = at.checked_add(12 + usize::try_from(number(bytes.get(at..)?, 4, true)?).ok()?)?,
        }
    }
}

/// The animation bit of the extended header (WebP container, "Extended File Format").
fn webp(bytes: &[u8]) -> Option<bool> {
    Some(bytes.get(12..16)? == b"VP8X" && bytes.get(20)? & 0b10 != 0)
}

/// A further directory after the first, or below it.
fn tiff(bytes: &[u8]) -> Option<bool> {
    let high_first = bytes.starts_with(b"MM");
    let read = |at: u64, count: usize| number(bytes.get(usize::try_from(at).ok()?..)?, count, high_first);
    let first = read(4, 4)?;
    let entries = read(first, 2)?;
    let below = (0..entries).any(|entry| read(first + 2 + entry * ENTRY, 2) == Some(SUB_IFDS));
    let next = read(first + 2 + entries * ENTRY, 4);
    Some(below || next.is_some_and(|next| next != 0))
}

fn number(bytes: &[u8], count: usize, high_first: bool) -> Option<u64> {
    let digits = bytes.get(..count)?.iter();
    let add = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
    Some(if high_first { digits.fold(0, add) } else { digits.rev().fold(0, add) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_picture_is_seen_in_each_kind() {
        let frame = b"\x21\xf9\x04abcd\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02ab\0";
        let gif = |frames: usize| [b"GIF89a\x01\0\x01\0\0\0\0".as_slice(), &frame.repeat(frames), b"\x3b"].concat();
        let png = |frames: u8| {
            [b"\x89PNG\r\n\x1a\n\0\0\0\x08acTL\0\0\0".as_slice(), &[frames], b"\0\0\0\0SUM!\0\0\0\0IDAT"].concat()
        };
        let webp = |flags: u8| [b"RIFF\x12\0\0\0WEBPVP8X\x0a\0\0\0".as_slice(), &[flags]].concat();
        let tiff = |tag: u8, next: u8| {
            [b"MM\0*\0\0\0\x08\0\x01\x01".as_slice(), &[tag], b"\0\x04\0\0\0\x01\0\0\0\0\0\0\0", &[next]].concat()
        };
        for (kind, one, two) in [
            (DocumentKind::Gif, gif(1), gif(2)),
            (DocumentKind::Png, png(1), png(2)),
            (DocumentKind::Webp, webp(0), webp(2)),
            (DocumentKind::Tiff, tiff(0, 0), tiff(0, 200)),
            (DocumentKind::Tiff, tiff(0, 0), tiff(74, 0)),
        ] {
            assert!(!pictures(kind, &one), "{kind:?}");
            assert!(pictures(kind, &two), "{kind:?}");
            for end in 0..two.len() {
                // Cut anywhere there is an answer.
                pictures(kind, &two[..end]);
            }
        }
    }
}
