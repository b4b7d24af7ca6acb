//! Names that lie about what they are, lead elsewhere, or mean something to some system.

use crate::mutants::Chance;

/// Pieces of names that mean something else to some system, or to whoever looks at them.
const PIECES: [&str; 34] = [
    "..",
    ".",
    "/",
    "\\",
    "../",
    "..\\",
    "\\\\?\\",
    "C:",
    ":",
    "a.pdf:x",
    "~1",
    "CON",
    "CON .pdf",
    "nul",
    "AUX",
    "LPT1",
    "COM¹",
    " ",
    "\n",
    "\0",
    "?",
    "*",
    "\u{1b}[31m",
    "\u{202e}fdp.exe",
    "\u{200b}",
    "\u{2066}\u{feff}",
    "\u{e000}",
    ".pdf",
    "a",
    "bild",
    "å",
    "åäö",
    "0123456789",
    "<img src=x onerror=alert(1)>",
];

/// How many numbers a piece is drawn from: those without a piece give any character, or a long run of one.
const DRAWN_FROM: usize = 48;

/// A hundred thousand names, the same each time: up to eight pieces, or any characters.
pub fn hundred_thousand() -> impl Iterator<Item = String> {
    let mut chance = Chance::new(0);
    (0..100_000).map(move |_| (0..chance.below(9)).map(|_| piece(&mut chance)).collect())
}

fn piece(chance: &mut Chance) -> String {
    if let Some(piece) = PIECES.get(chance.below(DRAWN_FROM)) {
        return (*piece).to_owned();
    }
    let any = u32::try_from(chance.below(0x11_0000)).ok().and_then(char::from_u32);
    match any {
        Some(any) if chance.below(4) > 0 => any.to_string(),
        _ => "x".repeat(100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_the_same_each_time_and_hold_every_piece_and_long_and_empty_ones() {
        assert!(hundred_thousand().eq(hundred_thousand()));
        let names: Vec<String> = hundred_thousand().collect();
        for piece in PIECES {
            assert!(names.iter().any(|name| name.contains(piece)), "{piece:?}");
        }
        assert!(names.iter().any(String::is_empty));
        assert!(names.iter().any(|name| name.len() > 255));
    }
}
