//! The conversation with `cargo xtask bench`: a line asks, a line answers.
//!
//! `ok <wall ns> <processor ns> <more…>` or `fel <why>`. The process stays, as the application does between two documents.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use pipeline::preview::Renderer;
use tokio::runtime::Runtime;

use crate::spent::Spent;
use crate::{Failure, preview, vaults};

/// Answers until the other side closes its pipe.
pub(crate) fn serve(renderer: PathBuf, folder: PathBuf) -> Result<(), Failure> {
    let runtime = Runtime::new()?;
    let renderer = Renderer::new(renderer);
    let mut vaults = vaults::Vaults::new(folder);
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split('\t').collect();
        match answer(&words, &runtime, &renderer, &mut vaults) {
            Ok((Spent { wall, processor }, more)) => {
                writeln!(output, "ok\t{}\t{}\t{more}", wall.as_nanos(), processor.as_nanos())?;
            }
            Err(failure) => writeln!(output, "fel\t{failure}")?,
        }
        output.flush()?;
    }
    Ok(())
}

fn answer(
    words: &[&str],
    runtime: &Runtime,
    renderer: &Renderer,
    vaults: &mut vaults::Vaults,
) -> Result<(Spent, u64), Failure> {
    let number = |word: &str| word.parse::<usize>().map_err(|_| Failure::Unknown);
    let edge = |word: &str| word.parse::<u32>().map_err(|_| Failure::Unknown);
    match words {
        ["first", file, longest] => {
            as_the_application(runtime, preview::first_page(renderer.clone(), PathBuf::from(file), edge(longest)?))
        }
        ["all", file, longest] => {
            as_the_application(runtime, preview::all_pages(renderer.clone(), PathBuf::from(file), edge(longest)?))
        }
        ["copy", file] => as_the_application(runtime, preview::copy(renderer.clone(), PathBuf::from(file))),
        ["child", requests, frames] => preview::child(renderer, Path::new(requests), Path::new(frames)),
        ["memcpy", megabytes] => vaults.copy(number(megabytes)?),
        ["seal", megabytes] => vaults.seal(number(megabytes)?),
        ["seal-stream", megabytes] => vaults.seal_stream(number(megabytes)?),
        ["open", megabytes] => vaults.open(number(megabytes)?),
        ["plain", megabytes] => vaults.plain_file(number(megabytes)?),
        ["write", file] => vaults.write(Path::new(file)),
        ["read"] => vaults.read(),
        ["keys", count] => vaults.make_keys(number(count)?),
        ["rotate"] => vaults.rotate(),
        ["purge", count] => vaults.purge(number(count)?),
        ["unlink", count] => vaults.unlink(number(count)?),
        ["scatter", count, folder] => vaults::scatter(number(count)?, Path::new(folder)),
        _ => Err(Failure::Unknown),
    }
}

/// On a thread of the runtime, where the application's commands and previews live too. On this one every read of a pipe
/// would be woken by another thread.
fn as_the_application(
    runtime: &Runtime,
    work: impl Future<Output = Result<(Spent, u64), Failure>> + Send + 'static,
) -> Result<(Spent, u64), Failure> {
    runtime.block_on(runtime.spawn(work)).unwrap_or(Err(Failure::Wrong))
}
