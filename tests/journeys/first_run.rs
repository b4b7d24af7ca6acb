//! From an empty folder to a unit with people, and who may sit at the workstation.

use app::{Failure, Field};
use budkavle_tests::staff::{list, text};
use serde_json::{Value, json};
use testkit::World;

fn unit(hsa_id: &str) -> Value {
    json!({
        "unitName": " Kalmar hälsocentral ", "hsaId": hsa_id, "contact": "Ring 0480-00 00 00",
        "personName": "Eva Ek", "title": "Enhetschef", "username": "eva", "password": "ett långt lösenord",
    })
}

async fn stage(world: &World) -> Value {
    let state: Value = world.ask("start_state", Value::Null).await;
    state["stage"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_assistant_makes_the_unit_and_its_first_administrator_and_signs_them_in() {
    let world = World::empty().await;
    assert_eq!(stage(&world).await, json!({ "at": "firstRun" }));

    for (wrong, problem) in
        [("", "empty"), ("2321000016-1AB2", "form"), ("SE2321000017-1AB2", "checkDigit"), ("SE2321000016", "form")]
    {
        let refused = world.call("set_up_unit", unit(wrong)).await.expect_err(wrong);
        assert_eq!(json!(refused), json!({ "code": "invalidHsaId", "problem": problem }), "{wrong}");
    }
    for (field, missing) in [
        ("unitName", Field::UnitName),
        ("contact", Field::Contact),
        ("personName", Field::PersonName),
        ("username", Field::Username),
    ] {
        let mut request = unit("SE2321000016-1AB2");
        request[field] = json!("  ");
        assert_eq!(world.call("set_up_unit", request).await, Err(Failure::FieldMissing { field: missing }));
    }
    let mut short = unit("SE2321000016-1AB2");
    short["password"] = json!("för kort");
    assert_eq!(world.call("set_up_unit", short).await, Err(Failure::PasswordTooShort { min: 12 }));
    assert_eq!(stage(&world).await, json!({ "at": "firstRun" }), "nothing was kept of what was refused");

    let _: () = world.ask("set_up_unit", unit(" se2321000016-1ab2")).await;

    let signed_in = stage(&world).await;
    assert_eq!((&signed_in["at"], &signed_in["unit"]["name"]), (&json!("signedIn"), &json!("Kalmar hälsocentral")));
    assert_eq!(signed_in["me"]["roles"], json!(["administrator", "handler"]));
    let settings: Value = world.ask("unit_settings", Value::Null).await;
    assert_eq!(settings["hsaId"], "SE2321000016-1AB2", "blanks and small letters are put right");
    assert_eq!(settings["example"], false);
    assert_eq!(world.call("set_up_unit", unit("SE2321000016-1AB2")).await, Err(Failure::AlreadySetUp));

    let world = world.restart().await;
    let closed = stage(&world).await;
    assert_eq!(
        (&closed["at"], &closed["exampleAccounts"]),
        (&json!("signIn"), &json!([])),
        "a real unit offers no accounts"
    );
    let _: () = world.ask("sign_in", json!({ "username": "EVA", "password": "ett långt lösenord" })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_get_accounts_and_roles_that_take_effect_at_once() {
    let world = World::empty().await;
    let _: () = world.ask("set_up_unit", unit("SE2321000016-1AB2")).await;
    let person = |username: &str| json!({ "name": "Bo Berg", "title": "Läkare", "username": username, "password": "ett annat lösenord", "roles": ["handler"] });
    let _: () = world.ask("add_person", person("bo")).await;
    assert_eq!(world.call("add_person", person("Bo")).await, Err(Failure::UsernameTaken));
    let mut without = person("utan");
    without["roles"] = json!([]);
    assert_eq!(world.call("add_person", without).await, Err(Failure::FieldMissing { field: Field::Roles }));
    let people: Value = world.ask("list_people", Value::Null).await;
    let id = |username: &str| {
        let person = list(&people).into_iter().find(|person| person["username"] == username).expect("an account");
        text(&person["id"])
    };
    let (eva, bo) = (id("eva"), id("bo"));
    let change = |id: &str, roles: Value, active: bool| json!({ "id": id, "name": "Namn", "title": "", "roles": roles, "active": active });
    assert_eq!(
        world.call("change_person", change(&eva, json!(["handler"]), true)).await,
        Err(Failure::LastAdministrator)
    );
    assert_eq!(
        world.call("change_person", change(&eva, json!(["administrator"]), false)).await,
        Err(Failure::LastAdministrator)
    );

    let _: () = world.ask("sign_in", json!({ "username": "bo", "password": "ett annat lösenord" })).await;
    assert_eq!(world.call("list_people", Value::Null).await, Err(Failure::NotAllowed));
    let _: () = world.ask("sign_in", json!({ "username": "eva", "password": "ett långt lösenord" })).await;
    let _: () = world.ask("replace_password", json!({ "id": bo, "password": "ett tredje lösenord" })).await;
    let _: () = world.ask("change_person", change(&bo, json!(["administrator"]), true)).await;
    let old = json!({ "username": "bo", "password": "ett annat lösenord" });
    assert_eq!(world.call("sign_in", old).await, Err(Failure::WrongCredentials));
    let _: () = world.ask("sign_in", json!({ "username": "bo", "password": "ett tredje lösenord" })).await;
    let _: Value = world.ask("list_people", Value::Null).await;
    let _: () = world.ask("change_person", change(&eva, json!(["administrator"]), false)).await;
    let gone = json!({ "username": "eva", "password": "ett långt lösenord" });
    assert_eq!(world.call("sign_in", gone).await, Err(Failure::WrongCredentials), "an account that is not active");
    let wrong = json!({ "old": "fel", "new": "ett fjärde lösenord" });
    assert_eq!(world.call("change_own_password", wrong).await, Err(Failure::WrongCredentials));
    let right = json!({ "old": "ett tredje lösenord", "new": "ett fjärde lösenord" });
    let _: () = world.ask("change_own_password", right).await;
    let _: () = world.ask("sign_in", json!({ "username": "bo", "password": "ett fjärde lösenord" })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workstation_that_is_left_locks_itself_after_ten_minutes() {
    let world = World::example().await;
    world.sign_in("karin").await;
    world.clock.advance_minutes(9);
    let _: () = world.ask("note_activity", Value::Null).await;
    world.clock.advance_minutes(9);
    let _: Value = world.ask("list_sendable", Value::Null).await;
    world.clock.advance_minutes(1);

    assert_eq!(world.call("list_sendable", Value::Null).await, Err(Failure::SessionLocked), "before any timer noticed");
    assert_eq!(world.call("note_activity", Value::Null).await, Err(Failure::SessionLocked), "a touch does not unlock");
    let mut topics = world.app.topics();
    world.app.do_jobs().await;
    assert!(topics.recv().await.expect("told").contains(&app::Topic::Session));
    let locked = stage(&world).await;
    assert_eq!((&locked["at"], &locked["me"]["name"]), (&json!("locked"), &json!("Karin Holm")));

    let wrong = world.call("unlock", json!({ "password": "exempel-anders" })).await;
    assert_eq!(wrong, Err(Failure::WrongCredentials), "another's password");
    let _: () = world.ask("unlock", json!({ "password": "exempel-karin" })).await;
    let _: Value = world.ask("list_sendable", Value::Null).await;
    let _: () = world.ask("lock", Value::Null).await;
    assert_eq!(world.call("list_sendable", Value::Null).await, Err(Failure::SessionLocked));
    let _: () = world.ask("sign_out", Value::Null).await;
    assert_eq!(world.call("list_sendable", Value::Null).await, Err(Failure::NotSignedIn));
    assert_eq!(world.call("unlock", json!({ "password": "exempel-karin" })).await, Err(Failure::NotSignedIn));
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_passwords_takes_longer_and_longer_and_a_restart_does_not_help() {
    let world = World::example().await;
    let guess = json!({ "username": "karin", "password": "gissning nummer ett" });
    for _ in 0..4 {
        assert_eq!(world.call("sign_in", guess.clone()).await, Err(Failure::WrongCredentials));
    }
    assert_eq!(world.call("sign_in", guess.clone()).await, Err(Failure::TooManyAttempts { seconds: 60 }));
    let right = json!({ "username": "karin", "password": "exempel-karin" });
    assert_eq!(
        world.call("sign_in", right.clone()).await,
        Err(Failure::TooManyAttempts { seconds: 60 }),
        "not even the right one"
    );
    let world = world.restart().await;
    assert_eq!(world.call("sign_in", right.clone()).await, Err(Failure::TooManyAttempts { seconds: 60 }));
    world.clock.advance_minutes(1);
    assert_eq!(world.call("sign_in", guess.clone()).await, Err(Failure::TooManyAttempts { seconds: 120 }));
    world.sign_in("anders").await;
    world.clock.advance_minutes(2);
    let _: () = world.ask("sign_in", right).await;
    assert_eq!(world.call("sign_in", guess).await, Err(Failure::WrongCredentials), "counted from the beginning again");
    let stranger = json!({ "username": "ingen", "password": "gissning nummer ett" });
    assert_eq!(world.call("sign_in", stranger).await, Err(Failure::WrongCredentials), "not told from a wrong password");
}
