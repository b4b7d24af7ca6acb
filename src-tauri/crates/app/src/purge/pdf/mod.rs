//! A small accessible PDF (PDF/UA-1, ISO 14289-1): headings, paragraphs and tables as real text, with a structure that a
//! screen reader follows and the headings as bookmarks. What does not conform is not written.
//!
//! The caller says what is said; pages and lines are made here, and the file by krilla.

mod face;

use std::num::NonZeroU16;

use face::{Face, Fonts};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::TextDirection;
use krilla::{Document, SerializeSettings};

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 56.0;
const BODY: f32 = 10.5;
const LEADING: f32 = 1.4;
/// Between the columns of a table.
const GUTTER: f32 = 12.0;

/// A part of the document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// The document's heading.
    Title(String),
    /// A section's heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A table whose first column names its rows.
    Table {
        /// One for each column.
        head: Vec<String>,
        /// As many cells each as there are columns.
        rows: Vec<Vec<String>>,
    },
}

/// Why there is no file; a fault of ours.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unwritten {
    #[error("the fonts cannot be read")]
    Fonts,
    #[error("the page has no size")]
    Page,
    #[error("what is to be written is not an accessible PDF: {0}")]
    NotAccessible(String),
}

/// The document as a file.
///
/// # Errors
/// See [`Unwritten`].
pub(super) fn write(title: &str, blocks: &[Block]) -> Result<Vec<u8>, Unwritten> {
    let mut layout = Layout::default();
    for block in blocks {
        layout.block(block);
    }
    let not_accessible = |why: &dyn std::fmt::Debug| Unwritten::NotAccessible(format!("{why:?}"));
    let conforming = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = conforming.map_err(|why| not_accessible(&why))?;
    let mut pdf = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let pieces = layout.draw(&mut pdf)?;
    pdf.set_tag_tree(layout.tags(&pieces));
    pdf.set_outline(layout.outline());
    let metadata = Metadata::new().title(title.to_owned()).language("sv-SE".to_owned());
    pdf.set_metadata(metadata.creator("Budkavle".to_owned()));
    pdf.finish().map_err(|why| not_accessible(&why))
}

#[derive(Default)]
struct Layout {
    pages: Vec<Page>,
    elements: Vec<Element>,
    bookmarks: Vec<Bookmark>,
    /// From the page's upper edge.
    used: f32,
}

#[derive(Default)]
struct Page {
    pieces: Vec<Piece>,
    /// How far down lines are drawn across the page.
    rules: Vec<f32>,
}

/// A line of text.
struct Piece {
    text: String,
    face: Face,
    x: f32,
    /// Of the letters' feet, from the page's upper edge.
    y: f32,
}

/// A part of the structure, after those it lies within.
struct Element {
    tag: TagKind,
    parent: Option<usize>,
    /// Page and number of each of its lines.
    pieces: Vec<(usize, usize)>,
}

struct Bookmark {
    text: String,
    page: usize,
    y: f32,
}

