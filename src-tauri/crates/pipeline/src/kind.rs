//! What a file is, by its bytes. Names and media types that come with it are somebody's claim and are never asked.

mod only;

pub use only::{Lie, is_only};

/// How many of a file's first bytes [`sniff`] looks at.
pub const HEAD: usize = 1024;

/// The kinds of file that are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// PDF, its header at the very first byte.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// GIF; of an animation the first frame is shown.
    Gif,
    /// WebP; of an animation the first frame is shown.
    Webp,
    /// BMP.
    Bmp,
    /// TIFF; of several pictures the first is shown.
    Tiff,
    /// HEIC, as telephones take them. Only where this was built with the feature `heic`; [`Refused::LooksLikeHeic`]
    /// otherwise.
    Heic,
}

impl FileKind {
    /// The extension that a copy gets, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Bmp => "bmp",
            Self::Tiff => "tif",
            Self::Heic => "heic",
        }
    }

    /// The media type (IANA).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Bmp => "image/bmp",
            Self::Tiff => "image/tiff",
            Self::Heic => "image/heic",
        }
    }

    /// Whether it is a single picture rather than a document of pages.
    #[must_use]
    pub const fn is_image(self) -> bool {
        match self {
            Self::Pdf => false,
            Self::Jpeg | Self::Png | Self::Gif | Self::Webp | Self::Bmp | Self::Tiff | Self::Heic => true,
        }
    }
}

/// Why a file is not accepted: what it looks like instead, so that the citizen can be told what to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// There are no bytes.
    #[error("the file is empty")]
    Empty,
    /// A PDF's header stands somewhere after the first byte. Such a file can be two things at once.
    #[error("the PDF header is not at the first byte")]
    PdfHeaderNotFirst,
    /// A drawing in SVG, which is a program as much as a picture.
    #[error("looks like SVG")]
    LooksLikeSvg,
    /// A web page or other mark-up.
    #[error("looks like HTML or XML")]
    LooksLikeMarkup,
    /// A HEIC or AVIF picture, as telephones take them, of a sort that is not decoded here.
    #[error("looks like HEIC or AVIF")]
    LooksLikeHeic,
    /// Another kind of picture (JPEG 2000, JPEG XL, Photoshop, BigTIFF).
    #[error("looks like a picture of another kind")]
    LooksLikeOtherImage,
    /// A word processor's document or a compressed folder.
    #[error("looks like an office document or an archive")]
    LooksLikeOfficeOrArchive,
    /// A program or script.
    #[error("looks like a program")]
    LooksLikeProgram,
    /// None of the kinds that are known here.
    #[error("unknown kind")]
    UnknownKind,
}

