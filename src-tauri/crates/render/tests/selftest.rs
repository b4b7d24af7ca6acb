//! The probe table: with the jail every attempt is refused, and without it every attempt succeeds.
#![cfg(target_os = "linux")]

mod support;

#[path = "../src/probe/mod.rs"]
mod probe;

use std::env;
use std::process;

use frames::probe::{COMMAND, DENIED, SUCCEEDED};
use pipeline::preview::Renderer;
use pipeline::selftest::{Confinement, Outcome, Probe, selftest};
use probe::Attempt;
use rustix::process::{PTracer, set_ptracer};

#[tokio::test]
async fn nine_of_nine_attempts_are_refused() {
    let tested = selftest(&support::renderer()).await.expect("targets can be had");
    let refused = |probe: Probe| match probe {
        Probe::ReadFile | Probe::CreateFile => Outcome::Denied,
        Probe::TooMuchMemory => Outcome::OutOfMemory,
        _ => Outcome::Killed,
    };
    assert_eq!(tested.outcomes, Probe::ALL.map(|probe| (probe, refused(probe))));
    assert!(tested.confinement.contains(Confinement::REQUIRED));
    assert!(tested.holds());
}

/// This test program plays the child: started anew with an attempt on its command line it makes it, outside of any jail.
#[tokio::test]
async fn without_the_jail_every_attempt_succeeds() {
    if let Some(attempt) = Attempt::read(env::args().skip_while(|word| word != COMMAND)) {
        make(attempt);
    }
    // Where the system lets a process be traced by its descendants only, as Ubuntu does.
    let _may_refuse = set_ptracer(PTracer::Any);
    let program = env::current_exe().expect("this program lies somewhere");
    let only_this = ["--exact", "--nocapture", "without_the_jail_every_attempt_succeeds"];
    let unjailed = Renderer::new(program).with_arguments(only_this.map(str::to_owned));
    let tested = selftest(&unjailed).await.expect("targets can be had");
    assert_eq!(tested.outcomes, Probe::ALL.map(|probe| (probe, Outcome::Succeeded)));
    assert!(!tested.holds());
}

#[expect(clippy::disallowed_methods, reason = "the parent sees how this process ends; there is no key in it")]
fn make(attempt: Attempt) -> ! {
    process::exit(i32::from(if attempt.make().is_ok() { SUCCEEDED } else { DENIED }))
}
