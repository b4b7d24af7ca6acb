//! Just enough of deflate (RFC 1951) to write bombs.

/// Bits, the lowest of each byte first.
struct Bits {
    bytes: Vec<u8>,
    free: u32,
}

impl Bits {
    fn push(&mut self, bit: u8) {
        if self.free == 0 {
            self.bytes.push(0);
            self.free = 8;
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= bit << (8 - self.free);
        }
        self.free -= 1;
    }

    /// A Huffman code, its highest bit first.
    fn code(&mut self, code: u16, length: u32) {
        for place in (0..length).rev() {
            self.push(u8::from(code >> place & 1 == 1));
        }
    }
}

/// A zlib stream that unfolds to at least `length` blanks: one literal, then "258 more of the same" over and over, 13 bits
/// each. The checksum is left out, as readers of damaged files do without.
pub fn bomb(length: u64) -> Vec<u8> {
    let mut bits = Bits { bytes: vec![0x78, 0x01], free: 0 };
    // The last block, with the fixed codes.
    bits.push(1);
    bits.push(1);
    bits.push(0);
    bits.code(0x30 + u16::from(b' '), 8);
    for _ in 0..length.div_ceil(258) {
        // Length 258 is symbol 285, distance 1 is symbol 0.
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    bits.code(0, 7);
    bits.bytes
}
