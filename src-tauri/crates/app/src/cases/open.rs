//! One case: the message, and the reply with question and answer side by side.

use domain::{
    AttachmentId, CaseId, ItemId, Permission, PersonNumber, StaffId, Timestamp,
    attachment::{Attachment, AttachmentState},
    audit::Action,
    case::{CaseEvent, CaseState, Closure},
    citizen::Unreachable,
    message::Message,
    note::{Read, points, read, row_name, words},
    retention::{RetainedKind, deadline},
    template::ItemKind,
};
use serde::{Deserialize, Serialize};
use store::{AttachmentRecord, CaseEventRecord, Rows};

use super::{list::due, of_unit};
use crate::{App, attachments::CopyView, failure::Failure, retention::most_hours};

/// Which case.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenCase {
    pub(super) case: CaseId,
}

/// A case as the handler sees it.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// Identity.
    pub case: CaseId,
    /// To whom.
    pub citizen_name: String,
    /// Their personal number.
    pub number: PersonNumber,
    /// When it was sent; when it is to be, while it is held.
    pub sent: Timestamp,
    /// Whether it has not left yet.
    pub held: bool,
    /// Why it did not leave when its time came.
    pub stopped: Option<Unreachable>,
    /// By whom.
    pub sender_name: String,
    /// How far the citizen has come.
    pub state: CaseState,
    /// Who has it now.
    pub handler: StaffId,
    /// Their name.
    pub handler_name: String,
    /// What the unit has made of it.
    pub closure: Closure,
    /// When the answer should have been gone through at the latest; `None` when there is none, or nothing more is to be done.
    pub review_due: Option<Timestamp>,
    /// What happened to it at the unit, the oldest first.
    pub happenings: Vec<CaseHappening>,
    /// Exactly what was sent.
    pub message: Message,
    /// What the citizen answered.
    pub reply: Option<ReplyView>,
}

/// Something that happened to a case at the unit.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseHappening {
    /// When.
    pub at: Timestamp,
    /// The name of who did it.
    pub by: String,
    /// What.
    pub what: CaseEvent,
    /// The name of whom it was given to; `None` for everything else.
    pub to_name: Option<String>,
}

/// A reply.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplyView {
    /// When it arrived.
    pub answered: Timestamp,
    /// Every question with its answer under its headings, in the form's order.
    pub answers: Vec<ReadAnswer>,
    /// What the answers count for, in words; nothing when nothing counts.
    pub score: Option<String>,
    /// What was attached.
    pub attachments: Vec<Attachment>,
    /// Temporary copies that are kept or were.
    pub copies: Vec<CopyView>,
    /// The latest moment that the deadline of an attachment may be moved to, by product and policy.
    pub longest: Timestamp,
    /// Why attachments are kept longer than decided, oldest first.
    pub extensions: Vec<ExtensionView>,
}

/// That somebody moved an attachment's deadline, and why.
#[derive(Serialize, ts_rs::TS)]
pub struct ExtensionView {
    /// Whose deadline.
    pub attachment: AttachmentId,
    /// The name of who did it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why, in the person's own words.
    pub reason: String,
    /// Until when it was moved.
    pub until: Timestamp,
}

/// What there is to read of a reply.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "read")]
pub enum ReadAnswer {
    /// A section begins, or a row of a repeated one.
    Heading {
        /// What it is called.
        text: String,
    },
    /// A question and its answer in words.
    Question {
        /// The question.
        item: ItemId,
        /// What was asked.
        text: String,
        /// Whether files were asked for.
        files: bool,
        /// The answer; *Ej besvarad* when there is none.
        words: String,
        /// Whether it was answered.
        answered: bool,
        /// Whether it was shown: other answers may have taken it away.
        asked: bool,
    },
}

