//! Files that were made to do harm, through the real child. Each ends as it may, what the pixels hide is told, and the
//! parent goes on, hardly larger than before.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::{env, fs};

use hostile::{End, HostileFile, Tell, mutants};
use pipeline::preview::{Flags, PreviewFailure, Renderer};
use support::{FONT, OnePage, first_page, impatient_renderer, open, pages, pdf_of, renderer, stream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use zeroize::Zeroizing;

/// Tells this program, started once more, where to write the files: making them takes memory that is not the parent's.
const FOLDER: &str = "BUDKAVLE_TEST_HOSTILE_FOLDER";
/// How many mutants are tried; more than [`FEW`] when somebody has the time.
const MUTANTS: &str = "BUDKAVLE_MUTANTS";
const FEW: u64 = 300;
/// Children at a time. Each may take a gibibyte.
const AT_A_TIME: usize = 3;
/// How much the parent may grow, in KiB.
const ROOM: u64 = 64 * 1024;

/// How a reading ended, and what was told. An error is an end that no file may have.
async fn read(renderer: &Renderer, bytes: Vec<u8>) -> Result<(End, Flags), PreviewFailure> {
    let failure = match renderer.open(Zeroizing::new(bytes), None).await {
        Ok(mut document) => match document.page(0, 800).await {
            Ok(page) => {
                assert!((1..=800).contains(&page.width) && (1..=800).contains(&page.height));
                return Ok((End::Drawn, document.flags()));
            }
            Err(failure) => failure,
        },
        Err(failure) => failure,
    };
    let end = match failure {
        PreviewFailure::OutOfMemory => End::OutOfMemory,
        PreviewFailure::TimedOut => End::TimedOut,
        PreviewFailure::BadFile
        | PreviewFailure::Refused(_)
        | PreviewFailure::TooLarge
        | PreviewFailure::UnknownVariety
        | PreviewFailure::PasswordNeeded => End::Refused,
        attack => return Err(attack),
    };
    Ok((end, Flags::NONE))
}

const fn flag(tell: Tell) -> Flags {
    match tell {
        Tell::ActiveContent => Flags::ACTIVE_CONTENT,
        Tell::Xfa => Flags::XFA,
        Tell::PartsNotDrawn => Flags::PARTS_NOT_DRAWN,
        Tell::LooksEmpty => Flags::LOOKS_EMPTY,
        Tell::PagesBeyondLimit => Flags::PAGES_BEYOND_LIMIT,
    }
}

/// What is wrong with how the reading of a hostile file ended, if anything.
fn fault(file: &HostileFile, outcome: Result<(End, Flags), PreviewFailure>) -> Option<String> {
    let name = &file.name;
    match outcome {
        Err(attack) => Some(format!("{name}: {attack:?}")),
        Ok((end, _)) if !file.may(end) => Some(format!("{name}: {end:?}, not one of {:?}", file.ends)),
        Ok((End::Drawn, flags)) => {
            let untold = file.tells.iter().find(|tell| !flags.contains(flag(**tell)));
            untold.map(|tell| format!("{name}: drawn without telling {tell:?}"))
        }
        Ok(_) => None,
    }
}

/// The proof that the parent is unharmed: the next document is shown.
async fn the_next_document_is_shown() {
    let mut document = open(pages(1)).await.expect("a good PDF");
    document.page(0, 100).await.expect("a good page");
}

/// A line of the system's account of this process, in KiB.
#[cfg(target_os = "linux")]
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("the system tells");
    let line = status.lines().find_map(|told| told.strip_prefix(line)).expect("a line of that name");
    line.trim_matches(|c: char| !c.is_ascii_digit()).parse().expect("a number")
}

/// Elsewhere nothing is measured.
#[cfg(not(target_os = "linux"))]
fn memory(_line: &str) -> u64 {
    0
}

