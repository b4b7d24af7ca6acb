//! How text is set: letters, their widths, and where a line ends.

use std::sync::LazyLock;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::{BODY, LEADING};

/// Atkinson Hyperlegible of the Braille Institute, drawn for readers who see little (SIL Open Font License, beside it).
const REGULAR: &[u8] = include_bytes!("../../../fonts/AtkinsonHyperlegible-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../fonts/AtkinsonHyperlegible-Bold.ttf");

/// What the widths are read from. `None`: a file that is no font, which a test excludes.
static PLAIN_LETTERS: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(REGULAR).ok());
static BOLD_LETTERS: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(BOLD).ok());

/// How text is set.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) size: f32,
    pub(super) bold: bool,
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
    pub(super) const PLAIN: Self = Self { size: BODY, bold: false };
    pub(super) const STRONG: Self = Self { size: BODY, bold: true };

    pub(super) const fn line(self) -> f32 {
        self.size * LEADING
    }

    fn letters(self) -> Option<&'static FontRef<'static>> {
        if self.bold { BOLD_LETTERS.as_ref() } else { PLAIN_LETTERS.as_ref() }
    }

    pub(super) fn width(self, text: &str) -> f32 {
        let Some(letters) = self.letters() else { return 0.0 };
        let (map, metrics) = (letters.charmap(), letters.glyph_metrics(Size::new(self.size), LocationRef::default()));
        text.chars().filter_map(|letter| metrics.advance_width(map.map(letter)?)).sum()
    }

    /// What the font lacks becomes a question mark.
    fn known(self, word: &str) -> String {
        let map = self.letters().map(MetadataProvider::charmap);
        let has = |letter: char| map.as_ref().is_some_and(|map| map.map(letter).is_some());
        word.chars().map(|letter| if has(letter) { letter } else { '?' }).collect()
    }

    /// Broken at blanks, and within a word only where the word alone is too wide.
    pub(super) fn wrapped(self, text: &str, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace().map(|word| self.known(word)) {
            let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
            if self.width(&longer) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                if !line.is_empty() && self.width(&line) + self.width(&letter.to_string()) > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(letter);
            }
        }
        lines.push(line);
        lines
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
    fn a_word_that_is_wider_than_the_page_is_broken_and_nothing_of_it_is_lost() {
        let lines = Face::PLAIN.wrapped(&"a".repeat(400), 200.0);
        assert!(lines.len() > 5);
        assert_eq!(lines.concat().len(), 400);
        assert!(lines.iter().all(|line| Face::PLAIN.width(line) <= 200.0));
    }

    #[test]
    fn a_letter_that_the_font_lacks_is_told_by_a_question_mark() {
        assert_eq!(Face::PLAIN.wrapped("Räksmörgås – 漢字", 500.0), ["Räksmörgås – ??"]);
    }
}
