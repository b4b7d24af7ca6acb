//! `cargo xtask bench preview`: what a person waits for when looking at a file, beside the programs that others use.
//!
//! Each round runs every program once on the same file, so that whatever else the machine does hits all of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::host::Host;
use super::peers::quiet;
use super::statistics::{Series, geometric_mean};
use super::table::{Row, tell};
use super::{BENCH, RENDERER, build, file, folder, on_screen, only_on_linux, peers, program, took};
use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::process;

/// Rounds on each file; one more goes before and is not counted.
const ROUNDS: usize = 11;
/// Rounds over all pages of a long document.
const LONG_ROUNDS: usize = 5;
/// From this many pages on a document is long.
const LONG: u64 = 100;
/// Everything is drawn at this resolution, in pixels per inch.
const DOTS_PER_INCH: f64 = 150.0;
/// Longest edge of a photograph on the screen, in pixels.
const PHOTO_EDGE: &str = "1600";

pub(crate) fn command(words: &[&str]) -> Result<(), Failure> {
    only_on_linux()?;
    let given = match words {
        [] => None,
        [folder] if !folder.starts_with("--") => Some(PathBuf::from(folder)),
        _ => return Err(Failure::Usage(format!("bench preview {}", words.join(" ")))),
    };
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    plan.must("Kontrollerar systempaket", || packages::install(&[Ability::Build, Ability::Measure, Ability::Picture]));
    plan.must("Hämtar PDFium", || peers::get_pdfium(&ground));
    plan.must("Hämtar pdf.js", || peers::get_pdfjs(&ground));
    plan.must("Bygger för hastighet (första gången många minuter)", || {
        build(&ground)?;
        on_screen::build(&ground)
    });
    plan.must("Mäter, alla program turvis", || {
        let files = match &given {
            Some(folder) => folder.clone(),
            None => made(&ground)?,
        };
        measure(&ground, &files)
    });
    plan.carry_out().verdict()
}

/// The folder of our own files, which are made once.
pub(super) fn made(ground: &Ground) -> Result<PathBuf, Failure> {
    let folder = folder(ground, "made")?;
    process::quietly(Command::new(program(ground, BENCH)).arg("make").arg(&folder))?;
    Ok(folder)
}

/// The files of a folder that end like this, in the order of their names.
pub(super) fn files(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|cause| file(folder, cause))?;
    let is_wanted = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        path.is_file() && endings.contains(&ending.as_str())
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_wanted).collect();
    files.sort();
    Ok(files)
}

fn measure(ground: &Ground, files_in: &Path) -> Result<Outcome, Failure> {
    let mut bench = Bench::new(ground)?;
    let mut rows = Vec::new();
    let mut shown = bench.first_pages(&files(files_in, &["pdf"])?, &mut rows)?;
    for photo in files(files_in, &["jpg", "jpeg"])? {
        bench.photo(&photo, &mut rows)?;
        shown.push((photo, PHOTO_EDGE.to_owned()));
    }
    if shown.is_empty() {
        return Err(Failure::Missing(format!("{}: inga PDF-filer eller JPEG-bilder", files_in.display())));
    }
    on_screen::measure(ground, &shown, &mut rows)?;
    tell(&rows);
    println!(
        "    Medianer av {ROUNDS} varv; kvoter är medianen av parvisa kvoter, över flera filer deras geometriska medel."
    );
    println!("    \"barnet\" är budkavle-render med sitt fängelse, startat som de andra och med pixlarna till en fil.");
    println!(
        "    \"appen\" är start, fängelse, sida och JPEG, som skalet gör det; på skärmen kommer vägen in i webbvyn till."
    );
    Ok(Outcome::Done)
}

/// The programs and places of a run.
struct Bench {
    bench: PathBuf,
    pdfium: PathBuf,
    out: PathBuf,
    host: Host,
}

/// What was measured of one file's first page.
#[derive(Default)]
struct FirstPage {
    child: Series,
    app: Series,
    pdftoppm: Series,
    mutool: Series,
    pdfium: Series,
}

impl Bench {
    fn new(ground: &Ground) -> Result<Self, Failure> {
        let (renderer, bench) = (program(ground, RENDERER), program(ground, BENCH));
        let out = folder(ground, "out")?;
        let host = Host::start(&bench, &renderer, &out)?;
        Ok(Self { bench, pdfium: peers::pdfium(ground), out, host })
    }

