//! The two pipes to one child, and what its end means.

use std::path::Path;
use std::time::Duration;

use frames::{
    Breach, Confinement, DocumentFault, DocumentKind, Flags, Frame, FrameReader, LineBox, MAX_PASSWORD, Measure,
    PageFault, Pixels, Step, Stock, request,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::PreviewFailure;
use crate::child::{self, End, Frames, Process, Requests, Started};
use crate::kind::FileKind;

/// How long a child that closed its pipe may take to be gone.
const FAREWELL: Duration = Duration::from_secs(2);

/// A running child.
#[derive(Debug)]
pub(super) struct Conversation {
    process: Process,
    requests: Requests,
    frames: Frames,
    stock: Stock,
}

/// What the child says of a document it opened.
pub(super) struct Opened {
    pub(super) pages: u32,
    pub(super) flags: Flags,
}

/// What the child says of a page it drew.
pub(super) struct Drawn {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgba: Pixels,
    pub(super) measure: Measure,
    pub(super) text: String,
    pub(super) boxes: Vec<LineBox>,
    pub(super) flags: Flags,
}

/// Why no frame came.
enum NoFrame {
    Breach(Breach),
    Ended { inside_frame: bool },
}

impl Conversation {
    /// Starts a child.
    pub(super) fn start(program: &Path, arguments: &[String]) -> Result<Self, PreviewFailure> {
        let started = child::start(program, arguments).map_err(|_| PreviewFailure::ChildMissing)?;
        let Started { process, requests, frames } = started;
        Ok(Self { process, requests, frames, stock: Stock::default() })
    }

    /// Hears how the child is confined. Nothing is handed over before that.
    pub(super) async fn confinement(&mut self) -> Result<Confinement, PreviewFailure> {
        let answer = next_frame(&mut self.frames).await;
        match self.understood(answer).await? {
            Frame::Confined(confinement) if confinement.contains(Confinement::REQUIRED) => Ok(confinement),
            Frame::Confined(_) | Frame::DocumentFault(DocumentFault::NotConfined) => Err(PreviewFailure::NotConfined),
            _ => Err(Breach::OutOfTurn.into()),
        }
    }

    /// Hands the document over and hears what became of it. The password is empty when nobody gave one.
    pub(super) async fn open(
        &mut self,
        kind: FileKind,
        password: &str,
        document: Zeroizing<Vec<u8>>,
    ) -> Result<Opened, PreviewFailure> {
        let kind = on_the_wire(kind);
        let length = u64::try_from(document.len()).map_err(|_| PreviewFailure::TooLarge)?;
        let password_length = u16::try_from(password.len()).ok().filter(|length| *length <= MAX_PASSWORD);
        let password_length = password_length.ok_or(PreviewFailure::PasswordNeeded)?;
        let mut head = Zeroizing::new(request::open_head(kind, password_length, length).to_vec());
        head.extend_from_slice(password.as_bytes());
        let (answer, handed_over) = self.hand_over(&head, &document).await;
        drop(document);

        match self.understood(answer).await? {
            Frame::Document { pages, kind: opened_as } if handed_over && opened_as == kind => {
                let flags = self.flags().await?;
                Ok(Opened { pages, flags })
            }
            Frame::DocumentFault(fault) => Err(match fault {
                DocumentFault::PasswordNeeded => PreviewFailure::PasswordNeeded,
                DocumentFault::TooLarge => PreviewFailure::TooLarge,
                DocumentFault::UnknownVariety => PreviewFailure::UnknownVariety,
                DocumentFault::NotConfined => PreviewFailure::NotConfined,
                DocumentFault::Unreadable | DocumentFault::UnknownEncryption | DocumentFault::Defeated => {
                    PreviewFailure::BadFile
                }
            }),
            _ => Err(Breach::OutOfTurn.into()),
        }
    }

    /// Writes the document and reads the answer, and tells whether the whole document was written first.
    ///
    /// Both at once: a child that talks before it has listened would otherwise leave both sides writing into a full pipe.
    /// That a write fails says nothing by itself; the child's last words or its end do.
    async fn hand_over(&mut self, head: &[u8], document: &[u8]) -> (Result<Frame, NoFrame>, bool) {
        let requests = &mut self.requests;
        let hand_over = async {
            requests.write_all(head).await?;
            requests.write_all(document).await?;
            requests.flush().await
        };
        let answer = next_frame(&mut self.frames);
        tokio::pin!(hand_over, answer);
        tokio::select! {
            biased;
            written = &mut hand_over => (answer.await, written.is_ok()),
            answer = &mut answer => (answer, false),
        }
    }

    /// Asks for a page that exists. [`PreviewFailure::BadFile`] leaves the conversation as it was.
    pub(super) async fn page(&mut self, index: u32, max_edge: u32) -> Result<Drawn, PreviewFailure> {
        self.say(&request::page(index, max_edge)).await?;
        let answer = next_page(&mut self.frames, max_edge, &self.stock).await;
        match self.understood(answer).await? {
            Frame::Page { width, height, rgba } => {
                let answer = next_frame(&mut self.frames).await;
                let Frame::Measure(measure) = self.understood(answer).await? else {
                    return Err(Breach::OutOfTurn.into());
                };
                let answer = next_frame(&mut self.frames).await;
                let Frame::Text(text) = self.understood(answer).await? else {
                    return Err(Breach::OutOfTurn.into());
                };
                let answer = next_frame(&mut self.frames).await;
                let Frame::LineBoxes(boxes) = self.understood(answer).await? else {
                    return Err(Breach::OutOfTurn.into());
                };
                if boxes.len() != lines_of(&text).count() {
                    return Err(Breach::LineCount.into());
                }
                let flags = self.flags().await?;
                Ok(Drawn { width, height, rgba, measure, text, boxes, flags })
            }
            Frame::PageFault(PageFault::Unreadable | PageFault::Defeated) => Err(PreviewFailure::BadFile),
            // Also "no such page", of a page that the child itself counted.
            _ => Err(Breach::OutOfTurn.into()),
        }
    }

    /// Lets the child leave.
    pub(super) async fn end(mut self) -> Result<(), PreviewFailure> {
        self.say(&request::end()).await?;
        let answer = next_frame(&mut self.frames).await;
        match self.understood(answer).await? {
            Frame::End => {}
            _ => return Err(Breach::OutOfTurn.into()),
        }
        match next_frame(&mut self.frames).await {
            Err(NoFrame::Ended { inside_frame: false }) => {}
            Err(NoFrame::Breach(breach)) => return Err(breach.into()),
            Err(NoFrame::Ended { inside_frame: true }) | Ok(_) => {
                return Err(Breach::OutOfTurn.into());
            }
        }
        match self.process.wait().await {
            Ok(End::Code(0)) => Ok(()),
            Ok(_) | Err(_) => Err(PreviewFailure::ChildDied),
        }
    }

    /// Ends the child and waits until it is gone, so that none is left as a zombie.
    pub(super) async fn kill(mut self) {
        self.process.kill().await;
    }

    async fn say(&mut self, request: &[u8]) -> Result<(), PreviewFailure> {
        let said = async {
            self.requests.write_all(request).await?;
            self.requests.flush().await
        };
        match said.await {
            Ok(()) => Ok(()),
            Err(_) => Err(self.cause_of_death(false).await),
        }
    }

    async fn flags(&mut self) -> Result<Flags, PreviewFailure> {
        let answer = next_frame(&mut self.frames).await;
        match self.understood(answer).await? {
            Frame::Flags(flags) => Ok(flags),
            _ => Err(Breach::OutOfTurn.into()),
        }
    }

    async fn understood(&mut self, answer: Result<Frame, NoFrame>) -> Result<Frame, PreviewFailure> {
        match answer {
            Ok(frame) => Ok(frame),
            Err(NoFrame::Breach(breach)) => Err(breach.into()),
            Err(NoFrame::Ended { inside_frame }) => Err(self.cause_of_death(inside_frame).await),
        }
    }

    /// The child closed its pipe: why?
    async fn cause_of_death(&mut self, inside_frame: bool) -> PreviewFailure {
        match timeout(FAREWELL, self.process.wait()).await {
            Ok(Ok(end)) => death(end, inside_frame),
            // It closed the pipe and stays; the caller kills it.
            Ok(Err(_)) | Err(_) => PreviewFailure::ChildDied,
        }
    }
}

fn death(end: End, inside_frame: bool) -> PreviewFailure {
    match end {
        End::Code(0) if inside_frame => Breach::CutShort.into(),
        End::OutOfMemory => PreviewFailure::OutOfMemory,
        End::OutOfTime => PreviewFailure::TimedOut,
        End::Violation => PreviewFailure::Violation,
        End::Code(_) | End::Ended => PreviewFailure::ChildDied,
    }
}

/// The lines of a page's text. No text has none.
pub(super) fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').take(if text.is_empty() { 0 } else { usize::MAX })
}

