//! `cargo xtask hostile DIR`: the files that the tests of the renderer are made of, for other programs to be tried on.

use crate::ground::Ground;
use crate::plan::Failure;
use crate::process;

pub(crate) fn command(folder: &str) -> Result<(), Failure> {
    let ground = Ground::survey()?;
    // From where the person stands, not from the work tree's root.
    let folder = std::path::absolute(folder).map_err(|cause| Failure::File { path: folder.to_owned(), cause })?;
    process::loudly(ground.cargo(["run", "--quiet", "--package", "budkavle-hostile", "--"]).arg(folder))
}
