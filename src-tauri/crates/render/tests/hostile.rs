//! Files that were made to do harm, through the real child. Each ends as it may and in time, what the pixels hide is told,
//! none is blank without a word, and the parent goes on, hardly larger than before.

mod support;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

use hostile::{End, HostileFile, Tell, mutants};
use image::{DynamicImage, RgbaImage};
use pipeline::preview::{Document, Flags, PreviewFailure, Renderer};
use support::{
    FONT, OnePage, decoded, first_page, impatient_renderer, is_one_shade, open, pages, pdf_of, renderer, stream,
};
use tokio::sync::{RwLock, Semaphore};
use tokio::task::JoinSet;
use zeroize::Zeroizing;

/// Tells this program, started once more, where to write the files: making them takes memory that is not the parent's.
const FOLDER: &str = "BUDKAVLE_TEST_HOSTILE_FOLDER";
/// Which mutants are tried, when somebody has the time: `10000` of them, or a slice, `10000..20000`.
const MUTANTS: &str = "BUDKAVLE_MUTANTS";
const FEW: Range<u64> = 0..300;
/// Children at a time. Each may take a gibibyte.
const AT_A_TIME: usize = 3;
/// How much the parent may grow, in KiB.
const ROOM: u64 = 64 * 1024;
/// The longest edge that is asked for.
const EDGE: u32 = 800;
/// A page that shows nothing at [`EDGE`] is asked for this large before it is called blank.
const DECISIVE_EDGE: u32 = 1_600;
/// Beyond the renderer's own limits of time: what it may take to start a child, and to end one, on a busy machine.
const SLACK: Duration = Duration::from_secs(15);

/// Held for writing while the parent's memory is measured, and for reading by the other tests that take much of it.
static MEASURED: RwLock<()> = RwLock::const_new(());

/// How a reading ended.
#[derive(Clone, Copy, Debug)]
struct Reading {
    end: End,
    /// What was told.
    flags: Flags,
    /// Nothing can be seen, and no flag says so.
    silently_blank: bool,
}

impl Reading {
    const fn without_pixels(end: End) -> Self {
        Self { end, flags: Flags::NONE, silently_blank: false }
    }
}

