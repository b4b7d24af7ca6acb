//! Where lines end.

use std::mem;

use super::face::Face;

/// Words in one face.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) face: Face,
    /// The part of the structure that they are.
    pub(super) leaf: usize,
}

/// What stands beside each other.
pub(super) type Line = Vec<Run>;

/// Broken at line breaks and blanks, and within a word only where the word alone is too wide. A blank at which a line is broken ends
/// it, so that who reads the words together finds two. At least one line, which may be empty.
pub(super) fn wrapped(runs: &[Run], width: f32) -> Vec<Line> {
    let mut flow = Flow { width, lines: Vec::new(), line: Words::default(), word: Words::default() };
    for run in runs {
        for letter in run.face.known(&run.text).chars() {
            match letter {
                '\n' => {
                    flow.end_word();
                    flow.end_line();
                }
                ' ' => {
                    flow.end_word();
                    if flow.line.wide > 0.0 && !flow.line.ends_with_blank() {
                        flow.line.push(' ', run);
                    }
                }
                letter => flow.word.push(letter, run),
            }
        }
        // An empty run is a place in the structure all the same.
        if run.text.is_empty() {
            flow.word.runs.push(run.clone());
        }
    }
    flow.end_word();
    flow.end_line();
    flow.lines
}

struct Flow {
    width: f32,
    lines: Vec<Line>,
    line: Words,
    /// What goes on until the next blank.
    word: Words,
}

#[derive(Default)]
struct Words {
    runs: Vec<Run>,
    wide: f32,
}

impl Words {
    fn push(&mut self, letter: char, of: &Run) {
        self.wide += of.face.advance(letter);
        match self.runs.last_mut() {
            Some(last) if last.leaf == of.leaf => last.text.push(letter),
            _ => self.runs.push(Run { text: letter.to_string(), ..*of }),
        }
    }

    fn append(&mut self, words: Self) {
        self.wide += words.wide;
        for run in words.runs {
            match self.runs.last_mut() {
                Some(last) if last.leaf == run.leaf => last.text.push_str(&run.text),
                _ => self.runs.push(run),
            }
        }
    }

    fn ends_with_blank(&self) -> bool {
        self.runs.last().is_some_and(|run| run.text.ends_with(' '))
    }
}

impl Flow {
    fn end_word(&mut self) {
        let word = mem::take(&mut self.word);
        if self.line.wide > 0.0 && self.line.wide + word.wide > self.width {
            self.end_line();
        }
        if word.wide <= self.width {
            self.line.append(word);
            return;
        }
        for run in &word.runs {
            for letter in run.text.chars() {
                if self.line.wide > 0.0 && self.line.wide + run.face.advance(letter) > self.width {
                    self.end_line();
                }
                self.line.push(letter, run);
            }
        }
    }

    fn end_line(&mut self) {
        self.lines.push(mem::take(&mut self.line).runs);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, face: Face, leaf: usize) -> Run {
        Run { text: text.to_owned(), face, leaf }
    }

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    fn wide(line: &Line) -> f32 {
        line.iter().map(|run| run.face.width(run.text.trim_end())).sum()
    }

    #[test]
    fn a_word_that_is_wider_than_the_page_is_broken_and_nothing_of_it_is_lost() {
        let lines = wrapped(&[run(&"a".repeat(400), Face::PLAIN, 0)], 200.0);
        assert!(lines.len() > 5);
        assert_eq!(texts(&lines).concat().len(), 400);
        assert!(lines.iter().all(|line| wide(line) <= 200.5));
    }

    #[test]
    fn a_word_that_is_partly_bold_is_not_broken_where_it_becomes_so() {
        let runs =
            [run("en lång rad med ord och ", Face::PLAIN, 0), run("fet", Face::STRONG, 1), run("stil", Face::PLAIN, 2)];
        for width in 30_u8..200 {
            let lines = wrapped(&runs, f32::from(width));
            let all = texts(&lines).concat();
            assert_eq!(all, "en lång rad med ord och fetstil");
            assert!(width < 40 || texts(&lines).iter().any(|line| line.contains("fetstil")), "{width}: {lines:?}");
            assert!(lines.iter().all(|line| wide(line) <= f32::from(width) + 0.5), "{width}");
        }
    }

    #[test]
    fn a_line_break_is_one_and_blanks_are_one_blank() {
        assert_eq!(texts(&wrapped(&[run("en  rad\n\ten till", Face::PLAIN, 0)], 500.0)), ["en rad", "en till"]);
        assert_eq!(texts(&wrapped(&[run("", Face::PLAIN, 0)], 500.0)), [""]);
    }
}
