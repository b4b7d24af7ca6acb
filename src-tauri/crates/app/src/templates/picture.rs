//! A picture for a question: whatever file was chosen, what is kept is a JPEG made of the pixels that the jailed child drew.
//!
//! The same goes for pictures that come with a form of another system or lay on the clipboard: nobody who looks at a form decodes what
//! somebody else has written.

use domain::{
    Permission,
    audit::{Action, AuditActor, AuditEvent},
    template::{MAX_PICTURE, MAX_PICTURE_EDGE, Picture, decoded},
};
use pipeline::{
    picture::{SmallPicture, SmallPictureFailure, small_picture},
    preview::{PreviewFailure, Renderer},
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    App,
    attachments::limits,
    failure::{Failure, PictureFault},
    jail::insist_on_jail,
    state::Desk,
};

/// A file that was chosen, pasted or dropped.
#[derive(Deserialize, ts_rs::TS)]
pub struct PictureFile {
    /// All of it, in base64.
    data: String,
}

/// A picture that can be put below a question.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PreparedPicture {
    /// Not described yet.
    pub picture: Picture,
    /// The file holds several, and this is the first.
    pub is_first_only: bool,
}

/// Makes a picture of a file. Saves nothing.
///
/// # Errors
/// When not permitted; [`Failure::PictureRefused`] with why.
pub async fn prepare(app: &App, file: PictureFile) -> Result<PreparedPicture, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let bytes = decoded(&file.data).ok_or(Failure::RequestMalformed)?;
    let (picture, is_first_only) = drawn(app, &desk, bytes).await?;
    Ok(PreparedPicture { picture, is_first_only })
}

/// The picture in these bytes, drawn by a child of its own; whether there are others after it.
///
/// # Errors
/// [`Failure::PictureRefused`]; an attempt to break out stands in the audit trail first.
pub(super) async fn drawn(app: &App, desk: &Desk, bytes: Vec<u8>) -> Result<(Picture, bool), Failure> {
    match insist_on_jail(app, &desk.opened).await {
        Ok(()) => {}
        Err(Failure::PreviewFailed { .. }) => return Err(Failure::PictureRefused { fault: PictureFault::NotConfined }),
        Err(other) => return Err(other),
    }
    let renderer = Renderer::new(&app.outside().renderer).with_limits(limits(app)?);
    match small_picture(&renderer, Zeroizing::new(bytes), MAX_PICTURE_EDGE, MAX_PICTURE).await {
        Ok(SmallPicture { jpeg, width, height, is_first_only }) => {
            Ok((Picture::new(&jpeg, width, height), is_first_only))
        }
        Err(failure) => {
            if matches!(failure, SmallPictureFailure::Preview(failure) if failure.is_attack()) {
                attacked(app, desk).await?;
            }
            Err(Failure::PictureRefused { fault: fault(failure) })
        }
    }
}

async fn attacked(app: &App, desk: &Desk) -> Result<(), Failure> {
    let event = AuditEvent {
        at: app.now(),
        unit: desk.unit.id,
        // The file did it, not the person who chose it.
        actor: AuditActor::System,
        action: Action::PictureAttacked,
        subject: desk.actor.staff.to_string(),
        citizen: None,
    };
    Ok(desk.opened.store.begin().await?.commit(&event).await?)
}

const fn fault(failure: SmallPictureFailure) -> PictureFault {
    use PreviewFailure as P;
    match failure {
        SmallPictureFailure::NoPicture | SmallPictureFailure::Preview(P::Refused(_)) => PictureFault::NoPicture,
        SmallPictureFailure::Preview(P::UnknownVariety) => PictureFault::UnknownVariety,
        SmallPictureFailure::TooDetailed | SmallPictureFailure::Preview(P::TooLarge | P::OutOfMemory | P::TimedOut) => {
            PictureFault::TooLarge
        }
        SmallPictureFailure::NotWhole
        | SmallPictureFailure::Preview(P::BadFile | P::NoSuchPage | P::PasswordNeeded) => PictureFault::Damaged,
        SmallPictureFailure::Preview(P::Violation | P::Breach(_)) => PictureFault::Stopped,
        SmallPictureFailure::Preview(P::NotConfined | P::ChildMissing | P::ChildDied) => PictureFault::NotConfined,
    }
}
