//! *Invånare*: the unit's register and its import.

use channel::register::{self, LineProblem};
use domain::{CitizenId, Permission, PersonNumber, audit::Action, citizen::Citizen};
use serde::{Deserialize, Serialize};
use store::CitizenChange;

use crate::{App, failure::Failure};

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
pub async fn list(app: &App, (): ()) -> Result<Vec<Citizen>, Failure> {
    let desk = app.desk(Permission::ManageCitizens).await?;
    let mut writer = desk.opened.store.begin().await?;
    let citizens = writer.citizens(desk.unit.id).await?;
    writer.commit(&desk.event(Action::CitizensListed, "")).await?;
    Ok(citizens)
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
            Ok(row) => preview.rows.push(ImportRow {
                line: line.line,
                known: reader.citizen_by_number(desk.unit.id, &row.number).await?.is_some(),
                number: row.number,
                name: row.name,
                care_relation: row.care_relation,
            }),
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
        let citizen = Citizen {
            id: app.new_id(CitizenId::from_uuid),
            number: row.number,
            name: row.name,
            care_relation: row.care_relation,
        };
        match writer.upsert_citizen(desk.unit.id, &citizen).await? {
            CitizenChange::Added => imported.added += 1,
            CitizenChange::Updated => imported.updated += 1,
            CitizenChange::Unchanged => imported.unchanged += 1,
        }
    }
    writer.commit(&desk.event(Action::CitizensImported, "")).await?;
    Ok(imported)
}
