//! `budkavle-bench`: our side of `cargo xtask bench`. It makes the files that are measured on, and does what the
//! application does when it is told to, one line a time, so that our turn and another program's can alternate.
//!
//! Never bundled, and never started by anything but `cargo xtask bench`. It must measure the product's own code through the
//! doors that the application uses, and hold no copy of it.
#![expect(clippy::print_stdout, reason = "it talks with cargo xtask over its two pipes")]

mod made;
mod preview;
mod serve;
mod spent;
mod vaults;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Why something was not done. Only made-up files are handled here, so that a cause may be told.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("no such request")]
    Unknown,
    #[error(transparent)]
    File(#[from] std::io::Error),
    #[error(transparent)]
    Preview(#[from] pipeline::preview::PreviewFailure),
    #[error(transparent)]
    Vault(#[from] vault::VaultError),
    #[error(transparent)]
    Purge(#[from] vault::PurgeError),
    #[error("a picture could not be encoded")]
    Encoding(#[from] jpeg_encoder::EncodingError),
    #[error("what came back is not what went in")]
    Wrong,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["make", folder] => made::write_all(Path::new(folder)),
        ["requests", file, pages, edge, into] => write_requests(Path::new(file), pages, edge, Path::new(into)),
        ["serve", renderer, folder] => serve::serve(PathBuf::from(renderer), PathBuf::from(folder)),
        _ => Err(Failure::Unknown),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("fel {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Writes what the application says to the child for the first `pages` pages of a file, so that the child can be started
/// alone and beside others of its kind.
fn write_requests(file: &Path, pages: &str, edge: &str, into: &Path) -> Result<(), Failure> {
    let (Ok(pages), Ok(edge)) = (pages.parse(), edge.parse()) else { return Err(Failure::Unknown) };
    std::fs::write(into, preview::requests(&std::fs::read(file)?, pages, edge)?)?;
    Ok(())
}
