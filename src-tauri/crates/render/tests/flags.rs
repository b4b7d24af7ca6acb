//! What a picture of a page does not show, told page by page.

mod support;

use pipeline::preview::Flags;
use support::{OnePage, open, pdf_of, stream};

async fn flags_of(file: OnePage, max_edge: u32) -> Flags {
    let mut document = open(file.bytes()).await.expect("a good PDF");
    document.page(0, max_edge).await.expect("a good page").flags
}

fn with_annotation(annotation: &str, appearance: &str) -> OnePage {
    let rect = if annotation.contains("/Rect") { "" } else { "/Rect[50 50 200 80]" };
    OnePage {
        page: format!("/Annots[<</Type/Annot{annotation}{rect}>>]"),
        more: vec![(5, stream("/Type/XObject/Subtype/Form/BBox[0 0 150 30]", appearance.as_bytes()))],
        ..OnePage::default()
    }
}

#[tokio::test]
async fn an_appearance_that_is_missing_or_paints_nothing_is_told() {
    let widget = "/Subtype/Widget/FT/Tx/T(f)";
    let tick = "/Subtype/Widget/FT/Btn/T(f)";
    let cases = [
        (format!("{widget}/V(ifyllt)/AP<</N 5 0 R>>"), "0 0 9 9 re f", Flags::NONE),
        (format!("{widget}/V(ifyllt)/AP<</N 5 0 R>>"), "/Tx BMC EMC", Flags::FIELDS_NOT_DRAWN),
        (format!("{widget}/V()/AP<</N 5 0 R>>"), "/Tx BMC EMC", Flags::NONE),
        (format!("{widget}/V(ifyllt)/AP<<>>"), "", Flags::FIELDS_NOT_DRAWN),
        (format!("{tick}/V/Ja/AS/Ja/AP<</N<</Ja 5 0 R>>>>"), "0 0 9 9 re f", Flags::NONE),
        (format!("{tick}/V/Ja/AS/Ja/AP<</N<</Nej 5 0 R>>>>"), "0 0 9 9 re f", Flags::FIELDS_NOT_DRAWN),
        // A box that is not ticked needs nothing.
        (format!("{tick}/V/Off/AS/Off/AP<</N<</Ja 5 0 R>>>>"), "0 0 9 9 re f", Flags::NONE),
        ("/Subtype/FreeText/Contents(En anm\\344rkning)".to_owned(), "", Flags::FIELDS_NOT_DRAWN),
        ("/Subtype/FreeText/Contents(hej)/AP<</N 5 0 R>>".to_owned(), "", Flags::FIELDS_NOT_DRAWN),
        ("/Subtype/Highlight".to_owned(), "", Flags::FIELDS_NOT_DRAWN),
        ("/Subtype/Text/Rect[50 50 50 50]".to_owned(), "", Flags::FIELDS_NOT_DRAWN),
        ("/Subtype/Link".to_owned(), "", Flags::NONE),
    ];
    for (number, (annotation, appearance, expected)) in cases.into_iter().enumerate() {
        assert_eq!(flags_of(with_annotation(&annotation, appearance), 800).await, expected, "case {number}");
    }
}

#[tokio::test]
async fn no_page_is_blank_without_a_word() {
    let blank = |content: &[u8]| OnePage { content: stream("", content), ..OnePage::default() };
    for content in [b"".as_slice(), b"q Q", b"1 0 0 RG 2 w", b"/A BMC EMC", b"0 0 9 9 re W n"] {
        assert_eq!(flags_of(blank(content), 800).await, Flags::EMPTY_PAGE, "{}", content.escape_ascii());
    }
    for content in [
        b"1 g 0 0 100 100 re f".as_slice(),
        // Nearly white, and all over in one colour.
        b"0.98 g 0 0 100 100 re f",
        b"0 g -9 -9 999 999 re f",
        // Beside the page.
        b"BT /F1 24 Tf 5000 700 Td (Bilaga) Tj ET",
        // Something that is not there.
        b"/Nowhere Do",
    ] {
        let flags = flags_of(blank(content), 800).await;
        assert!(flags.contains(Flags::LOOKS_EMPTY), "{}: {flags:?}", content.escape_ascii());
    }
    // A head of zlib, and then a kind of block that there is not.
    let no_block = [b"\x78\x9c".as_slice(), &[0xFF; 20]].concat();
    let unpacked = OnePage { content: stream("/Filter/FlateDecode", &no_block), ..OnePage::default() };
    let flags = flags_of(unpacked, 800).await;
    assert_eq!(flags, Flags::LOOKS_EMPTY | Flags::PARTS_NOT_DRAWN);
    let with_field = OnePage { content: stream("", b""), ..with_annotation("/Subtype/Widget/FT/Tx/T(f)/V(x)", "") };
    let flags = flags_of(with_field, 800).await;
    assert_eq!(flags, Flags::LOOKS_EMPTY | Flags::FIELDS_NOT_DRAWN);
}

