//! A text in the part of `DocBook` that the 1177 inbox shows.

use super::{Block, Inline, parse};

/// The paragraphs and lists of a text as XML, to stand in a `section` or an `article`.
///
/// The inbox knows `para`, `emphasis` with the role `bold` or `italics`, `itemizedlist`, `orderedlist`, `listitem` and `ulink` (domain
/// facts 4.1). It has no line break, so each line is a `para`, and no e-mail links, so such a link is its words and its address.
/// Signs that XML cannot hold are left out.
pub fn docbook(text: &str) -> String {
    let mut xml = String::with_capacity(text.len() * 2);
    for block in parse(text) {
        match block {
            Block::Paragraph { inlines } => paragraph(&inlines, &mut xml),
            Block::List { ordered, items } => {
                xml.push_str(if ordered { "<orderedlist>" } else { "<itemizedlist mark=\"bullet\">" });
                for item in items {
                    xml.push_str("<listitem>");
                    paragraph(&item, &mut xml);
                    xml.push_str("</listitem>");
                }
                xml.push_str(if ordered { "</orderedlist>" } else { "</itemizedlist>" });
            }
        }
    }
    xml
}

fn paragraph(inlines: &[Inline], xml: &mut String) {
    for line in lines(inlines) {
        xml.push_str("<para>");
        put(&line, xml);
        xml.push_str("</para>");
    }
}

/// The lines of a paragraph. What goes on over a line break is ended before it and begun again after it.
fn lines(inlines: &[Inline]) -> Vec<Vec<Inline>> {
    let mut lines = vec![Vec::new()];
    for inline in inlines {
        let parts: Vec<Inline> = match inline {
            Inline::Text { text } => text.split('\n').map(|line| Inline::Text { text: line.to_owned() }).collect(),
            Inline::Bold { inlines } => {
                self::lines(inlines).into_iter().map(|inlines| Inline::Bold { inlines }).collect()
            }
            Inline::Italic { inlines } => {
                self::lines(inlines).into_iter().map(|inlines| Inline::Italic { inlines }).collect()
            }
            Inline::Link { address, inlines } => {
                let link = |inlines| Inline::Link { address: address.clone(), inlines };
                self::lines(inlines).into_iter().map(link).collect()
            }
        };
        for (number, part) in parts.into_iter().enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            lines.last_mut().into_iter().for_each(|line| line.push(part.clone()));
        }
    }
    lines
}

fn put(inlines: &[Inline], xml: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => put_escaped(text, xml),
            Inline::Bold { inlines } => element("<emphasis role=\"bold\">", inlines, "</emphasis>", xml),
            Inline::Italic { inlines } => element("<emphasis role=\"italics\">", inlines, "</emphasis>", xml),
            Inline::Link { address, inlines } => {
                if let Some(to) = address.strip_prefix("mailto:") {
                    put(inlines, xml);
                    put_escaped(&format!(" ({to})"), xml);
                } else {
                    xml.push_str("<ulink url=\"");
                    put_escaped(address, xml);
                    element("\" type=\"_blank\">", inlines, "</ulink>", xml);
                }
            }
        }
    }
}

fn element(begin: &str, inlines: &[Inline], end: &str, xml: &mut String) {
    xml.push_str(begin);
    put(inlines, xml);
    xml.push_str(end);
}

fn put_escaped(text: &str, xml: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            // XML 1.0, production 2 (Char).
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => xml.push(sign),
        }
    }
}
