//! All pages of a document, drawn by one child or by several side by side.

use std::num::NonZero;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::available_parallelism;

use frames::{Flags, Measure};
use futures_util::future::try_join;

use super::{Picture, Pictures, PreviewFailure};
use crate::background;

/// From this many pages on a second child pays for its start.
const LONG: u32 = 20;

/// Whether a second child is to help with a document of so many pages. Never a third, since each may take the memory that
/// one child is granted.
fn deserves_help(pages: u32) -> bool {
    pages >= LONG && available_parallelism().map_or(1, NonZero::get) > 1
}

/// How large pages are to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The longest edge at first, in pixels.
    pub edge: u32,
    /// The longest edge that a page of this measure deserves, in pixels. If that is more it is drawn once more.
    pub deserved: fn(Measure) -> u32,
}

/// Draws every page and does `work` with each, away from the asynchronous threads and while the next is drawn. What comes of
/// it stands in the order of the pages; with it what is to be told about the document and its pages.
///
/// `help` is asked for only where the document is long: another hand that holds the same document. The first has begun by
/// then. Where no help comes one hand draws it all. None has more than one finished page waiting.
///
/// # Errors
/// The first page that cannot be drawn: as [`Pictures::picture`].
pub async fn every_page<P: Pictures, T: Send + 'static>(
    hand: &mut P,
    help: impl Future<Output = Option<P>>,
    size: Size,
    work: impl Fn(Picture) -> T + Clone + Send + 'static,
) -> Result<(Vec<T>, Flags), PreviewFailure> {
    let next = AtomicU32::new(0);
    let is_long = deserves_help(hand.pages());
    let helped = async {
        let helper = if is_long { help.await } else { None };
        let Some(mut helper) = helper else { return Ok((Vec::new(), Flags::NONE)) };
        let drawn = some_pages(&mut helper, &next, size, work.clone()).await?;
        let flags = helper.flags();
        helper.leave().await;
        Ok((drawn, flags))
    };
    let (mut pages, (more, flags)) = try_join(some_pages(hand, &next, size, work.clone()), helped).await?;
    pages.extend(more);
    pages.sort_by_key(|(index, _)| *index);
    Ok((pages.into_iter().map(|(_, page)| page).collect(), hand.flags() | flags))
}

/// One hand takes the next page that nobody has begun, until there is none.
async fn some_pages<P: Pictures, T: Send + 'static>(
    hand: &mut P,
    next: &AtomicU32,
    size: Size,
    work: impl Fn(Picture) -> T + Clone + Send + 'static,
) -> Result<Vec<(u32, T)>, PreviewFailure> {
    let mut done = Vec::new();
    let mut working = None;
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        if index >= hand.pages() {
            break;
        }
        let mut picture = hand.picture(index, size.edge).await?;
        let deserved = (size.deserved)(picture.paper);
        if deserved > size.edge {
            picture = hand.picture(index, deserved).await?;
        }
        finish(&mut done, working.take()).await?;
        let work = work.clone();
        working = Some((index, background::run(move || work(picture))));
    }
    finish(&mut done, working).await?;
    Ok(done)
}

async fn finish<T>(
    done: &mut Vec<(u32, T)>,
    working: Option<(u32, impl Future<Output = Option<T>>)>,
) -> Result<(), PreviewFailure> {
    if let Some((index, working)) = working {
        let worked = working.await.ok_or(PreviewFailure::ChildDied)?;
        done.push((index, worked));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::future::ready;
    use std::sync::Arc;

    use super::*;
    use crate::kind::FileKind;

    /// Draws each page as one pixel that says which page it is, and lets others go first.
    struct Hand {
        pages: u32,
        broken: Option<u32>,
        drawn: Vec<(u32, u32)>,
        left: Arc<AtomicU32>,
    }

    impl Hand {
        fn new(pages: u32) -> Self {
            Self { pages, broken: None, drawn: Vec::new(), left: Arc::default() }
        }
    }

    impl Pictures for Hand {
        fn kind(&self) -> FileKind {
            FileKind::Pdf
        }

        fn pages(&self) -> u32 {
            self.pages
        }

        fn flags(&self) -> Flags {
            Flags::NONE
        }

        async fn picture(&mut self, index: u32, max_edge: u32) -> Result<Picture, PreviewFailure> {
            tokio::task::yield_now().await;
            self.drawn.push((index, max_edge));
            if self.broken == Some(index) {
                return Err(PreviewFailure::BadFile);
            }
            let paper = Measure { width: index * 100, height: 1 };
            let page = u8::try_from(index).unwrap_or(u8::MAX);
            let rgba = vec![page; 4].into();
            Ok(Picture { rgba, width: 1, height: 1, paper, lines: Vec::new(), flags: Flags::NONE })
        }

        async fn leave(self) {
            let drawn = u32::try_from(self.drawn.len()).unwrap_or(u32::MAX);
            self.left.store(drawn, Ordering::Relaxed);
        }
    }

    const SIZE: Size = Size { edge: 100, deserved: |paper| if paper.width == 300 { 500 } else { 50 } };

    #[tokio::test]
    async fn two_hands_draw_each_page_once_and_the_order_is_the_documents() {
        let (mut hand, helper) = (Hand::new(30), Hand::new(30));
        let by_helper = Arc::clone(&helper.left);
        let drawn = every_page(&mut hand, ready(Some(helper)), SIZE, |picture| picture.rgba[0]).await;
        let (pages, _) = drawn.expect("all pages");
        assert_eq!(pages, (0..30).collect::<Vec<u8>>());
        let by_helper = by_helper.load(Ordering::Relaxed);
        assert_eq!(by_helper > 5, deserves_help(30), "both had a part in it, where there are two processors");
        let by_first = u32::try_from(hand.drawn.len()).expect("few");
        assert_eq!(by_first + by_helper, 31, "only what deserves it is drawn once more");
    }

    #[tokio::test]
    async fn nobody_waits_for_help_that_does_not_come() {
        let mut hand = Hand::new(30);
        let (pages, _) = every_page(&mut hand, ready(None), SIZE, |picture| picture.rgba[0]).await.expect("all pages");
        assert_eq!(pages.len(), 30);
    }

    #[tokio::test]
    async fn a_short_document_asks_for_no_help() {
        let mut hand = Hand::new(LONG - 1);
        let never = async { panic!("it is not asked") };
        let (pages, _) = every_page(&mut hand, never, SIZE, |picture| picture.rgba[0]).await.expect("all pages");
        assert_eq!(pages.len(), 19);
    }

    #[tokio::test]
    async fn a_page_that_cannot_be_drawn_is_never_left_out_in_silence() {
        let mut hand = Hand { broken: Some(3), ..Hand::new(30) };
        let helper = Hand { broken: Some(3), ..Hand::new(30) };
        let pages = every_page(&mut hand, ready(Some(helper)), SIZE, |_| ()).await;
        assert_eq!(pages, Err(PreviewFailure::BadFile));
    }
}
