//! An entry of a copy: whatever stands in it, the copy's folder is one of ours.
#![no_main]

use place::{ID, PLACE};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    PLACE.put(format!("copies/{ID}.9000.c"), bytes);
    if let Ok(Some(entry)) = PLACE.vault.purge_area().copy(ID) {
        let folder = entry.path.parent().and_then(|folder| folder.file_name()).and_then(|name| name.to_str());
        assert!(folder.is_some_and(|name| name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit())));
    }
});