/// Decides what a file is by its first bytes; [`HEAD`] of them are enough, or all of a shorter file.
///
/// This is a door, not a proof: a file that passes may still be broken or hostile, which the child finds out.
///
/// # Errors
/// It is not one of the accepted kinds; see [`Refused`].
pub fn sniff(head: &[u8]) -> Result<FileKind, Refused> {
    let head = &head[..head.len().min(HEAD)];
    match head {
        [] => Err(Refused::Empty),
        [b'%', b'P', b'D', b'F', b'-', ..] => Ok(FileKind::Pdf),
        [0xFF, 0xD8, 0xFF, ..] => Ok(FileKind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(FileKind::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(FileKind::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(FileKind::Webp),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Ok(FileKind::Tiff),
        [b'B', b'M', ..] if has_bitmap_header(head) => Ok(FileKind::Bmp),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if cfg!(feature = "heic") && is_heic(head) => Ok(FileKind::Heic),
        _ => Err(refusal(head)),
    }
}

fn refusal(head: &[u8]) -> Refused {
    let holds = |word: &[u8]| head.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    if holds(b"%PDF-") {
        return Refused::PdfHeaderNotFirst;
    }
    match head {
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if is_heic(head) || is_avif(head) => Refused::LooksLikeHeic,
        [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..]
        | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..]
        | [0xFF, 0x0A, ..]
        | [b'8', b'B', b'P', b'S', ..]
        | [b'I', b'I', b'+', 0, ..]
        | [b'M', b'M', 0, b'+', ..] => Refused::LooksLikeOtherImage,
        [b'P', b'K', 3 | 5 | 7, ..]
        | [0xD0, 0xCF, 0x11, 0xE0, ..]
        | [b'{', b'\\', b'r', b't', b'f', ..]
        | [b'R', b'a', b'r', b'!', ..]
        | [b'7', b'z', 0xBC, 0xAF, ..]
        | [0x1F, 0x8B, ..] => Refused::LooksLikeOfficeOrArchive,
        [b'M', b'Z', ..] | [0x7F, b'E', b'L', b'F', ..] | [b'#', b'!', ..] => Refused::LooksLikeProgram,
        _ if holds(b"<svg") => Refused::LooksLikeSvg,
        _ if is_markup(head) => Refused::LooksLikeMarkup,
        _ => Refused::UnknownKind,
    }
}

/// Whether behind "BM" stands the length of a header that bitmaps have; words may begin with these letters too.
fn has_bitmap_header(head: &[u8]) -> bool {
    matches!(head.get(14..18), Some([12 | 16 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0]))
}

/// Whether an ISO base media file says that it holds a HEVC picture (ISO/IEC 23008-12, B.4.1), by its major brand or, of
/// the general picture brand, among the compatible ones.
fn is_heic(head: &[u8]) -> bool {
    const HEVC: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"];
    let known = |brand: &[u8]| HEVC.contains(&brand);
    let general = |brand: &[u8]| matches!(brand, b"mif1" | b"msf1");
    let end = head.first_chunk().map_or(0, |length| u32::from_be_bytes(*length));
    let end = usize::try_from(end).unwrap_or(usize::MAX).min(head.len());
    let compatible = || head.get(16..end).unwrap_or_default();
    head.get(8..12).is_some_and(|major| known(major) || (general(major) && compatible().chunks_exact(4).any(known)))
}

/// The other pictures in ISO base media files.
fn is_avif(head: &[u8]) -> bool {
    matches!(head.get(8..12), Some(b"avif" | b"avis" | b"mif1" | b"msf1"))
}

/// Whether the first thing that is not a blank or a byte order mark is an opening tag.
fn is_markup(head: &[u8]) -> bool {
    head.iter()
        .find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF | 0xFE | 0xFF | 0))
        .is_some_and(|first| *first == b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accepted_kinds_are_known_by_their_first_bytes() {
        assert_eq!(sniff(b"%PDF-1.7\n"), Ok(FileKind::Pdf));
        assert_eq!(sniff(b"\xff\xd8\xff\xe0\0\x10JFIF"), Ok(FileKind::Jpeg));
        assert_eq!(sniff(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Ok(FileKind::Png));
        assert_eq!(sniff(b"GIF87a"), Ok(FileKind::Gif));
        assert_eq!(sniff(b"GIF89a"), Ok(FileKind::Gif));
        assert_eq!(sniff(b"RIFF\x10\0\0\0WEBPVP8 "), Ok(FileKind::Webp));
        assert_eq!(sniff(b"II*\0\x08\0\0\0"), Ok(FileKind::Tiff));
        assert_eq!(sniff(b"MM\0*\0\0\0\x08"), Ok(FileKind::Tiff));
        assert_eq!(sniff(b"BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0"), Ok(FileKind::Bmp));
    }

    #[test]
    fn a_telephones_picture_is_accepted_only_where_it_can_be_drawn() {
        let expected = if cfg!(feature = "heic") { Ok(FileKind::Heic) } else { Err(Refused::LooksLikeHeic) };
        for head in [b"\0\0\0\x18ftypheic\0\0\0\0".as_slice(), b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"] {
            assert_eq!(sniff(head), expected);
        }
        for head in [b"\0\0\0\x18ftypavif\0\0\0\0".as_slice(), b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif"] {
            assert_eq!(sniff(head), Err(Refused::LooksLikeHeic));
        }
    }

    #[test]
    fn nothing_else_is_accepted() {
        let cases: [(&[u8], Refused); 17] = [
            (b"", Refused::Empty),
            (b"\n%PDF-1.7", Refused::PdfHeaderNotFirst),
            (b"<html><script>1</script><!--\n%PDF-1.7", Refused::PdfHeaderNotFirst),
            (b"MZ\0\0%PDF-1.7", Refused::PdfHeaderNotFirst),
            (b"<!DOCTYPE html><html>", Refused::LooksLikeMarkup),
            (b"\xef\xbb\xbf  \n<html>", Refused::LooksLikeMarkup),
            (b"<svg xmlns='http://www.w3.org/2000/svg'>", Refused::LooksLikeSvg),
            (b"<?xml version='1.0'?>\n<!-- x -->\n<SVG>", Refused::LooksLikeSvg),
            (b"\0\0\0\x18ftypmp42\0\0\0\0", Refused::UnknownKind),
            (b"RIFF\x10\0\0\0WAVEfmt ", Refused::UnknownKind),
            (b"BM: hej, det h\xc3\xa4r \xc3\xa4r ett brev", Refused::UnknownKind),
            (b"8BPS\0\x01", Refused::LooksLikeOtherImage),
            (b"PK\x03\x04\x14\0", Refused::LooksLikeOfficeOrArchive),
            (b"MZ\x90\0", Refused::LooksLikeProgram),
            (b"#!/bin/sh\n", Refused::LooksLikeProgram),
            (b"Hej!", Refused::UnknownKind),
            (b"%PD", Refused::UnknownKind),
        ];
        for (head, expected) in cases {
            assert_eq!(sniff(head), Err(expected), "{}", head.escape_ascii());
        }
    }

    #[test]
    fn only_the_head_is_looked_at() {
        let mut late = vec![b' '; HEAD];
        late.extend(b"%PDF-1.7");
        assert_eq!(sniff(&late), Err(Refused::UnknownKind));
    }
}
