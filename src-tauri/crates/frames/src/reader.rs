use crate::frame::tag;
use crate::request::DocumentKind;
use crate::text::{MAX_LINES, MAX_TEXT, is_plain};
use crate::{
    Confinement, DocumentFault, Flags, Frame, LineBox, MAX_EDGE, MAX_PAGES, MAX_PIXELS, Measure, PageFault, Pixels,
    Stock,
};

/// The child said something that the grammar does not name. It is to be killed, and the document counted as an attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// The first byte names no frame.
    #[error("unknown frame")]
    UnknownFrame,
    /// A code, kind or flag without a meaning.
    #[error("unknown code")]
    UnknownCode,
    /// More pages than the limit, or none.
    #[error("page count out of bounds")]
    PageCount,
    /// A picture without area, or larger than allowed or asked for.
    #[error("picture size out of bounds")]
    PictureSize,
    /// A text that is too long.
    #[error("text too long")]
    TextLength,
    /// A text that is not UTF-8, or holds characters that are not plain.
    #[error("text is not plain")]
    TextNotPlain,
    /// More lines than a page may have.
    #[error("too many lines")]
    LineCount,
    /// A frame of this grammar, but not the one that the request calls for.
    #[error("frame out of turn")]
    OutOfTurn,
    /// The stream ended inside a frame although the child left in good order.
    #[error("the stream ended inside a frame")]
    CutShort,
}

/// What a [`FrameReader`] made of the bytes it got.
#[derive(Debug)]
pub enum Step {
    /// The frame goes on: read into [`FrameReader::space`] again.
    Wants(FrameReader),
    /// The frame is complete, and not one byte too many was read.
    Done(Frame),
}

/// Reads one frame, without I/O of its own.
///
/// The caller reads at most `space().len()` bytes into [`space`](Self::space), tells how many by
/// [`filled`](Self::filled), and goes on until that gives a frame or a [`Breach`]. No more is ever asked for than the
/// frame needs, and nothing is allocated before its size was found to be within the limits. A read of 0 bytes is the
/// stream's end, which the caller must see to: inside a frame it is [`Breach::CutShort`].
///
/// ```
/// use budkavle_frames::{Frame, FrameReader, Step};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut pipe: &[u8] = &[3];
/// let mut reader = FrameReader::new(1_600);
/// let frame = loop {
///     let count = std::io::Read::read(&mut pipe, reader.space())?;
///     match reader.filled(count)? {
///         Step::Wants(more) => reader = more,
///         Step::Done(frame) => break frame,
///     }
/// };
/// assert_eq!(frame, Frame::End);
/// # Ok(())
/// # }
/// ```
pub struct FrameReader {
    max_edge: u32,
    stock: Stock,
    state: State,
    have: usize,
}

enum State {
    Tag([u8; 1]),
    Fixed { tag: u8, bytes: [u8; 8], length: usize },
    Pixels { width: u32, height: u32, bytes: Pixels },
    Text(Vec<u8>),
    LineBoxes(Vec<u8>),
}

impl FrameReader {
    /// A reader for one frame, in which a page may be at most `max_edge` pixels long: what the parent asked for. No
    /// page at all is accepted with 0; [`MAX_EDGE`] holds in any case.
    #[must_use]
    pub fn new(max_edge: u32) -> Self {
        Self::from_stock(max_edge, &Stock::default())
    }

    /// The same, which reads a page's pixels into a block of this stock.
    #[must_use]
    pub fn from_stock(max_edge: u32, stock: &Stock) -> Self {
        Self { max_edge: max_edge.min(MAX_EDGE), stock: stock.clone(), state: State::Tag([0]), have: 0 }
    }

    /// Where the next bytes go. Never empty.
    pub fn space(&mut self) -> &mut [u8] {
        let all = match &mut self.state {
            State::Tag(bytes) => bytes.as_mut_slice(),
            State::Fixed { bytes, length, .. } => &mut bytes[..*length],
            State::Pixels { bytes, .. } => bytes,
            State::Text(bytes) | State::LineBoxes(bytes) => bytes.as_mut_slice(),
        };
        &mut all[self.have..]
    }

    /// Whether a part of a frame was read; the stream must not end now.
    #[must_use]
    pub fn is_inside_frame(&self) -> bool {
        self.have > 0 || !matches!(self.state, State::Tag(_))
    }