impl ReadAnswer {
    fn of(read: Read<'_>, attachments: &[Attachment]) -> Self {
        match read {
            Read::Heading { item, row: None } => Self::Heading { text: item.text.trim().to_owned() },
            Read::Heading { item, row: Some(number) } => Self::Heading { text: row_name(item, number) },
            Read::Question { item, answer, asked, .. } => {
                let files = attachments.iter().filter(|file| file.item == item.id).count();
                Self::Question {
                    item: item.id,
                    text: item.text.clone(),
                    files: matches!(item.kind, ItemKind::Attachment { .. }),
                    words: words(item, answer, files),
                    answered: answer.is_some() || files > 0,
                    asked,
                }
            }
        }
    }
}

/// Opens a case.
///
/// # Errors
/// When not permitted, or the unit has no such case.
pub async fn open(app: &App, request: OpenCase) -> Result<CaseView, Failure> {
    let desk = app.desk(Permission::ReadCases).await?;
    let mut writer = desk.opened.store.begin().await?;
    let case = of_unit(&mut writer, &desk, request.case).await?;
    let citizen = writer.citizen(case.citizen).await?.ok_or(Failure::CaseNotFound)?;
    let sender_name = name_of(&mut writer, case.sender).await?;
    let handler_name = name_of(&mut writer, case.handler).await?;
    let happenings = happenings(&mut writer, case.id).await?;
    let reply = match writer.reply(case.id).await? {
        None => None,
        Some(reply) => {
            let attachments: Vec<Attachment> =
                writer.attachments_of(case.id).await?.into_iter().filter(|a| a.submitted).map(attachment).collect();
            let form = case.message.form.as_deref().unwrap_or_default();
            let answers =
                read(form, &reply.answers).into_iter().map(|read| ReadAnswer::of(read, &attachments)).collect();
            let copies = writer.copies_of_case(case.id).await?.into_iter().map(CopyView::from).collect();
            let extensions = extensions(&mut writer, &attachments).await?;
            let longest = deadline(reply.answered, most_hours(app.policy()?, RetainedKind::Submitted));
            let score = points(&case.message, &reply.answers);
            Some(ReplyView { answered: reply.answered, answers, score, attachments, copies, longest, extensions })
        }
    };
    writer.commit(&desk.event_about(citizen.id, Action::CaseOpened, case.id)).await?;
    Ok(CaseView {
        case: case.id,
        citizen_name: citizen.name,
        number: citizen.number,
        sent: case.sent,
        held: case.held,
        stopped: case.stopped,
        sender_name,
        state: case.state,
        handler: case.handler,
        handler_name,
        closure: case.closure,
        review_due: due(case.state, case.closure, app.policy()?.cases.review_hours),
        happenings,
        message: case.message,
        reply,
    })
}

async fn name_of(rows: &mut Rows, staff: StaffId) -> Result<String, Failure> {
    Ok(rows.staff(staff).await?.map(|member| member.name).unwrap_or_default())
}

async fn happenings(rows: &mut Rows, case: CaseId) -> Result<Vec<CaseHappening>, Failure> {
    let mut told = Vec::new();
    for CaseEventRecord { at, by, what } in rows.case_events(case).await? {
        let to_name = match what {
            CaseEvent::Assigned { to } => Some(name_of(rows, to).await?),
            CaseEvent::Closed | CaseEvent::Reopened | CaseEvent::Revoked | CaseEvent::Noted { .. } => None,
        };
        told.push(CaseHappening { at, by, what, to_name });
    }
    Ok(told)
}

async fn extensions(rows: &mut Rows, attachments: &[Attachment]) -> Result<Vec<ExtensionView>, Failure> {
    let mut views = Vec::new();
    for attachment in attachments {
        for record in rows.extensions_of(attachment.id).await? {
            let by = name_of(rows, record.staff).await?;
            let (attachment, at, reason, until) = (record.attachment, record.at, record.reason, record.until);
            views.push(ExtensionView { attachment, by, at, reason, until });
        }
    }
    Ok(views)
}

/// An attachment as it is shown.
pub(crate) fn attachment(record: AttachmentRecord) -> Attachment {
    Attachment {
        id: record.id,
        item: record.item,
        name: record.name,
        kind: record.kind,
        size: record.size,
        state: match record.purged {
            Some(at) => AttachmentState::Purged { at },
            None => AttachmentState::Kept { expires: record.expires },
        },
    }
}
