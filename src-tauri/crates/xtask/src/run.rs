//! `cargo xtask run`: the application in a window, or a picture of that window.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::ground::{self, Ground};
use crate::packages::Ability;
use crate::plan::{Failure, Outcome, Plan};
use crate::sandbox::Sandbox;
use crate::{picture, process, setup};

/// How long the window may take until it can be used, on the slowest machine.
pub(crate) const READY_LIMIT: Duration = Duration::from_secs(90);
/// Asks the application to print the line [`READY`].
pub(crate) const REPORT_READY: &str = "BUDKAVLE_REPORT_READY";
/// What the application prints when its window can be used.
pub(crate) const READY: &str = "ready";
/// The child process that attachments are read with.
const RENDERER: &str = "budkavle-render";
/// The window's title, which never holds more than the product's name.
const TITLE: &str = "Budkavle";

/// What the window opens on.
#[derive(Debug, PartialEq, Eq)]
enum Opening {
    /// The example unit.
    Example,
    /// The first-run assistant, in a profile nobody has used.
    New,
}

#[derive(Debug, PartialEq, Eq)]
struct Wish {
    opening: Opening,
    profile: Option<PathBuf>,
    screenshot: Option<PathBuf>,
    optimised: bool,
}

pub(crate) fn command(words: &[&str]) -> Result<(), Failure> {
    let wish = Wish::parse(words)?;
    let ground = Ground::survey()?;
    if wish.screenshot.is_none() && cfg!(target_os = "linux") && !has_display() {
        return Err(Failure::Missing(
            "här finns ingen skärm. `cargo xtask run --screenshot FIL.png` startar på en virtuell och sparar en bild"
                .into(),
        ));
    }
    let abilities: &[Ability] =
        if wish.screenshot.is_some() { &[Ability::Build, Ability::Picture] } else { &[Ability::Build] };
    let mut plan = Plan::default();
    setup::steps(&mut plan, &ground, abilities);
    plan.must("Bygger Budkavle (första gången några minuter)", || build(&ground, wish.optimised));
    match &wish.screenshot {
        Some(file) => plan.must("Startar på en virtuell skärm och tar en bild", || photograph(&ground, &wish, file)),
        None => plan.must("Öppnar fönstret; stäng det för att avsluta", || show(&ground, &wish)),
    }
    plan.carry_out().verdict()
}

/// Builds the application and the child process that it reads attachments with.
pub(crate) fn build(ground: &Ground, optimised: bool) -> Result<Outcome, Failure> {
    if optimised {
        process::loudly(&mut ground.cargo(["build", "--release", "--package", "budkavle"]))?;
        process::loudly(&mut renderer_for_release(ground))?;
    } else {
        let programs = ["build", "--package", "budkavle", "--package", "budkavle-render"];
        process::loudly(&mut ground.cargo(programs))?;
    }
    Ok(Outcome::Done)
}

/// The child as it is shipped. On Linux it brings its C library along: nothing is loaded from the machine before it locks
/// itself in, and it starts sooner. The setting is for this one program; a webview cannot be linked so.
fn renderer_for_release(ground: &Ground) -> Command {
    let mut cargo = ground.cargo(["rustc", "--release", "--package", RENDERER, "--bin", RENDERER]);
    if cfg!(target_os = "linux") {
        cargo.args(["--", "-C", "target-feature=+crt-static"]);
    }
    cargo
}

fn show(ground: &Ground, wish: &Wish) -> Result<Outcome, Failure> {
    let profile = wish.profile.clone().or_else(|| (wish.opening == Opening::New).then(unused_profile));
    if let Some(profile) = &profile {
        println!("    profil: {}", profile.display());
    }
    let mut application = wish.application(ground);
    if let Some(profile) = profile {
        application.arg("--profile").arg(profile);
    }
    process::loudly(&mut application)?;
    Ok(Outcome::Done)
}

fn photograph(ground: &Ground, wish: &Wish, file: &std::path::Path) -> Result<Outcome, Failure> {
    let sandbox = Sandbox::desktop()?;
    let mut application = wish.application(ground);
    if let Some(profile) = &wish.profile {
        application.arg("--profile").arg(profile);
    }
    application.env(REPORT_READY, "1").stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = process::spawn(sandbox.around(&mut application))?;
    let ready = process::line_from(&mut child, READY_LIMIT, |line| line.trim() == READY);
    let taken = match ready {
        Some(_) => picture::take(&sandbox, TITLE, file),
        None => Err(Failure::TooSlow { what: "Budkavle".into(), limit: READY_LIMIT }),
    };
    process::end(&mut child);
    taken?;
    println!("    {}", file.display());
    Ok(Outcome::Done)
}

impl Wish {
    fn parse(words: &[&str]) -> Result<Self, Failure> {
        let mut wish = Self { opening: Opening::Example, profile: None, screenshot: None, optimised: false };
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            let mut value = || {
                let value = rest.next().filter(|value| !value.starts_with("--"));
                value.map(PathBuf::from).ok_or_else(|| Failure::Usage(format!("{word} utan värde")))
            };
            match *word {
                "--new" => wish.opening = Opening::New,
                "--release" => wish.optimised = true,
                "--profile" => wish.profile = Some(value()?),
                "--screenshot" => wish.screenshot = Some(value()?),
                unknown => return Err(Failure::Usage(format!("run {unknown}"))),
            }
        }
        Ok(wish)
    }

    /// The built application, to be opened as wished.
    fn application(&self, ground: &Ground) -> Command {
        let folder = ground.built(if self.optimised { "release" } else { "debug" });
        let mut command = process::mortal(folder.join(format!("budkavle{}", env::consts::EXE_SUFFIX)));
        if self.opening == Opening::Example {
            command.arg("--example");
        }
        command
    }
}

/// A profile folder for a trial from the beginning. An earlier trial's is left alone: it may be wanted.
fn unused_profile() -> PathBuf {
    let data = ground::xdg("XDG_DATA_HOME", ".local/share");
    (1_u32..)
        .map(|number| if number == 1 { "budkavle-prova".to_owned() } else { format!("budkavle-prova-{number}") })
        .map(|name| data.join(name))
        .find(|folder| !folder.exists())
        .unwrap_or_else(|| data.join("budkavle-prova"))
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_without_words_opens_the_example_unit() {
        let wish = Wish::parse(&[]).expect("no words are fine");
        assert_eq!(wish, Wish { opening: Opening::Example, profile: None, screenshot: None, optimised: false });
    }

    #[test]
    fn words_can_be_combined_in_any_order() {
        let wish =
            Wish::parse(&["--screenshot", "a.png", "--release", "--profile", "p", "--new"]).expect("all are known");
        let expected = Wish {
            opening: Opening::New,
            profile: Some("p".into()),
            screenshot: Some("a.png".into()),
            optimised: true,
        };
        assert_eq!(wish, expected);
    }

    #[test]
    fn an_option_never_takes_the_next_option_for_its_value() {
        assert!(Wish::parse(&["--screenshot", "--new"]).is_err());
        assert!(Wish::parse(&["--profile"]).is_err());
        assert!(Wish::parse(&["--whatever"]).is_err());
    }
}
