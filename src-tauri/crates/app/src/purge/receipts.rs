//! Receipts: found by period, opened whole, and the chain that they form.

use std::{path::Path, sync::Arc};

use domain::{Permission, StaffId, Timestamp, audit::Action};
use serde::{Deserialize, Serialize};
use store::{ReceiptPeriod, ReceiptRecord, Rows};
use vault::{ChainError, Circumstances, ItemKind, LineFault, Outcome, PurgeArea, Sandbox, Trigger, verify_receipts};

use super::{
    PurgeOutcome, PurgeStep, PurgeTrigger, PurgedKind,
    run::{anchor, blocking},
};
use crate::{App, failure::Failure, start::vault_in};

/// Receipts on a page.
const PAGE: u32 = 50;

/// Which receipts.
#[derive(Deserialize, ts_rs::TS)]
pub struct ListReceipts {
    /// Destroyed at this moment or later; `None`: from the first.
    from: Option<Timestamp>,
    /// Destroyed before this moment; `None`: to the last.
    until: Option<Timestamp>,
    /// Numbers below this one: the page after the one that ended with it.
    before: Option<i64>,
}

/// Receipts, newest first.
#[derive(Serialize, ts_rs::TS)]
pub struct ReceiptPage {
    /// At most a page of them.
    pub receipts: Vec<ReceiptView>,
    /// There are more: ask for those before this number.
    pub next: Option<i64>,
}

/// A receipt.
#[derive(Clone, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptView {
    /// Number in the chain.
    pub seq: i64,
    /// Random id of what was destroyed.
    pub item: String,
    /// What it was.
    pub kind: PurgedKind,
    /// Bytes.
    pub size: i64,
    /// When it was to be destroyed.
    pub deadline: Timestamp,
    /// When it was.
    pub purged_at: Timestamp,
    /// What set it off.
    pub trigger: PurgeTrigger,
    /// How it ended.
    pub outcome: PurgeOutcome,
}

/// Which receipt.
#[derive(Deserialize, ts_rs::TS)]
pub struct OpenReceipt {
    seq: i64,
}

/// A receipt as it stands in the vault's own log.
#[derive(Serialize, ts_rs::TS)]
pub struct ReceiptDetail {
    /// The receipt.
    pub receipt: ReceiptView,
    /// What was done and found, in order.
    pub steps: Vec<PurgeStep>,
    /// The line's hash, which covers all lines before it.
    pub hash: String,
    /// Under what circumstances. None on receipts of versions that did not say.
    pub circumstances: Option<ReceiptCircumstances>,
}

/// How it stood on the computer when something was destroyed.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptCircumstances {
    /// When it had come, where that could be told.
    pub received: Option<Timestamp>,
    /// Whole seconds that the computer's clock lay behind the moment that was purged by.
    pub clock_behind: i64,
    /// The clock had leapt ahead and was not believed.
    pub clock_doubted: bool,
    /// The version of the program.
    pub version: String,
    /// Whether files were shown behind a jail that holds, where the program knew.
    pub jail_holds: Option<bool>,
    /// Who chose to, as far as the unit still knows that account.
    pub person: Option<String>,
}

/// Whether the chain of receipts can be believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "verdict")]
pub enum ChainVerdict {
    /// Every line holds, and what the audit log remembers of the last one is there.
    Whole {
        /// Receipts.
        receipts: i64,
        /// The last line's hash. Kept elsewhere, it shows whether lines were cut off later.
        head: String,
    },
    /// A line does not hold.
    Broken {
        /// Its number, from 1.
        line: i64,
        /// What is wrong with it.
        fault: ChainFault,
    },
    /// Every line holds, but lines that the audit log remembers are not there: the end was cut off or rewritten.
    CutOff,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum ChainFault {
    /// It is not a line that this program writes.
    NotALine,
    /// A newer version of the program wrote it.
    NewerFormat,
    /// A line is missing before it, or lines have changed places.
    OutOfSequence,
    /// It was changed after it was written.
    Altered,
}

impl TryFrom<ReceiptRecord> for ReceiptView {
    type Error = Failure;

    fn try_from(record: ReceiptRecord) -> Result<Self, Failure> {
        fn word<T: serde::de::DeserializeOwned>(word: String) -> Result<T, Failure> {
            serde_json::from_value(serde_json::Value::String(word)).map_err(|error| Failure::unexpected(&error))
        }
        Ok(Self {
            seq: record.seq,
            item: record.item,
            kind: PurgedKind::of(word::<ItemKind>(record.kind)?, record.copy),
            size: i64::try_from(record.size).unwrap_or(i64::MAX),
            deadline: record.deadline,
            purged_at: record.purged_at,
            trigger: word::<Trigger>(record.trigger)?.into(),
            outcome: word::<Outcome>(record.outcome)?.into(),
        })
    }
}

/// The receipts of a period, a page at a time.
///
/// # Errors
/// When not permitted.
pub async fn list_receipts(app: &App, request: ListReceipts) -> Result<ReceiptPage, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let all = ReceiptPeriod::ALL;
    let period = ReceiptPeriod {
        from: request.from.unwrap_or(all.from),
        until: request.until.unwrap_or(all.until),
        before: request.before.unwrap_or(all.before),
    };
    let mut records = desk.opened.store.read().await?.receipts_between(period, PAGE + 1).await?;
    let more = records.len() > PAGE as usize;
    records.truncate(PAGE as usize);
    let next = records.last().map(|record| record.seq).filter(|_| more);
    let receipts = records.into_iter().map(ReceiptView::try_from).collect::<Result<_, _>>()?;
    Ok(ReceiptPage { receipts, next })
}

