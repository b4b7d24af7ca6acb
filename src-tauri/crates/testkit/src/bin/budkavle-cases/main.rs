//! `budkavle-cases`: what `cargo xtask bench cases` starts. A unit with as many cases as are asked for, in a real encrypted store on
//! disk, and the times of what people ask of it: through the application's own commands, and beside them the bare query on the same
//! file, in turn.
//!
//! Everybody in it is made up. Never bundled.
#![expect(clippy::print_stdout, reason = "it tells cargo xtask what it measured over its pipe")]

mod ask;
mod fill;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(counts) = words.iter().map(|word| word.parse().ok()).collect::<Option<Vec<u64>>>() else {
        return ExitCode::FAILURE;
    };
    for count in counts {
        let filled = fill::unit_with(count).await;
        ask::everything(&filled).await;
    }
    println!("done");
    ExitCode::SUCCESS
}
