//! Several questions at once, the clipboard, and *avsnittsbanken*.

use fantoccini::key::Key;

use crate::{
    axe, builder,
    hand::{Hand, Person},
    screen::Name,
};

const FORM: [&str; 6] = ["Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum"];

pub(super) async fn select_and_paste(person: &Person) {
    let screen = &person.screen;
    tick(person, 1).await;
    tick(person, 2).await;
    screen.sees("2 markerade").await;
    person.is_sound("two selected").await;
    bar(person).await.press("button", "Duplicera").await;
    screen.sees("De 2 markerade är duplicerade.").await;
    builder::stands(screen, &["Fritext", "Ja/nej", "Fritext", "Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum"]).await;
    // The copies are what is selected now.
    bar(person).await.press("button", "Ta bort").await;
    builder::stands(screen, &FORM).await;

    tick(person, 1).await;
    bar(person).await.press("button", "Flytta till …").await;
    let dialog = person.at("dialog", Name::Starts("Flytta ")).await;
    dialog.pick("Ny plats", "Först i Avsnitt 1").await;
    dialog.press("button", "Flytta").await;
    builder::stands(screen, &["Ja/nej", "Avsnitt", "Fritext", "Tal", "Klockslag", "Datum"]).await;
    person.undo("flytta fråga").await;
    builder::stands(screen, &FORM).await;
    bar(person).await.press("button", "Avmarkera").await;
    screen.sees("Inget är markerat").await;

    tick(person, 1).await;
    clip(person, 'x', "Klipp ut").await;
    builder::stands(screen, &FORM[1..]).await;
    tick(person, 5).await;
    clip(person, 'v', "Klistra in efter").await;
    builder::stands(screen, &["Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum", "Fritext"]).await;
    clip(person, 'c', "Kopiera").await;
    screen.sees("1 kopierad.").await;
    bar(person).await.press("button", "Avmarkera").await;
    person.press("button", Name::Starts("Klistra in sist")).await;
    builder::stands(screen, &["Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum", "Fritext", "Fritext"]).await;
    bar(person).await.press("button", "Ta bort").await;
    builder::stands(screen, &["Ja/nej", "Avsnitt", "Tal", "Klockslag", "Datum", "Fritext"]).await;
    lines(person).await;
}

/// Lines that were copied elsewhere become questions, and in a list of alternatives alternatives.
async fn lines(person: &Person) {
    let screen = &person.screen;
    let instruction = screen.field(Name::Starts("Instruktion till ärendehanteraren")).await;
    // A text of several lines, taken by the person's own keys: a mouse has no copy without a menu of the system's.
    person.select_all(&instruction).await;
    screen.keys(&"Bättre".chars().collect::<Vec<_>>()).await;
    screen.chord(&[Key::Shift], Key::Enter.into()).await;
    screen.keys(&"Sämre".chars().collect::<Vec<_>>()).await;
    screen.chord(&[Key::Control], 'a').await;
    screen.chord(&[Key::Control], 'c').await;

    person.go_to_box(1).await;
    screen.chord(&[Key::Control], 'v').await;
    let dialog = person.at("dialog", "Klistra in som frågor").await;
    axe::check(screen, "lines as questions").await;
    dialog.press("button", "Klistra in 2 frågor").await;
    builder::stands(screen, &["Ja/nej", "Fritext", "Fritext", "Avsnitt", "Tal", "Klockslag", "Datum", "Fritext"]).await;
    person.undo("flera ändringar på en gång").await;

    person.at("list", "Lägg till fråga").await.press("button", "Ett val").await;
    let item = person.item(7).await;
    item.screen.focused(Name::Starts("Fråga")).await;
    item.write(Name::Starts("Fråga"), "Hur är det nu?").await;
    let first = item.screen.field("Alternativ 1").await;
    person.select_all(&first).await;
    screen.chord(&[Key::Control], 'v').await;
    screen.sees("2 alternativ inklistrade.").await;
    item.press("button", "Ta bort alternativ 3").await;
    person.is_sound("pasted alternatives").await;
}

/// What is selected, or the question of this number, goes into the bank, is named anew, fetched and taken out of the bank.
pub(super) async fn use_the_bank(person: &Person) {
    let screen = &person.screen;
    person.item(2).await.press("button", Name::Starts("Spara i avsnittsbanken …")).await;
    let dialog = person.at("dialog", "Spara i avsnittsbanken").await;
    dialog.write(Name::Starts("Namn"), "Kroppen").await;
    axe::check(screen, "keeping in the bank").await;
    dialog.press("button", "Spara").await;
    screen.sees("”Kroppen” finns nu i avsnittsbanken.").await;

    person.press("button", "Hämta från avsnittsbanken …").await;
    let dialog = person.at("dialog", "Hämta från avsnittsbanken").await;
    dialog.act(Name::Starts("Åtgärder för Kroppen"), "Byt namn …").await;
    dialog.write("Nytt namn på Kroppen", "Om kroppen").await;
    dialog.press("button", "Spara").await;
    screen.sees("Heter nu ”Om kroppen”.").await;
    dialog.write(Name::Starts("Sök"), "väger").await;
    axe::check(screen, "the bank").await;
    dialog.press("button", Name::Starts("Lägg till Om kroppen")).await;
    screen.sees("”Om kroppen” är hämtad.").await;
    person.press("button", "Hämta från avsnittsbanken …").await;
    let dialog = person.at("dialog", "Hämta från avsnittsbanken").await;
    dialog.act(Name::Starts("Åtgärder för Om kroppen"), "Ta bort ur avsnittsbanken").await;
    screen.sees("”Om kroppen” är borttagen ur avsnittsbanken.").await;
    dialog.press("button", "Stäng").await;
    screen.gone("dialog", "Hämta från avsnittsbanken").await;
}

/// Ticks the box of a card.
async fn tick(person: &Person, number: usize) {
    person.item(number).await.choose("checkbox", Name::Starts("Markera ")).await;
}

async fn bar(person: &Person) -> Person {
    // What was done last has moved focus. From a card's own box Enter leads to the bar, which is otherwise reached by Tab.
    person.screen.settled().await;
    if person.hand == Hand::Keyboard && person.screen.focus_is_within("[data-select]").await {
        person.screen.keys(&[char::from(Key::Enter)]).await;
    }
    person.at("region", "Det som är markerat").await
}

/// By the bar's button, or by the key.
async fn clip(person: &Person, key: char, act: &str) {
    match person.hand {
        Hand::Mouse => bar(person).await.press("button", act).await,
        Hand::Keyboard => person.screen.chord(&[Key::Control], key).await,
    }
}

impl Person {
    /// Focus on a card's own box; a press ticks it as well.
    async fn go_to_box(&self, number: usize) {
        match self.hand {
            Hand::Keyboard => {
                self.item(number).await.come_to("checkbox", Name::Starts("Markera ")).await;
            }
            Hand::Mouse => tick(self, number).await,
        }
    }
}
