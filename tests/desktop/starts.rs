//! How work begins: with nothing at all, without a keyring, and after the program was killed.

use std::process::Command;

use budkavle_tests::program;

use crate::{
    axe, builder,
    driver::Window,
    picture,
    screen::{Name, Screen},
    start,
};

const PASSPHRASE: &str = "en mening som är lång";

/// A window on this profile, and its screen.
async fn open(arguments: &[&str], environment: &[(&str, &str)]) -> (Window, Screen) {
    let window = Window::open_in(arguments, environment).await;
    let staff = Screen::new(window.client.clone());
    staff.listen().await;
    (window, staff)
}

async fn look(staff: &Screen, name: &str) {
    axe::check(staff, name).await;
    picture::take(staff, name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_unit_is_set_up_and_every_room_says_what_to_do_first() {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile").display().to_string();
    let (window, staff) = open(&["--profile", &profile], &[]).await;
    staff.page("Din mottagning").await;
    look(&staff, "30-forsta-start").await;
    staff.write(Name::Starts("Mottagningens namn"), "Kalmar hälsocentral").await;
    staff.write(Name::Starts("Enhetens HSA-id"), "SE2321000017-1AB2").await;
    staff.write(Name::Starts("Kontakt för frågor"), "Ring 0480-00 00 00.").await;
    staff.press("button", "Nästa").await;
    staff.sees("Organisationsnumret i HSA-id stämmer inte").await;
    look(&staff, "31-fel-hsa-id").await;
    staff.write(Name::Starts("Enhetens HSA-id"), " se2321000016-1ab2").await;
    staff.press("button", "Nästa").await;
    staff.page("Den första administratören").await;
    staff.write(Name::Starts("Namn"), "Eva Ek").await;
    staff.write(Name::Starts("Användarnamn"), "eva").await;
    staff.write(Name::Is("Lösenord"), "ett långt lösenord").await;
    staff.write(Name::Starts("Lösenordet en gång till"), "ett långt lösenord").await;
    look(&staff, "32-forsta-administratoren").await;
    staff.press("button", "Nästa").await;
    staff.page("Stämmer det här?").await;
    look(&staff, "33-stammer-det-har").await;
    staff.press("button", "Skapa mottagningen").await;

    staff.page("Översikt").await;
    staff.sees("Inget väntar på dig just nu.").await;
    look(&staff, "34-tomt").await;
    for (place, words) in [
        ("Mina ärenden", "Inga öppna ärenden"),
        ("Mallar för invånarärende", "Inga mallar än"),
        ("Invånare", "Registret är tomt"),
        ("Gallring", "Inga kvitton"),
        ("Skicka nytt ärende", "1. Invånare"),
        ("Vårdpersonal", "Eva Ek"),
    ] {
        start::go_to(&staff, place).await;
        staff.sees(words).await;
        axe::check(&staff, &format!("{place}, empty")).await;
    }
    staff.faultless().await;
    window.close().await;

    let (window, staff) = open(&["--profile", &profile], &[]).await;
    staff.page("Logga in").await;
    staff.write(Name::Starts("Användarnamn"), "eva").await;
    staff.write(Name::Starts("Lösenord"), "ett långt lösenord").await;
    staff.press("button", "Logga in").await;
    staff.page("Översikt").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keyring_the_window_says_so_and_stores_nothing_until_a_way_is_chosen() {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile");
    let path = profile.display().to_string();
    let arguments = ["--example", "--profile", &path];
    let no_bus = format!("unix:path={}", folder.path().join("no-bus").display());
    let without = [("DBUS_SESSION_BUS_ADDRESS", no_bus.as_str())];
    let (window, staff) = open(&arguments, &without).await;
    staff.page("Datorn har ingen nyckelring").await;
    look(&staff, "35-ingen-nyckelring").await;
    assert!(!profile.join("budkavle.db").exists(), "no silent fallback");
    staff.press("button", Name::Starts("Fortsätt utan att spara")).await;
    staff.page("Logga in").await;
    staff.sees("Sparas inte").await;
    axe::check(&staff, "in memory").await;
    window.close().await;
    assert!(!profile.join("budkavle.db").exists());

    let (window, staff) = open(&arguments, &without).await;
    staff.page("Datorn har ingen nyckelring").await;
    staff.press("button", Name::Starts("Skydda databasen med en lösenfras")).await;
    staff.write(Name::Starts("Ny lösenfras"), PASSPHRASE).await;
    staff.write(Name::Starts("Lösenfrasen en gång till"), PASSPHRASE).await;
    look(&staff, "36-ny-losenfras").await;
    staff.press("button", "Skapa databasen").await;
    start::sign_in_as(&staff, "Karin Holm").await;
    staff.faultless().await;
    window.close().await;

    let (window, staff) = open(&arguments, &without).await;
    staff.page("Öppna databasen med lösenfrasen").await;
    staff.write(Name::Starts("Lösenfras"), "en helt annan mening").await;
    staff.press("button", "Öppna databasen").await;
    staff.one("alert", Name::Has("")).await;
    look(&staff, "37-fel-losenfras").await;
    staff.write(Name::Starts("Lösenfras"), PASSPHRASE).await;
    staff.press("button", "Öppna databasen").await;
    start::sign_in_as(&staff, "Karin Holm").await;
    staff.faultless().await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_a_template_is_written_the_window_opens_with_all_that_it_called_saved() {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile").display().to_string();
    let arguments = ["--example", "--profile", &profile];
    let (window, staff) = open(&arguments, &[]).await;
    start::sign_in_as(&staff, "Anders Lind").await;
    start::go_to(&staff, "Mallar för invånarärende").await;
    builder::create(&staff, "Skrivs just nu").await;
    staff.write(Name::Starts("Syfte"), "Det som stod här när strömmen gick.").await;
    builder::add(&staff, builder::KINDS[0]).await;
    builder::saved(&staff).await;
    tokio::task::block_in_place(|| window.kill());

    let (window, staff) = open(&arguments, &[]).await;
    start::sign_in_as(&staff, "Anders Lind").await;
    start::go_to(&staff, "Mallar för invånarärende").await;
    staff.press("link", "Skrivs just nu").await;
    staff.page("Skrivs just nu").await;
    let purpose = staff.field(Name::Starts("Syfte")).await.prop("value").await;
    assert_eq!(purpose.expect("a field").as_deref(), Some("Det som stod här när strömmen gick."));
    builder::stands(&staff, &[builder::KINDS[0].0]).await;
    // What was done before the kill can be taken back after it: the question's words, and then the question.
    while !builder::order(&staff).await.is_empty() {
        staff.press("button", Name::Starts("Ångra: ")).await;
        builder::saved(&staff).await;
    }
    let purpose = staff.field(Name::Starts("Syfte")).await.prop("value").await;
    assert_eq!(purpose.expect("a field").as_deref(), Some("Det som stod här när strömmen gick."));
    staff.press("button", "Gör om: lägg till fråga (Ctrl+Skift+Z)").await;
    builder::stands(&staff, &[builder::KINDS[0].0]).await;
    staff.faultless().await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_window_on_the_same_profile_waits_for_the_first_and_neither_harms_the_other() {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile").display().to_string();
    let (first, staff) = open(&["--example", "--profile", &profile], &[]).await;
    start::sign_in_as(&staff, "Karin Holm").await;

    // Its command line must not be the first one's: by that they are told apart when they end.
    let (second, late) = open(&["--profile", &profile, "--example"], &[]).await;
    late.page("Budkavle är redan igång").await;
    look(&late, "38-redan-igang").await;
    // The scheduled job needs neither key nor database, and does not wait for the window.
    let purge = Command::new(program("budkavlectl")).args(["purge", "--due", "--profile", &profile]).output();
    let purge = purge.expect("it starts");
    assert_eq!(String::from_utf8_lossy(&purge.stdout).trim(), "0 gallrade, 0 kunde inte gallras än");
    staff.page("Översikt").await;
    staff.faultless().await;
    first.close().await;

    late.press("button", "Försök igen").await;
    start::sign_in_as(&late, "Karin Holm").await;
    late.faultless().await;
    second.close().await;
}
