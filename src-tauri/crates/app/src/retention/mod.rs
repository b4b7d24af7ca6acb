//! *Gallringsbeslut*: how long things are kept, decided by name; and the one exception, with a reason.

mod decide;
mod extend;

pub use decide::{
    AdoptRetention, AffectedItem, DecisionView, RetentionBound, RetentionPreview, RetentionProposal, RetentionView,
    adopt, list, propose,
};
pub use extend::{ExtendAttachment, Extended, extend_attachment};

use std::sync::Arc;

use domain::{
    DecisionId, Timestamp, UnitId,
    retention::{RetainedKind, Retention, RetentionDecision, in_force},
    unit::Unit,
};
use policy::Policy;
use store::{Rows, StoreError, Writer};
use vault::{ItemKind, PurgeError, SealedId, UnixMillis, VaultError};

use crate::{App, failure::Failure, purge::blocking, state::Opened};

/// What a new unit begins with is called this.
const FIRST: &str = "Första gallringsbeslutet";

/// The unit with the hours of the decisions in force, as far as the organisation's policy allows them.
pub(crate) async fn with_decisions(
    policy: &Policy,
    rows: &mut Rows,
    unit: Unit,
    now: Timestamp,
) -> Result<Unit, StoreError> {
    let decisions = rows.retention_decisions(unit.id).await?;
    let hours = |kind, before: u32| {
        in_force(&decisions, kind, now).map_or(before, |decision| decision.hours).min(most_hours(policy, kind))
    };
    let retention = Retention {
        attachment_hours: hours(RetainedKind::Submitted, unit.retention.attachment_hours),
        copy_hours: hours(RetainedKind::Copy, unit.retention.copy_hours),
    };
    Ok(Unit { retention, ..unit })
}

/// How long a file lives that is not sent in.
pub(crate) async fn unsent_hours(rows: &mut Rows, unit: UnitId, now: Timestamp) -> Result<u32, StoreError> {
    let decisions = rows.retention_decisions(unit).await?;
    Ok(in_force(&decisions, RetainedKind::Unsent, now).map_or(Retention::UNSENT_HOURS, |decision| decision.hours))
}

/// Hours that product and policy allow at most.
pub(crate) fn most_hours(policy: &Policy, kind: RetainedKind) -> u32 {
    kind.most_hours().min(match kind {
        RetainedKind::Submitted | RetainedKind::Unsent => policy.retention.max_attachment_hours,
        RetainedKind::Copy => policy.copies.max_hours,
    })
}

/// What a new unit begins with, until it decides for itself.
pub(crate) async fn adopt_first(app: &App, writer: &mut Writer, unit: UnitId) -> Result<(), Failure> {
    for kind in RetainedKind::ALL {
        let decision = RetentionDecision {
            id: app.new_id(DecisionId::from_uuid),
            name: FIRST.to_owned(),
            kind,
            hours: kind.first_hours().min(most_hours(app.policy()?, kind)),
            decided_by: None,
            decided: app.now(),
            valid_from: app.now(),
            applied_to_kept: false,
        };
        writer.insert_retention_decision(unit, &decision).await?;
    }
    Ok(())
}

/// Moves a deadline in the vault. What is destroyed meanwhile has none to move.
///
/// # Errors
/// When the vault cannot be written.
pub(crate) async fn set_deadline(
    opened: &Arc<Opened>,
    kind: ItemKind,
    item: SealedId,
    expires: Timestamp,
) -> Result<(), Failure> {
    let opened = Arc::clone(opened);
    let expires = UnixMillis(expires.as_millis());
    blocking(move || match kind {
        ItemKind::Sealed => match opened.vault.set_deadline(item, expires) {
            Ok(()) | Err(VaultError::Absent) => Ok(()),
            Err(error) => Err(error.into()),
        },
        ItemKind::Copy => match opened.purge.set_copy_deadline(item, expires) {
            Ok(()) | Err(PurgeError::Unknown) => Ok(()),
            Err(error) => Err(error.into()),
        },
    })
    .await?
}
