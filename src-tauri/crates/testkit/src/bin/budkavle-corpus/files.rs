//! Every file below some folders, whatever the folders hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What was found.
#[derive(Default)]
pub(crate) struct Found {
    /// In the order of their names.
    pub(crate) files: BTreeSet<PathBuf>,
    /// Folders that cannot be read, links that lead nowhere, and what is neither file nor folder.
    pub(crate) passed_over: Vec<PathBuf>,
}

/// All files at and below these places. Links to folders are not followed, since they may lead round in a circle; nor is
/// git's own folder.
pub(crate) fn below(places: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut left: Vec<PathBuf> = Vec::new();
    for place in places {
        // What was named by hand may be a link.
        match fs::metadata(place) {
            Ok(at) if at.is_dir() => left.push(place.clone()),
            _ => look_at(place, &mut found, &mut left),
        }
    }
    while let Some(folder) = left.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            found.passed_over.push(folder);
            continue;
        };
        for entry in entries {
            match entry {
                Ok(entry) => look_at(&entry.path(), &mut found, &mut left),
                Err(_) => found.passed_over.push(folder.clone()),
            }
        }
    }
    found
}

fn look_at(path: &Path, found: &mut Found, left: &mut Vec<PathBuf>) {
    let (Ok(itself), at) = (fs::symlink_metadata(path), fs::metadata(path)) else {
        found.passed_over.push(path.to_owned());
        return;
    };
    if itself.is_dir() {
        if path.file_name().is_none_or(|name| name != ".git") {
            left.push(path.to_owned());
        }
    } else if at.is_ok_and(|at| at.is_file()) {
        found.files.insert(path.to_owned());
    } else {
        found.passed_over.push(path.to_owned());
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_that_lead_round_in_a_circle_end_and_files_are_found_once() {
        let folder = tempfile::tempdir().expect("a place for temporary files");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("a/b")).expect("ours");
        fs::create_dir(at("a/.git")).expect("ours");
        for name in ["a/one.pdf", "a/b/two.pdf", "a/.git/three.pdf"] {
            fs::write(at(name), "x").expect("ours");
        }
        symlink(at("a"), at("a/b/round")).expect("ours");
        symlink(at("nowhere"), at("a/dead")).expect("ours");
        symlink(at("a/one.pdf"), at("a/alias.pdf")).expect("ours");

        let found = below(&[folder.path().to_owned(), at("missing")]);

        let names: Vec<_> = found.files.iter().filter_map(|path| path.file_name()?.to_str()).collect();
        assert_eq!(names, ["alias.pdf", "two.pdf", "one.pdf"]);
        assert_eq!(found.passed_over.len(), 3, "the circle, the dead link and the missing folder");
    }
}
