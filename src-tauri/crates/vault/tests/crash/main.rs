//! The real program is killed, or finds the disk full, at every single change that it makes on disk: while a file is
//! received or given up, a copy made, a purge or a rotation under way, a deadline moved, and while it recovers from
//! that. After the next start nothing due is there, nothing that is not due is gone, nothing half-done opens, no orphan
//! is left, and each purged item has exactly one receipt.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "clippy's allowance for tests covers test functions, not what they share"
)]

#[path = "../common/mod.rs"]
mod common;
mod ground;
mod tracer;

use std::io::Write;
use std::process::Command;
use std::{env, fs, io};

use common::id;
use ground::{
    BEFORE, COPIED, COPY, DUE, GIVEN_UP, Ground, IN_CLEAR, LATER, Profile, RECEIVED, assert_recovered,
    assert_recovered_from, content, there,
};
use tracer::{At, Run, THREAD};
use vault::{Trigger, UnixMillis};

/// Tells this program, started once more, what to do, …
const DEED: &str = "BUDKAVLE_TEST_DEED";
/// … and in which profile.
const PROFILE: &str = "BUDKAVLE_TEST_PROFILE";
/// What it says when it has done it, …
const DONE: &str = "the deed is done";
/// … or was told that it cannot be done.
const FAILED: &str = "the deed failed";

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Not a test by itself: the program that is killed.
#[test]
fn the_program_that_is_stopped() {
    let (Ok(deed), Some(profile)) = (env::var(DEED), env::var_os(PROFILE)) else { return };
    // In a thread of its own: the first one's end is the whole program's.
    let work = move || {
        let thread = fs::read_link("/proc/thread-self").unwrap();
        println!("\n{THREAD}{}", thread.file_name().unwrap().to_str().unwrap());
        io::stdout().flush().unwrap();
        io::stdin().read_line(&mut String::new()).unwrap();
        let outcome = carry_out(&deed, &Profile(profile.into()));
        match outcome {
            Ok(()) => println!("\n{DONE}"),
            Err(cause) => println!("\n{FAILED}: {cause:?}"),
        }
    };
    std::thread::spawn(work).join().unwrap();
}

fn carry_out(deed: &str, profile: &Profile) -> Outcome {
    let open = || profile.open();
    match deed {
        "receive" => {
            let mut writer = open()?.seal(id(RECEIVED), LATER)?;
            for piece in content(RECEIVED).chunks(50_000) {
                writer.write(piece)?;
            }
            writer.finish()?;
        }
        "give up" => {
            let mut writer = open()?.seal(id(GIVEN_UP), LATER)?;
            writer.write(&content(RECEIVED))?;
            drop(writer);
        }
        "copy" => {
            let entry = profile.copy(COPY, LATER);
            profile.area().register_copy(&entry)?;
            profile.area().write_copy(&entry, IN_CLEAR)?;
        }
        "purge" => {
            let stuck = profile.area().run(Trigger::Timer, DUE)?.stuck;
            stuck.into_iter().next().map_or(Ok(()), |(_, stuck)| Err(stuck))?;
        }
        "rotate" => {
            open()?.rotate(&profile.keys())?;
        }
        "move deadlines" => {
            let sooner = UnixMillis(LATER.0 - 1);
            open()?.set_deadline(id(3), sooner)?;
            profile.area().set_copy_deadline(id(12), sooner)?;
        }
        "start" => profile.start()?,
        other => panic!("no such deed: {other}"),
    }
    Ok(())
}

fn run(profile: &Profile, deed: &str, at: At) -> Run {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "the_program_that_is_stopped", "--nocapture", "--test-threads=1"]);
    tracer::run(command.env(DEED, deed).env(PROFILE, &profile.0), at)
}

/// Every change that the deed makes, each a place to be stopped at.
fn changes(ground: &Ground, deed: &str) -> Vec<bool> {
    ground.put_back();
    let run = run(&ground.profile, deed, At::Nothing);
    assert!(run.said.unwrap().contains(DONE), "{deed}");
    assert_recovered(&ground.profile, deed);
    run.changes
}

/// The deed is killed before each change, and in the middle of each writing.
fn killed_everywhere(deed: &str, at_least: usize) {
    let ground = Ground::new();
    let changes = changes(&ground, deed);
    let mut cases = 0;
    for (number, writes) in changes.iter().enumerate() {
        for at in [Some(At::Killed(number)), writes.then_some(At::KilledHalfWay(number))].into_iter().flatten() {
            ground.put_back();
            assert!(run(&ground.profile, deed, at).said.is_none(), "{deed}, {at:?}: it was not killed");
            assert_recovered(&ground.profile, &format!("{deed}, {at:?}"));
            cases += 1;
        }
    }
    println!("{deed}: killed at {cases} places");
    assert!(cases >= at_least, "{deed} has only {cases} places to be killed at");
}

