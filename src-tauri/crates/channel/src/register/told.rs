//! What a line tells of a citizen's standing, in Swedish words.

use domain::{
    PersonNumber,
    citizen::{Account, Guardian, GuardianAccess, Protection, Registration, Standing},
};
use jiff::civil::Date;

use super::LineProblem;

/// What a line tells of a citizen's standing: nothing where the file has no such column, and what nothing is told of stays as it is
/// known. An empty cell in a column tells that what holds for most holds here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    login: Option<Login>,
    notices: Option<Notices>,
    registration: Option<Registration>,
    protection: Option<Protection>,
    new_number: Option<Option<PersonNumber>>,
    guardians: Option<Vec<Guardian>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Login {
    #[default]
    Active,
    Never,
    Locked,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Notices {
    #[default]
    On,
    Off,
}

impl Told {
    /// What is known once this has been told of somebody of whom `known` was known.
    #[must_use]
    pub fn over(&self, known: &Standing) -> Standing {
        let (login, notices) = match known.account {
            Account::Active => (Login::Active, Notices::On),
            Account::ActiveWithoutNotices => (Login::Active, Notices::Off),
            Account::NeverSignedIn => (Login::Never, Notices::On),
            Account::Locked => (Login::Locked, Notices::On),
        };
        let account = match (self.login.unwrap_or(login), self.notices.unwrap_or(notices)) {
            (Login::Active, Notices::On) => Account::Active,
            (Login::Active, Notices::Off) => Account::ActiveWithoutNotices,
            (Login::Never, _) => Account::NeverSignedIn,
            (Login::Locked, _) => Account::Locked,
        };
        Standing {
            account,
            registration: self.registration.unwrap_or(known.registration),
            protection: self.protection.unwrap_or(known.protection),
            new_number: self.new_number.clone().unwrap_or_else(|| known.new_number.clone()),
            guardians: self.guardians.clone().unwrap_or_else(|| known.guardians.clone()),
        }
    }
}

/// A column whose cells are one of a few words, and what each means.
struct Words<T: 'static> {
    heading: &'static str,
    accepted: &'static [&'static str],
    means: &'static [T],
}

const LOGIN: Words<Login> = Words {
    heading: "konto",
    accepted: &["aktivt", "aldrig inloggad", "låst", "spärrat"],
    means: &[Login::Active, Login::Never, Login::Locked, Login::Locked],
};
const NOTICES: Words<Notices> =
    Words { heading: "avisering", accepted: &["ja", "nej"], means: &[Notices::On, Notices::Off] };
const REGISTRATION: Words<Registration> = Words {
    heading: "folkbokföring",
    accepted: &["folkbokförd", "avliden", "utvandrad"],
    means: &[Registration::Registered, Registration::Deceased, Registration::Emigrated],
};
const PROTECTION: Words<Protection> = Words {
    heading: "skydd",
    accepted: &["nej", "sekretessmarkering", "skyddad folkbokföring"],
    means: &[Protection::None, Protection::Confidential, Protection::ProtectedRegistration],
};
/// What stands in brackets after a guardian's name.
const ACCESS: Words<GuardianAccess> = Words {
    heading: "vårdnadshavare",
    accepted: &["spärrad", "blockerad", "skyddad"],
    means: &[GuardianAccess::Blocked, GuardianAccess::Blocked, GuardianAccess::Protected],
};

impl<T: Copy> Words<T> {
    fn read(&self, cell: &str) -> Result<T, LineProblem> {
        let word = cell.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let at = self.accepted.iter().position(|accepted| *accepted == word);
        let unknown = LineProblem::UnknownWord { column: self.heading, accepted: self.accepted };
        at.and_then(|at| self.means.get(at)).copied().ok_or(unknown)
    }
}

impl<T: Copy + Default> Words<T> {
    fn read_or_default(&self, cell: &str) -> Result<T, LineProblem> {
        if cell.is_empty() { Ok(T::default()) } else { self.read(cell) }
    }
}

