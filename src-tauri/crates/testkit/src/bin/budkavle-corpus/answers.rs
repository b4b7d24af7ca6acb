//! Whether the application answers while files do their worst: its own commands, timed at rest and under a set of files.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use budkavle_testkit::World;
use pipeline::preview::{PreviewFailure, Renderer};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::{PAGE_EDGE, files, tell};

/// Files looked at at once, as by a person with two previews.
const AT_ONCE: usize = 2;
/// How long the application is asked while nothing else happens.
const REST: Duration = Duration::from_secs(5);
/// Between two questions: faster than anybody clicks.
const BETWEEN: Duration = Duration::from_millis(20);
/// Pages looked at of each file.
const PAGES: u32 = 3;
/// No answer may take longer.
const AT_MOST: Duration = Duration::from_millis(100);
/// The memory that may remain with the application afterwards, in MB.
const GROWTH: f64 = 32.0;

/// Asks the application at rest, then while every file below these places is looked at, and prints both. Whether every goal
/// is reached.
pub(crate) async fn run(renderer: Renderer, places: &[PathBuf]) -> bool {
    app::give_large_blocks_back();
    let files: Arc<Vec<PathBuf>> = Arc::new(files::below(places).files.into_iter().collect());
    let world = World::example().await;
    world.sign_in("karin").await;
    let rest = {
        let stop = Instant::now() + REST;
        asked(&world, || Instant::now() < stop).await
    };
    let before = resident();
    let bare = Bare::begin(Duration::from_secs_f64(share(&rest, 0.5) / 1_000.0));
    let begun = Instant::now();
    let (next, left) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(AT_ONCE)));
    let lost = Arc::new(AtomicBool::new(false));
    for _ in 0..AT_ONCE {
        let (renderer, files, next) = (renderer.clone(), Arc::clone(&files), Arc::clone(&next));
        let (left, lost) = (Arc::clone(&left), Arc::clone(&lost));
        tokio::spawn(async move {
            while next.load(Ordering::Relaxed) < files.len() {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(file) = files.get(at) else { continue };
                let Ok(bytes) = tokio::fs::read(file).await else { continue };
                if looked_at(&renderer, Zeroizing::new(bytes)).await.is_err() {
                    lost.store(true, Ordering::Relaxed);
                }
            }
            left.fetch_sub(1, Ordering::Relaxed);
        });
    }
    let busy = asked(&world, || left.load(Ordering::Relaxed) > 0).await;
    let growth = resident() - before;
    let bare = bare.end();
    if lost.load(Ordering::Relaxed) {
        tell("  Ritaren kan inte startas eller inte stängas in; inget är mätt.");
        return false;
    }
    tell(&format!("  {} filer, {AT_ONCE} åt gången, på {:.0} s", files.len(), begun.elapsed().as_secs_f64()));
    tell(&format!("  {:<34}{:>9}{:>9}{:>9}{:>9}", "ms från fråga till svar", "frågor", "median", "p99", "längst"));
    for (what, times) in
        [("i vila", &rest), ("medan filerna ritas", &busy), ("en tråd som bara räknar, samtidigt", &bare)]
    {
        tell(&format!(
            "  {what:<34}{:>9}{:>9.2}{:>9.2}{:>9.2}",
            times.len(),
            share(times, 0.5),
            share(times, 0.99),
            share(times, 1.0)
        ));
    }
    let goals = [
        ("längsta svar, ms", share(&busy, 1.0), AT_MOST.as_secs_f64() * 1_000.0),
        ("p99 mot p99 i vila, gånger", share(&busy, 0.99) / share(&rest, 0.99), 2.0),
        ("minne som finns kvar, MB", growth, GROWTH),
    ];
    goals.iter().fold(true, |all, (what, measured, at_most)| {
        let reached = measured <= at_most;
        let told = if reached { "nås" } else { "NÅS INTE" };
        tell(&format!("  {what:<34}{measured:>9.2} högst {at_most:>6.0}  {told}"));
        all && reached
    })
}

/// What a person with a list of cases asks, again and again. In milliseconds, the shortest first.
async fn asked(world: &World, go_on: impl Fn() -> bool) -> Vec<f64> {
    let mut times = Vec::new();
    while go_on() {
        let begun = Instant::now();
        let _: Value = world
            .ask("list_cases", json!({ "scope": "unit", "list": "open", "filter": {}, "search": null, "after": null }))
            .await;
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
        tokio::time::sleep(BETWEEN).await;
    }
    times.sort_by(f64::total_cmp);
    times
}

/// A thread that computes for as long as an answer takes at rest, again and again and with no one else: how late it is, the
/// machine is, whatever the application does.
struct Bare {
    is_over: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<Vec<f64>>,
}

impl Bare {
    fn begin(each: Duration) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&is_over);
        let thread = std::thread::spawn(move || {
            let rounds = rounds_in(each);
            let mut times = Vec::new();
            while !over.load(Ordering::Relaxed) {
                let begun = Instant::now();
                compute(rounds);
                times.push(begun.elapsed().as_secs_f64() * 1_000.0);
                std::thread::sleep(BETWEEN);
            }
            times.sort_by(f64::total_cmp);
            times
        });
        Self { is_over, thread }
    }

    fn end(self) -> Vec<f64> {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.join().unwrap_or_default()
    }
}

fn compute(rounds: u32) {
    let mut number = 1_u32;
    for round in 0..rounds {
        number = std::hint::black_box(number.rotate_left(5) ^ round);
    }
}

/// How often it computes in this time when nobody disturbs it: the best of some tries.
fn rounds_in(time: Duration) -> u32 {
    const TRIED: u32 = 1_000_000;
    let tries = (0..20).map(|_| {
        let begun = Instant::now();
        compute(TRIED);
        begun.elapsed()
    });
    let best = tries.min().unwrap_or(time).max(Duration::from_micros(1));
    u32::try_from(time.as_nanos() * u128::from(TRIED) / best.as_nanos()).unwrap_or(u32::MAX)
}

/// Looks at a file as a preview does, whatever comes of it.
///
/// # Errors
/// There is no renderer that may be used: nothing can be said then.
async fn looked_at(renderer: &Renderer, bytes: Zeroizing<Vec<u8>>) -> Result<(), PreviewFailure> {
    let mut document = match renderer.open(bytes, None).await {
        Ok(document) => document,
        Err(failure @ (PreviewFailure::ChildMissing | PreviewFailure::NotConfined)) => return Err(failure),
        Err(_) => return Ok(()),
    };
    for index in 0..document.pages().min(PAGES) {
        if document.page(index, PAGE_EDGE).await.is_err() {
            break;
        }
    }
    Ok(())
}

/// The time that this share of the answers did not exceed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place in it"
)]
fn share(times: &[f64], share: f64) -> f64 {
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
}

/// The memory of this process, in MB. None where the system does not tell.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = kibibytes.and_then(|text| text.split_whitespace().next()).and_then(|text| text.parse::<f64>().ok());
    kibibytes.map_or(f64::NAN, |kibibytes| kibibytes * 1.024 / 1_000.0)
}
