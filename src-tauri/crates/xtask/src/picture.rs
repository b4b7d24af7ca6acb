//! A picture of a window on a virtual display, taken when the window has stopped changing.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::plan::Failure;
use crate::process;
use crate::sandbox::Sandbox;

/// How long a window may go on changing.
const PATIENCE: Duration = Duration::from_secs(30);
/// A window that shows no more colours than this has drawn nothing yet.
const BLANK: usize = 8;

/// Saves a picture of the window with this title as a PNG file.
pub(crate) fn take(sandbox: &Sandbox, title: &str, file: &Path) -> Result<(), Failure> {
    let window = process::until(PATIENCE, || {
        let found =
            process::output(sandbox.around(Command::new("xdotool").args(["search", "--onlyvisible", "--name", title])));
        found.ok()?.lines().next().map(str::to_owned)
    })
    .ok_or(Failure::TooSlow { what: format!("fönstret {title}"), limit: PATIENCE })?;

    let mut before = Vec::new();
    process::until(PATIENCE, || {
        let now = pixels(sandbox, &window)?;
        let still = now == before && colours(&now) > BLANK;
        before = now;
        still.then_some(())
    })
    .ok_or(Failure::TooSlow { what: "att fönstret ritades färdigt".into(), limit: PATIENCE })?;

    let mut png = std::ffi::OsString::from("png:");
    png.push(file);
    process::loudly(sandbox.around(Command::new("import").args(["-silent", "-window", &window]).arg(png)))
}

/// The window's pixels, three bytes each.
fn pixels(sandbox: &Sandbox, window: &str) -> Option<Vec<u8>> {
    let mut import = Command::new("import");
    import.args(["-silent", "-window", window, "-depth", "8", "rgb:-"]);
    let output = sandbox.around(&mut import).output().ok()?;
    output.status.success().then_some(output.stdout)
}

fn colours(pixels: &[u8]) -> usize {
    let mut seen = std::collections::HashSet::new();
    for pixel in pixels.as_chunks::<3>().0 {
        seen.insert(pixel);
        if seen.len() > BLANK {
            break;
        }
    }
    seen.len()
}
