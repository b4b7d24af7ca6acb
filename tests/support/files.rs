//! Files that a citizen sends in: real ones, and such as must be refused.

use std::path::PathBuf;

/// A photo as a telephone makes it, with [`CAMERA`] and a place in its metadata.
pub const PHOTO: &[u8] = include_bytes!("../fixtures/photo.jpg");

/// A PDF of two pages with [`AUTHOR`] in its metadata.
pub const DOCUMENT: &[u8] = include_bytes!("../fixtures/document.pdf");

/// The same document, locked (AES-256) with [`PASSWORD`].
pub const LOCKED: &[u8] = include_bytes!("../fixtures/locked.pdf");

/// [`PHOTO`] as a telephone keeps it (HEIC), with the same metadata.
pub const TELEPHONE: &[u8] = include_bytes!("../fixtures/photo.heic");

/// Opens [`LOCKED`].
pub const PASSWORD: &str = "lösen-för-provet";

/// Stands in the photo's metadata.
pub const CAMERA: &str = "Budkavle testkamera";

/// Stands in the document's metadata.
pub const AUTHOR: &str = "Budkavle testskrivare";

/// The national limit of a file, in bytes.
pub const LARGEST: usize = 20_000_000;

/// Where the real files lie, for a browser that wants a path.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The beginning of a Windows program.
pub fn program() -> Vec<u8> {
    let mut bytes = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    bytes.resize(4096, 0);
    bytes
}

/// A drawing with a script in it.
pub fn drawing() -> Vec<u8> {
    br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#.to_vec()
}

/// A JPEG of this many bytes: the photo, and then nothing of interest.
pub fn photo_of(bytes: usize) -> Vec<u8> {
    let mut photo = PHOTO.to_vec();
    photo.resize(bytes, 0);
    photo
}

/// A PDF of one page that says `words` (ASCII).
pub fn document_saying(words: &str) -> Vec<u8> {
    let content = format!("BT /F1 14 Tf 40 700 Td ({words}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut text = String::from("%PDF-1.7\n");
    let mut offsets = Vec::new();
    for (number, body) in (1..).zip(&objects) {
        offsets.push(text.len());
        text += &format!("{number} 0 obj\n{body}\nendobj\n");
    }
    let start = text.len();
    text += "xref\n0 6\n0000000000 65535 f \n";
    for offset in offsets {
        text += &format!("{offset:010} 00000 n \n");
    }
    text += &format!("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    text.into_bytes()
}
