//! Documents whose skeleton lies, loops or is broken.

use super::{FONT, OnePage, TEXT, content, pages, pdf_of, stream};
use crate::{DRAWN, EITHER, HostileFile, REFUSED, Tell};

pub(super) fn files() -> Vec<HostileFile> {
    [boxes(), trees(), tables(), nesting(), broken()].into_iter().flatten().collect()
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.pdf"), ends, make)
}

fn boxes() -> Vec<HostileFile> {
    let sizes = [
        ("media_box_1e9", "[0 0 1000000000 1000000000]"),
        ("media_box_thin", "[0 0 1 10000000]"),
        ("media_box_flat", "[0 0 10000000 1]"),
        ("media_box_without_area", "[0 0 0 0]"),
        ("media_box_negative", "[0 0 -595 -842]"),
        ("media_box_beyond_all_numbers", "[0 0 99999999999999999999999999999999999999999999999 1]"),
        ("media_box_of_words", "[(a) /b null <</c 1>>]"),
    ];
    let mut files: Vec<_> = sizes
        .into_iter()
        .map(|(name, size)| {
            file(name, EITHER, move || OnePage { media_box: size.to_owned(), ..OnePage::default() }.bytes())
        })
        .collect();
    let more = [
        ("user_unit_1e6", "/UserUnit 1000000"),
        ("rotated_by_45", "/Rotate 45"),
        ("crop_box_elsewhere", "/CropBox[9000 9000 9001 9001]"),
    ];
    files.extend(more.into_iter().map(|(name, page)| {
        file(name, EITHER, move || OnePage { page: page.to_owned(), ..OnePage::default() }.bytes())
    }));
    files
}

