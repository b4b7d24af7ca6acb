//! *Vårdpersonal → Behörigheter*: accounts and roles.

use domain::{Permission, Role, StaffId, audit::Action};
use serde::{Deserialize, Serialize};
use store::StaffMember;
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{Failure, Field},
    password,
    state::Desk,
};

/// A member of staff as the administrator sees them.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Identity.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Title, such as "Sjuksköterska".
    pub title: String,
    /// User name.
    pub username: String,
    /// Roles in the unit.
    pub roles: Vec<Role>,
    /// Whether the account can be used.
    pub active: bool,
}

/// A new account.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AddPerson {
    name: String,
    title: String,
    username: String,
    #[ts(as = "String")]
    password: Zeroizing<String>,
    roles: Vec<Role>,
}

/// Changed particulars of an account.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePerson {
    id: StaffId,
    name: String,
    title: String,
    roles: Vec<Role>,
    active: bool,
}

/// A new password for somebody who forgot theirs.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplacePassword {
    id: StaffId,
    #[ts(as = "String")]
    password: Zeroizing<String>,
}

/// Everybody with an account.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<Vec<Person>, Failure> {
    let desk = app.desk(Permission::ManagePeople).await?;
    let people = desk.opened.store.read().await?.staff_of(desk.unit.id).await?;
    let person = |m: StaffMember| Person {
        id: m.id,
        name: m.name,
        title: m.title,
        username: m.username,
        roles: m.roles,
        active: m.active,
    };
    Ok(people.into_iter().map(person).collect())
}

/// Adds an account.
///
/// # Errors
/// When not permitted, a field is missing, the password is short or the user name taken.
pub async fn add(app: &App, request: AddPerson) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManagePeople).await?;
    let member = new_member(app, desk.unit.id, request).await?;
    let mut writer = desk.opened.store.begin().await?;
    writer.insert_staff(&member).await?;
    writer.commit(&desk.event(Action::PersonAdded, member.id)).await?;
    Ok(())
}

/// Checks the particulars of a new account and hashes its password.
pub(crate) async fn new_member(app: &App, unit: domain::UnitId, request: AddPerson) -> Result<StaffMember, Failure> {
    let name = filled(&request.name, Field::PersonName)?;
    let username = filled(&request.username, Field::Username)?;
    let roles = some_roles(request.roles)?;
    Ok(StaffMember {
        id: app.new_id(StaffId::from_uuid),
        unit,
        name,
        title: request.title.trim().to_owned(),
        username,
        password_hash: password::hash(request.password).await?,
        roles,
        active: true,
        failed_attempts: 0,
        refused_until: None,
    })
}

impl AddPerson {
    /// The first administrator, who is also a handler: a small clinic may have one person.
    pub(crate) fn first(name: String, title: String, username: String, password: Zeroizing<String>) -> Self {
        Self { name, title, username, password, roles: vec![Role::Administrator, Role::Handler] }
    }

    /// An account with given roles.
    pub(crate) fn with_roles(name: &str, title: &str, username: &str, password: &str, roles: &[Role]) -> Self {
        Self {
            name: name.to_owned(),
            title: title.to_owned(),
            username: username.to_owned(),
            password: Zeroizing::new(password.to_owned()),
            roles: roles.to_vec(),
        }
    }
}

/// Changes name, title, roles or whether the account is active.
///
/// # Errors
/// When not permitted, a field is missing, or the unit would be left without an administrator, or without anybody who approves
/// templates where they are to be approved.
pub async fn change(app: &App, request: ChangePerson) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManagePeople).await?;
    let mut writer = desk.opened.store.begin().await?;
    let member = writer.staff(request.id).await?.ok_or(Failure::NotAllowed)?;
    let changed = StaffMember {
        name: filled(&request.name, Field::PersonName)?,
        title: request.title.trim().to_owned(),
        roles: some_roles(request.roles)?,
        active: request.active,
        ..member
    };
    writer.update_staff(&changed).await?;
    let everybody = writer.staff_of(desk.unit.id).await?;
    if !everybody.iter().any(|m| m.active && m.roles.contains(&Role::Administrator)) {
        return Err(Failure::LastAdministrator);
    }
    if desk.unit.approval {
        somebody_approves(&everybody)?;
    }
    writer.commit(&desk.event(Action::PersonChanged, changed.id)).await?;
    Ok(())
}

/// That somebody could approve templates.
pub(crate) fn somebody_approves(everybody: &[StaffMember]) -> Result<(), Failure> {
    let approves = |member: &StaffMember| member.active && member.roles.contains(&Role::Manager);
    if everybody.iter().any(approves) { Ok(()) } else { Err(Failure::NobodyApproves) }
}

/// Gives somebody a new password and lets them try again at once.
///
/// # Errors
/// When not permitted or the password is short.
pub async fn replace_password(app: &App, request: ReplacePassword) -> Result<(), Failure> {
    let desk: Desk = app.desk(Permission::ManagePeople).await?;
    let password_hash = password::hash(request.password).await?;
    let mut writer = desk.opened.store.begin().await?;
    let member = writer.staff(request.id).await?.ok_or(Failure::NotAllowed)?;
    let changed = StaffMember { password_hash, failed_attempts: 0, refused_until: None, ..member };
    writer.update_staff(&changed).await?;
    writer.commit(&desk.event(Action::PasswordChanged, changed.id)).await?;
    Ok(())
}

/// The text trimmed, or which field is missing.
pub(crate) fn filled(text: &str, field: Field) -> Result<String, Failure> {
    let text = text.trim();
    if text.is_empty() { Err(Failure::FieldMissing { field }) } else { Ok(text.to_owned()) }
}

/// A text of at least one character and `most` at most, trimmed.
pub(crate) fn filled_within(text: &str, field: Field, most: usize) -> Result<String, Failure> {
    let text = filled(text, field)?;
    if text.chars().count() > most {
        return Err(Failure::TextTooLong { most: u32::try_from(most).unwrap_or(u32::MAX) });
    }
    Ok(text)
}

fn some_roles(mut roles: Vec<Role>) -> Result<Vec<Role>, Failure> {
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() { Err(Failure::FieldMissing { field: Field::Roles }) } else { Ok(roles) }
}
