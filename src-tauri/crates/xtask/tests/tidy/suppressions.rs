//! Attributes and comments that silence a lint.

/// The lines of Rust attributes that allow or expect a lint without `reason = …`.
pub(crate) fn in_rust(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for start in ["#[", "#!["] {
        for (at, _) in text.match_indices(start) {
            let attribute = attribute(&text[at + start.len()..]);
            let silences = ["allow(", "expect("].iter().any(|word| {
                attribute
                    .match_indices(word)
                    .any(|(at, _)| !attribute[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.'))
            });
            // An attribute begins its line; what looks like one inside a text or a comment is none.
            let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let begins = text[line_start..at].trim().is_empty();
            if begins && silences && !attribute.contains("reason") {
                found.push(text[..at].lines().count().max(1) + usize::from(text[..at].ends_with('\n')));
            }
        }
    }
    found
}

/// What stands between the opening bracket, already passed, and the one that closes it.
fn attribute(rest: &str) -> &str {
    let mut depth = 1_u32;
    for (at, c) in rest.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &rest[..at];
        }
    }
    rest
}

/// The lines of script or style sheet that switch a lint or the type check off without saying why.
pub(crate) fn in_script(text: &str) -> Vec<usize> {
    let silent = |line: &str| {
        // Neither of these can be given for one rule with a reason that the tool reads.
        let never = ["eslint-disable", "@ts-ignore", "@ts-nocheck", "biome-ignore-all"];
        let reasoned = |mark: &str, reason: fn(&str) -> bool| {
            line.split_once(mark).is_some_and(|(_, rest)| !reason(rest.trim_end_matches("*/").trim()))
        };
        never.iter().any(|mark| line.contains(mark))
            || reasoned("@ts-expect-error", |rest| rest.len() > 10)
            || reasoned("biome-ignore ", |rest| rest.split_once(": ").is_some_and(|(_, why)| why.len() > 10))
    };
    text.lines().enumerate().filter(|(_, line)| silent(line)).map(|(number, _)| number + 1).collect()
}

#[test]
fn a_reason_is_seen_wherever_it_stands_in_the_attribute() {
    assert_eq!(in_rust("fn a() {}\n#[allow(dead_code)]\nfn b() {}"), [2]);
    assert_eq!(in_rust("#![allow(\n    dead_code\n)]\n"), [1]);
    assert_eq!(in_rust("#[cfg_attr(test, allow(dead_code))]"), [1]);
    assert!(in_rust("#[expect(\n    dead_code,\n    reason = \"shown by x\"\n)]\n").is_empty());
    assert!(in_rust("let a = b.expect(\"never\");\n#[derive(Debug)]").is_empty());
}

#[test]
fn a_comment_that_silences_a_script_must_say_why() {
    assert_eq!(in_script("// biome-ignore lint/a11y/x: <explanation>\n").len(), 0);
    assert_eq!(in_script("a\n// biome-ignore lint/a11y/x:\n"), [2]);
    assert_eq!(in_script("// @ts-ignore because\n"), [1]);
    assert_eq!(in_script("// @ts-expect-error\n"), [1]);
}
