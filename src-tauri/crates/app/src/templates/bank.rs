//! *Avsnittsbanken*: sections and questions that the unit keeps under names, to put copies of them into templates.
//!
//! A copy is an ordinary edit, made by the screen as when something is pasted: nothing here changes a template.

use domain::{
    BankSectionId, Permission, Timestamp,
    audit::Action,
    template::{
        Item,
        bank::{bank_fingerprint, uncouple},
        edit::{CopiedFault, check_items},
        tree::walk,
    },
};
use serde::{Deserialize, Serialize};
use store::{NewBankSection, StoreError, Writer};

use crate::{
    App,
    failure::{Failure, Field},
    people::filled,
    state::Desk,
};

/// Characters of a name, at most: as of a template's.
const LONGEST_NAME: usize = 100;
/// Characters of a question in the list, at most; what is longer is cut.
const LONGEST_TEXT: usize = 200;

/// What the list says of something that is kept.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct BankSectionView {
    /// Which.
    pub section: BankSectionId,
    /// Its name.
    pub name: String,
    /// What it holds, in the order in which a citizen reads it: headings, questions and information.
    pub holds: Vec<BankItem>,
    /// What its content is known by: a section that is coupled to it tells by this that it has changed.
    pub fingerprint: String,
    /// When it was kept or replaced, or last got another name.
    pub changed: Timestamp,
    /// Who did.
    pub by: String,
}

/// A heading, a question or information.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct BankItem {
    /// Its words, perhaps cut.
    pub text: String,
    /// Whether it is the heading of a section.
    pub is_section: bool,
}

/// Questions to keep.
#[derive(Deserialize, ts_rs::TS)]
pub struct SaveBankSection {
    name: String,
    /// In their order, with all that they hold.
    items: Vec<Item>,
}

/// Another name.
#[derive(Deserialize, ts_rs::TS)]
pub struct RenameBankSection {
    section: BankSectionId,
    name: String,
}

/// Which.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenBankSection {
    section: BankSectionId,
}

/// All that is kept, by name.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<Vec<BankSectionView>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let rows = desk.opened.store.read().await?.bank_sections(desk.unit.id).await?;
    let view = |row: store::BankSectionRow| BankSectionView {
        section: row.id,
        holds: walk(&row.items).map(in_words).collect(),
        fingerprint: bank_fingerprint(&row.items).unwrap_or_default(),
        name: row.name,
        changed: row.changed,
        by: row.by,
    };
    Ok(rows.into_iter().map(view).collect())
}

fn in_words(item: &Item) -> BankItem {
    BankItem { text: item.text.trim().chars().take(LONGEST_TEXT).collect(), is_section: item.kind.is_section() }
}

/// The items of something that is kept, under the ids that they were kept with.
///
/// # Errors
/// When not permitted; [`Failure::BankSectionNotFound`].
pub async fn open(app: &App, request: OpenBankSection) -> Result<Vec<Item>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let found = desk.opened.store.read().await?.bank_section(request.section).await?;
    Ok(found.ok_or(Failure::BankSectionNotFound)?.items)
}

/// Keeps items under a name of their own.
///
/// # Errors
/// When not permitted or the name is empty; [`Failure::BankNameTaken`]; [`Failure::TemplateTooLarge`] when no template could have them.
pub async fn save(app: &App, mut request: SaveBankSection) -> Result<BankSectionId, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    check_items(&request.items).map_err(unfit)?;
    uncouple(&mut request.items);
    let mut writer = desk.opened.store.begin().await?;
    let name = free_name(&mut writer, &desk, &request.name, None).await?;
    let id = app.new_id(BankSectionId::from_uuid);
    let new = NewBankSection { id, name: &name, items: &request.items, at: desk.now, by: desk.actor.staff };
    writer.insert_bank_section(desk.unit.id, &new).await?;
    writer.commit(&desk.event(Action::BankSectionSaved, id)).await?;
    Ok(id)
}

/// Gives something that is kept another name.
///
/// # Errors
/// As [`save`], and [`Failure::BankSectionNotFound`].
pub async fn rename(app: &App, request: RenameBankSection) -> Result<(), Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let name = free_name(&mut writer, &desk, &request.name, Some(request.section)).await?;
    writer.rename_bank_section(request.section, &name, desk.now, desk.actor.staff).await.map_err(not_there)?;
    writer.commit(&desk.event(Action::BankSectionRenamed, request.section)).await?;
    Ok(())
}

/// Keeps something no longer. Templates keep their copies. What it was, so that it can be saved again.
///
/// # Errors
/// When not permitted; [`Failure::BankSectionNotFound`].
pub async fn remove(app: &App, request: OpenBankSection) -> Result<Vec<Item>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let mut writer = desk.opened.store.begin().await?;
    let found = writer.bank_section(request.section).await?.ok_or(Failure::BankSectionNotFound)?;
    writer.remove_bank_section(found.id).await.map_err(not_there)?;
    writer.commit(&desk.event(Action::BankSectionRemoved, found.id)).await?;
    Ok(found.items)
}

pub(super) const fn unfit(fault: CopiedFault) -> Failure {
    match fault {
        CopiedFault::TooLarge => Failure::TemplateTooLarge,
        CopiedFault::NotUnderstood => Failure::RequestMalformed,
    }
}

async fn free_name(
    writer: &mut Writer,
    desk: &Desk,
    name: &str,
    but: Option<BankSectionId>,
) -> Result<String, Failure> {
    let name = filled(name, Field::BankName)?;
    // The screen's field ends there.
    if name.chars().count() > LONGEST_NAME {
        return Err(Failure::RequestMalformed);
    }
    let is_taken = writer.is_bank_name_taken(desk.unit.id, &name, but).await?;
    if is_taken { Err(Failure::BankNameTaken) } else { Ok(name) }
}

pub(super) fn not_there(error: StoreError) -> Failure {
    match error {
        StoreError::NotFound => Failure::BankSectionNotFound,
        other => other.into(),
    }
}
