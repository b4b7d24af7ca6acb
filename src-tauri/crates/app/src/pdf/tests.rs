use domain::text::parse;
use lopdf::{Dictionary, Document, Object};

use super::*;

fn read(blocks: &[Block]) -> Document {
    Document::load_mem(&write("Gallringsrapport – å", blocks).expect("written")).expect("a PDF")
}

fn table(rows: usize) -> Block {
    let rows = (0..rows).map(|row| vec![format!("Rad {row}"), row.to_string()]).collect();
    Block::Table { head: vec!["Uppgift".into(), "Antal".into()], rows }
}

fn text_of(pdf: &Document) -> String {
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).expect("text")
}

/// The tags of the structure in reading order, each with how deep it lies.
fn structure(pdf: &Document) -> Vec<String> {
    let catalogue = pdf.catalog().expect("a catalogue");
    let root = catalogue.get_deref(b"StructTreeRoot", pdf).and_then(Object::as_dict).expect("a structure");
    let mut found = Vec::new();
    tags(pdf, root, 0, &mut found);
    found
}

fn tags(pdf: &Document, element: &Dictionary, depth: usize, into: &mut Vec<String>) {
    if let Ok(tag) = element.get(b"S").and_then(Object::as_name) {
        into.push(format!("{}{}", "-".repeat(depth), String::from_utf8_lossy(tag)));
    }
    let kids = element.get_deref(b"K", pdf).ok();
    let kids = kids.map(|kids| kids.as_array().map_or_else(|_| vec![kids.clone()], Clone::clone)).unwrap_or_default();
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
    let table = ["--Table", "---TR", "----TH", "----TH", "---TR", "----TH", "----TD"];
    assert_eq!(structure(&pdf), [["-Document", "--H1", "--P"].as_slice(), &table].concat());
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
    let pages = pdf.get_pages().len();
    assert!(pages > 1);
    let text = text_of(&pdf);
    assert!(text.contains("Räksmörgås"), "{text}");
    assert_eq!(text.matches("lång").count(), 60, "{text}");
    let rows: Vec<usize> = (0..90).filter_map(|row| text.find(&format!("Rad {row}"))).collect();
    assert!(rows.len() == 90 && rows.is_sorted(), "{text}");
    assert!(text.contains(&format!("Sida 2 av {pages}")), "{text}");
}

#[test]
fn marks_lists_and_links_are_parts_of_the_structure_in_their_order() {
    let marked = parse("Kom **fast*ande***, se [vår sida](https://exempel.example/a).\n\n1. Först\n2. Sedan");
    let pdf = read(&[Block::Title("Mall".into()), Block::Marked(marked)]);
    let found = structure(&pdf);
    let list = ["--L", "---LI", "----Lbl", "----LBody", "---LI", "----Lbl", "----LBody"];
    let words = ["-Document", "--H1", "--P", "---Strong", "----Em", "---Link"];
    assert_eq!(found, [words.as_slice(), &list].concat());
    // The reader puts blanks of its own between pieces; where lines are broken, and at which blanks, `flow` tests.
    let text: String = text_of(&pdf).split_whitespace().collect();
    assert!(text.contains("Komfastande,sevårsida(https://exempel.example/a).1.Först2.Sedan"), "{text}");
    let page = pdf.get_pages()[&1];
    let links = pdf.get_page_annotations(page).expect("annotations");
    let [link] = links.as_slice() else { panic!("{links:?}") };
    let action = link.get_deref(b"A", &pdf).and_then(Object::as_dict).expect("an action");
    let to = action.get(b"URI").and_then(Object::as_str).expect("an address");
    assert_eq!(to, b"https://exempel.example/a");
    assert!(link.has(b"Contents") && link.has(b"StructParent"), "it has words and a place in the structure");
}

#[test]
fn headings_lie_below_each_other_among_the_bookmarks() {
    let heading = |level, text: &str| Block::Heading { level, text: text.into() };
    let title = Block::Title("Mall".into());
    let pdf = read(&[title, heading(2, "Del"), heading(3, "Fråga"), heading(3, "Fråga till"), heading(2, "Sist")]);
    let catalogue = pdf.catalog().expect("a catalogue");
    let root = catalogue.get_deref(b"Outlines", &pdf).and_then(Object::as_dict).expect("bookmarks");
    let title = root.get_deref(b"First", &pdf).and_then(Object::as_dict).expect("the title");
    let part = title.get_deref(b"First", &pdf).and_then(Object::as_dict).expect("the first part");
    let last = title.get_deref(b"Last", &pdf).and_then(Object::as_dict).expect("the last part");
    assert!(part.has(b"First") && !last.has(b"First") && !title.has(b"Next"));
}

/// The lowest foot of a line on a page may not be below what a page holds: what is would not be seen.
#[test]
fn a_row_that_is_longer_than_a_page_goes_on_over_the_next_and_nothing_is_set_below_a_page() {
    let long = "ord ".repeat(3_000);
    let blocks = [
        Block::Title("Mall".into()),
        Block::Facts(vec![("Syfte".into(), long.clone()), ("Kontakt".into(), "x".repeat(5_000))]),
        Block::Heading { level: 2, text: long.clone() },
        Block::Marked(parse(&format!("- {long}\n- **{long}**"))),
    ];
    let mut layout = Layout::default();
    blocks.iter().for_each(|block| layout.block(block));
    assert!(layout.pages.len() > 4);
    let pieces = layout.pages.iter().flat_map(|page| &page.pieces);
    for piece in pieces {
        assert!(piece.y > MARGIN && piece.y <= FLOOR + 0.1, "{} at {}", piece.text, piece.y);
        assert!(piece.x + piece.face.width(piece.text.trim_end()) <= WIDTH - MARGIN + 0.5, "{}", piece.text);
    }
    assert_eq!(text_of(&read(&blocks)).matches("ord").count(), 12_000);
}

#[test]
fn neither_a_heading_nor_a_tables_head_is_left_alone_at_a_pages_end() {
    for lines in 30..60 {
        let blocks = [Block::Text("rad\n".repeat(lines)), Block::Heading { level: 2, text: "Del".into() }, table(3)];
        let mut layout = Layout::default();
        blocks.iter().for_each(|block| layout.block(block));
        let page_of =
            |words: &str| layout.pages.iter().position(|page| page.pieces.iter().any(|piece| piece.text == words));
        assert!(page_of("Del").is_some());
        assert_eq!((page_of("Del"), page_of("Uppgift")), (page_of("Rad 0"), page_of("Rad 0")), "after {lines} lines");
    }
}
