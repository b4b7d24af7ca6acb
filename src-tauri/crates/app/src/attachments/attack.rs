//! A file that attacks whoever draws it is a security incident: it stands in the audit trail before the screen is told.

use domain::{
    AttachmentId, CitizenId,
    audit::{Action, AuditActor, AuditEvent},
};
use pipeline::preview::PreviewFailure;

use super::preview::failed;
use crate::{App, failure::Failure, state::Desk};

/// Whose attachment a document is.
#[derive(Clone, Copy)]
pub(super) struct Origin {
    pub(super) attachment: AttachmentId,
    pub(super) citizen: CitizenId,
}

/// What the screen is told; an attack is written in the audit trail first.
pub(super) async fn failed_at(app: &App, desk: &Desk, of: Origin, failure: PreviewFailure) -> Failure {
    if failure.is_attack()
        && let Err(failure) = attacked(app, desk, of).await
    {
        return failure;
    }
    failed(failure)
}

async fn attacked(app: &App, desk: &Desk, of: Origin) -> Result<(), Failure> {
    let event = AuditEvent {
        at: app.now(),
        unit: desk.unit.id,
        // The file did it, not the person who looked at it.
        actor: AuditActor::System,
        action: Action::AttachmentAttacked,
        subject: of.attachment.to_string(),
        citizen: Some(of.citizen),
    };
    Ok(desk.opened.store.begin().await?.commit(&event).await?)
}