/// One receipt whole, from the vault's own log.
///
/// # Errors
/// When not permitted, or there is no such receipt.
pub async fn open_receipt(app: &App, request: OpenReceipt) -> Result<ReceiptDetail, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let seq = u64::try_from(request.seq).map_err(|_| Failure::ReceiptNotFound)?;
    let purge = Arc::clone(&desk.opened.purge);
    let found = blocking(move || purge.receipts_after(seq.saturating_sub(1))).await??;
    let receipt = found.into_iter().find(|receipt| receipt.seq == seq).ok_or(Failure::ReceiptNotFound)?;
    let mut reader = desk.opened.store.read().await?;
    let kind = PurgedKind::find(&mut reader, receipt.kind, receipt.item).await?;
    let circumstances = match receipt.circumstances {
        Some(known) => Some(told(&mut reader, known).await?),
        None => None,
    };
    drop(reader);
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    Ok(ReceiptDetail {
        steps: receipt.steps.iter().map(|step| (*step).into()).collect(),
        hash: receipt.hash,
        circumstances,
        receipt: ReceiptView {
            seq: request.seq,
            item: receipt.item.to_string(),
            kind,
            size: whole(receipt.size),
            deadline: Timestamp::from_millis(receipt.deadline.unwrap_or(receipt.purged_at).0),
            purged_at: Timestamp::from_millis(receipt.purged_at.0),
            trigger: receipt.trigger.into(),
            outcome: receipt.outcome.into(),
        },
    })
}

async fn told(rows: &mut Rows, known: Circumstances) -> Result<ReceiptCircumstances, Failure> {
    let person = match known.actor {
        Some(actor) => rows.staff(StaffId::from_bytes(*actor.as_bytes())).await?,
        None => None,
    };
    Ok(ReceiptCircumstances {
        received: known.received.map(Timestamp::from_millis),
        clock_behind: i64::try_from(known.clock.behind / 1_000).unwrap_or(i64::MAX),
        clock_doubted: known.clock.doubted,
        version: known.version,
        jail_holds: known.sandbox.map(|sandbox| sandbox == Sandbox::Holds),
        person: person.map(|person| person.name),
    })
}

/// *Kontrollera kedjan*: re-computes it, and compares its end with what the audit log remembers.
///
/// # Errors
/// When not permitted, or the log cannot be read.
pub async fn check_receipts(app: &App, (): ()) -> Result<ChainVerdict, Failure> {
    let desk = app.desk(Permission::ReadPurge).await?;
    let vault =
        if desk.opened.in_memory { app.outside().profile.join("memory") } else { vault_in(&app.outside().profile) };
    let remembered = remembered(&mut *desk.opened.store.read().await?).await?;
    blocking(move || chain_verdict(&vault, remembered.as_deref())).await?.map_err(|error| Failure::unexpected(&error))
}

/// Number and hash of the last receipt that the audit log remembers.
pub(crate) async fn remembered(rows: &mut Rows) -> Result<Option<String>, store::StoreError> {
    rows.latest_subject(Action::ReceiptsTakenIn).await
}

/// Whether the chain in a vault's directory holds, and the receipt that is remembered elsewhere is in it.
pub(crate) fn chain_verdict(vault: &Path, remembered: Option<&str>) -> Result<ChainVerdict, ChainError> {
    let report = match verify_receipts(vault) {
        Ok(report) => report,
        Err(ChainError::Broken { line, fault }) => {
            let fault = match fault {
                LineFault::NotALine => ChainFault::NotALine,
                LineFault::NewerFormat => ChainFault::NewerFormat,
                LineFault::OutOfSequence | LineFault::NotLinked | LineFault::NotBegun => ChainFault::OutOfSequence,
                LineFault::Altered => ChainFault::Altered,
            };
            return Ok(ChainVerdict::Broken { line: i64::try_from(line).unwrap_or(i64::MAX), fault });
        }
        Err(error) => return Err(error),
    };
    if remembered.is_some_and(|remembered| !anchor_holds(vault, remembered)) {
        return Ok(ChainVerdict::CutOff);
    }
    Ok(ChainVerdict::Whole { receipts: i64::try_from(report.purged).unwrap_or(i64::MAX), head: report.head })
}

/// Whether the receipt that is remembered is in the log as it was.
fn anchor_holds(vault: &Path, remembered: &str) -> bool {
    let seq = remembered.split_once(':').and_then(|(seq, _)| seq.parse::<u64>().ok());
    let found = seq.and_then(|seq| PurgeArea::at(vault).receipts_after(seq.saturating_sub(1)).ok());
    found.is_some_and(|receipts| receipts.iter().any(|receipt| anchor(receipt.seq, &receipt.hash) == remembered))
}
