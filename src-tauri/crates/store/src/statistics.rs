//! How many cases a unit has sent and what came of them. Neither a message, a reply, a citizen nor a member of staff is read.

use domain::{TemplateId, Timestamp, UnitId};
use sqlx::sqlite::SqliteRow;

use crate::{Rows, StoreError, fields::Fields};

/// What came of the cases that were sent in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseFigures {
    /// Sent.
    pub sent: u64,
    /// … and read.
    pub read: u64,
    /// … and asking for a reply.
    pub asked: u64,
    /// … and answered.
    pub answered: u64,
    /// … and taken back.
    pub revoked: u64,
    /// … and closed without the reply that was asked for.
    pub closed_unanswered: u64,
    /// Milliseconds from sending to reading, the middle of all that are read; `None` when none is.
    pub median_to_read: Option<i64>,
    /// Milliseconds from sending to the reply, the middle of all that are answered; `None` when none is.
    pub median_to_answer: Option<i64>,
}

/// The same of one template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFigures {
    /// Which.
    pub template: TemplateId,
    /// What it is called now.
    pub name: String,
    /// What came of its cases.
    pub figures: CaseFigures,
}

/// The figures of each group of cases. The medians are taken by SQL, so that no row leaves the database for them: the middle one of
/// the waits in order, or the mean of the two middle ones.
macro_rules! figures_of_each {
    ($group:literal) => {
        concat!(
            "WITH chosen AS (SELECT ",
            $group,
            " AS grouped, answerable, sent, read_at, answered_at, ended, revoked \
             FROM cases WHERE unit = $1 AND sent >= $2 AND sent < $3 AND held = 0), \
             reads AS (SELECT grouped, read_at - sent AS wait, \
              ROW_NUMBER() OVER (PARTITION BY grouped ORDER BY read_at - sent) AS place, \
              COUNT(*) OVER (PARTITION BY grouped) AS many FROM chosen WHERE read_at IS NOT NULL), \
             replies_in AS (SELECT grouped, answered_at - sent AS wait, \
              ROW_NUMBER() OVER (PARTITION BY grouped ORDER BY answered_at - sent) AS place, \
              COUNT(*) OVER (PARTITION BY grouped) AS many FROM chosen WHERE answered_at IS NOT NULL), \
             to_read AS (SELECT grouped, CAST(AVG(wait) AS BIGINT) AS wait FROM reads \
              WHERE place IN ((many + 1) / 2, (many + 2) / 2) GROUP BY grouped), \
             to_answer AS (SELECT grouped, CAST(AVG(wait) AS BIGINT) AS wait FROM replies_in \
              WHERE place IN ((many + 1) / 2, (many + 2) / 2) GROUP BY grouped), \
             counted AS (SELECT grouped, COUNT(*) AS sent, COUNT(read_at) AS read, SUM(answerable) AS asked, \
              COUNT(answered_at) AS answered, SUM(revoked) AS revoked, \
              SUM(CASE WHEN answerable = 1 AND answered_at IS NULL AND ended IS NOT NULL AND revoked = 0 \
               THEN 1 ELSE 0 END) AS closed_unanswered FROM chosen GROUP BY grouped) \
             SELECT c.grouped, c.sent, c.read, c.asked, c.answered, c.revoked, c.closed_unanswered, \
             r.wait AS to_read, a.wait AS to_answer, t.name \
             FROM counted c LEFT JOIN to_read r ON r.grouped = c.grouped \
             LEFT JOIN to_answer a ON a.grouped = c.grouped LEFT JOIN templates t ON t.id = c.grouped \
             ORDER BY c.sent DESC, t.name, c.grouped"
        )
    };
}

const OF_EACH_TEMPLATE: &str = figures_of_each!("template");
const OF_THE_UNIT: &str = figures_of_each!("unit");

impl Rows {
    /// What came of the cases of each template that a unit sent from a moment until another, which is not included. The most sent
    /// first; a template of which nothing was sent is not among them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn template_figures(
        &mut self,
        unit: UnitId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<TemplateFigures>, StoreError> {
        let rows = self.figures(OF_EACH_TEMPLATE, unit, from, until).await?;
        rows.iter()
            .map(|row| {
                Ok(TemplateFigures {
                    template: row.parsed("grouped")?,
                    name: row.text("name")?,
                    figures: figures(row)?,
                })
            })
            .collect()
    }

    /// What came of all cases that a unit sent from a moment until another, which is not included.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn unit_figures(
        &mut self,
        unit: UnitId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<CaseFigures, StoreError> {
        let rows = self.figures(OF_THE_UNIT, unit, from, until).await?;
        rows.first().map_or(Ok(CaseFigures::default()), figures)
    }

