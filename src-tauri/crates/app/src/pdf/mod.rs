//! An accessible PDF (PDF/UA-1, ISO 14289-1): headings, texts with their marks, lists and tables as real text, with a structure
//! that a screen reader follows and the headings as bookmarks. What does not conform is not written.
//!
//! The caller says what is said; pages and lines are made here, and the file by krilla.

mod draw;
mod face;
mod flow;
#[cfg(test)]
mod tests;

use std::num::NonZeroU16;

use domain::text::{Block as Paragraph, Inline};
use face::Face;
use flow::{Line, Run, wrapped};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::tagging::{ListNumbering, TableHeaderScope, Tag, TagKind};
use krilla::{Document, SerializeSettings};

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 56.0;
/// How far down lines may stand: what is below is the page's number.
const FLOOR: f32 = HEIGHT - MARGIN * 1.5;
const BODY: f32 = 10.5;
const LEADING: f32 = 1.4;
/// Between the columns of a table, and between what begins an item of a list and the item.
const GUTTER: f32 = 12.0;

/// A part of the document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// The document's heading.
    Title(String),
    /// A heading below it. No level may be passed over on the way down.
    Heading {
        /// 2 of a part of the document, up to 6.
        level: u16,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Text(String),
    /// Paragraphs and lists whose words may stand out.
    Marked(Vec<Paragraph>),
    /// A table whose first column names its rows.
    Table {
        /// One for each column.
        head: Vec<String>,
        /// As many cells each as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// A table of names and what is said of them, which needs no heads.
    Facts(Vec<(String, String)>),
}

/// Why there is no file; a fault of ours.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unwritten {
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
pub(crate) fn write(title: &str, blocks: &[Block]) -> Result<Vec<u8>, Unwritten> {
    let mut layout = Layout::default();
    for block in blocks {
        layout.block(block);
    }
    let not_accessible = |why: &dyn std::fmt::Debug| Unwritten::NotAccessible(format!("{why:?}"));
    let conforming = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = conforming.map_err(|why| not_accessible(&why))?;
    let mut pdf = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let drawn = layout.draw(&mut pdf)?;
    pdf.set_tag_tree(layout.tags(&drawn));
    pdf.set_outline(layout.outline());
    let metadata = Metadata::new().title(title.to_owned()).language("sv-SE".to_owned());
    pdf.set_metadata(metadata.creator("Budkavle".to_owned()));
    pdf.finish().map_err(|why| not_accessible(&why))
}

#[derive(Default)]
struct Layout {
    pages: Vec<Page>,
    elements: Vec<Element>,
    leaves: Vec<Leaf>,
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

/// What stands in a line in one face.
struct Piece {
    text: String,
    face: Face,
    x: f32,
    /// Of the letters' feet, from the page's upper edge.
    y: f32,
    /// Where it leads.
    address: Option<String>,
}

/// A part of the structure.
struct Element {
    tag: TagKind,
    /// Whether it stands in no other.
    is_outermost: bool,
    /// In reading order.
    holds: Vec<Held>,
}

enum Held {
    Element(usize),
    Leaf(usize),
}

/// Words of an element that stand in none within it.
#[derive(Default)]
struct Leaf {
    /// Page and number of each piece that they came to be.
    pieces: Vec<(usize, usize)>,
    /// Where they lead.
    address: Option<String>,
}

struct Bookmark {
    level: u16,
    text: String,
    page: usize,
    y: f32,
}

/// A column's left edge and width.
type Column = (f32, f32);

/// A line's page, and how far down it stands there.
type Place = (usize, f32);

const WHOLE: Column = (MARGIN, WIDTH - 2.0 * MARGIN);

impl Layout {
    fn element(&mut self, tag: impl Into<TagKind>, within: Option<usize>) -> usize {
        let number = self.elements.len();
        self.elements.push(Element { tag: tag.into(), is_outermost: within.is_none(), holds: Vec::new() });
        if let Some(within) = within {
            self.elements[within].holds.push(Held::Element(number));
        }
        number
    }

    fn leaf(&mut self, within: usize, address: Option<&str>) -> usize {
        self.leaves.push(Leaf { pieces: Vec::new(), address: address.map(str::to_owned) });
        self.elements[within].holds.push(Held::Leaf(self.leaves.len() - 1));
        self.leaves.len() - 1
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.heading(1, text, 18.0),
            Block::Heading { level, text } => {
                let size = match level {
                    ..=2 => 13.0,
                    3 => 11.5,
                    _ => BODY,
                };
                self.used += BODY * if *level == 2 { 1.0 } else { 0.5 };
                self.heading(*level, text, size);
            }
            Block::Text(text) => self.paragraph(text, Face::PLAIN),
            Block::Marked(parts) => parts.iter().for_each(|part| self.marked(part)),
            Block::Table { head, rows } => self.table(Some(head), rows, &column_edges(head.len())),
            Block::Facts(facts) => {
                let rows: Vec<_> = facts.iter().map(|(name, said)| vec![name.clone(), said.clone()]).collect();
                let (left, width) = WHOLE;
                let named = width / 3.0;
                self.table(None, &rows, &[(left, named - GUTTER), (left + named, width - named)]);
            }
        }
    }

    fn heading(&mut self, level: u16, text: &str, size: f32) {
        let face = Face { size, ..Face::STRONG };
        let number = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let element = self.element(Tag::Hn(number, Some(text.to_owned())), None);
        let lines = self.plain(text, face, element, WHOLE.1);
        // Not alone at a page's end, nor with a table's head alone.
        self.room((lines_high(lines.len(), face) + BODY * 5.0).min(FLOOR - MARGIN));
        let page = self.pages.len().saturating_sub(1);
        self.bookmarks.push(Bookmark { level, text: text.to_owned(), page, y: self.used });
        self.put(lines, face, MARGIN);
        self.used += face.size / 2.0;
    }

    fn paragraph(&mut self, text: &str, face: Face) {
        let element = self.element(Tag::P, None);
        let lines = self.plain(text, face, element, WHOLE.1);
        self.put(lines, face, MARGIN);
        self.used += face.size / 2.0;
    }

    fn marked(&mut self, part: &Paragraph) {
        match part {
            Paragraph::Paragraph { inlines } => {
                let element = self.element(Tag::P, None);
                let mut runs = Vec::new();
                self.runs(inlines, Face::PLAIN, element, &mut runs);
                self.put(wrapped(&runs, WHOLE.1), Face::PLAIN, MARGIN);
            }
            Paragraph::List { ordered, items } => self.list(*ordered, items),
        }
        self.used += BODY / 2.0;
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        let numbering = if ordered { ListNumbering::Decimal } else { ListNumbering::Disc };
        let list = self.element(Tag::L(numbering), None);
        let begins = |number: usize| if ordered { format!("{number}.") } else { "•".to_owned() };
        let indent = Face::PLAIN.width(&begins(items.len())) + GUTTER / 2.0;
        for (number, inlines) in (1..).zip(items) {
            let item = self.element(Tag::LI, Some(list));
            let label = self.element(Tag::Lbl, Some(item));
            let body = self.element(Tag::LBody, Some(item));
            let mut runs = Vec::new();
            self.runs(inlines, Face::PLAIN, body, &mut runs);
            let lines = wrapped(&runs, WHOLE.1 - indent);
            self.room(Face::PLAIN.line());
            let top = self.used;
            let label = self.plain(&begins(number), Face::PLAIN, label, indent);
            self.put(label, Face::PLAIN, MARGIN);
            self.used = top;
            self.put(lines, Face::PLAIN, MARGIN + indent);
        }
    }

    fn table(&mut self, head: Option<&Vec<String>>, rows: &[Vec<String>], columns: &[Column]) {
        let table = self.element(Tag::Table, None);
        if let Some(head) = head {
            self.room(BODY * 4.0);
            self.row(table, head, columns, true);
        }
        for row in rows {
            self.row(table, row, columns, false);
        }
        self.used += BODY;
    }

    fn row(&mut self, table: usize, cells: &[String], columns: &[Column], is_head: bool) {
        let row = self.element(Tag::TR, Some(table));
        let face = if is_head { Face::STRONG } else { Face::PLAIN };
        let mut set = Vec::with_capacity(cells.len());
        for (place, (text, (left, width))) in cells.iter().zip(columns).enumerate() {
            let names_its_row = place == 0 && !is_head;
            let cell = match (is_head, names_its_row) {
                (true, _) => self.element(Tag::TH(TableHeaderScope::Column), Some(row)),
                (false, true) => self.element(Tag::TH(TableHeaderScope::Row), Some(row)),
                (false, false) => self.element(Tag::TD, Some(row)),
            };
            set.push((*left, self.plain(text, face, cell, *width)));
        }
        let high = set.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        // Whole on one page, where a page holds it.
        self.room(lines_high(high, face).min(FLOOR - MARGIN));
        let places: Vec<Place> = (0..high).map(|_| self.next_line(face)).collect();
        for (left, lines) in set {
            lines.into_iter().zip(&places).for_each(|(line, place)| self.set(line, *place, left));
        }
        if let Some(page) = self.pages.last_mut() {
            page.rules.push(self.used + 3.0);
        }
        self.used += 4.0;
    }

    /// A text that does not stand out, in an element of its own.
    fn plain(&mut self, text: &str, face: Face, element: usize, width: f32) -> Vec<Line> {
        let leaf = self.leaf(element, None);
        wrapped(&[Run { text: text.to_owned(), face, leaf }], width)
    }

    fn runs(&mut self, inlines: &[Inline], face: Face, within: usize, into: &mut Vec<Run>) {
        for inline in inlines {
            match inline {
                Inline::Text { text } => {
                    let leaf = self.leaf(within, None);
                    into.push(Run { text: text.clone(), face, leaf });
                }
                Inline::Bold { inlines } => {
                    let strong = self.element(Tag::Strong, Some(within));
                    self.runs(inlines, Face { bold: true, ..face }, strong, into);
                }
                Inline::Italic { inlines } => {
                    let emphasis = self.element(Tag::Em, Some(within));
                    self.runs(inlines, Face { italic: true, ..face }, emphasis, into);
                }
                Inline::Link { address, inlines } => self.link(address, inlines, face, within, into),
            }
        }
    }

    /// A link, and after it where it leads: whoever reads on paper, or judges the text, sees that too.
    fn link(&mut self, address: &str, inlines: &[Inline], face: Face, within: usize, into: &mut Vec<Run>) {
        let link = self.element(Tag::Link, Some(within));
        let begins = into.len();
        self.runs(inlines, face, link, into);
        let words: String = into[begins..].iter().map(|run| run.text.as_str()).collect();
        for run in &into[begins..] {
            self.leaves[run.leaf].address = Some(address.to_owned());
        }
        if address.starts_with("https:") && words.trim() != address {
            let leaf = self.leaf(within, None);
            into.push(Run { text: format!(" ({address})"), face, leaf });
        }
    }

    /// Puts lines below each other, over as many pages as they take.
    fn put(&mut self, lines: Vec<Line>, face: Face, left: f32) {
        for line in lines {
            let place = self.next_line(face);
            self.set(line, place, left);
        }
    }

    /// Where the next line stands, on this page or another.
    fn next_line(&mut self, face: Face) -> Place {
        self.room(face.line());
        self.used += face.line();
        (self.pages.len() - 1, self.used)
    }

    /// Begins a new page if this one has no room for `height`.
    fn room(&mut self, height: f32) {
        if self.pages.is_empty() || self.used + height > FLOOR {
            self.pages.push(Page::default());
            self.used = MARGIN;
        }
    }

    fn set(&mut self, line: Line, (number, y): Place, left: f32) {
        let page = &mut self.pages[number];
        let mut x = left;
        for Run { text, face, leaf } in line {
            let leaf = &mut self.leaves[leaf];
            leaf.pieces.push((number, page.pieces.len()));
            let wide = face.width(&text);
            page.pieces.push(Piece { text, face, x, y, address: leaf.address.clone() });
            x += wide;
        }
    }
}

fn lines_high(lines: usize, face: Face) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "far fewer lines than a float can count")]
    let lines = lines as f32;
    lines * face.line()
}

/// The first column takes what the others, a fifth of the page each, leave.
fn column_edges(columns: usize) -> Vec<Column> {
    let (mut left, all) = WHOLE;
    let other = all / 5.0;
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    let first = all - other * columns.saturating_sub(1) as f32;
    let mut edges = Vec::with_capacity(columns);
    for place in 0..columns {
        let width = if place == 0 { first } else { other };
        edges.push((left, width - GUTTER));
        left += width;
    }
    edges
}
