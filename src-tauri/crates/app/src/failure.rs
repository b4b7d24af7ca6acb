//! Failures as the screen can act on them. Closed and without free text: the Swedish words live in the user interface,
//! and nothing personal can slip through. The cause of [`Failure::Unexpected`] is in the log under its reference.

use channel::translations::NotTranslations;
use domain::{
    HsaIdProblem, PersonNumberProblem,
    case::CaseRefusal,
    citizen::Unreachable,
    message::SlotProblem,
    retention::RetentionProblem,
    template::{PublishProblem, advice::Finding, edit::CopiedFault},
};
use serde::Serialize;

use crate::sending::SendTimeProblem;

/// A field of a form on the staff's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The unit's name.
    UnitName,
    /// Where citizens turn with questions.
    Contact,
    /// A person's name.
    PersonName,
    /// A user name.
    Username,
    /// A template's name.
    TemplateName,
    /// What questions are kept under in *avsnittsbanken*.
    BankName,
    /// What is to be mended in a draft that is given back.
    Comment,
    /// A gallringsbeslut's name.
    DecisionName,
    /// Why a deadline is moved.
    Reason,
    /// Roles.
    Roles,
    /// An internal note.
    CaseNote,
    /// What a filter is kept under.
    FilterName,
}

/// Why a preview could not be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PreviewFault {
    /// The file took too long to draw.
    TimedOut,
    /// The file wanted more memory than it may have.
    OutOfMemory,
    /// The file is damaged or not what it says.
    BadFile,
    /// A picture of a sort that is not drawn here.
    UnknownVariety,
    /// The file is locked with a password.
    PasswordNeeded,
    /// The password that was given does not open the file.
    WrongPassword,
    /// The renderer broke the rules of its protocol and was stopped.
    Breach,
    /// The renderer tried something that its jail forbids and was stopped.
    Violation,
    /// The renderer cannot be locked in on this computer; no file is drawn then.
    NotConfined,
    /// The renderer is not where it should be, or stopped.
    Renderer,
}

/// Why a file is not taken as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PictureFault {
    /// It is none, or of a kind that is not taken.
    NoPicture,
    /// A picture of a sort that is not drawn here.
    UnknownVariety,
    /// It is damaged, or not whole.
    Damaged,
    /// It has more pixels or bytes than can be drawn, or more detail than can be made small.
    TooLarge,
    /// It broke the rules of the renderer's protocol or tried something that its jail forbids, and was stopped.
    Stopped,
    /// There is no renderer on this computer that can be locked in; no file is drawn then.
    NotConfined,
}

/// Why a temporary copy could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum CopyFault {
    /// The chosen folder is not below a secure folder.
    OutsideSecureFolder,
    /// The folder is not there: it has been removed, or its disk is not connected.
    FolderMissing,
    /// The folder is elsewhere on the network, which does not answer.
    FolderUnreachable,
    /// The person may not write in the folder.
    FolderReadOnly,
    /// There is no room for the copy.
    NoRoom,
    /// The copy cannot be written for another reason.
    Unwritable,
    /// The document has more pages than a copy may have.
    TooManyPages,
    /// The time asked for is longer than the unit allows.
    TooLong,
    /// The organisation does not allow copies of files as they came.
    OriginalsNotAllowed,
    /// The file could be taken for something else than it is, so that only a safe copy may leave.
    NotOnlyWhatItSays,
}

