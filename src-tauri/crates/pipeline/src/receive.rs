//! Receiving a citizen's file: judged by its first bytes, sealed while it streams in, and gone if anything is wrong.

use vault::{SealWriter, SealedId, UnixMillis, Vault, VaultError};

use crate::kind::{FileKind, HEAD, Refused, sniff};

/// Why a file was not received. Nothing of it is left when this is returned.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveFailure {
    /// Its bytes are not of a kind that is accepted.
    #[error("the file is refused")]
    Refused(#[from] Refused),
    /// It has more bytes than a file may have.
    #[error("the file is too large")]
    TooLarge,
    /// It could not be sealed.
    #[error("the file could not be sealed")]
    Vault(#[from] VaultError),
}

/// A file that was received and sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// By its bytes.
    pub kind: FileKind,
    /// Bytes.
    pub size: u64,
}

/// A file that is streaming in. Dropping it before [`Incoming::finish`] leaves nothing.
pub struct Incoming {
    writer: SealWriter,
    head: Head,
    max_bytes: u64,
}

/// The first bytes are kept back until they have told what the file is.
enum Head {
    Waiting(zeroize::Zeroizing<Vec<u8>>),
    Judged(FileKind),
}

impl Incoming {
    /// Begins to receive a file that is to be sealed under `id` until `expires`. The deadline is on disk from here on.
    ///
    /// # Errors
    /// [`ReceiveFailure::Vault`].
    pub fn start(vault: &Vault, id: SealedId, expires: UnixMillis, max_bytes: u64) -> Result<Self, ReceiveFailure> {
        let head = Head::Waiting(zeroize::Zeroizing::new(Vec::with_capacity(HEAD)));
        Ok(Self { writer: vault.seal(id, expires)?, head, max_bytes })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// As soon as the file shows that it is not accepted.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ReceiveFailure> {
        let waiting = match &self.head {
            Head::Waiting(head) => head.len() as u64,
            Head::Judged(_) => 0,
        };
        if self.writer.len() + waiting + bytes.len() as u64 > self.max_bytes {
            return Err(ReceiveFailure::TooLarge);
        }
        match &mut self.head {
            Head::Judged(_) => self.writer.write(bytes)?,
            Head::Waiting(head) => {
                head.extend_from_slice(bytes);
                if head.len() >= HEAD {
                    self.judge()?;
                }
            }
        }
        Ok(())
    }

    /// The file is complete: seals the end and puts it in its place.
    ///
    /// # Errors
    /// When the file is not accepted or could not be sealed.
    pub fn finish(mut self) -> Result<Received, ReceiveFailure> {
        self.judge()?;
        let Head::Judged(kind) = self.head else {
            return Err(Refused::Empty.into());
        };
        let size = self.writer.finish()?;
        Ok(Received { kind, size })
    }

    fn judge(&mut self) -> Result<(), ReceiveFailure> {
        if let Head::Waiting(head) = &self.head {
            let kind = sniff(head)?;
            self.writer.write(head)?;
            self.head = Head::Judged(kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::{MemoryKeyStore, PurgeArea};

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0";
    const ID: SealedId = SealedId::from_bytes([1; 16]);

    struct Place {
        dir: tempfile::TempDir,
        vault: Vault,
    }

    fn place() -> Place {
        let dir = tempfile::tempdir().expect("a folder");
        let vault = Vault::open(dir.path(), &MemoryKeyStore::new()).expect("a new vault");
        Place { dir, vault }
    }

    fn receive(place: &Place, chunks: &[&[u8]], max: u64) -> Result<Received, ReceiveFailure> {
        let mut incoming = Incoming::start(&place.vault, ID, UnixMillis(1_000), max)?;
        for chunk in chunks {
            incoming.push(chunk)?;
        }
        incoming.finish()
    }

    fn left(place: &Place) -> usize {
        PurgeArea::at(place.dir.path()).list().expect("readable").len()
    }

    #[test]
    fn a_file_in_small_pieces_is_the_same_file() {
        let place = place();
        let pieces: Vec<&[u8]> = PNG.chunks(3).collect();
        let received = receive(&place, &pieces, 1_000).expect("a picture");
        assert_eq!(received, Received { kind: FileKind::Png, size: PNG.len() as u64 });
        let opened = place.vault.open_sealed(ID, UnixMillis(0), 1_000).expect("kept");
        // EXPOSE: compared with what was sent.
        assert_eq!(opened.expose(), PNG);
    }

    #[test]
    fn a_refused_a_too_large_and_an_empty_file_leave_nothing() {
        let place = place();
        let long = [PNG, &[0; 2_000]].concat();
        assert!(matches!(receive(&place, &[b"<html>", &[b' '; 2_000]], 10_000), Err(ReceiveFailure::Refused(_))));
        assert!(matches!(receive(&place, &[&long], 1_500), Err(ReceiveFailure::TooLarge)));
        assert!(matches!(receive(&place, &[], 1_500), Err(ReceiveFailure::Refused(Refused::Empty))));
        assert_eq!(left(&place), 0);
    }

    #[test]
    fn a_file_that_stops_half_way_leaves_nothing() {
        let place = place();
        let mut incoming = Incoming::start(&place.vault, ID, UnixMillis(1_000), 10_000).expect("started");
        incoming.push(&[PNG, &[0; 2_000]].concat()).expect("so far so good");
        drop(incoming);
        assert_eq!(left(&place), 0);
    }
}
