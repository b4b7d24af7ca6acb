//! `cargo xtask`: everything a person or CI does with this work tree, as one small program.
//!
//! It installs what a bare machine lacks, builds, starts the application, tests, checks and measures. It must not
//! hold any rule of the product, must not be linked by any other crate, and must compile in seconds, because it is
//! the first thing anyone waits for.
#![expect(clippy::print_stdout, reason = "a command-line program: what it prints is what it is for")]

mod bench;
mod check;
mod corpus;
mod counts;
mod deny;
mod dev;
mod ground;
mod hermetic;
mod hostile;
mod interop;
mod npm;
mod packages;
mod picture;
mod plan;
mod process;
mod run;
mod sandbox;
mod setup;
mod test;
mod ui;
mod windows;

use std::process::ExitCode;

use crate::plan::Failure;

/// What `cargo xtask` answers when it is not told what to do.
const USAGE: &str = "\
Användning: cargo xtask KOMMANDO

  setup                       installera det som saknas, bygg gränssnittet
  run                         starta Budkavle med Exempelmottagningen
      --new                   … i stället från förstagångsguiden, med en ny profil
      --profile DIR           … med profilen i DIR
      --screenshot FIL        … på en virtuell skärm, spara en bild av fönstret i FIL och avsluta
      --release               … byggt för hastighet
  test [FILTER…]              kör alla test; FILTER är check, core, ui, journeys, desktop eller del av ett testnamn
  check [--fix]               format, lint, typer, genererade filer, beroenden, ordning; --fix rättar det som går
  bench start                 mät start och minne mot ett tomt fönster
  bench preview [MAPP]        mät förhandsgranskningen mot pdftoppm, mutool, PDFium, pdf.js, vipsthumbnail och djpeg, på
                              egna filer eller dem i MAPP
  bench vault                 mät försegling, nyckelbyte och gallring mot age, unlink och shred
  bench answers               mät appens svarstider i vila och medan fientliga filer ritas
  bench cases [ANTAL…]        mät listor, sök, öppna och skicka mot den nakna frågan, med 10 000 och 1 000 000 ärenden
  bench builder               mät formulärbyggaren mot NLM Form Builder och Form.io, med 10, 100 och 800 frågor
  bench guard [--accept]      räkna instruktioner per sida mot de antagna; --accept antar de räknade
  corpus [--pages N] MAPP…    rita varje fil under mapparna i det riktiga barnet, högst N (10) sidor av varje
  fidelity MAPP…              jämför första sidor med pdftoppm
  interop [--peers] [MAPP…]   läs varje FHIR-formulär under mapparna och skriv det igen; --peers låter andra program döma
  hostile DIR                 skriv alla fientliga provfiler till DIR, för andra program att prövas på
  dev                         öppna gränssnittet i en vanlig webbläsare, med exempeldata
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(failure) => {
            println!("\n✗ {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Failure> {
    match words {
        ["setup"] => setup::command(),
        ["run", rest @ ..] => run::command(rest),
        ["test", filter @ ..] => test::command(filter),
        ["check"] => check::command(check::Mode::Look),
        ["check", "--fix"] => check::command(check::Mode::Fix),
        ["bench", "start"] => bench::start::command(),
        ["bench", "preview", rest @ ..] => bench::preview::command(rest),
        ["bench", "answers"] => corpus::answers(),
        ["bench", "vault"] => bench::vault::command(),
        ["bench", "cases", rest @ ..] => bench::cases::command(rest),
        ["bench", "builder"] => bench::builder::command(),
        ["bench", "guard", rest @ ..] => bench::guard::command(rest),
        ["corpus", "--pages", pages, folders @ ..] if !folders.is_empty() && pages.parse::<u32>().is_ok() => {
            corpus::corpus(pages, folders)
        }
        ["corpus", folders @ ..] if !folders.is_empty() && !folders[0].starts_with("--") => {
            corpus::corpus("10", folders)
        }
        ["fidelity", folders @ ..] if !folders.is_empty() => corpus::fidelity(folders),
        ["hostile", folder] => hostile::command(folder),
        ["interop", "--peers", folders @ ..] => interop::command(true, folders),
        ["interop", folders @ ..] => interop::command(false, folders),
        ["dev"] => dev::command(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            println!("{USAGE}");
            Err(Failure::Usage(words.join(" ")))
        }
    }
}
