//! The files of the work tree.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// A text file that git tracks, or would if it were added.
pub(crate) struct File {
    /// Relative to the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// Whether the name ends with one of these.
    pub(crate) fn is(&self, endings: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    }

    pub(crate) fn is_code(&self) -> bool {
        let code = ["rs", "ts", "tsx", "js", "mjs", "css", "html", "sql", "toml", "json", "sh", "yml", "yaml"];
        !self.is_lock() && (self.is(&code) || self.path == ".ci/run")
    }

    pub(crate) fn is_generated(&self) -> bool {
        self.path.starts_with("ui/src/bindings/")
    }

    pub(crate) fn is_lock(&self) -> bool {
        self.path.ends_with("Cargo.lock") || self.path.ends_with("package-lock.json")
    }
}

/// All of them; what is not UTF-8 is no text and is left out.
pub(crate) fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).expect("this crate lies three folders down");
        let output = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .expect("git is installed");
        assert!(output.status.success(), "the work tree is a git repository");
        let names = String::from_utf8(output.stdout).expect("our file names are UTF-8");
        let files: Vec<File> = names
            .split_terminator('\0')
            .filter_map(|path| {
                let text = std::fs::read_to_string(root.join(path)).ok()?;
                Some(File { path: path.to_owned(), text })
            })
            .collect();
        assert!(files.iter().any(|file| file.path == "Cargo.toml"), "the list starts at the root");
        files
    })
}
