//! The built user interface in an ordinary browser, with the commands behind it. For the loopback only.

use std::path::{Component, Path, PathBuf};

use app::App;
use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use tokio::net::TcpListener;

use crate::commands_over_http;

/// Answers with the files of a folder, and below `/api` as [`commands_over_http`].
pub fn pages_over_http(app: App, folder: PathBuf) -> Router {
    commands_over_http(app).fallback_service(Router::new().fallback(page).with_state(folder))
}

/// Answers for as long as the future is waited for.
///
/// # Panics
/// When it can listen no more.
pub async fn serve(listener: TcpListener, router: Router) {
    axum::serve(listener, router).await.expect("it listens");
}

async fn page(State(folder): State<PathBuf>, request: Request) -> Response {
    file_answer(request.uri().path().strip_prefix('/').and_then(|path| file(&folder.join(path))))
}

/// A file and its kind, or that there is none.
pub fn file_answer(file: Option<(&'static str, Vec<u8>)>) -> Response {
    match file {
        Some((kind, bytes)) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file and its kind; nothing when there is no such, or when the path leads out of where it began.
pub fn file(path: &Path) -> Option<(&'static str, Vec<u8>)> {
    if path.components().any(|part| part == Component::ParentDir) {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    Some((kind(path.to_str()?), bytes))
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_given_out() {
        let folder = tempfile::tempdir().expect("a place for temporary files");
        std::fs::create_dir(folder.path().join("in")).expect("made");
        std::fs::write(folder.path().join("a.css"), "a").expect("written");
        assert_eq!(file(&folder.path().join("a.css")), Some(("text/css", b"a".to_vec())));
        assert_eq!(file(&folder.path().join("in/../a.css")), None);
    }
}
