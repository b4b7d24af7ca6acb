//! *Hämta* tells whether a citizen can be reached before a word is written, and *Skicka* asks again.

use app::Failure;
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, LINNEA, case_id, list, text},
    templates,
};
use domain::{PersonNumberProblem, citizen::Unreachable};
use serde_json::{Value, json};
use testkit::World;

/// The old and the new number of Mika Brandt of the example.
const MIKA: [&str; 2] = ["197409129850", "197409129868"];
/// Alva Wallin of the example: a child with one guardian who reads and one who is blocked.
const ALVA: &str = "201809179805";

async fn look_up(world: &World, number: &str) -> Value {
    world.ask("look_up_citizen", json!({ "number": number })).await
}

/// The register of the example as a file of these columns makes it for Ingrid.
async fn import(world: &World, columns: &str, cells: &str) {
    let text = format!("personnummer;namn;vårdrelation;{columns}\n{INGRID};Ingrid Sandell;Listad sedan 2011;{cells}\n");
    let imported: Value = world.ask("import_citizens", json!({ "text": text })).await;
    assert_eq!(imported, json!({ "added": 0, "updated": 1, "unchanged": 0 }));
}

/// Anders is signed in and has a draft to Ingrid, who could be reached when he began. What is to be sent.
async fn drafted() -> (World, Value) {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let citizen = staff::look_up(&world.app, INGRID).await;
    let message = staff::message(case_id(1), &citizen, &made.version, &templates::slots("Hälsning"));
    let _: Value = world.ask("save_message_draft", message.clone()).await;
    (world, message)
}

