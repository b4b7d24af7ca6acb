//! `cargo xtask corpus` and `cargo xtask fidelity`: folders of files through the real child.

use std::env::{self, consts::EXE_SUFFIX};
use std::path::{Path, PathBuf};

use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::process;

/// The program that does it, and the package it is in.
const DRIVER: &str = "budkavle-corpus";
const DRIVER_PACKAGE: &str = "budkavle-testkit";
/// The child, program and package.
const CHILD: &str = "budkavle-render";

/// Draws every file below the folders and prints what became of them.
pub(crate) fn corpus(pages: &str, folders: &[&str]) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    let profile = profile(&ground);
    plan.must("Bygger ritaren och drivaren", || build(&ground, profile, "debug"));
    plan.must("Ritar, två filer åt gången", || drive(&ground, (profile, "debug"), "corpus", &[pages], folders));
    plan.carry_out().verdict()
}

/// Compares the first page of every PDF below the folders with `pdftoppm`.
pub(crate) fn fidelity(folders: &[&str]) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    plan.must("Kontrollerar systempaket", || packages::install(&[Ability::Compare]));
    let profile = profile(&ground);
    plan.must("Bygger ritaren och drivaren", || build(&ground, profile, "debug"));
    plan.must("Jämför med pdftoppm, 150 punkter per tum", || {
        drive(&ground, (profile, "debug"), "fidelity", &[], folders)
    });
    plan.carry_out().verdict()
}

/// Times the application's answers while every hostile file is looked at. Both sides are built for speed, as they are shipped.
pub(crate) fn answers() -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let folder = ground.built("bench").join("hostile").display().to_string();
    let mut plan = Plan::default();
    plan.must("Bygger för hastighet (första gången några minuter)", || build(&ground, "release", "release"));
    plan.must("Gör de fientliga filerna", || {
        let words = ["run", "--quiet", "--package", "budkavle-hostile", "--"];
        process::quietly(ground.cargo(words).arg(&folder))?;
        Ok(Outcome::Done)
    });
    plan.must("Frågar appen, i vila och medan filerna ritas", || {
        drive(&ground, ("release", "release"), "answers", &[], &[&folder])
    });
    plan.carry_out().verdict()
}

/// Whoever has a release build of the child means it; it is brought up to date. Otherwise the debug build does.
fn profile(ground: &Ground) -> &'static str {
    if child(ground, "release").is_file() { "release" } else { "debug" }
}

fn child(ground: &Ground, profile: &str) -> PathBuf {
    ground.built(profile).join(format!("{CHILD}{EXE_SUFFIX}"))
}

/// Builds the child and the driver, each in the profile named.
fn build(ground: &Ground, child: &str, driver: &str) -> Result<Outcome, Failure> {
    for (words, profile) in [
        (&["build", "--package", CHILD][..], child),
        (&["build", "--package", DRIVER_PACKAGE, "--bin", DRIVER][..], driver),
    ] {
        let mut cargo = ground.cargo(words);
        if profile == "release" {
            cargo.arg("--release");
        }
        process::quietly(&mut cargo)?;
    }
    println!("    ritare: {CHILD} ({child})");
    Ok(Outcome::Done)
}

fn drive(
    ground: &Ground,
    (of_child, of_driver): (&str, &str),
    what: &str,
    more: &[&str],
    folders: &[&str],
) -> Result<Outcome, Failure> {
    let mut folders_in_full = Vec::with_capacity(folders.len());
    for folder in folders {
        folders_in_full.push(in_full(folder)?);
    }
    let mut driver = process::mortal(ground.built(of_driver).join(format!("{DRIVER}{EXE_SUFFIX}")));
    driver.arg(what).arg(child(ground, of_child)).args(more).args(folders_in_full);
    process::loudly(&mut driver)?;
    Ok(Outcome::Done)
}

/// Where the person stands is where their words count from.
fn in_full(folder: &str) -> Result<PathBuf, Failure> {
    let here = env::current_dir().map_err(|cause| Failure::File { path: ".".to_owned(), cause })?;
    let path = here.join(Path::new(folder));
    if path.exists() { Ok(path) } else { Err(Failure::Missing(format!("{folder} finns inte"))) }
}
