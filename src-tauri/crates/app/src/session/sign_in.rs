//! *Logga in* and *Logga ut*.

use domain::{
    Timestamp,
    audit::{Action, AuditActor, AuditEvent},
};
use serde::Deserialize;
use store::{StaffMember, Writer};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::Failure,
    password,
    state::{Opened, Session},
};

/// Wrong passwords before one has to wait.
const FREE_ATTEMPTS: i64 = 5;

/// A personal account's user name and password.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    username: String,
    #[ts(as = "String")]
    password: Zeroizing<String>,
}

impl SignIn {
    pub(crate) fn new(username: String, password: String) -> Self {
        Self { username, password: Zeroizing::new(password) }
    }
}

/// Signs in.
///
/// # Errors
/// [`Failure::WrongCredentials`] whatever is wrong; [`Failure::TooManyAttempts`] after five wrong passwords, for a minute
/// that doubles to at most sixteen.
pub async fn sign_in(app: &App, request: SignIn) -> Result<(), Failure> {
    let opened = app.opened().await?;
    let found = opened.store.read().await?.staff_by_username(&request.username).await?;
    let member = check_password(app, &opened, found, request.password, Action::SignedIn).await?;
    app.previews().close_all();
    app.jail().forget().await;
    app.set_session(Some(Session { staff: member.id, last_activity: app.now(), locked: false }));
    Ok(())
}

/// Signs out and closes every open preview.
///
/// # Errors
/// When the audit row cannot be written; the session is ended all the same.
pub async fn sign_out(app: &App, (): ()) -> Result<(), Failure> {
    let Some(session) = app.session() else { return Ok(()) };
    app.set_session(None);
    app.previews().close_all();
    let opened = app.opened().await?;
    let mut writer = opened.store.begin().await?;
    if let Some(member) = writer.staff(session.staff).await? {
        let event = event(&member, Action::SignedOut, app.now());
        writer.commit(&event).await?;
    }
    Ok(())
}

/// Checks a password with a limit on guesses, and writes the outcome (`success` when it is right) in the audit trail.
pub(super) async fn check_password(
    app: &App,
    opened: &Opened,
    member: Option<StaffMember>,
    given: Zeroizing<String>,
    success: Action,
) -> Result<StaffMember, Failure> {
    let now = app.now();
    if let Some(until) = member.as_ref().and_then(|member| member.refused_until).filter(|until| *until > now) {
        return Err(Failure::TooManyAttempts { seconds: seconds_between(now, until) });
    }
    let hash = member.as_ref().filter(|member| member.active).map(|member| member.password_hash.clone());
    let right = password::matches(given, hash).await?;
    let Some(mut member) = member else { return Err(Failure::WrongCredentials) };
    let mut writer: Writer = opened.store.begin().await?;
    if right {
        member.failed_attempts = 0;
        member.refused_until = None;
        writer.update_staff(&member).await?;
        writer.commit(&event(&member, success, now)).await?;
        return Ok(member);
    }
    member.failed_attempts += 1;
    if member.failed_attempts >= FREE_ATTEMPTS {
        let doublings = u32::try_from(member.failed_attempts - FREE_ATTEMPTS).unwrap_or(4).min(4);
        member.refused_until = Some(now.plus_minutes(1 << doublings));
    }
    writer.update_staff(&member).await?;
    writer.commit(&event(&member, Action::SignInRefused, now)).await?;
    match member.refused_until {
        Some(until) => Err(Failure::TooManyAttempts { seconds: seconds_between(now, until) }),
        None => Err(Failure::WrongCredentials),
    }
}

pub(super) fn event(member: &StaffMember, action: Action, at: Timestamp) -> AuditEvent {
    AuditEvent {
        at,
        unit: member.unit,
        actor: AuditActor::Staff(member.id),
        action,
        subject: member.id.to_string(),
        citizen: None,
    }
}

fn seconds_between(now: Timestamp, until: Timestamp) -> u32 {
    u32::try_from((until.as_millis() - now.as_millis() + 999) / 1000).unwrap_or(0)
}