/// A document with this page tree and one page, object 3.
fn tree(pages: &str) -> Vec<u8> {
    pdf_of(
        &[
            (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
            (2, pages.as_bytes().to_vec()),
            (
                3,
                format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{FONT}>>>>")
                    .into_bytes(),
            ),
            (4, stream("", TEXT)),
        ],
        "",
    )
}

fn trees() -> Vec<HostileFile> {
    vec![
        file("page_tree_that_holds_itself", DRAWN, || tree("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>")),
        file("page_tree_that_counts_2_31", DRAWN, || tree("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")),
        file("page_tree_that_counts_less_than_none", EITHER, || tree("<</Type/Pages/Kids[3 0 R]/Count -5>>")),
        file("page_tree_without_pages", REFUSED, || tree("<</Type/Pages/Kids[]/Count 0>>")),
        file("page_tree_of_2_30_pages", crate::COSTLY, || {
            let mut objects = vec![(1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec())];
            for number in 2_u32..32 {
                let kids = format!("{0} 0 R {0} 0 R", number + 1);
                let parent = (number - 1).max(2);
                objects
                    .push((number, format!("<</Type/Pages/Parent {parent} 0 R/Count 1/Kids[{kids}]>>").into_bytes()));
            }
            objects.push((32, b"<</Type/Page/Parent 31 0 R/MediaBox[0 0 100 100]>>".to_vec()));
            pdf_of(&objects, "")
        }),
        file("page_tree_of_100000_pages", EITHER, || {
            tree(&format!("<</Type/Pages/Count 100000/Kids[{}]>>", "3 0 R ".repeat(100_000)))
        }),
        file("pages_10000", DRAWN, || pages(10_000)).telling(&[Tell::PagesBeyondLimit]),
    ]
}

/// A document, and its cross-reference table bent.
fn bent(from: &str, to: impl Fn(usize) -> String) -> Vec<u8> {
    let bytes = content(TEXT).bytes();
    let start = bytes.windows(5).rposition(|part| part == b"xref\n").unwrap_or(0);
    let table = bytes[..start].windows(5).rposition(|part| part == b"xref\n").unwrap_or(0);
    let at = bytes.windows(from.len()).rposition(|part| part == from.as_bytes()).unwrap_or(0);
    [&bytes[..at], to(table).as_bytes(), &bytes[at + from.len()..]].concat()
}

fn tables() -> Vec<HostileFile> {
    vec![
        file("xref_that_leads_back_to_itself", DRAWN, || {
            bent("/Root 1 0 R", |table| format!("/Root 1 0 R/Prev {table}"))
        }),
        file("xref_beyond_the_end", EITHER, || bent("startxref\n", |_| "startxref\n99999999999".to_owned())),
        file("xref_of_2_31_objects", EITHER, || bent("xref\n0 5", |_| "xref\n0 2147483647".to_owned())),
        file("xref_missing", EITHER, || bent("xref\n0 5", |_| String::new())),
        file("xref_stream_that_unfolds_to_1_gib", crate::COSTLY, || {
            let head = "/Type/XRef/Size 99999999/W[1 4 2]/Root 1 0 R/Filter/FlateDecode";
            let table =
                [b"5 0 obj\n".as_slice(), &stream(head, &crate::deflate::bomb(1 << 30)), b"\nendobj\n"].concat();
            let mut bytes = b"%PDF-1.7\n".to_vec();
            let at = bytes.len();
            bytes.extend(table);
            bytes.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
            bytes
        }),
        file("object_stream_that_extends_itself", EITHER, || {
            pdf_of(
                &[
                    (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
                    (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
                    (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 5 0 R>>".to_vec()),
                    (5, stream("/Type/ObjStm/N 1/First 4/Extends 5 0 R", b"5 0 null")),
                ],
                "",
            )
        }),
        file("length_that_is_the_stream_itself", DRAWN, || {
            let body = [b"<</Length 4 0 R>>stream\n".as_slice(), TEXT, b"\nendstream"].concat();
            OnePage { content: body, ..OnePage::default() }.bytes()
        }),
        file("length_of_2_63", EITHER, || {
            let body = [b"<</Length 9223372036854775807>>stream\n".as_slice(), TEXT, b"\nendstream"].concat();
            OnePage { content: body, ..OnePage::default() }.bytes()
        }),
        file("references_in_a_circle", EITHER, || {
            let circle = vec![(5, b"6 0 R".to_vec()), (6, b"5 0 R".to_vec())];
            OnePage { content: b"5 0 R".to_vec(), more: circle, ..OnePage::default() }.bytes()
        }),
        file("encrypted_in_an_unknown_way", REFUSED, || {
            let trailer = "/Encrypt<</Filter/Standard/V 99/R 99/O(x)/U(x)/P -1>>/ID[(a)(a)]".to_owned();
            OnePage { trailer, ..OnePage::default() }.bytes()
        }),
    ]
}

fn nesting() -> Vec<HostileFile> {
    vec![
        file("array_200000_deep", EITHER, || {
            let catalogue = format!("/X {}{}", "[".repeat(200_000), "]".repeat(200_000));
            OnePage { catalogue, ..OnePage::default() }.bytes()
        }),
        file("dictionary_100000_deep_in_content", EITHER, || {
            let deep = format!("/A {}1{} BDC EMC ", "<</B ".repeat(100_000), ">>".repeat(100_000));
            content(&[deep.as_bytes(), TEXT].concat()).bytes()
        }),
        file("string_100000_deep", EITHER, || {
            content(format!("BT /F1 9 Tf ({}{}) Tj ET", "(".repeat(100_000), ")".repeat(100_000)).as_bytes()).bytes()
        }),
        file("outlines_in_a_circle", DRAWN, || {
            OnePage {
                catalogue: "/Outlines 5 0 R".to_owned(),
                more: vec![(5, b"<</First 5 0 R/Last 5 0 R/Next 5 0 R/Prev 5 0 R/Count 1>>".to_vec())],
                ..OnePage::default()
            }
            .bytes()
        }),
        file("form_fields_that_are_their_own_parents", DRAWN, || {
            OnePage {
                page: "/Annots[5 0 R]".to_owned(),
                more: vec![(5, b"<</Subtype/Widget/FT/Tx/Parent 5 0 R/Kids[5 0 R]/Rect[0 0 99 99]>>".to_vec())],
                ..OnePage::default()
            }
            .bytes()
        }),
    ]
}

fn broken() -> Vec<HostileFile> {
    vec![
        file("truncated_half", EITHER, || content(&TEXT.repeat(2_000)).bytes()[..20_000].to_vec()),
        file("empty", REFUSED, Vec::new),
        file("only_a_header", REFUSED, || b"%PDF-1.7\n".to_vec()),
        file("noise_64_kib", REFUSED, || {
            let noise = (0..65_536_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 13) as u8);
            b"%PDF-1.7\n".iter().copied().chain(noise).collect()
        }),
        file("blanks_1_mib", REFUSED, || [b"%PDF-1.7\n".as_slice(), &[b' '; 1 << 20]].concat()),
    ]
}
