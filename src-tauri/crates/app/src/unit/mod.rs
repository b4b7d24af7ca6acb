//! *Inställningar för mottagningen*.

use std::path::{Path, PathBuf};

use domain::{Permission, audit::Action, unit::Unit};
use serde::Deserialize;

use crate::{
    App,
    failure::{Failure, Field},
    people::{filled, somebody_approves},
};

/// Changed settings. The HSA-id is who the unit is and is not changed here; how long things are kept is decided in
/// [`crate::retention`].
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveUnitSettings {
    name: String,
    contact: String,
    secure_folder: String,
    approval: bool,
}

/// The unit's settings.
///
/// # Errors
/// When nobody is signed in.
pub async fn settings(app: &App, (): ()) -> Result<Unit, Failure> {
    Ok(app.any_desk().await?.unit)
}

/// Changes the unit's settings.
///
/// # Errors
/// When not permitted, a field is missing, the secure folder cannot be used, or templates are to be approved and nobody could.
pub async fn save_settings(app: &App, request: SaveUnitSettings) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageUnit).await?;
    let unit = Unit {
        name: filled(&request.name, Field::UnitName)?,
        contact: filled(&request.contact, Field::Contact)?,
        secure_folder: if app.policy()?.copies.secure_folders.is_empty() {
            usable_folder(Path::new(request.secure_folder.trim()))?
        } else {
            // The organisation decides; the unit's own choice waits for the day when it does not.
            desk.unit.secure_folder.clone()
        },
        approval: request.approval,
        ..desk.unit.clone()
    };
    let mut writer = desk.opened.store.begin().await?;
    if unit.approval {
        somebody_approves(&writer.staff_of(unit.id).await?)?;
    }
    writer.update_unit(&unit).await?;
    writer.commit(&desk.event(Action::UnitChanged, unit.id)).await?;
    Ok(())
}

/// Lets the administrator choose the secure folder in the system's own dialog.
///
/// # Errors
/// When not permitted.
pub async fn choose_secure_folder(app: &App, (): ()) -> Result<Option<String>, Failure> {
    let desk = app.desk(Permission::ManageUnit).await?;
    let start = PathBuf::from(&desk.unit.secure_folder);
    let chosen = app.outside().dialogs.choose_folder("Välj säker lagringsplats", start).await;
    Ok(chosen.map(|folder| folder.to_string_lossy().into_owned()))
}

/// The secure folder in its true form: absolute, existing, no links left in it.
fn usable_folder(folder: &Path) -> Result<String, Failure> {
    let folder = folder.canonicalize().map_err(|_| Failure::SecureFolderUnusable)?;
    let usable = folder.is_dir() && folder.metadata().is_ok_and(|meta| !meta.permissions().readonly());
    let text = folder.to_str().filter(|_| usable).ok_or(Failure::SecureFolderUnusable)?;
    Ok(text.to_owned())
}
