//! The unit's citizen register.

use domain::{
    CitizenId, PersonNumber, UnitId,
    citizen::{Account, Citizen, Protection, Registration, Standing},
};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// What putting a citizen in the register did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitizenChange {
    /// The number was not there.
    Added,
    /// Name, care relation or standing changed; the citizen keeps the id they had.
    Updated,
    /// Everything was so already.
    Unchanged,
}

/// Every column of a citizen; `$after` says of which.
macro_rules! citizens {
    ($after:literal) => {
        concat!(
            "SELECT id, number, name, care_relation, account, registration, protection, new_number, guardians ",
            "FROM citizens WHERE ",
            $after
        )
    };
}

impl Rows {
    /// The citizen with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn citizen(&mut self, id: CitizenId) -> Result<Option<Citizen>, StoreError> {
        let row = sqlx::query(citizens!("id = $1")).bind(id.to_string()).fetch_optional(self.connection()).await?;
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
        let row = sqlx::query(citizens!("unit = $1 AND number = $2"))
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
        let rows = sqlx::query(citizens!("unit = $1 ORDER BY number"))
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
        let known = self.citizen_by_number(unit, &citizen.number).await?;
        let same = |known: &Citizen| *known == Citizen { id: known.id, ..citizen.clone() };
        let is_renamed = known.as_ref().is_some_and(|known| known.name != citizen.name);
        let (sql, id, change) = match known {
            None => (
                "INSERT INTO citizens (id, unit, number, name, care_relation, account, registration, protection, \
                 new_number, guardians) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                citizen.id,
                CitizenChange::Added,
            ),
            Some(known) if same(&known) => return Ok(CitizenChange::Unchanged),
            Some(known) => (
                "UPDATE citizens SET name = $4, care_relation = $5, account = $6, registration = $7, \
                 protection = $8, new_number = $9, guardians = $10 WHERE id = $1 AND unit = $2 AND number = $3",
                known.id,
                CitizenChange::Updated,
            ),
        };
        let standing = &citizen.standing;
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(unit.to_string())
            .bind(citizen.number.as_str())
            .bind(&citizen.name)
            .bind(citizen.care_relation.as_deref())
            .bind(standing.account.as_str())
            .bind(standing.registration.as_str())
            .bind(standing.protection.as_str())
            .bind(standing.new_number.as_ref().map(PersonNumber::as_str))
            .bind(to_json(&standing.guardians, "guardians")?)
            .execute(self.connection())
            .await?;
        if is_renamed {
            self.index_cases_again(id).await?;
        }
        Ok(change)
    }
}

fn citizen(row: &SqliteRow) -> Result<Citizen, StoreError> {
    let number = |text, column| PersonNumber::try_from(text).map_err(|_| StoreError::Unreadable { column });
    Ok(Citizen {
        id: row.parsed("id")?,
        number: number(row.text("number")?, "number")?,
        name: row.text("name")?,
        care_relation: row.maybe_text("care_relation")?,
        standing: Standing {
            account: word(row, "account", Account::from_word)?,
            registration: word(row, "registration", Registration::from_word)?,
            protection: word(row, "protection", Protection::from_word)?,
            new_number: row.maybe_text("new_number")?.map(|text| number(text, "new_number")).transpose()?,
            guardians: row.json("guardians")?,
        },
    })
}

fn word<T>(row: &SqliteRow, column: &'static str, from_word: fn(&str) -> Option<T>) -> Result<T, StoreError> {
    from_word(&row.text(column)?).ok_or(StoreError::Unreadable { column })
}
