//! A small accessible PDF: headings, paragraphs and tables as real text with a structure that a screen reader follows.
//!
//! The caller says what is said; pages, lines and tags are made here. The text is set in Helvetica, which every reader has,
//! in the letters of Windows' code page 1252; what is not in it becomes a question mark.

mod face;

use face::{Face, code_of};
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};

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

/// The document as a file.
///
/// # Errors
/// When it cannot be put together; it is made in memory, so that is a fault of ours.
pub(super) fn write(title: &str, blocks: &[Block]) -> Result<Vec<u8>, std::io::Error> {
    let mut pdf = Document::with_version("1.7");
    let mut layout = Layout::default();
    let root = layout.element("Document", None);
    for block in blocks {
        layout.block(root, block);
    }
    layout.number_pages();
    let (tree, structure) = (pdf.new_object_id(), pdf.new_object_id());
    let font = |pdf: &mut Document, name: &str| {
        pdf.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding",
        })
    };
    let fonts = dictionary! { "F1" => font(&mut pdf, "Helvetica"), "F2" => font(&mut pdf, "Helvetica-Bold") };
    let pages: Vec<ObjectId> = layout.pages.iter().map(|_| pdf.new_object_id()).collect();
    for (number, (page, id)) in layout.pages.iter().zip(&pages).enumerate() {
        let content = pdf.add_object(Stream::new(dictionary! {}, page.content.clone().into_bytes()));
        pdf.set_object(
            *id,
            dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "MediaBox" => vec![Object::Integer(0), Object::Integer(0), Object::Real(WIDTH), Object::Real(HEIGHT)],
                "Contents" => content,
                "Resources" => dictionary! { "Font" => fonts.clone() },
                "StructParents" => whole(number),
                "Tabs" => "S",
            },
        );
    }
    let kids: Vec<Object> = pages.iter().map(|id| (*id).into()).collect();
    pdf.set_object(tree, dictionary! { "Type" => "Pages", "Count" => whole(kids.len()), "Kids" => kids });
    layout.write_structure(&mut pdf, structure, &pages);
    let catalogue = pdf.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => Object::string_literal("sv-SE"),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    let info =
        pdf.add_object(dictionary! { "Title" => utf16(title), "Producer" => Object::string_literal("Budkavle") });
    pdf.trailer.set("Root", catalogue);
    pdf.trailer.set("Info", info);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes)?;
    Ok(bytes)
}

#[derive(Default)]
struct Layout {
    pages: Vec<Page>,
    elements: Vec<Element>,
    /// From the page's upper edge.
    used: f32,
}

#[derive(Default)]
struct Page {
    content: String,
    /// Whose each marked piece of content is, by its number on the page.
    owners: Vec<usize>,
}

struct Element {
    tag: &'static str,
    parent: Option<usize>,
    scope: Option<&'static str>,
    kids: Vec<Kid>,
}

enum Kid {
    Element(usize),
    Content { page: usize, mark: usize },
}

impl Layout {
    fn element(&mut self, tag: &'static str, parent: Option<usize>) -> usize {
        let number = self.elements.len();
        self.elements.push(Element { tag, parent, scope: None, kids: Vec::new() });
        if let Some(parent) = parent {
            self.elements[parent].kids.push(Kid::Element(number));
        }
        number
    }

    fn block(&mut self, root: usize, block: &Block) {
        match block {
            Block::Title(text) => self.paragraph(root, "H1", text, Face { size: 18.0, bold: true }),
            Block::Heading(text) => {
                self.used += BODY;
                // Not alone at a page's end.
                self.room(BODY * 5.0);
                self.paragraph(root, "H2", text, Face { size: 13.0, bold: true });
            }
            Block::Text(text) => self.paragraph(root, "P", text, Face::PLAIN),
            Block::Table { head, rows } => self.table(root, head, rows),
        }
    }

    fn paragraph(&mut self, root: usize, tag: &'static str, text: &str, face: Face) {
        let element = self.element(tag, Some(root));
        for line in face.wrapped(text, WIDTH - 2.0 * MARGIN) {
            self.room(face.line());
            self.used += face.line();
            self.set(element, &line, face, MARGIN, self.used);
        }
        self.used += face.size / 2.0;
    }

