/// Longest text of a page, in bytes of UTF-8 (64 kB).
pub const MAX_TEXT: usize = 64_000;
/// Most lines of a page's text.
pub const MAX_LINES: usize = 8_000;

/// Characters that show nothing but change how other characters show, or that have no agreed meaning: Unicode's general
/// categories Cf and Co, the line and paragraph separators, and the noncharacters. Cc is left to `char::is_control`.
/// Inclusive ranges in ascending order, Unicode 17.
const INVISIBLE: [(u32, u32); 27] = [
    (0x00AD, 0x00AD),
    (0x0600, 0x0605),
    (0x061C, 0x061C),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xE000, 0xF8FF),
    (0xFDD0, 0xFDEF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0x1FFFE, 0x1FFFF),
    (0xE0001, 0xE0001),
    (0xE0020, 0xE007F),
    (0xEFFFE, 0xEFFFF),
    (0xF0000, 0xFFFFF),
    (0x10_0000, 0x10_FFFF),
];

/// Whether a character may stand in a page's text: it shows as itself and steers nothing. The newline is the only
/// control character that may.
#[must_use]
pub fn is_plain(character: char) -> bool {
    if character == '\n' {
        return true;
    }
    if character.is_control() {
        return false;
    }
    let code = u32::from(character);
    !INVISIBLE.iter().any(|&(first, last)| (first..=last).contains(&code))
}

/// What of `characters` may stand in a page's text, cut at [`MAX_TEXT`] bytes between two characters.
#[must_use]
pub fn plain_text(characters: impl IntoIterator<Item = char>) -> String {
    let mut text = String::new();
    for character in characters.into_iter().filter(|c| is_plain(*c)) {
        if text.len() + character.len_utf8() > MAX_TEXT {
            break;
        }
        text.push(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_text_passes_unchanged() {
        let text = "Hälsodeklaration: åäö ÅÄÖ é – 37,5 °C ½ €\nRad två";
        assert_eq!(plain_text(text.chars()), text);
    }

    #[test]
    fn characters_that_steer_other_characters_are_taken_out() {
        let tricks = "a\u{202e}b\u{200b}c\u{2066}d\u{feff}e\u{1b}[31mf\u{e000}g\u{e0041}h\r\t\u{0}";
        assert_eq!(plain_text(tricks.chars()), "abcde[31mfgh");
    }

    #[test]
    fn the_ranges_are_in_order_and_do_not_overlap() {
        for pair in INVISIBLE.windows(2) {
            assert!(pair[0].0 <= pair[0].1 && pair[0].1 < pair[1].0);
        }
    }

    #[test]
    fn long_text_is_cut_between_two_characters() {
        let text = plain_text(std::iter::repeat_n('å', MAX_TEXT));
        assert_eq!(text.len(), MAX_TEXT);
        assert!(text.chars().all(|c| c == 'å'));
    }
}
