//! Names of copies: whatever a name is, the copy lies in its own folder below the root, or there is none.
#![expect(clippy::unwrap_used, reason = "clippy's allowance for tests covers test functions, not what they share")]

mod common;

use std::path::Path;

use common::*;
use vault::{CopyEntry, CopyProblem};

#[cfg(unix)]
const ROOT: &str = "/srv/secure";
#[cfg(windows)]
const ROOT: &str = r"C:\secure";

/// Whether the place is below the root for whoever reads it with either kind of slash.
fn is_below(path: &Path) -> bool {
    let inside = path.strip_prefix(ROOT).unwrap().to_str().unwrap().to_owned();
    let parts: Vec<&str> = inside.split(['/', '\\']).collect();
    parts.len() == 2 && parts.iter().all(|part| !matches!(*part, "" | "." | "..") && !part.contains([':', '\0']))
}

#[test]
fn a_copy_never_leaves_its_own_folder() {
    let mut planned = 0;
    for name in hostile::names::hundred_thousand() {
        match CopyEntry::plan(id(1), id(2), Path::new(ROOT), &name, b"", LATER) {
            Ok(entry) => {
                assert!(is_below(&entry.path), "{name:?}");
                planned += 1;
            }
            Err(problem) => assert!(matches!(problem, CopyProblem::NotAFileName), "{name:?}: {problem:?}"),
        }
    }
    assert!(planned > 1_000, "{planned} were names after all");
}

#[test]
fn names_that_windows_keeps_for_its_devices_make_no_copy() {
    let devices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9", "COM¹", "LPT³", "CONIN$", "CONOUT$"];
    let spellings = devices.iter().flat_map(|device| {
        [
            (*device).to_owned(),
            device.to_lowercase(),
            format!("{device}.pdf"),
            format!("{device} .pdf"),
            format!("{device}.tar.gz"),
        ]
    });
    let others = [
        "a.pdf:x",
        "a.pdf::$DATA",
        "a.pdf.",
        "a.pdf ",
        "..\\..\\CON .pdf",
        "a\u{1}.pdf",
        "a?.pdf",
        "a*.pdf",
        "\"a\".pdf",
        "a|b",
        "<a>",
    ];
    for name in spellings.chain(others.map(str::to_owned)).chain(["a".repeat(300)]) {
        let planned = CopyEntry::plan(id(1), id(2), Path::new(ROOT), &name, b"", LATER);
        assert!(matches!(planned, Err(CopyProblem::NotAFileName)), "{name:?}");
    }
    for name in
        ["bilaga-2026-11-25-1032.pdf", "Bilaga 1.pdf", "konto.pdf", "CONTRACT.pdf", "com10.jpg", "åäö.png", ".dold"]
    {
        assert!(CopyEntry::plan(id(1), id(2), Path::new(ROOT), name, b"", LATER).is_ok(), "{name:?}");
    }
}