    fn table(&mut self, root: usize, head: &[String], rows: &[Vec<String>]) {
        let table = self.element("Table", Some(root));
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
        let row = self.element("TR", Some(table));
        for (place, (lines, (left, _))) in wrapped.iter().zip(columns).enumerate() {
            let names_its_row = place == 0 && !is_head;
            let cell = self.element(if is_head || names_its_row { "TH" } else { "TD" }, Some(row));
            self.elements[cell].scope = if is_head { Some("Column") } else { names_its_row.then_some("Row") };
            let mut y = self.used;
            for line in lines {
                y += face.line();
                self.set(cell, line, face, *left, y);
            }
        }
        self.used += height;
        let rule = HEIGHT - self.used - 3.0;
        if let Some(page) = self.pages.last_mut() {
            page.content.push_str(&format!(
                "/Artifact BMC 0.75 G 0.5 w {MARGIN} {rule:.1} m {:.1} {rule:.1} l S EMC\n",
                WIDTH - MARGIN
            ));
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

    fn set(&mut self, element: usize, text: &str, face: Face, x: f32, y: f32) {
        let number = self.pages.len().saturating_sub(1);
        let Some(page) = self.pages.last_mut() else { return };
        let mark = page.owners.len();
        let tag = self.elements[element].tag;
        page.content.push_str(&format!("/{tag} <</MCID {mark}>> BDC {} EMC\n", shown(text, face, x, HEIGHT - y)));
        page.owners.push(element);
        self.elements[element].kids.push(Kid::Content { page: number, mark });
    }

    fn number_pages(&mut self) {
        let all = self.pages.len();
        for (number, page) in self.pages.iter_mut().enumerate() {
            let text = format!("Sida {} av {all}", number + 1);
            let face = Face { size: 8.5, bold: false };
            let shown = shown(&text, face, WIDTH - MARGIN - face.width(&text), MARGIN / 1.5);
            page.content.push_str(&format!("/Artifact <</Type /Pagination>> BDC {shown} EMC\n"));
        }
    }

    fn write_structure(&self, pdf: &mut Document, root: ObjectId, pages: &[ObjectId]) {
        let ids: Vec<ObjectId> = self.elements.iter().map(|_| pdf.new_object_id()).collect();
        for (element, id) in self.elements.iter().zip(&ids) {
            let kids = element.kids.iter().map(|kid| match kid {
                Kid::Element(kid) => ids[*kid].into(),
                Kid::Content { page, mark } => {
                    dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => whole(*mark) }.into()
                }
            });
            let kids: Vec<Object> = kids.collect();
            let mut dictionary = dictionary! {
                "Type" => "StructElem",
                "S" => element.tag,
                "P" => element.parent.map_or(root, |parent| ids[parent]),
                "K" => kids,
            };
            if let Some(scope) = element.scope {
                dictionary.set("A", dictionary! { "O" => "Table", "Scope" => scope });
            }
            pdf.set_object(*id, dictionary);
        }
        let mut numbers: Vec<Object> = Vec::new();
        for (number, page) in self.pages.iter().enumerate() {
            let owners: Vec<Object> = page.owners.iter().map(|owner| ids[*owner].into()).collect();
            numbers.push(whole(number));
            numbers.push(pdf.add_object(owners).into());
        }
        let parents = pdf.add_object(dictionary! { "Nums" => numbers });
        pdf.set_object(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => vec![ids[0].into()],
                "ParentTree" => parents,
                "ParentTreeNextKey" => whole(self.pages.len()),
            },
        );
    }
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

fn shown(text: &str, face: Face, x: f32, y: f32) -> String {
    let font = if face.bold { "F2" } else { "F1" };
    let hex: String = text.chars().map(|letter| format!("{:02x}", code_of(letter))).collect();
    format!("BT /{font} {:.1} Tf {x:.1} {y:.1} Td <{hex}> Tj ET", face.size)
}

fn utf16(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn whole(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(blocks: &[Block]) -> Document {
        Document::load_mem(&write("Gallringsrapport – å", blocks).expect("written")).expect("a PDF")
    }

    fn table(rows: usize) -> Block {
        let rows = (0..rows).map(|row| vec![format!("Rad {row}"), row.to_string()]).collect();
        Block::Table { head: vec!["Uppgift".into(), "Antal".into()], rows }
    }

    fn tags(pdf: &Document) -> Vec<String> {
        let mut tags = Vec::new();
        for object in pdf.objects.values().filter_map(|object| object.as_dict().ok()) {
            if object.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"StructElem") {
                let tag = object.get(b"S").and_then(Object::as_name).expect("a tag");
                tags.push(String::from_utf8_lossy(tag).into_owned());
            }
        }
        tags.sort();
        tags
    }

    #[test]
    fn the_document_has_a_language_a_title_and_a_structure() {
        let pdf = read(&[Block::Title("Rapport".into()), Block::Text("Å ä ö.".into()), table(2)]);
        let catalogue = pdf.catalog().expect("a catalogue");
        assert_eq!(catalogue.get(b"Lang").and_then(Object::as_str).expect("a language"), b"sv-SE");
        let marked = catalogue.get(b"MarkInfo").and_then(Object::as_dict).expect("marked");
        assert!(marked.get(b"Marked").and_then(Object::as_bool).expect("yes or no"));
        assert_eq!(tags(&pdf), ["Document", "H1", "P", "TD", "TD", "TH", "TH", "TH", "TH", "TR", "TR", "TR", "Table"]);
    }

    #[test]
    fn every_piece_of_text_is_owned_by_an_element_also_over_many_pages() {
        let pdf = read(&[Block::Title("Rapport".into()), table(90)]);
        assert!(pdf.get_pages().len() > 1);
        for (number, id) in pdf.get_pages() {
            let content = String::from_utf8(pdf.get_page_content(id)).expect("ours is text");
            assert_eq!(
                content.matches(" BDC ").count(),
                content.matches(" EMC\n").count() - content.matches(" BMC ").count()
            );
            assert!(content.contains("/MCID 0>>"), "{number}");
        }
    }

    #[test]
    fn the_words_can_be_read_back() {
        let pdf = read(&[Block::Title("Räksmörgås – prov".into()), Block::Text("lång rad ".repeat(60))]);
        let text = pdf.extract_text(&[1]).expect("text");
        assert!(text.contains("Räksmörgås"), "{text}");
        assert!(text.matches("lång").count() == 60, "{text}");
    }
}