/// Where in a line what is told stands.
pub(super) struct ToldColumns {
    login: Option<usize>,
    notices: Option<usize>,
    registration: Option<usize>,
    protection: Option<usize>,
    new_number: Option<usize>,
    guardians: Option<usize>,
}

impl ToldColumns {
    /// `column` finds the place of the first heading that is one of several.
    pub(super) fn find(column: impl Fn(&[&str]) -> Option<usize>) -> Self {
        Self {
            login: column(&["konto"]),
            notices: column(&["avisering"]),
            registration: column(&["folkbokföring", "folkbokforing"]).or_else(|| column(&["status"])),
            protection: column(&["skydd"]),
            new_number: column(&["nytt personnummer"]),
            guardians: column(&["vårdnadshavare", "vardnadshavare"]),
        }
    }

    /// What a line tells of the citizen with this number; `cell` gives what stands in a column.
    pub(super) fn read<'a>(
        &self,
        cell: impl Fn(usize) -> &'a str,
        number: &PersonNumber,
        today: Date,
    ) -> Result<Told, LineProblem> {
        Ok(Told {
            login: self.login.map(|at| LOGIN.read_or_default(cell(at))).transpose()?,
            notices: self.notices.map(|at| NOTICES.read_or_default(cell(at))).transpose()?,
            registration: self.registration.map(|at| REGISTRATION.read_or_default(cell(at))).transpose()?,
            protection: self.protection.map(|at| PROTECTION.read_or_default(cell(at))).transpose()?,
            new_number: self.new_number.map(|at| new_number(cell(at), number, today)).transpose()?,
            guardians: self.guardians.map(|at| guardians(cell(at))).transpose()?,
        })
    }
}

fn new_number(cell: &str, old: &PersonNumber, today: Date) -> Result<Option<PersonNumber>, LineProblem> {
    if cell.is_empty() {
        return Ok(None);
    }
    let new = PersonNumber::parse(cell, today).map_err(|reason| LineProblem::NewNumber { reason })?;
    if new == *old { Err(LineProblem::NewNumberIsOld) } else { Ok(Some(new)) }
}

/// "Bo Ek / Cia Ek (spärrad)".
fn guardians(cell: &str) -> Result<Vec<Guardian>, LineProblem> {
    cell.split('/').map(str::trim).filter(|part| !part.is_empty()).map(guardian).collect()
}