    /// Takes note that the first `count` bytes of [`space`](Self::space) were filled. More than there was room for
    /// counts as all of it.
    ///
    /// # Errors
    /// The bytes are not in the grammar.
    pub fn filled(mut self, count: usize) -> Result<Step, Breach> {
        let room = self.space().len();
        self.have += count.min(room);
        if count < room {
            return Ok(Step::Wants(self));
        }
        match self.state {
            State::Tag([tag]) => {
                let length = match tag {
                    tag::END => return Ok(Step::Done(Frame::End)),
                    tag::PAGE_FAULT | tag::DOCUMENT_FAULT | tag::CONFINED => 1,
                    tag::TEXT | tag::FLAGS | tag::LINE_BOXES => 4,
                    tag::DOCUMENT => 5,
                    tag::PAGE | tag::MEASURE => 8,
                    _ => return Err(Breach::UnknownFrame),
                };
                Ok(Step::Wants(Self {
                    max_edge: self.max_edge,
                    stock: self.stock,
                    state: State::Fixed { tag, bytes: [0; 8], length },
                    have: 0,
                }))
            }
            State::Fixed { tag, bytes, .. } => fixed(tag, bytes, self.max_edge, &self.stock),
            State::Pixels { width, height, bytes } => Ok(Step::Done(Frame::Page { width, height, rgba: bytes })),
            State::Text(bytes) => text(bytes),
            State::LineBoxes(bytes) => Ok(Step::Done(Frame::LineBoxes(LineBox::read(&bytes)))),
        }
    }
}

fn fixed(tag: u8, bytes: [u8; 8], max_edge: u32, stock: &Stock) -> Result<Step, Breach> {
    let [a, b, c, d, e, f, g, h] = bytes;
    let first = u32::from_le_bytes([a, b, c, d]);
    let done = match tag {
        tag::PAGE_FAULT => Frame::PageFault(PageFault::from_code(a).ok_or(Breach::UnknownCode)?),
        tag::DOCUMENT_FAULT => Frame::DocumentFault(DocumentFault::from_code(a).ok_or(Breach::UnknownCode)?),
        tag::CONFINED => Frame::Confined(Confinement::from_bits(a).ok_or(Breach::UnknownCode)?),
        tag::FLAGS => Frame::Flags(Flags::from_bits(first).ok_or(Breach::UnknownCode)?),
        tag::DOCUMENT => {
            if !(1..=MAX_PAGES).contains(&first) {
                return Err(Breach::PageCount);
            }
            Frame::Document { pages: first, kind: DocumentKind::from_code(e).ok_or(Breach::UnknownCode)? }
        }
        tag::PAGE => return pixels(first, u32::from_le_bytes([e, f, g, h]), max_edge, stock),
        tag::MEASURE => Frame::Measure(Measure { width: first, height: u32::from_le_bytes([e, f, g, h]) }),
        tag::TEXT => {
            let length = usize::try_from(first).map_err(|_| Breach::TextLength)?;
            if length > MAX_TEXT {
                return Err(Breach::TextLength);
            }
            if length == 0 {
                Frame::Text(String::new())
            } else {
                return Ok(wants(State::Text(vec![0; length])));
            }
        }
        tag::LINE_BOXES => {
            let count = usize::try_from(first).map_err(|_| Breach::LineCount)?;
            if count > MAX_LINES {
                return Err(Breach::LineCount);
            }
            if count == 0 {
                Frame::LineBoxes(Vec::new())
            } else {
                return Ok(wants(State::LineBoxes(vec![0; count * LineBox::BYTES])));
            }
        }
        _ => return Err(Breach::UnknownFrame),
    };
    Ok(Step::Done(done))
}

fn pixels(width: u32, height: u32, max_edge: u32, stock: &Stock) -> Result<Step, Breach> {
    let edges = 1..=max_edge;
    if !edges.contains(&width) || !edges.contains(&height) {
        return Err(Breach::PictureSize);
    }
    // Both are at most 8 000, so that neither product can overflow.
    let count = width * height;
    if count > MAX_PIXELS {
        return Err(Breach::PictureSize);
    }
    let length = usize::try_from(count * 4).map_err(|_| Breach::PictureSize)?;
    Ok(wants(State::Pixels { width, height, bytes: stock.take(length) }))
}

fn text(bytes: Vec<u8>) -> Result<Step, Breach> {
    let text = String::from_utf8(bytes).map_err(|_| Breach::TextNotPlain)?;
    if text.chars().all(is_plain) { Ok(Step::Done(Frame::Text(text))) } else { Err(Breach::TextNotPlain) }
}

fn wants(state: State) -> Step {
    Step::Wants(FrameReader {
        // Only the head of a page needs them.
        max_edge: 0,
        stock: Stock::default(),
        state,
        have: 0,
    })
}

impl std::fmt::Debug for FrameReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FrameReader").field("have", &self.have).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
