//! A document that a person looks at: the page that is asked for comes before everything else.
//!
//! One child draws one page at a time, so the order is decided here. What nobody waits for any more is not begun; what was
//! begun is let finish, since stopping it would cost the child.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use frames::Flags;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::{Document, Line, Page, Picture, PreviewFailure};
use crate::kind::FileKind;

/// Pages no larger than this, in pixels, are small pictures for a strip of pages, and wait for the page that is looked at.
pub const SMALL_EDGE: u32 = 400;
/// Nothing larger than this, in pixels, is drawn ahead.
const AHEAD_EDGE: u32 = 2_400;
/// Nor when the page before it took longer than this: it would be in the way of what is asked for.
const AHEAD_TIME: Duration = Duration::from_millis(500);
/// Enough to make words be heard without drawing anything to look at, in pixels.
const WORDS_EDGE: u32 = 64;
/// Encoded pages that are kept, in bytes.
const KEPT_BYTES: usize = 24 * 1024 * 1024;
/// Pages whose words are kept.
const KEPT_WORDS: usize = 64;

/// A page's words, and what to tell about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWords {
    /// Line by line.
    pub lines: Vec<Line>,
    /// What the page's picture does not show.
    pub flags: Flags,
}

/// An open document with a queue before it. Dropping it ends the child.
#[derive(Debug)]
pub struct Viewing {
    shared: Arc<Shared>,
    worker: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    kind: FileKind,
    pages: u32,
    state: Mutex<State>,
    wake: Notify,
}

#[derive(Debug)]
struct State {
    queue: Vec<Job>,
    /// The page that was last asked for to be looked at.
    shown: u32,
    flags: Flags,
    /// The least recently used first.
    kept: VecDeque<(u32, u32, Arc<Page>)>,
    words: VecDeque<(u32, Arc<PageWords>)>,
}

#[derive(Debug)]
struct Job {
    index: u32,
    edge: u32,
    answer: Answer,
}

/// To whom, and thereby how soon.
#[derive(Debug)]
enum Answer {
    /// `None`: a later request made this one void.
    Shown(oneshot::Sender<Result<Option<Arc<Page>>, PreviewFailure>>),
    Small(oneshot::Sender<Result<Option<Arc<Page>>, PreviewFailure>>),
    Words(oneshot::Sender<Result<Arc<PageWords>, PreviewFailure>>),
    Picture(oneshot::Sender<Result<Picture, PreviewFailure>>),
    /// To nobody yet.
    Ahead,
}

impl Job {
    fn is_wanted(&self) -> bool {
        match &self.answer {
            Answer::Shown(waiting) | Answer::Small(waiting) => !waiting.is_closed(),
            Answer::Words(waiting) => !waiting.is_closed(),
            Answer::Picture(waiting) => !waiting.is_closed(),
            Answer::Ahead => true,
        }
    }

    /// The smallest goes first.
    fn urgency(&self, shown: u32) -> (u8, u32) {
        let kind = match self.answer {
            Answer::Shown(_) => 0,
            Answer::Words(_) => 1,
            Answer::Picture(_) => 2,
            Answer::Small(_) => 3,
            Answer::Ahead => 4,
        };
        (kind, self.index.abs_diff(shown))
    }
}

impl Viewing {
    /// Begins with drawing the first page, its longest edge `first_edge` pixels, before it is asked for.
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    #[must_use]
    pub fn new(document: Document, first_edge: u32) -> Self {
        let shared = Arc::new(Shared {
            kind: document.kind(),
            pages: document.pages(),
            state: Mutex::new(State {
                queue: vec![Job { index: 0, edge: first_edge, answer: Answer::Ahead }],
                shown: 0,
                flags: document.flags(),
                kept: VecDeque::new(),
                words: VecDeque::new(),
            }),
            wake: Notify::new(),
        });
        let worker = tokio::spawn(work(document, Arc::clone(&shared)));
        Self { shared, worker }
    }

