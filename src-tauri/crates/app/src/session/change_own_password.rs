//! *Byt lösenord*.

use domain::audit::Action;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::sign_in::check_password;
use crate::{App, failure::Failure, password};

/// The old password and the new.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeOwnPassword {
    #[ts(as = "String")]
    old: Zeroizing<String>,
    #[ts(as = "String")]
    new: Zeroizing<String>,
}

/// Replaces the signed-in person's own password.
///
/// # Errors
/// As signing in with the old one; [`Failure::PasswordTooShort`].
pub async fn change_own_password(app: &App, request: ChangeOwnPassword) -> Result<(), Failure> {
    let desk = app.any_desk().await?;
    let password_hash = password::hash(request.new).await?;
    let member = desk.opened.store.read().await?.staff(desk.actor.staff).await?;
    let member = check_password(app, &desk.opened, member, request.old, Action::SessionUnlocked).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.update_staff(&store::StaffMember { password_hash, ..member }).await?;
    writer.commit(&desk.event(Action::PasswordChanged, desk.actor.staff)).await?;
    Ok(())
}
