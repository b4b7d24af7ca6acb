//! The last part of `cargo xtask bench preview`: the first page all the way to the screen, beside pdf.js in the same webview.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use super::preview::name;
use super::statistics::{Series, median, percentile};
use super::table::Row;
use super::took::Took;
use super::{RENDERER, peers, program};
use crate::ground::Ground;
use crate::plan::{Failure, Outcome};
use crate::process;
use crate::sandbox::Sandbox;

/// The window that measures: an example program of the root package.
const WINDOW: &str = "on_screen";
/// How long the window may take for one file in one round, with its own start.
const PATIENCE: Duration = Duration::from_secs(120);
/// Files up to this size are to be on the screen within the time that feels like at once.
const ORDINARY: u64 = 5_000_000;
/// What the window says when it has measured everything.
const DONE: &str = "done";

/// What was measured of one file.
#[derive(Default)]
struct OnScreen {
    /// From the request to a pixel in the page: child, jail, page, JPEG and the way into the webview.
    child: Series,
    /// The way into the webview alone, with the JPEG decoded there.
    way: Series,
    /// As it comes: a worker for each document, as we have a child for each.
    pdfjs: Series,
    /// With a worker that is there already and has read all documents before.
    kept: Series,
}

/// Builds the window for speed.
pub(super) fn build(ground: &Ground) -> Result<Outcome, Failure> {
    process::loudly(&mut ground.cargo(["build", "--release", "--package", "budkavle", "--example", WINDOW]))?;
    Ok(Outcome::Done)
}

/// Measures the first page of these files, each with the longest edge it is drawn with in pixels, and adds the goals.
pub(super) fn measure(ground: &Ground, files: &[(PathBuf, String)], rows: &mut Vec<Row>) -> Result<(), Failure> {
    let measured = ask(ground, files)?;
    println!(
        "\n    {:<22}{:>9}{:>11}{:>9}{:>7}{:>18}{:>7}",
        "på skärmen, ms", "appen", "därav väg", "pdf.js", "kvot", "pdf.js, kvar", "kvot"
    );
    let (mut ratios, mut ordinary) = (Vec::new(), Vec::new());
    for ((path, _), on) in files.iter().zip(&measured) {
        let ratio = on.child.wall_ratio(&on.pdfjs);
        println!(
            "    {:<22}{:>9.0}{:>11.0}{:>9.0}{:>7.2}{:>18.0}{:>7.2}",
            name(path),
            on.child.wall(),
            on.way.wall(),
            on.pdfjs.wall(),
            ratio,
            on.kept.wall(),
            on.child.wall_ratio(&on.kept)
        );
        // What pdf.js does not draw, as a photograph, has nothing to be compared with.
        ratios.extend(Some(ratio).filter(|ratio| ratio.is_finite()));
        if fs::metadata(path).is_ok_and(|about| about.len() <= ORDINARY) {
            ordinary.extend(on.child.walls());
        }
    }
    println!(
        "    pdf.js startar en arbetare per dokument, som appen ett barn; \"kvar\" är med en som redan finns och läser alla."
    );
    if !ratios.is_empty() {
        let worst = ratios.iter().copied().fold(f64::NAN, f64::max);
        rows.push(Row::times(
            "första sidan på skärmen mot pdf.js, tid, median av filerna",
            median(ratios.into_iter()),
            0.25,
        ));
        rows.push(Row::times("första sidan på skärmen mot pdf.js, tid, sämsta filen", worst, 0.40));
    }
    rows.push(Row {
        what: "första sidan på skärmen, filer ≤ 5 MB, 95:e percentilen".into(),
        measured: percentile(ordinary.into_iter(), 0.95),
        goal: 300.0,
        unit: "ms",
    });
    Ok(())
}

/// Starts the window and takes down what it says.
fn ask(ground: &Ground, files: &[(PathBuf, String)]) -> Result<Vec<OnScreen>, Failure> {
    let sandbox = Sandbox::desktop()?;
    let mut window = process::mortal(program(ground, &format!("examples/{WINDOW}")));
    window.arg(program(ground, RENDERER)).arg(peers::pdfjs(ground));
    for (path, edge) in files {
        window.arg(path).arg(edge);
    }
    window.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = process::spawn(sandbox.around(&mut window))?;
    let lines = process::follow(&mut child);
    let mut measured: Vec<OnScreen> = files.iter().map(|_| OnScreen::default()).collect();
    let is_whole = loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) if line == DONE => break true,
            Ok(line) => {
                if let Some((file, [page, way, its, kept])) = read(&line)
                    && let Some(on) = measured.get_mut(file)
                {
                    on.child.push(page);
                    on.way.push(way);
                    on.pdfjs.push(its);
                    on.kept.push(kept);
                }
            }
            Err(_) => break false,
        }
    };
    process::end(&mut child);
    if is_whole { Ok(measured) } else { Err(Failure::TooSlow { what: WINDOW.into(), limit: PATIENCE }) }
}

/// A line of the window: the file's number, and four times in milliseconds, not a number where there was no page.
fn read(line: &str) -> Option<(usize, [Took; 4])> {
    let mut words = line.split('\t');
    let file = words.next()?.parse().ok()?;
    let mut time = || Some(Took { wall: words.next()?.parse().ok()?, processor: f64::NAN });
    Some((file, [time()?, time()?, time()?, time()?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_file_and_four_times_of_which_one_may_be_missing() {
        let (file, [page, way, its, kept]) = read("3\t120.5\t20\tNaN\t60").expect("a line of the window");
        assert_eq!((file, page.wall, way.wall, kept.wall), (3, 120.5, 20.0, 60.0));
        assert!(its.wall.is_nan());
        assert!(read("done").is_none());
    }
}
