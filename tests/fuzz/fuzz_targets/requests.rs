//! What the parent says, as the child reads it.
#![no_main]

use frames::request::Request;

libfuzzer_sys::fuzz_target!(|stream: &[u8]| {
    let mut left = stream;
    while Request::read_from(&mut left).is_ok() {}
});
