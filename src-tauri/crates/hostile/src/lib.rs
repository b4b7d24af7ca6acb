//! Files that were made to do harm, byte by byte from nothing: documents and pictures that explode, lie, loop, call out
//! or are two things at once, and what may become of each; and [names](names) of files that were made to do the same.
//!
//! For the tests of whatever reads a citizen's files, and for other programs by `cargo xtask hostile DIR`. The same
//! source makes the same bytes on every machine. It depends on nothing, is linked into no program that is shipped, and
//! holds nothing that would reach anyone: each address ends in `.invalid`.
//!
//! ```
//! let files = hostile::all();
//! let bomb = files.iter().find(|file| file.name == "flate_bomb_1gib.pdf").expect("it is among them");
//! assert!(!bomb.may(hostile::End::Drawn));
//! assert!(bomb.bytes().starts_with(b"%PDF-1.7"));
//! ```

pub mod deflate;
pub mod documents;
pub mod mutants;
pub mod names;
pub mod pictures;

/// How a file's reading may end.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum End {
    /// As pixels within the limits.
    Drawn,
    /// As a message: not a kind that is accepted, damaged, too large, or locked.
    Refused,
    /// The reader's memory is used up, and with it the reader.
    OutOfMemory,
    /// The reader's time is used up, and with it the reader.
    TimedOut,
}

/// What has to be told beside the pixels, if there are any.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tell {
    /// It holds scripts, actions or other files.
    ActiveContent,
    /// It holds an XFA form.
    Xfa,
    /// The picture is not all of it.
    PartsNotDrawn,
    /// It came out white.
    LooksEmpty,
    /// It has more pages than can be asked for.
    PagesBeyondLimit,
    /// A field that somebody filled in, or a remark, is not drawn.
    FieldsNotDrawn,
    /// It is set in a font that it does not carry.
    FontsMissing,
    /// It holds more pictures than the one that is drawn.
    FirstPictureOnly,
    /// It came out white, and nothing was meant to be on it.
    EmptyPage,
}

/// A file made to do harm.
pub struct HostileFile {
    /// Its name, with the ending that it pretends to deserve.
    pub name: String,
    /// Every end that is harmless. Any other is a fault of the reader.
    pub ends: &'static [End],
    /// What must be told where it is drawn.
    pub tells: &'static [Tell],
    make: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
}

impl HostileFile {
    fn new(name: impl Into<String>, ends: &'static [End], make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self { name: name.into(), ends, tells: &[], make: Box::new(make) }
    }

    fn telling(self, tells: &'static [Tell]) -> Self {
        Self { tells, ..self }
    }

    /// The file. Made anew each time: together they are too large to be kept.
    pub fn bytes(&self) -> Vec<u8> {
        (self.make)()
    }

    /// Whether it may end so.
    pub fn may(&self, end: End) -> bool {
        self.ends.contains(&end)
    }

    /// Whether it has to be drawn, so that what it [tells](Self::tells) has to be told.
    pub fn must_be_drawn(&self) -> bool {
        self.ends == DRAWN
    }
}

/// It is harmless and shown.
const DRAWN: &[End] = &[End::Drawn];
/// It is told apart from a document and never shown.
const REFUSED: &[End] = &[End::Refused];
/// It is broken: a reader may make something of it, or not.
const EITHER: &[End] = &[End::Drawn, End::Refused];
/// It asks for more than there is. That it was drawn would mean that a limit does not hold.
const STOPPED: &[End] = &[End::Refused, End::OutOfMemory, End::TimedOut];
/// It asks for much: whether for too much depends on the reader.
const COSTLY: &[End] = &[End::Drawn, End::Refused, End::OutOfMemory, End::TimedOut];

/// Every hostile file, documents first.
pub fn all() -> Vec<HostileFile> {
    let mut files = documents::hostile();
    files.extend(pictures::hostile());
    files
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_file_has_a_name_of_its_own_that_is_fit_for_a_disk() {
        let files = all();
        let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names.len(), files.len());
        for file in &files {
            assert!(
                file.name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.".contains(&byte))
            );
            assert!(!file.ends.is_empty());
        }
        assert!(files.len() >= 150, "{} files", files.len());
    }

    #[test]
    fn the_same_bytes_are_made_each_time_and_they_are_few() {
        for file in all() {
            let bytes = file.bytes();
            assert!(bytes.len() < 8 * 1024 * 1024, "{} has {} bytes", file.name, bytes.len());
            assert!(bytes == file.bytes(), "{} differs", file.name);
        }
    }
}
