//! `cargo xtask bench cases`: what a handler waits for in a unit with many cases, beside the bare query on the same encrypted file.

use std::process::Stdio;
use std::time::Duration;

use super::table::{Row, tell};
use super::{only_on_linux, program};
use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::process;

/// The program that measures, and its package.
const DRIVER: (&str, &str) = ("budkavle-cases", "budkavle-testkit");
/// How long nothing may be told.
const PATIENCE: Duration = Duration::from_secs(600);
/// What the program says when it has measured everything.
const DONE: &str = "done";
/// How many cases there are: few, and many.
const COUNTS: [&str; 2] = ["10000", "1000000"];
/// What is asked: what the program calls it, what it is called here, and whether it is held against the bare query. Sending is not:
/// beside it stands the smallest thing that is kept.
const ASKED: [(&str, &str, bool); 15] = [
    ("first", "första sidan", true),
    ("next", "nästa sida", true),
    ("toReview", "Att granska", true),
    ("unanswered", "Obesvarade", true),
    ("unread", "Olästa", true),
    ("ended", "Avslutade", true),
    ("sender", "filter: avsändare", true),
    ("handler", "filter: har ärendet", true),
    ("template", "filter: mall", true),
    ("period", "filter: tre dygn", true),
    ("rare", "sök: ett personnummer", true),
    ("common", "sök: ett vanligt ord", true),
    ("prefix", "sök: två bokstäver", true),
    ("open", "öppna", true),
    ("send", "skicka", false),
];

/// What was measured of one thing with so many cases, in milliseconds.
#[derive(Clone, Debug, PartialEq)]
struct Took {
    what: usize,
    count: u64,
    ours: [f64; 2],
    bare: [f64; 2],
}

pub(crate) fn command(words: &[&str]) -> Result<(), Failure> {
    only_on_linux()?;
    let counts: Vec<&str> = if words.is_empty() { COUNTS.to_vec() } else { words.to_vec() };
    if counts.iter().any(|count| count.parse::<u64>().is_err()) {
        return Err(Failure::Usage(format!("bench cases {}", words.join(" "))));
    }
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    plan.must("Kontrollerar systempaket", || packages::install(&[Ability::Build]));
    plan.must("Bygger för hastighet (första gången några minuter)", || {
        let (name, package) = DRIVER;
        process::loudly(&mut ground.cargo(["build", "--release", "--package", package, "--bin", name]))?;
        Ok(Outcome::Done)
    });
    plan.must("Fyller en enhet med ärenden och mäter (några minuter)", || {
        show(&ask(&ground, &counts)?);
        Ok(Outcome::Done)
    });
    plan.carry_out().verdict()
}

/// Starts the program and takes down what it says.
fn ask(ground: &Ground, counts: &[&str]) -> Result<Vec<Took>, Failure> {
    let mut driver = process::mortal(program(ground, DRIVER.0));
    driver.args(counts).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = process::spawn(&mut driver)?;
    let lines = process::follow(&mut child);
    let mut took = Vec::new();
    let ended = loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) if line == DONE => break Ok(took),
            Ok(line) => match read(&line) {
                Some(one) => took.push(one),
                None => println!("    … {line}"),
            },
            Err(_) => break Err(Failure::Refused { program: DRIVER.0.into() }),
        }
    };
    process::end(&mut child);
    ended
}

/// A line of the program: `took`, what, how many cases, the application's p50 and p99, and the bare query's.
fn read(line: &str) -> Option<Took> {
    let mut words = line.strip_prefix("took ")?.split(' ');
    let name = words.next()?;
    let what = ASKED.iter().position(|(known, ..)| *known == name)?;
    let count = words.next()?.parse().ok()?;
    let times: Vec<f64> = words.map_while(|word| word.parse().ok()).collect();
    let [p50, p99, bare50, bare99] = times.try_into().ok()?;
    Some(Took { what, count, ours: [p50, p99], bare: [bare50, bare99] })
}

fn show(took: &[Took]) {
    println!("    {:<26}{:>10}{:>10}{:>10}{:>12}{:>10}", "ms", "ärenden", "p50", "p99", "naken p50", "p99");
    for Took { what, count, ours, bare } in took {
        let (_, name, _) = ASKED[*what];
        println!("    {name:<26}{count:>10}{:>10.2}{:>10.2}{:>12.2}{:>10.2}", ours[0], ours[1], bare[0], bare[1]);
    }
    tell(&goals(took));
    println!(
        "    Den nakna frågan är samma SQL på samma krypterade fil, utan inloggning, logg och svar till skärmen. Varje lista som"
    );
    println!(
        "    öppnas skrivs i åtgärdsloggen och är säkert på disk innan den visas. Bredvid skicka står det minsta som sparas."
    );
}

/// With the most cases: against the bare query, the 99th percentile, and against few cases.
fn goals(took: &[Took]) -> Vec<Row> {
    let most = took.iter().map(|one| one.count).max().unwrap_or_default();
    let fewest = took.iter().map(|one| one.count).min().unwrap_or_default();
    let mut rows = Vec::new();
    for one in took.iter().filter(|one| one.count == most) {
        let (_, name, is_held) = ASKED[one.what];
        if is_held {
            rows.push(Row::times(format!("{name}, p50 mot den nakna frågan"), one.ours[0] / one.bare[0], 1.3));
        }
        rows.push(Row { what: format!("{name}, p99"), measured: one.ours[1], goal: 5.0, unit: "ms" });
        let few = took.iter().find(|few| few.what == one.what && few.count == fewest && fewest < most);
        if let Some(few) = few {
            rows.push(Row::times(format!("{name}, p50 mot {fewest} ärenden"), one.ours[0] / few.ours[0], 1.5));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_thing_a_number_of_cases_and_four_times() {
        let one = read("took next 1000000 0.5 1.5 0.25 1").expect("a line");
        assert_eq!(one, Took { what: 1, count: 1_000_000, ours: [0.5, 1.5], bare: [0.25, 1.0] });
        assert!(read("filled 10000 3").is_none() && read("took other 1 1 1 1 1").is_none());
    }

    #[test]
    fn growth_is_told_only_where_there_is_something_to_grow_from() {
        let many = read("took first 1000 2 3 1 1").expect("a line");
        let few = Took { count: 10, ours: [1.0, 1.0], ..many.clone() };
        let told: Vec<f64> = goals(&[few, many.clone()]).iter().map(|row| row.measured).collect();
        assert_eq!(told, [2.0, 3.0, 2.0]);
        assert_eq!(goals(&[many]).len(), 2);
    }
}
