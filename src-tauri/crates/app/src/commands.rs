//! THE list of commands. It makes the dispatcher and the TypeScript map; a command without a handler does not compile.
//!
//! `reads` names the topics whose change makes the answer stale; `changes` names the topics that success touches.

use serde::Serialize;
use serde_json::Value;

use crate::{
    App, attachments, bindings::Describe, cases, citizen_inbox, citizens, failure::Failure, people, purge, retention,
    sending, session, start, statistics, templates, topic::Topic, unit,
};

macro_rules! commands {
    (@done reads $app:ident [$($topic:ident),*]) => {};
    (@done changes $app:ident [$($topic:ident),*]) => { $app.announce(&[$(Topic::$topic),*]); };
    (@topics reads [$($topic:ident),*]) => { &[$(Topic::$topic),*] };
    (@topics changes [$($topic:ident),*]) => { &[] };
    ($($name:ident($request:ty) -> $response:ty = $handler:path, $effect:ident $topics:tt;)+) => {
        /// Carries out the command `name`.
        ///
        /// # Errors
        /// What the command answers when it fails; [`Failure::UnknownCommand`] and [`Failure::RequestMalformed`] when
        /// the screen and this program are not of the same version.
        pub async fn dispatch(app: &App, name: &str, request: Value) -> Result<Value, Failure> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(|_| Failure::RequestMalformed)?;
                    let response = Box::pin($handler(app, request)).await?;
                    commands!(@done $effect app $topics);
                    answer(&response)
                })+
                _ => Err(Failure::UnknownCommand),
            }
        }

        /// Every command's name, in the list's order.
        pub const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// Shows every command to the generator of bindings.
        pub(crate) fn describe(into: &mut Describe) {
            $(into.command::<$request, $response>(stringify!($name), commands!(@topics $effect $topics));)+
        }
    };
}

