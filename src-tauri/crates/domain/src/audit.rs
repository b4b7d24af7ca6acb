//! The audit trail: what was done, by whom, when, to which citizen's data (HSLF-FS 2016:40 ch. 4 § 9), in a chain where
//! every row carries the hash of the one before, so that a removed or changed row is seen.

use serde::{Deserialize, Serialize};

use crate::{CitizenId, StaffId, Timestamp, UnitId};

/// Defines the closed list of audited actions with the stable word that the log holds.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Action { $($(#[$doc])* $name),+ }

        impl Action {
            /// The stable word in the log.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

actions! {
    /// The unit was set up.
    UnitCreated = "unit.created",
    /// The unit's settings changed.
    UnitChanged = "unit.changed",
    /// A member of staff got an account.
    PersonAdded = "person.added",
    /// Roles or account state changed.
    PersonChanged = "person.changed",
    /// A password was replaced.
    PasswordChanged = "person.password-changed",
    /// Signed in.
    SignedIn = "session.signed-in",
    /// A sign-in failed.
    SignInRefused = "session.refused",
    /// Signed out.
    SignedOut = "session.signed-out",
    /// The session was locked, by hand or when idle.
    SessionLocked = "session.locked",
    /// Unlocked again.
    SessionUnlocked = "session.unlocked",
    /// A template was created.
    TemplateCreated = "template.created",
    /// A draft was saved.
    TemplateSaved = "template.saved",
    /// A draft was handed in for approval.
    TemplateSubmitted = "template.submitted",
    /// … and taken back before anybody had decided.
    TemplateWithdrawn = "template.withdrawn",
    /// … and not approved.
    TemplateReturned = "template.returned",
    /// A version was published. The subject is the version and its fingerprint.
    TemplatePublished = "template.published",
    /// A template was archived.
    TemplateArchived = "template.archived",
    /// A template was taken back from the archive.
    TemplateRestored = "template.restored",
    /// A template was put under another category or other tags.
    TemplateOrganised = "template.organised",
    /// A file that was to be a picture in a template tried to break out of the renderer's jail, or broke the rules of its protocol,
    /// and was stopped. The subject is the person who chose it.
    PictureAttacked = "template.picture-attacked",
    /// Questions were put into *avsnittsbanken*.
    BankSectionSaved = "bank.section-saved",
    /// … got another name there.
    BankSectionRenamed = "bank.section-renamed",
    /// … were taken out of it.
    BankSectionRemoved = "bank.section-removed",
    /// The citizen register was read as a list.
    CitizensListed = "citizens.listed",
    /// Citizens were imported.
    CitizensImported = "citizens.imported",
    /// A citizen was looked up by personal number (*Hämta*).
    CitizenLookedUp = "citizen.looked-up",
    /// A message being written was saved as a draft.
    MessageDrafted = "message.drafted",
    /// A draft message was thrown away.
    MessageDiscarded = "message.discarded",
    /// A case was sent.
    CaseSent = "case.sent",
    /// A message was saved to be sent at a time that somebody chose.
    CaseScheduled = "case.scheduled",
    /// … left when that came.
    CaseReleased = "case.released",
    /// … was stopped, because the citizen could no longer be reached.
    CaseStopped = "case.stopped",
    /// A list of cases was read.
    CasesListed = "cases.listed",
    /// A case was opened by staff.
    CaseOpened = "case.opened",
    /// A case was given to a member of staff. The subject is the case and who has it from then on.
    CaseAssigned = "case.assigned",
    /// A case was closed.
    CaseClosed = "case.closed",
    /// A closed case was opened again.
    CaseReopened = "case.reopened",
    /// A case was taken back before it was read.
    CaseRevoked = "case.revoked",
    /// An internal note was written in a case.
    CaseNoted = "case.noted",
    /// Somebody keeps a filter of cases under a name. The subject is who.
    CaseFilterKept = "cases.filter-kept",
    /// … and no longer.
    CaseFilterForgotten = "cases.filter-forgotten",
    /// The citizen read the message.
    CaseRead = "case.read",
    /// The citizen signed in to the inbox.
    CitizenSignedIn = "inbox.signed-in",
    /// The citizen attached a file.
    AttachmentReceived = "attachment.received",
    /// The citizen took an attached file away before sending.
    AttachmentWithdrawn = "attachment.withdrawn",
    /// The citizen answered.
    CaseAnswered = "case.answered",
    /// A page of an attachment was previewed.
    AttachmentPreviewed = "attachment.previewed",
    /// A file tried to break out of the renderer's jail, or broke the rules of its protocol, and was stopped.
    AttachmentAttacked = "attachment.attacked",
    /// A journal note was drafted from a reply.
    NoteDrafted = "note.drafted",
    /// A temporary copy was begun: its deadline stands, and nothing of it is written yet.
    CopyBegun = "copy.begun",
    /// … of the file as it came.
    OriginalBegun = "copy.original-begun",
    /// A temporary copy was made.
    CopyMade = "copy.made",
    /// A temporary copy of the file as it came was made: details matter that drawing may lose.
    OriginalKeptForDetail = "copy.original-for-detail",
    /// … another program must read it.
    OriginalKeptForProgram = "copy.original-for-program",
    /// … the safe copy lacks something.
    OriginalKeptAsCopyIncomplete = "copy.original-as-copy-incomplete",
    /// An attachment was destroyed.
    AttachmentPurged = "attachment.purged",
    /// A temporary copy was destroyed.
    CopyPurged = "copy.purged",
    /// … of the file as it came.
    OriginalPurged = "copy.original-purged",
    /// What there was of a copy that was never finished was destroyed.
    UnfinishedCopyPurged = "copy.unfinished-purged",
    /// A gallringsbeslut was adopted.
    RetentionDecided = "retention.decided",
    /// The deadline of one attachment was moved, with a reason.
    AttachmentExtended = "attachment.extended",
    /// A run of the purge was taken in. The subject is number and hash of the last receipt, so that a log whose end was
    /// cut off is seen.
    ReceiptsTakenIn = "purge.receipts",
    /// An administrator said that a clock which had leapt ahead is right.
    ClockTrusted = "purge.clock-trusted",
    /// A report of the purge was saved as a file.
    PurgeReported = "purge.reported",
    /// Statistics of the unit's cases were saved as a file.
    StatisticsSaved = "statistics.saved",
    /// Whether the renderer's jail holds was tested. The subject is the outcome: `9/9 limits+calls+files`.
    JailTested = "renderer.jail-tested",
}

/// On whose behalf something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditActor {
    /// A member of staff.
    Staff(StaffId),
    /// The citizen, in the inbox.
    Citizen(CitizenId),
    /// Budkavle itself, such as a purge at its deadline.
    System,
}

