//! Whether a file is only what it says, over all of its bytes.
//!
//! A file can be a picture to one program and a web page, a program or an archive to another. For pixels that is harmless;
//! a copy of the original must not carry it out of the vault. Lengths are walked and words are looked for here; nothing is
//! decoded, and nothing is allocated.

use super::{FileKind, sniff};

/// What else a file is, or may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Lie {
    /// Its first bytes are of another kind than it was taken for.
    #[error("the file is of another kind")]
    OtherKind,
    /// A (further) PDF begins inside it.
    #[error("the file holds the beginning of a PDF")]
    PdfInside,
    /// It holds mark-up or script that a web browser might run.
    #[error("the file holds mark-up or script")]
    MarkupInside,
    /// It holds a program.
    #[error("the file holds a program")]
    ProgramInside,
    /// It holds an archive or an office document.
    #[error("the file holds an archive")]
    ArchiveInside,
    /// Something follows after its end. Also harmless things do: some cameras keep a film there.
    #[error("something follows after the file's end")]
    TrailingData,
    /// Its end is missing or its lengths do not fit, so that it cannot be told what belongs to it.
    #[error("the file's end cannot be found")]
    NoEnd,
}

/// Looks through the whole file for anything but the one kind that it was taken for.
///
/// Strict on purpose: who is refused the original gets the safe copy. It says nothing about what a file of its one kind
/// may do (a PDF's scripts, a photo's place).
///
/// # Errors
/// The first [`Lie`] found.
pub fn is_only(kind: FileKind, bytes: &[u8]) -> Result<(), Lie> {
    if sniff(bytes) != Ok(kind) {
        return Err(Lie::OtherKind);
    }
    second_signature(bytes)?;
    let end = match kind {
        FileKind::Pdf => end_of_pdf(bytes),
        FileKind::Jpeg => end_of_jpeg(bytes),
        FileKind::Png => end_of_png(bytes),
        FileKind::Gif => end_of_gif(bytes),
        FileKind::Webp => end_of_webp(bytes),
        FileKind::Bmp => end_of_bmp(bytes),
        FileKind::Heic => end_of_boxes(bytes),
        // Its parts lie in any order and point to each other; the end is where the file ends.
        FileKind::Tiff => Some(bytes.len()),
    };
    let rest = end.and_then(|end| bytes.get(end..)).ok_or(Lie::NoEnd)?;
    // Filled up to a round length, or a last line end: nothing.
    if rest.iter().all(|byte| matches!(byte, 0 | b'\r' | b'\n' | b' ')) { Ok(()) } else { Err(Lie::TrailingData) }
}

/// Mark-up that browsers or script hosts act on wherever they find it. Upper and lower case alike; XMP's own tags are not
/// among them.
const MARKUP: [&[u8]; 11] = [
    b"<script",
    b"<html",
    b"<!doctype html",
    b"<svg",
    b"<iframe",
    b"<body",
    b"<object",
    b"<embed",
    b"<hta:",
    b"<?php",
    b"javascript:",
];
/// Programs, archives and office documents, in characters that do not occur by chance.
const SIGNATURES: [(&[u8], Lie); 13] = [
    (b"\x7fELF\x01\x01\x01", Lie::ProgramInside),
    (b"\x7fELF\x02\x01\x01", Lie::ProgramInside),
    (b"\xcf\xfa\xed\xfe\x07\x00\x00\x01", Lie::ProgramInside),
    (b"\xcf\xfa\xed\xfe\x0c\x00\x00\x01", Lie::ProgramInside),
    (b"This program cannot be run in DOS mode", Lie::ProgramInside),
    (b"L\0\0\0\x01\x14\x02\0", Lie::ProgramInside),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Lie::ArchiveInside),
    (b"Rar!\x1a\x07", Lie::ArchiveInside),
    (b"7z\xbc\xaf\x27\x1c", Lie::ArchiveInside),
    (b"MSCF\0\0\0\0", Lie::ArchiveInside),
    (b"\xfd7zXZ\0", Lie::ArchiveInside),
    (b"ITSF\x03\0\0\0", Lie::ArchiveInside),
    (b"{\\rtf1", Lie::ArchiveInside),
];
/// A ZIP's directory ends at most this far before the file does (APPNOTE, 4.3.16: 22 bytes and a comment).
const ZIP_TAIL: usize = 22 + 65_535;

