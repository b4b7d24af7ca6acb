//! Marks within a paragraph or an item.

use super::{Inline, SPACE, address};

/// Reads lines. Sets `has_marks` when something in them is a mark, `has_strays` when something only looks like one.
pub(super) fn read(lines: &str, has_marks: &mut bool, has_strays: &mut bool) -> Vec<Inline> {
    let mut reader = Reader { open: Vec::new(), whole: Vec::new(), has_marks, has_strays };
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at..];
        at += match rest.as_bytes()[0] {
            b'\\' => reader.escape(rest),
            b'*' => reader.stars(lines, at),
            b'[' => reader.bracket(),
            b']' => reader.end_bracket(rest),
            _ => {
                let length = rest.find(['\\', '*', '[', ']']).unwrap_or(rest.len());
                reader.text(&rest[..length]);
                length
            }
        };
    }
    while reader.dissolve(reader.open.len()) {}
    reader.whole
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Bold,
    Italic,
    Link,
}

impl Mark {
    const fn written(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
            Self::Link => "[",
        }
    }
}

/// What is being read. Each mark is open once at most, so three are.
struct Reader<'r> {
    /// Marks that nothing has closed yet, the outermost first, each with what stands in it.
    open: Vec<(Mark, Vec<Inline>)>,
    /// What stands in none of them.
    whole: Vec<Inline>,
    has_marks: &'r mut bool,
    has_strays: &'r mut bool,
}

impl Reader<'_> {
    fn escape(&mut self, rest: &str) -> usize {
        match rest.as_bytes().get(1) {
            Some(sign) if sign.is_ascii_punctuation() => {
                *self.has_marks = true;
                self.text(&rest[1..2]);
                2
            }
            _ => {
                self.text("\\");
                1
            }
        }
    }

    /// One star is italic, two are bold and three are both. They open before what is not blank and close after what is not.
    fn stars(&mut self, lines: &str, at: usize) -> usize {
        let count = lines[at..].bytes().take_while(|byte| *byte == b'*').count();
        let is_solid = |sign: Option<char>| sign.is_some_and(|sign| sign != '\n' && !SPACE.contains(&sign));
        let opens = is_solid(lines[at + count..].chars().next());
        let closes = is_solid(lines[..at].chars().next_back());
        let marks: &[Mark] = match count {
            1 => &[Mark::Italic],
            2 => &[Mark::Bold],
            3 => &[Mark::Bold, Mark::Italic],
            _ => &[],
        };
        let are_open = marks.iter().filter(|mark| self.place(**mark).is_some()).count();
        if closes && !marks.is_empty() && are_open == marks.len() {
            let mut inner_first = marks.to_vec();
            inner_first.sort_by_key(|mark| std::cmp::Reverse(self.place(*mark)));
            inner_first.into_iter().for_each(|mark| self.close(mark, None));
        } else if opens && !marks.is_empty() && are_open == 0 {
            self.open.extend(marks.iter().map(|mark| (*mark, Vec::new())));
        } else {
            *self.has_strays = true;
            self.text(&lines[at..at + count]);
        }
        count
    }

    fn bracket(&mut self) -> usize {
        if self.place(Mark::Link).is_none() {
            self.open.push((Mark::Link, Vec::new()));
        } else {
            *self.has_strays = true;
            self.text("[");
        }
        1
    }

    fn end_bracket(&mut self, rest: &str) -> usize {
        if let Some(place) = self.place(Mark::Link) {
            let has_words = place + 1 < self.open.len() || !self.open[place].1.is_empty();
            if let Some((address, length)) = address::in_brackets(&rest[1..]).filter(|_| has_words) {
                self.close(Mark::Link, Some(address));
                return 1 + length;
            }
            self.dissolve(place + 1);
        }
        *self.has_strays = true;
        self.text("]");
        1
    }

    fn place(&self, mark: Mark) -> Option<usize> {
        self.open.iter().position(|(open, _)| *open == mark)
    }

    /// Where what is read now goes.
    fn inside(&mut self, place: usize) -> &mut Vec<Inline> {
        match place.checked_sub(1).and_then(|below| self.open.get_mut(below)) {
            Some((_, inlines)) => inlines,
            None => &mut self.whole,
        }
    }

    fn text(&mut self, words: &str) {
        let to = self.inside(self.open.len());
        put(to, words);
    }

    /// Closes a mark that is open. What is open in it was none.
    fn close(&mut self, mark: Mark, address: Option<&str>) {
        // Of three stars each may be closed first.
        if let [.., (below, between), (top, _)] = self.open.as_mut_slice()
            && *below == mark
            && *top != Mark::Link
            && mark != Mark::Link
            && between.is_empty()
        {
            std::mem::swap(below, top);
        }
        while self.open.last().is_some_and(|(top, _)| *top != mark) {
            self.dissolve(self.open.len());
        }
        let Some((_, inlines)) = self.open.pop() else { return };
        *self.has_marks = true;
        let closed = match (mark, address) {
            (Mark::Link, address) => Inline::Link { address: address.unwrap_or_default().to_owned(), inlines },
            (Mark::Bold, _) => Inline::Bold { inlines },
            (Mark::Italic, _) => Inline::Italic { inlines },
        };
        self.inside(self.open.len()).push(closed);
    }

    /// The mark at `place`, counted from 1, is none: it is shown as it is written, and what stands in it stands outside.
    fn dissolve(&mut self, place: usize) -> bool {
        let Some(at) = place.checked_sub(1).filter(|at| *at < self.open.len()) else { return false };
        let (mark, inlines) = self.open.remove(at);
        *self.has_strays = true;
        let to = self.inside(at);
        put(to, mark.written());
        for inline in inlines {
            match inline {
                Inline::Text { text } => put(to, &text),
                other => to.push(other),
            }
        }
        true
    }
}

fn put(to: &mut Vec<Inline>, words: &str) {
    match to.last_mut() {
        Some(Inline::Text { text }) => text.push_str(words),
        _ => to.push(Inline::Text { text: words.to_owned() }),
    }
}
