//! A member of staff's steps through the command list, each as the window takes it.

use std::path::PathBuf;

use app::{App, Policy, commands};
use domain::{CaseId, template::TemplateContent};
use serde_json::{Value, json};
use testkit::{CitizenBrowser, World};
use uuid::Uuid;
use vault::{HeldItem, ItemKind, PurgeArea};

use crate::{meanwhile, renderer, templates};

/// Ingrid Sandell of the example, listed.
pub const INGRID: &str = "194305129803";
/// Yusuf Demir of the example.
pub const YUSUF: &str = "197902039812";
/// Linnéa Fors of the example, without a care relation.
pub const LINNEA: &str = "200108199936";
/// Amina Haddad of the example, who has a co-ordination number.
pub const AMINA: &str = "198804719865";

/// Gives a command that must succeed.
///
/// # Panics
/// When it fails.
pub async fn ask(app: &App, name: &str, request: Value) -> Value {
    commands::dispatch(app, name, request).await.unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
}

/// Signs in with an account of the example.
///
/// # Panics
/// When it cannot.
pub async fn sign_in(app: &App, username: &str) {
    ask(app, "sign_in", json!({ "username": username, "password": format!("exempel-{username}") })).await;
}

/// The id that a screen makes when writing begins; the same number is the same case.
pub const fn case_id(number: u128) -> CaseId {
    CaseId::from_uuid(Uuid::from_u128(0x0197_0000_0000_7000_8000_00cc_0000_0000 | number))
}

/// A text of an answer.
///
/// # Panics
/// When there is no text.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text instead of {value}")).to_owned()
}

/// A list of an answer.
///
/// # Panics
/// When there is no list.
pub fn list(value: &Value) -> Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("a list instead of {value}")).clone()
}

/// A template as the list of templates knows it.
#[derive(Clone, Debug)]
pub struct Made {
    /// Through all versions.
    pub template: String,
    /// The version that was published.
    pub version: String,
}

/// Creates a template, writes it and publishes it.
///
/// # Panics
/// When any of it is refused.
pub async fn publish(app: &App, content: &TemplateContent) -> Made {
    let created: Value = ask(app, "create_template", json!({ "name": content.name })).await;
    let template = text(&created["id"]);
    publish_again(app, &template, created["draft"]["revision"].clone(), content).await
}

/// The request that puts this in place of all of the draft that stands at `revision`.
pub fn rewriting(template: &str, revision: &Value, content: &TemplateContent) -> Value {
    json!({ "template": template, "revision": revision, "edits": [{ "edit": "replace", "content": content }] })
}

/// Writes the draft that stands at `revision` and publishes it.
///
/// # Panics
/// When any of it is refused.
pub async fn publish_again(app: &App, template: &str, revision: Value, content: &TemplateContent) -> Made {
    let saved: Value = ask(app, "edit_draft", rewriting(template, &revision, content)).await;
    let published: Value =
        ask(app, "publish_template", json!({ "template": template, "revision": saved["revision"] })).await;
    Made { template: template.to_owned(), version: text(&published["published"]["version"]) }
}

/// Looks a citizen up and tells their id.
///
/// # Panics
/// When the register does not have them.
pub async fn look_up(app: &App, number: &str) -> String {
    let found: Value = ask(app, "look_up_citizen", json!({ "number": number })).await;
    text(&found["citizen"]["id"])
}

/// The request that sends a case.
pub fn message(case: CaseId, citizen: &str, version: &str, slots: &Value) -> Value {
    json!({ "case": case, "citizen": citizen, "version": version, "slots": slots, "signed": false, "at": null })
}

/// Looks up and sends.
///
/// # Panics
/// When it is refused.
pub async fn send(app: &App, case: CaseId, number: &str, version: &str, slots: &Value) {
    let citizen = look_up(app, number).await;
    let receipt: Value = ask(app, "send_case", message(case, &citizen, version, slots)).await;
    assert_eq!(receipt["case"], json!(case));
}

/// The line of a case in *Mina ärenden*.
///
/// # Panics
/// When it is not there.
pub async fn row(app: &App, case: CaseId) -> Value {
    let page: Value =
        ask(app, "list_cases", json!({ "scope": "mine", "list": "open", "filter": {}, "search": null, "after": null }))
            .await;
    let row = list(&page["rows"]).into_iter().find(|row| row["case"] == json!(case));
    row.expect("the case is in the list")
}

/// Opens a case.
///
/// # Panics
/// When it is refused.
pub async fn open(app: &App, case: CaseId) -> Value {
    ask(app, "open_case", json!({ "case": case })).await
}

/// The words of a page of an open preview, line by line.
///
/// # Panics
/// When it is refused.
pub async fn page_text(app: &App, preview: &Value, page: u32) -> String {
    let told = ask(app, "page_text", json!({ "ticket": preview["ticket"], "page": page })).await;
    let lines: Vec<String> = list(&told["lines"]).iter().map(|line| text(&line["text"])).collect();
    lines.join("\n")
}

/// What the vault holds, as anyone can see who looks at its folder.
///
/// # Panics
/// When the folder cannot be read.
pub fn held(app: &App) -> Vec<HeldItem> {
    PurgeArea::at(&app.outside().profile.join("vault")).list().expect("the vault's folder can be read")
}

/// Where the temporary copies lie, as anyone can see who looks at the vault's folder. A copy that is not (wholly) there
/// any more is among them as long as its entry is.
///
/// # Panics
/// When the folder cannot be read.
pub fn copies(app: &App) -> Vec<PathBuf> {
    let area = PurgeArea::at(&app.outside().profile.join("vault"));
    let held = held(app).into_iter().filter(|item| item.kind == ItemKind::Copy);
    held.filter_map(|item| area.copy(item.id).expect("it can be read")).map(|entry| entry.path).collect()
}

/// Every receipt, newest first, as the *Gallring* screen shows them.
pub async fn receipts(app: &App) -> Vec<Value> {
    let all = json!({ "from": null, "until": null, "before": null });
    list(&ask(app, "list_receipts", all).await["receipts"])
}

/// Karin is signed in and has sent case 1, with every kind of question, to Ingrid, whose browser is at the inbox, on a computer
/// with this policy. With the case's id.
///
/// # Panics
/// When a step of it is refused.
pub async fn sent_under(policy: Policy) -> (World, CitizenBrowser, String) {
    renderer();
    let world = World::example_under(policy).await;
    world.sign_in("anders").await;
    let made = publish(&world.app, &templates::every_kind("Uppföljning")).await;
    world.sign_in("karin").await;
    send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hälsningar Karin")).await;
    let citizen = world.citizen(INGRID).await;
    (world, citizen, case_id(1).to_string())
}

/// Case 1, sent to Ingrid by whoever is signed in, and her reply with one file: the attachment's id.
///
/// # Panics
/// When a step of it is refused.
pub async fn answered_with(world: &World, name: &str, bytes: &[u8]) -> String {
    let made = publish(&world.app, &templates::every_kind("Uppföljning")).await;
    send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut citizen = world.citizen(INGRID).await;
    let case = case_id(1).to_string();
    meanwhile(|| {
        citizen.open(&case).expect("hers");
        citizen.attach(&case, &templates::FILES.to_string(), name, bytes).expect("a file of a kind that is taken");
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });
    let opened = open(&world.app, case_id(1)).await;
    text(&list(&opened["reply"]["attachments"])[0]["id"])
}
