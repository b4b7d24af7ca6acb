//! A document that a person looks at: the page that is asked for comes before everything else.
//!
//! One child draws one page at a time, so the order is decided here. What nobody waits for any more is not begun; what was
//! begun is let finish, since stopping it would cost the child.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use frames::Flags;
use tokio::sync::{Notify, Semaphore, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::{Document, Line, Page, Picture, PreviewFailure, jpeg};
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
/// Drawn pages that become JPEGs at the same time, beside the one that is drawn.
const ENCODED_AT_ONCE: usize = 2;
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
    /// Drawn, and becoming a JPEG.
    encoding: Vec<(u32, u32)>,
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

impl Answer {
    /// Whether a page for the screen is wanted.
    fn is_page(&self) -> bool {
        matches!(self, Self::Shown(_) | Self::Small(_) | Self::Ahead)
    }

    /// Gives a page to whoever waits for one. Who no longer listens has no need of it.
    fn page(self, page: Result<Arc<Page>, PreviewFailure>) {
        match self {
            Self::Shown(waiting) | Self::Small(waiting) => drop(waiting.send(page.map(Some))),
            Self::Words(_) | Self::Picture(_) | Self::Ahead => {}
        }
    }

    fn fail(self, failure: PreviewFailure) {
        match self {
            Self::Shown(waiting) | Self::Small(waiting) => drop(waiting.send(Err(failure))),
            Self::Words(waiting) => drop(waiting.send(Err(failure))),
            Self::Picture(waiting) => drop(waiting.send(Err(failure))),
            Self::Ahead => {}
        }
    }
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
                encoding: Vec::new(),
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

    /// A picture has become a page, or could not.
    fn encoded(&self, index: u32, edge: u32, answer: Answer, page: Result<Page, PreviewFailure>) {
        let page = page.map(Arc::new);
        {
            let mut state = self.state();
            state.encoding.retain(|encoding| *encoding != (index, edge));
            if let Ok(page) = &page {
                state.keep(index, edge, page);
            }
        }
        answer.page(page);
        // Others may have waited for this very page.
        self.wake.notify_one();
    }

    /// The page, if it was drawn since it was asked for. Whoever looks at it will want the next.
    fn kept_for(&self, answer: &Answer, index: u32, edge: u32) -> Option<Arc<Page>> {
        let mut state = self.state();
        let page = state.kept(index, edge)?;
        if matches!(answer, Answer::Shown(_)) {
            state.look_ahead(index, edge, self.pages);
        }
        Some(page)
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
        // What becomes a page just now is not drawn once more, but waited for.
        let ready = |job: &Job| !(job.answer.is_page() && self.encoding.contains(&(job.index, job.edge)));
        let jobs = self.queue.iter().enumerate().filter(|(_, job)| ready(job));
        let most = jobs.min_by_key(|(_, job)| job.urgency(shown))?.0;
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
        let is_coming = self.encoding.contains(&(next, edge));
        if edge <= AHEAD_EDGE && next < pages && !is_coming && self.kept(next, edge).is_none() {
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
    fn keep_words(&mut self, index: u32, lines: &[Line], flags: Flags) -> Arc<PageWords> {
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
        words
    }
}

/// Draws one page after the other until nobody looks any more. A page becomes a JPEG while the next is drawn.
async fn work(mut document: Document, shared: Arc<Shared>) {
    let encoders = Arc::new(Semaphore::new(ENCODED_AT_ONCE));
    loop {
        let Job { index, edge, answer } = shared.next().await;
        if answer.is_page()
            && let Some(page) = shared.kept_for(&answer, index, edge)
        {
            answer.page(Ok(page));
            continue;
        }
        let started = Instant::now();
        let picture = match document.picture(index, edge).await {
            Ok(picture) => picture,
            Err(failure) => {
                answer.fail(failure);
                continue;
            }
        };
        let words = shared.state().keep_words(index, &picture.lines, picture.flags);
        match answer {
            // Who no longer listens has no need of it.
            Answer::Picture(waiting) => drop(waiting.send(Ok(picture))),
            Answer::Words(waiting) => drop(waiting.send(Ok(words))),
            answer @ (Answer::Shown(_) | Answer::Small(_) | Answer::Ahead) => {
                {
                    let mut state = shared.state();
                    state.encoding.push((index, edge));
                    if matches!(answer, Answer::Shown(_)) && started.elapsed() <= AHEAD_TIME {
                        state.look_ahead(index, edge, shared.pages);
                    }
                }
                let Ok(place) = Arc::clone(&encoders).acquire_owned().await else { return };
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    let page = tokio::task::spawn_blocking(move || jpeg::page(picture)).await;
                    drop(place);
                    shared.encoded(index, edge, answer, page.unwrap_or(Err(PreviewFailure::ChildDied)));
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State {
            queue: Vec::new(),
            shown: 0,
            flags: Flags::NONE,
            encoding: Vec::new(),
            kept: VecDeque::new(),
            words: VecDeque::new(),
        }
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
    fn a_page_that_becomes_a_jpeg_is_waited_for_and_not_drawn_once_more() {
        let mut state = state();
        state.encoding.push((1, 1_600));
        let shown = ask(&mut state, 1, 1_600);
        let strip = ask(&mut state, 1, 256);
        assert_eq!(state.next().map(|job| job.edge), Some(256), "the strip's picture is another one");
        assert!(state.next().is_none());
        state.encoding.clear();
        assert_eq!(state.next().map(|job| job.edge), Some(1_600));
        drop((shown, strip));
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
