//! *Formatering*: the marks that a text may have. A small, fixed part of CommonMark: `**fet**`, `*kursiv*`, `[words](https://…)`, lines
//! that begin with `- ` or are numbered from `1. `; an empty line begins a paragraph, a line break is a line break, and `\` before a
//! sign makes it itself. Nothing else means anything: what is unknown or unclosed is shown as it is written.
//!
//! The screen reads texts by rules of its own (`ui/src/form/markup.ts`); the cases in `ui/src/bindings/markup.json` hold the two together.
//!
//! ```
//! use budkavle_domain::text::{docbook, plain};
//!
//! assert_eq!(plain("Kom **fastande**."), "Kom fastande.");
//! assert_eq!(docbook("Kom **fastande**."), "<para>Kom <emphasis role=\"bold\">fastande</emphasis>.</para>");
//! ```

mod address;
mod docbook;
mod inline;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use docbook::docbook;

/// A part of a text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "block")]
pub enum Block {
    /// Lines; a line break in them is a line break.
    Paragraph {
        /// What stands in it.
        inlines: Vec<Inline>,
    },
    /// A list. None stands in another.
    List {
        /// Whether its items are numbered, from 1.
        ordered: bool,
        /// One line each.
        items: Vec<Vec<Inline>>,
    },
}

/// A part of a line. None stands in one of its own kind, so that they lie three deep at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "inline")]
pub enum Inline {
    /// Words.
    Text {
        /// Never empty.
        text: String,
    },
    /// *Fet*.
    Bold {
        /// What is bold.
        inlines: Vec<Inline>,
    },
    /// *Kursiv*.
    Italic {
        /// What is italic.
        inlines: Vec<Inline>,
    },
    /// *Länk*.
    Link {
        /// `https:`, `tel:` or `mailto:`, in ASCII.
        address: String,
        /// What is shown.
        inlines: Vec<Inline>,
    },
}

/// A text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What is shown.
    pub blocks: Vec<Block>,
    /// Whether anything in it is a mark: without one it is shown exactly as it is written.
    pub has_marks: bool,
    /// Whether something stands in it that looks like a mark and is none, such as a `*` that nothing closes.
    pub has_strays: bool,
}

/// What is shown of a text. Never fails; takes time in proportion to its length.
pub fn parse(text: &str) -> Vec<Block> {
    read(text).blocks
}

/// As [`parse`], with what was found on the way.
pub fn read(text: &str) -> Reading {
    let mut reader = Reader { text, ..Reader::default() };
    let mut start = 0;
    for line in text.split('\n') {
        reader.line(line, start);
        start += line.len() + 1;
    }
    reader.end_paragraph();
    reader.reading
}

/// The words without the marks, for where nothing can be bold: lists, names and searches. A list keeps its lines and what begins
/// them. A text without marks is itself.
pub fn plain(text: &str) -> String {
    let reading = read(text);
    if !reading.has_marks {
        return text.to_owned();
    }
    let mut words = String::new();
    for block in &reading.blocks {
        match block {
            Block::Paragraph { inlines } => {
                words.push_str(if words.is_empty() { "" } else { "\n\n" });
                put_words(inlines, &mut words);
            }
            Block::List { ordered, items } => {
                for (number, item) in (1..).zip(items) {
                    words.push_str(if words.is_empty() { "" } else { "\n" });
                    words.push_str(&if *ordered { format!("{number}. ") } else { "- ".to_owned() });
                    put_words(item, &mut words);
                }
            }
        }
    }
    words
}

/// The words of a line, one after the other.
fn put_words(inlines: &[Inline], to: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => to.push_str(text),
            Inline::Bold { inlines } | Inline::Italic { inlines } | Inline::Link { inlines, .. } => {
                put_words(inlines, to);
            }
        }
    }
}

/// A plain text as it must be written to be read as itself.
pub fn escape(text: &str) -> String {
    if !read(text).has_marks {
        return text.to_owned();
    }
    let lines = text.split('\n').map(|line| {
        let mut escaped = String::with_capacity(line.len() + 8);
        let begins = item(line).map(|(mark, _)| if mark == Mark::Bullet { 0 } else { line.find('.').unwrap_or(0) });
        for (at, sign) in line.char_indices() {
            let is_mark = matches!(sign, '*' | '[' | ']' | '\\') || begins == Some(at);
            if is_mark {
                escaped.push('\\');
            }
            escaped.push(sign);
        }
        escaped
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// White space of a text. Named here, since what else is white differs between Rust and the screen's language.
const SPACE: [char; 4] = [' ', '\t', '\r', '\u{a0}'];

/// What begins an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Bullet,
    Number(usize),
}

/// The mark of a line that begins as an item, and the rest. Whether it is one depends on what stands above.
fn item(line: &str) -> Option<(Mark, &str)> {
    let (mark, rest) = match line.strip_prefix("- ") {
        Some(rest) => (Mark::Bullet, rest),
        None => {
            let (digits, rest) = line.split_once(". ")?;
            let is_number = (1..=3).contains(&digits.len())
                && digits.bytes().all(|digit| digit.is_ascii_digit())
                && !digits.starts_with('0');
            (Mark::Number(digits.parse().ok().filter(|_| is_number)?), rest)
        }
    };
    let rest = rest.trim_matches(SPACE);
    (!rest.is_empty()).then_some((mark, rest))
}

/// What has been read so far.
#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    reading: Reading,
    /// Where the paragraph that goes on begins and ends.
    paragraph: Option<(usize, usize)>,
    /// Whether the last block is a list that may go on.
    in_list: bool,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, start: usize) {
        if line.trim_matches(SPACE).is_empty() {
            self.end_paragraph();
        } else if !item(line).is_some_and(|(mark, rest)| self.item(mark, rest)) {
            self.in_list = false;
            let begins = self.paragraph.map_or(start, |(begins, _)| begins);
            self.paragraph = Some((begins, start + line.len()));
        }
    }

    /// Takes an item where it goes on with the list or can begin one.
    fn item(&mut self, mark: Mark, rest: &str) -> bool {
        if self.in_list
            && let Some(Block::List { ordered, items }) = self.reading.blocks.last_mut()
            && mark == (if *ordered { Mark::Number(items.len() + 1) } else { Mark::Bullet })
        {
            let inlines = inline::read(rest, &mut self.reading.has_marks, &mut self.reading.has_strays);
            items.push(inlines);
            return true;
        }
        if !matches!(mark, Mark::Bullet | Mark::Number(1)) {
            return false;
        }
        self.end_paragraph();
        let inlines = inline::read(rest, &mut self.reading.has_marks, &mut self.reading.has_strays);
        self.reading.has_marks = true;
        self.reading.blocks.push(Block::List { ordered: mark != Mark::Bullet, items: vec![inlines] });
        self.in_list = true;
        true
    }

    fn end_paragraph(&mut self) {
        if let Some((begins, ends)) = self.paragraph.take() {
            let lines = &self.text[begins..ends];
            let inlines = inline::read(lines, &mut self.reading.has_marks, &mut self.reading.has_strays);
            self.reading.blocks.push(Block::Paragraph { inlines });
        }
    }
}