/// Opens the file and draws its first page. An error is an end that no file may have.
async fn read(renderer: &Renderer, bytes: Vec<u8>) -> Result<Reading, PreviewFailure> {
    let failure = match renderer.open(Zeroizing::new(bytes), None).await {
        Ok(document) => match drawn(document).await {
            Ok(reading) => return Ok(reading),
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
    Ok(Reading::without_pixels(end))
}

async fn drawn(mut document: Document) -> Result<Reading, PreviewFailure> {
    let page = document.page(0, EDGE).await?;
    assert!((1..=EDGE).contains(&page.width) && (1..=EDGE).contains(&page.height));
    let mut silently_blank = is_one_shade(&decoded(&page.jpeg)) && !is_told_to_be_blank(&document);
    if silently_blank {
        // Small print fades away, and a dot does in a JPEG.
        let picture = document.picture(0, DECISIVE_EDGE).await?;
        let pixels = RgbaImage::from_raw(picture.width, picture.height, picture.rgba.to_vec()).expect("as many");
        silently_blank = is_one_shade(&DynamicImage::from(pixels).into_rgb8()) && !is_told_to_be_blank(&document);
    }
    Ok(Reading { end: End::Drawn, flags: document.flags(), silently_blank })
}

fn is_told_to_be_blank(document: &Document) -> bool {
    document.flags().contains(Flags::LOOKS_EMPTY) || document.flags().contains(Flags::EMPTY_PAGE)
}

const fn flag(tell: Tell) -> Flags {
    match tell {
        Tell::ActiveContent => Flags::ACTIVE_CONTENT,
        Tell::Xfa => Flags::XFA,
        Tell::PartsNotDrawn => Flags::PARTS_NOT_DRAWN,
        Tell::LooksEmpty => Flags::LOOKS_EMPTY,
        Tell::PagesBeyondLimit => Flags::PAGES_BEYOND_LIMIT,
        Tell::FieldsNotDrawn => Flags::FIELDS_NOT_DRAWN,
        Tell::FontsMissing => Flags::FONTS_MISSING,
        Tell::FirstPictureOnly => Flags::FIRST_PICTURE_ONLY,
        Tell::EmptyPage => Flags::EMPTY_PAGE,
    }
}

/// Every flag that has a meaning.
fn all_flags() -> impl Iterator<Item = Flags> {
    (0..u32::BITS).filter_map(|bit| Flags::from_bits(1 << bit))
}

/// What is wrong with how the reading of a hostile file ended, if anything.
fn fault(file: &HostileFile, outcome: Result<Reading, PreviewFailure>) -> Option<String> {
    let name = &file.name;
    match outcome {
        Err(attack) => Some(format!("{name}: {attack:?}")),
        Ok(Reading { end, .. }) if !file.may(end) => Some(format!("{name}: {end:?}, not one of {:?}", file.ends)),
        Ok(Reading { silently_blank: true, flags, .. }) => Some(format!("{name}: blank, and told is {flags:?}")),
        Ok(Reading { end: End::Drawn, flags, .. }) => {
            let untold = file.tells.iter().find(|tell| !flags.contains(flag(**tell)));
            untold.map(|tell| format!("{name}: drawn without telling {tell:?}"))
        }
        Ok(_) => None,
    }
}

#[test]
fn for_each_flag_there_is_a_file_that_is_at_fault_without_it() {
    let files = hostile::all();
    for missing in all_flags() {
        let all_others = all_flags().filter(|other| *other != missing).fold(Flags::NONE, |all, other| all | other);
        let untold = Reading { end: End::Drawn, flags: all_others, silently_blank: false };
        let demanded = files.iter().filter(|file| file.must_be_drawn() && fault(file, Ok(untold)).is_some()).count();
        assert!(demanded > 0, "{missing:?} is demanded by no file");
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

    let _alone = MEASURED.write().await;
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
            let begun = Instant::now();
            let outcome = read(&renderer, fs::read(path).expect("it was written")).await;
            (fault(&file, outcome), outcome, begun.elapsed(), file.name)
        });
    }
    let (mut faults, mut ends, mut times) = (Vec::new(), BTreeMap::new(), Vec::new());
    while let Some(reading) = readings.join_next().await {
        let (fault, outcome, time, name) = reading.expect("the parent does not panic");
        faults.extend(fault);
        times.push((time, name.clone()));
        ends.entry(outcome.map_or_else(|attack| format!("{attack:?}"), |reading| format!("{:?}", reading.end)))
            .or_insert_with(Vec::new)
            .push(name);
    }
    times.sort_unstable_by(|one, other| other.cmp(one));
    println!("{} files; the slowest:", times.len());
    for (time, name) in times.iter().take(30) {
        println!("    {:5} ms {name}", time.as_millis());
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

/// `10000` means the first so many, `10000..20000` a slice.
fn slice(said: &str) -> Range<u64> {
    let number = |digits: &str| digits.parse().expect("a number of mutants");
    said.split_once("..").map_or_else(|| 0..number(said), |(from, until)| number(from)..number(until))
}

#[tokio::test(flavor = "multi_thread")]
async fn mutants_of_good_files_never_harm_the_parent() {
    let _not_measured = MEASURED.read().await;
    let numbers = env::var(MUTANTS).map_or(FEW, |said| slice(&said));
    let seeds = Arc::new(mutants::seeds());
    let turns = Arc::new(Semaphore::new(AT_A_TIME));
    let mut readings = JoinSet::new();
    let (mut faults, mut ends, mut slowest) = (Vec::new(), BTreeMap::new(), Duration::ZERO);
    let mut heed = |(number, outcome, time): (u64, Result<Reading, PreviewFailure>, Duration)| {
        slowest = slowest.max(time);
        let end = match outcome {
            Ok(Reading { silently_blank: true, flags, .. }) => {
                faults.push(format!("{number}: blank, and told is {flags:?}"));
                "Blank".to_owned()
            }
            Ok(reading) => format!("{:?}", reading.end),
            Err(attack) => {
                faults.push(format!("{number}: {attack:?}"));
                format!("{attack:?}")
            }
        };
        let limits = support::IMPATIENCE;
        if time > limits.page + limits.document + SLACK {
            faults.push(format!("{number}: took {time:?}"));
        }
        *ends.entry(end).or_insert(0) += 1;
    };
    for number in numbers.clone() {
        let turn = Arc::clone(&turns).acquire_owned().await.expect("never closed");
        let seeds = Arc::clone(&seeds);
        readings.spawn(async move {
            let _turn = turn;
            let begun = Instant::now();
            let outcome = read(&impatient_renderer(), mutants::mutant(&seeds, number)).await;
            (number, outcome, begun.elapsed())
        });
        while let Some(reading) = readings.try_join_next() {
            heed(reading.expect("the parent does not panic"));
        }
    }
    while let Some(reading) = readings.join_next().await {
        heed(reading.expect("the parent does not panic"));
    }
    println!("mutants {numbers:?} of {} seeds: {ends:?}, the slowest after {slowest:?}", seeds.len());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    the_next_document_is_shown().await;
}

#[tokio::test]
async fn seeds_of_mutants_are_drawn() {
    let _not_measured = MEASURED.read().await;
    for seed in mutants::seeds() {
        let reading = read(&renderer(), seed.bytes).await.expect("no attack");
        assert!(reading.end == End::Drawn, "{}: {:?}", seed.ending, reading.end);
    }
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
