//! `cargo xtask bench guard`: how many instructions the drawing of fixed pages takes, beside what was noted when it was
//! last accepted. Unlike time this hardly depends on the machine, so that a slow change shows on any.
//!
//! The child itself cannot run under valgrind, whose own system calls its jail forbids. What is counted is the example
//! program `unjailed` of `budkavle-render`: the same code without the jail, which is never shipped.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{BENCH, build, file, folder, only_on_linux, preview, program};
use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::process;

/// The child without its jail.
const UNJAILED: &str = "unjailed";
/// The numbers that were accepted.
const ACCEPTED: &str = "src-tauri/crates/xtask/src/bench/guard.toml";
/// How far a number may move without being told, in per cent.
const LEEWAY: f64 = 2.0;
const HEADING: &str =
    "# Instructions of the renderer on the first page of files that are made from fixed seeds, counted by
# `cargo xtask bench guard`. Accepted with `cargo xtask bench guard --accept`; say in the commit why they moved.
# They hold for the compiler in rust-toolchain.toml and processors with AVX2.
";

pub(crate) fn command(words: &[&str]) -> Result<(), Failure> {
    only_on_linux()?;
    let accept = match words {
        [] => false,
        ["--accept"] => true,
        _ => return Err(Failure::Usage(format!("bench guard {}", words.join(" ")))),
    };
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    plan.must("Kontrollerar systempaket", || packages::install(&[Ability::Build, Ability::Measure]));
    plan.must("Bygger för hastighet (första gången några minuter)", || build(&ground));
    plan.must("Räknar instruktioner", || {
        let counted = count(&ground)?;
        let path = ground.root().join(ACCEPTED);
        if accept {
            fs::write(&path, written(&counted)).map_err(|cause| file(&path, cause))?;
            return Ok(Outcome::Done);
        }
        let accepted = fs::read_to_string(&path).map_err(|cause| file(&path, cause))?;
        compare(&read(&accepted), &counted)
    });
    plan.carry_out().verdict()
}

fn count(ground: &Ground) -> Result<BTreeMap<String, u64>, Failure> {
    let unjailed = ground.built("release").join("examples").join(format!("{UNJAILED}{}", env::consts::EXE_SUFFIX));
    let out = folder(ground, "out")?;
    let mut counted = BTreeMap::new();
    for path in preview::files(&preview::made(ground)?, &["pdf", "jpg"])? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let requests = out.join("requests");
        let ask = ["1", "1754"];
        process::quietly(Command::new(program(ground, BENCH)).arg("requests").arg(&path).args(ask).arg(&requests))?;
        counted.insert(name, instructions(&unjailed, &requests)?);
    }
    Ok(counted)
}

/// Instructions that the program executes, from its start to its end.
fn instructions(unjailed: &Path, requests: &Path) -> Result<u64, Failure> {
    let said = File::open(requests).map_err(|cause| file(requests, cause))?;
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(unjailed);
    command.stdin(said).stdout(Stdio::null());
    let output = command.output().map_err(|cause| Failure::NotStarted { program: "valgrind".into(), cause })?;
    let told = String::from_utf8_lossy(&output.stderr);
    let collected = collected(&told).filter(|_| output.status.success());
    collected.ok_or_else(|| Failure::Broken(format!("valgrind: {}", told.trim())))
}

/// The number in valgrind's line `==123== Collected : 456`.
fn collected(told: &str) -> Option<u64> {
    told.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
}

fn compare(accepted: &BTreeMap<String, u64>, counted: &BTreeMap<String, u64>) -> Result<Outcome, Failure> {
    println!("    {:<16}{:>16}{:>16}{:>9}", "", "antaget", "räknat", "%");
    let mut moved = Vec::new();
    for (name, now) in counted {
        let change = accepted.get(name).map(|before| change(*before, *now));
        let shown = change.map_or_else(|| "nytt".to_owned(), |change| format!("{change:+.2}"));
        println!("    {name:<16}{:>16}{now:>16}{shown:>9}", accepted.get(name).copied().unwrap_or(0));
        if change.is_none_or(|change| change.abs() > LEEWAY) {
            moved.push(format!("{name} {shown} %"));
        }
    }
    if moved.is_empty() {
        return Ok(Outcome::Done);
    }
    let told = moved.join(", ");
    Err(Failure::Broken(format!(
        "mer än {LEEWAY} % från det antagna: {told}. Är det menat: `cargo xtask bench guard --accept`"
    )))
}

/// In per cent.
#[expect(clippy::cast_precision_loss, reason = "instructions of seconds")]
fn change(before: u64, now: u64) -> f64 {
    (now as f64 / before as f64 - 1.0) * 100.0
}

/// Lines `name = number`; others are left out.
fn read(text: &str) -> BTreeMap<String, u64> {
    let lines = text.lines().filter_map(|line| line.split_once('='));
    lines
        .filter_map(|(name, number)| Some((name.trim().to_owned(), number.trim().replace('_', "").parse().ok()?)))
        .collect()
}

fn written(counted: &BTreeMap<String, u64>) -> String {
    let lines = counted.iter().map(|(name, number)| format!("{name} = {number}\n"));
    HEADING.to_owned() + &lines.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let counted = BTreeMap::from([("text3".to_owned(), 123_456_789), ("scan10".to_owned(), 5)]);
        assert_eq!(read(&written(&counted)), counted);
    }

    #[test]
    fn the_number_is_found_in_what_valgrind_tells() {
        assert_eq!(collected("==7== Events    : Ir\n==7== Collected : 72212345\n"), Some(72_212_345));
        assert_eq!(collected("==7== Events    : Ir\n"), None);
    }

    #[test]
    fn a_move_beyond_the_leeway_and_an_unknown_file_are_told() {
        let accepted = BTreeMap::from([("a".to_owned(), 1_000)]);
        assert!(compare(&accepted, &BTreeMap::from([("a".to_owned(), 1_019)])).is_ok());
        assert!(compare(&accepted, &BTreeMap::from([("a".to_owned(), 1_021)])).is_err());
        assert!(compare(&accepted, &BTreeMap::from([("a".to_owned(), 979)])).is_err());
        assert!(compare(&accepted, &BTreeMap::from([("b".to_owned(), 1_000)])).is_err());
    }
}
