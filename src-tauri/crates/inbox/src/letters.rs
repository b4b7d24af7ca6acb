//! Letters, answers and the files that go with them.

use std::sync::Arc;

use axum::{
    body::Body as RawBody,
    extract::{Path, Query, State},
    http::{HeaderMap, header},
};
use domain::{
    AttachmentId, CaseId, ItemId,
    attachment::{Attachment, displayable_name},
};
use serde::Deserialize;

use crate::{
    AnswerRequest, FileRefusal, InboxFailure, Letter, LetterRow, MailboxFailure, PageFailure, Receipt,
    guard::SignedIn,
    respond::{Answered, Body, Done, to_the_end},
    server::Host,
    upload::{HARD_CAP, Upload},
};

/// `GET /api/letters`.
pub(crate) async fn list(State(host): State<Arc<Host>>, SignedIn(citizen): SignedIn) -> Answered<Vec<LetterRow>> {
    Ok(Done(host.mailbox.letters(citizen).await?))
}

/// `POST /api/letters/{case}/open`: a change, since it sets **L**.
pub(crate) async fn open(
    State(host): State<Arc<Host>>,
    SignedIn(citizen): SignedIn,
    Path(case): Path<String>,
) -> Answered<Letter> {
    let case = read_case(&case)?;
    let mailbox = Arc::clone(&host.mailbox);
    Ok(Done(to_the_end(async move { mailbox.open(citizen, case).await }).await?))
}

/// `POST /api/letters/{case}/answer`.
pub(crate) async fn answer(
    State(host): State<Arc<Host>>,
    SignedIn(citizen): SignedIn,
    Path(case): Path<String>,
    Body(AnswerRequest { answers }): Body<AnswerRequest>,
) -> Answered<Receipt> {
    let case = read_case(&case)?;
    let mailbox = Arc::clone(&host.mailbox);
    Ok(Done(to_the_end(async move { mailbox.answer(citizen, case, answers).await }).await?))
}

/// Where a file belongs.
#[derive(Deserialize)]
pub(crate) struct Place {
    item: String,
}

/// `POST /api/letters/{case}/attachments?item=<id>`: the body is the file, its name stands in `X-File-Name`.
pub(crate) async fn attach(
    State(host): State<Arc<Host>>,
    SignedIn(citizen): SignedIn,
    Path(case): Path<String>,
    place: Result<Query<Place>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
    body: RawBody,
) -> Answered<Attachment> {
    let case = read_case(&case)?;
    let Query(place) = place.map_err(|_| PageFailure::Malformed)?;
    let item: ItemId = place.item.parse().map_err(|_| PageFailure::Malformed)?;
    let name = file_name(&headers).ok_or(PageFailure::Malformed)?;
    if announced_length(&headers).is_some_and(|length| length > HARD_CAP) {
        return Err(too_large());
    }
    let mailbox = Arc::clone(&host.mailbox);
    let mut upload = Upload::new(body, host.closing.clone());
    let (outcome, exceeded) = to_the_end(async move {
        let outcome = mailbox.attach(citizen, case, item, &name, &mut upload).await;
        if outcome.is_err() {
            // A browser that is still sending would see a broken connection instead of the reason.
            upload.drain().await;
        }
        Ok((outcome, upload.exceeded()))
    })
    .await?;
    match outcome {
        Ok(attachment) => Ok(Done(attachment)),
        Err(MailboxFailure::Interrupted) if exceeded => Err(too_large()),
        Err(failure) => Err(failure.into()),
    }
}

/// `DELETE /api/letters/{case}/attachments/{id}`.
pub(crate) async fn withdraw(
    State(host): State<Arc<Host>>,
    SignedIn(citizen): SignedIn,
    Path((case, attachment)): Path<(String, String)>,
) -> Answered<()> {
    let case = read_case(&case)?;
    let attachment: AttachmentId = attachment.parse().map_err(|_| PageFailure::Malformed)?;
    let mailbox = Arc::clone(&host.mailbox);
    Ok(Done(to_the_end(async move { mailbox.withdraw(citizen, case, attachment).await }).await?))
}

/// Something that is not an id is a letter that does not exist.
fn read_case(text: &str) -> Result<CaseId, InboxFailure> {
    text.parse().map_err(|_| MailboxFailure::LetterNotFound.into())
}

fn too_large() -> InboxFailure {
    MailboxFailure::FileRefused { reason: FileRefusal::TooLarge }.into()
}

fn announced_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// The citizen's name for the file, fit to show. `None` when the header is missing or is not percent-encoded UTF-8.
fn file_name(headers: &HeaderMap) -> Option<String> {
    let encoded = headers.get("x-file-name")?.to_str().ok()?;
    Some(displayable_name(&percent_decoded(encoded)?))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn a_file_name_is_read_as_the_page_encoded_it() {
        assert_eq!(percent_decoded("H%C3%A4r%20%C3%A4r.pdf").as_deref(), Some("Här är.pdf"));
    }

    #[test]
    fn half_an_escape_or_something_that_is_not_text_is_refused() {
        for text in ["%", "%4", "%zz", "%ff", "a%C3"] {
            assert_eq!(percent_decoded(text), None, "{text}");
        }
    }
}
