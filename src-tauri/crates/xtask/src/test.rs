//! `cargo xtask test`: everything that shows that the work tree is sound, and nothing on this machine touched.

use std::process::Command;

use crate::check::{self, Bindings, with_packages};
use crate::counts::Counts;
use crate::ground::Ground;
use crate::hermetic::Belongings;
use crate::packages::Ability;
use crate::plan::{Failure, Outcome, Plan};
use crate::sandbox::Sandbox;
use crate::{process, setup, ui};

/// The whole tests that need no display; all others get one.
const HEADLESS: &[&str] = &["journeys"];

/// The long walks through the builder (tests/desktop/acts) take many minutes: they are made when they are asked for by name.
const WITHOUT_LONG_WALKS: [&str; 2] = ["--filterset", "not test(/^acts::/)"];

/// Which tests are wanted.
struct Wish<'w> {
    /// Of `check`, `core`, `ui` and the whole tests; empty means all.
    groups: Vec<&'w str>,
    /// Parts of test names; empty means all.
    names: Vec<&'w str>,
}

pub(crate) fn command(words: &[&str]) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let whole = ground.whole_tests();
    let wish = Wish::parse(words, &whole);
    let belongings = Belongings::look();
    let bindings = Bindings::look(&ground);

    let mut plan = Plan::default();
    setup::steps(&mut plan, &ground, &[Ability::Build, Ability::Picture, Ability::Test]);
    if wish.wants("core") {
        plan.also("Testar kärnan", || core(&ground, &wish.names));
        if wish.names.is_empty() {
            plan.also("Testar exemplen i dokumentationen", || examples(&ground));
            plan.also("Testar telefoners bilder (HEIC)", || telephones(&ground));
            plan.also("Kontrollerar genererade filer", || bindings.unchanged(&ground));
        }
    }
    if wish.wants("ui") {
        plan.also("Testar gränssnittet", || ui::test(&ground, &wish.names));
    }
    if wish.wants("check") && wish.names.is_empty() {
        check::looks(&mut plan, &ground);
    }
    let wanted: Vec<&str> = whole.iter().copied().filter(|name| wish.wants(name)).collect();
    if !wanted.is_empty() {
        plan.must("Bygger programmen", || build(&ground));
    }
    for name in wanted {
        plan.also(format!("Testar helheten: {name}"), || through(&ground, name, &wish.names));
    }
    plan.also("Kontrollerar att inget eget på datorn rördes", || belongings.unchanged());

    let report = plan.carry_out();
    for name in &report.failed {
        println!("\n✗ {name}");
    }
    println!("\n{} passed, {} failed", report.counts.passed, report.counts.failed);
    report.verdict().map_err(|_| Failure::Told)
}

impl<'w> Wish<'w> {
    fn parse(words: &[&'w str], whole: &[&str]) -> Self {
        let is_group = |word: &&str| ["check", "core", "ui"].contains(word) || whole.contains(word);
        let (groups, names) = words.iter().copied().partition(is_group);
        Self { groups, names }
    }

    fn wants(&self, group: &str) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }
}

/// The tests of the crates, including those of this program that guard the work tree's order.
fn core(ground: &Ground, names: &[&str]) -> Result<Outcome, Failure> {
    let sandbox = Sandbox::headless()?;
    let mut runner = with_packages(runner(ground), &ground.core_packages());
    run_in(&sandbox, &mut runner, names)
}

/// The examples in the documentation, which nextest does not run.
fn examples(ground: &Ground) -> Result<Outcome, Failure> {
    let sandbox = Sandbox::headless()?;
    let mut runner = with_packages(ground.cargo(["test", "--doc", "--quiet"]), &ground.core_libraries());
    run_in(&sandbox, &mut runner, &[])
}

/// What is only built where the organisation wants it (docs/adr/0010), so that it is not a door that nobody has tried.
fn telephones(ground: &Ground) -> Result<Outcome, Failure> {
    let sandbox = Sandbox::headless()?;
    let mut cargo = ground.cargo(["test", "--package", "budkavle-render", "--features", "heic", "--test", "heic"]);
    run_in(&sandbox, &mut cargo, &[])
}

/// One of the programs that test the whole. Where a display is shared, one test at a time.
fn through(ground: &Ground, name: &str, names: &[&str]) -> Result<Outcome, Failure> {
    let headless = HEADLESS.contains(&name);
    let sandbox = if headless { Sandbox::headless()? } else { Sandbox::desktop()? };
    let mut runner = runner(ground);
    if !headless {
        runner.env("NEXTEST_PROFILE", "display").env("RUST_TEST_THREADS", "1");
    }
    runner.args(["--package", "budkavle-tests", "--test", name]);
    runner.env("BUDKAVLE_PROGRAMS", ground.built("debug"));
    if !headless && names.is_empty() {
        runner.args(if has_nextest() { WITHOUT_LONG_WALKS } else { ["--", "--skip=acts::"] });
    }
    run_in(&sandbox, &mut runner, names)
}

fn run_in(sandbox: &Sandbox, runner: &mut Command, names: &[&str]) -> Result<Outcome, Failure> {
    if !names.is_empty() {
        runner.arg("--").args(names);
    }
    let counts: Counts = process::counting(sandbox.around(runner))?;
    Ok(Outcome::Tested(counts))
}

/// nextest where it is installed: each test in a process of its own, and a limit on its time. Else `cargo test`.
fn runner(ground: &Ground) -> Command {
    if has_nextest() {
        ground.cargo(["nextest", "run", "--no-fail-fast", "--no-tests=pass"])
    } else {
        ground.cargo(["test", "--no-fail-fast", "--lib", "--bins", "--tests"])
    }
}

fn has_nextest() -> bool {
    process::which("cargo-nextest").is_some()
}

fn build(ground: &Ground) -> Result<Outcome, Failure> {
    let programs = ["budkavle", "budkavle-render", "budkavle-ctl"];
    process::loudly(&mut with_packages(ground.cargo(["build"]), &programs))?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_names_a_group_chooses_it_and_any_other_is_part_of_a_test_name() {
        let wish = Wish::parse(&["journeys", "purge"], &["journeys", "desktop"]);
        assert!(wish.wants("journeys"));
        assert!(!wish.wants("desktop") && !wish.wants("core"));
        assert_eq!(wish.names, ["purge"]);
        assert!(Wish::parse(&[], &[]).wants("core"));
    }
}