    /// The files that were measured, each with its first page's longest edge in pixels.
    fn first_pages(&mut self, files: &[PathBuf], rows: &mut Vec<Row>) -> Result<Vec<(PathBuf, String)>, Failure> {
        println!(
            "    {:<22}{:>9}{:>9}{:>10}{:>9}{:>9}{:>10}{:>12}",
            "första sidan, ms", "barnet", "appen", "pdftoppm", "mutool", "PDFium", "JPEG kB", "CPU/PDFium"
        );
        let mut measured = Vec::new();
        let (mut shown, mut long) = (Vec::new(), Vec::new());
        for path in files {
            let Some(edge) = self.edge(path) else {
                println!("    {}: PDFium öppnar den inte, hoppas över", name(path));
                continue;
            };
            let first = self.first_page(path, &edge)?;
            measured.push((path, first));
            let (_, pages) = self.host.ask(&["all", &path.display().to_string(), "64"])?;
            if pages >= LONG {
                long.push((path, edge.clone()));
            }
            shown.push((path.clone(), edge));
        }
        if measured.is_empty() {
            return Ok(shown);
        }
        let over = |of: fn(&FirstPage) -> f64, only: fn(&str) -> bool| {
            let ratios: Vec<f64> =
                measured.iter().filter(|(path, _)| only(&name(path))).map(|(_, first)| of(first)).collect();
            geometric_mean(&ratios)
        };
        let all: fn(&str) -> bool = |_| true;
        let scans: fn(&str) -> bool = |name| name.starts_with("scan");
        let poppler = over(|first| first.child.wall_ratio(&first.pdftoppm), all);
        rows.push(Row::times("första sidan, barnet mot pdftoppm, tid", poppler, 0.60));
        let poppler = over(|first| first.child.processor_ratio(&first.pdftoppm), all);
        rows.push(Row::times("första sidan, barnet mot pdftoppm, processortid", poppler, 0.60));
        rows.push(Row::times(
            "första sidan, barnet mot PDFium, tid",
            over(|first| first.child.wall_ratio(&first.pdfium), all),
            1.20,
        ));
        rows.push(Row::times(
            "första sidan, barnet mot PDFium, processortid",
            over(|first| first.child.processor_ratio(&first.pdfium), all),
            1.20,
        ));
        if measured.iter().any(|(path, _)| scans(&name(path))) {
            let scan = over(|first| first.child.wall_ratio(&first.pdfium), scans);
            rows.push(Row::times("första sidan av inskannat (scan*), barnet mot PDFium, tid", scan, 0.70));
        }
        for (path, edge) in long {
            self.all_pages(path, &edge, rows)?;
        }
        Ok(shown)
    }

    /// The longest edge of the first page in pixels; `None` when PDFium cannot tell.
    fn edge(&self, path: &Path) -> Option<String> {
        let points = process::output(Command::new(&self.pdfium).arg(path).arg("size")).ok()?;
        let pixels = (points.parse::<f64>().ok()? * DOTS_PER_INCH / 72.0).round();
        Some(format!("{:.0}", pixels.clamp(1.0, 8_000.0)))
    }

    fn first_page(&mut self, path: &Path, edge: &str) -> Result<FirstPage, Failure> {
        let mut first = FirstPage::default();
        let requests = self.requests(path, "1", edge)?;
        let shown = path.display().to_string();
        let ppm = self.out.join("page.ppm");
        let mut bytes = 0;
        for round in 0..=ROUNDS {
            let child = self.child(&requests)?;
            let (app, length) = self.host.ask(&["first", &shown, edge])?;
            let poppler = ["-r", "150", "-f", "1", "-l", "1"];
            let pdftoppm = took::run(quiet("pdftoppm").args(poppler).arg(path).arg(self.out.join("poppler")))?;
            let mutool = took::run(
                quiet("mutool").args(["draw", "-q", "-r", "150", "-o"]).args([ppm.as_path(), path]).arg("1"),
            )?;
            let pdfium = took::run(quiet(&self.pdfium).arg(path).arg("1").arg(&ppm))?;
            bytes = length;
            if round > 0 {
                first.child.push(child);
                first.app.push(app);
                first.pdftoppm.push(pdftoppm);
                first.mutool.push(mutool);
                first.pdfium.push(pdfium);
            }
        }
        println!(
            "    {:<22}{:>9.1}{:>9.1}{:>10.1}{:>9.1}{:>9.1}{:>10.0}{:>12.2}",
            name(path),
            first.child.wall(),
            first.app.wall(),
            first.pdftoppm.wall(),
            first.mutool.wall(),
            first.pdfium.wall(),
            thousands(bytes),
            first.child.processor_ratio(&first.pdfium),
        );
        Ok(first)
    }

