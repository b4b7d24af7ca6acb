//! Runs whole folders of strangers' files through the real child. Started by `cargo xtask corpus` and `cargo xtask fidelity`;
//! never bundled.
//!
//! `corpus RENDERER PAGES FOLDER…` looks at each file in a process of its own, which does what the application does with an attachment.
//! That process stands for the application: should a file bring it down, it is counted and the run goes on. `one RENDERER PAGES
//! FILE` is that process. `fidelity RENDERER FOLDER…` compares first pages with those of `pdftoppm`. `answers RENDERER FOLDER…` times
//! the application's answers while every file is looked at.
//!
//! What is printed is for whoever runs it, in Swedish. Files are named: they are material for tests, not a citizen's.

mod answers;
mod corpus;
mod fidelity;
mod files;
mod one;
mod picture;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use pipeline::preview::{Limits, Renderer};

/// As shown on the screen: A4 at 150 dpi.
const PAGE_EDGE: u32 = 1_754;

/// The application's own patience, less what it takes to end a child: nothing may take more than a minute in all.
const PATIENCE: Limits = Limits { page: Duration::from_secs(20), document: Duration::from_secs(55) };

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let well = match words.as_slice() {
        ["one", renderer, pages, file] => match pages.parse() {
            Ok(pages) => alone(one::look_and_tell(&child(renderer), pages, file.as_ref())),
            Err(_) => false,
        },
        ["corpus", renderer, pages, folders @ ..] if !folders.is_empty() => match pages.parse() {
            Ok(pages) => corpus::run(renderer, pages, &paths(folders)),
            Err(_) => false,
        },
        ["fidelity", renderer, folders @ ..] if !folders.is_empty() => {
            alone(fidelity::run(&child(renderer), &paths(folders)))
        }
        ["answers", renderer, folders @ ..] if !folders.is_empty() => {
            side_by_side(answers::run(child(renderer), &paths(folders)))
        }
        _ => {
            tell("corpus RITARE SIDOR MAPP… | fidelity RITARE MAPP… | answers RITARE MAPP… | one RITARE SIDOR FIL");
            false
        }
    };
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// On one thread, so that nothing else is measured.
fn alone(work: impl Future<Output = bool>) -> bool {
    tokio::runtime::Builder::new_current_thread().enable_all().build().is_ok_and(|runtime| runtime.block_on(work))
}

/// On as many threads as the application has.
fn side_by_side(work: impl Future<Output = bool>) -> bool {
    tokio::runtime::Runtime::new().is_ok_and(|runtime| runtime.block_on(work))
}

fn child(renderer: &str) -> Renderer {
    Renderer::new(renderer).with_limits(PATIENCE)
}

fn paths(words: &[&str]) -> Vec<PathBuf> {
    words.iter().map(PathBuf::from).collect()
}

/// To whoever runs this.
#[expect(clippy::print_stdout, reason = "a command-line program: what it prints is what it is for")]
fn tell(text: &str) {
    println!("{text}");
}
