//! A sealed file: whatever lies in its place, it opens as what was sealed or not at all.
#![no_main]

use place::{CONTENT, ID, NOW, PLACE, Place, body};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [how, bytes @ ..] = bytes else { return };
    PLACE.put(body(), &if how % 2 == 0 { bytes.to_vec() } else { Place::patched(&PLACE.body, bytes) });
    if let Ok(opened) = PLACE.vault.open_sealed(ID, NOW, 1 << 20) {
        assert_eq!(opened.expose(), CONTENT);
    }
});
