//! What the program is started with.

use std::path::{Path, PathBuf};

/// Start options.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Fill a new store with *Exempelmottagningen*.
    pub(crate) example: bool,
    /// Sign in to the example with this account, for showing and measuring.
    pub(crate) sign_in: Option<String>,
    profile: Option<PathBuf>,
}

const USAGE: &str = "Användning: budkavle [--example [--sign-in KONTO]] [--profile MAPP]";

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    /// The usage text, when something is not understood.
    pub(crate) fn read(given: impl Iterator<Item = String>) -> Result<Self, &'static str> {
        let mut arguments = Self::default();
        let mut given = given;
        while let Some(argument) = given.next() {
            match argument.as_str() {
                "--example" => arguments.example = true,
                "--sign-in" if arguments.example => arguments.sign_in = Some(given.next().ok_or(USAGE)?),
                "--profile" => arguments.profile = Some(given.next().ok_or(USAGE)?.into()),
                _ => return Err(USAGE),
            }
        }
        Ok(arguments)
    }

    /// The profile's folder: as given, or in the person's own, not roaming, data folder. The example never shares one with
    /// real work.
    pub(crate) fn profile(&self, local_data: &Path) -> PathBuf {
        let name = if self.example { "budkavle-exempel" } else { "budkavle" };
        self.profile.clone().unwrap_or_else(|| local_data.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &[&str]) -> Result<Arguments, &'static str> {
        Arguments::read(given.iter().map(|text| (*text).to_owned()))
    }

    #[test]
    fn the_example_has_a_profile_of_its_own() {
        let place = |given: &[&str]| read(given).map(|arguments| arguments.profile(Path::new("data")));
        assert_eq!(place(&[]), Ok("data/budkavle".into()));
        assert_eq!(place(&["--example"]), Ok("data/budkavle-exempel".into()));
        assert_eq!(place(&["--example", "--profile", "x"]), Ok("x".into()));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(read(&["--sign-in", "karin"]), Err(USAGE));
        assert_eq!(read(&["--profile"]), Err(USAGE));
        assert_eq!(read(&["hej"]), Err(USAGE));
    }
}
