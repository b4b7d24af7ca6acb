//! Searching as people expect it: upper and lower case alike also for å, ä and ö, and `%` and `_` mean themselves.
//!
//! Folding is done here and stored, because SQLite knows only the letters of ASCII and PostgreSQL asks the locale.

/// How many words of a search are looked for; the last takes the rest of the text.
pub(crate) const WORDS: usize = 4;

/// A text as searching compares it: lower case, one blank between words, å ä ö as single characters even when they
/// were typed as a letter with a mark over it.
pub(crate) fn fold(text: &str) -> String {
    let lower = text.to_lowercase().replace("a\u{30a}", "å").replace("a\u{308}", "ä").replace("o\u{308}", "ö");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `LIKE` patterns (with `!` as escape) that must all match; `%` for the unused. `None` when the search is blank.
pub(crate) fn patterns(search: &str) -> Option<[String; WORDS]> {
    let folded = fold(search);
    if folded.is_empty() {
        return None;
    }
    let mut patterns = [const { String::new() }; WORDS];
    let mut words = folded.splitn(WORDS, ' ');
    for pattern in &mut patterns {
        *pattern = words.next().map_or_else(|| "%".to_owned(), |word| format!("%{}%", escaped(&as_stored(word))));
    }
    Some(patterns)
}

/// A personal number is stored as bare digits, however it is typed.
fn as_stored(word: &str) -> String {
    let digits: String = word.chars().filter(|c| !matches!(c, '-' | '+' | '\u{2010}'..='\u{2015}')).collect();
    if digits.len() >= 6 && digits.bytes().all(|b| b.is_ascii_digit()) { digits } else { word.to_owned() }
}

fn escaped(word: &str) -> String {
    word.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_fold_however_they_were_typed() {
        assert_eq!(fold("  ÅSA  Öberg\n"), "åsa öberg");
        assert_eq!(fold("A\u{30a}sa O\u{308}berg"), "åsa öberg");
    }

    #[test]
    fn wildcards_mean_themselves() {
        let [first, second, ..] = patterns("50% a_b!").expect("not blank");
        assert_eq!((first.as_str(), second.as_str()), ("%50!%%", "%a!_b!!%"));
    }

    #[test]
    fn a_personal_number_is_found_however_it_is_typed() {
        assert_eq!(patterns("19121212-1212").expect("not blank")[0], "%191212121212%");
        assert_eq!(patterns("covid-19").expect("not blank")[0], "%covid-19%");
    }

    #[test]
    fn a_long_search_loses_no_word_and_a_blank_one_is_none() {
        assert_eq!(patterns("a b c d e").expect("not blank")[3], "%d e%");
        assert_eq!(patterns("  "), None);
    }
}
