//! Building blocks for the tests and for the fixture database.

use std::path::Path;

use budkavle_store::{
    AttachmentRecord, BankSectionRow, CopyRecord, DraftStep, ExtensionRecord, NewBankSection, NewCase, ReceiptRecord,
    ReplyRecord, SendDraft, StaffMember, Store, Writer,
};
use domain::{
    AttachmentId, BankSectionId, CaseId, CitizenId, CopyId, DecisionId, HsaId, ItemId, PersonNumber, ReplyId, Role,
    StaffId, TemplateId, Timestamp, UnitId, VersionId,
    attachment::AttachmentKind,
    audit::{Action, AuditActor, AuditEvent},
    case::{CaseEvent, CaseFilter, CaseState, Closure},
    citizen::{Account, Citizen, Guardian, GuardianAccess, Protection, Registration, Standing},
    copy::CopyKind,
    message::{Message, SlotTexts, compose},
    reply::{Answer, Answers},
    retention::{RetainedKind, Retention, RetentionDecision},
    template::{
        BodyPart, Item, ItemKind, TemplateChange, TemplateContent,
        condition::{Comparison, ShownWhen},
        edit::{Edit, TextField},
    },
    unit::Unit,
};
use sqlx::{ConnectOptions, SqliteConnection, sqlite::SqliteConnectOptions};
use uuid::Uuid;

pub(crate) const KEY: [u8; 32] = [0x2a; 32];
pub(crate) const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);

macro_rules! ids {
    ($($function:ident -> $id:ident),+ $(,)?) => {$(
        pub(crate) fn $function(n: u128) -> $id {
            $id::from_uuid(Uuid::from_u128(n))
        }
    )+};
}
ids! {
    unit_id -> UnitId,
    staff_id -> StaffId,
    template_id -> TemplateId,
    version_id -> VersionId,
    item_id -> ItemId,
    citizen_id -> CitizenId,
    case_id -> CaseId,
    reply_id -> ReplyId,
    attachment_id -> AttachmentId,
    copy_id -> CopyId,
    bank_id -> BankSectionId,
}

pub(crate) fn at(minutes: i64) -> Timestamp {
    NOW.plus_minutes(minutes)
}

pub(crate) fn event(action: Action) -> AuditEvent {
    AuditEvent {
        at: NOW,
        unit: unit_id(1),
        actor: AuditActor::Staff(staff_id(1)),
        action,
        subject: String::new(),
        citizen: None,
    }
}

pub(crate) fn unit() -> Unit {
    Unit {
        id: unit_id(1),
        name: "Exempelmottagningen".into(),
        hsa_id: HsaId::parse("SE2321000016-1AB2").expect("well-formed"),
        contact: "Ring 0480-00 00 00".into(),
        retention: Retention::DEFAULT,
        secure_folder: String::new(),
        approval: false,
        example: true,
    }
}

pub(crate) fn member(n: u128, username: &str) -> StaffMember {
    StaffMember {
        id: staff_id(n),
        unit: unit_id(1),
        name: format!("Personal {n}"),
        title: "Distriktssköterska".into(),
        username: username.into(),
        password_hash: "$argon2id$made-up".into(),
        roles: vec![Role::Administrator, Role::Handler],
        active: true,
        failed_attempts: 0,
        refused_until: None,
    }
}

/// A made-up personal number, born 1 January 1950, with a check digit that agrees.
pub(crate) fn number(n: u32) -> PersonNumber {
    let nine = format!("500101{n:03}");
    let sum: u32 = nine
        .bytes()
        .enumerate()
        .map(|(place, digit)| {
            let weighed = u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 };
            weighed / 10 + weighed % 10
        })
        .sum();
    let check = (10 - sum % 10) % 10;
    PersonNumber::parse(&format!("19{nine}{check}"), NOW.date()).expect("the check digit agrees")
}

pub(crate) fn citizen(n: u32, name: &str) -> Citizen {
    Citizen {
        id: citizen_id(u128::from(n)),
        number: number(n),
        name: name.into(),
        care_relation: Some("Listad".into()),
        standing: Standing::default(),
    }
}

/// A citizen of whom everything is otherwise than of most.
pub(crate) fn citizen_in_another_standing(n: u32) -> Citizen {
    let guardian = |name: &str, access| Guardian { name: name.into(), access };
    Citizen {
        care_relation: None,
        standing: Standing {
            account: Account::NeverSignedIn,
            registration: Registration::Emigrated,
            protection: Protection::Confidential,
            new_number: Some(number(n + 1)),
            guardians: vec![guardian("Bo Ek", GuardianAccess::Reads), guardian("Cia Ek", GuardianAccess::Blocked)],
        },
        ..citizen(n, "Dag Ek")
    }
}

