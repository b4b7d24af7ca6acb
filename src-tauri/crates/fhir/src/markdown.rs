//! Texts with marks, in Markdown (CommonMark) and back.

use domain::text::{Block, Inline, escape, plain, read};
use serde_json::Value;

use crate::json::{Object, extend, extension, put_text, text_of};
use crate::names::MARKDOWN;

/// A text that is shown: its words, and beside them how they look where they do not say so themselves. Other systems run its lines
/// together unless they are told of the breaks.
pub(crate) fn put_shown(to: &mut Object, text: &str, has_marks: bool) {
    let reading = read(text);
    if has_marks && reading.has_marks {
        put_text(to, "text", &plain(text));
        put_twin(to, written(&reading.blocks));
    } else {
        put_text(to, "text", text);
        if text.contains('\n') {
            put_twin(to, escaped(text));
        }
    }
}

fn put_twin(to: &mut Object, markdown: String) {
    let mut twin = Object::new();
    extend(&mut twin, MARKDOWN, "valueMarkdown", markdown);
    to.insert("_text".to_owned(), Value::Object(twin));
}

/// The text of an item that may have marks. What the file says of its looks is taken when it is all within our marks, and the words
/// are those of the text; it is kept otherwise, and the words are shown.
pub(crate) fn shown(item: &Object) -> String {
    let text = text_of(item, "text").unwrap_or_default();
    twin(item).unwrap_or_else(|| escape(text))
}

/// Whether all that the file says of a text's looks is shown.
pub(crate) fn is_all_shown(item: &Object) -> bool {
    item.get("_text").is_none_or(|of| {
        let says_nothing_else = of.as_object().is_some_and(|of| {
            of.len() == 1 && of.get("extension").and_then(Value::as_array).is_some_and(|all| all.len() == 1)
        });
        says_nothing_else && twin(item).is_some()
    })
}

fn twin(item: &Object) -> Option<String> {
    let text = text_of(item, "text")?;
    let markdown = extension(item.get("_text")?.as_object()?, MARKDOWN)?.as_str()?;
    let marked = within(markdown)?;
    let words = plain(&marked);
    if !words.split_whitespace().eq(text.split_whitespace()) {
        return None;
    }
    // Nothing but escaped signs and line breaks says no more than the text, which says it as it was written.
    let is_plain = matches!(read(&marked).blocks.as_slice(), blocks if blocks.iter().all(is_plain));
    Some(if is_plain { escape(text) } else { marked })
}

fn is_plain(block: &Block) -> bool {
    let Block::Paragraph { inlines } = block else { return false };
    inlines.iter().all(|inline| matches!(inline, Inline::Text { .. }))
}

/// Markdown with our marks and no others. `None` of all other Markdown.
fn within(markdown: &str) -> Option<String> {
    let lines = markdown.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let lines: Vec<&str> = lines.map(|line| line.trim_end_matches(' ')).collect();
    let (mut items, mut is_after_item) = (0, false);
    for line in &lines {
        let item = rest_of_item(line);
        // What follows an item on the next line goes on with it there, and not here.
        let goes_on = is_after_item && item.is_none() && !line.is_empty();
        let begins = item.unwrap_or(line);
        if goes_on
            || begins_otherwise(begins)
            || has_other_marks(line)
            || (item.is_some() && rest_of_item(begins).is_some())
        {
            return None;
        }
        is_after_item = item.is_some();
        items += usize::from(is_after_item);
    }
    let marked = lines.join("\n");
    let reading = read(&marked);
    let lists = reading.blocks.iter().map(|block| if let Block::List { items, .. } = block { items.len() } else { 0 });
    if reading.has_strays || lists.sum::<usize>() != items {
        return None;
    }
    let relaxed = without_escapes(&marked);
    Some(if read(&relaxed).blocks == reading.blocks { relaxed } else { marked })
}

/// What follows the mark of an item.
fn rest_of_item(line: &str) -> Option<&str> {
    let of_number = || line.split_once(". ").filter(|(digits, _)| is_number(digits)).map(|(_, rest)| rest);
    line.strip_prefix("- ").or_else(of_number)
}

fn is_number(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a line begins a heading, a quotation, code, or a list as it is not written here. Further in, a line belongs to something
/// above it.
fn begins_otherwise(line: &str) -> bool {
    let number = line.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(line.len());
    line.starts_with([' ', '\t', '#', '>', '+', '=', '|'])
        || (line.starts_with('-') && !line.starts_with("- "))
        || line.starts_with("* ")
        || (number > 0 && (line[number..].starts_with(')') || &line[number..] == "."))
}

/// Whether a line has marks, unescaped, that are none of ours: code, other emphasis, HTML, entities, pictures, tables.
fn has_other_marks(line: &str) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find(['\\', '`', '<', '~', '|', '_', '&', '!', ']']) {
        let (sign, after) = rest[at..].split_at(1);
        rest = after;
        match sign {
            "\\" => {
                let Some(next) = rest.chars().next() else { return true };
                rest = &rest[next.len_utf8()..];
            }
            "]" => rest = rest.strip_prefix('(').and_then(|address| Some(address.split_once(')')?.1)).unwrap_or(rest),
            "&" if !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '#') => {}
            "!" if !rest.starts_with('[') => {}
            _ => return true,
        }
    }
    false
}

fn without_escapes(marked: &str) -> String {
    let mut relaxed = String::with_capacity(marked.len());
    let mut signs = marked.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_needless = sign == '\\' && signs.peek().is_some_and(|next| next.is_ascii_punctuation());
        if is_needless {
            relaxed.extend(signs.next());
        } else {
            relaxed.push(sign);
        }
    }
    relaxed
}

/// What is shown, in Markdown.
fn written(blocks: &[Block]) -> String {
    let mut markdown = String::new();
    for block in blocks {
        match block {
            Block::Paragraph { inlines } => {
                markdown.push_str(if markdown.is_empty() { "" } else { "\n\n" });
                put(inlines, &mut markdown);
            }
            Block::List { ordered, items } => {
                for (number, item) in (1..).zip(items) {
                    markdown.push_str(if markdown.is_empty() { "" } else { "\n" });
                    markdown.push_str(&if *ordered { format!("{number}. ") } else { "- ".to_owned() });
                    put(item, &mut markdown);
                }
            }
        }
    }
    // White space there is seen by nobody, and would make the line something else.
    markdown.split('\n').map(|line| line.trim_start_matches([' ', '\t'])).collect::<Vec<_>>().join("\n")
}

fn put(inlines: &[Inline], to: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => to.push_str(&escaped(text)),
            Inline::Bold { inlines } => around("**", inlines, "**", to),
            Inline::Italic { inlines } => around("*", inlines, "*", to),
            Inline::Link { address, inlines } => around("[", inlines, &format!("]({address})"), to),
        }
    }
}

fn around(begin: &str, inlines: &[Inline], end: &str, to: &mut String) {
    to.push_str(begin);
    put(inlines, to);
    to.push_str(end);
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for (number, line) in text.split('\n').enumerate() {
        escaped.push_str(if number > 0 { "  \n" } else { "" });
        // A line that begins with a number is no item of a list.
        let point = line.find('.').filter(|point| is_number(line[..*point].trim_start()));
        for (at, sign) in line.char_indices() {
            if "\\`*_{}[]<>()#+-!|~&=".contains(sign) || point == Some(at) {
                escaped.push('\\');
            }
            escaped.push(sign);
        }
    }
    escaped
}
