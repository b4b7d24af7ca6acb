//! A template's life: tried as the citizen, approved by somebody else, compared and taken back.

use crate::{
    axe, builder,
    driver::Window,
    picture,
    screen::{Name, Screen},
    start,
};

const TEMPLATE: &str = "Bekräfta din ordination";

async fn look(staff: &Screen, name: &str) {
    axe::check(staff, name).await;
    picture::take(staff, name).await;
}

async fn open_template(staff: &Screen) {
    start::go_to(staff, "Mallar för invånarärende").await;
    staff.press("link", TEMPLATE).await;
    staff.one("link", "Hela historiken").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_tried_approved_by_somebody_else_compared_and_taken_back() {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile").display().to_string();
    let window = Window::open(&["--example", "--profile", &profile]).await;
    let staff = Screen::new(window.client.clone());
    staff.listen().await;

    start::sign_in_as(&staff, "Anders Lind").await;
    let_somebody_approve(&staff).await;
    write_and_try(&staff).await;
    hand_in(&staff).await;

    start::account(&staff, "Anders Lind", "Logga ut").await;
    start::sign_in_as(&staff, "Evelina Sund").await;
    approve(&staff).await;

    start::account(&staff, "Evelina Sund", "Logga ut").await;
    start::sign_in_as(&staff, "Anders Lind").await;
    take_back(&staff).await;
    find(&staff).await;
    staff.faultless().await;
    window.close().await;
}

async fn let_somebody_approve(staff: &Screen) {
    start::go_to(staff, "Enhet").await;
    staff.choose("checkbox", Name::Starts("Verksamhetschefen godkänner mallar")).await;
    staff.press("button", "Spara").await;
    staff.sees("sparade").await;
}

async fn write_and_try(staff: &Screen) {
    open_template(staff).await;
    staff.press("button", Name::Starts("Redigera")).await;
    staff.write(Name::Starts("Syfte"), "Läkaren har sett dina provsvar och ändrat din ordination.").await;
    builder::saved(staff).await;
    let preview = staff.one("region", "Så ser invånaren det").await;
    staff.inside(preview).press("button", "Testa som invånare").await;
    let dialog = staff.one("dialog", "Testa som invånare").await;
    let dialog = staff.inside(dialog);
    dialog.press("button", "Skicka svaret på prov").await;
    staff.sees("Svaret skulle inte tas emot").await;
    look(staff, "44-testa-nekat").await;
    dialog.choose("checkbox", Name::Starts("Jag har läst")).await;
    dialog.choose("radio", "Nej").await;
    dialog.press("button", "Skicka svaret på prov").await;
    staff.sees("Svaret skulle tas emot.").await;
    dialog.write(Name::Starts("Vem är det?"), "Har läst och förstått").await;
    dialog.press("button", "Spara").await;
    look(staff, "45-testa-som-invanare").await;
    dialog.press("button", "Stäng").await;
    staff.gone("dialog", "Testa som invånare").await;
    staff.sees("Ser det som väntas").await;
}

async fn hand_in(staff: &Screen) {
    builder::saved(staff).await;
    staff.press("button", "Skicka för godkännande").await;
    let dialog = staff.one("alertdialog", "Skicka mallen för godkännande?").await;
    axe::check(staff, "the question before handing in").await;
    staff.inside(dialog).press("button", "Skicka för godkännande").await;
    staff.sees("Anders Lind skickade utkastet för godkännande").await;
}

async fn approve(staff: &Screen) {
    open_template(staff).await;
    staff.sees("Syftet är ändrat").await;
    look(staff, "46-godkanna").await;
    staff.press("button", "Godkänn och publicera").await;
    staff.sees("Version 2 publicerades").await;
}

async fn take_back(staff: &Screen) {
    open_template(staff).await;
    staff.press("link", "Hela historiken").await;
    staff.page("Historik").await;
    staff.sees("Syftet är ändrat").await;
    look(staff, "47-historik").await;
    staff.press("button", "Ta tillbaka som utkast: version 1").await;
    staff.sees("Utkastet är nu som version 1.").await;
    staff.press("button", Name::Starts("Ångra")).await;
}

async fn find(staff: &Screen) {
    start::go_to(staff, "Mallar för invånarärende").await;
    staff.press("button", Name::Starts("Gör Bekräfta din ordination till favorit")).await;
    staff.write(Name::Starts("Sök mall"), "läkemedel som vanligt").await;
    staff.sees("”Tar du dina läkemedel som vanligt?”").await;
    look(staff, "48-hitta-mall").await;
}
