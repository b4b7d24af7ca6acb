//! The parent's side of a preview: a document goes into a child process, pixels and plain text come out.
//!
//! One child serves one [`Document`] and dies with it. Nothing of the child is trusted but what the
//! [grammar](frames) lets through, its time is limited here and its memory there, and whatever it does the worst that
//! comes of it is a [`PreviewFailure`].

use std::mem;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::time::{Instant, timeout};
use zeroize::Zeroizing;

pub use frames::{Breach, Confinement, Flags, LineBox, MAX_DOCUMENT, MAX_EDGE, MAX_PAGES, Measure};
pub use hands::{Size, every_page};
pub use page::{Line, Page, Picture};
pub use pictures::{Hand, Pictures};
pub use queue::{PageWords, SMALL_EDGE};
pub use viewing::Viewing;

use crate::background;
use crate::kind::{FileKind, Refused, sniff};
use conversation::{Conversation, Drawn, lines_of};

mod conversation;
mod hands;
pub(crate) mod jpeg;
mod page;
mod pictures;
mod queue;
pub(crate) mod speed;
#[cfg(all(test, unix))]
mod tests;
mod viewing;

/// How long a child may work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For opening, and for each page; wall time.
    pub page: Duration,
    /// For all that is asked about one document; wall time while it works, not while it waits to be asked.
    pub document: Duration,
}

impl Default for Limits {
    /// 20 seconds for a page, 60 for a document.
    fn default() -> Self {
        Self { page: Duration::from_secs(20), document: Duration::from_secs(60) }
    }
}

/// Why there is no preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PreviewFailure {
    /// The file is of a kind that is not accepted; no child was started.
    #[error("the file is refused")]
    Refused(#[from] Refused),
    /// The file is longer than [`MAX_DOCUMENT`], or its picture has more pixels than are decoded.
    #[error("the file is too large")]
    TooLarge,
    /// The child program cannot be started.
    #[error("the renderer cannot be started")]
    ChildMissing,
    /// The child could not be confined on this computer, and nothing was parsed.
    #[error("the renderer cannot be confined")]
    NotConfined,
    /// It took longer than the [`Limits`], or more processor time than the child grants itself.
    #[error("the file takes too long")]
    TimedOut,
    /// The file needs more memory than the child grants itself.
    #[error("the file takes too much memory")]
    OutOfMemory,
    /// The file, or this page of it, is damaged or not what it says.
    #[error("the file cannot be read")]
    BadFile,
    /// The document opens only with a password, or with another than was given.
    #[error("the file needs a password")]
    PasswordNeeded,
    /// A picture of a variety that is not decoded.
    #[error("the picture is of a variety that is not decoded")]
    UnknownVariety,
    /// The document has no page with this index.
    #[error("there is no such page")]
    NoSuchPage,
    /// The child tried something that its jail forbids, and the system ended it: count this document as an attack.
    #[error("the renderer tried something forbidden")]
    Violation,
    /// The child left the grammar: count this document as an attack.
    #[error("the renderer left the grammar")]
    Breach(#[from] Breach),
    /// The child ended, or was ended because somebody stopped waiting for an earlier answer.
    #[error("the renderer ended")]
    ChildDied,
}

impl PreviewFailure {
    /// Whether the file, and not bad luck, is to be suspected: a child that nobody has taken over does not do this.
    #[must_use]
    pub fn is_attack(&self) -> bool {
        matches!(self, Self::Violation | Self::Breach(_))
    }
}

/// Starts a child for each document.
#[derive(Clone, Debug)]
pub struct Renderer {
    program: PathBuf,
    arguments: Vec<String>,
    limits: Limits,
}

impl Renderer {
    /// A renderer that starts the program `budkavle-render` at this place.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), arguments: Vec::new(), limits: Limits::default() }
    }

    /// The same with other limits.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The command that [`open`](Self::open) starts, to which only the child's two pipes are missing: to measure the child
    /// alone.
    #[must_use]
    pub fn bare_command(&self) -> std::process::Command {
        speed::bare_command(&self.program, &self.arguments)
    }

    /// The same, with words on the program's command line before any other. The program that is shipped wants none.
    #[must_use]
    pub fn with_arguments(self, arguments: impl IntoIterator<Item = String>) -> Self {
        Self { arguments: arguments.into_iter().collect(), ..self }
    }

    /// How a child is confined on this computer that waits for a document. It gets none.
    ///
    /// # Errors
    /// [`PreviewFailure::NotConfined`] when it is less than [`Confinement::REQUIRED`]; otherwise as for
    /// [`open`](Self::open).
    pub async fn confinement(&self) -> Result<Confinement, PreviewFailure> {
        let mut conversation = Conversation::start(&self.program, &self.arguments)?;
        let confinement = timeout(self.limits.page, conversation.confinement()).await;
        conversation.kill().await;
        confinement.unwrap_or(Err(PreviewFailure::TimedOut))
    }

    pub(crate) fn command(&self) -> (&Path, &[String]) {
        (&self.program, &self.arguments)
    }

    /// Opens a document in a child of its own, with a password if one is given. The bytes are zeroed here as soon as the
    /// child has them.
    ///
    /// Dropping the future ends the child.
    ///
    /// # Errors
    /// See [`PreviewFailure`]. No child is left behind.
    pub async fn open(
        &self,
        bytes: Zeroizing<Vec<u8>>,
        password: Option<&Zeroizing<String>>,
    ) -> Result<Document, PreviewFailure> {
        let kind = sniff(&bytes)?;
        if u64::try_from(bytes.len()).map_or(true, |length| length > MAX_DOCUMENT) {
            return Err(PreviewFailure::TooLarge);
        }
        let started = Instant::now();
        let mut conversation = Box::new(Conversation::start(&self.program, &self.arguments)?);
        let password = password.map_or("", |password| password.as_str());
        let opening = async {
            conversation.confinement().await?;
            conversation.open(kind, password, bytes).await
        };
        match timeout(self.limits.page.min(self.limits.document), opening).await {
            Ok(Ok(opened)) => Ok(Document {
                kind,
                pages: opened.pages,
                flags: opened.flags,
                state: State::Open(conversation),
                page_limit: self.limits.page,
                remaining: self.limits.document.saturating_sub(started.elapsed()),
            }),
            Ok(Err(failure)) => {
                conversation.kill().await;
                Err(failure)
            }
            Err(_) => {
                conversation.kill().await;
                Err(PreviewFailure::TimedOut)
            }
        }
    }
}