impl Layout {
    fn element(&mut self, tag: impl Into<TagKind>, parent: Option<usize>) -> usize {
        self.elements.push(Element { tag: tag.into(), parent, pieces: Vec::new() });
        self.elements.len() - 1
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.heading(NonZeroU16::MIN, text, 18.0),
            Block::Heading(text) => {
                self.used += BODY;
                // Not alone at a page's end.
                self.room(BODY * 5.0);
                self.heading(NonZeroU16::MIN.saturating_add(1), text, 13.0);
            }
            Block::Text(text) => self.paragraph(Tag::P, text, Face::PLAIN),
            Block::Table { head, rows } => self.table(head, rows),
        }
    }

    fn heading(&mut self, level: NonZeroU16, text: &str, size: f32) {
        let face = Face { size, bold: true };
        self.room(face.line());
        let page = self.pages.len().saturating_sub(1);
        self.bookmarks.push(Bookmark { text: text.to_owned(), page, y: self.used });
        self.paragraph(Tag::Hn(level, Some(text.to_owned())), text, face);
    }

    fn paragraph(&mut self, tag: impl Into<TagKind>, text: &str, face: Face) {
        let element = self.element(tag, None);
        for line in face.wrapped(text, WIDTH - 2.0 * MARGIN) {
            self.room(face.line());
            self.used += face.line();
            self.set(element, line, face, MARGIN, self.used);
        }
        self.used += face.size / 2.0;
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        let table = self.element(Tag::Table, None);
        let columns = column_edges(head.len());
        self.row(table, head, &columns, true);
        for row in rows {
            self.row(table, row, &columns, false);
        }
        self.used += BODY;
    }

    fn row(&mut self, table: usize, cells: &[String], columns: &[(f32, f32)], is_head: bool) {
        let face = if is_head { Face::STRONG } else { Face::PLAIN };
        let wrapped: Vec<_> = cells.iter().zip(columns).map(|(cell, (_, width))| face.wrapped(cell, *width)).collect();
        let lines = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        #[expect(clippy::cast_precision_loss, reason = "a row has few lines")]
        let height = lines as f32 * face.line();
        self.room(height);
        let row = self.element(Tag::TR, Some(table));
        for (place, (lines, (left, _))) in wrapped.into_iter().zip(columns).enumerate() {
            let names_its_row = place == 0 && !is_head;
            let cell = match (is_head, names_its_row) {
                (true, _) => self.element(Tag::TH(TableHeaderScope::Column), Some(row)),
                (false, true) => self.element(Tag::TH(TableHeaderScope::Row), Some(row)),
                (false, false) => self.element(Tag::TD, Some(row)),
            };
            let mut y = self.used;
            for line in lines {
                y += face.line();
                self.set(cell, line, face, *left, y);
            }
        }
        self.used += height;
        if let Some(page) = self.pages.last_mut() {
            page.rules.push(self.used + 3.0);
        }
        self.used += 4.0;
    }

    /// Begins a new page if this one has no room for `height`.
    fn room(&mut self, height: f32) {
        if self.pages.is_empty() || self.used + height > HEIGHT - MARGIN * 1.5 {
            self.pages.push(Page::default());
            self.used = MARGIN;
        }
    }

    fn set(&mut self, element: usize, text: String, face: Face, x: f32, y: f32) {
        let number = self.pages.len().saturating_sub(1);
        let Some(page) = self.pages.last_mut() else { return };
        self.elements[element].pieces.push((number, page.pieces.len()));
        page.pieces.push(Piece { text, face, x, y });
    }

    /// Draws all pages. For each of them, what each line is called in the structure.
    fn draw(&self, pdf: &mut Document) -> Result<Vec<Vec<Identifier>>, Unwritten> {
        let fonts = Fonts::load().ok_or(Unwritten::Fonts)?;
        let mut drawn = Vec::with_capacity(self.pages.len());
        for (number, page) in self.pages.iter().enumerate() {
            let mut sheet = pdf.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT).ok_or(Unwritten::Page)?);
            let mut surface = sheet.surface();
            surface.set_fill(Some(Fill::default()));
            let pieces = page.pieces.iter().map(|piece| {
                let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                piece.draw(&mut surface, &fonts);
                surface.end_tagged();
                identifier
            });
            drawn.push(pieces.collect());
            let text = format!("Sida {} av {}", number + 1, self.pages.len());
            let face = Face { size: 8.5, bold: false };
            let foot = Piece { x: WIDTH - MARGIN - face.width(&text), y: HEIGHT - MARGIN / 1.5, text, face };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PageNumber)));
            foot.draw(&mut surface, &fonts);
            surface.end_tagged();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            page.rules.iter().for_each(|y| rule(&mut surface, *y));
            surface.end_tagged();
            surface.finish();
            sheet.finish();
        }
        Ok(drawn)
    }

    fn tags(&self, pieces: &[Vec<Identifier>]) -> TagTree {
        // The last first: what lies within an element is whole before the element is put into its own.
        let mut whole = Vec::new();
        let mut inner: Vec<Vec<TagGroup>> = self.elements.iter().map(|_| Vec::new()).collect();
        for (number, element) in self.elements.iter().enumerate().rev() {
            let mut group = TagGroup::new(element.tag.clone());
            element.pieces.iter().for_each(|(page, piece)| group.push(pieces[*page][*piece]));
            inner[number].drain(..).rev().for_each(|child| group.push(child));
            match element.parent {
                Some(parent) => inner[parent].push(group),
                None => whole.push(group),
            }
        }
        let mut tree = TagTree::new();
        whole.into_iter().rev().for_each(|group| tree.push(group));
        tree
    }

    fn outline(&self) -> Outline {
        let mut outline = Outline::new();
        for bookmark in &self.bookmarks {
            let place = XyzDestination::new(bookmark.page, Point::from_xy(MARGIN, bookmark.y));
            outline.push_child(OutlineNode::new(bookmark.text.clone(), place));
        }
        outline
    }
}

impl Piece {
    fn draw(&self, surface: &mut Surface<'_>, fonts: &Fonts) {
        let foot = Point::from_xy(self.x, self.y);
        surface.draw_text(foot, fonts.of(self.face), self.face.size, &self.text, false, TextDirection::LeftToRight);
    }
}

