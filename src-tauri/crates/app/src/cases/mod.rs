//! *Mina ärenden* and *Fördelade ärenden*: lists, one case, what the unit makes of it, the journal note.

mod filters;
mod list;
mod note;
mod open;
mod overview;
mod work;

use domain::CaseId;
use store::{CaseRecord, Rows};

use crate::{failure::Failure, state::Desk};

pub use filters::{ForgetFilter, KeptFilter, forget_filter, keep_filter, list_filters};
pub use list::{CaseCounts, CaseCursor, CasePage, CaseRow, CaseScope, CountCases, ListCases, count, list};
pub use note::draft_note;
pub(crate) use open::attachment;
pub use open::{CaseHappening, CaseView, ExtensionView, OpenCase, ReadAnswer, ReplyView, open};
pub use overview::{Overview, overview};
pub use work::{
    AssignCases, CaseLeft, Cases, CasesDone, Colleague, NoteCase, assign, close, colleagues, note, reopen, revoke,
};

/// The unit's case. Another unit's is not told from none at all.
async fn of_unit(rows: &mut Rows, desk: &Desk, case: CaseId) -> Result<CaseRecord, Failure> {
    rows.case(case).await?.filter(|case| case.unit == desk.unit.id).ok_or(Failure::CaseNotFound)
}