    /// What the file is.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        self.shared.kind
    }

    /// How many pages can be asked for.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.shared.pages
    }

    /// What is to be told about the document, and about the pages drawn so far.
    #[must_use]
    pub fn flags(&self) -> Flags {
        self.shared.state().flags
    }

    /// The page with this index, from 0, its longest edge at most `max_edge` pixels; as [`Document::page`]. `None` when
    /// another page, or the same in another size, was asked for to be looked at before this one was begun.
    ///
    /// # Errors
    /// As [`Document::page`].
    pub async fn page(&self, index: u32, max_edge: u32) -> Result<Option<Arc<Page>>, PreviewFailure> {
        let (answer, answered) = oneshot::channel();
        {
            let mut state = self.shared.state();
            if max_edge > SMALL_EDGE {
                state.shown = index;
                state.make_void(index, max_edge);
            }
            if let Some(page) = state.kept(index, max_edge) {
                if max_edge > SMALL_EDGE {
                    state.look_ahead(index, max_edge, self.shared.pages);
                    self.shared.wake.notify_one();
                }
                return Ok(Some(page));
            }
            let answer = if max_edge > SMALL_EDGE { Answer::Shown(answer) } else { Answer::Small(answer) };
            state.queue.push(Job { index, edge: max_edge, answer });
        }
        self.shared.wake.notify_one();
        answered.await.unwrap_or(Err(PreviewFailure::ChildDied))
    }

    /// The words of the page with this index, from 0. Costs nothing for a page that was drawn lately.
    ///
    /// # Errors
    /// As [`Document::page`].
    pub async fn words(&self, index: u32) -> Result<Arc<PageWords>, PreviewFailure> {
        let (answer, answered) = oneshot::channel();
        {
            let mut state = self.shared.state();
            if let Some(words) = state.words(index) {
                return Ok(words);
            }
            state.queue.push(Job { index, edge: WORDS_EDGE, answer: Answer::Words(answer) });
        }
        self.shared.wake.notify_one();
        answered.await.unwrap_or(Err(PreviewFailure::ChildDied))
    }

    /// A page as pixels, for a copy: waits for the page that is looked at, and is not kept.
    ///
    /// # Errors
    /// As [`Document::page`].
    pub async fn picture(&self, index: u32, max_edge: u32) -> Result<Picture, PreviewFailure> {
        let (answer, answered) = oneshot::channel();
        self.shared.state().queue.push(Job { index, edge: max_edge, answer: Answer::Picture(answer) });
        self.shared.wake.notify_one();
        answered.await.unwrap_or(Err(PreviewFailure::ChildDied))
    }
}

impl Drop for Viewing {
    fn drop(&mut self) {
        self.worker.abort();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn next(&self) -> Job {
        loop {
            if let Some(job) = self.state().next() {
                return job;
            }
            self.wake.notified().await;
        }
    }
}

impl State {
    /// The most urgent job that somebody still waits for.
    fn next(&mut self) -> Option<Job> {
        self.queue.retain(Job::is_wanted);
        let shown = self.shown;
        let most = self.queue.iter().enumerate().min_by_key(|(_, job)| job.urgency(shown))?.0;
        Some(self.queue.remove(most))
    }

    /// A person looks at one page at a time: what else was to be shown, or was to be drawn ahead of it, is not any more.
    fn make_void(&mut self, index: u32, edge: u32) {
        let (void, queue): (Vec<Job>, Vec<Job>) = self.queue.drain(..).partition(|job| match job.answer {
            Answer::Shown(_) => (job.index, job.edge) != (index, edge),
            Answer::Ahead => true,
            Answer::Small(_) | Answer::Words(_) | Answer::Picture(_) => false,
        });
        self.queue = queue;
        for job in void {
            if let Answer::Shown(waiting) = job.answer {
                // Who no longer listens has no need of it.
                let _ = waiting.send(Ok(None));
            }
        }
    }

    /// The page after this one is likely to be asked for next.
    fn look_ahead(&mut self, index: u32, edge: u32, pages: u32) {
        let next = index + 1;
        if edge <= AHEAD_EDGE && next < pages && self.kept(next, edge).is_none() {
            self.queue.push(Job { index: next, edge, answer: Answer::Ahead });
        }
    }

    fn kept(&mut self, index: u32, edge: u32) -> Option<Arc<Page>> {
        let at = self.kept.iter().position(|(kept, size, _)| (*kept, *size) == (index, edge))?;
        let found = self.kept.remove(at)?;
        let page = Arc::clone(&found.2);
        self.kept.push_back(found);
        Some(page)
    }

    fn words(&self, index: u32) -> Option<Arc<PageWords>> {
        self.words.iter().find(|(kept, _)| *kept == index).map(|(_, words)| Arc::clone(words))
    }

    fn keep(&mut self, index: u32, edge: u32, page: &Arc<Page>) {
        self.kept.push_back((index, edge, Arc::clone(page)));
        let mut bytes: usize = self.kept.iter().map(|(_, _, page)| page.jpeg.len()).sum();
        while bytes > KEPT_BYTES
            && let Some((_, _, oldest)) = self.kept.pop_front()
        {
            bytes -= oldest.jpeg.len();
        }
    }

