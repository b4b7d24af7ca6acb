//! `cargo xtask bench vault`: what keeping files sealed and destroying them costs, beside a copy in memory, `age`,
//! plain removal and `shred`.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::host::Host;
use super::peers::quiet;
use super::statistics::Series;
use super::table::{Row, tell};
use super::{BENCH, RENDERER, build, file, folder, only_on_linux, program, took};
use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::process;

/// Rounds of each; one more goes before and is not counted.
const ROUNDS: usize = 9;
/// Rounds of what takes seconds.
const SLOW_ROUNDS: usize = 5;
/// Millions of bytes.
const MEGABYTES: &str = "100";
const KEYS: &str = "10000";
const FILES: &str = "200";

pub(crate) fn command() -> Result<(), Failure> {
    only_on_linux()?;
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    plan.must("Kontrollerar systempaket", || packages::install(&[Ability::Build, Ability::Measure]));
    plan.must("Bygger för hastighet (första gången några minuter)", || build(&ground));
    plan.must("Mäter, alla program turvis", || measure(&ground));
    plan.carry_out().verdict()
}

fn measure(ground: &Ground) -> Result<Outcome, Failure> {
    let out = folder(ground, "vault")?;
    let mut host = Host::start(&program(ground, BENCH), &program(ground, RENDERER), &out)?;
    let mut rows = Vec::new();
    in_memory(&mut host, &mut rows)?;
    on_disk(&mut host, &out, &mut rows)?;
    keys(&mut host, &mut rows)?;
    purge(&mut host, &out, &mut rows)?;
    tell(&rows);
    println!(
        "    Medianer av {ROUNDS} varv ({SLOW_ROUNDS} för gallring och nyckelbyte); kvoter är medianen av parvisa kvoter."
    );
    // What is left can only be our own files.
    let _ = fs::remove_dir_all(&out);
    Ok(Outcome::Done)
}

fn in_memory(host: &mut Host, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let (mut copy, mut seal, mut open) = (Series::default(), Series::default(), Series::default());
    let mut stream = Series::default();
    for round in 0..=ROUNDS {
        let (copied, _) = host.ask(&["memcpy", MEGABYTES])?;
        let (sealed, _) = host.ask(&["seal", MEGABYTES])?;
        let (opened, _) = host.ask(&["open", MEGABYTES])?;
        let (streamed, _) = host.ask(&["seal-stream", MEGABYTES])?;
        if round > 0 {
            copy.push(copied);
            seal.push(sealed);
            open.push(opened);
            stream.push(streamed);
        }
    }
    println!(
        "    {MEGABYTES} MB i minnet: kopiera till varmt minne {:.1} ms, försegla på plats {:.1} ms, öppna på plats {:.1} ms, \
         försegla som ström utan disk {:.1} ms ({:.2} kopieringar)",
        copy.wall(),
        seal.wall(),
        open.wall(),
        stream.wall(),
        stream.processor_ratio(&copy)
    );
    rows.push(Row::times(
        "försegla 100 MB på plats i minnet, mot en minneskopia, processortid",
        seal.processor_ratio(&copy),
        1.5,
    ));
    rows.push(Row::times(
        "öppna 100 MB på plats i minnet, mot en minneskopia, processortid",
        open.processor_ratio(&copy),
        1.5,
    ));
    Ok(())
}

fn on_disk(host: &mut Host, out: &Path, rows: &mut Vec<Row>) -> Result<(), Failure> {
    host.ask(&["plain", MEGABYTES])?;
    let (plain, key, sealed) = (out.join("plain"), out.join("age-key"), out.join("age-sealed"));
    let opened = out.join("age-opened");
    let _absent = fs::remove_file(&key);
    process::quietly(Command::new("age-keygen").arg("-o").arg(&key))?;
    let recipient = process::output(Command::new("age-keygen").arg("-y").arg(&key))?;
    let (mut ours, mut age, mut our_read, mut age_read) =
        (Series::default(), Series::default(), Series::default(), Series::default());
    let shown = plain.display().to_string();
    for round in 0..=ROUNDS {
        let (wrote, _) = host.ask(&["write", &shown])?;
        let its = took::run(quiet("age").args(["-r", &recipient, "-o"]).args([&sealed, &plain]))?;
        let (read, _) = host.ask(&["read"])?;
        let its_read = took::run(quiet("age").args(["-d", "-i"]).arg(&key).arg("-o").args([&opened, &sealed]))?;
        if round > 0 {
            ours.push(wrote);
            age.push(its);
            our_read.push(read);
            age_read.push(its_read);
        }
    }
    for leftover in [&plain, &key, &sealed, &opened] {
        fs::remove_file(leftover).map_err(|cause| file(leftover, cause))?;
    }
    println!(
        "    {MEGABYTES} MB från fil till förseglad fil: valvet {:.0} ms (CPU {:.0}, med fsync), age {:.0} ms (CPU {:.0}, utan)",
        ours.wall(),
        ours.processor(),
        age.wall(),
        age.processor()
    );
    println!(
        "    {MEGABYTES} MB öppnas: valvet {:.0} ms (CPU {:.0}, till minnet), age {:.0} ms (CPU {:.0}, till fil)",
        our_read.wall(),
        our_read.processor(),
        age_read.wall(),
        age_read.processor()
    );
    rows.push(Row::times("100 MB till förseglad fil, valvet mot age, processortid", ours.processor_ratio(&age), 0.5));
    Ok(())
}

fn keys(host: &mut Host, rows: &mut Vec<Row>) -> Result<(), Failure> {
    host.ask(&["keys", KEYS])?;
    let mut rotations = Series::default();
    for _ in 0..SLOW_ROUNDS {
        rotations.push(host.ask(&["rotate"])?.0);
    }
    println!(
        "    {KEYS} nycklar under en ny huvudnyckel: {:.0} ms (CPU {:.0})",
        rotations.wall(),
        rotations.processor()
    );
    rows.push(Row {
        what: "10 000 nycklar under en ny huvudnyckel".into(),
        measured: rotations.wall() / 1000.0,
        goal: 1.0,
        unit: "s",
    });
    Ok(())
}

fn purge(host: &mut Host, out: &Path, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let (mut ours, mut unlink, mut shred) = (Series::default(), Series::default(), Series::default());
    for round in 0..=SLOW_ROUNDS {
        let (purged, _) = host.ask(&["purge", FILES])?;
        let (removed, _) = host.ask(&["unlink", FILES])?;
        let scattered = out.join("shred");
        fs::create_dir_all(&scattered).map_err(|cause| file(&scattered, cause))?;
        host.ask(&["scatter", FILES, &scattered.display().to_string()])?;
        let entries = fs::read_dir(&scattered).map_err(|cause| file(&scattered, cause))?;
        let files = entries.flatten().map(|entry| entry.path());
        let shredded = took::run(quiet("shred").args(["-u", "-n1", "--"]).args(files))?;
        if round > 0 {
            ours.push(purged);
            unlink.push(removed);
            shred.push(shredded);
        }
    }
    println!(
        "    {FILES} filer à 1 MB: gallring med kvitton {:.0} ms, unlink och fsync av mappen {:.0} ms, shred -u -n1 {:.0} ms",
        ours.wall(),
        unlink.wall(),
        shred.wall()
    );
    rows.push(Row::times(
        "gallra 200 filer, mot unlink och fsync av mappen för var och en, tid",
        ours.wall_ratio(&unlink),
        1.1,
    ));
    rows.push(Row::times("gallra 200 filer, mot shred -u -n1, tid", ours.wall_ratio(&shred), 0.15));
    Ok(())
}
