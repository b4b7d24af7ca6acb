//! The conversation with `budkavle-bench`, which does what the application does.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Duration;

use super::took::Took;
use crate::plan::Failure;
use crate::process;

/// Our side, running. Ended when dropped.
pub(super) struct Host {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Host {
    /// Starts our side, which makes its files in `folder`.
    pub(super) fn start(program: &Path, renderer: &Path, folder: &Path) -> Result<Self, Failure> {
        let mut command = process::mortal(program);
        command.arg("serve").arg(renderer).arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = process::spawn(&mut command)?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(requests), Some(answers)) => Ok(Self { child, requests, answers: BufReader::new(answers) }),
            _ => Err(Failure::Broken("budkavle-bench: inga rör".into())),
        }
    }

    /// Lets our side do something: what it took, and the number that it adds.
    pub(super) fn ask(&mut self, words: &[&str]) -> Result<(Took, u64), Failure> {
        let broken = |what: &str| Failure::Broken(format!("budkavle-bench {}: {what}", words.join(" ")));
        writeln!(self.requests, "{}", words.join("\t")).map_err(|_| broken("svarar inte"))?;
        let mut line = String::new();
        self.answers.read_line(&mut line).map_err(|_| broken("svarar inte"))?;
        read(&line).ok_or_else(|| broken(line.trim()))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        process::end(&mut self.child);
    }
}

fn read(line: &str) -> Option<(Took, u64)> {
    let mut words = line.trim().strip_prefix("ok\t")?.split('\t');
    let mut time = || Some(Duration::from_nanos(words.next()?.parse().ok()?));
    let took = Took::new(time()?, time()?);
    Some((took, words.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_and_a_failure_is_none() {
        assert_eq!(read("ok\t2000000\t1000000\t7\n"), Some((Took { wall: 2.0, processor: 1.0 }, 7)));
        assert_eq!(read("fel\tno such request\n"), None);
        assert_eq!(read(""), None);
    }
}
