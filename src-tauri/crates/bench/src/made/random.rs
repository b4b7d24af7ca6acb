/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `limit`, which is not 0.
    #[expect(clippy::cast_possible_truncation, reason = "less than `limit`, a u32")]
    pub(crate) const fn below(&mut self, limit: u32) -> u32 {
        (self.next() % limit as u64) as u32
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        let mut bytes: Vec<u8> =
            std::iter::repeat_with(|| self.next().to_le_bytes()).take(length.div_ceil(8)).flatten().collect();
        bytes.truncate(length);
        bytes
    }
}
