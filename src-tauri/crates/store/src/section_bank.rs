//! *Avsnittsbanken*: items that are kept under a name, to be copied into templates.

use domain::{BankSectionId, StaffId, Timestamp, UnitId, template::Item};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
    fold::fold,
};

/// Items to keep.
#[derive(Clone, Copy, Debug)]
pub struct NewBankSection<'a> {
    /// Identity.
    pub id: BankSectionId,
    /// What they are found by.
    pub name: &'a str,
    /// In their order, with all that they hold.
    pub items: &'a [Item],
    /// When.
    pub at: Timestamp,
    /// Who keeps them.
    pub by: StaffId,
}

/// Items that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankSectionRow {
    /// Identity.
    pub id: BankSectionId,
    /// What they are found by.
    pub name: String,
    /// In their order, with all that they hold, under the ids that they were kept with.
    pub items: Vec<Item>,
    /// When they were kept, replaced, or last got another name.
    pub changed: Timestamp,
    /// The name of who did.
    pub by: String,
}

const SELECT: &str = "SELECT b.id, b.name, b.items, b.changed, s.name AS by_name \
     FROM section_bank b JOIN staff s ON s.id = b.changed_by ";

impl Rows {
    /// All that a unit keeps, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn bank_sections(&mut self, unit: UnitId) -> Result<Vec<BankSectionRow>, StoreError> {
        let sql = format!("{SELECT} WHERE b.unit = $1");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(unit.to_string()).fetch_all(self.connection()).await?;
        let mut sections: Vec<BankSectionRow> = rows.iter().map(read).collect::<Result<_, _>>()?;
        sections.sort_by_cached_key(|section| fold(&section.name));
        Ok(sections)
    }

    /// What is kept under this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn bank_section(&mut self, id: BankSectionId) -> Result<Option<BankSectionRow>, StoreError> {
        let sql = format!("{SELECT} WHERE b.id = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_optional(self.connection()).await?;
        row.as_ref().map(read).transpose()
    }
}

fn read(row: &sqlx::sqlite::SqliteRow) -> Result<BankSectionRow, StoreError> {
    Ok(BankSectionRow {
        id: row.parsed("id")?,
        name: row.text("name")?,
        items: row.json("items")?,
        changed: row.time("changed")?,
        by: row.text("by_name")?,
    })
}

impl Writer {
    /// Keeps items. The name must be free: see [`Writer::is_bank_name_taken`].
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn insert_bank_section(&mut self, unit: UnitId, new: &NewBankSection<'_>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO section_bank (id, unit, name, items, changed, changed_by) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(new.id.to_string())
        .bind(unit.to_string())
        .bind(new.name)
        .bind(to_json(&new.items, "items")?)
        .bind(new.at.as_millis())
        .bind(new.by.to_string())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Gives what is kept another name, which must be free.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn rename_bank_section(
        &mut self,
        id: BankSectionId,
        name: &str,
        at: Timestamp,
        by: StaffId,
    ) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE section_bank SET name = $2, changed = $3, changed_by = $4 WHERE id = $1")
            .bind(id.to_string())
            .bind(name)
            .bind(at.as_millis())
            .bind(by.to_string())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Puts other items in place of those that are kept.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn replace_bank_section(
        &mut self,
        id: BankSectionId,
        items: &[Item],
        at: Timestamp,
        by: StaffId,
    ) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE section_bank SET items = $2, changed = $3, changed_by = $4 WHERE id = $1")
            .bind(id.to_string())
            .bind(to_json(&items, "items")?)
            .bind(at.as_millis())
            .bind(by.to_string())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Keeps it no longer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn remove_bank_section(&mut self, id: BankSectionId) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM section_bank WHERE id = $1")
            .bind(id.to_string())
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Whether something else than `but` is kept under this name, or one that differs only in capitals and blanks.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn is_bank_name_taken(
        &mut self,
        unit: UnitId,
        name: &str,
        but: Option<BankSectionId>,
    ) -> Result<bool, StoreError> {
        let rows = sqlx::query("SELECT id, name FROM section_bank WHERE unit = $1")
            .bind(unit.to_string())
            .fetch_all(self.connection())
            .await?;
        let wanted = fold(name);
        for row in &rows {
            if fold(&row.text("name")?) == wanted && Some(row.parsed("id")?) != but {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
