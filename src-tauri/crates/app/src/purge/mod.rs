//! *Gallring*: what is due is destroyed, with a receipt, and the database is told.
//!
//! The vault destroys without the database; here its receipts are taken in, so that screens show what is gone.

mod overview;
mod run;

pub use overview::{KeptItem, PurgeOverview, ReceiptView, overview};
pub(crate) use run::{destroy, purge_due, take_in_receipts};
