//! `cargo xtask dev`: the same commands over HTTP on the loopback, and the user interface in a normal browser.

use std::process::Stdio;
use std::time::Duration;

use crate::ground::Ground;
use crate::packages::Ability;
use crate::plan::{Failure, Outcome, Plan};
use crate::{process, setup};

/// The host of the commands, which only exists for development.
const HOST: &str = "budkavle-dev";

pub(crate) fn command() -> Result<(), Failure> {
    let ground = Ground::survey()?;
    if !ground.has_binary(HOST) {
        return Err(Failure::Missing(format!("programmet {HOST} finns inte i arbetsträdet")));
    }
    let mut plan = Plan::default();
    setup::steps(&mut plan, &ground, &[Ability::Build]);
    plan.must("Bygger värden för utveckling", || {
        process::loudly(&mut ground.cargo(["build", "--bin", HOST, "--package", "budkavle-testkit"]))?;
        Ok(Outcome::Done)
    });
    plan.must("Kör; avsluta med Ctrl-C. Bara påhittade exempeldata", || serve(&ground));
    plan.carry_out().verdict()
}

/// Runs both until one ends. Ctrl-C reaches them from the terminal; otherwise they die with this program.
fn serve(ground: &Ground) -> Result<Outcome, Failure> {
    let mut host = process::spawn(
        process::mortal(ground.built("debug").join(format!("{HOST}{}", std::env::consts::EXE_SUFFIX)))
            .current_dir(ground.root())
            .stdin(Stdio::null()),
    )?;
    let mut npm = process::mortal("npm");
    npm.args(["run", "--silent", "dev"]).current_dir(ground.ui()).stdin(Stdio::null());
    let mut page = match process::spawn(&mut npm) {
        Ok(page) => page,
        Err(failure) => {
            process::end(&mut host);
            return Err(failure);
        }
    };
    let ended = process::until(Duration::MAX, || {
        let host = host.try_wait().ok().flatten().map(|_| HOST);
        host.or_else(|| page.try_wait().ok().flatten().map(|_| "npm run dev"))
    });
    process::end(&mut host);
    process::end(&mut page);
    Err(Failure::Broken(format!("{} slutade", ended.unwrap_or(HOST))))
}