fn second_signature(bytes: &[u8]) -> Result<(), Lie> {
    for at in 1..bytes.len() {
        let here = &bytes[at..];
        match here[0] {
            b'%' if here.starts_with(b"%PDF-") => return Err(Lie::PdfInside),
            b'<' | b'j' | b'J' if MARKUP.iter().any(|word| begins_alike(here, word)) => return Err(Lie::MarkupInside),
            b'P' if is_zip(here) => return Err(Lie::ArchiveInside),
            b'M' if is_windows_program(here) => return Err(Lie::ProgramInside),
            0x7F | 0xCF | 0xD0 | 0xFD | b'T' | b'L' | b'R' | b'7' | b'M' | b'I' | b'{' => {
                if let Some((_, lie)) = SIGNATURES.iter().find(|(word, _)| here.starts_with(word)) {
                    return Err(*lie);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn begins_alike(bytes: &[u8], word: &[u8]) -> bool {
    bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A ZIP's entry (with a version of its format that there is), or the end of its directory where readers look for it.
fn is_zip(here: &[u8]) -> bool {
    matches!(here, [b'P', b'K', 3, 4, 10..=63, 0, ..])
        || (here.starts_with(b"PK\x05\x06") && (22..=ZIP_TAIL).contains(&here.len()))
}

/// "MZ", and where its header says, "PE".
fn is_windows_program(here: &[u8]) -> bool {
    here.starts_with(b"MZ")
        && here
            .get(0x3C..0x40)
            .and_then(|place| little(place, 4))
            .and_then(|place| here.get(place..)?.get(..4))
            .is_some_and(|signature| signature == b"PE\0\0")
}

/// After the last `%%EOF`.
fn end_of_pdf(bytes: &[u8]) -> Option<usize> {
    const MARK: &[u8] = b"%%EOF";
    bytes.windows(MARK.len()).rposition(|word| word == MARK).map(|at| at + MARK.len())
}

/// Segment by segment to the end of image (ITU-T T.81, B.1.1).
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        // A marker is 0xFF, as often as one likes, and a byte that is neither that nor 0.
        let marker = *bytes.get(at..)?.first().filter(|byte| **byte == 0xFF).and(bytes.get(at + 1))?;
        match marker {
            0xFF => at += 1,
            0xD9 => return Some(at + 2),
            0x01 | 0xD0..=0xD8 => at += 2,
            0 => return None,
            _ => {
                at = at + 2 + big(bytes.get(at + 2..)?, 2).filter(|length| *length >= 2)?;
                if marker == 0xDA {
                    at += end_of_scan(bytes.get(at..)?)?;
                }
            }
        }
    }
}

/// To the next marker that is not a part of the scan itself.
fn end_of_scan(scan: &[u8]) -> Option<usize> {
    scan.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xFF | 0xD0..=0xD7))
}

/// Chunk by chunk to IEND (PNG, 5.3).
fn end_of_png(bytes: &[u8]) -> Option<usize> {
    let mut at = 8;
    loop {
        let chunk = bytes.get(at..)?;
        let end = at.checked_add(12)?.checked_add(big(chunk, 4)?)?;
        if chunk.get(4..8)? == b"IEND" {
            return Some(end);
        }
        at = end;
    }
}

/// Block by block to the trailer (GIF89a, 27).
fn end_of_gif(bytes: &[u8]) -> Option<usize> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    loop {
        at = match *bytes.get(at)? {
            0x3B => return Some(at + 1),
            0x21 => end_of_blocks(bytes, at + 2)?,
            0x2C => end_of_blocks(bytes, at + 11 + table(*bytes.get(at + 9)?))?,
            _ => return None,
        };
    }
}

fn end_of_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            0 => return Some(at + 1),
            length => at += 1 + usize::from(length),
        }
    }
}

/// As long as the container says (WebP, RIFF header); of odd length it is filled up.
fn end_of_webp(bytes: &[u8]) -> Option<usize> {
    let length = little(bytes.get(4..)?, 4)?;
    length.checked_add(8 + length % 2).map(|end| end.min(bytes.len().max(length + 8)))
}

/// As long as the header says, which counts what other programs need as well.
fn end_of_bmp(bytes: &[u8]) -> Option<usize> {
    little(bytes.get(2..)?, 4).filter(|length| *length > 0)
}

/// Box by box (ISO/IEC 14496-12, 4.2). A box of length 0 reaches to the end.
fn end_of_boxes(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(length) = bytes.get(at..).and_then(|rest| big(rest, 4)) {
        let named = bytes.get(at + 4..at + 8)?.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
        let length = match length {
            0 if named => return Some(bytes.len()),
            1 => big(bytes.get(at + 8..)?, 8).filter(|length| *length >= 16)?,
            8.. => length,
            _ => return Some(at),
        };
        if !named {
            return Some(at);
        }
        at = at.checked_add(length)?;
    }
    Some(at)
}

fn big(bytes: &[u8], count: usize) -> Option<usize> {
    let number = bytes.get(..count)?.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    usize::try_from(number).ok()
}

