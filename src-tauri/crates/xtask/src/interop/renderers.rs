//! Programs that show forms, in a browser: LHC-Forms and refero.

use std::path::Path;
use std::process::Command;

use super::written;
use crate::ground::Ground;
use crate::plan::Failure;
use crate::{npm, packages, process};

/// What drives the browser.
const PUPPETEER: &str = "puppeteer-core@24.43.1";
/// LHC-Forms, whose licence is its own and like BSD's, and what it wants to be there.
const LFORMS: [&str; 2] = ["lforms@40.1.3", "jquery@3.6.0"];
/// refero, which is MIT, with what it wants to be there, and what makes a script of it.
const REFERO: [&str; 15] = [
    "@helsenorge/refero@22.2.1",
    "@helsenorge/autosuggest@37.7.1",
    "@helsenorge/file-upload@37.7.1",
    "@helsenorge/core-utils@37.7.1",
    "@helsenorge/datepicker@13.5.0",
    "@helsenorge/designsystem-react@13.5.0",
    "dompurify@3.3.0",
    "react@19.3.1",
    "react-dom@19.3.1",
    "react-redux@9.3.1",
    "redux@5.0.1",
    "@reduxjs/toolkit@2.15.0",
    "classnames@2.5.1",
    "esbuild@0.28.2",
    "esbuild-sass-plugin@3.7.0",
];

/// What LHC-Forms says of every form.
pub(super) fn lforms(ground: &Ground, out: &Path) -> Result<String, Failure> {
    npm::pack(ground, &LFORMS)?;
    let [lforms, jquery] = LFORMS.map(|name| npm::packed(ground, name).join("dist"));
    let lforms = lforms.join("lforms");
    let parts = ["assets/lib/zone.min.js", "runtime.js", "polyfills.js", "main.js"];
    let mut scripts = vec![jquery.join("jquery.min.js")];
    scripts.extend(parts.map(|part| lforms.join("webcomponent").join(part)));
    scripts.push(lforms.join("fhir/lformsFHIRAll.min.js"));
    scripts.push(written(&lforms, "show.js", include_str!("lforms.js"))?);
    let page = written(&lforms, "page.html", &page(&scripts))?;
    shown(ground, out, &page)
}

/// What refero says of every form.
pub(super) fn refero(ground: &Ground, out: &Path) -> Result<String, Failure> {
    let place = npm::install(ground, &REFERO)?;
    written(&place, "refero.jsx", include_str!("refero.jsx"))?;
    let script = written(&place, "bundle.mjs", include_str!("bundle.mjs"))?;
    process::quietly(Command::new("node").arg(script).arg(&place))?;
    let page = written(&place, "page.html", &page(&[place.join("bundle.js")]))?;
    shown(ground, out, &page)
}

/// A page with a place for a form, and scripts in their order.
fn page(scripts: &[std::path::PathBuf]) -> String {
    let tag = |path: &std::path::PathBuf| format!("<script src=\"file://{}\"></script>\n", path.display());
    let scripts: String = scripts.iter().map(tag).collect();
    format!("<!doctype html><meta charset=\"utf-8\"><title>Formulär</title><div id=\"form\"></div>\n{scripts}")
}

fn shown(ground: &Ground, out: &Path, page: &Path) -> Result<String, Failure> {
    let (browser, _) = packages::browser().ok_or_else(|| Failure::Missing("Chromium saknas".into()))?;
    let puppeteer = npm::install(ground, &[PUPPETEER])?;
    let driver = written(&puppeteer, "browser.mjs", include_str!("browser.mjs"))?;
    process::output(Command::new("node").arg(driver).arg(out).arg(&puppeteer).arg(page).arg(browser))
}
