//! `budkavlectl`: what servers, scheduled jobs and administrators run without a window.
//!
//! It translates words on the command line into `app::headless` and outcomes into exit codes; it has no rules.

mod arguments;
mod selftest;

use std::process::ExitCode;

use app::{
    headless::{self, ClockTrust, LogVerdict, Purged},
    schedule::{self, Job, ScheduleProblem, System},
};
use arguments::{Command, USAGE};

/// Something is wrong with what was looked at: an item is stuck, a chain is broken.
const UNSOUND: u8 = 1;
/// The command line is not understood.
const MISUSED: u8 = 2;
/// It could not be looked at: no profile, no key, in use.
const UNAVAILABLE: u8 = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    if app::harden().is_err() {
        complain("Programmets minne kunde inte stängas för andra program.");
    }
    let arguments = match arguments::read(std::env::args().skip(1), arguments::Folders::of_this_user()) {
        Ok(arguments) => arguments,
        Err(arguments::Unclear) => {
            complain(USAGE);
            return ExitCode::from(MISUSED);
        }
    };
    match arguments.command {
        Command::PurgeDue(trust) => purge_due(&arguments.profile, trust),
        Command::InstallJob => scheduled(
            Job::of(&arguments.profile).and_then(|job| schedule::install(&job)),
            "Datorn gallrar profilen själv från och med nu: var femtonde minut, vid inloggning och så snart som möjligt \
             när den har varit avstängd.",
        ),
        Command::RemoveJob => scheduled(
            Job::of(&arguments.profile).and_then(|job| schedule::remove(&job)),
            "Datorn gallrar inte längre profilen själv. Det som förfaller gallras när Budkavle är igång eller startas.",
        ),
        Command::PrintJob => match Job::of(&arguments.profile).and_then(|job| job.files(System::here())) {
            Ok(files) => {
                for file in files {
                    say(&format!("# {}\n{}", file.name, file.text()));
                }
                ExitCode::SUCCESS
            }
            Err(problem) => scheduled(Err(problem), ""),
        },
        Command::VerifyLog => match headless::verify_log(&arguments.profile).await {
            Ok(verdict) => {
                say(&describe(&verdict));
                if verdict.sound() { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) }
            }
            Err(problem) => unavailable(&problem),
        },
        Command::SelfTest => match headless::selftest().await {
            Some(tested) => {
                say(&selftest::described(&tested));
                ExitCode::from(selftest::verdict(&tested))
            }
            None => {
                complain(selftest::NOTHING_TO_AIM_AT);
                ExitCode::from(UNAVAILABLE)
            }
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

fn purge_due(profile: &std::path::Path, trust: ClockTrust) -> ExitCode {
    match headless::purge_due(profile, trust) {
        Ok(purged) => {
            say(&told(purged));
            if purged.waiting == 0 && purged.doubt.is_none() { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) }
        }
        Err(problem) => unavailable(&problem),
    }
}

fn told(Purged { destroyed, waiting, stuck, doubt }: Purged) -> String {
    let mut lines = vec![format!("{destroyed} gallrade, {waiting} kunde inte gallras än")];
    if stuck > 0 {
        lines.push(format!(
            "{stuck} har inte gått att ta bort på mer än 15 minuter. Stäng program som kan ha filen öppen, kontrollera \
             rättigheterna och kör kommandot igen. Bilagor bland dem går redan inte att läsa."
        ));
    }
    if let Some(doubt) = doubt {
        lines.push(format!(
            "Datorns klocka har hoppat framåt. {} är stängda men inte gallrade. De gallras när datorn har varit igång \
             i {} timmar till, eller genast med --trust-clock om klockan är rätt.",
            doubt.closed, doubt.hours_left
        ));
    }
    lines.join("\n")
}

fn scheduled(done: Result<(), ScheduleProblem>, success: &str) -> ExitCode {
    match done {
        Ok(()) => {
            say(success);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            complain(&problem.advice());
            ExitCode::from(UNAVAILABLE)
        }
    }
}

fn describe(verdict: &LogVerdict) -> String {
    let audit = match &verdict.audit {
        Ok(rows) => format!("Loggen är hel: {rows} rader."),
        Err(problem) => format!("LOGGEN ÄR BRUTEN: {problem}"),
    };
    let receipts = match &verdict.receipts {
        Ok(receipts) => format!(
            "Gallringskvittona är hela: {receipts} kvitton. Sista kontrollsumman: {}",
            verdict.head.as_deref().unwrap_or("-")
        ),
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
