//! The unit's register comes in as a file, and what is wrong with it is told line by line.

use app::Failure;
use serde_json::{Value, json};
use testkit::World;

use budkavle_tests::staff::{INGRID, list};

/// Two numbers that belong to nobody.
const NEW: [&str; 2] = ["199001189811", "191212121212"];

#[tokio::test(flavor = "multi_thread")]
async fn each_wrong_line_is_told_and_nothing_is_imported_until_all_are_right() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let before: Value = world.ask("list_citizens", Value::Null).await;
    let text = format!(
        "Personnummer;Namn;Vårdrelation\n{};Tolvan Tolvansson;Listad\n19900118-9812;Fel Siffra;\n{};;Listad\n{};Igen;\nabc;X;\n{INGRID};Ingrid Sandell-Ny;Listad\n",
        NEW[1], NEW[0], NEW[1]
    );

    let preview: Value = world.ask("preview_citizen_import", json!({ "text": text })).await;

    let errors: Vec<(Value, String)> =
        list(&preview["errors"]).iter().map(|e| (e["line"].clone(), e["reason"].to_string())).collect();
    let expected = [
        (json!(3), json!({ "problem": "number", "reason": "checkDigit" }).to_string()),
        (json!(4), json!({ "problem": "nameMissing" }).to_string()),
        (json!(5), json!({ "problem": "repeated", "line": 2 }).to_string()),
        (json!(6), json!({ "problem": "number", "reason": "form" }).to_string()),
    ];
    assert_eq!(errors, expected);
    let known: Vec<Value> = list(&preview["rows"]).iter().map(|row| row["known"].clone()).collect();
    assert_eq!(known, [json!(false), json!(true)]);
    assert_eq!(world.call("import_citizens", json!({ "text": text })).await, Err(Failure::ImportHasErrors));
    let after: Value = world.ask("list_citizens", Value::Null).await;
    assert_eq!(after, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_errors_adds_and_changes_and_can_be_imported_again() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let text = format!(
        "personnummer\tförnamn\tefternamn\tvårdrelation\n{}\tTolvan\tTolvansson\tListad\n{INGRID}\tIngrid\tSandell-Ny\tListad sedan 2011\n",
        NEW[1]
    );

    let imported: Value = world.ask("import_citizens", json!({ "text": text })).await;
    assert_eq!(imported, json!({ "added": 1, "updated": 1, "unchanged": 0 }));
    let again: Value = world.ask("import_citizens", json!({ "text": text })).await;
    assert_eq!(again, json!({ "added": 0, "updated": 0, "unchanged": 2 }));

    let found: Value = world.ask("look_up_citizen", json!({ "number": INGRID })).await;
    assert_eq!(found["citizen"]["name"], "Ingrid Sandell-Ny");
    let found: Value = world.ask("look_up_citizen", json!({ "number": NEW[1] })).await;
    assert_eq!((&found["unreachable"], &found["age"]), (&Value::Null, &json!(113)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_register_is_refused_as_a_whole() {
    let world = World::example().await;
    world.sign_in("anders").await;
    for text in ["", "hej\nhopp\n", "namn;adress\nA;B\n"] {
        let refused = world.call("preview_citizen_import", json!({ "text": text })).await;
        assert_eq!(refused, Err(Failure::ImportUnreadable));
    }
}
