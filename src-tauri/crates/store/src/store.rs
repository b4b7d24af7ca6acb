//! Opening, reading, writing.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    path::Path,
};

use domain::{Timestamp, audit::AuditEvent};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use crate::{
    OpenProblem, StoreError,
    migrations::MIGRATIONS,
    sqlite::{self, Checkpoint, Pools},
};

/// An open store. One writes at a time, in order; readers are not held up by it.
///
/// A store in memory has a single connection, so there a [`Reader`] and a [`Writer`] cannot be held at the same time:
/// the second waits, and gives up as [`StoreError::Busy`]. Read through the writer instead; it has every reading method.
pub struct Store {
    pools: Pools,
}

impl fmt::Debug for Store {
    /// Says nothing: the connections' settings hold the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Opens the store at `path` with the raw `key`; makes an empty one when there is no file. The folder must exist.
    ///
    /// An older schema is brought up to date, after a copy was written beside it (`<name>.before-<version>.bak`,
    /// encrypted with the same key; the three newest are kept). `now` is when the schema's ledger says that was.
    ///
    /// # Errors
    /// See [`OpenProblem`]. Never makes a new store over a file that it cannot read.
    pub async fn open(path: &Path, key: &[u8; 32], now: Timestamp) -> Result<Self, OpenProblem> {
        Ok(Self { pools: sqlite::open(path, key, now, MIGRATIONS).await? })
    }

    /// A store that is gone when it is dropped: the preview when there is no keyring, and tests.
    ///
    /// # Errors
    /// When the system gives no memory or thread.
    pub async fn in_memory(now: Timestamp) -> Result<Self, OpenProblem> {
        Ok(Self { pools: sqlite::open_in_memory(now, MIGRATIONS).await? })
    }

    /// Begins to read: everything read through it is from the same instant. Hold it shortly.
    ///
    /// # Errors
    /// [`StoreError::Busy`] or [`StoreError::Closed`].
    pub async fn read(&self) -> Result<Reader, StoreError> {
        Ok(Reader { rows: Rows { transaction: self.pools.readers.begin().await? } })
    }

    /// Begins to write, after whoever is writing now.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when the other does not finish within ten seconds, or [`StoreError::Closed`].
    pub async fn begin(&self) -> Result<Writer, StoreError> {
        // IMMEDIATE takes the lock at once: a transaction that read first and then cannot write would have to start over.
        Ok(Writer { rows: Rows { transaction: self.pools.writer.begin_with("BEGIN IMMEDIATE").await? } })
    }

    /// Moves the write-ahead log into the file and empties it, so that what was deleted is not left there.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while somebody reads or writes.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        let mut connection = self.pools.writer.acquire().await?;
        match sqlite::checkpoint(&mut connection).await? {
            Checkpoint::Done => Ok(()),
            Checkpoint::Hindered => Err(StoreError::Busy),
        }
    }

    /// Closes the file, after whoever still reads or writes. Whatever is asked afterwards is [`StoreError::Closed`].
    pub async fn close(&self) {
        self.pools.readers.close().await;
        self.pools.writer.close().await;
    }
}

/// The store at one instant, to read from: what [`Reader`] and [`Writer`] have in common.
pub struct Rows {
    transaction: Transaction<'static, Sqlite>,
}

impl Rows {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rows")
    }
}

/// Reads the store as it was when it began.
#[derive(Debug)]
pub struct Reader {
    rows: Rows,
}

impl Deref for Reader {
    type Target = Rows;
    fn deref(&self) -> &Rows {
        &self.rows
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut Rows {
        &mut self.rows
    }
}

/// Writes, all or nothing. Reads what it wrote. Dropped without a commit, it takes everything back.
#[derive(Debug)]
#[must_use = "a writer that is dropped takes everything back"]
pub struct Writer {
    rows: Rows,
}

impl Deref for Writer {
    type Target = Rows;
    fn deref(&self) -> &Rows {
        &self.rows
    }
}

impl DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut Rows {
        &mut self.rows
    }
}

impl Writer {
    /// Keeps what was written, together with the audit row that says so.
    ///
    /// # Errors
    /// When the database refuses; then nothing is kept.
    pub async fn commit(self, event: &AuditEvent) -> Result<(), StoreError> {
        self.commit_all(std::slice::from_ref(event)).await
    }

    /// Keeps what was written, with an audit row for each event, in order.
    ///
    /// # Errors
    /// [`StoreError::Unaudited`] without events, or when the database refuses; then nothing is kept.
    pub async fn commit_all(mut self, events: &[AuditEvent]) -> Result<(), StoreError> {
        if events.is_empty() {
            return Err(StoreError::Unaudited);
        }
        self.append_audit(events).await?;
        Ok(self.rows.transaction.commit().await?)
    }
}
