//! *Mallar för invånarärende*: list, build, publish, archive.

mod bank;
mod begin;
mod copied;
mod coupled;
mod edit;
mod exchange;
mod guideline;
mod history;
mod library;
mod life;
mod picture;
mod print;
mod publish;
mod rehearse;
mod starters;
mod translations;
mod usage;
mod view;

pub use bank::{
    BankItem, BankSectionView, OpenBankSection, RenameBankSection, SaveBankSection, list as list_bank_sections,
    open as open_bank_section, remove as remove_bank_section, rename as rename_bank_section, save as save_bank_section,
};
pub use begin::{CreateTemplate, create, start_draft};
pub use copied::{CopiedItems, read_copied};
pub use coupled::{BankComparison, CompareWithBank, UpdateBankSection, compare_with_bank, update_bank_section};
pub use edit::{
    EditDraft, EditedDraft, News, RestoreVersion, TurnStep, edit_draft, redo_edit, restore_version, undo_edit,
};
pub use exchange::{ReportLine, TemplateFile, TemplateInFile, export, import, preview_import};
pub use guideline::GuidelineView;
pub(crate) use guideline::decided;
pub use history::{
    ChangeView, CompareVersions, Side, TemplateHistory, VersionComparison, VersionView, compare_versions, history,
};
pub use library::{MarkFavourite, OrganiseTemplate, SearchTemplates, TemplateHit, mark_favourite, organise, search};
pub use life::{ReturnDraft, approve, give_back, submit, withdraw};
pub use picture::{PictureFile, PreparedPicture, prepare as prepare_picture};
pub use print::{ItemCaption, PrintTemplate, ReadSide, TemplateSide, read_side, save as save_pdf};
pub use publish::{Publish, archive, publish, restore};
pub use rehearse::{Rehearsal, RehearseTemplate, rehearse};
pub use starters::{CreateFromStarter, Starter, StarterRow, create as create_from_starter, list as list_starters};
pub use translations::{TranslationFile, export as export_translations, read as read_translations};
pub use usage::{TemplateUsage, TemplateUserView, usage};
pub use view::{
    DraftView, OpenTemplate, PublishedView, ReturnedView, StepsView, SubmissionView, TemplateRow, TemplateView, list,
    open,
};
