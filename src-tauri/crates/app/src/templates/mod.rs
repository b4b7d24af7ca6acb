//! *Mallar för invånarärende*: list, build, publish, archive.

mod edit;
mod publish;
mod view;

pub use edit::{CreateTemplate, SaveDraft, SavedDraft, create, save_draft, start_draft};
pub use publish::{Publish, archive, publish, restore};
pub use view::{DraftView, OpenTemplate, PublishedView, TemplateRow, TemplateView, list, open};
