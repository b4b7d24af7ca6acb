//! The unit that a question speaks of.

use crate::guideline::{Phrase, Text};

/// What a question is known by, as a guideline's file writes it, and its unit. Only what is measured so and in no other way:
/// "hur lång" may be a time, and "dos" anything.
const UNITS: &[(&str, &str)] = &[
    ("väger/vikt/vikten/kroppsvikt", "kg"),
    ("lång/långt är du/barnet", "cm"),
    ("kroppslängd/midjemått/midjeomfång", "cm"),
    ("temperatur/temperaturen/kroppstemperatur", "°C"),
    ("puls/pulsen/vilopuls", "slag per minut"),
    ("blodtryck/blodtrycket/övertryck/undertryck", "mmHg"),
    ("blodsocker/blodsockret/blodsockervärde", "mmol/l"),
    ("hba1c", "mmol/mol"),
    ("hur många dagar", "dagar"),
    ("hur många veckor", "veckor"),
    ("hur många månader", "månader"),
    ("hur många år", "år"),
    ("hur många timmar", "timmar"),
    ("hur många minuter", "minuter"),
    ("hur många gånger", "gånger"),
    ("hur många tabletter", "tabletter"),
    ("hur många cigaretter", "cigaretter"),
    ("hur många steg", "steg"),
    ("hur många glas", "glas"),
];

/// The unit of what a question asks for; `None` when its words speak of none, or of two.
pub(super) fn of(question: &str) -> Option<&'static str> {
    let text = Text::new(question);
    let spoken_of = |phrase: &str| Phrase::parse(phrase).is_some_and(|phrase| phrase.find(&text).is_some());
    let mut units: Vec<_> = UNITS.iter().filter(|(phrase, _)| spoken_of(phrase)).map(|(_, unit)| *unit).collect();
    units.dedup();
    match units.as_slice() {
        [unit] => Some(unit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_proposed_only_where_the_question_speaks_of_one_thing() {
        assert_eq!(of("Vad väger du?"), Some("kg"));
        assert_eq!(of("Vad är din vikt, och vad vägde du? Väger du dig ofta?"), Some("kg"));
        assert_eq!(of("Hur lång är du?"), Some("cm"));
        assert_eq!(of("Hur lång tid tog det?"), None);
        assert_eq!(of("Hur många gånger i veckan?"), Some("gånger"));
        assert_eq!(of("Vad är ditt blodtryck och din puls?"), None, "of two");
        assert_eq!(of("Vilken dos tar du?"), None);
    }

    #[test]
    fn each_is_written_as_a_phrase() {
        for (phrase, _) in UNITS {
            assert!(Phrase::parse(phrase).is_some(), "{phrase}");
        }
    }
}
