//! The copy of a PDF: a new PDF of pictures in the pages' own size, with the words laid invisibly over them.

use std::fmt::Write;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use zeroize::Zeroizing;

use super::font::{ADVANCE, Codes};
use super::tags::{Tags, metadata};
use super::{SafeCopyFailure, Sheet};
use crate::preview::Line;

/// The title of every copy: the file's own name or title may name a person.
const TITLE: &str = "Bilaga";
/// Of the copy, for screen readers.
const LANGUAGE: &str = "sv-SE";
/// How much of a line's box lies below the line that the letters stand on.
const BELOW: f64 = 0.2;

/// Binds the sheets into a new PDF.
pub(super) fn bound(sheets: Vec<Sheet>) -> Result<Zeroizing<Vec<u8>>, SafeCopyFailure> {
    let mut pdf = lopdf::Document::with_version("1.7");
    let tree = pdf.new_object_id();
    // One for all pages: it is known last, when all characters are.
    let resources = pdf.new_object_id();
    let mut codes = Codes::default();
    let mut tags = Tags::new(&mut pdf);
    let mut pictures = Dictionary::new();
    let mut pages = Vec::with_capacity(sheets.len());
    let count = sheets.len();
    for (number, sheet) in (1..).zip(sheets) {
        let page = pdf.new_object_id();
        let name = format!("P{number}");
        let alt = described(number, count, !sheet.lines.is_empty());
        let parents = tags.add_page(&mut pdf, page, (sheet.width, sheet.height), &alt, sheet.lines.len());
        let content = content(&sheet, &name, &mut codes);
        let mut content = Stream::new(Dictionary::new(), content.into_bytes());
        content.compress().map_err(|_| SafeCopyFailure::NotWritten)?;
        let content = pdf.add_object(content);
        pdf.set_object(
            page,
            dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "MediaBox" => vec![0.into(), 0.into(), points(sheet.width), points(sheet.height)],
                "Contents" => content,
                "Resources" => resources,
                "StructParents" => parents,
                "Tabs" => "S",
            },
        );
        pictures.set(name, pdf.add_object(sheet.picture.into_stream()));
        pages.push(Object::Reference(page));
    }
    let font = codes.add_font(&mut pdf);
    pdf.set_object(resources, dictionary! { "XObject" => pictures, "Font" => dictionary! { "T" => font } });
    let count = i64::try_from(count).map_err(|_| SafeCopyFailure::NotWritten)?;
    pdf.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => count });
    finished(pdf, tree, tags)
}

/// Adds what holds for the document as a whole.
fn finished(mut pdf: lopdf::Document, tree: ObjectId, tags: Tags) -> Result<Zeroizing<Vec<u8>>, SafeCopyFailure> {
    let structure = tags.end(&mut pdf);
    let metadata = pdf.add_object(metadata(TITLE, LANGUAGE));
    let catalogue = pdf.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => Object::string_literal(LANGUAGE),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure,
        "Metadata" => metadata,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    let info = pdf.add_object(dictionary! { "Title" => Object::string_literal(TITLE) });
    pdf.trailer.set("Root", catalogue);
    pdf.trailer.set("Info", info);
    let mut bytes = Zeroizing::new(Vec::new());
    pdf.save_to(&mut *bytes).map_err(|_| SafeCopyFailure::NotWritten)?;
    Ok(bytes)
}

/// What is read in the picture's stead.
fn described(number: usize, count: usize, has_words: bool) -> String {
    let words = if has_words { "Sidans text följer." } else { "Ingen text hittades på sidan." };
    format!("Sida {number} av {count} som bild. {words}")
}

/// The picture over the whole page, then each line where it stands, in text rendering mode 3: not shown.
fn content(sheet: &Sheet, picture: &str, codes: &mut Codes) -> String {
    let (width, height) = (sheet.width, sheet.height);
    let mut content = format!("/Figure <</MCID 0>> BDC q {width:.2} 0 0 {height:.2} 0 0 cm /{picture} Do Q EMC\n");
    for (mark, line) in (1..).zip(&sheet.lines) {
        let (codes, count) = codes.spell(&line.text);
        let Laid { matrix, size, stretch } = laid(line, count, width, height);
        // Writing to a text cannot fail.
        let _ = writeln!(
            content,
            "/P <</MCID {mark}>> BDC BT 3 Tr /T {size:.2} Tf {stretch:.2} Tz {matrix} Tm <{codes}> Tj ET EMC"
        );
    }
    content
}

/// How a line's letters are laid into its box.
struct Laid {
    matrix: String,
    /// In points.
    size: f64,
    /// In percent.
    stretch: f64,
}

/// Fits the letters to the box: as large as it is high, and stretched to its width. A box that stands on end holds a line
/// that runs upwards.
fn laid(line: &Line, count: u32, width: f64, height: f64) -> Laid {
    let share = |measure: u16, of: f64| f64::from(measure) / f64::from(u16::MAX) * of;
    let place = line.place;
    let (x, wide) = (share(place.x, width), share(place.width, width));
    let (y, high) = (height - share(place.y, height) - share(place.height, height), share(place.height, height));
    let stands = count > 2 && high > 2.0 * wide;
    let (length, size) = if stands { (high, wide) } else { (wide, high) };
    let size = size.max(1.0);
    let natural = f64::from(count.max(1)) * f64::from(ADVANCE) / 1_000.0 * size;
    let matrix = if stands {
        format!("0 1 -1 0 {:.2} {y:.2}", x + wide - BELOW * size)
    } else {
        format!("1 0 0 1 {x:.2} {:.2}", y + BELOW * size)
    };
    // Nothing is stretched to nothing: a text without width cannot be selected.
    Laid { matrix, size, stretch: (length / natural * 100.0).clamp(1.0, 10_000.0) }
}

#[expect(clippy::cast_possible_truncation, reason = "at most 14 400 points")]
pub(super) fn points(length: f64) -> Object {
    Object::Real(length as f32)
}

#[cfg(test)]
mod tests {
    use frames::LineBox;

    use super::*;

    fn line(place: [u16; 4]) -> Line {
        let [x, y, width, height] = place;
        Line { text: "fyra".to_owned(), place: LineBox { x, y, width, height } }
    }

    #[test]
    fn a_line_fills_its_box() {
        let half = u16::MAX / 2;
        let laid = laid(&line([0, half, u16::MAX, half / 10]), 4, 200.0, 100.0);
        assert!((laid.size - 5.0).abs() < 0.1);
        assert!((laid.stretch - 2_000.0).abs() < 20.0, "ten points of letters over two hundred");
        assert!(laid.matrix.starts_with("1 0 0 1 0.00 46."), "{}", laid.matrix);
    }

    #[test]
    fn a_line_that_stands_on_end_runs_upwards() {
        let tenth = u16::MAX / 10;
        let laid = laid(&line([tenth, tenth, tenth, tenth * 8]), 4, 100.0, 100.0);
        assert!((laid.size - 10.0).abs() < 0.1);
        assert!(laid.matrix.starts_with("0 1 -1 0 1"), "{}", laid.matrix);
    }

    #[test]
    fn a_line_without_extent_is_kept_all_the_same() {
        let laid = laid(&line([0; 4]), 4, 100.0, 100.0);
        assert!(laid.size >= 1.0 && laid.stretch >= 1.0);
    }
}