/// Everything a command can answer but success.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "code")]
pub enum Failure {
    /// Nobody is signed in.
    NotSignedIn,
    /// The session is locked; the person must give the password again.
    SessionLocked,
    /// The signed-in person's roles do not allow it.
    NotAllowed,
    /// The store is not open: there is a start screen to deal with first.
    StoreClosed,
    /// User name or password is wrong (which is not said).
    WrongCredentials,
    /// Too many wrong passwords; try again later.
    TooManyAttempts {
        /// Whole seconds to wait.
        seconds: u32,
    },
    /// The passphrase does not open the store.
    WrongPassphrase,
    /// Passwords have at least this many characters.
    PasswordTooShort {
        /// Characters.
        min: u32,
    },
    /// Somebody has the user name already.
    UsernameTaken,
    /// The unit would be left without an active administrator.
    LastAdministrator,
    /// The unit is set up already.
    AlreadySetUp,
    /// A field was left empty.
    FieldMissing {
        /// Which.
        field: Field,
    },
    /// Not an HSA-id.
    InvalidHsaId {
        /// Why.
        problem: HsaIdProblem,
    },
    /// Not a personal number.
    InvalidPersonNumber {
        /// Why.
        problem: PersonNumberProblem,
    },
    /// Retention outside what is allowed.
    InvalidRetention {
        /// Why.
        problem: RetentionProblem,
    },
    /// The secure folder does not exist or cannot be written to.
    SecureFolderUnusable,
    /// No such template.
    TemplateNotFound,
    /// Somebody saved the draft in the meantime.
    TemplateChangedElsewhere,
    /// The template would be larger than anybody could fill in.
    TemplateTooLarge,
    /// The template would have more pictures, or larger ones together, than it may have.
    TooManyPictures,
    /// A file is not taken as a picture.
    PictureRefused {
        /// Why.
        fault: PictureFault,
    },
    /// Copied questions are not taken in.
    CopiedItemsRefused {
        /// Why.
        fault: CopiedFault,
    },
    /// A colleague changed the same thing since, so that the step back would take theirs along.
    StepOverwritten,
    /// There is no draft to work on.
    TemplateHasNoDraft,
    /// The template is archived.
    TemplateIsArchived,
    /// The draft lacks what the guideline or the form demands.
    TemplateNotPublishable {
        /// What makes it unworkable.
        problems: Vec<PublishProblem>,
        /// The guideline's errors.
        findings: Vec<Finding>,
    },
    /// The unit has decided that somebody approves templates before they can be sent.
    TemplateNeedsApproval,
    /// The draft waits for approval and stands still meanwhile.
    TemplateAwaitsApproval,
    /// The draft does not wait for approval, or no longer.
    TemplateNotSubmitted,
    /// No such version of the template.
    TemplateVersionNotFound,
    /// *Avsnittsbanken* has no such section, or no longer.
    BankSectionNotFound,
    /// *Avsnittsbanken* has another content than the section that is to replace it knows of.
    BankSectionChanged,
    /// *Avsnittsbanken* has something else under the name.
    BankNameTaken,
    /// More than 20 tags, or one or the category longer than 60 characters.
    TemplateLabelsTooMany,
    /// Templates are to be approved, and nobody could.
    NobodyApproves,
    /// The version is not the one that may be sent now.
    TemplateNotSendable,
    /// No such citizen in the unit's register.
    CitizenNotFound,
    /// Where citizens are looked up does not answer: whether they can be written to is not known.
    DirectoryUnavailable,
    /// The citizen may not be written to.
    CitizenUnreachable {
        /// Why.
        reason: Unreachable,
    },
    /// The file is not a list of citizens: its columns are not recognised.
    ImportUnreadable,
    /// Lines of the file have errors; nothing was imported.
    ImportHasErrors,
    /// A message cannot be sent at the time that was chosen.
    SendTimeInvalid {
        /// Why.
        problem: SendTimeProblem,
    },
    /// Slots are not filled in as they must be.
    MessageIncomplete {
        /// Which.
        problems: Vec<SlotProblem>,
    },
    /// No such case.
    CaseNotFound,
    /// The case has no reply.
    CaseNotAnswered,
    /// The case does not allow it as it is, perhaps because of what a colleague or the citizen has just done.
    CaseRefuses {
        /// Why.
        refusal: CaseRefusal,
    },
    /// Cases are given to people who handle cases in the unit and have an account in use.
    NotAHandler,
    /// More cases at once than are handled in one step.
    TooManyCases {
        /// How many may be.
        most: u32,
    },
    /// A text is longer than it may be.
    TextTooLong {
        /// Characters.
        most: u32,
    },
    /// No such attachment.
    AttachmentNotFound,
    /// The attachment has been destroyed.
    AttachmentPurged,
    /// The vault cannot open the attachment.
    AttachmentUnreadable,
    /// The computer's clock has leapt ahead: what would be due by it is closed until the clock is believed.
    ClockDoubted,
    /// There is nothing to decide: the proposal changes nothing, or another decision was made in the meantime.
    DecisionStale,
    /// No such receipt.
    ReceiptNotFound,
    /// The report could not be written where it was to be saved.
    ReportUnwritable,
    /// A file with a template was not read.
    TemplateFileRefused {
        /// Why.
        refusal: fhir::Refusal,
    },
    /// A file with translations was not read.
    TranslationFileRefused {
        /// Why.
        refusal: NotTranslations,
    },
    /// A template, or its texts, could not be written where it was to be saved.
    TemplateFileUnwritable,
    /// The preview was closed, or another page of it was asked for; open it again.
    PreviewClosed,
    /// The file could not be drawn.
    PreviewFailed {
        /// Why.
        fault: PreviewFault,
    },
    /// The copy could not be made.
    CopyFailed {
        /// Why.
        fault: CopyFault,
    },
    /// No such copy.
    CopyNotFound,
    /// The citizen's inbox is not running, or no browser could be opened.
    InboxUnavailable,
    /// The disk is full: nothing of what was to be saved is saved.
    DiskFull,
    /// The disk is full, which a purge by hand met.
    DiskFullAtPurge {
        /// What was to go is gone, and has its receipt: only the lists do not say so yet.
        gone: bool,
    },
    /// The screen asked for something in a form that this version does not understand.
    RequestMalformed,
    /// The screen asked for something that this version does not have.
    UnknownCommand,
    /// Something else; the cause is in the log.
    Unexpected {
        /// What to look for in the log.
        reference: String,
    },
}

