//! Random tokens.

use subtle::ConstantTimeEq;

/// 256 random bits. No `Debug`: a token in a log line is a session given away.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Token([u8; 32]);

impl Token {
    /// Makes a new one from the system's source of randomness.
    pub(crate) fn make() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// 64 hexadecimal digits.
    pub(crate) fn to_hex(&self) -> String {
        use std::fmt::Write;
        self.0.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Reads [`Token::to_hex`] back.
    pub(crate) fn from_hex(hex: &str) -> Option<Self> {
        if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&hex[place..place + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// Compares without telling by its duration how much was right.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_the_way_to_the_page_and_back() {
        let token = Token::make().expect("randomness");
        assert!(Token::from_hex(&token.to_hex()).is_some_and(|back| back.agrees(&token)));
    }

    #[test]
    fn no_two_tokens_are_alike() {
        let (one, other) = (Token::make().expect("randomness"), Token::make().expect("randomness"));
        assert!(!one.agrees(&other));
    }

    #[test]
    fn anything_but_64_hexadecimal_digits_is_no_token() {
        for text in ["", "0", &"0".repeat(63), &"0".repeat(65), &"g".repeat(64), &"å".repeat(32), &"+1".repeat(32)] {
            assert!(Token::from_hex(text).is_none());
        }
    }
}
