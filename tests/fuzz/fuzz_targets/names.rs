//! Names of files: what is shown hides nothing, and a copy lies in its own folder below the root.
#![no_main]

use std::path::Path;

use place::{ID, NOW};
use vault::CopyEntry;

libfuzzer_sys::fuzz_target!(|name: &str| {
    let shown = domain::attachment::displayable_name(name);
    assert!(shown.chars().all(|c| frames::is_plain(c) && c != '\n') && (1..=80).contains(&shown.chars().count()));
    if let Ok(entry) = CopyEntry::plan(ID, ID, Path::new("/srv/secure"), name, b"", NOW) {
        assert_eq!(entry.path.parent().and_then(Path::parent), Some(Path::new("/srv/secure")));
    }
});
