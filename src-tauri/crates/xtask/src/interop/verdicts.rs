//! What other programs say of the forms, as a table.

use std::collections::BTreeMap;

/// What one program said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Verdicts {
    accepted: u32,
    /// Refused already as it came: not ours to mend.
    before: u32,
    /// Each that was refused only as we write it, with why.
    ours: Vec<String>,
    /// Of those that were not accepted, how many it never came back from.
    hung: u32,
    /// How many items it was given, and how many of them it knew afterwards, where it says so.
    items: Option<(u64, u64)>,
}

impl Verdicts {
    /// Reads a program's lines: a file's name, then `ja` (with two numbers of items), `nej` and why, or `hänger`.
    pub(super) fn read(lines: &str) -> Self {
        let verdicts: BTreeMap<&str, &str> = lines.lines().filter_map(|line| line.split_once(' ')).collect();
        let mut told = Self::default();
        for (name, verdict) in &verdicts {
            let Some(name) = name.strip_suffix(".written.json") else { continue };
            if is_yes(verdict) {
                told.accepted += 1;
                let mut numbers = verdict.split(' ').skip(1).filter_map(|word| word.parse::<u64>().ok());
                if let (Some(given), Some(known)) = (numbers.next(), numbers.next()) {
                    let (all_given, all_known) = told.items.unwrap_or_default();
                    told.items = Some((all_given + given, all_known + known));
                }
                continue;
            }
            told.hung += u32::from(*verdict == "hänger");
            let original = verdicts.get(format!("{name}.original.json").as_str());
            if original.is_some_and(|original| !is_yes(original)) {
                told.before += 1;
            } else {
                told.ours.push(format!("{name}: {verdict}"));
            }
        }
        told
    }
}

fn is_yes(verdict: &str) -> bool {
    verdict == "ja" || verdict.starts_with("ja ")
}

/// Prints what all programs said.
pub(super) fn tell(all: &[(&str, Verdicts)]) {
    println!(
        "\n    {:<18}{:>10}{:>18}{:>14}{:>10}{:>16}",
        "program", "godtagna", "nekade som de kom", "nekade av oss", "hänger", "delar / kända"
    );
    for (name, told) in all {
        let items = told.items.map_or_else(|| "–".to_owned(), |(given, known)| format!("{given} / {known}"));
        println!(
            "    {name:<18}{:>10}{:>18}{:>14}{:>10}{items:>16}",
            told.accepted,
            told.before,
            told.ours.len(),
            told.hung
        );
    }
    for (name, told) in all {
        told.ours.iter().for_each(|one| println!("    {name} nekar bara som vi skriver den {one}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_was_refused_as_it_came_is_not_ours_to_mend() {
        let lines = "1.written.json ja 5 4\n2.written.json nej x\n2.original.json nej y\n3.written.json hänger\n\
            3.original.json ja 1 1\n4.written.json ja 2 2\n5.written.json nej z";
        let told = Verdicts::read(lines);
        assert_eq!((told.accepted, told.before, told.hung, told.items), (2, 1, 1, Some((7, 6))));
        assert_eq!(told.ours, ["3: hänger", "5: nej z"]);
    }
}
