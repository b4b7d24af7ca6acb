//! Everything that is SQLite's own: the key, pragmas, opening, the copy before a migration, error codes.
//!
//! The key reaches SQLCipher as the text of a pragma, so copies of it live in this process as long as the store is
//! open. Statement logging is off for the same reason: it would print that pragma.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use domain::Timestamp;
use sqlx::{
    ConnectOptions, Connection, SqliteConnection, SqlitePool, raw_sql,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};

use crate::{
    OpenProblem,
    migrations::{self, Migration},
};

/// How many copies from before migrations are kept beside the store.
const BACKUPS_KEPT: usize = 3;

/// How long somebody waits for whoever is writing, in this program or another, before it is called busy.
const PATIENCE: Duration = Duration::from_secs(10);

/// Connections that only read. Each is a thread with a page cache of its own.
const READERS: u32 = 2;

/// What a connection that writes is told once the key has proved right. These read the schema, so they come after the
/// key was tried. WAL lets readers read while one writes; FULL makes a commit survive a power cut; `secure_delete`
/// overwrites what is deleted.
const WRITER: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; \
                      PRAGMA cache_size = -16384;";

/// What a connection that reads is told. The cache (24 MiB at most) holds the lists' indexes of a large unit.
const READER: &str = "PRAGMA query_only = ON; PRAGMA cache_size = -24576;";

/// What SQLite means by an error code, as far as anybody acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// `SQLITE_BUSY` and `SQLITE_LOCKED`.
    Locked,
    /// `SQLITE_CORRUPT`.
    Damaged,
    /// `SQLITE_FULL`.
    Full,
    /// `SQLITE_NOTADB`: what a wrong key gives.
    NotADatabase,
}

impl Fault {
    pub(crate) fn of(error: &sqlx::Error) -> Option<Self> {
        let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
        // The low byte is the primary code: https://www.sqlite.org/rescode.html
        match code & 0xff {
            5 | 6 => Some(Self::Locked),
            11 => Some(Self::Damaged),
            13 => Some(Self::Full),
            26 => Some(Self::NotADatabase),
            _ => None,
        }
    }
}

/// The connections of an open store: one that writes, some that read.
pub(crate) struct Pools {
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
}

/// What is at a path.
enum Found {
    /// Nothing yet.
    New,
    /// A store with this schema.
    Schema(i64),
}

/// Opens the store at `path`, bringing its schema to the newest of `migrations`; makes it when there is none.
pub(crate) async fn open(
    path: &Path,
    key: &[u8; 32],
    now: Timestamp,
    migrations: &[Migration],
) -> Result<Pools, OpenProblem> {
    let known = migrations::newest(migrations);
    let options = options(path, key);
    prepare_file(path).map_err(OpenProblem::Io)?;
    match examine(path, &options).await? {
        Found::Schema(found) if found > known => return Err(OpenProblem::Newer { found, known }),
        Found::Schema(found) if found < known => {
            back_up(path, &options, key, found, known).await?;
            migrate(&options, migrations, now).await?;
        }
        Found::New => migrate(&options, migrations, now).await?,
        // The everyday case needs no more than its connections.
        Found::Schema(_) => {}
    }
    let writer = pool(1, WRITER).connect_with(options.clone()).await?;
    let readers = pool(READERS, READER).connect_with(options).await?;
    Ok(Pools { writer, readers })
}

/// A store that lives as long as its single connection.
pub(crate) async fn open_in_memory(now: Timestamp, migrations: &[Migration]) -> Result<Pools, OpenProblem> {
    let options = common(SqliteConnectOptions::new().in_memory(true));
    let writer = pool(1, "PRAGMA secure_delete = ON;").connect_with(options).await?;
    let mut transaction = writer.begin().await?;
    migrations::apply(&mut transaction, migrations, 0, now).await?;
    transaction.commit().await?;
    Ok(Pools { readers: writer.clone(), writer })
}

