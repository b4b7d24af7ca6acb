//! One address on the loopback for all builders: our built pages with the commands behind them, and the others' files as npm
//! has them, their calls to other machines led to what was fetched.

use std::path::{Path, PathBuf};

use app::App;
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
};
use budkavle_testkit::{commands_over_http, pages};

/// What NLM Form Builder asks other machines for, and what it gets instead.
const LED_HERE: [(&str, &str); 2] = [
    ("https://ajax.googleapis.com/ajax/libs/jquery/3.6.0/jquery.min.js", "/jquery/jquery.min.js"),
    ("https://lhcforms-static.nlm.nih.gov/lforms-versions/", "/lforms-versions/"),
];
/// The versions of LForms that there are, as NLM's server lists them.
const VERSIONS: &str = "<a>lforms-40.1.3.zip</a>";
const HTML: &str = "text/html; charset=utf-8";
/// The page that Form.io's builder is put in.
const FORMIO: &str = r#"<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="formio.full.min.css">
<script src="formio.full.min.js"></script><div id="builder"></div>"#;

/// Where the files of each lie.
#[derive(Clone)]
pub(crate) struct Folders {
    pub(crate) ours: PathBuf,
    pub(crate) nlm: PathBuf,
    pub(crate) lforms: PathBuf,
    pub(crate) jquery: PathBuf,
    pub(crate) formio: PathBuf,
}

pub(crate) fn router(app: App, folders: Folders) -> Router {
    commands_over_http(app).fallback_service(Router::new().fallback(file).with_state(folders))
}

async fn file(State(folders): State<Folders>, request: Request) -> Response {
    pages::file_answer(answer(&folders, request.uri().path()))
}

fn answer(folders: &Folders, path: &str) -> Option<(&'static str, Vec<u8>)> {
    let (whose, rest) = path.strip_prefix('/')?.split_once('/').unwrap_or_default();
    let path = match whose {
        "nlm" => folders.nlm.join(rest),
        "jquery" => folders.jquery.join(rest),
        "lforms-versions" if rest.is_empty() => return Some((HTML, VERSIONS.into())),
        "lforms-versions" => folders.lforms.join(rest.split_once('/')?.1),
        "formio" if rest == "index.html" => return Some((HTML, FORMIO.into())),
        "formio" => folders.formio.join(rest),
        _ => folders.ours.join(path.strip_prefix('/')?),
    };
    let (kind, bytes) = pages::file(&path)?;
    let bytes = if whose == "nlm" && is_text(&path) { led_here(bytes) } else { bytes };
    Some((kind, bytes))
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "js" || ending == "html")
}

fn led_here(bytes: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes);
    LED_HERE.iter().fold(text.into_owned(), |text, (there, here)| text.replace(there, here)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_to_another_machine_stays_on_this_one() {
        let led = led_here(b"src=\"https://ajax.googleapis.com/ajax/libs/jquery/3.6.0/jquery.min.js\"".to_vec());
        assert_eq!(led, b"src=\"/jquery/jquery.min.js\"");
    }
}
