//! The mailbox that the inbox crate asks: every call is one citizen's, and every change is audited as theirs.

use std::sync::Arc;

use async_trait::async_trait;
use domain::{
    AttachmentId, CaseId, CitizenId, ItemId, PersonNumber, Timestamp,
    attachment::{Attachment, AttachmentLimits},
    audit::{Action, AuditActor, AuditEvent},
    reply::Answers,
    unit::Unit,
};
use inbox::{Brand, ByteSource, Letter, LetterRow, Mailbox, MailboxFailure, Receipt, SignedInCitizen, TestSignIn};
use store::{CaseRecord, Rows, StoreError};

use super::{answer, attach};
use crate::{
    App,
    cases::attachment,
    failure::Failure,
    retention::with_decisions,
    state::{Opened, WeakApp},
    topic::Topic,
};

/// The application as the inbox sees it.
pub(crate) struct CitizenMailbox(WeakApp);

/// One call: the open application at one instant.
pub(super) struct Visit {
    pub(super) app: App,
    pub(super) opened: Arc<Opened>,
    pub(super) unit: Unit,
    pub(super) now: Timestamp,
}

impl CitizenMailbox {
    pub(crate) fn of(app: &App) -> Self {
        Self(app.downgrade())
    }

    async fn visit(&self) -> Result<Visit, MailboxFailure> {
        let app = self.0.upgrade().ok_or(MailboxFailure::Unavailable)?;
        let opened = app.opened().await.map_err(|_| MailboxFailure::Unavailable)?;
        let now = app.now();
        let mut reader = opened.store.read().await.map_err(store_failed)?;
        let unit = reader.unit().await.map_err(store_failed)?.ok_or(MailboxFailure::Unavailable)?;
        let policy = app.policy().map_err(|_| MailboxFailure::Unavailable)?;
        let unit = with_decisions(policy, &mut reader, unit, now).await.map_err(store_failed)?;
        drop(reader);
        Ok(Visit { app, opened, unit, now })
    }
}

impl Visit {
    /// What the organisation lets a citizen attach to one reply.
    pub(super) fn limits(&self) -> Result<AttachmentLimits, MailboxFailure> {
        let allowed = &self.app.policy().map_err(|_| MailboxFailure::Unavailable)?.attachments;
        Ok(AttachmentLimits { max_bytes: bytes(allowed.max_megabytes), max_files: allowed.max_files })
    }

    /// Bytes that all kept files may take together.
    pub(super) fn most_bytes(&self) -> Result<u64, MailboxFailure> {
        let allowed = &self.app.policy().map_err(|_| MailboxFailure::Unavailable)?.attachments;
        Ok(bytes(allowed.max_total_megabytes))
    }

    /// An audit event by the citizen about their own data.
    pub(super) fn event(&self, citizen: CitizenId, action: Action, subject: impl ToString) -> AuditEvent {
        AuditEvent {
            at: self.now,
            unit: self.unit.id,
            actor: AuditActor::Citizen(citizen),
            action,
            subject: subject.to_string(),
            citizen: Some(citizen),
        }
    }
}

fn bytes(megabytes: u32) -> u64 {
    u64::from(megabytes) * 1_000_000
}

/// The citizen's own case. Somebody else's, what was taken back, or has not left yet, is not told from none at all.
pub(super) async fn own_case(
    rows: &mut Rows,
    citizen: CitizenId,
    case: CaseId,
    now: Timestamp,
) -> Result<CaseRecord, MailboxFailure> {
    let found = rows.case(case).await.map_err(store_failed)?;
    let has_left = |case: &CaseRecord| !case.held && (case.sent <= now || case.state.read_at().is_some());
    found
        .filter(|case| case.citizen == citizen && !case.closure.is_revoked() && has_left(case))
        .ok_or(MailboxFailure::LetterNotFound)
}

/// A failure of the store as the page may know it; the cause is in the log.
pub(super) fn store_failed(error: StoreError) -> MailboxFailure {
    match error {
        // Nothing the citizen could do about it but come back: no reference to a log that cannot be written either.
        StoreError::Full => MailboxFailure::Unavailable,
        other => unexpected(&other),
    }
}

