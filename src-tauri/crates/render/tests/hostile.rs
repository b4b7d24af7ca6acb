//! Files that were made to do harm, through the real child. Each ends in a typed failure or a harmless picture, and the
//! parent goes on.

mod support;

use image::ImageFormat;
use pipeline::preview::PreviewFailure;
use support::{
    FONT, OnePage, deflate, first_page, halves, impatient_renderer, open, pages, pdf_of, renderer, stream, written,
};

const TEXT: &[u8] = b"BT /F1 24 Tf 50 700 Td (Bilaga) Tj ET";

fn exhausted(failure: PreviewFailure) -> bool {
    matches!(failure, PreviewFailure::OutOfMemory | PreviewFailure::TimedOut | PreviewFailure::BadFile)
}

/// The proof that the parent is unharmed: the next document is shown.
async fn the_next_document_is_shown() {
    let mut document = open(pages(1)).await.expect("a good PDF");
    document.page(0, 100).await.expect("a good page");
}

#[tokio::test]
async fn a_page_of_absurd_size_is_drawn_within_the_limits() {
    for media_box in [
        "[0 0 1000000000 1000000000]",
        "[0 0 1 10000000]",
        "[0 0 10000000 1]",
        "[0 0 0 0]",
        "[0 0 -595 -842]",
        "[0 0 99999999999999999999999999999999999999999999999 1]",
    ] {
        let file = OnePage { media_box: media_box.to_owned(), ..OnePage::default() };
        match first_page(&renderer(), file.bytes()).await {
            Ok(page) => {
                assert!((1..=800).contains(&page.width) && (1..=800).contains(&page.height))
            }
            Err(failure) => assert_eq!(failure, PreviewFailure::BadFile, "{media_box}"),
        }
    }
}

#[tokio::test]
async fn a_stream_that_unfolds_to_a_gibibyte_ends_in_the_child() {
    let file = OnePage { content: stream("/Filter/FlateDecode", &deflate::bomb(1 << 30)), ..OnePage::default() };
    let failure = first_page(&renderer(), file.bytes()).await.expect_err("too much");
    assert!(exhausted(failure), "{failure:?}");
    the_next_document_is_shown().await;
}

#[tokio::test]
async fn forms_that_draw_forms_without_end_time_out() {
    let form = |number: u32| {
        (
            number,
            stream(
                &format!("/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X {} 0 R>>>>", number + 1),
                &b"/X Do ".repeat(10),
            ),
        )
    };
    let mut more: Vec<_> = (5..17).map(form).collect();
    more.push((17, stream("/Type/XObject/Subtype/Form/BBox[0 0 600 900]", b"0 0 10 10 re f")));
    let file = OnePage {
        content: stream("", b"/X Do"),
        resources: "/XObject<</X 5 0 R>>".to_owned(),
        more,
        ..OnePage::default()
    };
    let failure = first_page(&impatient_renderer(), file.bytes()).await.expect_err("no end");
    assert!(exhausted(failure), "{failure:?}");
    the_next_document_is_shown().await;
}

#[tokio::test]
async fn a_form_that_draws_itself_is_harmless() {
    let file = OnePage {
        content: stream("", b"/X Do"),
        resources: "/XObject<</X 5 0 R>>".to_owned(),
        more: vec![(
            5,
            stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X 5 0 R>>>>",
                b"/X Do 0 0 100 100 re f",
            ),
        )],
        ..OnePage::default()
    };
    assert!(first_page(&renderer(), file.bytes()).await.is_ok());
}

#[tokio::test]
async fn page_trees_that_lie_or_loop_are_harmless() {
    let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>".to_vec();
    let catalogue = (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec());
    for (tree, count) in
        [("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", 1), ("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", 1)]
    {
        let file = pdf_of(&[catalogue.clone(), (2, tree.as_bytes().to_vec()), (3, page.clone())], "");
        assert_eq!(open(file).await.expect("one page").pages(), count);
    }
}

