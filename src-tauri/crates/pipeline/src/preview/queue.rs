//! What is wanted of a document that a person looks at, in the order in which it is drawn, and what of it is kept.

use std::collections::VecDeque;
use std::sync::Arc;

use frames::Flags;
use tokio::sync::oneshot;

use super::{Line, Page, Picture, PreviewFailure};

/// Pages no larger than this, in pixels, are small pictures for a strip of pages, and wait for the page that is looked at.
pub const SMALL_EDGE: u32 = 400;
/// Nothing larger than this, in pixels, is drawn ahead.
const AHEAD_EDGE: u32 = 2_400;
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

/// What is asked for and what is there.
#[derive(Debug)]
pub(super) struct Queue {
    pub(super) jobs: Vec<Job>,
    /// The page that was last asked for to be looked at.
    pub(super) shown: u32,
    pub(super) flags: Flags,
    /// Drawn, and becoming a JPEG.
    pub(super) encoding: Vec<(u32, u32)>,
    /// The least recently used first.
    pub(super) kept: VecDeque<(u32, u32, Arc<Page>)>,
    pub(super) words: VecDeque<(u32, Arc<PageWords>)>,
}

/// A page in a size, and for whom.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) index: u32,
    pub(super) edge: u32,
    pub(super) answer: Answer,
}

/// To whom, and thereby how soon.
#[derive(Debug)]
pub(super) enum Answer {
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
    pub(super) fn is_page(&self) -> bool {
        matches!(self, Self::Shown(_) | Self::Small(_) | Self::Ahead)
    }

    /// Gives a page to whoever waits for one. Who no longer listens has no need of it.
    pub(super) fn page(self, page: Result<Arc<Page>, PreviewFailure>) {
        match self {
            Self::Shown(waiting) | Self::Small(waiting) => drop(waiting.send(page.map(Some))),
            Self::Words(_) | Self::Picture(_) | Self::Ahead => {}
        }
    }

    pub(super) fn fail(self, failure: PreviewFailure) {
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

impl Queue {
    /// Of a document of which this is to be told, and whose first page is wanted soon, its longest edge so many pixels.
    pub(super) fn new(first_edge: u32, flags: Flags) -> Self {
        Self {
            jobs: vec![Job { index: 0, edge: first_edge, answer: Answer::Ahead }],
            shown: 0,
            flags,
            encoding: Vec::new(),
            kept: VecDeque::new(),
            words: VecDeque::new(),
        }
    }

    /// The most urgent job that somebody still waits for.
    pub(super) fn next(&mut self) -> Option<Job> {
        self.jobs.retain(Job::is_wanted);
        let shown = self.shown;
        // What becomes a page just now is not drawn once more, but waited for.
        let ready = |job: &Job| !(job.answer.is_page() && self.encoding.contains(&(job.index, job.edge)));
        let jobs = self.jobs.iter().enumerate().filter(|(_, job)| ready(job));
        let most = jobs.min_by_key(|(_, job)| job.urgency(shown))?.0;
        Some(self.jobs.remove(most))
    }

    /// A person looks at one page at a time: what else was to be shown, or was to be drawn ahead of it, is not any more.
    pub(super) fn make_void(&mut self, index: u32, edge: u32) {
        let (void, jobs): (Vec<Job>, Vec<Job>) = self.jobs.drain(..).partition(|job| match job.answer {
            Answer::Shown(_) => (job.index, job.edge) != (index, edge),
            Answer::Ahead => true,
            Answer::Small(_) | Answer::Words(_) | Answer::Picture(_) => false,
        });
        self.jobs = jobs;
        for job in void {
            if let Answer::Shown(waiting) = job.answer {
                // Who no longer listens has no need of it.
                let _ = waiting.send(Ok(None));
            }
        }
    }

    /// The page after this one is likely to be asked for next.
    pub(super) fn look_ahead(&mut self, index: u32, edge: u32, pages: u32) {
        let next = index + 1;
        let is_coming = self.encoding.contains(&(next, edge));
        if edge <= AHEAD_EDGE && next < pages && !is_coming && self.kept(next, edge).is_none() {
            self.jobs.push(Job { index: next, edge, answer: Answer::Ahead });
        }
    }

    pub(super) fn kept(&mut self, index: u32, edge: u32) -> Option<Arc<Page>> {
        let at = self.kept.iter().position(|(kept, size, _)| (*kept, *size) == (index, edge))?;
        let found = self.kept.remove(at)?;
        let page = Arc::clone(&found.2);
        self.kept.push_back(found);
        Some(page)
    }

    pub(super) fn words(&self, index: u32) -> Option<Arc<PageWords>> {
        self.words.iter().find(|(kept, _)| *kept == index).map(|(_, words)| Arc::clone(words))
    }

    pub(super) fn keep(&mut self, index: u32, edge: u32, page: &Arc<Page>) {
        self.kept.push_back((index, edge, Arc::clone(page)));
        let mut bytes: usize = self.kept.iter().map(|(_, _, page)| page.jpeg.len()).sum();
        while bytes > KEPT_BYTES
            && let Some((_, _, oldest)) = self.kept.pop_front()
        {
            bytes -= oldest.jpeg.len();
        }
    }

    /// Takes note of a page's words, and tells whoever waits for them.
    pub(super) fn keep_words(&mut self, index: u32, lines: &[Line], flags: Flags) -> Arc<PageWords> {
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
        let (told, jobs): (Vec<Job>, Vec<Job>) =
            self.jobs.drain(..).partition(|job| job.index == index && matches!(job.answer, Answer::Words(_)));
        self.jobs = jobs;
        for job in told {
            if let Answer::Words(waiting) = job.answer {
                // Who no longer listens has no need of them.
                let _ = waiting.send(Ok(Arc::clone(&words)));
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> Queue {
        Queue { jobs: Vec::new(), ..Queue::new(1_600, Flags::NONE) }
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

    fn ask(state: &mut Queue, index: u32, edge: u32) -> Waiting {
        let (answer, waiting) = oneshot::channel();
        let answer = if edge > SMALL_EDGE { Answer::Shown(answer) } else { Answer::Small(answer) };
        state.jobs.push(Job { index, edge, answer });
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
