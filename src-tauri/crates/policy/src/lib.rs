//! What the organisation decides for every user of a computer, and no user can change.
//!
//! A policy is read from the files `*.toml` in one folder that only an administrator of the computer can write to, in the
//! order of their names; a later file's word replaces an earlier one's. What no file mentions has a safe value. A policy that
//! cannot be understood is no policy at all: the caller must refuse to open anything ([`PolicyProblem`]), because it cannot
//! know what it was to be kept from.
//!
//! This crate must not know the product's other crates, ask who somebody is, or write anything.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let folder = tempfile::tempdir()?;
//! std::fs::write(folder.path().join("10-region.toml"), "[copies]\nmax_hours = 4\n")?;
//! let policy = policy::Policy::read(folder.path())?;
//! assert_eq!(policy.copies.max_hours, 4);
//! assert!(!policy.copies.originals);
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Everything that is decided, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// What citizens may attach.
    pub attachments: Attachments,
    /// How much a preview may cost.
    pub preview: Preview,
    /// Copies outside the vault.
    pub copies: Copies,
    /// How long attachments are kept.
    pub retention: Retention,
    /// What templates are held against.
    pub guideline: Guideline,
    /// How messages are sent.
    pub sending: Sending,
    /// How cases are followed up.
    pub cases: Cases,
}

/// What citizens may attach.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attachments {
    /// Megabytes (of 1 000 000 bytes) a file, 1..=64. The national limit is 20.
    pub max_megabytes: u32,
    /// Files a reply, 1..=20. The national limit is 5.
    pub max_files: u32,
    /// Megabytes that all sealed files of a profile may take together, 10..=1 000 000.
    pub max_total_megabytes: u32,
}

impl Default for Attachments {
    fn default() -> Self {
        Self { max_megabytes: 20, max_files: 5, max_total_megabytes: 20_000 }
    }
}

/// How much a preview may cost. Memory is limited in the renderer itself and cannot be raised.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Preview {
    /// Seconds for opening and for each page, 1..=60.
    pub page_seconds: u32,
    /// Seconds for all that is asked about one document, 1..=600.
    pub document_seconds: u32,
}

impl Default for Preview {
    fn default() -> Self {
        Self { page_seconds: 20, document_seconds: 60 }
    }
}

/// Copies outside the vault.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Copies {
    /// The only folders below which copies may lie, as full paths. Empty: the unit's administrator chooses one.
    pub secure_folders: Vec<PathBuf>,
    /// Whether a copy of the file as it came may be kept, with a reason.
    pub originals: bool,
    /// Hours that a copy may live at most, 1..=72.
    pub max_hours: u32,
}

impl Default for Copies {
    fn default() -> Self {
        Self { secure_folders: Vec::new(), originals: false, max_hours: 72 }
    }
}

/// How long attachments are kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Hours that an attachment may be kept at most, 1..=720 (30 days).
    pub max_attachment_hours: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { max_attachment_hours: 720 }
    }
}

/// What templates are held against. Which names mean something is for the caller to say, who must refuse others as this crate
/// refuses what it does not understand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Guideline {
    /// The guideline's name.
    pub id: String,
    /// Rules that are taken harder than the guideline does, by their names.
    pub rules: BTreeMap<String, HarderRule>,
}

impl Default for Guideline {
    fn default() -> Self {
        Self { id: "region-kalmar".to_owned(), rules: BTreeMap::new() }
    }
}

/// How a rule is taken harder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HarderRule {
    /// How hard.
    pub severity: Option<Severity>,
    /// How much may be at most.
    pub most: Option<u32>,
    /// How many letters make a word long.
    pub letters: Option<u32>,
    /// What is looked for as well.
    pub words: Vec<String>,
}

/// How hard a rule is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Told.
    Advice,
    /// Keeps a template from being published.
    Error,
}

/// How messages are sent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sending {
    /// Seconds that a message waits before it lies in the inbox, so that it can be taken back unseen, 0..=60.
    pub undo_seconds: u32,
}

