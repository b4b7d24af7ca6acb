//! A document that a person looks at: the page that is asked for comes before everything else.
//!
//! One child draws one page at a time, so the order is decided here. What nobody waits for any more is not begun; what was
//! begun is let finish, since stopping it would cost the child.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use frames::Flags;
use tokio::sync::{Notify, Semaphore, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::queue::{Answer, Job, PageWords, Queue, SMALL_EDGE};
use super::{Document, Page, Picture, PreviewFailure, jpeg};
use crate::background;
use crate::kind::FileKind;

/// Nothing is drawn ahead when the page before it took longer than this: it would be in the way of what is asked for.
const AHEAD_TIME: Duration = Duration::from_millis(500);
/// Enough to make words be heard without drawing anything to look at, in pixels.
const WORDS_EDGE: u32 = 64;
/// Drawn pages that become JPEGs at the same time, beside the one that is drawn.
const ENCODED_AT_ONCE: usize = 2;

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
    queue: Mutex<Queue>,
    wake: Notify,
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
            queue: Mutex::new(Queue::new(first_edge, document.flags())),
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
        self.shared.queue().flags
    }

    /// The page with this index, from 0, its longest edge at most `max_edge` pixels; as [`Document::page`]. `None` when
    /// another page, or the same in another size, was asked for to be looked at before this one was begun.
    ///
    /// # Errors
    /// As [`Document::page`].
    pub async fn page(&self, index: u32, max_edge: u32) -> Result<Option<Arc<Page>>, PreviewFailure> {
        let (answer, answered) = oneshot::channel();
        {
            let mut queue = self.shared.queue();
            if max_edge > SMALL_EDGE {
                queue.shown = index;
                queue.make_void(index, max_edge);
            }
            if let Some(page) = queue.kept(index, max_edge) {
                if max_edge > SMALL_EDGE {
                    queue.look_ahead(index, max_edge, self.shared.pages);
                    self.shared.wake.notify_one();
                }
                return Ok(Some(page));
            }
            let answer = if max_edge > SMALL_EDGE { Answer::Shown(answer) } else { Answer::Small(answer) };
            queue.jobs.push(Job { index, edge: max_edge, answer });
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
            let mut queue = self.shared.queue();
            if let Some(words) = queue.words(index) {
                return Ok(words);
            }
            queue.jobs.push(Job { index, edge: WORDS_EDGE, answer: Answer::Words(answer) });
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
        self.shared.queue().jobs.push(Job { index, edge: max_edge, answer: Answer::Picture(answer) });
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
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A picture has become a page, or could not.
    fn encoded(&self, index: u32, edge: u32, answer: Answer, page: Result<Page, PreviewFailure>) {
        let page = page.map(Arc::new);
        {
            let mut queue = self.queue();
            queue.encoding.retain(|encoding| *encoding != (index, edge));
            if let Ok(page) = &page {
                queue.keep(index, edge, page);
            }
        }
        answer.page(page);
        // Others may have waited for this very page.
        self.wake.notify_one();
    }

    /// The page, if it was drawn since it was asked for. Whoever looks at it will want the next.
    fn kept_for(&self, answer: &Answer, index: u32, edge: u32) -> Option<Arc<Page>> {
        let mut queue = self.queue();
        let page = queue.kept(index, edge)?;
        if matches!(answer, Answer::Shown(_)) {
            queue.look_ahead(index, edge, self.pages);
        }
        Some(page)
    }

    async fn next(&self) -> Job {
        loop {
            if let Some(job) = self.queue().next() {
                return job;
            }
            self.wake.notified().await;
        }
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
        let words = shared.queue().keep_words(index, &picture.lines, picture.flags);
        match answer {
            // Who no longer listens has no need of it.
            Answer::Picture(waiting) => drop(waiting.send(Ok(picture))),
            Answer::Words(waiting) => drop(waiting.send(Ok(words))),
            answer @ (Answer::Shown(_) | Answer::Small(_) | Answer::Ahead) => {
                {
                    let mut queue = shared.queue();
                    queue.encoding.push((index, edge));
                    if matches!(answer, Answer::Shown(_)) && started.elapsed() <= AHEAD_TIME {
                        queue.look_ahead(index, edge, shared.pages);
                    }
                }
                let Ok(place) = Arc::clone(&encoders).acquire_owned().await else { return };
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    let page = background::run(move || jpeg::page(picture)).await;
                    drop(place);
                    shared.encoded(index, edge, answer, page.unwrap_or(Err(PreviewFailure::ChildDied)));
                });
            }
        }
    }
}
