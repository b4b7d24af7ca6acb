//! Every command asks who is there. The table names them all, so that a new command cannot be forgotten.

use app::{Failure, commands};
use serde_json::{Value, json};
use testkit::World;

use budkavle_tests::staff::case_id;

/// Who may give a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// Nobody needs to be signed in.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// A handler; an administrator as such may not.
    Handler,
    /// An administrator; a handler as such may not.
    Administrator,
    /// Whoever approves templates; an administrator as such may not.
    Manager,
    /// An administrator, or whoever approves what they wrote.
    ReaderOfTemplates,
}

use Who::{Administrator, Anyone, Handler, Manager, ReaderOfTemplates, SignedIn};

impl Who {
    /// Whether somebody with this role alone may.
    fn includes(self, role: Self) -> bool {
        match self {
            Anyone | SignedIn => true,
            ReaderOfTemplates => [Administrator, Manager].contains(&role),
            Handler | Administrator | Manager => self == role,
        }
    }
}

const ID: &str = "01970000-0000-7000-8000-00000000ffff";

/// The first account that the example makes: an id that a change can be asked for. The kit's ids are in sequence.
const SOMEBODY: &str = "01970000-0000-7000-8000-000000000002";

/// Every command with a well-formed request.
fn table() -> Vec<(&'static str, Who, Value)> {
    let template = json!({ "template": ID });
    let case = json!({ "case": ID });
    let message = json!({ "case": case_id(1), "citizen": ID, "version": ID, "slots": {} });
    let sending = json!({ "case": case_id(1), "citizen": ID, "version": ID, "slots": {}, "signed": false, "at": null });
    let settings = json!({ "name": "A", "contact": "B", "secureFolder": "x", "approval": false });
    let period = json!({ "from": 0, "until": 1 });
    let proposal = json!({ "kind": "copy", "hours": 4, "validFrom": null, "applyToKept": false });
    let password = "ett långt lösenord";
    vec![
        ("start_state", Anyone, Value::Null),
        ("retry_start", Anyone, Value::Null),
        ("start_in_memory", Anyone, Value::Null),
        ("use_passphrase", Anyone, json!({ "passphrase": "kort" })),
        (
            "set_up_unit",
            Anyone,
            json!({
                "unitName": "A", "hsaId": "SE2321000016-1AB2", "contact": "B", "personName": "C", "title": "",
                "username": "d", "password": password,
            }),
        ),
        ("sign_in", Anyone, json!({ "username": "nobody", "password": password })),
        ("sign_out", Anyone, Value::Null),
        ("lock", Anyone, Value::Null),
        ("unlock", SignedIn, json!({ "password": password })),
        ("note_activity", SignedIn, Value::Null),
        ("change_own_password", SignedIn, json!({ "old": password, "new": password })),
        ("list_people", Administrator, Value::Null),
        (
            "add_person",
            Administrator,
            json!({ "name": "A", "title": "", "username": "x", "password": password, "roles": ["handler"] }),
        ),
        (
            "change_person",
            Administrator,
            json!({ "id": SOMEBODY, "name": "A", "title": "", "roles": ["handler"], "active": true }),
        ),
        ("replace_password", Administrator, json!({ "id": SOMEBODY, "password": password })),
        ("unit_settings", SignedIn, Value::Null),
        ("save_unit_settings", Administrator, settings),
        ("choose_secure_folder", Administrator, Value::Null),
        ("list_templates", ReaderOfTemplates, Value::Null),
        ("create_template", Administrator, json!({ "name": "A" })),
        ("list_starters", Administrator, Value::Null),
        ("create_from_starter", Administrator, json!({ "starter": "testResult", "name": "A" })),
        ("open_template", ReaderOfTemplates, template.clone()),
        ("edit_draft", Administrator, json!({ "template": ID, "revision": 1, "edits": [] })),
        ("undo_edit", Administrator, json!({ "template": ID, "revision": 1 })),
        ("redo_edit", Administrator, json!({ "template": ID, "revision": 1 })),
        ("read_copied_items", Administrator, json!({ "text": "" })),
        ("prepare_picture", Administrator, json!({ "data": "" })),
        ("start_draft", Administrator, template.clone()),
        ("publish_template", Administrator, json!({ "template": ID, "revision": 1 })),
        ("archive_template", Administrator, template.clone()),
        ("restore_template", Administrator, template.clone()),
        ("submit_template", Administrator, json!({ "template": ID, "revision": 1 })),
        ("withdraw_template", Administrator, template.clone()),
        ("approve_template", Manager, json!({ "template": ID, "revision": 1 })),
        ("return_template", Manager, json!({ "template": ID, "comment": "Skriv varför." })),
        ("template_history", ReaderOfTemplates, template.clone()),
        ("template_usage", ReaderOfTemplates, template.clone()),
        (
            "compare_versions",
            ReaderOfTemplates,
            json!({ "template": ID, "before": { "side": "published" }, "after": { "side": "version", "version": ID } }),
        ),
        ("read_template_side", ReaderOfTemplates, json!({ "template": ID, "side": { "side": "published" } })),
        (
            "save_template_pdf",
            ReaderOfTemplates,
            json!({
                "template": ID, "side": { "side": "draft" }, "revision": 1, "withInstruction": false, "captions": [],
            }),
        ),
        ("restore_version", Administrator, json!({ "template": ID, "version": ID })),
        ("rehearse_template", ReaderOfTemplates, json!({ "template": ID, "slots": {}, "answers": {}, "files": {} })),
        ("search_templates", ReaderOfTemplates, json!({ "search": "x" })),
        ("organise_template", Administrator, json!({ "template": ID, "category": "x", "tags": ["y"] })),
        ("mark_favourite", SignedIn, json!({ "template": ID, "isFavourite": true })),
        ("list_bank_sections", Administrator, Value::Null),
        ("open_bank_section", Administrator, json!({ "section": ID })),
        ("save_bank_section", Administrator, json!({ "name": "A", "items": [] })),
        ("rename_bank_section", Administrator, json!({ "section": ID, "name": "A" })),
        ("remove_bank_section", Administrator, json!({ "section": ID })),
        ("compare_with_bank", Administrator, json!({ "form": [], "item": ID })),
        (
            "update_bank_section",
            Administrator,
            json!({ "item": { "id": ID, "text": "", "help": "", "required": false, "kind": { "type": "section" } } }),
        ),
        ("preview_template_import", Administrator, json!({ "text": "{}" })),
        ("import_templates", Administrator, json!({ "text": "{}" })),
        ("export_template", Administrator, template.clone()),
        ("export_translations", Administrator, template),
        ("read_translations", Administrator, json!({ "template": ID, "text": "" })),
        ("list_citizens", Administrator, Value::Null),
        ("preview_citizen_import", Administrator, json!({ "text": "" })),
        ("import_citizens", Administrator, json!({ "text": "" })),
        ("look_up_citizen", Handler, json!({ "number": "" })),
        ("list_sendable", Handler, Value::Null),
        ("open_sendable", Handler, json!({ "version": ID })),
        ("preview_message", Handler, json!({ "version": ID, "slots": {} })),
        ("open_message_draft", Handler, Value::Null),
        ("save_message_draft", Handler, message),
        ("discard_message_draft", Handler, Value::Null),
        ("sender_choice", Handler, Value::Null),
        ("send_case", Handler, sending),
        (
            "list_cases",
            Handler,
            json!({ "scope": "unit", "list": "open", "filter": {}, "search": null, "after": null }),
        ),
        ("count_cases", Handler, json!({ "scope": "unit" })),
        ("overview", Handler, Value::Null),
        ("open_case", Handler, case.clone()),
        ("list_colleagues", Handler, Value::Null),
        ("assign_cases", Handler, json!({ "cases": [ID], "to": ID })),
        ("close_cases", Handler, json!({ "cases": [ID] })),
        ("reopen_cases", Handler, json!({ "cases": [ID] })),
        ("revoke_case", Handler, case.clone()),
        ("note_case", Handler, json!({ "case": ID, "text": "Ringt" })),
        ("list_case_filters", Handler, Value::Null),
        ("keep_case_filter", Handler, json!({ "name": "A", "filter": {} })),
        ("forget_case_filter", Handler, json!({ "name": "A" })),
        ("draft_note", Handler, case),
        ("open_preview", Handler, json!({ "attachment": ID })),
        ("page_text", Handler, json!({ "ticket": "x", "page": 1 })),
        // Closing tells nothing and needs nothing but the ticket.
        ("close_preview", Anyone, json!({ "ticket": "x" })),
        ("save_copy", Handler, json!({ "attachment": ID, "hours": 1 })),
        ("save_original", Handler, json!({ "ticket": "x", "reason": "detail", "hours": 1 })),
        ("copy_rules", SignedIn, Value::Null),
        ("purge_copy", Handler, json!({ "copy": ID })),
        ("purge_attachment", Handler, json!({ "attachment": ID })),
        ("purge_overview", SignedIn, Value::Null),
        ("list_receipts", SignedIn, json!({ "from": null, "until": null, "before": null })),
        ("open_receipt", SignedIn, json!({ "seq": 9 })),
        ("check_receipts", SignedIn, Value::Null),
        ("trust_clock", Administrator, Value::Null),
        ("purge_report", SignedIn, period.clone()),
        ("save_purge_report", SignedIn, json!({ "period": period, "format": "csv" })),
        ("read_statistics", SignedIn, json!({ "period": "days30" })),
        ("save_statistics", SignedIn, json!({ "period": "months12" })),
        ("list_retention", SignedIn, Value::Null),
        ("propose_retention", Administrator, proposal.clone()),
        ("adopt_retention", Administrator, json!({ "name": "A", "proposal": proposal, "seen": 0 })),
        ("extend_attachment", Handler, json!({ "attachment": ID, "hours": 1, "reason": "A" })),
        ("inbox_address", SignedIn, Value::Null),
        ("open_inbox", SignedIn, Value::Null),
    ]
}