/// The draft is there, word for word, and nothing was sent.
async fn is_only_a_draft(world: &World) {
    let draft: Value = world.ask("open_message_draft", Value::Null).await;
    assert_eq!((&draft["case"], &draft["slots"]), (&json!(case_id(1)), &templates::slots("Hälsning")));
    assert_eq!(draft["citizen"]["name"], "Ingrid Sandell");
    assert_eq!(world.call("open_case", json!({ "case": case_id(1) })).await.err(), Some(Failure::CaseNotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_state_of_a_citizen_is_told_before_a_word_is_written() {
    let world = World::example().await;
    world.sign_in("karin").await;
    let none: [&str; 0] = [];
    for (number, unreachable, cautions) in [
        (INGRID, Value::Null, &none[..]),
        (LINNEA, json!("noCareRelation"), &none),
        (staff::AMINA, json!("coordinationNumber"), &none),
        ("197111049818", Value::Null, &["withoutNotices"]),
        ("196302179822", json!("neverSignedIn"), &none),
        ("199501309869", json!("accountLocked"), &none),
        ("195108089839", json!("deceased"), &none),
        ("198906209849", Value::Null, &["emigrated"]),
        (MIKA[0], json!("numberChanged"), &none),
        (MIKA[1], Value::Null, &none),
        ("198104059889", Value::Null, &["protected"]),
        (ALVA, Value::Null, &["child"]),
        ("201906109812", json!("noGuardianReads"), &["child"]),
        ("201703229813", json!("childProtected"), &["protected", "child"]),
        ("201106149808", Value::Null, &["teenager"]),
    ] {
        let told = look_up(&world, number).await;
        assert_eq!((&told["unreachable"], &told["cautions"]), (&unreachable, &json!(cautions)), "{number}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_childs_guardians_are_told_with_who_is_blocked_and_a_new_number_leads_on() {
    let world = World::example().await;
    world.sign_in("karin").await;
    let alva = look_up(&world, ALVA).await;
    let guardians =
        json!([{ "name": "Oskar Wallin", "access": "reads" }, { "name": "Jonas Berg", "access": "blocked" }]);
    assert_eq!((&alva["age"], &alva["citizen"]["standing"]["guardians"]), (&json!(8), &guardians));

    let old = look_up(&world, MIKA[0]).await;
    let new = look_up(&world, &text(&old["citizen"]["standing"]["newNumber"])).await;

    assert_eq!((&new["citizen"]["number"], &new["unreachable"]), (&json!(MIKA[1]), &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reserve_number_is_recognised_and_nobody_is_looked_up_by_it() {
    let world = World::example().await;
    world.sign_in("karin").await;
    let refused = world.call("look_up_citizen", json!({ "number": "19430512-T803" })).await;
    assert_eq!(refused, Err(Failure::InvalidPersonNumber { problem: PersonNumberProblem::Reserve }));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_locked_out_between_look_up_and_sending_is_not_sent_to_and_the_draft_is_kept() {
    let (world, message) = drafted().await;
    import(&world, "konto", "låst").await;

    let refused = world.call("send_case", message.clone()).await;

    assert_eq!(refused, Err(Failure::CitizenUnreachable { reason: Unreachable::AccountLocked }));
    is_only_a_draft(&world).await;
    import(&world, "konto", "aktivt").await;
    let receipt: Value = world.ask("send_case", message).await;
    assert_eq!(receipt["case"], json!(case_id(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_was_changed_meanwhile_is_refused_without_telling_any_number() {
    let (world, message) = drafted().await;
    import(&world, "nytt personnummer", "19430513-9802").await;

    let refused = world.call("send_case", message).await.expect_err("it is another's number now");

    assert_eq!(json!(refused), json!({ "code": "citizenUnreachable", "reason": "numberChanged" }));
    is_only_a_draft(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_directory_is_down_nothing_is_known_and_nothing_is_lost() {
    let (world, message) = drafted().await;
    world.directories().go_down();

    let unknown = world.call("look_up_citizen", json!({ "number": INGRID })).await;
    assert_eq!(unknown, Err(Failure::DirectoryUnavailable));
    assert_eq!(world.call("send_case", message.clone()).await, Err(Failure::DirectoryUnavailable));
    is_only_a_draft(&world).await;
    let _: Value = world.ask("save_message_draft", message.clone()).await;

    world.directories().come_back();
    let receipt: Value = world.ask("send_case", message.clone()).await;
    world.directories().go_down();
    let again: Value = world.ask("send_case", message).await;
    assert_eq!(receipt, again, "what was sent has its receipt");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_recently_a_citizen_was_written_to_is_told_with_how_many_are_unread() {
    let (world, message) = drafted().await;
    let never = look_up(&world, INGRID).await;
    assert_eq!(never["contact"], json!({ "last": null, "recent": 0, "unread": 0 }));
    let _: Value = world.ask("send_case", message.clone()).await;
    world.clock.advance_minutes(20 * 24 * 60);
    world.sign_in("karin").await;
    let version = text(&message["version"]);
    staff::send(&world.app, case_id(2), INGRID, &version, &templates::slots("Igen")).await;
    let mut citizen = world.citizen(INGRID).await;
    meanwhile(|| citizen.open(&case_id(2).to_string())).expect("hers");

    let contact = look_up(&world, INGRID).await["contact"].clone();

    assert_eq!((&contact["recent"], &contact["unread"]), (&json!(2), &json!(1)));
    assert_eq!(
        (&contact["last"]["heading"], &contact["last"]["senderName"]),
        (&json!("Uppföljning"), &json!("Karin Holm"))
    );
    world.clock.advance_minutes(11 * 24 * 60);
    world.sign_in("karin").await;
    let later = look_up(&world, INGRID).await["contact"].clone();
    assert_eq!((&later["recent"], &later["unread"]), (&json!(1), &json!(1)), "the first was more than 30 days ago");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_tells_of_standing_and_one_that_does_not_changes_none() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let file = format!(
        "personnummer;namn;vårdrelation;konto;skydd;vårdnadshavare\n{INGRID};Ingrid Sandell;Listad;Låst;;\n\
         {ALVA};Alva Wallin;Listad;;Sekretessmarkering;Oskar Wallin\n191212121212;Tolvan Tolvansson;Listad;;;\n"
    );
    let preview: Value = world.ask("preview_citizen_import", json!({ "text": file })).await;
    let told: Vec<_> =
        list(&preview["rows"]).iter().map(|r| (r["unreachable"].clone(), r["isProtected"].clone())).collect();
    let expected =
        [(json!("accountLocked"), json!(false)), (json!("childProtected"), json!(true)), (Value::Null, json!(false))];
    assert_eq!(told, expected);
    assert_eq!(look_up(&world, INGRID).await["unreachable"], Value::Null, "a preview changes nothing");

    let _: Value = world.ask("import_citizens", json!({ "text": file })).await;
    let bare =
        format!("personnummer;namn;vårdrelation\n{INGRID};Ingrid Sandell-Ny;Listad\n{ALVA};Alva Wallin;Listad\n");
    let _: Value = world.ask("import_citizens", json!({ "text": bare })).await;

    let register: Value = world.ask("list_citizens", Value::Null).await;
    let row = |number: &str| list(&register).into_iter().find(|row| row["number"] == number).expect("in the register");
    let ingrid = row(INGRID);
    assert_eq!((&ingrid["name"], &ingrid["unreachable"]), (&json!("Ingrid Sandell-Ny"), &json!("accountLocked")));
    assert_eq!(row(ALVA)["unreachable"], "childProtected");
    assert!(!register.to_string().contains("guardians"), "the list has no use for guardians");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_word_in_a_file_is_told_with_its_line_and_those_that_are_known() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let file = format!("personnummer;namn;avisering\n{INGRID};Ingrid Sandell;ja\n{ALVA};Alva Wallin;kanske\n");

    let preview: Value = world.ask("preview_citizen_import", json!({ "text": file })).await;

    let reason = json!({ "problem": "unknownWord", "column": "avisering", "accepted": ["ja", "nej"] });
    assert_eq!(preview["errors"], json!([{ "line": 3, "reason": reason }]));
    assert_eq!(world.call("import_citizens", json!({ "text": file })).await, Err(Failure::ImportHasErrors));
}
