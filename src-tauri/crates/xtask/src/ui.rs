//! The user interface's packages and build, done again only when what they are made of has changed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::ground::Ground;
use crate::plan::{Failure, Outcome};
use crate::process;

/// What the installed packages were installed from. Lies inside `node_modules`, so it goes when they go.
const INSTALLED_FROM: &str = "node_modules/.budkavle-installed-from";
/// What the build was built from.
const BUILT_FROM: &str = "node_modules/.budkavle-built-from";

/// `npm ci`, when the lock file is not the one that the installed packages came from.
pub(crate) fn install(ground: &Ground) -> Result<Outcome, Failure> {
    let ui = ground.ui();
    if !ui.join("package.json").is_file() {
        return Ok(Outcome::Skipped("ui/package.json finns inte".into()));
    }
    if process::which("npm").is_none() {
        return Err(Failure::Missing("npm saknas: installera Node.js 20.19 eller senare".into()));
    }
    let lock = read(&ui.join("package-lock.json"))?;
    if fs::read(ui.join(INSTALLED_FROM)).is_ok_and(|stamp| stamp == lock) {
        return Ok(Outcome::Unneeded("paketen är de som låsfilen anger".into()));
    }
    process::quietly(&mut ground.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    write(&ui.join(INSTALLED_FROM), &lock)?;
    Ok(Outcome::Done)
}

/// `npm run build`, when a source is not the one that the build was made from.
pub(crate) fn build(ground: &Ground) -> Result<Outcome, Failure> {
    let ui = ground.ui();
    if !ui.join("package.json").is_file() {
        return Ok(Outcome::Skipped("ui/package.json finns inte".into()));
    }
    let sources = sources(&ui)?;
    let fresh = fs::read_to_string(ui.join(BUILT_FROM)).is_ok_and(|stamp| stamp == sources);
    if fresh && ui.join("dist").is_dir() {
        return Ok(Outcome::Unneeded("inget har ändrats sedan förra bygget".into()));
    }
    process::quietly(&mut ground.npm(["run", "build"]))?;
    write(&ui.join(BUILT_FROM), sources.as_bytes())?;
    Ok(Outcome::Done)
}

/// A script of the user interface's own: `lint`, `types` …
pub(crate) fn script(ground: &Ground, name: &str) -> Result<Outcome, Failure> {
    if !ground.ui().join("package.json").is_file() {
        return Ok(Outcome::Skipped("ui/package.json finns inte".into()));
    }
    process::loudly(&mut ground.npm(["run", "--silent", name]))?;
    Ok(Outcome::Done)
}

/// The user interface's own tests, less those whose names do not hold `words`.
pub(crate) fn test(ground: &Ground, words: &[&str]) -> Result<Outcome, Failure> {
    if !ground.ui().join("package.json").is_file() {
        return Ok(Outcome::Skipped("ui/package.json finns inte".into()));
    }
    let mut command = ground.npm(["run", "--silent", "test"]);
    if !words.is_empty() {
        command.args(["--", "--passWithNoTests", "-t"]).arg(words.join("|"));
    }
    process::counting(&mut command).map(Outcome::Tested)
}

/// One line for each file that a build could depend on: name, length and time of change.
fn sources(ui: &Path) -> Result<String, Failure> {
    let mut lines = Vec::new();
    let mut folders = vec![ui.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|cause| at(&folder, cause))? {
            let entry = entry.map_err(|cause| at(&folder, cause))?;
            let about = entry.metadata().map_err(|cause| at(&entry.path(), cause))?;
            let name = entry.file_name();
            if about.is_dir() {
                if !["node_modules", "dist", "test-results", "coverage"].iter().any(|made| name == *made) {
                    folders.push(entry.path());
                }
                continue;
            }
            let changed =
                about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
            let mut line = String::new();
            // Writing to a String cannot fail.
            let _ = write!(line, "{} {} {}", entry.path().display(), about.len(), changed.as_nanos());
            lines.push(line);
        }
    }
    lines.sort();
    Ok(lines.join("\n"))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|cause| at(path, cause))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|cause| at(path, cause))
}

fn at(path: &Path, cause: std::io::Error) -> Failure {
    Failure::File { path: path.display().to_string(), cause }
}