/// What a person who is not let in gets to hear.
const CLOSED_DOORS: [Failure; 3] = [Failure::NotSignedIn, Failure::SessionLocked, Failure::NotAllowed];

/// Whether the door was open: the command went through, or failed for a reason of its own.
fn let_in(outcome: &Result<Value, Failure>) -> bool {
    outcome.as_ref().err().is_none_or(|failure| !CLOSED_DOORS.contains(failure))
}

/// The example with Anders as administrator only, and nobody signed in.
async fn example() -> World {
    let world = World::example().await;
    world.sign_in("anders").await;
    let people: Vec<Value> = world.ask("list_people", Value::Null).await;
    let anders = people.iter().find(|person| person["username"] == "anders").expect("an account");
    let change =
        json!({ "id": anders["id"], "name": "Anders Lind", "title": "", "roles": ["administrator"], "active": true });
    let _: () = world.ask("change_person", change).await;
    let _: () = world.ask("sign_out", Value::Null).await;
    world
}

#[test]
fn the_table_names_every_command() {
    let table: Vec<&str> = table().iter().map(|(name, ..)| *name).collect();
    assert_eq!(table, commands::NAMES, "add the new command to the table, with who may give it");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_but_starting_and_signing_in_can_be_done_by_somebody_who_is_not_signed_in() {
    let world = example().await;
    for (name, who, request) in table() {
        let outcome = world.call(name, request).await;
        assert_ne!(outcome, Err(Failure::RequestMalformed), "{name}: the table's request is out of date");
        if who == Anyone {
            assert!(let_in(&outcome), "{name}: {outcome:?}");
        } else {
            assert_eq!(outcome, Err(Failure::NotSignedIn), "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_gets_what_it_needs_and_no_more() {
    for (account, role) in [("anders", Administrator), ("karin", Handler), ("evelina", Manager)] {
        for (name, who, request) in table() {
            // A world of its own: some of the commands end the session.
            let world = example().await;
            world.sign_in(account).await;
            let outcome = world.call(name, request).await;
            if who.includes(role) {
                assert!(let_in(&outcome), "{name} as {account}: {outcome:?}");
            } else {
                assert_eq!(outcome, Err(Failure::NotAllowed), "{name} as {account}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_session_lets_nothing_through_but_unlocking() {
    let world = example().await;
    world.sign_in("karin").await;
    let _: () = world.ask("lock", Value::Null).await;
    for (name, who, request) in table() {
        if who == Anyone || name == "unlock" {
            continue;
        }
        assert_eq!(world.call(name, request).await, Err(Failure::SessionLocked), "{name}");
    }
    let _: () = world.ask("unlock", json!({ "password": "exempel-karin" })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_list_does_not_have_and_what_is_not_a_request_are_refused() {
    let world = World::example().await;
    world.sign_in("anders").await;
    assert_eq!(world.call("drop_everything", Value::Null).await, Err(Failure::UnknownCommand));
    let malformed = json!({ "template": "not an id" });
    assert_eq!(world.call("open_template", malformed).await.err(), Some(Failure::RequestMalformed));
}
