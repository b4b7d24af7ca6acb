//! Safe copies, read back through the real child and as a PDF's reader sees them.

mod support;

use std::future::ready;

use lopdf::{Dictionary, Document, Object};
use pipeline::preview::{Flags, Hand, Line, Measure, Viewing};
use pipeline::safe_copy::safe_copy;
use support::{OnePage, decoded, halves, is_blank, open, pages, stream, text_of, written};

/// The copy of this file.
async fn copied(original: Vec<u8>) -> Vec<u8> {
    let document = open(original).await.expect("a good file");
    safe_copy(&mut Hand::Document(document), ready(None)).await.expect("a copy").bytes.to_vec()
}

fn sized(media_box: &str) -> Vec<u8> {
    OnePage { media_box: media_box.to_owned(), ..OnePage::default() }.bytes()
}

#[tokio::test]
async fn the_words_of_a_copy_are_those_of_the_original_in_the_same_places() {
    let original = pages(2);
    let mut before = open(original.clone()).await.expect("a good PDF");
    let mut after = open(copied(original).await).await.expect("a good PDF");
    assert_eq!(after.flags(), Flags::NONE);
    for index in 0..2 {
        let was = before.page(index, 400).await.expect("a good page");
        let is = after.page(index, 400).await.expect("a good page");
        assert_eq!(text_of(&is), format!("Sida {}\nrad två", index + 1));
        assert_eq!(is.flags, Flags::NONE);
        for (Line { place: was, .. }, Line { place: is, .. }) in was.lines.iter().zip(&is.lines) {
            // Within a hundredth of the page.
            let near = |a: u16, b: u16| a.abs_diff(b) < 656;
            assert!(near(was.x, is.x) && near(was.y, is.y), "{was:?} {is:?}");
            assert!(near(was.width, is.width) && near(was.height, is.height), "{was:?} {is:?}");
        }
    }
}

#[tokio::test]
async fn the_words_are_not_seen_in_the_copy() {
    // White letters on white paper: there to be read, not to be seen.
    let hidden = OnePage { content: stream("", b"1 g BT /F1 24 Tf 50 700 Td (osynlig) Tj ET"), ..OnePage::default() };
    let mut after = open(copied(hidden.bytes()).await).await.expect("a good PDF");
    let page = after.page(0, 400).await.expect("a good page");
    assert_eq!(text_of(&page), "osynlig");
    assert!(is_blank(&decoded(&page.jpeg)));
}

#[tokio::test]
async fn pages_keep_their_size_on_paper() {
    for (media_box, width, height) in
        [("[0 0 420 595]", 42_000, 59_500), ("[0 0 1191 842]", 119_100, 84_200), ("[0 0 200.5 100]", 20_050, 10_000)]
    {
        let mut after = open(copied(sized(media_box)).await).await.expect("a good PDF");
        let page = after.page(0, 400).await.expect("a good page");
        assert_eq!(page.paper, Measure { width, height }, "{media_box}");
    }
    let mut photo = open(written(halves(), image::ImageFormat::Png)).await.expect("a good picture");
    let page = photo.page(0, 400).await.expect("a good picture");
    assert_eq!(page.paper, Measure::default(), "a picture has no paper");
}

fn entry<'a>(pdf: &'a Document, dictionary: &'a Dictionary, name: &[u8]) -> &'a Object {
    dictionary.get_deref(name, pdf).unwrap_or_else(|_| panic!("no {}", name.escape_ascii()))
}

fn below<'a>(pdf: &'a Document, dictionary: &'a Dictionary, name: &[u8]) -> &'a Dictionary {
    entry(pdf, dictionary, name).as_dict().unwrap_or_else(|_| panic!("{} is none", name.escape_ascii()))
}

#[tokio::test]
async fn a_copy_is_tagged_for_screen_readers() {
    let pdf = Document::load_mem(&copied(pages(2)).await).expect("a proper PDF");
    let catalogue = pdf.catalog().expect("a catalogue");
    assert_eq!(entry(&pdf, catalogue, b"Lang").as_str().ok(), Some(b"sv-SE".as_slice()));
    assert_eq!(below(&pdf, catalogue, b"MarkInfo").get(b"Marked").and_then(Object::as_bool).ok(), Some(true));
    let shown = below(&pdf, catalogue, b"ViewerPreferences").get(b"DisplayDocTitle").and_then(Object::as_bool);
    assert_eq!(shown.ok(), Some(true));
    let metadata = entry(&pdf, catalogue, b"Metadata").as_stream().expect("XMP");
    let xmp = String::from_utf8_lossy(&metadata.content);
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>") && xmp.contains("Bilaga"), "{xmp}");

    let tree = below(&pdf, below(&pdf, catalogue, b"StructTreeRoot"), b"ParentTree");
    let numbers = entry(&pdf, tree, b"Nums").as_array().expect("a number tree");
    for (at, page) in pdf.get_pages().values().enumerate() {
        let page = pdf.get_dictionary(*page).expect("a page");
        assert_eq!(page.get(b"Tabs").and_then(Object::as_name).ok(), Some(b"S".as_slice()));
        let key = page.get(b"StructParents").and_then(Object::as_i64).expect("a number");
        assert_eq!(key, i64::try_from(at).expect("few"));
        let marked = numbers[2 * at + 1].as_reference().and_then(|id| pdf.get_object(id)).and_then(Object::as_array);
        let kinds: Vec<String> = marked
            .expect("the page's tags")
            .iter()
            .map(|tag| {
                let tag = tag.as_reference().and_then(|id| pdf.get_dictionary(id)).expect("a tag");
                let kind =
                    String::from_utf8_lossy(tag.get(b"S").and_then(Object::as_name).expect("a kind")).into_owned();
                assert_eq!(kind == "Figure", tag.has(b"Alt"), "a figure, and only that, is described");
                kind
            })
            .collect();
        assert_eq!(kinds, ["Figure", "P", "P"]);
    }
}

#[tokio::test]
async fn a_document_that_is_looked_at_is_copied_by_the_same_child() {
    let viewing = Viewing::new(open(pages(3)).await.expect("a good PDF"), 1_600);
    let copying = async { safe_copy(&mut Hand::Viewing(&viewing), ready(None)).await };
    let (page, copy) = tokio::join!(viewing.page(2, 1_600), copying);
    assert!(page.expect("a good page").is_some());
    let mut again = open(copy.expect("a copy").bytes.to_vec()).await.expect("a good PDF");
    let last = again.page(2, 100).await.expect("a good page");
    assert_eq!(text_of(&last), "Sida 3\nrad två");
}

#[tokio::test]
async fn two_children_make_the_same_copy_as_one() {
    let one = copied(pages(20)).await;
    let mut hand = Hand::Document(open(pages(20)).await.expect("a good PDF"));
    let help = async { open(pages(20)).await.ok().map(Hand::Document) };
    let two = safe_copy(&mut hand, help).await.expect("a copy");
    assert!(one == *two.bytes);
}