/// A thin grey line across the page.
fn rule(surface: &mut Surface<'_>, y: f32) {
    let mut path = PathBuilder::new();
    path.move_to(MARGIN, y);
    path.line_to(WIDTH - MARGIN, y);
    let Some(path) = path.finish() else { return };
    let fill = surface.get_fill().cloned();
    surface.set_fill(None);
    let grey = rgb::Color::new(180, 180, 180);
    surface.set_stroke(Some(Stroke { paint: grey.into(), width: 0.5, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
    surface.set_fill(fill);
}

/// Left edge and width of each column: the first takes what the others, a fifth of the page each, leave.
fn column_edges(columns: usize) -> Vec<(f32, f32)> {
    let all = WIDTH - 2.0 * MARGIN;
    let other = all / 5.0;
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    let first = all - other * columns.saturating_sub(1) as f32;
    let mut left = MARGIN;
    let mut edges = Vec::with_capacity(columns);
    for place in 0..columns {
        let width = if place == 0 { first } else { other };
        edges.push((left, width - GUTTER));
        left += width;
    }
    edges
}

#[cfg(test)]
mod tests {
    use lopdf::{Dictionary, Document, Object};

    use super::*;

    fn read(blocks: &[Block]) -> Document {
        Document::load_mem(&write("Gallringsrapport – å", blocks).expect("written")).expect("a PDF")
    }

    fn table(rows: usize) -> Block {
        let rows = (0..rows).map(|row| vec![format!("Rad {row}"), row.to_string()]).collect();
        Block::Table { head: vec!["Uppgift".into(), "Antal".into()], rows }
    }

    /// The tags of the structure below this element, in reading order, each with how deep it lies.
    fn tags(pdf: &Document, element: &Dictionary, depth: usize, into: &mut Vec<String>) {
        if let Ok(tag) = element.get(b"S").and_then(Object::as_name) {
            into.push(format!("{}{}", "-".repeat(depth), String::from_utf8_lossy(tag)));
        }
        let kids = element.get_deref(b"K", pdf).ok();
        let kids =
            kids.map(|kids| kids.as_array().map_or_else(|_| vec![kids.clone()], Clone::clone)).unwrap_or_default();
        for kid in kids {
            let kid = kid.as_reference().and_then(|id| pdf.get_dictionary(id));
            if let Ok(kid) = kid {
                tags(pdf, kid, depth + 1, into);
            }
        }
    }

    #[test]
    fn the_document_has_a_language_a_title_and_a_structure() {
        let pdf = read(&[Block::Title("Rapport".into()), Block::Text("Å ä ö.".into()), table(1)]);
        let catalogue = pdf.catalog().expect("a catalogue");
        assert_eq!(catalogue.get(b"Lang").and_then(Object::as_str).expect("a language"), b"sv-SE");
        let marked = catalogue.get_deref(b"MarkInfo", &pdf).and_then(Object::as_dict).expect("marked");
        assert!(marked.get(b"Marked").and_then(Object::as_bool).expect("yes or no"));
        let shown = catalogue.get_deref(b"ViewerPreferences", &pdf).and_then(Object::as_dict).expect("preferences");
        assert!(shown.get(b"DisplayDocTitle").and_then(Object::as_bool).expect("yes or no"));
        let root = catalogue.get_deref(b"StructTreeRoot", &pdf).and_then(Object::as_dict).expect("a structure");
        let mut found = Vec::new();
        tags(&pdf, root, 0, &mut found);
        let table = ["--Table", "---TR", "----TH", "----TH", "---TR", "----TH", "----TD"];
        assert_eq!(found, [["-Document", "--H1", "--P"].as_slice(), &table].concat());
    }

    #[test]
    fn it_says_what_it_conforms_to_and_brings_its_letters() {
        let pdf = read(&[Block::Title("Rapport".into()), table(2)]);
        let catalogue = pdf.catalog().expect("a catalogue");
        let about = catalogue.get_deref(b"Metadata", &pdf).and_then(Object::as_stream).expect("metadata");
        let about = about.decompressed_content().unwrap_or_else(|_| about.content.clone());
        assert!(String::from_utf8_lossy(&about).contains("pdfuaid:part"));
        let descriptors = pdf.objects.values().filter_map(|object| object.as_dict().ok());
        let descriptors: Vec<_> = descriptors.filter(|object| object.has_type(b"FontDescriptor")).collect();
        assert_eq!(descriptors.len(), 2);
        assert!(descriptors.iter().all(|font| font.has(b"FontFile2") || font.has(b"FontFile3")));
    }

    #[test]
    fn the_words_can_be_read_back_in_order_also_over_many_pages() {
        let blocks = [Block::Title("Räksmörgås – prov".into()), Block::Text("lång rad ".repeat(60)), table(90)];
        let pdf = read(&blocks);
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        assert!(pages.len() > 1);
        let text = pdf.extract_text(&pages).expect("text");
        assert!(text.contains("Räksmörgås"), "{text}");
        assert_eq!(text.matches("lång").count(), 60, "{text}");
        let rows: Vec<usize> = (0..90).filter_map(|row| text.find(&format!("Rad {row}"))).collect();
        assert!(rows.len() == 90 && rows.is_sorted(), "{text}");
        assert!(text.contains(&format!("Sida 2 av {}", pages.len())), "{text}");
    }
}