/// An open document and the child that holds it. Dropping it ends the child.
#[derive(Debug)]
pub struct Document {
    kind: FileKind,
    pages: u32,
    flags: Flags,
    state: State,
    page_limit: Duration,
    remaining: Duration,
}

#[derive(Debug)]
enum State {
    Open(Box<Conversation>),
    /// The child is gone; every further request gets this answer.
    Over(PreviewFailure),
}

impl Document {
    /// What the file is.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// How many pages can be asked for, 1..=[`MAX_PAGES`].
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// What is to be told about the document, and about the pages drawn so far.
    #[must_use]
    pub fn flags(&self) -> Flags {
        self.flags
    }

    /// Draws the page with this index, from 0, its longest edge at most `max_edge` pixels (1..=[`MAX_EDGE`], else the
    /// nearest of these). Images are never enlarged.
    ///
    /// Dropping the future before it is done ends the child: the document then answers
    /// [`ChildDied`](PreviewFailure::ChildDied) and has to be opened anew.
    ///
    /// # Errors
    /// See [`PreviewFailure`]. After [`BadFile`](PreviewFailure::BadFile) and [`NoSuchPage`](PreviewFailure::NoSuchPage)
    /// the other pages can still be asked for; after anything else the same answer is given for good.
    pub async fn page(&mut self, index: u32, max_edge: u32) -> Result<Page, PreviewFailure> {
        let picture = self.picture(index, max_edge).await?;
        background::run(move || jpeg::page(picture)).await.unwrap_or(Err(PreviewFailure::ChildDied))
    }

    /// As [`page`](Self::page), as pixels.
    ///
    /// # Errors
    /// As [`page`](Self::page).
    pub async fn picture(&mut self, index: u32, max_edge: u32) -> Result<Picture, PreviewFailure> {
        let drawn = self.drawn(index, max_edge.clamp(1, MAX_EDGE)).await?;
        self.flags |= drawn.flags;
        let Drawn { width, height, rgba, measure, text, boxes, flags } = drawn;
        let text = Zeroizing::new(text);
        let lines = lines_of(&text).zip(boxes).map(|(text, place)| Line { text: text.to_owned(), place }).collect();
        Ok(Picture { rgba, width, height, paper: measure, lines, flags })
    }

    async fn drawn(&mut self, index: u32, max_edge: u32) -> Result<Drawn, PreviewFailure> {
        // Whoever stops waiting leaves this state behind, and the child dies with the dropped future.
        let over = State::Over(PreviewFailure::ChildDied);
        let mut conversation = match mem::replace(&mut self.state, over) {
            State::Open(conversation) => conversation,
            State::Over(failure) => {
                self.state = State::Over(failure);
                return Err(failure);
            }
        };
        if index >= self.pages {
            self.state = State::Open(conversation);
            return Err(PreviewFailure::NoSuchPage);
        }
        let started = Instant::now();
        let allowed = self.page_limit.min(self.remaining);
        let answer = timeout(allowed, conversation.page(index, max_edge)).await;
        self.remaining = self.remaining.saturating_sub(started.elapsed());
        let failure = match answer {
            Ok(Ok(drawn)) => {
                self.state = State::Open(conversation);
                return Ok(drawn);
            }
            Ok(Err(PreviewFailure::BadFile)) => {
                self.state = State::Open(conversation);
                return Err(PreviewFailure::BadFile);
            }
            Ok(Err(failure)) => failure,
            Err(_) => PreviewFailure::TimedOut,
        };
        self.state = State::Over(failure);
        conversation.kill().await;
        Err(failure)
    }

    /// Lets the child leave in good order. Nothing is lost by dropping the document instead.
    ///
    /// # Errors
    /// The child had something else to say, or did not leave.
    pub async fn close(self) -> Result<(), PreviewFailure> {
        match self.state {
            State::Over(failure) => Err(failure),
            State::Open(conversation) => {
                let allowed = self.page_limit.min(self.remaining);
                timeout(allowed, conversation.end()).await.unwrap_or(Err(PreviewFailure::TimedOut))
            }
        }
    }
}
