//! Keeping one attachment longer, with a reason.

use domain::{
    AttachmentId, Permission, Timestamp,
    audit::Action,
    retention::{RetainedKind, extended},
};
use serde::{Deserialize, Serialize};
use store::ExtensionRecord;
use vault::ItemKind;

use super::{most_hours, set_deadline};
use crate::{
    App,
    attachments::{kept, sealed},
    failure::{Failure, Field},
    people::filled,
};

/// Which attachment, how much longer, why.
#[derive(Deserialize, ts_rs::TS)]
pub struct ExtendAttachment {
    attachment: AttachmentId,
    /// Whole hours after the deadline that it has.
    hours: u32,
    reason: String,
}

/// The new deadline.
#[derive(Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Extended {
    /// When it is destroyed now.
    pub expires: Timestamp,
}

/// Moves the deadline of an attachment that is still kept.
///
/// # Errors
/// When not permitted, without a reason, or beyond what product and policy allow from when the reply came in.
pub async fn extend_attachment(app: &App, request: ExtendAttachment) -> Result<Extended, Failure> {
    let desk = app.desk(Permission::KeepCopies).await?;
    let reason = filled(&request.reason, Field::Reason)?;
    let mut writer = desk.opened.store.begin().await?;
    let (attachment, case) = kept(app, &desk, &mut writer, request.attachment).await?;
    let start = case.state.answered_at().unwrap_or(attachment.received);
    let most = most_hours(app.policy()?, RetainedKind::Submitted);
    let until = extended(start, attachment.expires, request.hours, most)
        .map_err(|problem| Failure::InvalidRetention { problem })?;
    let extension = ExtensionRecord {
        id: app.new_id(|id| id),
        attachment: attachment.id,
        staff: desk.actor.staff,
        at: desk.now,
        reason,
        before: attachment.expires,
        until,
    };
    writer.insert_extension(&extension).await?;
    writer.set_attachment_expiry(attachment.id, until).await?;
    // The vault first: if the power fails in between, what a person was told is kept must not be destroyed early. The
    // next start moves the vault's deadline back to the database's if the extension was not kept.
    set_deadline(&desk.opened, ItemKind::Sealed, sealed(attachment.id), until).await?;
    writer.commit(&desk.event_about(case.citizen, Action::AttachmentExtended, attachment.id)).await?;
    Ok(Extended { expires: until })
}
