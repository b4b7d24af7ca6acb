//! The guideline that templates are held against: the one that the organisation's policy names, as hard as it takes it.

use std::collections::BTreeMap;

use domain::guideline::{Guideline, GuidelineFault, Rule, Severity, Tightening};
use serde::Serialize;

/// What the screen says of the guideline.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct GuidelineView {
    /// What it is called, in Swedish.
    pub name: String,
    /// What its owner calls this version.
    pub version: String,
    /// Whether the organisation takes something in it harder.
    pub is_tightened: bool,
    /// Why each rule is there, in Swedish, and whose it is.
    pub why: BTreeMap<Rule, String>,
}

impl GuidelineView {
    pub(super) fn of(guideline: &Guideline) -> Self {
        Self {
            name: guideline.name.clone(),
            version: guideline.version.clone(),
            is_tightened: guideline.is_tightened,
            why: guideline.rulings().map(|(rule, ruling)| (rule, ruling.why.clone())).collect(),
        }
    }
}

/// The guideline of a policy.
///
/// # Errors
/// When the policy names what there is not, or takes a rule harder in a way that it cannot be taken.
pub(crate) fn decided(policy: &policy::Guideline) -> Result<Guideline, GuidelineFault> {
    let base = Guideline::shipped(&policy.id)?;
    let harder: Result<Vec<_>, _> = policy.rules.iter().map(|(name, harder)| harder_rule(name, harder)).collect();
    base.tightened(harder?)
}

fn harder_rule(name: &str, harder: &policy::HarderRule) -> Result<(Rule, Tightening), GuidelineFault> {
    let rule = Rule::from_word(name).ok_or_else(|| GuidelineFault::Unknown(name.to_owned()))?;
    let severity = harder.severity.map(|severity| match severity {
        policy::Severity::Advice => Severity::Advice,
        policy::Severity::Error => Severity::Error,
    });
    let policy::HarderRule { most, letters, ref words, .. } = *harder;
    Ok((rule, Tightening { severity, most, letters, words: words.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_without_a_policy_has_region_kalmars_guideline_as_it_is() {
        let guideline = decided(&policy::Guideline::default()).expect("it is shipped");
        assert_eq!((guideline.id.as_str(), guideline.is_tightened), ("region-kalmar", false));
    }

    #[test]
    fn a_policy_chooses_the_guideline_and_takes_rules_harder() {
        let harder = policy::HarderRule { most: Some(20), ..policy::HarderRule::default() };
        let choice = policy::Guideline { id: "inera".to_owned(), rules: [("long_sentence".to_owned(), harder)].into() };
        let guideline = decided(&choice).expect("both are known");
        assert_eq!((guideline.id.as_str(), guideline.ruling(Rule::LongSentence).most), ("inera", 20));
    }

    #[test]
    fn names_that_mean_nothing_are_refused() {
        let choice = policy::Guideline { id: "region-x".to_owned(), ..policy::Guideline::default() };
        assert_eq!(decided(&choice).expect_err("there is none").to_string(), "there is no guideline region-x");
        let rules = [("surveys".to_owned(), policy::HarderRule::default())].into();
        let choice = policy::Guideline { rules, ..policy::Guideline::default() };
        assert_eq!(decided(&choice).expect_err("there is none").to_string(), "there is no rule surveys");
    }
}
