//! Files as citizens send them, through the real child.

mod support;

use std::future::ready;

use image::ImageFormat;
use pipeline::kind::{FileKind, Refused};
use pipeline::preview::{Flags, Hand, PreviewFailure};
use pipeline::safe_copy::{SafeCopyFailure, safe_copy};
use support::{OnePage, decoded, halves, holds, is_blank, open, pages, stream, with_camera_data, written};

#[tokio::test]
async fn a_pdf_shows_each_of_its_pages() {
    let mut document = open(pages(3)).await.expect("a good PDF");
    assert_eq!(document.kind(), FileKind::Pdf);
    assert_eq!(document.pages(), 3);
    assert_eq!(document.flags(), Flags::NONE);
    let mut seen = Vec::new();
    for index in 0..3 {
        let page = document.page(index, 842).await.expect("a good page");
        assert_eq!((page.width, page.height), (595, 842));
        assert_eq!(support::text_of(&page), format!("Sida {}\nrad två", index + 1));
        assert_eq!(page.flags, Flags::NONE);
        let picture = decoded(&page.jpeg);
        assert_eq!(picture.dimensions(), (595, 842));
        assert!(!is_blank(&picture));
        assert!(!seen.contains(&page.jpeg), "each page is its own");
        seen.push(page.jpeg);
    }
    document.close().await.expect("the child leaves in good order");
}

#[tokio::test]
async fn a_page_is_drawn_as_large_as_asked_for() {
    let mut document = open(pages(1)).await.expect("a good PDF");
    for (max_edge, expected) in [(100, (71, 100)), (1_684, (1_190, 1_684)), (0, (1, 1))] {
        let page = document.page(0, max_edge).await.expect("a good page");
        assert_eq!((page.width, page.height), expected);
    }
    let page = document.page(0, u32::MAX).await.expect("as large as allowed");
    assert!(page.width * page.height <= 16_000_000);
    assert!(page.width * page.height > 15_000_000);
}

#[tokio::test]
async fn more_than_fifty_pages_are_drawn_by_one_child() {
    let mut document = open(pages(53)).await.expect("a good PDF");
    for index in 0..53 {
        let page = document.page(index, 60).await.expect("a good page");
        assert_eq!(support::text_of(&page), format!("Sida {}\nrad två", index + 1));
    }
}

#[tokio::test]
async fn a_photo_is_turned_as_the_camera_was_held() {
    let jpeg = with_camera_data(&written(halves(), ImageFormat::Jpeg));
    let mut document = open(jpeg).await.expect("a good photo");
    assert_eq!((document.kind(), document.pages()), (FileKind::Jpeg, 1));
    let page = document.page(0, 800).await.expect("a good photo");
    assert_eq!((page.width, page.height), (40, 60));
    let picture = decoded(&page.jpeg);
    let [red, _, _] = picture.get_pixel(20, 5).0;
    let [_, _, blue] = picture.get_pixel(20, 55).0;
    assert!(red > 200 && blue > 200, "the left side is up");
}

#[tokio::test]
async fn images_of_each_kind_are_shown_and_never_enlarged() {
    for (format, kind) in
        [(ImageFormat::Jpeg, FileKind::Jpeg), (ImageFormat::Png, FileKind::Png), (ImageFormat::Gif, FileKind::Gif)]
    {
        let mut document = open(written(halves(), format)).await.expect("a good image");
        assert_eq!(document.kind(), kind);
        let page = document.page(0, 800).await.expect("a good image");
        assert_eq!((page.width, page.height), (60, 40));
        let page = document.page(0, 30).await.expect("a smaller one");
        assert_eq!((page.width, page.height), (30, 20));
        let [red, _, blue] = decoded(&page.jpeg).get_pixel(4, 10).0;
        assert!(red > 200 && blue < 60);
        assert_eq!(page.flags, Flags::NONE);
    }
}

#[tokio::test]
async fn what_is_transparent_shows_as_paper() {
    let clear = image::RgbaImage::from_pixel(10, 10, image::Rgba([0, 0, 0, 0]));
    let mut document = open(written(clear, ImageFormat::Png)).await.expect("a good image");
    let page = document.page(0, 10).await.expect("a good image");
    assert!(is_blank(&decoded(&page.jpeg)));
}

