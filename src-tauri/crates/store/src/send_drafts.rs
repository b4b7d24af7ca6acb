//! A message being written: at most one for each member of staff.

use std::fmt;

use domain::{CaseId, CitizenId, StaffId, Timestamp, VersionId, message::SlotTexts};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// What a handler has filled in and not sent yet.
#[derive(Clone, PartialEq, Eq)]
pub struct SendDraft {
    /// Whose.
    pub staff: StaffId,
    /// The id that the case will have: sending twice is sending once.
    pub case: CaseId,
    /// To whom.
    pub citizen: CitizenId,
    /// From which version.
    pub version: VersionId,
    /// What was written.
    pub slots: SlotTexts,
    /// When it was last saved.
    pub saved: Timestamp,
}

impl fmt::Debug for SendDraft {
    /// Ids alone: what was written is about a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendDraft").field("staff", &self.staff).field("case", &self.case).finish_non_exhaustive()
    }
}

impl Rows {
    /// What `staff` is writing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn send_draft(&mut self, staff: StaffId) -> Result<Option<SendDraft>, StoreError> {
        let row = sqlx::query("SELECT case_id, citizen, version, slots, saved FROM send_drafts WHERE staff = $1")
            .bind(staff.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| {
            Ok(SendDraft {
                staff,
                case: row.parsed("case_id")?,
                citizen: row.parsed("citizen")?,
                version: row.parsed("version")?,
                slots: row.json("slots")?,
                saved: row.time("saved")?,
            })
        })
        .transpose()
    }

    /// When what `staff` is writing was last saved, without reading any of it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn send_draft_saved(&mut self, staff: StaffId) -> Result<Option<Timestamp>, StoreError> {
        let row = sqlx::query("SELECT saved FROM send_drafts WHERE staff = $1")
            .bind(staff.to_string())
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| row.time("saved")).transpose()
    }
}

impl Writer {
    /// Saves over whatever that member of staff was writing before.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn save_send_draft(&mut self, draft: &SendDraft) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO send_drafts (staff, case_id, citizen, version, slots, saved) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (staff) DO UPDATE SET case_id = excluded.case_id, citizen = excluded.citizen, \
             version = excluded.version, slots = excluded.slots, saved = excluded.saved",
        )
        .bind(draft.staff.to_string())
        .bind(draft.case.to_string())
        .bind(draft.citizen.to_string())
        .bind(draft.version.to_string())
        .bind(to_json(&draft.slots, "slots")?)
        .bind(draft.saved.as_millis())
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Throws away what `staff` was writing; nothing happens when there is nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn delete_send_draft(&mut self, staff: StaffId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM send_drafts WHERE staff = $1")
            .bind(staff.to_string())
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
