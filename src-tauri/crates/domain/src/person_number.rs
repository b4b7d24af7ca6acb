//! Personnummer and samordningsnummer.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use crate::luhn;

/// A checked Swedish personal number (folkbokföringslagen 18 §) or co-ordination number, held as twelve digits.
///
/// `Debug` and `Display` are masked on purpose: a personal number never reaches a log line or an error text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct PersonNumber(String);

/// Which register the number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum NumberKind {
    /// Personnummer.
    Personal,
    /// Samordningsnummer: the day is raised by 60. Such a person cannot sign in to 1177 (domain fact 2.2).
    Coordination,
}

/// Why a text is not a personal number. Each is something the person at the keyboard can mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PersonNumberProblem {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// A reserve number (*reservnummer*), which a region gives who has no other. It cannot sign in to the service.
    #[error("reserve number")]
    Reserve,
    /// Not ten or twelve digits, or a character that does not belong.
    #[error("not ten or twelve digits")]
    Form,
    /// The first digits are not a date.
    #[error("not a date")]
    Date,
    /// The date of birth lies in the future.
    #[error("date in the future")]
    Future,
    /// The last digit does not agree with the others: something was mistyped.
    #[error("check digit")]
    CheckDigit,
}

/// How many digits stand before the letter of a reserve number, and how many in all: `^[0-9]{8}[pPtTfF][0-9]{3}$`, as the service
/// knows them (`subjectOfCareId`, domain fact 4.1), and the same without its century.
const RESERVE_FORMS: [(usize, usize); 2] = [(8, 11), (6, 9)];

impl PersonNumber {
    /// Reads any common way to write the number: 10 or 12 digits, with `-`, `+` (over 100 years old), blanks or the
    /// dashes that word processors make. `today` decides the century of a ten-digit number.
    ///
    /// # Errors
    /// The first problem found, in the order of [`PersonNumberProblem`].
    pub fn parse(text: &str, today: Date) -> Result<Self, PersonNumberProblem> {
        let mut digits = String::with_capacity(12);
        let mut over_hundred = false;
        let mut letter_at = None;
        for character in text.chars() {
            match character {
                '0'..='9' => digits.push(character),
                '+' => over_hundred = true,
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                c if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {}
                'p' | 'P' | 't' | 'T' | 'f' | 'F' if letter_at.is_none() => letter_at = Some(digits.len()),
                _ => return Err(PersonNumberProblem::Form),
            }
        }
        if let Some(at) = letter_at {
            let is_reserve = RESERVE_FORMS.contains(&(at, digits.len()));
            return Err(if is_reserve { PersonNumberProblem::Reserve } else { PersonNumberProblem::Form });
        }
        let twelve = match digits.len() {
            0 if text.trim().is_empty() => return Err(PersonNumberProblem::Empty),
            10 => format!("{}{digits}", century(&digits, over_hundred, today)),
            12 => digits,
            _ => return Err(PersonNumberProblem::Form),
        };
        if birth_date(&twelve)? > today {
            return Err(PersonNumberProblem::Future);
        }
        if !luhn::agrees(&twelve[2..]) {
            return Err(PersonNumberProblem::CheckDigit);
        }
        Ok(Self(twelve))
    }

    /// The twelve digits, for the database and for the screen that asked.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Personal or co-ordination number.
    pub fn kind(&self) -> NumberKind {
        if self.0.as_bytes()[6] >= b'6' { NumberKind::Coordination } else { NumberKind::Personal }
    }

    /// Whole years on `today`.
    pub fn age(&self, today: Date) -> i16 {
        let Ok(born) = birth_date(&self.0) else { return 0 };
        let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
        today.year() - born.year() - i16::from(!had_birthday)
    }
}

/// A ten-digit number means the latest birth date that is not in the future; `+` moves it a hundred years back.
fn century(ten: &str, over_hundred: bool, today: Date) -> i16 {
    let this = today.year() / 100;
    let has_been = birth_date(&format!("{this}{ten}")).is_ok_and(|born| born <= today);
    this - i16::from(!has_been) - i16::from(over_hundred)
}

