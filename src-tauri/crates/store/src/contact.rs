//! How recently a citizen was written to, which is told before they are written to again.

use domain::{CitizenId, Timestamp, UnitId};

use crate::{Rows, StoreError, fields::Fields};

/// The last that the unit sent to a citizen.
#[derive(Clone, PartialEq, Eq)]
pub struct LastContact {
    /// When.
    pub sent: Timestamp,
    /// The message's heading.
    pub heading: String,
    /// Who sent it.
    pub sender_name: String,
}

/// How a unit has written to a citizen.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// The last time; `None` when never.
    pub last: Option<LastContact>,
    /// How many messages were sent since the instant that was asked for.
    pub recent: u64,
    /// How many of all the unit's messages the citizen has not opened.
    pub unread: u64,
}

/// `$1` citizen, `$2` unit, `$3` the instant since which messages are recent.
const COUNTS: &str = "SELECT COUNT(CASE WHEN sent >= $3 THEN 1 END) AS recent, \
                      COUNT(CASE WHEN read_at IS NULL THEN 1 END) AS unread FROM cases \
                      WHERE citizen = $1 AND unit = $2 AND held = 0 AND revoked = 0";
/// `$1` citizen, `$2` unit.
const LAST: &str = "SELECT c.sent, c.heading, s.name AS sender_name FROM cases c JOIN staff s ON s.id = c.sender \
                    WHERE c.citizen = $1 AND c.unit = $2 AND c.held = 0 AND c.revoked = 0 ORDER BY c.sent DESC LIMIT 1";

impl Rows {
    /// How the unit has written to a citizen, with what was sent from `since` on as recent: neither what was taken back nor what has
    /// not left yet. No message is read for it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn contact(&mut self, unit: UnitId, citizen: CitizenId, since: Timestamp) -> Result<Contact, StoreError> {
        let (unit, citizen) = (unit.to_string(), citizen.to_string());
        let counts =
            sqlx::query(COUNTS).bind(&citizen).bind(&unit).bind(since.as_millis()).fetch_one(self.connection()).await?;
        let last = sqlx::query(LAST).bind(&citizen).bind(&unit).fetch_optional(self.connection()).await?;
        let last = last.map(|row| -> Result<LastContact, StoreError> {
            Ok(LastContact {
                sent: row.time("sent")?,
                heading: row.text("heading")?,
                sender_name: row.text("sender_name")?,
            })
        });
        Ok(Contact { last: last.transpose()?, recent: counts.size("recent")?, unread: counts.size("unread")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use sqlx::{AssertSqlSafe, Row};

    /// A citizen has few cases and a unit has many: both questions begin at the citizen's, and the last is the first of them.
    #[tokio::test]
    async fn only_the_citizens_own_cases_are_looked_at() {
        let store = Store::in_memory(Timestamp::from_millis(0)).await.expect("in memory");
        let mut reader = store.read().await.expect("free");
        for sql in [COUNTS, LAST] {
            let explained = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")));
            let rows = explained.fetch_all(reader.connection()).await.expect("explained");
            let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
            assert!(
                plan.iter().any(|step| step.contains("COVERING INDEX cases_to_citizen (citizen=? AND unit=?)")),
                "{plan:?}"
            );
            assert!(!plan.iter().any(|step| step.contains("SCAN") || step.contains("TEMP B-TREE")), "{plan:?}");
        }
    }
}