fn guardian(part: &str) -> Result<Guardian, LineProblem> {
    let bracketed = part.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let (name, access) = match bracketed {
        Some((name, word)) => (name.trim(), ACCESS.read(word)?),
        None => (part, GuardianAccess::Reads),
    };
    if name.is_empty() { Err(LineProblem::GuardianUnnamed) } else { Ok(Guardian { name: name.to_owned(), access }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::read;
    use domain::PersonNumberProblem;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);
    const HEADINGS: &str = "Personnummer;Namn; KONTO ;avisering;Status;skydd;Nytt Personnummer;vårdnadshavare";

    /// What one line with these cells tells, over what is known.
    fn told(cells: &str, known: &Standing) -> Result<Standing, LineProblem> {
        let text = format!("{HEADINGS}\n191212121212;Tolvan Tolvansson;{cells}\n");
        let line = read(&text, TODAY).expect("a register").remove(0);
        line.outcome.map(|row| row.told.over(known))
    }

    fn everything() -> Standing {
        Standing {
            account: Account::Locked,
            registration: Registration::Emigrated,
            protection: Protection::ProtectedRegistration,
            new_number: Some(PersonNumber::parse("199001189811", TODAY).expect("a test number")),
            guardians: vec![
                Guardian { name: "Bo Ek".into(), access: GuardianAccess::Reads },
                Guardian { name: "Cia Ek".into(), access: GuardianAccess::Blocked },
                Guardian { name: "Dag Ek".into(), access: GuardianAccess::Protected },
            ],
        }
    }

    #[test]
    fn every_word_is_understood_whatever_its_case_and_blanks() {
        let line = "LÅST; ja ;Utvandrad;Skyddad  folkbokföring;900118-9811;Bo Ek/ Cia Ek ( Spärrad) / Dag Ek (skyddad)";
        assert_eq!(told(line, &Standing::default()), Ok(everything()));
        let accounts = [
            ("aktivt;ja", Account::Active),
            ("aktivt;NEJ", Account::ActiveWithoutNotices),
            (";nej", Account::ActiveWithoutNotices),
            ("Aldrig inloggad;nej", Account::NeverSignedIn),
            ("spärrat;nej", Account::Locked),
        ];
        for (cells, account) in accounts {
            assert_eq!(
                told(&format!("{cells};;;;"), &Standing::default()).map(|told| told.account),
                Ok(account),
                "{cells}"
            );
        }
        for (cells, registration) in [("folkbokförd", Registration::Registered), ("avliden", Registration::Deceased)] {
            let standing = told(&format!(";;{cells};;;"), &Standing::default());
            assert_eq!(standing.map(|told| told.registration), Ok(registration));
        }
        for (cells, protection) in [("nej", Protection::None), ("sekretessmarkering", Protection::Confidential)] {
            let standing = told(&format!(";;;{cells};;"), &Standing::default());
            assert_eq!(standing.map(|told| told.protection), Ok(protection));
        }
    }

    #[test]
    fn every_accepted_word_means_something() {
        assert_eq!(LOGIN.accepted.len(), LOGIN.means.len());
        assert_eq!(NOTICES.accepted.len(), NOTICES.means.len());
        assert_eq!(REGISTRATION.accepted.len(), REGISTRATION.means.len());
        assert_eq!(PROTECTION.accepted.len(), PROTECTION.means.len());
        assert_eq!(ACCESS.accepted.len(), ACCESS.means.len());
    }

    #[test]
    fn an_empty_cell_tells_what_holds_for_most() {
        assert_eq!(told(";;;;;", &everything()), Ok(Standing::default()));
    }

    /// Who is protected or locked must not become reachable by a file from a system that knows nothing of it.
    #[test]
    fn a_column_that_is_not_there_leaves_what_is_known() {
        let text = "personnummer;namn\n191212121212;Tolvan Tolvansson\n";
        let row = read(text, TODAY).expect("a register").remove(0).outcome.expect("a citizen");
        assert_eq!(row.told.over(&everything()), everything());
        let text = "personnummer;namn;avisering\n191212121212;Tolvan Tolvansson;nej\n";
        let row = read(text, TODAY).expect("a register").remove(0).outcome.expect("a citizen");
        assert_eq!(row.told.over(&everything()), everything(), "notices say nothing of a locked account");
        assert_eq!(row.told.over(&Standing::default()).account, Account::ActiveWithoutNotices);
    }

    #[test]
    fn an_unknown_word_is_told_with_those_that_are_known() {
        for (cells, column, accepted) in [
            ("kanske;;;;;", "konto", LOGIN.accepted),
            (";ibland;;;;", "avisering", NOTICES.accepted),
            (";;flyttat;;;", "folkbokföring", REGISTRATION.accepted),
            (";;;ja;;", "skydd", PROTECTION.accepted),
            (";;;;;Bo Ek (okänd)", "vårdnadshavare", ACCESS.accepted),
        ] {
            assert_eq!(
                told(cells, &Standing::default()),
                Err(LineProblem::UnknownWord { column, accepted }),
                "{cells}"
            );
        }
    }

    #[test]
    fn a_new_number_must_be_one_and_another() {
        let wrong = told(";;;;199001189812;", &Standing::default());
        assert_eq!(wrong, Err(LineProblem::NewNumber { reason: PersonNumberProblem::CheckDigit }));
        assert_eq!(told(";;;;19121212-1212;", &Standing::default()), Err(LineProblem::NewNumberIsOld));
        assert_eq!(told(";;;;;(spärrad)", &Standing::default()), Err(LineProblem::GuardianUnnamed));
    }
}
