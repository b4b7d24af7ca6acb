//! The citizen's answers, and whether they fit the form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    ItemId, OptionId,
    template::{Item, ItemKind, condition::shown},
};

/// One answer. Attached files are not here: they are counted beside the answers, since they live in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "type", content = "value")]
pub enum Answer {
    /// *Fritext* and *kort text*.
    Text(String),
    /// *Ja/nej*.
    YesNo(bool),
    /// *Ett val*.
    Choice(OptionId),
    /// *Flera val*, in the form's order.
    Choices(Vec<OptionId>),
    /// *Tal*: as written; comma and point are both accepted. *Skala*: the step.
    Number(String),
    /// *Datum*: `ÅÅÅÅ-MM-DD`.
    Date(String),
    /// *Bekräftelse*.
    Confirmed(bool),
}

/// Answers by question.
pub type Answers = BTreeMap<ItemId, Answer>;

/// What is wrong with the answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum AnswerFault {
    /// Required, and not answered.
    Missing,
    /// Longer than the question allows.
    TooLong,
    /// Not a number.
    NotANumber,
    /// More decimals than the question allows.
    TooManyDecimals,
    /// Below the smallest allowed.
    TooSmall,
    /// Above the largest allowed.
    TooLarge,
    /// Not a date `ÅÅÅÅ-MM-DD`.
    NotADate,
    /// More files than the question allows.
    TooManyFiles,
    /// The answer does not belong to the question (a forged or outdated form).
    WrongKind,
}

/// A fault and the question it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerProblem {
    /// The question.
    pub item: ItemId,
    /// What is wrong.
    pub fault: AnswerFault,
}

/// Checks a reply against its form: this verdict counts, whatever the page said.
///
/// Returns the answers normalised: texts trimmed, numbers with a point, empty answers left out. What is not
/// [shown](crate::template::condition) with these answers is not asked: it need not be answered, and an answer to it is left out.
///
/// # Errors
/// Every question whose answer is not as it must be, in the form's order; answers to unknown questions last.
pub fn check(form: &[Item], answers: &Answers, files: &BTreeMap<ItemId, usize>) -> Result<Answers, Vec<AnswerProblem>> {
    let mut problems = Vec::new();
    let mut normalised = Answers::new();
    let shown = shown(form, answers);
    for item in form.iter().filter(|item| shown.contains(&item.id)) {
        match check_item(item, answers.get(&item.id), files.get(&item.id).copied().unwrap_or(0)) {
            Ok(Some(answer)) => {
                normalised.insert(item.id, answer);
            }
            Ok(None) => {}
            Err(fault) => problems.push(AnswerProblem { item: item.id, fault }),
        }
    }
    let known = |id: &ItemId| form.iter().any(|item| item.id == *id);
    let strangers = answers.keys().chain(files.keys()).filter(|id| !known(id));
    problems.extend(strangers.map(|id| AnswerProblem { item: *id, fault: AnswerFault::WrongKind }));
    if problems.is_empty() { Ok(normalised) } else { Err(problems) }
}

fn check_item(item: &Item, answer: Option<&Answer>, files: usize) -> Result<Option<Answer>, AnswerFault> {
    use AnswerFault as F;
    if files > 0 && !matches!(item.kind, ItemKind::Attachment { .. }) {
        return Err(F::WrongKind);
    }
    let normalised = match (&item.kind, answer) {
        (ItemKind::Information, None) => return Ok(None),
        (ItemKind::Attachment { max_files }, None) => {
            return match u32::try_from(files) {
                Ok(0) if item.required => Err(F::Missing),
                Ok(count) if count <= *max_files => Ok(None),
                _ => Err(F::TooManyFiles),
            };
        }
        (_, None) => None,
        (ItemKind::LongText { max_length } | ItemKind::ShortText { max_length }, Some(Answer::Text(text))) => {
            let text = text.trim();
            let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            if length > *max_length {
                return Err(F::TooLong);
            }
            (!text.is_empty()).then(|| Answer::Text(text.to_owned()))
        }
        (ItemKind::YesNo, Some(answer @ Answer::YesNo(_))) => Some(answer.clone()),
        (ItemKind::SingleChoice { options }, Some(Answer::Choice(chosen))) => {
            if !options.iter().any(|option| option.id == *chosen) {
                return Err(F::WrongKind);
            }
            Some(Answer::Choice(*chosen))
        }
        (ItemKind::MultipleChoice { options }, Some(Answer::Choices(chosen))) => {
            if !chosen.iter().all(|id| options.iter().any(|option| option.id == *id)) {
                return Err(F::WrongKind);
            }
            let in_order: Vec<_> = options.iter().map(|o| o.id).filter(|id| chosen.contains(id)).collect();
            (!in_order.is_empty()).then_some(Answer::Choices(in_order))
        }
        (ItemKind::Number { min, max, decimals, .. }, Some(Answer::Number(text))) => {
            number(text, min.as_deref(), max.as_deref(), *decimals)?
        }
        (ItemKind::Scale { min, max, .. }, Some(Answer::Number(text))) => {
            let step = |step: u8| step.to_string();
            number(text, Some(&step(*min)), Some(&step(*max)), 0)?
        }
        (ItemKind::Date, Some(Answer::Date(text))) => match text.trim() {
            "" => None,
            text => Some(Answer::Date(text.parse::<jiff::civil::Date>().map_err(|_| F::NotADate)?.to_string())),
        },
        (ItemKind::Confirmation, Some(Answer::Confirmed(ticked))) => ticked.then_some(Answer::Confirmed(true)),
        _ => return Err(F::WrongKind),
    };
    if normalised.is_none() && item.required { Err(F::Missing) } else { Ok(normalised) }
}