/// Any cause as the page may know it; it is in the log.
pub(super) fn unexpected(cause: &(dyn std::error::Error + 'static)) -> MailboxFailure {
    failed(Failure::unexpected(cause))
}

/// A failure of a use case as the page may know it.
pub(super) fn failed(failure: Failure) -> MailboxFailure {
    match failure {
        Failure::Unexpected { reference } => MailboxFailure::Unexpected { reference },
        _ => MailboxFailure::Unavailable,
    }
}

#[async_trait]
impl Mailbox for CitizenMailbox {
    async fn brand(&self) -> Result<Brand, MailboxFailure> {
        let visit = self.visit().await?;
        let limits = visit.limits()?;
        Ok(Brand { unit_name: visit.unit.name, example: visit.unit.example, limits })
    }

    async fn test_sign_ins(&self) -> Result<Vec<TestSignIn>, MailboxFailure> {
        let visit = self.visit().await?;
        if !visit.unit.example {
            return Ok(Vec::new());
        }
        let mut reader = visit.opened.store.read().await.map_err(store_failed)?;
        let citizens = reader.citizens(visit.unit.id).await.map_err(store_failed)?;
        // Whoever cannot be written to has no letter to look at.
        let reached = citizens.into_iter().filter(|citizen| citizen.verdict(visit.now.date()).unreachable.is_none());
        Ok(reached.map(|citizen| TestSignIn { number: citizen.number, name: citizen.name }).collect())
    }

    async fn sign_in(&self, number: &str) -> Result<SignedInCitizen, MailboxFailure> {
        let visit = self.visit().await?;
        let number = PersonNumber::parse(number, visit.now.date())
            .map_err(|problem| MailboxFailure::InvalidNumber { problem })?;
        let mut writer = visit.opened.store.begin().await.map_err(store_failed)?;
        let found = writer.citizen_by_number(visit.unit.id, &number).await.map_err(store_failed)?;
        let citizen = found.ok_or(MailboxFailure::UnknownCitizen)?;
        writer.commit(&visit.event(citizen.id, Action::CitizenSignedIn, "")).await.map_err(store_failed)?;
        Ok(SignedInCitizen { citizen: citizen.id, name: citizen.name })
    }

    async fn letters(&self, citizen: CitizenId) -> Result<Vec<LetterRow>, MailboxFailure> {
        let visit = self.visit().await?;
        let mut reader = visit.opened.store.read().await.map_err(store_failed)?;
        let rows = reader.letters_of_citizen(citizen, visit.now).await.map_err(store_failed)?;
        let row = |row: store::LetterRow| LetterRow {
            case: row.id,
            heading: row.heading,
            unit_name: row.unit_name,
            sent: row.sent,
            unread: row.state.read_at().is_none(),
            answered: row.state.answered_at(),
            answerable: row.answerable,
            closed: row.closure.ended_at(),
        };
        Ok(rows.into_iter().map(row).collect())
    }

    async fn open(&self, citizen: CitizenId, case: CaseId) -> Result<Letter, MailboxFailure> {
        let visit = self.visit().await?;
        let mut writer = visit.opened.store.begin().await.map_err(store_failed)?;
        let case = own_case(&mut writer, citizen, case, visit.now).await?;
        let answers = writer.reply(case.id).await.map_err(store_failed)?.map(|reply| reply.answers);
        let files = writer.attachments_of(case.id).await.map_err(store_failed)?;
        let state = case.state.opened(visit.now);
        if state != case.state {
            writer.set_case_state(case.id, state).await.map_err(store_failed)?;
            writer.commit(&visit.event(citizen, Action::CaseRead, case.id)).await.map_err(store_failed)?;
            visit.app.announce(&[Topic::Cases]);
        }
        let attachments = files.into_iter().map(attachment).collect();
        Ok(Letter {
            case: case.id,
            sent: case.sent,
            state,
            closed: case.closure.ended_at(),
            message: case.message.for_citizen(),
            answers,
            attachments,
        })
    }

    async fn attach(
        &self,
        citizen: CitizenId,
        case: CaseId,
        item: ItemId,
        name: &str,
        body: &mut (dyn ByteSource + Send),
    ) -> Result<Attachment, MailboxFailure> {
        attach::attach(&self.visit().await?, citizen, case, item, name, body).await
    }

    async fn withdraw(&self, citizen: CitizenId, case: CaseId, attachment: AttachmentId) -> Result<(), MailboxFailure> {
        attach::withdraw(&self.visit().await?, citizen, case, attachment).await
    }

    async fn answer(&self, citizen: CitizenId, case: CaseId, answers: Answers) -> Result<Receipt, MailboxFailure> {
        answer::answer(&self.visit().await?, citizen, case, answers).await
    }
}
