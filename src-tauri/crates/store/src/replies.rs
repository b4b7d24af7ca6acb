//! The citizen's replies: one for each case.

use std::fmt;

use domain::{CaseId, ReplyId, Timestamp, reply::Answers};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// A reply as it is remembered. Attached files are [`crate::AttachmentRecord`]s.
#[derive(Clone, PartialEq, Eq)]
pub struct ReplyRecord {
    /// Identity.
    pub id: ReplyId,
    /// To which case.
    pub case: CaseId,
    /// The answers, by question.
    pub answers: Answers,
    /// When it arrived.
    pub answered: Timestamp,
}

impl fmt::Debug for ReplyRecord {
    /// Ids alone: answers are about a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplyRecord").field("id", &self.id).field("case", &self.case).finish_non_exhaustive()
    }
}

impl Rows {
    /// The reply to a case, if there is one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn reply(&mut self, case: CaseId) -> Result<Option<ReplyRecord>, StoreError> {
        let row = sqlx::query("SELECT id, answers, answered FROM replies WHERE case_id = $1")
            .bind(case.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| {
            Ok(ReplyRecord {
                id: row.parsed("id")?,
                case,
                answers: row.json("answers")?,
                answered: row.time("answered")?,
            })
        })
        .transpose()
    }
}

impl Writer {
    /// Remembers a reply.
    ///
    /// # Errors
    /// [`StoreError::AlreadyReplied`]: a case takes one.
    pub async fn insert_reply(&mut self, reply: &ReplyRecord) -> Result<(), StoreError> {
        let done = sqlx::query(
            "INSERT INTO replies (id, case_id, answers, answered) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (case_id) DO NOTHING",
        )
        .bind(reply.id.to_string())
        .bind(reply.case.to_string())
        .bind(to_json(&reply.answers, "answers")?)
        .bind(reply.answered.as_millis())
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::AlreadyReplied) } else { Ok(()) }
    }
}
