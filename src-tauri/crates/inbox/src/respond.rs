//! Answers as the page reads them: `{"ok": …}` or `{"failure": {"code": …}}`.

use axum::{
    Json,
    extract::{FromRequest, Request},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{InboxFailure, MailboxFailure, PageFailure};

/// What a handler answers with.
pub(crate) type Answered<T> = Result<Done<T>, InboxFailure>;

/// It went well.
pub(crate) struct Done<T>(pub(crate) T);

#[derive(Serialize)]
struct Success<T> {
    ok: T,
}

#[derive(Serialize)]
struct Failed<'a> {
    failure: &'a InboxFailure,
}

impl<T: Serialize> IntoResponse for Done<T> {
    fn into_response(self) -> Response {
        Json(Success { ok: self.0 }).into_response()
    }
}

impl IntoResponse for InboxFailure {
    fn into_response(self) -> Response {
        let mut response = (self.status(), Json(Failed { failure: &self })).into_response();
        if let Self::Page(PageFailure::TooManyAttempts { retry_after }) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
        }
        response
    }
}

/// A JSON body of at most the server's limit, of exactly the type asked for.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = InboxFailure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        // The rejection's text may quote the body, so it is neither logged nor answered.
        let Json(body) = Json::from_request(request, state).await.map_err(|_| PageFailure::Malformed)?;
        Ok(Self(body))
    }
}

/// Runs a mailbox call to its end even if the browser goes away in the middle: half an answer must not be dropped.
pub(crate) async fn to_the_end<T: Send + 'static>(
    call: impl Future<Output = Result<T, MailboxFailure>> + Send + 'static,
) -> Result<T, MailboxFailure> {
    tokio::spawn(call).await.unwrap_or_else(|_| {
        // The panic itself was reported where it happened; its payload is not repeated here.
        tracing::error!(reference = MAILBOX_STOPPED, "the mailbox stopped in the middle of a call");
        Err(MailboxFailure::Unexpected { reference: MAILBOX_STOPPED.to_owned() })
    })
}

const MAILBOX_STOPPED: &str = "inbox-mailbox-stopped";
