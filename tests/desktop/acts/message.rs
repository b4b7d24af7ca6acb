//! What the template says: the four contents of the guideline, and the message with its formatting and slots.

use fantoccini::key::Key;

use crate::{
    builder,
    hand::{Hand, Person},
    screen::Name,
};

pub(super) async fn write(person: &Person) {
    let screen = &person.screen;
    person.write(Name::Starts("Instruktion till ärendehanteraren"), "Skicka inom en vecka.").await;
    person.write(Name::Starts("Syfte"), "Vi vill veta hur du mår.").await;
    builder::saved(screen).await;
    person.undo("ändra text").await;
    person.redo("ändra text").await;

    let parts = person.at("list", "Meddelandets delar").await;
    parts.write("Text", "Hej!").await;
    let text = parts.screen.field("Text").await;
    person.select_all(&text).await;
    mark(person, &parts, 'b', "Fet (Ctrl+B)").await;
    holds(person, &text, "**Hej!**").await;
    mark(person, &parts, 'i', "Kursiv (Ctrl+I)").await;
    holds(person, &text, "***Hej!***").await;
    link(person, &parts).await;

    person.press("button", "Fritextruta").await;
    screen.sees("Fritextruta tillagd som nummer 2 av 2.").await;
    parts.screen.focused(Name::Starts("Vad ska ärendehanteraren skriva?")).await;
    parts.write(Name::Starts("Vad ska ärendehanteraren skriva?"), "Hälsning").await;
    parts.choose("checkbox", "Måste fyllas i innan meddelandet skickas").await;
    match person.hand {
        Hand::Mouse => parts.press("button", "Flytta upp Fritextruta 2").await,
        Hand::Keyboard => screen.chord(&[Key::Alt], Key::Up.into()).await,
    }
    screen.sees("Fritextruta 2 flyttad. Den är nu nummer 1 av 2.").await;
    parts.press("button", "Ta bort Fritextruta 1").await;
    screen.sees("Fritextruta 1 är borttagen.").await;
    person.undo("ta bort ur meddelandet").await;
    parts.screen.field(Name::Starts("Vad ska ärendehanteraren skriva?")).await;
    person.is_sound("the message").await;
}

/// Marks what is selected, by the toolbar or by its key.
async fn mark(person: &Person, parts: &Person, key: char, tool: &str) {
    match person.hand {
        Hand::Mouse => parts.press("button", tool).await,
        Hand::Keyboard => person.screen.chord(&[Key::Control], key).await,
    }
}

async fn link(person: &Person, parts: &Person) {
    let text = parts.screen.field("Text").await;
    person.write_more(&text, " Läs mer.").await;
    match person.hand {
        Hand::Mouse => parts.press("button", "Länk (Ctrl+K)").await,
        Hand::Keyboard => person.screen.chord(&[Key::Control], 'k').await,
    }
    let dialog = person.at("dialog", "Lägg till länk").await;
    dialog.write(Name::Starts("Länkens text"), "Om järn på 1177.se").await;
    dialog.write(Name::Starts("Adress"), "javascript:alert(1)").await;
    dialog.press("button", "Infoga länk").await;
    dialog.screen.sees("Det går inte att länka till den adressen.").await;
    dialog.write(Name::Starts("Adress"), "https://www.1177.se/jarn").await;
    dialog.press("button", "Infoga länk").await;
    person.screen.gone("dialog", "Lägg till länk").await;
    holds(person, &text, "***Hej!*** Läs mer.[Om järn på 1177.se](https://www.1177.se/jarn)").await;
}

async fn holds(person: &Person, field: &fantoccini::elements::Element, words: &str) {
    person
        .screen
        .until(&format!("the text is {words}"), || async {
            Ok((field.prop("value").await?.as_deref() == Some(words)).then_some(()))
        })
        .await;
}