pub(crate) fn content(name: &str) -> TemplateContent {
    let mut content = TemplateContent::new(name.into(), "Ring oss".into(), item_id(1));
    content.purpose = "Inför besöket".into();
    content.answer_use = "Sparas i journalen".into();
    content.body = vec![BodyPart::Text { id: item_id(1), text: "Hej!".into() }];
    content.form = vec![
        Item { required: true, ..Item::new(item_id(2), "Har du ont?", ItemKind::YesNo) },
        Item { required: false, ..Item::new(item_id(3), "Bild", ItemKind::files(2)) },
    ];
    content
}

pub(crate) fn message(heading: &str) -> Message {
    compose(&content(heading), &unit(), &SlotTexts::new()).expect("complete")
}

pub(crate) fn new_case(n: u128, citizen: u128, heading: &str, sent: Timestamp) -> NewCase {
    NewCase {
        id: case_id(n),
        unit: unit_id(1),
        citizen: citizen_id(citizen),
        sender: staff_id(1),
        template: template_id(1),
        version: version_id(1),
        message: message(heading),
        sent,
        held: false,
    }
}

pub(crate) fn attachment(n: u128, case: u128) -> AttachmentRecord {
    AttachmentRecord {
        id: attachment_id(n),
        case: case_id(case),
        item: item_id(3),
        citizen: citizen_id(1),
        name: "knä.jpg".into(),
        kind: AttachmentKind::Jpeg,
        size: 123_456,
        received: at(10),
        expires: at(1_450),
        submitted: false,
        purged: None,
    }
}

pub(crate) fn copy(n: u128, attachment: u128) -> CopyRecord {
    CopyRecord {
        id: copy_id(n),
        attachment: attachment_id(attachment),
        kind: CopyKind::Safe,
        made_by: staff_id(1),
        made: at(30),
        finished: Some(at(31)),
        expires: at(510),
        purged: None,
    }
}

pub(crate) fn receipt(seq: i64) -> ReceiptRecord {
    ReceiptRecord {
        seq,
        item: "00000000000000000000000000000001".into(),
        kind: "attachment".into(),
        deadline: at(100),
        purged_at: at(101),
        trigger: "timer".into(),
        outcome: "destroyed".into(),
        size: 123_456,
        copy: None,
    }
}

pub(crate) fn decision(n: u128) -> RetentionDecision {
    RetentionDecision {
        id: DecisionId::from_uuid(Uuid::from_u128(0xd000 + n)),
        name: "Gallringsbeslut 7".into(),
        kind: RetainedKind::Submitted,
        hours: 48,
        decided_by: Some(staff_id(1)),
        decided: at(15),
        valid_from: at(16),
        applied_to_kept: false,
    }
}

pub(crate) fn extension(n: u128, of: u128) -> ExtensionRecord {
    ExtensionRecord {
        id: Uuid::from_u128(0xe000 + n),
        attachment: attachment_id(of),
        staff: staff_id(1),
        at: at(40),
        reason: "Ronden är på torsdag.".into(),
        before: at(4_340),
        until: at(5_780),
    }
}

pub(crate) fn reply(n: u128, case: u128) -> ReplyRecord {
    ReplyRecord {
        id: reply_id(n),
        case: case_id(case),
        answers: Answers::from([(item_id(2), Answer::YesNo(true))]),
        answered: at(20),
    }
}

pub(crate) fn send_draft(case: u128) -> SendDraft {
    SendDraft {
        staff: staff_id(1),
        case: case_id(case),
        citizen: citizen_id(1),
        version: version_id(1),
        slots: SlotTexts::from([(item_id(9), "Järn 100 mg".to_owned())]),
        saved: NOW,
    }
}

/// A unit with one handler, two citizens and one published template, ready to send from.
pub(crate) async fn ready(writer: &mut Writer) {
    writer.insert_unit(&unit()).await.expect("first unit");
    writer.insert_staff(&member(1, "anna")).await.expect("free name");
    writer.upsert_citizen(unit_id(1), &citizen(1, "Åsa Öberg")).await.expect("put in");
    writer.upsert_citizen(unit_id(1), &citizen(2, "Erik Ek")).await.expect("put in");
    writer.insert_template(template_id(1), unit_id(1), &content("Inför ditt besök"), NOW).await.expect("new");
    writer.publish(template_id(1), version_id(1), 1, staff_id(1), NOW).await.expect("published");
}

