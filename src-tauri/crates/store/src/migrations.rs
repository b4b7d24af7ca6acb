//! The schema's history: forward only, never edited once shipped.

use domain::Timestamp;
use sqlx::{SqliteConnection, raw_sql};

/// One step of the schema.
pub(crate) struct Migration {
    /// 1, 2, 3 …
    pub(crate) version: i64,
    /// What it brings, for whoever reads the ledger.
    pub(crate) name: &'static str,
    /// What SQLite and PostgreSQL both understand.
    pub(crate) portable: &'static str,
    /// What only SQLite understands.
    pub(crate) sqlite: &'static str,
}

/// Every step there is, in order. Add a fixture database when you add one.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "start",
        portable: include_str!("../migrations/0001_start.sql"),
        sqlite: include_str!("../migrations/0001_start.sqlite.sql"),
    },
    Migration {
        version: 2,
        name: "retention decisions",
        portable: include_str!("../migrations/0002_retention_decisions.sql"),
        sqlite: include_str!("../migrations/0002_retention_decisions.sqlite.sql"),
    },
    Migration {
        version: 3,
        name: "copies say what they are",
        portable: include_str!("../migrations/0003_copies_say_what_they_are.sql"),
        sqlite: include_str!("../migrations/0003_copies_say_what_they_are.sqlite.sql"),
    },
    Migration {
        version: 4,
        name: "a draft's steps",
        portable: include_str!("../migrations/0004_draft_steps.sql"),
        sqlite: include_str!("../migrations/0004_draft_steps.sqlite.sql"),
    },
    Migration {
        version: 5,
        name: "a template's life",
        portable: include_str!("../migrations/0005_template_life.sql"),
        sqlite: include_str!("../migrations/0005_template_life.sqlite.sql"),
    },
    Migration {
        version: 6,
        name: "a case's work",
        portable: include_str!("../migrations/0006_a_cases_work.sql"),
        sqlite: include_str!("../migrations/0006_a_cases_work.sqlite.sql"),
    },
    Migration {
        version: 7,
        name: "a citizen's standing",
        portable: include_str!("../migrations/0007_a_citizens_standing.sql"),
        sqlite: include_str!("../migrations/0007_a_citizens_standing.sqlite.sql"),
    },
    Migration {
        version: 8,
        name: "sending later",
        portable: include_str!("../migrations/0008_sending_later.sql"),
        sqlite: include_str!("../migrations/0008_sending_later.sqlite.sql"),
    },
];

/// The newest schema known here: a store with a newer one is refused.
pub const SCHEMA_VERSION: i64 = newest(MIGRATIONS);

/// The version that `migrations` lead to.
pub(crate) const fn newest(migrations: &[Migration]) -> i64 {
    match migrations {
        [.., last] => last.version,
        [] => 0,
    }
}

/// Takes every step after `from`, within the transaction that `connection` is in.
pub(crate) async fn apply(
    connection: &mut SqliteConnection,
    migrations: &[Migration],
    from: i64,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    for step in migrations.iter().filter(|step| step.version > from) {
        raw_sql(step.portable).execute(&mut *connection).await?;
        raw_sql(step.sqlite).execute(&mut *connection).await?;
        sqlx::query("INSERT INTO schema_version (version, name, applied) VALUES ($1, $2, $3)")
            .bind(step.version)
            .bind(step.name)
            .bind(now.as_millis())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