#[test]
fn killed_anywhere_while_a_file_is_received() {
    killed_everywhere("receive", 20);
}

#[test]
fn killed_anywhere_while_a_file_is_given_up() {
    killed_everywhere("give up", 20);
}

#[test]
fn killed_anywhere_while_a_copy_is_made() {
    killed_everywhere("copy", 10);
}

#[test]
fn killed_anywhere_during_a_purge() {
    killed_everywhere("purge", 40);
}

#[test]
fn killed_anywhere_during_a_rotation() {
    killed_everywhere("rotate", 15);
}

#[test]
fn killed_anywhere_while_deadlines_are_moved() {
    killed_everywhere("move deadlines", 4);
}

#[test]
fn killed_once_more_while_it_recovers() {
    let ground = Ground::new();
    let mut cases = 0;
    for deed in ["receive", "copy", "purge", "rotate"] {
        let firsts = changes(&ground, deed).len();
        for first in (0..firsts).step_by(firsts.div_ceil(6)) {
            let mut second = first % 3;
            loop {
                ground.put_back();
                run(&ground.profile, deed, At::Killed(first));
                let was_there = there(&ground.profile);
                let recovering = run(&ground.profile, "start", At::Killed(second));
                let case = format!("{deed}, killed at {first} and then at {second}");
                assert_recovered_from(&ground.profile, was_there, &case);
                cases += 1;
                if recovering.said.is_some() {
                    break;
                }
                second += 9;
            }
        }
    }
    println!("two crashes in a row: {cases} cases");
    assert!(cases >= 100, "{cases}");
}

/// The deed finds the disk full at each change, for once or from there on. It must say so, and leave nothing half-done
/// even before the next start.
fn full_everywhere(deed: &str, nothing_is_left: impl Fn(&Profile, &str)) {
    let ground = Ground::new();
    let changes = changes(&ground, deed).len();
    let mut told = 0;
    for at in (0..changes).flat_map(|number| [At::NoRoom(number), At::NoRoomFrom(number)]) {
        ground.put_back();
        let case = format!("{deed}, {at:?}");
        let said = run(&ground.profile, deed, at).said.unwrap_or_else(|| panic!("{case}: it fell over"));
        if said.contains(FAILED) {
            told += 1;
            nothing_is_left(&ground.profile, &case);
        } else {
            assert!(said.contains(DONE), "{case}: it said neither");
        }
        assert_recovered(&ground.profile, &case);
    }
    println!("{deed}: the disk was full in {} cases, {told} of them told as a failure", 2 * changes);
    assert!(told > changes / 2, "{deed}: {told} of {changes}");
}

#[test]
fn a_disk_that_is_full_while_a_file_is_received_is_told_and_leaves_nothing() {
    full_everywhere("receive", |profile, case| {
        assert_eq!(profile.names_of(RECEIVED), [""; 0], "{case}");
    });
}

#[test]
fn a_disk_that_is_full_while_a_copy_is_made_is_told_and_leaves_nothing_in_clear() {
    full_everywhere("copy", |profile, case| {
        assert_eq!(
            fs::read_dir(profile.outside()).unwrap().count(),
            COPIED.len(),
            "{case}: only the copies from before"
        );
    });
}

#[test]
fn a_disk_that_is_full_keeps_nothing_from_being_purged() {
    let ground = Ground::new();
    let changes = changes(&ground, "purge").len();
    for number in 0..changes {
        ground.put_back();
        let said = run(&ground.profile, "purge", At::NoRoomUntilRemoval(number)).said.unwrap();
        assert!(said.contains(DONE), "no room from change {number} on: {said}");
        assert_recovered(&ground.profile, &format!("no room from change {number} on"));
    }
    assert!(changes >= 40, "{changes}");
}

#[test]
fn a_disk_that_is_full_during_a_purge_or_a_rotation_loses_nothing() {
    full_everywhere("purge", |_, _| {});
    full_everywhere("rotate", |profile, case| {
        let vault = profile.open().unwrap_or_else(|error| panic!("{case}: {error:?}"));
        assert_eq!(*vault.open_sealed(id(3), BEFORE, common::LIMIT).unwrap().expose(), content(3), "{case}");
    });
}
