//! Decimal numbers as people write them.

/// A decimal number as people write it, exact: up to twelve digits before the point and six after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal {
    millionths: i64,
}

/// The text is not a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number")]
pub struct NotADecimal;

impl Decimal {
    /// Reads `37,5`, `37.5`, `-3`, `1 200`; both minus signs.
    ///
    /// # Errors
    /// [`NotADecimal`] for anything else, or too many digits.
    pub fn parse(text: &str) -> Result<Self, NotADecimal> {
        let text: String =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let missing = whole.is_empty() || (digits.contains('.') && fraction.is_empty());
        if missing || whole.len() > 12 || fraction.len() > 6 || !all_digits(whole) || !all_digits(fraction) {
            return Err(NotADecimal);
        }
        let millionths: i64 = format!("{whole}{fraction:0<6}").parse().map_err(|_| NotADecimal)?;
        Ok(Self { millionths: if negative { -millionths } else { millionths } })
    }

    /// The closest numbers of so many decimals below and above, and itself: every order against it.
    pub(crate) fn around(self, decimals: u8) -> [Self; 3] {
        let step = 10_i64.pow(6 - u32::from(decimals.min(6)));
        let down = self.millionths.div_euclid(step) * step;
        let below = if down == self.millionths { down - step } else { down };
        [Self { millionths: below }, self, Self { millionths: down + step }]
    }

    /// Decimals that say something: 1 for `37,50`.
    pub fn decimals(self) -> u8 {
        let mut rest = self.millionths.unsigned_abs() % 1_000_000;
        let mut decimals = 0;
        while rest > 0 {
            rest = rest * 10 % 1_000_000;
            decimals += 1;
        }
        decimals
    }
}

impl std::fmt::Display for Decimal {
    /// With a point, no needless zeros.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let magnitude = self.millionths.unsigned_abs();
        let fraction = format!("{:06}", magnitude % 1_000_000);
        match fraction.trim_end_matches('0') {
            "" => write!(f, "{sign}{}", magnitude / 1_000_000),
            fraction => write!(f, "{sign}{}.{fraction}", magnitude / 1_000_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_a_decimal_prints_it_reads_back(millionths in -10_000_000_000_000i64..10_000_000_000_000) {
            let value = Decimal { millionths };
            prop_assert_eq!(Decimal::parse(&value.to_string()), Ok(value));
        }

        #[test]
        fn no_text_makes_the_number_reader_panic(text in ".{0,24}") {
            let _ = Decimal::parse(&text);
        }
    }
}
