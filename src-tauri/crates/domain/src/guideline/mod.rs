//! The guideline as data: what a template is held against, how hard, why, and whose rule it is.
//!
//! Two guidelines are shipped, as files that can be read by who is responsible for them: `guidelines/inera.toml` says what holds in
//! the whole country, `guidelines/region-kalmar.toml` what Region Kalmar says beside it. An organisation chooses one and may be
//! stricter ([`Guideline::tightened`]), never milder.
//!
//! ```
//! use budkavle_domain::guideline::{Guideline, Rule, Severity, Tightening};
//!
//! let kalmar = Guideline::shipped("region-kalmar").expect("it is shipped");
//! assert_eq!(kalmar.version, "2023-12-06");
//! let stricter = Tightening { severity: Some(Severity::Error), ..Tightening::default() };
//! let ours = kalmar.tightened([(Rule::Survey, stricter)]).expect("it can be so");
//! assert_eq!(ours.ruling(Rule::Survey).severity, Some(Severity::Error));
//! ```

#[cfg(test)]
pub(crate) mod chance;
mod phrase;
mod rule;
mod tighten;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use phrase::{Phrase, Text};
pub use rule::{Rule, Severity, Words};
pub use tighten::Tightening;

/// Every guideline that is shipped.
const SHIPPED: [&str; 2] =
    [include_str!("../../guidelines/region-kalmar.toml"), include_str!("../../guidelines/inera.toml")];

/// A guideline. Each rule is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guideline {
    /// What the organisation's policy calls it, such as `region-kalmar`.
    pub id: String,
    /// What it is called on the screen, in Swedish.
    pub name: String,
    /// Who decides it.
    pub owner: String,
    /// What its owner calls this version of it.
    pub version: String,
    /// The day on which this version was decided, or read where its owner gives no day.
    pub date: jiff::civil::Date,
    /// Where it can be read.
    pub source: String,
    /// Whether something in it is stricter than its owner has decided.
    pub is_tightened: bool,
    rulings: BTreeMap<Rule, Ruling>,
}

/// What a guideline says of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ruling {
    /// How hard it is taken; not at all when `None`.
    pub severity: Option<Severity>,
    /// Why, in Swedish, and whose rule it is.
    pub why: String,
    /// What is found is more than this: see [`Rule::most_within`]. 0 for a rule without a number.
    pub most: u32,
    /// A word of so many letters is long. 0 for a rule that counts none.
    pub letters: u32,
    /// What it looks for: see [`Rule::words`].
    pub words: Vec<Phrase>,
    /// What is proposed to be written; empty when nothing is.
    pub proposal: String,
}

