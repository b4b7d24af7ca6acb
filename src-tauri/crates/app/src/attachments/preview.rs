//! *Förhandsgranska*: pages as pixels, drawn in the jailed child, served under a short-lived ticket. Nothing is written to
//! disk.

use std::{sync::Arc, time::Duration};

use domain::{AttachmentId, Permission, attachment::AttachmentKind, audit::Action};
use pipeline::preview::{Document, Flags, Limits, Line, MAX_DOCUMENT, PreviewFailure, Renderer, Viewing};
use serde::{Deserialize, Serialize};
use vault::VaultError;
use zeroize::Zeroizing;

use super::{
    attack::{Origin, failed_at},
    kept,
    previews::OpenDocument,
    sealed,
};
use crate::{
    App,
    failure::{Failure, PreviewFault},
    jail::insist_on_jail,
    state::Desk,
};

/// Longest edge of a page, in pixels, when the screen does not say, and of the first page before it is asked for: what the
/// screen asks for first.
pub const PAGE_EDGE: u32 = 1_600;

/// Which attachment.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenPreview {
    attachment: AttachmentId,
    /// Of the file itself, when it is locked. Never kept.
    #[ts(as = "Option<String>")]
    password: Option<Zeroizing<String>>,
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
    /// What to tell about the document as a whole.
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

/// A page's words, and what to tell beside its picture.
#[derive(Serialize, ts_rs::TS)]
pub struct PageWords {
    /// In the order in which they are drawn. To be shown as text and nothing else.
    pub lines: Vec<PageLine>,
    /// Of this page.
    pub flags: Vec<PreviewFlag>,
}

/// A line of words and where it stands, in 65 535ths of the page, from its top left corner.
#[derive(Serialize, ts_rs::TS)]
pub struct PageLine {
    /// Plain.
    #[ts(as = "String")]
    pub text: Zeroizing<String>,
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// Of the box around the line.
    pub width: u16,
    /// Of the box around the line.
    pub height: u16,
}

impl From<&Line> for PageLine {
    fn from(Line { text, place }: &Line) -> Self {
        Self { text: Zeroizing::new(text.clone()), x: place.x, y: place.y, width: place.width, height: place.height }
    }
}

/// Which preview.
#[derive(Deserialize, ts_rs::TS)]
pub struct ClosePreview {
    ticket: String,
}

/// Opens an attachment for looking at.
///
/// # Errors
/// When not permitted, the attachment is gone, or it cannot be drawn. Then nothing was seen, and nothing is logged.
pub async fn open_preview(app: &App, request: OpenPreview) -> Result<Preview, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut reader = desk.opened.store.read().await?;
    let (record, case) = kept(app, &desk, &mut reader, request.attachment).await?;
    drop(reader);
    let of = Origin { attachment: record.id, citizen: case.citizen };
    let document = open_document(app, &desk, of, request.password.as_ref()).await?;
    let writer = desk.opened.store.begin().await?;
    writer.commit(&desk.event_about(case.citizen, Action::AttachmentPreviewed, record.id)).await?;
    let preview = Preview {
        ticket: new_ticket()?,
        pages: document.pages(),
        kind: record.kind,
        name: record.name,
        flags: told(document.flags()),
    };
    app.previews().add(preview.ticket.clone(), of, Viewing::new(document, PAGE_EDGE));
    Ok(preview)
}

/// The bytes of a sealed attachment.
pub(super) async fn unsealed(app: &App, desk: &Desk, id: AttachmentId) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let vault = Arc::clone(&desk.opened.vault);
    let now = app.clocks();
    let read = tokio::task::spawn_blocking(move || {
        // EXPOSE: goes to the renderer's pipe, or into a copy that a person asked for, and is zeroed there.
        vault.open_sealed(sealed(id), now, MAX_DOCUMENT).map(|bytes| Zeroizing::new(bytes.expose().clone()))
    });
    match read.await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(VaultError::Absent)) => Err(Failure::AttachmentPurged),
        Ok(Err(VaultError::Due)) => Err(super::closed(app, desk)),
        Ok(Err(VaultError::Damaged | VaultError::NewerFormat)) => Err(Failure::AttachmentUnreadable),
        Ok(Err(error)) => Err(Failure::unexpected(&error)),
        Err(error) => Err(Failure::unexpected(&error)),
    }
}

/// Opens a sealed attachment in a child of its own, once it is known that the jail holds on this computer.
pub(super) async fn open_document(
    app: &App,
    desk: &Desk,
    of: Origin,
    password: Option<&Zeroizing<String>>,
) -> Result<Document, Failure> {
    insist_on_jail(app, &desk.opened).await?;
    let bytes = unsealed(app, desk, of.attachment).await?;
    let renderer = Renderer::new(&app.outside().renderer).with_limits(limits(app)?);
    match renderer.open(bytes, password).await {
        Ok(document) => Ok(document),
        Err(PreviewFailure::PasswordNeeded) if password.is_some() => {
            Err(Failure::PreviewFailed { fault: PreviewFault::WrongPassword })
        }
        Err(failure) => Err(failed_at(app, desk, of, failure).await),
    }
}

/// How long the organisation lets a child work.
///
/// # Errors
/// When its policy is not understood. Nothing is open then.
pub(crate) fn limits(app: &App) -> Result<Limits, Failure> {
    let allowed = &app.policy()?.preview;
    Ok(Limits {
        page: Duration::from_secs(allowed.page_seconds.into()),
        document: Duration::from_secs(allowed.document_seconds.into()),
    })
}

/// A page as JPEG, for the byte protocol. `page` counts from 1, `max_edge` is in pixels.
///
/// # Errors
/// When the session is locked, the ticket is not (or no longer) one, the page cannot be drawn, or another was asked for
/// meanwhile, so that nobody looks at this one.
pub async fn page(app: &App, ticket: &str, page: u32, max_edge: u32) -> Result<Vec<u8>, Failure> {
    let (desk, document, index) = page_of(app, ticket, page).await?;
    let page = match document.viewing.page(index, max_edge).await {
        Ok(page) => page,
        Err(failure) => return Err(document.failed(app, &desk, failure).await),
    };
    page.map(|page| page.jpeg.to_vec()).ok_or(Failure::PreviewClosed)
}

/// A page's words and flags, for a screen reader and for selecting. Free of charge once the page was drawn.
///
/// # Errors
/// As [`page`].
pub async fn page_text(app: &App, request: PageText) -> Result<PageWords, Failure> {
    let (desk, document, index) = page_of(app, &request.ticket, request.page).await?;
    let words = match document.viewing.words(index).await {
        Ok(words) => words,
        Err(failure) => return Err(document.failed(app, &desk, failure).await),
    };
    Ok(PageWords { lines: words.lines.iter().map(PageLine::from).collect(), flags: told(words.flags) })
}

async fn page_of(app: &App, ticket: &str, page: u32) -> Result<(Desk, Arc<OpenDocument>, u32), Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let document = app.previews().get(ticket).ok_or(Failure::PreviewClosed)?;
    let index = page.checked_sub(1).ok_or(Failure::RequestMalformed)?;
    Ok((desk, document, index))
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
        PreviewFailure::Violation => PreviewFault::Violation,
        PreviewFailure::NotConfined => PreviewFault::NotConfined,
        PreviewFailure::ChildMissing | PreviewFailure::ChildDied => PreviewFault::Renderer,
    };
    Failure::PreviewFailed { fault }
}
