//! The commands over HTTP, as the user interface asks for them in an ordinary browser. For the loopback only.

use std::convert::Infallible;

use app::{App, Topic, attachments, commands};
use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Path, Query, Request, State},
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response, Sse, sse::Event},
    routing::{get, post},
};
use futures_util::{Stream, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

/// Answers below `/api`, to a browser that asks for this machine by its own name.
pub fn commands_over_http(app: App) -> Router {
    Router::new()
        .route("/api/call/{name}", post(call))
        .route("/api/topics", get(topics))
        .route("/api/page/{ticket}/{page}", get(page))
        // As in the window, where a command may carry a file.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(own_host_only))
        .with_state(app)
}

/// A page of somebody else's must not reach the commands by giving our address another name.
async fn own_host_only(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if matches!(name, "127.0.0.1" | "localhost") {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

async fn call(State(app): State<App>, Path(name): Path<String>, Json(request): Json<Value>) -> Json<Value> {
    Json(match commands::dispatch(&app, &name, request).await {
        Ok(answer) => json!({ "ok": answer }),
        Err(failure) => json!({ "failure": failure }),
    })
}

async fn topics(State(app): State<App>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = stream::unfold(app.topics(), |mut topics| async move {
        let touched: Vec<Topic> = loop {
            match topics.recv().await {
                Ok(touched) => break touched,
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        };
        Some((Ok(Event::default().json_data(touched).unwrap_or_default()), topics))
    });
    Sse::new(events).keep_alive(axum::response::sse::KeepAlive::default())
}

#[derive(Deserialize)]
struct Size {
    edge: Option<u32>,
}

async fn page(State(app): State<App>, Path((ticket, page)): Path<(String, u32)>, Query(size): Query<Size>) -> Response {
    match attachments::page(&app, &ticket, page, size.edge.unwrap_or(attachments::PAGE_EDGE)).await {
        Ok(jpeg) => ([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "no-store")], jpeg).into_response(),
        Err(failure) => (StatusCode::NOT_FOUND, Json(json!({ "failure": failure }))).into_response(),
    }
}
