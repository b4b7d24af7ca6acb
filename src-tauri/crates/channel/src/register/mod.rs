//! The citizen register as a CSV file.
//!
//! Columns are found by their headings, in any order and case: `personnummer`, `namn` (or `förnamn` and `efternamn`), and
//! optionally `vårdrelation` and what is known of the citizen's standing: `konto`, `avisering`, `folkbokföring` (or `status`), `skydd`,
//! `nytt personnummer` and `vårdnadshavare`. Semicolon, comma and tab all separate; journal systems differ.

mod told;

use std::collections::HashMap;

use domain::{PersonNumber, PersonNumberProblem};
use jiff::civil::Date;
use serde::Serialize;

pub use told::Told;
use told::ToldColumns;

/// Lines at most in one file.
pub const MAX_LINES: usize = 100_000;

/// A citizen as a line of the file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Personal number.
    pub number: PersonNumber,
    /// Name.
    pub name: String,
    /// Care relation, if the file tells.
    pub care_relation: Option<String>,
    /// What the file tells of their standing.
    pub told: Told,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "problem")]
pub enum LineProblem {
    /// The personal number is not one.
    Number {
        /// Why.
        reason: PersonNumberProblem,
    },
    /// There is no name.
    NameMissing,
    /// A cell has another word than those that the column can have. The word is not told: it may be about a person.
    UnknownWord {
        /// The column's heading.
        column: &'static str,
        /// The words that it can have.
        #[ts(as = "Vec<String>")]
        accepted: &'static [&'static str],
    },
    /// The new personal number is not one.
    NewNumber {
        /// Why.
        reason: PersonNumberProblem,
    },
    /// The new personal number is the one that it is to replace.
    NewNumberIsOld,
    /// A guardian has no name.
    GuardianUnnamed,
    /// The same personal number stands on an earlier line.
    Repeated {
        /// That line, counted from 1 with the heading.
        line: usize,
    },
    /// The line cannot be read (a quotation mark that is never closed, or not text).
    Unreadable,
}

/// A line of the file, counted from 1 with the heading, as a spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Line number.
    pub line: usize,
    /// The citizen, or what is wrong.
    pub outcome: Result<Row, LineProblem>,
}

/// The text is not a citizen register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotARegister {
    /// The first line has no columns `personnummer` and `namn`.
    #[error("columns not recognised")]
    Columns,
    /// More than [`MAX_LINES`].
    #[error("too many lines")]
    TooLong,
}

/// Reads every line; one bad line does not hide the others.
///
/// # Errors
/// When the text as a whole is not a register.
pub fn read(text: &str, today: Date) -> Result<Vec<Line>, NotARegister> {
    let text = text.trim_start_matches('\u{feff}');
    let heading = text.lines().next().unwrap_or_default();
    let separator = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|candidate| heading.bytes().filter(|byte| byte == candidate).count())
        .unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns = Columns::find(reader.headers().map_err(|_| NotARegister::Columns)?).ok_or(NotARegister::Columns)?;

    let mut lines = Vec::new();
    let mut first_seen: HashMap<PersonNumber, usize> = HashMap::new();
    let mut place = Place { text: text.as_bytes(), byte: 0, line: 1 };
    for record in reader.records() {
        if lines.len() == MAX_LINES {
            return Err(NotARegister::TooLong);
        }
        let line = match &record {
            Ok(record) => place.line_at(record.position().map_or(0, csv::Position::byte)),
            Err(error) => place.line_at(error.position().map_or(0, csv::Position::byte)),
        };
        let outcome = match record {
            Err(_) => Err(LineProblem::Unreadable),
            Ok(record) if record.iter().all(str::is_empty) => continue,
            Ok(record) => columns.row(&record, today),
        };
        let outcome = outcome.and_then(|row| match first_seen.get(&row.number) {
            Some(earlier) => Err(LineProblem::Repeated { line: *earlier }),
            None => {
                first_seen.insert(row.number.clone(), line);
                Ok(row)
            }
        });
        lines.push(Line { line, outcome });
    }
    Ok(lines)
}

