//! Documents whose picture leaves something out, or shows nothing at all. A reader who only sees the picture must be told.

use super::{FONT, OnePage, TEXT, content, pdf_of, stream};
use crate::{DRAWN, HostileFile, Tell};

/// A dark square, so that a page is not empty whatever else becomes of it.
const SQUARE: &[u8] = b"0 0 90 90 re f ";

pub(super) fn files() -> Vec<HostileFile> {
    [fonts(), fields(), blanks(), parts()].into_iter().flatten().collect()
}

fn file(name: &str, tells: &'static [Tell], make: impl Fn() -> OnePage + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.pdf"), DRAWN, move || make().bytes()).telling(tells)
}

/// A page that writes a word in this font.
fn written_in(font: &str, word: &str) -> OnePage {
    let words = format!("BT /F1 24 Tf 50 700 Td {word} Tj ET ");
    OnePage {
        content: stream("", &[SQUARE, words.as_bytes()].concat()),
        resources: format!("/Font<</F1<</Type/Font{font}>>>>"),
        ..OnePage::default()
    }
}

/// A page that writes in Wingdings, of which this is said to be the program.
fn wingdings_by(descriptor: &str, more: Vec<(u32, Vec<u8>)>) -> OnePage {
    let font =
        format!("/Subtype/TrueType/BaseFont/Wingdings/FontDescriptor<</FontName/Wingdings/Flags 4{descriptor}>>");
    OnePage { more, ..written_in(&font, "(Bilaga)") }
}

fn fonts() -> Vec<HostileFile> {
    let missing = "/Subtype/TrueType/BaseFont/Wingdings";
    let japanese = "/Subtype/Type0/BaseFont/MS-Mincho/Encoding/UniJIS-UCS2-H/DescendantFonts[<</Type/Font\
        /Subtype/CIDFontType2/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]";
    let font = "/Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/Wingdings>>>>";
    let words = b"BT /F1 24 Tf 10 10 Td (Bilaga) Tj ET ";
    let form = move |more: &str| format!("/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<<{more}>>");
    vec![
        file("font_missing", &[Tell::FontsMissing], move || written_in(missing, "(Bilaga)")),
        file("font_missing_for_japanese", &[Tell::FontsMissing], move || written_in(japanese, "<65E5672C>")),
        file("font_missing_and_nameless", &[Tell::FontsMissing], || written_in("/Subtype/TrueType", "(Bilaga)")),
        file("font_missing_though_promised", &[Tell::FontsMissing], || wingdings_by("/FontFile2 99 0 R", Vec::new())),
        file("font_missing_behind_noise", &[Tell::FontsMissing], || {
            wingdings_by("/FontFile2 5 0 R", vec![(5, stream("/Length1 400", &[0xA5; 400]))])
        }),
        file("font_missing_behind_nothing", &[Tell::FontsMissing], || {
            wingdings_by("/FontFile2 5 0 R", vec![(5, stream("/Length1 0", b""))])
        }),
        file("font_missing_behind_its_mark_alone", &[Tell::FontsMissing], || {
            wingdings_by("/FontFile2 5 0 R", vec![(5, stream("/Length1 4", b"\0\x01\0\0"))])
        }),
        file("font_missing_seven_forms_deep", &[Tell::FontsMissing], move || {
            let mut more: Vec<_> = (5..11)
                .map(|number| (number, stream(&form(&format!("/XObject<</X {} 0 R>>", number + 1)), b"/X Do")))
                .collect();
            more.push((11, stream(&form(font), words)));
            let resources = "/XObject<</X 5 0 R>>".to_owned();
            OnePage { content: stream("", &[SQUARE, b"/X Do"].concat()), resources, more, ..OnePage::default() }
        }),
        file("font_missing_in_the_last_of_300_forms", &[Tell::FontsMissing], move || {
            let names: String = (0..300).map(|number| format!("/X{number:03} {} 0 R", 6 + number / 299)).collect();
            OnePage {
                content: stream("", &[SQUARE, b"/X299 Do"].concat()),
                resources: format!("/XObject<<{names}>>"),
                more: vec![(6, stream(&form(""), SQUARE)), (7, stream(&form(font), words))],
                ..OnePage::default()
            }
        }),
        file("font_missing_in_a_remark", &[Tell::FontsMissing], move || OnePage {
            page: "/Annots[<</Subtype/FreeText/Contents(Bilaga)/Rect[50 50 300 100]/AP<</N 5 0 R>>>>]".to_owned(),
            more: vec![(5, stream(&form(font), words))],
            ..content(SQUARE)
        }),
    ]
}

