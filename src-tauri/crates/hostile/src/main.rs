//! `budkavle-hostile DIR`: writes every hostile file to a folder, so that other programs can be tried on them.
#![expect(clippy::print_stdout, reason = "a command-line program: what it prints is what it is for")]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        println!("Användning: budkavle-hostile MAPP");
        return ExitCode::FAILURE;
    };
    match write_all(Path::new(&folder)) {
        Ok(count) => {
            println!("{count} filer skrevs. Öppna dem inte i vanliga program.");
            ExitCode::SUCCESS
        }
        Err(cause) => {
            println!("filerna kunde inte skrivas: {cause}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(folder: &Path) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    let files = hostile::all();
    for file in &files {
        fs::write(folder.join(&file.name), file.bytes())?;
    }
    Ok(files.len())
}
