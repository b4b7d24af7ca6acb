//! The report to the head of the unit: what came in, what is gone, what was late or stuck, and that the chain holds.

use std::sync::Arc;

use domain::{Permission, Timestamp, audit::Action};
use serde::{Deserialize, Serialize};
use store::ReceiptPeriod;
use vault::PurgeError;

use super::{
    ChainVerdict, PurgeOutcome, PurgeTrigger, PurgedKind, ReceiptView,
    overview::{is_stuck, kept},
    receipts::check_receipts,
    run::blocking,
};
use crate::{
    App,
    failure::Failure,
    pdf::{self, Block},
    saving::{csv_line, write_beside},
};

/// A purge that ends later than this after the deadline is late: what is promised while the computer is on, in minutes.
const LATE_MINUTES: i64 = 15;

/// From one moment until another.
#[derive(Clone, Copy, Deserialize, ts_rs::TS)]
pub struct ReportPeriod {
    from: Timestamp,
    /// Not included.
    until: Timestamp,
}

/// What happened in a period, and how it stands now.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PurgeReport {
    /// The unit's name.
    pub unit: String,
    /// The period's beginning.
    pub from: Timestamp,
    /// Its end, not included.
    pub until: Timestamp,
    /// When the report was made.
    pub made: Timestamp,
    /// Attachments that came in.
    pub received: u32,
    /// Attachments and copies that were destroyed.
    pub purged: u32,
    /// Of those, how many more than 15 minutes after their deadline.
    pub late: u32,
    /// What cannot be removed now.
    pub stuck: u32,
    /// What is kept now.
    pub kept: u32,
    /// What was destroyed, by kind and how it ended.
    pub by_kind: Vec<KindCount>,
    /// What was destroyed, by what set it off.
    pub by_trigger: Vec<TriggerCount>,
    /// Whether the receipts can be believed.
    pub chain: ChainVerdict,
}

/// How many of a kind.
#[derive(Serialize, ts_rs::TS)]
pub struct KindCount {
    /// What was destroyed.
    pub kind: PurgedKind,
    /// How it ended.
    pub outcome: PurgeOutcome,
    /// How many.
    pub count: u32,
}

/// How many by a trigger.
#[derive(Serialize, ts_rs::TS)]
pub struct TriggerCount {
    /// What set it off.
    pub trigger: PurgeTrigger,
    /// How many.
    pub count: u32,
}

/// As what kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// For a spreadsheet.
    Csv,
    /// For reading and filing; accessible.
    Pdf,
}

/// Which report to save, and how.
#[derive(Deserialize, ts_rs::TS)]
pub struct SaveReport {
    period: ReportPeriod,
    format: ReportFormat,
}

/// The report of a period.
///
/// # Errors
/// When not permitted.
pub async fn report(app: &App, period: ReportPeriod) -> Result<PurgeReport, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let (purge, clocks) = (Arc::clone(&desk.opened.purge), app.clocks());
    let (reading, begun) = blocking(move || Ok::<_, PurgeError>((purge.observe(clocks)?, purge.begun()?))).await??;
    let kept = kept(&desk.opened, reading, &begun).await?.len();
    let mut reader = desk.opened.store.read().await?;
    let received = reader.received_between(period.from, period.until).await?;
    let of_period = ReceiptPeriod { from: period.from, until: period.until, ..ReceiptPeriod::ALL };
    let records = reader.receipts_between(of_period, u32::MAX).await?;
    drop(reader);
    let receipts: Vec<ReceiptView> = records.into_iter().map(ReceiptView::try_from).collect::<Result<_, _>>()?;
    let late = receipts.iter().filter(|one| one.purged_at > one.deadline.plus_minutes(LATE_MINUTES)).count();
    let kinds = tally(receipts.iter().map(|one| (one.kind, one.outcome)));
    let triggers = tally(receipts.iter().map(|one| one.trigger));
    Ok(PurgeReport {
        unit: desk.unit.name.clone(),
        from: period.from,
        until: period.until,
        made: desk.now,
        received: u32::try_from(received).unwrap_or(u32::MAX),
        purged: number(receipts.len()),
        late: number(late),
        stuck: number(begun.iter().filter(|item| is_stuck(item, reading)).count()),
        kept: number(kept),
        by_kind: kinds.into_iter().map(|((kind, outcome), count)| KindCount { kind, outcome, count }).collect(),
        by_trigger: triggers.into_iter().map(|(trigger, count)| TriggerCount { trigger, count }).collect(),
        chain: check_receipts(app, ()).await?,
    })
}

