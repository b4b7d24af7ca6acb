//! What happened to a case at the unit.

use std::fmt;

use domain::{CaseId, StaffId, Timestamp, case::CaseEvent};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// Something that happened.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseEventRecord {
    /// When.
    pub at: Timestamp,
    /// The name of who did it.
    pub by: String,
    /// What.
    pub what: CaseEvent,
}

impl fmt::Debug for CaseEventRecord {
    /// Without what: a note is about a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseEventRecord").field("at", &self.at).finish_non_exhaustive()
    }
}

impl Rows {
    /// What happened to a case, the oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn case_events(&mut self, of: CaseId) -> Result<Vec<CaseEventRecord>, StoreError> {
        let rows = sqlx::query(
            "SELECT e.at, e.what, s.name FROM case_events e JOIN staff s ON s.id = e.by_staff \
             WHERE e.case_id = $1 ORDER BY e.number",
        )
        .bind(of.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| Ok(CaseEventRecord { at: row.time("at")?, by: row.text("name")?, what: row.json("what")? }))
            .collect()
    }
}

impl Writer {
    /// Writes down what happened to a case.
    ///
    /// # Errors
    /// When the database refuses, or there is no such case.
    pub async fn record_case_event(
        &mut self,
        of: CaseId,
        by: StaffId,
        at: Timestamp,
        what: &CaseEvent,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO case_events (case_id, number, at, by_staff, what) \
             SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4 FROM case_events WHERE case_id = $1",
        )
        .bind(of.to_string())
        .bind(at.as_millis())
        .bind(by.to_string())
        .bind(to_json(what, "what")?)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
