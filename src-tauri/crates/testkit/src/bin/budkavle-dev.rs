//! The development host: the same commands over HTTP on the loopback, for working on the screens in a normal browser.
//!
//! Example data only, in a folder that goes away with it; keys in memory. Never bundled.

use std::{convert::Infallible, process::ExitCode, sync::Arc};

use app::{App, Outside, SystemClock, Topic, attachments, commands};
use axum::{
    Json, Router,
    extract::{Path, Query, Request, State},
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response, Sse, sse::Event},
    routing::{get, post},
};
use budkavle_testkit::{MemoryKeyring, SimulatedBrowser, SimulatedDialogs, SimulatedScheduler, renderer};
use futures_util::{Stream, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

/// Where the user interface's development server looks for it.
const ADDRESS: &str = "127.0.0.1:7431";

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("budkavle-dev: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let example = !std::env::args().any(|argument| argument == "--new");
    let outside = Outside {
        profile: folder.path().join("profile"),
        example,
        policy: Ok(app::Policy::default()),
        renderer: renderer(),
        clock: Arc::new(SystemClock),
        keyring: Arc::new(MemoryKeyring::default()),
        dialogs: Arc::new(SimulatedDialogs::default()),
        browser: Arc::new(SimulatedBrowser::default()),
        scheduler: Arc::new(SimulatedScheduler::default()),
    };
    let app = App::start(outside).await;
    let jobs = app.clone();
    tokio::spawn(async move { jobs.run_jobs().await });
    let router = Router::new()
        .route("/api/call/{name}", post(call))
        .route("/api/topics", get(topics))
        .route("/api/page/{ticket}/{page}", get(page))
        .layer(middleware::from_fn(own_host_only))
        .with_state(app);
    let listener = tokio::net::TcpListener::bind(ADDRESS).await?;
    tell(&format!("Utvecklingsvärden svarar på http://{ADDRESS} med exempeldata."));
    axum::serve(listener, router).with_graceful_shutdown(async { _ = tokio::signal::ctrl_c().await }).await
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

#[expect(clippy::print_stderr, reason = "a developer reads it in the terminal")]
fn tell(text: &str) {
    eprintln!("{text}");
}
