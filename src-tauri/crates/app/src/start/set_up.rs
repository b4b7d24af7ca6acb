//! The first-run assistant's last step.

use domain::{
    HsaId, UnitId,
    audit::{Action, AuditActor, AuditEvent},
    retention::Retention,
    unit::Unit,
};
use serde::Deserialize;
use store::Writer;
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{Failure, Field},
    people::{self, AddPerson, filled},
    retention,
    state::Session,
};

/// The unit and its first administrator.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SetUpUnit {
    unit_name: String,
    hsa_id: String,
    contact: String,
    person_name: String,
    title: String,
    username: String,
    #[ts(as = "String")]
    password: Zeroizing<String>,
}

/// Creates the unit and the first administrator, and signs them in.
///
/// # Errors
/// When there is a unit already, a field is missing, the HSA-id is not one or the password is short.
pub async fn set_up_unit(app: &App, request: SetUpUnit) -> Result<(), Failure> {
    let opened = app.opened().await?;
    let hsa_id = HsaId::parse(&request.hsa_id).map_err(|problem| Failure::InvalidHsaId { problem })?;
    let unit = Unit {
        id: app.new_id(UnitId::from_uuid),
        name: filled(&request.unit_name, Field::UnitName)?,
        hsa_id,
        contact: filled(&request.contact, Field::Contact)?,
        retention: Retention::DEFAULT,
        secure_folder: default_secure_folder(app)?,
        approval: false,
        example: false,
    };
    let first = AddPerson::first(request.person_name, request.title, request.username, request.password);
    let member = people::new_member(app, unit.id, first).await?;
    let mut writer: Writer = opened.store.begin().await?;
    if writer.unit().await?.is_some() {
        return Err(Failure::AlreadySetUp);
    }
    writer.insert_unit(&unit).await?;
    writer.insert_staff(&member).await?;
    retention::adopt_first(app, &mut writer, unit.id).await?;
    let event = |action, subject: String| AuditEvent {
        at: app.now(),
        unit: unit.id,
        actor: AuditActor::Staff(member.id),
        action,
        subject,
        citizen: None,
    };
    writer
        .commit_all(&[
            event(Action::UnitCreated, unit.id.to_string()),
            event(Action::PersonAdded, member.id.to_string()),
            event(Action::SignedIn, member.id.to_string()),
        ])
        .await?;
    app.set_session(Some(Session { staff: member.id, last_activity: app.now(), locked: false }));
    Ok(())
}

/// A folder of the profile's own, until the administrator chooses another.
pub(crate) fn default_secure_folder(app: &App) -> Result<String, Failure> {
    let folder = app.outside().profile.join("tillfälliga-kopior");
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder).map_err(|_| Failure::SecureFolderUnusable)?;
    let folder = folder.canonicalize().map_err(|_| Failure::SecureFolderUnusable)?;
    folder.to_str().map(str::to_owned).ok_or(Failure::SecureFolderUnusable)
}
