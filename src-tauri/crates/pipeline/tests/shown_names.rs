//! A citizen's name for a file, as it is shown: whatever it was, it hides nothing and leads nowhere.

use domain::attachment::displayable_name;
use frames::is_plain;

/// Pieces of names that lie about what they are.
const PIECES: [&str; 16] = [
    "../",
    "..\\",
    "\u{202e}fdp.exe",
    "\u{200b}",
    "\u{2066}\u{feff}",
    "CON .pdf",
    " ",
    "\n",
    ".",
    "bild",
    "åäö",
    "\0",
    "\u{e000}",
    "\u{1b}[31m",
    "a.pdf:x",
    "0123456789",
];

/// A hundred thousand names, the same each time (xorshift, Marsaglia 2003): up to eight pieces, or any characters.
fn names() -> impl Iterator<Item = String> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = move |bound: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % bound
    };
    (0..100_000).map(move |_| {
        let pieces = below(9);
        (0..pieces)
            .map(|_| match PIECES.get(below(24) as usize) {
                Some(piece) => (*piece).to_owned(),
                None => char::from_u32(below(0x11_0000) as u32).map_or_else(|| "x".repeat(100), String::from),
            })
            .collect()
    })
}

#[test]
fn what_is_shown_has_no_invisible_character_no_path_and_an_end() {
    for name in names() {
        let shown = displayable_name(&name);
        assert!(shown.chars().all(|c| is_plain(c) && c != '\n'), "{shown:?}");
        assert!((1..=80).contains(&shown.chars().count()));
        assert!(!shown.contains(['/', '\\']));
        assert_eq!(shown.trim(), shown);
    }
}

#[test]
fn names_and_pages_agree_on_every_character_that_does_not_show() {
    for c in (char::MIN..=char::MAX).filter(|c| !matches!(c, '/' | '\\' | '\u{fffd}')) {
        let shown = displayable_name(&format!("a{c}b"));
        let as_it_is = shown == format!("a{c}b");
        assert_eq!(as_it_is, is_plain(c) && c != '\n', "U+{:04X}", u32::from(c));
    }
}
