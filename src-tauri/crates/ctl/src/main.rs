//! `budkavlectl`: what servers, scheduled jobs and administrators run without a window.
//!
//! It translates words on the command line into `app::headless` and outcomes into exit codes; it has no rules.

mod arguments;

use std::process::ExitCode;

use app::headless::{self, LogVerdict, Purged};
use arguments::{Command, USAGE};

/// Something is wrong with what was looked at: an item is stuck, a chain is broken.
const UNSOUND: u8 = 1;
/// The command line is not understood.
const MISUSED: u8 = 2;
/// It could not be looked at: no profile, no key, in use.
const UNAVAILABLE: u8 = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = match arguments::read(std::env::args().skip(1), arguments::Folders::of_this_user()) {
        Ok(arguments) => arguments,
        Err(arguments::Unclear) => {
            complain(USAGE);
            return ExitCode::from(MISUSED);
        }
    };
    match arguments.command {
        Command::PurgeDue => match headless::purge_due(&arguments.profile) {
            Ok(Purged { destroyed, stuck }) => {
                say(&format!("{destroyed} gallrade, {stuck} kunde inte gallras än"));
                if stuck == 0 { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) }
            }
            Err(problem) => unavailable(&problem),
        },
        Command::VerifyLog => match headless::verify_log(&arguments.profile).await {
            Ok(verdict) => {
                say(&describe(&verdict));
                if verdict.sound() { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) }
            }
            Err(problem) => unavailable(&problem),
        },
        Command::Help => {
            say(USAGE);
            ExitCode::SUCCESS
        }
        Command::Version => {
            say(env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
    }
}

fn describe(verdict: &LogVerdict) -> String {
    let audit = match &verdict.audit {
        Ok(rows) => format!("Loggen är hel: {rows} rader."),
        Err(problem) => format!("LOGGEN ÄR BRUTEN: {problem}"),
    };
    let receipts = match &verdict.receipts {
        Ok(receipts) => format!("Gallringskvittona är hela: {receipts} kvitton."),
        Err(problem) => format!("GALLRINGSKVITTONA ÄR BRUTNA: {problem}"),
    };
    format!("{audit}\n{receipts}")
}

fn unavailable(problem: &headless::Unavailable) -> ExitCode {
    complain(problem.advice());
    ExitCode::from(UNAVAILABLE)
}

#[expect(clippy::print_stdout, reason = "a command-line program answers on standard output")]
fn say(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "a command-line program complains on standard error")]
fn complain(text: &str) {
    eprintln!("{text}");
}
