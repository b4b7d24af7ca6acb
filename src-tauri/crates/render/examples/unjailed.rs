//! The renderer without its jail, for `cargo xtask bench guard`: valgrind counts its instructions, and needs system calls
//! that the jail forbids. An example, so that it is never shipped; and no library, so that nobody can link it.

use std::process::ExitCode;

use frames::Confinement;

#[path = "../src/conversation.rs"]
mod conversation;
#[cfg(feature = "heic")]
#[path = "../src/heic.rs"]
mod heic;
#[path = "../src/pdf/mod.rs"]
mod pdf;
#[path = "../src/photo.rs"]
mod photo;
#[path = "../src/picture.rs"]
mod picture;
#[path = "../src/several.rs"]
mod several;
#[path = "../src/shrink.rs"]
mod shrink;

fn main() -> ExitCode {
    let spoken = conversation::hold(Confinement::NONE, &mut std::io::stdin().lock(), &mut std::io::stdout().lock());
    if spoken.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
