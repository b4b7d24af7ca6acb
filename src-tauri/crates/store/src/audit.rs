//! The audit log: appended to at every commit, never changed.

use domain::audit::{Action, AuditEvent, AuditRow, ChainBreak, GENESIS};
use sqlx::sqlite::SqliteRow;

use crate::{Rows, StoreError, Writer, fields::Fields};

/// Rows a round when the whole chain is read.
const PAGE: i64 = 500;

/// The last row of the log. Noted elsewhere, it shows whether rows were cut off the end, which the chain alone cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditHead {
    /// How many rows there are; 0 when none.
    pub seq: i64,
    /// The last row's hash; [`GENESIS`] when none.
    pub hash: String,
}

/// Why the log could not be vouched for.
#[derive(Debug, thiserror::Error)]
pub enum AuditProblem {
    /// A row was changed, removed or put in.
    #[error("the chain is broken")]
    Broken(#[from] ChainBreak),
    /// The log could not be read.
    #[error("the log cannot be read")]
    Store(#[from] StoreError),
}

impl Rows {
    /// Where the log ends.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn audit_head(&mut self) -> Result<AuditHead, StoreError> {
        let last = sqlx::query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
            .fetch_optional(self.connection())
            .await?;
        match last {
            Some(row) => Ok(AuditHead { seq: row.whole("seq")?, hash: row.text("hash")? }),
            None => Ok(AuditHead { seq: 0, hash: GENESIS.to_owned() }),
        }
    }

    /// The newest rows, or the newest before the row `before`, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn audit_rows(&mut self, limit: u32, before: Option<i64>) -> Result<Vec<AuditRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT seq, at, unit, actor_kind, actor_id, action, subject, citizen, previous, hash FROM audit \
             WHERE seq < $1 ORDER BY seq DESC LIMIT $2",
        )
        .bind(before.unwrap_or(i64::MAX))
        .bind(i64::from(limit))
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(audit_row).collect()
    }

    /// The subject of the newest row of an action.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn latest_subject(&mut self, action: Action) -> Result<Option<String>, StoreError> {
        let subject = sqlx::query_scalar("SELECT subject FROM audit WHERE action = $1 ORDER BY seq DESC LIMIT 1");
        Ok(subject.bind(action.as_str()).fetch_optional(self.connection()).await?)
    }

    /// Reads the whole log and recomputes its chain; says how many rows it has. Needs little memory however long it is.
    ///
    /// # Errors
    /// The first place where the chain does not hold, or that it cannot be read.
    pub async fn verify_audit(&mut self) -> Result<i64, AuditProblem> {
        let mut head = AuditHead { seq: 0, hash: GENESIS.to_owned() };
        loop {
            let rows = sqlx::query(
                "SELECT seq, at, unit, actor_kind, actor_id, action, subject, citizen, previous, hash FROM audit \
                 WHERE seq > $1 ORDER BY seq LIMIT $2",
            )
            .bind(head.seq)
            .bind(PAGE)
            .fetch_all(self.connection())
            .await
            .map_err(StoreError::from)?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                let row = audit_row(row)?;
                row.verify_after(head.seq, &head.hash)?;
                head = AuditHead { seq: row.seq, hash: row.hash };
            }
        }
        // Rows numbered 0 or below would have been passed over.
        let first: Option<i64> = sqlx::query_scalar("SELECT MIN(seq) FROM audit")
            .fetch_one(self.connection())
            .await
            .map_err(StoreError::from)?;
        match first {
            Some(seq) if seq < 1 => Err(ChainBreak::Gap { seq }.into()),
            Some(_) | None => Ok(head.seq),
        }
    }
}

impl Writer {
    /// Puts the events at the end of the chain. Nobody else can be at it: a writer holds the only write lock.
    pub(crate) async fn append_audit(&mut self, events: &[AuditEvent]) -> Result<(), StoreError> {
        let AuditHead { mut seq, mut hash } = self.audit_head().await?;
        for event in events {
            let row = AuditRow::link(event, seq, &hash);
            (seq, hash) = (row.seq, row.hash.clone());
            sqlx::query(
                "INSERT INTO audit (seq, at, unit, actor_kind, actor_id, action, subject, citizen, previous, hash) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(row.seq)
            .bind(row.at)
            .bind(row.unit)
            .bind(row.actor_kind)
            .bind(row.actor_id)
            .bind(row.action)
            .bind(row.subject)
            .bind(row.citizen)
            .bind(row.previous)
            .bind(row.hash)
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }
}

fn audit_row(row: &SqliteRow) -> Result<AuditRow, StoreError> {
    Ok(AuditRow {
        seq: row.whole("seq")?,
        at: row.whole("at")?,
        unit: row.text("unit")?,
        actor_kind: row.text("actor_kind")?,
        actor_id: row.text("actor_id")?,
        action: row.text("action")?,
        subject: row.text("subject")?,
        citizen: row.text("citizen")?,
        previous: row.text("previous")?,
        hash: row.text("hash")?,
    })
}
