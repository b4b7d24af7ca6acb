//! *Mallar för invånarärende*: building a template by click, drag, keyboard and buttons.

use fantoccini::{
    elements::{Element, ElementRef},
    key::Key,
};

use crate::screen::{ELEMENT, Name, Screen};

/// Every kind of question, as the palette names it, with the label of its text.
pub(crate) const KINDS: [(&str, &str, &str); 11] = [
    ("Fritext", "Fråga", "Hur mår du?"),
    ("Kort text", "Fråga", "Vad arbetar du med?"),
    ("Ja/nej", "Fråga", "Tar du dina läkemedel?"),
    ("Ett val", "Fråga", "Jämfört med förra gången?"),
    ("Flera val", "Fråga", "Vilka besvär har du?"),
    ("Tal", "Fråga", "Vad väger du?"),
    ("Datum", "Fråga", "När började besvären?"),
    ("Bekräftelse", "Det invånaren bekräftar", "Jag har läst informationen"),
    ("Bifoga fil", "Vad ska bifogas?", "Bifoga bilder och värden"),
    ("Information", "Text", "Svara så gott du kan."),
    ("Skala", "Fråga", "Hur ont har du?"),
];

/// Creates a template and opens it.
pub(crate) async fn create(staff: &Screen, name: &str) {
    staff.press("button", "Ny mall").await;
    let dialog = staff.one("dialog", "Ny mall").await;
    let dialog = staff.inside(dialog);
    dialog.write(Name::Starts("Mallens namn"), name).await;
    dialog.press("button", "Skapa mall").await;
    staff.page(name).await;
}

/// Presses a kind in the form's palette, which puts it last, and writes its text.
pub(crate) async fn add(staff: &Screen, (kind, label, text): (&str, &str, &str)) {
    // What was missing is taken off the list at the top when it is saved, and what stands below moves up.
    saved(staff).await;
    let before = order(staff).await.len();
    palette(staff).await.press("button", kind).await;
    let item = item(staff, before + 1).await;
    item.focused(Name::Starts(label)).await;
    item.write(Name::Starts(label), text).await;
}

async fn palette(staff: &Screen) -> Screen {
    let palette = staff.one("list", "Lägg till fråga").await;
    staff.inside(palette)
}

async fn list(staff: &Screen) -> Element {
    staff.one("list", "Frågor").await
}

/// The `number`th question or section, counted from 1. Of a long form only what is near what is seen is drawn, so one goes there.
pub(crate) async fn item(staff: &Screen, number: usize) -> Screen {
    let shown = list(staff).await;
    let script = "const item = [...arguments[0].querySelectorAll('li')].filter((one) => one.querySelector('h3'))[arguments[1] - 1]; \
                  const { top, bottom } = item?.getBoundingClientRect() ?? { top: 0, bottom: 0 }; \
                  const isSeen = bottom > 0 && top < innerHeight; \
                  if (isSeen && item?.querySelector('h3 + * ~ * button')) return item; \
                  item?.scrollIntoView({ block: 'center', behavior: 'instant' }); \
                  return null;";
    staff.settled().await;
    let question = staff
        .until(&format!("there is a question {number}"), || async {
            let found = staff.client.execute(script, vec![staff.element(&shown), number.into()]).await?;
            let id = found[ELEMENT].as_str().map(|id| ElementRef::from(id.to_owned()));
            Ok(id.map(|id| Element::from_element_id(staff.client.clone(), id)))
        })
        .await;
    staff.inside(question)
}

/// The kinds of the questions in their order: the word beside each heading.
pub(crate) async fn order(staff: &Screen) -> Vec<String> {
    let list = staff.element(&list(staff).await);
    let script =
        "return [...arguments[0].querySelectorAll('h3')].map((name) => name.nextElementSibling.textContent.trim())";
    let kinds = staff.client.execute(script, vec![list]).await.unwrap_or_default();
    kinds.as_array().into_iter().flatten().filter_map(|kind| kind.as_str().map(str::to_owned)).collect()
}

/// Waits until the questions stand in this order.
pub(crate) async fn stands(staff: &Screen, expected: &[&str]) {
    staff
        .until(&format!("the questions stand in the order {expected:?}"), || async move {
            Ok((order(staff).await == expected).then_some(()))
        })
        .await;
}

/// Drags a kind from the palette to the place before a question.
pub(crate) async fn drag_in(staff: &Screen, kind: &str, before: usize) {
    let from = palette(staff).await.one("button", kind).await;
    let onto = item(staff, before).await.this();
    staff.drag(&from, &onto, (0.5, 0.1)).await;
}

/// Drags a question by its handle to the place before another.
pub(crate) async fn drag(staff: &Screen, number: usize, before: usize) {
    let from = handle(staff, number).await;
    let onto = item(staff, before).await.this();
    staff.drag(&from, &onto, (0.5, 0.1)).await;
}

/// Lifts a question with the keyboard, moves it so many places up, and drops it.
pub(crate) async fn carry_up(staff: &Screen, number: usize, places: usize) {
    let handle = handle(staff, number).await;
    staff.focus(&handle).await;
    staff.keys(&[' ']).await;
    staff
        .until("the question is lifted", || async {
            Ok((handle.attr("aria-pressed").await?.as_deref() == Some("true")).then_some(()))
        })
        .await;
    staff.keys(&vec![char::from(Key::Up); places]).await;
    staff.keys(&[' ']).await;
}

async fn handle(staff: &Screen, number: usize) -> Element {
    item(staff, number).await.one("button", Name::Starts("Flytta Fråga")).await
}

/// Adds a section last, and carries the question before it into it by keyboard.
pub(crate) async fn put_in_a_section(staff: &Screen, number: usize, heading: &str) {
    palette(staff).await.press("button", "Avsnitt").await;
    let section = item(staff, number + 1).await;
    section.focused("Rubrik").await;
    section.write("Rubrik", heading).await;
    let handle = handle(staff, number).await;
    staff.focus(&handle).await;
    staff.keys(&[' ', char::from(Key::Down)]).await;
    staff.sees(&format!("Fråga {number} blir fråga {number} i Avsnitt 1.")).await;
    staff.keys(&[' ']).await;
    staff.sees(&format!("Fråga {number} flyttad. Den är nu fråga {number} i Avsnitt 1.")).await;
}

/// Waits until everything is on disk.
pub(crate) async fn saved(staff: &Screen) {
    staff.gone("", Name::Is("Sparar …")).await;
    staff.sees("Sparat ").await;
}
