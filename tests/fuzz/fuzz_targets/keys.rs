//! A key file and the table of keys: whatever lies in their places, the file opens as what was sealed or not at all.
#![no_main]

use place::{CONTENT, ID, NOW, PLACE, Place, key};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [how, bytes @ ..] = bytes else { return };
    PLACE.put(key(), &if how & 1 == 0 { PLACE.key.clone() } else { Place::patched(&PLACE.key, bytes) });
    PLACE.put("keys/table", &if how & 2 == 0 { bytes.to_vec() } else { [b"BKVTAB\0\x01", bytes].concat() });
    if let Ok(opened) = PLACE.vault.open_sealed(ID, NOW, 1 << 20) {
        assert_eq!(opened.expose(), CONTENT);
    }
});