impl Default for Sending {
    fn default() -> Self {
        Self { undo_seconds: 10 }
    }
}

/// How cases are followed up.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cases {
    /// Days after which a case that the citizen has not read is told of, 1..=90.
    pub unread_days: u32,
    /// Hours on weekdays, 8–17, within which an answer is to be gone through, 1..=72.
    pub review_hours: u32,
}

impl Default for Cases {
    fn default() -> Self {
        Self { unread_days: 7, review_hours: 2 }
    }
}

/// Why there is no policy to go by. Says which file, never what stands in it.
#[derive(Debug, thiserror::Error)]
pub enum PolicyProblem {
    /// The folder or a file in it cannot be read.
    #[error("the policy file {file} cannot be read")]
    Unreadable {
        /// Its name.
        file: String,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// The file is not TOML, or has words or values that mean nothing here.
    #[error("the policy file {file} is not understood, line {line}")]
    NotUnderstood {
        /// Its name.
        file: String,
        /// From 1; 0 when it cannot be told.
        line: usize,
    },
    /// A value is outside what it may be.
    #[error("the policy sets {setting} to a value outside its bounds")]
    OutOfBounds {
        /// Section and name.
        setting: &'static str,
    },
}

impl Policy {
    /// The policy of this computer.
    ///
    /// # Errors
    /// See [`PolicyProblem`]. A computer without the folder has no policy, which is no error.
    pub fn of_this_computer() -> Result<Self, PolicyProblem> {
        Self::read(&folder())
    }

    /// The policy in a folder.
    ///
    /// # Errors
    /// See [`PolicyProblem`].
    pub fn read(folder: &Path) -> Result<Self, PolicyProblem> {
        let mut merged = toml::Table::new();
        for path in files(folder)? {
            let text =
                fs::read_to_string(&path).map_err(|cause| PolicyProblem::Unreadable { file: named(&path), cause })?;
            let wrong = |error: toml::de::Error| PolicyProblem::NotUnderstood {
                file: named(&path),
                line: error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1),
            };
            // Each file by itself first, so that the one with the mistake is named.
            toml::from_str::<Self>(&text).map_err(wrong)?;
            lay_over(&mut merged, toml::from_str(&text).map_err(wrong)?);
        }
        let policy: Self =
            merged.try_into().map_err(|_| PolicyProblem::NotUnderstood { file: named(folder), line: 0 })?;
        policy.checked()
    }

    fn checked(self) -> Result<Self, PolicyProblem> {
        let Self { attachments, preview, copies, retention, guideline: _, sending, cases } = &self;
        let bounds = [
            ("attachments.max_megabytes", (1..=64).contains(&attachments.max_megabytes)),
            ("attachments.max_files", (1..=20).contains(&attachments.max_files)),
            ("attachments.max_total_megabytes", (10..=1_000_000).contains(&attachments.max_total_megabytes)),
            ("preview.page_seconds", (1..=60).contains(&preview.page_seconds)),
            ("preview.document_seconds", (1..=600).contains(&preview.document_seconds)),
            ("copies.secure_folders", copies.secure_folders.iter().all(|folder| folder.is_absolute())),
            ("copies.max_hours", (1..=72).contains(&copies.max_hours)),
            ("retention.max_attachment_hours", (1..=720).contains(&retention.max_attachment_hours)),
            ("sending.undo_seconds", sending.undo_seconds <= 60),
            ("cases.unread_days", (1..=90).contains(&cases.unread_days)),
            ("cases.review_hours", (1..=72).contains(&cases.review_hours)),
        ];
        match bounds.into_iter().find(|(_, within)| !within) {
            Some((setting, _)) => Err(PolicyProblem::OutOfBounds { setting }),
            None => Ok(self),
        }
    }
}

