//! Choices of an organisation at random, for tests.

use std::ops::RangeInclusive;

use proptest::prelude::*;

use super::{Rule, Severity, Tightening, Words};

/// Any choice of an organisation that is one.
pub(crate) fn any_choice() -> impl Strategy<Value = (Rule, Tightening)> {
    let severity = prop::option::of(prop::sample::select(vec![Severity::Advice, Severity::Error]));
    let words = prop::collection::vec(prop::sample::select(vec!["hej", "du*", "svara/skriv", "hur mår du"]), 0..3);
    let parts = (prop::sample::select(Rule::ALL.to_vec()), severity, any::<(bool, u32, bool, u32)>(), words);
    parts.prop_map(|(rule, severity, (has_most, most, has_letters, letters), words)| {
        let within = |range: Option<RangeInclusive<u32>>, has: bool, n: u32| {
            range.filter(|_| has).map(|range| range.start() + n % (range.end() - range.start() + 1))
        };
        let words = if rule.words() == Words::Offend { words } else { Vec::new() };
        let tightening = Tightening {
            severity,
            most: within(rule.most_within(), has_most, most),
            letters: within(rule.letters_within(), has_letters, letters),
            words: words.into_iter().map(str::to_owned).collect(),
        };
        (rule, tightening)
    })
}
