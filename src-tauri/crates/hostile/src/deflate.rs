//! Just enough of deflate (RFC 1951) in its zlib dress (RFC 1950) to write bombs: fixed codes, literals, and "the same
//! again".

/// The longest match there is.
const LONGEST: usize = 258;
/// The largest prime below 65 536, of Adler's checksum.
const ADLER: u128 = 65_521;

/// A zlib stream in the making.
pub struct Deflate {
    bytes: Vec<u8>,
    pending: u64,
    count: u32,
    /// The two sums of the checksum.
    sums: (u128, u128),
}

impl Default for Deflate {
    fn default() -> Self {
        Self::new()
    }
}

impl Deflate {
    /// An empty stream of one block with the fixed codes.
    pub fn new() -> Self {
        let mut stream = Self { bytes: vec![0x78, 0x01], pending: 0, count: 0, sums: (1, 0) };
        stream.bits(0b011, 3);
        stream
    }

    /// Bits, the lowest first.
    fn bits(&mut self, value: u32, count: u32) {
        self.pending |= u64::from(value) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push((self.pending & 0xFF) as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// A Huffman code, its highest bit first.
    fn code(&mut self, code: u32, length: u32) {
        self.bits(code.reverse_bits() >> (32 - length), length);
    }

    fn literal(&mut self, byte: u8) {
        match u32::from(byte) {
            low @ 0..144 => self.code(0x30 + low, 8),
            high => self.code(0x190 + high - 144, 9),
        }
    }

    /// 258 bytes that are the same as those `distance` (1..=32 768) bytes before.
    fn longest_match(&mut self, distance: usize) {
        self.code(0b1100_0101, 8);
        let before = u32::try_from(distance - 1).unwrap_or(0);
        if before < 4 {
            self.code(before, 5);
        } else {
            let extra = before.ilog2() - 1;
            self.code(2 * (extra + 1) + (before >> extra & 1), 5);
            self.bits(before & ((1 << extra) - 1), extra);
        }
    }

    fn sum(&mut self, bytes: &[u8], times: u64) {
        let (length, times) = (bytes.len() as u128, u128::from(times));
        let total: u128 = bytes.iter().map(|byte| u128::from(*byte)).sum();
        let weighted: u128 = (0..).zip(bytes).map(|(place, byte)| (length - place) * u128::from(*byte)).sum();
        let (a, b) = self.sums;
        let pairs = times * times.saturating_sub(1) / 2 % ADLER;
        let grown = times % ADLER * length % ADLER * a + length * (total % ADLER) % ADLER * pairs;
        self.sums =
            ((a + times % ADLER * (total % ADLER)) % ADLER, (b + grown + times % ADLER * (weighted % ADLER)) % ADLER);
    }

    /// These bytes as they are.
    pub fn plain(&mut self, bytes: &[u8]) -> &mut Self {
        for byte in bytes {
            self.literal(*byte);
        }
        self.sum(bytes, 1);
        self
    }

    /// The pattern (at most 32 768 bytes long) so many times.
    pub fn repeated(&mut self, pattern: &[u8], times: u64) -> &mut Self {
        if pattern.is_empty() || times == 0 {
            return self;
        }
        for byte in pattern {
            self.literal(*byte);
        }
        let left = pattern.len() as u64 * (times - 1);
        for _ in 0..left / LONGEST as u64 {
            self.longest_match(pattern.len());
        }
        let rest = usize::try_from(left % LONGEST as u64).unwrap_or(0);
        let phase = usize::try_from((left - rest as u64) % pattern.len() as u64).unwrap_or(0);
        for byte in pattern.iter().cycle().skip(phase).take(rest) {
            self.literal(*byte);
        }
        self.sum(pattern, times);
        self
    }

    /// Bytes most of which are the same as those `period` bytes before.
    pub fn periodic(&mut self, bytes: &[u8], period: usize) -> &mut Self {
        let mut place = 0;
        while place < bytes.len() {
            let end = place + LONGEST;
            if place >= period && end <= bytes.len() && bytes[place..end] == bytes[place - period..end - period] {
                self.longest_match(period);
                place = end;
            } else {
                self.literal(bytes[place]);
                place += 1;
            }
        }
        self.sum(bytes, 1);
        self
    }

    /// The whole stream with its right checksum.
    pub fn finish(&mut self) -> Vec<u8> {
        self.code(0, 7);
        self.bits(0, 7);
        let mut bytes = std::mem::take(&mut self.bytes);
        let (a, b) = self.sums;
        bytes.extend(u32::try_from(b << 16 | a).unwrap_or(0).to_be_bytes());
        bytes
    }
}

/// A stream that unfolds to `length` blanks.
pub fn bomb(length: u64) -> Vec<u8> {
    Deflate::new().repeated(b" ", length).finish()
}

/// A stream that unfolds to `bytes`, hardly shorter.
pub fn plain(bytes: &[u8]) -> Vec<u8> {
    Deflate::new().plain(bytes).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adler's checksum as RFC 1950 has it.
    fn adler(bytes: &[u8]) -> u32 {
        let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), byte| {
            let a = (a + u32::from(*byte)) % 65_521;
            (a, (b + a) % 65_521)
        });
        b << 16 | a
    }

    fn stated(stream: &[u8]) -> u32 {
        let (_, sum) = stream.split_last_chunk::<4>().expect("longer than its checksum");
        u32::from_be_bytes(*sum)
    }

    #[test]
    fn the_checksum_of_a_repetition_is_that_of_the_repeated_bytes() {
        for (pattern, times) in [(&b"q "[..], 1), (b"abc", 1_000), (b"\xff\0\x80", 100_000), (b" ", 70_000)] {
            let stream = Deflate::new().plain(b"head").repeated(pattern, times).finish();
            let unfolded = [b"head".as_slice(), &pattern.repeat(usize::try_from(times).expect("few"))].concat();
            assert_eq!(stated(&stream), adler(&unfolded));
        }
    }

    #[test]
    fn a_gibibyte_fits_in_seven_megabytes_and_once_more_in_fifty_kilobytes() {
        let once = bomb(1 << 30);
        assert!(once.len() < 7_000_000);
        assert!(Deflate::new().periodic(&once, 13).finish().len() < 50_000);
    }
}
