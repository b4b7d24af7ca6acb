//! *Spara original*: the file as it came, for those cases in which the picture of it is not enough. Only where the
//! organisation allows it, only of a file that was looked at, and only with a reason.

use domain::{Permission, audit::Action, copy::CopyKind};
use pipeline::{
    kind::{FileKind, is_only, sniff},
    preview::Flags,
};
use serde::Deserialize;

use super::{
    CopyView, kept,
    place::{self, Wish, chosen, fault, put},
    preview::unsealed,
};
use crate::{
    App,
    failure::{CopyFault, Failure},
};

/// Which original, why, and for how long.
#[derive(Deserialize, ts_rs::TS)]
pub struct SaveOriginal {
    /// The open preview of it: nobody keeps what nobody has looked at.
    ticket: String,
    reason: OriginalReason,
    /// Whole hours, at most what the unit allows.
    hours: u32,
}

/// Why the safe copy is not enough. A closed list and no free text: what is written here stands in the audit log for as
/// long as that is kept, and a patient's circumstances must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum OriginalReason {
    /// Details that drawing may lose, such as in a photo of a skin change.
    Detail,
    /// Another program must read the file.
    OtherProgram,
    /// The safe copy lacks something or cannot be made.
    CopyIncomplete,
}

impl OriginalReason {
    const fn action(self) -> Action {
        match self {
            Self::Detail => Action::OriginalKeptForDetail,
            Self::OtherProgram => Action::OriginalKeptForProgram,
            Self::CopyIncomplete => Action::OriginalKeptAsCopyIncomplete,
        }
    }
}

/// Asks for a folder and puts the file there as it came. `None` when the person changes their mind in the dialog.
///
/// # Errors
/// When not permitted by the role or the organisation, the preview was closed, the time is too long, the folder is not
/// below a secure folder, or the file could be taken for something else than it is.
pub async fn save_original(app: &App, request: SaveOriginal) -> Result<Option<CopyView>, Failure> {
    let desk = app.desk(Permission::KeepCopies).await?;
    if !place::rules(app, &desk)?.originals {
        return Err(fault(CopyFault::OriginalsNotAllowed));
    }
    let open = app.previews().get(&request.ticket).ok_or(Failure::PreviewClosed)?;
    let mut reader = desk.opened.store.read().await?;
    let (attachment, case) = kept(app, &desk, &mut reader, open.of.attachment).await?;
    drop(reader);
    let bytes = unsealed(app, &desk, attachment.id).await?;
    let kind = only_what_it_says(&bytes)?;
    let Some(folder) = chosen(app, &desk, request.hours, "Välj mapp för originalet").await? else {
        return Ok(None);
    };
    let wish = Wish {
        attachment: &attachment,
        case: &case,
        folder,
        // What it may do when it is opened travels with it.
        stem: if is_active(open.viewing.flags()) { "original-med-aktivt-innehall" } else { "original" },
        extension: kind.extension(),
        bytes,
        hours: request.hours,
        kind: CopyKind::Original,
        made: request.reason.action(),
    };
    put(app, &desk, wish).await.map(Some)
}

/// Scripts, actions, embedded files, or a form that runs in the program that opens it.
fn is_active(flags: Flags) -> bool {
    flags.contains(Flags::ACTIVE_CONTENT) || flags.contains(Flags::XFA)
}

fn only_what_it_says(bytes: &[u8]) -> Result<FileKind, Failure> {
    let unsure = || fault(CopyFault::NotOnlyWhatItSays);
    let kind = sniff(bytes).map_err(|_| unsure())?;
    is_only(kind, bytes).map_err(|_| unsure())?;
    Ok(kind)
}
