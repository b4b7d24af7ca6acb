//! Signing in and out, the lock, and the menu.

use crate::screen::{Name, Screen};

/// *Logga in* as one of the example's people, with one press.
pub(crate) async fn sign_in_as(staff: &Screen, name: &str) {
    staff.page("Logga in").await;
    staff.press("button", Name::Starts(&format!("Fortsätt som {name}"))).await;
    staff.one("button", Name::Has(&format!("Konto: {name}"))).await;
}

/// One of the account menu's acts.
pub(crate) async fn account(staff: &Screen, name: &str, act: &str) {
    staff.press("button", Name::Has(&format!("Konto: {name}"))).await;
    staff.press("menuitem", Name::Starts(act)).await;
}

/// Goes to a page by the menu.
pub(crate) async fn go_to(staff: &Screen, place: &str) {
    let menu = staff.one("navigation", "Huvudmeny").await;
    staff.inside(menu).press("link", Name::Has(place)).await;
    staff.page(place).await;
}
