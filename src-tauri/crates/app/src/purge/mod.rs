//! *Gallring*: what is due is destroyed, with a receipt, and the database is told.
//!
//! The vault destroys without the database; here its receipts are taken in, so that screens show what is gone.

mod clock;
mod overview;
mod receipts;
mod report;
mod room;
mod run;
mod words;

pub use clock::trust_clock;
pub use overview::{
    BegunView, ClockView, DoubtView, JobState, KeptItem, KeptState, PurgeOverview, RunsView, UnfinishedView, overview,
};
pub use receipts::{
    ChainFault, ChainVerdict, ListReceipts, OpenReceipt, ReceiptCircumstances, ReceiptDetail, ReceiptPage, ReceiptView,
    check_receipts, list_receipts, open_receipt,
};
pub(crate) use receipts::{chain_verdict, remembered};
pub use report::{KindCount, PurgeReport, ReportFormat, ReportPeriod, SaveReport, TriggerCount, report, save_report};
pub(crate) use room::LastRefused;
pub use room::{Full, RefusedFile, RoomView};
pub(crate) use run::{blocking, destroy, proven_now, purge_due, take_in_receipts};
pub use words::{PurgeOutcome, PurgeStep, PurgeTrigger, PurgedKind};
