//! What comes of a page: a picture, and its words.

use frames::{Flags, LineBox, Measure, Pixels};
use zeroize::{Zeroize, Zeroizing};

/// A page as it is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// JPEG, quality 85, without any metadata.
    pub jpeg: Zeroizing<Vec<u8>>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// On paper.
    pub paper: Measure,
    /// The page's words, line by line, for those who do not see it: plain, to be shown as text and never as mark-up. Empty
    /// for images.
    pub lines: Vec<Line>,
    /// What the picture does not show.
    pub flags: Flags,
}

/// A page as pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Opaque, row by row from the top.
    pub rgba: Pixels,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// On paper.
    pub paper: Measure,
    /// As in [`Page`].
    pub lines: Vec<Line>,
    /// As in [`Page`].
    pub flags: Flags,
}

/// A line of a page's words. Zeroed when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// Plain, without line ends.
    pub text: String,
    /// Where on the page.
    pub place: LineBox,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl std::fmt::Debug for Line {
    /// Without the words: they are a citizen's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").field("place", &self.place).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Page {
    /// Without the picture and the words: they are a citizen's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page")
            .field("width", &self.width)
            .field("height", &self.height)
            .field("flags", &self.flags)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Picture {
    /// As of [`Page`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picture")
            .field("width", &self.width)
            .field("height", &self.height)
            .field("flags", &self.flags)
            .finish_non_exhaustive()
    }
}
