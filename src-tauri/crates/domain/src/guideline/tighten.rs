//! Being stricter than a guideline. What comes of it is never milder in any rule.

use super::{Guideline, GuidelineFault, Rule, Severity, Words, phrases};

/// How an organisation takes one rule harder. What is milder than the guideline has no effect, so that a guideline that becomes
/// stricter leaves nobody behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tightening {
    /// At least so hard.
    pub severity: Option<Severity>,
    /// At most so many: see [`Rule::most_within`].
    pub most: Option<u32>,
    /// A word of so many letters is long.
    pub letters: Option<u32>,
    /// What is looked for as well, each as a guideline's file writes it ([`Phrase`](super::Phrase)).
    pub words: Vec<String>,
}

impl Guideline {
    /// This guideline with some rules taken harder.
    ///
    /// # Errors
    /// [`GuidelineFault::Misfit`] where a rule has no use for a value or cannot have it so.
    pub fn tightened(mut self, rules: impl IntoIterator<Item = (Rule, Tightening)>) -> Result<Self, GuidelineFault> {
        let before = self.rulings.clone();
        for (rule, Tightening { severity, most, letters, words }) in rules {
            let misfit = |what| GuidelineFault::Misfit(rule.as_str(), what);
            let may_be = |within: Option<std::ops::RangeInclusive<u32>>, value: Option<u32>| {
                value.is_none_or(|value| within.is_some_and(|within| within.contains(&value)))
            };
            if !may_be(rule.most_within(), most) {
                return Err(misfit("most"));
            }
            if !may_be(rule.letters_within(), letters) {
                return Err(misfit("letters"));
            }
            // Words that satisfy a rule would make it milder.
            if !words.is_empty() && rule.words() != Words::Offend {
                return Err(misfit("words"));
            }
            let more = phrases(rule, &words)?;
            if let Some(ruling) = self.rulings.get_mut(&rule) {
                ruling.severity = ruling.severity.max(severity);
                ruling.most = ruling.most.min(most.unwrap_or(u32::MAX));
                ruling.letters = ruling.letters.min(letters.unwrap_or(u32::MAX));
                ruling.words.extend(more);
            }
        }
        self.is_tightened |= self.rulings != before;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::super::chance::any_choice;
    use super::*;
    use proptest::prelude::*;

    fn kalmar() -> Guideline {
        Guideline::shipped("region-kalmar").expect("shipped")
    }

    fn one(rule: Rule, tightening: Tightening) -> Result<Guideline, GuidelineFault> {
        kalmar().tightened([(rule, tightening)])
    }

    #[test]
    fn a_rule_is_taken_harder_and_the_others_as_before() {
        let harder = Tightening { severity: Some(Severity::Error), most: Some(20), ..Tightening::default() };
        let ours = one(Rule::LongSentence, harder).expect("it can be so");
        assert!(ours.is_tightened);
        for (rule, ruling) in kalmar().rulings() {
            if rule == Rule::LongSentence {
                assert_eq!((ours.ruling(rule).severity, ours.ruling(rule).most), (Some(Severity::Error), 20));
            } else {
                assert_eq!(ours.ruling(rule), ruling);
            }
        }
    }

    #[test]
    fn what_is_milder_has_no_effect() {
        let milder = Tightening { severity: Some(Severity::Advice), most: Some(60), ..Tightening::default() };
        assert_eq!(one(Rule::LongSentence, milder).expect("it can be so"), kalmar());
        let advice = Tightening { severity: Some(Severity::Advice), ..Tightening::default() };
        assert_eq!(one(Rule::PurposeMissing, advice).expect("it can be so"), kalmar());
    }

    #[test]
    fn what_a_rule_has_no_use_for_is_refused() {
        let fault = |rule, tightening| one(rule, tightening).expect_err("it cannot be so").to_string();
        let words = |word: &str| Tightening { words: vec![word.to_owned()], ..Tightening::default() };
        let most = |most| Tightening { most: Some(most), ..Tightening::default() };
        assert_eq!(fault(Rule::Survey, most(1)), "the rule survey cannot have most so");
        assert_eq!(fault(Rule::LongSentence, most(7)), "the rule long_sentence cannot have most so");
        assert_eq!(fault(Rule::NoWayOut, words("kanske")), "the rule no_way_out cannot have words so");
        assert_eq!(fault(Rule::Survey, words("Hur var det?")), "the rule survey cannot have words so");
        let letters = Tightening { letters: Some(12), ..Tightening::default() };
        assert_eq!(fault(Rule::HardToRead, letters), "the rule hard_to_read cannot have letters so");
    }

    proptest! {
        #[test]
        fn no_choice_makes_any_rule_milder(
            id in prop::sample::select(vec!["inera", "region-kalmar"]),
            choices in prop::collection::vec(any_choice(), 0..6),
        ) {
            let base = Guideline::shipped(id).expect("shipped");
            let ours = base.clone().tightened(choices.clone()).expect("each can be so");
            for (rule, before) in base.rulings() {
                let after = ours.ruling(rule);
                prop_assert!(after.severity >= before.severity, "{rule:?}");
                prop_assert!(after.most <= before.most && after.letters <= before.letters, "{rule:?}");
                prop_assert!(after.words.starts_with(&before.words), "{rule:?}");
                prop_assert!(rule.words() == Words::Offend || after.words == before.words, "{rule:?}");
                prop_assert!(!rule.is_mandatory() || after.severity == Some(Severity::Error), "{rule:?}");
                for (_, choice) in choices.iter().filter(|(of, _)| *of == rule) {
                    prop_assert!(after.severity >= choice.severity, "{rule:?}: what was chosen holds");
                    prop_assert!(choice.most.is_none_or(|most| after.most <= most), "{rule:?}: what was chosen holds");
                }
            }
            prop_assert_eq!(ours.is_tightened, base.rulings().any(|(rule, before)| ours.ruling(rule) != before));
        }
    }
}
