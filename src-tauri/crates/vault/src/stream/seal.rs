use std::io::Write;

use ring::aead::LessSafeKey;

use super::{CHUNK_BYTES, HEADER_BYTES, Header, Place, SEALED_CHUNK_BYTES, StreamError, TAG_BYTES, cipher};
use crate::secret::{Key, Secret};

/// Bytes of a sealed file that are written at once, each time from a multiple of this: what the system keeps of a file
/// in memory is then made of large pieces. Writing chunk by chunk took half as much processor time again.
const BLOCK_BYTES: usize = 1 << 20;

/// Seals chunk after chunk of one file, each in its place.
pub(crate) struct ChunkSealer {
    header: Header,
    cipher: LessSafeKey,
    counter: u32,
}

impl ChunkSealer {
    pub(crate) fn new(header: Header, key: &Key) -> Self {
        Self { header, cipher: cipher(key), counter: 0 }
    }

    /// What the file begins with.
    pub(crate) const fn header(&self) -> &[u8; HEADER_BYTES] {
        self.header.as_bytes()
    }

    /// Turns content into what stands in the file; the tag that it returns follows it there.
    pub(crate) fn seal(&mut self, chunk: &mut [u8], place: Place) -> Result<[u8; TAG_BYTES], StreamError> {
        let nonce = self.header.nonce(self.counter, place);
        // Before anything that can fail and be tried again: no nonce is used twice.
        self.counter = self.counter.checked_add(1).ok_or(StreamError::TooLong)?;
        let tag = self.cipher.seal_in_place_separate_tag(nonce, self.header.aad(), chunk);
        let tag = tag.map_err(|_| StreamError::TooLong)?;
        Ok(tag.as_ref().try_into().expect("the tag of AES-GCM has this length"))
    }
}

/// Seals a stream into `out`, holding at most one chunk of plaintext in memory. The content is put where it will stand in
/// the file and is sealed there.
pub(crate) struct Sealer<W: Write> {
    out: W,
    chunks: ChunkSealer,
    /// The part of the file that is not written yet: sealed up to `open`, and from there on the chunk that is not full.
    block: Secret<Vec<u8>>,
    open: usize,
    length: u64,
}

impl<W: Write> Sealer<W> {
    /// Writes nothing yet.
    pub(crate) fn start(out: W, header: Header, key: &Key) -> Self {
        let chunks = ChunkSealer::new(header, key);
        // All the room that is ever needed: a growing vector would leave plaintext behind.
        let mut block = Secret::new(Vec::with_capacity(BLOCK_BYTES + SEALED_CHUNK_BYTES));
        // EXPOSE: the header is no secret.
        block.expose_mut().extend_from_slice(chunks.header());
        Self { out, chunks, block, open: HEADER_BYTES, length: 0 }
    }

    pub(crate) fn write(&mut self, mut bytes: &[u8]) -> Result<(), StreamError> {
        while !bytes.is_empty() {
            // EXPOSE: the content on its way into the chunk.
            let filled = self.block.expose().len() - self.open;
            // A full chunk is sealed only when more follows: the last one is sealed as the last, and never empty.
            if filled == CHUNK_BYTES {
                self.seal(Place::Inner)?;
                continue;
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK_BYTES - filled));
            // EXPOSE: the content on its way into the chunk.
            self.block.expose_mut().extend_from_slice(now);
            self.length += now.len() as u64;
            bytes = later;
        }
        Ok(())
    }

    /// The content's length so far, in bytes.
    pub(crate) const fn len(&self) -> u64 {
        self.length
    }

    /// Seals the last chunk, writes what is left and returns what the file was written to.
    pub(crate) fn finish(mut self) -> Result<W, StreamError> {
        self.seal(Place::Last)?;
        // EXPOSE: sealed to its end.
        let block = self.block.expose_mut();
        self.out.write_all(block)?;
        // Each chunk was sealed where its content had been put, so that there is nothing left to erase.
        drop(std::mem::take(block));
        Ok(self.out)
    }

    fn seal(&mut self, place: Place) -> Result<(), StreamError> {
        // EXPOSE: encrypted in place; what is written below is sealed.
        let block = self.block.expose_mut();
        let tag = self.chunks.seal(&mut block[self.open..], place)?;
        block.extend_from_slice(&tag);
        if block.len() >= BLOCK_BYTES {
            self.out.write_all(&block[..BLOCK_BYTES])?;
            block.copy_within(BLOCK_BYTES.., 0);
            block.truncate(block.len() - BLOCK_BYTES);
        }
        self.open = block.len();
        Ok(())
    }
}
