//! A citizen's name for a file, as it is shown: whatever it was, it hides nothing and leads nowhere.

use domain::attachment::displayable_name;
use frames::is_plain;

#[test]
fn what_is_shown_has_no_invisible_character_no_path_and_an_end() {
    for name in hostile::names::hundred_thousand() {
        let shown = displayable_name(&name);
        assert!(shown.chars().all(|c| is_plain(c) && c != '\n'), "{shown:?}");
        assert!((1..=80).contains(&shown.chars().count()));
        assert!(!shown.contains(['/', '\\']));
        assert_eq!(shown.trim(), shown);
    }
}

#[test]
fn names_and_pages_agree_on_every_character_that_does_not_show() {
    for c in (char::MIN..=char::MAX).filter(|c| !matches!(c, '/' | '\\' | '\u{fffd}')) {
        let shown = displayable_name(&format!("a{c}b"));
        let as_it_is = shown == format!("a{c}b");
        assert_eq!(as_it_is, is_plain(c) && c != '\n', "U+{:04X}", u32::from(c));
    }
}