fn little(bytes: &[u8], count: usize) -> Option<usize> {
    let number = bytes.get(..count)?.iter().rev().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    usize::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x04IHDRabcdSUM!\0\0\0\0IENDSUM!";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x02scan\xff\0more\xff\xd0again\xff\xd9";
    const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0abcdef\x21\xfe\x03abc\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02ab\0\x3b";
    const WEBP: &[u8] = b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0";
    const BMP: &[u8] = b"BM\x1a\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\x01\0\x01\0\x01\0\x18\0";
    const TIFF: &[u8] = b"II*\0\x08\0\0\0\0\0\0\0\0\0";

    const EACH: [(FileKind, &[u8]); 7] = [
        (FileKind::Pdf, PDF),
        (FileKind::Png, PNG),
        (FileKind::Jpeg, JPEG),
        (FileKind::Gif, GIF),
        (FileKind::Webp, WEBP),
        (FileKind::Bmp, BMP),
        (FileKind::Tiff, TIFF),
    ];

    #[test]
    fn a_file_that_is_only_what_it_says_passes_also_filled_up() {
        for (kind, bytes) in EACH {
            assert_eq!(is_only(kind, bytes), Ok(()), "{kind:?}");
            assert_eq!(is_only(kind, &[bytes, b"\0\0\r\n"].concat()), Ok(()), "{kind:?}");
        }
    }

    #[test]
    fn whatever_follows_after_the_end_is_told() {
        for (kind, bytes) in EACH.into_iter().filter(|(kind, _)| *kind != FileKind::Tiff) {
            assert_eq!(is_only(kind, &[bytes, b"\0hemlig"].concat()), Err(Lie::TrailingData), "{kind:?}");
        }
    }

    #[test]
    fn a_file_without_its_end_is_told() {
        for (kind, bytes) in EACH.into_iter().filter(|(kind, _)| *kind != FileKind::Tiff) {
            assert_eq!(is_only(kind, &bytes[..bytes.len() - 6]), Err(Lie::NoEnd), "{kind:?}");
        }
    }

    #[test]
    fn a_second_signature_is_found_anywhere() {
        let program = [b"MZ".as_slice(), &[0; 0x3A], b"\x40\0\0\0", b"PE\0\0"].concat();
        let cases: [(&[u8], Lie); 10] = [
            (b"%PDF-1.4", Lie::PdfInside),
            (b"<ScRiPt src=//x>", Lie::MarkupInside),
            (b"<!DOCTYPE HTML>", Lie::MarkupInside),
            (b"<svg onload=1>", Lie::MarkupInside),
            (b"JAVASCRIPT:1", Lie::MarkupInside),
            (b"PK\x03\x04\x14\0\0\0", Lie::ArchiveInside),
            (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", Lie::ArchiveInside),
            (b"Rar!\x1a\x07\x01\0", Lie::ArchiveInside),
            (b"\x7fELF\x02\x01\x01", Lie::ProgramInside),
            (&program, Lie::ProgramInside),
        ];
        for (kind, bytes) in EACH {
            for (more, lie) in cases {
                assert_eq!(is_only(kind, &[bytes, more].concat()), Err(lie), "{kind:?} {}", more.escape_ascii());
            }
        }
        // Also where a JPEG's comment is, and not only behind its end.
        let comment = [b"\xff\xd8\xff\xfe\0\x15<script>1</script>".as_slice(), &JPEG[2..]].concat();
        assert_eq!(is_only(FileKind::Jpeg, &comment), Err(Lie::MarkupInside));
    }

    #[test]
    fn letters_that_programs_begin_with_are_no_program() {
        let words = [&JPEG[..6], b"MZ", &JPEG[8..]].concat();
        assert_eq!(is_only(FileKind::Jpeg, &words), Ok(()));
        let xmp = b"\xff\xd8\xff\xe1\0\x1f<x:xmpmeta xmlns:x='adobe'/> ";
        assert_eq!(is_only(FileKind::Jpeg, &[xmp, &JPEG[2..]].concat()), Ok(()));
    }

    #[test]
    fn another_kind_than_it_was_taken_for_is_told() {
        assert_eq!(is_only(FileKind::Png, JPEG), Err(Lie::OtherKind));
        assert_eq!(is_only(FileKind::Png, b""), Err(Lie::OtherKind));
    }

    #[test]
    fn no_length_leads_beyond_the_file() {
        for (kind, bytes) in EACH {
            for at in 0..bytes.len() {
                for value in [0, 1, 0x7F, 0xFF] {
                    let mut bent = bytes.to_vec();
                    bent[at] = value;
                    // Whatever the answer: there is one.
                    let _ = is_only(kind, &bent);
                    let _ = is_only(kind, &bent[..at]);
                }
            }
        }
    }
}
