//! The form: every kind with its settings, every way to move, and conditions.

use fantoccini::key::Key;

use crate::{
    axe, builder,
    hand::{Hand, Person},
    screen::Name,
};

/// Each kind is put in from the palette, written, settled and taken away.
pub(super) async fn make_every_kind(person: &Person) {
    let kinds = [
        ("Fritext", "Fråga"),
        ("Kort text", "Fråga"),
        ("Ja/nej", "Fråga"),
        ("Ett val", "Fråga"),
        ("Flera val", "Fråga"),
        ("Rullista", "Fråga"),
        ("Matris", "Fråga"),
        ("Skala", "Fråga"),
        ("Tal", "Fråga"),
        ("Datum", "Fråga"),
        ("Klockslag", "Fråga"),
        ("Datum och klockslag", "Fråga"),
        ("Bekräftelse", "Det invånaren bekräftar"),
        ("Bifoga fil", "Vad ska bifogas?"),
        ("Information", "Text"),
        ("Avsnitt", "Rubrik"),
        ("Upprepningsbart avsnitt", "Rubrik"),
    ];
    for (kind, label) in kinds {
        person.at("list", "Lägg till fråga").await.press("button", kind).await;
        let item = person.item(1).await;
        item.screen.focused(Name::Starts(label)).await;
        person.screen.sees(&format!("{kind} tillagd som ")).await;
        item.write(Name::Starts(label), &format!("Det här är {}", kind.to_lowercase())).await;
        settle(&item, kind).await;
        person.is_sound(kind).await;
        let name =
            ["Information", "Avsnitt"].into_iter().find(|name| kind.to_lowercase().ends_with(&name.to_lowercase()));
        item.press("button", Name::Is(&format!("Ta bort {} 1", name.unwrap_or("Fråga")))).await;
        builder::stands(&person.screen, &[]).await;
    }
    assert_eq!(palette(person).await, kinds.map(|(kind, _)| kind.to_owned()), "the palette holds others");
}

async fn palette(person: &Person) -> Vec<String> {
    let palette = person.at("list", "Lägg till fråga").await;
    let mut names = Vec::new();
    for button in palette.screen.all("button", Name::Has("")).await.expect("the palette") {
        names.push(button.text().await.expect("a button's words"));
    }
    names.sort_by_key(|name| ORDER.iter().position(|one| one == name));
    names
}

const ORDER: [&str; 17] = [
    "Fritext",
    "Kort text",
    "Ja/nej",
    "Ett val",
    "Flera val",
    "Rullista",
    "Matris",
    "Skala",
    "Tal",
    "Datum",
    "Klockslag",
    "Datum och klockslag",
    "Bekräftelse",
    "Bifoga fil",
    "Information",
    "Avsnitt",
    "Upprepningsbart avsnitt",
];

/// What can be set of this kind only, and once what can be set of all.
async fn settle(item: &Person, kind: &str) {
    match kind {
        "Fritext" => {
            item.write(Name::Starts("Hjälptext"), "Skriv så gott du kan.").await;
            item.write(Name::Starts("Längsta svar"), "99999").await;
            item.screen.sees("Skriv ett heltal från 1 till 10 000.").await;
            item.write(Name::Starts("Längsta svar"), "500").await;
            item.choose("checkbox", "Måste besvaras").await;
            item.press("button", "Fler inställningar").await;
            item.write(Name::Starts("Egen text när svaret är fel"), "Skriv något.").await;
            item.write(Name::Starts("Förvalt svar"), "Inget att säga").await;
            item.pick("Kodverk", "LOINC").await;
            item.write(Name::Starts("Kod ("), "8867-4").await;
        }
        "Kort text" => item.pick("Form", "Telefonnummer").await,
        "Ett val" => choices(item).await,
        "Flera val" => {
            item.press("button", "Lägg till ”Annat”").await;
            item.press("button", "Lägg till ”Inget av ovanstående”").await;
            item.screen.sees("Utesluter de andra").await;
        }
        "Rullista" => {
            item.choose("checkbox", Name::Starts("Alternativen ger poäng")).await;
            item.write("Poäng för alternativ 2", "\u{2212}3").await;
        }
        "Matris" => {
            item.press("button", "Lägg till rad").await;
            item.write("Rad 3", "Nacken").await;
            item.press("button", "Flytta upp rad 3").await;
            item.screen.sees("Raden är på plats 2 av 3.").await;
        }
        "Skala" => {
            item.pick("Sista steg", "5").await;
            item.write(Name::Starts("Vad 5 betyder"), "Värsta tänkbara").await;
        }
        "Tal" => {
            item.write(Name::Starts("Enhet"), "kg").await;
            item.write(Name::Starts("Minsta värde"), "2,5").await;
            item.write(Name::Starts("Största värde"), "300").await;
            item.pick("Decimaler", "1").await;
        }
        "Datum" => {
            item.pick("Senast", "Dagen för svaret").await;
            item.pick("Tidigast", "Dagar före svaret").await;
            item.write("Tidigast: antal dagar", "30").await;
        }
        "Bifoga fil" => {
            item.pick("Högsta antal filer", "3").await;
            item.pick("Vad får bifogas?", "Bara bilder").await;
            item.pick("Högst MB per fil", "5 MB").await;
        }
        "Information" => item.pick("Utseende", "Observera").await,
        "Avsnitt" => {
            item.screen.whole().sees("Dra hit frågor, eller lägg till med knappen.").await;
        }
        "Upprepningsbart avsnitt" => {
            item.write(Name::Starts("Vad en rad kallas"), "läkemedel").await;
            item.pick("Högsta antal rader", "5").await;
            item.choose("checkbox", "Minst en rad måste finnas").await;
        }
        _ => {}
    }
}

