//! Starting other programs: loudly, quietly with a sign of life, or counting the tests they report.

use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::counts::Counts;
use crate::plan::Failure;

/// How often a program that is being waited for is looked at.
const GLANCE: Duration = Duration::from_millis(50);
/// How many of the first and of the last lines of a program that failed quietly are shown.
const SHOWN: usize = 40;

/// The program's name, for messages.
pub(crate) fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(command.get_args().take(3).map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Starts the program.
pub(crate) fn spawn(command: &mut Command) -> Result<Child, Failure> {
    command.spawn().map_err(|cause| Failure::NotStarted { program: name_of(command), cause })
}

/// Runs the program to its end, its output shown as it comes.
pub(crate) fn loudly(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|cause| Failure::NotStarted { program: name_of(command), cause })?;
    if status.success() { Ok(()) } else { Err(Failure::Refused { program: name_of(command) }) }
}

/// Runs the program to its end, its output shown only if it fails; says that it lives every half minute.
pub(crate) fn quietly(command: &mut Command) -> Result<(), Failure> {
    let mut child = spawn(command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let lines = follow(&mut child);
    let begun = Instant::now();
    let mut told = 0;
    let mut kept = Vec::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => kept.push(line),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
        if begun.elapsed().as_secs() / 30 > told {
            told = begun.elapsed().as_secs() / 30;
            println!("    … {} s", told * 30);
        }
    }
    if ended_well(&mut child, command)? {
        return Ok(());
    }
    // The cause stands first in what some programs print and last in what others do.
    let hidden = kept.len().saturating_sub(2 * SHOWN);
    for (number, line) in kept.iter().enumerate() {
        if hidden == 0 || number < SHOWN || number >= SHOWN + hidden {
            println!("    | {line}");
        } else if number == SHOWN {
            println!("    | … {hidden} rader till …");
        }
    }
    Err(Failure::Refused { program: name_of(command) })
}

/// Runs a test runner, its output shown as it comes, and counts what it reports. Failed tests are counts, not a
/// [`Failure`]; a runner that fails without reporting a failed test (a build error) is one.
pub(crate) fn counting(command: &mut Command) -> Result<Counts, Failure> {
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let mut child = spawn(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let mut counts = Counts::default();
    for line in follow(&mut child) {
        println!("{line}");
        counts += Counts::of_line(&line);
    }
    let well = ended_well(&mut child, command)?;
    if !well && counts.failed == 0 {
        return Err(Failure::Refused { program: name_of(command) });
    }
    Ok(counts)
}

/// What the program prints, trimmed; a failure when it cannot be started or says no.
pub(crate) fn output(command: &mut Command) -> Result<String, Failure> {
    let output = command.output().map_err(|cause| Failure::NotStarted { program: name_of(command), cause })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(Failure::Refused { program: name_of(command) })
    }
}

/// Runs the program with its output thrown away; whether it ended well within `limit`.
pub(crate) fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        return false;
    };
    let well = until(limit, || child.try_wait().ok().flatten().map(|status| status.success()));
    if well.is_none() {
        end(&mut child);
    }
    well.unwrap_or(false)
}

/// Asks again and again, until there is an answer or the limit has passed.
pub(crate) fn until<T>(limit: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if begun.elapsed() > limit {
            return None;
        }
        thread::sleep(GLANCE);
    }
}

/// The first line the child prints on its (piped) standard output that `wanted` accepts, within the limit.
/// The rest of what it prints is read and thrown away, so that it never blocks on a full pipe.
pub(crate) fn line_from(child: &mut Child, limit: Duration, wanted: fn(&str) -> bool) -> Option<String> {
    let lines = follow(child);
    let begun = Instant::now();
    while let Some(left) = limit.checked_sub(begun.elapsed()) {
        match lines.recv_timeout(left) {
            Ok(line) if wanted(&line) => {
                thread::spawn(move || lines.iter().for_each(drop));
                return Some(line);
            }
            Ok(_) => {}
            Err(_) => return None,
        }
    }
    None
}

/// Ends the child and waits until it is gone.
pub(crate) fn end(child: &mut Child) {
    // Both fail only when it has already ended, which is what is wanted.
    let _ = child.kill();
    let _ = child.wait();
}

/// Where on `PATH` (or in `/usr/sbin` and its like) the program is.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// A command that dies with this program even when this program is killed, where the system can arrange that.
pub(crate) fn mortal(program: impl AsRef<Path>) -> Command {
    let program = program.as_ref();
    if cfg!(target_os = "linux") && which("setpriv").is_some() {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

/// The lines of both output streams of the child, as they come, until both are closed.
pub(crate) fn follow(child: &mut Child) -> mpsc::Receiver<String> {
    let (sender, lines) = mpsc::channel();
    let out = child.stdout.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>);
    let err = child.stderr.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>);
    for stream in [out, err].into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            let mut reader = BufReader::new(stream);
            let mut bytes = Vec::new();
            while reader.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
                let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
                bytes.clear();
                if sender.send(line).is_err() {
                    // Nobody listens any longer; keep reading so that the child is not stopped by a full pipe.
                    let _ = io::copy(&mut reader, &mut io::sink());
                    return;
                }
            }
        });
    }
    lines
}

fn ended_well(child: &mut Child, command: &Command) -> Result<bool, Failure> {
    let status = child.wait().map_err(|cause| Failure::NotStarted { program: name_of(command), cause })?;
    Ok(status.success())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn failed_tests_are_counted_and_a_runner_that_fell_over_is_a_failure() {
        let counts = counting(&mut shell("echo 'test result: FAILED. 2 passed; 1 failed; 0 ignored'; exit 101"));
        assert_eq!(counts.ok(), Some(Counts { passed: 2, failed: 1, skipped: 0 }));
        assert!(counting(&mut shell("echo 'error: could not compile' >&2; exit 101")).is_err());
    }

    #[test]
    fn a_program_that_never_says_the_word_is_not_waited_for_longer_than_the_limit() {
        let mut silent = shell("echo other; exec sleep 30").stdout(Stdio::piped()).spawn().expect("sh is there");
        let line = line_from(&mut silent, Duration::from_millis(200), |line| line == "ready");
        end(&mut silent);
        assert_eq!(line, None);
    }

    #[test]
    fn the_word_is_found_among_other_lines() {
        let mut child = shell("echo other; echo ready; echo more").stdout(Stdio::piped()).spawn().expect("sh is there");
        let line = line_from(&mut child, Duration::from_secs(20), |line| line == "ready");
        end(&mut child);
        assert_eq!(line.as_deref(), Some("ready"));
    }
}
