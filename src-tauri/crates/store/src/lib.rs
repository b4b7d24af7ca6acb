//! What is remembered: the unit, its people, templates, citizens, cases, replies, attachments, receipts and the audit
//! log, in one encrypted file. The only crate with SQL.
//!
//! What it must not do: decide anything about the world (that is `domain`), hold a file's bytes (that is `vault`), or
//! let a change through without an audit row. [`Writer`] has no other way to keep what it wrote than
//! [`Writer::commit`] with the event, or [`Writer::commit_all`]; dropping it takes everything back.
//!
//! The SQL is what SQLite and PostgreSQL both speak; what only SQLite understands is in `sqlite.rs` and in
//! `migrations/*.sqlite.sql`. Contents with structure (templates, messages, answers, slot texts) are stored as the JSON
//! of their `domain` types: changing one of those types is a change of schema and needs a migration, which the fixture
//! database in `tests/fixtures` makes sure nobody forgets.
//!
//! ```
//! # use budkavle_store::Store;
//! # use domain::Timestamp;
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let store = Store::in_memory(Timestamp::from_millis(0)).await?;
//! assert!(store.read().await?.unit().await?.is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// Named in Cargo.toml only so that its feature makes sqlx's SQLite into SQLCipher.
use libsqlite3_sys as _;

mod attachments;
mod audit;
mod case_events;
mod case_filters;
mod case_lists;
mod case_search;
mod cases;
mod citizens;
mod contact;
mod copies;
mod draft_steps;
mod error;
mod fields;
mod fold;
mod migrations;
mod receipts;
mod replies;
mod retention;
mod section_bank;
mod send_drafts;
mod sqlite;
mod staff;
mod statistics;
mod store;
mod template_library;
mod template_life;
mod templates;
mod units;

pub use attachments::AttachmentRecord;
pub use audit::{AuditHead, AuditProblem};
pub use case_events::CaseEventRecord;
pub use case_lists::{CaseQuery, CaseRow};
pub use cases::{CaseRecord, LetterRow, NewCase};
pub use citizens::CitizenChange;
pub use contact::{Contact, LastContact};
pub use copies::{CopyRecord, UnfinishedCopy};
pub use draft_steps::{DraftStep, StepState};
pub use error::{OpenProblem, StoreError};
pub use migrations::SCHEMA_VERSION;
pub use receipts::{ReceiptPeriod, ReceiptRecord};
pub use replies::ReplyRecord;
pub use retention::{ExtensionRecord, RetainedItem};
pub use section_bank::{BankSectionRow, NewBankSection};
pub use send_drafts::SendDraft;
pub use staff::StaffMember;
pub use statistics::{CaseFigures, TemplateFigures};
pub use store::{Reader, Rows, Store, Writer};
pub use template_library::FoundTemplate;
pub use template_life::{ChangeRecord, TemplateUser, VersionRow};
pub use templates::{SendableRow, TemplateRow};