impl AuditActor {
    /// The word and id that the log holds.
    pub fn parts(self) -> (&'static str, String) {
        match self {
            Self::Staff(id) => ("staff", id.to_string()),
            Self::Citizen(id) => ("citizen", id.to_string()),
            Self::System => ("system", String::new()),
        }
    }
}

/// An event before it is put in the chain. Ids only: never a name, a personal number or an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// When.
    pub at: Timestamp,
    /// In which unit.
    pub unit: UnitId,
    /// By whom.
    pub actor: AuditActor,
    /// What.
    pub action: Action,
    /// Id of the template, case, attachment … concerned; empty when none.
    pub subject: String,
    /// Whose data.
    pub citizen: Option<CitizenId>,
}

/// A link of the chain as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// 1, 2, 3 … without gaps.
    pub seq: i64,
    /// Milliseconds since the epoch.
    pub at: i64,
    /// Unit id.
    pub unit: String,
    /// `staff`, `citizen` or `system`.
    pub actor_kind: String,
    /// Id of the actor; empty for the system.
    pub actor_id: String,
    /// [`Action::as_str`].
    pub action: String,
    /// Subject id or empty.
    pub subject: String,
    /// Citizen id or empty.
    pub citizen: String,
    /// Hash of the row before (64 hex digits; zeros for the first).
    pub previous: String,
    /// Hash of this row.
    pub hash: String,
}

