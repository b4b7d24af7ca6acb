//! Files that a person saves where they choose.

use std::{fs, io, path::Path};

/// Writes a file beside its place first, so that an older one is not lost when the disk is full.
///
/// # Errors
/// When it cannot be written there; what stood there stays.
pub(crate) fn write_beside(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = place.as_os_str().to_owned();
    beside.push(".tmp");
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, place));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A line for a Swedish spreadsheet: each cell quoted, with an apostrophe before what would be taken for a formula, and semicolons
/// between.
pub(crate) fn csv_line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|text| {
            let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
            format!("\"{guard}{}\"", text.replace('"', "\"\""))
        })
        .collect();
    cells.join(";") + "\r\n"
}
