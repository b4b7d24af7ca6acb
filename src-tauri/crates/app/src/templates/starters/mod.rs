//! *Exempelmallar*: a template to begin with for each use that the guideline says is suitable. They are in our own words, and
//! complete but for what only the unit knows.

mod files;
mod make;
mod results;
mod visits;

use domain::{
    Permission,
    template::{Marking, TemplateContent},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{begin::insert_new, exchange::questions, view::TemplateView};
use crate::{
    App,
    failure::{Failure, Field},
    people::filled,
};

/// A template that is shipped, by its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Starter {
    /// A booked time is changed with short notice.
    NewTime,
    /// *Kallelse*, with little time left.
    Summons,
    /// What the unit asks and tells before a visit.
    BeforeVisit,
    /// *Provsvar*.
    TestResult,
    /// The citizen books in *webbtidboken*.
    BookYourself,
    /// What is missing is sent in as files.
    MoreFiles,
    /// A photo of a change in the skin.
    SkinPhoto,
    /// *Ordination* to confirm.
    Prescription,
}

/// What the list says of a starter.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct StarterRow {
    /// Which.
    pub starter: Starter,
    /// The name that a template made of it is proposed to have.
    pub name: String,
    /// *(Information)* or *(Fråga)*.
    pub marking: Marking,
    /// What it is for, in one Swedish sentence.
    pub what_for: String,
    /// How many questions it asks.
    pub questions: u32,
}

/// What to begin with, and the new template's name.
#[derive(Deserialize, ts_rs::TS)]
pub struct CreateFromStarter {
    starter: Starter,
    name: String,
}

impl Starter {
    /// All of them, in the guideline's order.
    const ALL: [Self; 8] = [
        Self::NewTime,
        Self::Summons,
        Self::BeforeVisit,
        Self::TestResult,
        Self::BookYourself,
        Self::MoreFiles,
        Self::SkinPhoto,
        Self::Prescription,
    ];

    const fn what_for(self) -> &'static str {
        match self {
            Self::NewTime => "Berättar att en bokad tid är ändrad med kort varsel, och frågar om den nya passar.",
            Self::Summons => {
                "Kallar till ett besök snart, och frågar om invånaren kan komma och behöver hjälp på plats."
            }
            Self::BeforeVisit => "Frågar inför ett bokat besök hur invånaren mår och vad hen vill ta upp.",
            Self::TestResult => "Berättar vad prover visar och vad som händer sedan.",
            Self::BookYourself => "Ber invånaren att själv boka sin tid i webbtidboken.",
            Self::MoreFiles => "Ber invånaren att skicka in papper som fattas i ärendet.",
            Self::SkinPhoto => "Ber om bilder på en hudförändring, och om det som behövs för att bedöma den.",
            Self::Prescription => "Lämnar en ordination och ber invånaren bekräfta att hen har läst den.",
        }
    }

    /// The template, every part under a new id, with the unit's own contact.
    pub(crate) fn content(self, contact: &str, new_id: &dyn Fn() -> Uuid) -> TemplateContent {
        let make = make::Make { new_id };
        let content = match self {
            Self::NewTime => visits::new_time,
            Self::Summons => visits::summons,
            Self::BeforeVisit => visits::before_visit,
            Self::TestResult => results::test_result,
            Self::BookYourself => visits::book_yourself,
            Self::MoreFiles => files::more_files,
            Self::SkinPhoto => files::skin_photo,
            Self::Prescription => results::prescription,
        };
        content(&make, contact)
    }
}

/// What there is to begin with.
///
/// # Errors
/// When not permitted.
pub async fn list(app: &App, (): ()) -> Result<Vec<StarterRow>, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let row = |starter: Starter| {
        let content = starter.content(&desk.unit.contact, &|| app.new_id(|id| id));
        StarterRow {
            starter,
            marking: content.marking(),
            what_for: starter.what_for().to_owned(),
            questions: questions(&content),
            name: content.name,
        }
    };
    Ok(Starter::ALL.into_iter().map(row).collect())
}

/// Creates a template whose draft is a starter with the unit's contact.
///
/// # Errors
/// When not permitted or the name is empty.
pub async fn create(app: &App, request: CreateFromStarter) -> Result<TemplateView, Failure> {
    let desk = app.desk(Permission::ManageTemplates).await?;
    let name = filled(&request.name, Field::TemplateName)?;
    let content = request.starter.content(&desk.unit.contact, &|| app.new_id(|id| id));
    insert_new(app, &desk, TemplateContent { name, ..content }).await
}

#[cfg(test)]
mod tests;
