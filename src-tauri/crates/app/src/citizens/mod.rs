//! *Invånare*: the unit's register and its import, and looking somebody up.

mod directory;

use channel::register::{self, LineProblem, Row};
use domain::{
    CitizenId, Permission, PersonNumber,
    audit::Action,
    citizen::{Citizen, Protection, Standing, Unreachable},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::CitizenChange;

pub(crate) use directory::{StoredRegister, find};

use crate::{App, failure::Failure};

/// A citizen in the register's list.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRow {
    /// Identity.
    pub id: CitizenId,
    /// Personal number.
    pub number: PersonNumber,
    /// Given name and surname.
    pub name: String,
    /// Care relation.
    pub care_relation: Option<String>,
    /// Why the citizen may not be written to today; `None` when they may.
    pub unreachable: Option<Unreachable>,
    /// Skyddad identitet.
    pub is_protected: bool,
}

/// A file's text, decoded by the screen.
#[derive(Deserialize, ts_rs::TS)]
pub struct CitizenFile {
    text: String,
}

/// What an import would do.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// Citizens that would be added or changed.
    pub rows: Vec<ImportRow>,
    /// Lines with errors. While there are any, nothing is imported.
    pub errors: Vec<ImportError>,
}

/// A citizen in the file.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Line in the file.
    pub line: usize,
    /// Personal number.
    pub number: PersonNumber,
    /// Name.
    pub name: String,
    /// Care relation.
    pub care_relation: Option<String>,
    /// Why the citizen could not be written to once the file is read in; `None` when they could.
    pub unreachable: Option<Unreachable>,
    /// Skyddad identitet.
    pub is_protected: bool,
    /// Whether the register has the citizen already.
    pub known: bool,
}

/// A line with an error.
#[derive(Serialize, ts_rs::TS)]
pub struct ImportError {
    /// Line in the file.
    pub line: usize,
    /// What is wrong.
    pub reason: LineProblem,
}

/// What an import did.
#[derive(Serialize, ts_rs::TS)]
pub struct Imported {
    /// Citizens that are new.
    pub added: usize,
    /// Citizens whose particulars changed.
    pub updated: usize,
    /// Citizens that were as before.
    pub unchanged: usize,
}

/// Everybody in the register.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<Vec<RegisterRow>, Failure> {
    let desk = app.desk(Permission::ManageCitizens).await?;
    let mut writer = desk.opened.store.begin().await?;
    let citizens = writer.citizens(desk.unit.id).await?;
    writer.commit(&desk.event(Action::CitizensListed, "")).await?;
    let today = desk.now.date();
    Ok(citizens.into_iter().map(|citizen| listed(citizen, today)).collect())
}

/// Reads a file and tells line by line what is wrong, without importing.
///
/// # Errors
/// When not permitted, or the file is not a list of citizens.
pub async fn preview_import(app: &App, request: CitizenFile) -> Result<ImportPreview, Failure> {
    let desk = app.desk(Permission::ManageCitizens).await?;
    let lines = register::read(&request.text, desk.now.date()).map_err(|_| Failure::ImportUnreadable)?;
    let mut reader = desk.opened.store.read().await?;
    let mut preview = ImportPreview { rows: Vec::new(), errors: Vec::new() };
    for line in lines {
        match line.outcome {
            Ok(row) => {
                let known = reader.citizen_by_number(desk.unit.id, &row.number).await?;
                let is_known = known.is_some();
                let new = listed(as_read(row, known, app.new_id(CitizenId::from_uuid)), desk.now.date());
                preview.rows.push(ImportRow {
                    line: line.line,
                    number: new.number,
                    name: new.name,
                    care_relation: new.care_relation,
                    unreachable: new.unreachable,
                    is_protected: new.is_protected,
                    known: is_known,
                });
            }
            Err(reason) => preview.errors.push(ImportError { line: line.line, reason }),
        }
    }
    Ok(preview)
}

/// Imports a file without errors: all of it or nothing.
///
/// # Errors
/// When not permitted, the file is not a list of citizens, or a line has an error.
pub async fn import(app: &App, request: CitizenFile) -> Result<Imported, Failure> {
    let desk = app.desk(Permission::ManageCitizens).await?;
    let lines = register::read(&request.text, desk.now.date()).map_err(|_| Failure::ImportUnreadable)?;
    let mut imported = Imported { added: 0, updated: 0, unchanged: 0 };
    let mut writer = desk.opened.store.begin().await?;
    for line in lines {
        let row = line.outcome.map_err(|_| Failure::ImportHasErrors)?;
        let known = writer.citizen_by_number(desk.unit.id, &row.number).await?;
        let citizen = as_read(row, known, app.new_id(CitizenId::from_uuid));
        match writer.upsert_citizen(desk.unit.id, &citizen).await? {
            CitizenChange::Added => imported.added += 1,
            CitizenChange::Updated => imported.updated += 1,
            CitizenChange::Unchanged => imported.unchanged += 1,
        }
    }
    writer.commit(&desk.event(Action::CitizensImported, "")).await?;
    Ok(imported)
}

/// The citizen as a line of a file makes them, of whom this is known; `new_id` is for one who was not there.
fn as_read(row: Row, known: Option<Citizen>, new_id: CitizenId) -> Citizen {
    let (id, standing) = known.map_or((new_id, Standing::default()), |known| (known.id, known.standing));
    Citizen {
        id,
        standing: row.told.over(&standing),
        number: row.number,
        name: row.name,
        care_relation: row.care_relation,
    }
}

fn listed(citizen: Citizen, today: Date) -> RegisterRow {
    RegisterRow {
        unreachable: citizen.verdict(today).unreachable,
        is_protected: citizen.standing.protection != Protection::None,
        id: citizen.id,
        number: citizen.number,
        name: citizen.name,
        care_relation: citizen.care_relation,
    }
}
