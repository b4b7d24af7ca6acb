//! *Skicka nytt ärende*.

mod draft;
mod look_up;
mod release;
mod send;
mod template;

pub use draft::{
    DraftCitizen, MessageDraft, SaveMessageDraft, SavedMessageDraft, discard_message_draft, open_message_draft,
    save_message_draft,
};
pub use look_up::{LastWritten, LookUpCitizen, LookedUp, RecentContact, look_up_citizen};
pub(crate) use release::release_due;
pub use send::{SendCase, SendTime, SendTimeProblem, SenderChoice, SentCase, send_case, sender_choice};
pub use template::{
    MessagePreview, OpenSendable, PreviewMessage, Sendable, SendableContent, list_sendable, open_sendable,
    preview_message,
};
