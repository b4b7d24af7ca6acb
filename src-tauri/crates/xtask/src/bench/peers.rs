//! The programs that ours are judged against, beyond those that are system packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::file;
use crate::ground::Ground;
use crate::plan::{Failure, Outcome};
use crate::{npm, process};

/// PDFium as PyPI has it: the library alone is used, not its Python.
const PYPDFIUM: &str = "pypdfium2==5.15.2";
/// pdf.js as npm has it; of it the build for browsers that are a little behind, as system webviews are.
const PDFJS: &str = "pdfjs-dist@6.5.438";
/// NLM Form Builder, the two packages that it asks other machines for when it runs, and Form.io's builder.
const BUILDERS: [&str; 4] = ["formbuilder-lhcforms@12.6.0", "lforms@40.1.3", "jquery@3.6.0", "@formio/js@5.6.0"];
/// Draws pages with PDFium.
const SOURCE: &str = include_str!("pdfium.c");

/// The program that draws with PDFium, once [`get_pdfium`] has been carried out.
pub(super) fn pdfium(ground: &Ground) -> PathBuf {
    place(ground).join("pdfium-pages")
}

fn place(ground: &Ground) -> PathBuf {
    ground.tools().join(PYPDFIUM.replace("==", "-"))
}

/// Fetches PDFium and builds the program that draws with it, into the folder of tools; once.
pub(super) fn get_pdfium(ground: &Ground) -> Result<Outcome, Failure> {
    let place = place(ground);
    let (program, source) = (pdfium(ground), place.join("pdfium.c"));
    if program.exists() && fs::read_to_string(&source).is_ok_and(|kept| kept == SOURCE) {
        return Ok(Outcome::Unneeded(format!("{PYPDFIUM} finns")));
    }
    fs::create_dir_all(&place).map_err(|cause| file(&place, cause))?;
    let python = place.join("venv");
    process::quietly(Command::new("python3").args(["-m", "venv"]).arg(&python))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", PYPDFIUM];
    process::quietly(Command::new(python.join("bin/python")).args(pip))?;
    let library =
        library(&python.join("lib")).ok_or_else(|| Failure::Missing(format!("{PYPDFIUM} kom utan libpdfium.so")))?;
    fs::write(&source, SOURCE).map_err(|cause| file(&source, cause))?;
    let mut search = std::ffi::OsString::from("-Wl,-rpath,");
    search.push(library.parent().unwrap_or(Path::new("/")));
    process::quietly(Command::new("cc").args(["-O2", "-o"]).arg(&program).args([&source, &library]).arg(search))?;
    Ok(Outcome::Done)
}

/// The folder with `pdf.mjs` and `pdf.worker.mjs`, once [`get_pdfjs`] has been carried out.
pub(super) fn pdfjs(ground: &Ground) -> PathBuf {
    npm::packed(ground, PDFJS).join("legacy/build")
}

/// Fetches pdf.js from npm into the folder of tools; once.
pub(super) fn get_pdfjs(ground: &Ground) -> Result<Outcome, Failure> {
    npm::pack(ground, &[PDFJS])
}

/// The folders of the other form builders' files, once [`get_builders`] has been carried out: of NLM's with the two packages
/// that it asks other machines for, and of Form.io's.
pub(super) fn builders(ground: &Ground) -> [PathBuf; 4] {
    let [nlm, lforms, jquery, formio] = BUILDERS.map(|name| npm::packed(ground, name).join("dist"));
    [nlm.join("formbuilder-lhcforms"), lforms.join("lforms"), jquery, formio]
}

/// Fetches the other form builders from npm into the folder of tools; once.
pub(super) fn get_builders(ground: &Ground) -> Result<Outcome, Failure> {
    npm::pack(ground, &BUILDERS)
}

/// `libpdfium.so` below `lib/python3.*/site-packages`.
fn library(lib: &Path) -> Option<PathBuf> {
    let versions = fs::read_dir(lib).ok()?.flatten();
    versions.map(|version| version.path().join("site-packages/pypdfium2_raw/libpdfium.so")).find(|path| path.exists())
}

/// A command without words, quiet but for its failures.
pub(super) fn quiet(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}