/// A place in the text, and its line as a spreadsheet counts. The reader's own count leaves out the empty lines that it
/// passes over before a record.
struct Place<'a> {
    text: &'a [u8],
    byte: usize,
    line: usize,
}

impl Place<'_> {
    /// The line of the first character at or after `byte`. Goes forward only.
    fn line_at(&mut self, byte: u64) -> usize {
        let wanted = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(character) = self.text.get(self.byte)
            && (self.byte < wanted || matches!(character, b'\n' | b'\r'))
        {
            self.line += usize::from(*character == b'\n');
            self.byte += 1;
        }
        self.line
    }
}

struct Columns {
    number: usize,
    name: NameColumns,
    care_relation: Option<usize>,
    told: ToldColumns,
}

enum NameColumns {
    Whole(usize),
    Parts { given: usize, family: usize },
}

impl Columns {
    fn find(headings: &csv::StringRecord) -> Option<Self> {
        let column =
            |names: &[&str]| headings.iter().position(|heading| names.contains(&heading.to_lowercase().as_str()));
        let name = match column(&["namn", "name"]) {
            Some(whole) => NameColumns::Whole(whole),
            None => NameColumns::Parts { given: column(&["förnamn", "fornamn"])?, family: column(&["efternamn"])? },
        };
        Some(Self {
            number: column(&["personnummer", "pnr", "person-id"])?,
            name,
            care_relation: column(&["vårdrelation", "vardrelation"]),
            told: ToldColumns::find(column),
        })
    }

    fn row(&self, record: &csv::StringRecord, today: Date) -> Result<Row, LineProblem> {
        let cell = |column: usize| record.get(column).unwrap_or_default().trim();
        let number = PersonNumber::parse(cell(self.number), today).map_err(|reason| LineProblem::Number { reason })?;
        let name = match self.name {
            NameColumns::Whole(column) => cell(column).to_owned(),
            NameColumns::Parts { given, family } => format!("{} {}", cell(given), cell(family)).trim().to_owned(),
        };
        if name.is_empty() {
            return Err(LineProblem::NameMissing);
        }
        let care_relation = self.care_relation.map(cell).filter(|text| !text.is_empty()).map(str::to_owned);
        let told = self.told.read(cell, &number, today)?;
        Ok(Row { number, name, care_relation, told })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn names(text: &str) -> Vec<String> {
        read(text, TODAY)
            .expect("a register")
            .into_iter()
            .filter_map(|line| line.outcome.ok())
            .map(|row| row.name)
            .collect()
    }

    #[test]
    fn the_usual_separators_and_headings_are_understood() {
        assert_eq!(
            names("Personnummer;Namn;Vårdrelation\n19121212-1212;Tolvan Tolvansson;Listad\n"),
            ["Tolvan Tolvansson"]
        );
        assert_eq!(
            names("\u{feff}efternamn,förnamn,PERSONNUMMER\nTolvansson,Tolvan,191212121212\n"),
            ["Tolvan Tolvansson"]
        );
        assert_eq!(names("personnummer\tnamn\n191212121212\t\"Tolvansson, Tolvan\"\n"), ["Tolvansson, Tolvan"]);
    }

    #[test]
    fn each_bad_line_is_told_with_its_own_line_number() {
        let text = "personnummer;namn\n191212121212;A\n\n191212121213;B\n191212121212;C\n199001189811;\n";
        let lines = read(text, TODAY).expect("a register");
        let problems: Vec<_> = lines.into_iter().filter_map(|l| l.outcome.err().map(|p| (l.line, p))).collect();
        assert_eq!(
            problems,
            [
                (4, LineProblem::Number { reason: PersonNumberProblem::CheckDigit }),
                (5, LineProblem::Repeated { line: 2 }),
                (6, LineProblem::NameMissing),
            ]
        );
    }

    #[test]
    fn a_text_without_the_columns_is_not_a_register() {
        assert_eq!(read("hej\nhopp\n", TODAY), Err(NotARegister::Columns));
        assert_eq!(read("", TODAY), Err(NotARegister::Columns));
    }
}
