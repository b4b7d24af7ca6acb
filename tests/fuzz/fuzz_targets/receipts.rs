//! The log of receipts: whatever stands in it, it is verified, found broken, or passed over by a purge.
#![no_main]

use place::{NOW, PLACE};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    PLACE.put("receipts.log", bytes);
    let _ = vault::verify_receipts(PLACE.folder.path());
    let area = PLACE.vault.purge_area();
    let _ = area.observe(NOW).and_then(|_| area.receipts_after(0));
});
