//! The session, signing in and signing out.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, State},
    http::header,
    response::{AppendHeaders, IntoResponse},
};

use crate::{
    InboxFailure, InboxSession, MailboxFailure, SignInRequest,
    guard::Present,
    respond::{Body, Done},
    server::Host,
    session::Visit,
};

/// `GET /api/session`: begins one if there is none.
pub(crate) async fn session(
    State(host): State<Arc<Host>>,
    Present(visit): Present,
) -> Result<impl IntoResponse, InboxFailure> {
    let visit = match visit {
        Some(visit) => visit,
        None => begin(&host, None)?,
    };
    show(&host, visit).await
}

/// `POST /api/sign-in`: the session that signs in is ended and another begun, so that a key planted before is worth nothing.
pub(crate) async fn sign_in(
    State(host): State<Arc<Host>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Present(visit): Present,
    Body(request): Body<SignInRequest>,
) -> Result<impl IntoResponse, InboxFailure> {
    let before = visit.ok_or(MailboxFailure::NotSignedIn)?;
    let attempt = host.attempts.begin(&before.key, peer.ip(), (host.clock)()).inspect_err(|_| {
        tracing::warn!("sign-in refused: too many failed attempts");
    })?;
    let outcome = host.mailbox.sign_in(&request.number).await;
    if !matches!(outcome, Err(MailboxFailure::UnknownCitizen | MailboxFailure::InvalidNumber { .. })) {
        attempt.forgive();
    }
    let citizen = outcome?;
    host.sessions.end(&before.key);
    let visit = begin(&host, Some(citizen))?;
    show(&host, visit).await
}

/// `POST /api/sign-out`.
pub(crate) async fn sign_out(
    State(host): State<Arc<Host>>,
    Present(visit): Present,
) -> Result<impl IntoResponse, InboxFailure> {
    if let Some(visit) = visit {
        host.sessions.end(&visit.key);
    }
    let visit = begin(&host, None)?;
    show(&host, visit).await
}

fn begin(host: &Host, citizen: Option<crate::SignedInCitizen>) -> Result<Visit, InboxFailure> {
    host.sessions.begin(citizen, (host.clock)()).map_err(|problem| {
        tracing::error!(reference = NO_RANDOMNESS, %problem, "no session could be begun");
        MailboxFailure::Unexpected { reference: NO_RANDOMNESS.to_owned() }.into()
    })
}

const NO_RANDOMNESS: &str = "inbox-no-randomness";

async fn show(host: &Host, visit: Visit) -> Result<impl IntoResponse + use<>, InboxFailure> {
    let brand = host.mailbox.brand().await?;
    // Asked for only where it may be shown: a real unit never lists its citizens on a sign-in page.
    let test_sign_ins = match &visit.citizen {
        None if brand.example => host.mailbox.test_sign_ins().await?,
        _ => Vec::new(),
    };
    let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", host.cookie_name, visit.key.to_hex());
    let session = InboxSession {
        brand,
        signed_in: visit.citizen.map(|citizen| citizen.name),
        csrf: visit.csrf.to_hex(),
        test_sign_ins,
    };
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), Done(session)))
}
