//! `cargo xtask check`: everything that can be said about the work tree without running the application.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ground::Ground;
use crate::packages::Ability;
use crate::plan::{Failure, Outcome, Plan};
use crate::{deny, process, setup, ui, windows};

/// Where the TypeScript that Rust generates is kept, relative to the root.
const BINDINGS: &str = "ui/src/bindings";

/// Whether what can be put right is put right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Look,
    Fix,
}

pub(crate) fn command(mode: Mode) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    setup::steps(&mut plan, &ground, &[Ability::Build]);
    if mode == Mode::Fix {
        plan.also("Rättar format och lint", || fix(&ground));
    }
    looks(&mut plan, &ground);
    plan.also("Kontrollerar ordningen i arbetsträdet", || tidy(&ground));
    plan.also("Kontrollerar genererade filer", || {
        let before = Bindings::look(&ground);
        process::loudly(
            with_packages(ground.cargo(["test", "--quiet", "--lib"]), &ground.binding_packages()).arg("bindings"),
        )?;
        before.unchanged(&ground)
    });
    plan.carry_out().verdict()?;
    println!("\nAllt är i ordning.");
    Ok(())
}

/// The checks that `cargo xtask test` shares: format, lint, types, dependencies.
pub(crate) fn looks<'a>(plan: &mut Plan<'a>, ground: &'a Ground) {
    plan.also("Kontrollerar format (cargo fmt)", || {
        process::loudly(&mut ground.cargo(["fmt", "--all", "--", "--check", "-l"]))?;
        Ok(Outcome::Done)
    });
    plan.also("Kontrollerar Rust (cargo clippy)", || {
        process::loudly(&mut ground.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
        Ok(Outcome::Done)
    });
    plan.also("Kontrollerar typerna i det som bara Windows kör", || windows::check(ground));
    plan.also("Kontrollerar gränssnittets lint", || ui::script(ground, "lint"));
    plan.also("Kontrollerar gränssnittets typer", || ui::script(ground, "types"));
    plan.also("Installerar cargo-deny (en gång, några minuter)", || deny::install(ground));
    plan.also("Kontrollerar licenser, förbud och källor (cargo-deny)", || deny::rules(ground));
    plan.also("Kontrollerar kända svagheter (cargo-deny)", || deny::advisories(ground));
}

/// The generated files as they were.
pub(crate) struct Bindings(BTreeMap<PathBuf, Vec<u8>>);

impl Bindings {
    /// As they are now.
    pub(crate) fn look(ground: &Ground) -> Self {
        let mut files = BTreeMap::new();
        gather(&ground.root().join(BINDINGS), &mut files);
        Self(files)
    }

    /// Fails when the tests that have run since then generated something else than what was there.
    pub(crate) fn unchanged(&self, ground: &Ground) -> Result<Outcome, Failure> {
        if ground.binding_packages().is_empty() {
            return Ok(Outcome::Skipped("ingen crate genererar något".into()));
        }
        let now = Self::look(ground);
        if now.0.is_empty() {
            return Err(Failure::Broken(format!("{BINDINGS} är tom: inget genererades")));
        }
        let mut changed: Vec<String> = now
            .0
            .iter()
            .filter(|(path, bytes)| self.0.get(*path) != Some(bytes))
            .map(|(path, _)| path.strip_prefix(ground.root()).unwrap_or(path).display().to_string())
            .collect();
        changed.truncate(10);
        if changed.is_empty() {
            return Ok(Outcome::Done);
        }
        Err(Failure::Broken(format!(
            "de genererade filerna följde inte Rust. De har nu skrivits om; lägg till dem i ändringen: {}",
            changed.join(", ")
        )))
    }
}

fn gather(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else if let Ok(bytes) = fs::read(&path) {
            files.insert(path, bytes);
        }
    }
}

fn tidy(ground: &Ground) -> Result<Outcome, Failure> {
    let mut cargo = ground.cargo(["test", "--quiet", "--package", env!("CARGO_PKG_NAME")]);
    process::counting(cargo.args(["--test", "architecture", "--test", "tidy"])).map(Outcome::Tested)
}

fn fix(ground: &Ground) -> Result<Outcome, Failure> {
    let mut clippy =
        ground.cargo(["clippy", "--fix", "--allow-dirty", "--allow-staged", "--workspace", "--all-targets"]);
    process::loudly(&mut clippy)?;
    process::loudly(&mut ground.cargo(["fmt", "--all"]))?;
    ui::script(ground, "lint:fix")
}

/// The command, told to work on these packages.
pub(crate) fn with_packages(mut cargo: std::process::Command, packages: &[&str]) -> std::process::Command {
    for package in packages {
        cargo.args(["--package", package]);
    }
    cargo
}
