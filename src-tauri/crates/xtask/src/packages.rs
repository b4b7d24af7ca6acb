//! What Debian and Ubuntu call the things we need, and getting what is missing.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use crate::plan::{Failure, Outcome};
use crate::process;

/// What the machine is to be able to do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Ability {
    /// Compile the application.
    Build,
    /// Show its window on a virtual display and take a picture of it.
    Picture,
    /// Drive the window and a browser.
    Test,
    /// Draw a PDF with somebody else's program.
    Compare,
    /// Run the programs that ours are measured against.
    Measure,
    /// Type-check for Windows without rustup's library for it.
    Windows,
}

/// The system, as far as installing goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum System {
    Debian,
    Ubuntu,
    Other,
}

const BUILD: &[&str] = &[
    "build-essential",
    "libdbus-1-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];
const PICTURE: &[&str] = &["dbus", "fonts-dejavu-core", "gnome-keyring", "imagemagick", "x11-utils", "xdotool", "xvfb"];
const TEST: &[&str] = &["dbus-x11", "faketime", "libsecret-tools", "webkit2gtk-driver"];
/// poppler, and what it draws the fonts with that a document does not carry: without them it takes any that it finds.
const COMPARE: &[&str] = &["fonts-urw-base35", "poppler-data", "poppler-utils"];
/// The fonts are those that poppler takes for a document's Helvetica and Times.
const MEASURE: &[&str] = &[
    "age",
    "fonts-urw-base35",
    "libjpeg-turbo-progs",
    "libvips-tools",
    "mupdf-tools",
    "poppler-utils",
    "python3-venv",
    "valgrind",
];
/// A compiler with its library's source, and the C compiler that a dependency's build wants. In Debian's security updates.
const WINDOWS: &[&str] = &["gcc-mingw-w64-x86-64", "rust-web-src", "rustc-web"];
/// Not on Ubuntu, where these names only lead to a snap package.
const BROWSER: &[&str] = &["chromium", "chromium-driver"];

/// Installs exactly what is missing for these abilities.
pub(crate) fn install(abilities: &[Ability]) -> Result<Outcome, Failure> {
    let system = System::of(&fs::read_to_string("/etc/os-release").unwrap_or_default());
    let wanted = wanted(system, abilities);
    if system == System::Other {
        return Ok(Outcome::Skipped(format!(
            "bara Debian och Ubuntu installeras automatiskt. Här behövs motsvarigheten till: {}",
            Vec::from_iter(wanted).join(" ")
        )));
    }
    if system == System::Ubuntu && abilities.contains(&Ability::Test) && browser().is_none() {
        explain_snap();
    }
    let missing = missing(&wanted, &listing(&wanted)?);
    if missing.is_empty() {
        return Ok(Outcome::Unneeded(format!("alla {} systempaket finns", wanted.len())));
    }
    println!("    installerar {}", missing.join(" "));
    // A stale list is better than none: whether the packages can be had is told by the installation itself.
    if let Err(failure) = process::quietly(apt()?.args(["update", "-qq"])) {
        println!("    paketlistan kunde inte uppdateras ({failure}); fortsätter med den som finns");
    }
    process::quietly(apt()?.args(["install", "--yes", "-qq", "--no-install-recommends"]).args(&missing))?;
    Ok(Outcome::Done)
}

/// A Chromium-like browser and its driver, if both are on this machine.
pub(crate) fn browser() -> Option<(std::path::PathBuf, std::path::PathBuf)> {
    let browser = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let driver = ["chromedriver", "chromium.chromedriver"];
    Some((browser.iter().find_map(|name| process::which(name))?, driver.iter().find_map(|name| process::which(name))?))
}

impl System {
    /// Read from the text of `/etc/os-release`.
    fn of(release: &str) -> Self {
        let value = |key: &str| {
            release
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
                .map(|value| value.trim_matches('"').to_owned())
                .unwrap_or_default()
        };
        let family = format!("{} {}", value("ID"), value("ID_LIKE"));
        let is = |name: &str| family.split_whitespace().any(|word| word == name);
        if is("ubuntu") {
            Self::Ubuntu
        } else if is("debian") {
            Self::Debian
        } else {
            Self::Other
        }
    }
}

fn wanted(system: System, abilities: &[Ability]) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    for ability in abilities {
        names.extend(match ability {
            Ability::Build => BUILD,
            Ability::Picture => PICTURE,
            Ability::Test => TEST,
            Ability::Compare => COMPARE,
            Ability::Measure => MEASURE,
            Ability::Windows => WINDOWS,
        });
    }
    if abilities.contains(&Ability::Test) && system != System::Ubuntu {
        names.extend(BROWSER);
    }
    names
}

/// `dpkg-query`'s answer about these packages. It fails for a package it never heard of, which is an answer too.
fn listing(names: &BTreeSet<&str>) -> Result<String, Failure> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"]).args(names).stderr(Stdio::null());
    let output = query.output().map_err(|cause| Failure::NotStarted { program: process::name_of(&query), cause })?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn missing<'a>(wanted: &BTreeSet<&'a str>, listing: &str) -> Vec<&'a str> {
    let present: BTreeSet<&str> = listing
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, status)| *status == "installed")
        .map(|(name, _)| name)
        .collect();
    wanted.iter().copied().filter(|name| !present.contains(name)).collect()
}

/// apt-get that asks no questions, as an administrator.
fn apt() -> Result<Command, Failure> {
    let root = process::output(Command::new("id").arg("-u"))? == "0";
    if !root && process::which("sudo").is_none() {
        return Err(Failure::Missing(
            "systempaket saknas, och varken root eller sudo finns. Be en administratör installera dem".into(),
        ));
    }
    let mut command = if root { Command::new("env") } else { Command::new("sudo") };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    Ok(command)
}

fn explain_snap() {
    println!("    Ubuntu levererar Chromium bara som snap-paket, och det kan inte läsa testens tillfälliga mappar.");
    println!("    Installera Google Chrome och chromedriver, eller Debians chromium, så används de. Utan dem");
    println!("    misslyckas de test som är invånarens webbläsare; allt annat går att köra.");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_known_by_its_release_file() {
        assert_eq!(System::of("ID=debian\nVERSION_ID=\"12\"\n"), System::Debian);
        assert_eq!(System::of("ID=ubuntu\nID_LIKE=debian\n"), System::Ubuntu);
        assert_eq!(System::of("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), System::Ubuntu);
        assert_eq!(System::of("ID=fedora\n"), System::Other);
        assert_eq!(System::of(""), System::Other);
    }

    #[test]
    fn exactly_what_is_not_installed_is_missing() {
        let wanted = BTreeSet::from(["a-removed", "b-present", "c-unheard-of"]);
        assert_eq!(missing(&wanted, "a-removed config-files\nb-present installed\n"), ["a-removed", "c-unheard-of"]);
    }

    #[test]
    fn the_browser_is_only_asked_of_apt_where_it_is_a_real_package() {
        assert!(wanted(System::Debian, &[Ability::Test]).contains("chromium"));
        assert!(!wanted(System::Ubuntu, &[Ability::Test]).contains("chromium"));
        assert!(!wanted(System::Debian, &[Ability::Build]).contains("chromium"));
    }
}
