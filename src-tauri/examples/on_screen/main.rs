//! A Tauri window in which `cargo xtask bench preview` measures how long a first page takes to the screen: by the child, as
//! Budkavle shows it, and by pdf.js, in turns in the same page.
//!
//! `on_screen RENDERER PDFJS (FILE EDGE)…`: the program of the child, the folder of pdf.js, and each file with the longest edge
//! of its first page in pixels. A line on standard output for each time that both have been measured, and `done` at the end.

use std::path::PathBuf;
use std::sync::Arc;

use pipeline::preview::{PreviewFailure, Renderer};
use tauri::http::{Request, Response};
use tauri::{WebviewUrl, WebviewWindowBuilder};
use tokio::sync::Mutex;
use zeroize::Zeroizing;

const PAGE: &[u8] = include_bytes!("page.html");
const MEASURE: &[u8] = include_bytes!("measure.js");

fn main() -> tauri::Result<()> {
    let work = Arc::new(Work::read(std::env::args().skip(1)));
    tauri::Builder::default()
        .register_asynchronous_uri_scheme_protocol("bench", move |_, request, responder| {
            let work = work.clone();
            tauri::async_runtime::spawn(async move { responder.respond(respond(&work, &request).await) });
        })
        .setup(|host| {
            let url = "bench://localhost/".parse().expect("a constant that is a URL");
            let window =
                WebviewWindowBuilder::new(host, "main", WebviewUrl::CustomProtocol(url)).incognito(true).build()?;
            draw_as_budkavle_does(&window)
        })
        .run(context())
}

/// What is measured.
struct Work {
    renderer: Renderer,
    pdfjs: PathBuf,
    files: Vec<(PathBuf, u32)>,
    /// The last page as JPEG, to send once more and so measure the way alone.
    last: Mutex<Vec<u8>>,
}

impl Work {
    fn read(mut words: impl Iterator<Item = String>) -> Self {
        let (renderer, pdfjs) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let mut files = Vec::new();
        while let (Some(file), Some(edge)) = (words.next(), words.next().and_then(|edge| edge.parse().ok())) {
            files.push((file.into(), edge));
        }
        Self { renderer: Renderer::new(renderer), pdfjs: pdfjs.into(), files, last: Mutex::default() }
    }

    /// The child is started for the file, draws its first page and ends, as in the application.
    async fn page(&self, file: &(PathBuf, u32)) -> Result<Vec<u8>, PreviewFailure> {
        let bytes = Zeroizing::new(std::fs::read(&file.0).map_err(|_| PreviewFailure::BadFile)?);
        let page = self.renderer.open(bytes, None).await?.page(0, file.1).await?;
        Ok(page.jpeg.to_vec())
    }
}

/// The answer to a request of the page; what is not there is an empty 404.
async fn respond(work: &Work, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let path = request.uri().path().trim_start_matches('/');
    let (kind, body) = match path.split_once('/') {
        None if path.is_empty() => ("text/html; charset=utf-8", Some(PAGE.to_vec())),
        None if path == "measure.js" => ("text/javascript", Some(MEASURE.to_vec())),
        None if path == "last" => ("image/jpeg", Some(work.last.lock().await.clone())),
        None if path == "files" => {
            let edges: Vec<String> = work.files.iter().map(|(_, edge)| edge.to_string()).collect();
            ("application/json", Some(format!("[{}]", edges.join(",")).into_bytes()))
        }
        None => ("text/javascript", std::fs::read(work.pdfjs.join(path)).ok()),
        Some(("told", line)) => {
            tell(&line.replace('/', "\t"));
            ("text/plain", Some(Vec::new()))
        }
        Some(("file", number)) => {
            ("application/octet-stream", file(work, number).and_then(|(path, _)| std::fs::read(path).ok()))
        }
        Some(("page", number)) => {
            let page = match file(work, number) {
                Some(file) => work.page(file).await.ok(),
                None => None,
            };
            work.last.lock().await.clone_from(page.as_ref().unwrap_or(&Vec::new()));
            ("image/jpeg", page)
        }
        Some(_) => ("text/plain", None),
    };
    let response = Response::builder().status(if body.is_some() { 200 } else { 404 });
    let response = response.header("content-type", kind).header("cache-control", "no-store");
    response.body(body.unwrap_or_default()).unwrap_or_default()
}

fn file<'a>(work: &'a Work, number: &str) -> Option<&'a (PathBuf, u32)> {
    work.files.get(number.parse::<usize>().ok()?)
}

/// As the application's window: without a graphics card. See docs/adr/0008.
#[cfg(target_os = "linux")]
fn draw_as_budkavle_does(window: &tauri::WebviewWindow) -> Result<(), Box<dyn std::error::Error>> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn draw_as_budkavle_does(_: &tauri::WebviewWindow) -> Result<(), Box<dyn std::error::Error>> {
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "Tauri's macro exits when its assets cannot be read")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

#[expect(clippy::print_stdout, reason = "read by the bench")]
fn tell(line: &str) {
    println!("{line}");
}