#[tokio::test]
async fn a_safe_copy_of_a_photo_holds_nothing_but_the_picture() {
    let jpeg = with_camera_data(&written(halves(), ImageFormat::Jpeg));
    assert!(holds(&jpeg, b"Exif") && holds(&jpeg, b"GPS-KALMAR"));
    let document = open(jpeg).await.expect("a good photo");
    let copy = safe_copy(&mut Hand::Document(document), ready(None)).await.expect("a copy");
    assert_eq!(copy.kind, FileKind::Jpeg);
    assert!(!holds(&copy.bytes, b"Exif") && !holds(&copy.bytes, b"GPS"));
    assert_eq!(decoded(&copy.bytes).dimensions(), (40, 60));
}

#[tokio::test]
async fn a_safe_copy_of_a_pdf_is_a_new_pdf_of_its_pages() {
    let original = OnePage {
        catalogue: "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>".to_owned(),
        media_box: "[0 0 842 595]".to_owned(),
        content: stream("", b"BT /F1 24 Tf 50 300 Td (Liggande) Tj ET"),
        ..OnePage::default()
    };
    let document = open(original.bytes()).await.expect("a good PDF");
    let copy = safe_copy(&mut Hand::Document(document), ready(None)).await.expect("a copy");
    assert_eq!(copy.kind, FileKind::Pdf);
    assert!(copy.flags.contains(Flags::ACTIVE_CONTENT), "of the original");
    for trace in [b"JavaScript".as_slice(), b"alert", b"OpenAction", b"Helvetica"] {
        assert!(!holds(&copy.bytes, trace));
    }

    let read = lopdf::Document::load_mem(&copy.bytes).expect("a proper PDF");
    let catalogue = read.catalog().expect("a catalogue");
    assert_eq!(catalogue.get(b"Lang").and_then(lopdf::Object::as_str).ok(), Some(b"sv-SE".as_slice()));
    assert_eq!(read.get_pages().len(), 1);
    let info = read
        .trailer
        .get(b"Info")
        .and_then(lopdf::Object::as_reference)
        .and_then(|id| read.get_dictionary(id))
        .expect("an info dictionary");
    assert_eq!(info.len(), 1);
    assert_eq!(info.get(b"Title").and_then(lopdf::Object::as_str).ok(), Some(b"Bilaga".as_slice()));

    // The copy is itself a document that shows the same.
    let mut again = open(copy.bytes.to_vec()).await.expect("a good PDF");
    assert_eq!(again.flags(), Flags::NONE);
    let page = again.page(0, 842).await.expect("a good page");
    assert_eq!((page.width, page.height), (842, 595));
    assert!(!is_blank(&decoded(&page.jpeg)));
}

#[tokio::test]
async fn a_safe_copy_keeps_all_pages_in_order() {
    let document = open(pages(3)).await.expect("a good PDF");
    let copy = safe_copy(&mut Hand::Document(document), ready(None)).await.expect("a copy");
    let mut again = open(copy.bytes.to_vec()).await.expect("a good PDF");
    assert_eq!(again.pages(), 3);
    let mut ends_of_bars = Vec::new();
    for index in 0..3 {
        let page = again.page(index, 842).await.expect("a good page");
        let picture = decoded(&page.jpeg);
        let end = (0..595).rev().find(|&x| picture.get_pixel(x, 232).0[0] < 100);
        ends_of_bars.push(end);
    }
    assert!(ends_of_bars.iter().all(Option::is_some));
    assert!(ends_of_bars.is_sorted_by(|a, b| a < b), "{ends_of_bars:?}");
}

#[tokio::test]
async fn pages_beyond_the_limit_are_told_and_make_no_copy() {
    let mut document = open(pages(201)).await.expect("a good PDF");
    assert_eq!(document.pages(), 200);
    assert!(document.flags().contains(Flags::PAGES_BEYOND_LIMIT));
    assert!(document.page(199, 60).await.is_ok());
    assert_eq!(document.page(200, 60).await.err(), Some(PreviewFailure::NoSuchPage));
    let failure = safe_copy(&mut Hand::Document(document), ready(None)).await.expect_err("not all of it");
    assert_eq!(failure, SafeCopyFailure::TooManyPages);
}

