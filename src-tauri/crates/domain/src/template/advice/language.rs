//! *Klarspråk*, and what must not be told by colour or place alone.

use super::{Found, Place, Told, count, first_of};
use crate::guideline::{Rule, Text};

/// Words below which LIX says nothing.
const FEWEST_WORDS: u32 = 60;

impl Told<'_> {
    pub(super) fn language(&mut self, texts: &[(Place, Text<'_>)]) {
        let guideline = self.guideline;
        let [sentence, words, passive, lix, colour, here] =
            [Rule::LongSentence, Rule::LongWords, Rule::Passive, Rule::HardToRead, Rule::ColourOnly, Rule::ClickHere]
                .map(|rule| guideline.ruling(rule));
        for (place, text) in texts {
            let longest = text.sentences().map(|words| count(words.iter())).max().unwrap_or(0);
            if longest > sentence.most {
                self.tell(*place, Found::LongSentence { count: longest, most: sentence.most });
            }
            let long = |all: Vec<&str>| -> Vec<String> {
                all.into_iter().filter(|word| letters(word) >= words.letters).map(str::to_owned).collect()
            };
            let worst = text.sentences().map(long).max_by_key(Vec::len).unwrap_or_default();
            if count(worst.iter()) > words.most {
                self.tell(*place, Found::LongWords { words: worst });
            }
            if let Some(words) = first_of(&passive.words, text) {
                self.tell(*place, Found::Passive { words });
            }
            if let Some(words) = first_of(&colour.words, text) {
                self.tell(*place, Found::ColourOnly { words });
            }
            if let Some(words) = first_of(&here.words, text) {
                self.tell(*place, Found::ClickHere { words });
            }
        }
        if let Some(number) = lix_of(texts).filter(|number| *number > lix.most) {
            self.tell(Place::Purpose, Found::HardToRead { lix: number, most: lix.most });
        }
    }
}

/// Letters without a hyphen between them: a hyphen shows where a long word can be read in parts.
fn letters(word: &str) -> u32 {
    word.split('-').map(|part| count(part.chars().filter(|c| c.is_alphabetic()))).max().unwrap_or(0)
}

/// Läsbarhetsindex: words a sentence, and long words (more than six letters) in a hundred. `None` for short texts.
fn lix_of(texts: &[(Place, Text<'_>)]) -> Option<u32> {
    let sentences = || texts.iter().flat_map(|(_, text)| text.sentences());
    let words = count(sentences().flatten());
    let long = count(sentences().flatten().filter(|word| word.chars().count() > 6));
    (words >= FEWEST_WORDS).then(|| words / count(sentences()).max(1) + long * 100 / words)
}
