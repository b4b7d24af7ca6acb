//! Documents: a letter, a bundle of scanned sheets, and a long report with tables and curves.

use std::fmt::Write as _;

use super::{Random, picture};
use crate::Failure;

/// A4, in points.
const WIDTH: u32 = 595;
const HEIGHT: u32 = 842;
const FONTS: &str = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\
    /F2<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>>>";
/// What the made texts are put together from.
const WORDS: [&str; 24] = [
    "remiss",
    "provsvar",
    "uppf\\366ljning",
    "inf\\366r",
    "bes\\366ket",
    "mottagningen",
    "och",
    "att",
    "vid",
    "med",
    "behandling",
    "l\\344kare",
    "sjuksk\\366terska",
    "beskriv",
    "hur",
    "det",
    "har",
    "varit",
    "sedan",
    "senaste",
    "m\\344tning",
    "blodtryck",
    "formul\\344r",
    "svar",
];

/// A page: the instructions, and its resources.
struct Sheet {
    content: Vec<u8>,
    resources: String,
}

/// Pages of running text.
pub(super) fn text(pages: u64) -> Vec<u8> {
    let sheets = (0..pages).map(|page| {
        let mut content = String::new();
        column(&mut content, &mut Random::new(page), [60, 780], 11, 50, 85);
        Sheet { content: content.into_bytes(), resources: FONTS.to_owned() }
    });
    bound(sheets.collect(), &[])
}

/// Pages that are one picture each.
pub(super) fn scan(pages: u64) -> Result<Vec<u8>, Failure> {
    let mut pictures = Vec::new();
    let mut sheets = Vec::new();
    for page in 0..pages {
        let (jpeg, width, height) = picture::scanned(page)?;
        let head = format!(
            "/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        );
        pictures.push(stream(&head, &jpeg));
        let content = format!("q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q").into_bytes();
        sheets.push(Sheet { content, resources: format!("/XObject<</P {} 0 R>>", FIRST_EXTRA + page) });
    }
    Ok(bound(sheets, &pictures))
}

/// Pages with a heading, two columns, a table and a diagram.
pub(super) fn document(pages: u64) -> Vec<u8> {
    let sheets = (0..pages).map(|page| {
        let mut random = Random::new(500 + page);
        let mut content = format!("BT /F1 18 Tf 60 790 Td (Avsnitt {}) Tj ET\n", page + 1);
        column(&mut content, &mut random, [60, 760], 9, 32, 46);
        column(&mut content, &mut random, [310, 760], 9, 32, 46);
        table(&mut content, &mut random);
        diagram(&mut content, &mut random);
        Sheet { content: content.into_bytes(), resources: FONTS.to_owned() }
    });
    bound(sheets.collect(), &[])
}

/// Lines of about so many letters, from a place downwards.
fn column(content: &mut String, random: &mut Random, [x, y]: [u32; 2], size: u32, lines: u32, letters: usize) {
    let _ = writeln!(content, "BT /F2 {size} Tf {} TL {x} {y} Td", size + 3);
    for _ in 0..lines {
        let mut line = String::new();
        while line.len() < letters {
            line.push_str(WORDS[random.below(24) as usize]);
            line.push(' ');
        }
        let _ = writeln!(content, "({}) Tj T*", line.trim_end());
    }
    content.push_str("ET\n");
}

fn table(content: &mut String, random: &mut Random) {
    content.push_str("0.5 w 0.4 G\n");
    for row in 0..9 {
        let y = 340 - row * 16;
        let _ = writeln!(content, "60 {y} m 535 {y} l S");
        for cell in 0..5 {
            let _ = writeln!(content, "BT /F1 8 Tf {} {} Td ({}) Tj ET", 64 + cell * 95, y - 11, random.below(10_000));
        }
    }
    for cell in 0..6 {
        let x = 60 + cell * 95;
        let _ = writeln!(content, "{x} 340 m {x} 212 l S");
    }
}

fn diagram(content: &mut String, random: &mut Random) {
    for bar in 0..24 {
        let _ =
            writeln!(content, "0.{} 0.5 0.7 rg {} 50 14 {} re f", 1 + bar % 9, 60 + bar * 20, 10 + random.below(130));
    }
    content.push_str("1.5 w 0.8 0.1 0.1 RG 60 120 m\n");
    for point in 0..24 {
        let (x, y) = (60 + point * 20, 60 + random.below(120));
        let _ = writeln!(content, "{} {y} {} {y} {} {} c", x + 6, x + 13, x + 20, 60 + random.below(120));
    }
    content.push_str("S\n");
}

/// The number of the first object beside the catalogue, the tree, and two for each page, of at most 200 pages.
const FIRST_EXTRA: u64 = 500;

/// Binds the pages, and the objects that they name from [`FIRST_EXTRA`] on, into a file.
fn bound(sheets: Vec<Sheet>, extra: &[Vec<u8>]) -> Vec<u8> {
    let mut kids = String::new();
    let mut objects: Vec<(u64, Vec<u8>)> = vec![(1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec())];
    let count = sheets.len();
    for (sheet, number) in sheets.into_iter().zip((3_u64..).step_by(2)) {
        let _ = write!(kids, "{number} 0 R ");
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {} 0 R/Resources<<{}>>>>",
            number + 1,
            sheet.resources
        );
        objects.push((number, page.into_bytes()));
        objects.push((number + 1, stream("", &sheet.content)));
    }
    objects.push((2, format!("<</Type/Pages/Kids[{kids}]/Count {count}>>").into_bytes()));
    objects.extend((FIRST_EXTRA..).zip(extra.iter().cloned()));
    written(&objects)
}

fn stream(head: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{head}/Length {}>>stream\n", data.len()).into_bytes();
    bytes.extend_from_slice(data);
    bytes.extend_from_slice(b"\nendstream");
    bytes
}

fn written(objects: &[(u64, Vec<u8>)]) -> Vec<u8> {
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let mut offsets = std::collections::BTreeMap::new();
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    for (number, body) in objects {
        offsets.insert(*number, bytes.len());
        bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        bytes.extend_from_slice(body);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend_from_slice(format!("xref\n0 {size}\n").as_bytes());
    for number in 0..size {
        let line = match offsets.get(&number) {
            Some(offset) => format!("{offset:010} 00000 n \n"),
            None => "0000000000 65535 f \n".to_owned(),
        };
        bytes.extend_from_slice(line.as_bytes());
    }
    bytes.extend_from_slice(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}
