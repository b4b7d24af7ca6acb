use frames::Flags;

use super::{Document, Picture, PreviewFailure, Viewing};
use crate::kind::FileKind;

/// Whatever gives a document's pages one after the other.
pub trait Pictures {
    /// What the file is.
    fn kind(&self) -> FileKind;
    /// How many pages it gives.
    fn pages(&self) -> u32;
    /// What is to be told about the document, and about the pages drawn so far.
    fn flags(&self) -> Flags;
    /// The page with this index, from 0, as [`Document::picture`] draws it.
    fn picture(&mut self, index: u32, max_edge: u32) -> impl Future<Output = Result<Picture, PreviewFailure>> + Send;
    /// Nothing more is wanted.
    fn leave(self) -> impl Future<Output = ()> + Send;
}

/// A document that somebody looks at, or one opened for the purpose.
#[derive(Debug)]
pub enum Hand<'a> {
    /// Waits for the page that is looked at.
    Viewing(&'a Viewing),
    /// Has nothing else to do.
    Document(Document),
}

impl Pictures for Hand<'_> {
    fn kind(&self) -> FileKind {
        match self {
            Self::Viewing(viewing) => viewing.kind(),
            Self::Document(document) => document.kind(),
        }
    }

    fn pages(&self) -> u32 {
        match self {
            Self::Viewing(viewing) => viewing.pages(),
            Self::Document(document) => document.pages(),
        }
    }

    fn flags(&self) -> Flags {
        match self {
            Self::Viewing(viewing) => viewing.flags(),
            Self::Document(document) => document.flags(),
        }
    }

    async fn picture(&mut self, index: u32, max_edge: u32) -> Result<Picture, PreviewFailure> {
        match self {
            Self::Viewing(viewing) => viewing.picture(index, max_edge).await,
            Self::Document(document) => document.picture(index, max_edge).await,
        }
    }

    async fn leave(self) {
        match self {
            Self::Viewing(_) => {}
            // All that was wanted is there, however it leaves.
            Self::Document(document) => drop(document.close().await),
        }
    }
}
