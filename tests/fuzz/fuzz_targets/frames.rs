//! What the jailed child says: any stream is frames, a breach or an end, and no buffer grows beyond the limits.
#![no_main]

use std::io::Read;

use frames::{FrameReader, MAX_EDGE, Step};

libfuzzer_sys::fuzz_target!(|stream: &[u8]| {
    let (mut left, mut reader) = (stream, FrameReader::new(MAX_EDGE));
    loop {
        let count = left.read(reader.space()).expect("a slice always reads");
        reader = match reader.filled(count) {
            Ok(Step::Wants(more)) if count > 0 => more,
            Ok(Step::Done(_)) => FrameReader::new(MAX_EDGE),
            Ok(Step::Wants(_)) | Err(_) => break,
        };
    }
});