impl Failure {
    /// Logs the cause under a new reference. The cause's text must carry nothing personal: the error types of the crates
    /// below promise that.
    pub(crate) fn unexpected(cause: &(dyn std::error::Error + 'static)) -> Self {
        let mut bytes = [0u8; 4];
        let reference = match getrandom::fill(&mut bytes) {
            Ok(()) => format!("{:08X}", u32::from_be_bytes(bytes)),
            Err(_) => "00000000".to_owned(),
        };
        let mut text = cause.to_string();
        let mut source = cause.source();
        while let Some(inner) = source {
            text.push_str(": ");
            text.push_str(&inner.to_string());
            source = inner.source();
        }
        tracing::error!(reference, cause = text, "unexpected failure");
        Self::Unexpected { reference }
    }
}

impl From<vault::PurgeError> for Failure {
    fn from(error: vault::PurgeError) -> Self {
        match &error {
            vault::PurgeError::File(cause) if vault::is_full(cause.kind()) => {
                tracing::warn!("the disk of the vault is full");
                Self::DiskFull
            }
            _ => Self::unexpected(&error),
        }
    }
}

impl From<vault::VaultError> for Failure {
    fn from(error: vault::VaultError) -> Self {
        match &error {
            vault::VaultError::File(cause) if vault::is_full(cause.kind()) => Self::DiskFull,
            _ => Self::unexpected(&error),
        }
    }
}

impl From<store::StoreError> for Failure {
    fn from(error: store::StoreError) -> Self {
        use store::StoreError as E;
        match error {
            E::UsernameTaken => Self::UsernameTaken,
            E::UnitExists => Self::AlreadySetUp,
            E::Stale { .. } => Self::TemplateChangedElsewhere,
            E::DraftMissing => Self::TemplateHasNoDraft,
            E::Closed => Self::StoreClosed,
            E::Full => Self::DiskFull,
            other => Self::unexpected(&other),
        }
    }
}
