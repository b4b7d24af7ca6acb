//! What is true in Budkavle: templates, messages, cases, replies, attachments, retention, the guideline.
//!
//! Invariants: no I/O, no clock, no randomness. A function here depends on its arguments alone and cannot fail for
//! outside reasons, so every rule can be tested by calling it. `now` and new ids are parameters.
//!
//! ```
//! use budkavle_domain::{PersonNumber, Timestamp};
//!
//! let now = Timestamp::from_millis(1_795_000_000_000);
//! let number = PersonNumber::parse(" 19121212-1212 ", now.date()).expect("a public test number");
//! assert_eq!(number.as_str(), "191212121212");
//! ```

pub mod actor;
pub mod attachment;
pub mod audit;
pub mod case;
pub mod citizen;
pub mod copy;
pub mod guideline;
mod hsa_id;
mod id;
mod luhn;
pub mod message;
pub mod note;
mod person_number;
pub mod reply;
pub mod retention;
pub mod review;
pub mod statistics;
pub mod template;
pub mod text;
mod time;
pub mod unit;

pub use actor::{Actor, Permission, Role};
pub use hsa_id::{HsaId, HsaIdProblem};
pub use id::{
    AttachmentId, BankSectionId, CaseId, CitizenId, CopyId, DecisionId, ExampleId, ItemId, OptionId, ReplyId, RowId,
    ScoreRangeId, StaffId, TemplateId, UnitId, VersionId,
};
pub use person_number::{NumberKind, PersonNumber, PersonNumberProblem};
pub use time::Timestamp;
