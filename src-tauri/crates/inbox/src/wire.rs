//! What crosses between the page and the inbox, beside the mailbox's own types.

use domain::reply::Answers;
use serde::{Deserialize, Serialize};

use crate::{Brand, TestSignIn};

/// What the page needs to know before anything else: `GET /api/session`, and the answer to signing in and out.
#[derive(Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxSession {
    /// Whose inbox it is.
    pub brand: Brand,
    /// The citizen's name; `None` when nobody is signed in.
    pub signed_in: Option<String>,
    /// Goes into the header `X-CSRF-Token` of everything that changes something.
    pub csrf: String,
    /// Example citizens to sign in as; empty for a real unit and when somebody is signed in.
    pub test_sign_ins: Vec<TestSignIn>,
}

/// `POST /api/sign-in`.
#[derive(Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignInRequest {
    /// The personal number as it was typed.
    pub number: String,
}

/// `POST /api/letters/{case}/answer`.
#[derive(Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerRequest {
    /// Answers by question.
    pub answers: Answers,
}
