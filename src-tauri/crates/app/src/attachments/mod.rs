//! What a citizen attached: look at it, keep a temporary copy, destroy it.

mod attack;
mod copy;
mod discard;
mod original;
mod place;
mod preview;
mod previews;

pub use copy::{CopyView, SaveCopy, save_copy};
pub use discard::{PurgeAttachment, PurgeCopy, purge_attachment, purge_copy};
pub use original::{OriginalReason, SaveOriginal, save_original};
pub use place::{CopyRules, copy_rules};
pub(crate) use preview::limits;
pub use preview::{
    ClosePreview, OpenPreview, PAGE_EDGE, PageLine, PageText, PageWords, Preview, PreviewFlag, close_preview,
    open_preview, page, page_text,
};
pub use previews::Previews;

use domain::{AttachmentId, CaseId};
use store::{AttachmentRecord, CaseRecord, Rows};
use vault::SealedId;

use crate::{App, failure::Failure, state::Desk};

/// The sealed item of an attachment.
pub(crate) fn sealed(id: AttachmentId) -> SealedId {
    SealedId::from_bytes(id.to_bytes())
}

/// An attachment of one of the unit's cases that was sent with a reply and is still kept.
pub(crate) async fn kept(
    app: &App,
    desk: &Desk,
    rows: &mut Rows,
    id: AttachmentId,
) -> Result<(AttachmentRecord, CaseRecord), Failure> {
    let record = rows.attachment(id).await?.filter(|record| record.submitted).ok_or(Failure::AttachmentNotFound)?;
    let case = case_of(desk, rows, record.case).await?;
    if record.purged.is_some() {
        return Err(Failure::AttachmentPurged);
    }
    if record.expires <= desk.now {
        return Err(closed(app, desk));
    }
    Ok((record, case))
}

/// Why an attachment that is still there cannot be opened: its time is out, or the clock only says so.
fn closed(app: &App, desk: &Desk) -> Failure {
    match desk.opened.purge.observe(app.clocks()) {
        Ok(reading) if reading.doubt.is_some() => Failure::ClockDoubted,
        Ok(_) => Failure::AttachmentPurged,
        Err(error) => Failure::unexpected(&error),
    }
}

async fn case_of(desk: &Desk, rows: &mut Rows, case: CaseId) -> Result<CaseRecord, Failure> {
    rows.case(case).await?.filter(|case| case.unit == desk.unit.id).ok_or(Failure::AttachmentNotFound)
}
