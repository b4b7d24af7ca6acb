//! A form with every kind of question is the same picture in the builder, in the send view and on the citizen's page.

use std::path::Path;

use budkavle_tests::{
    staff::{self, INGRID, case_id},
    templates,
};
use fantoccini::Locator;
use image::RgbaImage;
use serde_json::{Value, json};

use super::content;
use crate::{
    driver::Browser,
    host::Host,
    screen::{Name, Screen},
    send,
    setting::size,
};

/// CSS pixels: the width that the form is given everywhere.
const WIDTH: u32 = 560;
/// CSS pixels: more than the whole form needs.
const HEIGHT: u32 = 9_000;
/// Puts the one form of the page in its upper left corner, over all else and on white. Of all questions only that of
/// files is left out: a preview takes none, and says so.
const LAY_BARE: &str = "
const form = document.querySelector('[data-form]');
Object.assign(form.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', inlineSize: `${arguments[0]}px`,
  zIndex: '2147483647', background: 'white' });
const files = [...form.children].find((one) => one.querySelector('input[type=\"file\"]'));
if (files) files.style.display = 'none';
document.activeElement?.blur();";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_looks_the_same_to_whoever_builds_it_sends_it_and_answers_it() {
    let host = Host::start("anders").await;
    let browser = Browser::open().await;
    let screen = Screen::new(browser.client.clone());
    // What is laid bare is near nothing that scrolls: all is drawn where there is nothing to watch that with.
    let watchless = json!({ "source": "delete window.IntersectionObserver" });
    let _: Value = browser.tell("Page.addScriptToEvaluateOnNewDocument", watchless).await;
    let made = staff::publish(&host.world.app, &content::everything("Lika för alla")).await;
    staff::send(&host.world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej Ingrid!")).await;
    let inbox: Value = host.world.ask("inbox_address", Value::Null).await;

    go(&screen, &host.page(&format!("/administration/mallar/{}", made.template))).await;
    screen.one("button", Name::Starts("Redigera")).await;
    let built = pictures(&browser, &screen).await;

    go(&screen, &host.page("/arenden/skicka")).await;
    screen.page("Skicka nytt ärende").await;
    send::look_up(&screen, INGRID).await;
    send::choose(&screen, "Lika", "Lika för alla").await;
    let sent = pictures(&browser, &screen).await;

    go(&screen, &staff::text(&inbox["url"])).await;
    crate::citizen::sign_in_as(&screen, "Ingrid Sandell").await;
    crate::citizen::open(&screen, "Lika för alla").await;
    let answered = pictures(&browser, &screen).await;

    for (at, state) in ["unanswered", "answered so that more is asked"].into_iter().enumerate() {
        same(&built[at], &answered[at], &format!("builder and citizen, {state}"));
        same(&sent[at], &answered[at], &format!("send view and citizen, {state}"));
    }
    assert!(built[1].height() > built[0].height(), "the answer calls for no more questions");
    browser.close().await;
}

async fn go(screen: &Screen, address: &str) {
    screen.client.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
}

/// The form before anything is answered, and when the answer to *ja/nej* calls for more.
async fn pictures(browser: &Browser, screen: &Screen) -> [RgbaImage; 2] {
    size(browser, 1400, HEIGHT, 1).await;
    screen.one("radiogroup", Name::Starts("Tar du dina läkemedel?")).await;
    let before = picture(screen).await;
    let question = screen.one("radiogroup", Name::Starts("Tar du dina läkemedel?")).await;
    screen.inside(question).choose("radio", "Nej").await;
    screen.sees("Bifoga bilder").await;
    [before, picture(screen).await]
}

async fn picture(screen: &Screen) -> RgbaImage {
    screen.settled().await;
    screen.client.execute(LAY_BARE, vec![json!(WIDTH)]).await.expect("there is a form");
    screen.settled().await;
    let form = screen.client.find(Locator::Css("[data-form]")).await.expect("there is a form");
    let png = form.screenshot().await.expect("a picture of it");
    image::load_from_memory(&png).expect("Chromium's own").to_rgba8()
}

/// Fails with both pictures kept when any pixel differs.
fn same(one: &RgbaImage, other: &RgbaImage, what: &str) {
    let differing =
        one.enumerate_pixels().filter(|(x, y, pixel)| other.get_pixel_checked(*x, *y) != Some(pixel)).count();
    if one.dimensions() == other.dimensions() && differing == 0 {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (picture, name) in [(one, "alike-one.png"), (other, "alike-other.png")] {
        picture.save(folder.join(name)).expect("the folder can be written");
    }
    panic!("{what}: {differing} pixels differ; pictures: {}/alike-*.png", folder.display());
}
