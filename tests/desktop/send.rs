//! *Skicka nytt ärende*.

use crate::screen::{Name, Screen};

/// *Hämta*.
pub(crate) async fn look_up(staff: &Screen, number: &str) {
    staff.write(Name::Starts("Personnummer"), number).await;
    staff.press("button", "Hämta").await;
}

/// Chooses a template in the list.
pub(crate) async fn choose(staff: &Screen, search: &str, name: &str) {
    staff.write(Name::Starts("Sök mall"), search).await;
    staff.press("option", Name::Has(name)).await;
    staff.one("heading", "3. Meddelande").await;
}
