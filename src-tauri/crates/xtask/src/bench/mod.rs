//! `cargo xtask bench`: numbers, each beside the number it is to be judged against, taken in the same run.

pub(crate) mod builder;
pub(crate) mod cases;
pub(crate) mod guard;
mod host;
mod on_screen;
mod peers;
pub(crate) mod preview;
pub(crate) mod start;
mod statistics;
mod table;
mod took;
pub(crate) mod vault;

use std::env;
use std::path::PathBuf;

use crate::ground::Ground;
use crate::plan::{Failure, Outcome};
use crate::process;

/// The child that parses files.
const RENDERER: &str = "budkavle-render";
/// Our side of the benches.
const BENCH: &str = "budkavle-bench";

/// Where a program of the workspace lies, built for speed.
fn program(ground: &Ground, name: &str) -> PathBuf {
    ground.built("release").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Builds the renderer, with its example program, and our side for speed: all at once, so that nothing is built twice.
fn build(ground: &Ground) -> Result<Outcome, Failure> {
    let words = ["build", "--release", "--package", RENDERER, "--package", BENCH, "--bins", "--examples"];
    process::loudly(&mut ground.cargo(words))?;
    Ok(Outcome::Done)
}

/// A folder for what the benches make, beside what cargo builds; on the same disk.
fn folder(ground: &Ground, name: &str) -> Result<PathBuf, Failure> {
    let folder = ground.built("bench").join(name);
    std::fs::create_dir_all(&folder).map_err(|cause| file(&folder, cause))?;
    Ok(folder)
}

fn file(path: &std::path::Path, cause: std::io::Error) -> Failure {
    Failure::File { path: path.display().to_string(), cause }
}

/// Refuses where nothing can be measured.
fn only_on_linux() -> Result<(), Failure> {
    if cfg!(target_os = "linux") {
        Ok(())
    } else {
        Err(Failure::Missing("mätningen och de program den jämför med finns bara för Linux".into()))
    }
}