#[tokio::test]
async fn what_the_picture_does_not_show_is_told() {
    let widget = |more: &str| OnePage {
        page: format!("/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[50 50 200 80]{more}>>]"),
        ..OnePage::default()
    };
    let catalogue = |more: &str| OnePage { catalogue: more.to_owned(), ..OnePage::default() };
    let content = |data: &[u8]| OnePage { content: stream("", data), ..OnePage::default() };
    let cases = [
        (OnePage::default(), Flags::NONE),
        (content(b""), Flags::EMPTY_PAGE),
        (content(b"1 g 0 0 100 100 re f"), Flags::LOOKS_EMPTY),
        (
            OnePage { content: stream("/F<</FS/URL/F(http://example.invalid/)>>", b""), ..OnePage::default() },
            Flags::ACTIVE_CONTENT | Flags::PARTS_NOT_DRAWN | Flags::LOOKS_EMPTY,
        ),
        (widget("/V(ifyllt)"), Flags::FIELDS_NOT_DRAWN),
        (widget("/V()"), Flags::NONE),
        (widget("/V(dolt)/F 2"), Flags::NONE),
        (catalogue("/AcroForm<</XFA(x)/Fields[]>>"), Flags::XFA),
        (catalogue("/OpenAction[3 0 R /Fit]"), Flags::NONE),
        (catalogue("/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"), Flags::NONE),
        (catalogue("/OpenAction<</S/URI/URI(http://example.invalid/)>>"), Flags::ACTIVE_CONTENT),
        (catalogue("/Names<</EmbeddedFiles<</Names[]>>>>"), Flags::ACTIVE_CONTENT),
        (
            OnePage {
                page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://1177.se)>>>>]".to_owned(),
                ..OnePage::default()
            },
            Flags::NONE,
        ),
        (
            OnePage {
                page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x)>>>>]".to_owned(),
                ..OnePage::default()
            },
            Flags::ACTIVE_CONTENT,
        ),
        (
            OnePage {
                content: stream("", b"q 500 0 0 500 50 50 cm /I Do Q 0 0 9 9 re f"),
                resources: "/XObject<</I 5 0 R>>".to_owned(),
                more: vec![(
                    5,
                    stream(
                        "/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
                        b"no JPEG",
                    ),
                )],
                ..OnePage::default()
            },
            Flags::PARTS_NOT_DRAWN,
        ),
    ];
    for (number, (file, expected)) in cases.into_iter().enumerate() {
        let mut document = open(file.bytes()).await.expect("a good PDF");
        document.page(0, 200).await.expect("a good page");
        assert_eq!(document.flags(), expected, "case {number}");
    }
}

#[tokio::test]
async fn a_document_with_a_password_says_so() {
    let mut pdf = lopdf::Document::load_mem(&pages(1)).expect("a good PDF");
    pdf.trailer.set(
        "ID",
        vec![lopdf::Object::string_literal("0123456789abcdef"), lopdf::Object::string_literal("0123456789abcdef")],
    );
    let how = lopdf::EncryptionVersion::V2 {
        document: &pdf,
        owner_password: "agare",
        user_password: "hemlig",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(how).expect("a good state");
    pdf.encrypt(&state).expect("encrypted");
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("memory takes all");
    assert_eq!(open(bytes).await.err(), Some(PreviewFailure::PasswordNeeded));
}

#[tokio::test]
async fn what_is_no_document_is_refused_by_its_first_bytes() {
    for (bytes, expected) in [
        (b"".as_slice(), Refused::Empty),
        (b"<!DOCTYPE html><html><body>%PD</body>", Refused::LooksLikeMarkup),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Refused::LooksLikeSvg),
        (b"\n%PDF-1.7\n", Refused::PdfHeaderNotFirst),
    ] {
        let failure = open(bytes.to_vec()).await.err();
        assert_eq!(failure, Some(PreviewFailure::Refused(expected)));
    }
}

#[tokio::test]
async fn a_file_that_is_cut_short_is_refused_or_told() {
    for cut in [
        b"%PDF-1.7".to_vec(),
        b"%PDF-1.7\nskr\xc3\xa4p".to_vec(),
        written(halves(), ImageFormat::Png)[..60].to_vec(),
        written(halves(), ImageFormat::Png)[..20].to_vec(),
        written(halves(), ImageFormat::Gif)[..40].to_vec(),
        written(halves(), ImageFormat::Jpeg)[..20].to_vec(),
    ] {
        let failure = match open(cut).await {
            Err(failure) => Some(failure),
            Ok(mut document) => document.page(0, 100).await.err(),
        };
        assert_eq!(failure, Some(PreviewFailure::BadFile));
    }
    // A JPEG without its end is drawn as far as it goes.
    let whole = written(halves(), ImageFormat::Jpeg);
    let mut document = open(whole[..whole.len() - 20].to_vec()).await.expect("its header is there");
    match document.page(0, 100).await {
        Ok(page) => assert!(page.flags.contains(Flags::PARTS_NOT_DRAWN)),
        Err(failure) => assert_eq!(failure, PreviewFailure::BadFile),
    }
}