/// Not a test by itself: the program that writes the files for the next one.
#[test]
fn the_files_are_written_by_another_program() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    for file in hostile::all() {
        fs::write(Path::new(&folder).join(&file.name), file.bytes()).expect("a folder of its own");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_hostile_file_ends_as_it_may_and_the_parent_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", "the_files_are_written_by_another_program"])
        .env(FOLDER, folder.path())
        .output()
        .expect("it starts");
    assert!(written.status.success());

    the_next_document_is_shown().await;
    let before = memory("VmHWM:");
    let turns = Arc::new(Semaphore::new(AT_A_TIME));
    let mut readings = JoinSet::new();
    for file in hostile::all() {
        let (turns, path) = (Arc::clone(&turns), folder.path().join(&file.name));
        readings.spawn(async move {
            let _turn = turns.acquire_owned().await;
            // What may never end is not waited for as long as what must be drawn.
            let renderer = if file.may(End::TimedOut) { impatient_renderer() } else { renderer() };
            let outcome = read(&renderer, fs::read(path).expect("it was written")).await;
            (fault(&file, outcome), outcome, file.name)
        });
    }
    let (mut faults, mut ends) = (Vec::new(), BTreeMap::new());
    while let Some(reading) = readings.join_next().await {
        let (fault, outcome, name) = reading.expect("the parent does not panic");
        faults.extend(fault);
        ends.entry(outcome.map_or_else(|attack| format!("{attack:?}"), |(end, _)| format!("{end:?}")))
            .or_insert_with(Vec::new)
            .push(name);
    }
    for (end, names) in &ends {
        println!("{end}: {} files\n    {}", names.len(), names.join(" "));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    let grown = memory("VmHWM:").saturating_sub(before);
    println!("the parent grew by {grown} KiB");
    assert!(grown < ROOM, "the parent grew by {grown} KiB");
    the_next_document_is_shown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mutants_of_good_files_never_harm_the_parent() {
    let count = env::var(MUTANTS).map_or(FEW, |said| said.parse().expect("a number of mutants"));
    let seeds = Arc::new(mutants::seeds());
    let turns = Arc::new(Semaphore::new(AT_A_TIME));
    let mut readings = JoinSet::new();
    for number in 0..count {
        let turn = Arc::clone(&turns).acquire_owned().await.expect("never closed");
        let seeds = Arc::clone(&seeds);
        readings.spawn(async move {
            let _turn = turn;
            (number, read(&impatient_renderer(), mutants::mutant(&seeds, number)).await)
        });
    }
    let mut ends = BTreeMap::new();
    while let Some(reading) = readings.join_next().await {
        let (number, outcome) = reading.expect("the parent does not panic");
        let (end, _) = outcome.unwrap_or_else(|attack| panic!("mutant {number}: {attack:?}"));
        *ends.entry(format!("{end:?}")).or_insert(0) += 1;
    }
    println!("{count} mutants: {ends:?}");
    the_next_document_is_shown().await;
}

#[tokio::test]
async fn seeds_of_mutants_that_are_accepted_are_drawn() {
    let mut drawn = 0;
    for seed in mutants::seeds() {
        let (end, _) = read(&renderer(), seed.bytes).await.expect("no attack");
        drawn += u32::from(end == End::Drawn);
        assert!(end == End::Drawn || ["bmp", "tif"].contains(&seed.ending), "{}: {end:?}", seed.ending);
    }
    assert!(drawn >= 11, "{drawn} were drawn");
}

#[tokio::test]
async fn page_trees_that_lie_or_loop_have_the_pages_that_are_there() {
    let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>".to_vec();
    let catalogue = (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec());
    for (tree, count) in
        [("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", 1), ("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", 1)]
    {
        let file = pdf_of(&[catalogue.clone(), (2, tree.as_bytes().to_vec()), (3, page.clone())], "");
        assert_eq!(open(file).await.expect("one page").pages(), count);
    }
}

#[tokio::test]
async fn an_image_that_claims_to_be_huge_is_refused_from_its_header() {
    for name in ["claims_19999x19999.png", "claims_60000x60000.gif", "claims_65500x65500.jpg"] {
        let files = hostile::all();
        let file = files.iter().find(|file| file.name == name).expect("it is among them");
        assert_eq!(open(file.bytes()).await.err(), Some(PreviewFailure::TooLarge), "{name}");
    }
}

#[tokio::test]
async fn text_cannot_steer_the_screen() {
    let files = hostile::all();
    let file = files.iter().find(|file| file.name == "words_that_steer_the_screen.pdf").expect("it is among them");
    let page = first_page(&renderer(), file.bytes()).await.expect("a good page");
    assert_eq!(support::text_of(&page), "<b>");
}

#[tokio::test]
async fn a_page_with_endless_text_is_cut() {
    let mut content = b"BT /F1 1 Tf ".to_vec();
    content.extend(b"(0123456789abcdefghij) Tj ".repeat(5_000));
    content.extend(b"ET");
    let file = OnePage { content: stream("", &content), resources: FONT.to_owned(), ..OnePage::default() };
    let page = first_page(&renderer(), file.bytes()).await.expect("a good page");
    assert_eq!(support::text_of(&page).len(), 64_000);
}