/// Moves the write-ahead log into the file and empties it.
pub(crate) async fn checkpoint(connection: &mut SqliteConnection) -> Result<Checkpoint, sqlx::Error> {
    let busy: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?;
    Ok(if busy == 0 { Checkpoint::Done } else { Checkpoint::Hindered })
}

/// Whether a checkpoint got through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checkpoint {
    /// The log is empty.
    Done,
    /// Somebody was reading or writing.
    Hindered,
}

/// A pool that never lets a connection go by itself: opening one costs a key set-up, and in memory it *is* the store.
fn pool(size: u32, told: &'static str) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(size)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| Box::pin(async move { raw_sql(told).execute(connection).await.map(drop) }))
        // When the disk is full SQLite takes a transaction back by itself, and sqlx, which wants to do so afterwards, goes
        // on counting it: on that connection nothing could begin any more. It is given up for a new one.
        .after_release(|connection, _| {
            Box::pin(async move {
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
}

fn common(options: SqliteConnectOptions) -> SqliteConnectOptions {
    // Before SQLCipher does: OpenSSL's own handler at exit frees what a thread of sqlx's that is just ending frees too.
    openssl_sys::init();
    options.busy_timeout(PATIENCE).pragma("temp_store", "MEMORY").foreign_keys(true).disable_statement_logging()
}

/// Options with a raw key, so that no key derivation is run at every opening. sqlx puts `key` before all other pragmas
/// and none of these reads the file, so that a wrong key is found in one place, [`schema_of`].
fn options(path: &Path, key: &[u8; 32]) -> SqliteConnectOptions {
    use std::fmt::Write;
    let mut raw = String::with_capacity(70);
    raw.push_str("\"x'");
    for byte in key {
        // Writing to a string cannot fail.
        let _ = write!(raw, "{byte:02x}");
    }
    raw.push_str("'\"");
    common(SqliteConnectOptions::new().filename(path))
        .pragma("key", raw)
        // A missed page costs mostly its HMAC; SHA-256 has instructions of its own. Fixed when a file is made.
        .pragma("cipher_hmac_algorithm", "HMAC_SHA256")
        // Keys are locked in memory and erased all the same. Switched on, it does that to every piece that a statement
        // takes: two hundred system calls for a list, most of its time, and a wait whenever an attachment's memory is
        // given back. What is read then lies in our own memory anyway, which is why the disk is to be encrypted.
        .pragma("cipher_memory_security", "OFF")
        // Otherwise a wrong key is reported on standard error.
        .pragma("cipher_log_level", "NONE")
}

/// Makes an empty file if there is none, and keeps everybody else's hands off. SQLite gives its `-wal` and `-shm` files
/// the same permissions. A file that exists is not opened: closing it again would drop the locks of another store on it
/// in this process, see [`back_up`].
fn prepare_file(path: &Path) -> io::Result<()> {
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    match new.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            #[cfg(unix)]
            fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
            Ok(())
        }
        Err(error) => Err(error),
    }
}

async fn examine(path: &Path, options: &SqliteConnectOptions) -> Result<Found, OpenProblem> {
    let is_empty = fs::metadata(path).map_err(OpenProblem::Io)?.len() == 0;
    if is_empty {
        // A log without its database: the file was emptied or replaced. SQLite would throw the log away.
        return if size_of_log(path) > 0 { Err(OpenProblem::Damaged) } else { Ok(Found::New) };
    }
    let mut connection = options.connect().await?;
    let found = schema_of(&mut connection).await;
    connection.close().await?;
    found
}

/// The schema's version, by which the key is tried too.
async fn schema_of(connection: &mut SqliteConnection) -> Result<Found, OpenProblem> {
    let tables: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_master").fetch_one(&mut *connection).await?;
    if tables == 0 {
        // The very first opening was cut short.
        return Ok(Found::New);
    }
    let ledger = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
    if sqlx::query_scalar::<_, i64>(ledger).fetch_one(&mut *connection).await? == 0 {
        return Err(OpenProblem::Damaged);
    }
    let version: Option<i64> =
        sqlx::query_scalar("SELECT MAX(version) FROM schema_version").fetch_one(&mut *connection).await?;
    version.map(Found::Schema).ok_or(OpenProblem::Damaged)
}

/// All steps in one transaction: a power cut leaves the old schema or the new one.
async fn migrate(options: &SqliteConnectOptions, migrations: &[Migration], now: Timestamp) -> Result<(), OpenProblem> {
    let mut connection = options.connect().await?;
    raw_sql(WRITER).execute(&mut connection).await?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    // Asked again under the lock: another program may have got there first.
    let from = match schema_of(&mut transaction).await? {
        Found::New => 0,
        Found::Schema(version) => version,
    };
    migrations::apply(&mut transaction, migrations, from, now).await?;
    transaction.commit().await?;
    connection.close().await?;
    Ok(())
}

/// Copies the store, encrypted as it is, to `<name>.before-<version>.bak`, and proves that the copy opens.
///
/// The bytes are copied only after every connection of this process was closed: closing a file drops all of a process's
/// locks on it, also those that SQLite believes it holds (<https://www.sqlite.org/howtocorrupt.html> 2.2).
async fn back_up(
    path: &Path,
    options: &SqliteConnectOptions,
    key: &[u8; 32],
    from: i64,
    to: i64,
) -> Result<(), OpenProblem> {
    let mut connection = options.connect().await?;
    let emptied = checkpoint(&mut connection).await?;
    connection.close().await?;
    if emptied == Checkpoint::Hindered || size_of_log(path) > 0 {
        return Err(OpenProblem::InUse);
    }
    let backup = beside(path, &format!(".before-{to}.bak"));
    copy_durably(path, &backup).map_err(OpenProblem::Backup)?;
    prove(&backup, key, from).await?;
    forget_oldest(path).map_err(OpenProblem::Backup)
}

/// Reads the copy from end to end: every page's HMAC, then the structure.
async fn prove(backup: &Path, key: &[u8; 32], schema: i64) -> Result<(), OpenProblem> {
    let whole = async {
        let mut connection = options(backup, key).connect().await?;
        let is_schema = matches!(schema_of(&mut connection).await?, Found::Schema(found) if found == schema);
        let bad_pages = sqlx::query("PRAGMA cipher_integrity_check").fetch_all(&mut connection).await?;
        let structure: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut connection).await?;
        connection.close().await?;
        Ok::<_, OpenProblem>(is_schema && bad_pages.is_empty() && structure == "ok")
    };
    match whole.await {
        Ok(true) => Ok(()),
        Ok(false) | Err(_) => Err(OpenProblem::BackupUnsound),
    }
}

fn copy_durably(from: &Path, to: &Path) -> io::Result<()> {
    let unfinished = beside(to, ".part");
    // `fs::copy` carries the permissions over.
    fs::copy(from, &unfinished)?;
    File::options().write(true).open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, to)?;
    // A new name is durable only when its folder is; Windows has no such call.
    #[cfg(unix)]
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Removes all but the newest copies: they hold what people wrote, and that should not lie about for ever.
fn forget_oldest(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let prefix = beside(Path::new(path.file_name().unwrap_or_default()), ".before-");
    let prefix = prefix.to_string_lossy();
    let mut backups = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let version = name.strip_prefix(&*prefix).and_then(|rest| rest.strip_suffix(".bak")?.parse::<i64>().ok());
        if let Some(version) = version {
            backups.push((version, entry.path()));
        }
    }
    backups.sort_unstable_by_key(|(version, _)| std::cmp::Reverse(*version));
    for (_, old) in backups.iter().skip(BACKUPS_KEPT) {
        fs::remove_file(old)?;
    }
    Ok(())
}

fn size_of_log(path: &Path) -> u64 {
    fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len())
}

/// `path` with `suffix` after its name.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests;
