//! The statistics as a file for a spreadsheet.

use domain::{Permission, audit::Action};

use super::{CaseFigures, Statistics, StatisticsOf, read::read};
use crate::{
    App,
    failure::Failure,
    purge::blocking,
    saving::{csv_line, write_beside},
};

/// Saves the statistics where the person says in the system's own dialog. `false` when they change their mind.
///
/// # Errors
/// When not permitted; [`Failure::ReportUnwritable`].
pub async fn save(app: &App, request: StatisticsOf) -> Result<bool, Failure> {
    let desk = app.desk(Permission::ReadStatistics).await?;
    let statistics = read(app, request).await?;
    let name = format!("statistik-{}-{}.csv", statistics.from.date(), statistics.until.date());
    let Some(place) = app.outside().dialogs.save_file("Spara statistiken", &name).await else {
        return Ok(false);
    };
    let bytes = csv(&desk.unit.name, &statistics).into_bytes();
    blocking(move || write_beside(&place, &bytes)).await?.map_err(|_| Failure::ReportUnwritable)?;
    desk.opened.store.begin().await?.commit(&desk.event(Action::StatisticsSaved, "")).await?;
    Ok(true)
}

/// One line for all, one for each template and one for each week, with a mark that says UTF-8. What is not known stands empty.
fn csv(unit: &str, statistics: &Statistics) -> String {
    let (from, until) = (statistics.from.date().to_string(), statistics.until.date().to_string());
    let mut text = String::from("\u{feff}");
    text.push_str(&csv_line(&[
        "Enhet",
        "Från och med",
        "Till och med",
        "Del",
        "Namn",
        "Skickade",
        "Lästa",
        "Frågor",
        "Besvarade",
        "Återkallade",
        "Avslutade utan svar",
        "Mediantid till läst (timmar)",
        "Mediantid till svar (timmar)",
    ]));
    let mut figures = |part: &str, name: &str, of: &CaseFigures| {
        let counts = [of.sent, of.read, of.asked, of.answered, of.revoked, of.closed_unanswered].map(|n| n.to_string());
        let medians = [of.minutes_to_read, of.minutes_to_answer].map(hours);
        let mut cells = vec![unit, &from, &until, part, name];
        cells.extend(counts.iter().chain(&medians).map(String::as_str));
        text.push_str(&csv_line(&cells));
    };
    figures("Alla mallar", "", &statistics.all);
    for one in &statistics.templates {
        figures("Mall", &one.name, &one.figures);
    }
    for week in &statistics.weeks {
        let (begins, sent) = (week.from.date().to_string(), week.sent.to_string());
        text.push_str(&csv_line(&[unit, &from, &until, "Vecka från", &begins, &sent, "", "", "", "", "", "", ""]));
    }
    text
}

/// Hours with one decimal, as a Swedish spreadsheet takes them; nothing where it is not told.
fn hours(minutes: Option<u64>) -> String {
    minutes.map_or_else(String::new, |minutes| {
        let tenths = (minutes + 3) / 6;
        format!("{},{}", tenths / 10, tenths % 10)
    })
}

#[cfg(test)]
mod tests {
    use domain::{TemplateId, Timestamp};

    use super::*;
    use crate::statistics::{TemplateFigures, WeekSent};

    #[test]
    fn the_spreadsheet_has_a_line_for_each_and_no_formula() {
        let figures = |minutes_to_read| CaseFigures {
            sent: 12,
            read: 10,
            asked: 9,
            answered: 4,
            revoked: 1,
            closed_unanswered: 2,
            minutes_to_read,
            minutes_to_answer: None,
        };
        let from = Timestamp::from_millis(1_793_228_400_000);
        let template = TemplateId::from_uuid(uuid::Uuid::from_u128(1));
        let statistics = Statistics {
            from,
            until: Timestamp::from_millis(1_795_777_200_000),
            all: figures(Some(90)),
            templates: vec![TemplateFigures { template, name: "=SUM(\"A1\")".to_owned(), figures: figures(None) }],
            weeks: vec![WeekSent { from, sent: 3 }],
            fewest: 5,
        };
        let text = csv("Exempelmottagningen", &statistics);
        let lines: Vec<&str> = text.lines().collect();
        let begins = "\"Exempelmottagningen\";\"2026-10-29\";\"2026-11-27\";";
        assert!(lines[0].starts_with("\u{feff}\"Enhet\";\"Från och med\";"));
        assert_eq!(
            lines[1],
            format!("{begins}\"Alla mallar\";\"\";\"12\";\"10\";\"9\";\"4\";\"1\";\"2\";\"1,5\";\"\"")
        );
        assert!(lines[2].starts_with(&format!("{begins}\"Mall\";\"'=SUM(\"\"A1\"\")\";\"12\";")));
        assert!(lines[3].starts_with(&format!("{begins}\"Vecka från\";\"2026-10-29\";\"3\";\"\";")));
        let cells = |line: &str| line.matches(';').count();
        assert!(lines.iter().all(|line| cells(line) == 12), "{text}");
    }

    #[test]
    fn hours_are_rounded_to_a_tenth() {
        for (minutes, words) in [(0, "0,0"), (2, "0,0"), (3, "0,1"), (59, "1,0"), (1_440, "24,0"), (100, "1,7")] {
            assert_eq!(hours(Some(minutes)), words);
        }
        assert_eq!(hours(None), "");
    }
}
