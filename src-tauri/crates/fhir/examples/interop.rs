//! What becomes of folders of Questionnaires, as a table: taken whole, taken with losses that are named, refused. Fails when one
//! made it crash, or lost something on the way in and out again.
//!
//! `interop OUT FOLDER…`; what is written again goes to OUT, beside the file as it came, unless OUT is `-`.
#![expect(clippy::print_stdout, reason = "a command-line program: what it prints is what it is for")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use fhir::{Part, Refusal, RemarkKind, as_r4, differences, export, import};
use serde_json::Value;

/// What became of one form.
enum Verdict {
    Taken {
        losses: BTreeSet<String>,
        lost: Vec<String>,
        /// The version that it was written for, when that was another than R4.
        rewritten: Option<String>,
    },
    Refused(String),
    /// Another resource, which nobody asked to read.
    Other,
    Crashed,
}

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let out = words.next().filter(|out| out != "-").map(PathBuf::from);
    let mut files = BTreeSet::new();
    words.for_each(|folder| collect(Path::new(&folder), &mut files));
    let (mut whole, mut with_losses, mut others, mut crashed, mut broken) = (0, 0, 0, 0, 0);
    let mut losses: BTreeMap<String, u32> = BTreeMap::new();
    let mut rewritten: BTreeMap<String, u32> = BTreeMap::new();
    let mut refused: BTreeMap<String, u32> = BTreeMap::new();
    for (number, file) in files.iter().enumerate() {
        let verdicts = catch_unwind(AssertUnwindSafe(|| verdicts(file, number, out.as_deref())));
        for verdict in verdicts.unwrap_or_else(|_| vec![Verdict::Crashed]) {
            match verdict {
                Verdict::Taken { losses: named, lost, rewritten: of } => {
                    of.into_iter().for_each(|version| *rewritten.entry(version).or_default() += 1);
                    if named.is_empty() {
                        whole += 1
                    } else {
                        with_losses += 1
                    }
                    named.into_iter().for_each(|loss| *losses.entry(loss).or_default() += 1);
                    if !lost.is_empty() {
                        broken += 1;
                        println!("{}: {}", file.display(), lost.join("; "));
                    }
                }
                Verdict::Refused(why) => {
                    println!("{}: nekad: {why}", file.display());
                    *refused.entry(why.split(' ').next().unwrap_or_default().to_owned()).or_default() += 1;
                }
                Verdict::Other => others += 1,
                Verdict::Crashed => {
                    crashed += 1;
                    println!("{}: KRASCH", file.display());
                }
            }
        }
    }
    println!("\n{:<44}{:>6}", "formulär", "antal");
    println!("{:<44}{whole:>6}", "tagna hela");
    println!("{:<44}{with_losses:>6}", "tagna, med namngivna förluster");
    print_sorted("  i så många formulär: ", &losses);
    println!("{:<44}{:>6}", "av de tagna gjorda om till R4", rewritten.values().sum::<u32>());
    print_sorted("  ", &rewritten);
    println!("{:<44}{:>6}", "nekade", refused.values().sum::<u32>());
    print_sorted("  ", &refused);
    println!("{:<44}{crashed:>6}", "krascher (ska vara 0)");
    println!("{:<44}{broken:>6}", "förlorade på vägen fram och åter (ska vara 0)");
    println!("{:<44}{others:>6}", "filer som inte är formulär");
    if crashed + broken > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn print_sorted(before: &str, counts: &BTreeMap<String, u32>) {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (name, count) in sorted {
        println!("{:<44}{count:>6}", format!("{before}{name}"));
    }
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) {
    if folder.extension().is_some_and(|end| end == "json") {
        files.insert(folder.to_owned());
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        collect(&entry.path(), files);
    }
}

fn verdicts(file: &Path, number: usize, out: Option<&Path>) -> Vec<Verdict> {
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        uuid::Uuid::from_u128(last)
    };
    let Ok(bytes) = fs::read(file) else { return vec![Verdict::Refused("oläslig".to_owned())] };
    let all = match import(&bytes, &mut ids, &mut |_| None) {
        Ok(all) => all,
        Err(Refusal::NotAQuestionnaire { .. } | Refusal::NotFhir) => return vec![Verdict::Other],
        Err(refusal) => {
            let told = serde_json::to_value(&refusal).expect("plain data");
            return vec![Verdict::Refused(format!("{} ({refusal})", told["refusal"].as_str().unwrap_or_default()))];
        }
    };
    let whole: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let entries = whole["entry"].as_array().cloned().unwrap_or_default();
    let mut originals: Vec<Value> = entries.into_iter().map(|entry| entry["resource"].clone()).collect();
    originals.retain(|resource| resource["resourceType"] == "Questionnaire");
    if originals.is_empty() {
        originals.push(whole);
    }
    let mut verdicts = Vec::new();
    for (place, (original, read)) in originals.iter().zip(&all).enumerate() {
        let written = export(&read.content, &read.about);
        let mut lost = as_r4(original).map_or_else(
            |refusal| vec![format!("nekas som R4: {refusal}")],
            |original| differences(&original, &written),
        );
        // Nothing is drawn here, and a picture that is too large to be kept undrawn is left out: that is named, and no news.
        let named = read.report.iter().filter_map(|one| match (&one.what, &one.at) {
            (RemarkKind::PictureNotTaken { is_kept: false, .. }, Part::Item { link_id, .. }) => {
                Some(format!("item[{link_id}]/extension is lost"))
            }
            _ => None,
        });
        let named: Vec<String> = named.collect();
        lost.retain(|one| !named.iter().any(|known| one.ends_with(known)));
        match import(written.to_string().as_bytes(), &mut ids, &mut |_| None) {
            Ok(again) if export(&again[0].content, &again[0].about) == written => {}
            Ok(_) => lost.push("läst igen blir den en annan".to_owned()),
            Err(refusal) => lost.push(format!("läst igen nekas den: {refusal}")),
        }
        if let Some(out) = out {
            let write = |end: &str, value: &Value| {
                fs::write(out.join(format!("{number:04}-{place}.{end}")), value.to_string())
                    .expect("the folder is there");
            };
            write("written.json", &written);
            write("original.json", original);
        }
        let rewritten = read.report.iter().find_map(|one| match &one.what {
            RemarkKind::MadeR4 { version, .. } => Some(version.clone()),
            _ => None,
        });
        let losses = read.report.iter().map(|one| &one.what).filter(|one| one.is_loss()).map(name).collect();
        verdicts.push(Verdict::Taken { losses, lost, rewritten });
    }
    verdicts
}

/// A remark's name, with why where it says.
fn name(remark: &RemarkKind) -> String {
    let told = serde_json::to_value(remark).expect("plain data");
    let word = |key: &str| told[key].as_str().map(|word| format!(" {word}")).unwrap_or_default();
    format!("{}{}", told["remark"].as_str().unwrap_or_default(), word("why"))
}