fn number(text: &str, min: Option<&str>, max: Option<&str>, decimals: u8) -> Result<Option<Answer>, AnswerFault> {
    use AnswerFault as F;
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = Decimal::parse(text).map_err(|NotADecimal| F::NotANumber)?;
    if value.decimals() > decimals {
        return Err(F::TooManyDecimals);
    }
    let limit = |limit: Option<&str>| limit.and_then(|text| Decimal::parse(text).ok());
    if limit(min).is_some_and(|min| value < min) {
        return Err(F::TooSmall);
    }
    if limit(max).is_some_and(|max| value > max) {
        return Err(F::TooLarge);
    }
    Ok(Some(Answer::Number(value.to_string())))
}

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
    use crate::template::Choice;
    use proptest::prelude::*;

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn option(n: u128) -> OptionId {
        OptionId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn question(kind: ItemKind, required: bool) -> Vec<Item> {
        vec![Item { id: id(1), text: "?".into(), help: String::new(), required, kind, shown_when: None }]
    }

    fn verdict(kind: ItemKind, answer: Answer) -> Result<Option<Answer>, AnswerFault> {
        let answers = Answers::from([(id(1), answer)]);
        check(&question(kind, false), &answers, &BTreeMap::new())
            .map(|mut answers| answers.remove(&id(1)))
            .map_err(|problems| problems[0].fault)
    }

    fn kilograms() -> ItemKind {
        ItemKind::Number { unit: "kg".into(), min: Some("20".into()), max: Some("300".into()), decimals: 1 }
    }

    #[test]
    fn a_number_may_be_written_with_comma_or_point() {
        assert_eq!(verdict(kilograms(), Answer::Number("72,50".into())), Ok(Some(Answer::Number("72.5".into()))));
        assert_eq!(verdict(kilograms(), Answer::Number("72.55".into())), Err(AnswerFault::TooManyDecimals));
        assert_eq!(verdict(kilograms(), Answer::Number("7".into())), Err(AnswerFault::TooSmall));
        assert_eq!(verdict(kilograms(), Answer::Number("301".into())), Err(AnswerFault::TooLarge));
        assert_eq!(verdict(kilograms(), Answer::Number("tung".into())), Err(AnswerFault::NotANumber));
    }

    #[test]
    fn a_step_of_a_scale_is_one_of_its_own() {
        let pain = || ItemKind::Scale { min: 0, max: 10, low: "Inget".into(), high: "Värsta".into() };
        assert_eq!(verdict(pain(), Answer::Number("0".into())), Ok(Some(Answer::Number("0".into()))));
        assert_eq!(verdict(pain(), Answer::Number("11".into())), Err(AnswerFault::TooLarge));
        assert_eq!(verdict(pain(), Answer::Number("-1".into())), Err(AnswerFault::TooSmall));
        assert_eq!(verdict(pain(), Answer::Number("2,5".into())), Err(AnswerFault::TooManyDecimals));
        assert_eq!(verdict(pain(), Answer::YesNo(true)), Err(AnswerFault::WrongKind));
    }

    #[test]
    fn a_required_confirmation_left_unticked_is_missing() {
        let form = question(ItemKind::Confirmation, true);
        let answers = Answers::from([(id(1), Answer::Confirmed(false))]);
        let problems = check(&form, &answers, &BTreeMap::new()).expect_err("not confirmed");
        assert_eq!(problems, [AnswerProblem { item: id(1), fault: AnswerFault::Missing }]);
    }

    #[test]
    fn a_forged_alternative_or_question_is_refused() {
        let kind = ItemKind::SingleChoice { options: vec![Choice { id: option(5), text: "A".into() }] };
        assert_eq!(verdict(kind, Answer::Choice(option(6))), Err(AnswerFault::WrongKind));
        let answers = Answers::from([(id(99), Answer::YesNo(true))]);
        assert!(check(&question(ItemKind::YesNo, false), &answers, &BTreeMap::new()).is_err());
    }

    #[test]
    fn files_are_counted_against_their_own_question() {
        let form = question(ItemKind::Attachment { max_files: 2 }, true);
        let with = |count| check(&form, &Answers::new(), &BTreeMap::from([(id(1), count)]));
        assert!(with(0).is_err());
        assert!(with(2).is_ok());
        assert!(with(3).is_err());
    }

    #[test]
    fn a_date_must_exist() {
        assert_eq!(verdict(ItemKind::Date, Answer::Date("2026-02-30".into())), Err(AnswerFault::NotADate));
        let leap = Answer::Date("2024-02-29".into());
        assert_eq!(verdict(ItemKind::Date, leap.clone()), Ok(Some(leap)));
    }

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
