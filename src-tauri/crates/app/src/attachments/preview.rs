//! *Förhandsgranska*: pages as pixels, drawn in the jailed child, served under a short-lived ticket. Nothing is written to
//! disk.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use domain::{AttachmentId, Permission, attachment::AttachmentKind, audit::Action};
use pipeline::preview::{Document, Flags, Limits, MAX_DOCUMENT, PreviewFailure, Renderer};
use serde::{Deserialize, Serialize};
use vault::{UnixMillis, VaultError};
use zeroize::Zeroizing;

use super::{kept, sealed};
use crate::{
    App,
    failure::{Failure, PreviewFault},
    state::Desk,
};

/// Previews open at once; the oldest is closed for a new one.
const MOST: usize = 4;

/// Longest edge of a page, in pixels, when the screen does not say: a page at 150 dpi.
pub const PAGE_EDGE: u32 = 1_754;

/// Which attachment.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenPreview {
    attachment: AttachmentId,
}

/// An open preview.
#[derive(Serialize, ts_rs::TS)]
pub struct Preview {
    /// Goes into the address of each page: `page://localhost/<ticket>/<n>`.
    pub ticket: String,
    /// Pages, from 1.
    pub pages: u32,
    /// By content.
    pub kind: AttachmentKind,
    /// The citizen's name for it.
    pub name: String,
    /// What to tell beside the pages.
    pub flags: Vec<PreviewFlag>,
}

/// Something that the picture does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PreviewFlag {
    /// A page is blank although it has content.
    LooksEmpty,
    /// A form of a kind (XFA) that is not drawn.
    Xfa,
    /// Scripts or actions, which were ignored.
    ActiveContent,
    /// Form fields without appearance.
    FieldsNotDrawn,
    /// There are more pages than are shown.
    PagesBeyondLimit,
    /// Parts that could not be drawn.
    PartsNotDrawn,
    /// A font that the document does not carry.
    FontsMissing,
    /// Several pictures, of which only the first is shown.
    FirstPictureOnly,
    /// A page is blank, and nothing was to stand on it.
    EmptyPage,
}

/// Which page's text.
#[derive(Deserialize, ts_rs::TS)]
pub struct PageText {
    ticket: String,
    /// From 1.
    page: u32,
}

/// Which preview.
#[derive(Deserialize, ts_rs::TS)]
pub struct ClosePreview {
    ticket: String,
}

/// The previews that are open now. Closing one ends its child.
#[derive(Default)]
pub struct Previews(Mutex<Open>);

#[derive(Default)]
struct Open {
    by_ticket: HashMap<String, Arc<tokio::sync::Mutex<Document>>>,
    oldest_first: Vec<String>,
}

impl Previews {
    fn add(&self, ticket: String, document: Document) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.oldest_first.len() >= MOST {
            let oldest = open.oldest_first.remove(0);
            open.by_ticket.remove(&oldest);
        }
        open.oldest_first.push(ticket.clone());
        open.by_ticket.insert(ticket, Arc::new(tokio::sync::Mutex::new(document)));
    }

    fn get(&self, ticket: &str) -> Option<Arc<tokio::sync::Mutex<Document>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_ticket.get(ticket).cloned()
    }

    fn close(&self, ticket: &str) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.by_ticket.remove(ticket);
        open.oldest_first.retain(|other| other != ticket);
    }

    pub(crate) fn close_all(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Open::default();
    }
}

/// Opens an attachment for looking at.
///
/// # Errors
/// When not permitted, the attachment is gone, or it cannot be drawn.
pub async fn open_preview(app: &App, request: OpenPreview) -> Result<Preview, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut writer = desk.opened.store.begin().await?;
    let (record, case) = kept(&desk, &mut writer, request.attachment).await?;
    writer.commit(&desk.event_about(case.citizen, Action::AttachmentPreviewed, record.id)).await?;
    let document = open_document(app, &desk, record.id).await?;
    let preview = Preview {
        ticket: new_ticket()?,
        pages: document.pages(),
        kind: record.kind,
        name: record.name,
        flags: told(document.flags()),
    };
    app.previews().add(preview.ticket.clone(), document);
    Ok(preview)
}

