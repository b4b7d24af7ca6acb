//! Searching as people expect it: upper and lower case alike also for å, ä and ö.
//!
//! Folding is done here and stored, because SQLite knows only the letters of ASCII and PostgreSQL asks the locale.

/// A text as searching compares it: lower case, one blank between words, å ä ö as single characters even when they
/// were typed as a letter with a mark over it.
pub(crate) fn fold(text: &str) -> String {
    let lower = text.to_lowercase().replace("a\u{30a}", "å").replace("a\u{308}", "ä").replace("o\u{308}", "ö");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_fold_however_they_were_typed() {
        assert_eq!(fold("  ÅSA  Öberg\n"), "åsa öberg");
        assert_eq!(fold("A\u{30a}sa O\u{308}berg"), "åsa öberg");
    }
}
