//! *Skicka nytt ärende*.

mod draft;
mod look_up;
mod send;
mod template;

pub use draft::{
    DraftCitizen, MessageDraft, SaveMessageDraft, SavedMessageDraft, discard_message_draft, open_message_draft,
    save_message_draft,
};
pub use look_up::{LastWritten, LookUpCitizen, LookedUp, RecentContact, look_up_citizen};
pub use send::{SendCase, SentCase, send_case};
pub use template::{
    MessagePreview, OpenSendable, PreviewMessage, Sendable, SendableContent, list_sendable, open_sendable,
    preview_message,
};
