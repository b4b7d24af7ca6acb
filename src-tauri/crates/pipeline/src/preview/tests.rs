//! How the parent fares with children that do not behave. The shell plays the child.

use std::time::Duration;

use super::*;

/// A child that runs this script.
fn child(script: &str) -> Renderer {
    Renderer {
        program: PathBuf::from("/bin/sh"),
        arguments: vec!["-c".to_owned(), script.to_owned()],
        limits: Limits::default(),
    }
}

fn pdf(length: usize) -> Zeroizing<Vec<u8>> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(length, b' ');
    Zeroizing::new(bytes)
}

/// Says that it is confined.
const CONFINED: &str = r"printf '\007\003';";
/// Says that it is confined, and reads the length of [`pdf`]\(20\) with its head, as a well-behaved child does.
const LISTEN: &str = r"printf '\007\003'; head -c 32 > /dev/null;";
/// Says that the document has two pages and nothing is to be told.
const OPENED: &str = r"printf '\000\002\000\000\000\001\005\000\000\000\000';";
/// Ceases without ending.
const FREEZE: &str = "kill -STOP $$;";

async fn opened(after: &str) -> Document {
    child(&format!("{LISTEN}{OPENED}{after}")).open(pdf(20), None).await.expect("the child opens it")
}

#[tokio::test]
async fn a_program_that_is_not_there_is_told_as_missing() {
    let failure = Renderer::new("/nowhere/budkavle-render").open(pdf(20), None).await.expect_err("nothing to start");
    assert_eq!(failure, PreviewFailure::ChildMissing);
}

#[tokio::test]
async fn a_refused_kind_starts_no_child() {
    let renderer = Renderer::new("/nowhere/budkavle-render");
    let failure = renderer.open(Zeroizing::new(b"<html>".to_vec()), None).await.expect_err("not a document");
    assert_eq!(failure, PreviewFailure::Refused(Refused::LooksLikeMarkup));
}

#[tokio::test]
async fn a_child_that_writes_garbage_is_a_breach() {
    let failure = child("printf 'HTTP/1.1 200 OK'; cat > /dev/null").open(pdf(20), None).await.expect_err("garbage");
    assert_eq!(failure, PreviewFailure::Breach(Breach::UnknownFrame));
}

#[tokio::test]
async fn a_child_that_never_stops_talking_is_a_breach() {
    let failure =
        child(&format!("{CONFINED} cat /dev/zero")).open(pdf(20), None).await.expect_err("an endless stream of zeroes");
    assert_eq!(failure, PreviewFailure::Breach(Breach::PageCount));
}

#[tokio::test]
async fn a_child_that_answers_before_it_has_listened_is_a_breach() {
    let failure =
        child(&format!("{CONFINED}{OPENED}{FREEZE}")).open(pdf(4_000_000), None).await.expect_err("it cannot know yet");
    assert_eq!(failure, PreviewFailure::Breach(Breach::OutOfTurn));
}

#[tokio::test]
async fn a_child_that_does_not_listen_times_out_and_does_not_lock_the_parent() {
    let failure = child(FREEZE)
        .with_limits(Limits { page: Duration::from_millis(50), ..Limits::default() })
        .open(pdf(4_000_000), None)
        .await
        .expect_err("nobody reads");
    assert_eq!(failure, PreviewFailure::TimedOut);
}

#[tokio::test]
async fn a_child_that_hangs_on_a_page_times_out_for_good() {
    let mut document = opened(FREEZE).await;
    document.page_limit = Duration::from_millis(50);
    for _ in 0..2 {
        let failure = document.page(0, 100).await.expect_err("it hangs");
        assert_eq!(failure, PreviewFailure::TimedOut);
    }
}

#[tokio::test]
async fn the_time_of_all_pages_together_is_limited() {
    let mut document = opened(FREEZE).await;
    document.page_limit = Duration::from_secs(3_600);
    document.remaining = Duration::from_millis(50);
    let failure = document.page(0, 100).await.expect_err("it hangs");
    assert_eq!(failure, PreviewFailure::TimedOut);
}

