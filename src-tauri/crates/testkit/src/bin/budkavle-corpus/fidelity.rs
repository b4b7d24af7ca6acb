//! First pages beside those of poppler's `pdftoppm`, block by block.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use pipeline::kind::{FileKind, sniff};
use pipeline::preview::{Flags, MAX_DOCUMENT, Renderer};
use tokio::process::Command;
use tokio::time::timeout;
use zeroize::Zeroizing;

use crate::picture::{Grey, Picture};
use crate::{files, tell};

const DOTS_PER_INCH: &str = "150";
/// Edge of a block, in pixels.
const BLOCK: usize = 12;
/// Grey levels by which the mean of a block may be off.
const LEVELS: f64 = 40.0;
/// Pixels by which the edges may be off.
const ROUNDING: usize = 1;
/// How long poppler may take, and how much memory, in KiB: it limits itself in neither.
const PATIENCE: Duration = Duration::from_secs(60);
const MEMORY: u32 = 3_000_000;
/// Pages larger than this are drawn to it by both.
const LARGEST_EDGE: usize = 4_000;
/// Files that are named.
const NAMED: usize = 25;
const NEWS: Duration = Duration::from_secs(5);

/// What must be reached, in per cent of the files.
const WITHIN_ONE: f64 = 90.0;
const BEYOND_TWENTY: f64 = 1.5;

struct Compared {
    file: PathBuf,
    /// Of the blocks, in per cent.
    off: f64,
    is_larger_or_smaller: bool,
    /// Ours shows nothing, poppler's does.
    is_blank: bool,
    is_flagged: bool,
}

#[derive(Default)]
struct Count {
    compared: Vec<Compared>,
    not_by_poppler: usize,
    not_by_us: Vec<PathBuf>,
}

/// Compares all PDFs and prints the shares. Whether the aims are reached.
pub(crate) async fn run(renderer: &Renderer, places: &[PathBuf]) -> bool {
    let files: Vec<PathBuf> = files::below(places).files.into_iter().collect();
    let mut count = Count::default();
    let mut told = Instant::now();
    for (number, file) in files.iter().enumerate() {
        look(renderer, file, &mut count).await;
        if told.elapsed() >= NEWS {
            told = Instant::now();
            tell(&format!("  {} av {} filer", number + 1, files.len()));
        }
    }
    print(count)
}

async fn look(renderer: &Renderer, file: &Path, count: &mut Count) {
    if !fs::metadata(file).is_ok_and(|at| at.len() <= MAX_DOCUMENT) {
        return;
    }
    let Ok(bytes) = fs::read(file) else { return };
    if sniff(&bytes) != Ok(FileKind::Pdf) {
        return;
    }
    let Some(theirs) = by_poppler(file).await else {
        count.not_by_poppler += 1;
        return;
    };
    let edge = u32::try_from(theirs.width.max(theirs.height)).unwrap_or(u32::MAX);
    let drawn = async {
        let mut document = renderer.open(Zeroizing::new(bytes), None).await.ok()?;
        let of_all = document.flags();
        let page = document.page(0, edge).await.ok()?;
        Some((Picture::of_jpeg(&page.jpeg)?.grey(), page.flags | of_all))
    };
    let Some((ours, flags)) = drawn.await else {
        count.not_by_us.push(file.to_owned());
        return;
    };
    let is_larger_or_smaller =
        ours.width.abs_diff(theirs.width) > ROUNDING || ours.height.abs_diff(theirs.height) > ROUNDING;
    let explains =
        [Flags::LOOKS_EMPTY, Flags::XFA, Flags::FIELDS_NOT_DRAWN, Flags::PARTS_NOT_DRAWN, Flags::FONTS_MISSING];
    count.compared.push(Compared {
        file: file.to_owned(),
        off: if is_larger_or_smaller { 100.0 } else { off(&ours, &theirs) },
        is_larger_or_smaller,
        is_blank: ours.is_blank() && !theirs.is_blank(),
        is_flagged: explains.iter().any(|flag| flags.contains(*flag)),
    });
}

