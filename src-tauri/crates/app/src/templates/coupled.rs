//! Sections that are coupled to *avsnittsbanken*: what has changed there, and the bank's own content replaced by a newer.
//!
//! The screen sends what stands on it, so that nothing that is still being typed is left out, and makes the edit that it is given.

use domain::{
    ItemId, Permission,
    audit::Action,
    template::{
        Item, TemplateContent,
        bank::{BankLink, bank_fingerprint, broken, fetched, given},
        compare::compare,
        edit::{Edit, check_items},
        tree::{find, standing},
    },
};
use serde::{Deserialize, Serialize};

use super::{
    bank::{not_there, unfit},
    history::VersionComparison,
};
use crate::{App, failure::Failure};

/// A section that is coupled, in its form.
#[derive(Deserialize, ts_rs::TS)]
pub struct CompareWithBank {
    /// All of the form, so that it can be told what a change does to the rest of it.
    form: Vec<Item>,
    item: ItemId,
}

/// What would become of a coupled section.
#[derive(Serialize, ts_rs::TS)]
pub struct BankComparison {
    /// What differs, in the whole form.
    pub comparison: VersionComparison,
    /// What makes the section as the bank has it: one step.
    pub edit: Edit,
    /// Items whose conditions that step would break.
    pub broken: Vec<ItemId>,
}

/// A section to put in place of what the bank has of it.
#[derive(Deserialize, ts_rs::TS)]
pub struct UpdateBankSection {
    item: Item,
}

/// Compares a coupled section with what the bank has now.
///
/// # Errors
/// When not permitted; [`Failure::TemplateChangedElsewhere`] when the section is not there or not coupled;
/// [`Failure::BankSectionNotFound`].
pub async fn compare_with_bank(app: &App, request: CompareWithBank) -> Result<BankComparison, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    check_items(&request.form).map_err(unfit)?;
    let own = find(&request.form, request.item).ok_or(Failure::TemplateChangedElsewhere)?;
    let link = own.details.bank.as_deref().ok_or(Failure::TemplateChangedElsewhere)?;
    let kept = desk.opened.store.read().await?.bank_section(link.section).await?;
    let kept = kept.ok_or(Failure::BankSectionNotFound)?;
    // Only a section alone is ever coupled.
    let [bank] = kept.items.as_slice() else { return Err(Failure::BankSectionNotFound) };
    let print = bank_fingerprint(&kept.items).unwrap_or_default();
    let made = fetched(own, bank, &print, &mut || app.new_id(|id| id)).ok_or(Failure::TemplateChangedElsewhere)?;

    let place = standing(&request.form).find(|one| one.item.id == own.id);
    let section = place.and_then(|place| place.section);
    let list = section.and_then(|id| find(&request.form, id)).map_or(&request.form, |section| &section.items);
    let at = list.iter().position(|item| item.id == own.id).and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX);
    let edits = |item: Item| Edit::Several {
        edits: vec![Edit::RemoveItem { id: own.id }, Edit::AddItem { item, section, at }],
    };
    let first = app.new_id(ItemId::from_uuid);
    let before =
        TemplateContent { form: request.form.clone(), ..TemplateContent::new(String::new(), String::new(), first) };
    let with = |item: Item| {
        let mut after = before.clone();
        after.apply(&edits(item)).map(|_| after).map_err(|_| Failure::TemplateTooLarge)
    };
    // That it is coupled anew is no difference to tell.
    let mut told = made.clone();
    told.details.bank.clone_from(&own.details.bank);
    let after = with(told)?;
    let differences = compare(&before, &after);
    let broken = broken(&before.form, &after.form);
    let edit = edits(made);
    Ok(BankComparison { comparison: VersionComparison { before, after, differences }, edit, broken })
}

/// Puts a coupled section in place of what the bank has of it. How it is coupled from now on, for the screen to write down.
///
/// # Errors
/// When not permitted; [`Failure::BankSectionChanged`] when the bank has another content than the section knows of;
/// [`Failure::BankSectionNotFound`]; [`Failure::TemplateTooLarge`].
pub async fn update_bank_section(app: &App, request: UpdateBankSection) -> Result<BankLink, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    check_items(std::slice::from_ref(&request.item)).map_err(unfit)?;
    let link = request.item.details.bank.as_deref().ok_or(Failure::RequestMalformed)?;
    let mut writer = desk.opened.store.begin().await?;
    let kept = writer.bank_section(link.section).await?.ok_or(Failure::BankSectionNotFound)?;
    if bank_fingerprint(&kept.items).as_ref() != Some(&link.fingerprint) {
        return Err(Failure::BankSectionChanged);
    }
    let (item, coupled) = given(&request.item, &mut || app.new_id(|id| id)).ok_or(Failure::RequestMalformed)?;
    let (at, by) = (desk.now, desk.actor.staff);
    writer.replace_bank_section(kept.id, &[item], at, by).await.map_err(not_there)?;
    writer.commit(&desk.event(Action::BankSectionSaved, kept.id)).await?;
    Ok(coupled)
}