#[tokio::test]
async fn out_of_memory_a_violation_and_a_crash_are_told_apart() {
    for (script, expected) in [
        ("SYS", PreviewFailure::Violation),
        ("ABRT", PreviewFailure::OutOfMemory),
        ("XCPU", PreviewFailure::TimedOut),
        ("KILL", PreviewFailure::ChildDied),
        ("SEGV", PreviewFailure::ChildDied),
    ] {
        let failure = child(&format!("{LISTEN} kill -{script} $$")).open(pdf(20), None).await.expect_err("it dies");
        assert_eq!(failure, expected, "{script}");
        let mut document = opened(&format!("head -c 9 > /dev/null; kill -{script} $$")).await;
        let failure = document.page(0, 100).await.expect_err("it dies");
        assert_eq!(failure, expected, "{script}");
    }
}

#[tokio::test]
async fn a_stream_that_ends_inside_a_frame_is_a_breach() {
    let failure = child(&format!(r"{LISTEN} printf '\000\001'")).open(pdf(20), None).await.expect_err("half a frame");
    assert_eq!(failure, PreviewFailure::Breach(Breach::CutShort));
}

#[tokio::test]
async fn a_picture_larger_than_asked_for_is_a_breach() {
    // 101 by 1.
    let mut document =
        opened(&format!(r"head -c 9 > /dev/null; printf '\001\145\000\000\000\001\000\000\000'; {FREEZE}")).await;
    let failure = document.page(0, 100).await.expect_err("too wide");
    assert_eq!(failure, PreviewFailure::Breach(Breach::PictureSize));
}

#[tokio::test]
async fn a_child_that_is_not_confined_as_it_must_be_gets_no_document() {
    // Nothing, limits alone, and a word about itself.
    for hello in [r"printf '\007\000';", r"printf '\007\001';", r"printf '\011\005';"] {
        let failure = child(&format!("{hello}{FREEZE}")).open(pdf(20), None).await.expect_err("no document for it");
        assert_eq!(failure, PreviewFailure::NotConfined);
    }
    let failure = child(&format!("{OPENED}{FREEZE}")).open(pdf(20), None).await.expect_err("it does not say");
    assert_eq!(failure, PreviewFailure::Breach(Breach::OutOfTurn));
}

#[tokio::test]
async fn another_number_of_places_than_of_lines_is_a_breach() {
    let pixel = r"printf '\001\001\000\000\000\001\000\000\000\377\377\377\377\010\012\000\000\000\024\000\000\000\004\001\000\000\000a";
    let mut document = opened(&format!(r"head -c 9 > /dev/null; {pixel}\006\000\000\000\000'; {FREEZE}")).await;
    let failure = document.page(0, 100).await.expect_err("a line without a place");
    assert_eq!(failure, PreviewFailure::Breach(Breach::LineCount));
}

#[tokio::test]
async fn another_kind_than_was_handed_over_is_a_breach() {
    let as_png = OPENED.replace(r"\001\005", r"\003\005");
    let failure = child(&format!("{LISTEN}{as_png}{FREEZE}")).open(pdf(20), None).await.expect_err("a PDF is no PNG");
    assert_eq!(failure, PreviewFailure::Breach(Breach::OutOfTurn));
}

#[tokio::test]
async fn frames_out_of_turn_are_a_breach() {
    // A second "document", a text, flags, "no such page" of a page that it counted itself.
    for answer in [
        OPENED,
        r"printf '\004\000\000\000\000';",
        r"printf '\005\000\000\000\000';",
        r"printf '\002\001';",
        r"printf '\003';",
    ] {
        let mut document = opened(&format!("head -c 9 > /dev/null; {answer}{FREEZE}")).await;
        let failure = document.page(0, 100).await.expect_err("out of turn");
        assert_eq!(failure, PreviewFailure::Breach(Breach::OutOfTurn));
    }
}

