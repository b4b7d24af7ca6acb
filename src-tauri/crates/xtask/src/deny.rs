//! Licences, bans, sources and known weaknesses of what we depend on, by cargo-deny.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::ground::Ground;
use crate::plan::{Failure, Outcome};
use crate::process;

/// What we allow, relative to the root.
const RULES: &str = ".config/deny.toml";
/// The version whose rules file ours is.
const VERSION: &str = "0.20.2";
/// How long fetching the database of weaknesses may take before it counts as out of reach.
const FETCH_LIMIT: Duration = Duration::from_secs(60);

/// Builds cargo-deny into the project's cache, unless it is there or on `PATH`.
pub(crate) fn install(ground: &Ground) -> Result<Outcome, Failure> {
    if let Some(program) = program(ground) {
        return Ok(Outcome::Unneeded(format!("{} finns", program.display())));
    }
    let tools = ground.tools();
    let mut cargo = ground.cargo(["install", "cargo-deny", "--locked", "--version", VERSION, "--root"]);
    // Beside ours, so that it neither waits for nor disturbs the build of the application.
    cargo.arg(&tools).env("CARGO_TARGET_DIR", tools.join("build"));
    process::quietly(&mut cargo)?;
    // Only the program is wanted again; a left-over build costs disk and no later run.
    let _ = std::fs::remove_dir_all(tools.join("build"));
    Ok(Outcome::Done)
}

/// What can be known on this machine alone: licences, bans, sources.
pub(crate) fn rules(ground: &Ground) -> Result<Outcome, Failure> {
    process::loudly(cargo_deny(ground)?.args(["check", "--hide-inclusion-graph", "licenses", "bans", "sources"]))?;
    Ok(Outcome::Done)
}

/// Known weaknesses, where their database can be had.
pub(crate) fn advisories(ground: &Ground) -> Result<Outcome, Failure> {
    if !process::succeeds_within(cargo_deny(ground)?.args(["fetch", "db"]), FETCH_LIMIT) {
        return Ok(Outcome::Skipped("databasen över kända svagheter kan inte nås från den här datorn".into()));
    }
    process::loudly(cargo_deny(ground)?.args(["--offline", "check", "advisories"]))?;
    Ok(Outcome::Done)
}

fn cargo_deny(ground: &Ground) -> Result<Command, Failure> {
    let program = program(ground)
        .ok_or_else(|| Failure::Missing("cargo-deny saknas: `cargo xtask setup` installerar det".into()))?;
    let mut command = Command::new(program);
    command.args(["--workspace", "--config", RULES]).current_dir(ground.root());
    Ok(command)
}

fn program(ground: &Ground) -> Option<PathBuf> {
    let ours = ground.tools().join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if ours.is_file() { Some(ours) } else { process::which("cargo-deny") }
}
