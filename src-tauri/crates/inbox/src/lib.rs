//! The citizen's inbox: a real web page on the loopback interface of the machine that runs it.
//!
//! A citizen signs in, reads letters, answers the form and attaches files. What the letters are and where the answers go is
//! the [`Mailbox`]'s matter; this crate is the door to it and guards that door.
//!
//! Invariants
//! - It listens on 127.0.0.1 and nowhere else, and answers only requests that name that address as their host.
//! - Whose letters are shown is decided by the session alone. No request carries a citizen's identity.
//! - Nothing changes without the session's own token in a header that no other page can set.
//! - It stores nothing, writes no file, and logs no number, name, answer or file name.
//! - It serves the citizen's page and what that page loads; never the staff's.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # use budkavle_inbox::{Assets, Clock, Inbox, Mailbox};
//! # async fn run(mailbox: Arc<dyn Mailbox>, clock: Clock) -> Result<(), budkavle_inbox::StartProblem> {
//! let running = Inbox::start(mailbox, Assets::built(), clock).await?;
//! println!("{}", running.url()); // http://127.0.0.1:49152/
//! running.stop().await;
//! # Ok(())
//! # }
//! ```

mod assets;
mod attempts;
mod failure;
mod guard;
mod headers;
mod letters;
mod mailbox;
mod respond;
mod server;
mod session;
mod sign_in;
mod token;
mod upload;
mod wire;

pub use assets::Assets;
pub use failure::{FileRefusal, InboxFailure, MailboxFailure, PageFailure};
pub use mailbox::{Brand, ByteSource, Interrupted, Letter, LetterRow, Mailbox, Receipt, SignedInCitizen, TestSignIn};
pub use server::{Clock, Inbox, RunningInbox, StartProblem};
pub use upload::HARD_CAP;
pub use wire::{AnswerRequest, InboxSession, SignInRequest};
