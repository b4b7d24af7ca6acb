//! The table of `budkavlectl selftest`, in words.

use app::headless::{Confinement, Outcome, Probe, SelfTest};

use crate::{UNAVAILABLE, UNSOUND};

pub(crate) const NOTHING_TO_AIM_AT: &str = "Provet kunde inte göras: datorn gav ingen tillfällig mapp eller ingen port på \
127.0.0.1. Kontrollera TMPDIR och ledigt utrymme.";

/// Sound, unsound, or impossible to tell because nothing could be tried.
pub(crate) fn verdict(tested: &SelfTest) -> u8 {
    if tested.holds() {
        0
    } else if tested.outcomes.iter().all(|(_, outcome)| *outcome == Outcome::NotMade) {
        UNAVAILABLE
    } else {
        UNSOUND
    }
}

pub(crate) fn described(tested: &SelfTest) -> String {
    let width = Probe::ALL.iter().map(|probe| attempt(*probe).chars().count()).max().unwrap_or(0);
    let mut lines = vec!["Den skyddade visningen försökte bryta sig ut:".to_owned(), String::new()];
    lines.extend(tested.outcomes.iter().map(|(probe, became)| {
        let refused = if became.is_refused() { "nekat     " } else { "INTE NEKAT" };
        format!("  {:width$}  {refused}  {}", attempt(*probe), outcome(*became))
    }));
    lines.push(String::new());
    lines.push(format!("{} av {} nekade.", tested.refused(), tested.outcomes.len()));
    lines.push(format!("Skyddsnivå: {}.", level(tested.confinement)));
    lines.push(conclusion(tested).to_owned());
    lines.join("\n")
}

const fn attempt(probe: Probe) -> &'static str {
    match probe {
        Probe::ReadFile => "läsa en fil",
        Probe::CreateFile => "skapa en fil",
        Probe::Connect => "ansluta till en port",
        Probe::Datagram => "skicka ett datagram",
        Probe::Execute => "starta ett annat program",
        Probe::SignalParent => "skicka en signal till Budkavle",
        Probe::TraceParent => "avlyssna Budkavle",
        Probe::ExecutableMemory => "göra minne körbart",
        Probe::TooMuchMemory => "ta mer minne än tillåtet",
    }
}

const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Killed => "avslutades av systemet",
        Outcome::Denied => "systemet sade nej",
        Outcome::OutOfMemory => "fick inte minnet",
        Outcome::Succeeded => "försöket lyckades",
        Outcome::NotMade => "försöket kunde inte göras",
    }
}

fn level(confinement: Confinement) -> String {
    let layers = [
        (Confinement::LIMITS, "gränser för minne och tid"),
        (Confinement::CALLS, "systemanrop stängda"),
        (Confinement::FILES, "filsystemet stängt en gång till"),
    ];
    let held: Vec<_> =
        layers.iter().filter(|(layer, _)| confinement.contains(*layer)).map(|(_, words)| *words).collect();
    if held.is_empty() { "ingen".to_owned() } else { held.join(", ") }
}

fn conclusion(tested: &SelfTest) -> &'static str {
    match verdict(tested) {
        0 => "Skyddet håller. Bilagor kan visas på den här datorn.",
        UNSOUND => {
            "SKYDDET HÅLLER INTE. Budkavle visar inga bilagor på den här datorn. Skicka den här utskriften till den som \
             sköter programmet."
        }
        _ => {
            "Ingenting kunde prövas. Kontrollera att programmet budkavle-render ligger bredvid budkavlectl och får startas. \
             Till dess visas inga bilagor."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(outcome: Outcome) -> SelfTest {
        let mut outcomes = Probe::ALL.map(|probe| (probe, Outcome::Killed));
        outcomes[3].1 = outcome;
        SelfTest { confinement: Confinement::REQUIRED, outcomes }
    }

    #[test]
    fn a_jail_that_holds_is_told_from_one_that_does_not_and_from_none() {
        assert_eq!(verdict(&tested(Outcome::Denied)), 0);
        assert_eq!(verdict(&tested(Outcome::Succeeded)), UNSOUND);
        assert_eq!(verdict(&tested(Outcome::NotMade)), UNSOUND);
        let none =
            SelfTest { confinement: Confinement::NONE, outcomes: Probe::ALL.map(|probe| (probe, Outcome::NotMade)) };
        assert_eq!(verdict(&none), UNAVAILABLE);
        assert!(described(&none).contains("0 av 9 nekade.\nSkyddsnivå: ingen."));
    }

    #[test]
    fn the_hole_stands_out_in_the_table() {
        let table = described(&tested(Outcome::Succeeded));
        assert!(table.contains("8 av 9 nekade."));
        let marked: Vec<_> = table.lines().filter(|line| line.contains("INTE NEKAT")).collect();
        assert_eq!(marked, ["  skicka ett datagram             INTE NEKAT  försöket lyckades"]);
    }
}
