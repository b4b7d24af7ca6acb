//! What can go wrong with remembering.

use crate::sqlite;

/// Why a store could not be opened. Nothing was changed, unless a variant says so.
#[derive(Debug, thiserror::Error)]
pub enum OpenProblem {
    /// The key does not open the file, or the file is no database of ours, or its first page is damaged: encryption
    /// makes the three look the same.
    #[error("the key does not open the file")]
    WrongKey,
    /// A newer Budkavle has used this store.
    #[error("schema {found} is newer than {known}")]
    Newer {
        /// The store's schema.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// The key is right, but the content is not whole.
    #[error("damaged")]
    Damaged,
    /// Another program holds the file.
    #[error("in use by another program")]
    InUse,
    /// The copy that must exist before the schema is changed could not be written.
    #[error("no backup could be written")]
    Backup(#[source] std::io::Error),
    /// The copy was written but could not be read back whole.
    #[error("the backup cannot be read back")]
    BackupUnsound,
    /// The file or its folder could not be read or written.
    #[error("the file cannot be reached")]
    Io(#[source] std::io::Error),
    /// The database answered with something else. Carries SQL's words, never a value.
    #[error("the database refused")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for OpenProblem {
    fn from(error: sqlx::Error) -> Self {
        match sqlite::Fault::of(&error) {
            Some(sqlite::Fault::NotADatabase) => Self::WrongKey,
            Some(sqlite::Fault::Damaged) => Self::Damaged,
            Some(sqlite::Fault::Locked) => Self::InUse,
            Some(sqlite::Fault::Full) | None => Self::Database(error),
        }
    }
}

/// Why something could not be read or remembered.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such row to change.
    #[error("no such row")]
    NotFound,
    /// The store has its unit already.
    #[error("the store has its unit")]
    UnitExists,
    /// Someone has this user name.
    #[error("user name taken")]
    UsernameTaken,
    /// Somebody else saved the draft since it was read.
    #[error("draft is at revision {current}")]
    Stale {
        /// The revision it is at now.
        current: i64,
    },
    /// The template has no draft: it was published from another window.
    #[error("no draft")]
    DraftMissing,
    /// The case was sent before: the same sending came twice.
    #[error("already sent")]
    AlreadySent,
    /// The case has its reply.
    #[error("already replied")]
    AlreadyReplied,
    /// A change was to be kept without an audit row; it was taken back.
    #[error("nothing audited")]
    Unaudited,
    /// Somebody else is writing, and did not finish in time. Trying again is sound.
    #[error("busy")]
    Busy,
    /// The store was closed.
    #[error("closed")]
    Closed,
    /// The disk is full.
    #[error("disk full")]
    Full,
    /// The file's content is not whole.
    #[error("damaged")]
    Damaged,
    /// A value does not read back as what was stored.
    #[error("unreadable {column}")]
    Unreadable {
        /// The column, never the value.
        column: &'static str,
    },
    /// The database answered with something else. Carries SQL's words, never a bound value.
    #[error("the database refused")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match (&error, sqlite::Fault::of(&error)) {
            (sqlx::Error::PoolTimedOut, _) | (_, Some(sqlite::Fault::Locked)) => Self::Busy,
            (sqlx::Error::PoolClosed, _) => Self::Closed,
            (_, Some(sqlite::Fault::Full)) => Self::Full,
            (_, Some(sqlite::Fault::Damaged | sqlite::Fault::NotADatabase)) => Self::Damaged,
            (_, None) => Self::Database(error),
        }
    }
}
