//! The built page.

use std::collections::{HashMap, HashSet};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use bytes::Bytes;

use crate::PageFailure;

/// The page's entry.
const ENTRY: &str = "citizen.html";
/// The folder of what it loads. The build puts a hash of the content in each name.
const FOLDER: &str = "assets/";
/// The page's icon, beside the entry and without a hash.
const ICON: &str = "icon.svg";

/// The citizen's page and exactly what it loads: the staff's page is built into the same folder and must not be served.
pub struct Assets {
    page: Option<Bytes>,
    icon: Option<Bytes>,
    files: HashMap<String, (HeaderValue, Bytes)>,
}

/// A release carries the build inside it.
#[cfg(not(debug_assertions))]
#[derive(rust_embed::RustEmbed)]
#[folder = "../../../ui/dist"]
#[allow_missing = true]
struct Dist;

impl Assets {
    /// What `npm run build` made: carried inside a release, read now from `ui/dist` in a debug build, so that a rebuilt
    /// page needs no recompiling.
    pub fn built() -> Self {
        Self::from_files(built_files())
    }

    /// From files named by their path below the build's folder, with `/`.
    pub fn from_files(files: impl IntoIterator<Item = (String, Bytes)>) -> Self {
        let mut all: HashMap<String, Bytes> = files.into_iter().collect();
        let icon = all.remove(ICON);
        let Some(page) = all.remove(ENTRY) else {
            return Self { page: None, icon: None, files: HashMap::new() };
        };
        let mut served = HashMap::new();
        let mut wanted = named_in(&page, &all);
        while let Some(name) = wanted.pop() {
            let Some(bytes) = all.remove(&name) else {
                continue;
            };
            if let Some(kind) = content_type(&name) {
                wanted.extend(named_in(&bytes, &all));
                served.insert(name, (HeaderValue::from_static(kind), bytes));
            }
        }
        Self { page: Some(page), icon, files: served }
    }

    /// `GET /`.
    pub(crate) fn page(&self) -> Response {
        match &self.page {
            Some(page) => Html(page.clone()).into_response(),
            None => (StatusCode::SERVICE_UNAVAILABLE, Html(NOT_BUILT)).into_response(),
        }
    }

    /// `GET /icon.svg`.
    pub(crate) fn icon(&self) -> Response {
        match &self.icon {
            Some(icon) => ([(header::CONTENT_TYPE, "image/svg+xml")], icon.clone()).into_response(),
            None => crate::InboxFailure::from(PageFailure::NoSuchAddress).into_response(),
        }
    }

    /// `GET /assets/…`.
    pub(crate) fn file(&self, name: &str) -> Response {
        match self.files.get(&format!("{FOLDER}{name}")) {
            Some((kind, bytes)) => {
                let headers =
                    [(header::CONTENT_TYPE, kind.clone()), (header::CACHE_CONTROL, HeaderValue::from_static(FOR_EVER))];
                (headers, bytes.clone()).into_response()
            }
            None => crate::InboxFailure::from(PageFailure::NoSuchAddress).into_response(),
        }
    }
}

/// The name changes with the content.
const FOR_EVER: &str = "private, max-age=31536000, immutable";

const NOT_BUILT: &str = "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>Inkorgen saknas</title>\
    <h1>Inkorgen kan inte visas</h1><p>Sidan har inte byggts. Bygg den med <code>npm run build</code> i mappen \
    <code>ui</code> och starta programmet igen.</p></html>";

/// The files that a file mentions by name. The names carry hashes, so a mention is a reference.
fn named_in(bytes: &Bytes, all: &HashMap<String, Bytes>) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let mentioned = |name: &&String| name.strip_prefix(FOLDER).is_some_and(|short| text.contains(short));
    all.keys().filter(mentioned).cloned().collect::<HashSet<_>>().into_iter().collect()
}

/// Kinds that the build makes; anything else is not served.
fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    })
}

#[cfg(not(debug_assertions))]
fn built_files() -> Vec<(String, Bytes)> {
    let bytes = |data| match data {
        std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
    };
    Dist::iter().filter_map(|name| Some((name.to_string(), bytes(Dist::get(&name)?.data)))).collect()
}

/// Not through rust-embed: its debug mode compares with a path that it resolved while compiling, and so finds nothing when
/// the page was built after the program.
#[cfg(debug_assertions)]
fn built_files() -> Vec<(String, Bytes)> {
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/dist");
    let names = std::fs::read_dir(dist.join(FOLDER)).into_iter().flatten().flatten();
    let assets = names.filter_map(|entry| Some(format!("{FOLDER}{}", entry.file_name().to_str()?)));
    assets
        .chain([ENTRY.to_owned(), ICON.to_owned()])
        .filter_map(|name| Some((name.clone(), Bytes::from(std::fs::read(dist.join(&name)).ok()?))))
        .collect()
}
