//! Everything that can go wrong, as the page learns it: closed, without free text.

use axum::http::StatusCode;
use domain::{PersonNumberProblem, reply::AnswerProblem};
use serde::{Deserialize, Serialize};

/// What a [`Mailbox`](crate::Mailbox) refuses, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "code")]
pub enum MailboxFailure {
    /// No session, or it has ended.
    #[error("not signed in")]
    NotSignedIn,
    /// The number is well formed, but nobody in the unit's register has it.
    #[error("no such citizen")]
    UnknownCitizen,
    /// What was typed is not a personal number.
    #[error("not a personal number: {problem}")]
    InvalidNumber {
        /// What is wrong with it.
        problem: PersonNumberProblem,
    },
    /// The citizen has no such letter; it may be somebody else's.
    #[error("no such letter")]
    LetterNotFound,
    /// A letter takes one reply.
    #[error("already answered")]
    AlreadyAnswered,
    /// The letter only tells.
    #[error("the letter takes no answer")]
    NotAnswerable,
    /// The unit has closed the case: it takes no answer any more.
    #[error("the case is closed")]
    LetterClosed,
    /// The answers do not fit the form.
    #[error("{} answers do not fit the form", problems.len())]
    AnswersRefused {
        /// Each question whose answer does not fit.
        problems: Vec<AnswerProblem>,
    },
    /// The file was not accepted; nothing of it is kept.
    #[error("file refused: {reason}")]
    FileRefused {
        /// Why.
        reason: FileRefusal,
    },
    /// The file did not arrive whole; nothing of it is kept.
    #[error("the upload stopped before its end")]
    Interrupted,
    /// The staff's side is locked or closed: nothing can be read or received now.
    #[error("the staff's side is not open")]
    Unavailable,
    /// Something that the citizen can do nothing about. The cause is in the log under the reference.
    #[error("unexpected: {reference}")]
    Unexpected {
        /// Finds the cause in the log.
        reference: String,
    },
}

/// Why a file was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum FileRefusal {
    /// No bytes.
    #[error("empty")]
    Empty,
    /// Larger than the unit's limit.
    #[error("too large")]
    TooLarge,
    /// By its content neither PDF nor a picture of a kind that is accepted.
    #[error("unknown kind")]
    UnknownKind,
    /// A picture as telephones take them (HEIC), which is not drawn here.
    #[error("a picture in HEIC")]
    Heic,
    /// A word processor's document or an archive.
    #[error("an office document or an archive")]
    OfficeOrArchive,
    /// The question asks for pictures.
    #[error("not a picture, which is asked for")]
    OnlyImages,
    /// The question asks for PDF.
    #[error("not PDF, which is asked for")]
    OnlyPdf,
    /// As many as may be have been attached already.
    #[error("too many")]
    TooMany,
    /// The question does not ask for a file.
    #[error("not asked for")]
    NotAsked,
    /// The unit keeps as many files as it may. Some of them are destroyed every day.
    #[error("no room left")]
    NoRoom,
    /// The disk that the unit keeps files on is full.
    #[error("the disk is full")]
    DiskFull,
}

/// What the inbox itself refuses, before any mailbox is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "code")]
pub enum PageFailure {
    /// The request did not come from the inbox's own page, or its token is out of date.
    #[error("not from the inbox's own page")]
    Forged,
    /// The request cannot be read.
    #[error("malformed request")]
    Malformed,
    /// There is nothing at this address.
    #[error("no such address")]
    NoSuchAddress,
    /// Too many failed sign-ins.
    #[error("too many attempts")]
    TooManyAttempts {
        /// Seconds to wait.
        retry_after: u32,
    },
}

/// A failure as it crosses to the page: told apart by `code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
pub enum InboxFailure {
    /// The mailbox's.
    Mailbox(MailboxFailure),
    /// The inbox's own.
    Page(PageFailure),
}

impl From<MailboxFailure> for InboxFailure {
    fn from(failure: MailboxFailure) -> Self {
        Self::Mailbox(failure)
    }
}

impl From<PageFailure> for InboxFailure {
    fn from(failure: PageFailure) -> Self {
        Self::Page(failure)
    }
}

impl InboxFailure {
    /// The HTTP status that says the same to a program that does not read the code.
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::Mailbox(failure) => match failure {
                MailboxFailure::NotSignedIn => StatusCode::UNAUTHORIZED,
                MailboxFailure::UnknownCitizen => StatusCode::FORBIDDEN,
                MailboxFailure::LetterNotFound => StatusCode::NOT_FOUND,
                MailboxFailure::AlreadyAnswered | MailboxFailure::NotAnswerable | MailboxFailure::LetterClosed => {
                    StatusCode::CONFLICT
                }
                MailboxFailure::InvalidNumber { .. } | MailboxFailure::AnswersRefused { .. } => {
                    StatusCode::UNPROCESSABLE_ENTITY
                }
                MailboxFailure::FileRefused { reason } => reason.status(),
                // Not 408: browsers send such a request again by themselves.
                MailboxFailure::Interrupted => StatusCode::BAD_REQUEST,
                MailboxFailure::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
                MailboxFailure::Unexpected { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Self::Page(failure) => match failure {
                PageFailure::Forged => StatusCode::FORBIDDEN,
                PageFailure::Malformed => StatusCode::BAD_REQUEST,
                PageFailure::NoSuchAddress => StatusCode::NOT_FOUND,
                PageFailure::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
            },
        }
    }
}

impl FileRefusal {
    const fn status(self) -> StatusCode {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnknownKind | Self::Heic | Self::OfficeOrArchive | Self::OnlyImages | Self::OnlyPdf => {
                StatusCode::UNSUPPORTED_MEDIA_TYPE
            }
            Self::TooMany => StatusCode::CONFLICT,
            Self::Empty | Self::NotAsked => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NoRoom | Self::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
        }
    }
}
