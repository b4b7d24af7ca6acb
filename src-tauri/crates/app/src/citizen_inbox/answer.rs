//! A citizen answers.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    CaseId, CitizenId, ReplyId,
    audit::Action,
    case::CaseRefusal,
    reply::{Answers, check},
    retention::deadline,
    template::condition::shown,
};
use inbox::{MailboxFailure, Receipt};
use store::ReplyRecord;
use vault::UnixMillis;

use super::mailbox::{Visit, failed, own_case, store_failed, unexpected};
use crate::{attachments::sealed, purge::proven_now, topic::Topic};

/// Takes the reply with the files attached so far: all of it or nothing.
///
/// # Errors
/// When the letter takes no (further) reply, or an answer does not fit its question.
pub(super) async fn answer(
    visit: &Visit,
    citizen: CitizenId,
    case: CaseId,
    answers: Answers,
) -> Result<Receipt, MailboxFailure> {
    let mut writer = visit.opened.store.begin().await.map_err(store_failed)?;
    let case = own_case(&mut writer, citizen, case, visit.now).await?;
    let form = case.message.form.as_deref();
    let state = case.state.answered(form.is_some(), case.closure, visit.now).map_err(unanswerable)?;
    let files: Vec<_> = writer
        .attachments_of(case.id)
        .await
        .map_err(store_failed)?
        .into_iter()
        .filter(|file| file.purged.is_none())
        .collect();
    let mut counts = BTreeMap::new();
    for file in &files {
        *counts.entry(file.item).or_insert(0) += 1;
    }
    let answers = check(form.unwrap_or_default(), &answers, &counts, visit.now.date())
        .map_err(|problems| MailboxFailure::AnswersRefused { problems })?;

    // The vault first: if the power fails in between, a file that belongs to a confirmed reply must not have the short life
    // of one that was never sent in. The other way round, the next start sets the deadline right.
    let start = proven_now(&visit.app, &visit.opened).await.map_err(failed)?;
    let expires = deadline(start, visit.unit.retention.attachment_hours);
    let vault = Arc::clone(&visit.opened.vault);
    // A file that was attached to a question which the answers then took away is not sent in: it goes as one that never was.
    let shown = shown(form.unwrap_or_default(), &answers);
    let sent: Vec<_> = files.iter().filter(|file| shown.contains(file.item)).map(|file| file.id).collect();
    let ids: Vec<_> = sent.iter().map(|id| sealed(*id)).collect();
    tokio::task::spawn_blocking(move || {
        ids.into_iter().try_for_each(|id| vault.set_deadline(id, UnixMillis(expires.as_millis())))
    })
    .await
    .map_err(|error| unexpected(&error))?
    .map_err(|error| unexpected(&error))?;

    let reply = ReplyRecord { id: visit.app.new_id(ReplyId::from_uuid), case: case.id, answers, answered: visit.now };
    writer.insert_reply(&reply).await.map_err(store_failed)?;
    writer.submit_attachments(&sent, expires).await.map_err(store_failed)?;
    writer.set_case_state(case.id, state).await.map_err(store_failed)?;
    writer.commit(&visit.event(citizen, Action::CaseAnswered, case.id)).await.map_err(store_failed)?;
    visit.app.announce(&[Topic::Cases, Topic::Attachments, Topic::Purge]);
    Ok(Receipt { answered: visit.now })
}

/// Why a letter takes no reply, as the page may know it.
pub(super) const fn unanswerable(refusal: CaseRefusal) -> MailboxFailure {
    match refusal {
        CaseRefusal::AlreadyAnswered => MailboxFailure::AlreadyAnswered,
        CaseRefusal::NotAnswerable => MailboxFailure::NotAnswerable,
        CaseRefusal::Closed => MailboxFailure::LetterClosed,
        // Neither is asked for here; both would mean that the letter is none.
        CaseRefusal::Open | CaseRefusal::NotSent | CaseRefusal::Revoked | CaseRefusal::AlreadyRead => {
            MailboxFailure::LetterNotFound
        }
    }
}
