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
}

impl Pictures for Document {
    fn kind(&self) -> FileKind {
        Self::kind(self)
    }

    fn pages(&self) -> u32 {
        Self::pages(self)
    }

    fn flags(&self) -> Flags {
        Self::flags(self)
    }

    async fn picture(&mut self, index: u32, max_edge: u32) -> Result<Picture, PreviewFailure> {
        Self::picture(self, index, max_edge).await
    }
}

impl Pictures for &Viewing {
    fn kind(&self) -> FileKind {
        Viewing::kind(self)
    }

    fn pages(&self) -> u32 {
        Viewing::pages(self)
    }

    fn flags(&self) -> Flags {
        Viewing::flags(self)
    }

    async fn picture(&mut self, index: u32, max_edge: u32) -> Result<Picture, PreviewFailure> {
        Viewing::picture(self, index, max_edge).await
    }
}
