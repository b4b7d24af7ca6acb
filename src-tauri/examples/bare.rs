//! A Tauri window with one line of text and nothing else: what `cargo xtask bench start` measures Budkavle against. It prints
//! `ready` when its second frame is on the glass, as Budkavle does.

use tauri::{WebviewUrl, WebviewWindowBuilder, http::Response};

/// The page asks for `/shown` when it has been drawn: it needs no command and no permission for that.
const PAGE: &str = "<!doctype html><title>Tomt</title><p>Ett tomt fönster.</p><script>\
    requestAnimationFrame(() => requestAnimationFrame(() => { new Image().src = '/shown' }))</script>";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, request| {
            if request.uri().path() == "/shown" {
                report();
            }
            let page = Response::builder().header("content-type", "text/html; charset=utf-8");
            page.body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(|host| {
            let url = "bare://localhost/".parse().expect("a constant that is a URL");
            WebviewWindowBuilder::new(host, "main", WebviewUrl::CustomProtocol(url)).incognito(true).build()?;
            Ok(())
        })
        .run(context())
}

#[expect(clippy::disallowed_methods, reason = "Tauri's macro exits when its assets cannot be read")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

#[expect(clippy::print_stdout, reason = "read by the bench")]
fn report() {
    println!("ready");
}
