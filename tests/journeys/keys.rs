//! Where the keys are kept, and what happens when they are not there: said clearly, and never a new key over an old store.

use std::{fs, sync::Arc};

use app::{App, Failure};
use budkavle_tests::{
    canary::{self, Canary},
    files,
    keys::outside,
    meanwhile,
    staff::{self, INGRID, case_id},
    templates::{self, FILES},
};
use serde_json::{Value, json};
use testkit::{MemoryKeyring, StillClock, World};
use vault::KeyStoreError;

const PASSPHRASE: &str = "en mening som är lång";

/// A world on a computer without a keyring, where nothing was ever stored.
async fn without_keyring() -> World {
    let world = World::example().await;
    world.app.close().await;
    fs::remove_dir_all(world.profile()).expect("ours");
    world.keyring.refuse_with(|| KeyStoreError::Unavailable);
    world.restart().await
}

async fn stage(world: &World) -> Value {
    let state: Value = world.ask("start_state", Value::Null).await;
    state["stage"].clone()
}

fn told(problem: &str, passphrase_possible: bool) -> Value {
    json!({ "at": "problem", "problem": problem, "passphrasePossible": passphrase_possible })
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keyring_nothing_is_stored_until_the_person_has_chosen_how() {
    let world = without_keyring().await;

    assert_eq!(stage(&world).await, told("noKeyring", true));
    let silent = ["budkavle.db", "keys.sealed"].map(|name| world.profile().join(name).exists());
    assert_eq!(silent, [false, false], "no silent fallback");
    let sign_in = json!({ "username": "karin", "password": "exempel-karin" });
    assert_eq!(world.call("sign_in", sign_in).await, Err(Failure::StoreClosed));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_keyring_is_said_so_and_tried_again_when_it_is_open() {
    let world = World::example().await;
    world.keyring.refuse_with(|| KeyStoreError::Locked);
    let world = world.restart().await;
    assert_eq!(stage(&world).await, told("keyringLocked", false), "a passphrase would not open this store");
    let refused = world.call("use_passphrase", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(refused, Err(Failure::StoreClosed));
    world.keyring.allow();
    let _: () = world.ask("retry_start", Value::Null).await;
    world.sign_in("karin").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_missing_or_another_one_never_leads_to_a_new_key_over_the_store() {
    let world = World::example().await;
    world.app.close().await;
    let database = fs::read(world.profile().join("budkavle.db")).expect("the store");
    world.keyring.forget();
    let world = world.restart().await;
    assert_eq!(stage(&world).await, told("keyMissing", false));
    let _: () = world.ask("retry_start", Value::Null).await;
    assert_eq!(stage(&world).await, told("keyMissing", false), "nor by trying again");
    assert_eq!(fs::read(world.profile().join("budkavle.db")).expect("the store"), database, "untouched");

    let label = fs::read_to_string(world.profile().join("profile-id")).expect("the profile's name");
    let strange = app::Keyring::connect(&*world.keyring, &label).expect("allowed");
    strange.set(vault::KeyName::DatabaseKey, &vault::Secret::new(vec![7; 32])).expect("kept");
    let _: () = world.ask("retry_start", Value::Null).await;
    assert_eq!(stage(&world).await, told("keyMismatch", false));
    assert_eq!(fs::read(world.profile().join("budkavle.db")).expect("the store"), database, "untouched");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_under_a_passphrase_opens_with_it_and_with_nothing_else() {
    let world = without_keyring().await;
    let short = world.call("use_passphrase", json!({ "passphrase": "för kort" })).await;
    assert_eq!(short, Err(Failure::PasswordTooShort { min: 12 }));
    let _: () = world.ask("use_passphrase", json!({ "passphrase": PASSPHRASE })).await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Kvar efteråt" })).await;

    let world = world.restart().await;
    assert_eq!(stage(&world).await, told("passphraseNeeded", false));
    let wrong = world.call("use_passphrase", json!({ "passphrase": "en helt annan mening" })).await;
    assert_eq!(wrong, Err(Failure::WrongPassphrase));
    assert_eq!(stage(&world).await, told("passphraseNeeded", false));
    let _: () = world.ask("use_passphrase", json!({ "passphrase": PASSPHRASE })).await;
    world.sign_in("anders").await;
    let _: Value = world.ask("open_template", json!({ "template": created["id"] })).await;

    world.keyring.allow();
    let world = world.restart().await;
    assert_eq!(
        stage(&world).await,
        told("passphraseNeeded", false),
        "a keyring that has come since does not take over"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn in_memory_everything_works_and_nothing_readable_is_left() {
    let world = without_keyring().await;
    let _: () = world.ask("start_in_memory", Value::Null).await;
    let state: Value = world.ask("start_state", Value::Null).await;
    assert_eq!(state["inMemory"], true);
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("KANARIEFÅGEL-MALL")).await;
    staff::send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("KANARIEFÅGEL-MINNE")).await;
    let mut citizen = world.citizen(INGRID).await;
    meanwhile(|| {
        let case = case_id(1).to_string();
        citizen.attach(&case, &FILES.to_string(), "x.jpg", files::PHOTO).expect("a photo");
        citizen.answer_letter(&case, &templates::right_answers("KANARIEFÅGEL-SVAR")).expect("answers that fit");
    });
    assert_eq!(staff::row(&world.app, case_id(1)).await["state"]["state"], "answered");
    world.app.close().await;

    assert!(!world.profile().join("budkavle.db").exists());
    let canaries = [
        Canary::text("a text", "KANARIEFÅGEL"),
        Canary::text("the name", "Ingrid Sandell"),
        Canary::number("the number", INGRID),
        Canary::bytes("the photo", files::CAMERA.as_bytes()),
    ];
    let search = canary::search(&[&world.profile()], &canaries);
    assert!(search.found.is_empty(), "{:?}", search.found);
    let world = world.restart().await;
    assert_eq!(stage(&world).await, told("noKeyring", true), "as if it had never been");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_program_on_the_same_profile_is_refused_until_the_first_is_closed() {
    let world = World::example().await;
    let keyring: Arc<MemoryKeyring> = Arc::clone(&world.keyring);
    let second = App::start(outside(&world.profile(), true, keyring, Arc::new(StillClock::new()))).await;
    let ask = |name: &'static str, request| app::commands::dispatch(&second, name, request);
    let state = ask("start_state", Value::Null).await.expect("always answered");
    assert_eq!(state["stage"], told("profileInUse", false));
    world.sign_in("karin").await;

    world.app.close().await;

    ask("retry_start", Value::Null).await.expect("always answered");
    let sign_in = json!({ "username": "karin", "password": "exempel-karin" });
    assert_eq!(ask("sign_in", sign_in).await, Ok(Value::Null));
}
