//! Names that mean one plain file to every system, also to one that the folder is shared with.

/// Longest name, in bytes: what Linux allows; Windows and macOS allow as much or more.
const LONGEST: usize = 255;
/// What Windows takes for a device whatever follows after a full stop, apart from COM and LPT with a digit.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Whether the name is a file's name and nothing else anywhere: no folder, no stream of another file (`a.pdf:x`), no
/// device (`CON .pdf`), nothing that Windows cuts off (a full stop or blank at the end), no control character.
/// Source: "Naming Files, Paths, and Namespaces" (Microsoft).
pub(super) fn is_plain(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    !name.is_empty()
        && name.len() <= LONGEST
        && !name.contains(forbidden)
        && !name.ends_with(['.', ' '])
        && !is_device(name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let number = numbered.and_then(|rest| {
        let mut characters = rest.chars();
        characters.next().filter(|_| characters.next().is_none())
    });
    DEVICES.contains(&stem.as_str()) || number.is_some_and(|n| matches!(n, '1'..='9' | '¹' | '²' | '³'))
}
