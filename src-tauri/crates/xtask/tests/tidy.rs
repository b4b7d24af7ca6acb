//! The order of the work tree: what no compiler says but every reader relies on. All files that git tracks or would
//! track are read; each test names every offence with its file and line.

mod tidy {
    pub(crate) mod files;
    pub(crate) mod person_numbers;
    pub(crate) mod suppressions;
}

use tidy::files::{File, files};
use tidy::{person_numbers, suppressions};

/// A file of code is split before it is this long …
const LONGEST: usize = 500;
/// … and its author is told when it is this long.
const LONG: usize = 400;

/// Everything that may stand at the top. Anything else hides what a newcomer looks for.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".rustfmt.toml",
    ".config",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "docs",
    "icons",
    "rust-toolchain.toml",
    "src-tauri",
    "tauri.conf.json",
    "tests",
    "ui",
];

/// Fails with every offence on a line of its own.
fn none(offences: Vec<String>) {
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

/// The offences of every line that `offends`, in the files that `concerned` chooses.
fn lines(concerned: fn(&File) -> bool, offends: fn(&str) -> Option<&'static str>) -> Vec<String> {
    let mut offences = Vec::new();
    for file in files().iter().filter(|file| concerned(file)) {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(what) = offends(line) {
                offences.push(format!("{}:{}: {what}", file.path, number + 1));
            }
        }
    }
    offences
}

#[test]
fn no_file_of_code_is_too_long_to_read() {
    let mut offences = Vec::new();
    for file in files().iter().filter(|file| file.is(&["rs", "ts", "tsx"]) && !file.is_generated()) {
        let length = file.text.lines().count();
        if length > LONGEST {
            offences.push(format!("{} has {length} lines: split it by reason to change", file.path));
        } else if length > LONG {
            println!("{} has {length} lines, and may have {LONGEST}", file.path);
        }
    }
    none(offences);
}

#[test]
fn nothing_is_left_to_be_done_later() {
    let marks = |line: &str| {
        // Put together here, so that this file does not offend.
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("HA", "CK:")]
            .iter()
            .any(|mark| line.contains(mark))
            .then_some("a note to do something later")
    };
    none(lines(|file| file.is_code() && !file.is_generated(), marks));
}

#[test]
fn no_test_is_switched_off() {
    none(lines(
        |file| file.is(&["rs"]),
        |line| line.trim_start().starts_with(concat!("#[ig", "nore")).then_some("a test that never runs"),
    ));
    none(lines(
        |file| file.is(&["ts", "tsx", "js", "mjs"]),
        |line| {
            ["it", "test", "describe"]
                .iter()
                .flat_map(|word| ["skip", "only", "todo", "fails"].map(|how| format!("{word}.{how}(")))
                .any(|call| line.contains(&call))
                .then_some("a test that never runs, or keeps others from running")
        },
    ));
}

#[test]
fn every_suppression_gives_its_reason() {
    let mut offences = Vec::new();
    for file in files() {
        let found = if file.is(&["rs"]) {
            suppressions::in_rust(&file.text)
        } else if file.is(&["ts", "tsx", "js", "mjs", "css"]) {
            suppressions::in_script(&file.text)
        } else {
            continue;
        };
        offences.extend(found.iter().map(|line| format!("{}:{line}: a suppression without a reason", file.path)));
    }
    none(offences);
}

#[test]
fn only_the_store_speaks_sql() {
    none(lines(
        |file| {
            let elsewhere = file.is(&["rs", "sql"]) && !file.path.starts_with("src-tauri/crates/store/");
            elsewhere && file.path != "src-tauri/crates/xtask/tests/tidy.rs"
        },
        |line| {
            ["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "ALTER TABLE ", "PRAGMA "]
                .iter()
                .any(|word| line.contains(word))
                .then_some("SQL outside src-tauri/crates/store")
        },
    ));
}

#[test]
fn only_the_platform_folder_knows_tauri_and_only_the_reorder_folder_knows_the_drag_library() {
    none(lines(
        |file| file.is(&["ts", "tsx"]) && !file.path.starts_with("ui/src/platform/"),
        |line| imports(line, "@tauri-apps/").then_some("Tauri outside ui/src/platform"),
    ));
    none(lines(
        |file| file.is(&["ts", "tsx"]) && !file.path.contains("/reorder/"),
        |line| imports(line, "@dnd-kit/").then_some("the drag library outside a reorder folder"),
    ));
}

/// Whether the line of script takes something from a package whose name starts so.
fn imports(line: &str, package: &str) -> bool {
    line.split_once(package).is_some_and(|(before, _)| {
        let before = before.trim_end_matches(['\'', '"']).trim_end();
        ["from", "import", "import(", "require(", "mock("].iter().any(|word| before.ends_with(word))
    })
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    none(lines(
        |file| !file.is_lock(),
        |line| {
            [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Use", "rs/")]
                .iter()
                .any(|start| line.match_indices(start).any(|(at, _)| starts_a_path(line, at)))
                .then_some("an absolute path of one machine")
        },
    ));
}

/// Whether what stands at `at` begins a path, rather than being the middle of a longer or relative one.
fn starts_a_path(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    before.is_none_or(|c| !(c.is_alphanumeric() || ['.', '_', '-', '}', '~', '/', '*'].contains(&c)))
}

#[test]
fn the_top_level_holds_only_what_belongs_there() {
    let mut unknown: Vec<&str> =
        files().iter().filter_map(|file| file.path.split('/').next()).filter(|name| !TOP.contains(name)).collect();
    unknown.dedup();
    assert!(unknown.is_empty(), "not a place at the top: {}", unknown.join(", "));
}

#[test]
fn every_crate_says_what_it_is() {
    let metadata = cargo_metadata::MetadataCommand::new().no_deps().exec().expect("cargo describes the workspace");
    let mut offences = Vec::new();
    for target in metadata.workspace_packages().into_iter().flat_map(|package| &package.targets) {
        let told =
            ["lib", "bin", "test", "example"].iter().any(|kind| target.kind.iter().any(|of| of.to_string() == *kind));
        let text = std::fs::read_to_string(&target.src_path).unwrap_or_default();
        if told && !text.starts_with("//! ") {
            offences.push(format!("{} does not begin with what it is (//!)", target.src_path));
        }
    }
    none(offences);
}

#[test]
fn no_real_persons_number_is_in_the_tree() {
    let mut offences = Vec::new();
    for file in files().iter().filter(|file| !file.is_lock()) {
        for (number, line) in file.text.lines().enumerate() {
            if person_numbers::suspicious(line) {
                offences.push(format!("{}:{}: could be a living person's number", file.path, number + 1));
            }
        }
    }
    none(offences);
}
