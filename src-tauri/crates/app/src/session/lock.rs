//! The session lock: by hand, and by itself when the workstation is left.

use domain::audit::Action;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::sign_in::{check_password, event};
use crate::{App, failure::Failure, topic::Topic};

/// The signed-in person's password.
#[derive(Deserialize, ts_rs::TS)]
pub struct Unlock {
    #[ts(as = "String")]
    password: Zeroizing<String>,
}

/// Locks the session: nothing can be read until it is unlocked, and open previews are closed.
///
/// # Errors
/// When the audit row cannot be written; the session is locked all the same.
pub async fn lock(app: &App, (): ()) -> Result<(), Failure> {
    let Some(session) = app.session().filter(|session| !session.locked) else { return Ok(()) };
    app.change_session(|session| session.locked = true);
    app.previews().close_all();
    let opened = app.opened().await?;
    let mut writer = opened.store.begin().await?;
    if let Some(member) = writer.staff(session.staff).await? {
        let locked = event(&member, Action::SessionLocked, app.now());
        writer.commit(&locked).await?;
    }
    Ok(())
}

/// Locks the session if it has been left alone too long.
pub(crate) async fn lock_if_idle(app: &App) -> Result<(), Failure> {
    if app.session().is_some_and(|session| !session.locked && app.is_idle(session)) {
        lock(app, ()).await?;
        app.announce(&[Topic::Session]);
    }
    Ok(())
}

/// Unlocks with the same person's password.
///
/// # Errors
/// As signing in.
pub async fn unlock(app: &App, request: Unlock) -> Result<(), Failure> {
    let session = app.session().ok_or(Failure::NotSignedIn)?;
    let opened = app.opened().await?;
    let member = opened.store.read().await?.staff(session.staff).await?;
    check_password(app, &opened, member, request.password, Action::SessionUnlocked).await?;
    let now = app.now();
    app.change_session(|session| {
        session.locked = false;
        session.last_activity = now;
    });
    Ok(())
}

/// The person touched a key or the pointer. A session that was already idle does not come back to life by this.
///
/// # Errors
/// When nobody is signed in, or the session is locked.
pub async fn note_activity(app: &App, (): ()) -> Result<(), Failure> {
    let session = app.session().ok_or(Failure::NotSignedIn)?;
    if session.locked || app.is_idle(session) {
        return Err(Failure::SessionLocked);
    }
    let now = app.now();
    app.change_session(|session| session.last_activity = now);
    Ok(())
}
