//! Packages of npm that other programs are tried with, in the folder of tools: nothing of them becomes part of ours.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ground::Ground;
use crate::plan::{Failure, Outcome};
use crate::process;

/// Where the files of a package lie that was fetched with [`pack`].
pub(crate) fn packed(ground: &Ground, name: &str) -> PathBuf {
    ground.tools().join(plain(name)).join("package")
}

/// A package and its version as npm names its archive: `@formio/js@5.6.0` is `formio-js-5.6.0`.
fn plain(name: &str) -> String {
    name.trim_start_matches('@').replace(['@', '/'], "-")
}

/// Fetches packages, those that are not there. Their own dependencies and scripts are left out.
pub(crate) fn pack(ground: &Ground, names: &[&str]) -> Result<Outcome, Failure> {
    let missing: Vec<&str> =
        names.iter().copied().filter(|name| !packed(ground, name).join("package.json").exists()).collect();
    if missing.is_empty() {
        return Ok(Outcome::Unneeded(format!("{} finns", names.join(", "))));
    }
    for name in missing {
        let place = ground.tools().join(plain(name));
        fs::create_dir_all(&place).map_err(|cause| failure(&place, cause))?;
        process::quietly(ground.npm(["pack", "--silent", name, "--pack-destination"]).arg(&place))?;
        let archive = place.join(format!("{}.tgz", plain(name)));
        process::quietly(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&place))?;
    }
    Ok(Outcome::Done)
}

/// Installs packages with what they need into a folder of their own, which is named after the first; once. Gives the folder.
///
/// What a package wants of a neighbour is named among the packages: its own word for which versions would do is not followed.
pub(crate) fn install(ground: &Ground, names: &[&str]) -> Result<PathBuf, Failure> {
    let place = ground.tools().join(plain(names.first().copied().unwrap_or_default()));
    let ready = place.join("installed");
    if fs::read_to_string(&ready).is_ok_and(|kept| kept == names.join(" ")) {
        return Ok(place);
    }
    fs::create_dir_all(&place).map_err(|cause| failure(&place, cause))?;
    let words = ["install", "--silent", "--no-audit", "--no-fund", "--legacy-peer-deps", "--prefix"];
    process::quietly(ground.npm(words).arg(&place).args(names))?;
    fs::write(&ready, names.join(" ")).map_err(|cause| failure(&ready, cause))?;
    Ok(place)
}

fn failure(path: &Path, cause: std::io::Error) -> Failure {
    Failure::File { path: path.display().to_string(), cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_called_what_npm_calls_it() {
        assert_eq!(plain("@formio/js@5.6.0"), "formio-js-5.6.0");
        assert_eq!(plain("pdfjs-dist@6.5.438"), "pdfjs-dist-6.5.438");
    }
}
