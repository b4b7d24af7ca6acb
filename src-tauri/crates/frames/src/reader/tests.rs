use std::io::Read;

use proptest::prelude::*;

use super::*;

/// What came of reading a whole stream: the frames before its end or before the breach.
struct Outcome {
    frames: Vec<Frame>,
    breach: Option<Breach>,
    largest_buffer: usize,
}

/// Reads all frames, at most `at_a_time` bytes in each read.
fn read_all(mut stream: &[u8], max_edge: u32, at_a_time: usize) -> Outcome {
    let mut outcome = Outcome { frames: Vec::new(), breach: None, largest_buffer: 0 };
    let mut reader = FrameReader::new(max_edge);
    while !stream.is_empty() {
        let space = reader.space();
        assert!(!space.is_empty(), "a reader that wants must have room");
        let end = space.len().min(at_a_time);
        let count = stream.read(&mut space[..end]).expect("a slice always reads");
        match reader.filled(count) {
            Ok(Step::Wants(more)) => {
                let taken = match &more.state {
                    State::Pixels { bytes, .. } => bytes.len(),
                    State::Text(bytes) | State::LineBoxes(bytes) => bytes.capacity(),
                    State::Tag(_) | State::Fixed { .. } => 0,
                };
                outcome.largest_buffer = outcome.largest_buffer.max(taken);
                reader = more;
            }
            Ok(Step::Done(frame)) => {
                outcome.frames.push(frame);
                reader = FrameReader::new(max_edge);
            }
            Err(breach) => {
                outcome.breach = Some(breach);
                break;
            }
        }
    }
    outcome
}

fn wire(frames: &[Frame]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for frame in frames {
        frame.write_to(&mut bytes).expect("a vector takes all");
    }
    bytes
}

fn breach_of(bytes: &[u8]) -> Option<Breach> {
    read_all(bytes, MAX_EDGE, usize::MAX).breach
}

fn page_head(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![tag::PAGE];
    bytes.extend(width.to_le_bytes());
    bytes.extend(height.to_le_bytes());
    bytes
}

fn text_frame(text: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag::TEXT];
    bytes.extend(u32::try_from(text.len()).expect("short").to_le_bytes());
    bytes.extend(text);
    bytes
}

#[test]
fn a_picture_outside_the_limits_is_a_breach_before_a_byte_of_it_is_stored() {
    for (width, height) in
        [(0, 1), (1, 0), (8_001, 1), (1, 8_001), (4_001, 4_000), (u32::MAX, u32::MAX), (65_536, 65_536)]
    {
        let outcome = read_all(&page_head(width, height), MAX_EDGE, 9);
        assert_eq!(outcome.breach, Some(Breach::PictureSize));
        assert_eq!(outcome.largest_buffer, 0);
    }
}

#[test]
fn a_picture_at_the_limit_is_accepted() {
    let outcome = read_all(&page_head(4_000, 4_000), MAX_EDGE, 9);
    assert_eq!(outcome.breach, None);
    assert_eq!(outcome.largest_buffer, 64_000_000);
}

#[test]
fn a_picture_larger_than_asked_for_is_a_breach() {
    let outcome = read_all(&page_head(1_601, 10), 1_600, 9);
    assert_eq!(outcome.breach, Some(Breach::PictureSize));
    let outcome = read_all(&page_head(1, 1), 0, 9);
    assert_eq!(outcome.breach, Some(Breach::PictureSize));
}

#[test]
fn text_that_is_too_long_or_not_plain_is_a_breach() {
    let mut too_long = vec![tag::TEXT];
    too_long.extend(64_001_u32.to_le_bytes());
    assert_eq!(breach_of(&too_long), Some(Breach::TextLength));
    for bad in [b"\xff\xfe".as_slice(), b"a\x1b[31m", "a\u{202e}b".as_bytes()] {
        assert_eq!(breach_of(&text_frame(bad)), Some(Breach::TextNotPlain));
    }
}

