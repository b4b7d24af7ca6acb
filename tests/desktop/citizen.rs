//! The citizen's inbox in their own browser.

use budkavle_tests::files;

use crate::screen::{Name, Screen};

/// Signs in as an example person with one press.
pub(crate) async fn sign_in_as(page: &Screen, name: &str) {
    page.press("button", Name::Is(&format!("Logga in som {name}"))).await;
    page.page("Inkorg").await;
}

/// Opens a letter by its heading.
pub(crate) async fn open(page: &Screen, heading: &str) {
    page.press("link", Name::Has(heading)).await;
    page.page(heading).await;
}

/// Chooses a file of the fixtures for a question, as the system's file dialog does.
pub(crate) async fn attach(page: &Screen, question: &str, path: &std::path::Path) {
    let group = page.one("group", Name::Starts(question)).await;
    let input = page.inside(group).one("file", "").await;
    // A file dialog's answer replaces the one before; WebDriver adds to it.
    let emptied = page.client.execute("arguments[0].value = ''", vec![page.element(&input)]).await;
    emptied.unwrap_or_else(|error| panic!("emptying the choice: {error:?}"));
    input.send_keys(&path.display().to_string()).await.unwrap_or_else(|error| panic!("choosing a file: {error}"));
}

/// Attaches one of the fixtures and waits until it is received.
pub(crate) async fn attach_fixture(page: &Screen, question: &str, name: &str) {
    attach(page, question, &files::path(name)).await;
    let row = page.one("listitem", Name::Starts(name)).await;
    page.inside(row).sees("Mottagen").await;
}
