//! All pages of a document, drawn by one child or by several side by side.

use std::num::NonZero;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::available_parallelism;

use frames::Measure;
use futures_util::future::try_join_all;
use tokio::task::JoinHandle;

use super::{Picture, Pictures, PreviewFailure};

/// From this many pages on a second child pays for its start.
const LONG: u32 = 20;

/// How many children are to draw all pages of a document that has so many: at most two, since each may take the memory that
/// one child is granted.
#[must_use]
pub fn hands_for(pages: u32) -> usize {
    let processors = available_parallelism().map_or(1, NonZero::get);
    if pages >= LONG { processors.min(2) } else { 1 }
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
/// it stands in the order of the pages.
///
/// All hands hold the same document. None of them has more than one finished page waiting.
///
/// # Errors
/// The first page that cannot be drawn: as [`Pictures::picture`].
pub async fn every_page<P: Pictures, T: Send + 'static>(
    hands: &mut [P],
    size: Size,
    work: impl Fn(Picture) -> T + Clone + Send + 'static,
) -> Result<Vec<T>, PreviewFailure> {
    let next = AtomicU32::new(0);
    let drawn = hands.iter_mut().map(|hand| some_pages(hand, &next, size, work.clone()));
    let mut pages: Vec<(u32, T)> = try_join_all(drawn).await?.into_iter().flatten().collect();
    pages.sort_by_key(|(index, _)| *index);
    Ok(pages.into_iter().map(|(_, page)| page).collect())
}

/// One hand takes the next page that nobody has begun, until there is none.
async fn some_pages<P: Pictures, T: Send + 'static>(
    hand: &mut P,
    next: &AtomicU32,
    size: Size,
    work: impl Fn(Picture) -> T + Clone + Send + 'static,
) -> Result<Vec<(u32, T)>, PreviewFailure> {
    let mut done = Vec::new();
    let mut working: Option<(u32, JoinHandle<T>)> = None;
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
        working = Some((index, tokio::task::spawn_blocking(move || work(picture))));
    }
    finish(&mut done, working).await?;
    Ok(done)
}

async fn finish<T>(done: &mut Vec<(u32, T)>, working: Option<(u32, JoinHandle<T>)>) -> Result<(), PreviewFailure> {
    if let Some((index, working)) = working {
        done.push((index, working.await.map_err(|_| PreviewFailure::ChildDied)?));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use frames::Flags;

    use super::*;
    use crate::kind::FileKind;

    /// Draws each page as one pixel that says which page it is, and lets others go first.
    struct Hand {
        pages: u32,
        broken: Option<u32>,
        drawn: Vec<(u32, u32)>,
    }

    impl Hand {
        fn new(pages: u32) -> Self {
            Self { pages, broken: None, drawn: Vec::new() }
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
    }

    const SIZE: Size = Size { edge: 100, deserved: |paper| if paper.width == 300 { 500 } else { 50 } };

    #[tokio::test]
    async fn two_hands_draw_each_page_once_and_the_order_is_the_documents() {
        let mut hands = [Hand::new(30), Hand::new(30)];
        let pages = every_page(&mut hands, SIZE, |picture| picture.rgba[0]).await.expect("all pages");
        assert_eq!(pages, (0..30).collect::<Vec<u8>>());
        assert!(hands.iter().all(|hand| hand.drawn.len() > 5), "both had a part in it");
        let twice: Vec<_> = hands.iter().flat_map(|hand| &hand.drawn).filter(|(_, edge)| *edge == 500).collect();
        assert_eq!(twice, [&(3, 500)], "only what deserves it is drawn once more");
    }

    #[tokio::test]
    async fn a_page_that_cannot_be_drawn_is_never_left_out_in_silence() {
        let mut hands = [Hand::new(5), Hand { broken: Some(3), ..Hand::new(5) }];
        hands[0].broken = Some(3);
        let pages = every_page(&mut hands, SIZE, |_| ()).await;
        assert_eq!(pages, Err(PreviewFailure::BadFile));
    }

    #[test]
    fn a_short_document_takes_one_child() {
        assert_eq!(hands_for(1), 1);
        assert!((1..=2).contains(&hands_for(LONG)));
    }
}
