//! A citizen's name for a file, as it is shown: whatever it was, it hides nothing and leads nowhere.

use domain::attachment::displayable_name;
use frames::is_plain;
use proptest::prelude::*;

/// Pieces of names that lie about what they are, and whatever else there is.
fn any_name() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("../".to_owned()),
        Just("..\\".to_owned()),
        Just("\u{202e}fdp.exe".to_owned()),
        Just("\u{200b}".to_owned()),
        Just("\u{2066}\u{feff}".to_owned()),
        Just("CON .pdf".to_owned()),
        Just(" ".to_owned()),
        Just("\n".to_owned()),
        "[a-zåäö0-9. ]{1,120}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_has_no_invisible_character_no_path_and_an_end(name in any_name()) {
        let shown = displayable_name(&name);
        prop_assert!(shown.chars().all(|c| is_plain(c) && c != '\n'), "{shown:?}");
        prop_assert!((1..=80).contains(&shown.chars().count()));
        prop_assert!(!shown.contains(['/', '\\']));
        prop_assert_eq!(shown.trim(), &shown);
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
