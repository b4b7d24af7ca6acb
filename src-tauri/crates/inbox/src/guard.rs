//! Who may ask at all. Runs before every handler, so that no handler can forget it.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::CitizenId;

use crate::{InboxFailure, MailboxFailure, PageFailure, server::Host, session::Visit, token::Token};

/// The header that carries the session's token: a page of another origin cannot set it without asking first.
const CSRF: &str = "x-csrf-token";

/// Lets a request through to its handler, with the session's [`Visit`] beside it.
pub(crate) async fn guard(State(host): State<Arc<Host>>, mut request: Request, next: Next) -> Response {
    if !names_us(&host, &request) {
        // Another name that resolves to this machine: a page elsewhere may be trying to read ours (DNS rebinding).
        return (StatusCode::MISDIRECTED_REQUEST, "Fel adress.").into_response();
    }
    if !comes_from_us(request.headers()) {
        return refuse(PageFailure::Forged);
    }
    let now = (host.clock)();
    let visit = cookie(request.headers(), &host.cookie_name).and_then(|key| host.sessions.find(&key, now));
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let Some(visit) = &visit else {
            return refuse(MailboxFailure::NotSignedIn);
        };
        if !token(request.headers()).is_some_and(|token| token.agrees(&visit.csrf)) {
            return refuse(PageFailure::Forged);
        }
    }
    if let Some(visit) = visit {
        host.sessions.seen(&visit.key, now);
        request.extensions_mut().insert(visit);
    }
    next.run(request).await
}

fn refuse(failure: impl Into<InboxFailure>) -> Response {
    failure.into().into_response()
}

/// Exactly one `Host`, and it is ours; so is the address line's, when it has one.
fn names_us(host: &Host, request: &Request) -> bool {
    let ours = |name: &[u8]| host.names.iter().any(|own| own.as_bytes() == name);
    let mut named = request.headers().get_all(header::HOST).iter();
    let one = named.next().is_some_and(|name| ours(name.as_bytes())) && named.next().is_none();
    one && request.uri().authority().is_none_or(|authority| ours(authority.as_str().as_bytes()))
}

/// `Origin`, when the browser sends it, is the address that was asked.
fn comes_from_us(headers: &HeaderMap) -> bool {
    let own = headers.get(header::HOST).map(|host| [b"http://", host.as_bytes()].concat());
    headers.get_all(header::ORIGIN).iter().all(|origin| Some(origin.as_bytes()) == own.as_deref())
}

fn token(headers: &HeaderMap) -> Option<Token> {
    Token::from_hex(headers.get(CSRF)?.to_str().ok()?)
}

/// The session cookie's value. Cookies are shared by all ports of a host, so ours carries the port in its name.
fn cookie(headers: &HeaderMap, name: &str) -> Option<Token> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| if key == name { Token::from_hex(value) } else { None })
}

/// The session, signed in or not.
pub(crate) struct Present(pub(crate) Option<Visit>);

impl<S: Sync> FromRequestParts<S> for Present {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.extensions.get::<Visit>().cloned()))
    }
}

/// Whoever is signed in: the only place where a handler learns whose letters it is about.
pub(crate) struct SignedIn(pub(crate) CitizenId);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = InboxFailure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let visit = parts.extensions.get::<Visit>();
        let citizen = visit.and_then(|visit| visit.citizen.as_ref()).ok_or(MailboxFailure::NotSignedIn)?;
        Ok(Self(citizen.citizen))
    }
}
