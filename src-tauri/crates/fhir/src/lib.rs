//! Templates as FHIR R4 Questionnaires; those of STU3 and R5 are read as well.
//!
//! [`import`] reads a file and says of every part what became of it; [`export`] writes a template so that other systems open it.
//! What has no meaning here is kept in the template and given back at its place, so that a form that passes through loses nothing.
//! The mapping, part by part, is in `docs/fhir.md`.
//!
//! Invariants: no I/O, no clock, no randomness; no input makes it panic; nothing that was shown on a condition is shown without one;
//! the handler's instruction stands where no renderer shows it; no picture is decoded, and no address followed.
//!
//! ```
//! use fhir::{About, export, import};
//!
//! let mut last = 0;
//! let mut ids = || {
//!     last += 1;
//!     uuid::Uuid::from_u128(last)
//! };
//! let file = br#"{"resourceType": "Questionnaire", "status": "active", "title": "Astma",
//!     "item": [{"linkId": "1", "type": "boolean", "text": "Hostar du?"}]}"#;
//! let read = import(file, &mut ids, &mut |_| None).expect("a Questionnaire");
//! assert_eq!(read[0].content.name, "Astma");
//! assert_eq!(export(&read[0].content, &About::default()), serde_json::from_slice::<serde_json::Value>(file).expect("JSON"));
//! ```

mod about;
mod compare;
mod export;
mod import;
mod json;
mod kept;
mod links;
mod markdown;
mod names;
mod remark;
mod translations;

pub use about::{About, Status};
pub use compare::differences;
pub use export::export;
pub use import::{Draw, Imported, MAX_FILE, as_r4, import};
pub use names::OWN;
pub use remark::{NoPicture, NotAsked, Part, Refusal, Remark, RemarkKind, VersionSign};