#[test]
fn more_lines_than_a_page_may_have_are_a_breach_before_one_of_them_is_stored() {
    let mut too_many = vec![tag::LINE_BOXES];
    too_many.extend(8_001_u32.to_le_bytes());
    let outcome = read_all(&too_many, MAX_EDGE, 9);
    assert_eq!(outcome.breach, Some(Breach::LineCount));
    assert_eq!(outcome.largest_buffer, 0);
}

#[test]
fn codes_without_a_meaning_are_a_breach() {
    for bad in [
        vec![tag::PAGE_FAULT, 0],
        vec![tag::PAGE_FAULT, 4],
        vec![tag::DOCUMENT_FAULT, 0],
        vec![tag::DOCUMENT_FAULT, 255],
        vec![tag::FLAGS, 0, 0, 0, 1],
        vec![tag::CONFINED, 8],
        vec![tag::DOCUMENT, 1, 0, 0, 0, 0],
    ] {
        assert_eq!(breach_of(&bad), Some(Breach::UnknownCode));
    }
    for bad in [10, 11, b'<', 255] {
        assert_eq!(breach_of(&[bad]), Some(Breach::UnknownFrame));
    }
}

#[test]
fn a_document_without_pages_or_with_too_many_is_a_breach() {
    for pages in [0, MAX_PAGES + 1, u32::MAX] {
        let mut bytes = vec![tag::DOCUMENT];
        bytes.extend(pages.to_le_bytes());
        bytes.push(1);
        assert_eq!(breach_of(&bytes), Some(Breach::PageCount));
    }
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let kinds = prop_oneof![
        Just(DocumentKind::Pdf),
        Just(DocumentKind::Jpeg),
        Just(DocumentKind::Png),
        Just(DocumentKind::Gif),
        Just(DocumentKind::Webp),
        Just(DocumentKind::Bmp),
        Just(DocumentKind::Tiff),
        Just(DocumentKind::Heic),
    ];
    prop_oneof![
        (1..=MAX_PAGES, kinds).prop_map(|(pages, kind)| Frame::Document { pages, kind }),
        (1_u32..40, 1_u32..40).prop_map(|(width, height)| Frame::Page {
            width,
            height,
            rgba: vec![7; (width * height * 4) as usize].into(),
        }),
        any::<[u32; 2]>().prop_map(|[width, height]| Frame::Measure(Measure { width, height })),
        Just(Frame::PageFault(PageFault::Defeated)),
        Just(Frame::DocumentFault(DocumentFault::PasswordNeeded)),
        "[a-zåäö \n]{0,80}".prop_map(Frame::Text),
        (0_u32..256).prop_map(|bits| Frame::Flags(Flags::from_bits(bits).expect("known bits"))),
        prop::collection::vec(any::<[u16; 4]>(), 0..20).prop_map(|boxes| Frame::LineBoxes(
            boxes.into_iter().map(|[x, y, width, height]| LineBox { x, y, width, height }).collect(),
        )),
        (0_u8..8).prop_map(|bits| Frame::Confined(Confinement::from_bits(bits).expect("known bits"))),
        Just(Frame::End),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_however_the_pipe_cuts_it(
        frames in prop::collection::vec(any_frame(), 0..12),
        at_a_time in 1_usize..50,
    ) {
        let outcome = read_all(&wire(&frames), MAX_EDGE, at_a_time);
        prop_assert_eq!(outcome.breach, None);
        prop_assert_eq!(outcome.frames, frames);
    }

    #[test]
    fn a_random_stream_never_panics_and_never_takes_more_than_the_limit(
        stream in prop::collection::vec(prop_oneof![0_u8..10, any::<u8>()], 0..400),
        max_edge in any::<u32>(),
        at_a_time in 1_usize..64,
    ) {
        let outcome = read_all(&stream, max_edge, at_a_time);
        prop_assert!(outcome.largest_buffer <= 4 * MAX_PIXELS as usize);
    }

    #[test]
    fn a_flipped_bit_in_a_good_stream_never_panics(
        frames in prop::collection::vec(any_frame(), 1..6),
        place in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let mut bytes = wire(&frames);
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        let outcome = read_all(&bytes, MAX_EDGE, 64);
        prop_assert!(outcome.largest_buffer <= 4 * MAX_PIXELS as usize);
    }
}
