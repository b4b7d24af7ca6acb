//! *Exempelmottagningen*: made-up data for trying the product out. Every screen says that it is.
//!
//! Personal numbers have birth numbers 980–999, which Skatteverket keeps for tests.

mod citizens;

use std::sync::Arc;

use domain::{
    CaseId, HsaId, Role, StaffId, TemplateId, UnitId, VersionId,
    audit::{Action, AuditActor, AuditEvent},
    case::CaseState,
    message::{SlotTexts, compose},
    retention::Retention,
    template::TemplateChange,
    unit::Unit,
};
use store::{NewCase, Writer};

use crate::{
    App,
    failure::Failure,
    people::{self, AddPerson},
    retention, session,
    start::{ExampleAccount, default_secure_folder},
    state::Opened,
    templates::Starter,
};

/// User name, public password, name, title, roles.
const ACCOUNTS: [(&str, &str, &str, &str, &[Role]); 3] = [
    ("karin", "exempel-karin", "Karin Holm", "Sjuksköterska", &[Role::Handler]),
    ("anders", "exempel-anders", "Anders Lind", "Lokal administratör", &[Role::Administrator, Role::Handler]),
    ("evelina", "exempel-evelina", "Evelina Sund", "Verksamhetschef", &[Role::Manager]),
];

/// The unit's templates. The first can be sent without filling anything in.
const TEMPLATES: [Starter; 4] = [Starter::BeforeVisit, Starter::Prescription, Starter::NewTime, Starter::TestResult];

/// The accounts to try the example with.
pub(crate) fn accounts() -> Vec<ExampleAccount> {
    ACCOUNTS
        .iter()
        .map(|(username, password, name, title, _)| ExampleAccount {
            username: (*username).to_owned(),
            password: (*password).to_owned(),
            name: (*name).to_owned(),
            title: (*title).to_owned(),
        })
        .collect()
}

impl App {
    /// Signs in with an account of the example, for showing and measuring: its passwords are public.
    ///
    /// # Errors
    /// When there is no such account, or the open store is not the example's.
    pub async fn sign_in_to_example(&self, username: &str) -> Result<(), Failure> {
        let account =
            accounts().into_iter().find(|account| account.username == username).ok_or(Failure::WrongCredentials)?;
        session::sign_in(self, session::SignIn::new(account.username, account.password)).await
    }
}

/// Fills an empty store; a store with a unit is left as it is.
///
/// # Errors
/// When the store cannot be written.
pub(crate) async fn fill(app: &App, opened: &Arc<Opened>) -> Result<(), Failure> {
    if opened.store.read().await?.unit().await?.is_some() {
        return Ok(());
    }
    let unit = Unit {
        id: app.new_id(UnitId::from_uuid),
        name: "Exempelmottagningen".to_owned(),
        hsa_id: HsaId::parse("SE2321000016-EX01").map_err(|problem| Failure::InvalidHsaId { problem })?,
        contact: "Ring Exempelmottagningen på 0480-00 00 00, vardagar 8–16, eller skriv till oss via 1177.".to_owned(),
        retention: Retention::DEFAULT,
        secure_folder: default_secure_folder(app)?,
        approval: false,
        example: true,
    };
    // Passwords are hashed before the transaction begins: that is slow on purpose.
    let mut members = Vec::new();
    for (username, password, name, title, roles) in ACCOUNTS {
        members.push(
            people::new_member(app, unit.id, AddPerson::with_roles(name, title, username, password, roles)).await?,
        );
    }
    let mut writer = opened.store.begin().await?;
    writer.insert_unit(&unit).await?;
    for member in &members {
        writer.insert_staff(member).await?;
    }
    retention::adopt_first(app, &mut writer, unit.id).await?;
    let mut citizens = Vec::new();
    for citizen in citizens::citizens(app)? {
        writer.upsert_citizen(unit.id, &citizen).await?;
        citizens.push(citizen.id);
    }
    let event = |action, subject: String| AuditEvent {
        at: app.now(),
        unit: unit.id,
        actor: AuditActor::System,
        action,
        subject,
        citizen: None,
    };
    let mut events =
        vec![event(Action::UnitCreated, unit.id.to_string()), event(Action::CitizensImported, String::new())];
    events.extend(members.iter().map(|member| event(Action::PersonAdded, member.id.to_string())));

    let mut versions = Vec::new();
    // Whoever administers has made the templates, so that their history has a name in it.
    let author = members.iter().find(|member| member.roles.contains(&Role::Administrator)).map(|member| member.id);
    let author = author.ok_or(Failure::LastAdministrator)?;
    for starter in TEMPLATES {
        let content = starter.content(&unit.contact, &|| app.new_id(|id| id));
        let template = app.new_id(TemplateId::from_uuid);
        let version = app.new_id(VersionId::from_uuid);
        writer.insert_template(template, unit.id, &content, app.now()).await?;
        let number = writer.publish(template, version, 1, author, app.now()).await?.number;
        writer.record_change(template, author, app.now(), &TemplateChange::Published { version, number }).await?;
        events.push(event(Action::TemplatePublished, version.to_string()));
        versions.push((template, version, content));
    }
    let karin = members.first().map(|member| member.id);
    if let (Some(sender), Some((template, version, content))) = (karin, versions.first()) {
        for (citizen, hours_ago, read) in [(citizens[1], 26, true), (citizens[2], 3, false)] {
            let message = compose(content, &unit, &SlotTexts::new())
                .map_err(|problems| Failure::MessageIncomplete { problems })?;
            let sent = app.now().plus_minutes(-60 * hours_ago);
            let case = NewCase {
                id: app.new_id(CaseId::from_uuid),
                unit: unit.id,
                citizen,
                sender,
                template: *template,
                version: *version,
                message,
                sent,
                held: false,
            };
            send(&mut writer, &case, read.then(|| sent.plus_minutes(95))).await?;
            events.push(sent_event(&unit, sender, &case));
        }
    }
    writer.commit_all(&events).await?;
    Ok(())
}

async fn send(writer: &mut Writer, case: &NewCase, read: Option<domain::Timestamp>) -> Result<(), Failure> {
    writer.insert_case(case).await?;
    if let Some(read) = read {
        writer.set_case_state(case.id, CaseState::Sent.opened(read)).await?;
    }
    Ok(())
}

fn sent_event(unit: &Unit, sender: StaffId, case: &NewCase) -> AuditEvent {
    AuditEvent {
        at: case.sent,
        unit: unit.id,
        actor: AuditActor::Staff(sender),
        action: Action::CaseSent,
        subject: case.id.to_string(),
        citizen: Some(case.citizen),
    }
}
