//! Type-checks on this machine what only Windows runs: the jail of the renderer.
//!
//! It is compiled and not run. A compiler for another system needs that system's standard library: rustup's, where it is
//! installed; else Debian packages a compiler together with its library's source, from which cargo builds it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome};
use crate::process;

const TARGET: &str = "x86_64-pc-windows-gnu";
/// The two ends of the pipe: only they know the jail.
const PACKAGES: &[&str] = &["budkavle-render", "budkavle-pipeline"];
/// Debian's compiler, whatever stands before it on `PATH`.
const COMPILER: &str = "/usr/bin/rustc";

/// Checks the two packages for Windows.
pub(crate) fn check(ground: &Ground) -> Result<Outcome, Failure> {
    let mut cargo = ground.cargo(["check", "--quiet", "--target", TARGET]);
    cargo.arg("--target-dir").arg(ground.built("windows"));
    for package in PACKAGES {
        cargo.args(["--package", package]);
    }
    if !rustup_has_it(ground) {
        if let Err(why) = debian_has_it(ground) {
            return Ok(Outcome::Skipped(format!(
                "Windows-koden är INTE kontrollerad: {why}. Med rustup går det med `rustup target add {TARGET}` och \
                 gcc-mingw-w64-x86-64"
            )));
        }
        // The library's source is an unstable feature of cargo, which a stable one has behind this variable.
        cargo.env("RUSTC", COMPILER).env("RUSTC_BOOTSTRAP", "1").arg("-Zbuild-std=std,panic_abort");
        // Settings for the other compiler.
        cargo.env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC_WRAPPER").env_remove("RUSTC_WORKSPACE_WRAPPER");
    }
    process::loudly(&mut cargo)?;
    Ok(Outcome::Done)
}

/// Whether the compiler that everything else is built with can be used, and the C compiler that a dependency wants.
fn rustup_has_it(ground: &Ground) -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", TARGET]).current_dir(ground.root());
    let library = process::output(&mut ask).map(PathBuf::from);
    let has_core = |folder: &Path| {
        let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
        names.into_iter().any(|name| name.to_string_lossy().starts_with("libcore-"))
    };
    library.is_ok_and(|folder| has_core(&folder)) && process::which("x86_64-w64-mingw32-gcc").is_some()
}

/// Whether Debian's compiler is there, or could be installed, and is new enough. The reason if not.
fn debian_has_it(ground: &Ground) -> Result<(), String> {
    match packages::install(&[Ability::Windows]) {
        Ok(Outcome::Skipped(why)) => return Err(why),
        Ok(_) => {}
        Err(failure) => return Err(format!("Debians kompilator för Windows kunde inte installeras ({failure})")),
    }
    let answer =
        process::output(Command::new(COMPILER).arg("--version")).map_err(|_| format!("{COMPILER} finns inte"))?;
    let oldest = fs::read_to_string(ground.root().join("rust-toolchain.toml")).unwrap_or_default();
    match (version(&answer), version(&oldest)) {
        (Some(found), Some(wanted)) if found >= wanted => Ok(()),
        _ => Err(format!("{COMPILER} är {answer}, äldre än projektets kompilator")),
    }
}

/// The first `major.minor` in the text.
fn version(text: &str) -> Option<(u32, u32)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let mut parts = text[start..].split(|c: char| !c.is_ascii_digit());
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compilers_are_compared_by_number() {
        assert_eq!(version("rustc 1.96.0 (ac68faa20 2026-05-25)"), Some((1, 96)));
        assert_eq!(version("[toolchain]\nchannel = \"1.95.0\"\n"), Some((1, 95)));
        assert!(version("rustc 1.100.0") > version("rustc 1.95.0"));
        assert_eq!(version("rustc"), None);
    }
}
