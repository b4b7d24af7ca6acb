//! The unit that this store is for.

use domain::{HsaId, retention::Retention, unit::Unit};
use sqlx::sqlite::SqliteRow;

use crate::{Rows, StoreError, Writer, fields::Fields};

impl Rows {
    /// The unit; `None` until it is set up.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn unit(&mut self) -> Result<Option<Unit>, StoreError> {
        let row = sqlx::query(
            "SELECT id, name, hsa_id, contact, attachment_hours, copy_hours, secure_folder, approval, example \
             FROM units LIMIT 1",
        )
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(unit).transpose()
    }
}

impl Writer {
    /// Sets the unit up.
    ///
    /// # Errors
    /// [`StoreError::UnitExists`]: a store is for one unit.
    pub async fn insert_unit(&mut self, unit: &Unit) -> Result<(), StoreError> {
        if self.unit().await?.is_some() {
            return Err(StoreError::UnitExists);
        }
        sqlx::query(
            "INSERT INTO units (id, name, hsa_id, contact, attachment_hours, copy_hours, secure_folder, approval, \
             example) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(unit.id.to_string())
        .bind(&unit.name)
        .bind(unit.hsa_id.as_str())
        .bind(&unit.contact)
        .bind(i64::from(unit.retention.attachment_hours))
        .bind(i64::from(unit.retention.copy_hours))
        .bind(&unit.secure_folder)
        .bind(i64::from(unit.approval))
        .bind(i64::from(unit.example))
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Changes the unit's settings. Whether it is an example was decided when it was set up and stays so.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn update_unit(&mut self, unit: &Unit) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE units SET name = $2, hsa_id = $3, contact = $4, attachment_hours = $5, copy_hours = $6, \
             secure_folder = $7, approval = $8 WHERE id = $1",
        )
        .bind(unit.id.to_string())
        .bind(&unit.name)
        .bind(unit.hsa_id.as_str())
        .bind(&unit.contact)
        .bind(i64::from(unit.retention.attachment_hours))
        .bind(i64::from(unit.retention.copy_hours))
        .bind(&unit.secure_folder)
        .bind(i64::from(unit.approval))
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

fn unit(row: &SqliteRow) -> Result<Unit, StoreError> {
    let hours = |column| u32::try_from(row.whole(column)?).map_err(|_| StoreError::Unreadable { column });
    Ok(Unit {
        id: row.parsed("id")?,
        name: row.text("name")?,
        hsa_id: HsaId::parse(&row.text("hsa_id")?).map_err(|_| StoreError::Unreadable { column: "hsa_id" })?,
        contact: row.text("contact")?,
        retention: Retention { attachment_hours: hours("attachment_hours")?, copy_hours: hours("copy_hours")? },
        secure_folder: row.text("secure_folder")?,
        approval: row.flag("approval")?,
        example: row.flag("example")?,
    })
}