/// Saves the report where the person says in the system's own dialog. `false` when they change their mind.
///
/// # Errors
/// When not permitted, or the file cannot be written there.
pub async fn save_report(app: &App, request: SaveReport) -> Result<bool, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let report = report(app, request.period).await?;
    let bytes = match request.format {
        ReportFormat::Csv => csv(&report),
        ReportFormat::Pdf => {
            pdf::write(&title(&report), &blocks(&report)).map_err(|error| Failure::unexpected(&error))?
        }
    };
    let extension = match request.format {
        ReportFormat::Csv => "csv",
        ReportFormat::Pdf => "pdf",
    };
    let name = format!("gallringsrapport-{}-{}.{extension}", report.from.date(), last_day(&report).date());
    let Some(place) = app.outside().dialogs.save_file("Spara gallringsrapporten", &name).await else {
        return Ok(false);
    };
    blocking(move || write_beside(&place, &bytes)).await?.map_err(|_| Failure::ReportUnwritable)?;
    desk.opened.store.begin().await?.commit(&desk.event(Action::PurgeReported, "")).await?;
    Ok(true)
}

fn tally<T: Ord>(all: impl Iterator<Item = T>) -> std::collections::BTreeMap<T, u32> {
    let mut counts = std::collections::BTreeMap::new();
    for one in all {
        *counts.entry(one).or_insert(0) += 1;
    }
    counts
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The day that the period ends with: its end is not included.
const fn last_day(report: &PurgeReport) -> Timestamp {
    report.until.plus_minutes(-1)
}

fn title(report: &PurgeReport) -> String {
    format!("Gallringsrapport {} – {}", report.from.date(), last_day(report).date())
}

/// The report's parts: heading, and a name and a number a row.
fn sections(report: &PurgeReport) -> Vec<(&'static str, Vec<(String, u32)>)> {
    let counts = vec![
        ("Bilagor som kom in".to_owned(), report.received),
        ("Gallrade bilagor och kopior".to_owned(), report.purged),
        ("Gallrade mer än 15 minuter efter sin tid".to_owned(), report.late),
        ("Går inte att ta bort just nu".to_owned(), report.stuck),
        ("Finns kvar just nu".to_owned(), report.kept),
    ];
    let kinds =
        report.by_kind.iter().map(|one| (format!("{}, {}", kind(one.kind), outcome(one.kind, one.outcome)), one.count));
    let triggers = report.by_trigger.iter().map(|one| (trigger(one.trigger).to_owned(), one.count));
    vec![
        ("Sammanfattning", counts),
        ("Vad som gallrades", kinds.collect()),
        ("Vad som satte igång gallringen", triggers.collect()),
    ]
}

const fn kind(kind: PurgedKind) -> &'static str {
    match kind {
        PurgedKind::Sealed => "Bilaga",
        PurgedKind::SafeCopy => "Säker kopia",
        PurgedKind::Original => "Original",
        PurgedKind::UnfinishedCopy => "Kopia som inte blev klar",
        PurgedKind::Copy => "Tillfällig kopia",
    }
}

const fn outcome(kind: PurgedKind, outcome: PurgeOutcome) -> &'static str {
    match outcome {
        // That it was not whole is what the kind says.
        PurgeOutcome::ContentChanged if matches!(kind, PurgedKind::UnfinishedCopy) => "förstörd",
        PurgeOutcome::Removed => "förstörd",
        PurgeOutcome::NotFoundAtRecordedPlace => "fanns inte på sin plats",
        PurgeOutcome::ContentChanged => "innehållet var ändrat, förstörd",
        PurgeOutcome::Unreadable => "oläsbar, förstörd",
    }
}

const fn trigger(trigger: PurgeTrigger) -> &'static str {
    match trigger {
        PurgeTrigger::Timer => "Tiden var ute medan Budkavle var igång",
        PurgeTrigger::Start => "Tiden var ute när Budkavle startade",
        PurgeTrigger::Scheduled => "Datorns schemalagda jobb",
        PurgeTrigger::Person => "För hand",
    }
}

