//! The port to what the citizen may read and do. The application implements it; this crate only calls it.

use async_trait::async_trait;
use bytes::Bytes;
use domain::{
    AttachmentId, CaseId, CitizenId, ItemId, PersonNumber, Timestamp,
    attachment::{Attachment, AttachmentLimits},
    case::CaseState,
    message::Message,
    reply::Answers,
};
use serde::{Deserialize, Serialize};

use crate::MailboxFailure;

/// A citizen's letters and what can be done with them.
///
/// `citizen` always comes from the session. A case that is not that citizen's is answered with
/// [`MailboxFailure::LetterNotFound`], exactly like one that does not exist, so that nothing can be found out by asking.
#[async_trait]
pub trait Mailbox: Send + Sync + 'static {
    /// Whose inbox it is and what may be attached.
    async fn brand(&self) -> Result<Brand, MailboxFailure>;

    /// The citizens of an example unit, for the test sign-in; empty for a real unit.
    async fn test_sign_ins(&self) -> Result<Vec<TestSignIn>, MailboxFailure>;

    /// Finds the citizen with this number, as it was typed.
    async fn sign_in(&self, number: &str) -> Result<SignedInCitizen, MailboxFailure>;

    /// The citizen's letters, newest first.
    async fn letters(&self, citizen: CitizenId) -> Result<Vec<LetterRow>, MailboxFailure>;

    /// Opens a letter. The first time sets **L**.
    async fn open(&self, citizen: CitizenId, case: CaseId) -> Result<Letter, MailboxFailure>;

    /// Takes a file for a question of the letter's form. It belongs to the reply once that is sent.
    ///
    /// Nothing may be kept of a file that is refused or whose source is interrupted. The call is never dropped half-way: if
    /// the citizen's browser goes away the source says so.
    async fn attach(
        &self,
        citizen: CitizenId,
        case: CaseId,
        item: ItemId,
        name: &str,
        body: &mut (dyn ByteSource + Send),
    ) -> Result<Attachment, MailboxFailure>;

    /// Takes back a file that has not been sent with a reply.
    async fn withdraw(&self, citizen: CitizenId, case: CaseId, attachment: AttachmentId) -> Result<(), MailboxFailure>;

    /// Sends the reply with the files attached so far. Sets **S**.
    async fn answer(&self, citizen: CitizenId, case: CaseId, answers: Answers) -> Result<Receipt, MailboxFailure>;
}

/// The bytes of an upload as they arrive.
#[async_trait]
pub trait ByteSource {
    /// The next piece; `None` at the end of a whole file.
    async fn next(&mut self) -> Option<Result<Bytes, Interrupted>>;
}

/// The upload stopped before its end: the citizen cancelled, the connection broke, or the inbox is closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the upload stopped before its end")]
pub struct Interrupted;

/// Whose inbox it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Brand {
    /// The unit.
    pub unit_name: String,
    /// Made-up data: the page says so, and offers [`TestSignIn`]s.
    pub example: bool,
    /// What may be attached to one reply.
    pub limits: AttachmentLimits,
}

/// An example citizen that anyone at the machine may sign in as. Has no `Debug`, since it names somebody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TestSignIn {
    /// Personal number.
    pub number: PersonNumber,
    /// Given name and surname.
    pub name: String,
}

/// Who signed in. Has no `Debug`, since it names somebody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedInCitizen {
    /// Identity in the unit's register.
    pub citizen: CitizenId,
    /// Given name and surname, shown to the citizen.
    pub name: String,
}

/// A line of the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct LetterRow {
    /// Which case; what [`Mailbox::open`] takes.
    pub case: CaseId,
    /// The message's heading.
    pub heading: String,
    /// The unit that sent it.
    pub unit_name: String,
    /// When it was sent.
    pub sent: Timestamp,
    /// Never opened.
    pub unread: bool,
    /// When it was answered, if it was.
    pub answered: Option<Timestamp>,
    /// Whether it asks for an answer at all.
    pub answerable: bool,
    /// When the unit closed the case, if it did: then it takes no answer any more.
    pub closed: Option<Timestamp>,
}

/// An opened letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// Which case.
    pub case: CaseId,
    /// When it was sent.
    pub sent: Timestamp,
    /// How far it has come, this opening included.
    pub state: CaseState,
    /// When the unit closed the case, if it did: then it takes no answer any more.
    pub closed: Option<Timestamp>,
    /// What was sent.
    pub message: Message,
    /// The citizen's own answers, once sent.
    pub answers: Option<Answers>,
    /// The citizen's files: attached so far, or sent with the reply.
    pub attachments: Vec<Attachment>,
}

/// The reply has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// When.
    pub answered: Timestamp,
}
