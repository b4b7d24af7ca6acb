//! HSA-id.

use serde::{Deserialize, Serialize};

use crate::luhn;

/// An HSA-id: who a unit or a member of staff is in the national catalogue, `SE` + organisation number + `-` + suffix.
///
/// Pasting with a blank in front is a known cause of failure in today's tool (domain fact 5), so reading normalises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct HsaId(String);

/// Why a text is not an HSA-id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum HsaIdProblem {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Not `SE` + ten digits + `-` + letters and digits, at most 31 characters.
    #[error("form")]
    Form,
    /// The organisation number's check digit is wrong: something was mistyped.
    #[error("check digit of the organisation number")]
    CheckDigit,
}

impl HsaId {
    /// Reads an HSA-id, ignoring blanks and case.
    ///
    /// # Errors
    /// The first problem found.
    pub fn parse(text: &str) -> Result<Self, HsaIdProblem> {
        let id: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{feff}' && *c != '\u{200b}')
            .map(|c| if matches!(c, '\u{2010}'..='\u{2015}') { '-' } else { c.to_ascii_uppercase() })
            .collect();
        if id.is_empty() {
            return Err(HsaIdProblem::Empty);
        }
        let rest = id.strip_prefix("SE").ok_or(HsaIdProblem::Form)?;
        let (organisation, suffix) = rest.split_once('-').ok_or(HsaIdProblem::Form)?;
        // The national catalogue writes either the ten digits, or these with the century digits 16 in front.
        let ten = if organisation.len() == 12 { organisation.strip_prefix("16").unwrap_or("") } else { organisation };
        let well_formed = ten.len() == 10
            && ten.bytes().all(|b| b.is_ascii_digit())
            && !suffix.is_empty()
            && suffix.bytes().all(|b| b.is_ascii_alphanumeric())
            && id.len() <= 31;
        if !well_formed {
            return Err(HsaIdProblem::Form);
        }
        if luhn::agrees(ten) { Ok(Self(id)) } else { Err(HsaIdProblem::CheckDigit) }
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for HsaId {
    type Error = HsaIdProblem;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<HsaId> for String {
    fn from(id: HsaId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_blank_or_lower_case_does_no_harm() {
        for text in [" SE2321000016-1AB2", "se2321000016-1ab2\n", "SE2321000016–1AB2"] {
            assert_eq!(HsaId::parse(text).map(String::from).as_deref(), Ok("SE2321000016-1AB2"));
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(HsaId::parse(" "), Err(HsaIdProblem::Empty));
        assert_eq!(HsaId::parse("2321000016-1AB2"), Err(HsaIdProblem::Form));
        assert_eq!(HsaId::parse("SE2321000016"), Err(HsaIdProblem::Form));
        assert_eq!(HsaId::parse("SE2321000017-1AB2"), Err(HsaIdProblem::CheckDigit));
    }
}
