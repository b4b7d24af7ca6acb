//! The list of templates, a new one, and a template's life.

use crate::{axe, builder, hand::Person, screen::Name};

const EXAMPLE: &str = "Bekräfta din ordination";

/// Search, filter, favourite, category, archive and back.
pub(super) async fn find_and_arrange(person: &Person) {
    let screen = &person.screen;
    person.at("navigation", "Huvudmeny").await.press("link", Name::Has("Mallar för invånarärende")).await;
    screen.page("Mallar för invånarärende").await;
    person.write(Name::Starts("Sök mall"), "läkemedel som vanligt").await;
    screen.sees("”Tar du dina läkemedel som vanligt?”").await;
    person.press("button", Name::Starts(&format!("Gör {EXAMPLE} till favorit"))).await;
    screen.one("button", Name::Starts(&format!("Ta bort {EXAMPLE} från favoriterna"))).await;

    let acts = format!("Åtgärder för {EXAMPLE}");
    person.act(Name::Is(&acts), "Kategori och etiketter …").await;
    let dialog = person.at("dialog", "Kategori och etiketter").await;
    dialog.write(Name::Starts("Kategori"), "Läkemedel").await;
    dialog.write(Name::Starts("Etiketter"), "recept, uppföljning").await;
    axe::check(screen, "category and tags").await;
    dialog.press("button", "Spara").await;
    screen.sees(&format!("”{EXAMPLE}” är sorterad.")).await;
    person.act(Name::Is(&acts), "Arkivera").await;
    screen.sees(&format!("Mallen ”{EXAMPLE}” är arkiverad.")).await;
    person.pick("Visa", "Arkiverade").await;
    person.act(Name::Is(&acts), "Återställ").await;
    screen.sees(&format!("Mallen ”{EXAMPLE}” är återställd.")).await;
    person.pick("Visa", "Mina favoriter").await;
    screen.one("link", Name::Has(EXAMPLE)).await;
}

/// A new template from an example and then an empty one, which is opened.
pub(super) async fn begin(person: &Person, name: &str) {
    let screen = &person.screen;
    person.press("button", "Ny mall").await;
    let dialog = person.at("dialog", "Ny mall").await;
    dialog.press("button", "Skapa mall").await;
    dialog.screen.sees("Skriv ett namn på mallen.").await;
    dialog.choose("radio", Name::Starts("Skicka in det som saknas")).await;
    axe::check(screen, "a new template").await;
    dialog.choose("radio", Name::Starts("Tom mall")).await;
    dialog.write(Name::Starts("Mallens namn"), name).await;
    dialog.press("button", "Skapa mall").await;
    screen.page(name).await;
}

/// What stands in the way is listed and leads to its place; then it is published, compared, and an older version taken back.
pub(super) async fn publish_and_restore(person: &Person) {
    let screen = &person.screen;
    person.press("button", "Publicera").await;
    let missing = "Hur svaren används saknas";
    person.press("button", missing).await;
    screen.focused(Name::Starts("Så används svaren")).await;
    person.write(Name::Starts("Så används svaren"), "Sjuksköterskan läser svaren.").await;
    builder::saved(screen).await;
    screen.gone("button", missing).await;
    person.press("button", Name::Starts("Riktlinjen: ")).await;
    person.is_sound("the guideline's findings").await;
    person.press("button", "Publicera").await;
    person.at("alertdialog", "Publicera mallen?").await.press("button", "Publicera").await;
    screen.sees("Version 1 är publicerad.").await;

    person.press("button", Name::Starts("Redigera")).await;
    person.write(Name::Starts("Syfte"), "Vi vill veta hur du mår efter besöket.").await;
    builder::saved(screen).await;
    person.press("button", "Publicera").await;
    person.at("alertdialog", "Publicera mallen?").await.press("button", "Publicera").await;
    screen.sees("Version 2 är publicerad.").await;
    person.press("link", "Hela historiken").await;
    screen.page("Historik").await;
    screen.sees("Syftet är ändrat").await;
    person.press("button", "Ta tillbaka som utkast: version 1").await;
    screen.sees("Utkastet är nu som version 1.").await;
}
