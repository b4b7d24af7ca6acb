//! The unit's citizen register.

use domain::{CitizenId, PersonNumber, UnitId, citizen::Citizen};
use sqlx::sqlite::SqliteRow;

use crate::{Rows, StoreError, Writer, fields::Fields};

/// What putting a citizen in the register did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitizenChange {
    /// The number was not there.
    Added,
    /// Name or care relation changed; the citizen keeps the id they had.
    Updated,
    /// Everything was so already.
    Unchanged,
}

impl Rows {
    /// The citizen with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn citizen(&mut self, id: CitizenId) -> Result<Option<Citizen>, StoreError> {
        let row = sqlx::query("SELECT id, number, name, care_relation FROM citizens WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.as_ref().map(citizen).transpose()
    }

    /// *Hämta*: the citizen with this personal number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn citizen_by_number(
        &mut self,
        unit: UnitId,
        number: &PersonNumber,
    ) -> Result<Option<Citizen>, StoreError> {
        let row = sqlx::query("SELECT id, number, name, care_relation FROM citizens WHERE unit = $1 AND number = $2")
            .bind(unit.to_string())
            .bind(number.as_str())
            .fetch_optional(self.connection())
            .await?;
        row.as_ref().map(citizen).transpose()
    }

    /// The whole register, by personal number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn citizens(&mut self, unit: UnitId) -> Result<Vec<Citizen>, StoreError> {
        let rows = sqlx::query("SELECT id, number, name, care_relation FROM citizens WHERE unit = $1 ORDER BY number")
            .bind(unit.to_string())
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(citizen).collect()
    }
}

impl Writer {
    /// Puts a citizen in the register or changes the one who has this personal number. `citizen.id` is used only for
    /// one who was not there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn upsert_citizen(&mut self, unit: UnitId, citizen: &Citizen) -> Result<CitizenChange, StoreError> {
        match self.citizen_by_number(unit, &citizen.number).await? {
            None => {
                sqlx::query("INSERT INTO citizens (id, unit, number, name, care_relation) VALUES ($1, $2, $3, $4, $5)")
                    .bind(citizen.id.to_string())
                    .bind(unit.to_string())
                    .bind(citizen.number.as_str())
                    .bind(&citizen.name)
                    .bind(citizen.care_relation.as_deref())
                    .execute(self.connection())
                    .await?;
                Ok(CitizenChange::Added)
            }
            Some(known) if known.name == citizen.name && known.care_relation == citizen.care_relation => {
                Ok(CitizenChange::Unchanged)
            }
            Some(known) => {
                sqlx::query("UPDATE citizens SET name = $2, care_relation = $3 WHERE id = $1")
                    .bind(known.id.to_string())
                    .bind(&citizen.name)
                    .bind(citizen.care_relation.as_deref())
                    .execute(self.connection())
                    .await?;
                if known.name != citizen.name {
                    self.index_cases_again(known.id).await?;
                }
                Ok(CitizenChange::Updated)
            }
        }
    }
}

fn citizen(row: &SqliteRow) -> Result<Citizen, StoreError> {
    Ok(Citizen {
        id: row.parsed("id")?,
        number: row.text("number")?.try_into().map_err(|_| StoreError::Unreadable { column: "number" })?,
        name: row.text("name")?,
        care_relation: row.maybe_text("care_relation")?,
    })
}
