//! `cargo xtask bench start`: from process start to a usable list, and the memory of all processes, beside a bare
//! Tauri window of the same version, taken in turns so that whatever else the machine does hits both.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::ground::Ground;
use crate::packages::Ability;
use crate::plan::{Failure, Outcome, Plan};
use crate::run::{READY, READY_LIMIT, REPORT_READY};
use crate::sandbox::Sandbox;
use crate::{process, run, setup};

/// The bare window: an example program of the root package.
const BARE: &str = "bare";
/// Measured starts of each; one more of each goes before and is not counted, since it fills the caches.
const STARTS: usize = 7;
/// How long memory may go on growing after the window is usable.
const SETTLING: Duration = Duration::from_secs(15);
/// What we want: at most this many times the bare window's start …
const AIM_TIMES: f64 = 1.5;
/// … and at most this much more memory, in MB.
const AIM_MEMORY: f64 = 60.0;

/// One start.
#[derive(Clone, Copy)]
struct Start {
    milliseconds: f64,
    megabytes: f64,
}

pub(crate) fn command() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err(Failure::Missing("minnet läses ur /proc, som bara finns på Linux".into()));
    }
    let ground = Ground::survey()?;
    if !ground.has_example(BARE) {
        return Err(Failure::Missing(format!("exempelprogrammet {BARE} (det tomma fönstret) finns inte i rotpaketet")));
    }
    let mut plan = Plan::default();
    setup::steps(&mut plan, &ground, &[Ability::Build, Ability::Picture]);
    plan.must("Bygger Budkavle för hastighet (flera minuter)", || run::build(&ground, true));
    plan.must("Bygger det tomma fönstret", || {
        process::loudly(&mut ground.cargo(["build", "--release", "--package", "budkavle", "--example", BARE]))?;
        Ok(Outcome::Done)
    });
    plan.must(format!("Startar båda {STARTS} gånger, turvis"), || measure(&ground));
    plan.carry_out().verdict()
}

fn measure(ground: &Ground) -> Result<Outcome, Failure> {
    let sandbox = Sandbox::desktop()?;
    let release = ground.built("release");
    let ours = release.join(format!("budkavle{}", env::consts::EXE_SUFFIX));
    let bare = release.join("examples").join(format!("{BARE}{}", env::consts::EXE_SUFFIX));
    let (mut our_starts, mut bare_starts) = (Vec::new(), Vec::new());
    for round in 0..=STARTS {
        let our = start(&sandbox, &ours, &["--example", "--sign-in", "karin"])?;
        let its = start(&sandbox, &bare, &[])?;
        if round > 0 {
            our_starts.push(our);
            bare_starts.push(its);
        }
    }
    let (our, its) = (typical(&our_starts), typical(&bare_starts));
    println!("    {:<14}{:>12}{:>14}", "", "start (ms)", "minne (MB)");
    for (name, start) in [("Budkavle", our), ("tomt fönster", its)] {
        println!("    {name:<14}{:>12.0}{:>14.0}", start.milliseconds, start.megabytes);
    }
    let times = our.milliseconds / its.milliseconds;
    let more = our.megabytes - its.megabytes;
    let told = |reached: bool| if reached { "nås" } else { "nås inte" };
    println!("    start: {times:.2} gånger det tomma fönstrets; målet högst {AIM_TIMES} {}", told(times <= AIM_TIMES));
    println!("    minne: {more:+.0} MB; målet högst +{AIM_MEMORY:.0} MB {}", told(more <= AIM_MEMORY));
    println!("    Medianer av {STARTS} starter. Minnet är den proportionella andelen (PSS) av alla processer.");
    Ok(Outcome::Done)
}

/// Starts the program, waits until it is usable and its memory has settled, and ends it.
fn start(sandbox: &Sandbox, program: &Path, words: &[&str]) -> Result<Start, Failure> {
    let mut command = process::mortal(program);
    command.args(words).env(REPORT_READY, "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let begun = Instant::now();
    let mut child = process::spawn(sandbox.around(&mut command))?;
    let ready = process::line_from(&mut child, READY_LIMIT, |line| line.trim() == READY);
    let milliseconds = begun.elapsed().as_secs_f64() * 1000.0;
    let megabytes = ready.is_some().then(|| settled_memory(child.id()));
    process::end(&mut child);
    megabytes
        .map(|megabytes| Start { milliseconds, megabytes })
        .ok_or(Failure::TooSlow { what: program.display().to_string(), limit: READY_LIMIT })
}

/// The median of each number.
fn typical(starts: &[Start]) -> Start {
    let median = |of: fn(&Start) -> f64| {
        let mut numbers: Vec<f64> = starts.iter().map(of).collect();
        numbers.sort_by(f64::total_cmp);
        numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
    };
    Start { milliseconds: median(|start| start.milliseconds), megabytes: median(|start| start.megabytes) }
}

/// The memory of the process and its descendants once it has stayed within one per cent for a second.
fn settled_memory(root: u32) -> f64 {
    let mut reference = memory(root);
    let mut since = Instant::now();
    process::until(SETTLING, || {
        let now = memory(root);
        if (now - reference).abs() > reference / 100.0 {
            reference = now;
            since = Instant::now();
        }
        (since.elapsed() > Duration::from_secs(1)).then_some(())
    });
    memory(root)
}

/// Proportional set size of the process and its descendants, in MB.
fn memory(root: u32) -> f64 {
    let processes = processes();
    let mut family = vec![root];
    let mut next = 0;
    while let Some(&parent) = family.get(next) {
        family.extend(processes.iter().filter(|(_, of)| *of == parent).map(|(process, _)| *process));
        next += 1;
    }
    let kilobytes: u32 = family.iter().filter_map(|process| proportional(&rollup(*process)?)).sum();
    f64::from(kilobytes) / 1000.0 * 1.024
}

/// Every process with its parent.
fn processes() -> Vec<(u32, u32)> {
    let folders = fs::read_dir("/proc").into_iter().flatten().flatten();
    folders
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            Some((process, parent(&fs::read_to_string(entry.path().join("stat")).ok()?)?))
        })
        .collect()
}

fn rollup(process: u32) -> Option<String> {
    fs::read_to_string(PathBuf::from(format!("/proc/{process}/smaps_rollup"))).ok()
}

/// The parent in the text of `/proc/N/stat`. The name before it stands in parentheses and may hold anything.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// The kilobytes (of 1024) in the text of `/proc/N/smaps_rollup`.
fn proportional(rollup: &str) -> Option<u32> {
    rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_is_found_behind_a_name_with_parentheses() {
        assert_eq!(parent("42 (a (b) c) S 7 42 42 0"), Some(7));
        assert_eq!(parent("nonsense"), None);
    }

    #[test]
    fn only_the_proportional_line_is_counted() {
        assert_eq!(proportional("Rss: 9 kB\nPss:      1234 kB\nPss_Anon: 5 kB\n"), Some(1234));
    }

    #[test]
    fn one_slow_start_does_not_move_the_typical_one() {
        let starts = [10.0, 900.0, 12.0].map(|milliseconds| Start { milliseconds, megabytes: 1.0 });
        assert!((typical(&starts).milliseconds - 12.0).abs() < f64::EPSILON);
    }
}
