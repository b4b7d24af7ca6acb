//! axe-core on the screen as it stands. Not one violation is accepted, whatever its grade.

use std::path::Path;

use serde_json::{Value, json};

use crate::screen::Screen;

/// Left out is where React Aria puts what is to be said aloud: for seven seconds it names the pressed button, which may be
/// gone from the screen by then, and is then empty again. Nobody can come to it. That a tooltip stands in no landmark is no fault
/// either: it is read with the button that it names.
const RUN: &str = "
const [but, done] = arguments;
const rules = Object.fromEntries(but.map((rule) => [rule, { enabled: false }]));
window.axe.run({ exclude: [['[data-live-announcer]']] }, { resultTypes: ['violations'], rules }).then(
  ({ violations }) => done(violations.filter(({ id, nodes }) => id !== 'region' || !nodes.every(({ target }) =>
    document.querySelector(target[0])?.querySelector(':scope > [role=\"tooltip\"]'))).map(({ id, help, nodes }) =>
    `${id}: ${help}\\n${nodes.map(({ html, failureSummary }) => `    ${html}\\n      ${failureSummary}`).join('\\n')}`)),
  (error) => done([`axe itself: ${error}`]),
);";

/// Notes everything that axe finds wrong.
pub(crate) async fn check(screen: &Screen, name: &str) {
    check_but(&[], screen, name).await;
}

/// Notes what axe finds wrong by all rules but these.
pub(crate) async fn check_but(but: &[&str], screen: &Screen, name: &str) {
    still(screen).await;
    let is_there = screen.client.execute("return typeof window.axe === 'object'", Vec::new()).await;
    if is_there.ok() != Some(Value::Bool(true)) {
        let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let library = std::fs::read_to_string(library).expect("`npm ci` in ui/ brings axe-core");
        screen.client.execute(&library, Vec::new()).await.unwrap_or_else(|error| panic!("axe in {name}: {error}"));
    }
    let found = screen
        .client
        .execute_async(RUN, vec![json!(but)])
        .await
        .unwrap_or_else(|error| panic!("axe in {name}: {error}"));
    for violation in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
        screen.violated(format!("{name}: {violation}"));
    }
}

/// Colours are half-way while something fades in. What was asked for just now begins to move in the next frame.
async fn still(screen: &Screen) {
    let moving = "
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => done(document.getAnimations().some(
  (one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity))));";
    screen
        .until("nothing moves", || async move {
            Ok((screen.client.execute_async(moving, Vec::new()).await? == Value::Bool(false)).then_some(()))
        })
        .await;
}
