//! One file, as the application looks at an attachment.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::Instant;

use pipeline::kind::{HEAD, sniff};
use pipeline::preview::{Flags, MAX_DOCUMENT, Page, PreviewFailure, Renderer};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::picture::Picture;
use crate::{PAGE_EDGE, tell};

/// How a file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Class {
    /// At least one page was drawn.
    Rendered,
    /// By its first bytes, its size or because it is damaged; [`Verdict::why`] says which.
    Refused,
    Password,
    TimedOut,
    OutOfMemory,
    /// The child tried what its jail forbids.
    Violation,
    /// The child left the grammar.
    Breach,
    ChildDied,
    /// The file could not be read from the disk at all.
    NotReadable,
    /// There is no renderer, or it cannot be confined: nothing can be said of any file.
    NoRenderer,
}

/// What became of one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Verdict {
    pub(crate) class: Class,
    /// Of a refusal.
    pub(crate) why: String,
    /// Drawn.
    pub(crate) pages: u32,
    /// That could not be drawn, though others could.
    pub(crate) bad_pages: u32,
    /// On which nothing can be seen, and no flag tells why.
    pub(crate) blank_unflagged: u32,
    /// On which nothing can be seen, and rightly so, as the child says.
    pub(crate) empty: u32,
    /// Wall time.
    pub(crate) milliseconds: u64,
    /// The child's largest resident size, in kibibytes.
    pub(crate) child_kib: u64,
}

impl Verdict {
    pub(crate) fn new(class: Class, why: impl Into<String>) -> Self {
        let why = why.into();
        Self { class, why, pages: 0, bad_pages: 0, blank_unflagged: 0, empty: 0, milliseconds: 0, child_kib: 0 }
    }
}

/// Looks at the file and prints the verdict as one line of JSON.
pub(crate) async fn look_and_tell(renderer: &Renderer, pages: u32, file: &Path) -> bool {
    let started = Instant::now();
    let mut verdict = match read(file) {
        Ok(Some(bytes)) => look(renderer, pages, bytes).await,
        Ok(None) => Verdict::new(Class::Refused, "för stor"),
        Err(_) => Verdict::new(Class::NotReadable, ""),
    };
    verdict.milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    verdict.child_kib = largest_child();
    match serde_json::to_string(&verdict) {
        Ok(line) => {
            tell(&line);
            true
        }
        Err(_) => false,
    }
}

/// The whole file; `None` if it is longer than any document may be, of which only the first bytes are read.
fn read(path: &Path) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    if fs::metadata(path)?.len() > MAX_DOCUMENT {
        File::open(path)?.take(HEAD as u64).read_to_end(&mut bytes)?;
        return Ok(if sniff(&bytes).is_err() { Some(bytes) } else { None });
    }
    // It may grow while it is read.
    File::open(path)?.take(MAX_DOCUMENT + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

async fn look(renderer: &Renderer, pages: u32, bytes: Zeroizing<Vec<u8>>) -> Verdict {
    let mut document = match renderer.open(bytes, None).await {
        Ok(document) => document,
        Err(failure) => return failed(failure),
    };
    let of_all = document.flags();
    let mut verdict = Verdict::new(Class::Rendered, "");
    for index in 0..document.pages().min(pages) {
        match document.page(index, PAGE_EDGE).await {
            Ok(page) => judge(&page, of_all, &mut verdict),
            Err(PreviewFailure::BadFile) => verdict.bad_pages += 1,
            Err(failure) => {
                let Verdict { class, why, .. } = failed(failure);
                return Verdict { class, why, ..verdict };
            }
        }
    }
    if let Err(failure) = document.close().await {
        let Verdict { class, why, .. } = failed(failure);
        return Verdict { class, why, ..verdict };
    }
    if verdict.pages == 0 {
        return Verdict { class: Class::Refused, why: "ingen sida kan ritas".to_owned(), ..verdict };
    }
    verdict
}

fn judge(page: &Page, of_all: Flags, verdict: &mut Verdict) {
    verdict.pages += 1;
    // A picture that cannot be read is as good as blank.
    if Picture::of_jpeg(&page.jpeg).is_some_and(|picture| !picture.is_blank()) {
        return;
    }
    let told = page.flags | of_all;
    let explains =
        [Flags::LOOKS_EMPTY, Flags::XFA, Flags::FIELDS_NOT_DRAWN, Flags::PARTS_NOT_DRAWN, Flags::FONTS_MISSING];
    if page.flags.contains(Flags::EMPTY_PAGE) {
        verdict.empty += 1;
    } else if !explains.iter().any(|flag| told.contains(*flag)) {
        verdict.blank_unflagged += 1;
    }
}

pub(crate) fn failed(failure: PreviewFailure) -> Verdict {
    match failure {
        PreviewFailure::Refused(reason) => Verdict::new(Class::Refused, format!("{reason:?}")),
        PreviewFailure::TooLarge => Verdict::new(Class::Refused, "för stor"),
        PreviewFailure::BadFile => Verdict::new(Class::Refused, "skadad"),
        PreviewFailure::UnknownVariety => Verdict::new(Class::Refused, "okänd sort av bild"),
        PreviewFailure::NoSuchPage => Verdict::new(Class::Refused, "sidan finns inte"),
        PreviewFailure::PasswordNeeded => Verdict::new(Class::Password, ""),
        PreviewFailure::TimedOut => Verdict::new(Class::TimedOut, ""),
        PreviewFailure::OutOfMemory => Verdict::new(Class::OutOfMemory, ""),
        PreviewFailure::Breach(_) => Verdict::new(Class::Breach, ""),
        PreviewFailure::Violation => Verdict::new(Class::Violation, ""),
        PreviewFailure::ChildDied => Verdict::new(Class::ChildDied, ""),
        PreviewFailure::ChildMissing | PreviewFailure::NotConfined => Verdict::new(Class::NoRenderer, ""),
    }
}

/// The largest resident size of any child that has ended, in kibibytes, as the kernel counted it: also of one that was
/// killed. A child counts as at least as large as this process was when it started it.
#[cfg(unix)]
fn largest_child() -> u64 {
    use nix::sys::resource::{UsageWho, getrusage};
    let most = getrusage(UsageWho::RUSAGE_CHILDREN).map_or(0, |usage| usage.max_rss());
    let most = u64::try_from(most).unwrap_or(0);
    // macOS counts bytes.
    if cfg!(target_os = "macos") { most / 1_024 } else { most }
}

#[cfg(not(unix))]
fn largest_child() -> u64 {
    0
}
