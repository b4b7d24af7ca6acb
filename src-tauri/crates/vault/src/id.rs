use std::fmt;
use std::str::FromStr;

/// A moment, in milliseconds since 1970-01-01 00:00 UTC. Always passed in: this crate never asks the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UnixMillis(pub i64);

impl UnixMillis {
    /// This moment and so many milliseconds; at the end of time it stays there.
    pub(crate) fn plus(self, millis: u64) -> Self {
        Self(self.0.saturating_add_unsigned(millis))
    }
}

/// The random id of one sealed file or one temporary copy. It says nothing about whose file it is, so it may stand in
/// file names, receipts and logs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SealedId([u8; 16]);

impl SealedId {
    /// Takes 16 bytes that the caller made (at random; ids are parameters here).
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes, as they stand in a sealed file's header.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// 32 lower-case hexadecimal digits.
impl fmt::Display for SealedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl fmt::Debug for SealedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedId({self})")
    }
}

/// The text is not 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not the id of a sealed file")]
pub struct NotASealedId;

impl FromStr for SealedId {
    type Err = NotASealedId;

    /// Accepts exactly what `Display` writes, so that one id has one spelling (upper case is refused).
    fn from_str(text: &str) -> Result<Self, NotASealedId> {
        from_hex::<16>(text).map(Self).ok_or(NotASealedId)
    }
}

impl TryFrom<String> for SealedId {
    type Error = NotASealedId;

    fn try_from(text: String) -> Result<Self, NotASealedId> {
        text.parse()
    }
}

impl From<SealedId> for String {
    fn from(id: SealedId) -> Self {
        id.to_string()
    }
}

impl serde::Serialize for SealedId {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for SealedId {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Lower-case hexadecimal.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Exactly `N` bytes of lower-case hexadecimal, or `None`.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_from_what_it_prints() {
        let id = SealedId::from_bytes([0, 1, 0xab, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xff]);
        assert_eq!(id.to_string(), "0001ab030405060708090a0b0c0d0eff");
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_has_one_spelling_only() {
        for wrong in [
            "",
            "0001AB030405060708090a0b0c0d0eff",
            "0001ab030405060708090a0b0c0d0ef",
            "../../../../../../../../../../etc",
        ] {
            assert_eq!(wrong.parse::<SealedId>(), Err(NotASealedId), "{wrong}");
        }
    }
}