/// The `previous` of the first row.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Where a chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainBreak {
    /// A row is missing: the sequence jumps before this row.
    #[error("row missing before {seq}")]
    Gap {
        /// The row after the gap.
        seq: i64,
    },
    /// The row does not carry the hash of the one before it.
    #[error("row {seq} does not follow the one before it")]
    Unlinked {
        /// The row.
        seq: i64,
    },
    /// The row was changed after it was written.
    #[error("row {seq} was changed")]
    Changed {
        /// The row.
        seq: i64,
    },
}

impl AuditRow {
    /// Puts `event` after the row with sequence `last_seq` and hash `last_hash` (0 and [`GENESIS`] for the first).
    pub fn link(event: &AuditEvent, last_seq: i64, last_hash: &str) -> Self {
        let (actor_kind, actor_id) = event.actor.parts();
        let mut row = Self {
            seq: last_seq + 1,
            at: event.at.as_millis(),
            unit: event.unit.to_string(),
            actor_kind: actor_kind.to_owned(),
            actor_id,
            action: event.action.as_str().to_owned(),
            subject: event.subject.clone(),
            citizen: event.citizen.map(|id| id.to_string()).unwrap_or_default(),
            previous: last_hash.to_owned(),
            hash: String::new(),
        };
        row.hash = row.computed_hash();
        row
    }

    /// The hash that the row's content must have. Every field is preceded by its length, so that no two rows can be
    /// spelt the same way.
    pub fn computed_hash(&self) -> String {
        let mut hasher = blake3::Hasher::new_derive_key("budkavle 2026-11 audit row v1");
        let (seq, at) = (self.seq.to_string(), self.at.to_string());
        let fields = [
            &self.previous,
            &seq,
            &at,
            &self.unit,
            &self.actor_kind,
            &self.actor_id,
            &self.action,
            &self.subject,
            &self.citizen,
        ];
        for field in fields {
            hasher.update(&(field.len() as u64).to_le_bytes());
            hasher.update(field.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }

    /// Checks this row against the one before it.
    ///
    /// # Errors
    /// The way in which the chain is broken here.
    pub fn verify_after(&self, last_seq: i64, last_hash: &str) -> Result<(), ChainBreak> {
        if self.seq != last_seq + 1 {
            Err(ChainBreak::Gap { seq: self.seq })
        } else if self.previous != last_hash {
            Err(ChainBreak::Unlinked { seq: self.seq })
        } else if self.hash != self.computed_hash() {
            Err(ChainBreak::Changed { seq: self.seq })
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Vec<AuditRow> {
        let event = |at| AuditEvent {
            at: Timestamp::from_millis(at),
            unit: UnitId::from_uuid(uuid::Uuid::from_u128(1)),
            actor: AuditActor::System,
            action: Action::CaseSent,
            subject: "x".into(),
            citizen: None,
        };
        let mut rows: Vec<AuditRow> = Vec::new();
        for at in 1..=3 {
            let (seq, hash) = rows.last().map_or((0, GENESIS.to_owned()), |row| (row.seq, row.hash.clone()));
            rows.push(AuditRow::link(&event(at), seq, &hash));
        }
        rows
    }

    fn verify(rows: &[AuditRow]) -> Result<(), ChainBreak> {
        let mut last = (0, GENESIS.to_owned());
        for row in rows {
            row.verify_after(last.0, &last.1)?;
            last = (row.seq, row.hash.clone());
        }
        Ok(())
    }

    #[test]
    fn an_untouched_chain_holds() {
        assert_eq!(verify(&chain()), Ok(()));
    }

    #[test]
    fn a_changed_a_removed_and_a_moved_row_are_each_seen() {
        let mut changed = chain();
        changed[1].at = 99;
        assert_eq!(verify(&changed), Err(ChainBreak::Changed { seq: 2 }));

        let mut removed = chain();
        removed.remove(1);
        assert_eq!(verify(&removed), Err(ChainBreak::Gap { seq: 3 }));

        let mut renumbered = chain();
        renumbered.remove(0);
        renumbered[0].seq = 1;
        assert_eq!(verify(&renumbered), Err(ChainBreak::Unlinked { seq: 1 }));
    }
}