/// Why something is no guideline. Says which rule, as the file calls it.
#[derive(Debug, thiserror::Error)]
pub enum GuidelineFault {
    /// Not TOML, or with words and values that mean nothing here.
    #[error("the guideline is not understood")]
    NotUnderstood(#[from] toml::de::Error),
    /// Its date is no day.
    #[error("the guideline's date is no day")]
    NoDay,
    /// No guideline of this name is shipped.
    #[error("there is no guideline {0}")]
    NotShipped(String),
    /// A rule that the code does not know.
    #[error("there is no rule {0}")]
    Unknown(String),
    /// A rule that is not stated.
    #[error("the rule {0} is not stated")]
    Unstated(&'static str),
    /// A mandatory content that is less than an error.
    #[error("the rule {0} is mandatory and cannot be less than an error")]
    TooMild(&'static str),
    /// A value that the rule has no use for, lacks, or cannot have.
    #[error("the rule {0} cannot have {1} so")]
    Misfit(&'static str, &'static str),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: String,
    owner: String,
    version: String,
    date: String,
    source: String,
    rules: BTreeMap<String, WrittenRuling>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRuling {
    severity: WrittenSeverity,
    why: String,
    most: Option<u32>,
    letters: Option<u32>,
    words: Option<Vec<String>>,
    proposal: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WrittenSeverity {
    Off,
    Advice,
    Error,
}

impl Guideline {
    /// The shipped guideline of this name.
    ///
    /// # Errors
    /// [`GuidelineFault::NotShipped`].
    pub fn shipped(id: &str) -> Result<Self, GuidelineFault> {
        let mut all = SHIPPED.into_iter().filter_map(|file| Self::read(file).ok());
        all.find(|guideline| guideline.id == id).ok_or_else(|| GuidelineFault::NotShipped(id.to_owned()))
    }

    /// Reads a guideline's file, strictly: each rule is stated, with what it needs and nothing else.
    ///
    /// # Errors
    /// See [`GuidelineFault`].
    pub fn read(file: &str) -> Result<Self, GuidelineFault> {
        let Written { id, name, owner, version, date, source, rules } = toml::from_str(file)?;
        let mut rulings = BTreeMap::new();
        for (word, written) in rules {
            let rule = Rule::from_word(&word).ok_or(GuidelineFault::Unknown(word))?;
            rulings.insert(rule, written.checked(rule)?);
        }
        match Rule::ALL.into_iter().find(|rule| !rulings.contains_key(rule)) {
            Some(unstated) => Err(GuidelineFault::Unstated(unstated.as_str())),
            None => {
                let date = date.parse().map_err(|_| GuidelineFault::NoDay)?;
                Ok(Self { id, name, owner, version, date, source, is_tightened: false, rulings })
            }
        }
    }

    /// What it says of a rule.
    pub fn ruling(&self, rule: Rule) -> &Ruling {
        &self.rulings[&rule]
    }

    /// Every rule with what is said of it, in the order of the screen.
    pub fn rulings(&self) -> impl Iterator<Item = (Rule, &Ruling)> {
        self.rulings.iter().map(|(rule, ruling)| (*rule, ruling))
    }
}

impl WrittenRuling {
    fn checked(self, rule: Rule) -> Result<Ruling, GuidelineFault> {
        let misfit = |what| GuidelineFault::Misfit(rule.as_str(), what);
        let severity = match self.severity {
            WrittenSeverity::Off => None,
            WrittenSeverity::Advice => Some(Severity::Advice),
            WrittenSeverity::Error => Some(Severity::Error),
        };
        if rule.is_mandatory() && severity != Some(Severity::Error) {
            return Err(GuidelineFault::TooMild(rule.as_str()));
        }
        if self.why.trim().is_empty() {
            return Err(misfit("why"));
        }
        if (rule.words() == Words::Nothing) != self.words.is_none() {
            return Err(misfit("words"));
        }
        if rule.may_propose() != self.proposal.is_some() {
            return Err(misfit("proposal"));
        }
        let number = |within: Option<std::ops::RangeInclusive<u32>>, value: Option<u32>, what| match (within, value) {
            (None, None) => Ok(0),
            (Some(within), Some(value)) if within.contains(&value) => Ok(value),
            _ => Err(misfit(what)),
        };
        Ok(Ruling {
            severity,
            most: number(rule.most_within(), self.most, "most")?,
            letters: number(rule.letters_within(), self.letters, "letters")?,
            words: phrases(rule, &self.words.unwrap_or_default())?,
            proposal: self.proposal.unwrap_or_default(),
            why: self.why,
        })
    }
}

fn phrases(rule: Rule, written: &[String]) -> Result<Vec<Phrase>, GuidelineFault> {
    let phrases: Option<Vec<_>> = written.iter().map(|phrase| Phrase::parse(phrase)).collect();
    phrases.ok_or(GuidelineFault::Misfit(rule.as_str(), "words"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kalmar() -> &'static str {
        SHIPPED[0]
    }

    #[test]
    fn every_shipped_file_is_a_guideline_of_a_name_of_its_own_that_says_why_and_whose_of_each_rule() {
        let mut ids: Vec<String> = Vec::new();
        for file in SHIPPED {
            let guideline = Guideline::read(file).unwrap_or_else(|fault| panic!("{fault:?}\n{file}"));
            assert_eq!(guideline.rulings().map(|(rule, _)| rule).collect::<Vec<_>>(), Rule::ALL);
            for (rule, ruling) in guideline.rulings() {
                assert!(ruling.why.contains(':') && ruling.why.ends_with('.'), "{rule:?} says whose: {}", ruling.why);
                assert_eq!(Rule::from_word(rule.as_str()), Some(rule));
            }
            let texts = [&guideline.name, &guideline.owner, &guideline.version, &guideline.source];
            assert!(texts.iter().all(|text| !text.is_empty()));
            assert!(!guideline.is_tightened);
            ids.push(guideline.id);
        }
        assert_eq!(ids, ["region-kalmar", "inera"]);
        assert!(matches!(Guideline::shipped("region-x"), Err(GuidelineFault::NotShipped(name)) if name == "region-x"));
    }

    #[test]
    fn what_the_national_service_allows_the_region_advises_against() {
        let severity = |id: &str, rule| Guideline::shipped(id).expect("shipped").ruling(rule).severity;
        assert_eq!(severity("inera", Rule::Survey), None);
        assert_eq!(severity("region-kalmar", Rule::Survey), Some(Severity::Advice));
        for rule in Rule::ALL.into_iter().filter(|rule| rule.is_mandatory()) {
            assert_eq!(severity("inera", rule), Some(Severity::Error));
            assert_eq!(severity("region-kalmar", rule), Some(Severity::Error));
        }
    }

    #[test]
    fn a_file_that_says_too_little_too_much_or_something_else_is_refused() {
        let fault = |from: &str, to: &str| {
            assert!(kalmar().contains(from), "{from}");
            Guideline::read(&kalmar().replacen(from, to, 1)).expect_err("no guideline").to_string()
        };
        let purpose = "[rules.purpose_missing]\nseverity = \"error\"";
        assert_eq!(
            fault(purpose, "[rules.purpose_missing]\nseverity = \"advice\""),
            "the rule purpose_missing is mandatory and cannot be less than an error"
        );
        assert_eq!(fault("[rules.survey]", "[rules.surveys]"), "there is no rule surveys");
        assert_eq!(fault("[rules.survey]\n", "[rules.survey]\nhard = true\n"), "the guideline is not understood");
        assert_eq!(fault("id = ", "ident = "), "the guideline is not understood");
        assert_eq!(fault("most = 25", "most = 7"), "the rule long_sentence cannot have most so");
        assert_eq!(fault("most = 25\n", ""), "the rule long_sentence cannot have most so");
        assert_eq!(fault("letters = 16", "letters = 1"), "the rule long_words cannot have letters so");
        assert_eq!(fault("\"öppet hus\"", "\"öppet, hus\""), "the rule general_information cannot have words so");
        assert_eq!(fault(purpose, &format!("{purpose}\nmost = 3")), "the rule purpose_missing cannot have most so");
        assert_eq!(fault("proposal = ", "#"), "the rule answer_use_missing cannot have proposal so");
        assert_eq!(fault("date = \"2023-12-06\"", "date = \"2023-13-06\""), "the guideline's date is no day");
        let (before, rest) = kalmar().split_once("[rules.unit_missing]").expect("it is stated");
        let (_, after) = rest.split_once("\n[").expect("more rules");
        let fault = Guideline::read(&format!("{before}[{after}")).expect_err("one is not stated");
        assert_eq!(fault.to_string(), "the rule unit_missing is not stated");
    }
}
