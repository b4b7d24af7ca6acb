//! `cargo xtask bench builder`: what an administrator waits for in the form builder, beside two others, in the same browser.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::statistics::Series;
use super::table::{Row, tell};
use super::took::Took;
use super::{only_on_linux, peers, program};
use crate::ground::Ground;
use crate::packages::{self, Ability};
use crate::plan::{Failure, Outcome, Plan};
use crate::sandbox::Sandbox;
use crate::{process, setup};

/// The program that measures, and its package.
const DRIVER: (&str, &str) = ("budkavle-builder", "budkavle-testkit");
/// How long one builder may take for one round.
const PATIENCE: Duration = Duration::from_secs(600);
/// What the program says when it has measured everything.
const DONE: &str = "done";
/// The builders: what the program calls them and what they are called here. Ours is first.
const BUILDERS: [(&str, &str); 3] = [("ours", "Budkavle"), ("nlm", "NLM Form Builder"), ("formio", "Form.io")];
/// What is measured, in the order that the program tells it; with the goal at the longest form, in milliseconds.
const STEPS: [(&str, f64); 4] = [("öppna", 300.0), ("tangent", 16.0), ("flytta", 16.0), ("ångra", 16.0)];

/// One form with each builder.
struct Form {
    questions: u32,
    builders: [[Series; STEPS.len()]; BUILDERS.len()],
}

pub(crate) fn command() -> Result<(), Failure> {
    only_on_linux()?;
    let ground = Ground::survey()?;
    let mut plan = Plan::default();
    setup::steps(&mut plan, &ground, &[Ability::Build, Ability::Test]);
    plan.must("Hämtar NLM Form Builder och Form.io", || peers::get_builders(&ground));
    plan.must("Bygger för hastighet (första gången några minuter)", || {
        let (name, package) = DRIVER;
        process::loudly(&mut ground.cargo(["build", "--release", "--package", package, "--bin", name]))?;
        Ok(Outcome::Done)
    });
    plan.must("Mäter, alla byggare turvis (ungefär en kvart)", || measure(&ground));
    plan.carry_out().verdict()
}

fn measure(ground: &Ground) -> Result<Outcome, Failure> {
    let (browser, _) = packages::browser().ok_or_else(|| Failure::Missing("Chromium saknas".into()))?;
    let forms = ask(ground, &browser)?;
    show(&forms);
    tell(&forms.last().map(goals).unwrap_or_default());
    println!("    Medianer; kvoter är medianen av parvisa kvoter. Varje varv är en ny sida, i samma Chromium.");
    println!("    Vår byggare är det byggda gränssnittet i en vanlig webbläsare, med den riktiga kärnan bakom sig.");
    println!("    NLM visar ett träd och en fråga i taget; Form.io skriver i en dialog. De har inget att ångra med.");
    Ok(Outcome::Done)
}

/// Starts the program and takes down what it says.
fn ask(ground: &Ground, browser: &Path) -> Result<Vec<Form>, Failure> {
    let mut driver = process::mortal(program(ground, DRIVER.0));
    driver.arg(browser).arg(ground.ui().join("dist")).args(peers::builders(ground));
    driver.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // The browser keeps what it makes in there.
    let sandbox = Sandbox::headless()?;
    let mut child = process::spawn(sandbox.around(&mut driver))?;
    let lines = process::follow(&mut child);
    let mut forms: Vec<Form> = Vec::new();
    let ended = loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) if line == DONE => break Ok(forms),
            Ok(line) => match read(&line) {
                Some((questions, builder, times)) => {
                    println!("    … {questions} frågor, {}", BUILDERS[builder].1);
                    note(&mut forms, questions, builder, times);
                }
                None => println!("    | {line}"),
            },
            Err(_) => break Err(Failure::Refused { program: DRIVER.0.into() }),
        }
    };
    process::end(&mut child);
    ended
}

fn note(forms: &mut Vec<Form>, questions: u32, builder: usize, times: [f64; STEPS.len()]) {
    if forms.last().is_none_or(|form| form.questions != questions) {
        forms.push(Form { questions, builders: Default::default() });
    }
    if let Some(series) = forms.last_mut().and_then(|form| form.builders.get_mut(builder)) {
        for (series, wall) in series.iter_mut().zip(times) {
            series.push(Took { wall, processor: f64::NAN });
        }
    }
}

/// A line of the program: questions, builder, and times in milliseconds, not a number for what it cannot do.
fn read(line: &str) -> Option<(u32, usize, [f64; STEPS.len()])> {
    let mut words = line.split('\t');
    let questions = words.next()?.parse().ok()?;
    let name = words.next()?;
    let builder = BUILDERS.iter().position(|(known, _)| *known == name)?;
    let times: Vec<f64> = words.map_while(|word| word.parse().ok()).collect();
    Some((questions, builder, times.try_into().ok()?))
}

fn show(forms: &[Form]) {
    print!("    {:<8}{:<18}", "frågor", "ms");
    for (step, _) in STEPS {
        print!("{step:>10}");
    }
    println!();
    for form in forms {
        for ((_, name), series) in BUILDERS.iter().zip(&form.builders) {
            let times: String = series.iter().map(|series| in_column(series.wall())).collect();
            println!("    {:<8}{name:<18}{times}", form.questions);
        }
    }
}

fn in_column(milliseconds: f64) -> String {
    if milliseconds.is_nan() { format!("{:>10}", "–") } else { format!("{milliseconds:>10.0}") }
}

/// Our times with this form, and their ratios to those of each that can do the same.
fn goals(form: &Form) -> Vec<Row> {
    let [ours, peers @ ..] = &form.builders;
    let mut rows = Vec::new();
    for (at, (step, goal)) in STEPS.into_iter().enumerate() {
        let what = format!("{step}, {} frågor", form.questions);
        rows.push(Row { what: what.clone(), measured: ours[at].wall(), goal, unit: "ms" });
        for ((_, name), its) in BUILDERS.iter().skip(1).zip(peers) {
            let ratio = ours[at].wall_ratio(&its[at]);
            if !ratio.is_nan() {
                rows.push(Row::times(format!("{what}, mot {name}"), ratio, 1.0));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_form_a_builder_and_four_times() {
        let (questions, builder, times) = read("800\tformio\t13000\t12.5\t6000\tNaN").expect("a line");
        assert_eq!((questions, builder, times[1]), (800, 2, 12.5));
        assert!(times[3].is_nan());
        assert!(read("done").is_none() && read("800\tother\t1\t1\t1\t1").is_none());
    }

    #[test]
    fn what_others_cannot_do_is_a_dash_and_no_goal() {
        let mut forms = Vec::new();
        for (name, undo) in [(0, 4.0), (1, f64::NAN), (2, f64::NAN)] {
            note(&mut forms, 800, name, [100.0, 2.0, 3.0, undo]);
        }
        let rows = goals(&forms[0]);
        assert_eq!(rows.len(), 10);
        assert!(rows.iter().all(|row| row.measured <= row.goal));
        assert_eq!(in_column(f64::NAN).trim(), "–");
    }
}
