//! axe on every screen and dialog of the builder, and on what comes of a template, in every way that a person's screen can be set.

use budkavle_tests::{
    staff::{self, INGRID, case_id},
    templates,
};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::content;
use crate::{
    axe, builder,
    driver::Browser,
    host::Host,
    screen::{Name, Screen},
    send,
    setting::{SETTINGS, Setting},
};

/// CSS pixels: more than any page here is high.
const ALL: u32 = 16_000;

/// Whoever looks at a page, however their screen is set.
struct Looker {
    browser: Browser,
    screen: Screen,
}

impl Looker {
    async fn come() -> Self {
        let browser = Browser::open().await;
        let screen = Screen::new(browser.client.clone());
        Self { browser, screen }
    }

    async fn go(&self, address: &str) {
        self.screen.client.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
        self.screen.listen().await;
    }

    /// What is seen there now, in every setting.
    async fn look(&self, name: &str) {
        self.look_as_high_as(None, name).await;
    }

    /// All of a long page, in every setting.
    async fn look_at_all(&self, name: &str) {
        self.look_as_high_as(Some(ALL), name).await;
    }

    async fn look_as_high_as(&self, height: Option<u32>, name: &str) {
        for setting in SETTINGS {
            setting.apply(&self.browser, height).await;
            // Forced colours are the system's own, which axe does not see: it compares what the page had asked for.
            let but: &[&str] = if setting == Setting::ForcedColors { &["color-contrast"] } else { &[] };
            axe::check_but(but, &self.screen, &format!("{name}, {setting}")).await;
        }
        Setting::Usual.apply(&self.browser, None).await;
    }

    /// A dialog that a press opens, and that Escape closes.
    async fn look_in(&self, place: &Screen, button: &str, title: Name<'_>) {
        place.press("button", button).await;
        self.look_at_dialog(title).await;
    }

    async fn look_at_dialog(&self, title: Name<'_>) {
        self.screen.one("dialog", title).await;
        self.look(&format!("the dialog {title:?}")).await;
        self.screen.keys(&[char::from(Key::Escape)]).await;
        self.screen.gone("dialog", title).await;
    }

    /// A dialog behind one of a menu's acts.
    async fn look_behind(&self, menu: impl Into<Name<'_>>, act: &str, title: &str) {
        self.screen.press("button", menu).await;
        self.screen.press("menuitem", Name::Is(act)).await;
        self.look_at_dialog(Name::Is(title)).await;
    }

    async fn leave(self) {
        self.screen.faultless().await;
        self.browser.close().await;
    }
}

/// A draft with this content; its id.
async fn draft(host: &Host, content: &domain::template::TemplateContent) -> String {
    let created: Value = host.world.ask("create_template", json!({ "name": content.name })).await;
    let template = staff::text(&created["id"]);
    let rewriting = staff::rewriting(&template, &created["draft"]["revision"], content);
    let _: Value = host.world.ask("edit_draft", rewriting).await;
    template
}

fn editor(host: &Host, template: &str) -> String {
    host.page(&format!("/administration/mallar/{template}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_of_the_builder_breaks_a_rule_however_the_persons_screen_is_set() {
    let host = Host::start("anders").await;
    let looker = Looker::come().await;
    let screen = &looker.screen;
    let everything = draft(&host, &content::everything("Allt i en mall")).await;

    looker.go(&host.page("/administration/mallar")).await;
    screen.page("Mallar för invånarärende").await;
    looker.look("the templates").await;
    looker.look_in(screen, "Ny mall", Name::Is("Ny mall")).await;
    let acts = Name::Starts("Åtgärder för Allt i en mall");
    looker.look_behind(acts, "Kategori och etiketter …", "Kategori och etiketter").await;

    looker.go(&editor(&host, &everything)).await;
    screen.one("list", "Frågor").await;
    looker.look_at_all("the builder").await;
    for (number, act, title) in [
        (2, "Flytta till … – Fråga 2", Name::Starts("Flytta ")),
        (2, "Spara i avsnittsbanken … – Fråga 2", Name::Is("Spara i avsnittsbanken")),
        (4, "Ta bort Fråga 4", Name::Is("Beroende frågor")),
    ] {
        let card = builder::item(screen, number).await;
        looker.look_in(&card, act, title).await;
    }
    let preview = screen.inside(screen.one("region", "Så ser invånaren det").await);
    looker.look_in(&preview, "Testa som invånare", Name::Is("Testa som invånare")).await;
    for name in ["Hämta från avsnittsbanken …", "Vad styr vad"] {
        looker.look_in(screen, name, Name::Starts(name.trim_end_matches(" …"))).await;
    }
    looker.look_behind("Mer", "Spara som PDF …", "Spara mallen som PDF").await;
    looker.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_template_breaks_a_rule_whatever_is_in_it() {
    let host = Host::start("anders").await;
    let looker = Looker::come().await;
    let screen = &looker.screen;

    let empty: Value = host.world.ask("create_template", json!({ "name": "Tom" })).await;
    looker.go(&editor(&host, &staff::text(&empty["id"]))).await;
    screen.one("button", "Publicera").await;
    looker.look("an empty template").await;
    screen.press("button", "Publicera").await;
    screen.one("button", "Hur svaren används saknas").await;
    looker.look("with its errors shown").await;

    let long = content::long("Lång");
    looker.go(&editor(&host, &draft(&host, &long).await)).await;
    screen.one("list", "Frågor").await;
    looker.look_at_all("with long texts").await;

    let arabic = draft(&host, &content::translated("Två språk")).await;
    looker.go(&editor(&host, &arabic)).await;
    screen.press("button", "Språk").await;
    screen.one("textbox", "Arabiska: Syfte").await;
    looker.look_at_all("from right to left").await;
    looker.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_comes_of_a_template_breaks_a_rule() {
    let host = Host::start("anders").await;
    let looker = Looker::come().await;
    let screen = &looker.screen;
    let made = staff::publish(&host.world.app, &content::translated("Två språk")).await;

    looker.go(&editor(&host, &made.template)).await;
    screen.one("button", Name::Starts("Redigera")).await;
    looker.look("a published template").await;
    looker.go(&host.page(&format!("/administration/mallar/{}/historik", made.template))).await;
    screen.page("Historik").await;
    looker.look("its history").await;
    looker.go(&host.page("/administration/mallar/las-in")).await;
    screen.page(Name::Starts("Läs in")).await;
    looker.look("reading templates in").await;

    looker.go(&host.page("/arenden/skicka")).await;
    screen.page("Skicka nytt ärende").await;
    send::look_up(screen, INGRID).await;
    send::choose(screen, "Två språk", "Två språk").await;
    looker.look("sending it").await;

    staff::send(&host.world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej Ingrid!")).await;
    let inbox: Value = host.world.ask("inbox_address", Value::Null).await;
    looker.go(&staff::text(&inbox["url"])).await;
    crate::citizen::sign_in_as(screen, "Ingrid Sandell").await;
    crate::citizen::open(screen, "Två språk").await;
    looker.look("the letter").await;
    screen.press("button", Name::Has("Skicka")).await;
    screen.sees("behöver rättas").await;
    looker.look("the letter with errors shown").await;
    looker.leave().await;
}