    /// Takes note of a page's words, and tells whoever waits for them.
    fn keep_words(&mut self, index: u32, lines: &[Line], flags: Flags) {
        self.flags |= flags;
        let words = match self.words(index) {
            Some(words) => words,
            None => {
                let words = Arc::new(PageWords { lines: lines.to_vec(), flags });
                self.words.push_back((index, Arc::clone(&words)));
                if self.words.len() > KEPT_WORDS {
                    self.words.pop_front();
                }
                words
            }
        };
        let (told, queue): (Vec<Job>, Vec<Job>) =
            self.queue.drain(..).partition(|job| job.index == index && matches!(job.answer, Answer::Words(_)));
        self.queue = queue;
        for job in told {
            if let Answer::Words(waiting) = job.answer {
                // Who no longer listens has no need of them.
                let _ = waiting.send(Ok(Arc::clone(&words)));
            }
        }
    }
}

/// Draws one page after the other until nobody looks any more.
async fn work(mut document: Document, shared: Arc<Shared>) {
    loop {
        let job = shared.next().await;
        if let Answer::Picture(waiting) = job.answer {
            let picture = document.picture(job.index, job.edge).await;
            if let Ok(picture) = &picture {
                shared.state().keep_words(job.index, &picture.lines, picture.flags);
            }
            // Who no longer listens has no need of it.
            let _ = waiting.send(picture);
            continue;
        }
        let (index, edge) = (job.index, job.edge);
        let started = Instant::now();
        // The same may have been drawn since it was asked for.
        let kept = shared.state().kept(index, edge);
        let page = match kept {
            Some(page) => Ok(page),
            None => document.page(index, edge).await.map(Arc::new),
        };
        let mut state = shared.state();
        if let Ok(page) = &page {
            if state.kept(index, edge).is_none() && edge != WORDS_EDGE {
                state.keep(index, edge, page);
            }
            state.keep_words(index, &page.lines, page.flags);
        }
        match job.answer {
            Answer::Shown(waiting) => {
                if page.is_ok() && started.elapsed() <= AHEAD_TIME {
                    state.look_ahead(index, edge, shared.pages);
                }
                let _ = waiting.send(page.map(Some));
            }
            Answer::Small(waiting) => drop(waiting.send(page.map(Some))),
            Answer::Words(waiting) => {
                let words = page.map(|page| {
                    state
                        .words(index)
                        .unwrap_or_else(|| Arc::new(PageWords { lines: page.lines.clone(), flags: page.flags }))
                });
                let _ = waiting.send(words);
            }
            Answer::Picture(_) | Answer::Ahead => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State { queue: Vec::new(), shown: 0, flags: Flags::NONE, kept: VecDeque::new(), words: VecDeque::new() }
    }

    fn page(bytes: usize) -> Arc<Page> {
        Arc::new(Page {
            jpeg: zeroize::Zeroizing::new(vec![0; bytes]),
            width: 1,
            height: 1,
            paper: frames::Measure::default(),
            lines: Vec::new(),
            flags: Flags::NONE,
        })
    }

    type Waiting = oneshot::Receiver<Result<Option<Arc<Page>>, PreviewFailure>>;

    fn ask(state: &mut State, index: u32, edge: u32) -> Waiting {
        let (answer, waiting) = oneshot::channel();
        let answer = if edge > SMALL_EDGE { Answer::Shown(answer) } else { Answer::Small(answer) };
        state.queue.push(Job { index, edge, answer });
        waiting
    }

    #[test]
    fn the_page_that_is_looked_at_comes_before_the_strip_and_the_strip_begins_near_it() {
        let mut state = state();
        state.shown = 5;
        let strip: Vec<Waiting> = (0..8).map(|index| ask(&mut state, index, 256)).collect();
        let shown = ask(&mut state, 5, 1_600);
        let order: Vec<(u32, u32)> = std::iter::from_fn(|| state.next()).map(|job| (job.index, job.edge)).collect();
        assert_eq!(order[0], (5, 1_600));
        assert_eq!(order[1], (5, 256));
        assert_eq!(order[8], (0, 256));
        drop((strip, shown));
    }

    #[test]
    fn what_nobody_waits_for_any_more_is_not_drawn() {
        let mut state = state();
        drop(ask(&mut state, 1, 256));
        let waiting = ask(&mut state, 2, 256);
        assert_eq!(state.next().map(|job| job.index), Some(2));
        assert!(state.next().is_none());
        drop(waiting);
    }

    #[test]
    fn turning_over_many_pages_draws_the_last_of_them_only() {
        let mut state = state();
        let mut first = ask(&mut state, 1, 1_600);
        let mut strip = ask(&mut state, 1, 256);
        state.make_void(2, 1_600);
        let last = ask(&mut state, 2, 1_600);
        assert_eq!(first.try_recv(), Ok(Ok(None)));
        assert!(strip.try_recv().is_err(), "the strip still wants its picture");
        assert_eq!(state.next().map(|job| job.index), Some(2));
        drop(last);
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let mut state = state();
        for index in 0..5 {
            state.keep(index, 1_600, &page(KEPT_BYTES / 3));
        }
        assert!(state.kept(1, 1_600).is_none());
        assert!(state.kept(4, 1_600).is_some() && state.kept(2, 1_600).is_some());
        state.keep(9, 8_000, &page(KEPT_BYTES + 1));
        assert!(state.kept.is_empty(), "one that is too large is not kept either");
    }
}
