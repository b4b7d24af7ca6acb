//! *Mina ärenden* and *Fördelade ärenden*: lists, one case, the journal note.

mod list;
mod note;
mod open;

pub use list::{CaseCursor, CasePage, CaseRow, CaseScope, ListCases, list};
pub use note::draft_note;
pub(crate) use open::attachment;
pub use open::{CaseView, ExtensionView, OpenCase, ReadAnswer, ReplyView, open};
