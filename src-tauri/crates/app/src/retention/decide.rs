//! Looking at the decisions, proposing one, adopting it.

use domain::{
    AttachmentId, CaseId, CopyId, DecisionId, Permission, Timestamp,
    audit::Action,
    retention::{RetainedKind, RetentionDecision, RetentionProblem, checked_hours, in_force, shortened},
};
use serde::{Deserialize, Serialize};
use store::{RetainedItem, Rows};
use vault::{ItemKind, SealedId};

use super::{most_hours, set_deadline};
use crate::{
    App,
    failure::{Failure, Field},
    people::filled,
    purge::purge_due,
    state::Desk,
};

/// Minutes that a decision may be adopted ahead: a year.
const AHEAD: i64 = 366 * 24 * 60;

/// Every decision, and between which bounds the next may be.
#[derive(Serialize, ts_rs::TS)]
pub struct RetentionView {
    /// The latest decided first.
    pub decisions: Vec<DecisionView>,
    /// One for each kind.
    pub bounds: Vec<RetentionBound>,
}

/// A decision as the screen shows it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// The decision.
    pub decision: RetentionDecision,
    /// The name of who decided.
    pub decider: Option<String>,
    /// It holds now.
    pub in_force: bool,
}

/// Between 1 hour and how many a decision may be.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RetentionBound {
    /// Of which kind.
    pub kind: RetainedKind,
    /// Whole hours at most.
    pub most_hours: u32,
    /// The organisation's policy set the bound, below the product's own.
    pub by_policy: bool,
}

/// A decision that is thought of.
#[derive(Clone, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RetentionProposal {
    kind: RetainedKind,
    /// Whole hours.
    hours: u32,
    /// From when on; `None`: from now on.
    valid_from: Option<Timestamp>,
    /// Also shorten the time of what is kept already. Only for a decision that holds from now on.
    apply_to_kept: bool,
}

/// What would happen if the proposal were adopted.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RetentionPreview {
    /// What would be destroyed earlier, and when; what goes first is first.
    pub affected: Vec<AffectedItem>,
    /// How many of them at once.
    pub at_once: u32,
    /// How many keep their time because a person extended it with a reason.
    pub extended: u32,
}

/// Something that would be destroyed earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AffectedItem {
    /// What.
    pub kind: RetainedKind,
    /// Of which case.
    pub case: CaseId,
    /// When it is destroyed today.
    pub before: Timestamp,
    /// When it would be.
    pub after: Timestamp,
}

/// A decision to adopt.
#[derive(Deserialize, ts_rs::TS)]
pub struct AdoptRetention {
    name: String,
    proposal: RetentionProposal,
    /// How many things the preview that was looked at said would be destroyed earlier.
    seen: u32,
}

/// Every decision.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<RetentionView, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let mut reader = desk.opened.store.read().await?;
    let all = reader.retention_decisions(desk.unit.id).await?;
    let mut decisions = Vec::with_capacity(all.len());
    for decision in &all {
        let decider = match decision.decided_by {
            Some(id) => reader.staff(id).await?.map(|member| member.name),
            None => None,
        };
        let holds = in_force(&all, decision.kind, desk.now).is_some_and(|one| one.id == decision.id);
        decisions.push(DecisionView { decision: decision.clone(), decider, in_force: holds });
    }
    let policy = app.policy()?;
    let bounds = RetainedKind::ALL.into_iter().map(|kind| {
        let most_hours = most_hours(policy, kind);
        RetentionBound { kind, most_hours, by_policy: most_hours < kind.most_hours() }
    });
    Ok(RetentionView { decisions, bounds: bounds.collect() })
}

/// What would happen if the proposal were adopted. Changes nothing.
///
/// # Errors
/// When not permitted or outside its bounds.
pub async fn propose(app: &App, proposal: RetentionProposal) -> Result<RetentionPreview, Failure> {
    let desk = app.desk(Permission::ManageUnit).await?;
    check(app, &desk, &proposal)?;
    let mut reader = desk.opened.store.read().await?;
    let Effect { moved, extended } = effect(&mut reader, &proposal).await?;
    let mut affected = Vec::with_capacity(moved.len());
    for (item, after) in moved {
        if let Some(attachment) = reader.attachment(item.attachment).await? {
            affected.push(AffectedItem { kind: item.kind, case: attachment.case, before: item.expires, after });
        }
    }
    affected.sort_by_key(|item| item.after);
    let at_once = count(affected.iter().filter(|item| item.after <= desk.now).count());
    Ok(RetentionPreview { affected, at_once, extended })
}

