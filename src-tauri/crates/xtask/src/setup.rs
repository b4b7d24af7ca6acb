//! `cargo xtask setup`: what a machine with only Rust and Node lacks.

use std::process::Command;

use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::{deny, process, ui};

/// The oldest Node.js that the user interface's tools run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

pub(crate) fn command() -> Result<(), Failure> {
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    steps(&mut plan, &ground, &[Ability::Build, Ability::Picture, Ability::Test]);
    plan.must("Installerar cargo-deny (en gång, några minuter)", || deny::install(&ground));
    plan.carry_out().verdict()?;
    println!("\nKlart. Starta med `cargo xtask run`, testa med `cargo xtask test`.");
    Ok(())
}

/// The steps that every command which builds begins with.
pub(crate) fn steps<'a>(plan: &mut Plan<'a>, ground: &'a Ground, abilities: &'a [Ability]) {
    plan.must("Kontrollerar systempaket", || packages::install(abilities));
    plan.must("Kontrollerar Node.js", node);
    plan.must("Hämtar gränssnittets paket", || ui::install(ground));
    plan.must("Bygger gränssnittet", || ui::build(ground));
}

fn node() -> Result<Outcome, Failure> {
    let (major, minor) = OLDEST_NODE;
    let advice = format!("Node.js {major}.{minor} eller senare behövs");
    let answer = process::output(Command::new("node").arg("--version"))
        .map_err(|_| Failure::Missing(format!("{advice}, men `node` finns inte på PATH")))?;
    if version(&answer).is_some_and(|found| found >= OLDEST_NODE) {
        Ok(Outcome::Unneeded(format!("{answer} finns")))
    } else {
        Err(Failure::Missing(format!("{advice}, men här är {answer}")))
    }
}

/// Major and minor of `v20.19.4`.
fn version(answer: &str) -> Option<(u32, u32)> {
    let mut parts = answer.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_node_is_older_than_the_oldest_that_will_do() {
        assert!(version("v20.18.9") < Some(OLDEST_NODE));
        assert!(version("v20.19.0") >= Some(OLDEST_NODE));
        assert!(version("v22.1.0") >= Some(OLDEST_NODE));
        assert_eq!(version("node"), None);
    }
}
