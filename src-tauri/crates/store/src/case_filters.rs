//! Filters that somebody keeps under a name.

use domain::{StaffId, case::CaseFilter};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

impl Rows {
    /// What somebody keeps, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn case_filters(&mut self, of: StaffId) -> Result<Vec<(String, CaseFilter)>, StoreError> {
        let rows = sqlx::query("SELECT name, filter FROM case_filters WHERE staff = $1 ORDER BY name")
            .bind(of.to_string())
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(|row| Ok((row.text("name")?, row.json("filter")?))).collect()
    }
}

impl Writer {
    /// Keeps a filter under a name, instead of what was kept there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_case_filter(&mut self, of: StaffId, name: &str, filter: &CaseFilter) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO case_filters (staff, name, filter) VALUES ($1, $2, $3) \
             ON CONFLICT (staff, name) DO UPDATE SET filter = excluded.filter",
        )
        .bind(of.to_string())
        .bind(name)
        .bind(to_json(filter, "filter")?)
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Keeps a filter no longer; nothing happens when it is not there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_case_filter(&mut self, of: StaffId, name: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM case_filters WHERE staff = $1 AND name = $2")
            .bind(of.to_string())
            .bind(name)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
