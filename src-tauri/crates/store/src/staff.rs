//! The people who work in the unit.

use std::fmt;

use domain::{Role, StaffId, Timestamp, UnitId};
use sqlx::sqlite::SqliteRow;

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
};

/// A member of staff and their account.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Identity.
    pub id: StaffId,
    /// Where they work.
    pub unit: UnitId,
    /// Given name and surname.
    pub name: String,
    /// Such as "Distriktssköterska"; may be empty.
    pub title: String,
    /// What they sign in with. Stored trimmed and in lower case; unique.
    pub username: String,
    /// Argon2id in PHC form.
    pub password_hash: String,
    /// What they may do.
    pub roles: Vec<Role>,
    /// Whether they may sign in.
    pub active: bool,
    /// Failed sign-ins since the last that succeeded.
    pub failed_attempts: i64,
    /// Until when sign-in is refused after too many failures.
    pub refused_until: Option<Timestamp>,
}

impl fmt::Debug for StaffMember {
    /// The id alone: neither name nor password hash belongs in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StaffMember").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Rows {
    /// Whoever has this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn staff(&mut self, id: StaffId) -> Result<Option<StaffMember>, StoreError> {
        let row = sqlx::query(
            "SELECT id, unit, name, title, username, password_hash, roles, active, failed_attempts, refused_until \
             FROM staff WHERE id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(member).transpose()
    }

    /// Whoever signs in with this name, however it is capitalised.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn staff_by_username(&mut self, username: &str) -> Result<Option<StaffMember>, StoreError> {
        let row = sqlx::query(
            "SELECT id, unit, name, title, username, password_hash, roles, active, failed_attempts, refused_until \
             FROM staff WHERE username = $1",
        )
        .bind(normalised(username))
        .fetch_optional(self.connection())
        .await?;
        row.as_ref().map(member).transpose()
    }

    /// Everybody in the unit, by user name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn staff_of(&mut self, unit: UnitId) -> Result<Vec<StaffMember>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, unit, name, title, username, password_hash, roles, active, failed_attempts, refused_until \
             FROM staff WHERE unit = $1 ORDER BY username",
        )
        .bind(unit.to_string())
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(member).collect()
    }
}

impl Writer {
    /// Gives somebody an account.
    ///
    /// # Errors
    /// [`StoreError::UsernameTaken`].
    pub async fn insert_staff(&mut self, member: &StaffMember) -> Result<(), StoreError> {
        let done = sqlx::query(
            "INSERT INTO staff (id, unit, name, title, username, password_hash, roles, active, failed_attempts, \
             refused_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (username) DO NOTHING",
        )
        .bind(member.id.to_string())
        .bind(member.unit.to_string())
        .bind(&member.name)
        .bind(&member.title)
        .bind(normalised(&member.username))
        .bind(&member.password_hash)
        .bind(to_json(&member.roles, "roles")?)
        .bind(i64::from(member.active))
        .bind(member.failed_attempts)
        .bind(member.refused_until.map(Timestamp::as_millis))
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::UsernameTaken) } else { Ok(()) }
    }

    /// Changes an account: everything but its id and unit.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::UsernameTaken`].
    pub async fn update_staff(&mut self, member: &StaffMember) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE staff SET name = $2, title = $3, username = $4, password_hash = $5, roles = $6, active = $7, \
             failed_attempts = $8, refused_until = $9 WHERE id = $1",
        )
        .bind(member.id.to_string())
        .bind(&member.name)
        .bind(&member.title)
        .bind(normalised(&member.username))
        .bind(&member.password_hash)
        .bind(to_json(&member.roles, "roles")?)
        .bind(i64::from(member.active))
        .bind(member.failed_attempts)
        .bind(member.refused_until.map(Timestamp::as_millis))
        .execute(self.connection())
        .await;
        match done {
            Ok(done) if done.rows_affected() == 0 => Err(StoreError::NotFound),
            Ok(_) => Ok(()),
            // The user name is the only unique column that this statement changes.
            Err(error) if error.as_database_error().is_some_and(|e| e.is_unique_violation()) => {
                Err(StoreError::UsernameTaken)
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn normalised(username: &str) -> String {
    username.trim().to_lowercase()
}

fn member(row: &SqliteRow) -> Result<StaffMember, StoreError> {
    Ok(StaffMember {
        id: row.parsed("id")?,
        unit: row.parsed("unit")?,
        name: row.text("name")?,
        title: row.text("title")?,
        username: row.text("username")?,
        password_hash: row.text("password_hash")?,
        roles: row.json("roles")?,
        active: row.flag("active")?,
        failed_attempts: row.whole("failed_attempts")?,
        refused_until: row.maybe_time("refused_until")?,
    })
}
