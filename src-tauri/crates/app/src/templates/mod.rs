//! *Mallar för invånarärende*: list, build, publish, archive.

mod begin;
mod edit;
mod exchange;
mod guideline;
mod publish;
mod view;

pub use begin::{CreateTemplate, create, start_draft};
pub use edit::{EditDraft, EditedDraft, News, TurnStep, edit_draft, redo_edit, undo_edit};
pub use exchange::{ReportLine, TemplateFile, TemplateInFile, export, import, preview_import};
pub use guideline::GuidelineView;
pub(crate) use guideline::decided;
pub use publish::{Publish, archive, publish, restore};
pub use view::{DraftView, OpenTemplate, PublishedView, StepsView, TemplateRow, TemplateView, list, open};
