//! How text is set: letters and their widths.

use std::sync::LazyLock;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::{BODY, LEADING};

/// Atkinson Hyperlegible of the Braille Institute, drawn for readers who see little (SIL Open Font License, beside it).
const REGULAR: &[u8] = include_bytes!("../../fonts/AtkinsonHyperlegible-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/AtkinsonHyperlegible-Bold.ttf");

/// What the widths are read from. `None`: a file that is no font, which a test excludes.
static PLAIN_LETTERS: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(REGULAR).ok());
static BOLD_LETTERS: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(BOLD).ok());

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub(super) size: f32,
    pub(super) bold: bool,
    /// Leaning.
    pub(super) italic: bool,
}

/// The two fonts of one document, which only holds the letters that it uses.
pub(super) struct Fonts {
    regular: Font,
    bold: Font,
}

impl Fonts {
    pub(super) fn load() -> Option<Self> {
        let font = |bytes: &[u8]| Font::new(bytes.to_vec().into(), 0);
        Some(Self { regular: font(REGULAR)?, bold: font(BOLD)? })
    }

    pub(super) fn of(&self, face: Face) -> Font {
        if face.bold { self.bold.clone() } else { self.regular.clone() }
    }
}

impl Face {
    pub(super) const PLAIN: Self = Self { size: BODY, bold: false, italic: false };
    pub(super) const STRONG: Self = Self { bold: true, ..Self::PLAIN };

    pub(super) const fn line(self) -> f32 {
        self.size * LEADING
    }

    fn letters(self) -> Option<&'static FontRef<'static>> {
        if self.bold { BOLD_LETTERS.as_ref() } else { PLAIN_LETTERS.as_ref() }
    }

    pub(super) fn width(self, text: &str) -> f32 {
        text.chars().map(|letter| self.advance(letter)).sum()
    }

    pub(super) fn advance(self, letter: char) -> f32 {
        let Some(letters) = self.letters() else { return 0.0 };
        let metrics = letters.glyph_metrics(Size::new(self.size), LocationRef::default());
        letters.charmap().map(letter).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or(0.0)
    }

    /// What the font lacks becomes a question mark, and white space that is no line break a blank.
    pub(super) fn known(self, text: &str) -> String {
        let map = self.letters().map(MetadataProvider::charmap);
        let has = |letter: char| map.as_ref().is_some_and(|map| map.map(letter).is_some());
        let known = |letter: char| match letter {
            '\n' => '\n',
            letter if letter.is_whitespace() && letter != '\u{a0}' => ' ',
            letter if has(letter) => letter,
            _ => '?',
        };
        text.chars().map(known).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_fonts_can_be_used() {
        assert!(Fonts::load().is_some());
        assert!(Face::STRONG.width("Gallring") > Face::PLAIN.width("Gallring"));
    }

    #[test]
    fn a_letter_that_the_font_lacks_is_told_by_a_question_mark() {
        assert_eq!(Face::PLAIN.known("Räksmörgås –\t• 漢字\n"), "Räksmörgås – • ??\n");
    }
}
