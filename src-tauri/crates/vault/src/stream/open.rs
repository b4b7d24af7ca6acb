use std::fs::File;
use std::io::{ErrorKind, Read};

use ring::aead::LessSafeKey;

use super::{CHUNK_BYTES, HEADER_BYTES, Header, Place, SEALED_CHUNK_BYTES, StreamError, TAG_BYTES, cipher};
use crate::id::SealedId;
use crate::secret::{Key, Secret};
use crate::vault::VaultError;

/// Reads a sealed file chunk by chunk.
///
/// Each chunk is authentic and in its place, but that the file is *whole* is known only when
/// [`SealReader::next_chunk`] has returned `None`: do nothing that cannot be undone before that.
pub struct SealReader {
    opener: Opener<File>,
    length: u64,
}

impl SealReader {
    pub(crate) fn start(file: File, id: SealedId, key: &Key) -> Result<Self, StreamError> {
        let length = plain_len(file.metadata()?.len()).ok_or(StreamError::Damaged)?;
        Ok(Self { opener: Opener::start(file, id, key)?, length })
    }

    /// The content's length in bytes, as the file's length has it.
    #[expect(clippy::len_without_is_empty, reason = "the length of a content still to be read, not of a collection")]
    pub const fn len(&self) -> u64 {
        self.length
    }

    /// The next piece of the content, at most [`CHUNK_BYTES`](crate::CHUNK_BYTES) long; `None` at the end.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when the file is not what was sealed; the reader then stays in that state.
    pub fn next_chunk(&mut self) -> Result<Option<&[u8]>, VaultError> {
        Ok(self.opener.next_chunk()?)
    }
}

/// The content's length of a sealed file with this length; `None` when no sealed file has it.
pub(crate) fn plain_len(sealed: u64) -> Option<u64> {
    let body = sealed.checked_sub(HEADER_BYTES as u64)?;
    let (full, rest) = (body / SEALED_CHUNK_BYTES as u64, body % SEALED_CHUNK_BYTES as u64);
    let tag = TAG_BYTES as u64;
    let last = match rest {
        0 if full > 0 => 0,
        // An empty last chunk is written for an empty file only.
        rest if rest > tag || (rest == tag && full == 0) => rest - tag,
        _ => return None,
    };
    Some(full * CHUNK_BYTES as u64 + last)
}

/// Opens a whole sealed file where it lies: the content takes its place. Nothing of it is to be looked at unless this
/// succeeds; then each chunk is authentic and none is missing.
pub(crate) fn open_in_place(file: &mut Secret<Vec<u8>>, id: SealedId, key: &Key) -> Result<(), StreamError> {
    // EXPOSE: ciphertext so far; decrypted in place, each chunk to where the one before it ends.
    let bytes = file.expose_mut();
    let length = bytes.len();
    plain_len(length as u64).ok_or(StreamError::Damaged)?;
    let header = *bytes.first_chunk().ok_or(StreamError::Damaged)?;
    let header = Header::check(header, id, key)?;
    let cipher = cipher(key);
    let (mut opened, mut from) = (0, HEADER_BYTES);
    for counter in 0.. {
        let until = length.min(from + SEALED_CHUNK_BYTES);
        let place = if until == length { Place::Last } else { Place::Inner };
        let (nonce, aad) = (header.nonce(counter, place), header.aad());
        let chunk = cipher.open_within(nonce, aad, &mut bytes[opened..until], from - opened..);
        opened += chunk.map_err(|_| StreamError::Damaged)?.len();
        from = until;
        if place == Place::Last {
            break;
        }
    }
    bytes.truncate(opened);
    Ok(())
}

/// Opens a stream that [`super::Sealer`] made.
pub(crate) struct Opener<R: Read> {
    from: R,
    header: Header,
    cipher: LessSafeKey,
    chunk: Secret<Vec<u8>>,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    /// Chunk `counter` is next. `ahead` was read already, to see whether the chunk before it was the last.
    Reading {
        counter: u32,
        ahead: Option<u8>,
    },
    Done,
    Failed,
}

impl<R: Read> Opener<R> {
    /// Reads and checks the header.
    pub(crate) fn start(mut from: R, id: SealedId, key: &Key) -> Result<Self, StreamError> {
        let mut header = [0; HEADER_BYTES];
        from.read_exact(&mut header).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => StreamError::Damaged,
            _ => StreamError::File(error),
        })?;
        let header = Header::check(header, id, key)?;
        // And the byte that follows, which tells whether the chunk is the last: both in one read.
        let chunk = Secret::new(vec![0; SEALED_CHUNK_BYTES + 1]);
        Ok(Self { from, header, cipher: cipher(key), chunk, state: State::Reading { counter: 0, ahead: None } })
    }

    pub(crate) fn next_chunk(&mut self) -> Result<Option<&[u8]>, StreamError> {
        let State::Reading { counter, ahead } = self.state else {
            return match self.state {
                State::Done => Ok(None),
                State::Reading { .. } | State::Failed => Err(StreamError::Damaged),
            };
        };
        // Until the chunk has proved authentic.
        self.state = State::Failed;
        // EXPOSE: ciphertext so far; decrypted in place below.
        let chunk = self.chunk.expose_mut();
        let (length, following) = fill(&mut self.from, chunk, ahead)?;
        let place = if following.is_some() { Place::Inner } else { Place::Last };
        if length < TAG_BYTES || (length == TAG_BYTES && counter > 0) {
            return Err(StreamError::Damaged);
        }
        let nonce = self.header.nonce(counter, place);
        let plain = self
            .cipher
            .open_in_place(nonce, self.header.aad(), &mut chunk[..length])
            .map_err(|_| StreamError::Damaged)?;
        self.state = match (place, counter.checked_add(1)) {
            (Place::Last, _) => State::Done,
            (Place::Inner, Some(counter)) => State::Reading { counter, ahead: following },
            (Place::Inner, None) => return Err(StreamError::Damaged),
        };
        // The single empty chunk of an empty file is its end.
        Ok((!plain.is_empty()).then_some(plain))
    }
}

/// Fills the buffer but for its last byte, as far as the stream reaches: how many bytes, and the byte after them if there
/// is one.
fn fill(from: &mut impl Read, buffer: &mut [u8], ahead: Option<u8>) -> Result<(usize, Option<u8>), StreamError> {
    let mut filled = 0;
    if let Some(byte) = ahead {
        buffer[0] = byte;
        filled = 1;
    }
    while filled < buffer.len() {
        match read(from, &mut buffer[filled..])? {
            0 => return Ok((filled, None)),
            count => filled += count,
        }
    }
    let chunk = buffer.len() - 1;
    Ok((chunk, Some(buffer[chunk])))
}

fn read(from: &mut impl Read, buffer: &mut [u8]) -> Result<usize, StreamError> {
    loop {
        match from.read(buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return Ok(result?),
        }
    }
}