/// Where the policy of this computer lies: a folder that only its administrators can write to.
fn folder() -> PathBuf {
    if cfg!(windows) {
        // Not from the environment, which the user decides.
        r"C:\ProgramData\Budkavle\policy.d".into()
    } else if cfg!(target_os = "macos") {
        "/Library/Application Support/Budkavle/policy.d".into()
    } else {
        "/etc/budkavle/policy.d".into()
    }
}

/// The policy files in a folder, by name. None where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, PolicyProblem> {
    let unreadable = |cause| PolicyProblem::Unreadable { file: named(folder), cause };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Replaces value by value, so that a file which mentions one setting of a section leaves the others as they were.
fn lay_over(below: &mut toml::Table, above: toml::Table) {
    for (name, value) in above {
        match (below.get_mut(&name), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                below.insert(name, value);
            }
        }
    }
}

fn named(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(files: &[(&str, &str)]) -> Result<Policy, PolicyProblem> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).expect("ours");
        }
        Policy::read(folder.path())
    }

    #[test]
    fn a_computer_without_a_policy_has_the_safe_one() {
        assert_eq!(Policy::read(Path::new("/nowhere/policy.d")).expect("no policy is no error"), Policy::default());
        assert_eq!(read(&[("notes.txt", "not a policy")]).expect("other files are nothing to us"), Policy::default());
    }

    #[test]
    fn a_later_file_replaces_only_what_it_mentions() {
        let policy = read(&[
            ("20-b.toml", "[copies]\nmax_hours = 2\n"),
            ("10-a.toml", "[copies]\nmax_hours = 8\noriginals = true\n[attachments]\nmax_files = 3\n"),
        ])
        .expect("a policy");
        assert_eq!((policy.copies.max_hours, policy.copies.originals, policy.attachments.max_files), (2, true, 3));
    }

    #[test]
    fn rules_are_taken_harder_and_never_off() {
        let policy = read(&[
            ("10-region.toml", "[guideline]\nid = \"inera\"\n[guideline.rules.survey]\nseverity = \"error\"\n"),
            ("20-unit.toml", "[guideline.rules.long_sentence]\nmost = 20\n"),
        ])
        .expect("a policy");
        assert_eq!(policy.guideline.id, "inera");
        let error = HarderRule { severity: Some(Severity::Error), ..HarderRule::default() };
        assert_eq!(policy.guideline.rules["survey"], error);
        assert_eq!(policy.guideline.rules["long_sentence"].most, Some(20));
        let problem = read(&[("10-a.toml", "[guideline.rules.survey]\nseverity = \"off\"\n")]).expect_err("milder");
        assert!(matches!(problem, PolicyProblem::NotUnderstood { line: 2, .. }), "{problem:?}");
    }

    #[test]
    fn a_policy_that_is_not_understood_is_refused_by_file_and_line() {
        for text in ["[copies]\nmax_ours = 2\n", "[copies]\nmax_hours = \"två\"\n", "[copies]\nmax_hours ="] {
            let problem = read(&[("10-a.toml", "[copies]\n"), ("20-b.toml", text)]).expect_err("not a policy");
            assert!(
                matches!(&problem, PolicyProblem::NotUnderstood { file, line: 2 } if file == "20-b.toml"),
                "{problem:?}"
            );
        }
    }

    #[test]
    fn a_value_outside_its_bounds_is_refused_by_name() {
        for (text, name) in [
            ("[copies]\nmax_hours = 73\n", "copies.max_hours"),
            ("[copies]\nsecure_folders = [\"rum-3\"]\n", "copies.secure_folders"),
            ("[attachments]\nmax_megabytes = 0\n", "attachments.max_megabytes"),
            ("[cases]\nreview_hours = 0\n", "cases.review_hours"),
            ("[cases]\nreview_hours = 73\n", "cases.review_hours"),
        ] {
            let problem = read(&[("10-a.toml", text)]).expect_err("out of bounds");
            assert!(matches!(problem, PolicyProblem::OutOfBounds { setting } if setting == name), "{name}");
        }
    }
}