/// [`ready`], in memory.
pub(crate) async fn ready_store() -> Store {
    let store = Store::in_memory(NOW).await.expect("in memory");
    let mut writer = store.begin().await.expect("free");
    ready(&mut writer).await;
    writer.commit(&event(Action::UnitCreated)).await.expect("kept");
    store
}

/// One of everything.
pub(crate) async fn a_whole_day(writer: &mut Writer) {
    ready(writer).await;
    a_day_after_ready(writer).await;
}

/// What comes after [`ready`] in [`a_whole_day`].
pub(crate) async fn a_day_after_ready(writer: &mut Writer) {
    writer.start_draft_from_published(template_id(1), NOW).await.expect("started");
    writer.save_send_draft(&send_draft(2)).await.expect("saved");
    writer.insert_case(&new_case(1, 1, "Inför ditt besök", NOW)).await.expect("sent");
    writer.insert_attachment(&attachment(1, 1)).await.expect("received");
    writer.insert_reply(&reply(1, 1)).await.expect("answered");
    let answered = CaseState::Sent.opened(at(5)).answered(true, Closure::Open, at(20)).expect("first reply");
    writer.set_case_state(case_id(1), answered).await.expect("there");
    writer.submit_attachments(&[attachment_id(1)], at(4_340)).await.expect("submitted");
    writer.insert_copy(&copy(1, 1)).await.expect("copied");
    writer.ingest_receipt(&receipt(1)).await.expect("copied");
    writer.insert_retention_decision(unit_id(1), &decision(1)).await.expect("adopted");
    writer.insert_extension(&extension(1, 1)).await.expect("explained");
    writer.insert_step(template_id(1), &draft_step(1), 3).await.expect("taken down");
    writer.record_change(template_id(1), staff_id(1), at(6), &TemplateChange::Submitted).await.expect("written");
    writer.submit_draft(template_id(1), 2, staff_id(1), at(6)).await.expect("handed in");
    writer.organise_template(template_id(1), "Inför besök", &["diabetes".to_owned()]).await.expect("there");
    writer.mark_favourite(staff_id(1), template_id(1), true).await.expect("marked");
    keep_section(writer, &bank_section(1)).await;
    let noted = CaseEvent::Noted { text: "Ringt, inget svar.".into() };
    writer.record_case_event(case_id(1), staff_id(1), at(25), &noted).await.expect("written");
    let filter = CaseFilter { sender: Some(staff_id(1)), ..CaseFilter::default() };
    writer.keep_case_filter(staff_id(1), "Annas", &filter).await.expect("kept");
    writer.upsert_citizen(unit_id(1), &citizen_in_another_standing(3)).await.expect("put in");
}

/// A step that wrote the purpose.
pub(crate) fn draft_step(number: i64) -> DraftStep {
    let write = |text: &str| Edit::Write { field: TextField::Purpose, text: text.into() };
    DraftStep { number, author: staff_id(1), made: at(number), edit: write("Efter"), inverse: write("Före") }
}

/// A section with a question that is shown by another that does not come along.
pub(crate) fn bank_section(n: u128) -> BankSectionRow {
    let asked = Item {
        shown_when: Some(ShownWhen::one(item_id(2), Comparison::Yes)),
        ..Item::new(item_id(11), "Röker du?", ItemKind::YesNo)
    };
    let items = vec![Item { items: vec![asked], ..Item::new(item_id(10), "Vanor", ItemKind::Section) }];
    BankSectionRow { id: bank_id(n), name: format!("Vanor {n}"), items, changed: at(7), by: "Personal 1".into() }
}

/// Put into the bank by the first member of staff.
pub(crate) async fn keep_section(writer: &mut Writer, section: &BankSectionRow) {
    let BankSectionRow { id, name, items, changed, .. } = section;
    let new = NewBankSection { id: *id, name, items, at: *changed, by: staff_id(1) };
    writer.insert_bank_section(unit_id(1), &new).await.expect("a free name");
}

/// Into the file past the store, as somebody with the key could.
pub(crate) async fn behind_the_back(path: &Path, key: &[u8; 32]) -> SqliteConnection {
    use std::fmt::Write;
    let mut hex = String::new();
    for byte in key {
        write!(hex, "{byte:02x}").expect("a string");
    }
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", format!("\"x'{hex}'\""))
        .pragma("cipher_hmac_algorithm", "HMAC_SHA256")
        .connect()
        .await
        .expect("the key fits")
}
