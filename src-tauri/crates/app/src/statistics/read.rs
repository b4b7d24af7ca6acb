//! What came of the cases of a period.

use domain::{
    Permission, TemplateId, Timestamp,
    statistics::{FEWEST, StatisticsPeriod, weeks},
};
use serde::{Deserialize, Serialize};

use crate::{App, failure::Failure};

/// Of which period.
#[derive(Clone, Copy, Deserialize, ts_rs::TS)]
pub struct StatisticsOf {
    pub(super) period: StatisticsPeriod,
}

/// What came of the cases that were sent in a period, as it is now.
#[derive(Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Statistics {
    /// The period's beginning.
    pub from: Timestamp,
    /// Its end: now.
    pub until: Timestamp,
    /// Of all templates together.
    pub all: CaseFigures,
    /// Of each template that was sent, the most sent first.
    pub templates: Vec<TemplateFigures>,
    /// Week by week. The first and the last may be cut off by the period.
    pub weeks: Vec<WeekSent>,
    /// Of how many cases at least a median is told.
    pub fewest: u64,
}

/// How many, and how quick.
#[derive(Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
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
    /// Minutes from sending to reading, the median; `None` where too few are read.
    pub minutes_to_read: Option<u64>,
    /// Minutes from sending to the reply, the median; `None` where too few are answered.
    pub minutes_to_answer: Option<u64>,
}

/// The same of one template.
#[derive(Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TemplateFigures {
    /// Which.
    pub template: TemplateId,
    /// What it is called now.
    pub name: String,
    /// What came of its cases.
    pub figures: CaseFigures,
}

/// How many were sent in a week.
#[derive(Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct WeekSent {
    /// When it begins: a Monday, but for the period's first.
    pub from: Timestamp,
    /// How many.
    pub sent: u64,
}

/// What came of the cases of a period. No data of a patient is read, so that looking needs no row in the audit log.
///
/// # Errors
/// When not permitted.
pub async fn read(app: &App, request: StatisticsOf) -> Result<Statistics, Failure> {
    let desk = app.desk(Permission::ReadStatistics).await?;
    let (unit, from, until) = (desk.unit.id, request.period.start(desk.now), desk.now);
    let mut reader = desk.opened.store.read().await?;
    let all = figures(reader.unit_figures(unit, from, until).await?);
    let templates = reader.template_figures(unit, from, until).await?;
    let mut sent_weekly = Vec::new();
    for (from, until) in weeks(from, until) {
        sent_weekly.push(WeekSent { from, sent: reader.sent_between(unit, from, until).await? });
    }
    let templates = templates
        .into_iter()
        .map(|one| TemplateFigures { template: one.template, name: one.name, figures: figures(one.figures) })
        .collect();
    Ok(Statistics { from, until, all, templates, weeks: sent_weekly, fewest: FEWEST })
}

/// The figures as they may be told.
fn figures(counted: store::CaseFigures) -> CaseFigures {
    CaseFigures {
        sent: counted.sent,
        read: counted.read,
        asked: counted.asked,
        answered: counted.answered,
        revoked: counted.revoked,
        closed_unanswered: counted.closed_unanswered,
        minutes_to_read: median(counted.median_to_read, counted.read),
        minutes_to_answer: median(counted.median_to_answer, counted.answered),
    }
}

/// A median in whole minutes, where there are cases enough behind it: those that it is the middle of, which may be fewer than were
/// sent.
fn median(millis: Option<i64>, of: u64) -> Option<u64> {
    // A clock that was set back between may have made one less than nothing.
    millis.filter(|_| of >= FEWEST).map(|millis| u64::try_from(millis / 60_000).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_told_of_five_and_not_of_four() {
        assert_eq!(median(Some(90 * 60_000), 5), Some(90));
        assert_eq!(median(Some(90 * 60_000), 4), None);
        assert_eq!(median(None, 0), None);
        assert_eq!(median(Some(-1_000_000), 9), Some(0));
    }
}
