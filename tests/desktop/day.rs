//! A day at Exempelmottagningen: from the empty template to the last receipt, and then a search for what it left.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use budkavle_tests::{
    canary::{self, Canary},
    files, program,
};
use fantoccini::key::Key;
use serde_json::Value;

use crate::{
    axe, builder, cases, citizen,
    driver::{Browser, Window},
    native, picture,
    screen::{Name, Screen},
    send, start,
};

const TEMPLATE: &str = "Uppföljning av ny behandling";
/// The canary, in words that the README's readers need not wonder at.
const TEXT: &str = "Kanariefågelstigen 7431";
const CITIZEN: &str = "Ingrid Sandell";
const NUMBER: &str = "194305129803";

/// Looks at a screen as a person who needs it to be accessible, and as one who reads the README.
async fn look(screen: &Screen, name: &str) {
    axe::check(screen, name).await;
    picture::take(screen, name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_from_template_to_purge_and_leaves_nothing_readable() {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile");
    let window = Window::open(&["--example", "--profile", &profile.display().to_string()]).await;
    let staff = Screen::new(window.client.clone());
    staff.listen().await;

    look_at_the_start(&staff).await;
    build_a_template(&staff).await;
    look_around(&staff).await;
    let address = send_a_case(&staff).await;

    let browser = Browser::open().await;
    let page = Screen::new(browser.client.clone());
    page.client.goto(&address).await.expect("the inbox answers");
    page.listen().await;
    answer(&staff, &page).await;
    page.faultless().await;
    browser.close().await;

    review(&staff).await;
    let copy = keep_a_copy(&staff, &profile).await;
    purge_by_hand(&staff).await;
    handle(&staff).await;
    staff.faultless().await;
    window.close().await;

    purge_when_due(&profile, &copy);
    search(&profile);
}

async fn look_at_the_start(staff: &Screen) {
    staff.page("Logga in").await;
    look(staff, "01-logga-in").await;
    start::sign_in_as(staff, "Anders Lind").await;
}

async fn build_a_template(staff: &Screen) {
    start::go_to(staff, "Mallar för invånarärende").await;
    look(staff, "02-mallar").await;
    staff.press("link", "Läs in mall").await;
    staff.page("Läs in mall").await;
    look(staff, "43-las-in-mall").await;
    start::go_to(staff, "Mallar för invånarärende").await;
    builder::create(staff, TEMPLATE).await;

    staff.press("button", "Publicera").await;
    staff.one("heading", Name::Has("återstår innan mallen kan publiceras")).await;
    for missing in ["Syftet saknas", "Hur svaren används saknas", "Meddelandet har ingen text"] {
        staff.one("button", missing).await;
    }
    look(staff, "03-publicering-nekad").await;

    staff.write(Name::Starts("Instruktion till ärendehanteraren"), "Skicka inom en vecka efter besöket.").await;
    staff.write(Name::Starts("Syfte"), &format!("Vi har flyttat till {TEXT} och vill följa upp din behandling.")).await;
    staff.write(Name::Starts("Så används svaren"), "Sjuksköterskan läser svaren och för in dem i din journal.").await;
    staff.write(Name::Is("Text"), "Hej! Tack för ditt besök.").await;
    // What is righted goes from the list at the top when it is saved, and what stands below moves up.
    builder::saved(staff).await;
    staff.press("button", "Fritextruta").await;
    staff.focused(Name::Starts("Vad ska ärendehanteraren skriva?")).await;
    staff.write(Name::Starts("Vad ska ärendehanteraren skriva?"), "Hälsning").await;

    for kind in builder::KINDS {
        builder::add(staff, kind).await;
        let number = builder::KINDS.iter().position(|one| one.0 == kind.0).unwrap_or_default() + 1;
        let item = builder::item(staff, number).await;
        match kind.0 {
            "Ett val" => alternatives(&item, ["Bättre", "Lika", "Sämre"]).await,
            "Flera val" => alternatives(&item, ["Yrsel", "Trötthet", "Klåda"]).await,
            "Tal" => item.write(Name::Starts("Enhet"), "kg").await,
            "Skala" => item.write(Name::Starts("Vad 10 betyder"), "Värsta tänkbara smärta").await,
            _ => {}
        }
    }
    let mut order: Vec<&str> = builder::KINDS.iter().map(|(kind, ..)| *kind).collect();
    builder::stands(staff, &order).await;

    // The same list of edits, by pointer, by keyboard and by button.
    builder::drag_in(staff, "Ja/nej", 2).await;
    order.insert(1, "Ja/nej");
    builder::stands(staff, &order).await;
    builder::item(staff, 2).await.write(Name::Starts("Fråga"), "Har du fått hjälp hos oss förut?").await;
    builder::drag(staff, 3, 2).await;
    order.swap(1, 2);
    builder::stands(staff, &order).await;
    builder::carry_up(staff, 5, 2).await;
    let lifted = order.remove(4);
    order.insert(2, lifted);
    builder::stands(staff, &order).await;
    staff.press("button", "Flytta upp Fråga 2").await;
    order.swap(0, 1);
    builder::stands(staff, &order).await;
    staff.press("button", Name::Starts("Ångra")).await;
    order.swap(0, 1);
    builder::stands(staff, &order).await;

    builder::put_in_a_section(staff, order.len(), "Din smärta").await;
    let last = order.pop().unwrap_or_default();
    order.extend(["Avsnitt", last]);
    builder::stands(staff, &order).await;
    look(staff, "42-avsnitt").await;

    depend(staff).await;
    builder::saved(staff).await;
    look(staff, "04-mallbyggaren").await;
    staff.press("button", Name::Starts("Riktlinjen: ")).await;
    staff.sees("den som inte vet måste annars gissa.").await;
    look(staff, "41-rad").await;
    staff.press("button", "Publicera").await;
    let dialog = staff.one("alertdialog", "Publicera mallen?").await;
    axe::check(staff, "the question before publishing").await;
    staff.inside(dialog).press("button", "Publicera").await;
    staff.sees("Version 1 är publicerad.").await;
    look(staff, "05-publicerad").await;
}

/// One question is shown only by the answer to the one before, which then cannot be taken away unasked.
async fn depend(staff: &Screen) {
    builder::item(staff, 6).await.press("button", Name::Is("Visa bara om … – Fråga 6")).await;
    staff.sees("Visas bara om fråga 5 ”Tar du dina läkemedel?” är Ja.").await;
    look(staff, "39-villkor").await;
    builder::item(staff, 5).await.press("button", "Ta bort Fråga 5").await;
    let dialog = staff.one("dialog", "Beroende frågor").await;
    look(staff, "40-beroende-fragor").await;
    staff.inside(dialog).press("button", "Avbryt").await;
    staff.gone("dialog", "Beroende frågor").await;
}

async fn alternatives(item: &Screen, texts: [&str; 3]) {
    item.press("button", "Lägg till alternativ").await;
    item.focused("Alternativ 3").await;
    for (number, text) in (1..).zip(texts) {
        item.write(Name::Is(&format!("Alternativ {number}")), text).await;
    }
}

/// The rooms that the day does not come by, and the lock.
async fn look_around(staff: &Screen) {
    for (place, name) in [
        ("Vårdpersonal", "06-vardpersonal"),
        ("Invånare", "07-invanare"),
        ("Enhet", "08-enhet"),
        ("Gallring", "09-gallring"),
        ("Fördelade ärenden", "10-fordelade-arenden"),
    ] {
        start::go_to(staff, place).await;
        look(staff, name).await;
    }
    start::go_to(staff, "Invånare").await;
    staff.press("link", Name::Has("Läs in invånare")).await;
    staff.page("Läs in invånare").await;
    look(staff, "11-las-in-invanare").await;

    start::account(staff, "Anders Lind", "Lås").await;
    staff.page("Låst").await;
    look(staff, "12-last").await;
    staff.write(Name::Starts("Lösenord"), "exempel-anders").await;
    staff.press("button", "Lås upp").await;
    start::account(staff, "Anders Lind", "Logga ut").await;
}

/// Karin sends; returns where the citizen's inbox is.
async fn send_a_case(staff: &Screen) -> String {
    start::sign_in_as(staff, "Karin Holm").await;
    staff.page("Översikt").await;
    start::go_to(staff, "Skicka nytt ärende").await;
    send::look_up(staff, "430512-9804").await;
    staff.sees("Sista siffran stämmer inte med de andra.").await;
    look(staff, "13-fel-personnummer").await;
    send::look_up(staff, "430512-9803").await;
    staff.sees("Listad sedan 2011").await;
    send::choose(staff, "uppföljning", TEMPLATE).await;
    // Once the preview is there nothing on the page moves any more, under a pointer that is on its way.
    let preview = staff.one("region", "Så ser invånaren det").await;
    staff.inside(preview).sees("Hej! Tack för ditt besök.").await;
    staff.press("button", "Skicka").await;
    staff.sees("Fyll i ”Hälsning”.").await;
    axe::check(staff, "a slot that is missing").await;
    staff.write(Name::Starts("Hälsning"), &format!("Hoppas att allt är bra. Välkommen till {TEXT}.")).await;
    let preview = staff.one("region", "Så ser invånaren det").await;
    staff.inside(preview).sees("Hoppas att allt är bra.").await;
    staff.sees("Utkast sparat").await;
    look(staff, "14-skicka").await;
    staff.choose("radio", "Senare").await;
    staff.choose("radio", Name::Starts("Karin Holm")).await;
    staff.write(Name::Starts("Klockslag"), "8.30").await;
    look(staff, "49-skicka-senare").await;
    staff.choose("radio", "Nu").await;
    staff.press("button", "Skicka").await;
    staff.page(Name::Is(&format!("Ärendet är sparat och skickat till {CITIZEN}"))).await;
    look(staff, "15-skickat").await;
    staff.press("link", "Till Mina ärenden").await;
    staff.page("Mina ärenden").await;
    cases::row_says(staff, CITIZEN, "Inte läst").await;
    cases::row_says(staff, CITIZEN, "Inget svar").await;
    look(staff, "16-mina-arenden").await;

    staff.press("button", "Invånarens inkorg").await;
    let dialog = staff.one("dialog", "Invånarens inkorg").await;
    axe::check(staff, "the way to the inbox").await;
    let dialog = staff.inside(dialog);
    let address = dialog.one("", Name::Starts("http://127.0.0.1:")).await.text().await.expect("it was just there");
    staff.keys(&[Key::Escape.into()]).await;
    staff.gone("dialog", "Invånarens inkorg").await;
    address
}

/// Ingrid reads and answers in her own browser, while the staff's list is left alone.
async fn answer(staff: &Screen, page: &Screen) {
    let mark = "window.neverReloaded = true";
    staff.client.execute(mark, Vec::new()).await.expect("a script");
    page.page("Logga in i inkorgen").await;
    look(page, "17-inkorgen-logga-in").await;
    citizen::sign_in_as(page, CITIZEN).await;
    page.sees("1 oläst meddelande").await;
    look(page, "18-inkorgen").await;
    citizen::open(page, TEMPLATE).await;
    page.sees("Hoppas att allt är bra.").await;
    cases::row_says(staff, CITIZEN, "Läst").await;
    look(page, "19-meddelandet").await;

    page.press("button", "Skicka svar").await;
    page.one("heading", Name::Has("behöver rättas")).await;
    axe::check(page, "answers that are missing").await;

    let question = "Bifoga bilder och värden";
    let disguised = tempfile::tempdir().expect("a place for temporary files");
    let disguised = disguised.path().join("rapport.pdf");
    fs::write(&disguised, files::program()).expect("ours");
    citizen::attach(page, question, &disguised).await;
    page.sees("Filen är varken en PDF eller en bild som kan visas.").await;
    axe::check(page, "a file that is refused").await;
    page.press("button", "Ta bort rapport.pdf").await;
    citizen::attach_fixture(page, question, "photo.jpg").await;
    citizen::attach_fixture(page, question, "document.pdf").await;

    page.write(Name::Starts("Hur mår du?"), &format!("Bättre för varje dag. Är det långt till {TEXT}?")).await;
    page.write(Name::Starts("Vad arbetar du med?"), "Snickare").await;
    page.gone("checkbox", Name::Is("Yrsel")).await;
    for asked in ["Har du fått hjälp hos oss förut?", "Tar du dina läkemedel?"] {
        let group = page.one("radiogroup", Name::Starts(asked)).await;
        page.inside(group).choose("radio", "Ja").await;
    }
    page.choose("radio", "Bättre").await;
    page.choose("checkbox", "Yrsel").await;
    page.write(Name::Starts("Vad väger du?"), "72").await;
    page.choose("radio", "7").await;
    page.write(Name::Starts("När började besvären?"), "2026-11-01").await;
    page.choose("checkbox", Name::Starts("Jag har läst informationen")).await;
    look(page, "20-svaret").await;
    page.press("button", "Skicka svar").await;
    page.page("Tack för ditt svar").await;
    look(page, "21-kvitto").await;

    cases::row_says(staff, CITIZEN, "Svar").await;
    let same = staff.client.execute("return window.neverReloaded === true", Vec::new()).await;
    assert_eq!(same.expect("a script"), Value::Bool(true), "the list was reloaded");
}

/// Karin reads the reply, looks at the files and writes the note.
async fn review(staff: &Screen) {
    cases::open(staff, CITIZEN, TEMPLATE).await;
    staff.sees("Bättre för varje dag.").await;
    staff.sees("72 kg").await;
    staff.sees("7 av 10").await;
    look(staff, "22-arendet").await;

    let dialog = cases::preview(staff, "document.pdf", "Sida 1 av 2").await;
    dialog.press("button", "Text på sidan").await;
    dialog.sees("Blodsockervärden vecka 47").await;
    look(staff, "23-forhandsgranskning").await;
    dialog.press("button", "Nästa sida").await;
    cases::drawn(&dialog, "Sida 2 av 2").await;
    dialog.press("button", "Stäng").await;
    staff.gone("dialog", Name::Starts("Förhandsgranskning")).await;
    let dialog = cases::preview(staff, "photo.jpg", "Sida 1 av 1").await;
    look(staff, "24-fotot").await;
    dialog.press("button", "Stäng").await;
    staff.gone("dialog", Name::Starts("Förhandsgranskning")).await;

    staff.press("button", "Skriv utkast").await;
    let note = staff.field("Anteckning").await;
    let text = note.prop("value").await.expect("a field").unwrap_or_default();
    for part in [&format!("Meddelande via 1177: {TEMPLATE}"), "Vad väger du? 72 kg", "2 bifogade filer", TEXT] {
        assert!(text.contains(part), "{part} in the note:\n{text}");
    }
    staff.press("button", "Kopiera").await;
    staff.sees("Anteckningen är kopierad.").await;
    // What another program would get is what is in the clipboard.
    staff.paste_over(&note, &text).await;
    staff.press("button", "Kopiera").await;
    look(staff, "25-journalanteckning").await;
}

/// A temporary copy by the system's own dialog: elsewhere refused, below the secure folder kept. Returns where it is.
async fn keep_a_copy(staff: &Screen, profile: &Path) -> PathBuf {
    let secure = profile.join("tillfälliga-kopior");
    fs::create_dir(secure.join("rum-3")).expect("the secure folder is there");
    // A way there in letters that can be typed on any keyboard. Links are followed before the place is judged.
    let way = profile.with_file_name("saker");
    std::os::unix::fs::symlink(&secure, &way).expect("ours");
    let title = "Välj mapp för den tillfälliga kopian";
    staff.press("button", "Spara tillfällig säker kopia av document.pdf").await;
    let dialog = staff.one("dialog", "Spara tillfällig säker kopia").await;
    let dialog = staff.inside(dialog);
    dialog.choose("radio", Name::Starts("8 timmar")).await;
    look(staff, "26-tillfallig-kopia").await;
    dialog.press("button", "Välj mapp och spara").await;
    tokio::task::block_in_place(|| native::choose_folder(title, Path::new("/usr")));
    staff.sees("Mappen ligger inte på en säker lagringsplats. Inget sparades.").await;
    axe::check(staff, "a folder that is refused").await;
    dialog.press("button", "Välj mapp och spara").await;
    tokio::task::block_in_place(|| native::choose_folder(title, &way.join("rum-3")));
    staff.gone("dialog", "Spara tillfällig säker kopia").await;
    staff.sees("Säker kopia sparad").await;

    let mut found = Vec::new();
    for folder in fs::read_dir(secure.join("rum-3")).expect("there").flatten() {
        found.extend(fs::read_dir(folder.path()).expect("a folder of its own").flatten().map(|file| file.path()));
    }
    assert_eq!(found.len(), 1, "{found:?}");
    let bytes = fs::read(&found[0]).expect("the copy");
    assert!(bytes.starts_with(b"%PDF-") && !canary::holds(&bytes, files::AUTHOR.as_bytes()));
    assert_eq!(fs::metadata(&found[0]).expect("there").permissions().mode() & 0o777, 0o600);
    found.remove(0)
}

async fn purge_by_hand(staff: &Screen) {
    staff.press("button", "Gallra nu: photo.jpg").await;
    let dialog = staff.one("alertdialog", "Gallra bilagan nu?").await;
    axe::check(staff, "the question before purging").await;
    staff.inside(dialog).press("button", "Gallra").await;
    staff.sees("Gallrad ").await;
    staff.gone("button", "Förhandsgranska photo.jpg").await;
    look(staff, "27-gallrad").await;
    start::go_to(staff, "Gallring").await;
    staff.sees("Gallrad för hand").await;
    look(staff, "28-kvitton").await;
}

/// The scheduled job, when the deadlines have passed and the program is closed.
fn purge_when_due(profile: &Path, copy: &Path) {
    let profile = profile.display().to_string();
    let ctl = program("budkavlectl").display().to_string();
    let purge = [ctl.as_str(), "purge", "--due", "--profile", &profile];
    assert_eq!(said(&purge), "0 gallrade, 0 kunde inte gallras än", "nothing is due today");
    assert!(copy.exists());
    // The computer has not run for four days, so the clock must have leapt: closed, and nothing is destroyed.
    let in_four_days = [["faketime", "+4 days"].as_slice(), &purge].concat();
    let doubted = Command::new(in_four_days[0]).args(&in_four_days[1..]).output().expect("faketime is installed");
    let told = String::from_utf8_lossy(&doubted.stdout).into_owned();
    assert_eq!(doubted.status.code(), Some(1), "{told}");
    assert!(told.contains("2 är stängda men inte gallrade"), "{told}");
    assert!(copy.exists());
    let believed = [in_four_days.as_slice(), &["--trust-clock"]].concat();
    assert_eq!(said(&believed), "2 gallrade, 0 kunde inte gallras än", "the document and its copy");
    assert!(!copy.exists());
    let log = said(&[&ctl, "verify-log", "--profile", &profile]);
    assert!(log.contains("Loggen är hel") && log.contains("Gallringskvittona är hela"), "{log}");
}

/// What a program says when it succeeds.
fn said(words: &[&str]) -> String {
    let output =
        Command::new(words[0]).args(&words[1..]).output().unwrap_or_else(|error| panic!("{}: {error}", words[0]));
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    assert!(output.status.success(), "{words:?}: {said} {}", String::from_utf8_lossy(&output.stderr));
    said
}

/// Everything that the day may have written to: the profile with its log, the home folder with the webview's cache, the
/// folder for temporary files. `cargo xtask test` gives the tests folders of their own.
fn search(profile: &Path) {
    let canaries = [
        Canary::text("the text", TEXT),
        Canary::text("the name", CITIZEN),
        Canary::number("the personal number", NUMBER),
        Canary::text("the document's words", "Blodsockervärden vecka 47"),
        Canary::bytes("the document's author", files::AUTHOR.as_bytes()),
        Canary::bytes("the photo's camera", files::CAMERA.as_bytes()),
        Canary::bytes("the photo's pixels", &files::PHOTO[20_000..20_040]),
    ];
    let temporary = std::env::temp_dir();
    let home = PathBuf::from(std::env::var_os("HOME").expect("a home folder"));
    assert_eq!(home.parent(), temporary.parent(), "run by `cargo xtask test`: the home folder is searched");
    let search = canary::search(&[profile, &temporary, &home], &canaries);
    assert!(search.found.is_empty(), "{:#?}", search.found);
    assert!(search.files > 20, "the webview's own files were among what was searched");
    let head = fs::read(profile.join("budkavle.db")).expect("the store")[..16].to_vec();
    assert_ne!(head, b"SQLite format 3\0");
}

/// What the unit makes of a case: noted, given to a colleague, closed and opened again; and the day at a glance.
async fn handle(staff: &Screen) {
    start::go_to(staff, "Mina ärenden").await;
    cases::open(staff, CITIZEN, TEMPLATE).await;
    staff.write(Name::Starts("Ny intern anteckning"), "Ringt, inget svar.").await;
    staff.press("button", "Spara anteckningen").await;
    staff.sees("Ringt, inget svar.").await;
    staff.press("button", "Fördela").await;
    let dialog = staff.one("dialog", "Fördela ärendet").await;
    look(staff, "50-fordela").await;
    let dialog = staff.inside(dialog);
    dialog.choose("radio", Name::Starts("Anders Lind")).await;
    dialog.press("button", "Fördela").await;
    staff.sees("Fördelat till Anders Lind").await;
    staff.press("button", "Avsluta").await;
    staff.press("button", "Återöppna").await;
    staff.one("button", "Avsluta").await;
    look(staff, "51-handelser").await;

    start::go_to(staff, "Fördelade ärenden").await;
    staff.choose("checkbox", Name::Starts("Markera Lars-Erik Nyman")).await;
    staff.one("region", "Markerade ärenden").await;
    look(staff, "52-markerade").await;
    staff.press("button", "Avmarkera").await;
    start::go_to(staff, "Översikt").await;
    look(staff, "53-oversikt").await;
    start::go_to(staff, "Statistik").await;
    look(staff, "54-statistik").await;
}
