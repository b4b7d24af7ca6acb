//! The places this work tree uses, and how our programs are called.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::{Metadata, MetadataCommand, Package, TargetKind};

use crate::plan::Failure;

/// The package that holds the tests of whole use cases.
const TESTS: &str = "budkavle-tests";

/// The work tree, as cargo sees it.
pub(crate) struct Ground {
    metadata: Metadata,
}

impl Ground {
    /// Asks cargo where things are.
    pub(crate) fn survey() -> Result<Self, Failure> {
        MetadataCommand::new()
            .no_deps()
            .exec()
            .map(|metadata| Self { metadata })
            .map_err(|cause| Failure::Broken(format!("cargo metadata: {cause}")))
    }

    /// The folder with the workspace's `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        self.metadata.workspace_root.as_std_path()
    }

    /// The user interface's folder.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root().join("ui")
    }

    /// Where cargo puts what it builds, for the given profile folder (`debug`, `release`).
    pub(crate) fn built(&self, profile: &str) -> PathBuf {
        self.metadata.target_directory.as_std_path().join(profile)
    }

    /// Where tools of the project's own are kept between runs.
    pub(crate) fn tools(&self) -> PathBuf {
        xdg("XDG_CACHE_HOME", ".cache").join("budkavle").join("tools")
    }

    /// The crates with rules: those that build without a webview and without this program.
    pub(crate) fn core_packages(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.metadata.workspace_default_packages().iter().map(|package| package.name.as_str()).collect();
        names.push(env!("CARGO_PKG_NAME"));
        names
    }

    /// Those of the core packages that are libraries, which alone can have examples in their documentation.
    pub(crate) fn core_libraries(&self) -> Vec<&str> {
        let core = self.core_packages();
        self.workspace()
            .filter(|package| package.targets.iter().any(|target| target.is_kind(TargetKind::Lib)))
            .map(|package| package.name.as_str())
            .filter(|name| core.contains(name))
            .collect()
    }

    /// The packages whose tests write the TypeScript bindings.
    pub(crate) fn binding_packages(&self) -> Vec<&str> {
        self.workspace()
            .filter(|package| package.dependencies.iter().any(|dependency| dependency.name == "ts-rs"))
            .map(|package| package.name.as_str())
            .collect()
    }

    /// Whether the workspace has a binary of this name.
    pub(crate) fn has_binary(&self, name: &str) -> bool {
        self.workspace()
            .flat_map(|package| &package.targets)
            .any(|target| target.name == name && target.is_kind(TargetKind::Bin))
    }

    /// Whether the workspace has an example program of this name.
    pub(crate) fn has_example(&self, name: &str) -> bool {
        self.workspace()
            .flat_map(|package| &package.targets)
            .any(|target| target.name == name && target.is_kind(TargetKind::Example))
    }

    /// The test programs of [`TESTS`], by name.
    pub(crate) fn whole_tests(&self) -> Vec<&str> {
        self.workspace()
            .filter(|package| package.name.as_str() == TESTS)
            .flat_map(|package| &package.targets)
            .filter(|target| target.is_kind(TargetKind::Test))
            .map(|target| target.name.as_str())
            .collect()
    }

    fn workspace(&self) -> impl Iterator<Item = &Package> {
        self.metadata.workspace_packages().into_iter()
    }

    /// Cargo, at the root.
    pub(crate) fn cargo<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words).current_dir(self.root());
        // What cargo told this program about itself must not be taken for what the next cargo builds.
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
                command.env_remove(name);
            }
        }
        command
    }

    /// npm, in the user interface's folder.
    pub(crate) fn npm<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command.args(words).current_dir(self.ui());
        command
    }
}

/// The XDG folder: the variable's, or `fallback` in the home folder.
pub(crate) fn xdg(variable: &str, fallback: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| home().join(fallback), PathBuf::from)
}

/// The home folder; the current folder on a machine that names none.
pub(crate) fn home() -> PathBuf {
    env::home_dir().unwrap_or_default()
}
