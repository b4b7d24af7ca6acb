//! Our side of `cargo xtask bench builder`: the form builder of the built user interface, with the real core behind it, and two
//! others, each in turn in the same browser.
//!
//! `budkavle-builder CHROMIUM OURS NLM LFORMS JQUERY FORMIO`: the browser, and the folders of what is served. A line on standard
//! output for each round: questions, builder, and four times in milliseconds; `done` at the end.

mod chromium;
mod forms;
mod rounds;
mod serve;

use std::{ffi::OsStr, io, process::ExitCode};

use budkavle_testkit::World;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use chromium::Chromium;
use rounds::{BUILDERS, round};
use serve::Folders;

/// Questions in each form.
const FORMS: [usize; 3] = [10, 100, 800];
/// Rounds with each form. Each is a page of its own, so the first is like the others.
const ROUNDS: usize = 3;

#[tokio::main]
async fn main() -> ExitCode {
    match measure().await {
        Ok(()) => {
            tell("done");
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(&format!("budkavle-builder: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> io::Result<()> {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    let [program, ours, nlm, lforms, jquery, formio] = <[_; 6]>::try_from(words)
        .map_err(|_| io::Error::other("budkavle-builder CHROMIUM OURS NLM LFORMS JQUERY FORMIO"))?;
    let [ours, nlm, lforms, jquery, formio] = [ours, nlm, lforms, jquery, formio].map(Into::into);
    let world = World::example().await;
    world.sign_in("anders").await;
    let mut templates = Vec::new();
    for questions in FORMS {
        templates.push(template(&world, questions).await?);
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let site = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let router = serve::router(world.app.clone(), Folders { ours, nlm, lforms, jquery, formio });
    tokio::spawn(async move { axum::serve(listener, router).await });
    tokio::task::spawn_blocking(move || take_turns(&program, &site, &templates)).await.map_err(io::Error::other)?
}

/// A draft with so many questions; its id.
async fn template(world: &World, questions: usize) -> io::Result<String> {
    let name = format!("Mätning {questions}");
    let made: Value = world.ask("create_template", json!({ "name": name })).await;
    let content = forms::template(&name, questions);
    let edits = json!([{ "edit": "replace", "content": content }]);
    let request = json!({ "template": made["id"], "revision": made["draft"]["revision"], "edits": edits });
    let _: Value = world.ask("edit_draft", request).await;
    made["id"].as_str().map(str::to_owned).ok_or_else(|| io::Error::other("a template without an id"))
}

fn take_turns(program: &OsStr, site: &str, templates: &[String]) -> io::Result<()> {
    let mut chromium = Chromium::start(program)?;
    for (questions, template) in FORMS.into_iter().zip(templates) {
        for _ in 0..ROUNDS {
            for builder in BUILDERS {
                let times = round(&mut chromium, site, builder, questions, template)?;
                let numbers = [times.open, times.letter, times.moved, times.undone].map(|time| time.to_string());
                tell(&format!("{questions}\t{}\t{}", builder.name(), numbers.join("\t")));
            }
        }
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "xtask reads it")]
fn tell(line: &str) {
    println!("{line}");
}
