//! What a guideline looks for in a text: words after each other.

use std::ops::Range;

/// Words after each other within one sentence, in any case. As it is written in a guideline's file: a word stands for itself,
/// `*` at its end for whatever it may end with, and `/` divides words of which one stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(Vec<Vec<Sought>>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Sought {
    Word(String),
    Beginning(String),
}

impl Phrase {
    /// Reads it as it is written; `None` when there is no word where one must be.
    pub fn parse(written: &str) -> Option<Self> {
        let places: Option<Vec<_>> =
            written.split_whitespace().map(|place| place.split('/').map(Sought::parse).collect()).collect();
        places.filter(|places| !places.is_empty()).map(Self)
    }

    /// Where it first stands, as it is written there.
    pub fn find<'t>(&self, text: &Text<'t>) -> Option<&'t str> {
        text.sentences.iter().flat_map(|words| words.windows(self.0.len())).find_map(|words| {
            let stands = self.0.iter().zip(words).all(|(place, word)| place.iter().any(|sought| sought.is(word)));
            let (first, last) = (words.first()?, words.last()?);
            stands.then(|| &text.whole[first.at.start..last.at.end])
        })
    }
}

impl Sought {
    fn parse(written: &str) -> Option<Self> {
        let (word, is_whole) = written.strip_suffix('*').map_or((written, true), |beginning| (beginning, false));
        let is_word = !word.is_empty() && word.chars().all(is_of_word) && word.to_lowercase() == word;
        is_word.then(|| if is_whole { Self::Word(word.to_owned()) } else { Self::Beginning(word.to_owned()) })
    }

    fn is(&self, word: &Word) -> bool {
        match self {
            Self::Word(whole) => word.small == *whole,
            Self::Beginning(beginning) => word.small.starts_with(beginning.as_str()),
        }
    }
}

/// A text taken apart into sentences and words.
#[derive(Debug)]
pub struct Text<'t> {
    whole: &'t str,
    sentences: Vec<Vec<Word>>,
}

#[derive(Debug)]
struct Word {
    at: Range<usize>,
    small: String,
}

impl<'t> Text<'t> {
    /// Takes a text apart. A sentence ends with a mark or with its line; what has no letter is no word.
    pub fn new(whole: &'t str) -> Self {
        let mut sentences = vec![Vec::new()];
        let mut start = None;
        for (at, c) in whole.char_indices().chain([(whole.len(), '\n')]) {
            if is_of_word(c) {
                start.get_or_insert(at);
                continue;
            }
            if let Some(start) = start.take() {
                let word = &whole[start..at];
                if word.chars().any(char::is_alphabetic)
                    && let Some(sentence) = sentences.last_mut()
                {
                    sentence.push(Word { at: start..at, small: word.to_lowercase() });
                }
            }
            if matches!(c, '.' | '!' | '?' | ':' | '\n') {
                sentences.push(Vec::new());
            }
        }
        sentences.retain(|sentence| !sentence.is_empty());
        Self { whole, sentences }
    }

    /// Its sentences, as their words.
    pub fn sentences(&self) -> impl Iterator<Item = Vec<&'t str>> {
        let whole = self.whole;
        self.sentences.iter().map(move |words| words.iter().map(|word| &whole[word.at.clone()]).collect())
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(phrase: &str, text: &'t str) -> Option<&'t str> {
        Phrase::parse(phrase).expect("a phrase").find(&Text::new(text))
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_in_any_case_and_told_as_it_stands() {
        assert_eq!(found("öppet hus", "Kom på ÖPPET  Hus!"), Some("ÖPPET  Hus"));
        assert_eq!(found("studie", "Din studie."), Some("studie"));
        assert_eq!(found("studie", "Dina studier."), None);
        assert_eq!(found("studie*", "Dina studier."), Some("studier"));
        assert_eq!(found("studie*", "läkarstudier"), None, "only at the beginning of a word");
        assert_eq!(found("röda/gröna rutan/rutorna", "i de gröna rutorna"), Some("gröna rutorna"));
    }

    #[test]
    fn a_phrase_does_not_go_over_the_end_of_a_sentence_or_line() {
        for text in ["Köp. Nu går vi", "köp\nnu", "köp 3 och nu"] {
            assert_eq!(found("köp nu", text), None, "{text}");
        }
        assert_eq!(found("köp nu", "köp, nu"), Some("köp, nu"), "a comma ends nothing");
    }

    #[test]
    fn what_is_no_phrase_is_refused() {
        for written in ["", " ", "*", "röd/", "röd,grön", "Röd", "rö*d"] {
            assert_eq!(Phrase::parse(written), None, "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_stands_in_the_text(text in ".{0,60}") {
            let taken = Text::new(&text);
            for words in taken.sentences() {
                let written = words.join(" ").to_lowercase();
                // A letter may have no small form that is one letter of a word, as İ.
                if let Some(phrase) = Phrase::parse(&written) {
                    let found = phrase.find(&taken).expect("it stands there");
                    prop_assert!(text.contains(found));
                }
            }
        }
    }
}