fn birth_date(twelve: &str) -> Result<Date, PersonNumberProblem> {
    let part = |range: std::ops::Range<usize>| twelve[range].parse::<i16>().map_err(|_| PersonNumberProblem::Form);
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let day = if day > 60 { day - 60 } else { day };
    let month = i8::try_from(month).map_err(|_| PersonNumberProblem::Date)?;
    let day = i8::try_from(day).map_err(|_| PersonNumberProblem::Date)?;
    Date::new(year, month, day).map_err(|_| PersonNumberProblem::Date)
}

impl TryFrom<String> for PersonNumber {
    type Error = PersonNumberProblem;

    /// Reads back what [`PersonNumber::as_str`] gave: twelve digits, whatever today is.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let far_future = Date::MAX.checked_sub(1.day()).unwrap_or(Date::MAX);
        if text.len() == 12 { Self::parse(&text, far_future) } else { Err(PersonNumberProblem::Form) }
    }
}

impl From<PersonNumber> for String {
    fn from(number: PersonNumber) -> Self {
        number.0
    }
}

impl std::fmt::Debug for PersonNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonNumber(********)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 22);

    fn parsed(text: &str) -> Result<String, PersonNumberProblem> {
        PersonNumber::parse(text, TODAY).map(String::from)
    }

    #[test]
    fn every_common_way_to_write_it_is_the_same_number() {
        for text in ["191212121212", "19121212-1212", "121212+1212", " 19121212 1212 ", "19121212–1212"] {
            assert_eq!(parsed(text).as_deref(), Ok("191212121212"), "{text}");
        }
    }

    #[test]
    fn ten_digits_mean_the_latest_birth_date_that_has_been() {
        assert_eq!(parsed("121212-1212").as_deref(), Ok("201212121212"));
        assert_eq!(parsed("900118-9811").as_deref(), Ok("199001189811"));
    }

    #[test]
    fn a_coordination_number_is_recognised() {
        let number = PersonNumber::parse("19701063-2391", TODAY).expect("a public test number");
        assert_eq!(number.kind(), NumberKind::Coordination);
    }

    #[test]
    fn a_reserve_number_is_said_to_be_one_however_it_is_written() {
        for text in ["19701063P239", "19701063-t239", " 1970 1063 F239", "701063-p239"] {
            assert_eq!(parsed(text), Err(PersonNumberProblem::Reserve), "{text}");
        }
        for text in
            ["P", "p19701063239", "19701063P23", "19701063P2391", "19701063PT39", "19701063X239", "1970P1063239"]
        {
            assert_eq!(parsed(text), Err(PersonNumberProblem::Form), "{text}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(parsed("  "), Err(PersonNumberProblem::Empty));
        assert_eq!(parsed("12345"), Err(PersonNumberProblem::Form));
        assert_eq!(parsed("abc"), Err(PersonNumberProblem::Form));
        assert_eq!(parsed("191213321212"), Err(PersonNumberProblem::Date));
        assert_eq!(parsed("209912121212"), Err(PersonNumberProblem::Future));
        assert_eq!(parsed("191212121213"), Err(PersonNumberProblem::CheckDigit));
    }

    #[test]
    fn nothing_printed_for_a_programmer_shows_the_number() {
        let number = PersonNumber::parse("191212121212", TODAY).expect("a public test number");
        assert!(!format!("{number:?}").contains("1212"));
    }

    #[test]
    fn age_turns_on_the_birthday() {
        let number = PersonNumber::parse("191212121212", TODAY).expect("a public test number");
        assert_eq!(number.age(date(2026, 12, 11)), 113);
        assert_eq!(number.age(date(2026, 12, 12)), 114);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = PersonNumber::parse(&text, TODAY);
        }

        #[test]
        fn one_mistyped_digit_is_always_found(position in 8usize..12, change in 1u8..10) {
            let mut digits = *b"191212121212";
            digits[position] = b'0' + (digits[position] - b'0' + change) % 10;
            let text = String::from_utf8(digits.to_vec()).expect("digits");
            prop_assert!(parsed(&text).is_err());
        }
    }
}