/// Opens a sealed attachment in a child of its own.
pub(super) async fn open_document(app: &App, desk: &Desk, id: AttachmentId) -> Result<Document, Failure> {
    let vault = Arc::clone(&desk.opened.vault);
    let now = UnixMillis(desk.now.as_millis());
    let read = tokio::task::spawn_blocking(move || {
        // EXPOSE: goes to the renderer's pipe and is zeroed there.
        vault.open_sealed(sealed(id), now, MAX_DOCUMENT).map(|bytes| Zeroizing::new(bytes.expose().clone()))
    });
    let bytes = match read.await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(VaultError::Absent | VaultError::Due)) => return Err(Failure::AttachmentPurged),
        Ok(Err(VaultError::Damaged | VaultError::NewerFormat)) => return Err(Failure::AttachmentUnreadable),
        Ok(Err(error)) => return Err(Failure::unexpected(&error)),
        Err(error) => return Err(Failure::unexpected(&error)),
    };
    let allowed = &app.policy()?.preview;
    let limits = Limits {
        page: Duration::from_secs(allowed.page_seconds.into()),
        document: Duration::from_secs(allowed.document_seconds.into()),
    };
    Renderer::new(&app.outside().renderer).with_limits(limits).open(bytes, None).await.map_err(failed)
}

/// A page as JPEG, for the byte protocol. `page` counts from 1, `max_edge` is in pixels.
///
/// # Errors
/// When the session is locked, the ticket is not (or no longer) one, or the page cannot be drawn.
pub async fn page(app: &App, ticket: &str, page: u32, max_edge: u32) -> Result<Vec<u8>, Failure> {
    Ok(drawn(app, ticket, page, max_edge).await?.jpeg)
}

/// A page's words, for a screen reader and for selecting: to be shown as text and nothing else.
///
/// # Errors
/// As [`page`].
pub async fn page_text(app: &App, request: PageText) -> Result<String, Failure> {
    // Small: only the words are wanted.
    let page = drawn(app, &request.ticket, request.page, 64).await?;
    Ok(page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n"))
}

async fn drawn(app: &App, ticket: &str, page: u32, max_edge: u32) -> Result<pipeline::preview::Page, Failure> {
    app.desk(Permission::ReadCases).await?;
    let document = app.previews().get(ticket).ok_or(Failure::PreviewClosed)?;
    let index = page.checked_sub(1).ok_or(Failure::RequestMalformed)?;
    let drawn = document.lock().await.page(index, max_edge).await;
    drawn.map_err(failed)
}

/// Closes a preview; closing twice is no failure.
///
/// # Errors
/// Never.
pub async fn close_preview(app: &App, request: ClosePreview) -> Result<(), Failure> {
    app.previews().close(&request.ticket);
    Ok(())
}

/// A random ticket of 128 bits.
fn new_ticket() -> Result<String, Failure> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Failure::unexpected(&error))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn told(flags: Flags) -> Vec<PreviewFlag> {
    [
        (Flags::LOOKS_EMPTY, PreviewFlag::LooksEmpty),
        (Flags::XFA, PreviewFlag::Xfa),
        (Flags::ACTIVE_CONTENT, PreviewFlag::ActiveContent),
        (Flags::FIELDS_NOT_DRAWN, PreviewFlag::FieldsNotDrawn),
        (Flags::PAGES_BEYOND_LIMIT, PreviewFlag::PagesBeyondLimit),
        (Flags::PARTS_NOT_DRAWN, PreviewFlag::PartsNotDrawn),
        (Flags::FONTS_MISSING, PreviewFlag::FontsMissing),
        (Flags::FIRST_PICTURE_ONLY, PreviewFlag::FirstPictureOnly),
        (Flags::EMPTY_PAGE, PreviewFlag::EmptyPage),
    ]
    .into_iter()
    .filter_map(|(flag, told)| flags.contains(flag).then_some(told))
    .collect()
}

pub(super) fn failed(failure: PreviewFailure) -> Failure {
    let fault = match failure {
        PreviewFailure::TimedOut => PreviewFault::TimedOut,
        PreviewFailure::OutOfMemory | PreviewFailure::TooLarge => PreviewFault::OutOfMemory,
        PreviewFailure::Refused(_) | PreviewFailure::BadFile | PreviewFailure::NoSuchPage => PreviewFault::BadFile,
        PreviewFailure::UnknownVariety => PreviewFault::UnknownVariety,
        PreviewFailure::PasswordNeeded => PreviewFault::PasswordNeeded,
        PreviewFailure::Breach(_) => PreviewFault::Breach,
        PreviewFailure::ChildMissing | PreviewFailure::NotConfined | PreviewFailure::ChildDied => {
            PreviewFault::Renderer
        }
    };
    Failure::PreviewFailed { fault }
}
