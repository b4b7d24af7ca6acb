//! What became of all files, as one table and the lists behind it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::corpus::is_crash;
use crate::one::{Class, Verdict};
use crate::tell;

/// What nothing may take longer than.
const LONGEST: Duration = Duration::from_secs(60);
/// Files that are named in each list.
const NAMED: usize = 40;

/// One file.
pub(crate) struct Row {
    pub(crate) file: PathBuf,
    /// `None` if the process that stands for the application crashed or hung.
    pub(crate) verdict: Option<Verdict>,
    /// From its start to its end.
    pub(crate) wall: Duration,
}

impl Row {
    fn is(&self, class: Class) -> bool {
        self.verdict.as_ref().is_some_and(|verdict| verdict.class == class)
    }
}

/// Prints the table. Whether everything is as it must be.
pub(crate) fn print(rows: Vec<Row>) -> bool {
    let count = |of: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| of(row)).count();
    let class = |class: Class| count(&move |row: &Row| row.is(class));
    let sum = |of: fn(&Verdict) -> u32| {
        rows.iter().filter_map(|row| row.verdict.as_ref()).map(|verdict| u64::from(of(verdict))).sum::<u64>()
    };
    let crashed = |row: &Row| is_crash(row.verdict.as_ref());
    let blank = |row: &Row| row.verdict.as_ref().is_some_and(|verdict| verdict.blank_unflagged > 0);
    let late = |row: &Row| row.wall > LONGEST;

    tell("");
    line("filer", rows.len(), "");
    line("  ritade", class(Class::Rendered), &format!("{} sidor", sum(|verdict| verdict.pages)));
    line("  avvisade", class(Class::Refused), &reasons(&rows));
    line("  lösenord", class(Class::Password), "");
    line("  tog för lång tid", class(Class::TimedOut), "");
    line("  för mycket minne", class(Class::OutOfMemory), "");
    line("  brott mot fängelset", class(Class::Violation), "ska vara 0");
    line("  brott mot grammatiken", class(Class::Breach), "");
    line("  barnet dog", class(Class::ChildDied), "");
    line("  gick inte att läsa", class(Class::NotReadable), "");
    line("  huvudprocessen kraschade", count(&crashed), "ska vara 0");
    line("sidor som inte kunde ritas", sum(|verdict| verdict.bad_pages), "i filer där andra kunde");
    line("tomma sidor, utan innehåll", sum(|verdict| verdict.empty), "som barnet säger");
    line("tomma sidor utan förklaring", sum(|verdict| verdict.blank_unflagged), "ska vara 0");
    extremes(&rows);
    line("filer över 60 s", count(&late), "ska vara 0");

    list("Brott mot fängelset", &rows, |row| row.is(Class::Violation));
    list("Huvudprocessen kraschade, hängde eller fick inget barn", &rows, crashed);
    list("Tomma sidor utan förklaring", &rows, blank);
    list("Över 60 s", &rows, late);
    list("Brott mot grammatiken", &rows, |row| row.is(Class::Breach));
    list("Barnet dog", &rows, |row| row.is(Class::ChildDied));
    list("För mycket minne", &rows, |row| row.is(Class::OutOfMemory));
    list("Tog för lång tid", &rows, |row| row.is(Class::TimedOut));
    list("Gick inte att läsa", &rows, |row| row.is(Class::NotReadable));

    class(Class::Violation) == 0 && count(&crashed) == 0 && count(&blank) == 0 && count(&late) == 0
}

fn line(what: &str, count: impl std::fmt::Display, note: &str) {
    tell(format!("{what:<34}{count:>9}   {note}").trim_end());
}

/// How often each reason was given, the most common first.
fn reasons(rows: &[Row]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for verdict in rows.iter().filter_map(|row| row.verdict.as_ref()).filter(|verdict| verdict.class == Class::Refused)
    {
        *counts.entry(&verdict.why).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.iter().map(|(why, count)| format!("{why} {count}")).collect::<Vec<_>>().join(", ")
}

fn extremes(rows: &[Row]) {
    if let Some(slowest) = rows.iter().max_by_key(|row| row.wall) {
        let seconds = format!("{:.1} s", slowest.wall.as_secs_f64());
        line("längsta tid för en fil", seconds, &slowest.file.display().to_string());
    }
    let size = |row: &Row| row.verdict.as_ref().map_or(0, |verdict| verdict.child_kib);
    if let Some(largest) = rows.iter().max_by_key(|row| size(row)) {
        let megabytes = format!("{} MB", size(largest) * 1_024 / 1_000_000);
        line("mest minne i ett barn", megabytes, &largest.file.display().to_string());
    }
    let mut times: Vec<_> =
        rows.iter().filter_map(|row| row.verdict.as_ref()).map(|verdict| verdict.milliseconds).collect();
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied();
    if let (Some(median), Some(high)) = (at(50), at(95)) {
        line("tid per fil", format!("{median} ms"), &format!("median; 95 % inom {high} ms"));
    }
}

fn list(what: &str, rows: &[Row], of: impl Fn(&Row) -> bool) {
    let mut files: Vec<_> = rows.iter().filter(|row| of(row)).map(|row| &row.file).collect();
    if files.is_empty() {
        return;
    }
    files.sort();
    tell(&format!("\n{what}:"));
    for file in files.iter().take(NAMED) {
        tell(&format!("  {}", file.display()));
    }
    if files.len() > NAMED {
        tell(&format!("  … och {} till", files.len() - NAMED));
    }
}