commands! {
    start_state(()) -> start::StartState = start::state, reads [Session, Unit];
    retry_start(()) -> () = start::retry, changes [Session];
    start_in_memory(()) -> () = start::in_memory, changes [Session];
    use_passphrase(start::UsePassphrase) -> () = start::use_passphrase, changes [Session];
    set_up_unit(start::SetUpUnit) -> () = start::set_up_unit, changes [Session, Unit, People];

    sign_in(session::SignIn) -> () = session::sign_in, changes [Session];
    sign_out(()) -> () = session::sign_out, changes [Session];
    lock(()) -> () = session::lock, changes [Session];
    unlock(session::Unlock) -> () = session::unlock, changes [Session];
    note_activity(()) -> () = session::note_activity, reads [];
    change_own_password(session::ChangeOwnPassword) -> () = session::change_own_password, changes [];

    list_people(()) -> Vec<people::Person> = people::list, reads [People];
    add_person(people::AddPerson) -> () = people::add, changes [People];
    change_person(people::ChangePerson) -> () = people::change, changes [People, Session];
    replace_password(people::ReplacePassword) -> () = people::replace_password, changes [People];

    unit_settings(()) -> domain::unit::Unit = unit::settings, reads [Unit];
    save_unit_settings(unit::SaveUnitSettings) -> () = unit::save_settings, changes [Unit];
    choose_secure_folder(()) -> Option<String> = unit::choose_secure_folder, reads [];

    list_templates(()) -> Vec<templates::TemplateRow> = templates::list, reads [Templates];
    create_template(templates::CreateTemplate) -> templates::TemplateView = templates::create, changes [Templates];
    list_starters(()) -> Vec<templates::StarterRow> = templates::list_starters, reads [];
    create_from_starter(templates::CreateFromStarter) -> templates::TemplateView = templates::create_from_starter, changes [Templates];
    open_template(templates::OpenTemplate) -> templates::TemplateView = templates::open, reads [Templates];
    edit_draft(templates::EditDraft) -> templates::EditedDraft = templates::edit_draft, changes [Templates];
    undo_edit(templates::TurnStep) -> templates::EditedDraft = templates::undo_edit, changes [Templates];
    redo_edit(templates::TurnStep) -> templates::EditedDraft = templates::redo_edit, changes [Templates];
    read_copied_items(templates::CopiedItems) -> Vec<domain::template::Item> = templates::read_copied, reads [];
    prepare_picture(templates::PictureFile) -> templates::PreparedPicture = templates::prepare_picture, reads [];
    start_draft(templates::OpenTemplate) -> templates::TemplateView = templates::start_draft, changes [Templates];
    publish_template(templates::Publish) -> templates::TemplateView = templates::publish, changes [Templates];
    archive_template(templates::OpenTemplate) -> () = templates::archive, changes [Templates];
    restore_template(templates::OpenTemplate) -> () = templates::restore, changes [Templates];
    submit_template(templates::Publish) -> templates::TemplateView = templates::submit, changes [Templates];
    withdraw_template(templates::OpenTemplate) -> templates::TemplateView = templates::withdraw, changes [Templates];
    approve_template(templates::Publish) -> templates::TemplateView = templates::approve, changes [Templates];
    return_template(templates::ReturnDraft) -> templates::TemplateView = templates::give_back, changes [Templates];

    template_history(templates::OpenTemplate) -> templates::TemplateHistory = templates::history, reads [Templates, Cases];
    template_usage(templates::OpenTemplate) -> templates::TemplateUsage = templates::usage, reads [Templates, Cases, People];
    compare_versions(templates::CompareVersions) -> templates::VersionComparison = templates::compare_versions, reads [Templates];
    read_template_side(templates::ReadSide) -> templates::TemplateSide = templates::read_side, reads [Templates];
    save_template_pdf(templates::PrintTemplate) -> bool = templates::save_pdf, reads [];
    restore_version(templates::RestoreVersion) -> templates::EditedDraft = templates::restore_version, changes [Templates];

    rehearse_template(templates::RehearseTemplate) -> templates::Rehearsal = templates::rehearse, reads [];

    search_templates(templates::SearchTemplates) -> Vec<templates::TemplateHit> = templates::search, reads [Templates];
    organise_template(templates::OrganiseTemplate) -> () = templates::organise, changes [Templates];
    mark_favourite(templates::MarkFavourite) -> () = templates::mark_favourite, changes [Templates];

    list_bank_sections(()) -> Vec<templates::BankSectionView> = templates::list_bank_sections, reads [SectionBank];
    open_bank_section(templates::OpenBankSection) -> Vec<domain::template::Item> = templates::open_bank_section, reads [SectionBank];
    save_bank_section(templates::SaveBankSection) -> domain::BankSectionId = templates::save_bank_section, changes [SectionBank];
    rename_bank_section(templates::RenameBankSection) -> () = templates::rename_bank_section, changes [SectionBank];
    remove_bank_section(templates::OpenBankSection) -> Vec<domain::template::Item> = templates::remove_bank_section, changes [SectionBank];

    compare_with_bank(templates::CompareWithBank) -> templates::BankComparison = templates::compare_with_bank, reads [SectionBank];
    update_bank_section(templates::UpdateBankSection) -> domain::template::bank::BankLink = templates::update_bank_section, changes [SectionBank];

    preview_template_import(templates::TemplateFile) -> Vec<templates::TemplateInFile> = templates::preview_import, reads [];
    import_templates(templates::TemplateFile) -> Vec<domain::TemplateId> = templates::import, changes [Templates];
    export_template(templates::OpenTemplate) -> bool = templates::export, reads [];

    export_translations(templates::OpenTemplate) -> bool = templates::export_translations, reads [];
    read_translations(templates::TranslationFile) -> channel::translations::TranslationsRead = templates::read_translations, reads [];

    list_citizens(()) -> Vec<citizens::RegisterRow> = citizens::list, reads [Citizens];
    preview_citizen_import(citizens::CitizenFile) -> citizens::ImportPreview = citizens::preview_import, reads [Citizens];
    import_citizens(citizens::CitizenFile) -> citizens::Imported = citizens::import, changes [Citizens];
    look_up_citizen(sending::LookUpCitizen) -> sending::LookedUp = sending::look_up_citizen, reads [];

    list_sendable(()) -> Vec<sending::Sendable> = sending::list_sendable, reads [Templates];
    open_sendable(sending::OpenSendable) -> sending::SendableContent = sending::open_sendable, reads [Templates];
    preview_message(sending::PreviewMessage) -> sending::MessagePreview = sending::preview_message, reads [Templates, Unit];
    open_message_draft(()) -> Option<sending::MessageDraft> = sending::open_message_draft, reads [];
    save_message_draft(sending::SaveMessageDraft) -> sending::SavedMessageDraft = sending::save_message_draft, changes [];
    discard_message_draft(()) -> () = sending::discard_message_draft, changes [Drafts];
    sender_choice(()) -> sending::SenderChoice = sending::sender_choice, reads [Unit, People];
    send_case(sending::SendCase) -> sending::SentCase = sending::send_case, changes [Cases, Drafts];

    list_cases(cases::ListCases) -> cases::CasePage = cases::list, reads [Cases, Attachments];
    count_cases(cases::CountCases) -> cases::CaseCounts = cases::count, reads [Cases];
    overview(()) -> cases::Overview = cases::overview, reads [Cases, Drafts];
    open_case(cases::OpenCase) -> cases::CaseView = cases::open, reads [Cases, Attachments];
    list_colleagues(()) -> Vec<cases::Colleague> = cases::colleagues, reads [People];
    assign_cases(cases::AssignCases) -> cases::CasesDone = cases::assign, changes [Cases];
    close_cases(cases::Cases) -> cases::CasesDone = cases::close, changes [Cases];
    reopen_cases(cases::Cases) -> cases::CasesDone = cases::reopen, changes [Cases];
    revoke_case(cases::OpenCase) -> () = cases::revoke, changes [Cases];
    note_case(cases::NoteCase) -> () = cases::note, changes [Cases];
    list_case_filters(()) -> Vec<cases::KeptFilter> = cases::list_filters, reads [CaseFilters];
    keep_case_filter(cases::KeptFilter) -> () = cases::keep_filter, changes [CaseFilters];
    forget_case_filter(cases::ForgetFilter) -> () = cases::forget_filter, changes [CaseFilters];
    draft_note(cases::OpenCase) -> String = cases::draft_note, reads [Cases];

    open_preview(attachments::OpenPreview) -> attachments::Preview = attachments::open_preview, reads [];
    page_text(attachments::PageText) -> attachments::PageWords = attachments::page_text, reads [];
    close_preview(attachments::ClosePreview) -> () = attachments::close_preview, reads [];
    save_copy(attachments::SaveCopy) -> Option<attachments::CopyView> = attachments::save_copy, changes [Attachments, Purge];
    save_original(attachments::SaveOriginal) -> Option<attachments::CopyView> = attachments::save_original, changes [Attachments, Purge];
    copy_rules(()) -> attachments::CopyRules = attachments::copy_rules, reads [Unit];
    purge_copy(attachments::PurgeCopy) -> () = attachments::purge_copy, changes [Attachments, Purge];
    purge_attachment(attachments::PurgeAttachment) -> () = attachments::purge_attachment, changes [Attachments, Purge];

    purge_overview(()) -> purge::PurgeOverview = purge::overview, reads [Attachments, Purge];
    list_receipts(purge::ListReceipts) -> purge::ReceiptPage = purge::list_receipts, reads [Purge];
    open_receipt(purge::OpenReceipt) -> purge::ReceiptDetail = purge::open_receipt, reads [];
    check_receipts(()) -> purge::ChainVerdict = purge::check_receipts, reads [];
    trust_clock(()) -> () = purge::trust_clock, changes [Attachments, Purge];
    purge_report(purge::ReportPeriod) -> purge::PurgeReport = purge::report, reads [Attachments, Purge];
    save_purge_report(purge::SaveReport) -> bool = purge::save_report, reads [];

    read_statistics(statistics::StatisticsOf) -> statistics::Statistics = statistics::read, reads [Cases, Templates];
    save_statistics(statistics::StatisticsOf) -> bool = statistics::save, reads [];

    list_retention(()) -> retention::RetentionView = retention::list, reads [Retention];
    propose_retention(retention::RetentionProposal) -> retention::RetentionPreview = retention::propose, reads [Attachments, Retention];
    adopt_retention(retention::AdoptRetention) -> () = retention::adopt, changes [Attachments, Purge, Retention, Unit];
    extend_attachment(retention::ExtendAttachment) -> retention::Extended = retention::extend_attachment, changes [Attachments, Purge];

    inbox_address(()) -> citizen_inbox::InboxAddress = citizen_inbox::address, reads [Session];
    open_inbox(()) -> () = citizen_inbox::open_in_browser, reads [];
}

fn answer<T: Serialize>(response: &T) -> Result<Value, Failure> {
    serde_json::to_value(response).map_err(|error| Failure::unexpected(&error))
}