/// A page with something laid over it; object 5 is an appearance that paints nothing.
fn overlaid(annotation: &str) -> OnePage {
    OnePage {
        page: format!("/Annots[<</Type/Annot/Rect[50 50 200 80]{annotation}>>]"),
        more: vec![(5, stream("/Type/XObject/Subtype/Form/BBox[0 0 150 30]", b"/Tx BMC EMC"))],
        ..content(TEXT)
    }
}

fn fields() -> Vec<HostileFile> {
    let cases = [
        ("field_without_appearance", "/Subtype/Widget/FT/Tx/T(a)/V(ifyllt)"),
        ("field_with_an_empty_appearance", "/Subtype/Widget/FT/Tx/T(a)/V(ifyllt)/AP<</N 5 0 R>>"),
        ("field_with_an_appearance_that_is_not_there", "/Subtype/Widget/FT/Tx/T(a)/V(ifyllt)/AP<</N 99 0 R>>"),
        ("field_with_its_parents_value", "/Subtype/Widget/Parent<</FT/Tx/T(a)/V(ifyllt)>>"),
        ("field_with_a_long_value", "/Subtype/Widget/FT/Tx/T(a)/V 5 0 R"),
        ("tick_without_appearance", "/Subtype/Widget/FT/Btn/T(a)/V/Ja/AS/Ja/AP<</N<</Nej 5 0 R>>>>"),
        ("remark_without_appearance", "/Subtype/FreeText/Contents(Ring mig)"),
        ("stamp_without_appearance", "/Subtype/Stamp/Name/Draft"),
        ("note_without_appearance", "/Subtype/Text/Contents(Ring mig)"),
        ("drawing_by_hand_without_appearance", "/Subtype/Ink/InkList[[60 60 90 70]]"),
    ];
    cases
        .into_iter()
        .map(|(name, annotation)| file(name, &[Tell::FieldsNotDrawn], move || overlaid(annotation)))
        .collect()
}