/// Alternatives: written one after another, moved and taken away.
async fn choices(item: &Person) {
    item.write("Alternativ 1", "Bättre").await;
    match item.hand {
        Hand::Mouse => item.press("button", "Lägg till alternativ").await,
        // Enter in one makes the next.
        Hand::Keyboard => item.screen.keys(&[char::from(Key::Enter)]).await,
    }
    let added = if item.hand == Hand::Mouse { "Alternativ 3" } else { "Alternativ 2" };
    item.screen.focused(added).await;
    item.write(added, "Sämre").await;
    item.press("button", "Flytta ned alternativ 1").await;
    item.screen.sees("Alternativet är på plats 2 av 3.").await;
    item.press("button", "Ta bort alternativ 3").await;
    item.screen.sees("Alternativet är borttaget.").await;
}

/// Four questions and a section, moved in every way: dragged or carried, by buttons or keys, by a list of places; in and out.
pub(super) async fn arrange(person: &Person) {
    let screen = &person.screen;
    for (number, line) in
        ["/ja Röker du?", "/tal Vad väger du?", "/datum När slutade du?", "Hur mår du?"].iter().enumerate()
    {
        person.write(Name::Starts("Skriv en ny fråga"), line).await;
        screen.keys(&[char::from(Key::Enter)]).await;
        builder::item(screen, number + 1).await.focused(Name::Starts("Fråga")).await;
    }
    builder::stands(screen, &["Ja/nej", "Tal", "Datum", "Fritext"]).await;

    match person.hand {
        Hand::Mouse => {
            builder::drag_in(screen, "Avsnitt", 1).await;
            builder::stands(screen, &["Avsnitt", "Ja/nej", "Tal", "Datum", "Fritext"]).await;
            // No further at a time than what is seen at once.
            for (from, before, order) in [
                (2, 1, ["Ja/nej", "Avsnitt", "Tal", "Datum", "Fritext"]),
                (5, 4, ["Ja/nej", "Avsnitt", "Tal", "Fritext", "Datum"]),
                (4, 3, ["Ja/nej", "Avsnitt", "Fritext", "Tal", "Datum"]),
                (3, 2, ["Ja/nej", "Fritext", "Avsnitt", "Tal", "Datum"]),
                (2, 1, ["Fritext", "Ja/nej", "Avsnitt", "Tal", "Datum"]),
            ] {
                builder::drag(screen, from, before).await;
                builder::stands(screen, &order).await;
            }
        }
        Hand::Keyboard => {
            person.at("list", "Lägg till fråga").await.press("button", "Avsnitt").await;
            carry(person, 5, "Flytta Avsnitt 1", &[Key::Up, Key::Up, Key::Up], "avsnitt 1").await;
            builder::stands(screen, &["Ja/nej", "Avsnitt", "Tal", "Datum", "Fritext"]).await;
            carry(person, 5, "Flytta Fråga 4", &[Key::Home], "fråga 1").await;
        }
    }
    builder::stands(screen, &["Fritext", "Ja/nej", "Avsnitt", "Tal", "Datum"]).await;
    person.item(3).await.write(Name::Starts("Rubrik"), "Om kroppen").await;

    move_down(person, 2).await;
    screen.sees("Fråga 2 flyttad. Den är nu fråga 2 i Avsnitt 1.").await;
    move_up(person, 3).await;
    builder::stands(screen, &["Fritext", "Ja/nej", "Avsnitt", "Tal", "Datum"]).await;
    let item = person.item(4).await;
    item.press("button", Name::Starts("Flytta till …")).await;
    let dialog = person.at("dialog", "Flytta Fråga 3").await;
    dialog.pick("Ny plats", "Först i Avsnitt 1").await;
    axe::check(screen, "a list of places").await;
    dialog.press("button", "Flytta").await;
    screen.sees("Fråga 3 är flyttad.").await;
    person.act(Name::Has("Lägg till i Avsnitt 1"), "Klockslag").await;
    builder::stands(screen, &["Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum"]).await;
    person.item(5).await.write(Name::Starts("Fråga"), "När vaknar du?").await;

    person.item(3).await.press("button", "Duplicera Avsnitt 1").await;
    let twice = ["Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Avsnitt", "Tal", "Klockslag", "Datum"];
    builder::stands(screen, &twice).await;
    person.item(6).await.press("button", "Ta bort Avsnitt 2").await;
    builder::stands(screen, &["Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum"]).await;
    person.undo("ta bort fråga").await;
    builder::stands(screen, &twice).await;
    person.redo("ta bort fråga").await;
    builder::stands(screen, &["Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum"]).await;
    person.is_sound("a form with a section").await;
}