#[tokio::test]
async fn small_print_does_not_make_a_thumbnail_look_empty() {
    let small = || OnePage { content: stream("", b"BT /F1 4 Tf 50 700 Td (1) Tj ET"), ..OnePage::default() };
    for max_edge in [16, 64, 800] {
        assert_eq!(flags_of(small(), max_edge).await, Flags::NONE, "{max_edge}");
    }
}

#[tokio::test]
async fn a_font_that_the_document_does_not_carry_is_told() {
    let font = |font: &str, content: &[u8]| OnePage {
        content: stream("", content),
        resources: format!("/Font<</F1<</Type/Font{font}>>>>"),
        ..OnePage::default()
    };
    let shows = b"BT /F1 24 Tf 50 700 Td (Bilaga) Tj ET".as_slice();
    let hides = b"0 0 9 9 re f BT 3 Tr /F1 24 Tf 50 700 Td (Bilaga) Tj ET".as_slice();
    let japanese = "/Subtype/Type0/BaseFont/MS-Mincho/Encoding/UniJIS-UCS2-H/DescendantFonts[<</Type/Font\
        /Subtype/CIDFontType2/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]";
    for (named, content, expected) in [
        ("/Subtype/Type1/BaseFont/Helvetica", shows, false),
        ("/Subtype/TrueType/BaseFont/ArialMT/Encoding/WinAnsiEncoding", shows, false),
        ("/Subtype/TrueType/BaseFont/Wingdings", shows, true),
        ("/Subtype/TrueType/BaseFont/Calibri/Encoding/WinAnsiEncoding", shows, true),
        // As behind a scanned page: not to be seen, so nothing can be missing.
        ("/Subtype/TrueType/BaseFont/Calibri/Encoding/WinAnsiEncoding", hides, false),
        (japanese, b"BT /F1 24 Tf 50 700 Td <65E5672C> Tj ET", true),
    ] {
        let flags = flags_of(font(named, content), 800).await;
        assert_eq!(flags.contains(Flags::FONTS_MISSING), expected, "{named} {flags:?}");
    }
}

#[tokio::test]
async fn each_page_is_told_of_by_itself() {
    let page = |content: u32, font: &str| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<</Font<</F1<</Type/Font\
             /Subtype/TrueType/BaseFont/{font}>>>>/XObject<</I 9 0 R>>>>>>"
        )
        .into_bytes()
    };
    let text = stream("", b"BT /F1 24 Tf 50 700 Td (Bilaga) Tj ET");
    let broken = stream("", b"0 0 50 50 re f q 500 0 0 500 50 50 cm /I Do Q");
    let picture = "/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode";
    let file = pdf_of(
        &[
            (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
            (2, b"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>".to_vec()),
            (3, page(6, "Wingdings")),
            (4, page(6, "Arial")),
            (5, page(7, "Arial")),
            (6, text),
            (7, broken),
            (9, stream(picture, b"no JPEG")),
        ],
        "",
    );
    let mut document = open(file).await.expect("a good PDF");
    let mut told = Vec::new();
    for index in [0, 1, 2, 0, 1, 2] {
        told.push(document.page(index, 400).await.expect("a good page").flags);
    }
    let (font, part) = (Flags::FONTS_MISSING, Flags::PARTS_NOT_DRAWN);
    assert_eq!(told, [font, Flags::NONE, part, font, Flags::NONE, part]);
}

/// A font program (CFF) that has an "A" without a shape, as a font of blanks does.
fn font_of_blanks() -> Vec<u8> {
    let number = |at: u8| [29, 0, 0, 0, at];
    let mut font = vec![1, 0, 4, 1];
    // Its name, and where the names of its glyphs, their shapes and its private part are.
    font.extend(b"\0\x01\x01\x01\x02B\0\x01\x01\x01\x18");
    font.extend([&number(42)[..], &[15], &number(45), &[17], &number(0), &number(53), &[18]].concat());
    // No words and no parts of its own; the glyph after the one for nothing is "A", and both end at once.
    font.extend(b"\0\0\0\0\0\0\x22\0\x02\x01\x01\x02\x03\x0e\x0e");
    font
}

#[tokio::test]
async fn a_page_is_not_told_of_for_a_font_of_another_page() {
    let page = |font: u32| {
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 {font} 0 R>>>>>>")
    };
    let own = "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+B/FirstChar 65/LastChar 65/Widths[500]/Encoding\
        /WinAnsiEncoding/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+B/Flags 32/FontFile3 8 0 R>>>>";
    let file = pdf_of(
        &[
            (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
            (2, b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".to_vec()),
            (3, page(6).into_bytes()),
            (4, page(7).into_bytes()),
            (5, stream("", b"0 0 9 9 re f BT /F1 24 Tf 50 700 Td (A) Tj ET")),
            (6, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec()),
            (7, own.into()),
            (8, stream("/Subtype/Type1C", &font_of_blanks())),
        ],
        "",
    );
    let mut document = open(file).await.expect("a good PDF");
    for index in [1, 0, 1] {
        let page = document.page(index, 400).await.expect("a good page");
        assert_eq!(page.flags, Flags::NONE, "page {index}");
        assert_eq!(page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["A"]);
    }
}
