//! Guards that nothing run by the tests touches what the person who runs them has of the application.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::ground;
use crate::plan::{Failure, Outcome};

/// Length and time of change of every file of the application's in the person's own folders.
#[derive(PartialEq, Eq)]
pub(crate) struct Belongings(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Belongings {
    /// As they are now.
    pub(crate) fn look() -> Self {
        let folders = [
            ground::xdg("XDG_DATA_HOME", ".local/share"),
            ground::xdg("XDG_STATE_HOME", ".local/state"),
            ground::xdg("XDG_CONFIG_HOME", ".config"),
        ];
        Self::within(&folders)
    }

    fn within(folders: &[PathBuf]) -> Self {
        let mut files = BTreeMap::new();
        for folder in folders {
            for path in entries(folder) {
                let ours =
                    path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().contains("budkavle"));
                if ours {
                    note(&path, &mut files);
                }
            }
        }
        Self(files)
    }

    /// Fails, naming the files, when anything is not as it was.
    pub(crate) fn unchanged(&self) -> Result<Outcome, Failure> {
        let now = Self::look();
        let touched = self.difference(&now);
        if touched.is_empty() {
            return Ok(Outcome::Done);
        }
        let names: Vec<String> = touched.iter().map(|path| path.display().to_string()).collect();
        Err(Failure::Broken(format!("testen har rört personens egna filer: {}", names.join(", "))))
    }

    fn difference<'a>(&'a self, other: &'a Self) -> Vec<&'a Path> {
        let mut touched: Vec<&Path> = self
            .0
            .iter()
            .filter(|(path, state)| other.0.get(*path) != Some(state))
            .map(|(path, _)| path.as_path())
            .collect();
        touched.extend(other.0.keys().filter(|path| !self.0.contains_key(*path)).map(PathBuf::as_path));
        touched
    }
}

fn note(path: &Path, files: &mut BTreeMap<PathBuf, (u64, Option<SystemTime>)>) {
    let Ok(about) = fs::symlink_metadata(path) else {
        return;
    };
    files.insert(path.to_path_buf(), (about.len(), about.modified().ok()));
    if about.is_dir() {
        for inner in entries(path) {
            note(&inner, files);
        }
    }
}

/// What the folder holds; nothing, if there is no such folder.
fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_a_grown_and_a_lost_file_are_all_noticed_and_others_files_are_not() {
        let folder = std::env::temp_dir().join(format!("budkavle-hermetic-{}", std::process::id()));
        let profile = folder.join("se.budkavle");
        fs::create_dir_all(&profile).unwrap();
        for name in ["lost", "grown", "same"] {
            fs::write(profile.join(name), "1").unwrap();
        }
        let before = Belongings::within(std::slice::from_ref(&folder));
        fs::remove_file(profile.join("lost")).unwrap();
        fs::write(profile.join("grown"), "12").unwrap();
        fs::write(profile.join("new"), "1").unwrap();
        fs::write(folder.join("someone-elses"), "1").unwrap();
        let after = Belongings::within(std::slice::from_ref(&folder));
        let touched = before.difference(&after);
        for name in ["lost", "grown", "new"] {
            assert!(touched.contains(&profile.join(name).as_path()), "{name}");
        }
        assert!(!touched.contains(&profile.join("same").as_path()));
        assert!(!touched.contains(&folder.join("someone-elses").as_path()));
        fs::remove_dir_all(&folder).unwrap();
    }
}
