//! *Mina ärenden*, one case, its attachments and its note.

use serde_json::Value;

use crate::screen::{Name, Screen};

/// Waits until the line of a citizen's case says this, such as "Läst" for **L**.
pub(crate) async fn row_says(staff: &Screen, citizen: &str, words: &str) {
    staff
        .until(&format!("the case of {citizen} says \"{words}\""), || async move {
            let rows = staff.all("row", Name::Has(citizen)).await?;
            let Some(row) = rows.into_iter().next() else { return Ok(None) };
            let seen = staff.inside(row).all("", Name::Starts(words)).await?;
            Ok((!seen.is_empty()).then_some(()))
        })
        .await;
}

/// Opens a citizen's case from the list by pressing in its line, not on the name: the line of one must never lead to another.
pub(crate) async fn open(staff: &Screen, citizen: &str, heading: &str) {
    let row = staff.one("row", Name::Has(citizen)).await;
    let cell = staff.inside(row).one("cell", Name::Starts(heading)).await;
    staff.point_at(&cell).await;
    staff.page(Name::Starts(heading)).await;
    let main = staff.one("main", Name::Has(citizen)).await;
    staff.inside(main).one("definition", citizen).await;
}

/// Opens an attachment to look at, and waits for the picture of its page. Returns the dialog.
pub(crate) async fn preview(staff: &Screen, file: &str, page: &str) -> Screen {
    staff.press("button", Name::Is(&format!("Förhandsgranska {file}"))).await;
    let dialog = staff.one("dialog", Name::Starts("Förhandsgranskning")).await;
    let dialog = staff.inside(dialog);
    drawn(&dialog, page).await;
    dialog
}

/// Waits until the page of this name is drawn, and is not blank.
pub(crate) async fn drawn(dialog: &Screen, page: &str) {
    let picture = dialog.one("img", Name::Starts(page)).await;
    // The pixels themselves are another origin's and cannot be read; that it was decoded can.
    dialog
        .until(&format!("{page} is drawn"), || async {
            let script = "return arguments[0].complete && arguments[0].naturalWidth > 0";
            let drawn = dialog.client.execute(script, vec![dialog.element(&picture)]).await?;
            Ok((drawn == Value::Bool(true)).then_some(()))
        })
        .await;
}
