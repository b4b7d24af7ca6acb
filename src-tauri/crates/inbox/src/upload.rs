//! A file on its way in.

use std::time::Duration;

use async_trait::async_trait;
use axum::body::{Body, BodyDataStream};
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::sync::watch;

use crate::{ByteSource, Interrupted};

/// Bytes that are taken of any one upload, whatever the mailbox allows: beyond this nobody reads on to be polite.
pub const HARD_CAP: u64 = 64 * 1024 * 1024;

/// An upload that sends nothing for this long is given up, so that it cannot hold its place for ever.
const STALL: Duration = Duration::from_secs(60);

/// The body of an upload as the mailbox reads it.
pub(crate) struct Upload {
    stream: BodyDataStream,
    closing: watch::Receiver<bool>,
    received: u64,
    progress: Progress,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Arriving,
    Whole,
    Broken,
    Exceeded,
}

impl Upload {
    pub(crate) fn new(body: Body, closing: watch::Receiver<bool>) -> Self {
        Self { stream: body.into_data_stream(), closing, received: 0, progress: Progress::Arriving }
    }

    /// Whether more than [`HARD_CAP`] bytes came.
    pub(crate) fn exceeded(&self) -> bool {
        self.progress == Progress::Exceeded
    }

    /// Reads what is left and throws it away, up to the cap.
    pub(crate) async fn drain(&mut self) {
        while let Some(Ok(_)) = self.next().await {}
    }
}

#[async_trait]
impl ByteSource for Upload {
    async fn next(&mut self) -> Option<Result<Bytes, Interrupted>> {
        match self.progress {
            Progress::Arriving => {}
            Progress::Whole => return None,
            Progress::Broken | Progress::Exceeded => return Some(Err(Interrupted)),
        }
        let piece = tokio::select! {
            piece = tokio::time::timeout(STALL, self.stream.next()) => piece,
            // Also when the sender is gone: then the inbox itself is.
            _ = self.closing.wait_for(|closing| *closing) => {
                self.progress = Progress::Broken;
                return Some(Err(Interrupted));
            }
        };
        match piece {
            Ok(Some(Ok(bytes))) => {
                self.received = self.received.saturating_add(bytes.len() as u64);
                if self.received > HARD_CAP {
                    self.progress = Progress::Exceeded;
                    return Some(Err(Interrupted));
                }
                Some(Ok(bytes))
            }
            Ok(None) => {
                self.progress = Progress::Whole;
                None
            }
            Ok(Some(Err(_))) | Err(_) => {
                self.progress = Progress::Broken;
                Some(Err(Interrupted))
            }
        }
    }
}
