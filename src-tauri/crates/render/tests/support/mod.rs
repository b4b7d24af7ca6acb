//! Files of all sorts, made here byte by byte, and the real child to show them to.

#![allow(dead_code, unreachable_pub, reason = "each test program uses its own part of this")]

use std::io::Cursor;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, RgbImage};
use pipeline::preview::{Document, Limits, Page, PreviewFailure, Renderer};
use zeroize::Zeroizing;

pub mod deflate;

/// The renderer that is shipped, with the patience that is shipped.
pub fn renderer() -> Renderer {
    Renderer::new(env!("CARGO_BIN_EXE_budkavle-render"))
}

/// The same, for files that never end.
pub fn impatient_renderer() -> Renderer {
    renderer().with_limits(Limits { page: Duration::from_secs(3), document: Duration::from_secs(6) })
}

pub async fn open(bytes: Vec<u8>) -> Result<Document, PreviewFailure> {
    renderer().open(Zeroizing::new(bytes), None).await
}

/// Opens the file and draws its first page.
pub async fn first_page(renderer: &Renderer, bytes: Vec<u8>) -> Result<Page, PreviewFailure> {
    let mut document = renderer.open(Zeroizing::new(bytes), None).await?;
    document.page(0, 800).await
}

pub fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).expect("the parent writes proper JPEG").into_rgb8()
}

pub fn is_blank(picture: &RgbImage) -> bool {
    picture.pixels().all(|pixel| pixel.0.iter().all(|&c| c > 250))
}

/// A PDF of these objects, of which number 1 is the catalogue. `trailer` goes into the trailer's dictionary.
pub fn pdf_of(objects: &[(u32, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let mut offsets = vec![None; size as usize];
    for (number, body) in objects {
        offsets[*number as usize] = Some(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(body);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {size}\n").bytes());
    for offset in offsets {
        let line =
            offset.map_or_else(|| "0000000000 65535 f \n".to_owned(), |offset| format!("{offset:010} 00000 n \n"));
        bytes.extend(line.bytes());
    }
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

pub fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{dictionary}/Length {}>>stream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream");
    bytes
}

/// A font for `/F1` that every renderer brings along.
pub const FONT: &str = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";

/// A PDF with one page that can be bent in many places.
pub struct OnePage {
    pub content: Vec<u8>,
    pub resources: String,
    pub media_box: String,
    pub catalogue: String,
    pub page: String,
    pub more: Vec<(u32, Vec<u8>)>,
}

impl Default for OnePage {
    fn default() -> Self {
        Self {
            content: stream("", b"BT /F1 24 Tf 50 700 Td (Bilaga) Tj ET"),
            resources: FONT.to_owned(),
            media_box: "[0 0 595 842]".to_owned(),
            catalogue: String::new(),
            page: String::new(),
            more: Vec::new(),
        }
    }
}

impl OnePage {
    /// The file. Objects 1 to 4 are taken; `more` begins at 5.
    pub fn bytes(self) -> Vec<u8> {
        let mut objects = vec![
            (1, format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalogue).into_bytes()),
            (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
            (
                3,
                format!(
                    "<</Type/Page/Parent 2 0 R/MediaBox{}/Contents 4 0 R/Resources<<{}>>{}>>",
                    self.media_box, self.resources, self.page
                )
                .into_bytes(),
            ),
            (4, self.content),
        ];
        objects.extend(self.more);
        pdf_of(&objects, "")
    }
}

/// A PDF whose pages each bear the words "Sida" and their number, and a black bar that grows by the page.
pub fn pages(count: u32) -> Vec<u8> {
    let kids: String = (0..count).map(|page| format!("{} 0 R ", 3 + 2 * page)).collect();
    let mut objects = vec![
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (2, format!("<</Type/Pages/Kids[{kids}]/Count {count}>>").into_bytes()),
    ];
    for page in 0..count {
        let (number, content) = (3 + 2 * page, 4 + 2 * page);
        objects.push((
            number,
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<<{FONT}>>>>")
                .into_bytes(),
        ));
        let bar = (page % 5 + 1) * 100;
        let text =
            format!("50 600 {bar} 20 re f BT /F1 24 Tf 50 700 Td (Sida {}) Tj 0 -30 Td (rad tv\\345) Tj ET", page + 1);
        objects.push((content, stream("", text.as_bytes())));
    }
    pdf_of(&objects, "")
}

/// A photo, its left half red and its right half blue, 60 by 40.
pub fn halves() -> RgbImage {
    RgbImage::from_fn(60, 40, |x, _| image::Rgb(if x < 30 { [255, 0, 0] } else { [0, 0, 255] }))
}

pub fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).expect("memory takes all");
    bytes.into_inner()
}

/// What a camera writes into a JPEG: turned by 90° (orientation 6), and where it stood.
pub fn with_camera_data(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    // Two entries: orientation (a short), GPS block (an offset).
    tiff.extend([2, 0]);
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0; 4]);
    // One entry: the datum, as text elsewhere.
    tiff.extend([1, 0]);
    tiff.extend([0x12, 0, 2, 0, 16, 0, 0, 0, 56, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(b"GPS-KALMAR-56.66");
    let mut bytes = jpeg[..2].to_vec();
    let length = u16::try_from(tiff.len() + 8).expect("short");
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&jpeg[2..]);
    bytes
}

pub fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// The page's words, line by line.
pub fn text_of(page: &Page) -> String {
    page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}