fn blanks() -> Vec<HostileFile> {
    let empty: [(&str, &[u8]); 4] = [
        ("empty_page", b""),
        ("empty_page_that_only_remembers", b"q Q q 1 0 0 RG 2 w Q"),
        ("empty_page_that_only_marks", b"/P <</MCID 0>> BDC EMC"),
        ("empty_page_that_only_cuts", b"0 0 9 9 re W n"),
    ];
    let white: [(&str, &[u8]); 7] = [
        ("blank_beside_the_page", b"BT /F1 24 Tf 5000 700 Td (Bilaga) Tj ET"),
        ("blank_nearly_white", b"0.98 g 0 0 100 100 re f"),
        ("blank_all_black", b"0 g -9 -9 999 999 re f"),
        ("blank_unseen_words", b"BT 3 Tr /F1 24 Tf 50 700 Td (Bilaga) Tj ET"),
        ("blank_cut_away", b"0 0 0 0 re W n BT /F1 24 Tf 50 700 Td (Bilaga) Tj ET"),
        ("blank_of_what_is_not_there", b"/Nowhere Do"),
        ("blank_of_unknown_instructions", b"(Bilaga) Paint"),
    ];
    let mut files: Vec<_> =
        empty.into_iter().map(|(name, data)| file(name, &[Tell::EmptyPage], move || content(data))).collect();
    files.extend(white.into_iter().map(|(name, data)| file(name, &[Tell::LooksEmpty], move || content(data))));
    files.extend([
        HostileFile::new("empty_page_without_content.pdf", DRAWN, || {
            pdf_of(
                &[
                    (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
                    (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
                    (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_vec()),
                ],
                "",
            )
        })
        .telling(&[Tell::EmptyPage]),
        file("blank_see_through", &[Tell::LooksEmpty], || OnePage {
            resources: format!("{FONT}/ExtGState<</G<</ca 0/CA 0>>>>"),
            ..content(&[b"/G gs ", TEXT].concat())
        }),
        file("blank_in_a_hidden_layer", &[Tell::LooksEmpty], || OnePage {
            catalogue: "/OCProperties<</OCGs[5 0 R]/D<</BaseState/OFF/OFF[5 0 R]/Order[5 0 R]>>>>".to_owned(),
            resources: format!("{FONT}/Properties<</L 5 0 R>>"),
            more: vec![(5, b"<</Type/OCG/Name(L)>>".to_vec())],
            ..content(&[b"1 g 0 0 9 9 re f 0 g /OC /L BDC ", TEXT, b"EMC"].concat())
        }),
        file("blank_but_for_a_field", &[Tell::LooksEmpty, Tell::FieldsNotDrawn], || OnePage {
            content: stream("", b""),
            ..overlaid("/Subtype/Widget/FT/Tx/T(a)/V(ifyllt)")
        }),
    ]);
    files
}

fn parts() -> Vec<HostileFile> {
    let picture = "/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter";
    let beside = move |filter: &str, data: &[u8]| OnePage {
        content: stream("", &[SQUARE, super::PICTURE].concat()),
        resources: "/XObject<</I 5 0 R>>".to_owned(),
        more: vec![(5, stream(&format!("{picture}/{filter}"), data))],
        ..OnePage::default()
    };
    // A head of zlib, and then a kind of block that there is not.
    let no_block = || stream("/Filter/FlateDecode", &[b"\x78\x9c".as_slice(), &[0xFF; 20]].concat());
    vec![
        file("part_that_is_no_jpeg", &[Tell::PartsNotDrawn], move || beside("DCTDecode", b"no JPEG")),
        file("part_that_is_no_jpeg_2000", &[Tell::PartsNotDrawn], move || beside("JPXDecode", b"no JPEG 2000")),
        file("part_that_is_no_fax", &[Tell::PartsNotDrawn], move || beside("JBIG2Decode", &[0xFF; 30])),
        file("part_that_is_not_there", &[Tell::PartsNotDrawn], || OnePage {
            resources: format!("{FONT}/XObject<</I 99 0 R>>"),
            ..content(&[TEXT, super::PICTURE].concat())
        }),
        file("part_of_the_content_that_does_not_unfold", &[Tell::PartsNotDrawn], move || OnePage {
            content: b"[5 0 R 6 0 R]".to_vec(),
            more: vec![(5, stream("", TEXT)), (6, no_block())],
            ..OnePage::default()
        }),
        file("part_of_the_content_that_is_not_there", &[Tell::PartsNotDrawn], || OnePage {
            content: b"[5 0 R 99 0 R]".to_vec(),
            more: vec![(5, stream("", TEXT))],
            ..OnePage::default()
        }),
        file("content_that_does_not_unfold", &[Tell::PartsNotDrawn, Tell::LooksEmpty], move || OnePage {
            content: no_block(),
            ..OnePage::default()
        }),
        HostileFile::new("content_that_is_not_there.pdf", DRAWN, || {
            pdf_of(
                &[
                    (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
                    (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
                    (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 99 0 R>>".to_vec()),
                ],
                "",
            )
        })
        .telling(&[Tell::PartsNotDrawn, Tell::LooksEmpty]),
    ]
}