fn on_the_wire(kind: FileKind) -> DocumentKind {
    match kind {
        FileKind::Pdf => DocumentKind::Pdf,
        FileKind::Jpeg => DocumentKind::Jpeg,
        FileKind::Png => DocumentKind::Png,
        FileKind::Gif => DocumentKind::Gif,
        FileKind::Webp => DocumentKind::Webp,
        FileKind::Bmp => DocumentKind::Bmp,
        FileKind::Tiff => DocumentKind::Tiff,
        FileKind::Heic => DocumentKind::Heic,
    }
}

/// Reads one frame, which may not be a page.
async fn next_frame(pipe: &mut Frames) -> Result<Frame, NoFrame> {
    read(pipe, FrameReader::new(0)).await
}

/// Reads one frame, in which a page may be at most `max_edge` pixels long.
async fn next_page(pipe: &mut Frames, max_edge: u32, stock: &Stock) -> Result<Frame, NoFrame> {
    read(pipe, FrameReader::from_stock(max_edge, stock)).await
}

async fn read(pipe: &mut Frames, mut reader: FrameReader) -> Result<Frame, NoFrame> {
    loop {
        let count = match pipe.read(reader.space()).await {
            Ok(0) | Err(_) => {
                return Err(NoFrame::Ended { inside_frame: reader.is_inside_frame() });
            }
            Ok(count) => count,
        };
        match reader.filled(count).map_err(NoFrame::Breach)? {
            Step::Wants(more) => reader = more,
            Step::Done(frame) => return Ok(frame),
        }
    }
}
