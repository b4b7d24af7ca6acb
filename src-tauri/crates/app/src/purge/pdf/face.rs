//! How text is set: letters, their widths, and where a line ends.

use super::{BODY, LEADING};

/// How text is set.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) size: f32,
    pub(super) bold: bool,
}

impl Face {
    pub(super) const PLAIN: Self = Self { size: BODY, bold: false };
    pub(super) const STRONG: Self = Self { size: BODY, bold: true };

    pub(super) const fn line(self) -> f32 {
        self.size * LEADING
    }

    pub(super) fn width(self, text: &str) -> f32 {
        let thousandths: u32 = text.chars().map(width_of).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line of text is short")]
        let width = thousandths as f32 * self.size / 1_000.0;
        // Bold letters are a little wider than those of the table.
        if self.bold { width * 1.08 } else { width }
    }

    /// Broken at blanks, and within a word only where the word alone is too wide.
    pub(super) fn wrapped(self, text: &str, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
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

/// In code page 1252.
pub(super) fn code_of(letter: char) -> u8 {
    match letter {
        '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
        '–' => 0x96,
        '—' => 0x97,
        '…' => 0x85,
        '’' => 0x92,
        '”' => 0x94,
        _ => b'?',
    }
}

/// Helvetica's widths of the letters from blank to tilde, in thousandths of the size (Adobe's metrics).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

fn width_of(letter: char) -> u32 {
    let place = u32::from(letter).checked_sub(32).and_then(|place| usize::try_from(place).ok());
    let known = place.and_then(|place| WIDTHS.get(place)).copied();
    known.map_or(if letter.is_uppercase() { 778 } else { 556 }, u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_wider_than_the_page_is_broken_and_nothing_of_it_is_lost() {
        let lines = Face::PLAIN.wrapped(&"a".repeat(400), 200.0);
        assert!(lines.len() > 5);
        assert_eq!(lines.concat().len(), 400);
        assert!(lines.iter().all(|line| Face::PLAIN.width(line) <= 200.0));
    }
}
