//! The command line.

use std::{env, path::PathBuf};

use app::headless::ClockTrust;

pub(crate) const USAGE: &str = "\
Användning: budkavlectl KOMMANDO [--example | --profile MAPP]

Kommandon:
  purge --due [--trust-clock]
                 Gallrar allt vars tid har gått ut. Behöver varken nyckel eller inloggning.
                 Med --trust-clock gäller datorns klocka, även om den har hoppat framåt.
  purge --install
                 Låter datorn gallra profilen själv: var femtonde minut, vid inloggning och
                 så snart som möjligt när datorn har varit avstängd. Kan köras om.
  purge --remove Tar bort datorns gallringsjobb för profilen.
  purge --print  Visar jobbet utan att ändra något.
  verify-log     Kontrollerar att loggen och gallringskvittona är hela. Kräver att Budkavle är stängt.
  selftest       Prövar om den skyddade visningen av bilagor håller på den här datorn. Behöver ingen profil.
  help           Visar den här texten.
  version        Visar versionen.

Utan --profile används den egna profilen; --example är exempelmottagningens.

Avslutningskod: 0 allt är som det ska, 1 något är fel med det som kontrollerades,
2 kommandot är inte begripligt, 3 det gick inte att kontrollera.";

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    PurgeDue(ClockTrust),
    InstallJob,
    RemoveJob,
    PrintJob,
    VerifyLog,
    SelfTest,
    Help,
    Version,
}

/// The command line, understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) command: Command,
    pub(crate) profile: PathBuf,
}

/// The command line was not understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unclear;

/// Where this user's programs keep their data: the same folder that the desktop program uses.
pub(crate) struct Folders {
    data: PathBuf,
}

impl Folders {
    pub(crate) fn of_this_user() -> Self {
        let from = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let data = if cfg!(windows) {
            from("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            from("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            from("XDG_DATA_HOME").or_else(|| from("HOME").map(|home| home.join(".local/share")))
        };
        Self { data: data.unwrap_or_default() }
    }
}

pub(crate) fn read(given: impl Iterator<Item = String>, folders: Folders) -> Result<Arguments, Unclear> {
    let mut words = Vec::new();
    let mut profile = folders.data.join("budkavle");
    let mut given = given;
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--profile" => profile = given.next().ok_or(Unclear)?.into(),
            "--example" => profile = folders.data.join("budkavle-exempel"),
            _ => words.push(argument),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let command = match words.as_slice() {
        ["purge", "--due"] => Command::PurgeDue(ClockTrust::Proven),
        ["purge", "--due", "--trust-clock"] => Command::PurgeDue(ClockTrust::AsItStands),
        ["purge", "--install"] => Command::InstallJob,
        ["purge", "--remove"] => Command::RemoveJob,
        ["purge", "--print"] => Command::PrintJob,
        ["verify-log"] => Command::VerifyLog,
        ["selftest"] => Command::SelfTest,
        ["help" | "--help" | "-h"] => Command::Help,
        ["version" | "--version"] => Command::Version,
        _ => return Err(Unclear),
    };
    Ok(Arguments { command, profile })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(given: &[&str]) -> Result<(Command, PathBuf), Unclear> {
        let folders = Folders { data: "data".into() };
        read(given.iter().map(|word| (*word).to_owned()), folders).map(|read| (read.command, read.profile))
    }

    #[test]
    fn the_profile_is_the_desktop_programs_unless_another_is_named() {
        assert_eq!(
            understood(&["purge", "--due"]),
            Ok((Command::PurgeDue(ClockTrust::Proven), "data/budkavle".into()))
        );
        assert_eq!(understood(&["verify-log", "--example"]), Ok((Command::VerifyLog, "data/budkavle-exempel".into())));
        assert_eq!(understood(&["--profile", "x", "verify-log"]), Ok((Command::VerifyLog, "x".into())));
    }

    #[test]
    fn purging_must_be_asked_for_in_full() {
        assert_eq!(
            understood(&["purge", "--due", "--trust-clock"]).map(|(command, _)| command),
            Ok(Command::PurgeDue(ClockTrust::AsItStands))
        );
        assert_eq!(understood(&["purge", "--trust-clock"]), Err(Unclear));
        assert_eq!(understood(&["purge"]), Err(Unclear));
        assert_eq!(understood(&[]), Err(Unclear));
    }
}
