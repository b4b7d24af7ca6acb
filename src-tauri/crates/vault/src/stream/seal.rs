use std::io::Write;

use ring::aead::LessSafeKey;

use super::{CHUNK_BYTES, Header, Place, SEALED_CHUNK_BYTES, StreamError, cipher};
use crate::secret::{Key, Secret};

/// Seals a stream into `out`, holding at most one chunk of plaintext in memory.
pub(crate) struct Sealer<W: Write> {
    out: W,
    header: Header,
    cipher: LessSafeKey,
    chunk: Secret<Vec<u8>>,
    counter: u32,
    length: u64,
}

impl<W: Write> Sealer<W> {
    /// Writes the header.
    pub(crate) fn start(mut out: W, header: Header, key: &Key) -> Result<Self, StreamError> {
        out.write_all(header.as_bytes())?;
        let chunk = Secret::new(Vec::with_capacity(SEALED_CHUNK_BYTES));
        Ok(Self { out, header, cipher: cipher(key), chunk, counter: 0, length: 0 })
    }

    pub(crate) fn write(&mut self, mut bytes: &[u8]) -> Result<(), StreamError> {
        while !bytes.is_empty() {
            // EXPOSE: the content on its way into the chunk.
            let filled = self.chunk.expose().len();
            // A full chunk is sealed only when more follows: the last one is sealed as the last, and never empty.
            if filled == CHUNK_BYTES {
                self.flush(Place::Inner)?;
                continue;
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK_BYTES - filled));
            // EXPOSE: the content on its way into the chunk.
            self.chunk.expose_mut().extend_from_slice(now);
            self.length += now.len() as u64;
            bytes = later;
        }
        Ok(())
    }

    /// The content's length so far, in bytes.
    pub(crate) const fn len(&self) -> u64 {
        self.length
    }

    /// Seals the last chunk and returns what the file was written to.
    pub(crate) fn finish(mut self) -> Result<W, StreamError> {
        self.flush(Place::Last)?;
        Ok(self.out)
    }

    fn flush(&mut self, place: Place) -> Result<(), StreamError> {
        let nonce = self.header.nonce(self.counter, place);
        // EXPOSE: encrypted in place.
        let chunk = self.chunk.expose_mut();
        self.cipher.seal_in_place_append_tag(nonce, self.header.aad(), chunk).map_err(|_| StreamError::TooLong)?;
        // Before the write: should it fail and be tried again, no nonce is used twice.
        self.counter = self.counter.checked_add(1).ok_or(StreamError::TooLong)?;
        let written = self.out.write_all(chunk);
        chunk.clear();
        Ok(written?)
    }
}