    fn all_pages(&mut self, path: &Path, edge: &str, rows: &mut Vec<Row>) -> Result<(), Failure> {
        let (mut app, mut copy, mut pdfium) = (Series::default(), Series::default(), Series::default());
        let shown = path.display().to_string();
        for round in 0..=LONG_ROUNDS {
            let (ours, _) = self.host.ask(&["all", &shown, edge])?;
            let (copied, _) = self.host.ask(&["copy", &shown])?;
            let its = took::run(quiet(&self.pdfium).arg(path).arg("0").arg(self.out.join("page.ppm")))?;
            if round > 0 {
                app.push(ours);
                copy.push(copied);
                pdfium.push(its);
            }
        }
        println!(
            "    alla sidor av {}: appen {:.0} ms (CPU {:.0}), hel säker kopia {:.0} ms (CPU {:.0}), PDFium {:.0} ms (CPU {:.0})",
            name(path),
            app.wall(),
            app.processor(),
            copy.wall(),
            copy.processor(),
            pdfium.wall(),
            pdfium.processor()
        );
        rows.push(Row::times(
            format!("alla sidor av {}, appen mot PDFium, tid", name(path)),
            app.wall_ratio(&pdfium),
            0.75,
        ));
        Ok(())
    }

    fn photo(&mut self, path: &Path, rows: &mut Vec<Row>) -> Result<(), Failure> {
        let (mut app, mut vips, mut djpeg) = (Series::default(), Series::default(), Series::default());
        let shown = path.display().to_string();
        let (thumbnail, half) = (self.out.join("thumbnail.jpg[Q=85]"), self.out.join("half.ppm"));
        let size = format!("{PHOTO_EDGE}x{PHOTO_EDGE}");
        let mut bytes = 0;
        for round in 0..=ROUNDS {
            let (ours, length) = self.host.ask(&["first", &shown, PHOTO_EDGE])?;
            let its =
                took::run(quiet("vipsthumbnail").args(["--size", &size, "-o"]).args([thumbnail.as_path(), path]))?;
            let floor = took::run(quiet("djpeg").args(["-scale", "1/2", "-outfile"]).args([half.as_path(), path]))?;
            bytes = length;
            if round > 0 {
                app.push(ours);
                vips.push(its);
                djpeg.push(floor);
            }
        }
        println!(
            "    {}: appen {:.0} ms (CPU {:.0}), vipsthumbnail {:.0} (CPU {:.0}), djpeg -scale 1/2 {:.0} (CPU {:.0}); {:.0} kB",
            name(path),
            app.wall(),
            app.processor(),
            vips.wall(),
            vips.processor(),
            djpeg.wall(),
            djpeg.processor(),
            thousands(bytes)
        );
        let against = |peer: &str| format!("{} till {PHOTO_EDGE} px, appen mot {peer}, processortid", name(path));
        rows.push(Row::times(against("vipsthumbnail"), app.processor_ratio(&vips), 0.55));
        rows.push(Row::times(against("djpeg -scale 1/2"), app.processor_ratio(&djpeg), 2.0));
        Ok(())
    }

    /// What the application says to the child for the file's first pages, in a file.
    fn requests(&self, path: &Path, pages: &str, edge: &str) -> Result<PathBuf, Failure> {
        let into = self.out.join("requests");
        process::quietly(Command::new(&self.bench).arg("requests").arg(path).args([pages, edge]).arg(&into))?;
        Ok(into)
    }

    /// The child alone, started like the other programs, its pixels in a file.
    fn child(&mut self, requests: &Path) -> Result<took::Took, Failure> {
        let frames = self.out.join("frames");
        Ok(self.host.ask(&["child", &requests.display().to_string(), &frames.display().to_string()])?.0)
    }
}

pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[expect(clippy::cast_precision_loss, reason = "a picture's bytes")]
fn thousands(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}