/// Adopts a decision, and applies it to what is kept if it says so.
///
/// # Errors
/// When not permitted, without a name, outside its bounds, or when more or fewer things would be destroyed earlier than
/// the preview said ([`Failure::DecisionStale`]).
pub async fn adopt(app: &App, request: AdoptRetention) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageUnit).await?;
    let name = filled(&request.name, Field::DecisionName)?;
    let proposal = request.proposal;
    check(app, &desk, &proposal)?;
    let mut writer = desk.opened.store.begin().await?;
    let Effect { moved, .. } = effect(&mut writer, &proposal).await?;
    if count(moved.len()) != request.seen {
        return Err(Failure::DecisionStale);
    }
    let decision = RetentionDecision {
        id: app.new_id(DecisionId::from_uuid),
        name,
        kind: proposal.kind,
        hours: proposal.hours,
        decided_by: Some(desk.actor.staff),
        decided: desk.now,
        valid_from: proposal.valid_from.unwrap_or(desk.now),
        applied_to_kept: proposal.apply_to_kept,
    };
    writer.insert_retention_decision(desk.unit.id, &decision).await?;
    for (item, after) in &moved {
        match item.kind {
            RetainedKind::Copy => writer.set_copy_expiry(CopyId::from_uuid(item.id), *after).await?,
            RetainedKind::Submitted | RetainedKind::Unsent => {
                writer.set_attachment_expiry(AttachmentId::from_uuid(item.id), *after).await?;
            }
        }
    }
    // The decision first: nothing may be destroyed for one that was never adopted. If the power fails before the vault
    // knows, the next start moves the vault's deadlines to the database's.
    writer.commit(&desk.event(Action::RetentionDecided, decision.id)).await?;
    for (item, after) in moved {
        let kind = if item.kind == RetainedKind::Copy { ItemKind::Copy } else { ItemKind::Sealed };
        set_deadline(&desk.opened, kind, SealedId::from_bytes(*item.id.as_bytes()), after).await?;
    }
    purge_due(app, &desk.opened, desk.by()).await.map(|_| ())
}

fn check(app: &App, desk: &Desk, proposal: &RetentionProposal) -> Result<(), Failure> {
    let invalid = |problem| Failure::InvalidRetention { problem };
    checked_hours(proposal.kind, proposal.hours, most_hours(app.policy()?, proposal.kind)).map_err(invalid)?;
    let begins_later = proposal.valid_from.is_some();
    let within = proposal.valid_from.is_none_or(|from| from > desk.now && from <= desk.now.plus_minutes(AHEAD));
    if !within || (begins_later && proposal.apply_to_kept) {
        return Err(invalid(RetentionProblem::ValidFrom));
    }
    Ok(())
}

/// What a decision does to what is kept.
struct Effect {
    /// What is destroyed earlier, and when.
    moved: Vec<(RetainedItem, Timestamp)>,
    /// What keeps its time although the decision would shorten it.
    extended: u32,
}

/// A copy goes with its attachment, at the latest.
async fn effect(rows: &mut Rows, proposal: &RetentionProposal) -> Result<Effect, Failure> {
    let mut effect = Effect { moved: Vec::new(), extended: 0 };
    if !proposal.apply_to_kept {
        return Ok(effect);
    }
    let items = rows.retained_items().await?;
    for item in items.iter().filter(|item| item.kind == proposal.kind) {
        let after = shortened(item.start, proposal.hours, item.expires);
        if after == item.expires {
            continue;
        }
        if item.extended {
            effect.extended += 1;
            continue;
        }
        effect.moved.push((item.clone(), after));
        if proposal.kind != RetainedKind::Copy {
            let copies = items.iter().filter(|copy| {
                copy.kind == RetainedKind::Copy && copy.attachment == item.attachment && copy.expires > after
            });
            effect.moved.extend(copies.map(|copy| (copy.clone(), after)));
        }
    }
    Ok(effect)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