#[tokio::test]
async fn deep_nesting_does_not_overrun_the_stack() {
    let deep = format!("/X {}{}", "[".repeat(200_000), "]".repeat(200_000));
    let in_catalogue = OnePage { catalogue: deep, ..OnePage::default() };
    let mut content = b"/A ".to_vec();
    content.extend(b"<</B ".repeat(100_000));
    content.extend(b"1");
    content.extend(b">>".repeat(100_000));
    content.extend(b" BDC EMC ");
    content.extend(TEXT);
    let in_content = OnePage { content: stream("", &content), ..OnePage::default() };
    for file in [in_catalogue, in_content] {
        match first_page(&renderer(), file.bytes()).await {
            Ok(_) => {}
            Err(failure) => assert!(exhausted(failure), "{failure:?}"),
        }
    }
    the_next_document_is_shown().await;
}

#[tokio::test]
async fn an_image_that_claims_to_be_huge_is_refused_from_its_header() {
    let mut png = written(halves(), ImageFormat::Png);
    // Width and height stand in the first chunk; its checksum is not looked at before its content.
    png[16..20].copy_from_slice(&19_999_u32.to_be_bytes());
    png[20..24].copy_from_slice(&19_999_u32.to_be_bytes());
    let checksum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert_eq!(open(png).await.err(), Some(PreviewFailure::TooLarge));

    let mut gif = written(halves(), ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0x60, 0xEA, 0x60, 0xEA]);
    let failure = open(gif).await.err();
    assert_eq!(failure, Some(PreviewFailure::TooLarge));
}

#[tokio::test]
async fn text_cannot_steer_the_screen() {
    // Glyph "A" is said to mean: override to right-to-left, "<b>", escape.
    let map = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap \
        1 begincodespacerange <00> <FF> endcodespacerange \
        1 beginbfchar <41> <202E003C0062003E001B> endbfchar endcmap end end";
    let file = OnePage {
        content: stream("", b"BT /F1 24 Tf 50 700 Td (A) Tj ET"),
        resources: "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>".to_owned(),
        more: vec![(5, stream("", map))],
        ..OnePage::default()
    };
    let page = first_page(&renderer(), file.bytes()).await.expect("a good page");
    assert_eq!(support::text_of(&page), "<b>");
}

#[tokio::test]
async fn a_page_with_endless_text_is_cut() {
    let mut content = b"BT /F1 1 Tf ".to_vec();
    content.extend(b"(0123456789abcdefghij) Tj ".repeat(5_000));
    content.extend(b"ET");
    let file = OnePage { content: stream("", &content), resources: FONT.to_owned(), ..OnePage::default() };
    let page = first_page(&renderer(), file.bytes()).await.expect("a good page");
    assert_eq!(support::text_of(&page).len(), 64_000);
}

#[tokio::test]
async fn cut_and_bitten_files_never_harm_the_parent() {
    // A fixed series (xorshift), so that a failure can be repeated.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("small")
    };
    let originals = [
        pages(2),
        written(halves(), ImageFormat::Jpeg),
        written(halves(), ImageFormat::Png),
        written(halves(), ImageFormat::Gif),
    ];
    for round in 0..60 {
        let mut bytes = originals[round % originals.len()].clone();
        for _ in 0..=next(8) {
            let place = 16 + next(bytes.len() - 16);
            bytes[place] ^= 1 << next(8);
        }
        if next(4) == 0 {
            bytes.truncate(16 + next(bytes.len() - 16));
        }
        match first_page(&renderer(), bytes).await {
            Ok(page) => assert!(page.width <= 800 && page.height <= 800),
            Err(failure) => assert!(
                exhausted(failure) || matches!(failure, PreviewFailure::TooLarge | PreviewFailure::PasswordNeeded),
                "round {round}: {failure:?}"
            ),
        }
    }
}

/// The checksum of PNG (ISO 3309), bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}