fn chain(verdict: &ChainVerdict) -> String {
    match verdict {
        ChainVerdict::Whole { receipts, head } => {
            format!(
                "Kedjan av kvitton är kontrollerad och hel: {receipts} kvitton. Kontrollsumma för det sista: {head}."
            )
        }
        ChainVerdict::Broken { line, .. } => {
            format!("KEDJAN AV KVITTON ÄR BRUTEN på rad {line}. Kvittona kan inte användas som bevis.")
        }
        ChainVerdict::CutOff => "KEDJAN AV KVITTON ÄR AVKLIPPT: kvitton som har funnits saknas. Kvittona kan inte \
                                 användas som bevis."
            .to_owned(),
    }
}

fn blocks(report: &PurgeReport) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(title(report)),
        Block::Text(format!("{}. Rapporten gjordes {}.", report.unit, report.made.to_local_text())),
    ];
    for (heading, rows) in sections(report) {
        blocks.push(Block::Heading { level: 2, text: heading.to_owned() });
        if rows.is_empty() {
            blocks.push(Block::Text("Inget.".to_owned()));
        } else {
            let rows = rows.into_iter().map(|(name, count)| vec![name, count.to_string()]).collect();
            blocks.push(Block::Table { head: vec!["Uppgift".to_owned(), "Antal".to_owned()], rows });
        }
    }
    blocks.push(Block::Heading { level: 2, text: "Kvittonas kedja".to_owned() });
    blocks.push(Block::Text(chain(&report.chain)));
    blocks
}

/// For a Swedish spreadsheet: semicolons, and a mark that says UTF-8.
fn csv(report: &PurgeReport) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let mut line = |cells: [&str; 3]| text.push_str(&csv_line(&cells));
    line(["Del", "Uppgift", "Värde"]);
    line(["Rapport", "Enhet", &report.unit]);
    line(["Rapport", "Från och med", &report.from.date().to_string()]);
    line(["Rapport", "Till och med", &last_day(report).date().to_string()]);
    line(["Rapport", "Gjord", &report.made.to_local_text()]);
    for (heading, rows) in sections(report) {
        for (name, count) in rows {
            line([heading, &name, &count.to_string()]);
        }
    }
    line(["Kvittonas kedja", "Kontroll", &chain(&report.chain)]);
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(unit: &str) -> PurgeReport {
        PurgeReport {
            unit: unit.to_owned(),
            from: Timestamp::from_millis(1_793_487_600_000),
            until: Timestamp::from_millis(1_796_079_600_000),
            made: Timestamp::from_millis(1_795_334_400_000),
            received: 12,
            purged: 9,
            late: 0,
            stuck: 1,
            kept: 3,
            by_kind: vec![KindCount { kind: PurgedKind::SafeCopy, outcome: PurgeOutcome::Removed, count: 9 }],
            by_trigger: vec![TriggerCount { trigger: PurgeTrigger::Timer, count: 9 }],
            chain: ChainVerdict::Whole { receipts: 9, head: "ab".repeat(32) },
        }
    }

    #[test]
    fn the_spreadsheet_has_a_name_and_a_value_a_row_and_no_formula() {
        let text = String::from_utf8(csv(&example("=HYPERLINK(\"x\")"))).expect("text");
        assert!(text.starts_with("\u{feff}\"Del\";\"Uppgift\";\"Värde\"\r\n"));
        assert!(text.contains("\"Rapport\";\"Enhet\";\"'=HYPERLINK(\"\"x\"\")\"\r\n"));
        assert!(text.contains("\"Rapport\";\"Från och med\";\"2026-11-01\"\r\n"));
        assert!(text.contains("\"Rapport\";\"Till och med\";\"2026-11-30\"\r\n"));
        assert!(text.contains("\"Sammanfattning\";\"Gallrade bilagor och kopior\";\"9\"\r\n"));
        assert!(text.contains("\"Vad som gallrades\";\"Säker kopia, förstörd\";\"9\"\r\n"));
    }

    #[test]
    fn the_pdf_says_the_same_and_names_the_head_of_the_chain() {
        let report = example("Exempelmottagningen");
        let bytes = pdf::write(&title(&report), &blocks(&report)).expect("written");
        let text = lopdf::Document::load_mem(&bytes).expect("a PDF").extract_text(&[1]).expect("text");
        let text = text.replace('\n', "");
        for words in
            ["Gallringsrapport 2026-11-01", "Exempelmottagningen", "Bilagor som kom in", "Kvittonas kedja", "abab"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
    }

    #[test]
    fn a_broken_chain_is_said_loudly() {
        assert!(chain(&ChainVerdict::CutOff).starts_with("KEDJAN"));
        assert!(chain(&ChainVerdict::Broken { line: 3, fault: super::super::ChainFault::Altered }).contains("rad 3"));
    }
}