#[tokio::test]
async fn a_page_that_cannot_be_read_leaves_the_others() {
    let one_pixel = r"printf '\001\001\000\000\000\001\000\000\000\377\377\377\377\010\012\000\000\000\024\000\000\000\004\001\000\000\000a\006\001\000\000\000\001\000\002\000\003\000\004\000\005\001\000\000\000';";
    let mut document = opened(&format!(
        r"head -c 9 > /dev/null; printf '\002\002'; head -c 9 > /dev/null; {one_pixel} cat > /dev/null"
    ))
    .await;
    let failure = document.page(0, 100).await.expect_err("unreadable");
    assert_eq!(failure, PreviewFailure::BadFile);
    let failure = document.page(2, 100).await.expect_err("two pages only");
    assert_eq!(failure, PreviewFailure::NoSuchPage);
    let page = document.page(1, 100).await.expect("readable");
    let place = LineBox { x: 1, y: 2, width: 3, height: 4 };
    assert_eq!((page.width, page.height), (1, 1));
    assert_eq!(page.paper, Measure { width: 10, height: 20 });
    assert_eq!(page.lines, [Line { text: "a".to_owned(), place }]);
    assert_eq!(page.flags, Flags::LOOKS_EMPTY);
    assert!(document.flags().contains(Flags::LOOKS_EMPTY));
}

#[tokio::test]
async fn whoever_stops_waiting_leaves_a_document_that_says_so() {
    let mut document = opened(FREEZE).await;
    {
        let waiting = document.page(0, 100);
        tokio::pin!(waiting);
        // Begun, and then given up at once.
        tokio::select! {
            biased;
            _ = &mut waiting => panic!("a frozen child cannot answer"),
            () = std::future::ready(()) => {}
        }
    }
    let failure = document.page(0, 100).await.expect_err("its child is gone");
    assert_eq!(failure, PreviewFailure::ChildDied);
}

#[tokio::test]
async fn a_child_that_says_more_after_its_end_is_a_breach() {
    let document = opened(r"head -c 1 > /dev/null; printf '\003\003'").await;
    let failure = document.close().await.expect_err("it goes on");
    assert_eq!(failure, PreviewFailure::Breach(Breach::OutOfTurn));
    opened(r"head -c 1 > /dev/null; printf '\003'").await.close().await.expect("a proper farewell");
}

#[tokio::test]
async fn a_page_that_was_drawn_is_shown_again_and_its_words_are_told_without_asking_the_child() {
    let one_pixel = r"printf '\001\001\000\000\000\001\000\000\000\377\377\377\377\010\012\000\000\000\024\000\000\000\004\001\000\000\000a\006\001\000\000\000\001\000\002\000\003\000\004\000\005\001\000\000\000';";
    // Page 1 at once, page 2 ahead of being asked for, and then nothing more.
    let viewing = Viewing::new(
        opened(&format!("head -c 9 > /dev/null; {one_pixel} head -c 9 > /dev/null; {one_pixel} {FREEZE}")).await,
        1_600,
    );
    for _ in 0..2 {
        let page = viewing.page(0, 1_600).await.expect("drawn").expect("still wanted");
        assert_eq!(page.flags, Flags::LOOKS_EMPTY);
    }
    let words = viewing.words(0).await.expect("known");
    assert_eq!((words.lines[0].text.as_str(), words.flags), ("a", Flags::LOOKS_EMPTY));
    assert!(viewing.page(1, 1_600).await.expect("drawn ahead").is_some());
    assert!(viewing.flags().contains(Flags::LOOKS_EMPTY));
}

#[tokio::test]
async fn whoever_stops_looking_at_a_page_costs_no_child() {
    let one_pixel = r"printf '\001\001\000\000\000\001\000\000\000\377\377\377\377\010\012\000\000\000\024\000\000\000\004\001\000\000\000a\006\001\000\000\000\001\000\002\000\003\000\004\000\005\001\000\000\000';";
    let viewing = Viewing::new(opened(&format!("while head -c 9 > /dev/null; do {one_pixel} done")).await, 1_600);
    {
        let waiting = viewing.page(1, 1_600);
        tokio::pin!(waiting);
        // Begun, and then given up at once.
        tokio::select! {
            biased;
            _ = &mut waiting => {}
            () = std::future::ready(()) => {}
        }
    }
    assert!(viewing.page(0, 900).await.expect("the child lives").is_some());
}