/// Per cent of the blocks that are off. What one picture is larger by rounding is left out.
fn off(ours: &Grey, theirs: &Grey) -> f64 {
    let (width, height) = (ours.width.min(theirs.width), ours.height.min(theirs.height));
    let (mut all, mut differing) = (0u32, 0u32);
    for top in (0..height).step_by(BLOCK) {
        for left in (0..width).step_by(BLOCK) {
            if let Some(difference) = ours.difference(theirs, left, top, BLOCK) {
                all += 1;
                differing += u32::from(difference > LEVELS);
            }
        }
    }
    if all == 0 { 100.0 } else { 100.0 * f64::from(differing) / f64::from(all) }
}

/// The first page in grey; drawn smaller if it is huge.
async fn by_poppler(file: &Path) -> Option<Grey> {
    let page = poppler(file, &["-r", DOTS_PER_INCH]).await?;
    if page.width.max(page.height) <= LARGEST_EDGE {
        return Some(page);
    }
    drop(page);
    poppler(file, &["-scale-to", &LARGEST_EDGE.to_string()]).await
}

async fn poppler(file: &Path, size: &[&str]) -> Option<Grey> {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$@\""), "sh", "pdftoppm"])
        .args(["-gray", "-cropbox", "-f", "1", "-l", "1", "-singlefile"])
        .args(size)
        .arg(file)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let output = timeout(PATIENCE, command.output()).await.ok()?.ok()?;
    Grey::of_pgm(&output.stdout)
}

fn print(mut count: Count) -> bool {
    let all = count.compared.len();
    if all == 0 {
        tell("Ingen PDF kunde jämföras. Finns pdftoppm (poppler-utils)?");
        return false;
    }
    count.compared.sort_by(|a, b| b.off.total_cmp(&a.off));
    let share = |of: &dyn Fn(&Compared) -> bool| {
        let count = count.compared.iter().filter(|compared| of(compared)).count();
        100.0 * f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
    };
    let within_one = share(&|compared| compared.off <= 1.0);
    let beyond_twenty = share(&|compared| compared.off > 20.0);
    let silent: Vec<_> = count.compared.iter().filter(|compared| compared.is_blank && !compared.is_flagged).collect();
    let blank = count.compared.iter().filter(|compared| compared.is_blank).count();
    let other_size = count.compared.iter().filter(|compared| compared.is_larger_or_smaller).count();

    tell(&format!("\nJämförda första sidor               {all:>6}"));
    tell(&format!("  högst 1 % av blocken avviker      {within_one:>6.1} %   målet minst {WITHIN_ONE} %"));
    tell(&format!("  högst 5 %                         {:>6.1} %", share(&|compared| compared.off <= 5.0)));
    tell(&format!("  mer än 20 %                       {beyond_twenty:>6.1} %   målet högst {BEYOND_TWENTY} %"));
    tell(&format!("  av dem med annan storlek          {other_size:>6}"));
    tell(&format!("  tomma hos oss, inte hos pdftoppm  {blank:>6}"));
    tell(&format!("    utan förklaring                 {:>6}   ska vara 0", silent.len()));
    tell(&format!("Ritas inte av pdftoppm              {:>6}", count.not_by_poppler));
    tell(&format!("Ritas av pdftoppm men inte av oss   {:>6}", count.not_by_us.len()));

    tell("\nSämst:");
    for compared in count.compared.iter().take_while(|compared| compared.off > 1.0).take(NAMED) {
        let note = if compared.is_larger_or_smaller { " (annan storlek)" } else { "" };
        let told = if compared.is_flagged { ", förklaras" } else { "" };
        tell(&format!("  {:>6.1} %  {}{note}{told}", compared.off, compared.file.display()));
    }
    for (what, files) in [
        ("Tomma hos oss utan förklaring", silent.iter().map(|compared| &compared.file).collect::<Vec<_>>()),
        ("Ritas inte av oss", count.not_by_us.iter().collect()),
    ] {
        if !files.is_empty() {
            tell(&format!("\n{what}:"));
        }
        for file in files.iter().take(NAMED) {
            tell(&format!("  {}", file.display()));
        }
    }
    within_one >= WITHIN_ONE && beyond_twenty <= BEYOND_TWENTY && silent.is_empty()
}