async fn carry(person: &Person, number: usize, handle: &str, keys: &[Key], lands: &str) {
    person.item(number).await.come_to("button", handle).await;
    person.screen.keys(&[' ']).await;
    person.screen.sees(" lyft. ").await;
    person.screen.keys(&keys.iter().map(|key| char::from(*key)).collect::<Vec<_>>()).await;
    person.screen.sees(&format!(" blir {lands}")).await;
    person.screen.keys(&[' ']).await;
    person.screen.sees(&format!(" flyttad. Den är nu {lands}")).await;
}

async fn move_down(person: &Person, number: usize) {
    match person.hand {
        Hand::Mouse => person.item(number).await.press("button", Name::Starts("Flytta ned ")).await,
        Hand::Keyboard => by_alt(person, number, Key::Down).await,
    }
}

async fn move_up(person: &Person, number: usize) {
    match person.hand {
        Hand::Mouse => person.item(number).await.press("button", Name::Starts("Flytta upp ")).await,
        Hand::Keyboard => by_alt(person, number, Key::Up).await,
    }
}

async fn by_alt(person: &Person, number: usize, arrow: Key) {
    let item = person.item(number).await;
    let field = item.screen.field(Name::Starts("Fråga")).await;
    person.go_to(&field).await;
    person.screen.chord(&[Key::Alt], arrow.into()).await;
}

/// A condition made and changed in all its parts, the table of them, and what happens to it when what it asks for goes.
pub(super) async fn depend(person: &Person) {
    let screen = &person.screen;
    let name = "Fråga 5";
    person.item(6).await.press("button", Name::Is(&format!("Visa bara om … – {name}"))).await;
    let editor = person.at("group", Name::Starts(&format!("Villkor för {name}"))).await;
    editor.pick("Fråga", "Fråga 2. Röker du?").await;
    screen.sees("Visas bara om fråga 2 ”Röker du?” är Ja.").await;
    editor.pick("Svaret", "är Nej").await;
    editor.press("button", "Lägg till krav").await;
    editor.pick("När flera krav finns", "Det räcker att en stämmer").await;
    editor.press("button", "Lägg till grupp").await;
    editor.pick("Mellan grupperna", "Det räcker att en stämmer").await;
    person.is_sound("a condition of two groups").await;
    let second = editor.at("group", "Grupp 2").await;
    second.press("button", "Ta bort krav 1").await;
    editor.press("button", "Ta bort krav 2").await;
    screen.sees("Visas bara om fråga 2 ”Röker du?” är Nej.").await;

    person.press("button", "Vad styr vad").await;
    let dialog = person.at("dialog", "Vad styr vad").await;
    axe::check(screen, "what depends on what").await;
    dialog.press("button", "Stäng").await;
    screen.gone("dialog", "Vad styr vad").await;

    person.item(2).await.press("button", "Ta bort Fråga 2").await;
    let dialog = person.at("dialog", "Beroende frågor").await;
    dialog.choose("radio", Name::Starts("Ta bort dem också")).await;
    dialog.choose("radio", Name::Starts("Visa dem alltid")).await;
    axe::check(screen, "what depends on it").await;
    dialog.press("button", "Ta bort Fråga 2").await;
    builder::stands(screen, &["Fritext", "Avsnitt", "Tal", "Klockslag", "Datum"]).await;
    person.undo("flera ändringar på en gång").await;
    builder::stands(screen, &["Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum"]).await;
    person.item(6).await.press("button", Name::Starts("Visa alltid")).await;
    screen.gone("button", "Vad styr vad").await;
    // Where the condition was, one can be made; focus comes there and the page follows it.
    screen.has_focus("button", Name::Starts("Visa bara om …")).await;
}