    /// How many cases a unit sent from a moment until another, which is not included.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn sent_between(&mut self, unit: UnitId, from: Timestamp, until: Timestamp) -> Result<u64, StoreError> {
        let row =
            sqlx::query("SELECT COUNT(*) AS sent FROM cases WHERE unit = $1 AND sent >= $2 AND sent < $3 AND held = 0")
                .bind(unit.to_string())
                .bind(from.as_millis())
                .bind(until.as_millis())
                .fetch_one(self.connection())
                .await?;
        row.size("sent")
    }

    async fn figures(
        &mut self,
        sql: &'static str,
        unit: UnitId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<SqliteRow>, StoreError> {
        let query = sqlx::query(sql).bind(unit.to_string()).bind(from.as_millis()).bind(until.as_millis());
        Ok(query.fetch_all(self.connection()).await?)
    }
}

fn figures(row: &SqliteRow) -> Result<CaseFigures, StoreError> {
    Ok(CaseFigures {
        sent: row.size("sent")?,
        read: row.size("read")?,
        asked: row.size("asked")?,
        answered: row.size("answered")?,
        revoked: row.size("revoked")?,
        closed_unanswered: row.size("closed_unanswered")?,
        median_to_read: row.maybe_whole("to_read")?,
        median_to_answer: row.maybe_whole("to_answer")?,
    })
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, time::Instant};

    use domain::statistics::weeks;
    use sqlx::Row;
    use uuid::Uuid;

    use super::*;
    use crate::{Store, Writer};

    const MINUTE: i64 = 60_000;
    const BEGAN: Timestamp = Timestamp::from_millis(1_764_000_000_000);

    fn unit() -> UnitId {
        UnitId::from_uuid(Uuid::from_u128(1))
    }

    fn template(number: u128) -> TemplateId {
        TemplateId::from_uuid(Uuid::from_u128(100 + number))
    }

    /// So many cases of seven templates, one every five minutes: some read, some answered, some closed or taken back. What they
    /// refer to is not there, which is no matter before the writer commits; it never does.
    async fn made_up(writer: &mut Writer, cases: i64) {
        let connection = writer.connection();
        sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *connection).await.expect("deferred");
        for number in 0..7 {
            sqlx::query(
                "INSERT INTO templates (id, unit, name, answerable, archived, revision, changed) \
                 VALUES ($1, $2, $3, 1, 0, 1, 0)",
            )
            .bind(template(number).to_string())
            .bind(unit().to_string())
            .bind(format!("Mall {number}"))
            .execute(&mut *connection)
            .await
            .expect("a template");
        }
        sqlx::query(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1), \
             of AS (SELECT i, i * 7919 % 7 AS t, i * 104729 % 10007 AS r, $2 + i * 300000 AS at FROM n) \
             INSERT INTO cases (id, unit, citizen, sender, handler, template, version, heading, answerable, sent, \
              read_at, answered_at, ended, revoked, number) \
             SELECT printf('%036d', i), $3, 'c', 's', 's', printf('00000000-0000-0000-0000-%012x', 100 + t), 'v', 'h', \
              t <> 6, at, CASE WHEN r % 5 > 0 THEN at + r * 1000 END, \
              CASE WHEN t <> 6 AND r % 5 > 2 THEN at + r * 3000 END, CASE WHEN r % 10 < 2 OR r % 5 = 1 THEN at + 1 END, \
              r % 10 = 0, i FROM of",
        )
        .bind(cases)
        .bind(BEGAN.as_millis())
        .bind(unit().to_string())
        .execute(connection)
        .await
        .expect("made up");
    }

    fn middle(mut waits: Vec<i64>) -> Option<i64> {
        waits.sort_unstable();
        let many = waits.len();
        let two = (many > 0).then(|| (waits[(many - 1) / 2], waits[many / 2]));
        two.map(|(one, other)| i64::midpoint(one, other))
    }

    /// The same figures, counted one case at a time.
    async fn counted_by_hand(writer: &mut Writer, from: Timestamp, until: Timestamp) -> BTreeMap<String, CaseFigures> {
        let rows = sqlx::query("SELECT * FROM cases").fetch_all(writer.connection()).await.expect("read");
        let mut groups: BTreeMap<String, Vec<&SqliteRow>> = BTreeMap::new();
        for row in &rows {
            if (from..until).contains(&row.time("sent").expect("a time")) {
                groups.entry(row.get("template")).or_default().push(row);
                groups.entry("all".to_owned()).or_default().push(row);
            }
        }
        let figures = |rows: &Vec<&SqliteRow>| {
            let many = |which: &dyn Fn(&SqliteRow) -> bool| rows.iter().filter(|row| which(row)).count() as u64;
            let has = |row: &SqliteRow, column| row.maybe_whole(column).expect("a number").is_some();
            let is = |row: &SqliteRow, column| row.flag(column).expect("a flag");
            let waits = |column| {
                let of = |row: &&&SqliteRow| Some(row.maybe_whole(column).ok()?? - row.whole("sent").ok()?);
                middle(rows.iter().filter_map(|row| of(&row)).collect())
            };
            CaseFigures {
                sent: many(&|_| true),
                read: many(&|row| has(row, "read_at")),
                asked: many(&|row| is(row, "answerable")),
                answered: many(&|row| has(row, "answered_at")),
                revoked: many(&|row| is(row, "revoked")),
                closed_unanswered: many(&|row| {
                    is(row, "answerable") && !has(row, "answered_at") && has(row, "ended") && !is(row, "revoked")
                }),
                median_to_read: waits("read_at"),
                median_to_answer: waits("answered_at"),
            }
        };
        groups.iter().map(|(group, rows)| (group.clone(), figures(rows))).collect()
    }

    #[tokio::test]
    async fn every_figure_is_what_counting_by_hand_gives() {
        let store = Store::in_memory(BEGAN).await.expect("in memory");
        let mut writer = store.begin().await.expect("free");
        made_up(&mut writer, 1_000).await;
        for (first, last) in [(0, 5_000), (300, 2_000), (10, 45), (10, 25), (4_990, 5_001)] {
            let (from, until) = (BEGAN.plus_minutes(first), BEGAN.plus_minutes(last));
            let mut expected = counted_by_hand(&mut writer, from, until).await;
            let all = expected.remove("all").expect("some");
            assert_eq!(writer.unit_figures(unit(), from, until).await.expect("read"), all);
            assert_eq!(writer.sent_between(unit(), from, until).await.expect("read"), all.sent);
            let told = writer.template_figures(unit(), from, until).await.expect("read");
            assert!(told.is_sorted_by(|one, other| one.figures.sent >= other.figures.sent));
            let told: BTreeMap<_, _> = told.into_iter().map(|one| (one.template.to_string(), one.figures)).collect();
            assert_eq!(told, expected);
        }
    }

    #[tokio::test]
    async fn where_nothing_was_sent_there_is_nothing_and_another_units_are_not_ones_own() {
        let store = Store::in_memory(BEGAN).await.expect("in memory");
        let mut writer = store.begin().await.expect("free");
        made_up(&mut writer, 50).await;
        let (late, end) = (BEGAN.plus_minutes(100_000), BEGAN.plus_minutes(200_000));
        let other = UnitId::from_uuid(Uuid::from_u128(2));
        for (of, from, until) in [(unit(), late, end), (other, BEGAN, end)] {
            assert_eq!(writer.unit_figures(of, from, until).await.expect("read"), CaseFigures::default());
            assert!(writer.template_figures(of, from, until).await.expect("read").is_empty());
        }
    }

    #[tokio::test]
    async fn cases_are_found_by_when_they_were_sent() {
        let store = Store::in_memory(BEGAN).await.expect("in memory");
        let mut reader = store.read().await.expect("free");
        for sql in [OF_EACH_TEMPLATE, OF_THE_UNIT] {
            let plan = sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")));
            let plan = plan.fetch_all(reader.connection()).await.expect("explained");
            let steps: Vec<String> = plan.iter().map(|row| row.get("detail")).collect();
            let cases: Vec<_> = steps.iter().filter(|step| step.contains(" cases")).collect();
            assert!(!cases.is_empty(), "{steps:?}");
            assert!(cases.iter().all(|step| step.contains("INDEX cases_sent (unit=? AND sent>?")), "{steps:?}");
        }
    }

    /// How long a year of a very large unit takes is printed: `cargo test -p budkavle-store -- --nocapture a_hundred_thousand`.
    #[tokio::test]
    async fn a_hundred_thousand_cases_are_counted_and_put_in_order() {
        let store = Store::in_memory(BEGAN).await.expect("in memory");
        let mut writer = store.begin().await.expect("free");
        made_up(&mut writer, 100_000).await;
        let until = Timestamp::from_millis(BEGAN.as_millis() + 100_001 * 5 * MINUTE);
        let begun = Instant::now();
        let all = writer.unit_figures(unit(), BEGAN, until).await.expect("read");
        let of_unit = begun.elapsed();
        let begun = Instant::now();
        let each = writer.template_figures(unit(), BEGAN, until).await.expect("read");
        let of_templates = begun.elapsed();
        let begun = Instant::now();
        let mut sent = 0;
        for (from, until) in weeks(BEGAN, until) {
            sent += writer.sent_between(unit(), from, until).await.expect("read");
        }
        let weekly = begun.elapsed();
        eprintln!("100 000 cases: unit {of_unit:?}, seven templates {of_templates:?}, by week {weekly:?}");
        assert_eq!((all.sent, sent), (100_000, 100_000));
        assert_eq!(each.iter().map(|one| one.figures.sent).sum::<u64>(), 100_000);
    }
}
