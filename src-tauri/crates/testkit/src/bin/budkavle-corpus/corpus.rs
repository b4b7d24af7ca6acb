//! All files, two at a time, each looked at by a process of its own.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::one::{Class, Verdict};
use crate::table::{self, Row};
use crate::{files, tell};

/// Files looked at at once.
const AT_ONCE: usize = 2;
/// A process that has not told anything by now hangs, and so would the application.
const HANGS: Duration = Duration::from_secs(90);
/// How often a process that is waited for is looked at.
const GLANCE: Duration = Duration::from_millis(5);
/// How often it is told how far it has come.
const NEWS: Duration = Duration::from_secs(5);

/// Looks at all files and prints the table. Whether everything is as it must be.
pub(crate) fn run(renderer: &str, pages: u32, places: &[PathBuf]) -> bool {
    let found = files::below(places);
    for place in &found.passed_over {
        tell(&format!("  hoppas över: {}", place.display()));
    }
    let files: Vec<PathBuf> = found.files.into_iter().collect();
    if files.is_empty() {
        tell("Inga filer hittades.");
        return false;
    }
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(Vec::with_capacity(files.len()));
    let last_news = Mutex::new(Instant::now());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let row = look(renderer, pages, file);
                    let mut rows = rows.lock().unwrap_or_else(PoisonError::into_inner);
                    rows.push(row);
                    let mut told = last_news.lock().unwrap_or_else(PoisonError::into_inner);
                    if told.elapsed() >= NEWS {
                        *told = Instant::now();
                        tell(&format!("  {} av {} filer", rows.len(), files.len()));
                    }
                }
            });
        }
    });
    table::print(rows.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn look(renderer: &str, pages: u32, file: &Path) -> Row {
    let started = Instant::now();
    let verdict = ask(renderer, pages, file);
    Row { file: file.to_owned(), verdict, wall: started.elapsed() }
}

/// The verdict of a process of its own; `None` if it did not live to tell it.
fn ask(renderer: &str, pages: u32, file: &Path) -> Option<Verdict> {
    let program = std::env::current_exe().ok()?;
    let mut child = Command::new(program)
        .args(["one", renderer, &pages.to_string()])
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    if !ends_in_time(&mut child) {
        // It fails only for one that is gone by now.
        let _ = child.kill();
        let _ = child.wait();
        return None;
    }
    // A line of some hundred bytes, which a pipe holds until it is read.
    let mut told = String::new();
    child.stdout.take()?.read_to_string(&mut told).ok()?;
    serde_json::from_str(&told).ok()
}

fn ends_in_time(child: &mut Child) -> bool {
    let started = Instant::now();
    while started.elapsed() < HANGS {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(GLANCE),
            Err(_) => return false,
        }
    }
    false
}

/// Whether the application itself would be gone, or its renderer unusable.
pub(crate) fn is_crash(verdict: Option<&Verdict>) -> bool {
    verdict.is_none_or(|verdict| verdict.class == Class::NoRenderer)
}
